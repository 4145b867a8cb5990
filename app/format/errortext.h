// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/statuswords.h"

#include <string>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads the text of an error (an exception's message, a body as a string, a printed stack) into `builder`.
///
/// Knows how the SDKs write: `429 {"type":"error",…}` and `429 text` of Node's, `Error code: 429 - {'type':
/// 'error', …}` of Python's, `503 status code (no body)`, a bare body, `Connection error.`, `Request timed
/// out.`, and any of them behind a class name or inside one another. `depth` counts enclosing error texts and
/// objects; below four nothing is read. The first line only: what follows is the stack.
void mineErrorText(std::string_view text, RecordBuilder& builder, int depth);

/// The same for a log line's own words, where only a text in the shape of an error counts: prompts and prose
/// may quote errors. True when the line states an error.
bool mineLogMessage(std::string_view text, RecordBuilder& builder);

/// Whether words tell of something that failed: not `errors=0`, `"error": null`, "no error", or what
/// succeeded after all.
bool speaksOfFailure(std::string_view words);
/// Whether words tell that an answer came after what had failed before: `recovered after 1 failed attempt`.
bool tellsOfRecovery(std::string_view words);

/// The text with the error body it holds as a body is read: without what encoded it, and in JSON. Cheap where
/// it holds none, or one that is as it should be.
std::string_view withReadableBody(std::string_view text, RecordBuilder& builder);

/// The request-id that a line states in its own words, not one inside an object or a prompt it quotes.
std::string_view statedRequestId(std::string_view line);

/// Whether a text begins as a page for people.
bool isPage(std::string_view text);

/// Whether a text begins as an API's error body does, in JSON, a Python repr or escaped JSON.
bool isErrorBody(std::string_view text);
/// Where in a text the first such body begins; npos without one.
std::size_t findErrorBody(std::string_view text);

/// Reads an error body that `text` begins with; what stands behind it may be the request-id.
void readErrorBody(std::string_view text, RecordBuilder& builder, int depth);

/// Reads an error's body in the words of a record that states the answer's `status`, where its type agrees.
void mineBodyOf(std::string_view words, int status, RecordBuilder& builder);
/// Reads the body of an answer with `status`: an error body, or a stream of server-sent events of which one
/// is an error. What a completion says is never taken for an error.
void mineResponseBody(std::string_view body, int status, RecordBuilder& builder);

} // namespace derouter
