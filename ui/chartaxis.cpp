// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartaxis.h"

#include <QFontMetricsF>

#include <algorithm>

namespace derouter::chartaxis {

namespace {

constexpr double pixelsPerTick = 84;
constexpr double gap = 28; ///< pixels between two labels, with what Qt wants around them

/// Whether no two neighbours are closer than the widest label is wide.
bool fit(const std::vector<timebuckets::Tick>& ticks, double pixelsPerTime, const QFontMetricsF& metrics) {
    double widest = 0;
    for (const timebuckets::Tick& tick : ticks)
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    for (std::size_t at = 1; at < ticks.size(); ++at)
        if (static_cast<double>(ticks[at].time - ticks[at - 1].time) * pixelsPerTime < widest + gap)
            return false;
    return true;
}

} // namespace

std::vector<timebuckets::Tick> fittingTicks(const TimeRange& range, const TimeDisplay& display, double width,
                                            const QFontMetricsF& metrics) {
    const double pixelsPerTime = width / static_cast<double>(*range.to - *range.from);
    int most = std::max(1, static_cast<int>(width / pixelsPerTick));
    std::vector<timebuckets::Tick> ticks = timebuckets::ticks(*range.from, *range.to, display, most);
    while (most > 1 && !fit(ticks, pixelsPerTime, metrics))
        ticks = timebuckets::ticks(*range.from, *range.to, display, --most);
    return ticks;
}

QString distinct(const QString& label, const QStringList& earlier) {
    QString own = label;
    while (earlier.contains(own))
        own += QChar(u'\u200B');
    return own;
}

} // namespace derouter::chartaxis
