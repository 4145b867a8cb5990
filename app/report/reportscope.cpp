// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportscope.h"

#include "report/redactor.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace derouter {

ReportScope::ReportScope(const Monitor& monitor)
    : m_monitor(monitor)
    , m_rows(monitor.events().size()) {
    std::iota(m_rows.begin(), m_rows.end(), monitor.events().firstRow());
}

ReportScope::ReportScope(const Monitor& monitor, std::vector<EventStore::Row> rows, const QString& condition)
    : m_monitor(monitor)
    , m_rows(std::move(rows))
    , m_part(Part())
    , m_condition(Redactor().redact(QStringView(condition)).text()) {
    for (const EventStore::Row row : m_rows)
        count(events().event(row));
}

void ReportScope::count(const ErrorEvent& event) {
    Totals& totals = m_part->totals;
    ++totals.apiRequests;
    ++totals.failures;
    totals.sightings += event.sightings;
    ++totals.failuresByCode[event.code];
    ++totals.failuresByCause[std::string(event.cause)];
    ++totals.failuresByMove[static_cast<int>(event.move)];
    if (!event.type.empty())
        ++totals.failuresByType[std::string(event.type)];
    if (!event.time) {
        ++totals.undatedByCode[event.code];
        return;
    }
    totals.firstTime = std::min(totals.firstTime.value_or(*event.time), *event.time);
    totals.lastTime = std::max(totals.lastTime.value_or(*event.time), *event.time);
    m_part->rates.addRequests(*event.time, 1);
    m_part->rates.addFailures(*event.time, event.code, 1);
}

} // namespace derouter
