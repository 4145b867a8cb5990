// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filterstate.h"
#include "timedisplay.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

class EventView;

/// What the table shows, and what there is in all.
struct TableCounts {
    std::size_t shown = 0;  ///< rows
    std::size_t hidden = 0; ///< what would be rows without the filter
    std::size_t calls = 0;
    std::size_t attempts = 0;
    bool byCall = false; ///< a row is a call
};

/// The line above the table: how many failures are shown and hidden, what the filter is made of, a button to
/// remove each part, and whether the table follows.
class FilterBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)

public:
    FilterBar(FilterState& state, EventView& view, QWidget* parent = nullptr);

    void setCounts(const TableCounts& counts);
    void setTimeDisplay(const TimeDisplay& display);

    QString countText() const;
    QToolButton* resumeButton() const { return m_resume; }
    QToolButton* showAllButton() const { return m_showAll; }

private:
    void showChips();
    void addChip(const QString& text, const EventFilter& without);
    void showFollowState();

    FilterState& m_state;
    EventView& m_view;
    TimeDisplay m_times;
    QLabel* m_count;
    QHBoxLayout* m_chips;
    QToolButton* m_showAll;
    QToolButton* m_resume;
};

} // namespace derouter
