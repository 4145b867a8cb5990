// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventfilter.h"
#include "monitor/monitor.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QRegularExpression>

#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace derouter {

/// A user's regular expression that cannot hang the window: a text takes a bounded number of steps, all texts
/// together a bounded time. What was given up is no match, and counted.
class BoundedExpression {
public:
    explicit BoundedExpression(const QString& pattern);

    /// One sentence when the pattern is none; empty otherwise.
    static QString mistakeIn(const QString& pattern);

    bool isIn(const QString& text);
    /// What comes has time of its own, unless there was not enough before.
    void renew();
    std::size_t gaveUp() const { return m_gaveUp; }

private:
    QRegularExpression m_expression;
    std::int64_t m_spent = 0; ///< nanoseconds
    std::size_t m_gaveUp = 0;
};

/// Tells for rows of a Monitor's store whether a filter lets them through.
///
/// Remembers what it found for texts the store shares between rows, by where they stand: call `forget()` when
/// the store has changed.
class EventMatcher {
public:
    explicit EventMatcher(const Monitor& monitor);
    ~EventMatcher();

    const EventFilter& filter() const { return m_filter; }
    /// Begins anew, also with what an expression may take and gave up on.
    void setFilter(const EventFilter& filter);
    /// What comes is matched like what came.
    void forget();

    bool matches(EventStore::Row row) { return stands(row) && matchesAttempt(row); }
    /// Whether the row has a place in the table: any attempt, or the last of its call where calls are the
    /// rows.
    bool stands(EventStore::Row row) const;
    /// What the filter says of the attempt by itself.
    bool matchesAttempt(EventStore::Row row);
    /// What it says of the code alone.
    bool matchesCode(FailureCode code);
    /// Texts that a regular expression gave up on.
    std::size_t gaveUp() const;

private:
    class Rule;

    bool isMarked(EventStore::Row row) const;
    Rule& ruleOf(FilterField field) const { return *m_rules[static_cast<std::size_t>(field)]; }

    const Monitor& m_monitor;
    EventFilter m_filter;
    std::vector<std::unique_ptr<Rule>> m_rules; ///< by field
};

} // namespace derouter
