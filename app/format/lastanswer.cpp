// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/lastanswer.h"

#include "format/httperrors.h"
#include "format/spellings.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace derouter {

static bool isNear(std::optional<Microseconds> one, std::optional<Microseconds> other) {
    constexpr Microseconds window = 2 * microsecondsPerSecond;
    return !one || !other || std::abs(*one - *other) <= window;
}

static bool tellsBody(const LogRecord& record) {
    return !record.errorType.empty() || !record.errorCode.empty();
}

/// Whether an API gives its errors of this type with the status.
static bool goTogether(std::string_view type, int status) {
    const int own = statusOfErrorType(type);
    return own > 0 ? own == status : type != "api_error" || status >= 500;
}

/// What a program answered by itself lends nothing to the error of a call.
static bool isServed(const LogRecord& record) {
    const bool ownPath = !record.path.empty() && !record.path.starts_with("http") && record.host.empty();
    return record.served || (ownPath && !isApiAddress(record.path));
}

bool LastAnswer::concerns(const LogRecord& record) const {
    return m_status > 0 || record.status >= 400 || record.openStatus > 0 || isOpen() ||
           record.answerPart != AnswerPart::None;
}

void LastAnswer::read(LogRecord& record, std::uint64_t line) {
    if (record.answerPart == AnswerPart::Head || record.answerPart == AnswerPart::HeadOfAny)
        noteHead(record);
    else if (isOpen())
        giveHead(record);
    if (isCauseOf(record, line)) {
        giveCaused(record);
        return;
    }
    if (isBodyOf(record, line)) {
        give(record);
        m_counted = true;
        m_type = record.errorType;
        m_message = record.message;
    } else if (isIdOf(record, line)) {
        m_requestId = record.requestId;
        give(record);
    } else {
        note(record, line);
    }
}

/// Whether the answer that was told last failed as the record says: no answer came to what was asked for it.
bool LastAnswer::isCauseOf(const LogRecord& record, std::uint64_t line) const {
    constexpr std::uint64_t farthest = 4;
    return record.answerPart == AnswerPart::Cause && record.status == 0 &&
           record.outcome == Outcome::NoResponse && m_counted && m_status > 0 && line - m_line <= farthest;
}

void LastAnswer::giveCaused(LogRecord& record) {
    record.status = m_status;
    record.outcome = Outcome::Unstated;
    record.goesOn = true;
    record.method = m_method;
    record.path = m_path;
    record.host = m_host;
}

/// Of two answers without a status it is not known which one a status is of.
void LastAnswer::noteHead(const LogRecord& record) {
    const bool alone = record.answerPart == AnswerPart::Head;
    const bool lends = alone && !m_headsMixed; // the last of several is alone, too
    m_headsMixed = !alone;
    m_headId = lends ? record.requestId : std::string_view();
    m_headPath = record.path;
    m_headTime = record.time;
}

/// To the record that tells the status of the answer, whose id stood above.
void LastAnswer::giveHead(LogRecord& record) {
    if (record.requestId == m_headId) {
        m_headId.clear(); // what was told of it is its program's word
        return;
    }
    const bool told = record.status > 0 || record.outcome != Outcome::Unstated;
    if (!told && record.requestId.empty())
        return;
    const bool answers = record.status > 0 && record.requestId.empty() && isNear(record.time, m_headTime) &&
                         (m_headPath.empty() || record.path.empty() || record.path == m_headPath);
    if (answers)
        record.requestId = m_headGiven = std::exchange(m_headId, {});
    m_headId.clear();
}

bool LastAnswer::isBodyOf(const LogRecord& record, std::uint64_t line) const {
    constexpr std::uint64_t farthest = 12; ///< what libraries print between
    const bool body =
        m_status > 0 && record.status == 0 && record.outcome == Outcome::Error && tellsBody(record);
    const bool again = m_type == record.errorType && m_message == record.message; // the program's own word
    return body && (m_type.empty() || again) && goTogether(record.errorType, m_status) &&
           line - m_line <= farthest && isNear(record.time, m_time) &&
           (m_requestId.empty() || record.requestId.empty() || record.requestId == m_requestId) &&
           (record.path.empty() || m_path.empty() || record.path == m_path);
}

/// Whether the record is no more than the id of the answer, in the line below its status: that line has the
/// stamp. Where none has one each may be of a request of its own.
bool LastAnswer::isIdOf(const LogRecord& record, std::uint64_t line) const {
    return m_status > 0 && m_time && m_requestId.empty() && !record.requestId.empty() && line == m_line + 1 &&
           record.status == 0 && record.outcome == Outcome::Unstated && !record.time && record.path.empty() &&
           record.model.empty() && !tellsBody(record);
}

void LastAnswer::give(LogRecord& record) {
    record.status = m_status;
    record.answerWithoutStatus = false;
    record.goesOn = m_counted;
    if (record.requestId.empty())
        record.requestId = m_requestId;
    if (record.isAddressed())
        return;
    record.path = m_path;
    record.host = m_host;
    if (record.method.empty())
        record.method = m_method;
}

void LastAnswer::note(const LogRecord& record, std::uint64_t line) {
    const bool failed = record.status >= 400 || record.openStatus > 0;
    const bool ofRequest = failed || record.status > 0 || record.outcome != Outcome::Unstated ||
                           (!record.requestId.empty() && !record.hintsAtFailure);
    if (!ofRequest) // says nothing of a request
        return;
    const bool lends = failed && !tellsBody(record) && !isServed(record);
    m_status = lends ? std::max(record.status, record.openStatus) : 0;
    if (m_status == 0)
        return;
    m_counted = record.status >= 400;
    m_type.clear();
    m_message.clear();
    m_time = record.time;
    m_line = line;
    m_method = record.method;
    m_path = record.path;
    m_host = record.host;
    m_requestId = record.requestId;
}

} // namespace derouter
