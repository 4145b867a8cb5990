// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filtertext.h"

#include "codegroup.h"
#include "filterwords.h"
#include "guide/errorguide.h"
#include "logtext.h"
#include "models/eventmatcher.h"
#include "monitor/maskedkey.h"
#include "viewstate.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace derouter::filtertext {

namespace {

class FilterText {
    Q_DECLARE_TR_FUNCTIONS(FilterText)
};

constexpr std::array<const char*, filterFieldCount> keys{"text", "regex", "code",  "type",   "cause",
                                                         "move", "model", "key",   "source", "id",
                                                         "path", "time",  "marked"};

Error mistake(const QString& sentence) {
    return Error{sentence};
}

/// A request-id as people copy it, in quotation marks or with a comma behind it.
QString bareId(const QString& text) {
    const auto isOuter = [](QChar c) { return !c.isLetterOrNumber() && c != u'_' && c != u'*'; };
    QString bare = text;
    while (!bare.isEmpty() && isOuter(bare.back()))
        bare.chop(1);
    while (!bare.isEmpty() && isOuter(bare.front()))
        bare.remove(0, 1);
    return bare;
}

/// As failures have it: a whole key is not kept.
QString maskedIfKey(const QString& text) {
    const std::string masked = maskedKey(text.toStdString());
    return masked.empty() ? text : QString::fromStdString(masked);
}

std::optional<QString> codeKey(const QString& text) {
    const QString lower = text.toLower();
    for (const QString& known : {u"stream"_s, u"none"_s, u"other"_s, u"4xx"_s, u"5xx"_s})
        if (lower == known)
            return known;
    bool isNumber = false;
    const int status = text.toInt(&isNumber);
    return isNumber && status >= 100 && status <= 999 ? std::optional(QString::number(status)) : std::nullopt;
}

std::optional<QString> moveKey(const QString& text) {
    for (int move = 0; move < whoseMoveCount; ++move) {
        const auto whose = static_cast<WhoseMove>(move);
        const QString known = QString::fromStdString(std::string(derouter::key(whose)));
        if (text.compare(known, Qt::CaseInsensitive) == 0 ||
            text.compare(guide::moveName(whose).translated(), Qt::CaseInsensitive) == 0)
            return known;
    }
    return std::nullopt;
}

/// "no" is the opposite of "yes".
std::optional<Error> takeMark(const Word& word, std::vector<FilterTerm>& terms) {
    const bool isNo = word.text.compare("no"_L1, Qt::CaseInsensitive) == 0;
    if (!isNo && word.text.compare("yes"_L1, Qt::CaseInsensitive) != 0)
        return mistake(FilterText::tr("“%1” says nothing of marks: try yes or no.").arg(word.text));
    terms.push_back(markTerm(isNo != word.exclude));
    return std::nullopt;
}

/// By its id or by its name in the language of the program; other words stand for themselves.
QString causeId(const QString& text) {
    for (const guide::Cause& cause : guide::causes())
        if (text.compare(cause.name.translated(), Qt::CaseInsensitive) == 0)
            return QString::fromStdString(std::string(cause.id));
    return text;
}

std::optional<Microseconds> moment(const QString& text, const Context& context, bool& right) {
    right = true;
    if (text.isEmpty())
        return std::nullopt;
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        const QTime clock = QTime::fromString(text, Qt::ISODateWithMs);
        right = clock.isValid() && context.reference;
        if (!right)
            return std::nullopt;
        time = QDateTime(context.times.at(*context.reference).date(), clock, context.times.zone());
    } else if (time.timeSpec() == Qt::LocalTime) {
        time = QDateTime(time.date(), time.time(), context.times.zone());
    }
    return floorDivide(time.toMSecsSinceEpoch(), 1000) * microsecondsPerSecond;
}

Result<TimeRange> rangeFrom(const QString& text, const Context& context) {
    const qsizetype dots = text.indexOf(".."_L1);
    bool rightFrom = false;
    bool rightTo = false;
    const TimeRange range{moment(text.left(dots), context, rightFrom),
                          moment(dots < 0 ? QString() : text.sliced(dots + 2), context, rightTo)};
    if (dots < 0 || !rightFrom || !rightTo || range.isAll())
        return mistake(FilterText::tr("A time is written as in time:12:00..12:15, "
                                      "time:2026-11-23T12:00..2026-11-23T12:15 or time:15m."));
    if (range.from && range.to && *range.from >= *range.to)
        return mistake(FilterText::tr("The time ends before it begins."));
    return range;
}

/// A range, or how long the last time is to be.
Result<FilterTerm> timeTerm(const Word& word, const Context& context) {
    if (lengthOf(word.text))
        return FilterTerm{.field = FilterField::Time, .value = word.text.toLower(), .exclude = word.exclude};
    const auto range = rangeFrom(word.text, context);
    if (!range)
        return range.error();
    return FilterTerm{.field = FilterField::Time, .range = range.value(), .exclude = word.exclude};
}

/// The keys a value stands for, of a field whose values are few; several have commas between them.
template <typename Key>
std::optional<Error> takeKeys(const Word& word, Key keyOf, const QString& wrong,
                              std::vector<FilterTerm>& terms) {
    for (const QString& part : word.text.split(u',', Qt::SkipEmptyParts)) {
        const auto known = keyOf(part.trimmed());
        if (!known)
            return mistake(wrong.arg(part));
        terms.push_back({.field = *word.field, .value = *known, .exclude = word.exclude});
    }
    return std::nullopt;
}

QString valueOf(const Word& word) {
    switch (*word.field) {
    case FilterField::Cause:
        return causeId(word.text);
    case FilterField::RequestId:
        return bareId(word.text);
    case FilterField::Key:
        return maskedIfKey(word.text);
    default:
        return word.text;
    }
}

std::optional<Error> takeTerm(const Word& word, const Context& context, std::vector<FilterTerm>& terms) {
    if (word.text.isEmpty())
        return mistake(FilterText::tr("A value is missing behind %1:.").arg(key(*word.field)));
    switch (*word.field) {
    case FilterField::Code:
        return takeKeys(word, codeKey,
                        FilterText::tr("“%1” is no code: try 529, 5xx, stream, none or other."), terms);
    case FilterField::Move:
        return takeKeys(word, moveKey,
                        FilterText::tr("“%1” is nobody’s move: try you, derouter, provider or unknown."),
                        terms);
    case FilterField::Time: {
        auto term = timeTerm(word, context);
        if (!term)
            return term.error();
        terms.push_back(std::move(term).value());
        return std::nullopt;
    }
    case FilterField::Marked:
        return takeMark(word, terms);
    case FilterField::Expression:
        if (const QString wrong = BoundedExpression::mistakeIn(word.text); !wrong.isEmpty())
            return mistake(wrong);
        break;
    default:
        break;
    }
    terms.push_back({.field = *word.field, .value = valueOf(word), .exclude = word.exclude});
    return std::nullopt;
}

/// Words that belong together are one text.
void takeText(const Word& word, bool goesOn, std::vector<FilterTerm>& terms) {
    const QString id = bareId(word.text);
    if (id.startsWith("req_"_L1) && id.size() > 4 && !id.contains(u' '))
        terms.push_back({.field = FilterField::RequestId, .value = id, .exclude = word.exclude});
    else if (goesOn && !word.exclude)
        terms.back().value += u' ' + word.text;
    else
        terms.push_back({.field = FilterField::Text, .value = word.text, .exclude = word.exclude});
}

QString quoted(const QString& text) {
    const bool plain = !text.isEmpty() && !text.startsWith(u'"') && std::ranges::none_of(text, [](QChar c) {
        return c.isSpace() || c == u'"' || c == u'\\';
    });
    if (plain)
        return text;
    return u'"' + QString(text).replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1) + u'"';
}

QString writtenTime(std::optional<Microseconds> time) {
    return time ? QDateTime::fromMSecsSinceEpoch(*time / 1000, Qt::UTC).toString(Qt::ISODate) : QString();
}

} // namespace

std::optional<Microseconds> lengthOf(const QString& text) {
    constexpr qlonglong most = 100'000;
    bool isNumber = false;
    const qlonglong number = QStringView(text).chopped(text.isEmpty() ? 0 : 1).toLongLong(&isNumber);
    if (!isNumber || number < 1 || number > most)
        return std::nullopt;
    switch (text.back().toLower().unicode()) {
    case 's':
        return number * microsecondsPerSecond;
    case 'm':
        return number * microsecondsPerMinute;
    case 'h':
        return number * 60 * microsecondsPerMinute;
    case 'd':
        return number * 24 * 60 * microsecondsPerMinute;
    default:
        return std::nullopt;
    }
}

QString lengthText(const QString& length) {
    const QString number = QLocale().toString(QStringView(length).chopped(1).toLongLong());
    switch (length.back().unicode()) {
    case 's':
        return FilterText::tr("%1 s").arg(number);
    case 'm':
        return FilterText::tr("%1 min").arg(number);
    case 'h':
        return FilterText::tr("%1 h").arg(number);
    default:
        return FilterText::tr("%1 d").arg(number);
    }
}

QString key(FilterField field) {
    return QString::fromLatin1(keys[static_cast<std::size_t>(field)]);
}

std::optional<FilterField> fieldOf(const QString& key) {
    const auto known = std::ranges::find_if(
        keys, [&](const char* name) { return key.compare(QLatin1String(name), Qt::CaseInsensitive) == 0; });
    return known == keys.end() ? std::nullopt : std::optional(static_cast<FilterField>(known - keys.begin()));
}

QString name(FilterField field) {
    switch (field) {
    case FilterField::Text:
        return FilterText::tr("Text");
    case FilterField::Expression:
        return FilterText::tr("Expression");
    case FilterField::Code:
        return FilterText::tr("Code");
    case FilterField::Type:
        return FilterText::tr("Type");
    case FilterField::Cause:
        return FilterText::tr("Cause");
    case FilterField::Move:
        return FilterText::tr("Whose move");
    case FilterField::Model:
        return FilterText::tr("Model");
    case FilterField::Key:
        return FilterText::tr("Key");
    case FilterField::Source:
        return FilterText::tr("Source");
    case FilterField::RequestId:
        return FilterText::tr("Request-id");
    case FilterField::Path:
        return FilterText::tr("Path");
    case FilterField::Time:
        return FilterText::tr("Time");
    case FilterField::Marked:
        return FilterText::tr("Mark");
    }
    return {};
}

Result<std::vector<FilterTerm>> parse(const QString& text, const Context& context) {
    std::vector<FilterTerm> terms;
    bool goesOn = false; // the last word was one of a text that may have more
    for (const Word& word : wordsOf(text)) {
        if (!word.field) {
            takeText(word, goesOn && !word.quoted, terms);
            goesOn = terms.back().field == FilterField::Text && !word.quoted && !word.exclude;
            continue;
        }
        goesOn = false;
        if (auto wrong = takeTerm(word, context, terms))
            return *wrong;
    }
    return terms;
}

bool isPlain(const QString& text) {
    const auto terms = parse(text, {});
    return terms && (terms.value().empty() ||
                     (terms.value().size() == 1 && terms.value().front().field == FilterField::Text &&
                      terms.value().front().value == text.simplified()));
}

QString written(const FilterTerm& term) {
    const QString mark = term.exclude ? u"-"_s : QString();
    if (term.field == FilterField::Time && !term.slides())
        return mark + u"time:"_s + writtenTime(term.range.from) + u".."_s + writtenTime(term.range.to);
    return mark + key(term.field) + u':' + quoted(term.value);
}

QString value(const FilterTerm& term, const TimeDisplay& times) {
    switch (term.field) {
    case FilterField::Time:
        if (term.slides())
            return FilterText::tr("the last %1", "a length of time").arg(lengthText(term.value));
        if (term.range.from && term.range.to)
            return times.range(*term.range.from, *term.range.to);
        return term.range.from ? FilterText::tr("from %1").arg(times.cell(*term.range.from))
                               : FilterText::tr("before %1").arg(times.cell(term.range.to.value_or(0)));
    case FilterField::Code: {
        const auto groups = static_cast<int>(codegroups::all().size());
        for (int group = 0; group < groups; ++group)
            if (term.value == codegroups::key(group))
                return codegroups::label(group);
        return term.value;
    }
    case FilterField::Cause:
        if (const guide::Cause* cause = guide::causeById(term.value.toStdString()))
            return cause->name.translated();
        break;
    case FilterField::Move:
        for (int move = 0; move < whoseMoveCount; ++move)
            if (term.value.toStdString() == derouter::key(static_cast<WhoseMove>(move)))
                return guide::moveName(static_cast<WhoseMove>(move)).translated();
        break;
    case FilterField::Marked:
        return FilterText::tr("set", "a mark");
    case FilterField::Key:
        if (maskedKey(term.value.toStdString()) == term.value.toStdString())
            return oneLine(term.value.toStdString());
        break;
    case FilterField::Text:
        return u'“' + redactedLine(term.value.toStdString()) + u'”';
    case FilterField::Expression:
        return u'/' + redactedLine(term.value.toStdString()) + u'/';
    default:
        break;
    }
    return redactedLine(term.value.toStdString());
}

QString label(const FilterTerm& term, const TimeDisplay& times) {
    const bool speaksForItself = term.field == FilterField::Text || term.field == FilterField::Expression;
    const QString text =
        speaksForItself
            ? value(term, times)
            : FilterText::tr("%1: %2", "field and value").arg(name(term.field), value(term, times));
    return term.exclude ? FilterText::tr("not %1", "a field and a value").arg(text) : text;
}

/// Of its time.
static QString zoneOf(const FilterTerm& term, const TimeDisplay& times) {
    const auto time = term.range.from ? term.range.from : term.range.to;
    return term.field == FilterField::Time && time && !term.slides() ? u' ' + times.zoneName(*time)
                                                                     : QString();
}

QString sentence(const std::vector<FilterTerm>& terms, const TimeDisplay& times) {
    QStringList wanted;
    for (int at = 0; at < filterFieldCount; ++at) {
        const auto field = static_cast<FilterField>(at);
        QStringList any;
        QStringList none;
        for (const FilterTerm& term : terms)
            if (term.field == field && term.on)
                (term.exclude ? none : any) << value(term, times) + zoneOf(term, times);
        if (!any.isEmpty())
            wanted << FilterText::tr("%1 is %2").arg(name(field), any.join(FilterText::tr(" or ")));
        if (!none.isEmpty())
            wanted << FilterText::tr("%1 is not %2").arg(name(field), none.join(FilterText::tr(" or ")));
    }
    return wanted.join(FilterText::tr(", and "));
}

} // namespace derouter::filtertext
