// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codegroup.h"
#include "core/timerange.h"
#include "monitor/monitor.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <unordered_map>

namespace derouter {

/// Which failures are to be seen: OR within a field, AND across the fields. A plain value.
struct EventFilter {
    codegroups::Mask groups = 0; ///< 0: every code
    unsigned moves = 0;          ///< one bit for each WhoseMove; 0: all
    QString text{};    ///< in code, type, cause, message, model, request-id, source or path; case is ignored
    TimeRange range{}; ///< undated failures are in no range but the open one
    /// One row a call: its last failed attempt stands for it, and the call matches when that attempt does,
    /// whatever its earlier ones were. A failure whose call is not known is a call of its own.
    bool calls = false;

    bool isEmpty() const { return groups == 0 && moves == 0 && text.isEmpty() && range.isAll() && !calls; }
    friend bool operator==(const EventFilter&, const EventFilter&) = default;
};

constexpr unsigned bit(WhoseMove move) {
    return 1u << static_cast<unsigned>(move);
}

/// Tells for rows of a Monitor's store whether a filter lets them through.
///
/// Remembers what it found for texts the store shares between rows: call `forget()` when the store has
/// changed.
class EventMatcher {
public:
    explicit EventMatcher(const Monitor& monitor);

    const EventFilter& filter() const { return m_filter; }
    void setFilter(const EventFilter& filter);
    void forget();

    bool matches(EventStore::Row row) { return stands(row) && matchesAttempt(row); }
    /// Whether the row has a place in the table: any attempt, or the last of its call where calls are the
    /// rows.
    bool stands(EventStore::Row row) const;
    /// What the filter says of the attempt by itself.
    bool matchesAttempt(EventStore::Row row);

private:
    bool matchesText(const ErrorEvent& event);
    bool contains(std::string_view text) const;
    bool containsShared(std::string_view text);
    bool containsDerived(const ErrorEvent& event);

    const Monitor& m_monitor;
    EventFilter m_filter;
    QByteArray m_needle; ///< folded; for a plain ASCII search
    bool m_asciiNeedle = true;
    std::unordered_map<const char*, bool> m_known;
    std::unordered_map<std::uint64_t, bool> m_knownDerived; ///< key: code and source
};

} // namespace derouter
