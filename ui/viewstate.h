// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventfilter.h"

namespace derouter {

/// What the user has made of the view: chips, zoom (the chip of the time) and the legend's choice (those of
/// the code). A plain value: one step of the history is one of these.
struct ViewState {
    std::vector<FilterTerm> terms{};
    QString typed{};    ///< plain text in the box that is no chip yet
    bool calls = false; ///< one row a call
    bool off = false;   ///< a look round without any of the terms

    bool isFiltered() const { return !terms.empty() || !typed.isEmpty(); }
    /// What is let through now.
    EventFilter filter() const;
    /// From when to when something is let through.
    TimeRange range() const { return filter().range(); }
    /// One bit for each WhoseMove that is asked for.
    unsigned moves() const;

    // Each of these switches the terms on again.

    /// Adds the term, or makes of one about the same what the new one is. There is one range of time at most.
    void add(const FilterTerm& term);
    void remove(const FilterTerm& term);
    /// Wanted instead of all other values of its field.
    void only(const FilterTerm& term);
    /// The only one of its field; nothing of its field when it is that already.
    void isolate(const FilterTerm& term);
    /// Takes the value away from what is seen, or back to it.
    void toggleHidden(const FilterTerm& term);
    /// Asks for the value, or no longer.
    void toggleWanted(const FilterTerm& term);
    void setRange(const TimeRange& range);

    friend bool operator==(const ViewState&, const ViewState&) = default;
};

/// The term for a group of the legend.
FilterTerm codeTerm(int group);
FilterTerm moveTerm(WhoseMove move);
/// For what is marked, or for all else.
FilterTerm markTerm(bool exclude = false);

} // namespace derouter
