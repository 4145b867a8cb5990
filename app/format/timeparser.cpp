// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/timeparser.h"

#include "format/clockreader.h"

#include <QDateTime>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <utility>

namespace derouter {

namespace {

constexpr Microseconds earliest = 631'152'000 * microsecondsPerSecond; // 1990-01-01
constexpr Microseconds latest = 4'102'444'800 * microsecondsPerSecond; // 2100-01-01

} // namespace

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
    // What follows a stamp decides whether it goes on: a zone (` +01:00`), an "AM". So that is compared too.
    const std::size_t size = stamp ? stamp->length + 8 : 0;
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
        if ((text[4] == '/' || text[4] == '.') && isDigit(text[1]) && isDigit(text[2]) && isDigit(text[3]))
            return parseIso(text, text[4]);
        if ((text[2] == '/' || text[2] == '-') && isLetter(text[3]))
            return parseCommonLog(text, text[2]);
        if (text[2] == '-' && text[5] == ' ' && text[8] == ':')
            return parseMonthAndDay(text);
        if (text[1] == '.' || text[2] == '.')
            return parseDotted(text);
        if (text[1] == '/' || text[2] == '/')
            return parseAmerican(text, '/');
        if ((text[1] == '-' || text[2] == '-') && isDigit(text[3]))
            return parseAmerican(text, '-');
        if (text[1] == ':' || text[2] == ':')
            return parseTimeOfDay(text);
        if ((text[1] == ' ' && isLetter(text[2])) || (text[2] == ' ' && isLetter(text[3])))
            return parseDayFirst(text);
        if (text.size() > 14 && text[6] == ' ' && text[9] == ':')
            return parseCompact(text);
        return text.size() > 14 && (text[8] == 'T' || text[8] == ' ') ? parseCompact(text) : std::nullopt;
    }
    if (isDigit(text[1]))
        return first < 'A' || first > 'W' ? std::nullopt : parseKlog(text);
    if (!mayBeginName(text))
        return std::nullopt;
    if (auto monthFirst = parseMonthFirst(text))
        return monthFirst;
    return parseWeekday(text);
}

/// Cheap, for the common line: a month or a weekday is a short word, mostly before a day.
bool TimeParser::mayBeginName(std::string_view text) {
    const char first = text[0];
    if (first >= 'A' && first <= 'W' && (text[3] == ' ' || text[3] == ','))
        return true;
    const std::size_t blank = text.substr(0, 12).find(' ');
    if (blank == text.npos || blank < 3 || blank + 2 >= text.size())
        return false;
    const bool day = isDigit(text[blank + 1]) || (text[blank + 1] == ' ' && isDigit(text[blank + 2]));
    return day && (blank <= 6 || text[blank - 1] == ',');
}

std::optional<Stamp> TimeParser::parseValue(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '['))
        text.remove_prefix(1);
    if (auto stamp = parse(text))
        return stamp;
    if (const std::size_t colon = text.find(':'); colon == 1 || colon == 2) // "9:14AM" is shorter than others
        return parseTimeOfDay(text);
    return fromEpoch(text);
}

std::optional<Stamp> TimeParser::fromEpoch(std::string_view digits) {
    if (digits.size() > 2 && digits[1] == '.')
        return fromScientific(digits);
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

/// "1.793693647532e+09", as Go writes a large number.
std::optional<Stamp> TimeParser::fromScientific(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value < 1e8 || value > 1e19)
        return std::nullopt;
    const double unit = value < 1e11 ? 1e6 : value < 1e14 ? 1e3 : value < 1e17 ? 1 : 1e-3;
    Stamp stamp{.time = std::llround(value * unit), .length = static_cast<std::size_t>(end - text.data())};
    stamp.fractionDigits = 6;
    if (stamp.time < earliest || stamp.time >= latest)
        return std::nullopt;
    return stamp;
}

std::optional<Stamp> TimeParser::parseIso(std::string_view text, char separator) {
    ClockReader reader(text);
    const auto year = reader.number(4);
    if (!year || !reader.skip(separator))
        return std::nullopt;
    const bool apart = separator == '.' && reader.skip(' '); // Korean: "2026. 11. 3. 8:14:07"
    const auto month = reader.shortNumber();
    if (!month || !reader.skip(separator) || (apart && !reader.skip(' ')))
        return std::nullopt;
    const auto day = reader.shortNumber();
    const auto midnight = day ? daysToMicroseconds(*year, *month, *day) : std::nullopt;
    if (!midnight || (apart && !reader.skip('.')))
        return std::nullopt;
    while (reader.skip(' ') || reader.skip('T') || reader.skip('t') || reader.skip('-') || reader.skip('_')) {
    }
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
    // The 29th of February may lie some years back.
    const int reach = month == 2 && day == 29 ? 8 : 1;
    for (int year = int(today.year()) - reach; year <= int(today.year()) + 1; ++year) {
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

std::optional<Stamp> TimeParser::parseTimeOfDay(std::string_view text) {
    ClockReader reader(text);
    auto clock = readClock(reader);
    std::size_t end = reader.position(); // behind a half of the day
    if (clock) {
        ClockReader further = reader;
        readFraction(further);
        *clock += readHalfOfDay(further, *clock);
        end = further.position();
    } else {
        clock = readKitchenClock(reader);
    }
    const auto near = local(m_neighbour ? m_neighbour : m_reference);
    if (!clock || !near)
        return std::nullopt;
    Microseconds midnight = floorDivide(*near, microsecondsPerDay) * microsecondsPerDay;
    const Microseconds ahead = midnight + *clock - *near;
    if (ahead > (m_neighbour ? microsecondsPerDay / 2 : microsecondsPerHour))
        midnight -= microsecondsPerDay;
    else if (m_neighbour && ahead < -microsecondsPerDay / 2)
        midnight += microsecondsPerDay;
    auto stamp = finish({midnight, *clock, TimeQuality::DateAssumed}, text, reader.position());
    if (stamp)
        stamp->length = std::max(stamp->length, end);
    return stamp;
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
    const std::int64_t quarter = floorDivide(local, microsecondsPerQuarter);
    if (m_cachedQuarter != quarter)
        findOffset(quarter);
    const Microseconds first = local - m_cachedOffset;
    return m_cachedFold == 0 ? first : inItsPass(first);
}

void TimeParser::findOffset(std::int64_t quarter) {
    const QDateTime civil =
        QDateTime::fromMSecsSinceEpoch(quarter * (microsecondsPerQuarter / 1000), Qt::UTC);
    const QDateTime zoned(civil.date(), civil.time(), m_zone);
    m_cachedQuarter = quarter;
    m_cachedOffset = quarter >= 0 ? zoned.offsetFromUtc() * microsecondsPerSecond : 0;
    m_cachedFold = 0;
    const int before = m_zone.offsetFromUtc(civil.addDays(-1));
    const int after = m_zone.offsetFromUtc(civil.addDays(1));
    if (before <= after || m_zone.offsetFromUtc(civil.addSecs(-before)) != before ||
        m_zone.offsetFromUtc(civil.addSecs(-after)) != after)
        return;
    m_cachedOffset = before * microsecondsPerSecond;
    m_cachedFold = (before - after) * microsecondsPerSecond;
}

/// A log's lines may be as much out of order as they were before; what lies further off than the two passes
/// says nothing.
Microseconds TimeParser::inItsPass(Microseconds first) const {
    const Microseconds second = first + m_cachedFold;
    if (!m_lastRecord)
        return first;
    const bool steppedBack = first < *m_lastRecord - m_disorder && second > *m_lastRecord - m_cachedFold;
    const bool steppedAhead = second > *m_lastRecord + m_disorder && first < *m_lastRecord + m_cachedFold;
    const bool newestFirst = m_order < -1; // one step back is none of order
    return newestFirst ? (steppedAhead ? first : second) : (steppedBack ? second : first);
}

void TimeParser::noteRecord(Microseconds time) {
    constexpr int certain = 8;
    constexpr Microseconds longestRequest = 10 * microsecondsPerMinute;
    const Microseconds step = time - m_lastRecord.value_or(time);
    m_lastRecord = time;
    if (step == 0)
        return;
    if ((m_order > 0) == (step < 0) && m_order != 0 && std::abs(step) <= longestRequest)
        m_disorder = std::max(m_disorder, std::abs(step));
    m_order = std::clamp(m_order + (step > 0 ? 1 : -1), -certain, certain);
}

std::optional<Microseconds> TimeParser::inZoneNear(Microseconds time, Microseconds known) const {
    // What is logged when a request ends may name its begin; clocks differ a little.
    constexpr Microseconds ahead = microsecondsPerMinute;
    // Of the offsets in use those that are no whole hours, in quarters.
    constexpr int others[] = {-38, -14, -10, 14, 18, 22, 23, 26, 34, 35, 38, 42, 51, 55};
    const Microseconds civil = *local(time);
    const std::int64_t quarters = -floorDivide(known + ahead - civil, microsecondsPerQuarter);
    const bool inUse = (quarters % 4 == 0 && quarters >= -12 * 4 && quarters <= 14 * 4) ||
                       std::ranges::find(others, quarters) != std::end(others);
    return inUse ? std::optional(civil - quarters * microsecondsPerQuarter) : std::nullopt;
}

std::optional<Microseconds> TimeParser::local(std::optional<Microseconds> time) const {
    if (!time)
        return std::nullopt;
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(*time / 1000, Qt::UTC);
    return *time + m_zone.offsetFromUtc(utc) * microsecondsPerSecond;
}

} // namespace derouter
