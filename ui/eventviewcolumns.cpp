// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of EventView: which, in which order, how wide.
#include "eventdelegate.h"
#include "eventview.h"
#include "guide/errorguide.h"
#include "logtext.h"
#include "models/eventmodel.h"
#include "theme.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int widthStep = 24;
constexpr int leastWidth = 40;
constexpr int markWidth = 28;

/// What is looked for first stands where it is seen without scrolling.
constexpr std::array order{EventModel::Mark,    EventModel::Time,      EventModel::Code,   EventModel::Cause,
                           EventModel::Move,    EventModel::RequestId, EventModel::Model,  EventModel::Type,
                           EventModel::Attempt, EventModel::Source,    EventModel::Message};
static_assert(order.size() == EventModel::columns);

} // namespace

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
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](QPoint at) {
        QMenu menu(this);
        fillColumnMenu(menu);
        menu.exec(header->mapToGlobal(at));
    });
    setSortingEnabled(true);
    const auto words = [this](const QString& sample) { return fontMetrics().horizontalAdvance(sample) + 20; };
    m_letter = QFontMetricsF(font()).averageCharWidth();
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
    header->setMinimumSectionSize(markWidth);
    setColumnWidth(EventModel::Mark, markWidth);
    for (int place = 0; place < static_cast<int>(order.size()); ++place)
        header->moveSection(header->visualIndex(order[static_cast<std::size_t>(place)]), place);
}

int EventView::figuresWidth(const QString& sample) const {
    return QFontMetrics(theme::fixedFont(font())).horizontalAdvance(sample) + 20;
}

/// Times with their date need more; the column never takes back what the user gave it.
void EventView::fitTimeColumn() {
    const bool withDate = m_model.timeDisplay().withDate();
    const QString time = (withDate ? u"≈ 0000-00-00 00:00:00.000"_s : u"≈ 00:00:00.000"_s) +
                         (m_model.tellsOffsets() ? u" −00:00"_s : QString());
    const int figures = m_model.isGrouping() ? figuresWidth(time + u" ×0,000"_s) + EventDelegate::arrowWidth
                                             : figuresWidth(time);
    const int needed = std::max(figures, horizontalHeader()->sectionSizeHint(EventModel::Time));
    if (columnWidth(EventModel::Time) < needed || m_timeWidth == columnWidth(EventModel::Time))
        setColumnWidth(EventModel::Time, needed);
    m_timeWidth = needed;
}

void EventView::addColumnActions() {
    const auto add = [this](const QString& text, const QKeySequence& keys, auto act) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        m_columnActions << action;
    };
    add(tr("Move Column &Left"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Left),
        [this] { moveColumn(-1); });
    add(tr("Move Column &Right"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right),
        [this] { moveColumn(1); });
    add(tr("&Wider Column"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Right),
        [this] { widenColumn(widthStep); });
    add(tr("&Narrower Column"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Left),
        [this] { widenColumn(-widthStep); });
    add(tr("&Standard Columns"), {}, [this, standard = saveColumns()] {
        const int by = m_model.sortColumn();
        const Qt::SortOrder order = m_model.sortOrder();
        restoreColumns(standard);
        sortByColumn(by, order);
        m_timeWidth = columnWidth(EventModel::Time);
        fitTimeColumn();
    });
}

void EventView::fillColumnMenu(QMenu& menu) {
    for (int column = 0; column < EventModel::columns; ++column) {
        QAction* action = menu.addAction(EventModel::columnName(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != EventModel::Code);
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnHidden(column, !on); });
    }
    menu.addSeparator();
    menu.addActions(m_columnActions);
}

/// That of the current cell, past those that are hidden.
void EventView::moveColumn(int step) {
    QHeaderView* const header = horizontalHeader();
    const int from = header->visualIndex(currentIndex().column());
    int to = from + step;
    while (to >= 0 && to < header->count() && header->isSectionHidden(header->logicalIndex(to)))
        to += step;
    if (from >= 0 && to >= 0 && to < header->count())
        header->moveSection(from, to);
    scrollTo(currentIndex());
}

void EventView::widenColumn(int pixels) {
    if (const int column = currentIndex().column(); column >= 0 && !isColumnHidden(column))
        setColumnWidth(column, std::max(leastWidth, columnWidth(column) + pixels));
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

} // namespace derouter
