// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "monitor/eventstore.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace derouter {

namespace guide {
struct Cause;
}

/// What some failures have in common, at one look: of what they are, whose keys they used, what they cost,
/// and whether support could trace them. A plain value; texts are as the log has them.
struct Overview {
    struct Span {
        std::optional<Microseconds> first{}; ///< nothing: no failure has a time
        std::optional<Microseconds> last{};
    };
    /// Messages of one shape, their numbers and ids aside.
    struct Message {
        std::string text{}; ///< the first of them
        std::uint64_t failures = 0;
    };
    struct Cause {
        FailureCode code;
        const guide::Cause* cause = nullptr; ///< never null
        WhoseMove move = WhoseMove::Unknown;
        std::uint64_t failures = 0;
        Span span{};
        std::string requestId{}; ///< of the latest failure that has one
        /// The most frequent first, and a few of them at most; where the message alone says what is wrong.
        std::vector<Message> messages{};
    };
    /// Failures of one key for which the account or the key is the cause: 401 and 402.
    struct Key {
        std::string key{}; ///< masked
        std::uint64_t failures = 0;
        std::uint64_t calls = 0;  ///< that failed so
        std::uint64_t others = 0; ///< the key's failures of other causes, when it was taken
        Span span{};              ///< of `failures`
        std::optional<Microseconds> lastTaken{};
    };
    struct Source {
        int source = -1;
        std::uint64_t failures = 0;
        std::uint64_t withoutId = 0; ///< got an answer, and the log does not tell its request-id
    };

    std::uint64_t failures = 0;
    std::uint64_t calls = 0;    ///< a failure whose call is not known is one of its own
    Microseconds waited = 0;    ///< from the first to the last failed attempt of each call, in all
    std::uint64_t tooEarly = 0; ///< retries that came before the answer or the guide advised them
    std::uint64_t unfixed = 0;  ///< retries of what only a change helps against
    Span span{};
    std::vector<Cause> causes{};   ///< the most frequent first
    std::vector<Key> keys{};       ///< the same
    std::vector<Source> sources{}; ///< those with failures without an id, the most of them first

    static Overview of(const EventStore& events, std::span<const std::uint32_t> rows);
};

} // namespace derouter
