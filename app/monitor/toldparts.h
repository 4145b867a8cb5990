// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/classifier.h"

#include <array>
#include <cstdint>
#include <deque>
#include <unordered_map>

namespace derouter {

/// Which requests were told as parts of what a log names: of a request that a server serves, by the server's
/// number, of a span of a trace. That the whole went as a part did, told when it ends, is no other request.
///
/// Keeps the latest few thousand names.
class ToldParts {
public:
    /// Whether a record of this kind is of the whole of a part that was told as the same; it is then told.
    bool take(const LogRecord& record, RecordKind kind);

private:
    static constexpr std::size_t most = 4096;

    struct Parts {
        std::array<std::uint32_t, 4> told{}; ///< of each RecordKind
        std::uint64_t age = 0;
    };

    bool end(std::uint64_t whole, RecordKind kind);
    void add(std::uint64_t whole, RecordKind kind);

    std::unordered_map<std::uint64_t, Parts> m_parts;
    std::deque<std::pair<std::uint64_t, std::uint64_t>> m_order; ///< names and their ages
    std::uint64_t m_age = 0;
};

} // namespace derouter
