// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/recordbuilder.h"
#include "format/errortext.h"

#include "format/duration.h"
#include "format/spellings.h"
#include "format/statuswords.h"
#include "format/texts.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace derouter {

Step RecordBuilder::stepOf(Place place, std::string_view key) const {
    Step step = stepFor(place, key);
    if (!m_members || (place != Place::Root && place != Place::Unknown))
        return step;
    const auto named = std::ranges::find(*m_members, key, &MemberFields::value_type::first);
    if (named != m_members->end())
        return {.field = named->second};
    step.enter = true; // members stand at any depth
    return step;
}

/// Of two messages the last is the log line's; but a body beside it is an answer's.
void RecordBuilder::takeMessage(std::string_view text) {
    text = withoutColours(text);
    std::string_view other = std::exchange(m_logMessage, text);
    if (other.empty())
        return;
    if (text.starts_with('<') || isErrorBody(text))
        std::swap(other, m_logMessage);
    if (other.starts_with('<'))
        m_body = other;
    else if (m_messageBody.empty() && isErrorBody(other))
        m_messageBody = other;
}

void RecordBuilder::begin() {
    m_record = {};
    m_proxy = {};
    m_kept.clear();
    m_errorTextCount = m_errorTextsMined = 0;
    if (!m_otherErrors.empty())
        m_otherErrors = {};
    m_spanStart = {};
    m_logMessage = m_remark = m_words = m_lead = m_carriedLine = m_likelyLine = m_localId = m_processId =
        m_spanId = m_parentSpanId = m_recordId = m_traceId = m_streamName = m_errorName = m_errorWord =
            m_ownType = m_date = m_clock = m_upstreamHost = m_upstreamDuration = m_balancerDetails = {};
    m_body = m_name = m_target = m_likelyBody = m_messageBody = m_bodyEncoding = m_requestBody = m_failure =
        m_errorHost = m_baseUrl = m_duration = m_delay = {};
    m_endTime = {};
    m_messageRank = m_statusRank = 0;
    m_stampDigits = -1;
    m_stampFallback = m_wholeSeconds = m_nanoseconds = m_delayIsDuration = m_callLogged = m_toldSuccess =
        false;
    m_reporter = {};
    m_apiError = ApiError::None;
    m_untold = m_sentMoved = m_doubted = m_warned = false;
    m_result = m_runFailed = m_assistant = m_session = m_speech = m_part = m_lastPart = false;
    m_weakStatus = m_carrier = m_answeredNothing = m_responseHeaders = m_noResponse = m_unanswered =
        m_forwarded = m_errorBody = m_failedResponse = m_numbered = m_envelope = m_openAi = m_sdkStatus =
            m_thrown = m_wrapped = m_connectionFailed = m_errorHasUrl = m_milliseconds = m_relabelled =
                m_streamEvent = m_networkServer = m_networkWords = m_page = m_codeAbsent = m_quiet = m_open =
                    m_toldAgain = m_azures = m_otherService = m_span = m_servedUrl = m_serves = false;
    m_ownStatus = m_upstreamStatus = m_code = 0;
    m_requestIdRank = IdRank::None;
    m_inAnswer = m_inWords = false;
    m_callError = CallError::None;
}

std::string_view RecordBuilder::keep(std::string text) {
    return m_kept.emplace_back(std::move(text));
}

void RecordBuilder::take(Field field, const Scalar& scalar, int depth) {
    const bool isString = scalar.kind == Scalar::Kind::String;
    const std::string_view text =
        scalar.kind == Scalar::Kind::Null ? std::string_view() : present(scalar.text);
    if (text.empty()) {
        takeAbsent(field);
        return;
    }
    if (field == Field::StreamName || field == Field::LogStream) {
        m_carrier = m_carrier || field == Field::LogStream;
        takeStreamName(text);
        return;
    }
    if (field == Field::Path || field == Field::Target || field == Field::ServedUrl) {
        m_servedUrl = m_servedUrl || field == Field::ServedUrl;
        takeTarget(field, scalar.kind, text);
        return;
    }
    if (std::string_view* const mine = textOf(field)) {
        const bool mayBeNumber = field == Field::UpstreamDuration || field == Field::Delay;
        if ((isString || mayBeNumber) && mine->empty())
            *mine = field == Field::Method ? method(text) : text;
        else if (field == Field::LikelyBody || field == Field::UpstreamHost) // `"resp":529`
            takeStatusLabel(text);
        return;
    }
    switch (field) {
    case Field::None:
        break;
    case Field::Time:
        takeTime(scalar, false);
        break;
    case Field::TimeUtc:
        takeUtcTime(text);
        break;
    case Field::RequestCreated:
        m_delayIsDuration = true;
        takeTime(scalar, false);
        break;
    case Field::EndTime:
        m_endTime = stampFrom(scalar);
        break;
    case Field::SpanStart:
        if (const auto stamp = stampFrom(scalar))
            m_spanStart = stamp->time;
        takeTime(scalar, true);
        break;
    case Field::CallType:
        m_callLogged = true;
        break;
    case Field::Level:
        m_quiet = isQuietLevel(text);
        m_warned = isWarningLevel(text);
        m_doubted = m_doubted || isSevereLevel(text);
        break;
    case Field::SeverityNumber: { // 13 is the first of its warnings
        int number = 13;
        std::from_chars(text.data(), text.data() + text.size(), number);
        m_quiet = number < 13;
        m_doubted = m_doubted || number > 16;
        break;
    }
    case Field::SyslogPriority: // 4 is a warning
        m_quiet = text.size() == 1 ? text >= "5" && text <= "7" : m_quiet;
        break;
    case Field::TimeFallback:
        takeTime(scalar, true);
        [[fallthrough]];
    case Field::Collector:
        m_carrier = true;
        break;
    case Field::PartMark:
    case Field::LastPart:
        takePartMark(field, text);
        break;
    case Field::LocalId:
        m_localId = m_localId.empty() ? text : m_localId;
        break;
    case Field::ProcessId:
        m_processId = text;
        break;
    case Field::ParentSpanId:
        m_span = true;
        m_parentSpanId = text;
        break;
    case Field::EpochSecond:
        if (const auto stamp = TimeParser::fromEpoch(text))
            takeStamp(*stamp);
        break;
    case Field::NanoOfSecond:
        takeNanoseconds(text);
        break;
    case Field::ServerMark:
        m_serves = true;
        break;
    case Field::MillisecondsMark:
        m_milliseconds = true;
        break;
    case Field::ResultCode:
        takeResultCode(scalar, depth);
        break;
    case Field::Status:
        takeStatusText(scalar, false, depth);
        break;
    case Field::TraefikStatus: // its members are sorted by name: the durations follow
        m_nanoseconds = true;
        takeStatusText(scalar, false, depth);
        break;
    case Field::StatusLabel:
        takeStatusLabel(text);
        break;
    case Field::Success:
        m_doubted = m_doubted || text == "0";
        [[fallthrough]];
    case Field::NestedStatus:
        m_doubted = m_doubted || isWordOfFailure(text) || (text.size() == 3 && failingStatusAt(text));
        break;
    case Field::StatusCode:
        takeStatusText(scalar, true, depth);
        break;
    case Field::ErrorType:
        takeErrorType(text, depth);
        break;
    case Field::ErrorName:
        takeErrorName(text);
        break;
    case Field::Name:
        if (text.ends_with("Error") || text.ends_with("Exception"))
            takeErrorName(text);
        else
            m_name = text;
        break;
    case Field::Envelope:
        takeEnvelope(text);
        break;
    case Field::ErrorParam:
        m_openAi = true;
        break;
    case Field::ErrorManual:
        m_otherService = m_otherService || text.find("stripe.com/") != text.npos;
        break;
    case Field::SequenceNumber:
        m_numbered = true;
        break;
    case Field::ObjectKind:
        m_openAi = m_openAi || text == "response";
        break;
    case Field::ErrorText:
        if (scalar.kind != Scalar::Kind::Boolean)
            takeErrorText(text, depth);
        m_doubted = m_doubted || (scalar.kind == Scalar::Kind::Boolean && text == "true");
        break;
    case Field::ApiErrorMark:
        if (text == "api_error" || text == "api_retry")
            m_apiError = ApiError::Try;
        else if (text == "true")
            m_apiError = ApiError::Message;
        break;
    case Field::AgentErrorMark:
        m_runFailed = text == "true";
        m_doubted = m_doubted || m_runFailed;
        break;
    case Field::ErrorAnswer:
        takeErrorAnswer(text, depth);
        break;
    case Field::ErrorUrl:
        takeErrorUrl(text);
        break;
    case Field::Message:
        if (!isString)
            break;
        takeMessage(text);
        break;
    case Field::Text:
        if (isString && m_logMessage.empty())
            takeMessage(text);
        break;
    case Field::Template:
        m_milliseconds = true;
        [[fallthrough]];
    case Field::Remark:
        takeRemark(scalar, depth);
        break;
    case Field::Deployment:
        if (isModelName(text))
            take(Field::Model, scalar, depth);
        break;
    case Field::RequestId:
        if (m_localId.empty() && !text.starts_with("req_"))
            m_localId = text;
        [[fallthrough]];
    case Field::ResponseRequestId:
        takeRequestId(text, depth > 0 ? IdRank::Error : IdRank::Own);
        break;
    case Field::ProxyRequestId:
        takeRequestId(text, IdRank::Proxy);
        break;
    case Field::UpstreamStatus:
        m_proxy.take(field, text);
        m_upstreamStatus = lastStatusOf(text);
        break;
    case Field::UpstreamUrl:
        takeUpstreamUrl(text);
        break;
    case Field::ProxyError:
        m_proxy.noteOwnError();
        setReporter(Reporter::Program); // the access log tells of the request as well
        break;
    case Field::AttemptNumber: // "2", "2/11"
        std::from_chars(text.data(), text.data() + text.size(), m_record.attempt.number);
        break;
    case Field::RequestLine:
    case Field::ServedRequestLine:
        takeRequestOrRoute(text, field == Field::ServedRequestLine);
        break;
    case Field::UpstreamAddress: // mostly a number; some write the name
        m_proxy.take(field, text);
        if (m_upstreamHost.empty() && text.find('.') != text.npos && !text.empty() && isLetter(text.front()))
            m_upstreamHost = text;
        break;
    case Field::Duration:
        if (m_record.durationMicros < 0)
            m_duration = text;
        takeDuration(text, m_nanoseconds ? 1e-3 : durationUnit(text));
        break;
    case Field::DurationSeconds:
        if (isString && text.size() > 16 && text.find(':') != text.npos)
            takeTime(scalar, false);
        else
            takeDuration(text, 1e6);
        break;
    case Field::DurationPart:
        takeDurationPart(text);
        break;
    case Field::DurationMilliseconds:
        takeDuration(text, 1e3);
        break;
    case Field::DurationMicroseconds:
        takeDuration(text, 1);
        break;
    case Field::DurationNanoseconds:
        takeDuration(text, 1e-3);
        break;
    case Field::DurationWithUnit:
        if (text.ends_with('s'))
            takeDuration(text, 1e6);
        break;
    case Field::Streamed:
        if (scalar.kind == Scalar::Kind::Boolean)
            m_record.streamed = text == "true";
        else
            take(Field::StreamName, scalar, depth);
        break;
    case Field::HeaderServer:
        m_networkServer = text == "cloudflare";
        break;
    case Field::RetryAfter:
        takeRetryAfter(text, microsecondsPerSecond);
        break;
    case Field::RetryAfterMilliseconds:
        takeRetryAfter(text, 1000);
        break;
    case Field::HeaderDate:
        takeTime(scalar, true);
        break;
    default:
        m_proxy.take(field, text);
    }
}

/// Where the field is kept that is a text as it stands; null for all others.
std::string_view* RecordBuilder::textOf(Field field) {
    switch (field) {
    case Field::AttemptId:
        return &m_record.attempt.id;
    case Field::RetryOf:
        return &m_record.attempt.retryOf;
    case Field::Model:
        return &m_record.model;
    case Field::Method:
        return &m_record.method;
    case Field::BaseUrl:
        return &m_baseUrl;
    case Field::Host:
        return &m_record.host;
    case Field::SpanId:
        return &m_spanId;
    case Field::RecordId:
        return &m_recordId;
    case Field::TraceId:
        return &m_traceId;
    case Field::CarriedLine:
        return &m_carriedLine;
    case Field::Body:
        return &m_body;
    case Field::LikelyBody:
        return &m_likelyBody;
    case Field::BodyEncoding:
        return &m_bodyEncoding;
    case Field::RequestBody:
        return &m_requestBody;
    case Field::Failure:
        return &m_failure;
    case Field::UpstreamHost:
        return &m_upstreamHost;
    case Field::UpstreamDuration:
        return &m_upstreamDuration;
    case Field::ErrorHost:
        return &m_errorHost;
    case Field::Delay:
        return &m_delay;
    case Field::BalancerDetails:
        return &m_balancerDetails;
    default:
        return nullptr;
    }
}

} // namespace derouter
