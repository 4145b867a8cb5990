// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/requestindex.h"

#include <utility>

namespace derouter {

namespace {

constexpr std::size_t smallestTable = 1024;
constexpr std::size_t largestTable = 1024 * 1024;
constexpr std::size_t growth = 4; // from one to the other in a few steps: each takes all entries along

std::uint32_t secondOf(std::optional<Microseconds> time) {
    return time ? static_cast<std::uint32_t>(floorDivide(*time, microsecondsPerSecond)) : 0;
}

} // namespace

RequestIndex::Added RequestIndex::addSuccess(std::uint64_t id, int source, std::optional<Microseconds> time) {
    const Found found = find(id);
    Entry* entry = found.known;
    std::optional<Entry> before;
    if (entry) {
        const bool hadTime = entry->second > 0 && !entry->isTimeInherited;
        if (entry->failed || (time.has_value() == hadTime ? source >= entry->source : hadTime))
            return {};
        before = *entry;
        entry->isTimeInherited = false;
    } else {
        entry = &insert(id, found.place);
    }
    entry->second = secondOf(time);
    entry->source = static_cast<std::uint16_t>(source);
    return {.counts = true, .insteadOf = before};
}

void RequestIndex::prefetch([[maybe_unused]] std::uint64_t id) const {
#if defined(__GNUC__)
    for (const Table* table : {&m_young, &m_old})
        if (!table->empty())
            __builtin_prefetch(&(*table)[static_cast<std::size_t>(id) & (table->size() - 1)]);
#endif
}

std::optional<RequestIndex::Entry> RequestIndex::addFailure(std::uint64_t id, int source) {
    const auto [known, place] = find(id);
    if (!known) {
        Entry& entry = insert(id, place);
        entry.source = static_cast<std::uint16_t>(source);
        entry.failed = true;
        return std::nullopt;
    }
    const Entry before = *known;
    known->failed = true;
    return before.failed ? std::nullopt : std::optional(before);
}

bool RequestIndex::inheritTime(std::uint64_t id, int source, Microseconds time) {
    Entry* const known = find(id).known;
    if (!known || known->failed || known->source != source || known->second > 0)
        return false;
    known->second = secondOf(time);
    known->isTimeInherited = true;
    return true;
}

void RequestIndex::forget(int source) {
    for (Table* table : {&m_young, &m_old})
        for (Entry& entry : *table)
            if (entry.id != 0 && entry.source == source)
                entry.forgotten = true;
}

RequestIndex::Found RequestIndex::find(std::uint64_t id) {
    const auto isKnown = [](const Entry* entry) { return entry->id != 0 && !entry->forgotten; };
    Entry* const young = m_young.empty() ? nullptr : place(m_young, id);
    if (young && isKnown(young))
        return {.known = young, .place = young};
    Entry* const old = m_old.empty() ? nullptr : place(m_old, id);
    return {.known = old && isKnown(old) ? old : nullptr, .place = young};
}

/// The entry of an id, or the empty place where it belongs.
RequestIndex::Entry* RequestIndex::place(Table& table, std::uint64_t id) {
    const std::size_t mask = table.size() - 1;
    std::size_t at = static_cast<std::size_t>(id) & mask;
    while (table[at].id != 0 && table[at].id != id)
        at = (at + 1) & mask;
    return &table[at];
}

/// At the place that was found for it.
RequestIndex::Entry& RequestIndex::insert(std::uint64_t id, Entry* entry) {
    if (m_count * 2 >= m_young.size()) {
        makeRoom();
        entry = place(m_young, id);
    }
    m_count += entry->id == 0 ? 1 : 0;
    *entry = Entry{};
    entry->id = id;
    return *entry;
}

void RequestIndex::makeRoom() {
    if (m_young.size() >= largestTable) {
        m_old = std::exchange(m_young, Table(largestTable));
        m_count = 0;
        return;
    }
    Table grown(m_young.empty() ? smallestTable : m_young.size() * growth);
    for (const Entry& entry : m_young)
        if (entry.id != 0)
            *place(grown, entry.id) = entry;
    m_young = std::move(grown);
}

} // namespace derouter
