// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/layoutmatch.h"

#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/statuscolumn.h"
#include "format/texts.h"
#include "format/timeparser.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr int maxBranches = 64;
constexpr auto npos = std::string_view::npos;

bool isMethod(std::string_view text) {
    return text == "-" || (text.size() >= 3 && std::ranges::all_of(text, [](char c) {
                               return (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
                           }));
}

bool isNumber(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789.+-") == npos;
}

bool isAddress(std::string_view text) {
    return !text.empty() && text.find_first_of(" =\"'|/,;<>(){}") == npos;
}

bool hasShape(ValueShape shape, std::string_view text) {
    switch (shape) {
    case ValueShape::Word:
        return text.find(' ') == npos;
    case ValueShape::CacheResult:
        return !text.empty() &&
               std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
    case ValueShape::Address:
        return isAddress(text);
    case ValueShape::Number:
        return isNumber(text);
    case ValueShape::Method:
        return isMethod(text);
    case ValueShape::Status:
        return isStatusValue(text);
    case ValueShape::Captures:
        return text.size() >= 2 && text.front() == '{' && text.back() == '}';
    case ValueShape::Text:
    case ValueShape::Time:
    case ValueShape::RequestLine: // a server logs what it was sent, whatever that is
    case ValueShape::List:
    case ValueShape::Capture:
        return true;
    }
    return true;
}

/// Where `literal` ends that begins at `at`; several blanks in it stand for any number.
std::size_t behindLiteral(std::string_view line, std::size_t at, std::string_view literal) {
    for (std::size_t i = 0; i < literal.size(); ++i) {
        if (at >= line.size() || line[at] != literal[i])
            return npos;
        ++at;
        if (literal.substr(i).starts_with("  ")) {
            at = std::min(line.find_first_not_of(' ', at), line.size());
            i = std::min(literal.find_first_not_of(' ', i), literal.size()) - 1;
        }
    }
    return at;
}

/// A server escapes quotation marks, and so backslashes, inside a quoted value.
bool isEscaped(std::string_view line, std::size_t from, std::size_t at) {
    std::size_t backslashes = 0;
    while (at > from + backslashes && line[at - 1 - backslashes] == '\\')
        ++backslashes;
    return backslashes % 2 == 1;
}

std::size_t literalAt(std::string_view line, std::size_t from, std::string_view literal) {
    const auto needle = literal.substr(0, std::min(literal.find("  "), literal.size() - 1) + 1);
    std::size_t end = line.find(needle, from);
    while (end != npos && needle.front() == '"' && isEscaped(line, from, end))
        end = line.find(needle, end + 1);
    return end;
}

/// The end of nginx's "502, 503 : 200".
std::size_t listEnd(std::string_view line, std::size_t at) {
    std::size_t end = std::min(line.find(' ', at), line.size());
    while (end > at && end < line.size()) {
        if (line[end - 1] == ',')
            end = std::min(line.find(' ', end + 1), line.size());
        else if (line.substr(end).starts_with(" : "))
            end = std::min(line.find(' ', end + 3), line.size());
        else
            break;
    }
    return end;
}

/// The end of "POST /v1/messages HTTP/1.1" where no quotation mark shows it.
std::size_t requestEnd(std::string_view line, std::size_t at) {
    const std::size_t target = line.find(' ', at);
    const std::size_t end = target == npos ? npos : line.find(' ', target + 1);
    if (end == npos || !line.substr(end).starts_with(" HTTP/"))
        return end == npos ? line.size() : end;
    return std::min(line.find(' ', end + 1), line.size());
}

/// The end of a word that ends before the `count`th colon from its end; an IPv6 address holds more of them.
std::size_t beforeColons(std::string_view line, std::size_t at, int count) {
    std::size_t end = std::min(line.find_first_of(" \"]", at), line.size());
    for (; count > 0 && end != npos && end > at; --count)
        end = line.rfind(':', end - 1);
    return end == npos || end < at ? npos : end;
}

std::string_view withoutSign(std::string_view text) {
    // HAProxy's `option logasap` marks what is still growing.
    return text.starts_with('+') ? text.substr(1) : text;
}

/// HAProxy writes captured headers in the order of their declarations, which only its configuration names.
void giveCaptures(std::string_view values, RecordBuilder& builder) {
    if (values.starts_with('{') && values.ends_with('}'))
        values = values.substr(1, values.size() - 2);
    while (!values.empty()) {
        const std::size_t end = std::min(values.find('|'), values.size());
        const auto value = values.substr(0, end);
        if (value.starts_with("req_"))
            builder.takeRequestId(value);
        else if (isModelName(value))
            builder.take(Field::Model, {Scalar::Kind::String, value});
        values.remove_prefix(std::min(end + 1, values.size()));
    }
}

/// Squid's result codes: what it denied or failed at itself, and what its client did not wait for.
void giveCacheResult(std::string_view result, RecordBuilder& builder) {
    if (result.find("ABORTED") != npos)
        builder.take(Field::TerminationState, {Scalar::Kind::String, "C"});
    else if (result.find("DENIED") != npos || result.starts_with("NONE"))
        builder.take(Field::UpstreamStatus, {Scalar::Kind::String, "-"});
}

} // namespace

bool isStatusValue(std::string_view text) {
    if (text.size() == 3)
        return (text[0] != '0' || text == "000") && std::ranges::all_of(text, isDigit);
    return AccessNumber::of(text).kind == AccessNumber::Kind::Absent;
}

void giveStatus(std::string_view value, RecordBuilder& builder) {
    if (AccessNumber::of(value).kind == AccessNumber::Kind::Absent)
        builder.noteUnanswered();
    else
        builder.take(Field::Status, {Scalar::Kind::String, value});
}

bool LayoutMatch::match(std::string_view head) {
    const std::size_t at = behindLiteral(m_line, 0, head);
    if (at == npos)
        return false;
    for (const Demand demand : {Demand::Words, Demand::Request, Demand::Nothing}) {
        m_demand = demand;
        m_branches = 0;
        m_refused = false;
        if (matchFrom(0, at))
            return true;
        if (!m_refused)
            return false;
    }
    return false;
}

bool LayoutMatch::matchFrom(std::size_t index, std::size_t at) {
    for (; index < m_variables.size(); ++index) {
        const auto& variable = m_variables[index];
        const bool optional = variable.optional && !isPresent(variable, at);
        if (optional && matchAbsent(index, at))
            return true;
        const bool bare = !variable.maybeQuoted && variable.literal.starts_with(' ');
        if (optional && bare && m_demand == Demand::Request)
            return matchWords(index, at);
        const bool last = index + 1 == m_variables.size() && variable.literal.empty();
        if (variable.padded)
            at = std::min(m_line.find_first_not_of(' ', at), m_line.size());
        const bool quoted = variable.maybeQuoted && at < m_line.size() && m_line[at] == '"';
        std::size_t end = quoted ? literalAt(m_line, at + 1, "\"") : valueEnd(variable, at, last);
        if (end == npos || end > m_line.size())
            return false;
        auto value = m_line.substr(at + (quoted ? 1 : 0), end - at - (quoted ? 1 : 0));
        end += quoted ? 1 : 0;
        if (variable.padded)
            while (value.ends_with(' '))
                value.remove_suffix(1);
        if (!hasShape(variable.shape, value) || !isLikely(variable, value, quoted))
            return false;
        m_values[index] = value;
        if (variable.padded && variable.literal.starts_with(' '))
            while (m_line.substr(end).starts_with("  "))
                ++end;
        at = behindLiteral(m_line, end, variable.literal);
        // Whoever stores lines may cut the blanks at their ends.
        if (at == npos && end == m_line.size() && variable.literal == " " && index + 2 == m_variables.size())
            at = end;
        if (at == npos)
            return false;
    }
    return at == m_line.size();
}

/// Whether what stands there can only be this value, which need not be there.
bool LayoutMatch::isPresent(const AccessLayout::Variable& variable, std::size_t at) const {
    const bool id = variable.field == Field::RequestId || variable.field == Field::ResponseRequestId;
    return id && m_line.substr(at).starts_with("req_");
}

/// Where values may be absent, what the others look like tells which ones are: a request is whole, and a
/// header that stands without quotation marks or braces is a word.
bool LayoutMatch::isLikely(const AccessLayout::Variable& variable, std::string_view value, bool quoted) {
    if (m_demand == Demand::Nothing || m_branches == 0)
        return true;
    const bool word =
        m_demand == Demand::Words && variable.optional && !quoted && variable.shape != ValueShape::Captures;
    const bool likely =
        variable.shape == ValueShape::RequestLine ? isRequest(value) : !word || value.find(' ') == npos;
    m_refused = m_refused || !likely;
    return likely;
}

/// Tries the line as if the value were not there: then neither is the blank behind it.
bool LayoutMatch::matchAbsent(std::size_t index, std::size_t at) {
    const auto& variable = m_variables[index];
    const bool last = index + 1 == m_variables.size();
    if (++m_branches > maxBranches || (!last && !variable.literal.starts_with(' ')))
        return false;
    if (variable.shape == ValueShape::Captures && m_line.substr(at).starts_with('{'))
        return false;
    m_values[index] = {};
    const auto rest = std::string_view(variable.literal).substr(variable.literal.empty() ? 0 : 1);
    const std::size_t next = behindLiteral(m_line, at, rest);
    return next != npos && matchFrom(index + 1, next);
}

/// Tries the line with a value of one word, of two, and so on: of a header without quotation marks nobody
/// knows where it ends.
bool LayoutMatch::matchWords(std::size_t index, std::size_t at) {
    const auto& variable = m_variables[index];
    for (std::size_t end = valueEnd(variable, at, false); end < m_line.size() && ++m_branches <= maxBranches;
         end = literalAt(m_line, end + 1, variable.literal)) {
        const auto value = m_line.substr(at, end - at);
        const std::size_t next = behindLiteral(m_line, end, variable.literal);
        if (next == npos || !hasShape(variable.shape, value))
            continue;
        m_values[index] = value;
        if (matchFrom(index + 1, next))
            return true;
    }
    return false;
}

std::size_t LayoutMatch::valueEnd(const AccessLayout::Variable& variable, std::size_t at, bool last) {
    const std::string_view literal = variable.literal;
    const bool blankFollows = literal.starts_with(' ');
    if (last)
        return m_line.size();
    if (literal.empty()) // a path follows
        return m_line.find('/', at);
    if (variable.shape == ValueShape::Time)
        return timeEnd(literal, at);
    if (variable.shape == ValueShape::Captures && m_line.substr(at).starts_with('{')) {
        const std::size_t close = m_line.find('}', at);
        return close == npos ? npos : close + 1;
    }
    if (variable.shape == ValueShape::List && blankFollows)
        return listEnd(m_line, at);
    if (variable.shape == ValueShape::RequestLine && blankFollows)
        return requestEnd(m_line, at);
    if (variable.colons > 0 && variable.shape == ValueShape::Address)
        return beforeColons(m_line, at, variable.colons);
    const std::size_t end = literalAt(m_line, at, literal);
    return end == npos && literal == " " ? m_line.size() : end;
}

/// A stamp's blanks are its own, so it ends where the clock says.
std::size_t LayoutMatch::timeEnd(std::string_view literal, std::size_t at) {
    const std::size_t next = literalAt(m_line, at, literal);
    if (!literal.starts_with(' ') || m_line.substr(at).starts_with('-'))
        return next;
    const auto text = m_line.substr(at);
    auto stamp = m_times.parse(text);
    if (!stamp)
        stamp = TimeParser::fromEpoch(text.substr(0, text.find(' ')));
    return stamp && behindLiteral(m_line, at + stamp->length, literal) != npos ? at + stamp->length : next;
}

namespace {

/// nginx writes quotation marks, backslashes and control characters as `\x22`.
std::string withoutHexEscapes(std::string_view text) {
    const auto digit = [](char c) { return isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10; };
    const auto isHex = [](char c) { return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); };
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto code = text.substr(at, 4);
        const bool escaped = code.size() == 4 && code.starts_with("\\x") && isHex(code[2]) && isHex(code[3]);
        plain += escaped ? static_cast<char>(digit(code[2]) * 16 + digit(code[3])) : text[at];
        at += escaped ? 3 : 0;
    }
    return plain;
}

} // namespace

void giveValue(const AccessLayout::Variable& variable, std::string_view value, RecordBuilder& builder) {
    switch (variable.shape) {
    case ValueShape::Time:
        if (variable.utc)
            builder.takeUtcTime(value);
        else if (variable.field != Field::None)
            builder.take(variable.field, {Scalar::Kind::String, value});
        break;
    case ValueShape::Status:
        giveStatus(value, builder);
        break;
    case ValueShape::Captures:
    case ValueShape::Capture:
        giveCaptures(value, builder);
        break;
    case ValueShape::CacheResult:
        giveCacheResult(value, builder);
        break;
    case ValueShape::Number:
        if (variable.field != Field::None)
            builder.take(variable.field, {Scalar::Kind::String, withoutSign(value)});
        break;
    default:
        if (variable.field == Field::ErrorText && value.find("\\x22") != npos)
            value = builder.keep(withoutHexEscapes(value));
        if (variable.field != Field::None)
            builder.take(variable.field, {Scalar::Kind::String, value});
    }
}

} // namespace derouter
