// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

/// What all readers of log text need of bytes and pieces of text. ASCII only: a byte of a longer character is
/// none of these.
namespace derouter {

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr bool contains(std::string_view text, std::string_view words) {
    return text.find(words) != text.npos;
}

/// Whether a word is in a list.
template <std::size_t N> constexpr bool isOneOf(std::string_view word, const std::string_view (&words)[N]) {
    return std::ranges::find(words, word) != std::end(words);
}

constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r\n") {
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == text.npos ? std::string_view()
                              : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// The number that the first three bytes are; nothing when they are not all digits.
constexpr std::optional<int> threeDigits(std::string_view text) {
    if (text.size() < 3 || !isDigit(text[0]) || !isDigit(text[1]) || !isDigit(text[2]))
        return std::nullopt;
    return (text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0');
}

/// The end of a text in quotation marks that begins at `from`, behind the first one; npos when it stays open.
constexpr std::size_t closingQuote(std::string_view line, std::size_t from) {
    std::size_t end = line.find('"', from);
    while (end != line.npos && line[end - 1] == '\\')
        end = line.find('"', end + 1);
    return end;
}

/// How many braces more a line of JSON opens than it closes, outside its strings.
constexpr int bracesOpenedIn(std::string_view line) {
    int open = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\')
            ++at;
        else if (line[at] == '"')
            quoted = !quoted;
        else if (!quoted)
            open += line[at] == '{' ? 1 : line[at] == '}' ? -1 : 0;
    }
    return open;
}

/// Where a line of JSON closes the last brace, when `open` are open before it; npos when it does not.
constexpr std::size_t endOfBraces(std::string_view line, int open) {
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\')
            ++at;
        else if (line[at] == '"')
            quoted = !quoted;
        else if (!quoted && line[at] == '{')
            ++open;
        else if (!quoted && line[at] == '}' && --open <= 0)
            return at + 1;
    }
    return line.npos;
}

inline std::string upperCase(std::string_view text) {
    std::string upper(text);
    for (char& c : upper)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return upper;
}

inline std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return lower;
}

/// A set of bytes that is asked for one after the other.
class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view bytes) {
        for (const char c : bytes)
            m_has[static_cast<unsigned char>(c)] = true;
    }
    constexpr bool has(char c) const { return m_has[static_cast<unsigned char>(c)]; }
    /// The end of those that stand together from `at` on.
    constexpr std::size_t endOfRun(std::string_view text, std::size_t at) const {
        for (; at + 4 <= text.size(); at += 4) // four at a time, as one at a time costs twice as much
            for (std::size_t i = 0; i < 4; ++i)
                if (!has(text[at + i]))
                    return at + i;
        while (at < text.size() && has(text[at]))
            ++at;
        return at;
    }

private:
    std::array<bool, 256> m_has{};
};

/// What addresses of IPv4 and IPv6 are written in, with ports behind some.
inline constexpr ByteSet addressBytes("0123456789abcdefABCDEF.:");

/// Words of two bytes and more looked for together, in one pass over a text.
template <std::size_t Count> class WordSet {
public:
    constexpr explicit WordSet(const std::string_view (&words)[Count]) {
        std::copy(std::begin(words), std::end(words), m_words.begin());
        std::ranges::sort(m_words);
        for (std::size_t i = 0; i < Count; ++i)
            ++m_ends[static_cast<unsigned char>(m_words[i].front())];
        for (std::size_t byte = 0, end = 0; byte < m_ends.size(); ++byte) {
            m_begins[byte] = static_cast<unsigned char>(end);
            m_ends[byte] = static_cast<unsigned char>(end += m_ends[byte]);
        }
    }
    constexpr bool isIn(std::string_view text) const {
        for (std::size_t at = 0; at + 1 < text.size(); ++at) {
            const auto first = static_cast<unsigned char>(text[at]);
            for (std::size_t i = m_begins[first]; i < m_ends[first]; ++i)
                if (m_words[i][1] == text[at + 1] && text.substr(at, m_words[i].size()) == m_words[i])
                    return true;
        }
        return false;
    }

private:
    static_assert(Count < 256);
    std::array<std::string_view, Count> m_words{}; ///< sorted
    std::array<unsigned char, 256> m_begins{};     ///< by the first byte: of its words
    std::array<unsigned char, 256> m_ends{};
};

/// Whether a text that begins with a brace goes on as an object does, in JSON or another spelling:
/// `{llm.py:42}` of Airflow's lines does not.
constexpr bool beginsObject(std::string_view text) {
    std::size_t at = std::min(text.find_first_not_of(" \t\r\n", 1), text.size());
    if (!text.starts_with('{') || at == text.size() ||
        std::string_view("\"'}{:[\\").find(text[at]) != text.npos)
        return text.starts_with('{');
    while (at < text.size() &&
           (isLetter(text[at]) || isDigit(text[at]) || text[at] == '_' || text[at] == '$'))
        ++at;
    return at == text.size() || std::string_view(":= \t\r\n,}").find(text[at]) != text.npos;
}

/// Without one level of backslashes.
inline std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size())
            ++at;
        plain += text[at];
    }
    return plain;
}
/// Where the text begins behind blanks and tabs; its size when there is nothing else.
inline std::size_t firstNonBlank(std::string_view text) {
    return std::min(text.find_first_not_of(" \t"), text.size());
}

/// A text of its own with the readable bytes behind it that simdjson wants.
class PaddedText {
public:
    static constexpr std::size_t padding = 64;

    PaddedText() = default;
    explicit PaddedText(std::string_view text) { assign(text); }

    /// Keeps the memory it has: one that is used again allocates nothing.
    void assign(std::string_view text) {
        m_size = text.size();
        m_text.assign(text);
        m_text.append(padding, '\0');
    }
    std::string_view view() const { return std::string_view(m_text).substr(0, m_size); }

private:
    std::size_t m_size = 0;
    std::string m_text;
};

} // namespace derouter
