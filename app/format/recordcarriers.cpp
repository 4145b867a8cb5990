// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a RecordBuilder finds out of records that collectors wrote around another program's line.

#include "format/printedrequest.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/terminalescapes.h"
#include "format/texts.h"

#include <algorithm>
#include <iterator>

namespace derouter {

/// Whether an object is a log's record, by what all of them have: a time, and a level or a message.
static bool isLogRecord(std::string_view text) {
    const auto has = [text](std::string_view name) { return text.find(name) != text.npos; };
    const bool dated = has("\"time\"") || has("\"timestamp\"") || has("\"ts\"") || has("\"@timestamp\"") ||
                       has("\"@t\"") || has("\"asctime\"");
    return dated && (has("\"level\"") || has("\"msg\"") || has("\"message\"") || has("\"event\"") ||
                     has("\"severity\"") || has("\"@l\"") || has("\"levelname\""));
}

/// A program's own record names the program at most; who names the pod and the container too collects.
void RecordBuilder::takeStreamName(std::string_view name) {
    m_carrier = m_carrier || !m_streamName.empty();
    m_streamName = m_streamName.empty() ? name : keep(std::string(m_streamName).append("/").append(name));
}

/// Docker's drivers mark the parts into which they split a line, some also the last one.
void RecordBuilder::takePartMark(Field field, std::string_view text) {
    if (field == Field::LastPart)
        m_lastPart = text == "true";
    else
        m_part = text == "true" || text == "P";
    m_carrier = m_carrier || m_part;
}

/// A logger that colours what it writes for terminals does so inside its messages too.
std::string_view RecordBuilder::withoutColours(std::string_view text) {
    return text.find('\x1b') == text.npos ? text : keep(withoutEscapes(text));
}

void RecordBuilder::noteLikelyLine(std::string_view text) {
    if (m_likelyLine.empty() && isLogRecord(text))
        m_likelyLine = text;
}

/// Whether a message is a line of a log by itself: a date and a time of day at its begin, behind a name in
/// brackets such as gin's at most, or logfmt's pairs with them.
static bool isLineOfLog(std::string_view line, TimeParser& times) {
    if (line.empty() || (!isDigit(line[0]) && line[0] != '[' && line[0] != 't' && line[0] != 'l'))
        return false;
    const auto isWhole = [](const std::optional<Stamp>& stamp) {
        return stamp && stamp->length > 12 && stamp->quality != TimeQuality::DateAssumed;
    };
    for (const std::string_view key : {"time=", "ts=", "level="})
        if (line.starts_with(key)) {
            const bool level = key == "level=";
            const auto value =
                trimmed(line.substr(key.size(), line.find(' ', key.size()) - key.size()), "\"");
            return contains(line, " msg=") && (level || isWhole(times.parseValue(value)));
        }
    line.remove_prefix(line[0] == '[' ? 1 : 0);
    if (isWhole(times.parse(line)))
        return true;
    constexpr std::size_t longestName = 12;
    const std::size_t close = line.find("] ");
    return close < longestName && isWhole(times.parse(line.substr(close + 2)));
}

/// Whether a line names a level: then it says itself whether it warns.
static bool namesLevel(std::string_view line) {
    return contains(line, "level=") || contains(line, "ERR") || contains(line, "WARN") ||
           contains(line, "INFO") || contains(line, "FATAL");
}

bool RecordBuilder::carries() const {
    const bool error = m_errorBody || m_errorTextCount > 0 || !m_errorWord.empty() || !m_errorName.empty();
    const bool request = !m_record.requestId.empty() || !m_record.path.empty();
    const auto line = carriedLine();
    if (error || line.empty() || m_speech)
        return false;
    const bool accessLine = line.find('"') != line.npos && line.find(" HTTP/") != line.npos;
    const bool record = line.starts_with('{') || accessLine;
    // A collector's labels, such as a status, were read from the line it carries.
    if (m_logMessage.empty() && m_carriedLine.empty())
        return m_record.status == 0 && !request;
    if (m_logMessage.empty())
        return record || !request;
    if (m_record.status > 0 || request)
        return false;
    const bool saysItself = (!m_warned && !m_doubted) || line.find("req_") == line.npos || namesLevel(line);
    return m_carrier || record || printedRequest(line) ||
           (saysItself && m_record.model.empty() && isLineOfLog(line, m_times));
}

std::string_view RecordBuilder::carriedLine() const {
    if (!m_logMessage.empty())
        return m_logMessage;
    if (!m_carriedLine.empty() || !m_likelyLine.empty())
        return m_carriedLine.empty() ? m_likelyLine : m_carriedLine;
    return m_likelyBody.starts_with('{') && isLogRecord(m_likelyBody) ? m_likelyBody : std::string_view();
}

/// What a record is by its `type`: an error of the API's, an event of the Responses API, an agent's.
void RecordBuilder::takeEnvelope(std::string_view type) {
    // Of all that Codex keeps of a session, prompts, answers and what commands printed, these tell of errors.
    constexpr std::string_view errors[] = {"error", "stream_error", "warning"};
    // A chat's export has a message in each record.
    m_speech = type == "message" || (m_session && std::ranges::find(errors, type) == std::end(errors));
    m_session = m_session || type == "event_msg";
    m_envelope = type == "error";
    m_ownType = isApiErrorType(type) ? type : std::string_view();
    m_failedResponse = type == "response.failed";
    m_result = m_result || type == "result";
    m_assistant = m_assistant || type == "assistant";
}

} // namespace derouter
