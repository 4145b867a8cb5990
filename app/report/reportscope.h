// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"

#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace derouter {

/// What a report tells of: all that a Monitor knows at one moment, or some of its failures, as if the logs
/// held nothing else. The Monitor may go on meanwhile.
///
/// Costs a few milliseconds to make, and is made and let go on the Monitor's thread; between, a report may be
/// written on another one.
class ReportScope {
public:
    using Row = EventStore::Row;

    explicit ReportScope(const Monitor& monitor);
    /// The failures in these rows of the store; `condition` says in words which they are.
    ReportScope(const Monitor& monitor, std::vector<Row> rows, const QString& condition);

    const std::vector<SourceInfo>& sources() const { return m_sources; }
    /// Null when there is no such source.
    const SourceInfo* source(SourceId id) const;
    const std::vector<Row>& rows() const { return m_rows; }
    /// Calls `see(row, event)` for these rows, until the report is cancelled.
    template <typename See> void visit(const std::vector<Row>& rows, See&& see) const {
        for (const Row row : rows) {
            if (m_progress->isCancelled)
                return;
            see(row, m_events.event(row));
            m_progress->visited.fetch_add(1, std::memory_order_relaxed);
        }
    }
    template <typename See> void visit(See&& see) const { visit(m_rows, see); }
    const Totals& totals() const { return isPart() ? part().totals : m_totals; }
    const RateSeries& rates() const { return isPart() ? part().rates : m_rates; }
    bool isPart() const { return m_isPart; }
    /// "Code is 529", without secrets; empty for all.
    const QString& condition() const { return m_condition; }

    /// How many failures were visited, each as often as it was. Any thread.
    std::size_t visited() const { return m_progress->visited; }
    /// No failure is visited any more: what is written is no report. Any thread.
    void cancel() const { m_progress->isCancelled = true; }
    bool isCancelled() const { return m_progress->isCancelled; }

private:
    /// What there is to be counted of some failures.
    struct Part {
        Totals totals{};
        RateSeries rates{};
    };
    struct Progress {
        std::atomic<std::size_t> visited = 0;
        std::atomic<bool> isCancelled = false;
    };

    const Part& part() const;

    EventSnapshot m_events;
    std::vector<SourceInfo> m_sources; ///< by rising id
    std::vector<Row> m_rows;
    Totals m_totals; ///< these two of all
    RateSeries m_rates;
    bool m_isPart = false;
    mutable std::optional<Part> m_part; ///< once it is asked for: it takes as long as going over the rows
    QString m_condition;
    std::unique_ptr<Progress> m_progress = std::make_unique<Progress>();
};

} // namespace derouter
