// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/eventstore.h"

#include <QTableView>
#include <QTimer>

#include <optional>

namespace derouter {

class EventModel;

/// The table of failures, or of calls.
///
/// While it follows, its end stays in view as failures come. Scrolling up or choosing a row pauses that; only
/// the user resumes it, with `resume()` or the End key. A table that is not sorted by rising time does not
/// scroll by itself.
class EventView final : public QTableView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventView)

public:
    explicit EventView(EventModel& model, QWidget* parent = nullptr);

    void setFollowing(bool on);
    bool isFollowing() const { return m_following; }
    bool isPaused() const { return m_paused; }
    /// Rows that came since the pause began.
    int newBelow() const { return m_newBelow; }
    void resume();

    /// The failure in the detail pane.
    std::optional<EventStore::Row> currentEvent() const;
    /// Rows of the model, by rising row.
    QList<int> selectedRows() const;
    void selectNext(int step);
    void choose(const QModelIndex& index);

    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& state);

Q_SIGNALS:
    /// Another failure is current, or none.
    void currentEventChanged();
    void followStateChanged();
    void copyRequested();
    /// The context menu of a value, by mouse or by key.
    void valueMenuRequested(const QModelIndex& index, QPoint at);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;

private:
    void setUpColumns();
    int figuresWidth(const QString& sample) const;
    void fitTimeColumn();
    void showColumnMenu(QPoint position);
    void pause();
    void onRowsInserted(int count);
    void scrollToEnd();
    void describe();
    void announceCurrent();
    void keepCurrent();
    void restoreCurrent();
    void applyFont();
    bool isInOrderOfTime() const;

    EventModel& m_model;
    QTimer m_scrollTimer;
    std::optional<EventStore::Row> m_kept; ///< current failure while the model is reset
    std::optional<EventStore::Row> m_announced;
    bool m_restoring = false;
    bool m_following = false;
    bool m_paused = false;
    int m_newBelow = 0;
    int m_timeWidth = 0; ///< what fitTimeColumn() gave the column
};

} // namespace derouter
