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
/// The same of a stack whose frames are objects, as Sentry and tslog write it.
bool hasSdkFrames(std::string_view frames);
/// Whether the stack says that one of them made the error of an event in a stream: `at Stream.iterator
/// (…/openai/core/streaming.mjs:46:35)` below `Error: Overloaded`.
bool isThrownInStream(std::string_view text);
/// Reads such an error, which begins in the first line of the record, `head`, and of which the rest is the
/// stack: `Error: 429 Requests per minute limit (60) exceeded`.
bool mineThrown(std::string_view record, std::string_view head, RecordBuilder& builder);

/// Whether `rest`, behind a status, is what Node's SDKs say of an answer without a body: `status code (no
/// body)`.
bool isBodiless(std::string_view rest);
/// Notes that one of Node's SDKs threw at an answer what it says with `rest` behind the status: no words of
/// the API's are a page and the SDK's own of an empty answer.
void noteThrown(std::string_view rest, RecordBuilder& builder);
/// Reads `Error: 503 status code (no body)` in a log's own words: what Node's SDKs say and nobody else.
bool mineBodiless(std::string_view line, RecordBuilder& builder, int depth);

/// Reads a status with the guide's very words for it, where a line ends in them and nothing but an error's
/// head stands before: `Error: 402 Insufficient balance`.
bool mineGuidesWords(std::string_view line, RecordBuilder& builder);

/// Whether a text of an error is the guide's very words for `status`, or for the status that it begins with;
/// not those that any service may say of a key.
bool isFailureOfGuide(int status, std::string_view text);
/// Whether words are about payments, of which others say that a balance is insufficient.
bool speaksOfPayment(std::string_view words);

/// Reads what a program says of its call of a model with the message of the SDK's error alone:
/// `completion failed: 529 Overloaded, try later`.
bool mineFailedModelCall(std::string_view line, RecordBuilder& builder);

} // namespace derouter
