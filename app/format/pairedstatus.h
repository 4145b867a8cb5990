// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace derouter {

/// A failing status in a line beside what goes with it: `529 overloaded_error: Overloaded`, `Insufficient
/// balance (402)`, `APIStatusError(529)`, `claude-haiku-4-5 529 412ms`.
struct PairedStatus {
    int status = 0;
    std::size_t begin = 0; ///< of its digits in the line
    std::string_view type; ///< its error.type; empty where the line tells a reason or none
    std::string_view said; ///< the reason, or what stands behind the type
};

/// The only one of them. Nothing where a line names several, as lists and settings do, or tells that the
/// request went well in the end.
std::optional<PairedStatus> pairedStatus(std::string_view line);

/// Whether a line warns of what requests fail of: a number that may be a failing status, whatever stands
/// beside it, DeRouter's words, another try.
bool warnsOfFailure(std::string_view line);
/// The same of words that are known to warn.
bool namesFailure(std::string_view words);
/// Whether a line of any level has a number where a request's status stands, or says in so many words that
/// the request did not go well.
bool hintsAtTrouble(std::string_view words);
/// Whether an API, or a relay before it, gives errors of the type with the status.
bool goTogether(std::string_view type, int status);

} // namespace derouter
