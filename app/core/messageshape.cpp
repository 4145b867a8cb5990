// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "messageshape.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::size_t longestMessage = 1024;
constexpr std::size_t shortestId = 6;
constexpr std::size_t uuidLength = 36;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Part of a word; bytes above ASCII are letters of some language.
bool isWord(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool beginsWithUuid(std::string_view text) {
    if (text.size() < uuidLength)
        return false;
    for (std::size_t i = 0; i < uuidLength; ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !isHex(text[i]))
            return false;
    }
    return text.size() == uuidLength || !isWord(text[uuidLength]);
}

/// Letters and digits mixed, as random ids are and "4o" or "v1beta" are not.
bool isId(std::string_view word) {
    if (word.size() < shortestId)
        return false;
    const auto digits = std::ranges::count_if(word, isDigit);
    const auto changes =
        std::ranges::adjacent_find(word, [](char a, char b) { return isDigit(a) && !isDigit(b); });
    return digits >= 2 && changes != word.end();
}

/// The length of a number at the beginning of `text`, with the digits behind points and commas.
std::size_t numberLength(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && (isDigit(text[end]) || ((text[end] == '.' || text[end] == ',') &&
                                                        end + 1 < text.size() && isDigit(text[end + 1]))))
        ++end;
    return end;
}

void appendWord(std::string& shape, std::string_view word) {
    if (isId(word)) {
        shape += '#';
        return;
    }
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (!isDigit(word[at]))
            shape += word[at];
        else if (at == 0 || !isDigit(word[at - 1]))
            shape += '#';
    }
}

} // namespace

std::string messageShape(std::string_view message) {
    message = message.substr(0, longestMessage);
    std::string shape;
    shape.reserve(message.size());
    while (!message.empty()) {
        std::size_t length = 1;
        if (isSpace(message.front())) {
            length = std::min(message.find_first_not_of(" \t\n\v\f\r"), message.size());
            if (!shape.empty() && length < message.size())
                shape += ' ';
        } else if (beginsWithUuid(message)) {
            length = uuidLength;
            shape += '#';
        } else if (isWord(message.front())) {
            const auto end = std::ranges::find_if_not(message, isWord);
            const auto word = static_cast<std::size_t>(end - message.begin());
            const std::size_t number = numberLength(message);
            length = std::max(word, number);
            if (number >= word)
                shape += '#';
            else
                appendWord(shape, message.substr(0, word));
        } else {
            shape += message.front();
        }
        message.remove_prefix(length);
    }
    return shape;
}

} // namespace derouter
