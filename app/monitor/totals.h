// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace derouter {

/// Adds to a count, or takes away from it where `by` is negative.
inline void change(std::uint64_t& count, std::int64_t by) {
    count = static_cast<std::uint64_t>(static_cast<std::int64_t>(count) + by);
}

/// The exact counts of a log: the head of every report. Never evicted.
struct Totals {
    std::uint64_t apiRequests = 0; ///< DeRouter's requests: successes and failures
    std::uint64_t apiSuccesses = 0;
    std::uint64_t failures = 0;
    std::uint64_t sightings = 0;     ///< records that report those failures
    std::uint64_t otherRequests = 0; ///< requests that are not DeRouter's
    std::map<FailureCode, std::uint64_t> failuresByCode;
    std::map<std::string, std::uint64_t, std::less<>> failuresByType; ///< only where the log shows error.type
    std::map<std::string, std::uint64_t, std::less<>> failuresByCause;
    std::map<FailureCode, std::uint64_t> undatedByCode; ///< those of them that have no time: in no rate
    std::uint64_t failuresByMove[whoseMoveCount] = {};
    std::map<int, std::uint64_t> otherErrorsByStatus;
    /// Whether every source with failures shows successes too: only then failures have a share.
    bool showsShare = false;
    std::optional<Microseconds> firstTime; ///< of any request
    std::optional<Microseconds> lastTime;

    /// Nothing when the log shows no request at all, such as a proxy's error log.
    std::optional<std::uint64_t> totalRequests() const {
        const std::uint64_t total = apiRequests + otherRequests;
        return total > 0 ? std::optional(total) : std::nullopt;
    }
};

} // namespace derouter
