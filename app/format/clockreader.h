// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"
#include "format/texts.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace derouter {

inline constexpr Microseconds microsecondsPerQuarter = 15 * microsecondsPerMinute; ///< of an hour
inline constexpr Microseconds microsecondsPerHour = 60 * microsecondsPerMinute;
inline constexpr Microseconds microsecondsPerDay = 24 * microsecondsPerHour;

/// Reads a text from left to right; a failed step leaves the position where it was.
class ClockReader {
public:
    explicit ClockReader(std::string_view text)
        : m_text(text) {}

    std::string_view text() const { return m_text; }
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

    /// One digit or two.
    std::optional<int> shortNumber() { return isDigit(peek(1)) ? number(2) : number(1); }

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

struct Fraction {
    Microseconds micros = 0;
    int digits = 0;
};

/// Midnight of a date as if its zone were UTC; nothing where there is no such date.
std::optional<Microseconds> daysToMicroseconds(int year, int month, int day);
/// A month's short name in English, or as the C library writes it in other languages.
std::optional<int> readMonth(ClockReader& reader);
/// HH:MM:SS in microseconds of the day; a leap second counts as the next one's begin.
std::optional<Microseconds> readClock(ClockReader& reader);
/// "9:14AM" of zerolog's console.
std::optional<Microseconds> readKitchenClock(ClockReader& reader);
/// "AM" or "PM" behind a blank, in capitals, small letters or with dots: what it adds to the time of day.
Microseconds readHalfOfDay(ClockReader& reader, Microseconds clock);
Fraction readFraction(ClockReader& reader);
/// The offset in microseconds: Z, UTC, +01:00, +0100 or +01, with or without a blank before it; behind a
/// blank also the names that stand for one zone.
std::optional<Microseconds> readZone(ClockReader& reader);

} // namespace derouter
