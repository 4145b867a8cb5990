// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/clockreader.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace derouter {

namespace {

struct ZoneName {
    std::string_view name;
    int minutes = 0;
};

/// Only names that stand for one zone: no CST, IST or BST.
constexpr ZoneName zoneNames[] = {{"GMT", 0},    {"WET", 0},     {"WEST", 60},   {"CET", 60},   {"CEST", 120},
                                  {"EET", 120},  {"EEST", 180},  {"MSK", 180},   {"HKT", 480},  {"JST", 540},
                                  {"KST", 540},  {"AEST", 600},  {"AEDT", 660},  {"NZST", 720}, {"NZDT", 780},
                                  {"EST", -300}, {"EDT", -240},  {"CDT", -300},  {"MDT", -360}, {"PST", -480},
                                  {"PDT", -420}, {"AKST", -540}, {"AKDT", -480}, {"HST", -600}};

/// Such a name as a word of its own; with an offset behind it ("GMT+0100") that one is read.
std::optional<Microseconds> readZoneName(ClockReader& reader) {
    std::size_t size = 0;
    while (size < 5 && reader.peek(size) >= 'A' && reader.peek(size) <= 'Z')
        ++size;
    const char last = size > 0 ? reader.peek(size - 1) : '\0';
    if ((size != 3 && size != 4) || (last != 'T' && last != 'K') || isLetter(reader.peek(size)) ||
        isDigit(reader.peek(size)))
        return std::nullopt;
    for (const ZoneName& zone : zoneNames) {
        if (reader.text().substr(reader.position(), size) != zone.name)
            continue;
        reader.setPosition(reader.position() + size);
        const bool offset = zone.name == "GMT" && (reader.peek() == '+' || reader.peek() == '-');
        return offset ? readZone(reader) : zone.minutes * microsecondsPerMinute;
    }
    return std::nullopt;
}

} // namespace

std::optional<Microseconds> daysToMicroseconds(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count() * microsecondsPerDay;
}

std::optional<Microseconds> readClock(ClockReader& reader) {
    const std::size_t begin = reader.position();
    const auto hour = reader.shortNumber();
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

std::optional<Microseconds> readKitchenClock(ClockReader& reader) {
    const auto hour = reader.shortNumber();
    const auto minute = hour && reader.skip(':') ? reader.number(2) : std::nullopt;
    const bool afternoon = reader.peek() == 'P';
    if (!minute || *hour > 12 || *minute > 59 || (!afternoon && reader.peek() != 'A') ||
        reader.peek(1) != 'M')
        return std::nullopt;
    reader.setPosition(reader.position() + 2);
    return ((*hour % 12 + (afternoon ? 12 : 0)) * 60LL + *minute) * microsecondsPerMinute;
}

Microseconds readHalfOfDay(ClockReader& reader, Microseconds clock) {
    const auto all = reader.text();
    auto rest = all.substr(std::min(reader.position(), all.size()));
    constexpr std::string_view narrowBlank = "\xE2\x80\xAF"; // of newer locales
    const std::size_t blank = rest.starts_with(narrowBlank) ? narrowBlank.size()
                              : rest.starts_with(' ')       ? 1
                                                            : 0;
    rest.remove_prefix(blank);
    constexpr std::string_view halves[] = {"AM", "PM", "am", "pm", "a.m.", "p.m."};
    const auto* const half =
        std::ranges::find_if(halves, [rest](std::string_view word) { return rest.starts_with(word); });
    if (blank == 0 || half == std::end(halves) ||
        (rest.size() > half->size() && isLetter(rest[half->size()])))
        return 0;
    reader.setPosition(reader.position() + blank + half->size());
    const bool afternoon = (half->front() | 0x20) == 'p';
    const auto hour = clock / microsecondsPerHour;
    if (hour > 12 || (hour == 12) == afternoon)
        return 0;
    return (afternoon ? 12 : -12) * microsecondsPerHour;
}

/// ":532" behind a time of day: milliseconds.
static bool beginsMilliseconds(const ClockReader& reader) {
    constexpr std::size_t clock = 3; // ":07"
    const bool behindClock = reader.position() >= clock && reader.text()[reader.position() - clock] == ':';
    return behindClock && reader.peek() == ':' && isDigit(reader.peek(1)) && isDigit(reader.peek(2)) &&
           isDigit(reader.peek(3)) && !isDigit(reader.peek(4)) && reader.peek(4) != ':';
}

Fraction readFraction(ClockReader& reader) {
    Fraction fraction;
    const bool marked = reader.peek() == '.' || reader.peek() == ',' || beginsMilliseconds(reader);
    if (!marked || !isDigit(reader.peek(1)))
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

std::optional<Microseconds> readZone(ClockReader& reader) {
    const std::size_t begin = reader.position();
    const bool blank = reader.skip(' ');
    if (reader.skip('Z') || reader.skip('z'))
        return 0;
    if (reader.peek() == 'U' && reader.peek(1) == 'T' && reader.peek(2) == 'C') {
        reader.setPosition(reader.position() + 3);
        return 0;
    }
    if (blank)
        if (const auto named = readZoneName(reader))
            return named;
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

std::optional<int> readMonth(ClockReader& reader) {
    if (const auto english = reader.month())
        return english;
    // German, French, Spanish, Italian, Portuguese and Dutch, where they differ.
    constexpr std::string_view names[] = {" janv. jan. ene gen ",
                                          " f\xC3\xA9vr. fev. feb fev ",
                                          " M\xC3\xA4r Mrz mars mar mar. mrt ",
                                          " avril abr abr. apr ",
                                          " Mai mai mag may mei mai. ",
                                          " juin jun giu jun. ",
                                          " juil. jul lug jul. ",
                                          " ao\xC3\xBBt ago ago. aug ",
                                          " sept. sep set set. ",
                                          " Okt oct. oct ott out. okt ",
                                          " nov. nov ",
                                          " Dez d\xC3\xA9\x63. dic dez. dec "};
    const auto rest = reader.text().substr(std::min(reader.position(), reader.text().size()));
    const auto word = rest.substr(0, std::min(rest.find(' '), rest.size()));
    if (word.size() < 3 || word.size() > 6)
        return std::nullopt;
    for (int month = 0; month < 12; ++month) {
        const std::size_t at = names[month].find(word);
        if (at == std::string_view::npos || names[month][at - 1] != ' ' ||
            names[month][at + word.size()] != ' ')
            continue;
        reader.setPosition(reader.position() + word.size());
        return month + 1;
    }
    return std::nullopt;
}

} // namespace derouter
