// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// A status that stands in a sentence where sentences tell one: `failed: 429 Too Many Requests`, `HTTP 402`,
/// `-> 200 (412ms)`.
struct ToldStatus {
    int status = 0;
    std::size_t begin = 0; ///< of its digits in the line
};

/// The first of them; no count, no duration, no number of a line.
std::optional<ToldStatus> toldStatus(std::string_view line);

/// The failing status that the words before a body tell, at their end or where sentences do: `request failed,
/// status 429, body:`.
std::optional<int> statusBeforeBody(std::string_view before);

/// Whether words say that the tries of a call have ended: `giving up after 3 attempts`, `retries exhausted`.
/// The last try was mostly told of before.
bool tellsEndOfTries(std::string_view words);

/// Reads a sentence of a program's own that tells how a request ended, which it names by its address or its
/// id: `POST https://… failed: 429 Too Many Requests`, `llm attempt 1/3 failed: 529 Overloaded
/// (request_id=req_…)`. A success only where method, address and status make the sentence.
bool mineToldStatus(std::string_view line, RecordBuilder& builder);
/// The same where nothing but the words name a model's call: `completion failed: HTTP 504`.
bool mineStatusOfModelCall(std::string_view line, RecordBuilder& builder);

} // namespace derouter
