// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "monitor/eventsnapshot.h"
#include "monitor/renumbering.h"
#include "monitor/rowsbyid.h"
#include "monitor/spillfile.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

namespace guide {
struct Cause;
}

struct EventStoreOptions {
    /// Bytes that failures and their records may take; 0: as many as there are.
    std::size_t most = 0;
    using IsRecord = std::function<bool(std::string_view)>;
    /// Reads the bytes of a record where it stands, and asks whether they are that record's; nothing where it
    /// does not stand any more. It takes a few small reads.
    std::function<std::string(const Sighted&, const IsRecord&)> readAgain = {};
    QString spillFolder = {}; ///< see SpillFile
};

/// The failures that are kept, one compact row each, in the order in which they were found: the newest ones,
/// as many as there is room for. A row keeps its number until `removeSource()`; numbers go up to 2^32.
///
/// Room is made first by letting go the records of the oldest failures, which are read again where they stand
/// or from a private file; then by letting go the oldest failures themselves, when the owner says so.
///
/// Belongs to the thread of its Monitor.
class EventStore {
public:
    using Row = std::size_t;

    explicit EventStore(EventStoreOptions options = {});

    std::size_t size() const { return m_end - m_first; }
    bool isEmpty() const { return m_end == m_first; }
    /// The oldest row that is kept, and the one behind the newest.
    Row firstRow() const { return m_first; }
    Row endRow() const { return m_end; }
    auto rows() const { return std::views::iota(m_first, m_end); }
    bool isKept(Row row) const { return row >= m_first && row < m_end; }

    /// The failure as a value of views, good until the store changes.
    ErrorEvent event(Row row) const { return pageOf(row).event(inPage(row)); }
    /// All of them, as they are now.
    EventSnapshot snapshot() const { return {m_pages, m_first}; }
    /// Where the failure was seen: by the order of the sources, in each as it was read.
    std::vector<Sighted> sightings(Row row) const;
    /// The bytes of the first of these records, at most Sighting::maxRawBytes; empty when memory does not
    /// hold them.
    std::string_view raw(Row row) const;

    /// The first record that reported a failure.
    struct Record {
        enum class State {
            There,
            NotKept, ///< it never was
            Gone,    ///< it was let go, and does not stand any more where it stood
        };
        State state = State::NotKept;
        std::string bytes; ///< at most Sighting::maxRawBytes
    };
    /// From memory or from the disk: takes as long as one small read.
    Record record(Row row) const;

    /// Whether that record can be read as it stands in its file: one of a compressed log cannot.
    bool isInFile(Row row) const { return pageOf(row).row(inPage(row)).isInFile; }

    /// Single fields, cheap enough for filters and sorting.
    std::optional<Microseconds> time(Row row) const { return pageOf(row).time(inPage(row)); }
    FailureCode code(Row row) const { return pageOf(row).kind(inPage(row)).code; }
    /// Of the first sighting.
    int source(Row row) const { return pageOf(row).kind(inPage(row)).source; }
    WhoseMove move(Row row) const { return pageOf(row).kind(inPage(row)).move; }
    const guide::Cause& cause(Row row) const;
    /// The key that was used, masked; good until the store changes.
    std::string_view key(Row row) const { return pageOf(row).key(inPage(row)); }
    /// Good until the store changes.
    std::string_view type(Row row) const { return pageOf(row).texts()[pageOf(row).kind(inPage(row)).type]; }
    std::uint32_t call(Row row) const;
    std::uint16_t attempt(Row row) const { return pageOf(row).row(inPage(row)).attempt; }

    /// Calls with a failure that is kept; a failure whose call is not known is one of its own.
    std::size_t calls() const { return size() - m_rowsInCalls + m_liveCalls; }
    /// The failed attempts of the row's call that are kept, the first one first; empty when its call is not
    /// known.
    std::vector<Row> attempts(Row row) const;
    /// The one of them that stands for the call; the row itself when its call is not known. Like those below
    /// at the same cost however many there are.
    Row lastAttempt(Row row) const;
    bool isLastAttempt(Row row) const { return lastAttempt(row) == row; }
    /// The failed attempts of the row's call, those that are not kept any more too; 1 when its call is not
    /// known.
    std::size_t failedAttempts(Row row) const;
    /// How often the row's call was tried as far as the logs tell: as often as it failed, or as the highest
    /// number says; 1 when its call is not known.
    std::size_t attemptCount(Row row) const;

    Row append(const Sighting& sighting);
    /// Adds a further sighting to a row and takes over what the row did not know. Where sources contradict
    /// each other the first one by their order is believed, whichever was read first.
    void merge(Row row, const Sighting& sighting);
    /// Makes the row a try of this call, and of no other; 0 of none. A call of which nothing is kept any more
    /// is not gone on with.
    void setCall(Row row, std::uint32_t call, std::uint16_t attempt);
    /// Gives a row without a stamp of its own the time that its neighbours in the source have. False when it
    /// has a better one.
    bool inheritTime(Row row, Microseconds time, int source);
    /// Who gave the answer, as other records tell; the failure is read by the guide anew.
    void setAnsweredBy(Row row, AnsweredBy answeredBy);
    /// The row with this request-id, if it is kept.
    std::optional<Row> find(std::string_view requestId) const;

    /// What all of it takes in memory.
    std::size_t bytes() const;
    /// How many failures are to be let go for what is left to have room: gives the first row that may stay.
    /// Before, as many records are let go as will do. `firstRow()` when all may stay.
    Row makeRoom();
    /// Lets go all failures before this row, which `makeRoom()` gave. Gives the rows that now stand for their
    /// calls.
    std::vector<Row> letGo(Row firstKept);

    /// Forgets what this source alone spoke of. Row numbers change, and begin with 0.
    Renumbering removeSource(int source);

    const SpillFile& spillFile() const { return m_spill; }

private:
    using Text = TextArena::Text;

    /// Of the failures that are tries of one call.
    struct Call {
        Row last = 0;           ///< by attempt, then row; the others are a ring behind it
        std::uint32_t kept = 0; ///< of them
        std::uint32_t all = 0;
    };

    static std::size_t inPage(Row row) { return row % EventPage::rows; }
    std::size_t pageNumber(Row row) const { return row / EventPage::rows - m_first / EventPage::rows; }
    EventPage& pageOf(Row row) { return m_pages[pageNumber(row)].changed(); }
    const EventPage& pageOf(Row row) const { return *m_pages[pageNumber(row)]; }

    // eventstore.cpp
    EventPage& pageForNext();
    std::string_view keepable(std::string_view text) const;
    void setRequestId(Row row, std::string_view id);
    std::string_view requestId(Row row) const;
    /// Of what the row knows already, `kind` is the part that others share.
    void takeFacts(Row row, EventKind kind, const Sighting& sighting);
    bool takeTime(Row row, EventKind& kind, Microseconds time, TimeQuality quality, int source);
    void takeCode(Row row, EventKind& kind, const Sighting& sighting);
    void takeRecord(Row row, const Sighting& sighting);
    static void readByGuide(const TextArena& texts, EventKind& kind, std::string_view message);

    // storedcalls.cpp
    Call* callOf(Row row);
    const Call* callOf(Row row) const;
    EventLinks& linksOf(Row row) { return *pageOf(row).links(inPage(row)); }
    const EventLinks& linksOf(Row row) const { return *pageOf(row).links(inPage(row)); }
    bool isBefore(Row one, Row other) const;
    void joinCall(Row row);
    void leaveCall(Row row);
    void forgetFirstCalls();

    // storeroom.cpp
    std::size_t rawBytes() const;
    void letRecordsGo(std::size_t excess);
    void spillRecords(EventPage& page);
    void adopt(const EventPage& page, std::size_t at, const std::vector<Sighted>& left);
    static void adoptRecord(const EventPage& from, std::size_t at, EventPage& page, std::size_t to);

    EventStoreOptions m_options;
    EventSnapshot::Pages m_pages;
    Row m_first = 0; ///< begins a page
    Row m_end = 0;
    RowsById m_byId;
    std::deque<Call> m_calls; ///< by number
    std::uint32_t m_firstCall = 0;
    std::size_t m_liveCalls = 0;
    std::size_t m_rowsInCalls = 0;
    SpillFile m_spill;
};

} // namespace derouter
