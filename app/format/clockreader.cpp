// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/clockreader.h"

namespace derouter {

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

Fraction readFraction(ClockReader& reader) {
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

std::optional<Microseconds> readZone(ClockReader& reader) {
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

} // namespace derouter
