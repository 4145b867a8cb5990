// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"

#include <cstdint>
#include <optional>

namespace derouter {

/// How long an answer asks its client to wait, as its header `Retry-After` (RFC 9110, 10.2.3) says it.
struct RetryAfter {
    enum class Kind : std::uint8_t {
        Unstated,
        Delay,  ///< `value` is counted from the answer
        Moment, ///< `value` is a time by the server's clock
    };

    Kind kind = Kind::Unstated;
    Microseconds value = 0;

    bool isStated() const { return kind != Kind::Unstated; }

    /// When the wait is over; nothing for a delay after an answer whose time is not known.
    std::optional<Microseconds> endsAt(std::optional<Microseconds> answered) const {
        if (kind == Kind::Moment)
            return value;
        return kind == Kind::Delay && answered ? std::optional(*answered + value) : std::nullopt;
    }

    friend bool operator==(const RetryAfter&, const RetryAfter&) = default;
};

} // namespace derouter
