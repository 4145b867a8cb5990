// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventfilter.h"

#include <QObject>

#include <vector>

namespace derouter {

/// The one filter of the window, with the way back: whoever changes it tells this object, whoever shows it
/// listens.
class FilterState final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterState)

public:
    explicit FilterState(QObject* parent = nullptr)
        : QObject(parent) {}

    const EventFilter& filter() const { return m_filter; }
    bool canGoBack() const { return !m_earlier.empty(); }

    /// The filter to begin with, such as the last session's: no step leads back before it.
    void begin(const EventFilter& filter);
    /// A step that `back()` undoes.
    void change(const EventFilter& filter);
    /// Letters typed one after the other are one step.
    void changeText(const QString& text);
    void setRange(const TimeRange& range);
    /// Only this code; every code when it is the only one already.
    void isolateGroup(int group);
    /// Takes the code in or out; `present` are the codes there are to choose from.
    void toggleGroup(int group, codegroups::Mask present);
    void toggleMove(WhoseMove move);
    void setCalls(bool on);
    void back();
    void clear();

Q_SIGNALS:
    void changed();

private:
    void apply(const EventFilter& filter);

    EventFilter m_filter;
    std::vector<EventFilter> m_earlier;
    bool m_typing = false;
};

} // namespace derouter
