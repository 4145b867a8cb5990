// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads an error of a program's own as its language prints the structure that it is: Python's
/// `LlmError(status=429, type='rate_limit_error', request_id=None)`, Node's `{ status: 429, type: '…' }`,
/// Java's `{status=429, type=…}` and `LlmError[status=429, …]`, Go's `{Status:429 Type:… RequestID:…}`, C#'s
/// `LlmError { Status = 429, … }`, Rust's `Api { status: 429, request_id: Some("…") }`. Beside the status
/// stands an API's error.type that goes with it, or a request-id; without the latter something says that it
/// is a failure: its name or the words that lead to it.
bool minePrintedStructure(std::string_view line, RecordBuilder& builder);

} // namespace derouter
