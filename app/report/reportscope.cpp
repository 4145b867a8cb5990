// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportscope.h"

#include "monitor/letgofailures.h"
#include "report/redactor.h"

#include <algorithm>
#include <numeric>
#include <ranges>
#include <tuple>
#include <utility>

namespace derouter {

ReportScope::ReportScope(const Monitor& monitor)
    : m_events(monitor.events().snapshot())
    , m_sources(monitor.sources())
    , m_first(monitor.events().firstRow())
    , m_size(monitor.events().size())
    , m_totals(monitor.totals())
    , m_rates(monitor.rates()) {}

ReportScope::ReportScope(const Monitor& monitor, std::vector<Row> rows, const QString& condition,
                         const std::optional<TimeRange>& whole)
    : m_events(monitor.events().snapshot())
    , m_sources(monitor.sources())
    , m_size(rows.size())
    , m_rows(std::move(rows))
    , m_totals(whole ? monitor.totals() : Totals())
    , m_rates(whole ? monitor.rates() : RateSeries())
    , m_whole(whole)
    , m_isPart(true)
    , m_condition(Redactor().redact(QStringView(condition)).text()) {}

const SourceInfo* ReportScope::source(SourceId id) const {
    const auto at = std::ranges::lower_bound(m_sources, id, {}, &SourceInfo::id);
    return at == m_sources.end() || at->id != id ? nullptr : &*at;
}

/// Places among the rows; empty where these are in that order, as those of one log are.
std::vector<std::uint32_t> ReportScope::orderByTime() const {
    const auto comesBefore = [this](std::size_t one, std::size_t other) {
        const Row a = rowAt(one);
        const Row b = rowAt(other);
        const auto time = m_events.time(a);
        const auto otherTime = m_events.time(b);
        if (time != otherTime)
            return time && (!otherTime || *time < *otherTime);
        const Sighted where = m_events.where(a);
        const Sighted otherWhere = m_events.where(b);
        return std::tie(where.source, where.file, where.line, one) <
               std::tie(otherWhere.source, otherWhere.file, otherWhere.line, other);
    };
    std::vector<std::uint32_t> order;
    if (std::ranges::is_sorted(std::views::iota(std::size_t(0), m_size), comesBefore))
        return order;
    order.resize(m_size);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, comesBefore);
    return order;
}

const ReportScope::Part& ReportScope::part() const {
    if (m_part)
        return *m_part;
    m_part.emplace();
    Totals& totals = m_part->totals;
    visit([&](Row, const ErrorEvent& event) {
        countFailure(CountedFailure::of(event), 1, totals, m_part->rates);
        totals.sightings += event.sightings;
        extend(totals.firstTime, totals.lastTime, event.time, event.time);
    });
    if (m_whole)
        addSuccesses(*m_part);
    return *m_part;
}

/// By the second, as rates are kept.
void ReportScope::addSuccesses(Part& part) const {
    part.totals.showsShare = m_totals.showsShare;
    for (const RateSeries::Bucket& minute : m_rates.minutes()) {
        const Microseconds from = std::max(minute.start, m_whole->from.value_or(minute.start));
        const Microseconds end = minute.start + microsecondsPerMinute;
        const Microseconds to = std::min(end, m_whole->to.value_or(end));
        if (from >= to)
            continue;
        for (const RateSeries::Bucket& second : m_rates.buckets(from, to, microsecondsPerSecond)) {
            const auto successes = static_cast<std::int64_t>(second.requests - second.failures);
            if (successes == 0)
                continue;
            change(part.totals.apiRequests, successes);
            change(part.totals.apiSuccesses, successes);
            part.rates.addRequests(second.start, successes);
            extend(part.totals.firstTime, part.totals.lastTime, second.start, second.start);
        }
    }
}

} // namespace derouter
