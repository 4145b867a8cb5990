// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guide/errorguide.h"
#include "monitor/monitor.h"

#include <array>
#include <cstdint>
#include <optional>

namespace derouter {

/// How many requests of this time the logs tell of, failed or not: by the second.
std::uint64_t requestsIn(const Monitor& monitor, const TimeRange& range);

/// What a range of time comes to: how many failed, whose move it is of late, and what failed last. A plain
/// value.
struct Situation {
    /// "Of late": the last five minutes.
    static constexpr Microseconds lately = 5 * microsecondsPerMinute;

    struct Latest {
        Microseconds time = 0;
        FailureCode code;
        const guide::Cause* cause = nullptr; ///< never null
        RetryAfter retryAfter;
        /// Its source is followed, and the range goes on: what comes after it would be known.
        bool isLive = false;
    };

    /// The failures of a span of time against those of the span of the same length before it.
    struct Trend {
        enum class Direction { Rising, Steady, Falling };

        std::uint64_t before = 0;
        std::uint64_t now = 0;
        Microseconds span = 0;

        /// Half as many again, and not by chance of one or two.
        Direction direction() const;
    };

    std::uint64_t failures = 0;
    std::array<std::uint64_t, whoseMoveCount> byMove{};
    /// Of the same time, failed or not; only where every log with failures shows its successes too.
    std::optional<std::uint64_t> requests;
    bool showsSuccesses = false; ///< some log does

    /// Of the failures of late whose causes go on; of all where none has a time.
    WhoseMove move = WhoseMove::Unknown;
    const guide::Cause* cause = nullptr; ///< the most frequent of that move; null without failures
    std::optional<Latest> latest;        ///< of those that have a time
    std::optional<Latest> latestOfCause; ///< the same of `cause`: when to retry goes by this one
    std::optional<Microseconds> since;   ///< when `cause` began to come, without a pause longer than `lately`
    std::uint64_t requestsSince = 0;     ///< behind `latest`, where the logs show successes
    std::optional<Microseconds> lastRequest; ///< of the logs, to the minute
    std::optional<Trend> trend;          ///< nothing where the range is too short for one

    /// Of all failures in `range`, whatever else is filtered for. Undated ones are in the open range alone.
    /// `now` is the present: a followed log whose last failure is long ago has had a quiet time since.
    static Situation of(const Monitor& monitor, const TimeRange& range, Microseconds now);
};

} // namespace derouter
