// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/secretvalues.h"

#include "report/characters.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr qsizetype leastSecret = 12; ///< characters of a secret that is known by its name and look alone
constexpr qsizetype longWord = 16;    ///< longer than the words that stand behind `token:`
constexpr qsizetype leastPiece = 4;

bool hasDigit(QStringView text) {
    return std::ranges::any_of(text, [](QChar c) { return isDigit(c.unicode()); });
}

bool hasLetter(QStringView text) {
    return std::ranges::any_of(text, [](QChar c) { return isLetter(c.unicode()); });
}

/// "2026-11-23T03:32".
bool beginsLikeDate(QStringView text) {
    return text.size() > 4 && text[4] == u'-' && isNumber(text.first(4));
}

/// Whether letters change their case behind the first: words and constants do not.
bool isMixedCase(QStringView text) {
    const auto isUpper = [](QChar c) { return c.unicode() >= u'A' && c.unicode() <= u'Z'; };
    const auto uppers = std::ranges::count_if(text.sliced(1), isUpper);
    return uppers > 0 && uppers < text.size() - 1;
}

} // namespace

bool isComplaint(QStringView text) {
    constexpr const char16_t* words[] = {
        u"field required", u"input should", u"extra inputs",  u"must ",       u"is ",      u"expected ",
        u"required",       u"invalid",      u"string should", u"value error", u"too long", u"missing"};
    return std::ranges::any_of(words, [text](const char16_t* word) {
        return text.startsWith(QStringView(word), Qt::CaseInsensitive);
    });
}

bool looksSecret(NameKind kind, QStringView value) {
    if (value.size() < leastSecret || value.contains(u' ') || isPublicValue(value))
        return false;
    if (hasDigit(value))
        return true;
    const bool isOneWord = std::ranges::all_of(value, [](QChar c) { return isLetter(c.unicode()); });
    return kind != NameKind::Grant && isOneWord && (isMixedCase(value) || value.size() >= longWord);
}

bool looksQuoted(QStringView word) {
    return word.size() >= leastSecret && hasDigit(word) && hasLetter(word) && !word.startsWith(u'/') &&
           !isPublicValue(word) && !beginsLikeDate(word);
}

bool looksLikeCredentials(QStringView value) {
    if (value.size() < 4)
        return false;
    return value.size() >= 20 || std::ranges::any_of(value.sliced(1), [](QChar c) {
               return isDigit(c.unicode()) || c == u'=' || (c >= u'A' && c <= u'Z');
           });
}

bool isNumber(QStringView value) {
    return std::ranges::all_of(value, [](QChar c) { return isDigit(c.unicode()) || c == u'.'; });
}

bool continuesToken(QStringView piece, char16_t after) {
    if (piece.size() < leastPiece || after == u':' || after == u'=' || isPublicValue(piece) ||
        beginsLikeDate(piece))
        return false;
    return after != u' ' || isMixedCase(piece) || (hasDigit(piece) && hasLetter(piece));
}

} // namespace derouter
