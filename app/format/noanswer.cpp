// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What HTTP libraries say of requests that got no answer.

#include "format/errortext.h"
#include "format/httperrors.h"
#include "format/modelcall.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/statuswords.h"
#include "format/texts.h"
#include "format/toldstatus.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace derouter {

namespace {

/// `… (api.derouter.ai:443)`, as .NET ends what it says of a connection.
std::string_view hostInBrackets(std::string_view line) {
    for (std::size_t at = line.find(" ("); at != line.npos; at = line.find(" (", at + 1)) {
        const auto server = line.substr(at + 2, line.find(')', at) - at - 2);
        const auto host = server.substr(0, server.find(':'));
        const bool port = host.size() < server.size() &&
                          server.find_first_not_of("0123456789", host.size() + 1) == server.npos;
        if (port && isLetter(host.front()) && host.find('.') != host.npos)
            return host;
    }
    return {};
}

/// The server a line names by itself: `host='api.derouter.ai', port=443`, `lookup api.derouter.ai: no such
/// host`, `Failed to open TCP connection to api.derouter.ai:443`.
std::string_view hostIn(std::string_view line) {
    constexpr std::string_view anchors[] = {"host='",      "to host ",       "connection to ",
                                            "connect to ", "resolve host: ", "resolve host '",
                                            "lookup ",     "ENOTFOUND ",     "EAI_AGAIN ",
                                            "address: ",   "refused (",      "HostException: ",
                                            "lookup: '",   "Connection{"};
    for (const std::string_view anchor : anchors) {
        const std::size_t at = line.find(anchor);
        if (at == line.npos)
            continue;
        const auto rest = line.substr(at + anchor.size());
        const auto host = rest.substr(
            0, rest.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"));
        if (host.find('.') != host.npos)
            return host;
    }
    return hostInBrackets(line);
}

/// What urllib3 tries again: `Retrying (…) after connection broken by 'ReadTimeoutError(…)': /v1/messages`.
std::string_view retriedPath(std::string_view line) {
    constexpr std::string_view mark = "after connection broken by '";
    const std::size_t at = line.find(mark);
    const std::size_t path = at == line.npos ? line.npos : line.find("': /", at + mark.size());
    return path == line.npos ? std::string_view() : line.substr(path + 3);
}

/// An answer's body: an answer came, whatever is said in it.
bool holdsBody(std::string_view line) {
    return contains(line, "<html") || contains(line, "<!DOCTYPE") || findErrorBody(line) != line.npos;
}

/// A proxy's error log writes about requests that its access log counts.
bool isOfProxy(std::string_view line) {
    return contains(line, "upstream") || contains(line, ", client: ") || contains(line, " AH0") ||
           contains(line, " CONNECT: attempt fail ["); // Traffic Server's
}

/// Whether an SDK's own error says it, whatever library's words it repeats: `litellm.APIConnectionError: …`.
bool namesSdkClass(std::string_view line) {
    for (std::size_t at = line.find(": "); at != line.npos; at = line.find(": ", at + 2))
        if (const auto name = classNameBefore(line, at); isSdkErrorName(name) || isNoResponseName(name))
            return true;
    return false;
}

/// Whether the request that the client's log told of last went to the host.
bool takesSentTo(std::string_view host, RecordBuilder& builder) {
    builder.takeSent();
    return contains(builder.record().path, host);
}

/// `net::ERR_FAILED 429 (Too Many Requests)`: an answer came, which the browser keeps from the page.
bool isWithheld(std::string_view line) {
    constexpr std::string_view mark = "net::ERR_FAILED ";
    const std::size_t at = line.find(mark);
    return at != line.npos && threeDigits(line.substr(at + mark.size()));
}

/// `POST /v1/messages -> ECONNRESET socket hang up`: the path of an API's request, and right behind it the
/// code of the connection.
std::string_view pathBeforeCode(std::string_view line) {
    const auto path = apiAddressIn(line);
    if (!path.starts_with('/'))
        return {};
    const auto behind =
        trimmed(line.substr(static_cast<std::size_t>(path.data() - line.data()) + path.size()), " ->:=|");
    return isConnectionCode(behind.substr(0, behind.find_first_of(" :,"))) ? path : std::string_view();
}

/// `:timeout`, `{:error, :socket_closed_remotely}`, `%Mint.TransportError{reason: :closed}`: the reason for
/// which an HTTP library of Erlang's or Elixir's has no answer, as they are inspected.
bool beginsErlangsLoss(std::string_view text) {
    constexpr std::string_view reasons[] = {":timeout", ":connect_timeout", ":socket_closed_remotely",
                                            ":closed",  ":econnrefused",    ":econnreset",
                                            ":nxdomain"};
    constexpr std::string_view around[] = {"{:error, ", "{:failed_connect, "};
    for (const std::string_view words : around)
        if (text.starts_with(words))
            return words.ends_with("connect, ") || beginsErlangsLoss(text.substr(words.size()));
    constexpr std::string_view reason = "Error{reason: ";
    if (const std::size_t at = text.starts_with('%') ? text.find(reason) : text.npos; at != text.npos)
        return beginsErlangsLoss(text.substr(at + reason.size()));
    return std::ranges::any_of(reasons, [text](std::string_view known) {
        return text.starts_with(known) &&
               (text.size() == known.size() || !isClassNameChar(text[known.size()]));
    });
}

/// Whether a text begins as HTTP libraries tell of a connection that failed, in whatever language printed it.
bool beginsLoss(std::string_view text) {
    constexpr std::string_view whole[] = {"('Connection aborted.'",
                                          "RemoteDisconnected",
                                          "ServerDisconnectedError",
                                          "ServerTimeoutError",
                                          "ReadTimeout(",
                                          "ConnectTimeout(",
                                          "TimeoutError(",
                                          "Server disconnected",
                                          "IncompleteRead(",
                                          "EOFError",
                                          "end of file reached",
                                          "Net::ReadTimeout",
                                          "Net::OpenTimeout",
                                          "Faraday::ConnectionFailed",
                                          "Faraday::TimeoutError",
                                          "java.net.http.HttpTimeoutException",
                                          "java.net.http.HttpConnectTimeoutException",
                                          "java.net.SocketTimeoutException",
                                          "java.net.ConnectException",
                                          "java.io.IOException: HTTP/1.1 header parser received no bytes",
                                          "java.io.EOFException: EOF reached while reading"};
    constexpr std::string_view libraries[] = {"requests.exceptions.",
                                              "urllib3.exceptions.",
                                              "http.client.",
                                              "httpx.",
                                              "httpcore.",
                                              "aiohttp.",
                                              "cURL error ",
                                              "curl: ("};
    const auto begins = [text](std::string_view words) { return text.starts_with(words); };
    return std::ranges::any_of(whole, begins) || beginsErlangsLoss(text) ||
           (std::ranges::any_of(libraries, begins) && tellsOfNoAnswer(text));
}

/// `completion failed: ('Connection aborted.', …)`: what an HTTP library says right behind words that name a
/// model's call.
bool isLossOfModelCall(std::string_view line) {
    for (std::size_t at = line.find(": "); at != line.npos; at = line.find(": ", at + 2)) {
        if (!beginsLoss(line.substr(at + 2)))
            continue;
        const auto before = line.substr(0, at);
        return (tellsOfFailedModelCall(before) || endsInModelCall(before)) && !quotesSomething(before);
    }
    return false;
}

/// LangChain4j's own class, whose calls go to models alone.
bool isLossOfLangChain4j(std::string_view line) {
    constexpr std::string_view name = "dev.langchain4j.exception.TimeoutException: ";
    const std::size_t at = line.find(name);
    return at != line.npos && !quotesSomething(line.substr(0, at));
}

/// Without the status that Perl's LWP makes up where no answer came: `500 Can't connect to
/// api.derouter.ai:443 (Connection refused)`.
std::string withoutStatusOfLwp(std::string_view line) {
    constexpr std::string_view words[] = {"500 Can't connect to ", "500 read timeout",
                                          "500 Status read failed", "500 SSL negotiation failed",
                                          "500 Server closed connection without sending any data back"};
    if (!contains(line, "500 "))
        return {};
    for (const std::string_view told : words) {
        const std::size_t at = line.find(told);
        const bool apart = at == 0 || (at != line.npos && line[at - 1] == ' ');
        if (apart)
            return std::string(line).erase(at, 4);
    }
    return {};
}

/// `000 POST https://… 0.02s`, `POST https://… 000 0.02`: what curl writes out as the status where no answer
/// came, at the start of a line or right behind the address.
bool isWrittenWithoutStatus(std::string_view line) {
    constexpr std::string_view none = "000 ";
    if (line.starts_with(none))
        return line.substr(none.size()).find(" http") < 8;
    const std::size_t address = line.find(" http");
    const std::size_t end = address < 8 ? line.find(' ', address + 1) : line.npos;
    return end != line.npos && line.substr(end + 1).starts_with(none);
}

/// `(Caused by ResponseError('too many 503 error responses'))`: urllib3 was answered each time, and gave up.
std::optional<int> statusOfAllTries(std::string_view line) {
    constexpr std::string_view words = "ResponseError('too many ";
    const std::size_t at = line.find(words);
    const auto rest = line.substr(at == line.npos ? line.size() : at + words.size());
    return rest.substr(std::min<std::size_t>(3, rest.size())).starts_with(" error responses")
               ? failingStatusAt(rest)
               : std::nullopt;
}

} // namespace

bool tellsOfNoAnswer(std::string_view line) {
    static constexpr WordSet words(
        {// connecting
         "onnection refused", "ECONNREFUSED", "no such host", "ENOTFOUND", "EAI_AGAIN", "ot resolve host",
         "Name or service not known", "Cannot connect to ", "Failed to open TCP connection",
         "Failed to connect to ", "an't connect to ", "ould not connect to ", "ouldn't connect to ",
         "No such host is known", "nknownHostException", "ailed host lookup", "o route to host",
         "etwork is unreachable", "x509: ", "SSL connection could not be established",
         "reqwest::Error { kind: Request", "net::ERR_", "Max retries exceeded with url",
         "Connect Timeout Error", "TLS handshake timeout", "fetch failed", "error sending request for url (",
         "certificate verify failed", "cURL error ", "An error occurred while sending the request",
         "No connection could be made because",
         // waiting
         "timed out", "ETIMEDOUT", "dle timeout reached", "i/o timeout", "context deadline exceeded",
         "Client.Timeout exceeded", "Client.Timeout or context cancellation", "HttpClient.Timeout of ",
         "Net::ReadTimeout", "Net::OpenTimeout", "ms exceeded", "Timeout awaiting '", "Headers Timeout Error",
         "Body Timeout Error", "aborted due to timeout", "TimeoutError", "TimeoutException", "ReadTimeout",
         "ConnectTimeout", "WriteTimeout", "PoolTimeout",
         // broken off
         "ECONNRESET", "onnection reset", "socket hang up", "onnection aborted",
         "Remote end closed connection", "Server disconnected", "remature close", "unexpected EOF",
         "server closed idle connection", "end of file reached", "header parser received no bytes",
         "EOF reached while reading", "unexpected end of stream on ", "Network Error: Unexpected EOF",
         "Faraday::ConnectionFailed", "java.net.ConnectException", "TransportError)", "TransportError{",
         "GOAWAY", "stream error: stream ID", "broken pipe", "context canceled", "Empty reply from server",
         "Server closed connection without sending any data back", "read timeout"});
    return words.isIn(line) || line.ends_with("\": EOF") || isWrittenWithoutStatus(line);
}

std::string_view messageColumn(std::string_view line) {
    const std::size_t object = line.find("\t{");
    if (object == line.npos)
        return line;
    const auto words = line.substr(0, object);
    return words.substr(words.rfind('\t') + 1);
}

bool mineLostByLwp(std::string_view line, RecordBuilder& builder) {
    std::string plain = withoutStatusOfLwp(line);
    return !plain.empty() && mineNoAnswer(builder.keep(std::move(plain)), builder);
}

bool mineNoAnswer(std::string_view line, RecordBuilder& builder) {
    const bool ofModelCall = isLossOfModelCall(line) || isLossOfLangChain4j(line);
    if (builder.record().status > 0 || (!ofModelCall && !tellsOfNoAnswer(line)) || isWithheld(line) ||
        isOfProxy(line) || holdsBody(line) || quotesSomething(line.substr(0, 4)) || statedStatus(line))
        return false;
    const auto url = requestUrlIn(line);
    const auto host = url.empty() ? hostIn(line) : std::string_view();
    const auto path = !url.empty() || !host.empty() ? std::string_view()
                      : !retriedPath(line).empty()  ? retriedPath(line)
                                                    : pathBeforeCode(line);
    const auto& server = builder.record().host;
    const bool ofRecord = url.empty() && host.empty() && path.empty() && !server.empty() &&
                          isApiAddress("https://" + std::string(server));
    const bool ofSent = !ofRecord && url.empty() && host.empty() && path.empty() && builder.awaitsAnswer();
    if (url.empty() && host.empty() && path.empty() && !ofSent && !ofModelCall && !ofRecord &&
        !builder.isTrusted())
        return false;
    if (!path.empty()) {
        builder.takeToldUrl(path);
    } else if (!host.empty() && builder.awaitsAnswer() && takesSentTo(host, builder)) {
        // the address is whole there
    } else if (!host.empty()) {
        constexpr std::string_view mark = "with url: ";
        const std::size_t at = line.find(mark);
        const auto target = at == line.npos ? std::string_view() : line.substr(at + mark.size());
        builder.takeToldUrl(
            builder.keep("https://" + std::string(host) + std::string(target.substr(0, target.find(' ')))));
    } else if (!url.empty()) {
        builder.takeToldUrl(url);
    } else if (ofSent) {
        builder.takeSent();
    }
    if (const auto status = statusOfAllTries(line))
        builder.takeStatus(*status, 2);
    else
        builder.noteNoResponse();
    builder.takeErrorMessage(messageColumn(line), 0);
    const bool ofProgram = ofModelCall || namesSdkClass(line);
    builder.suggestReporter(ofProgram ? Reporter::Program : Reporter::HttpError);
    return true;
}

bool mineCauseOfCall(std::string_view record, RecordBuilder& builder) {
    constexpr std::string_view mark = "Caused by: ";
    const bool traceback = contains(record, "\nTraceback (most recent call last)");
    std::string_view call;
    for (std::size_t at = 0; at < record.size();) {
        const auto line = record.substr(at, std::min(record.find('\n', at), record.size()) - at);
        at += line.size() + 1;
        const bool cause = line.starts_with(mark);
        if (call.empty() && tellsOfFailedModelCall(line)) {
            call = line;
        } else if (!call.empty() && (cause || (traceback && !line.empty() && line.front() != ' '))) {
            const auto said = cause ? line.substr(mark.size()) : line;
            const auto told = builder.keep(std::string(call) + ": " + std::string(said));
            if (mineNoAnswer(told, builder) || (cause && mineStatusOfModelCall(told, builder)))
                return true;
        }
    }
    return false;
}

} // namespace derouter
