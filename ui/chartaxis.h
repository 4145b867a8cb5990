// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timebuckets.h"

#include <QStringList>

QT_BEGIN_NAMESPACE
class QFontMetricsF;
QT_END_NAMESPACE

/// The labels of the chart's axes.
namespace derouter::chartaxis {

/// Round times within [from, to): so few that in this width, in pixels, none of the labels has to be cut.
std::vector<timebuckets::Tick> fittingTicks(const TimeRange& range, const TimeDisplay& display, double width,
                                            const QFontMetricsF& metrics);

/// Labels of a category axis must differ, times of day on several days do not: invisible characters tell them
/// apart.
QString distinct(const QString& label, const QStringList& earlier);

} // namespace derouter::chartaxis
