// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/configurationtext.h"

#include "format/texts.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\r\n";

bool isQuote(char c) {
    return c == '"' || c == '\'';
}

bool isEscapable(char c) {
    return isQuote(c) || c == '\\' || c == ' ' || c == '#';
}

/// How far the line is indented in which `at` stands; the dash of a list counts.
std::size_t indentOf(std::string_view text, std::size_t at) {
    const std::size_t feed = at == 0 ? npos : text.rfind('\n', at - 1);
    const std::size_t begin = feed == npos ? 0 : feed + 1;
    return text.find_first_not_of(" -", begin) - begin;
}

} // namespace

bool ConfigurationText::atComment() const {
    return m_text[m_at] == '#' && (m_at == 0 || isBlank(m_text[m_at - 1]) || m_text[m_at - 1] == ';');
}

void ConfigurationText::skipLine() {
    m_at = std::min(m_text.find('\n', m_at), m_text.size());
}

std::optional<std::vector<std::string>> ConfigurationText::words(Ending ending) {
    std::vector<std::string> all;
    bool inWord = false;
    char quote = 0;
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        if (!quote && c == (ending == Ending::Line ? '\n' : ';'))
            break;
        if (!quote && ending == Ending::Line && c == '\\' && (next == '\n' || next == '\r')) {
            skipLine();
            inWord = false;
            continue;
        }
        if (!quote && atComment()) {
            skipLine();
            --m_at;
            continue;
        }
        if (!quote && isBlank(c)) {
            inWord = false;
            continue;
        }
        if (!std::exchange(inWord, true))
            all.emplace_back();
        if (c == '\\' && isEscapable(next))
            all.back() += m_text[++m_at];
        else if (!quote && isQuote(c))
            quote = c;
        else if (quote && c == quote)
            quote = 0;
        else
            all.back() += c;
    }
    return quote ? std::nullopt : std::optional(std::move(all));
}

/// Of the text in quotation marks that begins here.
std::optional<std::string> ConfigurationText::quoted() {
    const char quote = m_text[m_at++];
    std::string value;
    for (; m_at < m_text.size() && m_text[m_at] != quote; ++m_at) {
        if (m_text[m_at] == '\\' && m_at + 1 < m_text.size() && isEscapable(m_text[m_at + 1]))
            ++m_at;
        value += m_text[m_at];
    }
    if (m_at == m_text.size())
        return std::nullopt;
    ++m_at;
    return value;
}

std::optional<std::string> ConfigurationText::strings() {
    std::string all;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (isBlank(c) || c == '(' || c == '\\' || c == '=') {
            ++m_at;
        } else if (atComment()) {
            skipLine();
        } else if (isQuote(c)) {
            const auto part = quoted();
            if (!part)
                return std::nullopt;
            all += *part;
        } else {
            break;
        }
    }
    return all;
}

std::string_view ConfigurationText::skipBlock(std::size_t keyAt) {
    const std::size_t indent = indentOf(m_text, keyAt);
    skipLine();
    const std::size_t begin = std::min(m_at + 1, m_text.size());
    while (m_at < m_text.size()) {
        const std::size_t first = m_text.find_first_not_of(" \r", m_at + 1);
        if (first < m_text.size() && m_text[first] != '\n' && first - m_at - 1 <= indent)
            break;
        m_at = std::min(m_text.find('\n', m_at + 1), m_text.size());
    }
    return m_text.substr(begin, std::max(m_at, begin) - begin);
}

std::optional<std::string> ConfigurationText::yamlValue(std::size_t keyAt) {
    m_at = std::min(m_text.find_first_not_of(" \t", m_at), m_text.size());
    if (m_at < m_text.size() && isQuote(m_text[m_at]))
        return quoted();
    const std::size_t begin = m_at;
    if (m_at == m_text.size() || (m_text[m_at] != '|' && m_text[m_at] != '>')) {
        skipLine();
        return std::string(trimmed(m_text.substr(begin, m_at - begin)));
    }
    std::string joined;
    for (auto rest = skipBlock(keyAt); !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const auto line = trimmed(rest.substr(0, end));
        joined += joined.empty() || line.empty() ? "" : " ";
        joined += line;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return joined;
}

void ConfigurationText::skipToStatement() {
    m_at = std::min(m_text.find_first_of("\n;{}", m_at), m_text.size());
    m_at = std::min(m_text.find_first_not_of(" \t\r\n;{}", m_at), m_text.size());
    while (m_at < m_text.size() && atComment()) {
        skipLine();
        m_at = std::min(m_text.find_first_not_of(" \t\r\n;{}", m_at), m_text.size());
    }
    if (m_text.substr(m_at).starts_with("- ")) // an item of a YAML list
        m_at = std::min(m_text.find_first_not_of(' ', m_at + 1), m_text.size());
}

} // namespace derouter
