// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a RecordBuilder finds out of records that collectors wrote around another program's line.

#include "format/printedrequest.h"
#include "format/recordbuilder.h"

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
    if (error || line.empty())
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

} // namespace derouter
