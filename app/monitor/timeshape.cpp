// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/timeshape.h"

#include "format/texts.h"

#include <algorithm>
#include <cstring>

namespace derouter {

namespace {

constexpr auto npos = std::string_view::npos;

} // namespace

std::optional<TimeShape> TimeShape::of(std::string_view text, Microseconds time) {
    TimeShape shape;
    shape.m_text = text;
    const std::size_t point = std::min(text.find('.'), text.size());
    const bool epoch = std::ranges::count_if(text, isDigit) + (point < text.size() ? 1 : 0) ==
                       static_cast<std::ptrdiff_t>(text.size());
    if (epoch) {
        shape.m_epoch = true;
        shape.m_point = point;
        const std::size_t digits = text.size() - (point < text.size() ? 1 : 0);
        const bool known = point == 10 || point == 13 || point == 16;
        if (!known || digits > 16 || (point < text.size() && point != 10))
            return std::nullopt;
        shape.m_unit = microsecondsPerSecond;
        for (std::size_t at = 10; at < digits; ++at)
            shape.m_unit /= 10;
    } else {
        const bool clock = text.size() > 19 && text[4] == '-' && text[13] == ':' && text[16] == ':' &&
                           isDigit(text[17]) && isDigit(text[18]);
        if (!clock)
            return std::nullopt;
        const auto begin = shape.readClock(text); // of a minute that begins at zero
        if (!begin)
            return std::nullopt;
        shape.m_minuteBegins = time - *begin;
    }
    return shape.read(text) == time ? std::optional(shape) : std::nullopt;
}

std::optional<Microseconds> TimeShape::read(std::string_view text) const {
    return m_epoch ? readEpoch(text) : readClock(text);
}

std::size_t TimeShape::fractionDigits() const {
    const std::size_t point = m_text.find_first_of(".,");
    if (m_epoch && point == npos)
        return m_text.size() - 10;
    std::size_t digits = 0;
    while (point != npos && point + 1 + digits < m_text.size() && isDigit(m_text[point + 1 + digits]))
        ++digits;
    return digits;
}

std::optional<Microseconds> TimeShape::readEpoch(std::string_view text) const {
    constexpr std::size_t sameDigits = 3; // 115 days; epochs of other centuries are none
    if (text.size() != m_text.size() || std::memcmp(text.data(), m_text.data(), sameDigits) != 0)
        return std::nullopt;
    Microseconds number = 0;
    const auto addDigits = [&](std::size_t from, std::size_t to) {
        for (std::size_t at = from; at < to; ++at) {
            const auto digit = static_cast<unsigned char>(text[at] - '0');
            if (digit > 9)
                return false;
            number = number * 10 + digit;
        }
        return true;
    };
    if (!addDigits(0, m_point))
        return std::nullopt;
    if (m_point < text.size() && (text[m_point] != '.' || !addDigits(m_point + 1, text.size())))
        return std::nullopt;
    return number * m_unit;
}

/// `2026-11-20T09:14:` as it was, then the seconds and the zone as it was.
std::optional<Microseconds> TimeShape::readClock(std::string_view text) const {
    constexpr std::size_t seconds = 17;
    if (text.size() != m_text.size() ||
        text.substr(0, seconds) != std::string_view(m_text).substr(0, seconds) || !isDigit(text[seconds]) ||
        !isDigit(text[seconds + 1]) || text[seconds] > '5')
        return std::nullopt;
    Microseconds within = ((text[seconds] - '0') * 10 + text[seconds + 1] - '0') * microsecondsPerSecond;
    std::size_t at = seconds + 2;
    if ((text[at] == '.' || text[at] == ',') && text[at] == m_text[at]) {
        Microseconds unit = microsecondsPerSecond;
        for (++at; at < text.size() && isDigit(text[at]) && isDigit(m_text[at]); ++at) {
            unit /= 10;
            within += (text[at] - '0') * unit;
        }
    }
    if (text.substr(at) != std::string_view(m_text).substr(at))
        return std::nullopt;
    return m_minuteBegins + within;
}

} // namespace derouter
