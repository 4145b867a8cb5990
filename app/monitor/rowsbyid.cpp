// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/rowsbyid.h"

#include <utility>

namespace derouter {

void RowsById::add(std::uint64_t hash, std::uint32_t row) {
    Table& table = m_tables[hash >> tableShift];
    if (5 * (table.count + 1) > 4 * table.slots.size())
        grow(table);
    place(table, {static_cast<std::uint32_t>(hash), row + 1});
    ++table.count;
}

void RowsById::place(Table& table, Slot slot) {
    std::size_t at = home(table, slot.tag);
    while (table.slots[at].row != 0)
        at = next(table, at);
    table.slots[at] = slot;
}

void RowsById::grow(Table& table) {
    constexpr std::size_t least = 8;
    const std::vector<Slot> old(std::exchange(
        table.slots, std::vector<Slot>(table.slots.empty() ? least : table.slots.size() * 5 / 4 + 1)));
    for (const Slot& slot : old)
        if (slot.row != 0)
            place(table, slot);
    m_bytes += (table.slots.size() - old.size()) * sizeof(Slot);
}

/// What stands behind it moves up where it could have stood there from the first.
void RowsById::remove(std::uint64_t hash, std::uint32_t row) {
    Table& table = m_tables[hash >> tableShift];
    const std::size_t size = table.slots.size();
    std::size_t gap = home(table, static_cast<std::uint32_t>(hash));
    while (table.slots[gap].row != row + 1)
        gap = next(table, gap);
    for (std::size_t at = next(table, gap); table.slots[at].row != 0; at = next(table, at)) {
        const std::size_t fromHome = (at + size - home(table, table.slots[at].tag)) % size;
        if (fromHome < (at + size - gap) % size)
            continue;
        table.slots[gap] = table.slots[at];
        gap = at;
    }
    table.slots[gap] = {};
    --table.count;
}

} // namespace derouter
