// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logreading.h"
#include "monitor/spending.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QDoubleSpinBox;
class QLabel;
QT_END_NAMESPACE

namespace derouter {

/// Beside a 402: what requests cost by the log of the failure, and for how long a balance that the user types
/// in would last at that rate. Hidden where the log tells of no costs, and for other failures.
class SpendingPart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpendingPart)

public:
    explicit SpendingPart(const Monitor& monitor, QWidget* parent = nullptr);

    /// Nothing: no failure of that kind is shown.
    void show(std::optional<EventStore::Row> row);
    QString text() const;
    QDoubleSpinBox* balanceField() const { return m_balance; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void showFound();
    void showProjection();
    void restyle();

    LogReading<std::optional<Spending>> m_reading;
    QLabel* m_origin;
    QLabel* m_body;
    QDoubleSpinBox* m_balance;
    QLabel* m_projection;
};

} // namespace derouter
