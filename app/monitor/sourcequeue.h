// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sourcespec.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <set>
#include <vector>

namespace derouter {

/// Which sources are read, and which wait until there is a place for them: of thousands of files a few are
/// read at once, and as many are followed as the system allows.
class SourceQueue {
public:
    /// How many may have a place at once.
    SourceQueue(std::size_t mostRead, std::size_t mostFollowed);

    void add(SourceId id, bool follows);
    /// The next one that has a place now.
    std::optional<SourceId> next();
    /// Gives its place to another one, or takes it out of the queue.
    void remove(SourceId id);
    bool isWaiting(SourceId id) const;
    /// Those that have a place.
    std::vector<SourceId> running() const;

private:
    struct Lane {
        std::size_t most = 0;
        std::deque<SourceId> waiting = {};
        std::set<SourceId> running = {};
    };

    Lane m_read;
    Lane m_followed;
};

} // namespace derouter
