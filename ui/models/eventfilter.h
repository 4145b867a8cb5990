// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "core/timerange.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace derouter {

/// What a term of a filter looks at.
enum class FilterField : std::uint8_t {
    Text,       ///< part of code, type, cause, message, model, request-id, source or path; case is ignored
    Expression, ///< the same by a regular expression
    Code,       ///< "529", "stream", "none", "5xx", or "other": what the legend has no entry for
    Type,
    Cause, ///< id in the guide
    Move,  ///< the key of reports
    Model,
    Key, ///< the API key, masked
    Source,
    RequestId,
    Path,
    Time,
    Marked, ///< "yes": the user marked it; where calls are the rows, some attempt of it
};
inline constexpr int filterFieldCount = 13;

/// One chip: a value of a field that failures have to have, or must not have.
///
/// `value` is as the log has it, in any case, with `*` for any characters; of Code, Cause, Move and Marked it
/// is the key.
struct FilterTerm {
    FilterField field = FilterField::Text;
    QString value{};
    /// Of Time alone; undated failures are in no range. Where `value` is a length of time, such as "15m", it
    /// is the last so long, and FilterState keeps the range at it.
    TimeRange range{};
    bool exclude = false;
    bool on = true;

    /// The same but for what was made of it: excluded or not, on or off.
    bool isAbout(const FilterTerm& other) const {
        return field == other.field && value == other.value && (range == other.range || slides());
    }
    bool slides() const { return field == FilterField::Time && !value.isEmpty(); }
    friend bool operator==(const FilterTerm&, const FilterTerm&) = default;
};

/// Which failures are to be seen: those that have one of the values of each field and none of the excluded
/// ones. A plain value.
struct EventFilter {
    std::vector<FilterTerm> terms{};
    /// One row a call: its last failed attempt stands for it, and the call matches when that attempt does,
    /// whatever its earlier ones were. A failure whose call is not known is a call of its own.
    bool calls = false;

    /// Whether some term that is on is neither about the code nor says from when to when.
    bool looksAtRows() const;
    /// From when to when; all where nothing is said of it.
    TimeRange range() const;

    friend bool operator==(const EventFilter&, const EventFilter&) = default;
};

} // namespace derouter
