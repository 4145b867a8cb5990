// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/texts.h"

#include <string_view>

/// Where the values of a line of JSON end that was read in full before, or is like one that was.
namespace derouter {

/// Behind the quotation mark that closes the string that opens at `at`.
inline std::size_t behindString(std::string_view text, std::size_t at) {
    for (std::size_t close = text.find('"', at + 1); close != text.npos; close = text.find('"', close + 1)) {
        std::size_t backslashes = 0;
        while (text[close - 1 - backslashes] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            return close + 1;
    }
    return text.npos;
}

/// What numbers, `true`, `false` and `null` are written in.
inline constexpr ByteSet jsonWordBytes("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-+");

/// What has to be looked at to see where an object or a list ends.
inline constexpr ByteSet jsonSignBytes("\"{}[]");

/// Behind an object or a list.
inline std::size_t behindContainer(std::string_view text, std::size_t at) {
    int open = 0;
    do {
        if (text[at] == '"') {
            at = behindString(text, at);
            continue;
        }
        open += text[at] == '{' || text[at] == '[' ? 1 : text[at] == '}' || text[at] == ']' ? -1 : 0;
        ++at;
        while (open > 0 && at < text.size() && !jsonSignBytes.has(text[at]))
            ++at;
    } while (open > 0 && at < text.size());
    return open == 0 ? at : text.npos;
}

/// Behind a string or a word; npos where another value stands.
inline std::size_t behindScalar(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '"')
        return behindString(text, at);
    const std::size_t end = jsonWordBytes.endOfRun(text, at);
    return end > at ? end : text.npos;
}

inline std::string_view unquoted(std::string_view value) {
    return value.size() >= 2 && value.front() == '"' ? value.substr(1, value.size() - 2) : value;
}

/// A number as JSON writes those of durations: `12`, `1.204`, but neither `.5` nor `012`.
inline bool isNumber(std::string_view text) {
    static constexpr ByteSet digits("0123456789");
    const std::size_t whole = digits.endOfRun(text, 0);
    if (whole == 0 || (whole > 1 && text.front() == '0'))
        return false;
    const std::size_t end =
        whole < text.size() && text[whole] == '.' ? digits.endOfRun(text, whole + 1) : whole;
    return end == text.size() && end != whole + 1;
}

} // namespace derouter
