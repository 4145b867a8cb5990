// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filterstate.h"
#include "searchfield.h"
#include "timedisplay.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QFrame;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

class EventView;
class FilterChip;
class FilterMenuButton;
class FilterValues;
class FlowLayout;

/// What the table shows, and what there is in all.
struct TableCounts {
    std::size_t groups = 0; ///< of repeats; 0 where they are not grouped
    std::size_t shown = 0;  ///< rows, without groups
    std::size_t hidden = 0; ///< what would be rows without the filter
    std::size_t calls = 0;
    std::size_t attempts = 0;
    bool byCall = false; ///< a row is a call
};

/// The one box of the filter: its chips and the field to type more, how many failures it hides, whether the
/// table follows, and below them what is to be said of the filter.
class FilterBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)

public:
    FilterBar(FilterState& state, FilterValues& values, EventView& view, QWidget* parent = nullptr);

    void setCounts(const TableCounts& counts);
    void setContext(const filtertext::Context& context);
    /// What a search for a request-id met: it is loaded, but other filters hide it; or it is not loaded.
    enum class IdState { None, Hidden, Absent };
    void setRequestId(IdState state, const QString& id = {});
    /// Texts that a regular expression gave up on.
    void setGaveUp(std::size_t texts);

    QString countText() const;
    QString noticeText() const;
    SearchField& field() const { return *m_field; }
    QList<FilterChip*> chips() const;
    QToolButton* resumeButton() const { return m_resume; }
    QToolButton* showAllButton() const { return m_showAll; }
    QToolButton* offButton() const { return m_off; }
    /// Beside the notice of a hidden request-id.
    QToolButton* showIdButton() const { return m_showId; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    static QString countText(const TableCounts& counts);
    void showChips();
    void addChip(const FilterTerm& term);
    void focusChip(int index);
    void showNotice();
    QString offSentence() const;
    void showFollowState();
    void fitHeight();

    FilterState& m_state;
    EventView& m_view;
    filtertext::Context m_context;
    QFrame* m_box;
    FlowLayout* m_flow;
    SearchField* m_field;
    FilterMenuButton* m_menu;
    QLabel* m_count;
    QToolButton* m_off;
    QToolButton* m_showAll;
    QToolButton* m_resume;
    QWidget* m_noticeRow;
    QLabel* m_notice;
    QToolButton* m_showId;
    QString m_mistake;
    QString m_id;
    IdState m_idState = IdState::None;
    std::size_t m_gaveUp = 0;
    int m_focused = -1; ///< of the chips, while they are made anew
};

} // namespace derouter
