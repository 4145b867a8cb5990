// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/sourcequeue.h"

#include <algorithm>

namespace derouter {

SourceQueue::SourceQueue(std::size_t mostRead, std::size_t mostFollowed)
    : m_read{.most = mostRead}
    , m_followed{.most = mostFollowed} {}

void SourceQueue::add(SourceId id, bool follows) {
    (follows ? m_followed : m_read).waiting.push_back(id);
}

std::optional<SourceId> SourceQueue::next() {
    for (Lane* lane : {&m_read, &m_followed}) {
        if (lane->waiting.empty() || lane->running.size() >= lane->most)
            continue;
        const SourceId id = lane->waiting.front();
        lane->waiting.pop_front();
        lane->running.insert(id);
        return id;
    }
    return std::nullopt;
}

void SourceQueue::remove(SourceId id) {
    for (Lane* lane : {&m_read, &m_followed})
        if (lane->running.erase(id) == 0)
            std::erase(lane->waiting, id);
}

bool SourceQueue::isWaiting(SourceId id) const {
    return std::ranges::find(m_read.waiting, id) != m_read.waiting.end() ||
           std::ranges::find(m_followed.waiting, id) != m_followed.waiting.end();
}

std::vector<SourceId> SourceQueue::running() const {
    std::vector<SourceId> all(m_read.running.begin(), m_read.running.end());
    all.insert(all.end(), m_followed.running.begin(), m_followed.running.end());
    return all;
}

} // namespace derouter
