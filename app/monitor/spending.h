// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/logpart.h"

#include <cstddef>
#include <optional>

namespace derouter {

/// What the records of a part of a log say that requests cost, in US dollars.
///
/// Costs are read under the names that programs give them without doubt: `response_cost` (LiteLLM),
/// `cost_usd`, `costUSD` and `total_cost_usd` (Claude Code). A bare `cost` is often a duration.
struct Spending {
    double dollars = 0;
    std::size_t records = 0; ///< that name a cost
    Microseconds first = 0;
    Microseconds last = 0;

    /// Nothing where the records are of one moment.
    std::optional<double> perHour() const;
};

/// Nothing where no dated record names a cost. See `readPart()`.
std::optional<Spending> spendingIn(const LogPart& part, const PipelineOptions& reading,
                                   Microseconds reference);

} // namespace derouter
