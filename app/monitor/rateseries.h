// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "core/shared.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace derouter {

/// What failures are told apart by over time.
struct FailureKind {
    FailureCode code{};
    std::uint8_t cause = 0; ///< index into guide::causes()
    WhoseMove move = WhoseMove::Unknown;

    friend constexpr auto operator<=>(const FailureKind&, const FailureKind&) = default;
};

/// DeRouter requests and their failures per second of the log's own time; re-binned on query.
///
/// One minute of a log costs about 300 bytes, however many requests it holds. A plain value; a copy shares
/// what was not changed since, by the rules of Shared, and so costs little however long the log is.
class RateSeries {
public:
    /// Failures of one kind within a bucket.
    struct KindCount {
        FailureKind kind;
        std::uint64_t count = 0;
    };

    struct Bucket {
        Microseconds start = 0;
        Microseconds end = 0;
        std::uint64_t requests = 0; ///< DeRouter requests, failed or not
        std::uint64_t failures = 0;
        std::vector<KindCount> kinds{}; ///< only those with failures, by rising code

        std::map<FailureCode, std::uint64_t> byCode() const;
    };

    /// Times may come in any order; `count` may be negative to take back what was added.
    void addRequests(Microseconds time, std::int64_t count);
    void addFailures(Microseconds time, const FailureKind& kind, std::int64_t count);
    void add(const RateSeries& other);
    void clear();

    bool isEmpty() const { return m_hours.empty(); }
    /// From the first minute with a request to the end of the last; whole minutes.
    std::optional<TimeRange> range() const;
    /// The same without times that cannot be right, so that one of them stretches no axis: before 2015, when
    /// there was nothing to call, or later than two days after `now`. Where all are such, all of them.
    std::optional<TimeRange> likelyRange(Microseconds now) const;
    /// Failures before and behind a range of whole minutes, by rising code.
    std::vector<KindCount> failuresOutside(const TimeRange& range) const;

    /// Buckets from each of these times, whole seconds that rise, to the next: one less than there are times.
    std::vector<Bucket> buckets(std::span<const Microseconds> edges) const;
    /// Buckets of `step` that cover [from, to) without holes, the first beginning at `from`.
    std::vector<Bucket> buckets(Microseconds from, Microseconds to, Microseconds step) const;
    /// The minutes that hold a request, by rising time.
    std::vector<Bucket> minutes() const;

private:
    struct SecondCount {
        std::uint8_t second;
        FailureKind kind;
        std::uint32_t count;
    };
    struct Minute {
        std::uint32_t requests[60] = {};
        std::vector<SecondCount> failures;
    };

    using Minutes = std::map<std::int64_t, Minute>; ///< key: minutes since the epoch

    Minute& minuteOf(std::int64_t key);
    /// Those of [from, to) that are there, by rising time: `visit(key, minute)`.
    template <typename Visit> void visit(std::int64_t from, std::int64_t to, Visit&& visit) const;
    std::optional<std::int64_t> firstFrom(std::int64_t key) const;
    std::optional<std::int64_t> lastBefore(std::int64_t key) const;

    std::map<std::int64_t, Shared<Minutes>> m_hours; ///< key: hours since the epoch; none is empty
};

} // namespace derouter
