// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fields.h"

#include <span>
#include <string_view>

namespace derouter {

/// One meaning and the names that have it.
struct Alias {
    std::string_view names; ///< normalized spellings, separated by a space
    Step step;
};

/// A scalar's meaning.
constexpr Step take(Field field) {
    return {.field = field};
}

/// An object's, and that of a scalar in its stead.
constexpr Step enter(Place place, Field scalar = Field::None) {
    return {.field = scalar, .enter = true, .place = place};
}

/// The same where an array holds records.
constexpr Step list(Step step) {
    step.list = true;
    return step;
}

/// The same where an array holds errors, perhaps each of a request of its own.
constexpr Step errorsIn(Step step) {
    step.errors = true;
    return step;
}

/// The same of the answer to the record's own request.
constexpr Step ofAnswer(Step step) {
    step.answer = true;
    return step;
}

/// The table of the names that mean something in `place`.
std::span<const Alias> aliasesOf(Place place);
/// Names that access-log variables and key=value tails use beside those of a JSON root.
std::span<const Alias> aliasesOfVariables();

} // namespace derouter
