// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answeredby.h"
#include "core/reporter.h"
#include "core/retryafter.h"
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

/// What shows that an error in a record is of a call to an AI API that was made while the record's own
/// request was served: programs log the addresses they serve beside what went wrong meanwhile.
enum class CallError : std::uint8_t {
    None,
    Typed, ///< a type that is an AI API's alone, as the error of the answer that was given may have it too
    Told,  ///< the words or the class of an SDK, an answer's body, an error with DeRouter's request-id
    Unanswered, ///< the class of an SDK for a call that got no answer
};

/// Which part of an answer a record tells, whose status stands in another record.
enum class AnswerPart : std::uint8_t {
    None,
    Head,      ///< no other request was under way
    HeadOfAny, ///< which of several requests that were sent it answers is not known
    Cause,     ///< why the answer of which the record before tells was a failure
};

/// Which try of a call a record speaks of. A client's retries are requests of their own that belong to one
/// call.
struct Attempt {
    std::string_view id;      ///< the client's own name of this try, such as `log_5e1b07`; no request-id
    std::string_view retryOf; ///< `id` of the call's first try
    int number = 0;           ///< counted from 1; 0 when not stated
};

/// What a log record gave us, as views into the record's bytes.
///
/// Every text is empty when the record does not state it. A reader that had to decode escapes keeps the
/// decoded text alive itself, until its next record. Nothing is allocated for a success.
struct LogRecord {
    std::optional<Microseconds> time;
    TimeQuality timeQuality = TimeQuality::None;
    Outcome outcome = Outcome::Unstated;
    AnsweredBy answeredBy = AnsweredBy::Unstated;
    Reporter reporter = Reporter::Program;
    int status = 0;             ///< HTTP status 100–999; 0 when not stated
    int reportedStatus = 0;     ///< the failing status a wrapper made of `status`; 0 when it made none
    std::string_view errorType; ///< the API's `error.type`, never a class name or a log level
    std::string_view errorCode; ///< OpenAI's `error.code` when it is a word
    std::string_view message;   ///< the error's own message, innermost body first
    std::string_view requestId; ///< only what begins with `req_`
    std::string_view model;
    std::string_view method;
    std::string_view path;            ///< path or absolute URL as logged
    std::string_view host;            ///< host header or server name
    bool served = false;              ///< the path's host is the name of the server that wrote the record
    std::int64_t durationMicros = -1; ///< -1 when not stated
    std::optional<bool> streamed;     ///< whether the client asked for a stream
    RetryAfter retryAfter;            ///< of the answer
    bool answerWithoutStatus = false; ///< an answer failed as a whole, with a status that is not stated
    int openStatus = 0;               ///< a failing status of which nothing says whose it is
    bool goesOn = false;              ///< with the answer whose status the record before it told
    bool hintsAtFailure = false;      ///< its words tell of a failure, but not of which: no success either
    AnswerPart answerPart = AnswerPart::None;
    Attempt attempt;
    std::uint64_t partOf = 0; ///< what the record is of is told as a part of this one: of the request that a
                              ///< server serves, of a span of a trace; 0 where that is not known
    std::uint64_t whole = 0;  ///< the same name, where the record is of that itself
    bool toldOften = false;   ///< its program tells of a failure several times, in the same words
    CallError callError = CallError::None;
    int callStatus = 0;       ///< of that call; 0 when not stated
    std::string_view callUrl; ///< where the error says that it went

    /// Whether it tells which request by an address.
    bool isAddressed() const { return !path.empty() || !host.empty(); }
    bool reportsFailure() const { return status >= 400 || outcome != Outcome::Unstated; }
};

} // namespace derouter
