// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/alertrules.h"

#include <algorithm>

// What is told of no single cause: many failures in a minute, and logs that went quiet.

namespace derouter {

void AlertRules::advanceTo(const Moment& now) {
    const std::int64_t second = floorDivide(now.steady, microsecondsPerSecond);
    const auto seconds = static_cast<std::int64_t>(m_seconds.size());
    for (m_second = std::max(m_second, second - seconds); m_second < second; ++m_second) {
        std::uint32_t& next = m_seconds[static_cast<std::size_t>((m_second + 1) % seconds)];
        m_inMinute -= next;
        next = 0;
    }
}

void AlertRules::countUntold(const AlertFailure& failure, const Moment& now) {
    advanceTo(now);
    ++m_seconds[static_cast<std::size_t>(m_second) % m_seconds.size()];
    ++m_inMinute;
    const Key key{.rule = Alert::Rule::Rate};
    if (m_options.failuresPerMinute <= 0 ||
        m_inMinute < static_cast<std::uint32_t>(m_options.failuresPerMinute)) {
        if (const auto known = m_groups.find(key); known != m_groups.end()) {
            known->second.last = now.steady;
            known->second.success.reset();
        }
        return;
    }
    Group& group = groupOf(key);
    const std::uint64_t fullest = beginsAnew(group, now) ? 0 : group.alert.count;
    add(group, failure, now);
    if (!group.fired && failure.time) // the minute that it filled
        group.alert.since = *failure.time - microsecondsPerMinute;
    group.alert.count = std::max<std::uint64_t>(fullest, m_inMinute);
    fire(group, now);
}

/// Failures that went on, but are told of by now.
bool AlertRules::isToldByCause(const Moment& now) const {
    return std::ranges::any_of(m_groups, [&](const auto& entry) {
        const Group& group = entry.second;
        return group.alert.cause && group.fired && group.alert.state == Alert::State::Firing &&
               now.steady - group.last < microsecondsPerMinute;
    });
}

void AlertRules::passRate(Group& group, const Moment& now) {
    if (2 * m_inMinute > static_cast<std::uint32_t>(std::max(m_options.failuresPerMinute, 0)))
        return;
    if (isToldByCause(now))
        group.fired = false;
    else if (isOver(group))
        recover(group, now);
    else if (m_inMinute == 0)
        group.alert.state = Alert::State::Quiet;
}

void AlertRules::passSilence(const Moment& now) {
    const QuietLogs::Quiet quiet = m_logs.quiet(now);
    const Key key{.rule = Alert::Rule::Silence};
    const auto known = m_groups.find(key);
    const bool isFired =
        known != m_groups.end() && known->second.fired && known->second.alert.state == Alert::State::Firing;
    if (quiet.logs == 0) {
        if (isFired)
            recover(known->second, now);
        return;
    }
    const std::uint64_t before = isFired ? known->second.alert.count : 0;
    Group& group = groupOf(key);
    if (!isFired)
        begin(group, {}, now);
    group.alert.count = quiet.logs;
    group.alert.source = quiet.latest;
    group.alert.oneSource = quiet.logs == 1;
    group.alert.since = quiet.since.wall;
    group.last = now.steady;
    if (quiet.logs > before)
        fire(group, now);
}

} // namespace derouter
