// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

// How the texts of errors state the status of an answer.
namespace derouter {

/// A failing status that `text` begins with, as a word of its own.
std::optional<int> leadingStatus(std::string_view text);

/// A failing status that `text` begins with, whatever stands behind it but more of a number.
std::optional<int> failingStatusAt(std::string_view text);

/// The failing one in `Unknown status code [529]` of Spring's clients, where no name is known for it.
std::optional<int> unnamedStatus(std::string_view text);

/// The failing status that an error's text begins with, perhaps behind names of classes: `Error: 504 Provider
/// timed out`.
std::optional<int> statedStatus(std::string_view text);

/// The status that the words before a body end with, perhaps with its reason: "failed: 400", "resulted in a
/// `429 Too Many Requests` response:".
std::optional<int> statusBefore(std::string_view words);

/// The length of a reason in small letters that `text` begins with: HTTP's as programs write them, and what
/// Node sends with a status that it has no words for; 0 without one.
std::size_t plainReasonAt(std::string_view text);

/// Whether words can stand between a status and the body of its answer: a reason, "response", "for
/// https://…".
bool isReason(std::string_view words);

/// Whether what stands behind a number tells of things that were counted, not of an error: "429 tests
/// passed".
bool isQuantity(std::string_view rest);

} // namespace derouter
