// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/failurejoiner.h"

#include "guide/errorguide.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace derouter {

namespace {

/// How far before its use an entry of the request index is asked for from memory.
constexpr std::size_t lookAhead = 12;
/// Of the memory for failures: for the ids of those that were let go.
constexpr std::size_t shareOfIds = 8;

EventStoreOptions withoutIds(EventStoreOptions options) {
    options.most -= options.most / shareOfIds;
    return options;
}

/// Stands for a failure that has been let go, where a row is asked for.
EventStore::Row rowOfLetGo(std::uint64_t id) {
    constexpr std::uint64_t beyondAll = std::uint64_t(1) << 63;
    return static_cast<EventStore::Row>(id | beyondAll);
}

} // namespace

FailureJoiner::FailureJoiner(TimeRange range, EventStoreOptions options)
    : m_range(range)
    , m_events(withoutIds(options))
    , m_letGo(options.most / shareOfIds) {}

FailureJoiner::Changes FailureJoiner::take(SourceId source, Batch&& batch) {
    Changes changes{.firstNew = m_events.endRow(), .added = 0, .changed = {}};
    Account& account = m_accounts[source];
    if (account.log != batch.log)
        beginLog(source, batch.log);

    Account others; // only this batch's, to be added to both the source's and the totals
    others.otherRequests = batch.otherRequests;
    others.otherErrorsByStatus = std::move(batch.otherErrorsByStatus);
    others.firstTime = batch.firstTime;
    others.lastTime = batch.lastTime;
    account.otherRequests += others.otherRequests;
    for (const auto& [status, count] : others.otherErrorsByStatus)
        account.otherErrorsByStatus[status] += count;
    extend(account.firstTime, account.lastTime, others.firstTime, others.lastTime);
    countOthers(others);

    for (const Batch::SecondCount& second : batch.successes)
        countSuccesses(source, second.second * microsecondsPerSecond, second.count);
    account.undatedSuccesses += batch.undatedSuccesses;
    account.tellsSuccesses = account.tellsSuccesses || !batch.successes.empty() ||
                             batch.undatedSuccesses > 0 || !batch.identified.empty();
    if (m_range.isAll())
        countSuccesses(source, std::nullopt, static_cast<std::int64_t>(batch.undatedSuccesses));
    takeIdentified(source, batch.identified);
    joinAll(source, batch, changes);
    if (batch.leadingTime)
        dateLeading(source, *batch.leadingTime, changes);
    addOlderAttempts(changes);
    concludeShare();
    return changes;
}

/// Logs of failures alone, beside others, would make the share of failures greater than it was.
void FailureJoiner::concludeShare() {
    m_totals.showsShare =
        m_totals.apiSuccesses > 0 && std::ranges::none_of(m_accounts, [](const auto& known) {
            return known.second.failures > 0 && !known.second.tellsSuccesses;
        });
}

/// What follows neither dates what came before nor tells it again.
void FailureJoiner::beginLog(SourceId source, int log) {
    Account& account = m_accounts[source];
    account.log = log;
    account.undatedSuccesses = 0;
    account.undatedIds.clear();
    account.firstUndated.reset();
    account.heldFailures.clear();
    account.answers.clear();
    m_letGo.endLog(source);
    m_recent.forget(source);
}

/// A call that gained a try has another last attempt, and its others are now of more.
void FailureJoiner::addOlderAttempts(Changes& changes) {
    std::vector<EventStore::Row>& changed = changes.changed;
    std::set<std::uint32_t> calls;
    for (const EventStore::Row linked : std::exchange(m_linked, {}))
        if (calls.insert(m_events.call(linked)).second)
            std::ranges::copy_if(m_events.attempts(linked), std::back_inserter(changed),
                                 [&](EventStore::Row row) { return row < changes.firstNew; });
    std::ranges::sort(changed);
    const auto repeated = std::ranges::unique(changed);
    changed.erase(repeated.begin(), repeated.end());
}

/// In the order of the log.
void FailureJoiner::joinAll(SourceId source, Batch& batch, Changes& changes) {
    auto remark = batch.proxyRemarks.begin();
    auto answer = batch.answers.begin();
    const auto takeAnswers = [&](std::size_t until) {
        for (; answer != batch.answers.end() && answer->afterFailure <= until; ++answer)
            m_accounts[source].answers.add(answer->time);
    };
    const auto takeRemarks = [&](std::size_t until) {
        for (; remark != batch.proxyRemarks.end() && remark->afterFailure <= until; ++remark)
            if (const auto row = m_proxyNotes.addRemark(
                    source, *remark, [this](EventStore::Row each) { return mayBeProxysAnswer(each); }))
                noteProxysAnswer(*row, changes);
    };
    for (std::size_t i = 0; i < batch.failures.size(); ++i) {
        Sighting& sighting = batch.failures[i];
        takeRemarks(i);
        takeAnswers(i);
        if (sighting.time || m_range.isAll())
            join(source, sighting, changes);
        else
            m_accounts[source].heldFailures.push_back(std::move(sighting));
    }
    takeRemarks(batch.failures.size());
    takeAnswers(batch.failures.size());
}

/// As far as its own records tell.
bool FailureJoiner::mayBeProxysAnswer(EventStore::Row row) const {
    if (!m_events.isKept(row))
        return false;
    const ErrorEvent event = m_events.event(row);
    return event.answeredBy == AnsweredBy::Unstated && event.requestId.empty() && event.type.empty();
}

void FailureJoiner::noteProxysAnswer(EventStore::Row row, Changes& changes) {
    countRow(row, -1);
    m_events.setAnsweredBy(row, AnsweredBy::LocalProxy);
    countRow(row, +1);
    if (row < changes.firstNew)
        changes.changed.push_back(row);
}

/// A success by its id, and where that was none of the source itself the answer of its client that the
/// failure ended, unless the source has told of the failure before.
void FailureJoiner::takeBackSuccess(SourceId source, const Sighting& sighting) {
    if (!sighting.requestId.empty())
        if (const auto success = m_requests.addFailure(hashOfRequestId(sighting.requestId), source)) {
            countSuccesses(success->source, success->time(), -1);
            if (success->source == source)
                return;
        }
    if (sighting.code != FailureCode::inStream())
        return;
    const auto known = knownRow(source, sighting);
    if (known && (!m_events.isKept(*known) ||
                  std::ranges::count(m_events.sightings(*known), source, &Sighted::source) > 0))
        return;
    if (const auto began = m_accounts[source].answers.takeBack(sighting))
        countSuccesses(source, *began, -1);
}

void FailureJoiner::join(SourceId source, const Sighting& sighting, Changes& changes) {
    ++m_totals.sightings;
    takeBackSuccess(source, sighting);
    if (const auto known = knownRow(source, sighting)) {
        if (!m_events.isKept(*known))
            return noteLate(source, *known, sighting);
        mergeInto(*known, sighting);
        link(source, *known, sighting);
        if (*known < changes.firstNew)
            changes.changed.push_back(*known);
        if (!sighting.time)
            noteUndated(source, *known);
        if (mayBeProxysAnswer(*known) && m_proxyNotes.addFailure(*known, sighting))
            noteProxysAnswer(*known, changes);
        return;
    }
    const EventStore::Row row = m_events.append(sighting);
    link(source, row, sighting);
    ++m_accounts[source].failures;
    ++changes.added;
    countRow(row, +1);
    if (m_proxyNotes.addFailure(row, sighting))
        noteProxysAnswer(row, changes);
    if (!sighting.time)
        noteUndated(source, row);
}

/// What other records without an id say of the same failure is known by this one.
void FailureJoiner::noteLate(SourceId source, EventStore::Row row, const Sighting& sighting) {
    ++m_accounts[source].lateSightings;
    m_recent.note(source, row, sighting, {});
}

void FailureJoiner::mergeInto(EventStore::Row row, const Sighting& sighting) {
    countRow(row, -1);
    --m_accounts[m_events.source(row)].failures;
    m_events.merge(row, sighting);
    ++m_accounts[m_events.source(row)].failures;
    countRow(row, +1);
}

/// A call that a row has already stays: another source told of it first.
void FailureJoiner::link(SourceId source, EventStore::Row row, const Sighting& sighting) {
    const auto told = m_recent.note(source, row, sighting, {m_events.call(row), m_events.attempt(row)});
    const auto set = [&](EventStore::Row attempt, std::uint16_t number) {
        if (told.number == 0 || !m_events.isKept(attempt) || m_events.call(attempt) != 0)
            return;
        m_events.setCall(attempt, told.number, number);
        m_linked.push_back(attempt);
    };
    set(row, told.attempt);
    if (told.began)
        set(*told.began, 1);
}

std::optional<EventStore::Row> FailureJoiner::knownRow(SourceId source, const Sighting& sighting) const {
    if (!sighting.requestId.empty()) {
        if (const auto known = m_events.find(sighting.requestId))
            return known;
        if (const std::uint64_t id = hashOfRequestId(sighting.requestId); m_letGo.knows(id))
            return rowOfLetGo(id);
    }
    return m_recent.find(source, sighting);
}

void FailureJoiner::countSuccesses(SourceId source, std::optional<Microseconds> time, std::int64_t count) {
    Account& account = m_accounts[source];
    change(account.successCount, count);
    change(m_totals.apiSuccesses, count);
    change(m_totals.apiRequests, count);
    if (!time)
        return;
    account.successes.addRequests(*time, count);
    m_rates.addRequests(*time, count);
}

/// Whether it counts; no longer as another source told it, if so.
bool FailureJoiner::takeSuccess(SourceId source, std::uint64_t id, std::optional<Microseconds> time) {
    const RequestIndex::Added added = m_requests.addSuccess(id, source, time);
    if (added.insteadOf)
        countSuccesses(added.insteadOf->source, added.insteadOf->time(), -1);
    return added.counts;
}

void FailureJoiner::takeIdentified(SourceId source, std::span<const Batch::IdentifiedSuccess> successes) {
    // Neighbours mostly share a second: one addition to the rates for all of them.
    std::optional<Microseconds> second;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < successes.size(); ++i) {
        const auto& [id, time] = successes[i];
        if (i + lookAhead < successes.size())
            m_requests.prefetch(successes[i + lookAhead].id);
        if (!time)
            m_accounts[source].undatedIds.push_back(id);
        if ((!time && !m_range.isAll()) || !takeSuccess(source, id, time))
            continue;
        const auto its = time ? std::optional(*time - *time % microsecondsPerSecond) : std::nullopt;
        if (its != second && count > 0)
            countSuccesses(source, second, std::exchange(count, 0));
        second = its;
        ++count;
    }
    if (count > 0)
        countSuccesses(source, second, count);
}

void FailureJoiner::countOthers(const Account& account) {
    m_totals.otherRequests += account.otherRequests;
    for (const auto& [status, count] : account.otherErrorsByStatus)
        m_totals.otherErrorsByStatus[status] += count;
    extend(m_totals.firstTime, m_totals.lastTime, account.firstTime, account.lastTime);
}

void FailureJoiner::countRow(EventStore::Row row, std::int64_t sign) {
    const guide::Cause& cause = m_events.cause(row);
    countFailure({.kind = {m_events.code(row), guide::indexOf(cause), m_events.move(row)},
                  .cause = cause.id,
                  .type = m_events.type(row),
                  .time = m_events.time(row)},
                 sign, m_totals, m_rates);
}

std::vector<EventStore::Row> FailureJoiner::letGo(EventStore::Row firstKept) {
    for (EventStore::Row row = m_events.firstRow(); row < firstKept; ++row) {
        const ErrorEvent event = m_events.event(row);
        m_letGo.add(event, m_events.sightings(row), mayBeDated(row, event));
    }
    m_proxyNotes.forgetBefore(firstKept);
    return m_events.letGo(firstKept);
}

void FailureJoiner::removeSource(SourceId source) {
    m_accounts.erase(source);
    m_requests.forget(source);
    for (const EventStore::Row row : m_proxyNotes.removeSource(source, m_events.removeSource(source)))
        m_events.setAnsweredBy(row, AnsweredBy::Unstated);
    m_letGo.removeSource(source);
    m_recent.clear();
    m_totals = {};
    m_rates.clear();
    m_letGo.addTo(m_totals, m_rates);
    for (auto& [id, account] : m_accounts) {
        account.failures = m_letGo.failuresOf(id);
        if (account.firstUndated) // those that were let go may be all there are
            account.firstUndated = m_events.endRow();
        m_totals.sightings += account.lateSightings;
        m_totals.apiSuccesses += account.successCount;
        m_totals.apiRequests += account.successCount;
        m_rates.add(account.successes);
        countOthers(account);
    }
    for (const EventStore::Row row : m_events.rows()) {
        const ErrorEvent event = m_events.event(row);
        m_totals.sightings += event.sightings;
        Account& account = m_accounts[event.source];
        ++account.failures;
        if (!event.time && event.file >= account.log)
            account.firstUndated = std::min(account.firstUndated.value_or(row), row);
        countRow(row, +1);
    }
    concludeShare();
}

void FailureJoiner::renumber() {
    constexpr SourceId none = -1;
    removeSource(none);
}

std::uint64_t FailureJoiner::failuresOf(SourceId source) const {
    const auto account = m_accounts.find(source);
    return account == m_accounts.end() ? 0 : account->second.failures;
}

} // namespace derouter
