// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/eventstore.h"

#include <QByteArray>

#include <optional>
#include <string_view>

namespace derouter {

struct SourceSpec;

/// What tells a failure in another run of the program: its request-id, else where its record stands. All of
/// it are hashes, so that what is kept holds no text of a log.
struct FailureKey {
    QByteArray id;                         ///< of the request-id; empty where the failure has none
    QByteArray source;                     ///< else: of what is read, see hashOfSource()
    std::optional<std::uint64_t> offset{}; ///< of the record in its file; nothing for what comes as a stream
    QByteArray record;                     ///< of its bytes; empty where they are not there any more

    static constexpr qsizetype hashBytes = 16;

    bool isById() const { return !id.isEmpty(); }
    friend bool operator==(const FailureKey&, const FailureKey&) = default;
};

/// The first bytes of the SHA-256 of it.
QByteArray keyHash(std::string_view text);

/// Of a file by its path, of what has none by how it was named.
QByteArray hashOfSource(const SourceSpec& spec);

/// Of a kept row of a source with this spec.
FailureKey keyOf(const EventStore& events, EventStore::Row row, const SourceSpec& spec);

/// Whether the row, which has no request-id, is the failure that had this place. A record that cannot be read
/// again is believed by its place.
bool standsAt(const FailureKey& place, const EventStore& events, EventStore::Row row, const SourceSpec& spec);

} // namespace derouter
