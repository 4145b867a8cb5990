// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparisondialog.h"

#include "codegroup.h"
#include "core/shownnumber.h"
#include "dialogparts.h"
#include "guide/errorguide.h"
#include "logtext.h"
#include "monitor/monitor.h"
#include "situation.h"
#include "theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>
#include <ranges>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

using Change = Comparison::Change;

constexpr int margin = 16;
constexpr int spacing = 8;
constexpr int rowsAtOnce = 4000; ///< some milliseconds of work
constexpr int mostLines = 500;

enum Column { ChangeColumn, CodeColumn, CauseColumn, MessageColumn, BeforeColumn, NowColumn, columnCount };

std::size_t at(Era era) {
    return static_cast<std::size_t>(era);
}

QString changeText(Change change) {
    switch (change) {
    case Change::New:
        return ComparisonDialog::tr("+ new");
    case Change::More:
        return ComparisonDialog::tr("↗ more");
    case Change::Fewer:
        return ComparisonDialog::tr("↘ fewer");
    case Change::Gone:
        return ComparisonDialog::tr("− gone");
    case Change::Same:
        break;
    }
    return ComparisonDialog::tr("= as before");
}

QString percent(std::uint64_t part, std::uint64_t whole) {
    return QLocale().toString(100.0 * static_cast<double>(part) / static_cast<double>(whole), 'f', 1);
}

double perMinute(std::uint64_t count, Microseconds length) {
    return static_cast<double>(count) * microsecondsPerMinute / static_cast<double>(length);
}

} // namespace

ComparisonDialog::ComparisonDialog(const Monitor& monitor, const TimeRange& shown, const TimeDisplay& times,
                                   QWidget* parent)
    : QDialog(parent)
    , m_monitor(monitor)
    , m_times(times)
    , m_summary(selectableLabel())
    , m_table(new QTableWidget(0, columnCount)) {
    m_times.setWithDate(true);
    findChoices(shown);
    build();
    m_work.setInterval(0);
    connect(&m_work, &QTimer::timeout, this, &ComparisonDialog::goOn);
    connect(&monitor, &Monitor::eventsReset, this, &ComparisonDialog::begin);
    begin();
}

/// A time that was chosen in the chart comes first, then logs, then what there is of the time.
void ComparisonDialog::findChoices(const TimeRange& shown) {
    addTimes(shown);
    const bool isZoomed = !shown.isAll();
    const std::size_t times = m_choices.size();
    for (const SourceInfo& source : m_monitor.sources())
        m_choices.push_back({redactedLine(source.name.toStdString()), {}, source.id});
    const bool areLogsFirst = !isZoomed && m_choices.size() >= times + 2;
    m_first = areLogsFirst ? std::array{times, times + 1}
              : times >= 2 ? std::array{std::size_t(1), std::size_t(0)}
                           : std::array<std::size_t, 2>{};
}

void ComparisonDialog::addTimes(const TimeRange& shown) {
    const Totals& totals = m_monitor.totals();
    if (!totals.firstTime || *totals.firstTime == *totals.lastTime)
        return;
    const Microseconds first = *totals.firstTime;
    const Microseconds end = *totals.lastTime + 1;
    const auto add = [this](const QString& name, Microseconds from, Microseconds to) {
        if (from < to)
            m_choices.push_back(
                {tr("%1: %2", "a part and its time").arg(name, m_times.range(from, to)), {from, to}, {}});
    };
    if (shown.isAll()) {
        const Microseconds half = first + (end - first) / 2;
        add(tr("Second half"), half, end);
        add(tr("First half"), first, half);
        return;
    }
    const Microseconds from = std::max(shown.from.value_or(first), first);
    const Microseconds to = std::min(shown.to.value_or(end), end);
    add(tr("Time shown"), from, to);
    add(tr("Everything before it"), first, from);
    add(tr("Everything after it"), to, end);
    add(tr("As long a time before it"), std::max(first, from - (to - from)), from);
}

void ComparisonDialog::build() {
    setWindowTitle(tr("What Changed"));
    resize(860, 520);
    m_table->setAccessibleName(windowTitle());
    m_table->setHorizontalHeaderLabels(
        {tr("Change"), tr("Code"), tr("Cause"), tr("Message"), tr("Before"), tr("Now")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + spacing);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(MessageColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    connect(m_table, &QTableWidget::cellActivated, this, &ComparisonDialog::choose);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_show->setEnabled(m_table->selectionModel()->hasSelection()); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(spacing);
    column->addLayout(buildChoices());
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    column->addLayout(buildButtons());
}

QLayout* ComparisonDialog::buildChoices() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing);
    grid->setVerticalSpacing(spacing);
    grid->setColumnStretch(1, 1);
    const QString names[] = {tr("&Before:"), tr("&Now:")};
    for (int row = 0; row < 2; ++row) {
        const auto era = static_cast<std::size_t>(row);
        auto* box = new QComboBox;
        for (const Choice& choice : m_choices)
            box->addItem(choice.name);
        box->setCurrentIndex(m_choices.empty() ? -1 : static_cast<int>(m_first[era]));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        auto* label = new QLabel(names[row]);
        label->setBuddy(box);
        box->setAccessibleName(plainName(names[row]));
        grid->addWidget(label, row, 0);
        grid->addWidget(box, row, 1);
        m_boxes[era] = box;
        connect(box, &QComboBox::currentIndexChanged, this, &ComparisonDialog::begin);
    }
    return grid;
}

QLayout* ComparisonDialog::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    m_show = addButton(*row, tr("&Show These Failures"));
    m_show->setToolTip(tr("In the window, by their code, their cause and their time or log"));
    m_show->setEnabled(false);
    row->addStretch(1);
    m_copy = addButton(*row, tr("&Copy"));
    m_copy->setToolTip(tr("What has changed, a line each"));
    QPushButton* const close = addButton(*row, tr("C&lose"));
    connect(m_show, &QPushButton::clicked, this, &ComparisonDialog::choose);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(windowTitle(), text()); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return row;
}

const ComparisonDialog::Choice& ComparisonDialog::choice(Era era) const {
    return m_choices[static_cast<std::size_t>(m_boxes[at(era)]->currentIndex())];
}

bool ComparisonDialog::isIn(const Choice& choice, EventStore::Row row) const {
    const EventStore& events = m_monitor.events();
    if (!choice.source) {
        const auto time = events.time(row);
        return time && choice.range.contains(*time);
    }
    return events.source(row) == *choice.source ||
           (events.event(row).sightings > 1 &&
            std::ranges::any_of(events.sightings(row), [&choice](const Sighted& sighted) {
                return sighted.source == *choice.source;
            }));
}

Comparison::Part ComparisonDialog::partOf(const Choice& choice) const {
    if (choice.source)
        return {};
    Comparison::Part part{.length = *choice.range.to - *choice.range.from};
    if (m_monitor.totals().showsShare)
        part.requests = requestsIn(m_monitor, choice.range);
    return part;
}

void ComparisonDialog::begin() {
    m_comparison = {};
    m_copy->setEnabled(false);
    m_table->setRowCount(0);
    if (m_choices.size() < 2) {
        m_summary->setText(tr("There is nothing to compare: open a log with failures at several times."));
        return;
    }
    m_summary->setText(tr("Comparing…"));
    m_count.emplace(m_monitor.events());
    m_next = m_monitor.events().firstRow();
    m_work.start();
}

/// Failures that were let go meanwhile are passed over.
void ComparisonDialog::goOn() {
    const EventStore& events = m_monitor.events();
    m_next = std::max(m_next, events.firstRow());
    const EventStore::Row end = std::min(events.endRow(), m_next + rowsAtOnce);
    for (; m_next < end; ++m_next)
        for (const Era era : {Era::Before, Era::Now})
            if (isIn(choice(era), m_next))
                m_count->take(era, m_next);
    if (m_next < events.endRow())
        return;
    m_work.stop();
    m_comparison = m_count->result(partOf(choice(Era::Before)), partOf(choice(Era::Now)));
    m_count.reset();
    showResult();
}

QString ComparisonDialog::partSentence(Era era) const {
    const Comparison::Part& part = m_comparison.parts[at(era)];
    const QString count = tr("%n failure(s)", nullptr, static_cast<int>(part.failures));
    const QString counted =
        m_comparison.basis == Comparison::Basis::Requests
            ? tr("%1 in %2 requests (%3 %)", "failures in so many requests")
                  .arg(count, shownNumber(*part.requests), percent(part.failures, *part.requests))
            : count;
    return (era == Era::Before ? tr("Before: %1.", "so many failures") : tr("Now: %1.", "so many failures"))
        .arg(counted);
}

void ComparisonDialog::showResult() {
    const QString counts =
        tr("New: %1 · more: %2 · fewer: %3 · gone: %4 · as before: %5")
            .arg(shownNumber(m_comparison.count(Change::New)), shownNumber(m_comparison.count(Change::More)),
                 shownNumber(m_comparison.count(Change::Fewer)),
                 shownNumber(m_comparison.count(Change::Gone)),
                 shownNumber(m_comparison.count(Change::Same)));
    QStringList sentences{partSentence(Era::Before) + u' ' + partSentence(Era::Now), counts};
    const std::uint64_t notKept = m_monitor.totals().failures - m_monitor.events().size();
    if (notKept > 0)
        sentences << tr("%n older failure(s) are no longer kept, and not compared.", nullptr,
                        static_cast<int>(notKept));
    if (m_comparison.isByCode)
        sentences << tr("One of the two logs no messages, so they are compared by their codes alone.");
    if (m_comparison.lines.size() > mostLines)
        sentences << tr("The first %n line(s) are shown.", nullptr, mostLines);
    m_summary->setText(sentences.join(u'\n'));
    const int rows = static_cast<int>(std::min<std::size_t>(m_comparison.lines.size(), mostLines));
    m_table->setRowCount(rows);
    for (int row = 0; row < rows; ++row)
        fillRow(row, m_comparison.lines[static_cast<std::size_t>(row)]);
    for (const int column : {ChangeColumn, CodeColumn, CauseColumn, BeforeColumn, NowColumn})
        m_table->resizeColumnToContents(column);
    m_copy->setEnabled(rows > 0);
}

/// With its share of what the part holds, where that is known.
QString ComparisonDialog::countText(const Comparison::Line& line, Era era) const {
    const std::uint64_t count = line.failures[at(era)];
    const Comparison::Part& part = m_comparison.parts[at(era)];
    switch (m_comparison.basis) {
    case Comparison::Basis::Requests:
        return tr("%1 (%2 %)", "failures, share of requests")
            .arg(shownNumber(count), percent(count, *part.requests));
    case Comparison::Basis::Length:
        return tr("%1 (%2/min)", "failures, failures a minute")
            .arg(shownNumber(count), QLocale().toString(perMinute(count, part.length), 'f', 1));
    case Comparison::Basis::Counts:
        break;
    }
    return shownNumber(count);
}

void ComparisonDialog::fillRow(int row, const Comparison::Line& line) {
    const QString message = redactedLine(line.message);
    const std::pair<Column, QString> texts[] = {
        {ChangeColumn, changeText(line.change)},      {CodeColumn, codeText(line.code)},
        {CauseColumn, line.cause->name.translated()}, {MessageColumn, message},
        {BeforeColumn, countText(line, Era::Before)}, {NowColumn, countText(line, Era::Now)}};
    for (const auto& [column, text] : texts) {
        auto* item = new QTableWidgetItem(text);
        if (column == BeforeColumn || column == NowColumn)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, column, item);
    }
    m_table->item(row, CodeColumn)->setIcon(theme::groupMarker(codegroups::indexOf(line.code), palette()));
    m_table->item(row, MessageColumn)->setToolTip(tooltip(message));
}

QString ComparisonDialog::text() const {
    QStringList lines{tr("DeRouter failures. Before: %1. Now: %2.", "the names of two parts")
                          .arg(choice(Era::Before).name, choice(Era::Now).name),
                      m_summary->text()};
    for (const Comparison::Line& line : m_comparison.lines | std::views::take(mostLines)) {
        QString what = codeText(line.code) + u' ' + line.cause->name.translated();
        if (!line.message.empty())
            what += u" — "_s + redactedLine(line.message);
        lines << tr("%1: %2: %3, before %4", "change, what failed, how often now and before")
                     .arg(changeText(line.change), what, countText(line, Era::Now),
                          countText(line, Era::Before));
    }
    return lines.join(u'\n');
}

/// Those of now, or of before where there are none now.
void ComparisonDialog::choose() {
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    const Comparison::Line& line = m_comparison.lines[static_cast<std::size_t>(row)];
    const Choice& part = choice(line.change == Change::Gone ? Era::Before : Era::Now);
    std::vector<FilterTerm> terms{
        {.field = FilterField::Code, .value = QString::fromStdString(line.code.key())},
        {.field = FilterField::Cause, .value = QString::fromUtf8(line.cause->id)}};
    if (m_comparison.isByCode)
        terms.pop_back();
    const SourceInfo* const source = part.source ? m_monitor.source(*part.source) : nullptr;
    if (source)
        terms.push_back({.field = FilterField::Source, .value = source->name});
    else if (!part.source)
        terms.push_back({.field = FilterField::Time, .range = part.range});
    Q_EMIT failuresChosen(terms);
}

void ComparisonDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_table->rowCount() > 0)
        showResult();
}

} // namespace derouter
