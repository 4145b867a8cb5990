// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventfilter.h"

#include <algorithm>

namespace derouter {

namespace {

bool isRange(const FilterTerm& term) {
    return term.on && term.field == FilterField::Time && !term.exclude;
}

} // namespace

bool EventFilter::looksAtRows() const {
    return std::ranges::any_of(terms, [](const FilterTerm& term) {
        return term.on && term.field != FilterField::Code && !isRange(term);
    });
}

TimeRange EventFilter::range() const {
    const auto found = std::ranges::find_if(terms, isRange);
    return found == terms.end() ? TimeRange{} : found->range;
}

} // namespace derouter
