// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventfilter.h"

#include <QToolButton>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace derouter {

class FilterState;
class FilterValues;
class TimeDisplay;

/// A button with a menu of whose move, and of the values of each field with their counts, each to be taken in
/// or out.
class FilterMenuButton final : public QToolButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterMenuButton)

public:
    FilterMenuButton(FilterState& state, FilterValues& values, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void addValues(QMenu& menu, FilterField field);
    void restyle();

    FilterState& m_state;
    FilterValues& m_values;
};

/// "Only This" and "Exclude This" for a value that the user points at; what they make is one step each.
void addFilterActions(QMenu& menu, FilterState& state, const FilterTerm& term, const TimeDisplay& times);

} // namespace derouter
