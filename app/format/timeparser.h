// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"

#include <QTimeZone>

#include <cstddef>
#include <optional>
#include <string_view>

namespace derouter {

/// A time stamp found in a text.
struct Stamp {
    Microseconds time = 0;
    TimeQuality quality = TimeQuality::Exact;
    std::size_t length = 0; ///< bytes of the stamp itself
    int fractionDigits = 0; ///< digits behind the second; the finer of two stamps of a record is taken
};

/// Reads the stamps of FORMATS: RFC 3339 and its loose forms (blank for T, comma fractions, offsets with and
/// without colon), common log format, slashes, syslog, a bare time of day, RFC 1123, and epoch numbers whose
/// unit shows by size. Months may have their names in other languages, zones theirs where it stands for one.
///
/// Stamps without a zone take the given one; those without a date or a year are completed so that they lie
/// nearest to the reference time. A local time that occurs twice is taken by the records before it. One
/// parser per source and thread.
class TimeParser {
public:
    /// `reference`: when the log was last written; nothing when not known, then a stamp without a date gives
    /// no time.
    explicit TimeParser(QTimeZone zone, std::optional<Microseconds> reference = std::nullopt);

    void setReference(std::optional<Microseconds> reference) { m_reference = reference; }

    /// A time that stands near the next stamps: those without a date are completed to lie nearest to it.
    void setNeighbour(Microseconds time) { m_neighbour = time; }

    /// The time of the record that was read last. Of a local hour that occurs twice the first pass lasts
    /// until the stamps of a log step back; in a log that begins with the newest they step ahead.
    void noteRecord(Microseconds time);

    /// A stamp that named no zone, of the zone in which it lies shortly before a known time; nothing when
    /// there is none such.
    std::optional<Microseconds> inZoneNear(Microseconds time, Microseconds known) const;

    /// The stamp that `text` begins with.
    std::optional<Stamp> parse(std::string_view text);
    /// The same for a JSON value or a layout's field: the whole text, epoch numbers included.
    std::optional<Stamp> parseValue(std::string_view text);
    /// An epoch number by its size: seconds, milliseconds, microseconds or nanoseconds between 1990 and 2100.
    static std::optional<Stamp> fromEpoch(std::string_view digits);

private:
    struct Civil {
        Microseconds day = 0;   ///< midnight, as if the zone were UTC
        Microseconds clock = 0; ///< since midnight
        TimeQuality quality = TimeQuality::Exact;
    };

    /// The last stamp with a date of its own, and the bytes it was read from.
    struct Recent {
        char bytes[64] = {};
        std::size_t size = 0;
        Stamp stamp;
    };

    static bool mayBeginName(std::string_view text);
    static std::optional<Stamp> fromScientific(std::string_view text);
    std::optional<Stamp> parseAnew(std::string_view text);

    std::optional<Stamp> parseIso(std::string_view text, char separator);
    std::optional<Stamp> parseCommonLog(std::string_view text, char separator);
    std::optional<Stamp> parseDotted(std::string_view text);
    std::optional<Stamp> parseCompact(std::string_view text);
    std::optional<Stamp> parseMonthFirst(std::string_view text);
    std::optional<Stamp> parseYearSecond(std::string_view text, std::size_t at, int month, int day);
    std::optional<Stamp> parseDayFirst(std::string_view text);
    std::optional<Stamp> parseKibana(std::string_view text, int month);
    std::optional<Stamp> parseWeekday(std::string_view text);
    std::optional<Stamp> parseHttpDate(std::string_view text, std::size_t at);
    void takeZone(std::string_view word, Stamp& stamp) const;
    std::optional<Stamp> parseMonthAndDay(std::string_view text);
    std::optional<Stamp> parseKlog(std::string_view text);
    std::optional<Stamp> parseAmerican(std::string_view text, char separator);
    std::optional<Stamp> parseTimeOfDay(std::string_view text);
    std::optional<Stamp> finish(Civil civil, std::string_view text, std::size_t end);
    Microseconds toUtc(Microseconds local);
    void findOffset(std::int64_t quarter);
    Microseconds inItsPass(Microseconds first) const;
    std::optional<Microseconds> midnightWithoutYear(int month, int day, Microseconds clock);
    std::optional<Microseconds> local(std::optional<Microseconds> time) const;

    QTimeZone m_zone;
    Recent m_recent;
    std::optional<Microseconds> m_reference;
    std::optional<Microseconds> m_neighbour;
    std::optional<Microseconds> m_lastRecord;
    int m_order = 0; ///< above 0 the records follow their time, below 0 the newest come first
    Microseconds m_disorder = 5 * microsecondsPerSecond; ///< the furthest step against that order
    std::optional<std::int64_t> m_cachedQuarter;         ///< quarters of an hour since the epoch, civil
    Microseconds m_cachedOffset = 0;                     ///< of the first pass
    Microseconds m_cachedFold = 0;                       ///< what the second pass is later; 0: there is none
};

} // namespace derouter
