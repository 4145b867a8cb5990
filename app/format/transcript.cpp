// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/transcript.h"

#include "format/errortext.h"
#include "format/recordbuilder.h"
#include "format/texts.h"
#include "format/timeparser.h"

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t maxText = 64 * 1024;
constexpr std::size_t maxBody = 256 * 1024;

/// Without the time of day of `--trace-time` and of newer mitmdumps.
std::string_view withoutTime(std::string_view line) {
    const bool bracket = line.starts_with('[');
    const std::size_t at = bracket ? 1 : 0;
    if (line.size() < at + 9 || !isDigit(line[at]) || line[at + 2] != ':' || line[at + 5] != ':')
        return line;
    std::size_t end = at + 8;
    while (end < line.size() && (isDigit(line[end]) || line[end] == '.'))
        ++end;
    if (bracket && end < line.size() && line[end] == ']')
        ++end;
    return end < line.size() && line[end] == ' ' ? line.substr(end + 1) : line;
}

bool isMethod(std::string_view word) {
    return word.size() >= 3 && word.size() <= 8 &&
           std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// `POST /v1/messages HTTP/1.1`
bool isRequestLine(std::string_view text) {
    const std::size_t space = text.find(' ');
    return space != text.npos && isMethod(text.substr(0, space)) && text.find(" HTTP/", space) != text.npos;
}

/// The status in `HTTP/2 529 ` or `529 Overloaded 142b`; 0 when there is none.
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

/// `192.0.2.7:50112: POST https://host/path HTTP/2.0` of mitmdump; gives the request.
std::string_view mitmRequest(std::string_view line) {
    const std::size_t space = line.find(": ");
    if (space == line.npos || space > 60 || line.find(':') == space)
        return {};
    const auto address = line.substr(0, space);
    const std::size_t port = address.rfind(':');
    if (port == address.npos || port + 1 == address.size() ||
        !std::ranges::all_of(address.substr(port + 1), isDigit))
        return {};
    const auto request = line.substr(space + 2);
    const std::size_t target = request.find(' ');
    return target != request.npos && isMethod(request.substr(0, target)) &&
                   request.substr(target + 1).starts_with("http")
               ? request
               : std::string_view();
}

/// What curl says of a connection before it sends anything.
bool beginsConnection(std::string_view note) {
    constexpr std::string_view beginnings[] = {"  Trying ", "Trying ",           "Host ",
                                               "Re-using ", "Could not resolve", "Uses proxy",
                                               "Hostname ", "Found bundle"};
    return std::ranges::any_of(beginnings,
                               [note](std::string_view begin) { return note.starts_with(begin); });
}

/// Cheap, for the common line: whether its first word could begin an exchange.
bool mayBegin(std::string_view line) {
    if (line.size() < 5)
        return false;
    if (isDigit(line[0])) {
        const bool timed = line[2] == ':' && line.size() > 9 && line[5] == ':';
        const std::size_t space = line.find(' ');
        return timed || (space != line.npos && space > 0 && line[space - 1] == ':');
    }
    return line[0] == '>' || line[0] == '*' || line[0] == '<' || line[0] == '[' || line.starts_with("HTTP/");
}

bool beginsExchange(std::string_view line) {
    if (line.starts_with("> "))
        return isRequestLine(line.substr(2));
    if (line.starts_with("* "))
        return beginsConnection(line.substr(2));
    if (line.starts_with("< "))
        return isStatusLine(line.substr(2));
    return isStatusLine(line) || !mitmRequest(line).empty();
}

/// Lines that curl marks, and its own last word.
bool isMarked(std::string_view line) {
    if (line.size() < 2)
        return line == ">" || line == "<";
    const char mark = line[0];
    return ((mark == '>' || mark == '<' || mark == '*') && line[1] == ' ') || line.starts_with("{ [") ||
           line.starts_with("} [") || line.starts_with("curl: (");
}

} // namespace

bool TranscriptReader::takes(std::string_view line) const {
    if (!m_open && !mayBegin(line))
        return false;
    const auto bare = withoutTime(line);
    if (!m_open)
        return beginsExchange(bare);
    if (m_mitm)
        return bare.empty() || bare.starts_with("  ") || bare.starts_with("<<") || !mitmRequest(bare).empty();
    if (isMarked(bare) || beginsExchange(bare))
        return true;
    // A body follows no mark. One that is complete leaves the next line to others.
    return m_status > 0 && !m_bodyComplete && !m_times.parse(line);
}

bool TranscriptReader::endsBefore(std::string_view line) const {
    if (!m_open)
        return false;
    const auto bare = withoutTime(line);
    if (!mitmRequest(bare).empty())
        return true;
    if (m_mitm)
        return false;
    if (bare.starts_with("> "))
        return isRequestLine(bare.substr(2)) && (m_status > 0 || !m_requestLine.empty());
    if (bare.starts_with("* "))
        return beginsConnection(bare.substr(2)) && (m_status > 0 || !m_failure.empty());
    // `curl -i` after `curl -i`; what came before a final status is no exchange of its own.
    const bool interim =
        m_status < 200 || (m_status >= 300 && m_status < 400) || m_status == 401 || m_status == 407;
    return isStatusLine(bare) && m_status > 0 && !(interim && m_body.empty()) &&
           !(m_status == 200 && m_body.empty() && !m_headersSeen);
}

void TranscriptReader::begin(std::uint64_t number, std::uint64_t offset) {
    m_text.clear();
    m_requestLine.clear();
    m_host.clear();
    m_requestId.clear();
    m_date.clear();
    m_stamp.clear();
    m_body.clear();
    m_failure.clear();
    m_status = m_openBraces = 0;
    m_part = Part::Request;
    m_mitm = m_bodyComplete = m_headersSeen = false;
    m_open = m_used = true;
    m_firstLine = number;
    m_offset = offset;
    m_bytes = m_lines = 0;
}

void TranscriptReader::add(std::string_view line, std::uint64_t number, std::uint64_t offset,
                           std::uint64_t bytes) {
    if (!m_open)
        begin(number, offset);
    m_bytes += bytes;
    ++m_lines;
    if (m_text.size() + line.size() < maxText) {
        m_text += m_text.empty() ? "" : "\n";
        m_text += line;
    }
    const auto bare = withoutTime(line);
    if (m_stamp.empty() && bare.size() < line.size())
        m_stamp = line.substr(line.front() == '[' ? 1 : 0, line.size() - bare.size());
    if (const auto request = mitmRequest(bare); !request.empty()) {
        m_mitm = true;
        m_requestLine = request;
    } else if (m_mitm) {
        addMitm(bare);
    } else {
        addCurl(bare);
    }
}

void TranscriptReader::addCurl(std::string_view line) {
    const auto marked = line.size() > 2 ? line.substr(2) : std::string_view();
    if (line.starts_with('>') && isMarked(line)) {
        if (isRequestLine(marked))
            m_requestLine = marked;
        else
            takeRequestHeader(marked);
    } else if (line.starts_with('<') && isMarked(line)) {
        if (isStatusLine(marked))
            takeStatusLine(marked);
        else
            takeHeader(marked);
    } else if (line.starts_with("curl: (")) {
        m_failure = line;
    } else if (line.starts_with("* ")) {
        if (marked.starts_with("Could not resolve") || marked.starts_with("connect to ") ||
            marked.starts_with("Operation timed out") || marked.starts_with("Empty reply"))
            m_failure = marked;
    } else if (isStatusLine(line) && m_body.empty()) {
        takeStatusLine(line);
        m_part = Part::Headers;
    } else if (m_part == Part::Headers) {
        if (trimmed(line).empty())
            m_part = Part::Body;
        else
            takeHeader(line);
    } else if (!isMarked(line)) {
        addBody(line);
    }
}

void TranscriptReader::addMitm(std::string_view line) {
    const auto text = trimmed(line);
    if (text.starts_with("<<")) {
        const auto answer = trimmed(text.substr(2));
        if (const int status = statusOf(answer))
            m_status = status;
        else
            m_failure = answer;
    } else if (m_status == 0) {
        takeRequestHeader(text);
    } else if (m_body.empty() && !text.starts_with('{') && text.find(": ") != text.npos &&
               !text.starts_with("data:") && !text.starts_with("event:")) {
        takeHeader(text);
    } else {
        addBody(text);
    }
}

void TranscriptReader::takeStatusLine(std::string_view line) {
    m_status = statusOf(line);
    m_headersSeen = false;
    m_requestId.clear();
}

void TranscriptReader::takeRequestHeader(std::string_view line) {
    const std::size_t colon = line.find(": ");
    if (colon != line.npos && (line.starts_with("Host") || line.starts_with("host")))
        m_host = trimmed(line.substr(colon + 2));
}

void TranscriptReader::takeHeader(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == line.npos)
        return;
    m_headersSeen = true;
    const auto value = trimmed(line.substr(colon + 1));
    const auto name = line.substr(0, colon);
    if (stepFor(Place::Headers, name).field == Field::RequestId && m_requestId.empty())
        m_requestId = value;
    else if (name == "Date" || name == "date")
        m_date = value;
}

void TranscriptReader::addBody(std::string_view line) {
    if (m_body.size() + line.size() > maxBody)
        return;
    m_body += m_body.empty() ? "" : "\n";
    m_body += line;
    if (!m_body.starts_with('{'))
        return;
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\')
            ++at;
        else if (line[at] == '"')
            quoted = !quoted;
        else if (!quoted)
            m_openBraces += line[at] == '{' ? 1 : line[at] == '}' ? -1 : 0;
    }
    m_bodyComplete = m_openBraces <= 0;
}

std::optional<LogRecord> TranscriptReader::finish() {
    m_open = false;
    if (m_status == 0 && (m_requestLine.empty() || m_failure.empty()) && m_failure.empty())
        return std::nullopt;
    m_builder.begin();
    m_builder.takeRequestLine(m_requestLine);
    if (!m_host.empty())
        m_builder.take(Field::Host, {Scalar::Kind::String, m_host});
    if (const auto stamp = m_times.parse(m_date))
        m_builder.takeStamp(*stamp);
    else if (const auto own = m_times.parse(m_stamp))
        m_builder.takeStamp(*own);
    if (m_headersSeen)
        m_builder.noteResponseHeaders();
    m_builder.takeRequestId(m_requestId);
    if (m_status == 0) {
        m_builder.noteNoResponse();
        m_builder.takeErrorMessage(m_failure, 1);
    } else {
        m_builder.takeStatus(m_status, 1);
        mineResponseBody(m_body, m_status, m_builder);
    }
    return m_builder.finish();
}

QString TranscriptReader::formatName() const {
    return m_mitm ? u"mitmdump"_s : u"curl"_s;
}

} // namespace derouter
