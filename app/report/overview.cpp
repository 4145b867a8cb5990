// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/overview.h"

#include "core/messageshape.h"
#include "guide/errorguide.h"

#include "monitor/retryaudit.h"
#include "report/keyhistory.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace derouter {

namespace {

/// Whether the latest is this one.
bool widen(Overview::Span& span, std::optional<Microseconds> time) {
    const bool isLatest = !span.last || (time && *time >= *span.last);
    extend(span.first, span.last, time, time);
    return isLatest;
}

template <typename Part> void sortByCount(std::vector<Part>& parts, std::uint64_t Part::*count) {
    std::ranges::stable_sort(parts, std::ranges::greater(), count);
}

/// Looks at failures one by one.
class Counting {
public:
    explicit Counting(const EventStore& events)
        : m_events(events) {}

    void take(EventStore::Row row) {
        const ErrorEvent event = m_events.event(row);
        const guide::Cause& cause = m_events.cause(row);
        ++m_overview.failures;
        widen(m_overview.span, event.time);
        takeCause(event, cause);
        takeKey(event, cause);
        Overview::Source& source = m_sources[event.source];
        source.source = event.source;
        ++source.failures;
        source.withoutId += event.requestId.empty() && !event.code.isNoResponse() ? 1 : 0;
        if (event.call == 0)
            ++m_overview.calls;
        else
            takeCall(event, row);
    }

    Overview result() {
        m_overview.calls += m_calls.size();
        for (const auto& [call, span] : m_calls)
            m_overview.waited += span.last.value_or(0) - span.first.value_or(0);
        for (auto& [id, counted] : m_causes) {
            for (auto& [shape, message] : counted.messages)
                counted.cause.messages.push_back(std::move(message));
            sortByCount(counted.cause.messages, &Overview::Message::failures);
            counted.cause.messages.resize(std::min(counted.cause.messages.size(), mostMessages));
            m_overview.causes.push_back(std::move(counted.cause));
        }
        for (auto& [name, counted] : m_keys)
            if (counted.key.failures > 0) {
                counted.key.calls += counted.calls.size();
                m_overview.keys.push_back(std::move(counted.key));
            }
        for (const auto& [id, source] : m_sources)
            if (source.withoutId > 0)
                m_overview.sources.push_back(source);
        sortByCount(m_overview.causes, &Overview::Cause::failures);
        sortByCount(m_overview.keys, &Overview::Key::failures);
        sortByCount(m_overview.sources, &Overview::Source::withoutId);
        return std::move(m_overview);
    }

private:
    void takeCause(const ErrorEvent& event, const guide::Cause& cause) {
        CountedCause& counted = m_causes[{event.code, cause.id}];
        Overview::Cause& known = counted.cause;
        known.code = event.code;
        known.cause = &cause;
        known.move = event.move;
        ++known.failures;
        const bool isLatest = widen(known.span, event.time);
        if (!event.requestId.empty() && (isLatest || known.requestId.empty()))
            known.requestId = event.requestId;
        if (cause.section != guide::Section::InvalidRequest || event.message.empty())
            return;
        std::string shape = messageShape(event.message);
        if (const auto at = counted.messages.find(shape); at != counted.messages.end())
            ++at->second.failures;
        else if (counted.messages.size() < mostShapes)
            counted.messages.emplace(std::move(shape), Overview::Message{std::string(event.message), 1});
    }

    void takeKey(const ErrorEvent& event, const guide::Cause& cause) {
        if (event.key.empty())
            return;
        const auto [at, isNew] = m_keys.try_emplace(std::string(event.key));
        Overview::Key& known = at->second.key;
        if (isNew)
            known.key = event.key;
        if (!isOfKey(cause)) {
            if (tookKey(cause)) {
                ++known.others;
                known.lastTaken = std::max(known.lastTaken, event.time);
            }
            return;
        }
        ++known.failures;
        if (event.call == 0)
            ++known.calls;
        else
            at->second.calls.insert(event.call);
        widen(known.span, event.time);
    }

    void takeCall(const ErrorEvent& event, EventStore::Row row) {
        const auto [at, isNew] = m_calls.try_emplace(event.call);
        widen(at->second, event.time);
        if (!isNew)
            return;
        for (const AuditedAttempt& attempt : auditRetries(m_events, row)) {
            m_overview.tooEarly += attempt.verdict == AuditedAttempt::Verdict::TooEarly ? 1 : 0;
            m_overview.unfixed += attempt.verdict == AuditedAttempt::Verdict::Unfixed ? 1 : 0;
        }
    }

    const EventStore& m_events;
    Overview m_overview;
    static constexpr std::size_t mostMessages = 3;
    static constexpr std::size_t mostShapes = 1000;

    struct CountedCause {
        Overview::Cause cause;
        std::unordered_map<std::string, Overview::Message> messages; ///< by shape
    };
    struct CountedKey {
        Overview::Key key;
        std::unordered_set<std::uint32_t> calls;
    };

    std::map<std::pair<FailureCode, std::string_view>, CountedCause> m_causes;
    std::map<std::string, CountedKey, std::less<>> m_keys;
    std::map<int, Overview::Source> m_sources;
    std::unordered_map<std::uint32_t, Overview::Span> m_calls;
};

} // namespace

Overview Overview::of(const EventStore& events, std::span<const std::uint32_t> rows) {
    Counting counting(events);
    for (const std::uint32_t row : rows)
        counting.take(row);
    return counting.result();
}

} // namespace derouter
