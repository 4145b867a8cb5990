// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterstate.h"

namespace derouter {

namespace {

constexpr std::size_t mostSteps = 200;

} // namespace

void FilterState::apply(const EventFilter& filter) {
    m_filter = filter;
    Q_EMIT changed();
}

void FilterState::begin(const EventFilter& filter) {
    m_earlier.clear();
    m_typing = false;
    apply(filter);
}

void FilterState::change(const EventFilter& filter) {
    m_typing = false;
    if (filter == m_filter)
        return;
    if (m_earlier.size() == mostSteps)
        m_earlier.erase(m_earlier.begin());
    m_earlier.push_back(m_filter);
    apply(filter);
}

void FilterState::changeText(const QString& text) {
    EventFilter next = m_filter;
    next.text = text;
    if (m_typing && next != m_filter)
        apply(next);
    else
        change(next);
    m_typing = true;
}

void FilterState::setRange(const TimeRange& range) {
    EventFilter next = m_filter;
    next.range = range;
    change(next);
}

void FilterState::isolateGroup(int group) {
    EventFilter next = m_filter;
    next.groups = m_filter.groups == codegroups::bit(group) ? 0 : codegroups::bit(group);
    change(next);
}

void FilterState::toggleGroup(int group, codegroups::Mask present) {
    EventFilter next = m_filter;
    next.groups = (m_filter.groups == 0 ? present : m_filter.groups) ^ codegroups::bit(group);
    if ((next.groups & present) == present)
        next.groups = 0;
    change(next);
}

void FilterState::toggleMove(WhoseMove move) {
    EventFilter next = m_filter;
    next.moves ^= bit(move);
    if (next.moves == (1u << whoseMoveCount) - 1)
        next.moves = 0;
    change(next);
}

void FilterState::setCalls(bool on) {
    EventFilter next = m_filter;
    next.calls = on;
    change(next);
}

void FilterState::back() {
    m_typing = false;
    if (m_earlier.empty())
        return;
    const EventFilter earlier = m_earlier.back();
    m_earlier.pop_back();
    apply(earlier);
}

void FilterState::clear() {
    change({});
}

} // namespace derouter
