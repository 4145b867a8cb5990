// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chartdata.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QTableWidget;
QT_END_NAMESPACE

namespace derouter {

/// The figures of the chart as they were when it was opened: a row for each bar, a column for each group.
class ChartTable final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartTable)

public:
    explicit ChartTable(const RateChartData& shown, QWidget* parent = nullptr);

private:
    void fill(const RateChartData& shown);
    QWidget* marksOf(const RateChartData& shown);

    QTableWidget* m_table;
};

} // namespace derouter
