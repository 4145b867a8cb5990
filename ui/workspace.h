// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filterstate.h"
#include "models/eventmodel.h"
#include "timedisplay.h"

#include <QTimer>
#include <QWidget>

#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QSettings;
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace derouter {

class AlertBanner;
class ChartPanel;
class DetailPane;
class EmptyState;
class EventView;
class FilterBar;
class FilterValues;
class Headline;
class RotatedOffer;
class SourcePanel;

/// Everything between toolbar and status bar: headline, chart, table, detail pane and sources, or the empty
/// state that stands in their place. Follows the Monitor and the filter by itself.
class Workspace final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workspace)

public:
    Workspace(Monitor& monitor, FilterState& state, QWidget* parent = nullptr);

    EventModel& model() { return m_model; }
    EventView* view() const { return m_view; }
    DetailPane* detail() const { return m_detail; }
    ChartPanel* chartPanel() const { return m_chartPanel; }
    SourcePanel* sourcePanel() const { return m_sources; }
    RotatedOffer* rotatedOffer() const { return m_offer; }
    const TimeDisplay& timeDisplay() const { return m_times; }
    Headline* headline() const { return m_headline; }
    AlertBanner* alertBanner() const { return m_alert; }
    FilterBar* filterBar() const { return m_filterBar; }
    /// In the place of everything while nothing can be shown.
    EmptyState* emptyState() const { return m_empty; }
    /// In the place of the table when the filter hides every failure.
    EmptyState* hiddenState() const { return m_hidden; }
    bool isEmptyStateShown() const;
    bool isHiddenStateShown() const;

    bool hasFollowedSource() const;

    void setTimeZone(const QTimeZone& zone);
    /// Whether the table is to follow; it does as soon as a followed source is open.
    void setFollowWanted(bool on);
    void setSourcesWanted(bool on);
    /// What can be done with the chosen rows, for the menu of a cell.
    void setRowActions(const QList<QAction*>& actions) { m_rowActions = actions; }
    /// One row for failures that repeat each other.
    void setGrouping(bool on);
    /// To the next part with 1, to the previous one with -1: filters, table, details, chart, sources.
    void goToPanel(int step);
    /// To the table, or to what stands in its place.
    void goToTable();

    void save(QSettings& settings) const;
    void restore(QSettings& settings);

    /// With what gives way in a low window: the sources first, then all of the chart but its bars.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// One value without secrets is to be copied; `name` is what it is called.
    void copyRequested(const QString& name, const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectParts();
    void requestRefresh();
    void refresh();
    void showState();
    void showTimes();
    void showFilter();
    void showOverview();
    void goToRequestId();
    void showCellMenu(const QModelIndex& index, QPoint at);
    void showValueMenu(EventStore::Row row, FilterField field, QPoint at);
    void fillFilterMenu();
    void showFollow();
    QString noFailuresText() const;
    QString allHiddenText() const;
    QString failedText() const;
    bool allFailed() const;
    bool isNothingUnderstood() const;
    const SourceInfo* firstWithRejected() const;
    bool areSourcesShown() const;
    std::vector<std::pair<QWidget*, QWidget*>> panels() const;
    void enter(QWidget& widget);
    int heightWithout() const;
    int heightOfChart() const;
    void fitWidth();
    void fitChart();
    void fitDetails();
    void fitDetailsSoon();

    Monitor& m_monitor;
    FilterState& m_state;
    EventModel m_model;
    TimeDisplay m_times;
    QTimer m_timer;
    QList<QAction*> m_rowActions;
    bool m_overviewIsDue = true; ///< failures are shown that it does not sum up, or others than it sums up
    bool m_followWanted = true;
    bool m_isStrip = false;
    int m_chartHeight = 0;       ///< the least height of the chart when it was last no strip
    bool m_fitIsDue = false;     ///< as soon as there are details
    bool m_fitsNoDetails = true; ///< no failure was shown since the size of texts changed
    bool m_sourcesWanted = true;
    bool m_sourcesForced = false; ///< asked for in a window that has no height for them
    Headline* m_headline = nullptr;
    AlertBanner* m_alert = nullptr;
    ChartPanel* m_chartPanel = nullptr;
    EventView* m_view = nullptr;
    FilterValues* m_values = nullptr;
    FilterBar* m_filterBar = nullptr;
    DetailPane* m_detail = nullptr;
    RotatedOffer* m_offer = nullptr;
    SourcePanel* m_sources = nullptr;
    EmptyState* m_empty = nullptr;
    EmptyState* m_hidden = nullptr;
    QStackedWidget* m_pages = nullptr;      ///< the empty state, or everything
    QStackedWidget* m_tablePages = nullptr; ///< the table, or that the filter hides everything
    QSplitter* m_across = nullptr;          ///< chart and table beside the detail pane, or above it
    QSplitter* m_down = nullptr;            ///< chart above table
};

} // namespace derouter
