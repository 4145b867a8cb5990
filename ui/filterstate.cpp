// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterstate.h"

#include "filtertext.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace derouter {

namespace {

constexpr std::size_t mostSteps = 200;

} // namespace

FilterState::FilterState(QObject* parent)
    : QObject(parent) {
    m_slide.setSingleShot(true);
    connect(&m_slide, &QTimer::timeout, this, &FilterState::slide);
}

/// What slides is where it belongs now, to the second.
ViewState FilterState::slid(ViewState view) const {
    for (FilterTerm& term : view.terms)
        if (term.slides() && m_now)
            term.range = {floorDivide(m_now(), microsecondsPerSecond) * microsecondsPerSecond -
                              filtertext::lengthOf(term.value).value_or(0),
                          std::nullopt};
    return view;
}

void FilterState::apply(const ViewState& view) {
    m_view = slid(view);
    m_filter = m_view.filter();
    // No more often than one sees on a chart of so long.
    constexpr int parts = 300;
    const auto shortest = std::ranges::find_if(m_filter.terms, &FilterTerm::slides);
    if (shortest == m_filter.terms.end() || m_isHeld)
        m_slide.stop();
    else
        m_slide.start(
            std::clamp(std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(
                           filtertext::lengthOf(shortest->value).value_or(0) / parts)),
                       std::chrono::milliseconds(1000), std::chrono::milliseconds(60'000)));
    Q_EMIT changed();
}

void FilterState::slide() {
    if (!m_isHeld && std::ranges::any_of(m_filter.terms, &FilterTerm::slides))
        apply(m_view);
}

void FilterState::hold(bool on) {
    if (std::exchange(m_isHeld, on) != on)
        on ? m_slide.stop() : slide();
}

void FilterState::begin(const ViewState& view) {
    m_earlier.clear();
    m_later.clear();
    m_typing = false;
    apply(view);
}

void FilterState::change(const ViewState& view) {
    m_typing = false;
    if (slid(view) == m_view)
        return;
    if (m_earlier.size() == mostSteps)
        m_earlier.erase(m_earlier.begin());
    m_earlier.push_back(m_view);
    m_later.clear();
    apply(view);
}

void FilterState::changeTyped(const QString& text) {
    ViewState next = m_view;
    next.typed = text;
    next.off = next.off && text.isEmpty();
    if (m_typing && next != m_view)
        apply(next);
    else
        change(next);
    m_typing = true;
}

void FilterState::finishTyped(const std::vector<FilterTerm>& terms) {
    ViewState next = m_view;
    next.typed.clear();
    for (const FilterTerm& term : terms)
        next.add(term);
    if (m_typing && next != m_view)
        apply(next);
    else
        change(next);
    m_typing = false;
}

void FilterState::add(const FilterTerm& term) {
    edit([&](ViewState& view) { view.add(term); });
}

void FilterState::remove(const FilterTerm& term) {
    edit([&](ViewState& view) { view.remove(term); });
}

void FilterState::setRange(const TimeRange& range) {
    edit([&](ViewState& view) { view.setRange(range); });
}

void FilterState::setCalls(bool on) {
    edit([on](ViewState& view) { view.calls = on; });
}

void FilterState::setOff(bool off) {
    edit([off](ViewState& view) { view.off = off && view.isFiltered(); });
}

void FilterState::step(std::vector<ViewState>& from, std::vector<ViewState>& to) {
    m_typing = false;
    if (from.empty())
        return;
    to.push_back(m_view);
    const ViewState next = from.back();
    from.pop_back();
    apply(next);
}

void FilterState::undo() {
    step(m_earlier, m_later);
}

void FilterState::redo() {
    step(m_later, m_earlier);
}

void FilterState::clear() {
    change({});
}

} // namespace derouter
