// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/accesslayout.h"

#include "format/recordbuilder.h"

#include <QCoreApplication>

#include <algorithm>

namespace derouter {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr bool isNameChar(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

constexpr bool isStatus(std::string_view text) {
    return text.size() == 3 && text[0] >= '1' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9' &&
           text[2] >= '0' && text[2] <= '9';
}

/// The format string inside a configuration directive: its quoted parts joined; the text itself when it is no
/// directive.
std::string formatString(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n'))
        text.remove_prefix(1);
    if (!text.starts_with("log_format") && !text.starts_with("LogFormat"))
        return std::string(text);
    std::string joined;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!quote && (c == '"' || c == '\''))
            quote = c;
        else if (quote && c == '\\' && i + 1 < text.size() && text[i + 1] == quote)
            joined += text[++i];
        else if (quote && c == quote)
            quote = 0;
        else if (quote)
            joined += c;
    }
    return joined;
}

/// One variable of a format string: where it ends, and what it means.
struct Directive {
    std::size_t length = 0; ///< 0: no variable begins here
    Field field = Field::None;
    std::string_view around; ///< brackets the server writes around the value
};

Directive nginxVariable(std::string_view text) {
    if (text.size() < 2 || text[0] != '$')
        return {};
    const bool braced = text[1] == '{';
    std::size_t end = braced ? 2 : 1;
    while (end < text.size() && isNameChar(text[end]))
        ++end;
    const auto name = text.substr(braced ? 2 : 1, end - (braced ? 2 : 1));
    if (name.empty())
        return {};
    return {.length = end + (braced ? 1 : 0), .field = fieldForVariable(name), .around = {}};
}

Field apacheField(char letter, std::string_view argument) {
    switch (letter) {
    case 't':
        return Field::Time;
    case 'r':
        return Field::RequestLine;
    case 's':
        return Field::Status;
    case 'm':
        return Field::Method;
    case 'U':
        return Field::Path;
    case 'v':
    case 'V':
        return Field::Host;
    case 'D':
        return Field::DurationMicroseconds;
    case 'T':
        return argument == "ms"   ? Field::DurationMilliseconds
               : argument == "us" ? Field::DurationMicroseconds
                                  : Field::DurationSeconds;
    case 'i':
    case 'o':
    case 'e':
    case 'n':
        return fieldForVariable(argument);
    default:
        return Field::None;
    }
}

Directive apacheDirective(std::string_view text) {
    if (text.size() < 2 || text[0] != '%')
        return {};
    std::size_t at = 1;
    while (at < text.size() && (std::string_view("<>!,").find(text[at]) != std::string_view::npos ||
                                (text[at] >= '0' && text[at] <= '9')))
        ++at;
    std::string_view argument;
    if (at < text.size() && text[at] == '{') {
        const std::size_t close = text.find('}', at);
        if (close == text.npos)
            return {};
        argument = text.substr(at + 1, close - at - 1);
        at = close + 1;
    }
    if (at < text.size() && text[at] == '^') // %^ti and %^to are trailers
        at += 2;
    if (at >= text.size() || !isNameChar(text[at]))
        return {};
    const bool bracketed = text[at] == 't' && argument.empty();
    return {.length = at + 1, .field = apacheField(text[at], argument), .around = bracketed ? "[]" : ""};
}

/// Apache's configuration writes a quote inside the quoted string as `\"`.
std::string unescapedQuotes(std::string text) {
    for (std::size_t at = text.find("\\\""); at != text.npos; at = text.find("\\\"", at + 1))
        text.erase(at, 1);
    return text;
}

/// The end of a value that `literal` follows. A server escapes quotes inside a quoted value.
std::size_t valueEnd(std::string_view line, std::size_t from, std::string_view literal) {
    std::size_t end = line.find(literal, from);
    while (end != line.npos && literal.front() == '"' && end > from && line[end - 1] == '\\')
        end = line.find(literal, end + 1);
    return end;
}

} // namespace

Result<AccessLayout> AccessLayout::compile(std::string_view configuration) {
    const std::string format = unescapedQuotes(formatString(configuration));
    const bool nginx = format.find('$') != format.npos;
    AccessLayout layout;
    bool hasStatus = false;
    std::string* literal = &layout.m_head;
    for (std::size_t at = 0; at < format.size();) {
        const auto rest = std::string_view(format).substr(at);
        const Directive directive = nginx ? nginxVariable(rest) : apacheDirective(rest);
        if (directive.length == 0) {
            *literal += rest.front();
            ++at;
            continue;
        }
        if (!directive.around.empty())
            *literal += directive.around.front();
        if (!layout.m_variables.empty() && literal->empty())
            return Error{Text::tr("The log layout has two variables with nothing between them, so a line "
                                  "cannot be told apart.")};
        hasStatus = hasStatus || directive.field == Field::Status;
        literal = &layout.m_variables.emplace_back(Variable{directive.field, {}}).literal;
        if (!directive.around.empty())
            *literal += directive.around.back();
        at += directive.length;
    }
    if (layout.m_variables.empty())
        return Error{Text::tr("The log layout has no variables such as $status or %>s.")};
    if (!hasStatus)
        return Error{Text::tr("The log layout has no status ($status or %>s).")};
    return layout;
}

bool AccessLayout::scan(std::string_view line, RecordBuilder& builder) const {
    builder.begin();
    if (!line.starts_with(m_head))
        return false;
    std::size_t at = m_head.size();
    bool plain = m_head.find_first_of("[\"") == std::string::npos;
    for (const Variable& variable : m_variables) {
        const bool last = &variable == &m_variables.back() && variable.literal.empty();
        const std::size_t end = last ? line.size() : valueEnd(line, at, variable.literal);
        if (end == line.npos)
            return false;
        const auto value = line.substr(at, end - at);
        // Before the first bracket or quote stand addresses and names; a blank inside one is another
        // layout's.
        if (plain && variable.field != Field::Time && variable.literal.starts_with(' ') &&
            value.find(' ') != value.npos)
            return false;
        plain = plain && variable.literal.find_first_of("[\"") == std::string::npos;
        if (variable.field == Field::Status && !isStatus(value))
            return false;
        builder.take(variable.field, {Scalar::Kind::String, value});
        if (variable.field == Field::Time && !builder.record().time && value != "-")
            return false;
        at = end + variable.literal.size();
    }
    return at == line.size();
}

} // namespace derouter
