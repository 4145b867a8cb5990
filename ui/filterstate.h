// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace derouter {

/// The one ViewState of the window, with the ways back and forth: whoever changes it tells this object,
/// whoever shows it listens.
class FilterState final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterState)

public:
    explicit FilterState(QObject* parent = nullptr);

    /// When now is, for terms that slide: until then their ranges stand.
    void setNow(std::function<Microseconds()> now) { m_now = std::move(now); }
    /// Terms that slide stand still, such as while the table is read.
    void hold(bool on);
    /// Looks at the time, as happens by itself while a term slides.
    void slide();

    const ViewState& view() const { return m_view; }
    /// What the view lets through.
    const EventFilter& filter() const { return m_filter; }
    bool canUndo() const { return !m_earlier.empty(); }
    bool canRedo() const { return !m_later.empty(); }

    /// What to begin with, such as the last session's: no step leads back before it.
    void begin(const ViewState& view);
    /// A step that `undo()` takes back.
    void change(const ViewState& view);
    /// The same, of what `edit` makes of the present view.
    template <typename Edit> void edit(Edit edit) {
        ViewState next = m_view;
        edit(next);
        change(next);
    }
    /// Letters typed one after the other are one step, and so is making a chip of them.
    void changeTyped(const QString& text);
    void finishTyped(const std::vector<FilterTerm>& terms);

    void add(const FilterTerm& term);
    void remove(const FilterTerm& term);
    void setRange(const TimeRange& range);
    void setCalls(bool on);
    /// All terms off for a look round, and on again.
    void setOff(bool off);
    void undo();
    void redo();
    /// Back to all.
    void clear();

Q_SIGNALS:
    void changed();

private:
    void apply(const ViewState& view);
    ViewState slid(ViewState view) const;
    void step(std::vector<ViewState>& from, std::vector<ViewState>& to);

    ViewState m_view;
    EventFilter m_filter;
    std::vector<ViewState> m_earlier;
    std::vector<ViewState> m_later;
    bool m_typing = false;
    std::function<Microseconds()> m_now;
    QTimer m_slide;
    bool m_isHeld = false;
};

} // namespace derouter
