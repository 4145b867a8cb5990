// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartpanel.h"

#include "codelegend.h"
#include "elidedlabel.h"
#include "models/eventmodel.h"
#include "ratechart.h"
#include "refreshpace.h"
#include "theme.h"
#include "timebuckets.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

#include <algorithm>
#include <chrono>

namespace derouter {

namespace {

constexpr std::chrono::milliseconds betweenRefreshes{250};
constexpr int stripHeight = 80;
constexpr Microseconds shortestRange = 10 * microsecondsPerSecond;

void addOne(RateSeries::Bucket& bucket, FailureCode code) {
    const auto known = std::ranges::find(bucket.codes, code, &RateSeries::CodeCount::code);
    if (known == bucket.codes.end())
        bucket.codes.push_back({code, 1});
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
    , m_percent(new QToolButton(this))
    , m_chart(new RateChart(this))
    , m_legend(new CodeLegend(this))
    , m_others(monitor) {
    m_percent->setText(tr("% of requests"));
    m_percent->setCheckable(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 12, 0);
    head->addWidget(m_title, 1);
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
    connect(&monitor, &Monitor::ratesChanged, this, &ChartPanel::requestRefresh);
    connect(&state, &FilterState::changed, this, &ChartPanel::refresh);
    connect(m_percent, &QToolButton::toggled, this, &ChartPanel::refresh);
    connect(m_chart, &RateChart::capacityChanged, this, &ChartPanel::requestRefresh);
    connect(m_chart, &RateChart::rangeChosen, &state, &FilterState::setRange);
    connect(m_chart, &RateChart::zoomRequested, this, &ChartPanel::zoom);
    connect(m_chart, &RateChart::moveRequested, this, &ChartPanel::move);
    connect(m_chart, &RateChart::wholeRangeRequested, this, [this] { m_state.setRange({}); });
    connect(m_legend, &CodeLegend::isolateRequested, &state,
            [&state](int group) { state.edit([group](ViewState& view) { view.isolate(codeTerm(group)); }); });
    connect(m_legend, &CodeLegend::toggleRequested, &state, [&state](int group) {
        state.edit([group](ViewState& view) { view.toggleHidden(codeTerm(group)); });
    });
}

void ChartPanel::setTimeDisplay(const TimeDisplay& display) {
    m_times = display;
    requestRefresh();
}

bool ChartPanel::isPercent() const {
    return m_percent->isChecked();
}

void ChartPanel::setPercent(bool on) {
    m_percent->setChecked(on);
}

void ChartPanel::setStrip(bool on) {
    m_isStrip = on;
    m_chart->setStrip(on);
    setMaximumHeight(on ? stripHeight : QWIDGETSIZE_MAX);
    m_legend->setVisible(!on);
    m_percent->setVisible(!on);
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
    const bool canPercent = m_monitor.totals().showsShare;
    m_percent->setText(m_percent->isChecked() ? tr("✓ % of requests") : tr("% of requests"));
    m_percent->setEnabled(canPercent);
    m_percent->setToolTip(canPercent ? tr("Show failures in percent of the requests of the same time")
                          : m_monitor.totals().apiSuccesses > 0
                              ? tr("Some sources show failures only, so there is no percentage")
                              : tr("This log shows no successful requests, so there is no percentage"));
    const RateChartData shown = chartData();
    m_chart->setData(shown);
    showLegend();
    showTitle(shown);
    m_timer.setInterval(untilNextRefresh(betweenRefreshes, took));
}

void ChartPanel::showTitle(const RateChartData& shown) {
    QStringList parts;
    if (!m_isStrip)
        parts << shown.title();
    if (!m_isStrip && !shown.buckets.empty())
        parts << tr("%1 %2", "range and zone")
                     .arg(shown.times.range(shown.from(), shown.to()), shown.times.zoneName(shown.to()));
    for (const QString& missing : {shown.undatedText(), shown.oddText()})
        if (!missing.isEmpty())
            parts << missing;
    m_title->setText(parts.join(tr(" · ")));
    m_title->setVisible(!parts.isEmpty());
}

std::optional<TimeRange> ChartPanel::wholeRange() const {
    return m_monitor.rates().likelyRange(QDateTime::currentMSecsSinceEpoch() * 1000);
}

TimeRange ChartPanel::shownRange() const {
    const TimeRange wanted = m_state.filter().range();
    const TimeRange whole = wholeRange().value_or(wanted);
    const auto from = wanted.from ? wanted.from : whole.from;
    const auto to = wanted.to ? wanted.to : whole.to;
    return from && to && *from < *to ? TimeRange{from, to} : TimeRange{};
}

RateChartData ChartPanel::chartData() const {
    RateChartData shown;
    shown.times = m_times;
    shown.percent = m_percent->isChecked() && m_monitor.totals().showsShare;
    shown.attempts = m_state.filter().calls && m_monitor.events().calls() < m_monitor.events().size();
    shown.undated = undated();
    if (const TimeRange range = shownRange(); range.from) {
        // Aligning can widen the range by a bucket at either end.
        shown.step = timebuckets::roundStep(*range.to - *range.from, m_chart->bucketCapacity() - 2);
        takeSeries(shown, range);
        if (countsRows())
            countVisible(shown);
    }
    shown.odd = odd(shown);
    return shown;
}

/// The series count by code and second; where more is filtered for, the rows that match are counted.
bool ChartPanel::countsRows() const {
    const TimeRange range = m_state.filter().range();
    return m_state.filter().looksAtRows() || range.from.has_value() != range.to.has_value();
}

/// Whole buckets, but of what lies in the range alone.
void ChartPanel::takeSeries(RateChartData& shown, const TimeRange& range) const {
    const RateSeries& rates = m_monitor.rates();
    const TimeRange whole = timebuckets::aligned(range, shown.step, m_times.zone());
    shown.buckets = rates.buckets(*whole.from, *whole.to, shown.step);
    for (RateSeries::Bucket* bucket : {&shown.buckets.front(), &shown.buckets.back()}) {
        const Microseconds from = std::max(bucket->start, *range.from);
        const Microseconds to = std::min(bucket->start + shown.step, *range.to);
        RateSeries::Bucket part =
            from < to ? rates.buckets(from, to, to - from).front() : RateSeries::Bucket{};
        part.start = bucket->start;
        *bucket = part;
    }
    for (RateSeries::Bucket& bucket : shown.buckets)
        std::erase_if(bucket.codes, [&](const RateSeries::CodeCount& failures) {
            const bool isHidden = !m_model.matchesCode(failures.code);
            bucket.failures -= isHidden ? failures.count : 0;
            return isHidden;
        });
}

/// All attempts that match, also where the table shows calls.
void ChartPanel::countVisible(RateChartData& shown) const {
    for (RateSeries::Bucket& bucket : shown.buckets) {
        bucket.codes.clear();
        bucket.failures = 0;
    }
    const EventStore& store = m_monitor.events();
    for (const auto* rows : {&m_model.visible(), &m_model.earlier()})
        for (const std::uint32_t row : *rows)
            if (const auto time = store.time(row); time && *time >= shown.from() && *time < shown.to())
                addOne(shown.buckets[static_cast<std::size_t>((*time - shown.from()) / shown.step)],
                       store.code(row));
}

void ChartPanel::showLegend() {
    codegroups::Mask present = 0;
    codegroups::Mask shown = 0;
    for (const auto& [code, count] : m_monitor.totals().failuresByCode) {
        const codegroups::Mask bit = codegroups::bit(codegroups::indexOf(code));
        present |= count > 0 ? bit : 0;
        shown |= m_model.matchesCode(code) ? bit : 0;
    }
    m_legend->setCounts(legendCounts(), present, shown);
}

/// Of each code what there would be to see of it: the other terms of the filter hold for it too.
std::vector<std::uint64_t> ChartPanel::legendCounts() {
    std::vector<std::uint64_t> counts(codegroups::all().size());
    EventFilter others = m_state.filter();
    others.calls = false;
    std::erase_if(others.terms, [](const FilterTerm& term) { return term.field == FilterField::Code; });
    if (others.terms.empty()) {
        for (const auto& [code, count] : m_monitor.totals().failuresByCode)
            counts[static_cast<std::size_t>(codegroups::indexOf(code))] += count;
        return counts;
    }
    if (others != m_others.filter())
        m_others.setFilter(others);
    m_others.forget(); // the store has changed since
    for (const EventStore::Row row : m_monitor.events().rows())
        if (m_others.matchesAttempt(row))
            ++counts[static_cast<std::size_t>(codegroups::indexOf(m_monitor.events().code(row)))];
    return counts;
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
        const auto whole = wholeRange();
        if (!whole || !m_state.filter().range().isAll())
            return 0;
        for (const RateSeries::CodeCount& failures : m_monitor.rates().failuresOutside(*whole))
            count += m_model.matchesCode(failures.code) ? failures.count : 0;
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
    const TimeRange wide = timebuckets::aligned({from, to}, step, m_times.zone());
    const TimeRange range{std::max(*whole->from, *wide.from), std::min(*whole->to, *wide.to)};
    m_state.setRange(range == *whole ? TimeRange{} : range);
}

} // namespace derouter
