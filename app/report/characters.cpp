// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/characters.h"

#include <QString>

#include <algorithm>

namespace derouter {

namespace {

constexpr qsizetype longestPlaceholder = 48;

char16_t at(QStringView text, qsizetype index) {
    return index >= 0 && index < text.size() ? text[index].unicode() : u'\0';
}

/// The value of `digits` hexadecimal digits at `index`, -1 when there are none.
int hexAt(QStringView text, qsizetype index, int digits) {
    int value = 0;
    for (int i = 0; i < digits; ++i) {
        const int digit = hexDigit(at(text, index + i));
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

qsizetype backslashesBefore(QStringView text, qsizetype index) {
    qsizetype count = 0;
    while (at(text, index - count - 1) == u'\\')
        ++count;
    return count;
}

/// Whether what stands behind a quote is what stands behind a string: so told apart where backslashes before
/// the quote may be a writer's own doubling (`b'{"a": "x \\"y\\" z"}'`).
bool continuesAfterString(QStringView text, qsizetype index) {
    while (at(text, index) == u' ')
        ++index;
    const char16_t c = at(text, index);
    if (c != u',')
        return c == u'}' || c == u']' || c == u')' || c == u':' || c == u'\n' || c == u'\0';
    do
        ++index;
    while (at(text, index) == u' ' || at(text, index) == u'\n');
    const char16_t next = at(text, index);
    return isQuote(next) || next == u'{' || next == u'[' || next == u'\\';
}

} // namespace

bool wordBegins(QStringView text, qsizetype index) {
    if (index == 0 || !isWord(at(text, index - 1)))
        return true;
    const char16_t before = at(text, index - 1);
    if ((before == u'n' || before == u'r' || before == u't') && at(text, index - 2) == u'\\')
        return true;
    return (at(text, index - 3) == u'%' && hexAt(text, index - 2, 2) >= 0) ||
           (at(text, index - 6) == u'\\' && at(text, index - 5) == u'u' && hexAt(text, index - 4, 4) >= 0);
}

qsizetype stringEnd(QStringView text, qsizetype quote) {
    const qsizetype level = backslashesBefore(text, quote);
    for (qsizetype i = quote + 1; i < text.size(); ++i) {
        if (text[i] != text[quote])
            continue;
        const qsizetype before = std::min(backslashesBefore(text, i), i - quote - 1);
        if (before < level || (before - level) % (2 * (level + 1)) != 0)
            continue;
        if (before == level || continuesAfterString(text, i + 1))
            return i - level;
    }
    return text.size();
}

qsizetype containerEnd(QStringView text, qsizetype open) {
    qsizetype depth = 0;
    for (qsizetype i = open; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (isQuote(c)) {
            i = stringEnd(text, i);
            while (at(text, i) == u'\\')
                ++i;
        } else if (c == u'[' || c == u'{') {
            ++depth;
        } else if ((c == u']' || c == u'}') && --depth == 0) {
            return i + 1;
        }
    }
    return text.size();
}

bool isLiteral(QStringView text) {
    constexpr const char16_t* words[] = {u"null",  u"None", u"undefined", u"true",
                                         u"false", u"True", u"False"};
    return std::ranges::any_of(words, [text](const char16_t* word) {
        const QStringView literal(word);
        return text.startsWith(literal) && !isWord(at(text, literal.size()));
    });
}

qsizetype placeholderLength(QStringView text) {
    if (!text.startsWith(u'['))
        return 0;
    const qsizetype end =
        text.first(std::min<qsizetype>(text.size(), longestPlaceholder)).indexOf(u" hidden]");
    return end > 0 ? end + 8 : 0;
}

} // namespace derouter
