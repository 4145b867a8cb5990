// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/rateseries.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <ranges>

namespace derouter {

namespace {

constexpr std::int64_t ever = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t minutesAnHour = 60;

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

RateSeries::Minute& RateSeries::minuteOf(std::int64_t key) {
    const std::int64_t hour = floorDivide(key, minutesAnHour);
    const bool isLatest = !m_hours.empty() && m_hours.rbegin()->first == hour; // logs go on where they were
    Minutes& minutes = (isLatest ? m_hours.rbegin()->second : m_hours[hour]).changed();
    if (!minutes.empty() && minutes.rbegin()->first == key)
        return minutes.rbegin()->second;
    return minutes[key];
}

template <typename Visit> void RateSeries::visit(std::int64_t from, std::int64_t to, Visit&& visit) const {
    for (auto hour = m_hours.lower_bound(floorDivide(from, minutesAnHour));
         hour != m_hours.end() && hour->first * minutesAnHour < to; ++hour) {
        const Minutes& minutes = *hour->second;
        const auto end = minutes.lower_bound(to);
        for (auto at = minutes.lower_bound(from); at != end; ++at)
            visit(at->first, at->second);
    }
}

std::optional<std::int64_t> RateSeries::firstFrom(std::int64_t key) const {
    for (auto hour = m_hours.lower_bound(floorDivide(key, minutesAnHour)); hour != m_hours.end(); ++hour)
        if (const auto at = hour->second->lower_bound(key); at != hour->second->end())
            return at->first;
    return std::nullopt;
}

std::optional<std::int64_t> RateSeries::lastBefore(std::int64_t key) const {
    for (auto hour = m_hours.upper_bound(floorDivide(key - 1, minutesAnHour)); hour != m_hours.begin();) {
        --hour;
        if (const auto behind = hour->second->lower_bound(key); behind != hour->second->begin())
            return std::prev(behind)->first;
    }
    return std::nullopt;
}

void RateSeries::addRequests(Microseconds time, std::int64_t count) {
    std::uint32_t& requests = minuteOf(floorDivide(time, microsecondsPerMinute)).requests[secondOf(time)];
    requests = static_cast<std::uint32_t>(requests + count);
}

void RateSeries::addFailures(Microseconds time, const FailureKind& kind, std::int64_t count) {
    Minute& minute = minuteOf(floorDivide(time, microsecondsPerMinute));
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
    other.visit(-ever, ever, [this](std::int64_t key, const Minute& theirs) {
        Minute& mine = minuteOf(key);
        for (int second = 0; second < 60; ++second)
            mine.requests[second] += theirs.requests[second];
        for (const SecondCount& failure : theirs.failures)
            addFailures(key * microsecondsPerMinute + failure.second * microsecondsPerSecond, failure.kind,
                        failure.count);
    });
}

void RateSeries::clear() {
    m_hours.clear();
}

std::optional<TimeRange> RateSeries::range() const {
    if (m_hours.empty())
        return std::nullopt;
    return TimeRange{m_hours.begin()->second->begin()->first * microsecondsPerMinute,
                     (m_hours.rbegin()->second->rbegin()->first + 1) * microsecondsPerMinute};
}

std::optional<TimeRange> RateSeries::likelyRange(Microseconds now) const {
    constexpr std::int64_t minutesADay = 24 * minutesAnHour;
    constexpr std::int64_t earliest = 16436 * minutesADay; // 2015-01-01
    const auto first = firstFrom(earliest);
    const auto last = lastBefore(now / microsecondsPerMinute + 2 * minutesADay + 1);
    if (!first || !last || *first > *last)
        return range();
    return TimeRange{*first * microsecondsPerMinute, (*last + 1) * microsecondsPerMinute};
}

std::vector<RateSeries::KindCount> RateSeries::failuresOutside(const TimeRange& range) const {
    std::vector<KindCount> kinds;
    const auto add = [&kinds](std::int64_t, const Minute& minute) {
        for (const SecondCount& failure : minute.failures)
            if (failure.count > 0)
                addTo(kinds, failure.kind, failure.count);
    };
    if (range.from)
        visit(-ever, *range.from / microsecondsPerMinute, add);
    if (range.to)
        visit(*range.to / microsecondsPerMinute, ever, add);
    return kinds;
}

std::vector<RateSeries::Bucket> RateSeries::buckets(Microseconds from, Microseconds to,
                                                    Microseconds step) const {
    std::vector<Microseconds> edges;
    for (Microseconds edge = from; edge < to + step; edge += step)
        edges.push_back(edge);
    return buckets(edges);
}

std::vector<RateSeries::Bucket> RateSeries::buckets(std::span<const Microseconds> edges) const {
    std::vector<Bucket> buckets;
    for (std::size_t at = 1; at < edges.size(); ++at)
        buckets.push_back({.start = edges[at - 1], .end = edges[at]});
    if (buckets.empty())
        return buckets;
    const Microseconds from = edges.front();
    const Microseconds to = edges.back();
    Bucket* last = &buckets.front(); // the next time is mostly in the same one
    const auto bucketOf = [&](Microseconds time) -> Bucket* {
        if (time < from || time >= to)
            return nullptr;
        if (time < last->start || time >= last->end)
            last = &*std::prev(std::ranges::upper_bound(buckets, time, {}, &Bucket::start));
        return last;
    };
    const auto add = [&](std::int64_t key, const Minute& minute) {
        const Microseconds start = key * microsecondsPerMinute;
        for (int second = 0; second < 60; ++second)
            if (const std::uint32_t requests = minute.requests[second])
                if (Bucket* bucket = bucketOf(start + second * microsecondsPerSecond))
                    bucket->requests += requests;
        for (const SecondCount& failure : minute.failures) {
            Bucket* bucket = bucketOf(start + failure.second * microsecondsPerSecond);
            if (!bucket || failure.count == 0)
                continue;
            bucket->failures += failure.count;
            addTo(bucket->kinds, failure.kind, failure.count);
        }
    };
    visit(floorDivide(from, microsecondsPerMinute), floorDivide(to - 1, microsecondsPerMinute) + 1, add);
    return buckets;
}

std::vector<RateSeries::Bucket> RateSeries::minutes() const {
    std::vector<Bucket> minutes;
    visit(-ever, ever, [&minutes](std::int64_t key, const Minute& kept) {
        Bucket bucket{.start = key * microsecondsPerMinute, .end = (key + 1) * microsecondsPerMinute};
        for (const std::uint32_t requests : kept.requests)
            bucket.requests += requests;
        for (const SecondCount& failure : kept.failures)
            if (failure.count > 0) {
                bucket.failures += failure.count;
                addTo(bucket.kinds, failure.kind, failure.count);
            }
        if (bucket.requests > 0)
            minutes.push_back(std::move(bucket));
    });
    return minutes;
}

} // namespace derouter
