// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a RecordBuilder makes of all it was given, once the record has ended.

#include "format/accesslayout.h"
#include "format/answerlines.h"
#include "format/bodylead.h"
#include "format/clientlines.h"
#include "format/duration.h"
#include "format/errortext.h"
#include "format/httperrors.h"
#include "format/loggedobject.h"
#include "format/looseobject.h"
#include "format/printedrequest.h"
#include "format/quotation.h"
#include "format/quotedtexts.h"
#include "format/recordbuilder.h"
#include "format/recordlines.h"
#include "format/spellings.h"
#include "format/terminalescapes.h"
#include "format/texts.h"
#include "format/toldstatus.h"
#include "format/uncaughterror.h"

#include <QByteArray>

#include <algorithm>
#include <span>
#include <utility>

namespace derouter {

/// An `error` that is a word: the type, or what the error says; not the categories of Claude Code's own, in
/// which a 529 is a `server_error`.
void RecordBuilder::concludeErrorWord() {
    if (m_errorWord.empty() || m_apiError == ApiError::Message)
        return;
    addErrorText(m_errorWord, 0);
    const bool ofRequest = m_record.status >= 400 || !m_record.path.empty() || !m_record.requestId.empty();
    m_inAnswer = true; // a word alone may be the program's own
    if (ofRequest && m_record.errorType.empty() && isTypeOfGuide(m_errorWord))
        takeErrorType(m_errorWord, 0);
    m_inAnswer = false;
}

/// In a bare `{"type":"error","error":{"type":…}}` every word is the API's, known or not. OpenAI's errors may
/// have no type, only a code, which stands for the status or is a word.
void RecordBuilder::openEnvelope() {
    if (m_errorBody)
        return;
    // OpenAI's error object alone, as a program prints what it was given: no other record has all four.
    if (m_openAi && !m_ownType.empty() && (m_codeAbsent || !m_record.errorCode.empty()) &&
        !m_logMessage.empty()) {
        takeErrorType(m_ownType, 1);
        takeErrorMessage(m_logMessage, 1);
        return;
    }
    concludeOwnType();
    concludeGuidesWords();
    const bool isWordOfApi = !m_errorName.empty() && isLowerCaseWord(m_errorName);
    if (m_envelope && isWordOfApi)
        m_record.errorType = std::exchange(m_errorName, {});
    if (isErrorEvent() && m_errorTextCount == 0 && !m_record.errorCode.empty())
        takeErrorText(m_logMessage, 1);
    // With neither, `{"message":…,"type":"None","param":null,"code":null}` is still no other program's.
    const bool whole = m_openAi && m_codeAbsent && m_record.status == 0;
    const bool told = m_openAi || m_failedResponse || isErrorEvent();
    const bool coded = whole || (told && (m_record.status >= 400 || !m_record.errorCode.empty()));
    m_errorBody = m_errorBody || (m_envelope && isWordOfApi) || (coded && m_errorTextCount > 0);
}

bool RecordBuilder::hasError() const {
    return m_errorBody || m_noResponse;
}

void RecordBuilder::takeRecord(const LogRecord& record) {
    constexpr int rank = 3;
    const auto takeText = [this](std::string_view& mine, std::string_view text) {
        if (mine.empty() && !text.empty())
            mine = keep(std::string(text));
    };
    if (record.status > 0)
        takeStatus(record.status, rank);
    takeErrorMessage(record.message.empty() ? record.message : keep(std::string(record.message)), rank);
    takeText(m_record.errorType, record.errorType);
    takeText(m_record.errorCode, record.errorCode);
    takeText(m_record.requestId, record.requestId);
    takeText(m_record.model, record.model);
    takeText(m_record.method, record.method);
    takeText(m_record.path, record.path);
    takeText(m_record.host, record.host);
    if (!m_record.retryAfter.isStated())
        m_record.retryAfter = record.retryAfter;
    if (record.callError == CallError::Told)
        noteErrorBody();
    m_errorBody = m_errorBody || record.outcome == Outcome::Error;
    m_noResponse = m_noResponse || record.outcome == Outcome::NoResponse;
}

/// The server of an address, with its port.
static std::string_view hostOf(std::string_view url) {
    const std::size_t scheme = url.find("://");
    return scheme == url.npos ? std::string_view()
                              : url.substr(scheme + 3, url.find_first_of("/?#", scheme + 3) - scheme - 3);
}

/// What only the whole record decides: where a relative path leads, which unit a bare number is of.
void RecordBuilder::concludeUnits() {
    if (!m_baseUrl.empty() && m_record.path.starts_with('/')) {
        const auto base = m_baseUrl.substr(0, m_baseUrl.find_last_not_of('/') + 1);
        m_record.path = keep(std::string(base).append(m_record.path));
    } else if (m_record.path.empty() && m_record.host.empty()) {
        const bool whole = m_baseUrl.find("/v1/") != m_baseUrl.npos; // as LiteLLM's is
        (whole ? m_record.path : m_record.host) = whole ? m_baseUrl : hostOf(m_baseUrl);
    }
    if (m_delayIsDuration && m_record.durationMicros < 0 && !m_delay.empty())
        m_record.durationMicros = durationFrom(m_delay, 1e3);
    if (m_milliseconds && !m_duration.empty())
        m_record.durationMicros = durationFrom(m_duration, 1e3);
    if (m_record.durationMicros < 0 && !m_upstreamDuration.empty()) {
        const std::size_t separator = m_upstreamDuration.find_last_of(",: ");
        m_record.durationMicros = durationFrom(m_upstreamDuration.substr(separator + 1), 1e6);
    }
    if (m_record.host.empty())
        m_record.host = m_upstreamHost;
    m_record.served = m_record.served || (m_forwarded && m_record.path.starts_with("http"));
}

/// Where the record states how a request ended, and only its words name whose.
bool RecordBuilder::takeToldAddress() {
    if (!m_record.path.empty() || !m_record.host.empty() || m_record.status == 0)
        return false;
    std::string_view address;
    for (const auto words : {m_logMessage, m_remark, m_words})
        if (address.empty() && !words.empty())
            address = apiAddressIn(words);
    if (address.empty())
        return false;
    suggestReporter(Reporter::Program);
    const bool server =
        address.starts_with("http") && address.find('/', address.find("://") + 3) == address.npos;
    (server ? m_record.host : m_record.path) = server ? hostOf(address) : address;
    return true;
}

/// Whether the record says of itself that an answer failed which began well.
bool RecordBuilder::failsInStream() const {
    const std::size_t body = findErrorBody(m_logMessage);
    if (body != m_logMessage.npos && speaksOfFailure(m_logMessage.substr(0, body)))
        return true;
    const auto errors = std::span(m_errorTexts).first(static_cast<std::size_t>(m_errorTextCount));
    return std::ranges::any_of(
        errors, [](const ErrorText& error) { return findErrorBody(error.text) != error.text.npos; });
}

/// Under a name for any text may stand what a model said: that is a body where the record tells of a failure.
bool RecordBuilder::isBodyOfFailure(std::string_view text) const {
    const bool failed = m_record.status >= 400 || m_errorTextCount > 0 || speaksOfFailure(m_logMessage);
    return failed && isErrorBody(trimmed(text));
}

/// What was sent and what came back, as strings.
void RecordBuilder::readBodies() {
    if (m_requestBody.starts_with('{'))
        readLooseObject(m_requestBody, Place::RequestBody, *this, 0);
    if (m_bodyEncoding == "base64")
        m_body = keep(QByteArray::fromBase64(QByteArray::fromRawData(m_body.data(), qsizetype(m_body.size())))
                          .toStdString());
    for (const auto text : {m_messageBody, m_likelyBody})
        if (m_body.empty() && isBodyOfFailure(text))
            m_body = text;
    m_inAnswer = true;
    if (!m_body.empty())
        mineResponseBody(m_body, m_record.status, *this);
    m_inAnswer = false;
    if (m_record.status > 0 || m_errorBody || m_record.path.empty())
        return;
    // Caddy, Envoy and browsers write 0 or -1 where no answer came.
    m_noResponse = m_noResponse || m_answeredNothing || !m_failure.empty();
    takeErrorMessage(m_failure, 1);
}

void RecordBuilder::mineMessage(std::string_view text) {
    text = withReadableBody(lastOfSeveral(plainLines(text)), *this);
    m_inWords = true;
    m_inAnswer = m_record.status >= 400 && isErrorBody(text); // nothing but a body: its own request's
    if (!text.empty() && !mineClientLine(text, *this).states && !mineLogMessage(text, *this) &&
        m_record.status == 0)
        readLoggedObject(text, *this);
    if (m_record.status == 0 && !hasError() && m_errorTextCount == 0)
        mineStatusAlone(text, *this);
    if (m_record.status == 0 && !hasError())
        mineStatusOfModelCall(text.substr(0, text.find('\n')), *this);
    minePiece(text, Speaker::Message, *this);
    if (m_record.status >= 400 && m_errorBody)
        takeRequestId(statedRequestId(text.substr(0, text.find('\n'))), IdRank::Words);
    m_inWords = m_inAnswer = false;
    noteCallUrl(text);
}

/// Where the record states what failed, and how, a body in its message is the answer's, whatever leads to it.
void RecordBuilder::mineToldBody() {
    const bool stated = m_record.status >= 400 && !m_record.path.empty() && !m_errorBody;
    const std::size_t at = stated ? m_logMessage.find('{') : m_logMessage.npos;
    if (at != m_logMessage.npos)
        mineBodyOf(m_logMessage, m_record.status, *this);
}

/// LiteLLM's own record of a call says in words how it ended, and how long it took by its beginning and end.
void RecordBuilder::concludeCall() {
    if (m_spanStart && m_record.time && m_record.durationMicros < 0 && !m_stampFallback &&
        *m_record.time > *m_spanStart)
        m_record.durationMicros = *m_record.time - *m_spanStart;
    if (!m_callLogged)
        return;
    if (m_toldSuccess && m_record.status == 0 && !hasError() && m_errorTextCount == 0)
        m_record.status = 200;
    if (m_endTime && m_record.time && m_endTime->time >= *m_record.time)
        m_record.durationMicros = m_endTime->time - *m_record.time;
}

/// `error code: 1015`: all that Cloudflare says to programs.
static bool isNetworksCode(std::string_view message) {
    constexpr std::string_view words = "error code: 1";
    return message.starts_with(words) && message.size() == words.size() + 3 &&
           threeDigits(message.substr(words.size()));
}

/// A proxy's own answer, which has always the same status.
void RecordBuilder::takeProxysText() {
    const bool failed = m_record.status == 0 || m_record.status >= 400;
    const int status = failed && m_record.errorType.empty() ? ProxyAnswer::statusOfText(m_record.message) : 0;
    if (status == 0)
        return;
    notePage();
    if (m_record.status == 0)
        m_record.status = status;
}

/// A framework tells of what the program did not catch.
void RecordBuilder::concludeCatcher() {
    const bool failed = hasError() || m_record.status >= 400 || isNoResponseName(m_errorName);
    const bool uncaught = failed && (leadsToUncaughtError(m_words) ||
                                     leadsToUncaughtError(m_logMessage.substr(0, m_logMessage.find('\n'))));
    if (uncaught && m_record.reporter == Reporter::Program)
        m_record.reporter = Reporter::Framework;
    // To a request that was to go on to DeRouter the framework gives an answer of its own.
    if (uncaught && m_record.status == 0 && m_noResponse && isApiAddress(m_words))
        m_record.reportedStatus = 500;
}

/// Who gave an answer that is no error of the API's.
void RecordBuilder::concludeAnswerer() {
    if (m_serves || (m_carrier && m_servedUrl))
        m_record.served = m_record.path.starts_with("http");
    const bool isProxysBody = m_page && m_record.errorType.empty();
    if (m_errorBody && !isProxysBody)
        return;
    const bool identified = !m_record.requestId.empty();
    if (m_carrier &&
        !m_balancerDetails.empty()) { // of Google's, which state the address they were asked under
        m_record.served = m_record.path.starts_with("http");
        m_proxy.take(Field::BalancerDetails, m_balancerDetails);
    }
    m_record.answeredBy = m_proxy.concluded(m_record.status, identified);
    // Through Cloudflare come DeRouter's own answers, too: those have a request-id.
    const bool networks = m_networkServer || m_networkWords || isNetworksCode(m_record.message);
    if (networks && !identified && m_record.status >= 400 && m_record.answeredBy != AnsweredBy::Nobody)
        m_record.answeredBy = AnsweredBy::Network;
}

/// Whether the name of the error's class, or how the SDKs write, says that it is an AI API's.
bool RecordBuilder::isStatedBySdk() const {
    const bool ofSdk = isSdkErrorName(m_errorName);
    return (m_record.status == 0 && ofSdk) ||
           (m_sdkStatus && (m_thrown || ofSdk || statusOfErrorName(m_errorName) > 0 ||
                            isNamedAfterStatus(m_errorName, m_record.status)));
}

/// `upstream error on POST /v1/messages: 529 {…}`: a program's words about a request, beside which the line
/// of the request itself may stand.
bool RecordBuilder::tellsOfRequest() const {
    return m_errorBody && !m_record.method.empty() &&
           introducesFailure(m_words.substr(0, std::min(m_words.find(m_record.method), m_words.size())));
}

/// The words of a record before what it states of a request; all of them where it states that elsewhere.
static std::string_view beforeStatements(std::string_view words) {
    const std::size_t mark = words.find_first_of("=/{\"\n");
    return mark == words.npos ? words : words.substr(0, words.find_last_of(" \t", mark) + 1);
}

/// A rule, a stub or an example states the request and the status that it is about.
static bool isMadeUp(const LogRecord& record, std::string_view words, std::string_view message) {
    return record.status >= 400 && record.requestId.empty() &&
           (tellsOfMadeUp(beforeStatements(words)) || tellsOfMadeUp(beforeStatements(message)));
}

const LogRecord& RecordBuilder::finish() {
    if (m_record.status == 0 && !m_answeredNothing && m_upstreamStatus > 0)
        m_record.status = m_upstreamStatus; // the proxy states no other
    concludeCode();
    if (m_speech)
        m_logMessage = m_remark = {};
    if (m_record.status == 0 && m_record.path.empty() && isStatementOfSql(m_logMessage))
        m_logMessage = {};
    if (auto plain = withoutPrompts(m_logMessage))
        m_logMessage = keep(std::move(*plain));
    concludeClientsLine();
    concludeErrorWord();
    openEnvelope();
    concludeDependency();
    concludeUnits();
    concludeLibrarysStatus();
    concludeCall();
    readBodies();
    // A success has nothing to mine: its message may quote anything.
    if (m_record.status == 0 || m_record.status >= 400 || m_errorBody || failsInStream()) {
        mineErrorTexts();
        if (m_record.status == 0 || m_record.errorType.empty()) {
            mineMessage(m_logMessage);
            if (m_body.data() != m_messageBody.data())
                mineMessage(m_messageBody);
            mineMessage(m_remark);
            mineToldBody();
        }
        mineErrorTexts();
        takeToldSuccess();
        concludeToldEvent(m_logMessage);
        concludeToldEvent(m_words);
        for (const auto words :
             {m_errorTextCount > 0 ? m_errorTexts[0].text : m_remark, m_logMessage, m_words})
            concludeToldType(words);
    }
    takeIdOfMessage();
    if (isMadeUp(m_record, m_words, m_logMessage)) {
        m_record.status = 0;
        m_errorBody = m_noResponse = m_weakStatus = false;
    }
    concludeSpan();
    const bool addressed = takeToldAddress();
    concludeConnection();
    concludeService();
    const bool called = isOfModelCall();
    const bool supported = m_errorBody || m_noResponse || !m_record.path.empty() || addressed || called ||
                           !m_record.requestId.empty();
    const bool anyones = m_weakStatus && !supported && !m_trusted;
    m_open = anyones && !m_toldAgain;
    if (anyones)
        m_record.openStatus = std::exchange(m_record.status, 0);
    const bool wholeRequest = (m_record.status > 0 || m_unanswered) && !m_record.path.empty();
    const bool ofServer = wholeRequest && !tellsOfRequest();
    m_record.reporter = m_reporter.value_or(ofServer ? Reporter::Request : Reporter::Program);
    concludeCatcher();
    const bool stated = isStatedBySdk();
    takeProxysText();
    concludeStatus();
    if (m_record.status == 0 && (m_noResponse || isNoResponseName(m_errorName)) && !m_errorBody)
        m_record.outcome = Outcome::NoResponse;
    else if (m_errorBody || stated || called)
        m_record.outcome = Outcome::Error;
    concludeCallError();
    // The AI SDK's class of whole answers, and what Claude Code shows of one.
    m_record.answerWithoutStatus = m_record.status == 0 && m_record.outcome == Outcome::Error &&
                                   (m_errorName.ends_with("APICallError") || m_apiError == ApiError::Message);
    if (m_unanswered && !m_record.path.empty())
        m_proxy.noteUnanswered();
    if (m_responseHeaders)
        m_proxy.noteNoRequestId();
    if (m_record.method == "CONNECT") // a tunnel is opened or refused by the proxy itself
        m_proxy.takeAbsent(Field::UpstreamStatus);
    concludeAnswerer();
    const bool nobody = m_record.answeredBy == AnsweredBy::Nobody;
    if (m_record.status == 0 && (nobody || m_record.answeredBy == AnsweredBy::LocalProxy))
        m_record.outcome = Outcome::NoResponse;
    if (m_record.status == 0 && m_record.outcome == Outcome::Unstated && !m_record.requestId.empty())
        m_record.hintsAtFailure = hintsAtFailure();
    // A request that is told with a number which may be its status is not to vanish either.
    const bool unread = m_record.status == 0 && m_record.outcome == Outcome::Unstated && !m_words.empty();
    m_open = m_open || (unread && m_words.find("/v1/") != m_words.npos &&
                        (mayStateFailure(m_words) || mayPrintFailure(m_words)));
    // An access line's own words, such as "handled request", are no error's.
    if (m_record.message.empty() && m_record.method.empty() &&
        (m_record.status >= 400 || m_record.outcome != Outcome::Unstated))
        for (const auto text : {m_logMessage, m_remark, m_carriedLine, m_likelyBody})
            if (m_record.message.empty())
                m_record.message = text;
    return m_record;
}

} // namespace derouter
