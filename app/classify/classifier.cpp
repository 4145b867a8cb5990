// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/classifier.h"

#include "guide/errorguide.h"

namespace derouter {

namespace {

FailureCode failureCode(const LogRecord& record) {
    if (record.status >= 400)
        return FailureCode::http(record.status);
    return record.outcome == Outcome::NoResponse ? FailureCode::noResponse() : FailureCode::inStream();
}

} // namespace

RecordKind Classifier::classify(const LogRecord& record) const {
    const bool stated = record.outcome != Outcome::Unstated;
    if (record.status == 0 && !stated && record.requestId.empty())
        return RecordKind::NoRequest;
    if (!m_requests.matches(record))
        return record.status > 0 ? RecordKind::Other : RecordKind::NoRequest;
    return record.status >= 400 || stated ? RecordKind::Failure : RecordKind::Success;
}

Sighting Classifier::sighting(const LogRecord& record) const {
    Sighting sighting;
    sighting.code = failureCode(record);
    // OpenAI's `code` often is the only word that tells what happened.
    const bool codeSays = record.errorType.empty() || record.errorType == "None";
    const std::string_view type = codeSays && !record.errorCode.empty() ? record.errorCode : record.errorType;
    const guide::Reading reading = guide::read(sighting.code, type, record.message);
    sighting.cause = reading.cause->id;
    sighting.move = reading.move;
    sighting.evidence = reading.evidence;
    sighting.streamed = record.streamed;
    sighting.durationMicros = record.durationMicros;
    sighting.type = record.errorType;
    sighting.message = record.message;
    sighting.requestId = record.requestId;
    sighting.model = record.model;
    sighting.method = record.method;
    sighting.path = record.path;
    return sighting;
}

} // namespace derouter
