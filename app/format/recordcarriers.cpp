// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a RecordBuilder finds out of records that collectors wrote around another program's line.

#include "format/printedrequest.h"
#include "format/recordbuilder.h"

#include <algorithm>
#include <iterator>

namespace derouter {

/// A program's own record names the program at most; who names the pod and the container too collects.
void RecordBuilder::takeStreamName(std::string_view name) {
    m_carrier = m_carrier || !m_streamName.empty();
    m_streamName = m_streamName.empty() ? name : keep(std::string(m_streamName).append("/").append(name));
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
    if (m_logMessage.empty())
        return record || !request;
    return m_record.status == 0 && !request && (m_carrier || record || printedRequest(line));
}

std::string_view RecordBuilder::carriedLine() const {
    return m_logMessage.empty() ? m_carriedLine : m_logMessage;
}

/// What a record is by its `type`: an error of the API's, an event of the Responses API, an agent's.
void RecordBuilder::takeEnvelope(std::string_view type) {
    // Of all that Codex keeps of a session, prompts, answers and what commands printed, these tell of errors.
    constexpr std::string_view errors[] = {"error", "stream_error", "warning"};
    m_speech = m_session && std::ranges::find(errors, type) == std::end(errors);
    m_session = m_session || type == "event_msg";
    m_envelope = type == "error";
    m_failedResponse = type == "response.failed";
    m_result = m_result || type == "result";
    m_assistant = m_assistant || type == "assistant";
}

} // namespace derouter
