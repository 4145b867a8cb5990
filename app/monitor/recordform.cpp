// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/recordform.h"

#include "format/terminalescapes.h"
#include "format/texts.h"
#include "monitor/jsontext.h"

#include <algorithm>
#include <functional>
#include <string>

namespace derouter {

namespace {

/// Of a record of text: a level stands behind the time and a name or two.
constexpr std::size_t longestHead = 200;

constexpr std::string_view levelNames[] = {"level", "severity", "levelname", "lvl"};

/// The outermost members' names, one after another, and the level; empty where the text is no object.
std::string membersOf(std::string_view object) {
    std::string names;
    std::size_t at = 1;
    while (at < object.size()) {
        at = object.find_first_not_of(" \t\r\n,", at);
        if (at == object.npos || object[at] != '"')
            break;
        const std::size_t behind = behindString(object, at);
        const std::size_t colon = behind == object.npos ? behind : object.find(':', behind);
        const std::size_t value =
            colon == object.npos ? colon : object.find_first_not_of(" \t\r\n", colon + 1);
        if (value == object.npos)
            break;
        const auto name = object.substr(at, behind - at);
        const bool container = object[value] == '{' || object[value] == '[';
        at = container ? behindContainer(object, value) : behindScalar(object, value);
        names.append(name);
        if (std::ranges::find(levelNames, unquoted(name)) != std::end(levelNames) && at != object.npos)
            names.append(object.substr(value, at - value));
    }
    return names;
}

/// In capitals; empty where the line's beginning names none.
std::string_view levelOf(std::string_view line) {
    constexpr std::string_view levels[] = {"TRACE", "DEBUG", "INFO",     "NOTICE", "WARN",  "WARNING",
                                           "ERROR", "ERR",   "CRITICAL", "FATAL",  "SEVERE"};
    std::string plain;
    auto head = line.substr(0, longestHead);
    if (head.find('\x1b') != head.npos)
        head = plain = withoutEscapes(head);
    while (!head.empty()) {
        const auto word = head.substr(0, std::ranges::find_if_not(head, isLetter) - head.begin());
        const auto level = std::ranges::find_if(levels, [word](std::string_view each) {
            return std::ranges::equal(each, word, {}, {},
                                      [](char c) { return static_cast<char>(c & ~0x20); });
        });
        if (level != std::end(levels))
            return *level;
        head.remove_prefix(std::min(head.size(), word.size() + 1));
    }
    return {};
}

} // namespace

std::uint32_t formOf(const Sighting& sighting, std::string_view raw) {
    if (!sighting.requestId.empty() || sighting.reporter == Reporter::Request)
        return 0;
    std::string form;
    if (raw.starts_with('{'))
        form = membersOf(raw);
    if (form.empty()) {
        const std::size_t feed = raw.find('\n');
        form = levelOf(raw.substr(0, feed));
        form += feed == raw.npos ? " line" : " lines";
        form += sighting.where.time ? " dated" : "";
    }
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(form)) | 1;
}

} // namespace derouter
