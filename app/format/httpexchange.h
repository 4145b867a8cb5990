// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrecord.h"

#include <optional>
#include <string>
#include <string_view>

namespace derouter {

class RecordBuilder;
class TimeParser;

/// `POST /v1/messages HTTP/1.1`; a request's first line.
bool isRequestLine(std::string_view text);
/// `HTTP/2 529 `; an answer's first line.
bool isStatusLine(std::string_view text);
/// The status in `HTTP/2 529 ` or `529 Overloaded 142b`; 0 when there is none.
int statusOf(std::string_view text);

/// One HTTP exchange as a tool tells it, piece by piece.
///
/// The last status line counts: redirects, `100 Continue` and a proxy's `Connection established` come before
/// it. A line that was a tool's own, such as a meter, is not to be given here.
class HttpExchange {
public:
    void clear() { *this = HttpExchange(); }

    /// Of several the last counts: what came before it opened a tunnel or was sent elsewhere.
    void takeRequestLine(std::string_view line);
    /// The request of an answer that was told before it.
    void completeRequestLine(std::string_view line) { m_requestLine = line; }
    /// Where a tool names no method. Another URL is another request.
    void takeUrl(std::string_view url);
    /// What the tool was called with, as long as it does not tell itself what it sends.
    void takeCalledUrl(std::string_view url) { m_called = url; }
    void takeRequestHeader(std::string_view line);
    void addRequestBody(std::string_view line);
    void takeStatusLine(std::string_view line);
    void takeStatus(int status) { m_status = status; }
    void takeHeader(std::string_view line);
    void addBody(std::string_view line);
    /// The next bytes of a body that is not cut at its lines.
    void appendBody(std::string_view bytes);
    /// Why no answer came, or why it broke off.
    void fail(std::string_view why) { m_failure = why; }
    void recover() { m_failure.clear(); }
    /// A proxy was asked for a tunnel and refused it, where the tool does not print what it asked.
    void takeTunnelRefused(int status) {
        m_status = status;
        m_tunnelRefused = true;
    }
    /// The name of the host that was asked for.
    void takeAddress(std::string_view host) { m_address = host; }
    /// Where the exchange before it went, as long as nothing tells where this one does; perhaps not known.
    void takeLikelyAddress(std::string_view host) { m_likelyAddress = host; }
    /// The next request was sent, and nothing was told of an answer to this one.
    void noteUnanswered() { m_unanswered = true; }
    void takeDuration(std::string_view text) { m_duration = text; }
    /// The tool's own time of day, where no header says when the server answered.
    void takeStamp(std::string_view stamp);
    /// Instead of the one before.
    void setStamp(std::string_view stamp) { m_stamp = stamp; }

    bool hasRequest() const { return !m_requestLine.empty() || !m_url.empty(); }
    bool isTunnel() const { return m_requestLine.starts_with("CONNECT "); }
    bool hasAddress() const { return !m_address.empty(); }
    bool hasFailed() const { return !m_failure.empty(); }
    bool hasHeaders() const { return m_headersSeen; }
    bool hasRequestId() const { return !m_requestId.empty(); }
    /// The host that was asked, by whatever names it; empty where nothing does.
    std::string_view host() const;
    int status() const { return m_status; }
    /// Whether another status line may follow without another request.
    bool isInterim() const;
    const std::string& body() const { return m_body; }
    /// Whether a JSON body has ended.
    bool bodyIsComplete() const { return m_bodyComplete; }
    /// Where the line ends the JSON body that it goes on or begins; its size where it does not.
    std::size_t endOfBodyIn(std::string_view line) const;
    /// Whether the answer came to its end, as far as that shows: nothing that fails is of it any more.
    bool isWhole() const;
    bool requestBodyIsComplete() const { return m_requestBodyComplete; }

    /// The record of the exchange; nothing when no request was sent and nothing came back.
    std::optional<LogRecord> conclude(RecordBuilder& builder, TimeParser& times) const;

private:
    void takeLikelyHost(RecordBuilder& builder) const;
    void takeRequest(RecordBuilder& builder) const;
    void takeAnswer(RecordBuilder& builder) const;

    std::string m_requestLine;
    std::string m_url;
    std::string m_called;
    std::string m_host;
    std::string m_address;
    std::optional<std::string> m_likelyAddress;
    std::string m_requestBody;
    std::string m_duration;
    std::string m_requestId;
    std::string m_retryAfter;
    std::string m_proxyRequestId; ///< `x-request-id`
    std::string m_server;
    std::string m_date;
    std::string m_stamp;
    std::string m_body;
    std::string m_failure;
    int m_status = 0;
    std::optional<std::size_t> m_length; ///< of the body, as a header states it
    int m_openBraces = 0;                ///< of a JSON body
    int m_requestOpenBraces = 0;         ///< the same of what was sent
    bool m_bodyComplete = false;
    bool m_requestBodyComplete = false;
    bool m_headersSeen = false;
    bool m_streamEnded = false; ///< by its last event
    bool m_tunnelRefused = false;
    bool m_unanswered = false;
};

} // namespace derouter
