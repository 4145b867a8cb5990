// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/textfront.h"

#include <algorithm>
#include <string_view>

/// The parts of a request that a line prints, as words apart.
namespace derouter {

constexpr bool isCapital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Blanks, and the bars between the columns of some logs.
inline constexpr std::string_view separators = " |";

inline void skipSeparators(Front& text) {
    text.rest.remove_prefix(std::min(text.rest.find_first_not_of(separators), text.rest.size()));
}

/// Up to the next blank or bar.
inline std::string_view nextWord(Front& text) {
    const std::size_t end = std::min(text.rest.find_first_of(separators), text.rest.size());
    const auto word = text.rest.substr(0, end);
    text.rest.remove_prefix(std::min(end + 1, text.rest.size()));
    return word;
}

/// `412ms`, `1.5s`, `1,412ms` of koa-logger; not a bare number.
bool isDuration(std::string_view word);

/// What stands behind a status: how long, how large, of whom, or what the SDK said; no noun, which would make
/// it a number of things.
class RequestTail {
public:
    RequestTail(std::string_view text, int status)
        : m_text{text}
        , m_status(status) {}

    /// False where other words stand there.
    bool read();
    /// With its unit; empty where there is none.
    std::string_view duration() const { return m_duration; }

private:
    bool leadsToObject() const;
    bool leadsToMessage() const;
    void readReason();
    bool skipBrackets();
    void takeDuration(std::string_view text);
    bool durationFollows() const;
    bool takeWord();

    Front m_text;
    int m_status;
    int m_sizes = 0;
    std::string_view m_duration;
};

} // namespace derouter
