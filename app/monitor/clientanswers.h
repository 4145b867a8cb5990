// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <deque>
#include <optional>

namespace derouter {

/// The answers that began well by an HTTP client's log, of which no failure is known: see Batch::Answer. An
/// error inside a stream, as a program tells it, is no request of its own where there is one it may be of.
class ClientAnswers {
public:
    void add(Microseconds time);
    void clear() { m_times.clear(); }

    /// The time of the answer that the failure ended, which is then no longer one; nothing where the failure
    /// is another's or a request of its own.
    std::optional<Microseconds> takeBack(const Sighting& failure);

private:
    static constexpr std::size_t most = 256; ///< the latest
    static constexpr Microseconds longestStream = 10 * microsecondsPerMinute;

    std::deque<Microseconds> m_times;
};

} // namespace derouter
