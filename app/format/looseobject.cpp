// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/looseobject.h"

#include "format/recordbuilder.h"

#include <charconv>
#include <string>

namespace derouter {

namespace {

constexpr int maxNesting = 64;

constexpr bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void appendUtf8(std::string& to, std::uint32_t code) {
    if (code < 0x80) {
        to += static_cast<char>(code);
    } else if (code < 0x800) {
        to += static_cast<char>(0xC0 | (code >> 6));
        to += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        to += static_cast<char>(0xE0 | (code >> 12));
        to += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        to += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        to += static_cast<char>(0xF0 | (code >> 18));
        to += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        to += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        to += static_cast<char>(0x80 | (code & 0x3F));
    }
}

class LooseReader {
public:
    LooseReader(std::string_view text, RecordBuilder& builder)
        : m_text(text)
        , m_builder(builder) {}

    std::size_t position() const { return m_at; }

    void readObject(Place place, int depth, bool wanted, int nesting) {
        ++m_at; // the brace
        readMembers(place, depth, wanted, nesting);
    }

    void readMembers(Place place, int depth, bool wanted, int nesting) {
        while (true) {
            skipSeparators();
            if (atEnd() || m_text[m_at] == '}') {
                m_at += atEnd() ? 0 : 1;
                return;
            }
            const std::size_t before = m_at;
            const std::string_view key = readKey();
            skipBlanks();
            if (!atEnd() && (m_text[m_at] == ':' || m_text[m_at] == '=')) {
                m_at += m_text.substr(m_at, 2) == "=>" ? 2 : 1;
                const Step step = wanted ? stepFor(place, key) : Step{};
                readValue(step, place, depth, nesting + 1);
            } else if (m_at == before) {
                ++m_at; // neither a member nor the end: pass over the byte
            }
        }
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }

    void skipBlanks() {
        while (!atEnd() && isBlank(m_text[m_at]))
            ++m_at;
    }

    void skipSeparators() {
        while (!atEnd() && (isBlank(m_text[m_at]) || m_text[m_at] == ','))
            ++m_at;
    }

    std::string_view readKey() {
        if (isQuote(m_text[m_at]))
            return readString();
        if (m_text[m_at] == ':') // of Ruby's symbols
            ++m_at;
        const std::size_t begin = m_at;
        while (!atEnd() && !isBlank(m_text[m_at]) &&
               std::string_view(":=,{}()").find(m_text[m_at]) == std::string_view::npos)
            ++m_at;
        std::string_view key = m_text.substr(begin, m_at - begin);
        if (key.size() > 2 && key.front() == '[' && key.back() == ']')
            key = key.substr(1, key.size() - 2); // util.inspect's mark of hidden members
        return key;
    }

    bool isQuote(char c) const { return c == '"' || c == '\'' || c == '`'; }

    void readValue(const Step& step, Place place, int depth, int nesting) {
        skipBlanks();
        if (atEnd())
            return;
        const char c = m_text[m_at];
        if (isQuote(c)) {
            take(step, {Scalar::Kind::String, readConcatenated()}, depth);
        } else if ((c == '{' || c == '[') && nesting >= maxNesting) {
            skipNested();
        } else if (c == '{') {
            const int inner = depth + (step.place == Place::Error ? 1 : 0);
            readObject(step.place, inner, step.enter, nesting);
        } else if (c == '[') {
            readArray(step, place, depth, nesting);
        } else {
            readWord(step, place, depth, nesting);
        }
    }

    /// An array counts as its first scalar; objects in it are passed over.
    void readArray(const Step& step, Place place, int depth, int nesting) {
        ++m_at;
        bool first = true;
        while (true) {
            skipSeparators();
            if (atEnd() || m_text[m_at] == ']') {
                m_at += atEnd() ? 0 : 1;
                return;
            }
            const std::size_t before = m_at;
            const bool usable = first && m_text[m_at] != '{';
            readValue(usable ? Step{.field = step.field} : Step{}, place, depth, nesting + 1);
            first = false;
            if (m_at == before)
                ++m_at;
        }
    }

    /// Passes over a container by counting, so that nesting costs no stack.
    void skipNested() {
        std::size_t open = 0;
        do {
            const char c = m_text[m_at];
            if (c == '"' || c == '\'') {
                readString();
                continue;
            }
            open += c == '{' || c == '[' ? 1 : 0;
            open -= c == '}' || c == ']' ? 1 : 0;
            ++m_at;
        } while (open > 0 && !atEnd());
    }

    /// A number, a word such as None, or a word before an object: `Headers {`, `Headers({`, `<ref *1> Error
    /// {`.
    void readWord(const Step& step, Place place, int depth, int nesting) {
        const std::size_t begin = m_at;
        while (!atEnd() && std::string_view(",}{]\n").find(m_text[m_at]) == std::string_view::npos)
            ++m_at;
        if (!atEnd() && m_text[m_at] == '{') {
            readValue(step, place, depth, nesting);
            if (!atEnd() && m_text[m_at] == ')')
                ++m_at;
            return;
        }
        std::string_view word = m_text.substr(begin, m_at - begin);
        while (!word.empty() && (isBlank(word.back()) || word.back() == ')'))
            word.remove_suffix(1);
        if (word.empty())
            return;
        const bool number = (word.front() >= '0' && word.front() <= '9') || word.front() == '-';
        if (number)
            take(step, {Scalar::Kind::Number, word}, depth);
        else if (word == "true" || word == "True" || word == "false" || word == "False")
            take(step, {Scalar::Kind::Boolean, word.front() == 't' || word.front() == 'T' ? "true" : "false"},
                 depth);
    }

    void take(const Step& step, const Scalar& scalar, int depth) {
        if (step.field != Field::None)
            m_builder.take(step.field, scalar, depth);
    }

    /// util.inspect breaks long strings: 'one ' + newline + 'two'.
    std::string_view readConcatenated() {
        std::string_view text = readString();
        while (true) {
            const std::size_t before = m_at;
            skipBlanks();
            if (atEnd() || m_text[m_at] != '+') {
                m_at = before;
                return text;
            }
            ++m_at;
            skipBlanks();
            if (atEnd() || !isQuote(m_text[m_at])) {
                m_at = before;
                return text;
            }
            std::string joined(text);
            joined += readString();
            text = m_builder.keep(std::move(joined));
        }
    }

    std::string_view readString() {
        const char quote = m_text[m_at++];
        const std::size_t begin = m_at;
        bool escaped = false;
        while (!atEnd() && m_text[m_at] != quote) {
            if (m_text[m_at] == '\\') {
                escaped = true;
                ++m_at;
            }
            ++m_at;
        }
        const std::size_t end = std::min(m_at, m_text.size());
        m_at = std::min(m_at + 1, m_text.size());
        const std::string_view raw = m_text.substr(begin, end - begin);
        return escaped ? m_builder.keep(unescaped(raw)) : raw;
    }

    static std::string unescaped(std::string_view raw) {
        std::string text;
        text.reserve(raw.size());
        for (std::size_t i = 0; i < raw.size(); ++i) {
            if (raw[i] != '\\' || i + 1 == raw.size()) {
                text += raw[i];
                continue;
            }
            switch (const char c = raw[++i]) {
            case 'n':
                text += '\n';
                break;
            case 't':
                text += '\t';
                break;
            case 'r':
                text += '\r';
                break;
            case 'b':
            case 'f':
                text += ' ';
                break;
            case 'u':
                i += appendCode(text, raw.substr(i + 1), 4);
                break;
            case 'x':
                i += appendCode(text, raw.substr(i + 1), 2);
                break;
            default:
                text += c;
                break;
            }
        }
        return text;
    }

    /// Appends the code point of `digits` hexadecimal digits, of two `\u` halves where they belong together.
    /// Gives the bytes read.
    static std::size_t appendCode(std::string& text, std::string_view rest, std::size_t digits) {
        std::uint32_t code = 0;
        if (!readHex(rest, digits, code))
            return 0;
        std::uint32_t low = 0;
        if (code >= 0xD800 && code < 0xDC00 && rest.substr(4, 2) == "\\u" &&
            readHex(rest.substr(6), 4, low) && low >= 0xDC00 && low < 0xE000) {
            appendUtf8(text, 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00));
            return 10;
        }
        appendUtf8(text, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
        return digits;
    }

    static bool readHex(std::string_view text, std::size_t digits, std::uint32_t& code) {
        if (text.size() < digits)
            return false;
        const auto [end, error] = std::from_chars(text.data(), text.data() + digits, code, 16);
        return error == std::errc() && end == text.data() + digits;
    }

    std::string_view m_text;
    RecordBuilder& m_builder;
    std::size_t m_at = 0;
};

} // namespace

std::size_t readLooseObject(std::string_view text, Place place, RecordBuilder& builder, int depth) {
    LooseReader reader(text, builder);
    reader.readObject(place, depth, true, 0);
    return reader.position();
}

void readLooseMembers(std::string_view text, Place place, RecordBuilder& builder) {
    LooseReader(text, builder).readMembers(place, 0, true, 0);
}

} // namespace derouter
