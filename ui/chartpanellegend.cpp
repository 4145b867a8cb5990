// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the legend below the chart counts.

#include "chartlegend.h"
#include "chartpanel.h"
#include "guide/errorguide.h"
#include "models/eventmodel.h"

#include <algorithm>

namespace derouter {

void ChartPanel::showLegend(const ChartGroups& groups) {
    const std::vector<std::uint64_t> present = totalsByGroup(groups);
    const std::vector<std::uint64_t> counts = legendCounts(groups);
    const std::vector<bool> askedFor = groupsAskedFor(groups);
    std::vector<ChartLegend::Entry> entries(groups.size());
    for (std::size_t group = 0; group < groups.size(); ++group)
        entries[group] = {
            .count = counts[group], .isPresent = present[group] > 0, .isShown = askedFor[group]};
    m_legend->show(groups, entries);
}

std::vector<std::uint64_t> ChartPanel::totalsByGroup(const ChartGroups& groups) const {
    const Totals& totals = m_monitor.totals();
    std::vector<std::uint64_t> counts(groups.size());
    switch (groups.split()) {
    case ChartSplit::Code:
        for (const auto& [code, count] : totals.failuresByCode)
            counts[groups.indexOf({.code = code})] += count;
        break;
    case ChartSplit::Cause:
        for (const auto& [id, count] : totals.failuresByCause)
            if (const guide::Cause* cause = guide::causeById(id); cause && count > 0)
                counts[groups.indexOf({.cause = guide::indexOf(*cause)})] += count;
        break;
    case ChartSplit::Move:
        std::ranges::copy(totals.failuresByMove, counts.begin());
        break;
    }
    return counts;
}

/// Of each group what there would be to see of it: the other terms of the filter hold for it too.
std::vector<std::uint64_t> ChartPanel::legendCounts(const ChartGroups& groups) {
    EventFilter others = m_state.filter();
    others.calls = false;
    std::erase_if(others.terms, [&](const FilterTerm& term) { return term.field == groups.field(); });
    if (others.terms.empty())
        return totalsByGroup(groups);
    if (others != m_others.filter())
        m_others.setFilter(others);
    m_others.forget(); // the store has changed since
    std::vector<std::uint64_t> counts(groups.size());
    for (const EventStore::Row row : m_monitor.events().rows())
        if (m_others.matchesAttempt(row))
            ++counts[groups.indexOf(kindOf(m_monitor.events(), row))];
    return counts;
}

/// Which of them the terms of their own field let through.
std::vector<bool> ChartPanel::groupsAskedFor(const ChartGroups& groups) const {
    std::vector<bool> asked(groups.size(), groups.split() != ChartSplit::Code);
    if (groups.split() == ChartSplit::Code) { // where several codes may be one group
        for (const auto& [code, count] : m_monitor.totals().failuresByCode)
            asked[groups.indexOf({.code = code})] =
                asked[groups.indexOf({.code = code})] || m_model.matchesCode(code);
        return asked;
    }
    const std::vector<FilterTerm>& terms = m_state.filter().terms;
    const bool isChoice = std::ranges::any_of(terms, [&](const FilterTerm& term) {
        return term.on && term.field == groups.field() && !term.exclude;
    });
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const auto own = groups.term(group);
        const auto said = std::ranges::find_if(
            terms, [&](const FilterTerm& term) { return term.on && own && term.isAbout(*own); });
        asked[group] = said == terms.end() ? !isChoice : !said->exclude;
    }
    return asked;
}

} // namespace derouter
