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

/// The value of a hexadecimal digit, -1 for anything else.
constexpr int hexDigit(char16_t c) {
    if (isDigit(c))
        return c - u'0';
    const char16_t lower = c | 0x20;
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

/// Whether a word begins at `index`, also directly behind an escape such as `\n` or `%22`.
bool wordBegins(QStringView text, qsizetype index);

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
