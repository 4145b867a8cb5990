// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/letgofailures.h"

#include "guide/errorguide.h"
#include "monitor/batch.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace derouter {

namespace {

constexpr std::size_t fewestSlots = 1024;
constexpr std::size_t bytesOfSlot = sizeof(std::uint64_t) + sizeof(std::uint16_t);

template <typename Map, typename Key> void changeAt(Map& counts, const Key& key, std::int64_t by) {
    const auto known = counts.find(key);
    const auto at = known == counts.end() ? counts.emplace(key, 0).first : known;
    change(at->second, by);
    if (at->second == 0)
        counts.erase(at);
}

template <typename Map> void add(Map& counts, const Map& more) {
    for (const auto& [key, count] : more)
        counts[key] += count;
}

/// The sources of sightings, each once.
std::vector<SourceId> sourcesOf(const std::vector<Sighted>& sightings) {
    std::vector<SourceId> sources;
    for (const Sighted& where : sightings)
        if (std::ranges::find(sources, where.source) == sources.end())
            sources.push_back(where.source);
    return sources;
}

} // namespace

CountedFailure CountedFailure::of(const ErrorEvent& event) {
    const std::uint8_t cause = guide::indexOf(*guide::causeById(event.cause)); // the store knows no other
    return {.kind = {event.code, cause, event.move},
            .cause = event.cause,
            .type = event.type,
            .time = event.time};
}

void countFailure(const CountedFailure& failure, std::int64_t by, Totals& totals, RateSeries& rates) {
    const FailureKind& kind = failure.kind;
    change(totals.failures, by);
    change(totals.apiRequests, by);
    changeAt(totals.failuresByCode, kind.code, by);
    changeAt(totals.failuresByCause, failure.cause, by);
    change(totals.failuresByMove[static_cast<int>(kind.move)], by);
    if (!failure.type.empty())
        changeAt(totals.failuresByType, failure.type, by);
    if (failure.time) {
        rates.addRequests(*failure.time, by);
        rates.addFailures(*failure.time, kind, by);
    } else {
        changeAt(totals.undatedByCode, kind.code, by);
    }
}

BoundedIds::BoundedIds(std::size_t mostBytes)
    : m_most(mostBytes / 2 / bytesOfSlot) {}

std::size_t BoundedIds::Table::place(std::uint64_t hash) const {
    std::size_t at = static_cast<std::size_t>(((hash >> 32) * hashes.size()) >> 32);
    while (hashes[at] != 0 && hashes[at] != hash)
        at = at + 1 == hashes.size() ? 0 : at + 1;
    return at;
}

void BoundedIds::Table::add(std::uint64_t hash, std::uint16_t number) {
    const std::size_t at = place(hash);
    count += hashes[at] == 0 ? 1 : 0;
    hashes[at] = hash;
    numbers[at] = number;
}

void BoundedIds::add(std::uint64_t hash, std::uint16_t number) {
    if (m_most < fewestSlots)
        return;
    if (5 * (m_young.count + 1) > 4 * m_young.hashes.size()) {
        const bool isLargest = m_young.hashes.size() >= m_most;
        Table before = std::exchange(
            m_young, Table(isLargest ? m_most : std::clamp(2 * m_young.hashes.size(), fewestSlots, m_most)));
        if (isLargest)
            m_old = std::move(before);
        for (std::size_t at = 0; !isLargest && at < before.hashes.size(); ++at)
            if (before.hashes[at] != 0)
                m_young.add(before.hashes[at], before.numbers[at]);
    }
    m_young.add(std::max<std::uint64_t>(hash, 1), number);
}

std::optional<std::uint16_t> BoundedIds::find(std::uint64_t hash) const {
    const auto wanted = std::max<std::uint64_t>(hash, 1);
    for (const Table* const table : {&m_young, &m_old})
        if (!table->hashes.empty())
            if (const std::size_t at = table->place(wanted); table->hashes[at] == wanted)
                return table->numbers[at];
    return std::nullopt;
}

std::size_t LetGoFailures::groupOf(const std::vector<SourceId>& sources) {
    const auto [at, isNew] = m_bySources.try_emplace(sources, m_groups.size());
    if (isNew)
        m_groups.emplace_back().sources = sources;
    return at->second;
}

void LetGoFailures::add(const ErrorEvent& event, const std::vector<Sighted>& sightings, bool mayBeDated) {
    const std::size_t number = groupOf(sourcesOf(sightings));
    Group& group = m_groups[number];
    const CountedFailure counted = CountedFailure::of(event);
    countFailure(counted, 1, group.totals, group.rates);
    for (const Sighted& where : sightings)
        ++group.sightings[where.source];
    if (mayBeDated)
        ++group.datable[counted.kind];
    if (!event.requestId.empty() && number <= std::numeric_limits<std::uint16_t>::max())
        m_ids.add(hashOfRequestId(event.requestId), static_cast<std::uint16_t>(number));
}

bool LetGoFailures::knows(std::uint64_t id) const {
    const auto group = m_ids.find(id);
    return group && !m_groups[*group].sources.empty();
}

std::uint64_t LetGoFailures::failures() const {
    std::uint64_t count = 0;
    for (const Group& group : m_groups)
        count += group.totals.failures;
    return count;
}

std::uint64_t LetGoFailures::failuresOf(SourceId source) const {
    std::uint64_t count = 0;
    for (const Group& group : m_groups)
        if (!group.sources.empty() && group.sources.front() == source)
            count += group.totals.failures;
    return count;
}

std::map<FailureKind, std::uint64_t> LetGoFailures::date(SourceId source, Microseconds time) {
    std::map<FailureKind, std::uint64_t> dated;
    for (Group& group : m_groups) {
        if (group.datable.empty() || group.sources.empty() || group.sources.front() != source)
            continue;
        for (const auto& [kind, count] : std::exchange(group.datable, {})) {
            const auto signedCount = static_cast<std::int64_t>(count);
            changeAt(group.totals.undatedByCode, kind.code, -signedCount);
            group.rates.addRequests(time, signedCount);
            group.rates.addFailures(time, kind, signedCount);
            dated[kind] += count;
        }
    }
    return dated;
}

void LetGoFailures::endLog(SourceId source) {
    for (Group& group : m_groups)
        if (!group.sources.empty() && group.sources.front() == source)
            group.datable.clear();
}

void LetGoFailures::removeSource(SourceId source) {
    m_bySources.clear();
    for (std::size_t number = 0; number < m_groups.size(); ++number) {
        Group& group = m_groups[number];
        std::erase(group.sources, source);
        group.sightings.erase(source);
        if (group.sources.empty())
            group = {};
        else
            m_bySources.emplace(group.sources, number);
    }
}

void LetGoFailures::addTo(Totals& totals, RateSeries& rates) const {
    for (const Group& group : m_groups) {
        totals.failures += group.totals.failures;
        totals.apiRequests += group.totals.apiRequests;
        derouter::add(totals.failuresByCode, group.totals.failuresByCode);
        derouter::add(totals.failuresByType, group.totals.failuresByType);
        derouter::add(totals.failuresByCause, group.totals.failuresByCause);
        derouter::add(totals.undatedByCode, group.totals.undatedByCode);
        for (int move = 0; move < whoseMoveCount; ++move)
            totals.failuresByMove[move] += group.totals.failuresByMove[move];
        for (const auto& [source, count] : group.sightings)
            totals.sightings += count;
        rates.add(group.rates);
    }
}

} // namespace derouter
