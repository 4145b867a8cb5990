// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The forms of dates that a TimeParser knows beside ISO's.
#include "format/clockreader.h"
#include "format/timeparser.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

/// "AM" or "PM" behind a stamp of the given time of day.
void takeHalfOfDay(std::string_view text, Microseconds clock, Stamp& stamp) {
    ClockReader reader(text);
    reader.setPosition(stamp.length);
    stamp.time += readHalfOfDay(reader, clock);
    stamp.length = reader.position();
}

/// A year of the present, as a word of its own.
std::optional<int> takeYear(ClockReader& reader) {
    const std::size_t begin = reader.position();
    const auto year = reader.number(4);
    if (year && *year > 1990 && *year < 2100 && !isDigit(reader.peek()) && reader.peek() != ':')
        return year;
    reader.setPosition(begin);
    return std::nullopt;
}

/// journalctl writes the local zone's name, whatever it is, or its hours: " IST", " +03".
std::string_view zoneOfJournal(std::string_view rest) {
    const auto word = rest.substr(0, rest.find(' ', 1));
    if (word.size() < 4 || word.size() > 6 || word[0] != ' ')
        return {};
    const bool letters = std::ranges::all_of(word.substr(1), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool hours =
        word.size() == 4 && (word[1] == '+' || word[1] == '-') && isDigit(word[2]) && isDigit(word[3]);
    return letters || hours ? word : std::string_view();
}

} // namespace

/// "03/Nov/2026:09:14:07" of the common log format, "03/Nov/2026 09:14:07" of Python's servers,
/// "03-Nov-2026 09:14:07.532" of Tomcat.
std::optional<Stamp> TimeParser::parseCommonLog(std::string_view text, char separator) {
    ClockReader reader(text);
    const auto day = reader.number(2);
    if (!day || !reader.skip(separator))
        return std::nullopt;
    const auto month = reader.month();
    if (!month || !reader.skip(separator))
        return std::nullopt;
    const auto year = reader.number(4);
    const auto midnight = year ? daysToMicroseconds(*year, *month, *day) : std::nullopt;
    const bool colon = separator == '/' && reader.skip(':');
    if (!midnight || (!colon && !reader.skip(' ')))
        return std::nullopt;
    const auto clock = readClock(reader);
    return clock ? finish({*midnight, *clock}, text, reader.position()) : std::nullopt;
}

/// "03.11.2026 09:14:07", with or without a comma.
std::optional<Stamp> TimeParser::parseDotted(std::string_view text) {
    ClockReader reader(text);
    const auto day = reader.shortNumber();
    const auto month = day && reader.skip('.') ? reader.shortNumber() : std::nullopt;
    const auto year = month && reader.skip('.') ? reader.number(4) : std::nullopt;
    const auto midnight = year ? daysToMicroseconds(*year, *month, *day) : std::nullopt;
    if (!midnight)
        return std::nullopt;
    reader.skip(',');
    const auto clock = reader.skip(' ') ? readClock(reader) : std::nullopt;
    return clock ? finish({*midnight, *clock}, text, reader.position()) : std::nullopt;
}

/// "20261103T081407Z", "20261103 08:14:07", "261103 08:14:07" of Tornado.
std::optional<Stamp> TimeParser::parseCompact(std::string_view text) {
    ClockReader reader(text);
    const bool brief = text[6] == ' ';
    const auto written = reader.number(brief ? 2 : 4);
    const auto year = written && brief ? std::optional(2000 + *written) : written;
    const auto month = year ? reader.number(2) : std::nullopt;
    const auto day = month ? reader.number(2) : std::nullopt;
    const auto midnight = day ? daysToMicroseconds(*year, *month, *day) : std::nullopt;
    const bool blank = reader.skip(' ');
    if (!midnight || (!blank && !reader.skip('T')))
        return std::nullopt;
    if (const auto clock = readClock(reader))
        return finish({*midnight, *clock}, text, reader.position());
    const auto hour = blank ? std::nullopt : reader.number(2);
    const auto minute = hour ? reader.number(2) : std::nullopt;
    const auto second = minute ? reader.number(2) : std::nullopt;
    if (!second || *hour > 23 || *minute > 59 || *second > 60 || isDigit(reader.peek()))
        return std::nullopt;
    const Microseconds clock = ((*hour * 60LL + *minute) * 60 + *second) * microsecondsPerSecond;
    return finish({*midnight, clock}, text, reader.position());
}

/// "Nov  3 09:14:07" of syslog, "Nov 3, 2026 @ 08:14:07.532" of Kibana, "Nov 3, 2026, 9:14:07 AM" of
/// JavaScript; behind a weekday "Nov 03 09:14:07.532 2026" of Apache's error log, "Nov  3 08:14:07 UTC 2026"
/// of date.
std::optional<Stamp> TimeParser::parseMonthFirst(std::string_view text) {
    ClockReader reader(text);
    const auto month = readMonth(reader);
    if (!month || !reader.skip(' '))
        return std::nullopt;
    const bool padded = reader.skip(' ');
    if (const std::size_t comma = text.find(','); comma == 5 || comma == 6)
        return parseKibana(text, *month);
    const auto day = padded ? reader.number(1) : reader.shortNumber();
    if (!day || !reader.skip(' '))
        return std::nullopt;
    if (isDigit(reader.peek()) && isDigit(reader.peek(3)) && reader.peek(4) == ' ')
        return parseYearSecond(text, reader.position(), *month, *day);
    const auto clock = readClock(reader);
    if (!clock)
        return std::nullopt;
    const std::size_t end = reader.position();
    readFraction(reader);
    readZone(reader);
    const auto year = reader.skip(' ') ? takeYear(reader) : std::nullopt;
    if (const auto midnight = year ? daysToMicroseconds(*year, *month, *day) : std::nullopt) {
        auto stamp = finish({*midnight, *clock}, text, end);
        if (stamp)
            stamp->length = reader.position();
        return stamp;
    }
    const auto midnight = midnightWithoutYear(*month, *day, *clock);
    return midnight ? finish({*midnight, *clock, TimeQuality::DateAssumed}, text, end) : std::nullopt;
}

/// "Nov 03 2026 09:14:07 GMT+0100", as JavaScript prints a date behind its weekday. The year stands at `at`.
std::optional<Stamp> TimeParser::parseYearSecond(std::string_view text, std::size_t at, int month, int day) {
    ClockReader reader(text);
    reader.setPosition(at);
    const auto year = reader.number(4);
    const auto midnight = year && reader.skip(' ') ? daysToMicroseconds(*year, month, day) : std::nullopt;
    const auto clock = midnight ? readClock(reader) : std::nullopt;
    if (!clock)
        return std::nullopt;
    const std::size_t end = reader.position();
    const bool gmt = text.substr(end).starts_with(" GMT");
    auto stamp =
        gmt ? finish({*midnight, *clock}, text.substr(end + 4), 0) : finish({*midnight, *clock}, text, end);
    if (stamp && gmt)
        stamp->length += end + 4;
    return stamp;
}

std::optional<Stamp> TimeParser::parseKibana(std::string_view text, int month) {
    ClockReader reader(text);
    reader.setPosition(4);
    const auto day = reader.shortNumber();
    const auto year = day && reader.skip(',') && reader.skip(' ') ? reader.number(4) : std::nullopt;
    const auto midnight = year ? daysToMicroseconds(*year, month, *day) : std::nullopt;
    if (!midnight || (!reader.skip(' ') && !reader.skip(',')))
        return std::nullopt;
    if (reader.skip('@') || reader.peek() == ' ')
        reader.skip(' ');
    const auto clock = readClock(reader);
    auto stamp = clock ? finish({*midnight, *clock}, text, reader.position()) : std::nullopt;
    if (stamp)
        takeHalfOfDay(text, *clock, *stamp);
    return stamp;
}

/// "3 Nov 2026 09:14:07", "03 Nov 2026, 9:14:07".
std::optional<Stamp> TimeParser::parseDayFirst(std::string_view text) {
    ClockReader reader(text);
    const auto day = reader.shortNumber();
    const auto month = day && reader.skip(' ') ? readMonth(reader) : std::nullopt;
    const auto year = month && reader.skip(' ') ? reader.number(4) : std::nullopt;
    const auto midnight = year ? daysToMicroseconds(*year, *month, *day) : std::nullopt;
    if (!midnight)
        return std::nullopt;
    reader.skip(',');
    const auto clock = reader.skip(' ') ? readClock(reader) : std::nullopt;
    auto stamp = clock ? finish({*midnight, *clock}, text, reader.position()) : std::nullopt;
    if (stamp)
        takeHalfOfDay(text, *clock, *stamp);
    return stamp;
}

/// What stands behind a weekday's name, of which the first three letters are English.
std::optional<Stamp> TimeParser::parseWeekday(std::string_view text) {
    constexpr std::string_view weekdays = "MonTueWedThuFriSatSun";
    const std::size_t weekday = weekdays.find(text.substr(0, 3));
    const std::size_t end = text.substr(0, 11).find(' ');
    if (weekday == weekdays.npos || weekday % 3 != 0 || end == text.npos || text.size() < end + 9)
        return std::nullopt;
    if (text[end - 1] == ',')
        return parseHttpDate(text, end + 1);
    const bool journal = isDigit(text[end + 1]); // journalctl puts it before an ISO date too
    auto stamp = journal ? parseIso(text.substr(end + 1), '-') : parseMonthFirst(text.substr(end + 1));
    if (!stamp)
        return std::nullopt;
    stamp->length += end + 1;
    if (journal && stamp->quality == TimeQuality::ZoneAssumed)
        takeZone(zoneOfJournal(text.substr(std::min(stamp->length, text.size()))), *stamp);
    return stamp;
}

void TimeParser::takeZone(std::string_view word, Stamp& stamp) const {
    stamp.length += word.size();
    if (word.size() < 4 || isLetter(word[1]))
        return; // a name that may stand for several: the user's zone is the best guess
    const Microseconds hours = (word[2] - '0') * 10 + (word[3] - '0');
    stamp.time = *local(stamp.time) - (word[1] == '-' ? -hours : hours) * microsecondsPerHour;
    stamp.quality = TimeQuality::Exact;
}

/// "Tue, 03 Nov 2026 08:14:07 GMT", "Tuesday, 03-Nov-26 08:14:07 GMT".
std::optional<Stamp> TimeParser::parseHttpDate(std::string_view text, std::size_t at) {
    ClockReader reader(text);
    reader.setPosition(at);
    const auto day = reader.number(2);
    const char separator = reader.peek() == '-' ? '-' : ' ';
    const auto month = day && reader.skip(separator) ? reader.month() : std::nullopt;
    if (!month || !reader.skip(separator))
        return std::nullopt;
    auto year = reader.number(4);
    if (!year && separator == '-') {
        year = reader.number(2);
        if (year)
            *year += 2000;
    }
    const auto midnight = year ? daysToMicroseconds(*year, *month, *day) : std::nullopt;
    const auto clock = midnight && reader.skip(' ') ? readClock(reader) : std::nullopt;
    if (!clock)
        return std::nullopt;
    const auto zone = readZone(reader);
    return Stamp{.time = *midnight + *clock - zone.value_or(0), .length = reader.position()};
}

/// "11-03 09:14:07.532" of Android's logcat.
std::optional<Stamp> TimeParser::parseMonthAndDay(std::string_view text) {
    ClockReader reader(text);
    const auto month = reader.number(2);
    const auto day = month && reader.skip('-') ? reader.number(2) : std::nullopt;
    const auto clock = day && reader.skip(' ') ? readClock(reader) : std::nullopt;
    const auto midnight = clock ? midnightWithoutYear(*month, *day, *clock) : std::nullopt;
    return midnight ? finish({*midnight, *clock, TimeQuality::DateAssumed}, text, reader.position())
                    : std::nullopt;
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

/// "11/3/2026, 8:14:07.532 AM", as spreadsheets and Azure's portal write it; "25/11/2026, 08:14:07" and
/// "25-11-2026 08:14:07", where no month is the first number. Between dashes either may come first: a date
/// that both ways could be is none.
std::optional<Stamp> TimeParser::parseAmerican(std::string_view text, char separator) {
    ClockReader reader(text);
    auto month = reader.shortNumber();
    auto day = month && reader.skip(separator) ? reader.shortNumber() : std::nullopt;
    constexpr int months = 12;
    if (!day || !reader.skip(separator) || (separator == '-' && *month <= months && *day <= months))
        return std::nullopt;
    if (*month > months)
        std::swap(month, day);
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
    const bool apart = reader.skip(']'); // `[11/3/2026] [8:14:07 AM]` of Signale
    reader.skip(',');
    const bool blank = reader.skip(' ');
    const auto clock = blank && (!apart || reader.skip('[')) ? readClock(reader) : std::nullopt;
    if (!clock)
        return std::nullopt;
    auto stamp = finish({*midnight, *clock}, text, reader.position());
    if (stamp)
        takeHalfOfDay(text, *clock, *stamp);
    return stamp;
}

} // namespace derouter
