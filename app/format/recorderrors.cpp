// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a RecordBuilder takes of errors, and whose they are: the record's own request's, or those of a call
// that was made while it was served.

#include "format/clientlines.h"
#include "format/errorclasses.h"
#include "format/errortext.h"
#include "format/httperrors.h"
#include "format/modelcall.h"
#include "format/pairedstatus.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/recordlines.h"
#include "format/spellings.h"
#include "format/terminalescapes.h"
#include "format/texts.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

namespace derouter {

void RecordBuilder::takeRemark(const Scalar& scalar, int depth) {
    if (isApiErrorType(scalar.text))
        takeErrorType(scalar.text, depth);
    else if (scalar.kind == Scalar::Kind::String && m_remark.empty())
        m_remark = withoutColours(scalar.text);
}

/// What Sentry calls the steps that it keeps of a program's way to an error.
static bool isKindOfBreadcrumb(std::string_view type) {
    constexpr std::string_view kinds[] = {"default", "debug",       "info", "navigation", "http",
                                          "query",   "transaction", "ui",   "user",       "session"};
    return isOneOf(type, kinds);
}

void RecordBuilder::takeErrorType(std::string_view type, int depth) {
    if (type == "error" || type == "message" ||
        isKindOfBreadcrumb(type)) // of a body: an error's, an answer's
        return;
    if (type == "system" || type == "aborted") // node-fetch's, of what it throws where no answer came
        return;
    // Stripe's, and Elasticsearch's `circuit_breaking_exception`.
    if (type == "card_error" || type == "idempotency_error" ||
        (type.ends_with("_exception") && isLowerCaseWord(type))) {
        m_otherService = true;
        return;
    }
    // What the SDKs' spans have in a type's place where no answer came.
    if (depth == 0 && (type == "connection_error" || type == "client_timeout_error")) {
        noteNoResponse();
        return;
    }
    // Of a logged exception `type` is a class name or a loader's word; only inside a body is every word the
    // API's.
    if (isApiErrorType(type) || (depth >= 2 && isLowerCaseWord(type))) {
        m_record.errorType = type;
        noteApiError();
    } else if (depth <= 1 || isNoResponseName(type)) {
        takeErrorName(type);
    }
}

void RecordBuilder::notePage() {
    m_page = true;
    m_proxy.noteNoRequestId();
}

void RecordBuilder::takeErrorName(std::string_view name) {
    if (m_errorName.empty() || isNoResponseName(name))
        m_errorName = name;
    m_connectionFailed = m_connectionFailed || isConnectionClass(name);
}

/// What OAuth's servers, MCP's among them, answer in an `error`.
static bool isOfOAuth(std::string_view word) {
    constexpr std::string_view words[] = {
        "invalid_token", "invalid_grant",      "invalid_client", "unauthorized_client",
        "invalid_scope", "insufficient_scope", "access_denied",  "unsupported_grant_type"};
    return isOneOf(word, words);
}

void RecordBuilder::takeErrorText(std::string_view text, int depth) {
    m_otherService = m_otherService || isOfOAuth(text);
    if (depth == 0 && isLowerCaseWord(text))
        m_errorWord = text;
    else
        addErrorText(text, depth);
}

void RecordBuilder::addErrorText(std::string_view text, int depth) {
    if (m_errorTextCount < static_cast<int>(std::size(m_errorTexts)))
        m_errorTexts[m_errorTextCount++] = {withoutColours(text), depth, m_inAnswer};
}

void RecordBuilder::noteListedError(std::string_view object) {
    constexpr std::size_t most = 100;
    if (m_otherErrors.texts.size() < most)
        m_otherErrors.texts.emplace_back(object);
}

SeveralErrors RecordBuilder::takeOtherErrors() {
    m_otherErrors.triesOfOneCall = m_otherErrors.triesOfOneCall || m_errorName.ends_with("RetryError");
    return std::exchange(m_otherErrors, {});
}

void RecordBuilder::takeErrorMessage(std::string_view text, int rank) {
    if (text.empty() || rank < m_messageRank)
        return;
    m_record.message = text;
    m_messageRank = rank;
}

/// The guide's very words beside their status are an AI API's where no request is told of.
void RecordBuilder::concludeGuidesWords() {
    if (m_errorBody || m_quiet || m_record.isAddressed() || speaksOfPayment(m_logMessage) ||
        speaksOfPayment(m_name))
        return;
    const auto says = [this](std::string_view text) { return isFailureOfGuide(m_record.status, text); };
    const auto errors = std::span(m_errorTexts).first(static_cast<std::size_t>(m_errorTextCount));
    m_errorBody = says(m_logMessage) ||
                  std::ranges::any_of(errors, [&](const ErrorText& error) { return says(error.text); });
}

/// An object is read as an error's is; other texts only where the record tells of a failure.
void RecordBuilder::takeErrorAnswer(std::string_view text, int depth) {
    if (text.starts_with('{'))
        addErrorText(text, depth);
    else if (m_likelyBody.empty())
        m_likelyBody = text;
}

/// The error of an API, in whatever form.
void RecordBuilder::noteErrorBody() {
    m_errorBody = true;
    if (m_inWords && !m_inAnswer)
        m_callError = CallError::Told;
}

/// `"status":429,"type":"rate_limit_error"` of a record itself: the error's, and where no request is told of
/// a sign that it is an AI API's.
void RecordBuilder::concludeOwnType() {
    if (m_ownType.empty() || m_record.status < 400 || !goTogether(m_ownType, m_record.status) ||
        (m_quiet && !speaksOfFailure(m_logMessage)))
        return;
    if (m_record.errorType.empty())
        takeErrorType(m_ownType, 0);
    m_errorBody = !m_record.isAddressed();
}

/// An error object, which the answer to the record's own request may be as well.
void RecordBuilder::noteApiError() {
    noteErrorBody();
    if (m_callError == CallError::None && !m_inAnswer)
        m_callError = CallError::Typed;
}

void RecordBuilder::takeToldUrl(std::string_view url) {
    if (m_record.path.empty())
        m_record.path = url;
    if (m_record.callUrl.empty())
        m_record.callUrl = url;
}

/// `POST "https://api.derouter.ai/…": 429 {…}`: where the words before a body say that a call went.
void RecordBuilder::noteCallUrl(std::string_view text) {
    if (m_record.path.empty() || !m_record.callUrl.empty() || text.find("://") == text.npos)
        return;
    m_record.callUrl = apiAddressIn(text.substr(0, text.find('{')));
}

/// An error of a service that is no AI's is none of ours, whatever its form.
/// Whether words name Stripe, one of its objects (`cus_Nffrff3bK7`) or a code that only its errors have.
static bool namesStripe(std::string_view words) {
    static constexpr WordSet known(
        {"tripe", "resource_missing", "parameter_missing", "parameter_invalid", "card_declined"});
    constexpr std::string_view objects[] = {"cus_", "pi_", "ch_", "pm_", "sub_", "seti_", "price_", "acct_"};
    constexpr std::size_t shortest = 8;
    const auto isWord = [](char c) { return isLetter(c) || isDigit(c) || c == '_'; };
    const auto isOf = [words, isWord](std::string_view object) {
        const std::size_t at = words.find(object);
        const bool begins = at != words.npos && (at == 0 || !isWord(words[at - 1]));
        const auto number = words.substr(begins ? at + object.size() : words.size());
        return std::size_t(std::ranges::find_if_not(number, isWord) - number.begin()) >= shortest;
    };
    return known.isIn(words) || std::ranges::any_of(objects, isOf);
}

void RecordBuilder::concludeService() {
    const bool typed = !m_record.errorType.empty() && m_record.path.empty() && m_record.host.empty();
    m_otherService =
        m_otherService || (typed && (namesStripe(m_logMessage) || namesStripe(m_words) ||
                                     namesStripe(m_record.message) || namesStripe(m_record.errorCode)));
    if (!m_otherService)
        return;
    m_errorBody = m_noResponse = false;
    m_record.errorType = m_record.errorCode = m_record.requestId = {};
    m_callError = CallError::None;
}

/// `response.failed code=rate_limit_exceeded`: words that name the event of the Responses API with which a
/// stream fails, and beside it the error or the request.
void RecordBuilder::concludeToldEvent(std::string_view words) {
    constexpr std::string_view event = "response.failed";
    const std::size_t at = words.find(event);
    if (at == words.npos || m_record.status > 0 || hasError())
        return;
    const auto before = words.substr(0, at);
    auto behind = words.substr(at + event.size());
    const bool whole = (before.empty() || std::string_view(" =:[(\"").find(before.back()) != before.npos) &&
                       (behind.empty() || std::string_view(" :,;)]\"").find(behind[0]) != behind.npos);
    if (!whole || quotesSomething(before))
        return;
    behind = trimmed(behind, " :-,()[]\"");
    const auto word = behind.substr(0, behind.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"));
    const bool coded = word.find('_') != word.npos && behind.substr(word.size(), 1) != "=";
    if (!coded && m_record.errorCode.empty() && m_record.errorType.empty() && m_record.requestId.empty())
        return;
    noteStreamEvent();
    noteErrorBody();
    if (coded) {
        (isApiErrorType(word) ? m_record.errorType : m_record.errorCode) = word;
        takeErrorMessage(trimmed(behind.substr(word.size()), " :-)]"), 1);
    }
}

/// A connection that failed is a request's where the error says whose, or the record what was called.
void RecordBuilder::concludeConnection() {
    if (m_apiError != ApiError::None && !m_noResponse) {
        const bool answered = m_record.status > 0 || m_apiError == ApiError::Message;
        m_errorBody = m_errorBody || answered;
        m_noResponse = !m_errorBody;
    }
    if (!m_connectionFailed || m_record.status > 0 || m_errorBody)
        return;
    if (m_record.path.empty() && !m_errorHost.empty())
        takeErrorUrl(keep("https://" + std::string(m_errorHost)));
    const bool derouters =
        m_record.path.starts_with("/proxy/v1/") || m_record.path.starts_with("/openai/v1/");
    m_noResponse = m_noResponse || m_errorHasUrl || m_record.path.starts_with("http") || derouters ||
                   tellsOfFailedModelCall(m_logMessage);
}

/// Whether an error of this type is hardly another API's or the program's own.
static bool isTypeOfFew(std::string_view type) {
    constexpr std::string_view types[] = {"billing_error", "rate_limit_error", "request_too_large",
                                          "overloaded_error"};
    return std::ranges::find(types, type) != std::end(types);
}

void RecordBuilder::concludeCallError() {
    if (m_callError == CallError::None && m_errorName.empty() && !m_sdkStatus &&
        m_requestIdRank != IdRank::Error)
        return; // as most records do
    // What is not found or in conflict, programs that serve requests call so themselves.
    const bool anyones = m_record.status == 404 || m_record.status == 409;
    const bool ofSdk = isSdkErrorName(m_errorName) || (isStatedBySdk() && (m_thrown || !anyones));
    const bool identified = m_requestIdRank == IdRank::Error && m_record.requestId.size() > 20;
    const bool lost = isNoResponseName(m_errorName) && m_statusRank < 3;
    if (m_callError == CallError::None && !ofSdk && !identified && !lost)
        return;
    const bool typed = m_callError == CallError::Typed;
    if (typed && !ofSdk && !identified && m_record.model.empty() && !isTypeOfFew(m_record.errorType))
        return;
    m_record.callError = lost && !m_errorBody             ? CallError::Unanswered
                         : typed && !ofSdk && !identified ? CallError::Typed
                                                          : CallError::Told;
    // A status that only the record's own request has is not the call's where its error says another.
    const int byName = statusOfErrorName(m_errorName);
    const int own = m_statusRank >= 3 || m_record.reportedStatus > 0 ? m_record.status : 0;
    const int meant = byName > 0 ? byName : statusOfErrorType(m_record.errorType);
    m_record.callStatus = own >= 400 ? own : meant > 0 ? meant : m_record.status;
    if (m_record.callError == CallError::Unanswered || m_record.callStatus < 400)
        m_record.callStatus = 0;
}

/// A text of several lines as a log's lines are read: without colours and carriage returns.
std::string_view RecordBuilder::plainLines(std::string_view text) {
    if (text.find('\n') == text.npos || text.find_first_of("\x1b\r") == text.npos)
        return text;
    std::string plain = withoutEscapes(text);
    std::erase(plain, '\r');
    return keep(std::move(plain));
}

void RecordBuilder::mine(std::string_view text, int depth) {
    text = withReadableBody(plainLines(text), *this);
    mineErrorText(text, *this, depth);
    minePiece(text, Speaker::Error, *this);
    if (m_record.status == 0 || m_record.path.empty())
        mineClientLine(text, *this);
    m_connectionFailed = m_connectionFailed || (m_record.status == 0 && tellsOfNoAnswer(text));
    noteCallUrl(text);
}

/// Of a text that tells of several requests the last is the record's own; the others are kept.
std::string_view RecordBuilder::lastOfSeveral(std::string_view text) {
    SeveralErrors several = severalErrors(text);
    if (several.empty())
        return text;
    const auto last = keep(std::move(several.texts.back()));
    several.texts.pop_back();
    several.listsAll = false;
    if (m_otherErrors.empty())
        m_otherErrors = std::move(several);
    return last;
}

void RecordBuilder::mineErrorTexts() {
    const auto around = std::pair(m_inAnswer, m_inWords);
    // What is read may add more: a body inside a text inside a body.
    while (m_errorTextsMined < m_errorTextCount) {
        const int next = m_errorTextsMined++;
        const ErrorText error = m_errorTexts[next];
        m_inAnswer = error.ofAnswer;
        m_inWords = true;
        mine(lastOfSeveral(error.text), error.depth + 1);
    }
    std::tie(m_inAnswer, m_inWords) = around;
}

} // namespace derouter
