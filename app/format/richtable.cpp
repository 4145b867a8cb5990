// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/richtable.h"

#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::size_t levelWidth = 8;

/// Where the level stands in a row: behind the time in brackets, or blanks as wide; npos in other lines.
std::size_t levelColumn(std::string_view line) {
    std::size_t at = line.starts_with('[') ? std::min(line.find(']'), line.size() - 1) + 1 : 0;
    at = line.find_first_not_of(' ', at);
    if (at == line.npos || at < 2 || at > 40)
        return line.npos;
    constexpr std::string_view levels[] = {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL", "NOTSET"};
    const auto cell = line.substr(at, levelWidth + 1);
    const auto level = trimmed(cell, " ");
    const bool padded = cell.size() == levelWidth + 1 && cell.back() == ' ';
    return padded && std::ranges::find(levels, level) != std::end(levels) ? at : line.npos;
}

/// The place in the source at the end of a row's first line: `app.py:42`.
std::size_t placeColumn(std::string_view line) {
    const auto row = line.substr(0, line.find_last_not_of(' ') + 1);
    const std::size_t begin = row.rfind(' ') + 1;
    return row.find(".py", begin) != row.npos ? begin : row.npos;
}

} // namespace

bool isRichRow(std::string_view line, std::string_view above) {
    const std::size_t column = line.starts_with("   ") ? levelColumn(line) : line.npos;
    return column != line.npos && column == levelColumn(above);
}

std::optional<std::string> unfoldedRichRow(std::string_view record) {
    const std::size_t feed = record.find('\n');
    const auto head = record.substr(0, feed);
    const std::size_t level = feed == record.npos ? record.npos : levelColumn(head);
    if (level == record.npos)
        return std::nullopt;
    const std::size_t message = level + levelWidth + 1;
    const std::size_t place = placeColumn(head);
    const std::size_t end = place == head.npos ? head.size() : place - 1;
    if (end <= message)
        return std::nullopt;
    std::string row(head.substr(0, message));
    bool folded = true; // no blank before the first piece
    for (std::size_t at = 0; at < record.size();) {
        const auto line = record.substr(at, std::min(record.find('\n', at), record.size()) - at);
        at += line.size() + 1;
        const bool first = at == feed + 1;
        if (!first && firstNonBlank(line) < message) // what is printed below the row
            break;
        const auto cell = line.substr(std::min(message, line.size()), end - message);
        const auto piece = cell.substr(0, cell.find_last_not_of(' ') + 1);
        row.append(folded ? "" : " ").append(piece);
        // A word wider than the column fills it and goes on in the next line.
        folded = piece.size() == end - message && piece.find(' ') == piece.npos;
    }
    return row;
}

} // namespace derouter
