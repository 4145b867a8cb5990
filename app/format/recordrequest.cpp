// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which request a RecordBuilder's record is about.

#include "format/errortext.h"
#include "format/httperrors.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>
#include <utility>

namespace derouter {

void RecordBuilder::noteSent(std::string_view requestLine) {
    m_sent = requestLine;
    ++m_sentOpen;
    m_sentMoved = true;
}

void RecordBuilder::noteEnded() {
    m_sentOpen = std::max(0, m_sentOpen - 1);
    m_sentMoved = true;
}

void RecordBuilder::noteHeadOfAnswer(bool mayStand) {
    m_record.answerPart = m_sentOpen > 1 ? AnswerPart::HeadOfAny : AnswerPart::Head;
    m_untold = !mayStand;
}

void RecordBuilder::takeSent() {
    noteEnded();
    takeSentAgain();
}

namespace {

/// A request's target: a path, a URL, or "host:port" of CONNECT. Loggers call other things so too, such as a
/// module ("target":"app::llm").
bool isTarget(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    const bool authority = colon != text.npos && colon + 1 < text.size() && text.find("::") == text.npos &&
                           text.find_first_not_of("0123456789", colon + 1) == text.npos;
    return text.starts_with('/') || text.find("://") != text.npos || authority;
}

/// Whether the address in a request line is the server's own: so is what HTTP/2 calls the authority, and what
/// an encrypted request names. Forward proxies are asked for `http://…` of others in HTTP/1.1.
bool namesServerItself(std::string_view line, std::string_view target) {
    const auto protocol = line.substr(target.data() + target.size() - line.data());
    return protocol.size() > 6 && protocol.starts_with(" HTTP/") &&
           (target.starts_with("https:") || protocol[6] > '1');
}

constexpr std::size_t shoutedIdSize = 28;

/// DeRouter's id in capitals, as some loggers write all values: it is one of hexadecimal digits.
bool isShoutedId(std::string_view text) {
    if (text.size() < shoutedIdSize || (text.front() | 0x20) != 'r')
        return false;
    const auto id = text.substr(4, shoutedIdSize - 4);
    const bool capitals =
        id.find_first_not_of("0123456789ABCDEF") == id.npos && id.find_first_of("ABCDEF") != id.npos;
    const auto behind = text.substr(shoutedIdSize, 1);
    const bool ends = behind.empty() || !(isDigit(behind.front()) || isLetter(behind.front()));
    return capitals && ends && (text.starts_with("req_") || text.starts_with("REQ_"));
}

/// API Gateway's resource that takes whatever is asked for: `/{proxy+}`.
bool isRouteOfMany(std::string_view path) {
    return path.ends_with("+}");
}

/// "https://api.derouter.ai"
bool namesServerAlone(std::string_view url) {
    return url.starts_with("http") && url.find('/', 8) == url.npos;
}

} // namespace

/// axios and others write methods in lower case.
std::string_view RecordBuilder::method(std::string_view text) {
    return text.front() < 'a' ? text : keep(upperCase(text));
}

void RecordBuilder::takeTarget(Field field, Scalar::Kind kind, std::string_view text) {
    if (!isTarget(text)) {
        m_target = field == Field::Target ? text : m_target;
        return;
    }
    if (text.starts_with('/') && namesServerAlone(m_record.path))
        takeUpstreamUrl(std::exchange(m_record.path, {})); // said by an error that the record is about
    if (kind == Scalar::Kind::String && (m_record.path.empty() || isRouteOfMany(m_record.path))) {
        m_record.path = text;
        noteClientsUrl();
    }
}

/// `[log_f39ce2] response start`, `… response parsed`: how the Node SDKs go on with an answer that their log
/// has told before.
static bool tellsMoreOfSuccess(std::string_view message) {
    const std::size_t close = message.starts_with("[log_") ? message.find("] ") : message.npos;
    const auto said = close == message.npos ? std::string_view() : message.substr(close + 2);
    return said == "response start" || said == "response parsed";
}

/// What .NET's HttpClient says, also inside the scopes of a request that the program serves, whose path and
/// numbers are not its.
void RecordBuilder::concludeClientsLine() {
    if (tellsMoreOfSuccess(m_logMessage) && m_record.status < 400) {
        m_record.path = m_record.host = m_record.method = m_record.requestId = {};
        m_record.status = m_statusRank = 0;
        return;
    }
    constexpr std::string_view beginnings[] = {"Sending HTTP request ", "Received HTTP response ",
                                               "Start processing HTTP request ",
                                               "End processing HTTP request "};
    const auto text = m_logMessage.empty() ? m_remark : m_logMessage;
    const auto begins = [text](std::string_view beginning) { return text.starts_with(beginning); };
    if (std::ranges::none_of(beginnings, begins))
        return;
    // `Received HTTP response headers after {ElapsedMilliseconds}ms - {StatusCode}`: the values stand beside
    // it.
    const bool isTemplate = text.data() == m_remark.data() && text.find('{') != text.npos;
    if (isTemplate && begins(beginnings[1])) {
        if (!m_record.path.starts_with("http"))
            takeSent();
        m_reporter = Reporter::HttpClient;
        m_remark = {};
        return;
    }
    if (isTemplate && begins(beginnings[0]))
        noteSent(std::string(m_record.method).append(" ").append(m_record.path));
    if (isTemplate)
        m_remark = {};
    m_record.path = m_record.host = m_record.method = {};
    m_record.status = m_statusRank = 0;
}

/// The address of a server, in words: a client tells where it called; who serves tells paths.
void RecordBuilder::noteClientsUrl() {
    if (m_inWords && m_record.path.starts_with("http"))
        m_record.callUrl = m_record.path;
}

/// An error about a request is the program's word, also where it is as complete as an access log's.
void RecordBuilder::takeErrorUrl(std::string_view url) {
    if (!url.starts_with("http") && !url.starts_with('/'))
        return;
    if (m_record.path.empty() || namesServerAlone(m_record.path)) // as its message may have
        m_record.path = url;
    if (m_record.callUrl.empty())
        m_record.callUrl = url;
    m_errorHasUrl = true;
    suggestReporter(Reporter::Program);
}

/// The server that a proxy asked says better whose request it was than the proxy's own name.
void RecordBuilder::takeUpstreamUrl(std::string_view url) {
    const std::size_t scheme = url.find("://");
    m_forwarded = m_forwarded || scheme != url.npos;
    if (scheme != url.npos)
        m_record.host = url.substr(scheme + 3, url.find('/', scheme + 3) - scheme - 3);
}

void RecordBuilder::takeRequestId(std::string_view text, IdRank rank) {
    if (rank <= m_requestIdRank)
        return;
    if (text.starts_with("Some(")) // a Rust program's field
        text = trimmed(text.substr(5), "\\\"");
    const bool shouted = isShoutedId(text);
    const auto id = requestIdAt(shouted ? keep(lowerCase(text.substr(0, shoutedIdSize))) : text);
    if (id.empty())
        return;
    m_record.requestId = id;
    m_requestIdRank = rank;
}

void RecordBuilder::takeRequestLine(std::string_view line, bool served) {
    const std::size_t methodEnd = line.find(' ');
    if (methodEnd == line.npos) {
        const bool target = line.starts_with('/') || line.starts_with("http");
        if (m_record.path.empty() && target) // some layouts name it alone so
            m_record.path = line;
        return;
    }
    const std::size_t pathEnd = std::min(line.find(' ', methodEnd + 1), line.size());
    m_record.method = line.substr(0, methodEnd);
    m_record.path = line.substr(methodEnd + 1, pathEnd - methodEnd - 1);
    m_record.served = m_record.path.starts_with("http") && (served || namesServerItself(line, m_record.path));
    noteClientsUrl();
}

/// A request's first line, or the route that it took, `POST /v1/messages`, `ANY /{proxy+}`, which may be that
/// of many others.
void RecordBuilder::takeRequestOrRoute(std::string_view text, bool served) {
    const auto method = m_record.method;
    if (m_record.path.empty() || text.find(" HTTP/") != text.npos)
        takeRequestLine(text, served);
    m_record.method = m_record.method == "ANY" ? method : m_record.method;
}

/// Azure's records of calls state the server as `target`, the address as `data` and `POST /proxy/v1/messages`
/// as `name`; of a database these are other things.
void RecordBuilder::concludeDependency() {
    if (!m_azures)
        return;
    const bool addressed = m_likelyBody.starts_with("https://") || m_likelyBody.starts_with("http://");
    if (const std::size_t at = m_name.find(" /"); at != m_name.npos && isCapitals(m_name.substr(0, at))) {
        const auto path = m_record.path;
        takeRequestLine(m_name);
        m_record.path = path.empty() ? m_record.path : path;
    }
    if (addressed && !m_record.path.starts_with("http")) {
        const auto url = std::exchange(m_likelyBody, {});
        takeUpstreamUrl(url);
        m_record.path = url.substr(std::min(url.find('/', url.find("://") + 3), url.size()));
    }
    if (m_record.host.empty() && !m_record.path.starts_with("http"))
        m_record.host = m_target.substr(0, m_target.find(" | ")); // behind it stands the application
}

/// Whether an id is of DeRouter's very shape: programs give those they serve ids that begin so, too.
static bool isIdOfDeRouter(std::string_view id) {
    constexpr std::string_view begin = "req_";
    constexpr std::size_t digits = 24;
    return id.starts_with(begin) && id.size() == begin.size() + digits &&
           id.find_first_not_of("0123456789abcdef", begin.size()) == id.npos;
}

/// `(request id: req_…)`, as relays end the message of an error; and beside a status the id in the words of a
/// log, `{"message":"chat ok req_…","status":200}`.
void RecordBuilder::takeIdOfMessage() {
    constexpr std::string_view mark = "equest";
    const auto& text = m_record.message;
    const bool failed = m_record.status >= 400 || m_errorBody;
    for (std::size_t at = failed ? text.find(mark) : text.npos; at != text.npos && m_record.requestId.empty();
         at = text.find(mark, at + 1)) {
        const auto rest = text.substr(at + mark.size());
        const bool labels = rest.size() > 4 && std::string_view(" _-").find(rest[0]) != rest.npos &&
                            (rest[1] | 0x20) == 'i' && (rest[2] | 0x20) == 'd';
        if (labels)
            takeRequestId(requestIdAt(trimmed(rest.substr(3), " :=")), IdRank::Words);
    }
    const bool ended = m_record.status > 0 || m_errorBody; // under `request.id`
    if (ended && m_record.requestId.empty() && isIdOfDeRouter(m_localId) && isApiAddress(m_record.path))
        takeRequestId(m_localId, IdRank::Words);
    const auto words = m_logMessage.substr(0, m_logMessage.find('\n'));
    const std::size_t id =
        m_record.status > 0 && m_record.requestId.empty() ? words.find("req_") : words.npos;
    if (id != words.npos && (m_record.status >= 400 || !quotesSomething(words.substr(0, id))))
        takeRequestId(statedRequestId(words), IdRank::Words);
}

} // namespace derouter
