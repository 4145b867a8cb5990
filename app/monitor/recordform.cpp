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

std::string levelOf(std::string_view line) {
    constexpr std::string_view levels[] = {"TRACE", "DEBUG", "INFO",     "NOTICE", "WARN",  "WARNING",
                                           "ERROR", "ERR",   "CRITICAL", "FATAL",  "SEVERE"};
    const std::string head = withoutEscapes(line.substr(0, longestHead));
    std::string word;
    for (const char c : head + ' ') {
        if (isLetter(c)) {
            word += static_cast<char>(c & ~0x20);
            continue;
        }
        if (std::ranges::find(levels, word) != std::end(levels))
            return word;
        word.clear();
    }
    return {};
}

} // namespace

std::uint32_t formOf(std::string_view raw, bool dated) {
    std::string form;
    if (raw.starts_with('{'))
        form = membersOf(raw);
    if (form.empty()) {
        const std::size_t feed = raw.find('\n');
        form = levelOf(raw.substr(0, feed));
        form += feed == raw.npos ? " line" : " lines";
        form += dated ? " dated" : "";
    }
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(form)) | 1;
}

} // namespace derouter
