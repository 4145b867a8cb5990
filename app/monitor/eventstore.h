// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace derouter {

namespace guide {
struct Cause;
}

/// Every failure, one compact row each, in the order in which they were found. A row keeps its number until
/// `removeSource()` or `clear()`.
///
/// Belongs to the thread of its Monitor.
class EventStore {
public:
    using Row = std::size_t;

    std::size_t size() const { return m_rows.size(); }
    bool isEmpty() const { return m_rows.empty(); }

    /// The failure as a value of views, good until the store changes.
    ErrorEvent event(Row row) const;
    /// Where the failure was seen, first sighting first.
    std::vector<Sighted> sightings(Row row) const;
    /// The bytes of the first record that reported it, at most Sighting::maxRawBytes; empty when they are not
    /// kept.
    std::string_view raw(Row row) const;

    /// Single fields, cheap enough for filters and sorting.
    std::optional<Microseconds> time(Row row) const;
    FailureCode code(Row row) const { return m_rows[row].code; }
    WhoseMove move(Row row) const { return m_rows[row].move; }
    const guide::Cause& cause(Row row) const;
    std::uint32_t call(Row row) const { return m_rows[row].call; }
    std::uint16_t attempt(Row row) const { return m_rows[row].attempt; }

    /// Calls with a failure; a failure whose call is not known is one of its own.
    std::size_t calls() const { return m_rows.size() - m_rowsInCalls + m_calls.size(); }
    /// The failed attempts of the row's call, the first one first; empty when its call is not known.
    std::span<const Row> attempts(Row row) const;
    /// The one of them that stands for the call; the row itself when its call is not known. Like the two
    /// below at the same cost however many there are.
    Row lastAttempt(Row row) const;
    bool isLastAttempt(Row row) const { return lastAttempt(row) == row; }
    /// How often the row's call was tried as far as the logs tell: as often as it failed, or as the highest
    /// number says; 1 when its call is not known.
    std::size_t attemptCount(Row row) const;

    Row append(const Sighting& sighting);
    /// Adds a further sighting to a row and takes over what the row did not know.
    void merge(Row row, const Sighting& sighting);
    /// Makes the row a try of this call, and of no other; 0 of none.
    void setCall(Row row, std::uint32_t call, std::uint16_t attempt);
    void setTime(Row row, Microseconds time, TimeQuality quality);
    /// Who gave the answer, as other records tell; the failure is read by the guide anew.
    void setAnsweredBy(Row row, AnsweredBy answeredBy);
    /// The row with this request-id, if any.
    std::optional<Row> find(std::string_view requestId) const;

    /// Forgets what this source alone spoke of. Row numbers change: gives the new one of each row that is
    /// left.
    std::vector<std::optional<Row>> removeSource(int source);
    void clear();

private:
    using Text = std::uint32_t; ///< index into m_texts; 0 is the empty text

    struct Compact {
        Microseconds time = 0;
        std::int64_t durationMicros = -1;
        std::string requestId;
        Sighted where;
        Text type = 0, errorCode = 0, message = 0, model = 0, method = 0, path = 0;
        FailureCode code;
        std::uint8_t cause = 0; ///< index into guide::causes()
        std::uint32_t call = 0;
        std::uint16_t attempt = 0;
        std::uint16_t reportedStatus = 0;
        AnsweredBy answeredBy = AnsweredBy::Unstated;
        TimeQuality timeQuality = TimeQuality::None;
        WhoseMove move = WhoseMove::Unknown;
        Evidence evidence;
        std::optional<bool> streamed;
        RetryAfter retryAfter;
    };

    Text intern(std::string_view text);
    std::string_view text(Text index) const { return m_texts[index]; }
    void fillGaps(Compact& row, const Sighting& sighting);
    void readByGuide(Compact& row) const;
    void keepRaw(Row row, const std::string& raw);
    void joinCall(Row row);
    void leaveCall(Row row);

    std::deque<Compact> m_rows; ///< a deque: growing never moves a million rows at once
    std::deque<std::string> m_texts{std::string()};
    std::unordered_map<std::string_view, Text> m_textIndex;
    std::unordered_map<std::string_view, Row> m_byRequestId;     ///< keys view into m_rows
    std::unordered_map<Row, std::vector<Sighted>> m_more;        ///< second and further sightings
    std::unordered_map<std::uint32_t, std::vector<Row>> m_calls; ///< by rising attempt, then row
    std::size_t m_rowsInCalls = 0;
    std::unordered_map<Row, std::string> m_raw;
    std::size_t m_rawBytes = 0;
};

} // namespace derouter
