// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/eventstore.h"

#include <QTableView>
#include <QTimer>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace derouter {

class EventModel;

/// The table of failures, or of calls.
///
/// While it follows, its end stays in view as failures come. Scrolling up or choosing a row pauses that; only
/// the user resumes it, with `resume()` or the End key. A table that is not sorted by rising time does not
/// scroll by itself.
///
/// Groups of repeats unfold and fold by a click on their arrow, a double click, Enter, and Right and Left.
class EventView final : public QTableView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventView)

public:
    explicit EventView(EventModel& model, QWidget* parent = nullptr);

    void setFollowing(bool on);
    bool isFollowing() const { return m_following; }
    bool isPaused() const { return m_paused; }
    /// Else new ones come anywhere, and none is kept in view.
    bool isInOrderOfTime() const;
    /// Rows that came since the pause began.
    int newMeanwhile() const { return m_newMeanwhile; }
    /// They are above then, else below.
    bool isNewestFirst() const;
    void resume();

    /// The failure in the detail pane. Of a group it is the one that was the newest when the group was
    /// chosen.
    std::optional<EventStore::Row> currentEvent() const;
    /// Rows of the model, by rising row.
    QList<int> selectedRows() const;
    /// The failures they stand for, each once: of a group all its members.
    std::vector<EventStore::Row> selectedEvents() const;
    void selectNext(int step);
    /// The next mark down (1) or up (-1), which its group unfolds to show. False: there is none.
    bool selectMarked(int step);
    void choose(const QModelIndex& index);

    /// Which columns there are, and what can be done with that of the current cell.
    void fillColumnMenu(QMenu& menu);
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
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;

private:
    void setUpColumns();
    int figuresWidth(const QString& sample) const;
    void fitTimeColumn();
    void addColumnActions();
    void moveColumn(int step);
    void widenColumn(int pixels);
    void pause();
    void onFailures(int count);
    void scrollToNewest();
    void findAgain(EventStore::Row event);
    bool foldByKey(const QKeyEvent& event);
    void toggleFold(int row);
    bool isOnArrow(QPoint position) const;
    void describe();
    void announceCurrent();
    void chooseSelected();
    void keepCurrent();
    void restoreCurrent();
    void applyFont();
    bool showsNewest() const { return m_following && !m_paused && isInOrderOfTime(); }
    std::pair<int, Qt::SortOrder> sortedBy() const;
    void keepTop();

    EventModel& m_model;
    QList<QAction*> m_columnActions;
    QTimer m_scrollTimer;
    std::optional<EventStore::Row> m_kept; ///< current failure while the model is reset
    bool m_keptGroup = false;              ///< it stood for its group
    std::optional<EventStore::Row> m_announced;
    std::optional<EventStore::Row> m_leaving; ///< current failure while its row is removed
    bool m_restoring = false;
    double m_letter = 0; ///< pixels of one on average, for which the columns are made
    bool m_following = false;
    bool m_paused = false;
    int m_newMeanwhile = 0;
    std::optional<int> m_topRow; ///< what is to stay in view while older rows leave
    QPersistentModelIndex m_top; ///< the same while others come
    std::pair<int, Qt::SortOrder> m_order{-1, Qt::AscendingOrder}; ///< in which the rows are
    int m_timeWidth = 0;                                           ///< what fitTimeColumn() gave the column
};

} // namespace derouter
