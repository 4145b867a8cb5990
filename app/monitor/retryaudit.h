// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/eventstore.h"

#include <optional>
#include <vector>

namespace derouter {

/// A failed attempt of a call, and how the program went on after it: how long it waited for its next attempt,
/// against what the answer or the guide asked for.
///
/// Logs tell when an attempt began or when it ended, and seldom which; so a wait lies between two bounds,
/// which are one where the attempts took no time. Only what both bounds say is said.
struct AuditedAttempt {
    enum class Verdict {
        Unknown,  ///< the last one, times or advice are missing, or the bounds differ on it
        InTime,   ///< not before it was advised; waiting longer is no fault
        TooEarly, ///< before it
        Unfixed,  ///< tried again, though without a change it can only fail again
    };

    EventStore::Row row = 0;
    FailureCode code;
    std::uint16_t number = 0; ///< counted from 1; 0: not known
    std::optional<Microseconds> time{};
    std::optional<Microseconds> leastWait{}; ///< both or neither
    std::optional<Microseconds> mostWait{};
    Microseconds advisedFrom = 0; ///< after `time`; both 0 where there is no advice in numbers
    Microseconds advisedTo = 0;
    bool asked = false; ///< the advice is the answer's own Retry-After
    Verdict verdict = Verdict::Unknown;
};

/// The failed attempts that are kept of the row's call, the first one first; empty when its call is not
/// known.
std::vector<AuditedAttempt> auditRetries(const EventStore& events, EventStore::Row row);

} // namespace derouter
