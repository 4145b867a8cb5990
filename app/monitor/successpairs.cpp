// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/successpairs.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace derouter {

namespace {

constexpr std::uint64_t enough = 8; ///< told by an id: what then is the habit stays one
constexpr std::size_t mostWaiting = 256;
constexpr std::size_t mostBefore = 16; ///< the first that names an id
constexpr Microseconds moment = 250 * 1000;

/// Stamps of whole seconds may lie on both sides of one's end.
bool isClose(Microseconds one, Microseconds other) {
    const bool whole = one % microsecondsPerSecond == 0 && other % microsecondsPerSecond == 0;
    return std::abs(one - other) <= (whole ? microsecondsPerSecond : moment);
}

} // namespace

bool SuccessPairs::seemsPaired(std::uint64_t told) const {
    return m_pairs * 10 >= told * 9 && m_pairs * 2 >= m_addressedCount;
}

void SuccessPairs::take(Addressed successes) {
    if (m_habit == Habit::None) {
        m_single.push_back(successes);
        return;
    }
    release(successes.time);
    m_addressedCount += m_toldCount > 0 ? successes.count : 0;
    while (!m_told.empty() && successes.count > 0) {
        const bool close = isClose(m_told.front(), successes.time);
        if (!close && m_told.front() >= successes.time)
            break;
        m_told.pop_front();
        successes.count -= close ? 1 : 0;
        if (close)
            pair(successes);
    }
    if (successes.count == 0)
        return;
    m_waiting.push_back(successes);
    m_waitingCount += successes.count;
    const std::size_t most = m_toldCount > 0 ? mostWaiting : mostBefore;
    giveUp(m_waitingCount - std::min<std::uint64_t>(m_waitingCount, most));
}

void SuccessPairs::noteTold(Microseconds time) {
    if (m_habit == Habit::None)
        return;
    if (m_toldCount++ == 0)
        m_addressedCount = m_waitingCount;
    release(time);
    const auto partner =
        std::ranges::find_if(m_waiting, [time](const Addressed& each) { return isClose(each.time, time); });
    if (partner != m_waiting.end()) {
        pair(*partner);
        --m_waitingCount;
        if (--partner->count == 0)
            m_waiting.erase(partner);
    } else {
        m_told.push_back(time);
        if (m_told.size() > mostWaiting)
            m_told.pop_front();
    }
    decide();
}

/// One of them is told twice.
void SuccessPairs::pair(Addressed success) {
    ++m_pairs;
    success.count = 1;
    if (m_habit == Habit::Unknown)
        m_doubtful.push_back(success);
}

/// So many of those that wait, the oldest, wait no longer.
void SuccessPairs::giveUp(std::uint64_t count) {
    m_waitingCount -= count;
    while (count > 0) {
        Addressed& oldest = m_waiting.front();
        const std::uint64_t given = std::min(count, oldest.count);
        m_single.push_back({.time = oldest.time, .isAnswer = oldest.isAnswer, .count = given});
        oldest.count -= given;
        count -= given;
        if (oldest.count == 0)
            m_waiting.pop_front();
    }
}

/// The partner of the last that was told may not have come yet.
void SuccessPairs::decide() {
    if (m_habit == Habit::Unknown && m_toldCount > enough) {
        m_habit = seemsPaired(m_toldCount - 1) ? Habit::Pairs : Habit::None;
        if (m_habit == Habit::None)
            m_single.insert(m_single.begin(), m_doubtful.begin(), m_doubtful.end());
        m_doubtful.clear();
    } else if (m_habit == Habit::Pairs && m_pairs * 4 < m_toldCount * 3) {
        m_habit = Habit::None;
    }
    if (m_habit == Habit::None)
        end();
}

/// What is told before `until` and not close to it has no partner.
void SuccessPairs::release(Microseconds until) {
    while (!m_waiting.empty() && m_waiting.front().time < until && !isClose(m_waiting.front().time, until))
        giveUp(m_waiting.front().count);
}

void SuccessPairs::end() {
    giveUp(m_waitingCount);
    m_told.clear();
    if (m_habit == Habit::Unknown && !seemsPaired(m_toldCount))
        m_single.insert(m_single.end(), m_doubtful.begin(), m_doubtful.end());
    m_doubtful.clear();
}

std::vector<SuccessPairs::Addressed> SuccessPairs::takeSingle() {
    return std::exchange(m_single, {});
}

} // namespace derouter
