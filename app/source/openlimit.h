// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace derouter {

/// How many files can be followed at once: each holds some descriptors and a thread.
std::size_t mostFollowed();

} // namespace derouter
