// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace derouter {

/// Rows by the hash of their request-id, some eleven bytes each.
///
/// In many small tables, so that none takes long to grow.
class RowsById {
public:
    void add(std::uint64_t hash, std::uint32_t row);
    /// The row must have been added with this hash.
    void remove(std::uint64_t hash, std::uint32_t row);
    /// The row with this hash for which `is(row)` is true: ids of one hash may differ.
    template <typename Is> std::optional<std::uint32_t> find(std::uint64_t hash, Is&& is) const {
        const Table& table = m_tables[hash >> tableShift];
        if (table.slots.empty())
            return std::nullopt;
        const auto tag = static_cast<std::uint32_t>(hash);
        for (std::size_t at = home(table, tag); table.slots[at].row != 0; at = next(table, at))
            if (table.slots[at].tag == tag && is(table.slots[at].row - 1))
                return table.slots[at].row - 1;
        return std::nullopt;
    }

    std::size_t bytes() const { return m_bytes; }

private:
    struct Slot {
        std::uint32_t tag = 0; ///< the lower half of the hash
        std::uint32_t row = 0; ///< the number behind it; 0: free
    };
    struct Table {
        std::vector<Slot> slots;
        std::size_t count = 0;
    };
    static constexpr int tableShift = 56;

    static std::size_t home(const Table& table, std::uint32_t tag) {
        return static_cast<std::size_t>((std::uint64_t(tag) * table.slots.size()) >> 32);
    }
    static std::size_t next(const Table& table, std::size_t at) {
        return at + 1 == table.slots.size() ? 0 : at + 1;
    }
    static void place(Table& table, Slot slot);
    void grow(Table& table);

    std::array<Table, 256> m_tables; ///< by the highest byte of the hash
    std::size_t m_bytes = sizeof(RowsById);
};

} // namespace derouter
