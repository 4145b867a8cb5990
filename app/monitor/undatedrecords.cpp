// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a FailureJoiner gives records without a time the first time of their log.

#include "monitor/failurejoiner.h"

#include <algorithm>
#include <utility>

namespace derouter {

void FailureJoiner::noteUndated(SourceId source, EventStore::Row row) {
    std::optional<EventStore::Row>& first = m_accounts[source].firstUndated;
    first = std::min(first.value_or(row), row);
}

/// Whether the source's present log tells of the failure without a time, and nothing better is known.
bool FailureJoiner::isUndatedIn(EventStore::Row row, SourceId source) const {
    const TimeQuality quality = m_events.event(row).timeQuality;
    if (quality != TimeQuality::None && quality != TimeQuality::Inherited)
        return false;
    const int log = m_accounts.at(source).log;
    return std::ranges::any_of(m_events.sightings(row), [=](const Sighted& where) {
        return where.source == source && where.file >= log && !where.time;
    });
}

/// Gives the records before the source's first date that date.
void FailureJoiner::dateLeading(SourceId source, Microseconds time, Changes& changes) {
    Account& account = m_accounts[source];
    const auto ids = std::exchange(account.undatedIds, {});
    const auto firstUndated = std::exchange(account.firstUndated, {});
    auto held = std::exchange(account.heldFailures, {});
    const auto successes = static_cast<std::int64_t>(std::exchange(account.undatedSuccesses, 0));
    if (!m_range.contains(time))
        return;
    const bool counted = m_range.isAll();
    if (counted)
        countSuccesses(source, std::nullopt, -successes);
    countSuccesses(source, time, successes);
    for (const std::uint64_t id : ids) {
        if (!counted) {
            if (takeSuccess(source, id, time))
                countSuccesses(source, time, 1);
        } else if (m_requests.inheritTime(id, source, time)) {
            countSuccesses(source, std::nullopt, -1);
            countSuccesses(source, time, 1);
        }
    }
    if (firstUndated)
        dateFailures(source, *firstUndated, time, changes);
    for (Sighting& sighting : held) {
        sighting.time = time;
        sighting.timeQuality = TimeQuality::Inherited;
        join(source, sighting, changes);
    }
    if (successes > 0 || !ids.empty() || firstUndated || !held.empty()) {
        extend(account.firstTime, account.lastTime, time, time);
        extend(m_totals.firstTime, m_totals.lastTime, time, time);
    }
}

/// Those that were let go, too.
void FailureJoiner::dateFailures(SourceId source, EventStore::Row first, Microseconds time,
                                 Changes& changes) {
    for (const auto& [kind, count] : m_letGo.date(source, time)) {
        const auto dated = static_cast<std::int64_t>(count);
        if ((m_totals.undatedByCode[kind.code] -= count) == 0)
            m_totals.undatedByCode.erase(kind.code);
        m_rates.addRequests(time, dated);
        m_rates.addFailures(time, kind, dated);
    }
    for (EventStore::Row row = std::max(first, m_events.firstRow()); row < m_events.endRow(); ++row) {
        if (!isUndatedIn(row, source))
            continue;
        countRow(row, -1);
        const bool isNew = m_events.inheritTime(row, time, source);
        countRow(row, +1);
        if (isNew && row < changes.firstNew)
            changes.changed.push_back(row);
    }
}

/// Whether a date that comes yet will be the failure's.
bool FailureJoiner::mayBeDated(EventStore::Row row, const ErrorEvent& event) const {
    const auto account = event.time ? m_accounts.end() : m_accounts.find(event.source);
    return account != m_accounts.end() && account->second.firstUndated &&
           row >= *account->second.firstUndated;
}

} // namespace derouter
