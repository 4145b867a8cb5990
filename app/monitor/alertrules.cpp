// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/alertrules.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

using Rule = Alert::Rule;
using State = Alert::State;

/// What the answer itself asks for, else the guide, else what it advises at most.
Microseconds advisedWait(const AlertFailure& failure) {
    if (const auto end = failure.retryAfter.endsAt(failure.time.value_or(0));
        end && (failure.time || failure.retryAfter.kind == RetryAfter::Kind::Delay))
        return std::clamp<Microseconds>(*end - failure.time.value_or(0), 0, AlertRules::quietPeriod);
    const int seconds = failure.cause->retry.toSeconds;
    return seconds > 0 ? seconds * microsecondsPerSecond : longestAdvisedWait();
}

/// What to act on comes first, then what is not known to be over.
int weight(const Alert& alert) {
    if (alert.state == State::Recovered)
        return 9;
    switch (alert.rule) {
    case Rule::AtOnce:
        return 0;
    case Rule::Repeated:
        return 1;
    case Rule::Outlasting:
        return 2;
    case Rule::Rate:
        return 3;
    case Rule::NewShape:
        return 4;
    case Rule::Silence:
        break;
    }
    return 5;
}

} // namespace

void AlertRules::setOptions(const Options& options) {
    if (options.silence != m_options.silence)
        m_groups.erase({.rule = Rule::Silence});
    m_options = options;
    m_logs.setSilence(options.silence);
}

void AlertRules::know(const AlertFailure& failure) {
    if (alertRule(*failure.cause) == Rule::NewShape)
        keepShape(failure.shape, false);
}

void AlertRules::fail(const AlertFailure& failure, const Moment& now) {
    const auto rule = alertRule(*failure.cause);
    if (!rule || !take(*rule, failure, now))
        countUntold(failure, now);
}

bool AlertRules::take(Rule rule, const AlertFailure& failure, const Moment& now) {
    const Key key = keyOf(rule, failure);
    if (rule == Rule::NewShape && !isNewShape(failure)) {
        const auto known = m_groups.find(key);
        const bool isTold = known != m_groups.end() && known->second.fired && m_shapes[failure.shape];
        if (isTold)
            add(known->second, failure, now);
        return isTold && known->second.fired;
    }
    Group& group = groupOf(key);
    add(group, failure, now);
    if (isDue(group, failure, now))
        fire(group, now);
    if (rule == Rule::Repeated && !failure.isRetry)
        group.earlier.push_back(now.steady);
    while (std::cmp_greater_equal(group.earlier.size(), std::max(m_options.repeats, 1)))
        group.earlier.pop_front();
    return group.fired;
}

AlertRules::Key AlertRules::keyOf(Rule rule, const AlertFailure& failure) {
    if (rule != Rule::AtOnce)
        return {.rule = rule, .cause = failure.cause};
    return {.rule = rule,
            .cause = failure.cause,
            .source = failure.key.empty() ? failure.source : -1,
            .key = failure.key};
}

AlertRules::Group& AlertRules::groupOf(const Key& key) {
    if (const auto known = m_groups.find(key); known != m_groups.end())
        return known->second;
    if (m_groups.size() >= mostGroups)
        evict();
    Group& group = m_groups[key];
    group.alert.id = ++m_lastId;
    group.alert.rule = key.rule;
    group.alert.cause = key.cause;
    group.alert.key = key.key;
    group.alert.oneSource = key.source >= 0;
    return group;
}

/// What nobody looks at before what somebody does, and of these what failed last long ago.
void AlertRules::evict() {
    m_groups.erase(std::ranges::min_element(
        m_groups, {}, [](const auto& entry) { return std::pair(!entry.second.hidden, entry.second.last); }));
}

bool AlertRules::isNewShape(const AlertFailure& failure) {
    if (m_shapes.contains(failure.shape))
        return false;
    keepShape(failure.shape, true);
    return true;
}

void AlertRules::keepShape(std::uint64_t shape, bool isNew) {
    if (m_shapes.size() >= mostShapes && !m_shapes.contains(shape))
        m_shapes.erase(m_shapes.begin());
    m_shapes.emplace(shape, isNew);
}

bool AlertRules::beginsAnew(const Group& group, const Moment& now) const {
    const Microseconds gap = now.steady - group.last;
    if (group.alert.count == 0 || group.alert.state == State::Recovered)
        return true;
    switch (group.alert.rule) {
    case Rule::Repeated:
        return gap > repeatedWithin;
    case Rule::Outlasting:
        return (group.success && gap >= group.wait) ||
               gap > (m_succeeding.contains(group.alert.source) ? quietPeriod : noTraffic);
    case Rule::Rate:
        return gap > quietPeriod;
    default:
        return false;
    }
}

void AlertRules::begin(Group& group, const AlertFailure& failure, const Moment& now) {
    Alert& alert = group.alert;
    alert.state = State::Firing;
    alert.code = failure.code;
    alert.count = 0;
    alert.since = failure.time;
    alert.recovered.reset();
    group.fired = group.noticed = group.succeededBetween = false;
    group.hidden = true;
    group.first = now.steady;
    group.wait = 0;
    group.countAtSnooze = 0;
    group.earlier.clear();
    group.success.reset();
}

void AlertRules::add(Group& group, const AlertFailure& failure, const Moment& now) {
    if (beginsAnew(group, now))
        begin(group, failure, now);
    if (std::exchange(group.success, std::nullopt))
        group.succeededBetween = true;
    Alert& alert = group.alert;
    alert.state = State::Firing;
    alert.source = failure.source;
    ++alert.count;
    group.last = now.steady;
    alert.lasted = group.last - group.first;
    extend(alert.since, alert.since, failure.time, std::nullopt);
    group.wait = std::max(group.wait, advisedWait(failure));
}

bool AlertRules::isDue(const Group& group, const AlertFailure& failure, const Moment& now) const {
    const auto isOfLate = [&now](Microseconds time) { return now.steady - time <= repeatedWithin; };
    switch (group.alert.rule) {
    case Rule::Outlasting:
        return now.steady - group.first >= group.wait;
    case Rule::Repeated:
        return group.fired ||
               (!failure.isRetry && std::ranges::count_if(group.earlier, isOfLate) + 1 >= m_options.repeats);
    default:
        return true;
    }
}

void AlertRules::fire(Group& group, const Moment& now) {
    const bool isFirst = !std::exchange(group.fired, true);
    if (group.isSnoozed())
        return;
    const bool isTimely = !group.announced || now.steady - *group.announced >= quietPeriod;
    if (group.alert.rule == Rule::AtOnce ? isTimely && !group.toldOfKey : isTimely)
        announce(group, now);
    else if (isFirst || group.alert.rule == Rule::NewShape)
        group.hidden = false;
}

void AlertRules::announce(Group& group, const Moment& now) {
    group.announced = now.steady;
    group.noticed = group.toldOfKey = true;
    group.hidden = false;
    notify(group.alert, now);
}

void AlertRules::notify(const Alert& alert, const Moment& now) {
    std::erase_if(m_notified, [&](Microseconds then) { return now.steady - then >= microsecondsPerMinute; });
    if (m_notified.size() >= static_cast<std::size_t>(mostNotices))
        return;
    m_notified.push_back(now.steady);
    m_notices.push_back(alert);
}

void AlertRules::succeed(int source, const Moment& now) {
    m_succeeding.insert(source);
    for (auto& [key, group] : m_groups)
        if (!group.success && (group.alert.source == source || key.rule == Rule::Rate))
            group.success = now;
}

/// What one key is refused, others may be granted: only where all had failed a success tells anything of it.
bool AlertRules::isOver(const Group& group) {
    if (!group.success)
        return false;
    return group.alert.rule != Rule::AtOnce ||
           (!group.succeededBetween && group.success->steady - group.first >= longestAdvisedWait());
}

void AlertRules::recover(Group& group, const Moment& now) {
    group.alert.state = State::Recovered;
    group.alert.recovered = group.success ? group.success->wall : now.wall;
    group.hidden = false;
    group.toldOfKey = false;
    group.snoozedUntil.reset();
    group.snoozedUntilRecovered = false;
    if (group.noticed)
        notify(group.alert, now);
}

void AlertRules::passFor(Group& group, const Moment& now) {
    if (group.snoozedUntil && now.steady >= *group.snoozedUntil) {
        group.snoozedUntil.reset();
        if (group.fired && group.alert.count > group.countAtSnooze)
            announce(group, now);
    }
    if (!group.fired || group.alert.state == State::Recovered || group.alert.rule == Rule::Silence)
        return;
    if (group.alert.rule == Rule::Rate)
        return passRate(group, now);
    if (!group.alert.canRecover())
        return;
    if (isOver(group) && now.steady - group.last >= group.wait)
        recover(group, now);
    else if (!group.success && now.steady - group.last >= noTraffic)
        group.alert.state = State::Quiet;
}

void AlertRules::pass(const Moment& now) {
    advanceTo(now);
    for (auto& [key, group] : m_groups)
        passFor(group, now);
    passSilence(now);
    std::erase_if(m_groups, [&](const auto& entry) {
        const Group& group = entry.second;
        const bool isDone = !group.fired || (group.hidden && group.alert.rule != Rule::AtOnce);
        return isDone && !group.isSnoozed() && now.steady - group.last >= quietPeriod;
    });
}

void AlertRules::endLog(int source, const Moment& now) {
    m_logs.remove(source);
    if (m_logs.quiet(now).logs == 0)
        m_groups.erase({.rule = Rule::Silence});
}

void AlertRules::removeLog(int source, const Moment& now) {
    endLog(source, now);
    m_succeeding.erase(source);
    std::erase_if(m_groups, [&](const auto& entry) {
        return entry.second.alert.source == source && entry.first.rule != Rule::Silence;
    });
}

std::vector<Alert> AlertRules::shown() const {
    std::vector<std::pair<Microseconds, Alert>> alerts;
    for (const auto& [key, group] : m_groups)
        if (group.fired && !group.hidden && !group.isSnoozed())
            alerts.emplace_back(group.announced.value_or(group.first), group.alert);
    std::ranges::stable_sort(alerts, [](const auto& a, const auto& b) {
        return weight(a.second) != weight(b.second) ? weight(a.second) < weight(b.second) : a.first > b.first;
    });
    std::vector<Alert> sorted;
    for (auto& [when, alert] : alerts)
        sorted.push_back(std::move(alert));
    return sorted;
}

std::vector<Alert> AlertRules::takeNotices() {
    return std::exchange(m_notices, {});
}

void AlertRules::snooze(std::uint32_t id, Snooze snooze, const Moment& now) {
    constexpr Microseconds quarter = 15 * microsecondsPerMinute;
    for (auto& [key, group] : m_groups) {
        if (group.alert.id != id)
            continue;
        group.snoozedUntilRecovered = snooze == Snooze::UntilRecovered;
        group.snoozedUntil.reset();
        if (snooze != Snooze::UntilRecovered)
            group.snoozedUntil = now.steady + (snooze == Snooze::Hour ? 4 * quarter : quarter);
        group.countAtSnooze = group.alert.count;
    }
}

void AlertRules::dismiss(std::uint32_t id) {
    for (auto& [key, group] : m_groups) {
        if (group.alert.id != id)
            continue;
        group.hidden = true;
        if (key.rule != Rule::NewShape)
            continue;
        group.alert.count = 0; // what comes next begins anew
        group.fired = false;
        for (auto& [shape, isNew] : m_shapes)
            isNew = false;
    }
}

} // namespace derouter
