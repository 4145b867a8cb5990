// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/alert.h"

#include "core/messageshape.h"

#include <algorithm>
#include <functional>

namespace derouter {

std::optional<Alert::Rule> alertRule(const guide::Cause& cause) {
    constexpr int closedByClient = 499;
    constexpr int askSupport = 502; // the one code for which the guide says so
    if (cause.status == closedByClient)
        return std::nullopt;
    if (cause.status == askSupport)
        return Alert::Rule::Repeated;
    if (cause.retry.retry)
        return Alert::Rule::Outlasting;
    const bool isOfRequest = cause.section == guide::Section::InvalidRequest;
    return cause.move == WhoseMove::You && !isOfRequest ? Alert::Rule::AtOnce : Alert::Rule::NewShape;
}

Microseconds longestAdvisedWait() {
    static const int seconds = std::ranges::max(guide::causes(), {}, [](const guide::Cause& cause) {
                                   return cause.retry.toSeconds;
                               }).retry.toSeconds;
    return seconds * microsecondsPerSecond;
}

AlertFailure AlertFailure::of(const ErrorEvent& event, const guide::Cause& cause) {
    AlertFailure failure{.source = event.source,
                         .cause = &cause,
                         .code = event.code,
                         .time = event.time,
                         .retryAfter = event.retryAfter,
                         .key = {},
                         .isRetry = event.attempt > 1};
    const auto rule = alertRule(cause);
    if (rule == Alert::Rule::AtOnce)
        failure.key = event.key;
    else if (rule == Alert::Rule::NewShape)
        failure.shape = std::hash<std::string>()(messageShape(event.message));
    return failure;
}

} // namespace derouter
