// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/requesttail.h"

#include "format/duration.h"
#include "format/spellings.h"
#include "format/statuswords.h"

namespace derouter {

bool isDuration(std::string_view word) {
    constexpr std::size_t digits = 3;
    const std::size_t comma = word.find(',');
    if (comma != word.npos && comma > 0 && comma <= digits && threeDigits(word.substr(comma + 1)) &&
        std::ranges::all_of(word.substr(0, comma), isDigit))
        word.remove_prefix(comma + 1);
    return !word.empty() && isDigit(word.front()) && word.ends_with('s') && durationFrom(word, 1) >= 0;
}

namespace {

bool isSize(std::string_view word) {
    const std::size_t unit = std::min(word.find_first_not_of("0123456789."), word.size());
    constexpr std::string_view units[] = {"", "b", "B", "kb", "KB", "kB", "mb", "MB", "bytes"};
    return unit > 0 && std::ranges::find(units, word.substr(unit)) != std::end(units);
}

bool isAddress(std::string_view word) {
    return word.size() > 2 && word.find_first_not_of("0123456789abcdef.:") == word.npos &&
           word.find_first_of(".:") != word.npos;
}

bool isUuid(std::string_view word) {
    return word.size() == 36 && word[8] == '-' && word.find_first_not_of("0123456789abcdef-") == word.npos;
}

} // namespace

bool RequestTail::read() {
    readReason();
    while (true) {
        skipSeparators(m_text);
        if (m_text.rest.empty() || leadsToObject() || leadsToMessage())
            return true;
        if (m_text.rest.front() == '(' ? !skipBrackets() : !takeWord())
            return false;
        if (m_text.rest.starts_with("- ") && m_sizes == 1 && m_duration.empty())
            return true; // a size and the client's name, in its own words
    }
}

/// `{…}`, `data={…}`.
bool RequestTail::leadsToObject() const {
    const std::size_t open = m_text.rest.find('{');
    const auto name = m_text.rest.substr(0, std::min(open, m_text.rest.size()));
    return open == 0 || (open != m_text.rest.npos && name.ends_with('=') && name.find(' ') == name.npos);
}

/// `429 Slow down`: the status once more, as the SDKs begin their messages, behind how long it took.
bool RequestTail::leadsToMessage() const {
    return m_status >= 400 && !m_duration.empty() && m_text.rest.size() > 3 && m_text.rest[3] == ' ' &&
           threeDigits(m_text.rest) == m_status;
}

/// `Too Many Requests`: words with capitals; `unknown`, as Node writes it.
void RequestTail::readReason() {
    m_text.skipBlanks();
    m_text.rest.remove_prefix(plainReasonAt(m_text.rest));
    while (!m_text.rest.empty() && isCapital(m_text.rest.front())) {
        Front tried = m_text;
        const auto word = tried.word();
        if (!std::ranges::all_of(word, [](char c) { return isLetter(c) || c == '-'; }))
            return;
        m_text = tried;
        m_text.skipBlanks();
    }
}

bool RequestTail::skipBrackets() {
    const std::size_t close = m_text.rest.find(')');
    if (close == m_text.rest.npos)
        return false;
    takeDuration(m_text.rest.substr(1, close - 1));
    m_text.rest.remove_prefix(close + 1);
    return true;
}

void RequestTail::takeDuration(std::string_view text) {
    text = text.substr(0, text.find(','));
    if (m_duration.empty() && isDuration(text))
        m_duration = text;
}

/// `took 412 ms`, `after 1.2s`.
bool RequestTail::durationFollows() const {
    const std::size_t at = m_text.rest.find_first_not_of(' ');
    return at != m_text.rest.npos && isDigit(m_text.rest[at]);
}

bool RequestTail::takeWord() {
    const auto begin = m_text.rest;
    const auto word = trimmed(nextWord(m_text), ",|");
    if (isDuration(word)) {
        m_duration = m_duration.empty() ? word : m_duration;
        return true;
    }
    if (isSize(word)) {
        for (const std::string_view unit : {"ms", "s", "\xC2\xB5s", "us"})
            if (Front tried = m_text; trimmed(nextWord(tried), ",|") == unit) {
                const auto end = begin.size() - tried.rest.size();
                m_duration = m_duration.empty() ? trimmed(begin.substr(0, end), " ,|") : m_duration;
                m_text = tried;
                return true;
            }
        return ++m_sizes <= 2;
    }
    if (word == "took" || word == "after")
        return durationFollows();
    return word.empty() || word == "-" || word == "in" || word == "bytes" || isAddress(word) ||
           isUuid(word) || isModelName(word) || word.starts_with("req_") || word.find('=') < word.find('"');
}

} // namespace derouter
