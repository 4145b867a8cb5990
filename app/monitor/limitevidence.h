// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/logpart.h"

#include <cstddef>
#include <optional>

namespace derouter {

/// Which of a key's limits a 429 ran into, requests per minute or requests in parallel, as far as the log
/// around it tells: how many requests were taken in the minute before each refusal, how many were in flight,
/// and how many at most when a request was taken.
struct LimitEvidence {
    enum class Limit { PerMinute, Parallel, Unclear };

    /// One of the two measures.
    struct Load {
        std::size_t here = 0; ///< when this request was refused
        std::size_t most = 0; ///< when one was taken, with that one
        std::size_t nearMost =
            0; ///< refusals at which it was nine tenths and more of what is seldom exceeded
    };

    Limit limit = Limit::Unclear;
    std::size_t taken = 0;    ///< requests that were not refused, in the part of the log that was read
    std::size_t refusals = 0; ///< 429s there before which a minute of the log is known, this one too
    Load minute{};
    std::optional<Load> parallel{}; ///< nothing: the log does not tell how long requests took

    /// With fewer refusals nothing is concluded.
    static constexpr std::size_t fewest = 3;
};

/// `refused`: the time of the 429 in question. See `readPart()`.
LimitEvidence limitEvidence(const LogPart& part, const PipelineOptions& reading, Microseconds refused);

} // namespace derouter
