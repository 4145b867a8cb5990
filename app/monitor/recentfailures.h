// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace derouter {

/// The last failures of each source, to recognise one that is told again without its request-id.
///
/// A log often tells one failure by several voices: the HTTP library, the SDK's own log, and the program that
/// caught the exception. Each speaks once of each failure; so a sighting by another voice, with the same
/// code, a path, a type and a model that do not contradict, within ten seconds and a few records, is the same
/// failure. Where requests are made side by side one voice tells of many before the next tells of the first:
/// neither the same kind of failure nor what happened within the same second counts as records in between.
/// Two sightings by one voice never are, but where a record goes on with the answer that the one
/// before it began to tell, where it is of the whole of which the other was a part, or where it repeats an
/// error in full right behind, in another form: a line of words and then the exception, one level and then
/// another. A try that the SDK names (`log_5e1b07`) is recognised by that name, at any time that a request
/// and its wait may take.
class RecentFailures {
public:
    using Row = std::size_t;

    /// Which call a failure is a try of.
    struct Call {
        std::uint32_t number = 0;      ///< unique in the program; 0: no other try is known
        std::uint16_t attempt = 0;     ///< counted from 1; 0: not known
        std::optional<Row> began = {}; ///< the call's first try, when this one shows that it was one
    };

    /// The row that this sighting speaks of, when it is one of the last.
    std::optional<Row> find(int source, const Sighting& sighting) const;
    /// Remembers that the row was sighted; gives the call it belongs to, which is `known` when that is one.
    Call note(int source, Row row, const Sighting& sighting, const Call& known);
    /// What the source tells from now on is of another log.
    void forget(int source) { m_sources.erase(source); }
    /// Row numbers have changed.
    void clear() { m_sources.clear(); }

private:
    struct Entry {
        Row row = 0;
        std::string attemptId;
        std::string retryOf;
        std::string path;
        std::string type;
        std::string model;
        std::string message; ///< its beginning
        std::string said;    ///< the same, or what the record says in its stead
        std::optional<Microseconds> time;
        std::uint64_t order = 0;             ///< of the record that told of it last
        std::uint64_t told = 0;              ///< how often its code had been told by then
        std::vector<std::uint64_t> parts;    ///< of what it was told as a part
        std::vector<std::uint32_t> forms;    ///< in which it was told
        std::vector<std::uint32_t> wordings; ///< in which it was told
        std::optional<Microseconds> stated;  ///< the last of the times that its records name themselves
        std::uint64_t endLine = 0;           ///< behind the last of its records
        FailureCode code;
        std::uint16_t reportedStatus = 0;
        unsigned reporters = 0; ///< a bit for each voice
        bool hasRequestId = false;
        Call call;
    };

    /// Also when the time of one of them is not known.
    static bool within(Microseconds span, const Entry& entry, const Sighting& sighting);
    /// How far an entry may be.
    enum class Reach : std::uint8_t { Near, SideBySide };
    struct Source;

    static bool isFar(const Entry& entry, const Sighting& sighting, std::uint64_t alike);
    static bool isSideBySide(const Source& told, const Entry& entry, const Sighting& sighting);
    static bool isApart(const Entry& entry, const Sighting& sighting);
    static bool goesOn(const Entry& last, const Sighting& sighting);
    static bool isUncaught(const Entry& entry, const Sighting& sighting);
    static bool isRepeated(const Entry& entry, const Sighting& sighting);
    static bool isSummed(const Entry& entry, const Sighting& sighting);
    static bool isRightBehind(const Entry& entry, const Sighting& sighting);
    static std::optional<Row> partOf(const std::deque<Entry>& entries, const Sighting& sighting);
    static std::optional<Row> repeated(const std::deque<Entry>& entries, const Sighting& sighting);
    static bool mayBe(const Source& told, const Entry& entry, const Sighting& sighting, Reach reach);
    static std::optional<Row> lastOf(const Source& told, const Sighting& sighting);
    static std::optional<Row> toldBefore(const Source& told, const Sighting& sighting, Reach reach);
    Call callOf(std::deque<Entry>& entries, Row row, const Sighting& sighting);
    Call begin(Entry& entry);
    static Entry* unnumberedFirst(std::deque<Entry>& entries, Row row, const Sighting& sighting);

    struct Source {
        std::deque<Entry> entries;
        unsigned voices = 0;                         ///< all reporters there were, a bit each
        std::map<FailureCode, std::uint64_t> byCode; ///< how often each was told
        std::optional<Row> newest;                   ///< the greatest of all that were remembered
    };

    std::map<int, Source> m_sources;
    std::uint32_t m_calls = 0;
};

} // namespace derouter
