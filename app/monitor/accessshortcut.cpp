// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/accessshortcut.h"

#include "format/texts.h"

#include <algorithm>
#include <cstring>

namespace derouter {

namespace {

constexpr std::string_view frame = "[20/Nov/2026:09:14:07 +0000] ";
constexpr std::string_view nobody = " - - ["; ///< the user of most lines, and the stamp's bracket

/// What stands before the request.
struct Front {
    const char* stamp = nullptr; ///< of the size of `frame`
    int second = 0;
    std::size_t quote = 0; ///< of the request
};

/// Where the stamp begins behind ` - user `; npos where no such user stands at `at`.
std::size_t behindUser(std::string_view line, std::size_t at) {
    constexpr std::string_view before = " - ";
    const std::size_t open = line.find('[', at);
    const auto user = line.substr(at, open - at);
    return user.starts_with(before) && user.find_first_of("\"\x1b") == user.npos ? open : line.npos;
}

/// Whether the request stands behind a stamp.
bool isCommon(const char* stamp) {
    return stamp[frame.size()] == '"' && stamp[27] == ']' && stamp[28] == ' ' && isDigit(stamp[19]) &&
           isDigit(stamp[20]) && stamp[19] < '6';
}

int secondOf(const char* stamp) {
    return (stamp[19] - '0') * 10 + stamp[20] - '0';
}

/// `203.0.113.7 - user [stamp] "`: whoever puts something before it wraps the line.
std::optional<Front> frontOf(std::string_view line) {
    const std::size_t at = addressBytes.endOfRun(line, 0);
    if (at == 0 || line.size() < at + nobody.size() + frame.size())
        return std::nullopt;
    const bool anonymous = std::memcmp(line.data() + at, nobody.data(), nobody.size()) == 0;
    const std::size_t open = anonymous ? at + nobody.size() - 1 : behindUser(line, at);
    if (open == line.npos || line.size() < open + frame.size() + 1)
        return std::nullopt;
    const char* const stamp = line.data() + open;
    if (!isCommon(stamp))
        return std::nullopt;
    return Front{.stamp = stamp, .second = secondOf(stamp), .quote = open + frame.size()};
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

/// Nothing, or what the combined layout has: referrer and user agent.
bool isCombined(std::string_view tail) {
    constexpr std::size_t quotes = 4;
    if (tail.empty())
        return true;
    return tail.starts_with(" \"") && tail.ends_with('"') && tail.find('\\') == tail.npos &&
           std::ranges::count(tail, '"') == quotes && tail.find("\" \"") != tail.npos;
}

/// Of a line of a failed request: nothing but what the layout tells of each.
bool isOfLayout(const LogRecord& record) {
    return record.outcome == Outcome::Unstated && record.answeredBy == AnsweredBy::Unstated &&
           record.reporter == Reporter::Request && record.durationMicros < 0 && record.errorType.empty() &&
           record.errorCode.empty() && record.message.empty() && record.model.empty() &&
           record.host.empty() && record.reportedStatus == 0 && record.openStatus == 0 &&
           record.callError == CallError::None && record.attempt.id.empty() && record.attempt.number == 0;
}

/// The request with its status.
std::string_view requestAt(std::string_view line, std::size_t quote, int status) {
    const std::size_t close = line.find('"', quote + 1);
    if (close == line.npos || line[close - 1] == '\\' || line.substr(close + 1, 1) != " " || status < 200 ||
        threeDigits(line.substr(std::min(close + 2, line.size()))) != status)
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
    const bool failed = kind == RecordKind::Failure;
    if (request.empty() || (failed && !isOfLayout(record)))
        return;
    m_minute.learn(front->stamp);
    m_minuteBegins = *record.time - front->second * microsecondsPerSecond;
    if (std::ranges::find(m_requests, request, &Request::text) != m_requests.end())
        return;
    Request& known = m_requests[m_next];
    known = {.text = std::string(request), .kind = kind, .tail = {}, .failure = {}};
    if (request.size() >= sizeof known.end)
        std::memcpy(&known.end, request.end() - sizeof known.end, sizeof known.end);
    if (failed)
        known.failure.emplace(record);
    m_next = (m_next + 1) % m_requests.size();
}

/// Referrer and user agent say nothing of the request: no pair, no id, no colour. Of a failed one everything
/// counts that a line can tell.
bool AccessShortcut::isPlainTail(Request& request, std::string_view tail) const {
    if (tail == request.tail)
        return true;
    const bool mayHoldId = tail.find('_') != tail.npos && tail.find("req_") != tail.npos;
    if (mayHoldId || tail.find('=') != tail.npos || tail.find('\x1b') != tail.npos ||
        (request.failure && !isCombined(tail)))
        return false;
    request.tail = tail;
    return true;
}

std::optional<KnownLine> AccessShortcut::read(std::string_view line) {
    const auto front = frontOf(line);
    if (!front || !m_minute.isOf(front->stamp))
        return std::nullopt;
    const auto rest = line.substr(front->quote);
    const auto isRequest = [rest](const Request& each) { return each.begins(rest); };
    if (!isRequest(m_requests[m_last])) {
        const auto found = std::ranges::find_if(m_requests, isRequest);
        if (found == m_requests.end())
            return std::nullopt;
        m_last = static_cast<std::size_t>(found - m_requests.begin());
    }
    Request& request = m_requests[m_last];
    const auto tail = rest.substr(request.text.size());
    const std::size_t bytes = behindBytes(tail);
    if (bytes == 0 || !isPlainTail(request, tail.substr(bytes)))
        return std::nullopt;
    m_well = request.failure ? m_well : m_last;
    return KnownLine{.kind = request.kind,
                     .time = m_minuteBegins + front->second * microsecondsPerSecond,
                     .isAddressed = true,
                     .requestId = {},
                     .durationMicros = -1,
                     .failure = request.failure ? &request.failure->record() : nullptr};
}

std::size_t AccessShortcut::readFirst(std::string_view text, KnownLine& known) const {
    constexpr std::size_t longestAddress = 64;
    constexpr std::size_t longestBytes = 24; // and the line's end
    const Request& request = m_requests[m_well];
    const std::size_t at = addressBytes.endOfRun(text.substr(0, longestAddress), 0);
    const std::size_t quote = at + nobody.size() - 1 + frame.size();
    const std::size_t status = quote + request.text.size();
    if (at == 0 || request.failure || text.size() <= status + longestBytes + request.tail.size())
        return 0;
    const char* const stamp = text.data() + quote - frame.size();
    const bool begins = std::memcmp(text.data() + at, nobody.data(), nobody.size()) == 0 && isCommon(stamp) &&
                        m_minute.isOf(stamp);
    if (!begins || !request.begins({text.data() + quote, text.size() - quote}))
        return 0;
    const std::size_t bytes = behindBytes({text.data() + status, longestBytes});
    const char* const tail = text.data() + status + bytes;
    if (bytes == 0 || std::memcmp(tail, request.tail.data(), request.tail.size()) != 0)
        return 0;
    const char* end = tail + request.tail.size();
    end += *end == '\r' ? 1 : 0;
    if (end == text.data() + text.size() || *end != '\n')
        return 0;
    known = {};
    known.kind = request.kind;
    known.time = m_minuteBegins + secondOf(stamp) * microsecondsPerSecond;
    known.isAddressed = true;
    return static_cast<std::size_t>(end + 1 - text.data());
}

} // namespace derouter
