// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "guide/errorguide.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace derouter {

/// A point in time by both clocks.
struct Moment {
    Microseconds steady = 0; ///< only ever goes on: for what passes
    Microseconds wall = 0;   ///< for people
};

/// What the user is told of, grouped: all failures of one cause, or of one key. A plain value.
struct Alert {
    enum class Rule : std::uint8_t {
        AtOnce,     ///< waiting does not help: told with the first failure, once for each key
        Outlasting, ///< heals by itself as a rule: told when it goes on for longer than the advised wait
        Repeated,   ///< to be told to support when it comes again
        NewShape,   ///< told when a message comes in a form that was not there before
        Rate,       ///< failures of any cause, many in a minute
        Silence,    ///< followed logs that went quiet
    };
    enum class State : std::uint8_t {
        Firing,
        Quiet,     ///< nothing fails any more, and nothing succeeds: there is nothing to judge by
        Recovered, ///< a request has succeeded since
    };

    std::uint32_t id = 0; ///< of the group, for as long as it is known
    Rule rule = Rule::AtOnce;
    State state = State::Firing;
    const guide::Cause* cause = nullptr; ///< null for Rate and Silence
    FailureCode code;                    ///< of the first failure
    int source = -1;         ///< SourceId of the latest failure, or of the log that went quiet last
    bool oneSource = false;  ///< it is of this source alone
    std::string key;         ///< the API key, masked; empty when the log shows none, or several
    std::uint64_t count = 0; ///< failures since it began; failures of the fullest minute; quiet logs
    Microseconds lasted = 0; ///< from the first failure to the last
    std::optional<Microseconds> since;     ///< of the first failure, by the log
    std::optional<Microseconds> recovered; ///< when the first success was read, by the wall clock

    /// Whether a success would show that it is over.
    bool canRecover() const { return rule != Rule::NewShape; }
};

/// By which rule the failures of a cause are told; nothing for those that are no news.
std::optional<Alert::Rule> alertRule(const guide::Cause& cause);

/// The longest wait that the guide advises at all: for causes to which it gives no number.
Microseconds longestAdvisedWait();

/// What the rules have to know of one failure.
struct AlertFailure {
    int source = -1;                     ///< SourceId
    const guide::Cause* cause = nullptr; ///< never null
    FailureCode code;
    std::optional<Microseconds> time; ///< by the log
    RetryAfter retryAfter;
    std::string key;         ///< as ErrorEvent has it; where it matters
    std::uint64_t shape = 0; ///< hash of what `messageShape()` makes of the message; where it matters
    bool isRetry = false;    ///< not the first try of its call

    static AlertFailure of(const ErrorEvent& event, const guide::Cause& cause);
};

} // namespace derouter
