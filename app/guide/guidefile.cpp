// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/guidefile.h"

#include "guide/guidetable.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <array>
#include <deque>
#include <optional>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

using namespace Qt::StringLiterals;

namespace derouter::guide {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GuideFile)
};

constexpr auto ownEdition = "2026-11-23"_L1; // the day on which the guide's texts were taken down
constexpr auto editionMember = "edition"_L1;
constexpr qint64 mostBytes = 1024 * 1024;
constexpr int mostSeconds = 3600;
constexpr qsizetype mostLetters = 4000; // of a text

/// Something of the tables that a file can replace: a text, or the seconds to wait.
struct Place {
    QStringList path; ///< "causes", "rate.rpm", "fix"
    std::variant<Text*, RetryAdvice*> what;
    std::variant<Text, RetryAdvice> builtIn;
    bool mayBeEmpty = false;
};

QString str(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString nameOf(const TypeRow& row) {
    QStringList statuses;
    for (const int status : row.statuses)
        statuses << QString::number(status);
    return str(row.type) + u' ' + statuses.join(u'/');
}

constexpr std::array chapterNames{"not-in-the-guide"_L1, "cannot-connect"_L1,
                                  "out-of-credits"_L1,   "too-many-requests"_L1,
                                  "invalid-request"_L1,  "no-providers-available"_L1,
                                  "upstream-issues"_L1,  "reading-error-responses"_L1}; // by Section

std::vector<Place> findPlaces() {
    std::vector<Place> places;
    const auto add = [&](const QString& table, const QString& row, const QString& member, Text& text) {
        places.push_back({{table, row, member}, &text, text, text.isEmpty()});
    };
    const UsedTables tables = usedTables();
    for (CodeRow& row : tables.codeRows) {
        add(u"codes"_s, QString::number(row.status), u"meaning"_s, row.meaning);
        add(u"codes"_s, QString::number(row.status), u"quickFix"_s, row.quickFix);
    }
    for (TypeRow& row : tables.typeRows) {
        add(u"types"_s, nameOf(row), u"meaning"_s, row.meaning);
        add(u"types"_s, nameOf(row), u"action"_s, row.action);
    }
    for (Cause& cause : tables.causes) {
        const QString id = str(cause.id);
        add(u"causes"_s, id, u"name"_s, cause.name);
        add(u"causes"_s, id, u"when"_s, cause.when);
        add(u"causes"_s, id, u"fix"_s, cause.fix);
        add(u"causes"_s, id, u"retry"_s, cause.retry.words);
        add(u"causes"_s, id, u"note"_s, cause.note);
        places.back().mayBeEmpty = true;
        if (cause.retry.retry)
            places.push_back({{u"causes"_s, id, u"retryAfterSeconds"_s}, &cause.retry, cause.retry});
    }
    for (std::size_t section = 0; section < chapterNames.size(); ++section) {
        const QString name = chapterNames[section];
        add(u"chapters"_s, name, u"title"_s, usedTitle(static_cast<Section>(section)));
        add(u"chapters"_s, name, u"text"_s, usedText(static_cast<Section>(section)));
    }
    return places;
}

/// All of them, found before the first is replaced.
const std::vector<Place>& places() {
    static const std::vector<Place> all = findPlaces();
    return all;
}

/// Undefined where the file has none.
QJsonValue at(const QJsonObject& texts, const QStringList& path) {
    QJsonValue value = texts;
    for (const QString& member : path)
        value = value[member];
    return value;
}

std::optional<std::pair<int, int>> readSeconds(const QJsonValue& value) {
    const QJsonArray both = value.toArray();
    const int from = both.at(0).toInt(-1);
    const int to = both.at(1).toInt(-1);
    if (both.size() != 2 || from < 0 || to < from || to > mostSeconds)
        return std::nullopt;
    return std::pair(from, to);
}

/// What is wrong with what a file has in this place.
std::optional<Error> fault(const Place& place, const QJsonValue& value) {
    const QString where = place.path.join(u'/');
    if (std::holds_alternative<RetryAdvice*>(place.what)) {
        if (!readSeconds(value))
            return Error{Words::tr("“%1” has to be two whole numbers of seconds up to %2, such as [5, 10].")
                             .arg(where, QString::number(mostSeconds))};
        return std::nullopt;
    }
    const QString text = value.toString();
    if (!value.isString() || text.size() > mostLetters || (text.trimmed().isEmpty() && !place.mayBeEmpty))
        return Error{Words::tr("“%1” has to be a text of at most %2 letters.")
                         .arg(where, QString::number(mostLetters))};
    return std::nullopt;
}

/// The members of a file that stand in no place of ours: rows as a whole where the row is not known.
QStringList unknownMembers(const QJsonObject& texts) {
    QSet<QString> known{editionMember};
    for (const Place& place : places())
        for (qsizetype length = 1; length <= place.path.size(); ++length)
            known << place.path.first(length).join(u'/');
    QStringList unknown;
    const auto look = [&](const auto& lookInto, const QJsonObject& object, const QString& before) -> void {
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QString path = before + member.key();
            if (!known.contains(path))
                unknown << path;
            else if (member->isObject())
                lookInto(lookInto, member->toObject(), path + u'/');
        }
    };
    look(look, texts, {});
    return unknown;
}

/// Kept for as long as the program runs: the tables point to them.
const char* kept(const QString& text) {
    static std::deque<QByteArray> texts;
    return texts.emplace_back(text.trimmed().toUtf8()).constData();
}

QString editionInUse = ownEdition;

} // namespace

Result<GuideFile> GuideFile::parse(const QByteArray& json) {
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(json, &wrong);
    if (wrong.error != QJsonParseError::NoError)
        return Error{Words::tr("That is no JSON: %1, at byte %2.")
                         .arg(wrong.errorString(), QString::number(wrong.offset))};
    if (!document.isObject())
        return Error{Words::tr("That is no guide: its JSON is no object.")};
    GuideFile file;
    file.m_texts = document.object();
    if (const QJsonValue edition = file.m_texts.value(editionMember);
        !edition.isUndefined() && (!edition.isString() || edition.toString().size() > 100))
        return Error{Words::tr("“%1” has to be a text of at most %2 letters.").arg(editionMember).arg(100)};
    bool hasAny = false;
    for (const Place& place : places()) {
        const QJsonValue value = at(file.m_texts, place.path);
        if (value.isUndefined())
            continue;
        hasAny = true;
        if (auto error = fault(place, value))
            return *error;
    }
    if (!hasAny)
        return Error{Words::tr("That is no guide: none of its members is a text of one.")};
    file.m_unknown = unknownMembers(file.m_texts);
    return file;
}

Result<GuideFile> GuideFile::read(const QString& path) {
    if (!QFileInfo(path).isFile()) // a pipe would let the program wait
        return Error{Words::tr("There is no file %1.").arg(path)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Words::tr("%1 cannot be read: %2.").arg(path, file.errorString())};
    const QByteArray json = file.read(mostBytes + 1);
    if (json.size() > mostBytes)
        return Error{Words::tr("%1 is too large for a guide.").arg(path)};
    auto guide = parse(json);
    if (!guide)
        return Error{
            Words::tr("%1: %2", "a file, and what is wrong with it").arg(path, guide.error().message)};
    return guide;
}

void GuideFile::use() const {
    for (const Place& place : places()) {
        const QJsonValue value = at(m_texts, place.path);
        if (Text* const* const text = std::get_if<Text*>(&place.what)) {
            **text = value.isUndefined() ? std::get<Text>(place.builtIn)
                                         : Text{kept(value.toString()), Origin::Guide};
            continue;
        }
        const RetryAdvice& standard = std::get<RetryAdvice>(place.builtIn);
        RetryAdvice& advice = *std::get<RetryAdvice*>(place.what);
        std::tie(advice.fromSeconds, advice.toSeconds) =
            readSeconds(value).value_or(std::pair(standard.fromSeconds, standard.toSeconds));
    }
    editionInUse = m_texts.isEmpty() ? QString(ownEdition) : edition();
}

QString builtInEdition() {
    return ownEdition;
}

QString edition() {
    return editionInUse;
}

QByteArray textsInUse() {
    QJsonObject texts{{editionMember, editionInUse}};
    for (const Place& place : places()) {
        QJsonObject table = texts[place.path[0]].toObject();
        QJsonObject row = table[place.path[1]].toObject();
        if (Text* const* const text = std::get_if<Text*>(&place.what)) {
            row[place.path[2]] = QString::fromUtf8((*text)->source);
        } else {
            const RetryAdvice& advice = *std::get<RetryAdvice*>(place.what);
            row[place.path[2]] = QJsonArray{advice.fromSeconds, advice.toSeconds};
        }
        table[place.path[1]] = row;
        texts[place.path[0]] = table;
    }
    return QJsonDocument(texts).toJson();
}

} // namespace derouter::guide
