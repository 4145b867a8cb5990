// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportscope.h"

#include "monitor/letgofailures.h"
#include "report/redactor.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace derouter {

ReportScope::ReportScope(const Monitor& monitor)
    : m_events(monitor.events().snapshot())
    , m_sources(monitor.sources())
    , m_rows(monitor.events().size())
    , m_totals(monitor.totals())
    , m_rates(monitor.rates()) {
    std::iota(m_rows.begin(), m_rows.end(), monitor.events().firstRow());
}

ReportScope::ReportScope(const Monitor& monitor, std::vector<Row> rows, const QString& condition)
    : m_events(monitor.events().snapshot())
    , m_sources(monitor.sources())
    , m_rows(std::move(rows))
    , m_isPart(true)
    , m_condition(Redactor().redact(QStringView(condition)).text()) {}

const SourceInfo* ReportScope::source(SourceId id) const {
    const auto at = std::ranges::lower_bound(m_sources, id, {}, &SourceInfo::id);
    return at == m_sources.end() || at->id != id ? nullptr : &*at;
}

const ReportScope::Part& ReportScope::part() const {
    if (m_part)
        return *m_part;
    m_part.emplace();
    Totals& totals = m_part->totals;
    visit([&](Row, const ErrorEvent& event) {
        countFailure(event, 1, totals, m_part->rates);
        totals.sightings += event.sightings;
        extend(totals.firstTime, totals.lastTime, event.time, event.time);
    });
    return *m_part;
}

} // namespace derouter
