// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/clientanswers.h"

#include <algorithm>
#include <iterator>

namespace derouter {

void ClientAnswers::add(Microseconds time) {
    if (m_times.size() == most)
        m_times.pop_front();
    m_times.push_back(time);
}

std::optional<Microseconds> ClientAnswers::takeBack(const Sighting& failure) {
    if (failure.code != FailureCode::inStream() || failure.statesStatus || !failure.time)
        return std::nullopt;
    const auto last = std::ranges::find_if(m_times.rbegin(), m_times.rend(), [&](Microseconds began) {
        return began <= *failure.time && began + longestStream >= *failure.time;
    });
    if (last == m_times.rend())
        return std::nullopt;
    const Microseconds began = *last;
    m_times.erase(std::next(last).base());
    return began;
}

} // namespace derouter
