// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// By what names of its own a log says that records are of one request.
#include "format/recordbuilder.h"

#include <functional>

namespace derouter {

/// Of a span the record is told as a part of the span around it. A log's line names the span that it was
/// written in.
void RecordBuilder::concludeSpan() {
    const bool isSpan = m_span || m_spanStart;
    if (!isSpan || (m_spanId.empty() && m_recordId.empty()) || m_traceId.empty())
        return;
    const auto name = [this](std::string_view id) {
        const bool none = id.find_first_not_of('0') == id.npos;
        return none ? 0 : std::hash<std::string>()(std::string(m_traceId).append(" ").append(id));
    };
    m_record.partOf = name(m_parentSpanId);
    m_record.whole = name(m_spanId.empty() ? m_recordId : m_spanId);
}

void RecordBuilder::linkServed(std::string_view id) {
    const auto name = std::hash<std::string>()(std::string(m_processId).append(" ").append(id));
    (m_record.durationMicros >= 0 && m_record.status > 0 ? m_record.whole : m_record.partOf) = name;
}

} // namespace derouter
