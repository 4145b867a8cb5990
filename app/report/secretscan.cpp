// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/secretscan.h"

#include "report/characters.h"
#include "report/encodedtext.h"
#include "report/keyshapes.h"
#include "report/openstrings.h"
#include "report/secretvalues.h"
#include "report/wrappedtoken.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr qsizetype maxName = 64;
constexpr qsizetype maxAuthority = 1024; ///< of a URL, searched for user and password
constexpr qsizetype maxLocalPart = 64;   ///< of a mail address
constexpr qsizetype leastBase64 = 20;    ///< characters: shorter runs hold no secret
constexpr int mostNested = 2;            ///< layers of base64
constexpr int mostFillers = 3;           ///< words between "key" and the key: "provided was"

bool isScheme(QStringView word) {
    return word.compare(u"bearer", Qt::CaseInsensitive) == 0 ||
           word.compare(u"basic", Qt::CaseInsensitive) == 0;
}

bool isFiller(QStringView word) {
    constexpr const char16_t* words[] = {u"is",   u"was",   u"provided", u"used",    u"given",
                                         u"with", u"value", u"invalid",  u"expired", u"revoked"};
    return std::ranges::any_of(words, [word](const char16_t* filler) {
        return word.compare(QStringView(filler), Qt::CaseInsensitive) == 0;
    });
}

/// `DEROUTER_KEY`, as environments name things.
bool isConstant(QStringView word) {
    return word.contains(u'_') && std::ranges::all_of(word, [](QChar c) {
               return isDigit(c.unicode()) || c == u'_' || (c.unicode() >= u'A' && c.unicode() <= u'Z');
           });
}

/// One pass over one text.
class Scan {
public:
    Scan(QStringView text, int depth, bool isDecoded)
        : m_text(text)
        , m_depth(depth)
        , m_isDecoded(isDecoded) {}

    HiddenSpans run() {
        while (m_at < m_text.size()) {
            const char16_t c = m_text[m_at].unicode();
            if (isLetter(c) ? !readLetter(c) : !readOther(c))
                ++m_at;
        }
        return std::move(m_spans);
    }

private:
    char16_t at(qsizetype index) const { return index < m_text.size() ? m_text[index].unicode() : u'\0'; }
    QStringView from(qsizetype index) const { return m_text.sliced(std::min(index, m_text.size())); }

    void hide(Hidden kind, qsizetype begin, qsizetype end) {
        m_spans.push_back({begin, end, kind, m_text.sliced(begin, end - begin).toString()});
        m_at = m_hiddenUntil = end;
    }

    // Each of these says whether it moved on.

    bool readLetter(char16_t c) {
        if (mayBeginKey(c, at(m_at + 1)) && hideKey())
            return true;
        if (!wordBegins(m_text, m_at))
            return false;
        if (hideBase64(c))
            return true;
        // `key` in `idempotency-key` is no name of its own.
        const bool insideName = m_at > 1 && m_text[m_at - 1] == u'-' && isWord(at(m_at - 2));
        return !insideName && readWord();
    }

    bool readOther(char16_t c) {
        if (c == u'@')
            return hideMail();
        if (c == u':')
            return hideUserInfo();
        return c == u'-' && from(m_at).startsWith(u"-----BEGIN ") && hidePrivateKey();
    }

    /// Keys by their shape, whatever stands before them.
    bool hideKey() {
        const KeyShape* const shape = keyShape(from(m_at));
        if (!shape || (shape->atWordOnly && !wordBegins(m_text, m_at)))
            return false;
        const qsizetype begin = m_at + static_cast<qsizetype>(shape->prefix.size());
        const qsizetype end = tokenEnd(m_text, begin);
        if (end - begin < shape->least)
            return false;
        hide(Hidden::ApiKey, m_at, wrappedEnd(m_text, end));
        return true;
    }

    /// A run of base64 in which something is to be hidden.
    bool hideBase64(char16_t c) {
        // Visible ASCII begins so.
        const bool mayBegin = (c >= u'I' && c <= u'Z') || (c >= u'a' && c <= u'f');
        if (!mayBegin || m_at < m_decodedUntil || m_depth == mostNested)
            return false;
        const QStringView beginning = from(m_at).first(std::min(leastBase64, m_text.size() - m_at));
        if (base64End(beginning, 0) < leastBase64 || textOfBase64(beginning).size() < leastBase64 * 3 / 4)
            return false;
        const qsizetype end = base64End(m_text, m_at);
        m_decodedUntil = end;
        const HiddenSpans inside =
            Scan(textOfBase64(m_text.sliced(m_at, end - m_at)), m_depth + 1, true).run();
        if (inside.empty())
            return false;
        hide(inside.front().kind, m_at, skip(end, u"="));
        return true;
    }

    bool readWord() {
        qsizetype end = m_at;
        while (end - m_at <= maxName && (isWord(at(end)) || (at(end) == u'-' && isWord(at(end + 1)))))
            ++end;
        const QStringView word = m_text.sliced(m_at, end - m_at);
        if (hideWebToken(word) || hideCredentials(word, end))
            return true;
        qsizetype value = valueAfter(end);
        NameKind kind =
            value < 0 && at(end) != u'\\' && !isQuote(at(end)) ? NameKind::Harmless : nameKind(word);
        if (value >= 0 && kind == NameKind::Harmless && word == u"text" && isContentPart())
            kind = NameKind::Content;
        if (kind == NameKind::Weak && value >= 0 && at(end) == u'=' && isConstant(word) &&
            !isNumber(wordAt(value)))
            kind = NameKind::Secret;
        if (value < 0 &&
            (kind == NameKind::Secret || kind == NameKind::Credential || kind == NameKind::Cookie))
            value = pairedValueAfter(end);
        if (kind == NameKind::Harmless || value < 0)
            return namesSecret(word) && hideQuotedBehind(end);
        const char16_t before = m_at > 0 ? m_text[m_at - 1].unicode() : u'\0';
        m_at = value;
        return hideValue(kind, before) || m_at > end;
    }

    /// In a sentence about a key, the key: "Incorrect API key provided: 1f9c…".
    bool hideQuotedBehind(qsizetype index) {
        for (int words = 0; words <= mostFillers; ++words) {
            const qsizetype begin = skip(index, u" :='\"`(");
            if (keyShape(from(begin)))
                return false; // it is found by its shape, and called what it is
            qsizetype end = credentialsEnd(begin);
            while (end > begin && at(end - 1) == u'.')
                --end;
            const QStringView word = m_text.sliced(begin, end - begin);
            if (begin > index && looksQuoted(word)) {
                hide(Hidden::Secret, begin, end);
                return true;
            }
            if (!isFiller(word))
                return false;
            index = end;
        }
        return false;
    }

    bool hideWebToken(QStringView word) {
        if (!word.startsWith(u"eyJ"))
            return false;
        qsizetype end = m_at + word.size();
        while (isWord(at(end)) || at(end) == u'-' || at(end) == u'.')
            ++end;
        if (end - m_at < 24)
            return false;
        hide(Hidden::Token, m_at, wrappedEnd(m_text, end));
        return true;
    }

    qsizetype credentialsEnd(qsizetype begin) const {
        while (isCredential(at(begin)))
            ++begin;
        return begin;
    }

    /// `Bearer x` and `Basic x`.
    bool hideCredentials(QStringView word, qsizetype end) {
        if (!isScheme(word))
            return false;
        const qsizetype begin = end + 1;
        const bool apart = at(end) == u' ' || at(end) == u'+';
        const qsizetype behind = credentialsEnd(begin);
        if (!apart || !looksLikeCredentials(m_text.sliced(std::min(begin, behind), behind - begin)))
            return false;
        hide(Hidden::Credentials, begin, wrappedEnd(m_text, behind));
        return true;
    }

    /// Where the value of a name that ends at `end` begins, or -1 when it has none.
    qsizetype valueAfter(qsizetype end) const {
        while (at(end) == u'\\' || isQuote(at(end)) || at(end) == u']' || at(end) == u' ')
            ++end;
        if (at(end) == u'w' && from(end).startsWith(u"was:"))
            end += 3;
        if (at(end) != u':' && at(end) != u'=')
            return -1;
        end += at(end + 1) == u'>' ? 2 : 1;
        while (at(end) == u' ')
            ++end;
        return end < m_text.size() && at(end) != u'\n' ? end : -1;
    }

    qsizetype skip(qsizetype index, QStringView characters) const {
        while (index < m_text.size() && characters.contains(m_text[index]))
            ++index;
        return index;
    }

    /// The value of a header written as a pair, whose name ends at `nameEnd`: `(b'x-api-key', b'…')`,
    /// `{"name": "x-api-key", "value": "…"}`. -1 when none follows.
    qsizetype pairedValueAfter(qsizetype nameEnd) const {
        const qsizetype quote = skip(nameEnd, u"\\");
        const qsizetype comma = isQuote(at(quote)) ? skip(quote + 1, u" ") : -1;
        if (comma < 0 || at(comma) != u',')
            return -1;
        const qsizetype next = skip(comma + 1, u" \n\r\t");
        const qsizetype word = skip(next, u"\\\"'");
        if (from(word).startsWith(u"value"))
            return valueAfter(word + 5);
        const qsizetype string = skip(next, u"\\");
        const bool prefixed = isPythonPrefix(at(string)) && isQuote(at(string + 1));
        return isQuote(at(string)) || prefixed ? next : -1;
    }

    /// Whether the member before this one says that a text of a prompt or of an answer follows:
    /// `"type": "text", "text": …`, `text_delta`, `input_text`, `output_text`.
    bool isContentPart() const {
        qsizetype end = m_at;
        while (end > 0 && QStringView(u" \n\r\t,\\\"'`").contains(m_text[end - 1]))
            --end;
        const QStringView before = m_text.first(end);
        return end < m_at && (before.endsWith(u"text") || before.endsWith(u"text_delta"));
    }

    bool hideValue(NameKind kind, char16_t before) {
        const bool prompt = kind == NameKind::Prompt || kind == NameKind::Content;
        const Hidden hidden = prompt ? Hidden::Prompt : Hidden::Secret;
        if (const qsizetype length = placeholderLength(from(m_at)); length > 0) {
            m_at += length;
            return true;
        }
        qsizetype quote = m_at;
        while (at(quote) == u'\\' || (isPythonPrefix(at(quote)) && isQuote(at(quote + 1))))
            ++quote;
        if (isQuote(at(quote)))
            return hideQuoted(kind, quote, hidden);
        if ((at(m_at) == u'[' || at(m_at) == u'{') && !isGuessed(kind)) {
            hide(hidden, m_at, containerEnd(m_text, m_at));
            return true;
        }
        const qsizetype end = bareEnd(kind, before);
        if (end <= m_at)
            return false;
        hide(hidden, m_at, end);
        return true;
    }

    /// Whether the value's look decides, as the name does not.
    static bool isGuessed(NameKind kind) { return kind == NameKind::Weak || kind == NameKind::Grant; }

    bool hideQuoted(NameKind kind, qsizetype quote, Hidden hidden) {
        const qsizetype end = stringEnd(m_text, quote);
        const QStringView value = m_text.sliced(quote + 1, end - quote - 1);
        if (value.isEmpty() || (isGuessed(kind) && !looksSecret(kind, value)))
            return false;
        hide(hidden, quote + 1, end);
        return true;
    }

    /// The end of a value without quotes; not behind its beginning when there is nothing to hide.
    qsizetype bareEnd(NameKind kind, char16_t before) {
        if (kind == NameKind::Content || isLiteral(from(m_at)))
            return m_at;
        if (kind == NameKind::Prompt)
            return isComplaint(from(m_at)) ? m_at : lineEnd(before);
        if (kind == NameKind::Cookie)
            return lineEnd(before);
        const qsizetype schemeEnd = m_at + (from(m_at).startsWith(u"bearer", Qt::CaseInsensitive)  ? 6
                                            : from(m_at).startsWith(u"basic", Qt::CaseInsensitive) ? 5
                                                                                                   : 0);
        if (schemeEnd > m_at && (at(schemeEnd) == u' ' || at(schemeEnd) == u'+'))
            return credentialsEnd(schemeEnd + 1);
        const bool inQuery = before == u'?' || before == u'&';
        if (kind == NameKind::Credential && !inQuery)
            return lineEnd(before);
        const QStringView word = wordAt(m_at);
        return !isGuessed(kind) || inQuery || looksSecret(kind, word) ? m_at + word.size() : m_at;
    }

    QStringView wordAt(qsizetype begin) const {
        qsizetype end = begin;
        while (end < m_text.size() && !QStringView(u" &,;})]<>\"'`\\\n\r\t").contains(m_text[end]))
            ++end;
        return m_text.sliced(begin, end - begin);
    }

    /// The line may be quoted as a whole, or stand escaped inside a string.
    qsizetype lineEnd(char16_t before) {
        const bool inString = !isQuote(before) && (m_isDecoded || m_strings.isOpenAt(m_at));
        qsizetype end = m_at;
        for (; end < m_text.size() && at(end) != u'\n' && at(end) != u'\r'; ++end) {
            const bool escapedEnd = at(end) == u'\\' && (at(end + 1) == u'n' || at(end + 1) == u'r');
            if (escapedEnd || (isQuote(before) && at(end) == before) || (inString && endsString(end)))
                break;
            if (inString && at(end) == u'\\')
                ++end; // what it escapes is the value's
        }
        return std::min(end, m_text.size());
    }

    /// Of what was decoded, where quotes may stand in strings, only a quote behind which JSON goes on does.
    bool endsString(qsizetype quote) const {
        const bool goesOn =
            at(quote + 1) == u'}' || at(quote + 1) == u']' || from(quote + 1).startsWith(u",\"");
        return at(quote) == u'"' && (!m_isDecoded || goesOn);
    }

    /// At a `:`, the user and password behind `://`.
    bool hideUserInfo() {
        qsizetype begin = 0;
        if (at(m_at + 1) == u'/' && at(m_at + 2) == u'/')
            begin = m_at + 3;
        else if (from(m_at).startsWith(u":\\/\\/"))
            begin = m_at + 5;
        else
            return false;
        qsizetype last = -1;
        for (qsizetype i = begin; i < std::min(m_text.size(), begin + maxAuthority); ++i) {
            if (QStringView(u"/ \n\r\t\"'<>?#\\").contains(m_text[i]))
                break;
            if (m_text[i] == u'@')
                last = i;
        }
        if (last <= begin)
            return false;
        hide(Hidden::Credentials, begin, last);
        ++m_at;
        return true;
    }

    /// At the `@` of a mail address.
    bool hideMail() {
        const qsizetype domainBegin = m_at + 1;
        qsizetype local = m_at;
        while (local > m_hiddenUntil && m_at - local < maxLocalPart && isMailLocal(at(local - 1)))
            --local;
        qsizetype end = domainBegin;
        while (isWord(at(end)) || ((at(end) == u'-' || at(end) == u'.') && isWord(at(end + 1))))
            ++end;
        const QStringView domain = m_text.sliced(std::min(domainBegin, end), end - domainBegin);
        const bool address = local < m_at && domain.contains(u'.') && isLetter(domain.back().unicode());
        const bool support = m_text.sliced(local, m_at - local) == u"support" && domain == u"derouter.ai";
        if (!address || support)
            return false;
        hide(Hidden::Mail, local, end);
        return true;
    }

    bool hidePrivateKey() {
        if (!from(m_at).first(std::min<qsizetype>(64, m_text.size() - m_at)).contains(u"PRIVATE KEY-----"))
            return false;
        const qsizetype closing = m_text.indexOf(u"-----END", m_at);
        const qsizetype dashes = closing < 0 ? -1 : m_text.indexOf(u"-----", closing + 8);
        hide(Hidden::PrivateKey, m_at, dashes < 0 ? m_text.size() : dashes + 5);
        return true;
    }

    QStringView m_text;
    OpenStrings m_strings{m_text};
    int m_depth;
    bool m_isDecoded;
    HiddenSpans m_spans;
    qsizetype m_at = 0;
    qsizetype m_hiddenUntil = 0;
    qsizetype m_decodedUntil = 0; ///< base64 was looked for up to here
};

} // namespace

HiddenSpans secretSpans(QStringView text, bool isUnescaped) {
    return Scan(text, 0, isUnescaped).run();
}

} // namespace derouter
