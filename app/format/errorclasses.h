// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

/// Classes of errors as exceptions print them, with a colon behind: `anthropic.RateLimitError: …`, Node's
/// `APICallError [AI_APICallError]: …`.
namespace derouter {

class RecordBuilder;

/// The length of `anthropic.RateLimitError: ` or `API Error: ` at the beginning; 0 when there is none.
std::size_t classPrefix(std::string_view text, std::string_view& name);

/// What an exception says that Monolog prints, `[object] (App\Error(code: 429): … at /srv/x.php:7)`, and its
/// class; any other text as it is.
std::string_view withoutMonologFrame(std::string_view text, std::string_view& name);

/// Reads a class name and what it says, anywhere in a line: `… openai.RateLimitError: 429 Requests per
/// minute …`.
bool mineClass(std::string_view line, RecordBuilder& builder, int depth);

/// Whether the stack below an error's first line says that one of Node's AI SDKs made the error of an answer,
/// whose class's name its text does not have: `at APIError.generate (…/openai/core/error.mjs:63:20)`.
bool isThrownBySdk(std::string_view text);
/// Reads the first line of such an error: `Error: 429 Requests per minute limit (60) exceeded`.
bool mineThrown(std::string_view head, RecordBuilder& builder);

} // namespace derouter
