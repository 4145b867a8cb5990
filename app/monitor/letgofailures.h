// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "core/sourcespec.h"
#include "monitor/rateseries.h"
#include "monitor/totals.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace derouter {

/// What is counted of a failure.
struct CountedFailure {
    FailureKind kind;
    std::string_view cause; ///< id in the guide
    std::string_view type;
    std::optional<Microseconds> time = {};

    static CountedFailure of(const ErrorEvent& event);
};

/// Adds a failure to the counts, `by` times; takes it back where that is negative.
void countFailure(const CountedFailure& failure, std::int64_t by, Totals& totals, RateSeries& rates);

/// Hashes of 64 bits in a bounded piece of memory, each with a small number: the newest ones, and from half
/// as many on as there is room for. What is older is forgotten.
class BoundedIds {
public:
    explicit BoundedIds(std::size_t mostBytes);

    void add(std::uint64_t hash, std::uint16_t number);
    std::optional<std::uint16_t> find(std::uint64_t hash) const;

private:
    struct Table {
        std::vector<std::uint64_t> hashes; ///< 0: free
        std::vector<std::uint16_t> numbers;
        std::size_t count = 0;

        explicit Table(std::size_t slots = 0)
            : hashes(slots)
            , numbers(slots) {}
        /// Where the hash stands or belongs.
        std::size_t place(std::uint64_t hash) const;
        void add(std::uint64_t hash, std::uint16_t number);
    };

    std::size_t m_most; ///< slots of a table
    Table m_young;
    Table m_old;
};

/// The failures that are not kept any more, as exact counts. They are counted for each group of sources that
/// spoke of them, so that closing a source takes back what it alone spoke of.
class LetGoFailures {
public:
    /// Bytes for the ids of those that were let go last.
    explicit LetGoFailures(std::size_t bytesForIds)
        : m_ids(bytesForIds) {}

    /// `sightings`: where it was seen, the first one first. `mayBeDated`: it stands before the first date of
    /// a log that is read yet.
    void add(const ErrorEvent& event, const std::vector<Sighted>& sightings, bool mayBeDated);
    /// Whether a failure with this request-id is among the last of them. The id is a hash.
    bool knows(std::uint64_t id) const;

    std::uint64_t failures() const;
    /// Those first seen in this source.
    std::uint64_t failuresOf(SourceId source) const;

    /// Dates what stands before the first date of the source's log: gives how many of each code.
    std::map<FailureKind, std::uint64_t> date(SourceId source, Microseconds time);
    /// No date will come for what has none yet.
    void endLog(SourceId source);

    /// Takes back what this source alone spoke of.
    void removeSource(SourceId source);
    /// Adds all of it.
    void addTo(Totals& totals, RateSeries& rates) const;

private:
    struct Group {
        std::vector<SourceId>
            sources;   ///< in the order in which they spoke of a failure; empty: all are closed
        Totals totals; ///< of failures only
        RateSeries rates;
        std::map<SourceId, std::uint64_t> sightings;
        std::map<FailureKind, std::uint64_t> datable;
    };

    std::size_t groupOf(const std::vector<SourceId>& sources);

    std::vector<Group> m_groups;
    std::map<std::vector<SourceId>, std::size_t> m_bySources;
    BoundedIds m_ids;
};

} // namespace derouter
