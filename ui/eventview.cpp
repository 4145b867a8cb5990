// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventview.h"

#include "core/prose.h"
#include "dialogparts.h"
#include "eventdelegate.h"
#include "models/eventmodel.h"
#include "theme.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <unordered_set>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

EventView::EventView(EventModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model) {
    setModel(&model);
    setItemDelegate(new EventDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("Failures"));
    describe();
    setUpColumns();
    addColumnActions();
    applyFont();

    connect(&model, &QAbstractItemModel::headerDataChanged, this, &EventView::fitTimeColumn);
    m_scrollTimer.setSingleShot(true);
    connect(this, &QTableView::pressed, this, &EventView::pause);
    connect(&m_scrollTimer, &QTimer::timeout, this, &EventView::scrollToNewest);
    connect(&model, &EventModel::failuresCame, this, &EventView::onFailures);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (const auto top = std::exchange(m_topRow, std::nullopt))
            verticalScrollBar()->setValue(*top);
        if (const auto leaving = std::exchange(m_leaving, std::nullopt))
            findAgain(*leaving);
    });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &EventView::keepCurrent);
    connect(&model, &QAbstractItemModel::modelReset, this, &EventView::restoreCurrent);
    connect(&model, &QAbstractItemModel::modelReset, this, &EventView::describe);
    connect(&model, &QAbstractItemModel::modelReset, this, &EventView::fitTimeColumn);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] {
        if (currentEvent() != m_announced) // the row has become another attempt's
            announceCurrent();
    });
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        const QScrollBar& bar = *verticalScrollBar();
        if (bar.sliderPosition() != (isNewestFirst() ? bar.minimum() : bar.maximum()))
            pause();
    });
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this,
            [this] { m_top = m_model.index(rowAt(0), 0); });
    connect(&model, &QAbstractItemModel::layoutChanged, this, &EventView::keepTop);
    m_order = sortedBy();
}

void EventView::applyFont() {
    const QFont fixed = theme::fixedFont(font());
    m_model.setFixedFont(fixed);
    const int height = std::max(QFontMetrics(font()).height(), QFontMetrics(fixed).height()) + 8;
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void EventView::findAgain(EventStore::Row event) {
    if (const int row = m_model.rowStandingFor(event); row >= 0) {
        const QScopedValueRollback restoring(m_restoring, true);
        const bool isSelected =
            !selectionModel()->hasSelection() || selectedRows() == QList{currentIndex().row()};
        selectionModel()->setCurrentIndex(m_model.index(row, std::max(currentIndex().column(), 0)),
                                          isSelected ? QItemSelectionModel::ClearAndSelect |
                                                           QItemSelectionModel::Rows
                                                     : QItemSelectionModel::NoUpdate);
    }
    if (currentEvent() != m_announced)
        announceCurrent();
}

bool EventView::isOnArrow(QPoint position) const {
    const QModelIndex index = indexAt(position);
    if (!index.isValid() || index.column() != EventModel::Time || !m_model.isGroup(index.row()))
        return false;
    const QRect cell = visualRect(index);
    const int from = isRightToLeft() ? cell.right() - position.x() : position.x() - cell.left();
    return from < EventDelegate::arrowWidth;
}

void EventView::toggleFold(int row) {
    pause();
    m_model.setUnfolded(row, m_model.fold(row) == EventModel::Fold::Folded);
}

void EventView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && isOnArrow(event->position().toPoint()))
        toggleFold(rowAt(event->position().toPoint().y()));
    else
        QTableView::mousePressEvent(event);
}

void EventView::mouseDoubleClickEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && m_model.isGroup(index.row()))
        toggleFold(index.row());
    else
        QTableView::mouseDoubleClickEvent(event);
}

/// As in a tree. Where there is nothing to fold, the keys go from cell to cell.
bool EventView::foldByKey(const QKeyEvent& event) {
    const int row = currentIndex().row();
    if (row < 0 || (event.modifiers() & ~Qt::KeypadModifier))
        return false;
    const auto fold = m_model.fold(row);
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    const int inward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int outward = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    if (fold == EventModel::Fold::Folded && (isEnter || event.key() == inward))
        toggleFold(row);
    else if (fold == EventModel::Fold::Unfolded && (isEnter || event.key() == outward))
        toggleFold(row);
    else if (fold == EventModel::Fold::Member && event.key() == outward)
        choose(m_model.index(m_model.groupRow(row), currentIndex().column()));
    else
        return false;
    return true;
}

void EventView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return;
    }
    if (foldByKey(*event))
        return;
    const int newest = isNewestFirst() ? Qt::Key_Home : Qt::Key_End;
    const bool toNewest = event->key() == newest && !(event->modifiers() & Qt::ShiftModifier);
    QTableView::keyPressEvent(event);
    if (toNewest && m_following)
        resume();
}

void EventView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    scrollToNewest();
}

void EventView::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    scrollToNewest();
}

/// Where no cell shows that the keys come here, a rim does.
void EventView::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (!hasFocus() || currentIndex().isValid())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

void EventView::focusOutEvent(QFocusEvent* event) {
    QTableView::focusOutEvent(event);
    viewport()->update();
}

/// Nothing is chosen by the keys' coming here: what is followed goes on.
void EventView::focusInEvent(QFocusEvent* event) {
    if (currentIndex().isValid())
        return QTableView::focusInEvent(event);
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

/// Rows are chosen here, not cells: the keys to the beginning and to the end go through the rows. The first
/// one that is chosen is in view.
QModelIndex EventView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    if (!currentIndex().isValid() && action != MoveHome && action != MoveEnd) {
        const int last = rowAt(viewport()->height() - 1);
        const bool atEnd = action == MoveUp || (showsNewest() && !isNewestFirst());
        return m_model.index(!atEnd      ? std::max(rowAt(0), 0)
                             : last >= 0 ? last
                                         : m_model.rowCount() - 1,
                             EventModel::Time);
    }
    if (action != MoveHome && action != MoveEnd)
        return QTableView::moveCursor(action, modifiers);
    return m_model.index(action == MoveHome ? 0 : m_model.rowCount() - 1,
                         std::max(currentIndex().column(), 0));
}

void EventView::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (index.isValid())
        Q_EMIT valueMenuRequested(index, byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
                                               : event->globalPos());
}

void EventView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (m_restoring || m_leaving)
        return;
    if (current.isValid())
        pause();
    if (current.row() == previous.row() && previous.isValid())
        return;
    m_announced.reset();
    announceCurrent();
}

void EventView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    QMetaObject::invokeMethod(this, &EventView::chooseSelected, Qt::QueuedConnection);
}

/// Screen readers select a row without making it the current one.
void EventView::chooseSelected() {
    const QItemSelection ranges = selectionModel()->selection();
    if (ranges.size() != 1 || ranges.first().height() != 1 || ranges.first().top() == currentIndex().row())
        return;
    const int column = currentIndex().isValid() ? currentIndex().column() : int(EventModel::Time);
    choose(m_model.index(ranges.first().top(), column));
}

void EventView::announceCurrent() {
    m_announced = currentEvent();
    Q_EMIT currentEventChanged();
}

void EventView::describe() {
    const QString rows = m_model.filter().calls ? tr("One row for each call, by its last failed attempt.")
                                                : tr("One row for each failed request.");
    setAccessibleDescription(joinedSentences(
        {rows,
         m_model.isGrouping() ? tr("Those that repeat each other are folded into one row.") : QString()}));
}

/// Its number is no longer its own when rows are renumbered: rather no failure is chosen than another one.
void EventView::keepCurrent() {
    m_kept = m_model.isRenumbering() ? std::nullopt : currentEvent();
    m_keptGroup = m_kept && m_model.isGroup(currentIndex().row());
}

/// A filter does not lose the failure the user looks at, as long as it is still to be seen.
void EventView::restoreCurrent() {
    int row = m_kept ? m_model.rowStandingFor(*m_kept) : -1;
    if (row >= 0 && m_keptGroup)
        row = m_model.groupRow(row);
    {
        const QScopedValueRollback restoring(m_restoring, true);
        if (row >= 0) {
            choose(m_model.index(row, EventModel::Time));
            scrollTo(currentIndex(), PositionAtCenter);
        }
    }
    if (row < 0)
        m_scrollTimer.start(0);
    m_announced = m_kept;
    m_order = sortedBy();
    announceCurrent();
}

std::optional<EventStore::Row> EventView::currentEvent() const {
    const int row = currentIndex().row();
    if (row < 0 || row >= m_model.rowCount())
        return std::nullopt;
    return m_announced && m_model.standsFor(row, *m_announced) ? m_announced : m_model.storeRow(row);
}

std::vector<EventStore::Row> EventView::selectedEvents() const {
    std::vector<EventStore::Row> events;
    std::unordered_set<EventStore::Row> taken;
    for (const int row : selectedRows())
        std::ranges::copy_if(m_model.failures(row), std::back_inserter(events),
                             [&](EventStore::Row event) { return taken.insert(event).second; });
    return events;
}

QList<int> EventView::selectedRows() const {
    QList<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    return rows;
}

void EventView::selectNext(int step) {
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int from = currentIndex().isValid() ? currentIndex().row() + step : step > 0 ? 0 : count - 1;
    const int row = std::clamp(from, 0, count - 1);
    const int column = currentIndex().isValid() ? currentIndex().column() : int(EventModel::Time);
    choose(m_model.index(row, column));
}

bool EventView::selectMarked(int step) {
    const int current = currentIndex().row();
    const bool isInside = step > 0 && current >= 0 && m_model.fold(current) == EventModel::Fold::Folded;
    const int from = current < 0 ? (step > 0 ? 0 : m_model.rowCount() - 1)
                     : isInside  ? current
                                 : current + step;
    int row = m_model.findMarked(from, step);
    if (row < 0)
        return false;
    if (m_model.fold(row) == EventModel::Fold::Folded) {
        const int members = static_cast<int>(m_model.failures(row).size());
        m_model.setUnfolded(row, true);
        row = step > 0 ? m_model.findMarked(row + 1, 1) : m_model.findMarked(row + members, -1);
    }
    choose(m_model.index(row, std::max(currentIndex().column(), int(EventModel::Time))));
    return true;
}

/// Not setCurrentIndex(): that heeds the keys held down, and Shift + F8 would select all rows between.
void EventView::choose(const QModelIndex& index) {
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void EventView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    applyFont();
    fitColumns(*horizontalHeader(), font(), m_letter);
}

} // namespace derouter
