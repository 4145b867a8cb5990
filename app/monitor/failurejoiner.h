// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sourcespec.h"
#include "monitor/batch.h"
#include "monitor/clientanswers.h"
#include "monitor/eventstore.h"
#include "monitor/letgofailures.h"
#include "monitor/proxynotes.h"
#include "monitor/rateseries.h"
#include "monitor/recentfailures.h"
#include "monitor/requestindex.h"
#include "monitor/totals.h"

#include <map>
#include <span>
#include <vector>

namespace derouter {

/// Joins what all sources report: several records with one request-id are one request, failed if any of them
/// says so. What a proxy's error log says of a request tells who answered it, whichever comes first. Keeps
/// the failures, the rates and the totals exact while it does.
///
/// Where memory is bounded, the oldest failures are let go and go on as counts. A record that tells one of
/// them again is known by its request-id, as long as there is room for ids, or as one of the source's last:
/// it counts as a sighting, and what it says is not taken over.
///
/// Belongs to the thread of its Monitor.
class FailureJoiner {
public:
    /// With a range, undated records count only once a neighbour dates them.
    explicit FailureJoiner(TimeRange range = {}, EventStoreOptions options = {});

    /// The rows a batch made or touched.
    struct Changes {
        EventStore::Row firstNew = 0;
        std::size_t added = 0;
        std::vector<EventStore::Row> changed; ///< rows that were there before, each once
    };

    Changes take(SourceId source, Batch&& batch);
    /// How many failures are to be let go for memory: gives the first row that may stay.
    EventStore::Row makeRoom() { return m_events.makeRoom(); }
    /// Keeps only the counts of the failures before this row, which `makeRoom()` gave. Gives the rows that
    /// now stand for their calls.
    std::vector<EventStore::Row> letGo(EventStore::Row firstKept);
    /// Forgets what this source alone spoke of. Row numbers change.
    void removeSource(SourceId source);
    /// Gives all rows new numbers, from 0 on.
    void renumber();

    const EventStore& events() const { return m_events; }
    const RateSeries& rates() const { return m_rates; }
    const Totals& totals() const { return m_totals; }
    /// Failures whose first sighting is in this source.
    std::uint64_t failuresOf(SourceId source) const;
    /// Failures of which only the counts are left.
    std::uint64_t letGoFailures() const { return m_totals.failures - m_events.size(); }

private:
    /// What a source gave that is no failure, to be taken back when it is removed, and what it gave before
    /// its log's first date.
    struct Account {
        RateSeries successes;
        std::uint64_t successCount = 0;
        bool tellsSuccesses = false; ///< be they counted as another source's, which tells them, too
        std::uint64_t otherRequests = 0;
        std::uint64_t failures = 0;
        std::uint64_t lateSightings = 0; ///< of failures that had been let go
        std::map<int, std::uint64_t> otherErrorsByStatus;
        std::optional<Microseconds> firstTime;
        std::optional<Microseconds> lastTime;

        int log = 0; ///< Batch::log of what follows
        std::uint64_t undatedSuccesses = 0;
        std::vector<std::uint64_t> undatedIds;
        std::optional<EventStore::Row> firstUndated; ///< a failure; those behind it may be undated, too
        std::vector<Sighting> heldFailures;          ///< undated while there is a range
        ClientAnswers answers;
    };

    void join(SourceId source, const Sighting& sighting, Changes& changes);
    void takeBackSuccess(SourceId source, const Sighting& sighting);
    void mergeInto(EventStore::Row row, const Sighting& sighting);
    void noteUndated(SourceId source, EventStore::Row row);
    bool isUndatedIn(EventStore::Row row, SourceId source) const;
    void noteLate(SourceId source, EventStore::Row row, const Sighting& sighting);
    bool mayBeDated(EventStore::Row row, const ErrorEvent& event) const;
    void dateFailures(SourceId source, EventStore::Row first, Microseconds time, Changes& changes);
    void link(SourceId source, EventStore::Row row, const Sighting& sighting);
    void addOlderAttempts(Changes& changes);
    std::optional<EventStore::Row> knownRow(SourceId source, const Sighting& sighting) const;
    void beginLog(SourceId source, int log);
    void joinAll(SourceId source, Batch& batch, Changes& changes);
    bool mayBeProxysAnswer(EventStore::Row row) const;
    void noteProxysAnswer(EventStore::Row row, Changes& changes);
    void countSuccesses(SourceId source, std::optional<Microseconds> time, std::int64_t count);
    bool takeSuccess(SourceId source, std::uint64_t id, std::optional<Microseconds> time);
    void takeIdentified(SourceId source, std::span<const Batch::IdentifiedSuccess> successes);
    void dateLeading(SourceId source, Microseconds time, Changes& changes);
    void countOthers(const Account& account);
    void concludeShare();
    void countRow(EventStore::Row row, std::int64_t sign);

    TimeRange m_range;
    EventStore m_events;
    LetGoFailures m_letGo;
    RateSeries m_rates;
    Totals m_totals;
    RequestIndex m_requests;
    RecentFailures m_recent;
    ProxyNotes m_proxyNotes;
    std::vector<EventStore::Row> m_linked; ///< that became tries of a call in this batch
    std::map<SourceId, Account> m_accounts;
};

} // namespace derouter
