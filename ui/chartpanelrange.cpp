// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartpanel.h"

#include "filterstate.h"
#include "monitor/monitor.h"

#include <QDateTime>

#include <algorithm>

// From when to when the chart shows what happened.

namespace derouter {

bool ChartPanel::hasLiveSource() const {
    return std::ranges::any_of(m_monitor.sources(), &SourceInfo::isLive);
}

/// What the axis of followed logs goes on by: a part of it that is seldom seen.
Microseconds ChartPanel::edgeStep(const TimeRange& range) {
    return *range.to - *range.from < 10 * microsecondsPerMinute ? 5 * microsecondsPerSecond
                                                                : microsecondsPerMinute;
}

/// Of followed logs up to now, as long as the quiet does not push what failed aside.
std::optional<TimeRange> ChartPanel::wholeRange() const {
    const Microseconds now = QDateTime::currentMSecsSinceEpoch() * 1000;
    auto range = m_monitor.rates().likelyRange(now);
    if (!range || !hasLiveSource())
        return range;
    const Microseconds step = edgeStep(*range);
    const Microseconds edge = (floorDivide(now, step) + 1) * step;
    const Microseconds quiet = edge - *range->to;
    const bool isAhead = m_monitor.totals().lastTime >= edge; // by the log's clock
    if (quiet > 0 ? quiet <= std::max(*range->to - *range->from, 60 * microsecondsPerMinute)
                  : !isAhead && -quiet < microsecondsPerMinute)
        range->to = edge;
    return range;
}

TimeRange ChartPanel::shownRange() const {
    const TimeRange wanted = m_state.filter().range();
    const TimeRange whole = wholeRange().value_or(wanted);
    const auto from = wanted.from ? wanted.from : whole.from;
    const auto to = wanted.to ? wanted.to : whole.to;
    if (!from || !to || *from >= *to)
        return {};
    TimeRange shown{from, to};
    if (wanted.to || !hasLiveSource())
        return shown;
    // A part may go on by smaller steps than the whole.
    const Microseconds step = edgeStep(shown);
    const Microseconds edge = (floorDivide(QDateTime::currentMSecsSinceEpoch() * 1000, step) + 1) * step;
    const bool isAhead = m_monitor.totals().lastTime >= edge;
    if (!isAhead && edge > *from && edge < *to && *to - edge < microsecondsPerMinute)
        shown.to = edge;
    return shown;
}

} // namespace derouter
