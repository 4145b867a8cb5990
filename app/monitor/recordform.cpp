// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/recordform.h"

#include "format/terminalescapes.h"
#include "format/texts.h"
#include "monitor/jsontext.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace derouter {

namespace {

/// Of a record of text: a level stands behind the time and a name or two.
constexpr std::size_t longestHead = 200;

constexpr std::string_view levelNames[] = {"level", "severity", "levelname", "lvl"};

/// What a record says of its own making.
struct Told {
    std::string members;      ///< of an object the outermost ones' names, one after another, and the level
    std::string_view message; ///< of an object its member of that name; a text as a whole
};

/// The members are given where they are `compared`.
Told toldBy(std::string_view raw, bool compared) {
    constexpr std::string_view messageNames[] = {"msg", "message", "event"};
    Told told;
    if (!raw.starts_with('{')) {
        told.message = raw;
        return told;
    }
    std::size_t at = 1;
    while (at < raw.size() && (compared || told.message.empty())) { // until it is cut or is no object
        at = raw.find_first_not_of(" \t\r\n,", at);
        if (at == raw.npos || raw[at] != '"')
            break;
        const std::size_t behind = behindString(raw, at);
        const std::size_t colon = behind == raw.npos ? behind : raw.find(':', behind);
        const std::size_t begin = colon == raw.npos ? colon : raw.find_first_not_of(" \t\r\n", colon + 1);
        if (begin == raw.npos)
            break;
        const auto name = raw.substr(at, behind - at);
        const bool container = raw[begin] == '{' || raw[begin] == '[';
        at = container ? behindContainer(raw, begin) : behindScalar(raw, begin);
        const auto value = at == raw.npos ? std::string_view() : raw.substr(begin, at - begin);
        if (compared)
            told.members.append(name).append(isOneOf(unquoted(name), levelNames) ? value : "");
        if (told.message.empty() && isOneOf(unquoted(name), messageNames))
            told.message = unquoted(value);
    }
    return told;
}

/// Whether a word is another, which is in capitals, in any case.
bool same(std::string_view capitals, std::string_view word) {
    return std::ranges::equal(capitals, word, {}, {}, [](char c) { return static_cast<char>(c & ~0x20); });
}

constexpr std::string_view levels[] = {"TRACE", "DEBUG", "INFO",     "NOTICE", "WARN",  "WARNING",
                                       "ERROR", "ERR",   "CRITICAL", "FATAL",  "SEVERE"};

/// In capitals; empty where the line's beginning names none.
std::string_view levelOf(std::string_view line) {
    std::string plain;
    auto head = line.substr(0, longestHead);
    if (head.find('\x1b') != head.npos)
        head = plain = withoutEscapes(head);
    while (!head.empty()) {
        const auto word = head.substr(0, std::ranges::find_if_not(head, isLetter) - head.begin());
        const auto* const level =
            std::ranges::find_if(levels, [word](auto each) { return same(each, word); });
        if (level != std::end(levels))
            return *level;
        head.remove_prefix(std::min(head.size(), word.size() + 1));
    }
    return {};
}

/// Whether the word that stands in the text tells of a level: `ERROR`, `[error]`.
bool isLevel(std::string_view text, std::string_view word) {
    const auto at = static_cast<std::size_t>(word.data() - text.data());
    const bool bracketed = at > 0 && text[at - 1] == '[' && text.substr(at + word.size()).starts_with(']');
    const bool capitals = std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    return (capitals || bracketed) &&
           std::ranges::any_of(levels, [word](std::string_view each) { return same(each, word); });
}

bool tellsOfFailure(std::string_view word) {
    constexpr std::string_view begins[] = {"FAIL",    "ERROR",   "EXCEPTION", "UNEXPECTED",
                                           "PROBLEM", "REFUSED", "REJECTED"};
    return std::ranges::any_of(
        begins, [word](std::string_view each) { return same(each, word.substr(0, each.size())); });
}

std::uint32_t formOf(std::string_view raw, std::string form, bool dated) {
    if (form.empty()) {
        const std::size_t feed = raw.find('\n');
        form = levelOf(raw.substr(0, feed));
        form += feed == raw.npos ? " line" : " lines";
        form += dated ? " dated" : "";
    }
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(form)) | 1;
}

std::uint32_t wordingOf(const Sighting& sighting, std::string_view message) {
    if (sighting.reporter == Reporter::Framework || sighting.reporter == Reporter::Summary)
        return 0;
    std::string plain;
    auto text = message.substr(0, longestHead);
    if (text.find('\x1b') != text.npos)
        text = plain = withoutEscapes(text);
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && isLetter(text[at]))
            ++at;
        const auto word = text.substr(begin, at - begin);
        at += word.empty() ? 1 : 0;
        if (word.size() < 2 || isLevel(text, word))
            continue;
        if (tellsOfFailure(word))
            return words.empty() ? 0 : static_cast<std::uint32_t>(std::hash<std::string_view>()(words)) | 1;
        words.append(word) += ' ';
    }
    return 0;
}

} // namespace

void noteForm(Sighting& sighting, std::string_view raw) {
    if (sighting.reporter == Reporter::Request && !raw.starts_with('{'))
        return; // an access line
    const bool compared = sighting.requestId.empty() && sighting.reporter != Reporter::Request;
    Told told = toldBy(raw, compared);
    if (compared)
        sighting.form = formOf(raw, std::move(told.members), sighting.where.time.has_value());
    sighting.wording = wordingOf(sighting, told.message);
}

} // namespace derouter
