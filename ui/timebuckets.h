// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timedisplay.h"

#include <QString>

#include <vector>

/// Round sizes and round moments for a chart over time. Pure functions; all times in microseconds since the
/// epoch.
namespace derouter::timebuckets {

/// The smallest of 1, 5, 10, 30 s, 1, 5, 10, 30 min, 1, 6 h, 1, 7, 30, 365, 3650 d that covers `span` in at
/// most `most` buckets.
Microseconds roundStep(Microseconds span, int most);

/// Where the buckets of a range begin, widened to whole steps that are counted from midnight of the shown
/// zone, and where the last one ends. Steps of more than an hour keep to the clocks of the zone: a day on
/// which they change has 23 or 25 hours.
std::vector<Microseconds> edges(const TimeRange& range, Microseconds step, const QTimeZone& zone);

struct Tick {
    Microseconds time = 0;
    QString label;
};

/// Ticks at round times of the shown zone within [from, to), at most `most`; a tick that begins a day is
/// labelled by its date. Daylight saving does not move them off the round times.
std::vector<Tick> ticks(Microseconds from, Microseconds to, const TimeDisplay& display, int most);

/// "second", "5 minutes", "day": what stands behind "Failures per".
QString stepName(Microseconds step);

} // namespace derouter::timebuckets
