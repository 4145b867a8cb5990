// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrecord.h"
#include "format/fields.h"
#include "format/proxyanswer.h"
#include "format/severalerrors.h"
#include "format/timeparser.h"

#include <deque>
#include <string>
#include <string_view>
#include <utility>

namespace derouter {

/// A scalar of a log as the readers hand it over.
struct Scalar {
    enum class Kind : std::uint8_t { String, Number, Boolean, Null };

    Kind kind = Kind::Null;
    std::string_view text; ///< decoded string, digits of the number as written, or "true"
};

/// Collects the facts of one record from whatever reader finds them, and keeps the best where several state
/// the same.
///
/// Readers call `take()` for each scalar at a known step; `finish()` then mines the error texts for what is
/// still missing. The record's views stay good until the next `begin()`.
class RecordBuilder {
public:
    explicit RecordBuilder(TimeParser& times)
        : m_times(times) {}

    /// The members of a JSON layout that the user gave; they stay the caller's. Null: none.
    void setMembers(const MemberFields* members) { m_members = members; }
    /// What a member means, by that layout or by its name.
    Step stepOf(Place place, std::string_view key) const;

    void begin();
    /// A status in words counts although nothing else shows an API: the user says that it is one's.
    void trust() { m_trusted = true; }
    /// `depth`: how many error objects enclose the scalar; what stands deeper is nearer to the API's own
    /// body.
    void take(Field field, const Scalar& scalar, int depth = 0);
    /// Reads what an error text holds: SDK messages, bodies in JSON, Python's or Node's spelling, to four
    /// levels.
    void mine(std::string_view text, int depth);
    /// What was found of the request elsewhere, as by another builder.
    void takeRecord(const LogRecord& record);
    /// The texts of errors that were taken so far; `finish()` does it too.
    void mineErrorTexts();
    const LogRecord& finish();

    /// What a more particular reader (an access-log layout, a free-text line) found by position.
    LogRecord& record() { return m_record; }
    TimeParser& times() { return m_times; }
    void takeStamp(const Stamp& stamp, bool fallback = false);
    /// A stamp that is of UTC where it names no zone.
    void takeUtcTime(std::string_view text);
    void takeRequestLine(std::string_view line, bool served = false);
    /// How near to the API a request-id stands: the words of a line may name any; a header of that name that
    /// proxies use too comes before them, the API's own before both, and the error's before all.
    enum class IdRank : std::uint8_t { None, Words, Proxy, Own, Error };
    void takeRequestId(std::string_view text, IdRank rank = IdRank::Own);
    void takeErrorName(std::string_view name);
    void takeErrorMessage(std::string_view text, int rank);
    /// Where a text says that a request went.
    void takeToldUrl(std::string_view url);
    /// What follows, up to the opposite, is of the answer to the record's own request.
    void setInAnswer(bool answer) { m_inAnswer = answer; }
    /// What follows is found in words: an error's, a program's.
    void setInWords(bool words) { m_inWords = words; }
    void takeStatus(int status, int rank);
    /// The server that logs the request states that it sent no status.
    void noteUnanswered() { m_unanswered = true; }
    void noteNoResponse() { m_noResponse = true; }
    void noteErrorBody();
    /// An AI SDK made the error of an answer, by its stack or its own words, and no words of the API's stand
    /// in it.
    void noteThrown() { m_thrown = true; }
    /// The error's text begins with its status, as the SDKs write it.
    void noteSdkStatus() { m_sdkStatus = true; }
    bool hasError() const;
    /// Whether that error is of an answer.
    bool hasAnswer() const { return m_errorBody; }
    /// Whether a connection failed, by its code; `finish()` decides whether it was a request's.
    bool hasLostConnection() const { return m_connectionFailed; }
    /// The error's body stands inside another program's error, whose status is not the API's.
    void noteWrapped() { m_wrapped = true; }
    /// A program in between made another error of it, with a status of its own or with none. `own`: the API's
    /// status, where the words say it and no body does.
    void noteRelabelled(int own = 0) {
        m_wrapped = m_relabelled = true;
        m_ownStatus = own;
    }
    /// The error was told inside an answer that had begun well.
    void noteStreamEvent() { m_streamEvent = true; }

    /// The words of a record of text, which may tell of a failure without stating one.
    void noteWords(std::string_view words) { m_words = words; }
    /// What stands before them: the stamp, perhaps a level.
    void noteLead(std::string_view lead) { m_lead = lead; }

    /// Otherwise concluded from what the record states.
    void setReporter(Reporter reporter) { m_reporter = reporter; }
    /// Of several who speak in one record the first is its writer.
    void suggestReporter(Reporter reporter) { m_reporter = m_reporter.value_or(reporter); }
    bool isTrusted() const { return m_trusted; }
    /// A failing status in words, without a sign yet that it is an API's.
    void takeWeakStatus(int status) {
        m_weakStatus = m_record.status == 0;
        takeStatus(status, 1);
    }

    /// The Responses API tells of an error in a stream twice: with this event, and after it with the other.
    bool isErrorEvent() const { return m_envelope && m_numbered; }
    bool isFailedResponse() const { return m_failedResponse; }
    /// An agent's record of an API error: its words say what it was.
    bool isWordsOfAgent() const { return m_apiError == ApiError::Message; }
    /// The same, or of one of its tries.
    bool isErrorOfAgent() const { return m_apiError != ApiError::None; }
    void noteWordsOfAgent() { m_apiError = ApiError::Message; }
    /// What `claude -p` prints of its run, where that failed for whatever reason.
    bool isFailedRun() const { return m_result && m_runFailed; }
    /// What an agent said or showed in a model's place.
    bool isOfAssistant() const { return m_assistant; }

    /// Whether the record only carries another program's line: `carriedLine()`, of `streamName()`, at
    /// `stamp()`.
    bool carries() const;
    std::string_view carriedLine() const;
    /// Whether a carried line without its line feed goes on in the next entry: Docker splits at 16 KiB.
    bool carriesParts() const {
        return (m_part && !m_lastPart) || (m_logMessage.empty() && m_carriedLine.size() >= 16 * 1024);
    }
    std::string_view streamName() const { return m_streamName; }
    std::optional<Stamp> stamp() const;
    /// A string under a name that is not known: perhaps another program's record.
    void noteLikelyLine(std::string_view text);
    /// What is read comes from an export: its message is a line of another program.
    void noteCarrier() { m_carrier = true; }
    /// The answer is a page for people: no API wrote it.
    void notePage();
    /// The answer is one of Cloudflare's own, by its words.
    void noteNetworksAnswer() { m_networkWords = true; }
    /// A proxy on the way gave the answer.
    void noteProxysAnswer() { m_proxy.noteOwnError(); }
    /// The record lists the headers of the API's answer.
    void noteResponseHeaders() { m_responseHeaders = true; }

    /// Whether objects that nothing is known of may be quotations: the record, as far as it was read, is of
    /// an everyday level and states no failure.
    bool mayQuote() const { return m_quiet && m_record.status < 400; }
    /// The record is one of several in which a program tells of one answer.
    void noteToldAgain() { m_toldAgain = true; }
    /// Whether the record's words told of a failing status, and nothing said of what request.
    bool isLeftOpen() const { return m_open; }
    /// The number that the server which wrote the record gave to the request, and that server's process.
    std::string_view localId() const { return m_localId; }
    std::string_view processId() const { return m_processId; }
    /// The record is of a request that a server serves, by `localId()`: of its end, or of what happened on
    /// the way.
    void linkServed(std::string_view id);

    /// One of a list of errors, as an object in text: perhaps each of a request of its own.
    void noteListedError(std::string_view object);
    /// What the record's texts told of other requests than its own.
    SeveralErrors takeOtherErrors();

    /// A client's log tells in one record what it sends, `POST https://…`, and in another how it ended.
    void noteSent(std::string_view requestLine);
    /// The request of the answer at hand, or of its failure: the one that was sent last.
    void takeSent();
    /// That request ended, which the record names by itself.
    void noteEnded();
    /// The record tells of an answer whose status stands in another one. `mayStand`: for a success where
    /// nothing says otherwise.
    void noteHeadOfAnswer(bool mayStand);
    /// The same once more: the request that was taken last.
    void takeSentAgain() { takeRequestLine(keep(m_sent)); }
    /// With which status it was answered, where more of the answer is told in other records.
    void noteAnswered(int status) { m_answeredWith = status; }
    int answered() const { return m_answeredWith; }
    /// A request was sent whose end is not told.
    bool awaitsAnswer() const { return m_sentOpen > 0; }
    /// The record changed how many those are.
    bool movesSent() const { return m_sentMoved; }

    /// Keeps a decoded text alive as long as the record.
    std::string_view keep(std::string text);

private:
    /// The records that Claude Code's transcript keeps of API errors.
    enum class ApiError : std::uint8_t {
        None,
        Try,     ///< `"subtype":"api_error"`: no status where there was no answer
        Message, ///< `"isApiErrorMessage":true`: what was shown
    };

    struct ErrorText {
        std::string_view text;
        int depth = 0;
        bool ofAnswer = false; ///< to the record's own request
    };

    void takeAbsent(Field field);
    void takeEnvelope(std::string_view type);
    std::string_view* textOf(Field field);
    void takeStreamName(std::string_view name);
    void takePartMark(Field field, std::string_view text);
    void takeRequestOrRoute(std::string_view text, bool served);
    std::string_view method(std::string_view text);
    void takeDuration(std::string_view text, double unit);
    void takeTarget(Field field, Scalar::Kind kind, std::string_view text);
    void takeResultCode(const Scalar& scalar, int depth);
    void concludeDependency();
    void takeUpstreamUrl(std::string_view url);
    void takeRetryAfter(std::string_view text, Microseconds unit);
    void takeDurationPart(std::string_view seconds);
    void takeTime(const Scalar& scalar, bool fallback);
    std::optional<Stamp> stampFrom(const Scalar& scalar);
    void takeNanoseconds(std::string_view text);
    void takePartOfTime(std::string_view text, std::string_view& mine);
    void takeErrorType(std::string_view type, int depth);
    void noteApiError();
    void noteCallUrl(std::string_view text);
    void noteClientsUrl();
    void concludeCallError();
    void takeErrorAnswer(std::string_view text, int depth);
    void takeErrorText(std::string_view text, int depth);
    void addErrorText(std::string_view text, int depth);
    void concludeErrorWord();
    void takeErrorUrl(std::string_view url);
    std::string_view plainLines(std::string_view text);
    std::string_view withoutColours(std::string_view text);
    std::string_view lastOfSeveral(std::string_view text);
    void concludeService();
    void concludeToldEvent(std::string_view words);
    void concludeToldType(std::string_view words);
    void concludeCatcher();
    void concludeConnection();
    void openEnvelope();
    void concludeOwnType();
    void concludeGuidesWords();
    void concludeUnits();
    void takeProxysText();
    bool takeToldAddress();
    bool failsInStream() const;
    bool isBodyOfFailure(std::string_view text) const;
    void readBodies();
    void mineMessage(std::string_view text);
    void mineToldBody();
    void takeRemark(const Scalar& scalar, int depth);
    void takeToldSuccess();
    void takeIdOfMessage();
    void concludeClientsLine();
    void concludeCall();
    void concludeSpan();
    void concludeLibrarysStatus();
    void concludeStatus();
    void concludeCode();
    bool isStatedBySdk() const;
    bool tellsOfRequest() const;
    bool isOfModelCall() const;
    void concludeAnswerer();
    bool hintsAtFailure() const;
    void takeMessage(std::string_view text);
    void takeStatusText(const Scalar& scalar, bool onlyErrors, int depth);
    void takeStatusLabel(std::string_view text);

    TimeParser& m_times;
    const MemberFields* m_members = nullptr;
    TimeParser m_utcTimes{QTimeZone::utc()};
    LogRecord m_record;
    ProxyAnswer m_proxy;
    std::deque<std::string> m_kept;
    std::string m_sent;         ///< outlives the record
    int m_answeredWith = 0;     ///< the same
    int m_sentOpen = 0;         ///< the same: how many have no end yet
    ErrorText m_errorTexts[12]; ///< to be mined at the end, outermost first
    int m_errorTextCount = 0;
    int m_errorTextsMined = 0;
    std::string_view m_logMessage;
    std::string_view m_remark;
    std::string_view m_words;
    std::string_view m_lead;
    std::string_view m_carriedLine;
    std::string_view m_likelyLine; ///< a log's record, under a name that says nothing
    std::optional<Microseconds> m_spanStart;
    std::string_view m_streamName;
    std::string_view m_localId;
    std::string_view m_processId;
    std::string_view m_spanId;
    std::string_view m_parentSpanId;
    std::string_view m_recordId;
    std::string_view m_traceId;
    std::string_view m_body;
    std::string_view m_likelyBody;
    std::string_view m_messageBody; ///< an error body beside the log line's message, as OpenTelemetry's
    std::string_view m_name;        ///< the record's, where it is no error's class
    std::string_view m_target;      ///< that is neither a path nor an address
    std::string_view m_bodyEncoding;
    std::string_view m_requestBody;
    std::string_view m_failure;
    std::string_view m_baseUrl;
    std::string_view m_duration; ///< as stated, where its unit is not
    std::string_view m_delay;
    std::string_view m_date;  ///< stated without a time of day
    std::string_view m_clock; ///< a time of day stated without its date
    std::string_view m_errorName;
    std::string_view m_errorHost;
    std::string_view m_errorWord; ///< an `error` that is a word
    std::string_view m_ownType;   ///< a `type` of the record itself that is an API error's
    std::string_view m_upstreamHost;
    std::string_view m_upstreamDuration;
    std::string_view m_balancerDetails;
    SeveralErrors m_otherErrors;
    std::optional<Stamp> m_endTime;
    int m_messageRank = 0;
    int m_statusRank = 0;
    int m_stampDigits = -1;
    bool m_stampFallback = false;
    bool m_wholeSeconds = false; ///< the duration is a whole number of seconds
    bool m_delayIsDuration = false;
    bool m_servedUrl = false;    ///< the address is one that a server was asked for
    bool m_serves = false;       ///< the record is one of a server's
    bool m_callLogged = false;   ///< by LiteLLM
    bool m_toldSuccess = false;  ///< the status is that word
    bool m_nanoseconds = false;  ///< durations without unit are nanoseconds
    bool m_milliseconds = false; ///< durations without unit are milliseconds
    bool m_otherService = false; ///< the error is Stripe's, Google's: some bodies are of OpenAI's form
    bool m_azures = false;       ///< a record of Azure's, of a call or of a request
    std::optional<Reporter> m_reporter;
    ApiError m_apiError = ApiError::None;
    bool m_trusted = false;
    bool m_weakStatus = false;
    bool m_carrier = false;
    bool m_part = false; ///< what is carried is a part of a line
    bool m_lastPart = false;
    bool m_answeredNothing = false; ///< the status is stated as 0 or -1
    bool m_responseHeaders = false;
    bool m_noResponse = false;
    bool m_unanswered = false;
    bool m_forwarded = false;        ///< by a proxy that states where to
    bool m_connectionFailed = false; ///< by a code such as ECONNREFUSED, of whatever connection
    bool m_errorHasUrl = false;      ///< the error states the address of its request
    bool m_errorBody = false;
    bool m_envelope = false;
    bool m_result = false;         ///< `"type":"result"`
    bool m_runFailed = false;      ///< `"is_error":true`
    bool m_assistant = false;      ///< `"type":"assistant"`
    bool m_session = false;        ///< `"type":"event_msg"` of Codex
    bool m_speech = false;         ///< an event of such a session that tells of no error
    bool m_failedResponse = false; ///< `"type":"response.failed"`, an event of the Responses API
    bool m_numbered = false;       ///< as all of its events are
    bool m_span = false;           ///< the record is of a span of a trace
    bool m_openAi = false;         ///< a member stands there that only OpenAI's format has
    bool m_sdkStatus = false;
    bool m_thrown = false;
    bool m_wrapped = false;
    bool m_relabelled = false;
    bool m_streamEvent = false;
    bool m_networkServer = false; ///< the headers name Cloudflare, which passes on DeRouter's answers as well
    bool m_networkWords = false;
    bool m_page = false;
    IdRank m_requestIdRank = IdRank::None;
    bool m_codeAbsent = false; ///< an error's `code` is stated to be none
    bool m_inAnswer = false;
    bool m_inWords = false;
    CallError m_callError = CallError::None;
    bool m_quiet = false;
    bool m_open = false;
    bool m_toldAgain = false;
    bool m_sentMoved = false;
    bool m_untold = false;    ///< how the request ended
    bool m_warned = false;    ///< by its level
    bool m_doubted = false;   ///< whether it went well, by a level or a word that says no more
    int m_upstreamStatus = 0; ///< of the server behind a proxy
    int m_code = 0;           ///< a `code` that is a status of no failure, or another thing
    int m_ownStatus = 0;      ///< the API's, where a program in between made another of it
};

} // namespace derouter
