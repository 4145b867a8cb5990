// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/wrappederrors.h"

#include "format/bodylead.h"
#include "format/texts.h"

#include <algorithm>
#include <cstdlib>

namespace derouter {

namespace {

constexpr std::size_t shortestError = 12;
constexpr std::size_t longestLine = 2000;
constexpr int mostLayers = 6; ///< of which the words may be alike by chance, and the one that is looked for
constexpr Microseconds mostApart = 20 * 1000; ///< of two layers' words about one error
constexpr std::uint64_t ownName = std::uint64_t(1) << 63;

bool agree(std::string_view one, std::string_view other) {
    return one.empty() || other.empty() || one == other;
}

std::size_t commonEnd(std::string_view one, std::string_view other) {
    const auto differ = std::mismatch(one.rbegin(), one.rend(), other.rbegin(), other.rend());
    return static_cast<std::size_t>(differ.first - one.rbegin());
}

/// Whether nothing stands before a message but stamps, a level and the place in the source.
bool isHead(std::string_view words) {
    for (auto rest = trimmed(words); !rest.empty();) {
        const auto word = rest.substr(0, rest.find(' '));
        rest = trimmed(rest.substr(word.size()));
        const bool bracketed = word.starts_with('[') && word.ends_with(']');
        if (!bracketed && std::ranges::none_of(word, isDigit) && !isLoggersHead(word))
            return false;
    }
    return true;
}

/// Where the value of a member begins that the words end in: `err="`, `"error":"`; npos where they do not.
std::size_t openValue(std::string_view words) {
    const std::size_t quote = words.rfind('"');
    const auto name = words.substr(0, quote == words.npos ? 0 : quote);
    return name.ends_with('=') || name.ends_with(':') || name.ends_with(": ") ? quote + 1 : words.npos;
}

bool tellsOfTry(std::string_view words) {
    const std::string lower = lowerCase(words);
    return contains(lower, "attempt") || contains(lower, "retr") || contains(lower, "try ");
}

/// What a layer added right before the error; empty where it added nothing.
std::string_view addedBy(std::string_view before) {
    if (!before.ends_with(": "))
        return {};
    const std::size_t value = openValue(before);
    if (value != before.npos)
        return before.substr(value);
    return isHead(before) ? std::string_view() : before;
}

} // namespace

bool isWrapped(std::string_view inner, std::string_view line) {
    const std::size_t common = commonEnd(inner, line);
    const auto error = inner.substr(inner.size() - common);
    int left = mostLayers;
    for (std::size_t at = 0; at + shortestError <= error.size() && left-- > 0;) {
        const auto before = inner.substr(0, inner.size() - error.size() + at);
        const bool begins = openValue(before) == before.size() || isHead(before);
        const auto added =
            begins ? addedBy(line.substr(0, line.size() - error.size() + at)) : std::string_view();
        if (std::ranges::any_of(added, isLetter) && !tellsOfTry(added))
            return true;
        const std::size_t next = error.find(": ", at);
        at = next == error.npos ? error.size() : next + 2;
    }
    return false;
}

/// Whole seconds say less than that no line stands between.
bool WrappedErrors::isRightBehind(const Sighting& sighting) const {
    const bool below = sighting.where.line == m_endLine;
    if (!m_time || !sighting.where.time)
        return below;
    const Microseconds apart = std::abs(*m_time - *sighting.where.time);
    const bool wholeSeconds = apart == 0 && *m_time % microsecondsPerSecond == 0;
    return apart <= mostApart && (!wholeSeconds || below);
}

bool WrappedErrors::isWrappedIn(const Sighting& sighting, std::string_view line) const {
    return !m_line.empty() && sighting.code == m_code && sighting.attempt == 0 && sighting.whole == 0 &&
           agree(sighting.type, m_type) && agree(sighting.model, m_model) && isRightBehind(sighting) &&
           isWrapped(m_line, line);
}

void WrappedErrors::note(Sighting& sighting, std::string_view raw) {
    const auto line = raw.substr(0, raw.find('\n'));
    const bool told = sighting.form != 0 && sighting.requestId.empty() && line.size() <= longestLine;
    if (told && isWrappedIn(sighting, line))
        sighting.whole = m_name;
    else
        m_name = sighting.partOf != 0 ? sighting.partOf : ownName | ++m_count;
    if (told && sighting.partOf == 0)
        sighting.partOf = m_name;
    m_line = told ? line : std::string_view();
    m_type = sighting.type;
    m_model = sighting.model;
    m_code = sighting.code;
    m_time = sighting.where.time;
    m_endLine = sighting.where.line + sighting.lines;
}

} // namespace derouter
