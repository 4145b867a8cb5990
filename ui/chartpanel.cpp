// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartpanel.h"

#include "chartlegend.h"
#include "charttable.h"
#include "dialogparts.h"
#include "elidedlabel.h"
#include "guide/errorguide.h"
#include "models/eventmodel.h"
#include "ratechart.h"
#include "refreshpace.h"
#include "theme.h"
#include "timebuckets.h"

#include <QActionGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QToolButton>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr std::chrono::milliseconds betweenRefreshes{250};
constexpr int stripHeight = 80;
constexpr std::array<QLatin1StringView, chartSplitCount> splitNames{"code"_L1, "cause"_L1, "move"_L1};
constexpr Microseconds shortestRange = 10 * microsecondsPerSecond;

void addOne(RateSeries::Bucket& bucket, const FailureKind& kind) {
    const auto known = std::ranges::find(bucket.kinds, kind, &RateSeries::KindCount::kind);
    if (known == bucket.kinds.end())
        bucket.kinds.push_back({kind, 1});
    else
        ++known->count;
    ++bucket.failures;
}

} // namespace

ChartPanel::ChartPanel(const Monitor& monitor, const EventModel& model, FilterState& state, QWidget* parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_model(model)
    , m_state(state)
    , m_title(new ElidedLabel(this))
    , m_form(new QToolButton(this))
    , m_formMenu(new QMenu(m_form))
    , m_percent(new QToolButton(this))
    , m_chart(new RateChart(this))
    , m_legend(new ChartLegend(this))
    , m_others(monitor) {
    m_percent->setText(tr("% of requests"));
    m_percent->setCheckable(true);
    fillFormMenu();
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 12, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_form);
    head->addWidget(m_percent);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_chart, 1);
    column->addWidget(m_legend);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    m_timer.setSingleShot(true);
    m_timer.setInterval(betweenRefreshes);
    connect(&m_timer, &QTimer::timeout, this, &ChartPanel::refresh);
    m_edge.setSingleShot(true);
    connect(&m_edge, &QTimer::timeout, this, &ChartPanel::refresh);
    connect(&monitor, &Monitor::ratesChanged, this, &ChartPanel::requestRefresh);
    connect(&monitor, &Monitor::eventChanged, this, [this] { // rows that a filter asks for may be others
        if (countsRows())
            requestRefresh();
    });
    connect(&state, &FilterState::changed, this, &ChartPanel::refresh);
    connect(m_percent, &QToolButton::toggled, this, &ChartPanel::refresh);
    connect(m_chart, &RateChart::capacityChanged, this, &ChartPanel::requestRefresh);
    connect(m_chart, &RateChart::rangeChosen, &state, &FilterState::setRange);
    connect(m_chart, &RateChart::zoomRequested, this, &ChartPanel::zoom);
    connect(m_chart, &RateChart::moveRequested, this, &ChartPanel::move);
    connect(m_chart, &RateChart::wholeRangeRequested, this, [this] { m_state.setRange({}); });
    connect(m_legend, &ChartLegend::isolateRequested, this,
            [this](int group) { changeGroup(group, &ViewState::isolate); });
    connect(m_legend, &ChartLegend::toggleRequested, this,
            [this](int group) { changeGroup(group, &ViewState::toggleHidden); });
}

void ChartPanel::fillFormMenu() {
    m_form->setPopupMode(QToolButton::InstantPopup);
    m_form->setMenu(m_formMenu);
    m_form->setToolTip(tr("By what failures are told apart, and how they are drawn"));
    auto* oneSplit = new QActionGroup(m_formMenu);
    const QString names[] = {tr("By &Code"), tr("By C&ause"), tr("By &Whose Move")}; // by ChartSplit
    for (std::size_t split = 0; split < m_splits.size(); ++split) {
        m_splits[split] = oneSplit->addAction(names[split]);
        m_splits[split]->setCheckable(true);
        m_formMenu->addAction(m_splits[split]);
        connect(m_splits[split], &QAction::triggered, this,
                [this, split] { setSplit(static_cast<ChartSplit>(split)); });
    }
    m_formMenu->addSeparator();
    for (auto [action, name] : {std::pair(&m_lines, tr("&Lines Instead of Bars")),
                                {&m_logarithmic, tr("L&ogarithmic Scale")},
                                {&m_requests, tr("&Requests Behind the Failures")}}) {
        *action = m_formMenu->addAction(name);
        (*action)->setCheckable(true);
        connect(*action, &QAction::toggled, this, &ChartPanel::refresh);
    }
    m_formMenu->addSeparator();
    connect(m_formMenu->addAction(tr("As a &Table…")), &QAction::triggered, this, &ChartPanel::showTable);
    setSplit(ChartSplit::Code);
}

void ChartPanel::setSplit(ChartSplit split) {
    m_split = split;
    QAction* const action = m_splits[static_cast<std::size_t>(split)];
    action->setChecked(true);
    m_form->setText(plainName(action->text()));
    refresh();
}

void ChartPanel::changeGroup(int group, void (ViewState::*change)(const FilterTerm&)) {
    if (const auto term = m_legend->groups().term(static_cast<std::size_t>(group)))
        m_state.edit([&](ViewState& view) { (view.*change)(*term); });
}

void ChartPanel::showTable() {
    auto* table = new ChartTable(chartData(), this);
    table->setAttribute(Qt::WA_DeleteOnClose);
    table->open();
}

void ChartPanel::setTimeDisplay(const TimeDisplay& display) {
    m_times = display;
    requestRefresh();
}

void ChartPanel::save(QSettings& settings) const {
    settings.setValue(u"window/percent"_s, m_percent->isChecked());
    settings.setValue(u"chart/split"_s, splitNames[static_cast<std::size_t>(m_split)].toString());
    settings.setValue(u"chart/lines"_s, m_lines->isChecked());
    settings.setValue(u"chart/logarithmic"_s, m_logarithmic->isChecked());
    settings.setValue(u"chart/requests"_s, m_requests->isChecked());
}

void ChartPanel::restore(const QSettings& settings) {
    m_percent->setChecked(settings.value(u"window/percent"_s).toBool());
    const auto split = std::ranges::find(splitNames, settings.value(u"chart/split"_s).toString());
    setSplit(static_cast<ChartSplit>(split == splitNames.end() ? 0 : split - splitNames.begin()));
    m_lines->setChecked(settings.value(u"chart/lines"_s).toBool());
    m_logarithmic->setChecked(settings.value(u"chart/logarithmic"_s).toBool());
    m_requests->setChecked(settings.value(u"chart/requests"_s, true).toBool());
}

void ChartPanel::setStrip(bool on) {
    m_isStrip = on;
    m_chart->setStrip(on);
    setMaximumHeight(on ? stripHeight : QWIDGETSIZE_MAX);
    m_legend->setVisible(!on);
    m_percent->setVisible(!on);
    m_form->setVisible(!on);
    refresh();
}

void ChartPanel::requestRefresh() {
    if (!m_timer.isActive())
        m_timer.start();
}

void ChartPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    requestRefresh();
}

void ChartPanel::refresh() {
    if (!isVisible())
        return;
    QElapsedTimer took;
    took.start();
    showButtons();
    const RateChartData shown = chartData();
    m_chart->setData(shown);
    showLegend(shown.groups);
    showTitle(shown);
    if (const TimeRange range = shownRange(); !m_edge.isActive() && range.to && hasLiveSource()) {
        const auto step = static_cast<int>(edgeStep(range) / 1000);
        m_edge.start(std::chrono::milliseconds(step - QDateTime::currentMSecsSinceEpoch() % step));
    }
    m_timer.setInterval(untilNextRefresh(betweenRefreshes, took));
}

void ChartPanel::showButtons() {
    const bool canPercent = m_monitor.totals().showsShare;
    m_percent->setText(m_percent->isChecked() ? tr("✓ % of requests") : tr("% of requests"));
    m_percent->setEnabled(canPercent);
    m_percent->setToolTip(canPercent ? tr("Show failures in percent of the requests of the same time")
                          : m_monitor.totals().apiSuccesses > 0
                              ? tr("Some sources show failures only, so there is no percentage")
                              : tr("This log shows no successful requests, so there is no percentage"));
}

void ChartPanel::showTitle(const RateChartData& shown) {
    QStringList parts;
    if (!m_isStrip)
        parts << shown.title();
    if (!m_isStrip && !shown.buckets.empty())
        parts << tr("%1 %2", "range and zone")
                     .arg(shown.times.range(shown.from(), shown.to()),
                          shown.times.zoneNames(shown.from(), shown.to()));
    for (const QString& more : {shown.requestsText(), shown.undatedText(), shown.oddText()})
        if (!more.isEmpty())
            parts << more;
    m_title->setText(parts.join(tr(" · ")));
    m_title->setVisible(!parts.isEmpty());
}

RateChartData ChartPanel::chartData() const {
    RateChartData shown;
    shown.times = m_times;
    shown.groups = ChartGroups(m_split, m_monitor.totals());
    shown.lines = m_lines->isChecked();
    shown.logarithmic = m_logarithmic->isChecked();
    shown.requests = m_requests->isChecked() && !m_isStrip && m_monitor.totals().apiSuccesses > 0;
    shown.percent = m_percent->isChecked() && m_monitor.totals().showsShare;
    shown.attempts = m_state.filter().calls && m_monitor.events().calls() < m_monitor.events().size();
    shown.undated = undated();
    if (const TimeRange range = shownRange(); range.from) {
        // Aligning can widen the range by a bucket at either end.
        shown.step = timebuckets::roundStep(*range.to - *range.from, m_chart->bucketCapacity() - 2);
        takeSeries(shown, range);
        if (countsRows())
            countVisible(shown);
        takeMarks(shown);
    }
    shown.odd = odd(shown);
    return shown;
}

/// The series count by code and second; where more is filtered for, the rows that match are counted.
bool ChartPanel::countsRows() const {
    const TimeRange range = m_state.filter().range();
    return m_state.filter().looksAtRows() || range.from.has_value() != range.to.has_value();
}

void ChartPanel::addAlertMark(const ChartMark& mark) {
    if (m_alerts.size() == mostAlertMarks)
        m_alerts.erase(m_alerts.begin());
    m_alerts.push_back(mark);
    requestRefresh();
}

void ChartPanel::takeMarks(RateChartData& shown) const {
    shown.marks = chartmarks::of(m_monitor);
    shown.marks.insert(shown.marks.end(), m_alerts.begin(), m_alerts.end());
    std::erase_if(shown.marks,
                  [&](const ChartMark& mark) { return mark.time < shown.from() || mark.time >= shown.to(); });
    std::ranges::stable_sort(shown.marks, {}, &ChartMark::time);
}

/// Whole buckets, but of what lies in the range alone.
void ChartPanel::takeSeries(RateChartData& shown, const TimeRange& range) const {
    const RateSeries& rates = m_monitor.rates();
    shown.buckets = rates.buckets(timebuckets::edges(range, shown.step, m_times.zone()));
    for (RateSeries::Bucket* bucket : {&shown.buckets.front(), &shown.buckets.back()}) {
        const Microseconds from = std::max(bucket->start, *range.from);
        const Microseconds to = std::min(bucket->end, *range.to);
        RateSeries::Bucket part =
            from < to ? rates.buckets(from, to, to - from).front() : RateSeries::Bucket{};
        part.start = bucket->start;
        part.end = bucket->end;
        *bucket = part;
    }
    for (RateSeries::Bucket& bucket : shown.buckets)
        std::erase_if(bucket.kinds, [&](const RateSeries::KindCount& failures) {
            const bool isHidden = !m_model.matchesCode(failures.kind.code);
            bucket.failures -= isHidden ? failures.count : 0;
            return isHidden;
        });
}

/// All attempts that match, also where the table shows calls.
void ChartPanel::countVisible(RateChartData& shown) const {
    for (RateSeries::Bucket& bucket : shown.buckets) {
        bucket.kinds.clear();
        bucket.failures = 0;
    }
    const EventStore& store = m_monitor.events();
    for (const auto* rows : {&m_model.visible(), &m_model.earlier()})
        for (const std::uint32_t row : *rows)
            if (const auto time = store.time(row))
                if (const auto bucket = shown.bucketAt(*time))
                    addOne(shown.buckets[*bucket], kindOf(store, row));
}

/// What the table shows without a time; in a range of time there is nothing of it.
std::uint64_t ChartPanel::undated() const {
    std::uint64_t count = 0;
    if (!m_state.filter().range().isAll())
        return 0;
    if (!countsRows()) {
        for (const auto& [code, undated] : m_monitor.totals().undatedByCode)
            count += m_model.matchesCode(code) ? undated : 0;
        return count;
    }
    for (const auto* rows : {&m_model.visible(), &m_model.earlier()})
        count += static_cast<std::uint64_t>(std::ranges::count_if(
            *rows, [this](std::uint32_t row) { return !m_monitor.events().time(row); }));
    return count;
}

/// What the table shows with a time that stands too far away from all that can be.
std::uint64_t ChartPanel::odd(const RateChartData& shown) const {
    std::uint64_t count = 0;
    if (!countsRows()) {
        const auto whole = m_monitor.rates().likelyRange(QDateTime::currentMSecsSinceEpoch() * 1000);
        if (!whole || !m_state.filter().range().isAll())
            return 0;
        for (const RateSeries::KindCount& failures : m_monitor.rates().failuresOutside(*whole))
            count += m_model.matchesCode(failures.kind.code) ? failures.count : 0;
        return count;
    }
    for (const auto* rows : {&m_model.visible(), &m_model.earlier()})
        count += static_cast<std::uint64_t>(std::ranges::count_if(*rows, [&](std::uint32_t row) {
            const auto time = m_monitor.events().time(row);
            return time && (*time < shown.from() || *time >= shown.to());
        }));
    return count;
}

void ChartPanel::zoom(double factor, double around) {
    const TimeRange range = shownRange();
    if (!range.from)
        return;
    const auto span = static_cast<double>(*range.to - *range.from);
    const double center = static_cast<double>(*range.from) + around * span;
    const auto wanted = std::max(shortestRange, static_cast<Microseconds>(span * factor));
    const auto from = static_cast<Microseconds>(center - around * static_cast<double>(wanted));
    choose(from, from + wanted);
}

void ChartPanel::move(double share) {
    const TimeRange range = shownRange();
    const auto whole = wholeRange();
    if (!range.from || !whole)
        return;
    const Microseconds span = *range.to - *range.from;
    const Microseconds from =
        std::clamp(*range.from + static_cast<Microseconds>(share * static_cast<double>(span)), *whole->from,
                   std::max(*whole->from, *whole->to - span));
    choose(from, from + span);
}

/// Whole buckets within the log, so that chart and table show the same; all of it is no range.
void ChartPanel::choose(Microseconds from, Microseconds to) {
    const auto whole = wholeRange();
    if (!whole)
        return;
    const Microseconds step = timebuckets::roundStep(to - from, m_chart->bucketCapacity() - 2);
    const std::vector<Microseconds> edges = timebuckets::edges({from, to}, step, m_times.zone());
    const TimeRange range{std::max(*whole->from, edges.front()), std::min(*whole->to, edges.back())};
    m_state.setRange(range == *whole ? TimeRange{} : range);
}

} // namespace derouter
