// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/maskedkey.h"

#include "format/texts.h"

namespace derouter {

namespace {

constexpr std::string_view keyBegin = "sk-";
constexpr std::string_view longBegin = "sk-ant-"; ///< of DeRouter's and Anthropic's keys: tells nothing
constexpr std::size_t mostShown = 24;             ///< characters of a masked key: more would be no mask
constexpr std::size_t leastWhole = 24;            ///< characters of a key that is not masked
constexpr std::size_t shownOfWhole = 4;
constexpr std::string_view ellipsis = "\xE2\x80\xA6";
constexpr std::string_view bullet = "\xE2\x80\xA2";

bool isKeyLetter(char c) {
    return isDigit(c) || isLetter(c) || c == '-' || c == '_';
}

/// How many bytes at the beginning stand for hidden characters.
std::size_t maskLength(std::string_view text) {
    if (text.starts_with('*') || text.starts_with("..."))
        return text.find_first_not_of(text.front()) == text.npos ? text.size()
                                                                 : text.find_first_not_of(text.front());
    return text.starts_with(ellipsis) || text.starts_with(bullet) ? ellipsis.size() : 0;
}

/// What a whole key is called.
std::string masked(std::string_view key) {
    const std::string_view begin = key.starts_with(longBegin) ? longBegin : keyBegin;
    return std::string(begin).append(ellipsis).append(key.substr(key.size() - shownOfWhole));
}

/// The name of the key with which the text begins, and its length there; empty where it is none.
std::string keyAtBegin(std::string_view text, std::size_t& length) {
    std::string name;
    std::size_t shown = 0;
    bool isMasked = false;
    for (length = 0; length < text.size();) {
        if (const std::size_t mask = maskLength(text.substr(length)); mask > 0) {
            isMasked = true;
            length += mask;
            if (!name.ends_with(ellipsis))
                name += ellipsis;
        } else if (isKeyLetter(text[length])) {
            ++shown;
            name += text[length++];
        } else {
            break;
        }
    }
    if (isMasked)
        return shown <= mostShown ? name : std::string();
    return shown >= leastWhole ? masked(name) : std::string();
}

} // namespace

std::string maskedKey(std::string_view text) {
    std::string known;
    for (std::size_t at = text.find(keyBegin); at != text.npos; at = text.find(keyBegin, at)) {
        const bool isWord = at == 0 || !isKeyLetter(text[at - 1]);
        std::size_t length = 0;
        std::string key = keyAtBegin(text.substr(at), length);
        at += length;
        if (!isWord || key.empty())
            continue;
        if (!known.empty() && key != known)
            return {};
        known = std::move(key);
    }
    return known;
}

} // namespace derouter
