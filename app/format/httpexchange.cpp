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
}

void HttpExchange::addBody(std::string_view line) {
    m_bodyComplete = addLine(m_body, m_openBraces, line) || m_bodyComplete;
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
    if (m_requestBody.starts_with('{'))
        readLooseObject(m_requestBody, Place::RequestBody, builder, 0);
}

void HttpExchange::takeAnswer(RecordBuilder& builder) const {
    builder.takeStatus(m_status, 1);
    if (!m_retryAfter.empty())
        builder.take(Field::RetryAfter, {Scalar::Kind::String, m_retryAfter});
    if (isTunnel()) {
        builder.noteProxysAnswer();
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
    const bool answered = m_status > 0 && !(tunnelOnly && hasFailed());
    const bool asked = hasRequest() || hasAddress() || !m_called.empty();
    if (!answered && !(hasFailed() && asked) && m_body.empty())
        return std::nullopt;
    builder.begin();
    takeRequest(builder);
    if (const auto stamp = times.parse(m_date))
        builder.takeStamp(*stamp);
    else if (const auto own = times.parse(m_stamp))
        builder.takeStamp(*own);
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
    } else if (hasFailed() && asked) {
        builder.noteNoResponse();
        builder.takeErrorMessage(m_failure, 1);
    } else {
        mineResponseBody(m_body, 0, builder);
    }
    return builder.finish();
}

} // namespace derouter
