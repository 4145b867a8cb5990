// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "core/ledger.h"

#include <QPalette>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace derouter {

class Monitor;
struct RateChartData;

/// Something that happened to a log, or was told of it, at a time of the chart.
struct ChartMark {
    enum class Kind : std::uint8_t { Gap, Rotation, Restart, Alert };

    Microseconds time = 0;
    Kind kind = Kind::Gap;
    QString sentence; ///< of our own words and names of logs; made harmless
};

/// Marks that have one place on the chart.
struct ChartMarkGroup {
    double x = 0; ///< of its middle
    std::vector<ChartMark> marks;
};

namespace chartmarks {

/// How high a mark is; they stand above the plot.
inline constexpr double height = 9;

/// What the sources tell, in no order. What has no time is left out.
std::vector<ChartMark> of(const Monitor& monitor);

/// A sentence; `name` is the log's, made harmless.
QString turnoverText(const Turnover& turnover, const QString& name);

/// By their places in a plot that shows this: those that would touch are one.
std::vector<ChartMarkGroup> placed(const RateChartData& shown, const QRectF& plot);

/// Told apart by their shapes: a cross for a gap, a ring for a rotation, a triangle for a restart or
/// the end of a halt, an exclamation mark for an alert; several by their number.
void paint(QPainter& painter, const std::vector<ChartMarkGroup>& groups, const QRectF& plot,
           const QPalette& palette);

/// The marker of a line where it is highest, and its label beside it where none of `taken` stands; the line
/// goes on in the painter's colours.
void paintPeak(QPainter& painter, QPointF peak, WhoseMove move, const QString& label, const QRectF& plot,
               const QPalette& palette, std::vector<QRectF>& taken);

/// The sentences of a group, a line each; of many the first ones, and how many more there are.
QString text(const std::vector<ChartMark>& marks);

} // namespace chartmarks

} // namespace derouter
