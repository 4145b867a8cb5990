// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventfilter.h"
#include "monitor/monitor.h"

#include <QObject>

#include <array>
#include <optional>
#include <vector>

namespace derouter {

/// The values that the failures have, with how many have each: what can be filtered for.
///
/// Counted when they are asked for, and again only when the failures have changed.
class FilterValues final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterValues)

public:
    struct Counted {
        FilterTerm term;
        std::uint64_t count = 0;
    };

    explicit FilterValues(const Monitor& monitor, QObject* parent = nullptr);

    /// The most frequent first; none of Text, Expression, RequestId and Time, of which there are too many,
    /// nor such as hold a secret.
    const std::vector<Counted>& of(FilterField field);

    /// What a failure has in a field, if anything: of the time its minute, of the text its message.
    static std::optional<FilterTerm> termOf(const Monitor& monitor, EventStore::Row row, FilterField field);

private:
    void count();

    const Monitor& m_monitor;
    std::array<std::vector<Counted>, filterFieldCount> m_values;
    bool m_isCounted = false;
};

} // namespace derouter
