// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which request a RecordBuilder's record is about.

#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

/// axios and others write methods in lower case.
std::string_view RecordBuilder::method(std::string_view text) {
    return text.front() < 'a' ? text : keep(upperCase(text));
}

/// The server that a proxy asked says better whose request it was than the proxy's own name.
void RecordBuilder::takeUpstreamUrl(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != url.npos)
        m_record.host = url.substr(scheme + 3, url.find('/', scheme + 3) - scheme - 3);
}

void RecordBuilder::takeRequestId(std::string_view text, IdRank rank) {
    const auto id = rank > m_requestIdRank ? requestIdAt(text) : std::string_view();
    if (id.empty())
        return;
    m_record.requestId = id;
    m_requestIdRank = rank;
}

void RecordBuilder::takeRequestLine(std::string_view line) {
    const std::size_t methodEnd = line.find(' ');
    if (methodEnd == line.npos) {
        if (m_record.path.empty() && line.starts_with('/')) // some layouts name the target alone so
            m_record.path = line;
        return;
    }
    const std::size_t pathEnd = std::min(line.find(' ', methodEnd + 1), line.size());
    m_record.method = line.substr(0, methodEnd);
    m_record.path = line.substr(methodEnd + 1, pathEnd - methodEnd - 1);
}

} // namespace derouter
