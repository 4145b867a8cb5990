// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace derouter {

/// A status as programs spell it: 529, "529", "429 Too Many Requests", "529.0"; nothing else is one.
std::optional<int> statusFrom(std::string_view text);
/// Of a server's tries, `502, 503 : 200`, the one that was answered with: the last; 0 where it is none.
int lastStatusOf(std::string_view tries);
/// Whether a level is one of what goes as it should; numbers are pino's and bunyan's.
bool isQuietLevel(std::string_view level);
bool isWarningLevel(std::string_view level);
/// Whether a level is of what went wrong: `error`, `FATAL`, pino's 50.
bool isSevereLevel(std::string_view level);
/// Whether a code alone says that nothing went wrong: `ok`, `success`.
bool isWordOfSuccess(std::string_view word);
/// Whether a word alone says that a request did not go well: `failed`, `Error`, `timeout`, Python's `False`.
bool isWordOfFailure(std::string_view word);
/// Nothing for the spellings of absence: "-", "null", "None", "undefined", "nil", "<none>".
std::string_view present(std::string_view text);
/// Whether a character can stand in the name of a class and its modules.
bool isClassNameChar(char c);
/// The name of a class, with its modules, that ends at `end`.
std::string_view classNameBefore(std::string_view line, std::size_t end);
bool isLowerCaseWord(std::string_view word);
bool isCapitals(std::string_view word);
/// Whether a word is one of the usual methods of HTTP, in capitals.
bool isUsualMethod(std::string_view word);
/// Whether a word can be an API's `error.type`: `overloaded_error`, `insufficient_quota`. Class names cannot.
bool isApiErrorType(std::string_view word);
/// Whether a class name says that a request got no answer: `APIConnectionTimeoutError`.
bool isNoResponseName(std::string_view name);
/// Whether a code says that a connection failed: Node's `ECONNREFUSED`, undici's `UND_ERR_SOCKET`, Bun's
/// `ConnectionRefused`.
bool isConnectionCode(std::string_view code);
/// The same of a class name of Python's, Java's and JavaScript's libraries, to whatever server:
/// `httpx.ConnectTimeout`, `java.net.UnknownHostException`.
bool isConnectionClass(std::string_view name);
/// Whether a class name is one of an AI SDK's: `openai.RateLimitError`, `APIError`, `AI_APICallError`. Those
/// that other libraries have too, `NotFoundError`, count with the SDK's name before them.
bool isSdkErrorName(std::string_view name);
/// The status of the answers that a class of the SDKs stands for: 429 for `RateLimitError`; 0 where there are
/// several.
int statusOfErrorName(std::string_view name);
/// Whether a class of the SDKs is named after `status`, which other programs name after it as well: such a
/// name counts beside its status alone, as in `NotImplementedError: 501 status code (no body)`.
bool isNamedAfterStatus(std::string_view name, int status);
/// The only status that an API gives with this `error.type`: 529 for `overloaded_error`; 0 where there are
/// several.
int statusOfErrorType(std::string_view type);
/// The status that .NET names so, failing ones alone: 429 for `TooManyRequests`; 0 for other words.
int statusOfReason(std::string_view name);
/// Whether a word is an `error.type` of the guide's: other programs have no such words.
bool isTypeOfGuide(std::string_view word);
/// Whether a text is one of the guide's literal messages, or its words for what has none, and belongs to
/// `status`. Of a key, a token and a balance other services say the same. Behind the words of what failed on
/// the server's side may stand more: `No providers available, retry in 5 seconds`.
bool isMessageOfGuide(int status, std::string_view text);
/// The request-id that `text` begins with, where an id is expected, such as a member or a header of that
/// name: `req_` and 6 to 64 letters, digits or underscores; placeholders of documentation do not count, nor
/// does one that is cut.
std::string_view requestIdAt(std::string_view text);
/// The request-id that stands in other words, if any: at a word's edge, and drawn by lot, which the names
/// that programs give to what a request has, `req_timeout`, are not.
std::string_view findRequestId(std::string_view text);

/// Whether a word is the name of a model: `claude-…`, `gpt-…`.
bool isModelName(std::string_view word);
/// The first name of a model that stands in `text` as a word of its own.
std::string_view findModel(std::string_view text);

} // namespace derouter
