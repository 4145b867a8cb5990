// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charttable.h"

#include "chartpicture.h"
#include "clipboard.h"
#include "core/shownnumber.h"
#include "dialogparts.h"
#include "report/redactor.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace derouter {

namespace {

constexpr int margin = 16;
constexpr int spacing = 8;

std::vector<std::size_t> groupsThatFailed(const RateChartData& shown) {
    std::vector<std::uint64_t> counts(shown.groups.size());
    for (const RateSeries::Bucket& bucket : shown.buckets)
        for (const RateSeries::KindCount& each : bucket.kinds)
            counts[shown.groups.indexOf(each.kind)] += each.count;
    std::vector<std::size_t> groups;
    for (std::size_t group = 0; group < counts.size(); ++group)
        if (counts[group] > 0)
            groups.push_back(group);
    return groups;
}

QTableWidgetItem* numberItem(const QString& number) {
    auto* item = new QTableWidgetItem(number);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

} // namespace

ChartTable::ChartTable(const RateChartData& shown, QWidget* parent)
    : QDialog(parent)
    , m_table(new QTableWidget(this)) {
    setWindowTitle(tr("Figures of the Chart"));
    m_table->setAccessibleName(windowTitle());
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    fill(shown);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(spacing);
    column->addWidget(plainLabel(shown.summary()));
    column->addWidget(m_table, 1);
    if (!shown.marks.empty())
        column->addWidget(marksOf(shown));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    row->addStretch(1);
    QPushButton* const copy = addButton(*row, tr("&Copy as CSV"));
    QPushButton* const close = addButton(*row, tr("C&lose"));
    close->setDefault(true);
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this,
            [csv = QString::fromUtf8(chartFigures(shown))] { clipboard::put(Redactor::ownWords(csv)); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    resize(720, 480);
}

/// What happened meanwhile, a row each.
QWidget* ChartTable::marksOf(const RateChartData& shown) {
    constexpr int highest = 140;
    auto* table = new QTableWidget(static_cast<int>(shown.marks.size()), 2);
    table->setObjectName(QStringLiteral("marks"));
    table->setAccessibleName(tr("What happened to the logs"));
    table->setHorizontalHeaderLabels({tr("Time"), tr("What happened")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setMaximumHeight(highest);
    for (int row = 0; row < table->rowCount(); ++row) {
        const ChartMark& mark = shown.marks[static_cast<std::size_t>(row)];
        table->setItem(row, 0, new QTableWidgetItem(shown.times.full(mark.time)));
        table->setItem(row, 1, new QTableWidgetItem(mark.sentence));
    }
    table->resizeColumnToContents(0);
    return table;
}

/// Rows without requests are left out: a day of quiet says nothing in a table.
void ChartTable::fill(const RateChartData& shown) {
    const std::vector<std::size_t> groups = groupsThatFailed(shown);
    QStringList names{tr("Time"), tr("Requests"), tr("Failures")};
    for (const std::size_t group : groups)
        names << shown.groups.label(group);
    m_table->setColumnCount(static_cast<int>(names.size()));
    m_table->setHorizontalHeaderLabels(names);
    for (const RateSeries::Bucket& bucket : shown.buckets) {
        if (bucket.requests == 0 && bucket.failures == 0)
            continue;
        std::vector<std::uint64_t> counts(shown.groups.size());
        for (const RateSeries::KindCount& each : bucket.kinds)
            counts[shown.groups.indexOf(each.kind)] += each.count;
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, 0, new QTableWidgetItem(shown.times.range(bucket.start, bucket.end)));
        m_table->setItem(row, 1, numberItem(shownNumber(bucket.requests)));
        m_table->setItem(row, 2, numberItem(shown.valueText(bucket.failures, bucket.requests)));
        for (std::size_t at = 0; at < groups.size(); ++at)
            m_table->setItem(row, 3 + static_cast<int>(at),
                             numberItem(shown.valueText(counts[groups[at]], bucket.requests)));
    }
    m_table->resizeColumnsToContents();
}

} // namespace derouter
