// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/encodedtext.h"

#include "report/characters.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

constexpr qsizetype longestCommand = 256; ///< to a terminal, such as a title or a link

char16_t at(QStringView text, qsizetype index) {
    return index < text.size() ? text[index].unicode() : u'\0';
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

bool isVisible(int c) {
    return c >= 0x20 && c < 0x7f;
}

bool isInvisible(char16_t c) {
    if (isVisible(c))
        return false;
    return c == 0 || c == 0xad || c == 0x61c || c == 0x180e || c == 0xfeff || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || (c >= 0xfe00 && c <= 0xfe0f);
}

/// Behind the command to a terminal whose escape character stands at `index`.
qsizetype commandEnd(QStringView text, qsizetype index) {
    const char16_t kind = at(text, index + 1);
    qsizetype end = index + 2;
    if (kind == u'[') {
        while (isDigit(at(text, end)) || at(text, end) == u';' || at(text, end) == u'?')
            ++end;
        return end + (isLetter(at(text, end)) ? 1 : 0);
    }
    if (kind != u']')
        return index + 1;
    const qsizetype last = std::min(text.size(), index + longestCommand);
    while (end < last && at(text, end) != 7 && at(text, end) != 0x1b)
        ++end;
    return end == last ? index + 1 : end + (at(text, end) == 7 ? 1 : 2);
}

/// A character that an escape stands for, and the escape's end; no value when none is at its place.
struct Escape {
    int value = -1;
    qsizetype end = 0;
};

/// One byte, or the bytes of a character that a query spells in UTF-8.
Escape percentAt(QStringView text, qsizetype index) {
    const int first = hexAt(text, index + 1, 2);
    const int more = first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : 0;
    int value = more == 2 ? first & 0x0f : more == 1 ? first & 0x1f : first;
    for (int i = 1; i <= more; ++i) {
        const int next = at(text, index + 3 * i) == u'%' ? hexAt(text, index + 3 * i + 1, 2) : -1;
        if (next < 0)
            return {};
        value = value * 64 + (next & 0x3f);
    }
    return {value, index + 3 * (more + 1)};
}

/// One layer of what JSON and programming languages write.
Escape backslashAt(QStringView text, qsizetype index) {
    switch (at(text, index + 1)) {
    case u'u':
        return {hexAt(text, index + 2, 4), index + 6};
    case u'x':
        return {hexAt(text, index + 2, 2), index + 4};
    case u'0':
        return text.sliced(index).startsWith(u"\\033") ? Escape{0x1b, index + 4} : Escape{};
    case u'n':
        return {u'\n', index + 2};
    case u'r':
        return {u'\r', index + 2};
    case u't':
        return {u'\t', index + 2};
    case u'"':
    case u'\'':
    case u'/':
    case u'\\':
        return {at(text, index + 1), index + 2};
    default:
        return {};
    }
}

Escape numberAt(QStringView text, qsizetype index) {
    const bool isHex = (at(text, index + 2) | 0x20) == u'x';
    qsizetype end = index + (isHex ? 3 : 2);
    int value = 0;
    const qsizetype first = end;
    for (; end - first < 6; ++end) {
        const int digit = hexDigit(at(text, end));
        if (digit < 0 || (!isHex && digit > 9))
            break;
        value = value * (isHex ? 16 : 10) + digit;
    }
    return end > first && at(text, end) == u';' ? Escape{value, end + 1} : Escape{};
}

Escape entityAt(QStringView text, qsizetype index) {
    if (at(text, index + 1) == u'#')
        return numberAt(text, index);
    constexpr std::pair<const char16_t*, char16_t> names[] = {
        {u"&quot;", u'"'}, {u"&apos;", u'\''},  {u"&amp;", u'&'},   {u"&lt;", u'<'},
        {u"&gt;", u'>'},   {u"&equals;", u'='}, {u"&colon;", u':'}, {u"&hyphen;", u'-'}};
    const QStringView rest = text.sliced(index, std::min<qsizetype>(8, text.size() - index));
    for (const auto& [name, value] : names)
        if (rest.startsWith(QStringView(name)))
            return {value, index + QStringView(name).size()};
    return {};
}

Escape escapeAt(QStringView text, qsizetype index) {
    switch (text[index].unicode()) {
    case u'%':
        return percentAt(text, index);
    case u'\\':
        return backslashAt(text, index);
    case u'&':
        return entityAt(text, index);
    default:
        return {};
    }
}

bool mayBeEscaped(QChar c) {
    return c == u'%' || c == u'\\' || c == u'&' || c == u'\x1b' || isInvisible(c.unicode());
}

/// Copies a text character by character.
class Unescaping {
public:
    Unescaping(QStringView text, const HiddenSpans& opaque)
        : m_text(text)
        , m_next(opaque.begin())
        , m_last(opaque.end()) {}

    std::optional<Unescaped> run() {
        while (m_at < m_text.size())
            step();
        return m_changed ? std::optional(std::move(m_result)) : std::nullopt;
    }

private:
    void step() {
        while (m_next != m_last && m_next->begin < m_at)
            ++m_next;
        if (m_next != m_last && m_next->begin == m_at)
            return put(QChar::ObjectReplacementCharacter, m_next->end);
        const char16_t c = m_text[m_at].unicode();
        if (c == 0x1b || isInvisible(c)) {
            m_at = c == 0x1b ? commandEnd(m_text, m_at) : m_at + 1;
            m_changed = true;
            return;
        }
        const Escape escape = escapeAt(m_text, m_at);
        const bool isOne = escape.value >= 0;
        put(isOne ? static_cast<char16_t>(escape.value) : c, isOne ? escape.end : m_at + 1);
        m_changed = m_changed || isOne;
    }

    void put(char16_t c, qsizetype end) {
        m_result.text += QChar(c);
        m_result.origins.push_back({m_at, end});
        m_at = end;
    }

    QStringView m_text;
    HiddenSpans::const_iterator m_next;
    HiddenSpans::const_iterator m_last;
    Unescaped m_result;
    qsizetype m_at = 0;
    bool m_changed = false;
};

} // namespace

std::optional<Unescaped> unescaped(QStringView text, const HiddenSpans& opaque) {
    return std::ranges::any_of(text, mayBeEscaped) ? Unescaping(text, opaque).run() : std::nullopt;
}

qsizetype base64End(QStringView text, qsizetype begin) {
    while (isWord(at(text, begin)) || at(text, begin) == u'-' || at(text, begin) == u'+' ||
           at(text, begin) == u'/')
        ++begin;
    return begin;
}

QString textOfBase64(QStringView run) {
    QByteArray ascii = run.toLatin1();
    ascii.replace('-', '+').replace('_', '/');
    QString text = QString::fromLatin1(QByteArray::fromBase64(ascii));
    const auto end = std::ranges::find_if(
        text, [](QChar c) { return !isVisible(c.unicode()) && c != u'\n' && c != u'\r' && c != u'\t'; });
    text.truncate(end - text.begin());
    return text;
}

} // namespace derouter
