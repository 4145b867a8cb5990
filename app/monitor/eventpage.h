// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "monitor/textarena.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace derouter {

/// What many failures have in common. Each kind stands once in a page.
struct EventKind {
    using Text = TextArena::Text;

    Text type = 0, errorCode = 0, key = 0, model = 0, method = 0, path = 0;
    int source = -1; ///< of the first sighting
    int file = 0;    ///< of the first sighting
    FailureCode code;
    std::uint16_t reportedStatus = 0;
    std::uint8_t cause = 0; ///< index into guide::causes()
    AnsweredBy answeredBy = AnsweredBy::Unstated;
    TimeQuality timeQuality = TimeQuality::None;
    WhoseMove move = WhoseMove::Unknown;
    Evidence evidence;
    std::optional<bool> streamed;
    RetryAfter retryAfter;

    friend bool operator==(const EventKind&, const EventKind&) = default;
};

/// What a failure has of its own.
struct EventRow {
    using Text = TextArena::Text;
    enum class OwnTime : std::uint8_t { None, Same, Other }; ///< Sighted::time, compared with `time`

    Microseconds time = 0;
    std::uint64_t offset : 48 = 0;
    std::uint64_t kind : 16 = 0;
    std::uint32_t line = 0;
    std::uint32_t bytes = 0;   ///< of the record, as far as the number goes
    std::uint32_t rawHash = 0; ///< of a record that is not kept any more; 0: it never was
    Text requestId = 0;
    Text message = 0;
    std::uint32_t duration = 0; ///< see EventPage::duration()
    std::uint16_t lineHigh = 0;
    std::uint16_t attempt = 0;
    std::uint16_t links = 0; ///< the number behind that of its EventLinks; 0: it has none
    OwnTime ownTime = OwnTime::None;
    bool isInFile = false; ///< the record can be read again where it stands
};
static_assert(sizeof(EventRow) == 48);

/// What some failures have to do with others, and how often they were sighted again. Rows are those of the
/// store.
struct EventLinks {
    std::uint32_t call = 0;         ///< 0: not known
    std::uint32_t nextAttempt = 0;  ///< of the call, in a ring
    std::uint32_t lastSighting = 0; ///< the number behind that of the last further one; they are a ring
    std::uint32_t furtherSightings = 0;
};

/// Up to 1,024 failures with all their texts in a few pieces of memory, which go together. Rows are counted
/// from 0.
class EventPage {
public:
    using Text = TextArena::Text;
    static constexpr std::size_t rows = 1024;

    EventPage() { m_rows.reserve(rows); }

    std::size_t size() const { return m_rows.size(); }
    bool isFull() const { return m_rows.size() == rows; }
    std::size_t add();
    /// Nothing more is added: gives back the room for it.
    void settle();

    EventRow& row(std::size_t row) { return m_rows[row]; }
    const EventRow& row(std::size_t row) const { return m_rows[row]; }
    const EventKind& kind(std::size_t row) const { return m_kinds[m_rows[row].kind]; }
    void setKind(std::size_t row, const EventKind& kind);
    TextArena& texts() { return m_texts; }
    const TextArena& texts() const { return m_texts; }

    std::int64_t duration(std::size_t row) const; ///< in microseconds; -1: not stated
    void setDuration(std::size_t row, std::int64_t micros);

    std::optional<Microseconds> time(std::size_t row) const;
    /// Masked; good until the page changes.
    std::string_view key(std::size_t row) const { return m_texts[kind(row).key]; }
    std::string_view requestId(std::size_t row) const { return m_texts[m_rows[row].requestId]; }
    /// The failure as a value of views, good until the page changes.
    ErrorEvent event(std::size_t row) const;

    /// The first sighting, but for its source and file, which are the kind's.
    Sighted where(std::size_t row) const;
    /// After the row has its time.
    void setWhere(std::size_t row, const Sighted& where);
    enum class Order : std::uint8_t { Before, Behind }; ///< the further ones there are
    void addSighting(std::size_t row, const Sighted& where, Order order = Order::Behind);
    /// The first one first.
    std::vector<Sighted> sightings(std::size_t row) const;
    std::uint32_t furtherSightings(std::size_t row) const;

    /// The facts of which a source believed more may tell otherwise.
    enum class Fact : std::uint8_t {
        Time,
        Type,
        ErrorCode,
        Message,
        Key,
        Model,
        Method,
        Path,
        Duration,
        Streamed,
        Retry,
        Code
    };
    /// Of a row that is of this kind, or is about to be.
    bool isKnown(std::size_t row, const EventKind& kind, Fact fact) const;
    /// Another source is going to speak of the row: notes who told each fact, the first sighting's source
    /// where nothing else is known.
    void makeTellers(std::size_t row);
    /// Forgets it again where that source told all of them.
    void settleTellers(std::size_t row);
    /// Whether a source comes before the one that told the fact.
    bool isToldBefore(std::size_t row, Fact fact, int source) const;
    void setTeller(std::size_t row, Fact fact, int source);
    void copyTellers(const EventPage& from, std::size_t at, std::size_t to);

    /// Null when it has none.
    EventLinks* links(std::size_t row);
    const EventLinks* links(std::size_t row) const;
    EventLinks& makeLinks(std::size_t row);

    /// The record's bytes; of the row that was added last. A row with a `rawHash` has none here.
    void keepRaw(std::string_view raw);
    std::string_view raw(std::size_t row) const;
    /// What they take; 0 when there are none.
    std::size_t rawBytes() const;
    void dropRaw();
    /// Where the record was put down, and how much of it there was.
    struct Spilled {
        std::uint64_t place : 40 = 0; ///< as SpillFile gave it; 0: nowhere
        std::uint64_t bytes : 24 = 0;
    };
    Spilled spilled(std::size_t row) const { return row < m_spilled.size() ? m_spilled[row] : Spilled(); }
    void setSpilled(std::size_t row, std::uint64_t place, std::size_t bytes);

    std::size_t bytes() const;

private:
    struct Sighting {
        std::uint64_t offset : 48;
        std::uint64_t lineHigh : 16;
        std::uint32_t line;
        std::uint32_t bytes;
        int source;
        int file;
        Microseconds time;
        std::uint32_t next; ///< in the ring of its failure
        bool hasTime;
    };

    /// Of each fact the source that told it.
    using Tellers = std::array<int, static_cast<std::size_t>(Fact::Code) + 1>;

    static Sighted sighted(const Sighting& sighting);

    std::vector<EventRow> m_rows;
    std::vector<EventKind> m_kinds;
    HashedNumbers m_kindIndex;
    TextArena m_texts;
    std::vector<EventLinks> m_links;
    std::vector<Sighting> m_sightings;
    std::map<std::uint16_t, std::int64_t> m_longDurations;
    std::map<std::uint16_t, Microseconds> m_ownTimes; ///< of OwnTime::Other
    std::map<std::uint16_t, Tellers> m_tellers;
    std::string m_raw;
    std::vector<std::uint32_t> m_rawEnds;
    std::vector<Spilled> m_spilled;
};

} // namespace derouter
