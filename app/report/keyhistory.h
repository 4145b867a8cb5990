// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"
#include "monitor/eventstore.h"

#include <cstdint>
#include <optional>

namespace derouter {

/// Whether the guide's cure is the key or its account: 401 and 402.
bool isOfKey(const guide::Cause& cause);
/// Whether DeRouter took the key of a request that failed so: its answer speaks of something else.
bool tookKey(const guide::Cause& cause);

/// What the kept failures tell of the key of one of them, as requests that go well do not name theirs. Keys
/// are the same where their masked forms are.
struct KeyHistory {
    std::uint64_t refused = 0; ///< failures of this key by the same code
    std::optional<Microseconds> firstRefused{};
    std::optional<Microseconds> lastRefused{};
    std::uint64_t taken = 0; ///< failures of this key for which it was not the cause
    std::optional<Microseconds> lastTaken{};
    std::size_t othersRefused = 0; ///< other keys that were refused by the same code
    std::size_t othersTaken = 0;   ///< other keys that were not, and were taken

    /// Of a failure that names its key. Looks at every failure that is kept.
    static KeyHistory of(const EventStore& events, EventStore::Row row);
};

} // namespace derouter
