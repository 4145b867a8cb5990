// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/redactor.h"

#include "core/decodedtext.h"
#include "core/visiblemark.h"
#include "report/characters.h"
#include "report/secretnames.h"

#include <QVarLengthArray>

#include <algorithm>

namespace derouter {

namespace {

constexpr qsizetype maxName = 64;
constexpr qsizetype maxAuthority = 1024; ///< of a URL, searched for user and password
constexpr qsizetype maxLocalPart = 64;   ///< of a mail address

/// What API errors say behind `prompt:`: their words, not the user's.
bool isComplaint(QStringView text) {
    constexpr const char16_t* words[] = {
        u"field required", u"input should", u"extra inputs",  u"must ",       u"is ",      u"expected ",
        u"required",       u"invalid",      u"string should", u"value error", u"too long", u"missing"};
    return std::ranges::any_of(words, [text](const char16_t* word) {
        return text.startsWith(QStringView(word), Qt::CaseInsensitive);
    });
}

/// Long enough and mixed, as keys are and words are not.
bool looksRandom(QStringView value) {
    const bool hasDigit = std::ranges::any_of(value, [](QChar c) { return isDigit(c.unicode()); });
    return value.size() >= 12 && hasDigit && !value.startsWith(u"req_") && !value.contains(u' ');
}

bool looksLikeCredentials(QStringView value) {
    if (value.size() < 4)
        return false;
    return value.size() >= 20 || std::ranges::any_of(value.sliced(1), [](QChar c) {
               return isDigit(c.unicode()) || c == u'=' || (c >= u'A' && c <= u'Z');
           });
}

/// One pass over one text. What is kept is copied in runs, up to `m_copied`.
class Scan {
public:
    explicit Scan(QStringView text)
        : m_text(text) {}

    int replaced() const { return m_replaced; }

    QString run() {
        m_out.reserve(m_text.size());
        while (m_at < m_text.size()) {
            const char16_t c = m_text[m_at].unicode();
            if (isLetter(c) ? !readLetter(c) : !readOther(c))
                ++m_at;
        }
        keepUntil(m_text.size());
        return std::move(m_out);
    }

private:
    char16_t at(qsizetype index) const { return index < m_text.size() ? m_text[index].unicode() : u'\0'; }
    QStringView from(qsizetype index) const { return m_text.sliced(std::min(index, m_text.size())); }

    void keepUntil(qsizetype end) {
        m_out += m_text.sliced(m_copied, end - m_copied);
        m_copied = end;
    }

    void hide(const char* placeholder, qsizetype begin, qsizetype end) {
        keepUntil(begin);
        m_out += QLatin1StringView(placeholder);
        m_at = m_copied = end;
        ++m_replaced;
    }

    // Each of these says whether it moved on.

    bool readLetter(char16_t c) {
        if (mayBeginKey(c, at(m_at + 1)) && hideKey())
            return true;
        // `key` in `idempotency-key` is no name of its own.
        const bool insideName = m_at > 1 && m_text[m_at - 1] == u'-' && isWord(at(m_at - 2));
        return !insideName && wordBegins(m_text, m_at) && readWord();
    }

    bool readOther(char16_t c) {
        if (c == u'@')
            return hideMail(m_at + 1);
        if (c == u'%' && at(m_at + 1) == u'4' && at(m_at + 2) == u'0')
            return hideMail(m_at + 3);
        if (c == u':')
            return hideUserInfo();
        if (c == u'-' && from(m_at).startsWith(u"-----BEGIN "))
            return hidePrivateKey();
        if (const char16_t mark = visibleMark(c)) {
            keepUntil(m_at);
            m_out += QChar(mark);
            m_copied = ++m_at;
            return true;
        }
        return false;
    }

    /// Keys by their shape, whatever stands before them, also with their hyphens escaped.
    bool hideKey() {
        QVarLengthArray<char16_t, 16> beginning;
        QVarLengthArray<qsizetype, 16> ends;
        for (qsizetype i = m_at; beginning.size() < 12 && i < m_text.size();) {
            const Decoded character = decodedAt(m_text, i);
            beginning.append(character.value);
            ends.append(i = character.end);
        }
        const KeyShape* const shape = keyShape(QStringView(beginning.data(), beginning.size()));
        if (!shape || (shape->atWordOnly && !wordBegins(m_text, m_at)))
            return false;
        const qsizetype prefixEnd = ends[QStringView(shape->prefix).size() - 1];
        const Token rest = tokenAt(m_text, prefixEnd);
        if (rest.length < shape->least)
            return false;
        hide("[API key hidden]", m_at, rest.end);
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
        if (value < 0 &&
            (kind == NameKind::Secret || kind == NameKind::Credential || kind == NameKind::Cookie))
            value = pairedValueAfter(end);
        if (kind == NameKind::Harmless || value < 0)
            return false;
        const char16_t before = m_at > 0 ? m_text[m_at - 1].unicode() : u'\0';
        m_at = value;
        return hideValue(kind, before) || m_at > end;
    }

    bool hideWebToken(QStringView word) {
        if (!word.startsWith(u"eyJ"))
            return false;
        qsizetype end = m_at + word.size();
        while (isWord(at(end)) || at(end) == u'-' || at(end) == u'.')
            ++end;
        if (end - m_at < 24)
            return false;
        hide("[token hidden]", m_at, end);
        return true;
    }

    static bool isScheme(QStringView word) {
        return word.compare(u"bearer", Qt::CaseInsensitive) == 0 ||
               word.compare(u"basic", Qt::CaseInsensitive) == 0;
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
        const qsizetype begin = end + (from(end).startsWith(u"%20") ? 3 : 1);
        const bool apart = at(end) == u' ' || at(end) == u'+' || begin - end == 3;
        const qsizetype tokenEnd = credentialsEnd(begin);
        if (!apart || !looksLikeCredentials(m_text.sliced(std::min(begin, tokenEnd), tokenEnd - begin)))
            return false;
        hide("[credentials hidden]", begin, tokenEnd);
        return true;
    }

    /// Where the value of a name that ends at `end` begins, or -1 when it has none.
    qsizetype valueAfter(qsizetype end) const {
        while (at(end) == u'\\' || isQuote(at(end)) || at(end) == u']' || at(end) == u' ')
            ++end;
        if (at(end) == u'w' && from(end).startsWith(u"was:"))
            end += 3;
        const bool escaped = from(end).startsWith(u"%3D", Qt::CaseInsensitive);
        if (at(end) != u':' && at(end) != u'=' && !escaped)
            return -1;
        end += escaped ? 3 : at(end + 1) == u'>' ? 2 : 1;
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
        const char* const placeholder = prompt ? "[prompt hidden]" : "[secret hidden]";
        if (const qsizetype length = placeholderLength(from(m_at)); length > 0) {
            m_at += length;
            return true;
        }
        qsizetype quote = m_at;
        while (at(quote) == u'\\' || (isPythonPrefix(at(quote)) && isQuote(at(quote + 1))))
            ++quote;
        if (isQuote(at(quote)))
            return hideQuoted(kind, quote, placeholder);
        if ((at(m_at) == u'[' || at(m_at) == u'{') && kind != NameKind::Weak) {
            hide(placeholder, m_at, containerEnd(m_text, m_at));
            return true;
        }
        const qsizetype end = bareEnd(kind, before);
        if (end <= m_at)
            return false;
        hide(placeholder, m_at, end);
        return true;
    }

    bool hideQuoted(NameKind kind, qsizetype quote, const char* placeholder) {
        const qsizetype end = stringEnd(m_text, quote);
        const QStringView value = m_text.sliced(quote + 1, end - quote - 1);
        if (value.isEmpty() || (kind == NameKind::Weak && !looksRandom(value)))
            return false;
        hide(placeholder, quote + 1, end);
        return true;
    }

    /// The end of a value without quotes; not behind its beginning when there is nothing to hide.
    qsizetype bareEnd(NameKind kind, char16_t before) const {
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
        const qsizetype end = wordEnd();
        const bool hidden = kind != NameKind::Weak || inQuery || looksRandom(m_text.sliced(m_at, end - m_at));
        return hidden ? end : m_at;
    }

    qsizetype wordEnd() const {
        qsizetype end = m_at;
        while (end < m_text.size() && !QStringView(u" &,;})]<>\"'`\\\n\r\t").contains(m_text[end]))
            ++end;
        return end;
    }

    /// The line may be quoted as a whole, or stand escaped inside a string.
    qsizetype lineEnd(char16_t before) const {
        qsizetype end = m_at;
        for (; end < m_text.size() && at(end) != u'\n' && at(end) != u'\r'; ++end) {
            const bool escapedEnd = at(end) == u'\\' && (at(end + 1) == u'n' || at(end + 1) == u'r');
            if (escapedEnd || (isQuote(before) && at(end) == before))
                break;
        }
        return end;
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
        hide("[credentials hidden]", begin, last);
        ++m_at;
        return true;
    }

    /// At the `@` of a mail address whose domain begins at `domainBegin`.
    bool hideMail(qsizetype domainBegin) {
        qsizetype local = m_at;
        while (local > m_copied && m_at - local < maxLocalPart && isMailLocal(at(local - 1)))
            --local;
        qsizetype end = domainBegin;
        while (isWord(at(end)) || ((at(end) == u'-' || at(end) == u'.') && isWord(at(end + 1))))
            ++end;
        const QStringView domain = m_text.sliced(std::min(domainBegin, end), end - domainBegin);
        const bool address = local < m_at && domain.contains(u'.') && isLetter(domain.back().unicode());
        const bool support = m_text.sliced(local, m_at - local) == u"support" && domain == u"derouter.ai";
        if (!address || support)
            return false;
        hide("[e-mail hidden]", local, end);
        return true;
    }

    bool hidePrivateKey() {
        if (!from(m_at).first(std::min<qsizetype>(64, m_text.size() - m_at)).contains(u"PRIVATE KEY-----"))
            return false;
        const qsizetype closing = m_text.indexOf(u"-----END", m_at);
        const qsizetype dashes = closing < 0 ? -1 : m_text.indexOf(u"-----", closing + 8);
        hide("[private key hidden]", m_at, dashes < 0 ? m_text.size() : dashes + 5);
        return true;
    }

    QStringView m_text;
    QString m_out;
    qsizetype m_at = 0;
    qsizetype m_copied = 0;
    int m_replaced = 0;
};

} // namespace

RedactedText Redactor::redact(QStringView text) const {
    Scan scan(text);
    QString clean = scan.run();
    return {std::move(clean), scan.replaced()};
}

RedactedText Redactor::redact(std::string_view utf8) const {
    return redact(decodedText(utf8));
}

} // namespace derouter
