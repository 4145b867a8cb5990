// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventmatcher.h"

#include "codegroup.h"
#include "core/decodedtext.h"
#include "guide/errorguide.h"
#include "logtext.h"
#include "monitor/marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr std::int64_t longestForAllTexts = 1'500'000'000; // nanoseconds
constexpr qsizetype longestText = 8 * 1024;
/// A log may have as many texts as failures: then to remember them is worth nothing.
constexpr std::size_t mostKnown = 64 * 1024;

char folded(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Whether a part of a text is the needle, without regard to case.
class Needle {
public:
    explicit Needle(const QString& text)
        : m_text(text)
        , m_bytes(text.toUtf8())
        , m_isAscii(
              std::ranges::all_of(m_bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        std::ranges::transform(m_bytes, m_bytes.begin(), folded);
    }

    bool isIn(std::string_view text) const {
        if (!m_isAscii)
            return isIn(decodedText(text));
        const std::string_view needle(m_bytes.constData(), static_cast<std::size_t>(m_bytes.size()));
        return !std::ranges::search(text, needle, [](char hay, char own) {
                    return folded(hay) == own;
                }).empty();
    }
    bool isIn(const QString& text) const { return text.contains(m_text, Qt::CaseInsensitive); }

private:
    QString m_text;
    QByteArray m_bytes; ///< folded; for a plain ASCII search
    bool m_isAscii;
};

/// A whole value, with `*` for any characters. Linear in the text for each star: it never goes back further
/// than to the last one.
bool isLike(QStringView text, QStringView pattern) {
    qsizetype at = 0;
    qsizetype in = 0;
    qsizetype star = -1;
    qsizetype behindStar = 0;
    while (at < text.size()) {
        if (in < pattern.size() && pattern[in] == u'*') {
            star = in++;
            behindStar = at;
        } else if (in < pattern.size() && pattern[in].toCaseFolded() == text[at].toCaseFolded()) {
            ++at;
            ++in;
        } else if (star >= 0) {
            in = star + 1;
            at = ++behindStar;
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern[in] == u'*')
        ++in;
    return in == pattern.size();
}

bool isCode(FailureCode code, const QString& key) {
    if (key == "other"_L1)
        return codegroups::all()[static_cast<std::size_t>(codegroups::indexOf(code))].pooled;
    if (key.size() == 3 && key.endsWith("xx"_L1))
        return code.status() / 100 == key.front().digitValue();
    return QString::fromStdString(code.key()) == key;
}

QString sourceName(const Monitor& monitor, SourceId id) {
    const SourceInfo* const source = monitor.source(id);
    return source ? source->name : QString();
}

} // namespace

BoundedExpression::BoundedExpression(const QString& pattern)
    : m_expression(u"(*LIMIT_MATCH=20000)(?:"_s + pattern + u')', QRegularExpression::CaseInsensitiveOption) {
    m_expression.optimize();
}

QString BoundedExpression::mistakeIn(const QString& pattern) {
    const QRegularExpression expression(pattern);
    return expression.isValid() ? QString()
                                : QCoreApplication::translate(
                                      "EventFilter", "The regular expression is wrong at character %1: %2.")
                                      .arg(expression.patternErrorOffset() + 1)
                                      .arg(expression.errorString());
}

void BoundedExpression::renew() {
    m_spent = m_spent > longestForAllTexts ? m_spent : 0;
}

bool BoundedExpression::isIn(const QString& text) {
    if (m_spent > longestForAllTexts) {
        ++m_gaveUp;
        return false;
    }
    QElapsedTimer took;
    took.start();
    const QRegularExpressionMatch match = m_expression.match(text.left(longestText));
    m_spent += took.nsecsElapsed();
    if (!match.isValid())
        ++m_gaveUp;
    return match.hasMatch();
}

/// What the filter asks of one field.
class EventMatcher::Rule {
public:
    Rule(FilterField field, const EventFilter& filter) {
        for (const FilterTerm& term : filter.terms)
            if (term.on && term.field == field)
                (term.exclude ? m_none : m_any).emplace_back(term);
    }

    bool isEmpty() const { return m_any.empty() && m_none.empty(); }
    void forget() {
        m_known.clear();
        for (auto* parts : {&m_any, &m_none})
            for (Part& part : *parts)
                part.forget();
    }
    std::size_t gaveUp() const {
        std::size_t count = 0;
        for (const auto* parts : {&m_any, &m_none})
            for (const Part& part : *parts)
                count += part.expression ? part.expression->gaveUp() : 0;
        return count;
    }

    /// Of whatever `holds()` finds out about one value: one of the wanted, none of the others.
    template <typename Holds> bool passes(Holds holds) {
        return std::ranges::none_of(m_none, holds) && (m_any.empty() || std::ranges::any_of(m_any, holds));
    }

    /// The same, asked once for all rows that share the value.
    template <typename Holds> bool passesOnce(std::uint64_t key, Holds holds) {
        if (m_known.size() > mostKnown)
            m_known.clear();
        const auto [known, isNew] = m_known.try_emplace(key, false);
        if (isNew)
            known->second = passes(holds);
        return known->second;
    }

    bool passesShared(std::string_view text) {
        if (isEmpty())
            return true;
        return passesOnce(reinterpret_cast<std::uintptr_t>(text.data()),
                          [&](Part& part) { return isLike(decodedText(text), part.term.value); });
    }

    /// One of the texts of a failure, whichever, the user's note too.
    bool passesAnyText(const Monitor& monitor, const ErrorEvent& event, EventStore::Row row) {
        if (isEmpty())
            return true;
        const QString note = monitor.marks().note(row);
        return passes([&](Part& part) {
            return (!note.isEmpty() && part.isInShown(note)) || part.isInSome(monitor, event);
        });
    }

private:
    struct Part {
        explicit Part(const FilterTerm& chip)
            : term(chip)
            , needle(chip.value) {
            if (chip.field == FilterField::Expression)
                expression.emplace(chip.value);
        }

        void forget() {
            known.clear();
            knownDerived.clear();
            if (expression)
                expression->renew();
        }

        bool isInSome(const Monitor& monitor, const ErrorEvent& event) {
            return isInShared(event.message) || isInShared(event.type) || isInShared(event.model) ||
                   isInShared(event.path) || isIn(event.requestId) || isInDerived(monitor, event);
        }

        bool isIn(std::string_view text) {
            return expression ? expression->isIn(decodedText(text)) : needle.isIn(text);
        }
        bool isInShown(const QString& text) {
            return expression ? expression->isIn(text) : needle.isIn(text);
        }
        bool isInShared(std::string_view text) {
            if (text.empty())
                return false;
            if (known.size() > mostKnown)
                known.clear();
            const auto [at, isNew] = known.try_emplace(reinterpret_cast<std::uintptr_t>(text.data()), false);
            if (isNew)
                at->second = isIn(text);
            return at->second;
        }
        /// The cause's name, the code and the source's name: few of them, so each is searched once.
        bool isInDerived(const Monitor& monitor, const ErrorEvent& event) {
            const std::uint64_t key =
                std::uint64_t(event.code.value) << 32 | static_cast<std::uint32_t>(event.source);
            const auto [at, isNew] = knownDerived.try_emplace(key, false);
            if (isNew)
                at->second = isInShown(codeText(event.code)) || isInShown(sourceName(monitor, event.source));
            if (at->second)
                return true;
            const auto [cause, isNewCause] =
                known.try_emplace(reinterpret_cast<std::uintptr_t>(event.cause.data()), false);
            if (isNewCause)
                if (const guide::Cause* row = guide::causeById(event.cause))
                    cause->second = isInShown(row->name.translated());
            return cause->second;
        }

        FilterTerm term;
        Needle needle;
        std::optional<BoundedExpression> expression;
        std::unordered_map<std::uint64_t, bool> known;
        std::unordered_map<std::uint64_t, bool> knownDerived; ///< key: code and source
    };

    std::vector<Part> m_any;
    std::vector<Part> m_none;
    std::unordered_map<std::uint64_t, bool> m_known;

    friend class EventMatcher;
};

EventMatcher::EventMatcher(const Monitor& monitor)
    : m_monitor(monitor) {
    setFilter({});
}

EventMatcher::~EventMatcher() = default;

void EventMatcher::setFilter(const EventFilter& filter) {
    m_filter = filter;
    m_rules.clear();
    for (int field = 0; field < filterFieldCount; ++field)
        m_rules.push_back(std::make_unique<Rule>(static_cast<FilterField>(field), m_filter));
}

void EventMatcher::forget() {
    for (const auto& rule : m_rules)
        rule->forget();
}

bool EventMatcher::stands(EventStore::Row row) const {
    return !m_filter.calls || m_monitor.events().isLastAttempt(row);
}

bool EventMatcher::isMarked(EventStore::Row row) const {
    const Marks& marks = m_monitor.marks();
    return m_filter.calls && stands(row) ? marks.isCallMarked(row) : marks.isMarked(row);
}

bool EventMatcher::matchesCode(FailureCode code) {
    Rule& rule = ruleOf(FilterField::Code);
    return rule.isEmpty() ||
           rule.passesOnce(code.value, [&](Rule::Part& part) { return isCode(code, part.term.value); });
}

/// What needs the whole event is asked last.
bool EventMatcher::matchesAttempt(EventStore::Row row) {
    const EventStore& store = m_monitor.events();
    if (!matchesCode(store.code(row)))
        return false;
    const auto time = store.time(row);
    const auto inRange = [&](const Rule::Part& part) { return time && part.term.range.contains(*time); };
    if (Rule& rule = ruleOf(FilterField::Time); !rule.isEmpty() && !rule.passes(inRange))
        return false;
    const auto isMarked = [&](const Rule::Part&) { return this->isMarked(row); };
    if (Rule& rule = ruleOf(FilterField::Marked); !rule.isEmpty() && !rule.passes(isMarked))
        return false;
    const auto move = store.move(row);
    if (Rule& rule = ruleOf(FilterField::Move);
        !rule.isEmpty() && !rule.passesOnce(static_cast<std::uint64_t>(move), [move](const Rule::Part& part) {
            return part.term.value == QLatin1String(key(move).data(), static_cast<int>(key(move).size()));
        }))
        return false;
    if (!m_filter.looksAtRows())
        return true;
    const ErrorEvent event = store.event(row);
    const auto hasSource = [&](const Rule::Part& part) {
        return isLike(sourceName(m_monitor, event.source), part.term.value);
    };
    const auto hasId = [&](const Rule::Part& part) {
        return isLike(decodedText(event.requestId), part.term.value);
    };
    if (Rule& rule = ruleOf(FilterField::Source);
        !rule.isEmpty() && !rule.passesOnce(static_cast<std::uint64_t>(event.source), hasSource))
        return false;
    if (Rule& rule = ruleOf(FilterField::RequestId); !rule.isEmpty() && !rule.passes(hasId))
        return false;
    return ruleOf(FilterField::Cause).passesShared(event.cause) &&
           ruleOf(FilterField::Type).passesShared(event.type) &&
           ruleOf(FilterField::Model).passesShared(event.model) &&
           ruleOf(FilterField::Key).passesShared(event.key) &&
           ruleOf(FilterField::Path).passesShared(event.path) &&
           ruleOf(FilterField::Text).passesAnyText(m_monitor, event, row) &&
           ruleOf(FilterField::Expression).passesAnyText(m_monitor, event, row);
}

std::size_t EventMatcher::gaveUp() const {
    return ruleOf(FilterField::Expression).gaveUp();
}

} // namespace derouter
