// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/textfront.h"
#include "format/wrappers.h"

#include <algorithm>

namespace derouter {

namespace {

/// Of a Kubernetes object: small letters, digits, hyphens and points.
bool isObjectName(std::string_view word) {
    return !word.empty() && isLower(word.front()) &&
           std::ranges::all_of(word, [](char c) { return isLower(c) || isDigit(c) || c == '-' || c == '.'; });
}

/// `api:dev:`, `@acme/api:dev:`.
bool isTask(std::string_view word) {
    return word.ends_with(':') && std::ranges::count(word, ':') == 2 && !word.starts_with(':') &&
           std::ranges::all_of(
               word, [](char c) { return isNameChar(c) || c == ':' || c == '@' || c == '/' || c == '#'; });
}

/// `RateLimitError: 429 …`, `anthropic.APIStatusError: Error code: 402 - …`.
bool beginsError(std::string_view line) {
    const std::size_t colon = line.substr(0, 80).find(": ");
    if (colon == line.npos)
        return false;
    const auto name = line.substr(0, colon);
    const auto said = line.substr(colon + 2);
    return (name.ends_with("Error") || name.ends_with("Exception")) &&
           std::ranges::all_of(name, isNameChar) &&
           (threeDigits(said) || said.starts_with("Error code: ") || said.starts_with('{'));
}

/// `[0] …`, `[2026-11-03 09:14:07.532] …`.
void addBracket(std::string_view line, TimeParser& times, LikelyWrappers& likely) {
    const std::size_t close = line.find("] ");
    if (close > 40)
        return;
    const auto inside = line.substr(1, close - 1);
    const auto rest = line.substr(close + 2);
    if (!inside.empty() && inside.size() <= 3 && std::ranges::all_of(inside, isDigit))
        likely.add({.line = rest, .stamp = {}, .stream = line.substr(0, close + 1)});
    else if (const auto stamp = times.parse(inside); stamp && stamp->length == inside.size())
        likely.add({.line = rest, .stamp = stamp, .stream = {}});
}

/// `2026-11-03T08:14:07.532Z …`, `2026-11-03T08:14:07.532000+00:00 app/web/3f9c …`.
void addStamped(std::string_view line, const Stamp& stamp, LikelyWrappers& likely) {
    Front text{line.substr(stamp.length)};
    if (!text.skip(" ") && !text.skip("\t"))
        return;
    likely.add({.line = text.rest, .stamp = stamp, .stream = {}});
    const auto stream = text.word();
    const std::size_t slash = stream.find('/');
    if (slash != stream.npos && slash > 0 && !text.rest.empty() &&
        stream.find_first_of("\"=:*") == stream.npos)
        likely.add({.line = text.rest, .stamp = stamp, .stream = stream});
}

/// Stern's `pod container …`, with the namespace before it where it follows all of them.
void addNames(std::string_view line, LikelyWrappers& likely) {
    Front text{line};
    bool generated = false; // as names of pods are
    for (int words = 1; words <= 3; ++words) {
        const auto word = text.word();
        if (words == 1 && isTask(word)) {
            likely.add({.line = text.rest, .stamp = {}, .stream = word});
            return;
        }
        if (!isObjectName(word))
            return;
        if (words > 1 && generated)
            likely.add(
                {.line = text.rest, .stamp = {}, .stream = line.substr(0, line.size() - text.rest.size())});
        generated = generated || (words < 3 && word.find('-') != word.npos);
    }
}

} // namespace

bool beginsRecord(std::string_view line, TimeParser& times) {
    const std::size_t at = line.find_first_not_of("[( ");
    return at != line.npos &&
           (beginsObject(line) || times.parse(line.substr(at)) || line.starts_with("[log_") ||
            line.starts_with("Traceback (most recent call last)") || line.starts_with("< HTTP/") ||
            beginsError(line));
}

LikelyWrappers likelyWrappers(std::string_view line, TimeParser& times) {
    LikelyWrappers likely;
    if (line.starts_with('['))
        addBracket(line, times, likely);
    else if (line.starts_with('@') || (!line.empty() && isLower(line.front())))
        addNames(line, likely);
    else if (const auto stamp = times.parse(line))
        addStamped(line, *stamp, likely);
    return likely;
}

} // namespace derouter
