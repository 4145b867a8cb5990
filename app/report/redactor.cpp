// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/redactor.h"

#include <algorithm>
#include <array>

namespace derouter {

namespace {

constexpr bool isAsciiLetter(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

constexpr bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

constexpr bool isWord(char16_t c)
{
    return isAsciiLetter(c) || isDigit(c) || c == u'_';
}

constexpr bool isToken(char16_t c)
{
    return isWord(c) || c == u'-' || c == u'.' || c == u'~' || c == u'+' || c == u'/' || c == u'=';
}

constexpr bool isQuote(char16_t c)
{
    return c == u'"' || c == u'\'' || c == u'`';
}

/// What a member's or header's name says about its value.
enum class NameKind { Harmless, Secret, Header, QuerySecret, Prompt, PromptMember };

NameKind kindOf(QStringView name)
{
    char text[32];
    std::size_t size = 0;
    for (const QChar c : name) {
        if (c == u'-' || c == u'_')
            continue;
        if (size == sizeof text)
            return NameKind::Harmless;
        text[size++] = static_cast<char>(c.toLower().unicode());
    }
    const std::string_view normalized(text, size);
    const auto isOneOf = [normalized](const auto& names) { return std::ranges::find(names, normalized) != std::end(names); };
    constexpr std::array<std::string_view, 6> headers{"authorization", "proxyauthorization", "xapikey", "cookie", "setcookie", "xgoogapikey"};
    constexpr std::array<std::string_view, 14> secrets{"apikey",      "password",    "passwd",       "secret",     "clientsecret",
                                                       "accesstoken", "refreshtoken", "idtoken",     "sessiontoken", "privatekey",
                                                       "authtoken",   "secretkey",   "apitoken",     "secretaccesskey"};
    constexpr std::array<std::string_view, 5> query{"key", "token", "sig", "signature", "code"};
    constexpr std::array<std::string_view, 8> members{"messages", "input", "content", "system", "tools", "postdata", "requestbodyvalues", "instructions"};
    if (isOneOf(headers))
        return NameKind::Header;
    if (isOneOf(secrets))
        return NameKind::Secret;
    if (isOneOf(query))
        return NameKind::QuerySecret;
    if (normalized == "prompt")
        return NameKind::Prompt;
    return isOneOf(members) ? NameKind::PromptMember : NameKind::Harmless;
}

/// One pass over one text.
class Scan
{
public:
    explicit Scan(QStringView text) : m_text(text) { m_out.reserve(text.size()); }

    int replaced() const { return m_replaced; }

    QString run()
    {
        while (m_at < m_text.size()) {
            const char16_t c = m_text[m_at].unicode();
            if (isAsciiLetter(c) && (m_at == 0 || !isWord(m_text[m_at - 1].unicode())))
                readWord();
            else if (c == u'@')
                readAt();
            else
                append(m_text[m_at++]);
        }
        return m_out;
    }

private:
    char16_t at(qsizetype index) const { return index < m_text.size() ? m_text[index].unicode() : u'\0'; }

    /// Control characters become visible: a terminal or a mail must not act on them.
    void append(QChar c)
    {
        const char16_t code = c.unicode();
        if ((code < 0x20 && code != u'\n' && code != u'\t') || code == 0x7f)
            m_out += QChar(code == 0x7f ? 0x2421 : 0x2400 + code);
        else
            m_out += c;
    }

    void appendTo(qsizetype end)
    {
        while (m_at < end)
            append(m_text[m_at++]);
    }

    void hide(const char* placeholder, qsizetype end)
    {
        m_out += QLatin1StringView(placeholder);
        m_at = end;
        ++m_replaced;
    }

    void readWord()
    {
        qsizetype end = m_at;
        while (isWord(at(end)) || (at(end) == u'-' && isWord(at(end + 1))))
            ++end;
        const QStringView word = m_text.sliced(m_at, end - m_at);
        if (hideKey(word, end) || hideCredentials(word, end))
            return;
        const NameKind kind = kindOf(word);
        const bool inQuery = m_at > 0 && (m_text[m_at - 1] == u'?' || m_text[m_at - 1] == u'&');
        appendTo(end);
        if (kind == NameKind::Harmless || (kind == NameKind::QuerySecret && !inQuery))
            return;
        if (const qsizetype value = valueAfter(end, kind); value >= 0) {
            appendTo(value);
            hideValue(kind, inQuery);
        }
    }

    /// Keys by their shape, whatever stands before them.
    bool hideKey(QStringView word, qsizetype end)
    {
        const bool routerKey = word.startsWith(u"sk-") && word.size() >= 11;
        const bool awsKey = word.startsWith(u"AKIA") && word.size() == 20;
        if (routerKey || awsKey) {
            hide("[API key hidden]", end);
            return true;
        }
        if (!word.startsWith(u"eyJ") || at(end) != u'.')
            return false;
        qsizetype tokenEnd = end;
        while (isWord(at(tokenEnd)) || at(tokenEnd) == u'-' || at(tokenEnd) == u'.')
            ++tokenEnd;
        if (tokenEnd - m_at < 24)
            return false;
        hide("[token hidden]", tokenEnd);
        return true;
    }

    /// `Bearer x` and `Basic x`.
    bool hideCredentials(QStringView word, qsizetype end)
    {
        const bool scheme = word.compare(u"bearer", Qt::CaseInsensitive) == 0 || word.compare(u"basic", Qt::CaseInsensitive) == 0;
        if (!scheme || at(end) != u' ')
            return false;
        qsizetype tokenEnd = end + 1;
        while (isToken(at(tokenEnd)))
            ++tokenEnd;
        if (tokenEnd - end < 9)
            return false;
        appendTo(end + 1);
        hide("[credentials hidden]", tokenEnd);
        return true;
    }

    /// Where the value of a name that ends at `end` begins, or -1 when it has none.
    qsizetype valueAfter(qsizetype end, NameKind kind) const
    {
        while (at(end) == u'\\' || isQuote(at(end)) || at(end) == u']' || at(end) == u' ')
            ++end;
        // "prompt was: …"
        if (kind == NameKind::Prompt && isAsciiLetter(at(end))) {
            qsizetype next = end;
            while (isAsciiLetter(at(next)))
                ++next;
            end = at(next) == u':' ? next : end;
        }
        if (at(end) != u':' && at(end) != u'=')
            return -1;
        end += at(end + 1) == u'>' ? 2 : 1;
        while (at(end) == u' ')
            ++end;
        return end < m_text.size() && at(end) != u'\n' ? end : -1;
    }

    void hideValue(NameKind kind, bool inQuery)
    {
        const bool prompt = kind == NameKind::Prompt || kind == NameKind::PromptMember;
        const char* const placeholder = prompt ? "[prompt hidden]" : "[secret hidden]";
        qsizetype quote = m_at;
        while (at(quote) == u'\\')
            ++quote;
        if (isQuote(at(quote))) {
            const qsizetype end = stringEnd(quote);
            appendTo(quote + 1);
            if (end > m_at)
                hide(placeholder, end);
            return;
        }
        if (at(m_at) == u'[' || at(m_at) == u'{') {
            hide(placeholder, containerEnd(m_at));
            return;
        }
        if (kind == NameKind::PromptMember || isLiteral())
            return;
        const bool wholeLine = (kind == NameKind::Header && !inQuery) || kind == NameKind::Prompt;
        qsizetype end = m_at;
        while (end < m_text.size() && at(end) != u'\n' && at(end) != u'\r' && (wholeLine || QStringView(u" &,;}\"')").indexOf(m_text[end]) < 0))
            ++end;
        if (end > m_at)
            hide(placeholder, end);
    }

    /// null, true, None: nothing to hide.
    bool isLiteral() const
    {
        const QStringView rest = m_text.sliced(m_at);
        return std::ranges::any_of(std::array{u"null", u"None", u"undefined", u"true", u"false"},
                                   [rest](const char16_t* word) { return rest.startsWith(QStringView(word)); });
    }

    /// The end of a string whose quote stands at `quote`, behind as many backslashes as its level of nesting has.
    qsizetype stringEnd(qsizetype quote) const
    {
        const qsizetype level = backslashesBefore(quote);
        for (qsizetype i = quote + 1; i < m_text.size(); ++i) {
            if (m_text[i] != m_text[quote])
                continue;
            const qsizetype before = std::min(backslashesBefore(i), i - quote - 1);
            if (before >= level && (before - level) % (2 * (level + 1)) == 0)
                return i - level;
        }
        return m_text.size();
    }

    qsizetype backslashesBefore(qsizetype index) const
    {
        qsizetype count = 0;
        while (count < index && m_text[index - count - 1] == u'\\')
            ++count;
        return count;
    }

    qsizetype containerEnd(qsizetype open) const
    {
        qsizetype depth = 0;
        for (qsizetype i = open; i < m_text.size(); ++i) {
            const char16_t c = at(i);
            if (isQuote(c)) {
                i = stringEnd(i);
                while (at(i) == u'\\')
                    ++i;
            } else if (c == u'[' || c == u'{') {
                ++depth;
            } else if ((c == u']' || c == u'}') && --depth == 0) {
                return i + 1;
            }
        }
        return m_text.size();
    }

    /// An `@`: the end of a URL's user name and password, or the middle of a mail address.
    void readAt()
    {
        const qsizetype scheme = m_out.lastIndexOf(u"://");
        const QStringView behindScheme = scheme < 0 ? QStringView() : QStringView(m_out).sliced(scheme + 3);
        const bool userInfo = scheme >= 0 && !behindScheme.isEmpty() &&
                              std::ranges::none_of(behindScheme, [](QChar c) { return c == u'/' || c == u' ' || c == u'\n' || c == u'"'; });
        if (userInfo) {
            m_out.truncate(scheme + 3);
            hide("[credentials hidden]", m_at);
            append(m_text[m_at++]);
            return;
        }
        qsizetype local = m_out.size();
        while (local > 0 && (isWord(m_out[local - 1].unicode()) || QStringView(u".%+-").contains(m_out[local - 1])))
            --local;
        qsizetype end = m_at + 1;
        while (isWord(at(end)) || at(end) == u'-' || (at(end) == u'.' && isWord(at(end + 1))))
            ++end;
        const QStringView domain = m_text.sliced(m_at + 1, end - m_at - 1);
        const bool address = local < m_out.size() && domain.contains(u'.') && isAsciiLetter(domain.back().unicode());
        const bool support = QStringView(m_out).sliced(local) == u"support" && domain == u"derouter.ai";
        if (!address || support) {
            append(m_text[m_at++]);
            return;
        }
        m_out.truncate(local);
        hide("[e-mail hidden]", end);
    }

    QStringView m_text;
    QString m_out;
    qsizetype m_at = 0;
    int m_replaced = 0;
};

} // namespace

RedactedText Redactor::redact(QStringView text) const
{
    Scan scan(text);
    QString clean = scan.run();
    return {std::move(clean), scan.replaced()};
}

RedactedText Redactor::redact(std::string_view utf8) const
{
    return redact(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

} // namespace derouter
