// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/keptmarks.h"

#include <QJsonObject>

#include <cmath>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

QString written(const QByteArray& hash) {
    return QString::fromLatin1(hash.toHex());
}

/// Empty for what is no hash.
QByteArray hashFrom(const QJsonValue& value) {
    const QByteArray hash = QByteArray::fromHex(value.toString().toLatin1());
    return hash.size() == FailureKey::hashBytes ? hash : QByteArray();
}

std::optional<FailureKey> keyFrom(const QJsonObject& entry) {
    FailureKey key{.id = hashFrom(entry[u"id"_s]), .source = {}, .record = {}};
    if (key.isById())
        return key;
    key.source = hashFrom(entry[u"source"_s]);
    key.record = hashFrom(entry[u"record"_s]);
    const double offset = entry[u"offset"_s].toDouble(-1);
    if (offset >= 0 && offset <= 9e15 && offset == std::floor(offset))
        key.offset = static_cast<std::uint64_t>(offset);
    const bool isPlace = !key.source.isEmpty() && (key.offset || !key.record.isEmpty());
    return isPlace ? std::optional(key) : std::nullopt;
}

QJsonObject toJson(const Mark& mark) {
    QJsonObject entry;
    if (mark.key.isById())
        entry[u"id"_s] = written(mark.key.id);
    else
        entry[u"source"_s] = written(mark.key.source);
    if (mark.key.offset)
        entry[u"offset"_s] = static_cast<qint64>(*mark.key.offset);
    if (!mark.key.record.isEmpty())
        entry[u"record"_s] = written(mark.key.record);
    if (!mark.note.isEmpty())
        entry[u"note"_s] = mark.note;
    return entry;
}

} // namespace

QJsonArray toJson(const std::vector<Mark>& marks) {
    QJsonArray list;
    for (const Mark& mark : marks)
        list << toJson(mark);
    return list;
}

std::vector<Mark> marksFrom(const QJsonArray& list) {
    std::vector<Mark> marks;
    for (const QJsonValue& entry : list) {
        if (marks.size() == Marks::most)
            break;
        if (const auto key = keyFrom(entry.toObject()))
            marks.push_back({*key, entry[u"note"_s].toString()});
    }
    return marks;
}

} // namespace derouter
