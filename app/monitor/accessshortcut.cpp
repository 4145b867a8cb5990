// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/accessshortcut.h"

#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::string_view frame = "[20/Nov/2026:09:14:07 +0000] ";

/// What stands before the request.
struct Front {
    std::string_view minute;
    int second = 0;
    std::string_view zone;
    std::size_t quote = 0; ///< of the request
};

/// The bytes that addresses of IPv4 and IPv6 are written in.
constexpr auto addressBytes = [] {
    std::array<bool, 256> bytes{};
    for (const char c : std::string_view("0123456789abcdefABCDEF.:"))
        bytes[static_cast<unsigned char>(c)] = true;
    return bytes;
}();

/// `203.0.113.7 - user [stamp] "`: whoever puts something before it wraps the line.
std::optional<Front> frontOf(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && addressBytes[static_cast<unsigned char>(line[at])])
        ++at;
    if (at == 0 || line.substr(at, 3) != " - ")
        return std::nullopt;
    const std::size_t user = at + 3;
    const bool anonymous = line.substr(user, 3) == "- [";
    const std::size_t open = anonymous ? user + 2 : line.find('[', user);
    if (open == line.npos || line.size() < open + frame.size() + 1)
        return std::nullopt;
    const auto stamp = line.substr(open, frame.size());
    const bool common = line[open + frame.size()] == '"' && stamp.ends_with("] ") && isDigit(stamp[19]) &&
                        isDigit(stamp[20]) && stamp[19] < '6';
    if (!common || (!anonymous && line.substr(user, open - user).find_first_of("\"\x1b") != line.npos))
        return std::nullopt;
    return Front{.minute = stamp.substr(1, 18),
                 .second = (stamp[19] - '0') * 10 + stamp[20] - '0',
                 .zone = stamp.substr(21, 6),
                 .quote = open + frame.size()};
}

/// Behind ` 1673` or ` -`; 0 where neither stands there.
std::size_t behindBytes(std::string_view tail) {
    std::size_t end = 1;
    while (end < tail.size() && isDigit(tail[end]))
        ++end;
    end += end == 1 && tail.substr(1, 1) == "-" ? 1 : 0;
    const bool ends = end == tail.size() || (end < tail.size() && tail[end] == ' ');
    return end > 1 && tail.front() == ' ' && ends ? end : 0;
}

/// The request with its status, as far as it went well.
std::string_view requestAt(std::string_view line, std::size_t quote, int status) {
    const std::size_t close = line.find('"', quote + 1);
    if (close == line.npos || line[close - 1] == '\\' || line.substr(close + 1, 1) != " " || status < 200 ||
        status >= 400 || threeDigits(line.substr(std::min(close + 2, line.size()))) != status)
        return {};
    const auto request = line.substr(quote, close + 5 - quote);
    return request.find('\x1b') == line.npos ? request : std::string_view();
}

} // namespace

void AccessShortcut::learn(std::string_view line, const LogRecord& record, RecordKind kind) {
    const auto front = frontOf(line);
    if (!front || record.timeQuality != TimeQuality::Exact || !record.requestId.empty())
        return;
    const auto request = requestAt(line, front->quote, record.status);
    if (request.empty())
        return;
    m_minute = front->minute;
    m_zone = front->zone;
    m_minuteBegins = *record.time - front->second * microsecondsPerSecond;
    if (std::ranges::find(m_requests, request, &Request::text) != m_requests.end())
        return;
    m_requests[m_next] = {std::string(request), kind, {}};
    m_next = (m_next + 1) % m_requests.size();
}

/// Referrer and user agent say nothing of the request: no pair, no id, no colour.
bool AccessShortcut::isPlainTail(Request& request, std::string_view tail) const {
    if (tail == request.tail)
        return true;
    const bool mayHoldId = tail.find('_') != tail.npos && tail.find("req_") != tail.npos;
    if (mayHoldId || tail.find('=') != tail.npos || tail.find('\x1b') != tail.npos)
        return false;
    request.tail = tail;
    return true;
}

std::optional<KnownLine> AccessShortcut::read(std::string_view line) {
    const auto front = frontOf(line);
    if (!front || front->minute != m_minute || front->zone != m_zone)
        return std::nullopt;
    const auto rest = line.substr(front->quote);
    const auto isRequest = [rest](const Request& each) {
        return !each.text.empty() && rest.starts_with(each.text);
    };
    if (!isRequest(m_requests[m_last]))
        m_last = static_cast<std::size_t>(std::ranges::find_if(m_requests, isRequest) - m_requests.begin()) %
                 m_requests.size();
    Request& request = m_requests[m_last];
    const auto tail = isRequest(request) ? rest.substr(request.text.size()) : std::string_view();
    const std::size_t bytes = tail.empty() ? 0 : behindBytes(tail);
    if (bytes == 0 || !isPlainTail(request, tail.substr(bytes)))
        return std::nullopt;
    return KnownLine{.kind = request.kind,
                     .time = m_minuteBegins + front->second * microsecondsPerSecond,
                     .requestId = {}};
}

} // namespace derouter
