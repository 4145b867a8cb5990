// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/openlimit.h"

#include <QtGlobal>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace derouter {

namespace {

/// Each has buffers for its longest line, some 2 MiB.
constexpr std::size_t mostThreads = 256;
/// The file, the file it was rotated to, the kernel's events and the wake-up.
constexpr std::size_t descriptorsOfOne = 4;
/// For everything else: the window, the reports, files that are read once.
constexpr std::size_t keptFree = 64;

std::size_t mostDescriptors() {
#ifdef Q_OS_UNIX
    rlimit limit = {};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
        const rlim_t wanted = std::min<rlim_t>(limit.rlim_max, mostThreads * descriptorsOfOne + keptFree);
        const rlimit raised{std::max(limit.rlim_cur, wanted), limit.rlim_max};
        const bool isRaised = raised.rlim_cur > limit.rlim_cur && setrlimit(RLIMIT_NOFILE, &raised) == 0;
        return static_cast<std::size_t>(isRaised ? raised.rlim_cur : limit.rlim_cur);
    }
#endif
    return mostThreads * descriptorsOfOne + keptFree;
}

} // namespace

std::size_t mostFollowed() {
    const std::size_t descriptors = std::max(mostDescriptors(), keptFree + descriptorsOfOne);
    return std::min(mostThreads, (descriptors - keptFree) / descriptorsOfOne);
}

} // namespace derouter
