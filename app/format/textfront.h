// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/texts.h"

#include <algorithm>
#include <string_view>

/// What the readers of collectors' prefixes take off a line.
namespace derouter {

constexpr bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}

constexpr bool isNameChar(char c) {
    return isDigit(c) || isLetter(c) || c == '_' || c == '-' || c == '.';
}

/// A text that is read off its front; what does not fit is left as it was.
struct Front {
    std::string_view rest;

    bool skip(std::string_view text) {
        if (!rest.starts_with(text))
            return false;
        rest.remove_prefix(text.size());
        return true;
    }
    void skipBlanks() { rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size())); }
    /// Up to the next blank, which is taken too.
    std::string_view word() {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const auto found = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return found;
    }
    std::string_view name() {
        std::size_t end = 0;
        while (end < rest.size() && isNameChar(rest[end]))
            ++end;
        const auto found = rest.substr(0, end);
        rest.remove_prefix(end);
        return found;
    }
};

} // namespace derouter
