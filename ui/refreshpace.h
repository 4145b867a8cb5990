// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>

namespace derouter {

/// How long to wait for the next refresh: at least so long, and so long that refreshes like the one that
/// `took` was started for take a tenth of the time at most, however many failures there are.
inline std::chrono::milliseconds untilNextRefresh(std::chrono::milliseconds least,
                                                  const QElapsedTimer& took) {
    return std::max(least, std::chrono::milliseconds(10 * took.elapsed()));
}

} // namespace derouter
