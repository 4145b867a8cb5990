// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/timeparser.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <utility>

namespace derouter {

namespace {

constexpr Microseconds microsecondsPerHour = 60 * microsecondsPerMinute;
constexpr Microseconds microsecondsPerDay = 24 * microsecondsPerHour;
constexpr Microseconds earliest = 631'152'000 * microsecondsPerSecond; // 1990-01-01
constexpr Microseconds latest = 4'102'444'800 * microsecondsPerSecond; // 2100-01-01

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Reads a text from left to right; a failed step leaves the position where it was.
class Reader {
public:
    explicit Reader(std::string_view text)
        : m_text(text) {}

    std::size_t position() const { return m_at; }
    void setPosition(std::size_t at) { m_at = at; }
    char peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    bool skip(char c) { return peek() == c && c != '\0' ? (++m_at, true) : false; }

    /// Exactly `digits` digits, followed by no further one.
    std::optional<int> number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            const char c = peek(static_cast<std::size_t>(i));
            if (!isDigit(c))
                return std::nullopt;
            value = value * 10 + (c - '0');
        }
        m_at += static_cast<std::size_t>(digits);
        return value;
    }

    std::optional<int> month() {
        constexpr std::string_view names = "JanFebMarAprMayJunJulAugSepOctNovDec";
        const std::size_t found = names.find(m_text.substr(std::min(m_at, m_text.size()), 3));
        if (found == names.npos || found % 3 != 0 || m_at + 3 > m_text.size())
            return std::nullopt;
        m_at += 3;
        return static_cast<int>(found / 3) + 1;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

/// HH:MM:SS in microseconds of the day; a leap second counts as the next one's begin.
std::optional<Microseconds> readClock(Reader& reader) {
    const std::size_t begin = reader.position();
    const auto hour = reader.number(2);
    if (hour && *hour < 24 && reader.skip(':')) {
        const auto minute = reader.number(2);
        if (minute && *minute < 60 && reader.skip(':')) {
            const auto second = reader.number(2);
            if (second && *second <= 60)
                return ((*hour * 60LL + *minute) * 60 + *second) * microsecondsPerSecond;
        }
    }
    reader.setPosition(begin);
    return std::nullopt;
}

struct Fraction {
    Microseconds micros = 0;
    int digits = 0;
};

Fraction readFraction(Reader& reader) {
    Fraction fraction;
    if ((reader.peek() != '.' && reader.peek() != ',') || !isDigit(reader.peek(1)))
        return fraction;
    reader.setPosition(reader.position() + 1);
    Microseconds unit = microsecondsPerSecond;
    while (isDigit(reader.peek())) {
        unit /= 10;
        fraction.micros += unit * (reader.peek() - '0');
        ++fraction.digits;
        reader.setPosition(reader.position() + 1);
    }
    return fraction;
}

/// Z, UTC, +01:00, +0100 or +01, with or without a blank before it.
std::optional<Microseconds> readZone(Reader& reader) {
    const std::size_t begin = reader.position();
    const bool blank = reader.skip(' ');
    if (reader.skip('Z') || reader.skip('z'))
        return 0;
    if (reader.peek() == 'U' && reader.peek(1) == 'T' && reader.peek(2) == 'C') {
        reader.setPosition(reader.position() + 3);
        return 0;
    }
    const char sign = reader.peek();
    if (sign == '+' || sign == '-') {
        reader.skip(sign);
        const auto hours = reader.number(2);
        const bool colon = hours && reader.skip(':');
        const auto minutes = hours ? reader.number(2) : std::nullopt;
        if (hours && *hours <= 14 && (minutes ? *minutes < 60 : !colon && !blank))
            return (sign == '-' ? -1 : 1) * (*hours * 60LL + minutes.value_or(0)) * microsecondsPerMinute;
    }
    reader.setPosition(begin);
    return std::nullopt;
}

std::optional<Microseconds> daysToMicroseconds(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count() * microsecondsPerDay;
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
    const char first = text[0];
    if (isDigit(first)) {
        if (text[4] == '-')
            return parseIso(text, '-');
        if (text[4] == '/')
            return parseIso(text, '/');
        if (text[2] == '/')
            return parseCommonLog(text);
        if (text[2] == ':')
            return parseTimeOfDay(text);
        return std::nullopt;
    }
    if (first < 'A' || first > 'W')
        return std::nullopt;
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
        Reader reader(digits);
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
    Reader reader(text);
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
    Reader reader(text);
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

/// "Nov  3 09:14:07" of syslog, "Nov 03 09:14:07.532 2026" of Apache's error log behind its weekday.
std::optional<Stamp> TimeParser::parseMonthFirst(std::string_view text) {
    Reader reader(text);
    const auto month = reader.month();
    if (!month || !reader.skip(' '))
        return std::nullopt;
    const bool padded = reader.skip(' ');
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

/// The day of a date without a year: nearest to a known time, or the last one that lies not after the log's own.
std::optional<Microseconds> TimeParser::midnightWithoutYear(int month, int day, Microseconds clock) {
    const auto near = local(m_neighbour ? m_neighbour : m_reference);
    if (!near)
        return std::nullopt;
    const auto today = std::chrono::year_month_day(
        std::chrono::sys_days(std::chrono::days(floorDivide(*near, microsecondsPerDay))));
    std::optional<Microseconds> best;
    for (int year = int(today.year()) - 1; year <= int(today.year()) + 1; ++year) {
        const auto midnight = daysToMicroseconds(year, month, day);
        // A log is written before it is read: a date more than a day ahead of the file's own time is last year's.
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
    if (text[3] == ' ') {
        auto stamp = parseMonthFirst(text.substr(4));
        if (stamp)
            stamp->length += 4;
        return stamp;
    }
    Reader reader(text);
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

std::optional<Stamp> TimeParser::parseTimeOfDay(std::string_view text) {
    Reader reader(text);
    const auto clock = readClock(reader);
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
    Reader reader(text);
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
