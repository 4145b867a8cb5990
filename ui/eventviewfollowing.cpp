// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventview.h"

#include "models/eventmodel.h"

#include <QScrollBar>

#include <algorithm>
#include <utility>

// What stays in view while failures come and go.

namespace derouter {

void EventView::setFollowing(bool on) {
    if (on == m_following)
        return;
    m_following = on;
    m_paused = on && !isInOrderOfTime();
    m_newMeanwhile = 0;
    if (on)
        m_scrollTimer.start(0);
    Q_EMIT followStateChanged();
}

bool EventView::isInOrderOfTime() const {
    return m_model.sortColumn() == EventModel::Time;
}

bool EventView::isNewestFirst() const {
    return isInOrderOfTime() && m_model.sortOrder() == Qt::DescendingOrder;
}

std::pair<int, Qt::SortOrder> EventView::sortedBy() const {
    return {m_model.sortColumn(), m_model.sortOrder()};
}

/// Nothing that is read moves when rows come above it, but where another order was asked for.
void EventView::keepTop() {
    const QPersistentModelIndex top = std::exchange(m_top, {});
    const bool isSameOrder = std::exchange(m_order, sortedBy()) == sortedBy();
    if (!isSameOrder && !isInOrderOfTime())
        pause(); // new ones come anywhere
    if (showsNewest())
        m_scrollTimer.start(0);
    else if (isSameOrder && top.isValid())
        verticalScrollBar()->setValue(top.row());
}

void EventView::rowsInserted(const QModelIndex& parent, int start, int end) {
    const int top = rowAt(0);
    QTableView::rowsInserted(parent, start, end);
    if (top < start || showsNewest())
        return;
    updateGeometries(); // as far as the scroll bar is to go
    verticalScrollBar()->setValue(top + end - start + 1);
}

void EventView::pause() {
    if (!m_following || m_paused || m_restoring)
        return;
    m_paused = true;
    m_newMeanwhile = 0;
    m_scrollTimer.stop();
    Q_EMIT followStateChanged();
}

void EventView::resume() {
    if (!m_following)
        return;
    if (!isInOrderOfTime())
        sortByColumn(EventModel::Time, Qt::AscendingOrder);
    m_paused = false;
    m_newMeanwhile = 0;
    scrollToNewest();
    Q_EMIT followStateChanged();
}

void EventView::onFailures(int count) {
    if (!m_following)
        return;
    if (m_paused) {
        m_newMeanwhile += count;
        Q_EMIT followStateChanged();
    } else if (!m_scrollTimer.isActive()) {
        m_scrollTimer.start(0);
    }
}

void EventView::scrollToNewest() {
    if (showsNewest())
        isNewestFirst() ? scrollToTop() : scrollToBottom();
}

/// A failure that is let go is followed by none in the detail pane, and what is read stays where it is. One
/// that is now in another row is looked for there.
void EventView::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) {
    if (m_model.isLettingGo()) {
        const int current = currentIndex().row();
        if (current >= start && current <= end)
            selectionModel()->clearCurrentIndex();
        if (const int top = verticalScrollBar()->value(); start < top)
            m_topRow = top - (std::min(end + 1, top) - start);
    } else if (m_model.isGrouping() && currentIndex().row() >= start && currentIndex().row() <= end) {
        m_leaving = currentEvent();
    }
    QTableView::rowsAboutToBeRemoved(parent, start, end);
}

} // namespace derouter
