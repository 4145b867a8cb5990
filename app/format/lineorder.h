// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"

#include <optional>
#include <string_view>

namespace derouter {

/// In which order the lines of one stream come, by their collector's stamps: many exports list the newest
/// first, and then the lines of a record come before the head they stand below.
class LineOrder {
public:
    /// Whether a line must wait for its head: it is one that stands below another, and the order is turned
    /// round, or not known yet while no record is `open` that it could go on.
    bool waits(std::string_view line, std::optional<Microseconds> time, bool open);
    /// Whether the line of this time, which does not wait, is the head of those that do, of which `first`
    /// came first and `last` last, at `lastTime`.
    bool isHead(std::optional<Microseconds> time, std::string_view first, std::string_view last,
                std::optional<Microseconds> lastTime);

private:
    static constexpr int certain = 3; ///< steps in one direction after which a step back is a clock's

    std::optional<Microseconds> m_last;
    int m_trend = 0; ///< below 0: the newest first
};

} // namespace derouter
