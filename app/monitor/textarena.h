// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace derouter {

/// Numbers that are found by the hash of what they stand for, four bytes and some room for each. What a
/// number stands for its user knows.
class HashedNumbers {
public:
    /// The number with this hash for which `is(number)` is true.
    template <typename Is> std::optional<std::uint32_t> find(std::size_t hash, Is&& is) const {
        if (m_slots.empty())
            return std::nullopt;
        for (std::size_t at = hash & mask(); m_slots[at] != free; at = (at + 1) & mask())
            if (is(m_slots[at]))
                return m_slots[at];
        return std::nullopt;
    }

    /// `hashOf(number)`: of the numbers that are in it already.
    template <typename HashOf> void add(std::size_t hash, std::uint32_t number, HashOf&& hashOf) {
        if (2 * (m_count + 1) > m_slots.size())
            grow(hashOf);
        place(hash, number);
        ++m_count;
    }

    std::size_t bytes() const { return m_slots.capacity() * sizeof(std::uint32_t); }

private:
    static constexpr std::uint32_t free = ~std::uint32_t(0);

    std::size_t mask() const { return m_slots.size() - 1; }
    void place(std::size_t hash, std::uint32_t number) {
        std::size_t at = hash & mask();
        while (m_slots[at] != free)
            at = (at + 1) & mask();
        m_slots[at] = number;
    }
    template <typename HashOf> void grow(HashOf&& hashOf) {
        constexpr std::size_t least = 32;
        const std::vector<std::uint32_t> old(
            std::exchange(m_slots, std::vector(m_slots.empty() ? least : 2 * m_slots.size(), free)));
        for (const std::uint32_t number : old)
            if (number != free)
                place(hashOf(number), number);
    }

    std::vector<std::uint32_t> m_slots; ///< a power of two
    std::size_t m_count = 0;
};

/// Texts one behind the other in one piece of memory, a length before each.
class TextArena {
public:
    using Text = std::uint32_t; ///< where it stands; 0 is the empty text

    /// Also when it is there already.
    Text add(std::string_view text);
    /// The one that is there, if any.
    Text intern(std::string_view text);
    /// Good until another text is added.
    std::string_view operator[](Text text) const;

    std::size_t bytes() const { return m_bytes.capacity() + m_known.bytes(); }
    /// Gives back the room for further texts.
    void settle() { m_bytes.shrink_to_fit(); }

private:
    std::vector<char> m_bytes = {'\0'};
    HashedNumbers m_known;
};

} // namespace derouter
