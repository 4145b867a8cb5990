// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace derouter {

inline constexpr int leastEventBudget = 16;
inline constexpr int standardEventBudget = 256;
inline constexpr int greatestEventBudget = 1024 * 1024;

/// What failures and their records may take in memory, in MiB: 256, or what the user's settings say, from 16
/// on. MonitorOptions::mostBytes holds from the program's start.
int eventBudget();
void setEventBudget(int mebibytes);

constexpr std::size_t bytesOfMebibytes(int mebibytes) {
    return static_cast<std::size_t>(mebibytes) * 1024 * 1024;
}

} // namespace derouter
