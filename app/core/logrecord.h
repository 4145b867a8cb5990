// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace derouter {

/// What a record says about the outcome of its request.
enum class Outcome : std::uint8_t {
    Unstated,   ///< nothing, or a plain status
    Error,      ///< an error body, an SDK error or an error inside a stream
    NoResponse, ///< the request got no answer at all: refused, reset, timed out at the client
};

/// What a log record gave us, as views into the record's bytes.
///
/// Every text is empty when the record does not state it. A reader that had to decode escapes keeps the
/// decoded text alive itself, until its next record. Nothing is allocated for a success.
struct LogRecord {
    std::optional<Microseconds> time;
    TimeQuality timeQuality = TimeQuality::None;
    Outcome outcome = Outcome::Unstated;
    int status = 0;             ///< HTTP status 100–999; 0 when not stated
    std::string_view errorType; ///< the API's `error.type`, never a class name or a log level
    std::string_view errorCode; ///< OpenAI's `error.code` when it is a word
    std::string_view message;   ///< the error's own message, innermost body first
    std::string_view requestId; ///< only what begins with `req_`
    std::string_view model;
    std::string_view method;
    std::string_view path;            ///< path or absolute URL as logged
    std::string_view host;            ///< host header or server name
    std::int64_t durationMicros = -1; ///< -1 when not stated
    std::optional<bool> streamed;     ///< whether the client asked for a stream
};

} // namespace derouter
