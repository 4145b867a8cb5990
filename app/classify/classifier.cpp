// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/classifier.h"

#include "guide/errorguide.h"

namespace derouter {

namespace {

/// The user's own proxy did not give an answer of the network that stands before DeRouter's hosts.
AnsweredBy answeredBy(const LogRecord& record) {
    const bool ofNetwork = (record.status >= 520 && record.status <= 527) || record.status == 530;
    return ofNetwork && ApiRequests::isDeRouterHost(record) ? AnsweredBy::Unstated : record.answeredBy;
}

FailureCode failureCode(const LogRecord& record) {
    if (record.status >= 400)
        return FailureCode::http(record.status);
    if (record.outcome == Outcome::NoResponse)
        return FailureCode::noResponse();
    // No stream had begun: where the guide's own words tell which answer it was, it was that one.
    const int told = record.answerWithoutStatus ? guide::statusOfMessage(record.message) : 0;
    return told > 0 ? FailureCode::http(told) : FailureCode::inStream();
}

} // namespace

RecordKind Classifier::classify(const LogRecord& record) const {
    const bool stated = record.outcome != Outcome::Unstated;
    if (record.status == 0 && !stated && (record.requestId.empty() || record.hintsAtFailure))
        return RecordKind::NoRequest;
    if (!m_requests.matches(record)) {
        if (failedCall(record))
            return RecordKind::Failure;
        const bool request = record.status > 0 || record.answeredBy != AnsweredBy::Unstated;
        return request ? RecordKind::Other : RecordKind::NoRequest;
    }
    return record.status >= 400 || stated ? RecordKind::Failure : RecordKind::Success;
}

/// The call that an error in the record is about, where the record's own request is another.
std::optional<LogRecord> Classifier::failedCall(const LogRecord& record) const {
    if (record.callError == CallError::None || m_requests.matches(record) || !m_requests.mayBeServed(record))
        return std::nullopt;
    LogRecord call = record;
    call.path = record.callUrl;
    call.method = call.host = {};
    call.durationMicros = -1;
    call.status = record.callStatus;
    if (record.status != call.status)
        call.reportedStatus = record.status;
    call.outcome = record.callError == CallError::Unanswered ? Outcome::NoResponse : Outcome::Error;
    call.answeredBy = AnsweredBy::Unstated;
    call.reporter = record.reporter == Reporter::Request ? Reporter::Program : record.reporter;
    return m_requests.matches(call) ? std::optional(call) : std::nullopt;
}

Sighting Classifier::sighting(const LogRecord& record) const {
    Sighting sighting;
    describe(record, sighting);
    return sighting;
}

void Classifier::describe(const LogRecord& given, Sighting& sighting) const {
    const auto call = failedCall(given);
    const LogRecord& record = call ? *call : given;
    sighting.code = failureCode(record);
    const guide::Reading reading = guide::read({.code = sighting.code,
                                                .type = record.errorType,
                                                .errorCode = record.errorCode,
                                                .message = record.message,
                                                .answeredBy = answeredBy(record)});
    sighting.cause = reading.cause->id;
    sighting.move = reading.move;
    sighting.evidence = reading.evidence;
    sighting.streamed = record.streamed;
    sighting.retryAfter = record.retryAfter;
    sighting.durationMicros = record.durationMicros;
    sighting.answeredBy = answeredBy(record);
    sighting.reportedStatus = static_cast<std::uint16_t>(record.reportedStatus);
    sighting.type = record.errorType;
    sighting.errorCode = record.errorCode;
    sighting.message = record.message;
    sighting.requestId = record.requestId;
    sighting.reporter = record.reporter;
    sighting.attemptId = record.attempt.id;
    sighting.retryOf = record.attempt.retryOf;
    sighting.partOf = record.partOf;
    sighting.toldOften = record.toldOften;
    sighting.goesOn = record.goesOn;
    sighting.statesStatus = record.status > 0;
    sighting.attempt = static_cast<std::uint16_t>(record.attempt.number);
    sighting.model = record.model;
    sighting.method = record.method;
    sighting.path = record.path;
}

} // namespace derouter
