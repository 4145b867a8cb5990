// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codegroup.h"
#include "filterstate.h"
#include "models/eventmatcher.h"
#include "timedisplay.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

class CodeLegend;
class ElidedLabel;
class EventModel;
class RateChart;
struct RateChartData;

/// The chart with its title, legend and the switch between counts and percent.
///
/// Follows Monitor and filter by itself, at most four times a second and only while it is visible.
class ChartPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartPanel)

public:
    ChartPanel(const Monitor& monitor, const EventModel& model, FilterState& state,
               QWidget* parent = nullptr);

    RateChart* chart() const { return m_chart; }
    CodeLegend* legend() const { return m_legend; }
    QToolButton* percentButton() const { return m_percent; }

    void setTimeDisplay(const TimeDisplay& display);
    bool isPercent() const;
    void setPercent(bool on);
    /// Only the bars, and what they cannot show; for narrow windows.
    void setStrip(bool on);
    void requestRefresh();
    /// What there is to be drawn now.
    RateChartData chartData() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    TimeRange shownRange() const;
    bool countsRows() const;
    void takeSeries(RateChartData& shown, const TimeRange& range) const;
    void countVisible(RateChartData& shown) const;
    void showLegend();
    std::vector<std::uint64_t> legendCounts();
    std::uint64_t undated() const;
    std::uint64_t odd(const RateChartData& shown) const;
    std::optional<TimeRange> wholeRange() const;
    void showTitle(const RateChartData& shown);
    void zoom(double factor, double around);
    void move(double share);
    void choose(Microseconds from, Microseconds to);

    const Monitor& m_monitor;
    const EventModel& m_model;
    FilterState& m_state;
    TimeDisplay m_times;
    ElidedLabel* m_title;
    QToolButton* m_percent;
    RateChart* m_chart;
    CodeLegend* m_legend;
    EventMatcher m_others; ///< the filter without its codes: what the legend counts
    QTimer m_timer;
    bool m_isStrip = false;
};

} // namespace derouter
