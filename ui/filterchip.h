// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventfilter.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

/// One term of the filter: pressed it is on, its cross removes it, its menu has the opposite. With the
/// keyboard: Space, Delete and the minus sign; the arrows lead to its neighbours.
class FilterChip final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterChip)

public:
    FilterChip(const FilterTerm& term, const QString& label, bool isOn, QWidget* parent = nullptr);

    const FilterTerm& term() const { return m_term; }
    QToolButton* body() const { return m_body; }
    QToolButton* cross() const { return m_cross; }

Q_SIGNALS:
    /// The chip is to become this.
    void changeRequested(const derouter::FilterTerm& term);
    void removeRequested();
    /// -1: to the chip before this one, 1: to the next.
    void neighbourRequested(int step);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool takeKey(int key);
    void showMenu(QPoint at);
    void toggle();
    void invert();

    FilterTerm m_term;
    QToolButton* m_body;
    QToolButton* m_cross;
};

} // namespace derouter
