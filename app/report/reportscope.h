// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"

#include <QString>

#include <optional>
#include <vector>

namespace derouter {

/// What a report tells of: all that a Monitor knows, or some of its failures, as if the logs held nothing
/// else. Good until the Monitor changes.
class ReportScope {
public:
    explicit ReportScope(const Monitor& monitor);
    /// The failures in these rows of the store; `condition` says in words which they are.
    ReportScope(const Monitor& monitor, std::vector<EventStore::Row> rows, const QString& condition);

    const Monitor& monitor() const { return m_monitor; }
    const EventStore& events() const { return m_monitor.events(); }
    const std::vector<EventStore::Row>& rows() const { return m_rows; }
    const Totals& totals() const { return m_part ? m_part->totals : m_monitor.totals(); }
    const RateSeries& rates() const { return m_part ? m_part->rates : m_monitor.rates(); }
    bool isPart() const { return m_part.has_value(); }
    /// "Code is 529", without secrets; empty for all.
    const QString& condition() const { return m_condition; }

private:
    /// What there is to be counted of some failures.
    struct Part {
        Totals totals{};
        RateSeries rates{};
    };

    void count(const ErrorEvent& event);

    const Monitor& m_monitor;
    std::vector<EventStore::Row> m_rows;
    std::optional<Part> m_part;
    QString m_condition;
};

} // namespace derouter
