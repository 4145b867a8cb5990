// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// The columns in which Python's rich prints a log (`RichHandler`): the time, which is left out where it is
/// that of the row above; the level, eight wide; the message, folded at the width of its column; the place
/// in the source, which may be left out. Each row is filled up to the width of the console.
namespace derouter {

/// Whether `line`, below the row `above`, is a row of its own whose time is that of `above`.
bool isRichRow(std::string_view line, std::string_view above);

/// A row that goes over several lines, as one: its message without folds, and without the place behind it.
/// Nothing where the record is no such row.
std::optional<std::string> unfoldedRichRow(std::string_view record);

} // namespace derouter
