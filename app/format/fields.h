// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace derouter {

/// A fact a log can state about a request. The same list serves JSON keys, access-log variables and key=value
/// tails.
enum class Field : std::uint8_t {
    None,
    Time,
    TimeUtc,        ///< a stamp without a zone under a name that says it is UTC
    EpochSecond,    ///< of an instant that is written as an object
    NanoOfSecond,   ///< its fraction
    RequestCreated, ///< Helicone's time, whose delay is how long the answer took
    SpanStart,      ///< when a span began; of other records when they were made
    EndTime,        ///< when what LiteLLM logs ended
    TimeFallback,   ///< when the log line was received or stored; only where nothing better stands
    Status,
    NestedStatus,  ///< in an object of any name: of a request where that is a failed one's; or of we know not
                   ///< what
    StatusLabel,   ///< a short name that statuses have, and other things: `rc`, `ret`
    TraefikStatus, ///< Traefik's name of it: all its durations are nanoseconds
    ResultCode,    ///< Azure's: all its durations are milliseconds
    Target,        ///< of a request, its path or address; in a record of Azure's the server that was called
    MillisecondsMark, ///< of a program whose durations without a unit are milliseconds: Rails, APISIX
    CallType,         ///< LiteLLM's record of a call, whose status is a word
    StatusCode,       ///< a `code` member: a status when it is a number from 400 to 599, else OpenAI's word
    ErrorType,
    ErrorName, ///< class name of the exception, `name` or `type` of a logged error
    Name, ///< the record's: a class's where the record is an error itself, a request's in Azure's, else a
          ///< program's
    ErrorText,      ///< text that may hold a whole error: exception message, stack, a body as a string
    AgentErrorMark, ///< `is_error` of what `claude -p` prints
    ApiErrorMark,   ///< `subtype` and `isApiErrorMessage` of Claude Code's transcripts
    ErrorUrl,       ///< where the request went that an error is about
    ErrorHost,      ///< the server a connection failed to
    ErrorParam,     ///< OpenAI's `param`, which stands in its errors alone, with a value or without
    ErrorManual,    ///< where its service explains an error, or lists the request
    SequenceNumber, ///< of the Responses API's events
    ObjectKind,     ///< what an OpenAI object is: "response" has an `error` when it failed
    Envelope,       ///< `type` beside `error`: the word "error" marks the whole record as an API's error body
    Success,        ///< whether the request went well: `false`, a word
    Message,        ///< the log line's own message
    Text,           ///< the same where nothing else is it; else what the record is about
    SeverityNumber, ///< OpenTelemetry's level
    SyslogPriority, ///< journald's and syslog's level as a digit, or any other word
    Level,          ///< says nothing of a request, only whether the record may quote
    Template,       ///< Serilog's message before its values were put in; its durations are milliseconds
    Remark,         ///< what more is said: the message where nothing else is one
    CarriedLine,    ///< another program's line, as a collector stored it
    StreamName,  ///< which of several programs or containers the line is of; two names: a collector wrote it
    LogStream,   ///< the same of CloudWatch
    Collector,   ///< a member that only collectors write
    PartMark,    ///< "true", "P": the line that a collector stored goes on in its next record
    LastPart,    ///< "true": it ends here
    Body,        ///< of the answer: an error, or a stream of events that may hold one
    ErrorAnswer, ///< what the request got that an error is about: a body, or an object that holds one
    LikelyBody,  ///< where the record tells of a failure, and it is an API's error body; or anything else
    BodyEncoding,
    HeaderDate,             ///< when the server answered
    HeaderServer,           ///< which server's software did
    RetryAfter,             ///< the answer's header: whole seconds or a date
    RetryAfterMilliseconds, ///< `retry-after-ms`, as OpenAI sends it beside
    RequestBody,            ///< as a string: only the model and whether a stream was asked for are read
    Failure,                ///< why no answer came
    RequestId,
    ProxyRequestId, ///< `x-request-id`: OpenAI's SDKs' name of it, and that of the ids proxies give
    LocalId,        ///< the number that a server gives a request it serves
    ProcessId,      ///< of the server
    SpanId,         ///< of a trace: the record is of that span, or was written in it
    ParentSpanId,   ///< of the span that a span is a part of; it stands in records of spans alone
    RecordId,       ///< the same as SpanId where a trace is named, else any number
    TraceId,
    ResponseRequestId, ///< the response header itself: when it is absent, no answer of DeRouter came through
    UpstreamStatus,    ///< what the server behind a proxy answered, also a list of tries
    UpstreamConnectTime, ///< nginx's: when the connection to the server stood, for each try
    UpstreamHeadTime,    ///< nginx's: when its answer's head came
    UpstreamLength,      ///< nginx's: of the answer's body
    UpstreamBytes,       ///< nginx's: all that came from the server
    UpstreamAddress,     ///< nginx's: "203.0.113.9:443", a list of tries, or the name of the group
    UpstreamUrl,         ///< Traefik's: "https://api.derouter.ai"
    ProxyError,          ///< a mark that only a proxy's own error log has
    ResponseFlags,       ///< Envoy's: "UF,URX"
    ResponseDetails,     ///< Envoy's: "via_upstream", "local_rate_limited"
    BalancerDetails,     ///< Google's load balancer's: "response_sent_by_backend", "backend_timeout"
    TerminationState,    ///< HAProxy's: "sH--"
    BackendServer,       ///< HAProxy's "be_der/s1", "be_der/<NOSRV>"
    ServerName,          ///< any server's, which is HAProxy's when it is "<NOSRV>"
    AttemptId,
    RetryOf,
    AttemptNumber,
    Model,
    Deployment, ///< a model's name, or something else
    Method,
    Path,
    ServedUrl,  ///< Google's: of a request that a server of the user's own was asked for
    ServerMark, ///< a member of records that only a server writes, of the requests it serves
    BaseUrl,    ///< what a relative path is added to
    Host,
    UpstreamHost,      ///< the server a proxy passed the request to
    RequestLine,       ///< "POST /v1/messages HTTP/1.1"
    ServedRequestLine, ///< the same of a server that writes its own name into it
    Duration,          ///< unit by shape: "0.4s", 412 (ms), 0.412 (s), 412000000 (ns)
    DurationSeconds,   ///< or, as text with colons, AWS' time of a request
    DurationPart,      ///< one of several whose sum it is, in seconds; -1 where it did not come to that
    UpstreamDuration,  ///< of the server's part in seconds, also a list of tries
    DurationMilliseconds,
    DurationMicroseconds,
    DurationNanoseconds,
    DurationWithUnit, ///< only "0.4s": a bare number under this name may be money
    Delay,            ///< how long an answer took, or before another try
    Streamed,
};

/// Whether a field only says which span of which trace a record is of, or was written in.
constexpr bool namesTrace(Field field) {
    return field == Field::SpanId || field == Field::RecordId || field == Field::TraceId;
}

/// What kind of object a member stands in; the same name means different things in different places.
enum class Place : std::uint8_t {
    Root,          ///< the record itself, or a container of its fields such as `attributes` or `jsonPayload`
    Error,         ///< a logged exception or an API's error body
    ErrorRequest,  ///< the settings of the request that an error is about, axios' `config`
    Instant,       ///< a time as an object: `{"seconds": …, "nanos": …}`, `{"$date": …}`
    MessageObject, ///< a record's `message` that is no text
    Request,
    RequestBody,
    Response,
    Headers,
    Content, ///< of an answer in a HAR
    PostData,
    EventEntries, ///< parts of an event as Sentry's API gives it
    LogBody,      ///< OpenTelemetry's `body` of a log record
    KeyValueList, ///< OpenTelemetry's object
    Labels,       ///< what a collector knows of where a line is from
    Span,         ///< what encloses the record's event in a trace
    ParentSpan,   ///< of a record of a span, the span that it is a part of
    Event,        ///< ECS's `event`
    Http,         ///< OpenTelemetry's and ECS's `http`
    Url,
    GenAi,     ///< OpenTelemetry's `gen_ai` and its kin
    ModelName, ///< an object that stands for a model
    Latencies, ///< Kong's, in milliseconds
    Unknown,   ///< only names that can mean one thing count
};

/// What to do with a member: take its scalar as a field, walk into its object, or pass over it.
struct Step {
    Field field = Field::None; ///< for a scalar (of an array: its only element)
    bool enter = false;        ///< for an object; of an array, for its `{name, value}` pairs
    bool list = false;         ///< an array here may be a list of records
    bool errors = false; ///< objects of an array here may each be the error of a request, entered or not
    Place place = Place::Unknown; ///< of the object entered
    bool answer = false;          ///< what stands here is of the answer to the record's own request

    bool isNothing() const { return field == Field::None && !enter && !errors; }
};

/// What a member called `key` means in `place`.
///
/// Case, `-`, `_` and a leading `@` make no difference; a dotted key is a path of members, and so is one that
/// a collector flattened, `http_response_status_code`. Spellings are those of the producers' documentation.
/// Members that carry prompts, completions, request bodies or configuration are never entered, whatever they
/// contain.
Step stepFor(Place place, std::string_view key);

/// The members of a JSON layout, as its configuration names them, and what they mean.
using MemberFields = std::vector<std::pair<std::string, Field>>;

/// What a variable of an access-log layout or a `key=value` tail means, by its name without decoration.
Field fieldForVariable(std::string_view name);

} // namespace derouter
