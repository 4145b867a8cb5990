// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/looseobject.h"

#include "format/escapesequences.h"
#include "format/recordbuilder.h"
#include "format/texts.h"

#include <algorithm>
#include <string>

namespace derouter {

namespace {

constexpr int maxNesting = 64;

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
                const bool arrow = m_text.substr(m_at, 2) == "=>";
                const bool bare = m_text[m_at] == '=' && !arrow;
                m_at += arrow ? 2 : 1;
                const Step step = wanted ? m_builder.stepOf(place, key) : Step{};
                if (step.answer)
                    m_builder.setInAnswer(true);
                if (bare && beginsBareText())
                    readBareText(step, depth);
                else
                    readValue(step, place, depth, nesting + 1);
                if (step.answer)
                    m_builder.setInAnswer(false);
            } else if (m_at == before) {
                passOver();
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

    /// What is neither a member nor the end: a byte, or a container as a whole.
    void passOver() {
        if (m_text[m_at] == '{' || m_text[m_at] == '[')
            skipNested();
        else
            ++m_at;
    }

    bool beginsBareText() const {
        return !atEnd() && !isQuote(m_text[m_at]) && !isBlank(m_text[m_at]) && m_text[m_at] != '{' &&
               m_text[m_at] != '[';
    }

    /// A value of a Java map, `{type=error, message=Too many, slow down}`: it ends where the next member
    /// begins.
    void readBareText(const Step& step, int depth) {
        const std::size_t begin = m_at;
        while (!atEnd() && m_text[m_at] != '}' && !(m_text[m_at] == ',' && memberFollows(m_at + 1)))
            ++m_at;
        const auto text = m_text.substr(begin, m_at - begin);
        const bool number = text.find_first_not_of("0123456789") == text.npos;
        take(step, {number ? Scalar::Kind::Number : Scalar::Kind::String, text}, depth);
    }

    bool memberFollows(std::size_t at) const {
        at = std::min(m_text.find_first_not_of(' ', at), m_text.size());
        const std::size_t begin = at;
        while (at < m_text.size() && (isLetter(m_text[at]) || isDigit(m_text[at]) || m_text[at] == '_'))
            ++at;
        return at > begin && at < m_text.size() && m_text[at] == '=';
    }

    /// pino-pretty prints an empty stack as nothing, and the next member below it.
    bool isNameBelow(std::size_t colon) const {
        if (!isQuote(m_text[m_at]) || m_text.substr(colon, m_at - colon).find('\n') == m_text.npos)
            return false;
        const std::size_t close = m_text.find(m_text[m_at], m_at + 1);
        return close != m_text.npos && m_text.substr(close + 1, 2) == ": ";
    }

    void readValue(const Step& step, Place place, int depth, int nesting) {
        const std::size_t colon = m_at;
        skipBlanks();
        if (atEnd() || isNameBelow(colon))
            return;
        const char c = m_text[m_at];
        if (isQuote(c)) {
            take(step, {Scalar::Kind::String, readConcatenated()}, depth);
        } else if ((c == '{' || c == '[') && nesting >= maxNesting) {
            skipNested();
        } else if (beginsMark()) {
            readMark(step, place, depth, nesting);
        } else if (c == '{') {
            const int inner = depth + (step.place == Place::Error ? 1 : 0);
            const bool json = m_text.substr(m_at, 2) == "{\"" || m_text.substr(m_at, 2) == "{}";
            readObject(step.place, inner, step.enter, nesting);
            // Of an object that is cut nobody knows what is missing, nor of what a program prints its own
            // way.
            if (step.place == Place::Headers && step.enter && depth == 0 && json && m_text[m_at - 1] == '}')
                m_builder.noteResponseHeaders();
        } else if (c == '[') {
            readArray(step, place, depth, nesting);
        } else if (const std::size_t end = errorHeadEnd(); end > 0) {
            readError(step, end, depth, nesting);
        } else {
            readWord(step, place, depth, nesting);
        }
    }

    /// util.inspect's `[Object: null prototype] {…}`, `[Function: x]`, `[Circular *1]`, `[Getter]`,
    /// `[RateLimitError: 429 …]`: no arrays, whose first element stands behind a blank or is a literal.
    bool beginsMark() const {
        const auto rest = m_text.substr(m_at, 7);
        const bool name = rest.size() > 1 && rest[1] >= 'A' && rest[1] <= 'Z';
        const bool python =
            rest.starts_with("[None") || rest.starts_with("[True") || rest.starts_with("[False");
        return rest.starts_with('[') && ((name && !python) || rest == "[class ");
    }

    void readMark(const Step& step, Place place, int depth, int nesting) {
        const std::size_t begin = m_at + 1;
        int open = 0;
        do {
            open += m_text[m_at] == '[' ? 1 : m_text[m_at] == ']' ? -1 : 0;
            ++m_at;
        } while (open > 0 && !atEnd() && m_text[m_at] != '\n');
        takeErrorHead(step, m_text.substr(begin, m_at - std::min(m_at, begin + 1)), depth);
        if (m_text.substr(m_at, 2) == " {")
            readValue(step, place, depth, nesting);
    }

    /// Where the line ends with which an inspected error begins, `RateLimitError: 429 …`; 0 where none does.
    std::size_t errorHeadEnd() const {
        std::size_t at = m_at;
        while (at < m_text.size() && (isLetter(m_text[at]) || isDigit(m_text[at]) || m_text[at] == '_'))
            ++at;
        const auto name = m_text.substr(m_at, at - m_at);
        const bool error = name.ends_with("Error") || name.ends_with("Exception");
        if (error && m_text.substr(at, 2) == " [") // its code: `Error [ERR_STREAM_PREMATURE_CLOSE]: …`
            at = std::min(m_text.find(']', at), m_text.size() - 1) + 1;
        return error && m_text.substr(at, 2) == ": " ? std::min(m_text.find('\n', at), m_text.size()) : 0;
    }

    /// An error with its stack, behind which its members stand in braces.
    void readError(const Step& step, std::size_t end, int depth, int nesting) {
        takeErrorHead(step, m_text.substr(m_at, end - m_at), depth);
        m_at = end;
        while (!atEnd()) {
            const std::size_t begin = std::min(m_text.find_first_not_of(" \n", m_at), m_text.size());
            if (!m_text.substr(begin).starts_with("at "))
                return;
            m_at = std::min(m_text.find('\n', begin), m_text.size());
            if (m_text[m_at - 1] != '{')
                continue;
            --m_at;
            readValue(step, step.place, depth, nesting);
            return;
        }
    }

    void takeErrorHead(const Step& step, std::string_view head, int depth) {
        if (step.enter && step.place == Place::Error && head.find("Error: ") != head.npos)
            m_builder.take(Field::ErrorText, {Scalar::Kind::String, head}, depth + 1);
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

    /// Behind the bracket that closes the one here, if that stands on the same line.
    std::size_t behindBracket() const {
        const std::size_t close = m_text.find_first_of("]\n", m_at);
        return close != m_text.npos && m_text[close] == ']' ? close + 1 : m_at + 1;
    }

    /// A number, a word such as None, or a word before an object: `Headers {`, `Headers({`, `<ref *1> Error
    /// {`, `Object [AxiosHeaders] {`.
    void readWord(const Step& step, Place place, int depth, int nesting) {
        const std::size_t begin = m_at;
        while (!atEnd() && std::string_view(",}{]\n").find(m_text[m_at]) == std::string_view::npos)
            m_at = m_text[m_at] == '[' ? behindBracket() : m_at + 1;
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
        else if ((word == "null" || word == "None") && showsOpenAi(step.field))
            take(step, {}, depth);
        else if (step.field == Field::ParentSpanId) // a span that is no part of another
            take(step, {Scalar::Kind::Null, {}}, depth);
    }

    /// Members that OpenAI's errors have although there is nothing in them.
    static bool showsOpenAi(Field field) { return field == Field::ErrorParam || field == Field::StatusCode; }

    static bool isRequestId(Field field) {
        return field == Field::RequestId || field == Field::ProxyRequestId;
    }

    void take(const Step& step, const Scalar& scalar, int depth) {
        if (step.field != Field::None && !(m_cut && isRequestId(step.field)))
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
        m_cut = m_at >= m_text.size();
        m_at = std::min(m_at + 1, m_text.size());
        const std::string_view raw = m_text.substr(begin, end - begin);
        return escaped ? m_builder.keep(withoutEscapeSequences(raw)) : raw;
    }

    std::string_view m_text;
    RecordBuilder& m_builder;
    std::size_t m_at = 0;
    bool m_cut = false; ///< the text ended within the last string
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
