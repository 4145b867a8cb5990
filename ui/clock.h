// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"

#include <chrono>
#include <functional>

namespace derouter {

/// The two clocks of a computer; a test puts its own in their place.
struct Clock {
    /// Comparable with the times of a log, but may be set while the program runs.
    std::function<Microseconds()> wall = [] {
        return std::chrono::duration_cast<std::chrono::microseconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    };
    /// Only ever goes on, at the pace of time: for what passes.
    std::function<Microseconds()> steady = [] {
        return std::chrono::duration_cast<std::chrono::microseconds>(
                   std::chrono::steady_clock::now().time_since_epoch())
            .count();
    };
};

} // namespace derouter
