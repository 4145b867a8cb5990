// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/retryaudit.h"

#include "guide/errorguide.h"

#include <algorithm>

namespace derouter {

namespace {

using Verdict = AuditedAttempt::Verdict;

AuditedAttempt attemptOf(const EventStore& events, EventStore::Row row) {
    const ErrorEvent event = events.event(row);
    AuditedAttempt attempt{.row = row, .code = event.code, .number = event.attempt, .time = event.time};
    const guide::RetryAdvice& advice = events.cause(row).retry;
    if (const auto until = event.retryAfter.endsAt(event.time); until && event.time) {
        attempt.asked = true;
        attempt.advisedFrom = attempt.advisedTo = std::max<Microseconds>(0, *until - *event.time);
    } else {
        attempt.advisedFrom = advice.fromSeconds * microsecondsPerSecond;
        attempt.advisedTo = advice.toSeconds * microsecondsPerSecond;
    }
    return attempt;
}

/// Whether a stamp may be up to a second older than what it tells.
bool isWholeSecond(Microseconds time) {
    return time % microsecondsPerSecond == 0;
}

/// From the end of one attempt to the beginning of the next, whichever of the two their stamps are.
void measureWait(AuditedAttempt& attempt, const ErrorEvent& failed, const ErrorEvent& next) {
    if (!failed.time || !next.time || *next.time < *failed.time)
        return;
    const Microseconds apart = *next.time - *failed.time;
    const Microseconds one = std::max<Microseconds>(0, failed.durationMicros);
    const Microseconds other = std::max<Microseconds>(0, next.durationMicros);
    const bool known = failed.durationMicros >= 0 && next.durationMicros >= 0;
    const Microseconds blur =
        isWholeSecond(*failed.time) || isWholeSecond(*next.time) ? microsecondsPerSecond : 0;
    attempt.leastWait = known ? std::max<Microseconds>(0, apart - std::max(one, other) - blur) : 0;
    attempt.mostWait = std::max<Microseconds>(0, apart - std::min(one, other) + blur);
}

Verdict verdictOn(const AuditedAttempt& attempt, bool mayRetry) {
    if (!mayRetry && !attempt.asked)
        return Verdict::Unfixed;
    if (!attempt.mostWait || attempt.advisedFrom == 0)
        return Verdict::Unknown;
    if (*attempt.mostWait < attempt.advisedFrom)
        return Verdict::TooEarly;
    return *attempt.leastWait >= attempt.advisedFrom ? Verdict::InTime : Verdict::Unknown;
}

} // namespace

std::vector<AuditedAttempt> auditRetries(const EventStore& events, EventStore::Row row) {
    const std::vector<EventStore::Row> rows = events.attempts(row);
    std::vector<AuditedAttempt> audited;
    audited.reserve(rows.size());
    for (const EventStore::Row each : rows)
        audited.push_back(attemptOf(events, each));
    for (std::size_t at = 0; at + 1 < rows.size(); ++at) {
        AuditedAttempt& attempt = audited[at];
        if (attempt.number == 0 || audited[at + 1].number != attempt.number + 1)
            continue; // one between them is not in the log
        measureWait(attempt, events.event(rows[at]), events.event(rows[at + 1]));
        attempt.verdict = verdictOn(attempt, events.cause(rows[at]).retry.retry);
    }
    return audited;
}

} // namespace derouter
