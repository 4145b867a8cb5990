// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/timeparser.h"

#include "format/clockreader.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <utility>

namespace derouter {

namespace {

constexpr Microseconds earliest = 631'152'000 * microsecondsPerSecond; // 1990-01-01
constexpr Microseconds latest = 4'102'444'800 * microsecondsPerSecond; // 2100-01-01

constexpr Microseconds microsecondsPerDay = 24 * microsecondsPerHour;

std::optional<Microseconds> daysToMicroseconds(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count() * microsecondsPerDay;
}

/// "AM" or "PM" behind a stamp of the given time of day.
void takeHalfOfDay(std::string_view text, Microseconds clock, Stamp& stamp) {
    const auto rest = text.substr(stamp.length);
    const bool afternoon = rest.starts_with(" PM");
    if (!afternoon && !rest.starts_with(" AM"))
        return;
    stamp.length += 3;
    const bool twelve = clock / microsecondsPerHour == 12;
    if (afternoon && !twelve)
        stamp.time += 12 * microsecondsPerHour;
    else if (!afternoon && twelve)
        stamp.time -= 12 * microsecondsPerHour;
}

} // namespace

struct TimeParser::Civil {
    Microseconds day = 0;   ///< midnight, as if the zone were UTC
    Microseconds clock = 0; ///< since midnight
    TimeQuality quality = TimeQuality::Exact;
};

TimeParser::TimeParser(QTimeZone zone, std::optional<Microseconds> reference)
    : m_zone(std::move(zone))
    , m_reference(reference) {}

std::optional<Stamp> TimeParser::parse(std::string_view text) {
    if (text.size() < 8)
        return std::nullopt;
    // A line's stamp is asked for more than once, and the next line's often is the same.
    if (m_recent.size > 0 && text.starts_with(std::string_view(m_recent.bytes, m_recent.size)))
        return m_recent.stamp;
    const auto stamp = parseAnew(text);
    // What follows a stamp decides whether it goes on: a zone, an "AM". So some of it is compared too.
    const std::size_t size = stamp ? stamp->length + 6 : 0;
    const bool dated = stamp && stamp->quality != TimeQuality::DateAssumed;
    if (dated && size <= std::min(text.size(), sizeof m_recent.bytes)) {
        text.copy(m_recent.bytes, size);
        m_recent.size = size;
        m_recent.stamp = *stamp;
    }
    return stamp;
}

std::optional<Stamp> TimeParser::parseAnew(std::string_view text) {
    const char first = text[0];
    if (isDigit(first)) {
        if (text[4] == '-')
            return parseIso(text, '-');
        if (text[4] == '/' && isDigit(text[2]) && isDigit(text[3]))
            return parseIso(text, '/');
        if (text[2] == '/' && !isDigit(text[3]))
            return parseCommonLog(text);
        if (text[1] == '/' || text[2] == '/')
            return parseAmerican(text);
        if (text[1] == ':' || text[2] == ':')
            return parseTimeOfDay(text);
        return std::nullopt;
    }
    if (first < 'A' || first > 'W')
        return std::nullopt;
    if (isDigit(text[1]))
        return parseKlog(text);
    if (auto monthFirst = parseMonthFirst(text))
        return monthFirst;
    return parseHttpDate(text);
}

std::optional<Stamp> TimeParser::parseValue(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '['))
        text.remove_prefix(1);
    if (auto stamp = parse(text))
        return stamp;
    return fromEpoch(text);
}

std::optional<Stamp> TimeParser::fromEpoch(std::string_view digits) {
    std::int64_t whole = 0;
    std::size_t at = 0;
    for (; at < digits.size() && at < 18 && isDigit(digits[at]); ++at)
        whole = whole * 10 + (digits[at] - '0');
    // The last digit of nanoseconds is below what is kept, and more digits are no time.
    const std::size_t dropped = at == 18 && at < digits.size() && isDigit(digits[at]) ? 1 : 0;
    if (at < 9 || (at + dropped < digits.size() && isDigit(digits[at + dropped])))
        return std::nullopt;
    Stamp stamp{.length = at + dropped};
    // 9 or 10 digits are seconds, 12 or 13 milliseconds, 15 or 16 microseconds, 18 or 19 nanoseconds.
    if (at <= 10) {
        ClockReader reader(digits);
        reader.setPosition(at);
        const Fraction fraction = readFraction(reader);
        stamp.time = whole * microsecondsPerSecond + fraction.micros;
        stamp.fractionDigits = fraction.digits;
        stamp.length = reader.position();
    } else if (at <= 13) {
        stamp.time = whole * 1000;
        stamp.fractionDigits = 3;
    } else if (at <= 16) {
        stamp.time = whole;
        stamp.fractionDigits = 6;
    } else {
        stamp.time = dropped ? whole / 100 : whole / 1000;
        stamp.fractionDigits = 9;
    }
    // The fraction of a number in milliseconds or finer is below what is kept.
    if (stamp.time < earliest || stamp.time >= latest)
        return std::nullopt;
    return stamp;
}

std::optional<Stamp> TimeParser::parseIso(std::string_view text, char separator) {
    ClockReader reader(text);
    const auto year = reader.number(4);
    if (!year || !reader.skip(separator))
        return std::nullopt;
    const auto month = reader.number(2);
    if (!month || !reader.skip(separator))
        return std::nullopt;
    const auto day = reader.number(2);
    const auto midnight = day ? daysToMicroseconds(*year, *month, *day) : std::nullopt;
    if (!midnight)
        return std::nullopt;
    while (reader.skip(' ') || reader.skip('T') || reader.skip('t') || reader.skip('-')) {
    }
    const auto clock = readClock(reader);
    return clock ? finish({*midnight, *clock}, text, reader.position()) : std::nullopt;
}

std::optional<Stamp> TimeParser::parseCommonLog(std::string_view text) {
    ClockReader reader(text);
    const auto day = reader.number(2);
    if (!day || !reader.skip('/'))
        return std::nullopt;
    const auto month = reader.month();
    if (!month || !reader.skip('/'))
        return std::nullopt;
    const auto year = reader.number(4);
    const auto midnight = year ? daysToMicroseconds(*year, *month, *day) : std::nullopt;
    if (!midnight || !reader.skip(':'))
        return std::nullopt;
    const auto clock = readClock(reader);
    return clock ? finish({*midnight, *clock}, text, reader.position()) : std::nullopt;
}

/// "Nov  3 09:14:07" of syslog, "Nov 3, 2026 @ 08:14:07.532" of Kibana, "Nov 03 09:14:07.532 2026" of
/// Apache's error log behind its weekday.
std::optional<Stamp> TimeParser::parseMonthFirst(std::string_view text) {
    ClockReader reader(text);
    const auto month = reader.month();
    if (!month || !reader.skip(' '))
        return std::nullopt;
    const bool padded = reader.skip(' ');
    if (const std::size_t comma = text.find(','); comma == 5 || comma == 6)
        return parseKibana(text, *month);
    const auto day = padded ? reader.number(1) : reader.number(2);
    if (!day || !reader.skip(' '))
        return std::nullopt;
    const auto clock = readClock(reader);
    if (!clock)
        return std::nullopt;
    const std::size_t end = reader.position();
    readFraction(reader);
    if (reader.skip(' ')) {
        const auto year = reader.number(4);
        const auto midnight = year && *year > 1990 && !isDigit(reader.peek())
                                  ? daysToMicroseconds(*year, *month, *day)
                                  : std::nullopt;
        if (midnight) {
            auto stamp = finish({*midnight, *clock}, text, end);
            if (stamp)
                stamp->length = reader.position();
            return stamp;
        }
    }
    const auto midnight = midnightWithoutYear(*month, *day, *clock);
    return midnight ? finish({*midnight, *clock, TimeQuality::DateAssumed}, text, end) : std::nullopt;
}

std::optional<Stamp> TimeParser::parseKibana(std::string_view text, int month) {
    ClockReader reader(text);
    reader.setPosition(4);
    const auto day = reader.shortNumber();
    const auto year = day && reader.skip(',') && reader.skip(' ') ? reader.number(4) : std::nullopt;
    const auto midnight = year ? daysToMicroseconds(*year, month, *day) : std::nullopt;
    if (!midnight || !reader.skip(' '))
        return std::nullopt;
    if (reader.skip('@'))
        reader.skip(' ');
    const auto clock = readClock(reader);
    return clock ? finish({*midnight, *clock}, text, reader.position()) : std::nullopt;
}

/// The day of a date without a year: nearest to a known time, or the last one that lies not after the log's
/// own.
std::optional<Microseconds> TimeParser::midnightWithoutYear(int month, int day, Microseconds clock) {
    const auto near = local(m_neighbour ? m_neighbour : m_reference);
    if (!near)
        return std::nullopt;
    const auto today = std::chrono::year_month_day(
        std::chrono::sys_days(std::chrono::days(floorDivide(*near, microsecondsPerDay))));
    std::optional<Microseconds> best;
    for (int year = int(today.year()) - 1; year <= int(today.year()) + 1; ++year) {
        const auto midnight = daysToMicroseconds(year, month, day);
        // A log is written before it is read: a date more than a day ahead of the file's own time is last
        // year's.
        if (!midnight || (!m_neighbour && *midnight + clock > *near + microsecondsPerDay))
            continue;
        if (!best || std::abs(*midnight + clock - *near) < std::abs(*best + clock - *near))
            best = midnight;
    }
    return best;
}

/// "Tue, 03 Nov 2026 08:14:07 GMT" and "Tue Nov 03 09:14:07 2026".
std::optional<Stamp> TimeParser::parseHttpDate(std::string_view text) {
    constexpr std::string_view weekdays = "MonTueWedThuFriSatSun";
    const std::size_t weekday = weekdays.find(text.substr(0, 3));
    if (weekday == weekdays.npos || weekday % 3 != 0 || text.size() < 12)
        return std::nullopt;
    if (text[3] == ' ') { // journalctl puts a weekday before an ISO date too
        auto stamp = isDigit(text[4]) ? parseIso(text.substr(4), '-') : parseMonthFirst(text.substr(4));
        if (stamp)
            stamp->length += 4;
        return stamp;
    }
    ClockReader reader(text);
    reader.setPosition(3);
    if (!reader.skip(',') || !reader.skip(' '))
        return std::nullopt;
    const auto day = reader.number(2);
    const auto month = day && reader.skip(' ') ? reader.month() : std::nullopt;
    const auto year = month && reader.skip(' ') ? reader.number(4) : std::nullopt;
    const auto midnight = year ? daysToMicroseconds(*year, *month, *day) : std::nullopt;
    const auto clock = midnight && reader.skip(' ') ? readClock(reader) : std::nullopt;
    if (!clock)
        return std::nullopt;
    const bool gmt = text.substr(reader.position()).starts_with(" GMT");
    return Stamp{.time = *midnight + *clock, .length = reader.position() + (gmt ? 4 : 0)};
}

/// "E1103 09:14:07.532114" of glog and klog.
std::optional<Stamp> TimeParser::parseKlog(std::string_view text) {
    ClockReader reader(text.substr(1));
    const auto month = reader.number(2);
    const auto day = month ? reader.number(2) : std::nullopt;
    if (std::string_view("IWEF").find(text.front()) == std::string_view::npos || !day || !reader.skip(' '))
        return std::nullopt;
    const auto clock = readClock(reader);
    const auto midnight = clock ? midnightWithoutYear(*month, *day, *clock) : std::nullopt;
    return midnight ? finish({*midnight, *clock, TimeQuality::DateAssumed}, text, reader.position() + 1)
                    : std::nullopt;
}

/// "11/3/2026, 8:14:07.532 AM", as spreadsheets and Azure's portal write it.
std::optional<Stamp> TimeParser::parseAmerican(std::string_view text) {
    ClockReader reader(text);
    const auto month = reader.shortNumber();
    const auto day = month && reader.skip('/') ? reader.shortNumber() : std::nullopt;
    if (!day || !reader.skip('/'))
        return std::nullopt;
    const std::size_t yearBegin = reader.position();
    auto year = reader.number(4);
    if (!year) { // rich's "11/03/26"
        reader.setPosition(yearBegin);
        year = reader.number(2);
        if (year)
            *year += 2000;
    }
    const auto midnight = year ? daysToMicroseconds(*year, *month, *day) : std::nullopt;
    if (!midnight)
        return std::nullopt;
    reader.skip(',');
    const auto clock = reader.skip(' ') ? readClock(reader) : std::nullopt;
    if (!clock)
        return std::nullopt;
    auto stamp = finish({*midnight, *clock}, text, reader.position());
    if (stamp)
        takeHalfOfDay(text, *clock, *stamp);
    return stamp;
}

std::optional<Stamp> TimeParser::parseTimeOfDay(std::string_view text) {
    ClockReader reader(text);
    auto clock = readClock(reader);
    if (!clock)
        clock = readKitchenClock(reader);
    const auto near = local(m_neighbour ? m_neighbour : m_reference);
    if (!clock || !near)
        return std::nullopt;
    Microseconds midnight = floorDivide(*near, microsecondsPerDay) * microsecondsPerDay;
    const Microseconds ahead = midnight + *clock - *near;
    if (ahead > (m_neighbour ? microsecondsPerDay / 2 : microsecondsPerHour))
        midnight -= microsecondsPerDay;
    else if (m_neighbour && ahead < -microsecondsPerDay / 2)
        midnight += microsecondsPerDay;
    return finish({midnight, *clock, TimeQuality::DateAssumed}, text, reader.position());
}

std::optional<Stamp> TimeParser::finish(Civil civil, std::string_view text, std::size_t end) {
    ClockReader reader(text);
    reader.setPosition(end);
    const Fraction fraction = readFraction(reader);
    const auto zone = readZone(reader);
    const Microseconds local = civil.day + civil.clock;
    Stamp stamp;
    stamp.time = (zone ? local - *zone : toUtc(local)) + fraction.micros;
    stamp.quality = civil.quality != TimeQuality::Exact ? civil.quality
                    : zone                              ? TimeQuality::Exact
                                                        : TimeQuality::ZoneAssumed;
    stamp.length = reader.position();
    stamp.fractionDigits = fraction.digits;
    if (stamp.time < earliest || stamp.time >= latest)
        return std::nullopt;
    return stamp;
}

Microseconds TimeParser::toUtc(Microseconds local) {
    const std::int64_t hour = floorDivide(local, microsecondsPerHour);
    if (!m_hasCachedHour || hour != m_cachedHour) {
        const QDateTime civil = QDateTime::fromMSecsSinceEpoch(hour * 3'600'000, Qt::UTC);
        const QDateTime zoned(civil.date(), civil.time(), m_zone);
        m_cachedOffset = local >= 0 ? zoned.offsetFromUtc() * microsecondsPerSecond : 0;
        m_cachedHour = hour;
        m_hasCachedHour = true;
    }
    return local - m_cachedOffset;
}

std::optional<Microseconds> TimeParser::local(std::optional<Microseconds> time) const {
    if (!time)
        return std::nullopt;
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(*time / 1000, Qt::UTC);
    return *time + m_zone.offsetFromUtc(utc) * microsecondsPerSecond;
}

} // namespace derouter
