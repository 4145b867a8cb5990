// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"

#include <cstdint>
#include <deque>
#include <vector>

namespace derouter {

/// Which successes a log tells twice: an HTTP library or a server by the address, the program by the
/// request's id. Neither names the other, but they stand within milliseconds of each other.
///
/// A pair is one request only where the log is made so: nearly all that is told by an id has its partner.
/// What waits for one is of the last moment.
class SuccessPairs {
public:
    /// Successes of one time that were told by their addresses.
    struct Addressed {
        Microseconds time = 0;
        bool isAnswer = false; ///< see Batch::Answer
        std::uint64_t count = 1;
    };

    /// Successes that name an address and no id; they wait until it is clear whether they are told again.
    void take(Addressed successes);
    /// A success that names an id and no address, and counts by it.
    void noteTold(Microseconds time);
    /// Nothing more is told for now.
    void end();
    /// Those that are no part of a pair, in their order.
    std::vector<Addressed> takeSingle();
    bool hasSingle() const { return !m_single.empty(); }

private:
    /// Whether the log tells its successes in pairs.
    enum class Habit : std::uint8_t { Unknown, Pairs, None };

    bool seemsPaired(std::uint64_t told) const;
    void decide();
    void pair(Addressed success);
    void giveUp(std::uint64_t count);
    void release(Microseconds until);

    Habit m_habit = Habit::Unknown;
    std::deque<Addressed> m_waiting;
    std::uint64_t m_waitingCount = 0;  ///< of the successes in it
    std::deque<Microseconds> m_told;   ///< by an id, whose partner may follow
    std::vector<Addressed> m_doubtful; ///< paired before the log's habit is known
    std::vector<Addressed> m_single;
    std::uint64_t m_toldCount = 0;
    std::uint64_t m_addressedCount = 0; ///< since the first was told by an id
    std::uint64_t m_pairs = 0;
};

} // namespace derouter
