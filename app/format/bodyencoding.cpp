// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/bodyencoding.h"

#include "format/errortext.h"
#include "format/loggedobject.h"
#include "format/statuswords.h"
#include "format/texts.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace derouter {

namespace {

constexpr int mostTimes = 3; ///< that one encoding is laid over itself

/// What encodes a quotation mark: how the byte before the name `type` looks, of which every body has one.
struct Signs {
    bool entities = false;
    bool numbers = false; ///< `%22`, `\u0022`, `\x22`
    bool typographic = false;
    bool any() const { return entities || numbers || typographic; }
};

Signs signsIn(std::string_view text) {
    Signs signs;
    for (const std::string_view name : {"type", "error"})
        for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
            const char before = at == 0 ? ' ' : text[at - 1];
            signs.entities = signs.entities || before == ';';
            signs.numbers = signs.numbers || before == '2';
            signs.typographic = signs.typographic || static_cast<unsigned char>(before) >= 0x80;
        }
    return signs;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
    std::string result;
    std::size_t from = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, from)) {
        result.append(text.substr(from, at - from)).append(by);
        from = at + what.size();
    }
    return result.append(text.substr(from));
}

std::string withoutEntities(std::string text) {
    constexpr std::pair<std::string_view, std::string_view> entities[] = {
        {"&amp;", "&"},  {"&quot;", "\""}, {"&#34;", "\""}, {"&#x22;", "\""},
        {"&apos;", "'"}, {"&#39;", "'"},   {"&#x27;", "'"}, {"&#123;", "{"},
        {"&#125;", "}"}, {"&lt;", "<"},    {"&gt;", ">"},   {"&nbsp;", " "}};
    for (int time = 0; time < mostTimes && text.find('&') != text.npos; ++time)
        for (const auto& [entity, character] : entities)
            text = replaced(text, entity, character);
    return text;
}

std::optional<char> hexadecimal(std::string_view digits) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return error == std::errc() && end == digits.data() + digits.size() && value < 256
               ? std::optional(static_cast<char>(value))
               : std::nullopt;
}

/// The word around the first percent-encoded brace, decoded in place.
std::string withoutPercents(std::string text) {
    for (int time = 0; time < mostTimes; ++time) {
        const std::size_t brace = std::min(std::min(text.find("%7B"), text.find("%7b")), text.find("%257"));
        if (brace == text.npos)
            return text;
        const std::size_t end = std::min(text.find_first_of(" \t\r\n\"'<>", brace), text.size());
        std::string decoded = text.substr(0, brace);
        const bool plus = text.find("%20", brace) >= end; // a form writes blanks so
        for (std::size_t at = brace; at < end; ++at) {
            const auto byte = text[at] == '%' && at + 2 < end
                                  ? hexadecimal(std::string_view(text).substr(at + 1, 2))
                                  : std::nullopt;
            decoded += byte ? *byte : plus && text[at] == '+' ? ' ' : text[at];
            at += byte ? 2 : 0;
        }
        text = decoded.append(text, end);
    }
    return text;
}

/// `\u0022` and `\x22` of printable ASCII, whatever escaped their backslash once more.
std::string withoutCodes(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t letter = text[at] == '\\' ? text.find_first_not_of('\\', at) : text.npos;
        const bool code = letter != text.npos && (text[letter] == 'u' || text[letter] == 'x');
        const std::size_t digits = code && text[letter] == 'u' ? 4 : 2;
        const auto byte = code && letter + digits < text.size() ? hexadecimal(text.substr(letter + 1, digits))
                                                                : std::nullopt;
        if (byte && *byte >= ' ' && *byte <= '~') {
            plain += *byte;
            at = letter + 1 + digits;
        } else {
            plain += text[at++];
        }
    }
    return plain;
}

std::string withPlainQuotes(std::string text) {
    constexpr std::string_view quotes[] = {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xE2\x80\x9F"};
    for (const std::string_view quote : quotes)
        text = replaced(text, quote, "\"");
    return text;
}

/// Where the body begins whose quotation marks carry more than one backslash, and how many; an object around
/// it that carries fewer is decoded level by level when it is read.
std::pair<std::size_t, std::size_t> escapedBody(std::string_view text) {
    for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
        const std::size_t quote = std::min(text.find_first_not_of('\\', at + 1), text.size());
        if (quote < text.size() && text[quote] == '"')
            return {at, quote - at - 1};
    }
    return {text.npos, 0};
}

std::string withoutBackslashes(std::string_view text, std::size_t body, std::size_t count) {
    auto inner = std::string(text.substr(body));
    for (; count > 0; count /= 2) // each level doubles the backslashes and adds one
        inner = unescaped(inner);
    return std::string(text.substr(0, body)) + inner;
}

} // namespace

std::optional<std::string> withoutEncoding(std::string_view text) {
    const Signs signs = signsIn(text);
    const auto [body, backslashes] = escapedBody(text);
    const bool lines = text.find("<EOL>") != text.npos;
    if (!signs.any() && backslashes < 2 && !lines)
        return std::nullopt;
    std::string plain = backslashes > 1 ? withoutBackslashes(text, body, backslashes) : std::string(text);
    if (signs.entities)
        plain = withoutEntities(std::move(plain));
    if (signs.numbers)
        plain = withoutCodes(withoutPercents(std::move(plain)));
    if (signs.typographic)
        plain = withPlainQuotes(std::move(plain));
    if (lines)
        plain = replaced(plain, "<EOL>", " ");
    return plain;
}

/// Whether a bracket at `at` stands around the body behind it: words lead to it, and no list's name.
static bool isAroundBody(std::string_view text, std::size_t at) {
    const auto line = text.substr(text.rfind('\n', at) + 1, at - text.rfind('\n', at) - 1);
    if (!isErrorBody(text.substr(at + 1)) || line.empty() || line.find('{') != line.npos)
        return false;
    if (text[at] == '{')
        return isLetter(line.back());
    return line.ends_with('=') || line.ends_with(": ") ||
           (line.ends_with(' ') && statusBefore(trimmed(line)));
}

std::optional<std::string> withoutBrackets(std::string_view text) {
    std::optional<std::string> plain;
    std::size_t taken = 0; ///< of the text, into `plain`
    for (std::size_t at = std::min(text.find("[{"), text.find("{{")); at < text.size();
         at = std::min(text.find("[{", at + 1), text.find("{{", at + 1))) {
        if (!isAroundBody(text, at))
            continue;
        const std::size_t end = at + 1 + endOfObject(text.substr(at + 1));
        plain = plain.value_or(std::string());
        plain->append(text.substr(taken, at - taken)).append(text.substr(at + 1, end - at - 1));
        const bool closed = end < text.size() && (text[end] == ']' || text[end] == '}');
        taken = std::min(end + (closed ? 1 : 0), text.size());
        at = std::max(at, taken - 1);
    }
    if (plain)
        plain->append(text.substr(taken));
    return plain;
}

} // namespace derouter
