// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/otherfailures.h"

#include "monitor/pipeline.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace derouter {

namespace {

constexpr std::size_t mostIds = 64;
constexpr std::uint64_t mostLines = 2; ///< from one record to the next
constexpr Microseconds longest = microsecondsPerSecond;

/// A record that names no request by its address, as an error does that a program or an SDK prints.
bool tellsNoAddress(const LogRecord& record) {
    return !record.isAddressed() && record.attempt.id.empty();
}

} // namespace

bool OtherFailures::isToldAgain(const LogRecord& record, const Origin& origin,
                                std::optional<Microseconds> time, std::uint64_t order) {
    if (!tellsNoAddress(record))
        return false;
    if (!record.requestId.empty() && std::ranges::count(m_ids, hashOfRequestId(record.requestId)) > 0)
        return true;
    const bool next = m_last.status > 0 && m_last.status == record.status && order == m_last.order + 1;
    const bool below = origin.line >= m_last.endLine && origin.line - m_last.endLine < mostLines;
    const bool atOnce = !time || !m_last.time || std::abs(*time - *m_last.time) <= longest;
    if (!next || !below || !atOnce)
        return false;
    m_last = {};
    return true;
}

void OtherFailures::note(const LogRecord& record, const Origin& origin, std::optional<Microseconds> time,
                         std::uint64_t order) {
    // Of paths alone it is not known whether another service serves them.
    if (record.status < 400 || !record.path.starts_with("http"))
        return;
    m_last = {record.status, time, order, origin.line + std::max<std::uint64_t>(origin.lines, 1)};
    if (record.requestId.empty())
        return;
    m_last.status = 0; // who tells of it again knows its id
    if (m_ids.size() == mostIds)
        m_ids.pop_front();
    m_ids.push_back(hashOfRequestId(record.requestId));
}

} // namespace derouter
