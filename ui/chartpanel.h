// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chartgroups.h"
#include "chartmarks.h"
#include "filterstate.h"
#include "models/eventmatcher.h"
#include "timedisplay.h"

#include <QTimer>
#include <QWidget>

#include <array>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
class QSettings;
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

class ChartLegend;
class ElidedLabel;
class EventModel;
class RateChart;
struct RateChartData;

/// The chart with its title, legend, and what it can be drawn by and as.
///
/// Follows Monitor and filter by itself, at most four times a second and only while it is visible.
class ChartPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartPanel)

public:
    ChartPanel(const Monitor& monitor, const EventModel& model, FilterState& state,
               QWidget* parent = nullptr);

    RateChart* chart() const { return m_chart; }
    ChartLegend* legend() const { return m_legend; }
    QToolButton* percentButton() const { return m_percent; }
    /// By what the failures are told apart, and how they are drawn.
    QMenu* formMenu() const { return m_formMenu; }

    void setTimeDisplay(const TimeDisplay& display);
    void save(QSettings& settings) const;
    void restore(const QSettings& settings);
    /// Only the bars, and what they cannot show; for narrow windows.
    void setStrip(bool on);
    void requestRefresh();
    static constexpr std::size_t mostAlertMarks = 200; ///< the latest ones are kept
    /// What was told of the logs, beside what their sources tell.
    void addAlertMark(const ChartMark& mark);
    /// What there is to be drawn now.
    RateChartData chartData() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fillFormMenu();
    void setSplit(ChartSplit split);
    void showTable();
    void refresh();
    void showButtons();
    TimeRange shownRange() const;
    bool countsRows() const;
    void takeMarks(RateChartData& shown) const;
    void takeSeries(RateChartData& shown, const TimeRange& range) const;
    void countVisible(RateChartData& shown) const;
    void showLegend(const ChartGroups& groups);
    std::vector<std::uint64_t> totalsByGroup(const ChartGroups& groups) const;
    std::vector<std::uint64_t> legendCounts(const ChartGroups& groups);
    std::vector<bool> groupsAskedFor(const ChartGroups& groups) const;
    void changeGroup(int group, void (ViewState::*change)(const FilterTerm&));
    std::uint64_t undated() const;
    std::uint64_t odd(const RateChartData& shown) const;
    bool hasLiveSource() const;
    static Microseconds edgeStep(const TimeRange& range);
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
    QToolButton* m_form;
    QMenu* m_formMenu;
    std::array<QAction*, chartSplitCount> m_splits{}; ///< by ChartSplit
    QAction* m_lines = nullptr;
    QAction* m_logarithmic = nullptr;
    QAction* m_requests = nullptr;
    QToolButton* m_percent;
    ChartSplit m_split = ChartSplit::Code;
    RateChart* m_chart;
    ChartLegend* m_legend;
    EventMatcher m_others;           ///< the filter without the legend's field: what the legend counts
    std::vector<ChartMark> m_alerts; ///< the latest ones
    QTimer m_timer;
    QTimer m_edge; ///< until the axis of followed logs ends later
    bool m_isStrip = false;
};

} // namespace derouter
