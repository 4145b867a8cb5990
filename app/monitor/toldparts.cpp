// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/toldparts.h"

#include <utility>

namespace derouter {

bool ToldParts::take(const LogRecord& record, RecordKind kind) {
    const bool isTold = record.whole != 0 && end(record.whole, kind);
    if (record.partOf != 0 && kind != RecordKind::NoRequest)
        add(record.partOf, kind);
    return isTold;
}

bool ToldParts::end(std::uint64_t whole, RecordKind kind) {
    const auto found = m_parts.find(whole);
    if (found == m_parts.end())
        return false;
    const bool isTold = found->second.told[static_cast<std::size_t>(kind)] > 0;
    m_parts.erase(found);
    return isTold;
}

void ToldParts::add(std::uint64_t whole, RecordKind kind) {
    const auto [place, isNew] = m_parts.try_emplace(whole);
    ++place->second.told[static_cast<std::size_t>(kind)];
    if (!isNew)
        return;
    place->second.age = ++m_age;
    m_order.emplace_back(whole, m_age);
    if (m_order.size() <= most)
        return;
    const auto [oldest, age] = m_order.front();
    m_order.pop_front();
    if (const auto found = m_parts.find(oldest); found != m_parts.end() && found->second.age == age)
        m_parts.erase(found);
}

} // namespace derouter
