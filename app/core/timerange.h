// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace derouter {

/// Microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
using Microseconds = std::int64_t;

inline constexpr Microseconds microsecondsPerSecond = 1'000'000;
inline constexpr Microseconds microsecondsPerMinute = 60 * microsecondsPerSecond;

/// How far a record's time can be trusted.
enum class TimeQuality : std::uint8_t {
    None,        ///< the record has no time
    Exact,       ///< date, time and zone stand in the record
    ZoneAssumed, ///< the stamp names no zone; the source's zone was taken
    DateAssumed, ///< the stamp names no date or no year; completed from the file's own time
    Inherited,   ///< taken from the neighbouring record of the same source
};

/// Whole units of `unit` below `time`, rounded towards the past also before 1970.
constexpr std::int64_t floorDivide(Microseconds time, Microseconds unit) {
    return time / unit - (time % unit < 0 ? 1 : 0);
}

/// Whole seconds in which a wait is over; none for one that is.
constexpr std::int64_t secondsUp(Microseconds wait) {
    return wait <= 0 ? 0 : (wait + microsecondsPerSecond - 1) / microsecondsPerSecond;
}

/// Makes what lies between `first` and `last` reach from `from` to `to`; a missing one changes nothing.
inline void extend(std::optional<Microseconds>& first, std::optional<Microseconds>& last,
                   std::optional<Microseconds> from, std::optional<Microseconds> to) {
    if (from)
        first = std::min(first.value_or(*from), *from);
    if (to)
        last = std::max(last.value_or(*to), *to);
}

/// A half-open range of time, [from, to); a missing end is open.
struct TimeRange {
    std::optional<Microseconds> from;
    std::optional<Microseconds> to;

    bool isAll() const { return !from && !to; }
    bool contains(Microseconds time) const { return (!from || time >= *from) && (!to || time < *to); }
    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

} // namespace derouter
