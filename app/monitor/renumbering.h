// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace derouter {

/// New numbers of rows.
class Renumbering {
public:
    using Row = std::size_t;

    explicit Renumbering(Row first)
        : m_first(first) {}

    void add(std::optional<Row> moved) {
        m_moved.push_back(moved ? static_cast<std::uint32_t>(*moved) : gone);
    }
    /// Nothing: it is not there any more.
    std::optional<Row> of(Row row) const {
        const bool known = row >= m_first && row - m_first < m_moved.size() && m_moved[row - m_first] != gone;
        return known ? std::optional<Row>(m_moved[row - m_first]) : std::nullopt;
    }

private:
    static constexpr std::uint32_t gone = ~std::uint32_t(0);

    Row m_first;
    std::vector<std::uint32_t> m_moved;
};

} // namespace derouter
