// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace derouter {

/// The text with the error body it holds written as JSON, where a program printed it in its language's own
/// notation: Go's `map[error:map[…]]` and structs, Ruby's and Elixir's hashes, PHP's print_r, var_export and
/// var_dump, Rust's
/// `{:?}`, Node's inspect on one line, Python's and Kotlin's classes, Java's maps, C#'s records. Nothing
/// where it holds no such body, or one in JSON or a Python repr; cheap for those.
std::optional<std::string> withJsonBody(std::string_view text);

} // namespace derouter
