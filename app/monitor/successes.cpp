// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a Pipeline counts requests that went well, each once.

#include "monitor/pipeline.h"

namespace derouter {

static constexpr Microseconds longestHeld = 10 * microsecondsPerSecond;

/// Where an SDK logs too, a success of the HTTP library below it is mostly told again by the SDK, who knows
/// its id. Until then, or until it is clear that the SDK does not, it waits.
bool Pipeline::heldBack(const LogRecord& record, RecordKind kind, std::optional<Microseconds> time) {
    if (!m_log->sdkLogs)
        return false;
    if (time)
        releaseHeld(*time - longestHeld);
    if (kind != RecordKind::Success)
        return false;
    if (record.reporter == Reporter::SdkLog && !m_log->held.empty())
        m_log->held.pop_front();
    if (record.reporter != Reporter::HttpClient)
        return false;
    m_log->held.push_back(time);
    return true;
}

/// Counts what was held since before `until`; all of it without one.
void Pipeline::releaseHeld(std::optional<Microseconds> until) {
    while (!m_log->held.empty() && (!until || (m_log->held.front() && *m_log->held.front() < *until))) {
        emitSuccess({}, m_log->held.front());
        m_log->held.pop_front();
    }
    if (!until) {
        m_log->pairs.end();
        emitSingle();
    }
}

/// What a log tells by address alone waits, where it may be told again by the request's id.
void Pipeline::takeSuccess(std::string_view requestId, std::optional<Microseconds> time, bool addressed,
                           bool isAnswer, std::uint64_t count) {
    const bool told = !requestId.empty();
    if (!time || m_log->sdkLogs || told == addressed) {
        emitSuccess(requestId, time, count);
        if (isAnswer)
            noteAnswer(requestId, time);
        return;
    }
    if (told) {
        m_log->pairs.noteTold(*time);
        emitSuccess(requestId, time);
    }
    if (!told)
        m_log->pairs.take({.time = *time, .isAnswer = isAnswer, .count = count});
    emitSingle();
}

void Pipeline::emitSingle() {
    if (!m_log->pairs.hasSingle())
        return;
    for (const SuccessPairs::Addressed& successes : m_log->pairs.takeSingle()) {
        emitSuccess({}, successes.time, successes.count);
        for (std::uint64_t i = 0; successes.isAnswer && i < successes.count; ++i)
            noteAnswer({}, successes.time);
    }
}

void Pipeline::emitSuccess(std::string_view requestId, std::optional<Microseconds> time,
                           std::uint64_t count) {
    if (!requestId.empty()) {
        m_batch.identified.push_back({hashOfRequestId(requestId), time});
    } else if (!time) {
        m_batch.undatedSuccesses += count;
    } else {
        const auto isOf = [time](std::int64_t second) {
            const Microseconds within = *time - second * microsecondsPerSecond;
            return within >= 0 && within < microsecondsPerSecond;
        };
        if (m_batch.successes.empty() || !isOf(m_batch.successes.back().second))
            m_batch.successes.push_back({floorDivide(*time, microsecondsPerSecond), 0});
        m_batch.successes.back().count += static_cast<std::uint32_t>(count);
    }
}

/// One with an id is found by that.
void Pipeline::noteAnswer(std::string_view requestId, std::optional<Microseconds> time) {
    if (requestId.empty() && time)
        m_batch.answers.push_back({*time, m_batch.failures.size()});
}

} // namespace derouter
