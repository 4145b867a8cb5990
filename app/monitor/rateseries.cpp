// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/rateseries.h"

#include <algorithm>
#include <ranges>

namespace derouter {

namespace {

int secondOf(Microseconds time) {
    return static_cast<int>(floorDivide(time, microsecondsPerSecond) -
                            60 * floorDivide(time, microsecondsPerMinute));
}

void addTo(std::vector<RateSeries::KindCount>& kinds, const FailureKind& kind, std::uint64_t count) {
    const auto at = std::ranges::lower_bound(kinds, kind, {}, &RateSeries::KindCount::kind);
    if (at != kinds.end() && at->kind == kind)
        at->count += count;
    else
        kinds.insert(at, {kind, count});
}

} // namespace

std::map<FailureCode, std::uint64_t> RateSeries::Bucket::byCode() const {
    std::map<FailureCode, std::uint64_t> counts;
    for (const KindCount& each : kinds)
        counts[each.kind.code] += each.count;
    return counts;
}

RateSeries::Minute& RateSeries::minuteOf(Microseconds time) {
    const std::int64_t key = floorDivide(time, microsecondsPerMinute);
    if (!m_minutes.empty() && m_minutes.rbegin()->first == key) // logs go on where they were
        return m_minutes.rbegin()->second;
    return m_minutes[key];
}

void RateSeries::addRequests(Microseconds time, std::int64_t count) {
    std::uint32_t& requests = minuteOf(time).requests[secondOf(time)];
    requests = static_cast<std::uint32_t>(requests + count);
}

void RateSeries::addFailures(Microseconds time, const FailureKind& kind, std::int64_t count) {
    Minute& minute = minuteOf(time);
    const auto second = static_cast<std::uint8_t>(secondOf(time));
    // What comes next is mostly of the second that came last.
    auto newestFirst = minute.failures | std::views::reverse;
    const auto at = std::ranges::find_if(
        newestFirst, [&](const SecondCount& kept) { return kept.second == second && kept.kind == kind; });
    if (at != newestFirst.end())
        at->count = static_cast<std::uint32_t>(at->count + count);
    else
        minute.failures.push_back({second, kind, static_cast<std::uint32_t>(count)});
}

void RateSeries::add(const RateSeries& other) {
    for (const auto& [key, theirs] : other.m_minutes) {
        Minute& mine = m_minutes[key];
        for (int second = 0; second < 60; ++second)
            mine.requests[second] += theirs.requests[second];
        for (const SecondCount& failure : theirs.failures)
            addFailures(key * microsecondsPerMinute + failure.second * microsecondsPerSecond, failure.kind,
                        failure.count);
    }
}

void RateSeries::clear() {
    m_minutes.clear();
}

std::optional<TimeRange> RateSeries::range() const {
    if (m_minutes.empty())
        return std::nullopt;
    return TimeRange{m_minutes.begin()->first * microsecondsPerMinute,
                     (m_minutes.rbegin()->first + 1) * microsecondsPerMinute};
}

std::optional<TimeRange> RateSeries::likelyRange(Microseconds now) const {
    constexpr std::int64_t minutesADay = 24 * 60;
    constexpr std::int64_t earliest = 16436 * minutesADay; // 2015-01-01
    const auto first = m_minutes.lower_bound(earliest);
    const auto behind = m_minutes.upper_bound(now / microsecondsPerMinute + 2 * minutesADay);
    if (first == m_minutes.end() || behind == m_minutes.begin() || first->first > std::prev(behind)->first)
        return range();
    return TimeRange{first->first * microsecondsPerMinute,
                     (std::prev(behind)->first + 1) * microsecondsPerMinute};
}

void RateSeries::addFailures(Place from, Place to, std::vector<KindCount>& kinds) {
    for (; from != to; ++from)
        for (const SecondCount& failure : from->second.failures)
            if (failure.count > 0)
                addTo(kinds, failure.kind, failure.count);
}

std::vector<RateSeries::KindCount> RateSeries::failuresOutside(const TimeRange& range) const {
    std::vector<KindCount> kinds;
    if (range.from)
        addFailures(m_minutes.begin(), m_minutes.lower_bound(*range.from / microsecondsPerMinute), kinds);
    if (range.to)
        addFailures(m_minutes.lower_bound(*range.to / microsecondsPerMinute), m_minutes.end(), kinds);
    return kinds;
}

std::vector<RateSeries::Bucket> RateSeries::buckets(Microseconds from, Microseconds to,
                                                    Microseconds step) const {
    std::vector<Bucket> buckets;
    for (Microseconds start = from; start < to; start += step)
        buckets.push_back({.start = start});
    const auto bucketOf = [&](Microseconds time) -> Bucket* {
        return time < from || time >= to ? nullptr : &buckets[static_cast<std::size_t>((time - from) / step)];
    };
    const auto end = m_minutes.lower_bound(floorDivide(to - 1, microsecondsPerMinute) + 1);
    for (auto at = m_minutes.lower_bound(floorDivide(from, microsecondsPerMinute)); at != end; ++at) {
        const Microseconds start = at->first * microsecondsPerMinute;
        for (int second = 0; second < 60; ++second)
            if (const std::uint32_t requests = at->second.requests[second])
                if (Bucket* bucket = bucketOf(start + second * microsecondsPerSecond))
                    bucket->requests += requests;
        for (const SecondCount& failure : at->second.failures) {
            Bucket* bucket = bucketOf(start + failure.second * microsecondsPerSecond);
            if (!bucket || failure.count == 0)
                continue;
            bucket->failures += failure.count;
            addTo(bucket->kinds, failure.kind, failure.count);
        }
    }
    return buckets;
}

std::vector<RateSeries::Bucket> RateSeries::minutes() const {
    std::vector<Bucket> minutes;
    for (const auto& [key, kept] : m_minutes) {
        Bucket bucket{.start = key * microsecondsPerMinute};
        for (const std::uint32_t requests : kept.requests)
            bucket.requests += requests;
        for (const SecondCount& failure : kept.failures)
            if (failure.count > 0) {
                bucket.failures += failure.count;
                addTo(bucket.kinds, failure.kind, failure.count);
            }
        if (bucket.requests > 0)
            minutes.push_back(std::move(bucket));
    }
    return minutes;
}

} // namespace derouter
