// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace.h"

#include "alertbanner.h"
#include "chartpanel.h"
#include "detailpane.h"
#include "emptystate.h"
#include "eventview.h"
#include "filterbar.h"
#include "filtervalues.h"
#include "headline.h"
#include "models/sourcemodel.h"
#include "overviewpart.h"
#include "refreshpace.h"
#include "rotatedoffer.h"
#include "sourcepanel.h"

#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <span>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr std::chrono::milliseconds betweenRefreshes{100};
constexpr std::size_t mostInOverview = 100'000; ///< failures: the latest of them, so that it takes no time

/// The columns' widths and places are kept by number: with other columns they mean nothing.
QString columnsKey() {
    return u"window/columns%1"_s.arg(int(EventModel::columns));
}

} // namespace

Workspace::Workspace(Monitor& monitor, FilterState& state, QWidget* parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_state(state)
    , m_model(monitor) {
    // Before any part listens to the filter: they show what the model then holds.
    connect(&state, &FilterState::changed, this, [this] { m_model.setFilter(m_state.filter()); });
    build();
    connectParts();
    refresh();
}

void Workspace::build() {
    m_headline = new Headline;
    m_alert = new AlertBanner;
    m_chartPanel = new ChartPanel(m_monitor, m_model, m_state);
    m_view = new EventView(m_model);
    m_values = new FilterValues(m_monitor, this);
    m_filterBar = new FilterBar(m_state, *m_values, *m_view);
    m_detail = new DetailPane(m_monitor);
    m_offer = new RotatedOffer(m_monitor);
    m_sources = new SourcePanel(m_monitor);
    m_empty = new EmptyState;
    m_hidden = new EmptyState;

    m_tablePages = new QStackedWidget;
    m_tablePages->addWidget(m_view);
    m_tablePages->addWidget(m_hidden);
    m_down = new QSplitter(Qt::Vertical);
    m_across = new QSplitter(Qt::Horizontal);
    // Tab goes through what is put together in this order: table, details, chart.
    m_down->addWidget(m_tablePages);
    m_across->addWidget(m_down);
    m_across->addWidget(m_detail);
    m_down->insertWidget(0, m_chartPanel);
    m_down->setStretchFactor(1, 1);
    m_down->setSizes({260, 340});
    m_across->setStretchFactor(0, 1);
    m_across->setSizes({880, 380});
    for (QSplitter* splitter : {m_down, m_across})
        splitter->setChildrenCollapsible(false);

    m_pages = new QStackedWidget;
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_across);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_headline);
    column->addWidget(m_alert);
    column->addWidget(m_filterBar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_offer);
    column->addWidget(m_sources);
}

void Workspace::connectParts() {
    m_timer.setSingleShot(true);
    m_timer.setInterval(betweenRefreshes);
    connect(&m_timer, &QTimer::timeout, this, &Workspace::refresh);
    connect(&m_monitor, &Monitor::ratesChanged, this, &Workspace::requestRefresh);
    connect(&m_monitor, &Monitor::eventsReset, this, &Workspace::requestRefresh);
    connect(&m_monitor, &Monitor::idle, this, &Workspace::requestRefresh);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &Workspace::requestRefresh);
    connect(&m_model, &EventModel::failuresCame, this, &Workspace::requestRefresh);
    for (auto signal : {&Monitor::sourceAdded, &Monitor::sourceChanged, &Monitor::sourceRemoved})
        connect(&m_monitor, signal, this, &Workspace::requestRefresh);
    const auto sumUpAgain = [this] { m_overviewIsDue = true; };
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, sumUpAgain);
    connect(&m_model, &QAbstractItemModel::modelReset, this, sumUpAgain);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, sumUpAgain);
    connect(&m_model, &EventModel::failuresCame, this, sumUpAgain);
    connect(&m_monitor, &Monitor::eventChanged, this, sumUpAgain);
    connect(&m_state, &FilterState::changed, this, sumUpAgain); // before what shows it
    connect(&m_state, &FilterState::changed, this, &Workspace::refresh);
    connect(m_view, &EventView::currentEventChanged, this, [this] {
        m_detail->show(m_view->currentEvent());
        if (m_detail->row() && std::exchange(m_fitsNoDetails, false)) // once they are laid out
            QMetaObject::invokeMethod(this, &Workspace::fitDetails, Qt::QueuedConnection);
        showOverview();
    });
    connect(m_headline, &Headline::moveToggled, this, [this](WhoseMove move) {
        m_state.edit([move](ViewState& view) { view.toggleWanted(moveTerm(move)); });
    });
    connect(&m_filterBar->field(), &SearchField::committed, this, &Workspace::goToRequestId);
    connect(m_view, &EventView::valueMenuRequested, this, &Workspace::showCellMenu);
    connect(m_detail, &DetailPane::valueMenuRequested, this, [this](FilterField field, QPoint at) {
        if (m_detail->row())
            showValueMenu(*m_detail->row(), field, at);
    });
    connect(m_detail, &DetailPane::copyRequested, this, &Workspace::copyRequested);
    connect(m_detail->overview(), &OverviewPart::copyRequested, this, &Workspace::copyRequested);
    connect(m_detail->overview(), &OverviewPart::causeChosen, this,
            [this](FailureCode code, const QString& cause) {
                m_state.edit([&](ViewState& view) {
                    view.only({.field = FilterField::Code, .value = QString::fromStdString(code.key())});
                    view.only({.field = FilterField::Cause, .value = cause});
                });
            });
    connect(m_detail->filterMenu(), &QMenu::aboutToShow, this, &Workspace::fillFilterMenu);
    connect(m_empty, &EmptyState::rejectedLinesRequested, this, [this] {
        if (const SourceInfo* const source = firstWithRejected())
            m_sources->showNotUnderstood(source->id);
    });
    connect(m_hidden, &EmptyState::clearFilterRequested, &m_state, &FilterState::clear);
}

void Workspace::requestRefresh() {
    if (!m_timer.isActive())
        m_timer.start();
}

void Workspace::refresh() {
    QElapsedTimer took;
    took.start();
    showTimes();
    showState();
    showFollow();
    const EventStore& store = m_monitor.events();
    const bool byCall = m_state.filter().calls;
    m_headline->setSituation(Situation::of(m_monitor, m_state.filter().range(), m_headline->clock().wall()),
                             m_times, m_state.view().moves(),
                             byCall && store.calls() < store.size() ? Counted::Attempts : Counted::Failures);
    m_headline->setQuality(DataQuality::of(m_monitor.sources()));
    m_filterBar->setCounts({.groups = m_model.groups(),
                            .shown = m_model.visible().size(),
                            .hidden = m_model.hidden(),
                            .calls = store.calls(),
                            .attempts = store.size(),
                            .byCall = byCall});
    showFilter();
    showOverview();
    m_timer.setInterval(untilNextRefresh(betweenRefreshes, took));
}

void Workspace::showState() {
    const bool hasEvents = !m_monitor.events().isEmpty();
    m_headline->setVisible(hasEvents);
    m_filterBar->setVisible(hasEvents);
    m_pages->setCurrentWidget(hasEvents ? static_cast<QWidget*>(m_across) : m_empty);
    if (hasEvents && std::exchange(m_fitIsDue, false))
        QMetaObject::invokeMethod(this, &Workspace::fitDetails, Qt::QueuedConnection);
    fitChart(); // what is shown may need another height now
    m_sources->setVisible(areSourcesShown());
    m_tablePages->setCurrentWidget(m_model.visible().empty() ? static_cast<QWidget*>(m_hidden) : m_view);
    if (hasEvents)
        m_hidden->show(EmptyState::Kind::AllHidden, allHiddenText());
    else if (m_monitor.sources().empty())
        m_empty->show(EmptyState::Kind::NothingOpen);
    else if (allFailed())
        m_empty->show(EmptyState::Kind::Failed, failedText());
    else if (m_monitor.isBusy())
        m_empty->show(EmptyState::Kind::Reading, tr("No failure so far."));
    else
        m_empty->show(isNothingUnderstood() ? EmptyState::Kind::NotUnderstood : EmptyState::Kind::NoFailures,
                      noFailuresText(), firstWithRejected() != nullptr);
}

const SourceInfo* Workspace::firstWithRejected() const {
    const auto has = [](const SourceInfo& source) { return source.linesNotUnderstood > 0; };
    const auto first = std::ranges::find_if(m_monitor.sources(), has);
    return first == m_monitor.sources().end() ? nullptr : &*first;
}

bool Workspace::allFailed() const {
    return std::ranges::all_of(m_monitor.sources(), [](const SourceInfo& source) {
        return source.state == SourceState::Failed ||
               (source.spec.kind == SourceSpec::Kind::File && waitsInVain(source));
    });
}

bool Workspace::isEmptyStateShown() const {
    return m_pages->currentWidget() == m_empty;
}

bool Workspace::isHiddenStateShown() const {
    return !isEmptyStateShown() && m_tablePages->currentWidget() == m_hidden;
}

bool Workspace::hasFollowedSource() const {
    return std::ranges::any_of(m_monitor.sources(), &SourceInfo::isLive);
}

void Workspace::setFollowWanted(bool on) {
    m_followWanted = on;
    showFollow();
}

void Workspace::setSourcesWanted(bool on) {
    m_sourcesWanted = on;
    m_sourcesForced = on && isVisible();
    refresh();
}

void Workspace::setGrouping(bool on) {
    m_model.setGrouping(on);
    refresh();
}

void Workspace::showFollow() {
    m_view->setFollowing(m_followWanted && hasFollowedSource());
}

void Workspace::setTimeZone(const QTimeZone& zone) {
    const bool withDate = m_times.withDate();
    m_times = TimeDisplay(zone);
    m_times.setWithDate(withDate);
    m_detail->setTimeDisplay(m_times);
    m_chartPanel->setTimeDisplay(m_times);
    refresh();
}

/// The request-id a filter asks for, if it names one.
static std::optional<QString> wantedId(const EventFilter& filter) {
    for (const FilterTerm& term : filter.terms)
        if (term.field == FilterField::RequestId && !term.exclude && !term.value.contains(u'*'))
            return term.value;
    return std::nullopt;
}

void Workspace::showFilter() {
    m_filterBar->setContext({m_times, m_monitor.totals().lastTime});
    m_filterBar->setGaveUp(m_model.gaveUp());
    const auto id = wantedId(m_state.filter());
    const auto row = id ? m_monitor.events().find(id->toStdString()) : std::nullopt;
    if (!id || !m_model.visible().empty())
        m_filterBar->setRequestId(FilterBar::IdState::None);
    else
        m_filterBar->setRequestId(row ? FilterBar::IdState::Hidden : FilterBar::IdState::Absent, *id);
}

/// Of all attempts that are shown, also where the table has one row a call.
void Workspace::showOverview() {
    if (!m_overviewIsDue || !m_detail->isOverviewShown())
        return;
    m_overviewIsDue = false;
    const auto shown = std::span(m_model.visible()).last(std::min(mostInOverview, m_model.visible().size()));
    std::vector<std::uint32_t> rows(shown.begin(), shown.end());
    const auto earlier = std::span(m_model.earlier());
    const auto rest = earlier.last(std::min(mostInOverview - rows.size(), earlier.size()));
    rows.insert(rows.end(), rest.begin(), rest.end());
    const bool isPart = m_state.filter() != EventFilter{.calls = m_state.filter().calls} ||
                        rows.size() < m_model.visible().size() + m_model.earlier().size();
    m_detail->overview()->show(Overview::of(m_monitor.events(), rows), m_model.timeDisplay(), isPart);
}

/// Who looks for an id wants to read about it.
void Workspace::goToRequestId() {
    const auto id = wantedId(m_state.filter());
    const auto row = id ? m_monitor.events().find(id->toStdString()) : std::nullopt;
    if (const int at = row ? m_model.rowStandingFor(*row) : -1; at >= 0)
        m_view->choose(m_model.index(at, EventModel::RequestId));
}

/// The date is left out of the table as long as one day holds the whole log.
void Workspace::showTimes() {
    const Totals& totals = m_monitor.totals();
    const bool oneDay =
        totals.firstTime && totals.lastTime && m_times.sameDay(*totals.firstTime, *totals.lastTime);
    TimeDisplay cells = m_times;
    cells.setWithDate(!oneDay);
    m_model.setTimeDisplay(cells);
}

void Workspace::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitWidth();
    if (!areSourcesShown())
        m_sources->hide();
    requestRefresh();
}

void Workspace::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitDetailsSoon();
}

void Workspace::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fitDetailsSoon(); // places may be kept that were another size's
}

void Workspace::save(QSettings& settings) const {
    settings.setValue(columnsKey(), m_view->saveColumns());
    settings.setValue(u"window/chartAndTable"_s, m_down->saveState());
    if (m_across->orientation() == Qt::Horizontal)
        settings.setValue(u"window/tableAndDetail"_s, m_across->saveState());
    settings.setValue(u"window/formatted"_s, m_detail->formattedButton()->isChecked());
    m_chartPanel->save(settings);
}

void Workspace::restore(QSettings& settings) {
    m_view->restoreColumns(settings.value(columnsKey()).toByteArray());
    m_down->restoreState(settings.value(u"window/chartAndTable"_s).toByteArray());
    m_across->restoreState(settings.value(u"window/tableAndDetail"_s).toByteArray());
    m_detail->formattedButton()->setChecked(settings.value(u"window/formatted"_s, true).toBool());
    m_chartPanel->restore(settings);
    fitWidth();
}

} // namespace derouter
