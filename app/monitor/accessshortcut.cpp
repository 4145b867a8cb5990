// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/accessshortcut.h"

#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

struct Parts {
    std::string_view minute;
    int second = 0;
    std::string_view zone;
    std::string_view request; ///< with the status
    int status = 0;
};

bool isAddressByte(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' || c == ':';
}

/// `203.0.113.7 - `: whoever puts something before it wraps the line.
bool beginsWithClient(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() && isAddressByte(line[end]))
        ++end;
    return end > 0 && line.substr(end, 3) == " - ";
}

/// Whether what stands behind the status says nothing of the request: bytes, referrer, user agent.
bool isPlainTail(std::string_view tail) {
    std::size_t end = 1;
    while (end < tail.size() && isDigit(tail[end]))
        ++end;
    const bool bytes = end > 1 || tail.substr(0, 2) == " -";
    end += end == 1 ? 1 : 0;
    if (!tail.starts_with(' ') || !bytes || (end < tail.size() && tail[end] != ' '))
        return false;
    const bool mayHoldId = tail.find('_') != tail.npos && tail.find("req_") != tail.npos;
    return !mayHoldId && tail.find('=') == tail.npos;
}

std::optional<Parts> partsOf(std::string_view line) {
    constexpr std::string_view frame = "[20/Nov/2026:09:14:07 +0000] ";
    const std::size_t quote = line.find('"');
    if (quote == line.npos || quote < frame.size() || !beginsWithClient(line))
        return std::nullopt;
    const std::size_t open = quote - frame.size();
    if (line[open] != '[' || line.find('[') != open || line.substr(quote - 2, 2) != "] ")
        return std::nullopt;
    const std::size_t close = line.find('"', quote + 1);
    if (close == line.npos || line[close - 1] == '\\' || line.size() < close + 6 || line[close + 1] != ' ')
        return std::nullopt;
    const auto status = threeDigits(line.substr(close + 2, 3));
    if (!status || *status < 200 || *status >= 400 || !isPlainTail(line.substr(close + 5)) ||
        line.find('\x1b') != line.npos)
        return std::nullopt;
    const char* const second = &line[open + 19];
    if (!isDigit(second[0]) || !isDigit(second[1]) || second[0] > '5')
        return std::nullopt;
    return Parts{.minute = line.substr(open + 1, 18),
                 .second = (second[0] - '0') * 10 + second[1] - '0',
                 .zone = line.substr(open + 21, 6),
                 .request = line.substr(quote, close + 5 - quote),
                 .status = *status};
}

} // namespace

void AccessShortcut::learn(std::string_view line, const LogRecord& record, RecordKind kind) {
    const auto parts = partsOf(line);
    if (!parts || record.status != parts->status || record.timeQuality != TimeQuality::Exact ||
        !record.requestId.empty())
        return;
    m_minute = parts->minute;
    m_zone = parts->zone;
    m_minuteBegins = *record.time - parts->second * microsecondsPerSecond;
    if (std::ranges::find(m_requests, parts->request, &Request::text) != m_requests.end())
        return;
    m_requests[m_next] = {std::string(parts->request), kind};
    m_next = (m_next + 1) % m_requests.size();
}

std::optional<KnownLine> AccessShortcut::read(std::string_view line) const {
    const auto parts = partsOf(line);
    if (!parts || parts->minute != m_minute || parts->zone != m_zone)
        return std::nullopt;
    const auto known = std::ranges::find(m_requests, parts->request, &Request::text);
    if (known == m_requests.end())
        return std::nullopt;
    return KnownLine{
        .kind = known->kind, .time = m_minuteBegins + parts->second * microsecondsPerSecond, .requestId = {}};
}

} // namespace derouter
