// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/duration.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace derouter {

std::int64_t durationFrom(std::string_view text, double defaultUnit) {
    constexpr std::pair<std::string_view, double> units[] = {
        {"ns", 1e-3}, {"us", 1}, {"\xC2\xB5s", 1}, {"ms", 1e3}, {"s", 1e6}, {"m", 6e7}, {"h", 3.6e9}};
    double micros = 0;
    do {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || !(value >= 0) || value > 1e15)
            return -1;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const auto name = text.substr(0, text.find_first_of("0123456789 "));
        const auto unit = std::ranges::find(units, name, [](const auto& known) { return known.first; });
        if (!name.empty() && unit == std::end(units))
            return -1;
        micros += value * (name.empty() ? defaultUnit : unit->second);
        text.remove_prefix(name.size());
    } while (!text.empty() && text.front() != ' ');
    return micros <= 1e15 ? std::llround(micros) : -1;
}

double durationUnit(std::string_view text) {
    // No client waits for an answer longer than ten minutes unless told so: those are milliseconds.
    constexpr std::size_t digitsOfSeconds = 3;
    const std::size_t point = text.find('.');
    if (point != text.npos)
        return point > digitsOfSeconds || (point == digitsOfSeconds && text[0] >= '6') ? 1e3 : 1e6;
    return text.size() > 6 ? 1e-3 : 1e3;
}

} // namespace derouter
