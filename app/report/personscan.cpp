// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/personscan.h"

#include "report/characters.h"

#include <QHostAddress>

#include <algorithm>

namespace derouter {

namespace {

constexpr qsizetype longestAddress = 45;
constexpr qsizetype longestName = 24;

bool isAddressPart(char16_t c) {
    return hexDigit(c) >= 0 || c == u'.' || c == u':';
}

/// "user", "X-User-Id", "userName".
bool namesUser(QStringView word) {
    QString normal;
    for (const QChar c : word)
        if (c != u'-' && c != u'_')
            normal += c.toLower();
    constexpr const char16_t* names[] = {u"user",    u"username", u"userid",   u"login",
                                         u"enduser", u"xuserid",  u"useremail"};
    return std::ranges::any_of(names, [&](const char16_t* name) { return normal == QStringView(name); });
}

/// One pass over one text.
class Scan {
public:
    explicit Scan(QStringView text)
        : m_text(text) {}

    HiddenSpans run() {
        while (m_at < m_text.size()) {
            const char16_t c = at(m_at);
            const bool moved = c == u'/' || c == u'\\'                                ? hideOwner()
                               : wordBegins(m_text, m_at) && (isWord(c) || c == u':') ? readWord()
                                                                                      : false;
            if (!moved)
                ++m_at;
        }
        return std::move(m_spans);
    }

private:
    char16_t at(qsizetype index) const { return index < m_text.size() ? m_text[index].unicode() : u'\0'; }
    QStringView from(qsizetype index) const { return m_text.sliced(std::min(index, m_text.size())); }

    bool hide(Hidden kind, qsizetype begin, qsizetype end) {
        if (end <= begin)
            return false;
        m_spans.push_back({begin, end, kind, m_text.sliced(begin, end - begin).toString()});
        m_at = end;
        return true;
    }

    qsizetype endOfName(qsizetype end) const {
        while (end < m_text.size() && !QStringView(u"/\\ \t\n\r\"'`,;:)]}>&").contains(m_text[end]))
            ++end;
        return end;
    }

    /// In `/home/jane/app.py`, `/Users/jane` and `C:\\Users\\jane`, the name.
    bool hideOwner() {
        qsizetype begin = m_at;
        while (at(begin) == u'\\' || at(begin) == u'/')
            ++begin;
        const bool home = from(begin).startsWith(u"home") || from(begin).startsWith(u"Users");
        qsizetype name = begin + (at(begin) == u'h' ? 4 : 5);
        if (!home || (at(name) != u'/' && at(name) != u'\\')) {
            m_at = begin;
            return true;
        }
        while (at(name) == u'\\' || at(name) == u'/')
            ++name;
        return hide(Hidden::User, name, endOfName(name));
    }

    bool readWord() { return hideAddress() || hideUser(); }

    bool hideAddress() {
        qsizetype end = m_at;
        while (end - m_at <= longestAddress && isAddressPart(at(end)))
            ++end;
        while (end > m_at && (at(end - 1) == u'.' || (at(end - 1) == u':' && at(end - 2) != u':')))
            --end;
        const QStringView word = m_text.sliced(m_at, end - m_at);
        if (word.size() < 3 || isWord(at(end)) || !isAddress(word)) {
            if (!isDigit(at(m_at)))
                return false;
            m_at = end; // a version: no address begins in its middle
            return true;
        }
        const qsizetype port = word.count(u'.') == 3 ? word.indexOf(u':') : -1;
        return hide(Hidden::Address, m_at, port < 0 ? end : m_at + port);
    }

    static bool isAddress(QStringView word) {
        const auto digits = std::ranges::count_if(word, [](QChar c) { return isDigit(c.unicode()); });
        const QStringView host =
            word.count(u'.') == 3 && word.contains(u':') ? word.first(word.indexOf(u':')) : word;
        const bool may = host.count(u'.') == 3 || (host.count(u':') >= 2 && digits > 0);
        const QHostAddress address = may ? QHostAddress(host.toString()) : QHostAddress();
        return !address.isNull() && !address.isLoopback() && address != QHostAddress::AnyIPv4 &&
               address != QHostAddress::AnyIPv6;
    }

    bool hideUser() {
        qsizetype end = m_at;
        while (end - m_at <= longestName && (isWord(at(end)) || (at(end) == u'-' && isWord(at(end + 1)))))
            ++end;
        if (end == m_at)
            return false;
        if (!namesUser(m_text.sliced(m_at, end - m_at))) {
            m_at = end;
            return true;
        }
        qsizetype value = end;
        while (at(value) == u'\\' || isQuote(at(value)))
            ++value;
        if (at(value) != u':' && at(value) != u'=') {
            m_at = end;
            return true;
        }
        do
            ++value;
        while (at(value) == u' ' || at(value) == u'\\' || isQuote(at(value)));
        m_at = value;
        if (isLiteral(from(value)) || placeholderLength(from(value)) > 0)
            return true;
        hide(Hidden::User, value, endOfName(value));
        return true;
    }

    QStringView m_text;
    HiddenSpans m_spans;
    qsizetype m_at = 0;
};

} // namespace

HiddenSpans personSpans(QStringView text) {
    return Scan(text).run();
}

} // namespace derouter
