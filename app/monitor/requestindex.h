// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"
#include "monitor/largepages.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace derouter {

/// The request-ids seen of late, so that several records with one id count as one request. Of several
/// sources that tell of a success the first one by their order counts it, and before it one that knows when
/// it was, whichever was read first.
///
/// Bounded: about the last million ids, 32 MiB at most; what is older is taken for a request of its own when
/// it comes again. Keys are hashes of 64 bits.
class RequestIndex {
public:
    /// A success as it was counted.
    struct Entry {
        std::uint64_t id = 0;     ///< 0: an empty place
        std::uint32_t second = 0; ///< since the epoch; 0 without a time
        std::uint16_t source = 0;
        bool failed : 1 = false;
        bool forgotten : 1 = false;
        bool isTimeInherited : 1 = false;

        std::optional<Microseconds> time() const {
            return second > 0 ? std::optional(second * microsecondsPerSecond) : std::nullopt;
        }
    };

    /// What a success changes in what is counted.
    struct Added {
        bool counts = false;
        std::optional<Entry> insteadOf = {}; ///< as which the request was counted until now
    };
    Added addSuccess(std::uint64_t id, int source, std::optional<Microseconds> time);
    /// Asks for an id's entry from memory ahead of its use; changes nothing.
    void prefetch(std::uint64_t id) const;
    /// Marks the id as failed. Gives the success it was counted as until now, if any.
    std::optional<Entry> addFailure(std::uint64_t id, int source);
    /// Dates an undated success of the source. False when it is not counted as such (any more).
    bool inheritTime(std::uint64_t id, int source, Microseconds time);
    /// Takes the ids this source gave for unknown again.
    void forget(int source);

private:
    using Table = std::vector<Entry, LargePages<Entry>>;

    struct Found {
        Entry* known = nullptr;
        Entry* place = nullptr; ///< among the young ones; null where there are none
    };

    Found find(std::uint64_t id);
    static Entry* place(Table& table, std::uint64_t id);
    Entry& insert(std::uint64_t id, Entry* entry);
    void makeRoom();

    Table m_young;
    Table m_old;
    std::size_t m_count = 0; ///< entries in m_young
};

} // namespace derouter
