// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewstate.h"

#include "codegroup.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace derouter {

EventFilter ViewState::filter() const {
    EventFilter filter{.calls = calls};
    if (off)
        return filter;
    std::ranges::copy_if(terms, std::back_inserter(filter.terms), &FilterTerm::on);
    if (!typed.isEmpty())
        filter.terms.push_back({.field = FilterField::Text, .value = typed});
    return filter;
}

unsigned ViewState::moves() const {
    unsigned bits = 0;
    for (int move = 0; move < whoseMoveCount; ++move)
        if (!off && std::ranges::find(terms, moveTerm(static_cast<WhoseMove>(move))) != terms.end())
            bits |= 1u << move;
    return bits;
}

/// Beside the other terms of its field.
void ViewState::add(const FilterTerm& term) {
    off = false;
    const bool isRange = term.field == FilterField::Time && !term.exclude;
    const auto old = std::ranges::find_if(terms, [&](const FilterTerm& known) {
        return known.isAbout(term) || (isRange && known.field == FilterField::Time && !known.exclude);
    });
    if (old != terms.end()) {
        *old = term;
        return;
    }
    const auto last = std::find_if(terms.rbegin(), terms.rend(),
                                   [&](const FilterTerm& known) { return known.field == term.field; });
    terms.insert(last == terms.rend() ? terms.end() : last.base(), term);
}

void ViewState::remove(const FilterTerm& term) {
    off = false;
    std::erase_if(terms, [&](const FilterTerm& known) { return known.isAbout(term); });
}

void ViewState::only(const FilterTerm& term) {
    std::erase_if(terms,
                  [&](const FilterTerm& known) { return known.field == term.field && !known.exclude; });
    add(term);
}

void ViewState::isolate(const FilterTerm& term) {
    const auto ofField = [&](const FilterTerm& known) { return known.field == term.field; };
    const bool isOnly =
        !off && std::ranges::count_if(terms, ofField) == 1 && std::ranges::find(terms, term) != terms.end();
    off = false;
    std::erase_if(terms, ofField);
    if (!isOnly)
        terms.push_back(term);
}

void ViewState::toggleHidden(const FilterTerm& term) {
    const auto known =
        std::ranges::find_if(terms, [&](const FilterTerm& other) { return other.isAbout(term) && other.on; });
    const bool othersWanted = std::ranges::any_of(terms, [&](const FilterTerm& other) {
        return other.field == term.field && other.on && !other.exclude && !other.isAbout(term);
    });
    off = false;
    if (known != terms.end())
        terms.erase(known);
    else
        add({.field = term.field, .value = term.value, .exclude = !othersWanted});
}

void ViewState::toggleWanted(const FilterTerm& term) {
    if (!off && std::ranges::find(terms, term) != terms.end())
        remove(term);
    else
        add(term);
}

void ViewState::setRange(const TimeRange& range) {
    off = false;
    std::erase_if(terms,
                  [](const FilterTerm& term) { return term.field == FilterField::Time && !term.exclude; });
    if (!range.isAll())
        add({.field = FilterField::Time, .range = range});
}

FilterTerm codeTerm(int group) {
    return {.field = FilterField::Code, .value = codegroups::key(group)};
}

FilterTerm moveTerm(WhoseMove move) {
    return {.field = FilterField::Move, .value = QString::fromStdString(std::string(key(move)))};
}

FilterTerm markTerm(bool exclude) {
    return {.field = FilterField::Marked, .value = u"yes"_s, .exclude = exclude};
}

} // namespace derouter
