// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/alert.h"
#include "monitor/quietlogs.h"

#include <array>
#include <deque>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace derouter {

/// Decides what of the failures of followed logs the user is told, and when it is over.
///
/// Told is by what the guide says of the cause: what does not heal at once, once for each key; what heals
/// when it outlasts the advised wait; what support has to know when it comes again; a message of a new form;
/// many failures in a minute that nothing else tells of; logs that went quiet. A failure followed by a
/// success within the advised wait is never told.
///
/// However many failures there are, a group (a cause; a key or a source of those that are told at once; the
/// rate; the silence) gives one notice in `quietPeriod` and one when it is over, and all groups together at
/// most `mostNotices` a minute. So a storm of one cause gives two at most: of the rate, if it is above the
/// threshold before the wait is over, and of the cause.
///
/// A plain value without a clock; times have to come in order. A failure costs a look-up; at most
/// `mostGroups` groups and `mostShapes` forms of messages are kept.
class AlertRules {
public:
    static constexpr Microseconds quietPeriod = 15 * microsecondsPerMinute;
    /// 502s within this time are repetitions. Ours, as is their number: the guide gives none.
    static constexpr Microseconds repeatedWithin = 10 * microsecondsPerMinute;
    /// Without any success for so long, what stopped failing is not known to be over; where a log shows no
    /// successes at all, failures further apart are not one outage.
    static constexpr Microseconds noTraffic = 5 * microsecondsPerMinute;
    static constexpr int mostNotices = 5;
    static constexpr std::size_t mostGroups = 256;
    static constexpr std::size_t mostShapes = 4096;

    struct Options {
        int failuresPerMinute = 30;                        ///< 0: no rate is too high
        Microseconds silence = 15 * microsecondsPerMinute; ///< 0: no log is too quiet
        int repeats = 2; ///< calls that fail with a 502 within `repeatedWithin`, until it is told

        friend bool operator==(const Options&, const Options&) = default;
    };

    AlertRules() { setOptions(Options()); }
    explicit AlertRules(const Options& options) { setOptions(options); }
    void setOptions(const Options& options);

    /// A failure of the past, such as of a log that is opened: raises nothing.
    void know(const AlertFailure& failure);
    /// Its log shows successes, too.
    void knowSuccesses(int source) { m_succeeding.insert(source); }
    void fail(const AlertFailure& failure, const Moment& now);
    /// A request of this source succeeded.
    void succeed(int source, const Moment& now);
    /// A followed log; `folder` is where it stands.
    void addLog(int source, const std::string& folder, const Moment& now) { m_logs.add(source, folder, now); }
    /// It wrote anything at all.
    void wrote(int source, const Moment& now) { m_logs.wrote(source, now); }
    /// Nothing more will come of it.
    void endLog(int source, const Moment& now);
    /// It is closed: nothing is told of it any more.
    void removeLog(int source, const Moment& now);
    /// Call it about once a second.
    void pass(const Moment& now);

    /// What there is to show, the most pressing first: neither dismissed nor snoozed.
    std::vector<Alert> shown() const;
    /// What there is to notify of, each once: it began, goes on, or is over.
    std::vector<Alert> takeNotices();

    enum class Snooze { QuarterHour, Hour, UntilRecovered };
    /// Neither shown nor notified of until then, but that it is over.
    void snooze(std::uint32_t id, Snooze snooze, const Moment& now);
    /// No longer shown, until there is a new notice of it.
    void dismiss(std::uint32_t id);

private:
    struct Key {
        Alert::Rule rule = Alert::Rule::AtOnce;
        const guide::Cause* cause = nullptr;
        int source = -1;
        std::string key{};

        auto tied() const { return std::tie(rule, cause, source, key); }
        friend bool operator<(const Key& a, const Key& b) { return a.tied() < b.tied(); }
    };

    struct Group {
        Alert alert;
        bool fired = false; ///< since it began
        bool hidden = true;
        bool noticed = false;          ///< its beginning gave a notice
        bool succeededBetween = false; ///< between two failures
        bool toldOfKey = false;
        Microseconds first = 0; ///< by the steady clock
        Microseconds last = 0;
        Microseconds wait = 0;            ///< advised
        std::deque<Microseconds> earlier; ///< the last failures before of Rule::Repeated, retries left out
        std::optional<Moment> success;    ///< the first one after the last failure
        std::optional<Microseconds> announced;
        std::optional<Microseconds> snoozedUntil;
        bool snoozedUntilRecovered = false;
        std::uint64_t countAtSnooze = 0;

        bool isSnoozed() const { return snoozedUntil || snoozedUntilRecovered; }
    };

    Group& groupOf(const Key& key);
    void evict();
    static Key keyOf(Alert::Rule rule, const AlertFailure& failure);
    /// Whether an alert tells of it.
    bool take(Alert::Rule rule, const AlertFailure& failure, const Moment& now);
    bool isNewShape(const AlertFailure& failure);
    void keepShape(std::uint64_t shape, bool isNew);
    bool beginsAnew(const Group& group, const Moment& now) const;
    static void begin(Group& group, const AlertFailure& failure, const Moment& now);
    void add(Group& group, const AlertFailure& failure, const Moment& now);
    bool isDue(const Group& group, const AlertFailure& failure, const Moment& now) const;
    void fire(Group& group, const Moment& now);
    void announce(Group& group, const Moment& now);
    void notify(const Alert& alert, const Moment& now);
    static bool isOver(const Group& group);
    void recover(Group& group, const Moment& now);
    void passFor(Group& group, const Moment& now);

    // alertrates.cpp
    void countUntold(const AlertFailure& failure, const Moment& now);
    void advanceTo(const Moment& now);
    bool isToldByCause(const Moment& now) const;
    void passRate(Group& group, const Moment& now);
    void passSilence(const Moment& now);

    Options m_options;
    QuietLogs m_logs;
    std::map<Key, Group> m_groups;
    std::uint32_t m_lastId = 0;
    std::vector<Alert> m_notices;
    std::vector<Microseconds> m_notified;             ///< of the last minute
    std::unordered_map<std::uint64_t, bool> m_shapes; ///< whether it was new when it came
    std::unordered_set<int> m_succeeding;             ///< sources that show successes
    std::array<std::uint32_t, 60> m_seconds{};        ///< failures that no alert tells of
    std::int64_t m_second = 0;
    std::uint32_t m_inMinute = 0;
};

} // namespace derouter
