// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/lokianswer.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <optional>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;
/// Every line carries its stream's labels: a few bytes of an answer must not become gigabytes.
constexpr qsizetype longestLabels = 64 * 1024;

QByteArray quoted(const QString& text) {
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

/// RFC 3339 in UTC with nine digits.
QByteArray stamp(std::int64_t nanoseconds) {
    const std::int64_t fraction =
        (nanoseconds % nanosecondsPerSecond + nanosecondsPerSecond) % nanosecondsPerSecond;
    const QDateTime time =
        QDateTime::fromSecsSinceEpoch((nanoseconds - fraction) / nanosecondsPerSecond, Qt::UTC);
    return time.toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1() + '.' +
           QByteArray::number(static_cast<qlonglong>(fraction)).rightJustified(9, '0') + 'Z';
}

/// `["1793693647532114000", "line"]`, in later versions with the line's own labels behind.
std::optional<LokiEntry> entryFrom(const QJsonValue& value, const QByteArray& labels) {
    const QJsonArray pair = value.toArray();
    bool isNumber = false;
    const std::int64_t time = pair.at(0).toString().toLongLong(&isNumber);
    if (!isNumber || !pair.at(1).isString())
        return std::nullopt;
    return LokiEntry{time, labels, pair.at(1).toString()};
}

/// False when it is none.
bool addStream(const QJsonValue& stream, LokiAnswer& answer) {
    if (!stream[u"stream"_s].isObject() || !stream[u"values"_s].isArray())
        return false;
    QByteArray labels = QJsonDocument(stream[u"stream"_s].toObject()).toJson(QJsonDocument::Compact);
    if (labels.size() > longestLabels) {
        labels = "{}";
        answer.leftOutLabels = true;
    }
    for (const QJsonValue& value : stream[u"values"_s].toArray()) {
        auto entry = entryFrom(value, labels);
        if (!entry)
            return false;
        answer.entries.push_back(std::move(*entry));
    }
    return true;
}

} // namespace

QByteArray LokiEntry::toLine() const {
    return "{\"labels\":" + labels + ",\"line\":" + quoted(text) + ",\"timestamp\":\"" + stamp(nanoseconds) +
           "\"}\n";
}

LokiAnswer readLokiAnswer(const QByteArray& body) {
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonValue data = document[u"data"_s];
    const QString type = data[u"resultType"_s].toString();
    if (document[u"status"_s].toString() != "success"_L1 || !data[u"result"_s].isArray())
        return {};
    if (type == "matrix"_L1 || type == "vector"_L1 || type == "scalar"_L1)
        return {.kind = LokiAnswer::Kind::Numbers, .entries = {}};
    LokiAnswer answer{.kind = LokiAnswer::Kind::Lines, .entries = {}};
    if (type != "streams"_L1)
        return {};
    for (const QJsonValue& stream : data[u"result"_s].toArray())
        if (!addStream(stream, answer))
            return {};
    return answer;
}

} // namespace derouter
