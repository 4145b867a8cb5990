// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/httpexchange.h"

#include "format/errortext.h"
#include "format/looseobject.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"
#include "format/timeparser.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace derouter {

namespace {

constexpr std::size_t maxBody = 256 * 1024;

bool isMethod(std::string_view word) {
    return word.size() >= 3 && word.size() <= 8 && isCapitals(word);
}

/// Adds a line to a body; gives whether it is JSON and has ended.
bool addLine(std::string& body, int& open, std::string_view line) {
    if (body.size() + line.size() > maxBody)
        return false;
    body += body.empty() ? "" : "\n";
    body += line;
    if (!body.starts_with('{'))
        return false;
    open += bracesOpenedIn(line);
    return open <= 0;
}

/// The event that is the last of a stream, in every API's spelling.
bool endsStream(std::string_view line) {
    constexpr std::string_view ends[] = {"data: [DONE]",
                                         "event: message_stop",
                                         "event: response.completed",
                                         "event: response.failed",
                                         "event: error",
                                         "event: response.incomplete",
                                         "data: {\"type\":\"message_stop\""};
    return std::ranges::any_of(ends, [line](std::string_view end) { return line.starts_with(end); });
}

} // namespace

bool isRequestLine(std::string_view text) {
    const std::size_t space = text.find(' ');
    return space != text.npos && isMethod(text.substr(0, space)) && text.find(" HTTP/", space) != text.npos;
}

int statusOf(std::string_view text) {
    if (text.starts_with("HTTP/")) {
        const std::size_t space = text.find(' ');
        text = space == text.npos ? std::string_view() : trimmed(text.substr(space));
    }
    return text.size() <= 3 || text[3] == ' ' ? threeDigits(text).value_or(0) : 0;
}

bool isStatusLine(std::string_view text) {
    return text.starts_with("HTTP/") && statusOf(text) > 0;
}

void HttpExchange::takeRequestLine(std::string_view line) {
    m_requestLine = line;
    m_status = 0;
    m_failure.clear();
}

void HttpExchange::takeUrl(std::string_view url) {
    m_url = url;
    takeRequestLine({});
}

void HttpExchange::takeRequestHeader(std::string_view line) {
    const std::size_t colon = line.find(": ");
    if (colon != line.npos && (line.starts_with("Host") || line.starts_with("host")))
        m_host = trimmed(line.substr(colon + 2));
}

void HttpExchange::addRequestBody(std::string_view line) {
    m_requestBodyComplete = addLine(m_requestBody, m_requestOpenBraces, line);
}

void HttpExchange::takeStatusLine(std::string_view line) {
    m_status = statusOf(line);
    m_headersSeen = false;
    m_length.reset();
    m_requestId.clear();
    m_proxyRequestId.clear();
    m_server.clear();
    m_retryAfter.clear();
    m_failure.clear();
}

void HttpExchange::takeHeader(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == line.npos)
        return;
    m_headersSeen = true;
    const auto value = trimmed(line.substr(colon + 1));
    const auto name = line.substr(0, colon);
    const Field field = stepFor(Place::Headers, name).field;
    if (field == Field::RequestId && m_requestId.empty())
        m_requestId = value;
    else if (field == Field::ProxyRequestId && m_proxyRequestId.empty())
        m_proxyRequestId = value;
    else if (field == Field::HeaderServer)
        m_server = value;
    else if (field == Field::RetryAfter)
        m_retryAfter = value;
    else if (name == "Date" || name == "date")
        m_date = value;
    else if (std::size_t length = 0;
             lowerCase(name) == "content-length" &&
             std::from_chars(value.data(), value.data() + value.size(), length).ec == std::errc())
        m_length = length;
}

void HttpExchange::addBody(std::string_view line) {
    m_bodyComplete = addLine(m_body, m_openBraces, line) || m_bodyComplete;
    m_streamEnded = m_streamEnded || endsStream(line);
}

std::size_t HttpExchange::endOfBodyIn(std::string_view line) const {
    const bool json = m_body.empty() ? line.starts_with('{') : m_body.starts_with('{') && !m_bodyComplete;
    return json ? std::min(endOfBraces(line, m_openBraces), line.size()) : line.size();
}

bool HttpExchange::isWhole() const {
    // A line's end is one byte or two, the last line's perhaps none.
    const auto feeds = static_cast<std::size_t>(std::ranges::count(m_body, '\n')) + 2;
    return m_bodyComplete || m_streamEnded || m_status == 204 || m_status == 304 ||
           (m_length && m_body.size() + feeds >= *m_length);
}

void HttpExchange::appendBody(std::string_view bytes) {
    if (m_body.size() + bytes.size() <= maxBody)
        m_body += bytes;
}

void HttpExchange::takeStamp(std::string_view stamp) {
    if (m_stamp.empty())
        m_stamp = stamp;
}

bool HttpExchange::isInterim() const {
    return m_status < 200 || (m_status >= 300 && m_status < 400) || m_status == 401 || m_status == 407;
}

std::string_view HttpExchange::host() const {
    if (!m_host.empty())
        return m_host;
    for (const std::string_view url : {std::string_view(m_url), std::string_view(m_called)})
        if (const std::size_t at = url.find("://"); at != url.npos)
            return url.substr(at + 3, url.find_first_of("/?", at + 3) - at - 3);
    return m_address;
}

/// As little is known of the path as the address says of it, which of an answer is not enough.
void HttpExchange::takeLikelyHost(RecordBuilder& builder) const {
    if (m_status > 0)
        builder.take(Field::Host, {Scalar::Kind::String, *m_likelyAddress});
    else
        builder.take(Field::Path, {Scalar::Kind::String, builder.keep("https://" + *m_likelyAddress)});
}

void HttpExchange::takeRequest(RecordBuilder& builder) const {
    builder.takeRequestLine(m_requestLine);
    if (!m_host.empty())
        builder.take(Field::Host, {Scalar::Kind::String, m_host});
    else if (!m_url.empty())
        builder.take(Field::Path, {Scalar::Kind::String, m_url});
    else if (!hasRequest() && !m_called.empty())
        builder.take(Field::Path, {Scalar::Kind::String, m_called});
    else if (!hasRequest() && !m_address.empty()) // no more is known of the request
        builder.take(Field::Path, {Scalar::Kind::String, builder.keep("https://" + m_address)});
    else if (!hasRequest() && m_likelyAddress && !m_likelyAddress->empty())
        takeLikelyHost(builder);
    if (m_requestBody.starts_with('{'))
        readLooseObject(m_requestBody, Place::RequestBody, builder, 0);
}

void HttpExchange::takeAnswer(RecordBuilder& builder) const {
    builder.takeStatus(m_status, 1);
    if (!m_retryAfter.empty())
        builder.take(Field::RetryAfter, {Scalar::Kind::String, m_retryAfter});
    if (isTunnel() || m_tunnelRefused) {
        builder.noteProxysAnswer();
        if (m_tunnelRefused)
            builder.noteErrorBody();
        return;
    }
    if (hasFailed() && m_status < 300) { // it began well and broke off
        builder.noteErrorBody();
        builder.takeErrorMessage(m_failure, 0);
    }
    mineResponseBody(m_body, m_status, builder);
}

std::optional<LogRecord> HttpExchange::conclude(RecordBuilder& builder, TimeParser& times) const {
    const bool tunnelOnly = isTunnel() && m_status < 300;
    const bool answered = m_status > 0 && !((tunnelOnly || m_status < 200) && hasFailed());
    const bool asked = hasRequest() || hasAddress() || !m_called.empty() || m_likelyAddress;
    const bool unanswered = asked && (hasFailed() || m_unanswered);
    const bool interim = m_status < 200 && m_body.empty(); // and no more was told
    if ((!answered || interim) && !unanswered && m_body.empty())
        return std::nullopt;
    builder.begin();
    takeRequest(builder);
    if (const auto stamp = times.parse(m_date))
        builder.takeStamp(*stamp);
    else if (const auto own = times.parse(m_stamp))
        builder.takeStamp(*own);
    else if (const auto epoch = TimeParser::fromEpoch(m_stamp))
        builder.takeStamp(*epoch);
    if (m_headersSeen)
        builder.noteResponseHeaders();
    builder.takeRequestId(m_requestId);
    for (const auto& [field, value] :
         {std::pair(Field::ProxyRequestId, &m_proxyRequestId), std::pair(Field::HeaderServer, &m_server)})
        builder.take(field, {Scalar::Kind::String, *value});
    if (!m_duration.empty())
        builder.take(Field::Duration, {Scalar::Kind::String, m_duration});
    if (answered) {
        takeAnswer(builder);
    } else if (unanswered) {
        builder.noteNoResponse();
        builder.takeErrorMessage(m_failure, 1);
    } else {
        mineResponseBody(m_body, 0, builder);
    }
    return builder.finish();
}

} // namespace derouter
