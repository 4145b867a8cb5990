// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The status of the answer that a RecordBuilder's record tells of.

#include "format/accesslayout.h"
#include "format/bodylead.h"
#include "format/errortext.h"
#include "format/modelcall.h"
#include "format/pairedstatus.h"
#include "format/printedrequest.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/statuswords.h"
#include "format/texts.h"

#include <algorithm>
#include <span>
#include <string>

namespace derouter {

void RecordBuilder::takeStatus(int status, int rank) {
    if (rank < m_statusRank)
        return;
    if (m_record.status >= 400 && m_record.status != status)
        m_record.reportedStatus = m_record.status;
    m_record.status = status;
    m_statusRank = rank;
}

/// What Google's APIs, Gemini's as well, call a status in the bodies of their errors.
static bool isStatusOfGoogle(std::string_view word) {
    constexpr std::string_view words[] = {"UNAVAILABLE",       "RESOURCE_EXHAUSTED", "INVALID_ARGUMENT",
                                          "UNAUTHENTICATED",   "PERMISSION_DENIED",  "NOT_FOUND",
                                          "DEADLINE_EXCEEDED", "INTERNAL",           "FAILED_PRECONDITION"};
    return std::ranges::find(words, word) != std::end(words);
}

void RecordBuilder::takeStatusText(const Scalar& scalar, bool onlyErrors, int depth) {
    if (scalar.kind == Scalar::Kind::Boolean)
        return;
    const auto status = statusFrom(scalar.text);
    // `code` is a status only as a failing number; as a word it is OpenAI's error code or Node's
    // ("ECONNRESET").
    if (status && (!onlyErrors || (*status >= 400 && *status <= 599)))
        takeStatus(*status, 1 + (onlyErrors ? 0 : 1 + depth));
    else if (status && depth == 0 && *status < 400)
        m_code = *status;
    else if (onlyErrors && scalar.text.size() == 3 && scalar.text[0] == 'H')
        m_proxy.take(Field::ResponseFlags, scalar.text); // Heroku's router answered by itself: H10 to H99
    else if (scalar.text == "0" || scalar.text == "-1" || scalar.text == "000")
        m_answeredNothing = true;
    else if (scalar.text == "success" && depth == 0)
        m_toldSuccess = true;
    else if (isConnectionCode(scalar.text))
        m_connectionFailed = true;
    else if (depth > 0 && isStatusOfGoogle(scalar.text))
        m_otherService = true;
    else if (!onlyErrors && isWordOfFailure(scalar.text))
        m_doubted = true;
    else if (onlyErrors && scalar.kind == Scalar::Kind::String && m_record.errorCode.empty() &&
             (depth > 0 || isLowerCaseWord(scalar.text)))
        m_record.errorCode = scalar.text;
}

/// Where the record states no other, a failing status is one under any name that may be a status'.
void RecordBuilder::takeStatusLabel(std::string_view text) {
    const auto status = text.size() == 3 ? failingStatusAt(text) : std::nullopt;
    if (status && m_record.status == 0)
        takeWeakStatus(*status);
}

void RecordBuilder::takeAbsent(Field field) {
    if (field == Field::ErrorParam)
        m_openAi = true;
    else if (field == Field::StatusCode)
        m_codeAbsent = true;
    else if (field == Field::ParentSpanId)
        m_span = true;
    else if (field == Field::Status && m_inAnswer) // pino's null: no head was sent
        m_unanswered = true;
    else
        m_proxy.takeAbsent(field);
}

/// A `code` of a record that tells of a request and of no failure is the answer's: django-structlog's.
void RecordBuilder::concludeCode() {
    const bool wholeRequest = !m_record.method.empty() && !m_record.path.empty();
    const bool failed = m_errorBody || m_errorTextCount > 0 || !m_errorWord.empty() || !m_errorName.empty();
    if (m_record.status == 0 && wholeRequest && !failed)
        m_record.status = m_code;
}

/// 599 is no server's: Tornado's client and Perl's HTTP::Tiny say so that no answer came.
void RecordBuilder::concludeLibrarysStatus() {
    constexpr int none = 599;
    if (m_record.status != none || !m_record.isAddressed())
        return;
    m_record.status = m_statusRank = 0;
    m_noResponse = true;
}

/// The status that an error's class or its wrapped body stands for.
void RecordBuilder::concludeStatus() {
    if (m_record.status == 0 && (m_errorBody || isSdkErrorName(m_errorName)))
        m_record.status = statusOfErrorName(m_errorName);
    const int byType = m_wrapped && m_errorBody ? statusOfErrorType(m_record.errorType) : 0;
    const int own = byType > 0 ? byType : m_ownStatus;
    const bool unstated = m_record.status == 0 && m_relabelled && !m_streamEvent;
    if (own == 0 || own == m_record.status || (m_record.status < 400 && !unstated))
        return;
    m_record.reportedStatus = m_record.status;
    m_record.status = own;
}

/// Azure's result of a call: a status, or a word where no answer came.
void RecordBuilder::takeResultCode(const Scalar& scalar, int depth) {
    m_azures = m_milliseconds = true;
    m_answeredNothing = m_answeredNothing || scalar.text == "Faulted" || scalar.text == "Canceled";
    takeStatusText(scalar, false, depth);
}

/// Whether a record's own words, before what they lead to, say that a model's call failed.
static bool tellsOfModelCall(std::string_view text) {
    const auto words = text.substr(0, std::min(text.find_first_of("{=\"'`\n"), text.find(" <")));
    // Whoever answered with a status is no model.
    return tellsOfFailedModelCall(words) && !quotesSomething(words.substr(0, words.find(" answered ")));
}

/// Whether a failing status of which nothing else says whose it is was a model's call's.
bool RecordBuilder::isOfModelCall() const {
    if (m_record.status < 400 || !m_record.path.empty() || !m_record.host.empty())
        return false;
    const auto errors = std::span(m_errorTexts).first(static_cast<std::size_t>(m_errorTextCount));
    // As plain logs have it in one line: `app.llm - ERROR - HTTP Error 429`.
    const auto logger = m_name.empty() && !m_azures ? m_target : m_name;
    const bool named = (m_warned || m_doubted) && !logger.empty() && !m_logMessage.empty();
    return (named && tellsOfModelCall(std::string(logger).append(" ERROR ").append(m_logMessage))) ||
           tellsOfModelCall(m_logMessage) || tellsOfModelCall(m_words) || tellsOfModelCall(m_remark) ||
           std::ranges::any_of(errors, [](const ErrorText& error) { return tellsOfModelCall(error.text); });
}

/// `ok claude-haiku-4-5 588ms req_…`: a message may tell of a request that went well.
void RecordBuilder::takeToldSuccess() {
    if (m_record.status > 0 || hasError() || !m_record.requestId.empty() ||
        m_logMessage.find("req_") == m_logMessage.npos)
        return;
    m_record.requestId = statedRequestId(m_logMessage);
    if (!m_record.requestId.empty() && m_record.model.empty())
        m_record.model = findModel(m_logMessage);
}

/// Whether a type stands as what a record tells: at its begin, behind a mark or a word of failure.
static bool failsBy(std::string_view before, std::string_view behind) {
    before = trimmed(before);
    return before.empty() || std::string_view(":=([|").find(before.back()) != before.npos ||
           before.ends_with("ERROR") || before.ends_with("WARN") || before.ends_with("failed") ||
           (before.ends_with("with") && speaksOfFailure(before) && !speaksOfFailure(behind));
}

/// Whether one of the first words of a line, before its stamp or behind it, is the level of an error.
static bool beginsSevere(std::string_view words) {
    constexpr std::string_view levels[] = {"ERROR",  "ERR",  "FATAL", "FTL",   "CRITICAL", "CRIT",
                                           "SEVERE", "ERR!", "PANIC", "ALERT", "EMERG",    "E"};
    constexpr int most = 4;
    for (int word = 0; word < most && !words.empty(); ++word) {
        words = trimmed(words, " \t[]<>|:()");
        const auto first = words.substr(0, words.find_first_of(" \t[]<>|:()"));
        if (std::ranges::find(levels, first) != std::end(levels))
            return true;
        words.remove_prefix(first.size());
    }
    return false;
}

/// Whether a type and what is said of it are DeRouter's without doubt: other services have some of the types.
static bool isOfGuide(std::string_view type, std::string_view said) {
    constexpr int statuses[] = {401, 402, 429, 500, 502, 503, 504, 529};
    if (said.empty() || type == "overloaded_error" || type == "billing_error")
        return !said.empty();
    return std::ranges::any_of(
        statuses, [&](int status) { return goTogether(type, status) && isMessageOfGuide(status, said); });
}

/// `chat failed: overloaded_error: Overloaded (req_…)`: a type of the guide in a record that states no
/// status; where it does not name its request, the words behind the type are the guide's as well.
void RecordBuilder::concludeToldType(std::string_view words) {
    constexpr std::string_view ending = "_error";
    const std::size_t at = words.find(ending);
    if (at == words.npos || m_record.status > 0 || hasError())
        return;
    const std::size_t end = at + ending.size();
    const std::size_t begin = words.find_last_of(" :([=", at) + 1;
    const auto type = words.substr(begin, end - begin);
    const auto behind = words.substr(end);
    const auto before = words.substr(0, begin);
    const bool parted = behind.empty() || std::string_view(" :)],").find(behind[0]) != behind.npos;
    const bool once = behind.find(ending) == behind.npos;
    if (!isTypeOfGuide(type) || !parted || !once || quotesSomething(before) || !failsBy(before, behind))
        return;
    const auto said = behind.starts_with(": ") ? behind.substr(2, behind.find(" (req", 2) - 2) : "";
    const bool severe = introducesFailure(before) || beginsSevere(m_lead) || beginsSevere(m_words) ||
                        (m_errorTextCount > 0 && words.data() == m_errorTexts[0].text.data());
    if (m_record.requestId.empty() && !(severe && isOfGuide(type, trimmed(said, " \t\"'"))))
        return;
    noteErrorBody();
    m_record.errorType = type;
    takeErrorMessage(trimmed(said, " \t\"'"), 1);
}

/// Whether what is said of a request that has no more than its id makes a success of it doubtful.
bool RecordBuilder::hintsAtFailure() const {
    return m_untold || m_doubted || m_errorTextCount > 0 || !m_errorWord.empty() || !m_errorName.empty() ||
           speaksOfFailure(m_words) || speaksOfFailure(m_logMessage) || speaksOfFailure(m_remark) ||
           mayStateFailure(m_words) || mayPrintFailure(m_words) || warnsOfFailure(m_words) ||
           beginsSevere(m_lead) || beginsSevere(m_words) || isErrorBody(trimmed(m_likelyBody)) ||
           hintsAtTrouble(m_words) || hintsAtTrouble(m_logMessage) ||
           (!m_record.errorCode.empty() && !isWordOfSuccess(m_record.errorCode)) ||
           (m_warned && (namesFailure(m_logMessage) || namesFailure(m_remark)));
}

} // namespace derouter
