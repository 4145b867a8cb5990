// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace derouter {

// What the Redactor has to know about characters and quoted text.

constexpr bool isLetter(char16_t c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
constexpr bool isDigit(char16_t c) {
    return c >= u'0' && c <= u'9';
}
constexpr bool isWord(char16_t c) {
    return isLetter(c) || isDigit(c) || c == u'_';
}
/// A character of the token behind `Bearer` or `Basic`.
constexpr bool isCredential(char16_t c) {
    return isWord(c) || c == u'-' || c == u'.' || c == u'~' || c == u'+' || c == u'/' || c == u'=';
}
constexpr bool isMailLocal(char16_t c) {
    return isWord(c) || c == u'.' || c == u'%' || c == u'+' || c == u'-';
}
constexpr bool isQuote(char16_t c) {
    return c == u'"' || c == u'\'' || c == u'`';
}
/// Of b'…', f'…', r'…' and u'…'.
constexpr bool isPythonPrefix(char16_t c) {
    return c == u'b' || c == u'f' || c == u'r' || c == u'u';
}

/// Whether a key of a known shape may begin with these two.
constexpr bool mayBeginKey(char16_t first, char16_t second) {
    const bool hidden = second == 0x1b || second > 0x7f;
    switch (first) {
    case u's':
    case u'r':
        return second == u'k' || hidden;
    case u'A':
        return second == u'K' || second == u'S' || second == u'I';
    case u'g':
        return second == u'h' || second == u'i' || second == u'l' || second == u's';
    case u'x':
        return second == u'o' || second == u'a';
    case u'h':
        return second == u'f';
    case u'c':
        return second == u'2';
    case u'N':
        return second == u'r';
    case u'z':
        return second == u'a';
    default:
        return false;
    }
}

/// Whether a word begins at `index`, also directly behind an escape such as `\n` or `%22`.
bool wordBegins(QStringView text, qsizetype index);

/// A character behind its escapes (`\u002d`, `%2D`, `&#45;`), with colour codes and invisible characters
/// before it skipped.
struct Decoded {
    char16_t value = 0;
    qsizetype end = 0;
};
Decoded decodedAt(QStringView text, qsizetype index);

/// The letters, digits, `-` and `_` from `begin` on, escaped or not.
struct Token {
    qsizetype length = 0; ///< decoded
    qsizetype end = 0;
};
Token tokenAt(QStringView text, qsizetype begin);

/// The end of a string whose quote stands at `quote`: before the backslashes of its closing quote, which are
/// as many as its level of nesting has. The text's end when it is cut.
qsizetype stringEnd(QStringView text, qsizetype quote);

/// Behind the bracket that closes the one at `open`.
qsizetype containerEnd(QStringView text, qsizetype open);

/// null, None, true …: a value with nothing in it to hide.
bool isLiteral(QStringView text);

/// The length of the placeholder that `text` begins with, 0 when it begins with none.
qsizetype placeholderLength(QStringView text);

} // namespace derouter
