// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/notationtree.h"

#include "format/texts.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

constexpr int deepest = 8;
constexpr std::size_t mostMembers = 64;
constexpr std::string_view blanks = " \t\r\n";

constexpr bool isOpener(char c) {
    return c == '{' || c == '[' || c == '(';
}

constexpr bool isCloser(char c) {
    return c == '}' || c == ']' || c == ')';
}

constexpr bool isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
}

constexpr bool isNameChar(char c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == ':' || c == '\\' || c == '$' ||
           c == '&' || c == '*' || c == '%' || c == '@';
}

/// Members of an error body, as `plainKey()` gives them.
bool isKnownKey(std::string_view key) {
    constexpr std::string_view keys[] = {"type",   "error",      "message", "code",   "param", "requestid",
                                         "status", "statuscode", "details", "detail", "body"};
    return std::ranges::find(keys, plainKey(key)) != std::end(keys);
}

class NotationReader {
public:
    explicit NotationReader(std::string_view text)
        : m_text(text) {}

    std::size_t position() const { return m_at; }

    bool readContainer(NotationNode& node, int depth) {
        node.container = true;
        // print_r opens and closes each on a line of its own; its texts end with their line.
        const bool lines = m_text[m_at] == '(' && m_text.substr(m_at + 1).starts_with('\n');
        ++m_at;
        while (true) {
            skip(" \t\r\n,;");
            if (atEnd())
                return true;
            if (isCloser(m_text[m_at])) {
                ++m_at;
                return true;
            }
            if (depth >= deepest || node.members.size() >= mostMembers)
                return false;
            NotationNode& member = node.members.emplace_back();
            if (!readKey(member.key) || !skipSeparator() || !readValue(member, lines, depth))
                return false;
        }
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    std::string_view rest() const { return m_text.substr(std::min(m_at, m_text.size())); }
    void skip(std::string_view bytes) {
        m_at = std::min(m_text.find_first_not_of(bytes, m_at), m_text.size());
    }

    /// `type`, `"type"`, `'type'`, `:type`, `[type]`, `["type"]`, `[type:protected]`.
    bool readKey(std::string& key) {
        const bool bracketed = m_text[m_at] == '[';
        m_at += bracketed || m_text[m_at] == ':' ? 1 : 0;
        if (!atEnd() && isQuote(m_text[m_at])) {
            key = readString();
        } else {
            const std::size_t begin = m_at;
            while (!atEnd() && (isLetter(m_text[m_at]) || isDigit(m_text[m_at]) || m_text[m_at] == '_'))
                ++m_at;
            key = m_text.substr(begin, m_at - begin);
        }
        if (bracketed)
            m_at = std::min(m_text.find(']', m_at), m_text.size() - 1) + 1;
        return !key.empty() && key.size() < 40;
    }

    bool skipSeparator() {
        skip(blanks);
        const bool arrow = rest().starts_with("=>");
        if (!arrow && !rest().starts_with(':') && !rest().starts_with('='))
            return false;
        m_at += arrow ? 2 : 1;
        skip(" \t\r");
        return true;
    }

    bool readValue(NotationNode& node, bool lines, int depth) {
        const std::size_t begin = m_at;
        skip(blanks);
        if (lines && m_text[begin] == '\n' && (rest().starts_with('[') || rest().starts_with(')'))) {
            m_at = begin; // print_r's of nothing
            node.bare = true;
            return true;
        }
        if (isUnsetInGo(begin)) {
            m_at = begin;
            node.bare = true;
            return true;
        }
        skipTypeName();
        if (!atEnd() && isQuote(m_text[m_at])) {
            node.text = readString();
            skipWrapperEnd(begin);
            return true;
        }
        if (!atEnd() && isOpener(m_text[m_at]))
            return readNested(node, depth);
        m_at = begin;
        readBareText(node, lines);
        return true;
    }

    /// A container, or a list of other things, which is passed over.
    bool readNested(NotationNode& node, int depth) {
        const std::size_t begin = m_at;
        if (readContainer(node, depth + 1))
            return true;
        node.container = false;
        node.bare = true;
        node.members.clear();
        m_at = begin;
        for (int open = 0; !atEnd();) {
            open += isOpener(m_text[m_at]) ? 1 : isCloser(m_text[m_at]) ? -1 : 0;
            ++m_at;
            if (open == 0)
                break;
        }
        return true;
    }

    /// What a language says of a value's type before it: `map`, `Array`, `stdClass Object`, `array(3)`,
    /// `string(5)`, `object(stdClass)#3 (3)`, `main.Error`, `String(`, `map[string]interface {}`. Stays where
    /// no quotation mark and no container follows.
    void skipTypeName() {
        const std::size_t begin = m_at;
        if (rest().starts_with("map[string]"))
            m_at = std::min(
                m_text.find("{", m_text.find(']', m_at) + (rest().find("interface {}") < 16 ? 13 : 1)),
                m_text.size());
        for (int word = 0; word < 2; ++word) {
            while (!atEnd() && isNameChar(m_text[m_at]))
                ++m_at;
            if (rest().starts_with("(stdClass)"))
                m_at += 10;
            if (rest().starts_with('#'))
                m_at = std::min(m_text.find(' ', m_at), m_text.size());
            skip(" \t");
            skipCount();
            if (!rest().starts_with("Object")) // PHP's second word
                break;
        }
        // print_r's brackets stand on lines of their own.
        const auto name = m_text.substr(begin, m_at - begin);
        if (rest().starts_with('\n') && (name.ends_with("Array") || name.ends_with("Object")))
            skip(blanks);
        if (rest().starts_with('(') && m_at > begin && m_at + 1 < m_text.size() && isQuote(m_text[m_at + 1]))
            ++m_at; // around a single text
        if (atEnd() || !(isQuote(m_text[m_at]) || isOpener(m_text[m_at])) ||
            namesMember(m_text.substr(begin, m_at - begin)))
            m_at = begin;
    }

    /// `{Type: Error:{…}}`: the next member stands where the value would.
    bool isUnsetInGo(std::size_t begin) {
        if (begin == 0 || m_text[begin - 1] != ' ' || atEnd() || m_text[m_at] < 'A' || m_text[m_at] > 'Z')
            return false;
        const std::size_t at = std::exchange(m_at, begin - 1);
        const bool follows = memberFollows(' ');
        m_at = at;
        return follows;
    }

    /// A colon that is none of a module's `::` ends a member's name.
    static bool namesMember(std::string_view words) {
        std::size_t at = words.find(':');
        while (at != words.npos && words.substr(at).starts_with("::"))
            at = words.find(':', at + 2);
        return at != words.npos;
    }

    /// The length in `array(3) {`, `string(5) "…"`.
    void skipCount() {
        if (!rest().starts_with('('))
            return;
        const std::size_t end = m_text.find_first_not_of("0123456789", m_at + 1);
        if (end == m_text.npos || end == m_at + 1 || m_text[end] != ')')
            return;
        const std::size_t next = m_text.find_first_not_of(blanks, end + 1);
        if (next != m_text.npos && (m_text[next] == '{' || isQuote(m_text[next])))
            m_at = next;
    }

    void skipWrapperEnd(std::size_t begin) {
        const auto value = m_text.substr(begin, m_at - begin);
        if (!value.empty() && !isQuote(value.front()) && value.find('(') < value.find_first_of("\"'`") &&
            value.find(')') > value.find_first_of("\"'`") && rest().starts_with(')'))
            ++m_at;
    }

    std::string readString() {
        const char quote = m_text[m_at++];
        std::string text;
        while (!atEnd() && m_text[m_at] != quote) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
                ++m_at;
                if (m_text[m_at] == 'n')
                    text += '\n';
                else
                    text += m_text[m_at];
            } else {
                text += m_text[m_at];
            }
            ++m_at;
        }
        m_at = std::min(m_at + 1, m_text.size());
        return text;
    }

    void readBareText(NotationNode& node, bool lines) {
        const std::size_t begin = m_at;
        for (int open = 0; !atEnd() && m_text[m_at] != '\n'; ++m_at) {
            const char c = m_text[m_at];
            if (!lines && open == 0 && (isCloser(c) || memberFollows(c)))
                break;
            open += isOpener(c) ? 1 : isCloser(c) ? -1 : 0;
        }
        node.text = trimmed(m_text.substr(begin, m_at - begin));
        node.bare = true;
    }

    /// `, key=`, `, key:`, and in Go ` type:` alone, where a text may hold words with colons too.
    bool memberFollows(char c) const {
        if (c != ',' && c != ' ')
            return false;
        std::size_t at = std::min(m_text.find_first_not_of(" \"':", m_at + 1), m_text.size());
        const std::size_t begin = at;
        while (at < m_text.size() && (isLetter(m_text[at]) || isDigit(m_text[at]) || m_text[at] == '_'))
            ++at;
        const auto key = m_text.substr(begin, at - begin);
        at = std::min(m_text.find_first_not_of(c == ',' ? " \"'" : "", at), m_text.size());
        const bool separated = at < m_text.size() && (m_text[at] == ':' || m_text[at] == '=');
        return separated && !key.empty() && (c == ',' || (isKnownKey(key) && m_text[at] == ':'));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::string plainKey(std::string_view key) {
    std::string plain;
    for (const char c : key)
        if (c != '_')
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return plain;
}

const NotationNode* NotationNode::member(std::string_view name) const {
    const auto found = std::ranges::find_if(
        members, [name](const NotationNode& node) { return plainKey(node.key) == name; });
    return found == members.end() ? nullptr : &*found;
}

std::optional<ReadNotation> readNotation(std::string_view text) {
    ReadNotation read;
    NotationReader reader(text);
    if (text.empty() || !isOpener(text.front()) || !reader.readContainer(read.node, 0))
        return std::nullopt;
    read.length = reader.position();
    return read;
}

} // namespace derouter
