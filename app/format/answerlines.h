// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// A line that tells one thing of an answer under its name, as programs and SDKs print answers piece by
/// piece: `Response status: 529`, `Response headers: {…}`, `Body: {…}`, `request_id=req_…`.
struct AnswerLine {
    enum class Part : unsigned char { None, Status, Headers, Body, RequestId };

    Part part = Part::None;
    std::string_view value = {}; ///< empty where headers or a body follow below their name

    explicit operator bool() const { return part != Part::None; }
};

/// What the line tells so; its value fits the name, or it is none. Cheap for others.
AnswerLine answerLine(std::string_view line);

/// Whether the line is `Retry-After: 3`, a header below the name of all.
bool isHeaderLine(std::string_view line);

/// The failing status in brackets that ends `line`, where `below` gives the reason: what Python's clients of
/// OpenAPI's generator raise begins so, `(429)` and `Reason: Too Many Requests`.
std::optional<int> statusAboveReason(std::string_view line, std::string_view below);

/// Whether a line gives the body, of whatever kind, that such a client was answered.
inline bool isBodyBelowReason(std::string_view line) {
    return line.starts_with("HTTP response body: ");
}

/// Whether aiohttp's answer printed its headers in the line, below itself.
inline bool isHeadersOfAiohttp(std::string_view line) {
    return line.starts_with("<CIMultiDictProxy(");
}

/// Takes the failing status that is all a line of a log tells, behind what loggers put before a message:
/// `ERROR app: Response status: 529`. Whose it is the next record may tell. Cheap for others.
void mineStatusAlone(std::string_view line, RecordBuilder& builder);

/// Reads such lines of a text of several lines. True when they state that a request failed: a failing status
/// beside an id, or a status beside an error's body.
bool mineAnswerLines(std::string_view text, RecordBuilder& builder);

} // namespace derouter
