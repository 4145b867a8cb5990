// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/failurekey.h"

#include "core/sourcespec.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

/// Whether a record has the same place whenever the source is read.
bool hasPlaces(const SourceSpec& spec) {
    return spec.kind == SourceSpec::Kind::File || spec.kind == SourceSpec::Kind::Text;
}

QByteArray recordOf(const EventStore& events, EventStore::Row row) {
    const EventStore::Record record = events.record(row);
    return record.state == EventStore::Record::State::There ? keyHash(record.bytes) : QByteArray();
}

} // namespace

QByteArray keyHash(std::string_view text) {
    return QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())),
                                    QCryptographicHash::Sha256)
        .first(FailureKey::hashBytes);
}

QByteArray hashOfSource(const SourceSpec& spec) {
    QString name = QString::number(static_cast<int>(spec.kind)) + u'\n' + spec.address;
    name += spec.command.join(QChar(0));
    if (spec.kind == SourceSpec::Kind::File)
        name +=
            spec.path.startsWith(u':') ? spec.path : QDir::cleanPath(QFileInfo(spec.path).absoluteFilePath());
    return keyHash((name.toUtf8() + spec.text).toStdString());
}

FailureKey keyOf(const EventStore& events, EventStore::Row row, const SourceSpec& spec) {
    const ErrorEvent event = events.event(row);
    if (!event.requestId.empty())
        return {.id = keyHash(event.requestId), .source = {}, .record = {}};
    FailureKey key{.id = {}, .source = hashOfSource(spec), .record = recordOf(events, row)};
    if (hasPlaces(spec))
        key.offset = events.sightings(row).front().offset;
    return key;
}

bool standsAt(const FailureKey& place, const EventStore& events, EventStore::Row row,
              const SourceSpec& spec) {
    if (place.isById() || place.offset.has_value() != hasPlaces(spec) || place.source != hashOfSource(spec))
        return false;
    const QByteArray record = recordOf(events, row);
    if (!place.offset)
        return !place.record.isEmpty() && place.record == record;
    return *place.offset == events.sightings(row).front().offset &&
           (place.record.isEmpty() || record.isEmpty() || place.record == record);
}

} // namespace derouter
