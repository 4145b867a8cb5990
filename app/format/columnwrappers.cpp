// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/columnwrappers.h"

#include "format/texts.h"

#include <algorithm>
#include <cstdlib>

namespace derouter {

namespace {

/// `id<TAB>generated<TAB>received<TAB>source<TAB>name<TAB>address<TAB>facility<TAB>severity<TAB>program<TAB>…`
/// of Papertrail's archives.
std::optional<Peeled> peelPapertrail(std::string_view line, TimeParser& times) {
    std::string_view columns[9];
    for (std::string_view& column : columns) {
        const std::size_t tab = line.find('\t');
        if (tab == line.npos)
            return std::nullopt;
        column = line.substr(0, tab);
        line.remove_prefix(tab + 1);
    }
    const auto stamp = times.parse(columns[1]);
    if (!std::ranges::all_of(columns[0], isDigit) || !stamp || !times.parse(columns[2]))
        return std::nullopt;
    return Peeled{.line = line, .stamp = stamp, .stream = columns[8]};
}

/// `1793693898760<TAB>2026-11-03T08:18:18.760Z<TAB>…` of Grafana: one time in two spellings.
std::optional<Peeled> peelGrafana(std::string_view line, TimeParser& times) {
    const std::size_t first = line.find('\t');
    const std::size_t second = first == line.npos ? first : line.find('\t', first + 1);
    if (second == line.npos)
        return std::nullopt;
    const auto epoch = TimeParser::fromEpoch(line.substr(0, first));
    const auto stamp = times.parse(line.substr(first + 1, second - first - 1));
    constexpr Microseconds rounded = 1000;
    if (!epoch || !stamp || std::abs(epoch->time - stamp->time) > rounded)
        return std::nullopt;
    return Peeled{.line = line.substr(second + 1), .stamp = stamp, .stream = {}};
}

} // namespace

std::optional<Peeled> peelNumbered(std::string_view line, TimeParser& times) {
    const auto archived = peelPapertrail(line, times);
    return archived ? archived : peelGrafana(line, times);
}

} // namespace derouter
