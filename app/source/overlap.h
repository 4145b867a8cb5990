// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace derouter {

class LogFile;

/// What the beginning of a file shares with the one before it.
struct Overlap {
    std::uint64_t bytes = 0;
    std::uint64_t lines = 0;
};

/// When `newer`, open at its beginning, begins with all of `older` or with its last lines, it is taken behind
/// them. `older` was read to its end. Fewer than 256 shared bytes are chance.
Overlap passOverOverlap(LogFile& older, LogFile& newer);

} // namespace derouter
