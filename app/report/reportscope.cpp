// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportscope.h"

#include "monitor/letgofailures.h"
#include "report/redactor.h"

#include <numeric>
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
    countFailure(event, 1, totals, m_part->rates);
    totals.sightings += event.sightings;
    extend(totals.firstTime, totals.lastTime, event.time, event.time);
}

} // namespace derouter
