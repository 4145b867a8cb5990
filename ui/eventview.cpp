// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventview.h"

#include "eventdelegate.h"
#include "guide/errorguide.h"
#include "logtext.h"
#include "models/eventmodel.h"
#include "theme.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

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
    applyFont();

    connect(&model, &QAbstractItemModel::headerDataChanged, this, &EventView::fitTimeColumn);
    m_scrollTimer.setSingleShot(true);
    connect(this, &QTableView::pressed, this, &EventView::pause);
    connect(&m_scrollTimer, &QTimer::timeout, this, &EventView::scrollToEnd);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { onRowsInserted(last - first + 1); });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &EventView::keepCurrent);
    connect(&model, &QAbstractItemModel::modelReset, this, &EventView::restoreCurrent);
    connect(&model, &QAbstractItemModel::modelReset, this, &EventView::describe);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] {
        if (currentEvent() != m_announced) // the row has become another attempt's
            announceCurrent();
    });
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        if (verticalScrollBar()->sliderPosition() < verticalScrollBar()->maximum())
            pause();
    });
}

void EventView::setUpColumns() {
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSortIndicator(m_model.sortColumn(), m_model.sortOrder());
    header->setToolTip(tr("Click to sort, drag to move; the context menu hides columns."));
    connect(header, &QWidget::customContextMenuRequested, this, &EventView::showColumnMenu);
    setSortingEnabled(true);
    const auto words = [this](const QString& sample) { return fontMetrics().horizontalAdvance(sample) + 20; };
    fitTimeColumn();
    setColumnWidth(EventModel::Code, words(codeText(FailureCode::noResponse())) + 14);
    setColumnWidth(EventModel::Type, words(u"authentication_error"_s));
    setColumnWidth(EventModel::Cause, words(u"AI provider overloaded"_s));
    int longestMove = 0;
    for (int move = 0; move < whoseMoveCount; ++move)
        longestMove =
            std::max(longestMove, words(guide::moveName(static_cast<WhoseMove>(move)).translated()));
    setColumnWidth(EventModel::Move, longestMove + 14);
    setColumnWidth(EventModel::Attempt, words(EventModel::tr("%n attempt(s)", nullptr, 10)));
    setColumnWidth(EventModel::Model, words(u"claude-haiku-4-5"_s));
    setColumnWidth(EventModel::Source, words(u"nginx-json.log"_s));
    setColumnWidth(EventModel::RequestId, figuresWidth(u"req_000000000000000000000000"_s));
}

int EventView::figuresWidth(const QString& sample) const {
    return QFontMetrics(theme::fixedFont(font())).horizontalAdvance(sample) + 20;
}

/// Times with their date need more; the column never takes back what the user gave it.
void EventView::fitTimeColumn() {
    const bool withDate = m_model.timeDisplay().withDate();
    const int figures = figuresWidth(withDate ? u"≈ 0000-00-00 00:00:00.000"_s : u"≈ 00:00:00.000"_s);
    const int needed = std::max(figures, horizontalHeader()->sectionSizeHint(EventModel::Time));
    if (columnWidth(EventModel::Time) < needed || m_timeWidth == columnWidth(EventModel::Time))
        setColumnWidth(EventModel::Time, needed);
    m_timeWidth = needed;
}

void EventView::showColumnMenu(QPoint position) {
    QMenu menu(this);
    for (int column = 0; column < EventModel::columns; ++column) {
        QAction* action = menu.addAction(EventModel::columnName(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != EventModel::Code);
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnHidden(column, !on); });
    }
    menu.exec(horizontalHeader()->mapToGlobal(position));
}

void EventView::applyFont() {
    const QFont fixed = theme::fixedFont(font());
    m_model.setFixedFont(fixed);
    const int height = std::max(QFontMetrics(font()).height(), QFontMetrics(fixed).height()) + 8;
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void EventView::setFollowing(bool on) {
    if (on == m_following)
        return;
    m_following = on;
    m_paused = false;
    m_newBelow = 0;
    if (on)
        m_scrollTimer.start(0);
    Q_EMIT followStateChanged();
}

bool EventView::isInOrderOfTime() const {
    return m_model.sortColumn() == EventModel::Time && m_model.sortOrder() == Qt::AscendingOrder;
}

void EventView::pause() {
    if (!m_following || m_paused || m_restoring)
        return;
    m_paused = true;
    m_newBelow = 0;
    m_scrollTimer.stop();
    Q_EMIT followStateChanged();
}

void EventView::resume() {
    if (!m_following)
        return;
    m_paused = false;
    m_newBelow = 0;
    scrollToEnd();
    Q_EMIT followStateChanged();
}

void EventView::onRowsInserted(int count) {
    if (!m_following)
        return;
    if (m_paused) {
        m_newBelow += count;
        Q_EMIT followStateChanged();
    } else if (!m_scrollTimer.isActive()) {
        m_scrollTimer.start(0);
    }
}

void EventView::scrollToEnd() {
    if (m_following && !m_paused && isInOrderOfTime())
        scrollToBottom();
}

void EventView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return;
    }
    const bool toEnd = event->key() == Qt::Key_End && !(event->modifiers() & Qt::ShiftModifier);
    QTableView::keyPressEvent(event);
    if (toEnd && m_following) {
        scrollToBottom();
        resume();
    }
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
    if (m_restoring)
        return;
    if (current.isValid())
        pause();
    if (current.row() != previous.row() || !previous.isValid())
        announceCurrent();
}

void EventView::announceCurrent() {
    m_announced = currentEvent();
    Q_EMIT currentEventChanged();
}

void EventView::describe() {
    setAccessibleDescription(m_model.filter().calls ? tr("One row for each call, by its last failed attempt.")
                                                    : tr("One row for each failed request."));
}

/// Its number is no longer its own when rows are renumbered: rather no failure is chosen than another one.
void EventView::keepCurrent() {
    m_kept = m_model.isRenumbering() ? std::nullopt : currentEvent();
}

/// A filter does not lose the failure the user looks at, as long as it is still to be seen.
void EventView::restoreCurrent() {
    const int row = m_kept ? m_model.rowStandingFor(*m_kept) : -1;
    {
        const QScopedValueRollback restoring(m_restoring, true);
        if (row >= 0) {
            choose(m_model.index(row, EventModel::Time));
            scrollTo(currentIndex(), PositionAtCenter);
        }
    }
    if (row < 0)
        m_scrollTimer.start(0);
    announceCurrent();
}

std::optional<EventStore::Row> EventView::currentEvent() const {
    const int row = currentIndex().row();
    return row >= 0 && row < m_model.rowCount() ? std::optional(m_model.storeRow(row)) : std::nullopt;
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

/// Not setCurrentIndex(): that heeds the keys held down, and Shift + F8 would select all rows between.
void EventView::choose(const QModelIndex& index) {
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QByteArray EventView::saveColumns() const {
    return horizontalHeader()->saveState();
}

void EventView::restoreColumns(const QByteArray& state) {
    if (!horizontalHeader()->restoreState(state))
        return;
    horizontalHeader()->setStretchLastSection(true);
    m_model.sort(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
}

void EventView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

} // namespace derouter
