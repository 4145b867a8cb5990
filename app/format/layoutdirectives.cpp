// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/layoutdirectives.h"

#include "format/texts.h"

#include <algorithm>
#include <array>

namespace derouter {

namespace {

using Kind = LayoutDirective::Kind;

constexpr bool isNameChar(char c) {
    return isDigit(c) || isLetter(c) || c == '_';
}

bool isOneOf(std::string_view name, std::string_view names) {
    std::size_t at = names.find(name);
    while (at != names.npos) {
        const std::size_t end = at + name.size();
        if ((at == 0 || names[at - 1] == ' ') && (end == names.size() || names[end] == ' '))
            return true;
        at = names.find(name, at + 1);
    }
    return false;
}

/// ngx_http_log_module, ngx_http_core_module and ngx_http_upstream_module.
LayoutDirective nginxDirective(std::string_view rest) {
    if (rest.size() < 2 || rest[0] != '$')
        return {};
    const bool braced = rest[1] == '{';
    const std::size_t begin = braced ? 2 : 1;
    std::size_t end = begin;
    while (end < rest.size() && isNameChar(rest[end]))
        ++end;
    const auto name = rest.substr(begin, end - begin);
    if (name.empty())
        return {};
    if (braced && (end == rest.size() || rest[end] != '}'))
        return {.kind = Kind::Unclosed};
    const std::size_t length = end + (braced ? 1 : 0);
    if (isOneOf(name, "is_args args query_string"))
        return {.kind = Kind::Query, .length = length};
    const Field field = fieldForVariable(name);
    ValueShape shape = shapeOf(field);
    if (name.starts_with("upstream_") && !name.starts_with("upstream_http_"))
        shape = ValueShape::List;
    else if (isOneOf(name, "remote_addr realip_remote_addr"))
        shape = ValueShape::Address;
    else if (isOneOf(name, "remote_user remote_port"))
        shape = ValueShape::Word;
    else if (isOneOf(name, "body_bytes_sent bytes_sent request_length connection connection_requests"))
        shape = ValueShape::Number;
    return {.kind = Kind::Variable, .length = length, .field = field, .shape = shape};
}

struct Letter {
    char letter;
    Field field = Field::None;
    ValueShape shape = ValueShape::Text;
};

/// What Apache's mod_log_config and gunicorn write for the same letter.
constexpr std::array letters{
    Letter{'h', Field::None, ValueShape::Address},
    Letter{'a', Field::None, ValueShape::Address},
    Letter{'A', Field::None, ValueShape::Address},
    Letter{'l', Field::None, ValueShape::Word},
    Letter{'u', Field::None, ValueShape::Word},
    Letter{'H', Field::None, ValueShape::Word},
    Letter{'p', Field::None, ValueShape::Word},
    Letter{'P', Field::None, ValueShape::Word},
    Letter{'b', Field::None, ValueShape::Number},
    Letter{'B', Field::None, ValueShape::Number},
    Letter{'I', Field::None, ValueShape::Number},
    Letter{'O', Field::None, ValueShape::Number},
    Letter{'S', Field::None, ValueShape::Number},
    Letter{'k', Field::None, ValueShape::Number},
    Letter{'t', Field::Time, ValueShape::Time},
    Letter{'r', Field::RequestLine, ValueShape::RequestLine},
    Letter{'s', Field::Status, ValueShape::Status},
    Letter{'m', Field::Method, ValueShape::Method},
    Letter{'U', Field::Path, ValueShape::Word},
    Letter{'v', Field::Host, ValueShape::Word},
    Letter{'V', Field::Host, ValueShape::Word},
    Letter{'D', Field::DurationMicroseconds, ValueShape::Number},
    Letter{'T', Field::DurationSeconds, ValueShape::Number},
};

LayoutDirective letterDirective(char letter, std::string_view argument) {
    LayoutDirective directive{.kind = letter == 'q' ? Kind::Query : Kind::Variable};
    if (const auto known = std::ranges::find(letters, letter, &Letter::letter); known != letters.end()) {
        directive.field = known->field;
        directive.shape = known->shape;
    }
    if (letter == 'i' || letter == 'o') {
        directive.field = fieldForHeader(argument, letter == 'o');
    } else if (letter == 'e' || letter == 'n') {
        directive.field = fieldForVariable(argument);
        directive.shape = shapeOf(directive.field);
    } else if (letter == 'T' && argument == "ms") {
        directive.field = Field::DurationMilliseconds;
    } else if (letter == 'T' && argument == "us") {
        directive.field = Field::DurationMicroseconds;
    }
    return directive;
}

/// mod_log_config: `%>s`, `%{request-id}o`, `%!200,304{Referer}i`, `%{%Y-%m-%d}t`, `%^to`.
LayoutDirective apacheDirective(std::string_view rest) {
    if (rest.size() < 2 || rest[0] != '%')
        return {};
    std::size_t at = std::min(rest.find_first_not_of("<>!,0123456789", 1), rest.size());
    std::string_view argument;
    if (!takeArgument(rest, "{}", at, argument))
        return {.kind = Kind::Unclosed};
    if (at < rest.size() && rest[at] == '^') // %^ti and %^to are trailers
        at += 2;
    if (at >= rest.size() || !isLetter(rest[at]))
        return {};
    LayoutDirective directive = letterDirective(rest[at], argument);
    directive.length = at + 1;
    directive.beforeRedirect = rest.substr(0, at).find('>') == rest.npos;
    if (rest[at] == 't' && (argument.empty() || (argument.starts_with('[') && argument.ends_with(']'))))
        directive.text = "[]";
    return directive;
}

/// Gunicorn's `access_log_format`: `%(s)s`, `%({request-id}o)s`.
LayoutDirective gunicornDirective(std::string_view rest) {
    if (!rest.starts_with("%("))
        return {};
    const std::size_t close = rest.find(')');
    if (close == rest.npos)
        return {.kind = Kind::Unclosed};
    auto name = rest.substr(2, close - 2);
    std::string_view argument;
    if (name.starts_with('{') && name.find('}') != name.npos) {
        argument = name.substr(1, name.find('}') - 1);
        name.remove_prefix(name.find('}') + 1);
    }
    const char letter = name.size() == 1 ? name.front() : '\0';
    LayoutDirective directive = letterDirective(letter, argument);
    if (letter == 'a' || letter == 'f') // user agent and referrer here
        directive.shape = ValueShape::Text;
    else if (letter == 'M')
        directive.field = Field::DurationMilliseconds;
    else if (letter == 'L')
        directive.field = Field::DurationSeconds;
    if (letter == 'M' || letter == 'L')
        directive.shape = ValueShape::Number;
    if (letter == 't')
        directive.text = "[]";
    directive.length = std::min(close + 2, rest.size());
    return directive;
}

/// The tokens of the logger "morgan" for Node.js: `:status`, `:date[clf]`, `:res[request-id]`.
LayoutDirective morganDirective(std::string_view rest) {
    if (rest.size() < 3 || rest[0] != ':' || !isLetter(rest[1]))
        return {};
    std::size_t end = 1;
    while (end < rest.size() && (isNameChar(rest[end]) || rest[end] == '-'))
        ++end;
    const auto name = rest.substr(1, end - 1);
    std::string_view argument;
    if (!takeArgument(rest, "[]", end, argument))
        return {.kind = Kind::Unclosed};
    LayoutDirective directive{.kind = Kind::Variable, .length = end};
    if (name == "req" || name == "res") {
        directive.field = fieldForHeader(argument, name == "res");
        directive.shape = argument == "content-length" ? ValueShape::Number : ValueShape::Text;
    } else if (name == "response-time" || name == "total-time") {
        directive.field = Field::DurationMilliseconds;
        directive.shape = ValueShape::Number;
    } else if (name == "remote-addr") {
        directive.shape = ValueShape::Address;
    } else if (name == "remote-user" || name == "http-version") {
        directive.shape = ValueShape::Word;
    } else if (name != "referrer" && name != "user-agent") {
        directive.field = fieldForVariable(name);
        directive.shape = shapeOf(directive.field);
    }
    return directive;
}

} // namespace

Field fieldForHeader(std::string_view name, bool response) {
    switch (fieldForVariable(name)) {
    case Field::RequestId:
    case Field::ProxyRequestId:
        return response ? Field::ResponseRequestId : Field::RequestId;
    case Field::Host:
        return response ? Field::None : Field::Host;
    case Field::Model:
        return Field::Model;
    default:
        return Field::None;
    }
}

ValueShape shapeOf(Field field) {
    switch (field) {
    case Field::Time:
        return ValueShape::Time;
    case Field::Status:
        return ValueShape::Status;
    case Field::Method:
        return ValueShape::Method;
    case Field::RequestLine:
    case Field::ServedRequestLine:
        return ValueShape::RequestLine;
    case Field::DurationSeconds:
    case Field::DurationPart:
    case Field::DurationMilliseconds:
    case Field::DurationMicroseconds:
        return ValueShape::Number;
    case Field::Duration:
    case Field::Path:
    case Field::Host:
    case Field::RequestId:
    case Field::ProxyRequestId:
    case Field::ResponseRequestId:
        return ValueShape::Word;
    default:
        return ValueShape::Text;
    }
}

bool takeArgument(std::string_view rest, std::string_view brackets, std::size_t& at,
                  std::string_view& argument) {
    if (at >= rest.size() || rest[at] != brackets.front())
        return true;
    const std::size_t close = rest.find(brackets.back(), at);
    if (close == rest.npos)
        return false;
    argument = rest.substr(at + 1, close - at - 1);
    at = close + 1;
    return true;
}

LayoutDirective directiveAt(LayoutSyntax syntax, std::string_view rest, bool& quoting) {
    const bool percent = syntax != LayoutSyntax::Nginx && syntax != LayoutSyntax::Morgan;
    if (percent && rest.starts_with("%%"))
        return {.kind = Kind::Text, .length = 2, .text = rest.substr(1, 1)};
    switch (syntax) {
    case LayoutSyntax::Nginx:
        return nginxDirective(rest);
    case LayoutSyntax::Apache:
        return apacheDirective(rest);
    case LayoutSyntax::Gunicorn:
        return gunicornDirective(rest);
    case LayoutSyntax::HAProxy:
        return haproxyDirective(rest, quoting);
    case LayoutSyntax::Envoy:
        return envoyDirective(rest);
    case LayoutSyntax::Squid:
        return squidDirective(rest);
    case LayoutSyntax::Morgan:
        return morganDirective(rest);
    }
    return {};
}

} // namespace derouter
