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
    /// The failures in these rows of the store; `condition` says in words which they are. `whole`: they are
    /// all of this time, so the requests that went well in it belong to them.
    ReportScope(const Monitor& monitor, std::vector<Row> rows, const QString& condition,
                const std::optional<TimeRange>& whole = {});

    const std::vector<SourceInfo>& sources() const { return m_sources; }
    /// Null when there is no such source.
    const SourceInfo* source(SourceId id) const;
    /// How many failures there are.
    std::size_t size() const { return m_size; }
    /// Calls `see(row, event)` for them in the order of their rows, until the report is cancelled.
    template <typename See> void visit(See&& see) const {
        for (std::size_t at = 0; at < m_size && !isCancelled(); ++at)
            visitAt(at, see);
    }
    /// Calls `see(id)` with the request-id of each, empty where it has none; it counts as a visit.
    template <typename See> void visitIds(See&& see) const {
        for (std::size_t at = 0; at < m_size && !isCancelled(); ++at) {
            see(m_events.requestId(rowAt(at)));
            m_progress->visited.fetch_add(1, std::memory_order_relaxed);
        }
    }
    /// As `visit()`, in the order of their time, those of one time as they stand in their sources, undated
    /// ones last; only the latest so many.
    template <typename See> void visitByTime(See&& see, std::size_t latest = ~std::size_t(0)) const {
        const auto order = orderByTime();
        for (std::size_t at = m_size - std::min(latest, m_size); at < m_size && !isCancelled(); ++at)
            visitAt(order.empty() ? at : order[at], see);
    }
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
    void addSuccesses(Part& part) const;
    Row rowAt(std::size_t at) const { return m_isPart ? m_rows[at] : m_first + at; }
    std::vector<std::uint32_t> orderByTime() const;
    template <typename See> void visitAt(std::size_t at, See&& see) const {
        const Row row = rowAt(at);
        see(row, m_events.event(row));
        m_progress->visited.fetch_add(1, std::memory_order_relaxed);
    }

    EventSnapshot m_events;
    std::vector<SourceInfo> m_sources; ///< by rising id
    Row m_first = 0;
    std::size_t m_size = 0;
    std::vector<Row> m_rows; ///< where it is a part; else they follow one another
    Totals m_totals;         ///< these two of all
    RateSeries m_rates;
    std::optional<TimeRange> m_whole;
    bool m_isPart = false;
    mutable std::optional<Part> m_part; ///< once it is asked for: it takes as long as going over the rows
    QString m_condition;
    std::unique_ptr<Progress> m_progress = std::make_unique<Progress>();
};

} // namespace derouter
