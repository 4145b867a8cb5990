// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordtext.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter::recordtext {

namespace {

constexpr int deepestText = 4;
constexpr int deepestIndent = 40; ///< levels: what is deeper stands no further to the right

bool isOpener(QChar c) {
    return c == u'{' || c == u'[';
}

bool isCloser(QChar c) {
    return c == u'}' || c == u']';
}

bool isQuote(QChar c) {
    return c == u'"' || c == u'\'' || c == u'`';
}

/// What stands in a text in quotation marks.
QString unquoted(QStringView text) {
    QString plain;
    if (text.size() > 1 && isQuote(text.front()) && text.back() == text.front())
        text = text.sliced(1, text.size() - 2);
    else if (!text.isEmpty() && isQuote(text.front()))
        text = text.sliced(1);
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != u'\\' || at + 1 == text.size()) {
            plain += text[at];
            continue;
        }
        const QChar escaped = text[++at];
        if (escaped == u'u' && at + 4 < text.size()) {
            bool isNumber = false;
            const ushort code = text.sliced(at + 1, 4).toUShort(&isNumber, 16);
            if (isNumber) {
                plain += QChar(code);
                at += 4;
                continue;
            }
        }
        plain += escaped == u'n' ? u'\n' : escaped == u't' ? u'\t' : escaped == u'r' ? u'\r' : escaped;
    }
    return plain;
}

/// Whether an object or a list begins here, not a word in brackets.
bool beginsStructure(QStringView text) {
    if (text.isEmpty() || !isOpener(text.front()))
        return false;
    const QStringView inside = text.sliced(1).trimmed();
    if (inside.isEmpty())
        return false;
    const QChar first = inside.front();
    if (text.front() == u'[')
        return isOpener(first) || first == u'"' || first == u'\'';
    static const QRegularExpression member(u"^[\\w$.-]+\\s*:\\s"_s);
    return isQuote(first) || first == u'}' || isOpener(first) || member.match(inside.left(80)).hasMatch();
}

/// What a walk over a structure meets, in order.
class Visitor {
public:
    virtual ~Visitor() = default;
    /// `key` as it is written, empty in a list; `lead` is what stands before the opener, such as a type.
    virtual void open(QStringView key, QStringView lead, QChar opener) = 0;
    /// With the brackets that end around it, too.
    virtual void close(QStringView closers) = 0;
    virtual void scalar(QStringView key, QStringView value) = 0;
    /// Behind what came last.
    virtual void comma() = 0;
};

/// Walks over one object or list, whoever wrote it: quotation marks of any kind, or none.
class Walk {
public:
    Walk(QStringView text, Visitor& visitor)
        : m_text(text)
        , m_visitor(visitor) {}

    /// The text begins with the opener; gives how much of it the structure takes.
    qsizetype run() {
        m_visitor.open({}, {}, m_text[m_at++]);
        int depth = 1;
        while (depth > 0 && m_at < m_text.size()) {
            skipBlanks();
            if (m_at == m_text.size())
                break;
            const QChar c = m_text[m_at];
            if (isCloser(c)) {
                const qsizetype begin = m_at++;
                while (m_at < m_text.size() && m_text[m_at] == u')')
                    ++m_at;
                m_visitor.close(m_text.sliced(begin, m_at - begin));
                --depth;
            } else if (c == u',') {
                m_visitor.comma();
                ++m_at;
            } else {
                depth += item() ? 1 : 0;
            }
        }
        return m_at;
    }

private:
    void skipBlanks() {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    /// Whether it opened another structure.
    bool item() {
        QStringView word = isOpener(m_text[m_at]) && namedLength() == 0 ? QStringView() : value();
        QStringView key;
        skipBlanks();
        if (!word.isEmpty() && m_at < m_text.size() && (m_text[m_at] == u':' || m_text[m_at] == u'=')) {
            m_at += m_text.sliced(m_at).startsWith("=>"_L1) ? 2 : 1;
            key = word;
            skipBlanks();
            const bool isValue = m_at < m_text.size() && (!isOpener(m_text[m_at]) || namedLength() > 0);
            word = isValue ? value() : QStringView();
        }
        const bool opens =
            m_at < m_text.size() && isOpener(m_text[m_at]) && (word.isEmpty() || !isQuote(word.front()));
        if (opens)
            m_visitor.open(key, word, m_text[m_at++]);
        else
            m_visitor.scalar(key, word);
        return opens;
    }

    /// A text in quotation marks, or what goes up to the next sign.
    QStringView value() {
        const qsizetype begin = m_at;
        if (isQuote(m_text[m_at])) {
            const QChar quote = m_text[m_at++];
            while (m_at < m_text.size() && m_text[m_at] != quote)
                m_at += m_text[m_at] == u'\\' ? 2 : 1;
            m_at = std::min(m_at + 1, m_text.size());
            return m_text.sliced(begin, m_at - begin);
        }
        while (m_at < m_text.size() && (namedLength() > 0 || !isEndOfWord()))
            m_at += std::max<qsizetype>(namedLength(), 1);
        m_at = std::max(m_at, begin + 1); // a sign that nothing expects is a word of its own
        return m_text.sliced(begin, m_at - begin).trimmed();
    }

    /// What Node writes for a type or for what it leaves out: `[AxiosHeaders]`, `[Object]`; 0: it is not
    /// here.
    qsizetype namedLength() const {
        static const QRegularExpression named(u"^\\[[A-Z][\\w ():*]*\\]"_s);
        return m_text[m_at] == u'['
                   ? named.match(m_text.sliced(m_at, std::min<qsizetype>(80, m_text.size() - m_at)))
                         .capturedLength()
                   : 0;
    }

    bool isEndOfWord() const {
        const QChar c = m_text[m_at];
        // A colon inside a time or an address is none before a value.
        const bool isColon = c == u':' && (m_at + 1 == m_text.size() || m_text[m_at + 1].isSpace() ||
                                           isQuote(m_text[m_at + 1]) || isOpener(m_text[m_at + 1]));
        return c == u',' || c == u'\n' || isOpener(c) || isCloser(c) || isColon ||
               m_text.sliced(m_at).startsWith("=>"_L1);
    }

    QStringView m_text;
    Visitor& m_visitor;
    qsizetype m_at = 0;
};

/// Calls `plain` for what stands around the structures of a text, and `structure` for each of them, which
/// gives how much of the text it took.
template <typename Plain, typename Structure>
void eachPart(QStringView text, Plain plain, Structure structure) {
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (!isOpener(text[at]) || !beginsStructure(text.sliced(at))) {
            ++at;
            continue;
        }
        plain(text.sliced(begin, at - begin));
        at += structure(text.sliced(at));
        begin = at;
    }
    plain(text.sliced(begin));
}

QString formattedText(QStringView text, int depth);

class Formatter final : public Visitor {
public:
    explicit Formatter(int depth)
        : m_depth(depth) {}

    QString text() const { return m_lines.join(u'\n'); }

    void open(QStringView key, QStringView lead, QChar opener) override {
        QString line = begin(key);
        if (!lead.isEmpty())
            line += lead.toString() + QLatin1String(lead.endsWith(u'(') ? "" : " ");
        m_lines << line + opener;
        ++m_indent;
        m_isEmpty = true;
    }
    void close(QStringView closers) override {
        m_indent = std::max(0, m_indent - 1);
        if (m_isEmpty && !m_lines.isEmpty())
            m_lines.back() += closers;
        else
            m_lines << indent() + closers.toString();
        m_isEmpty = false;
    }
    void scalar(QStringView key, QStringView value) override {
        m_isEmpty = false;
        const QString inside = m_depth < deepestText && value.startsWith(u'"') ? unquoted(value) : QString();
        if (!beginsStructure(QStringView(inside).trimmed())) {
            m_lines << begin(key) + value.toString();
            return;
        }
        m_lines << begin(key) + u'"';
        ++m_indent;
        for (const QString& line : formattedText(QStringView(inside).trimmed(), m_depth + 1).split(u'\n'))
            m_lines << indent() + line;
        --m_indent;
        m_lines << indent() + u'"';
    }
    void comma() override {
        if (!m_lines.isEmpty())
            m_lines.back() += u',';
    }

private:
    QString indent() const { return QString(2 * std::min(m_indent, deepestIndent), u' '); }
    QString begin(QStringView key) const {
        return key.isEmpty() ? indent() : indent() + key.toString() + QLatin1String(": ");
    }

    QStringList m_lines;
    int m_indent = 0;
    int m_depth;
    bool m_isEmpty = false;
};

QString formattedText(QStringView text, int depth) {
    QStringList parts;
    eachPart(
        text,
        [&](QStringView plain) {
            if (!plain.trimmed().isEmpty())
                parts << plain.trimmed().toString();
        },
        [&](QStringView structure) {
            Formatter formatter(depth);
            const qsizetype length = Walk(structure, formatter).run();
            parts << formatter.text();
            return length;
        });
    return parts.join(u'\n');
}

/// "Response_Headers" and "responseHeaders" are one name.
QString plainName(QStringView key) {
    QString name = unquoted(key).toLower();
    return name.remove(u'_').remove(u'-').remove(u'.');
}

class HeaderFinder final : public Visitor {
public:
    explicit HeaderFinder(int depth)
        : m_depth(depth) {}

    const QList<Header>& headers() const { return m_headers; }

    void open(QStringView key, QStringView lead, QChar opener) override {
        const QString name = plainName(key);
        const Frame outer = m_frames.isEmpty() ? Frame() : m_frames.back();
        const bool isOfRequest = name.startsWith("req"_L1) || lead.startsWith("Request"_L1) ||
                                 name == u"config"_s || name == u"options"_s; // Axios, fetch and their kin
        Frame frame;
        frame.request = (outer.request || isOfRequest) && !name.startsWith("res"_L1);
        if (outer.headers && opener == u'[')
            frame.name = unquoted(key);
        frame.headers = outer.headers || (name.endsWith("headers"_L1) && !frame.request);
        m_frames << frame;
        m_pairName.reset();
    }
    void close(QStringView) override {
        if (!m_frames.isEmpty())
            m_frames.removeLast();
        m_pairName.reset();
    }
    void scalar(QStringView key, QStringView value) override {
        if (m_frames.isEmpty())
            return;
        const QString text = unquoted(value);
        if (!m_frames.back().headers)
            look(text);
        else if (const QString& listed = m_frames.back().name; !listed.isEmpty())
            take(listed, text);
        else if (const QString name = plainName(key); name == u"name"_s || (name.isEmpty() && !m_pairName))
            m_pairName = text;
        else if (m_pairName && (name == u"value"_s || name.isEmpty()))
            take(*std::exchange(m_pairName, std::nullopt), text);
        else if (!name.isEmpty())
            take(unquoted(key), text);
    }
    void comma() override {}

private:
    struct Frame {
        bool request = false;
        bool headers = false;
        QString name; ///< of the header whose values are listed
    };

    void take(const QString& name, const QString& value) {
        if (!name.isEmpty() && !m_headers.contains(Header{name, value}))
            m_headers << Header{name, value};
    }
    void look(const QString& text);

    QList<Frame> m_frames;
    std::optional<QString> m_pairName; ///< of a list of names and values
    QList<Header> m_headers;
    int m_depth;
};

QList<Header> listedHeaders(QStringView text, int depth) {
    QList<Header> headers;
    eachPart(
        text, [](QStringView) {},
        [&](QStringView structure) {
            HeaderFinder finder(depth);
            const qsizetype length = Walk(structure, finder).run();
            headers << finder.headers();
            return length;
        });
    return headers;
}

void HeaderFinder::look(const QString& text) {
    if (m_depth < deepestText && beginsStructure(QStringView(text).trimmed()) && !m_frames.back().request)
        for (const Header& header : listedHeaders(text, m_depth + 1))
            take(header.name, header.value);
}

/// The lines of the last answer's head, as curl and others print them: with a sign before each, or without.
QList<Header> transcriptHeaders(const QString& record) {
    static const QRegularExpression status(u"^\\s*<?\\s*HTTP/\\d(\\.\\d)? \\d{3}\\b"_s);
    static const QRegularExpression header(u"^\\s*<?\\s*([A-Za-z0-9-]+):[ \\t]*(.*?)\\s*$"_s);
    QList<Header> headers;
    bool isInHead = false;
    for (const QString& line : record.split(u'\n')) {
        if (status.match(line).hasMatch()) {
            headers.clear();
            isInHead = true;
        } else if (const auto match = header.match(line); isInHead && match.hasMatch()) {
            headers << Header{match.captured(1), match.captured(2)};
        } else {
            isInHead = false;
        }
    }
    return headers;
}

} // namespace

QString formatted(const QString& record) {
    const QString text = formattedText(record, 0);
    return text.isEmpty() ? record : text;
}

QList<Header> responseHeaders(const QString& record) {
    const QList<Header> headers = transcriptHeaders(record);
    return headers.isEmpty() ? listedHeaders(record, 0) : headers;
}

} // namespace derouter::recordtext
