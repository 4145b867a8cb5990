// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timebuckets.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace derouter::timebuckets {

namespace {

constexpr Microseconds second = microsecondsPerSecond;
constexpr Microseconds minute = microsecondsPerMinute;
constexpr Microseconds hour = 60 * minute;
constexpr Microseconds day = 24 * hour;

struct Step {
    Microseconds size;
    const char* name;
};

constexpr std::array steps{
    Step{second, QT_TRANSLATE_NOOP("TimeBuckets", "second")},
    Step{5 * second, QT_TRANSLATE_NOOP("TimeBuckets", "5 seconds")},
    Step{10 * second, QT_TRANSLATE_NOOP("TimeBuckets", "10 seconds")},
    Step{30 * second, QT_TRANSLATE_NOOP("TimeBuckets", "30 seconds")},
    Step{minute, QT_TRANSLATE_NOOP("TimeBuckets", "minute")},
    Step{5 * minute, QT_TRANSLATE_NOOP("TimeBuckets", "5 minutes")},
    Step{10 * minute, QT_TRANSLATE_NOOP("TimeBuckets", "10 minutes")},
    Step{30 * minute, QT_TRANSLATE_NOOP("TimeBuckets", "30 minutes")},
    Step{hour, QT_TRANSLATE_NOOP("TimeBuckets", "hour")},
    Step{6 * hour, QT_TRANSLATE_NOOP("TimeBuckets", "6 hours")},
    Step{day, QT_TRANSLATE_NOOP("TimeBuckets", "day")},
    Step{7 * day, QT_TRANSLATE_NOOP("TimeBuckets", "7 days")},
    Step{30 * day, QT_TRANSLATE_NOOP("TimeBuckets", "30 days")},
    Step{365 * day, QT_TRANSLATE_NOOP("TimeBuckets", "365 days")},
    Step{3650 * day, QT_TRANSLATE_NOOP("TimeBuckets", "3,650 days")},
};
constexpr std::array tickSteps{second,     5 * second,  10 * second, 30 * second, minute,  2 * minute,
                               5 * minute, 10 * minute, 15 * minute, 30 * minute, hour,    2 * hour,
                               3 * hour,   6 * hour,    12 * hour,   day,         2 * day, 7 * day,
                               14 * day,   30 * day,    90 * day,    365 * day};

Microseconds tickStep(Microseconds span, int most) {
    const auto fits = [&](Microseconds step) { return span / step <= most; };
    const auto at = std::ranges::find_if(tickSteps, fits);
    return at == tickSteps.end() ? tickSteps.back() * (span / tickSteps.back() / most + 1) : *at;
}

Microseconds offsetAt(Microseconds time, const QTimeZone& zone) {
    return second * TimeDisplay(zone).at(time).offsetFromUtc();
}

/// Moment at which clocks of the zone show `local`, given as if it were UTC.
Microseconds fromLocal(Microseconds local, const QTimeZone& zone) {
    const QDateTime shown = QDateTime::fromMSecsSinceEpoch(floorDivide(local, 1000), QTimeZone::utc());
    return QDateTime(shown.date(), shown.time(), zone).toMSecsSinceEpoch() * 1000;
}

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TimeAxis)
};

QString tickLabel(const QDateTime& moment, Microseconds step, bool isFirst) {
    const QLocale locale;
    if (step >= 30 * day)
        return locale.toString(moment.date(), Text::tr("MMM yyyy", "month of a year, as QLocale writes it"));
    if (step >= day || (moment.time() == QTime(0, 0) && !isFirst))
        return locale.toString(moment.date(), Text::tr("d MMM", "day of a month, as QLocale writes it"));
    return moment.toString(step < minute ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

} // namespace

Microseconds roundStep(Microseconds span, int most) {
    const auto fits = [&](const Step& step) { return span <= step.size * std::max(1, most); };
    const auto at = std::ranges::find_if(steps, fits);
    return at == steps.end() ? steps.back().size : at->size;
}

std::vector<Microseconds> edges(const TimeRange& range, Microseconds step, const QTimeZone& zone) {
    const Microseconds offset = offsetAt(*range.from, zone);
    const Microseconds first = floorDivide(*range.from + offset, step) * step;
    const auto edge = [&](Microseconds local) {
        return step > hour ? fromLocal(local, zone) : local - offset;
    };
    std::vector<Microseconds> edges{edge(first)};
    for (Microseconds local = first; edges.size() < 2 || edges.back() < *range.to;) {
        local += step;
        edges.push_back(edge(local));
    }
    return edges;
}

/// Steps up to an hour are taken as the time goes: an hour that clocks show twice has its ticks twice.
std::vector<Tick> ticks(Microseconds from, Microseconds to, const TimeDisplay& display, int most) {
    const Microseconds step = tickStep(to - from, std::max(1, most));
    const auto roundFrom = [&](Microseconds time) {
        return -floorDivide(-(time + offsetAt(time, display.zone())), step) * step;
    };
    std::vector<Tick> ticks;
    const auto add = [&](Microseconds time) {
        const bool afterLast = ticks.empty() || time > ticks.back().time;
        if (time >= from && time < to && afterLast)
            ticks.push_back({time, tickLabel(display.at(time), step, time == from)});
    };
    if (step <= hour) {
        for (Microseconds time = from; time < to; time += step) {
            time = roundFrom(time) - offsetAt(time, display.zone());
            add(time);
        }
        return ticks;
    }
    Microseconds local = roundFrom(from);
    for (Microseconds time = fromLocal(local, display.zone()); time < to;
         local += step, time = fromLocal(local, display.zone()))
        add(time);
    return ticks;
}

QString stepName(Microseconds step) {
    const auto known = std::ranges::find(steps, step, &Step::size);
    return known == steps.end() ? QString() : QCoreApplication::translate("TimeBuckets", known->name);
}

} // namespace derouter::timebuckets
