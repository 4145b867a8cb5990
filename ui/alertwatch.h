// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "monitor/alertrules.h"
#include "monitor/monitor.h"

#include <QTimer>

#include <optional>
#include <vector>

namespace derouter {

/// Keeps the alert rules told of what a Monitor finds in the logs that it follows. Off until `start()`.
///
/// Only what comes into a log after it was read to its end is news: a log that is opened raises no alert.
class AlertWatch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertWatch)

public:
    explicit AlertWatch(const Monitor& monitor, QObject* parent = nullptr);

    /// Of minutes that a test lets pass in no time.
    void setClock(Clock clock) { m_clock = std::move(clock); }
    void start(const AlertRules::Options& options);
    void stop();
    bool isOn() const { return m_rules.has_value(); }
    /// Goes on where another one over the same Monitor stands, with its clock; that one is stopped. Only
    /// where both are on.
    void takeOver(AlertWatch& former);

    std::vector<Alert> shown() const { return m_rules ? m_rules->shown() : std::vector<Alert>(); }
    void snooze(std::uint32_t alert, AlertRules::Snooze snooze);
    void dismiss(std::uint32_t alert);
    /// Lets the rules look at the clock, as happens every second.
    void pass();

Q_SIGNALS:
    /// What is shown may be another, or tell more.
    void changed();
    void noticed(const derouter::Alert& alert);

private:
    Moment now() const { return {.steady = m_clock.steady(), .wall = m_clock.wall()}; }
    void knowAll();
    void addSource(SourceId id);
    void noteEvents(qsizetype first, qsizetype count);
    void noteSource(SourceId id);
    void removeSource(SourceId id);
    void takeWaiting(const SourceInfo& source);
    void tell();

    struct Known {
        std::uint64_t bytes = 0;
        std::uint64_t successes = 0;
        bool isWatched = false;
    };

    const Monitor& m_monitor;
    Clock m_clock;
    QTimer m_timer;
    std::optional<AlertRules> m_rules;
    std::vector<AlertFailure> m_waiting; ///< of the batch that is being taken
    std::unordered_map<SourceId, Known> m_sources;
};

} // namespace derouter
