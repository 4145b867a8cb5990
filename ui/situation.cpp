// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "situation.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace derouter {

namespace {

constexpr Microseconds shortestSpan = 30 * microsecondsPerSecond;

bool isInRange(const EventStore& store, EventStore::Row row, const TimeRange& range) {
    const auto time = store.time(row);
    return time ? range.contains(*time) : range.isAll();
}

/// Looks over the failures of a range, the latest first of all.
class Survey {
public:
    Survey(const Monitor& monitor, const TimeRange& range)
        : m_monitor(monitor)
        , m_store(monitor.events())
        , m_range(range) {}

    void countAll(Situation& situation) {
        const bool isWhole = m_range.isAll();
        for (const EventStore::Row row : m_store.rows()) {
            if (!isInRange(m_store, row, m_range))
                continue;
            if (const auto time = m_store.time(row); time && (!m_latest || *time >= *m_store.time(*m_latest)))
                m_latest = row;
            if (isWhole)
                continue;
            ++situation.failures;
            ++situation.byMove[static_cast<std::size_t>(m_store.move(row))];
        }
        if (!isWhole)
            return;
        // Those that memory has no room for count too.
        const Totals& totals = m_monitor.totals();
        situation.failures = totals.failures;
        std::ranges::copy(totals.failuresByMove, situation.byMove.begin());
    }

    void describeLatest(Situation& situation) const {
        if (!m_latest)
            return;
        situation.latest = latestAt(*m_latest);
        const Microseconds second = floorDivide(situation.latest->time, microsecondsPerSecond);
        situation.requestsSince = requestsIn(m_monitor, {(second + 1) * microsecondsPerSecond, m_range.to});
        if (const auto whole = m_monitor.rates().range())
            situation.lastRequest = *whole->to - 1;
    }

    /// What most failures of late wait for, among what still goes on; of two moves that come as often the
    /// latest failure's.
    void decide(Situation& situation) const {
        std::map<const guide::Cause*, std::uint64_t> causes[whoseMoveCount];
        std::uint64_t moves[whoseMoveCount] = {};
        const auto goingOn = causesGoingOn();
        forEachOfLate([&](EventStore::Row row) {
            const guide::Cause* const cause = &m_store.cause(row);
            if (!goingOn.empty() && !goingOn.contains(cause))
                return;
            const auto move = static_cast<std::size_t>(m_store.move(row));
            ++causes[move][cause];
            ++moves[move];
        });
        if (m_latest)
            situation.move = m_store.move(*m_latest);
        for (int move = 0; move < whoseMoveCount; ++move)
            if (moves[move] > moves[static_cast<int>(situation.move)])
                situation.move = static_cast<WhoseMove>(move);
        const auto& known = causes[static_cast<int>(situation.move)];
        const auto most = std::ranges::max_element(known, {}, [](const auto& entry) { return entry.second; });
        situation.cause = most == known.end() ? nullptr : most->first;
        describeCause(situation);
    }

    void compare(Situation& situation, Microseconds now) const {
        const auto begin = m_range.from ? m_range.from : m_monitor.totals().firstTime;
        if (!m_latest || !begin)
            return;
        const Microseconds latest = *m_store.time(*m_latest);
        const bool isPresent = m_range.isAll() && situation.latest->isLive;
        const Microseconds end =
            1 + (isPresent ? std::max(now, latest)
                           : m_range.to.value_or(m_monitor.totals().lastTime.value_or(latest) + 1) - 1);
        const Microseconds half = floorDivide(end - *begin, 2 * microsecondsPerSecond);
        const Microseconds span = std::min(Situation::lately, half * microsecondsPerSecond);
        if (span < shortestSpan)
            return;
        Situation::Trend trend{.span = span};
        for (const EventStore::Row row : m_store.rows())
            if (const auto time = m_store.time(row); time && *time < end && *time >= end - 2 * span)
                ++(*time >= end - span ? trend.now : trend.before);
        situation.trend = trend;
    }

private:
    /// Those of the last five failures: what stopped before them is over, however often it came. None where
    /// no failure has a time.
    std::set<const guide::Cause*> causesGoingOn() const {
        constexpr std::size_t last = 5;
        std::vector<std::pair<Microseconds, EventStore::Row>> dated;
        forEachOfLate([&](EventStore::Row row) {
            if (const auto time = m_store.time(row))
                dated.emplace_back(*time, row);
        });
        const auto begin = dated.end() - static_cast<std::ptrdiff_t>(std::min(last, dated.size()));
        std::ranges::nth_element(dated, begin);
        std::set<const guide::Cause*> causes;
        for (auto each = begin; each != dated.end(); ++each)
            causes.insert(&m_store.cause(each->second));
        return causes;
    }

    /// When it came last, and since when it comes without a longer pause.
    void describeCause(Situation& situation) const {
        std::vector<std::pair<Microseconds, EventStore::Row>> times;
        for (const EventStore::Row row : m_store.rows())
            if (const auto time = m_store.time(row);
                time && &m_store.cause(row) == situation.cause && isInRange(m_store, row, m_range))
                times.emplace_back(*time, row);
        if (times.empty())
            return;
        if (!std::ranges::is_sorted(times)) // those of one log are
            std::ranges::sort(times);
        situation.latestOfCause = latestAt(times.back().second);
        auto first = times.rbegin();
        while (std::next(first) != times.rend() &&
               first->first - std::next(first)->first <= Situation::lately)
            ++first;
        situation.since = first->first;
    }

    Situation::Latest latestAt(EventStore::Row row) const {
        const ErrorEvent event = m_store.event(row);
        const SourceInfo* const source = m_monitor.source(event.source);
        return {.time = *event.time,
                .code = event.code,
                .cause = &m_store.cause(row),
                .retryAfter = event.retryAfter,
                .isLive = source && source->isLive() && !m_range.to};
    }

    bool isOfLate(EventStore::Row row) const {
        if (!m_latest)
            return true;
        const auto time = m_store.time(row);
        return time && *time > *m_store.time(*m_latest) - Situation::lately;
    }

    template <typename Visit> void forEachOfLate(Visit visit) const {
        for (const EventStore::Row row : m_store.rows())
            if (isInRange(m_store, row, m_range) && isOfLate(row))
                visit(row);
    }

    const Monitor& m_monitor;
    const EventStore& m_store;
    TimeRange m_range;
    std::optional<EventStore::Row> m_latest;
};

} // namespace

std::uint64_t requestsIn(const Monitor& monitor, const TimeRange& range) {
    if (range.isAll())
        return monitor.totals().apiRequests;
    const auto whole = monitor.rates().range();
    if (!whole)
        return 0;
    const Microseconds from = std::max(range.from.value_or(*whole->from), *whole->from);
    const Microseconds to = std::min(range.to.value_or(*whole->to), *whole->to);
    const auto bucket =
        from < to ? monitor.rates().buckets(from, to, to - from) : std::vector<RateSeries::Bucket>();
    return bucket.empty() ? 0 : bucket.front().requests;
}

Situation::Trend::Direction Situation::Trend::direction() const {
    const auto more = [](std::uint64_t many, std::uint64_t few) {
        return many >= few + 3 && 2 * many >= 3 * few;
    };
    return more(now, before) ? Direction::Rising : more(before, now) ? Direction::Falling : Direction::Steady;
}

Situation Situation::of(const Monitor& monitor, const TimeRange& range, Microseconds now) {
    Situation situation;
    situation.showsSuccesses = monitor.totals().apiSuccesses > 0;
    if (monitor.totals().showsShare)
        situation.requests = requestsIn(monitor, range);
    Survey survey(monitor, range);
    survey.countAll(situation);
    survey.describeLatest(situation);
    survey.decide(situation);
    survey.compare(situation, now);
    return situation;
}

} // namespace derouter
