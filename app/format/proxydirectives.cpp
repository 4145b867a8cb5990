// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The notations of the proxies: HAProxy, Envoy, Squid.
#include "format/layoutdirectives.h"
#include "format/texts.h"

#include <algorithm>
#include <array>

namespace derouter {

namespace {

using Kind = LayoutDirective::Kind;

struct Known {
    std::string_view name;
    Field field = Field::None;
    ValueShape shape = ValueShape::Word;
};

constexpr bool isNameChar(char c) {
    return isDigit(c) || isLetter(c) || c == '_';
}

/// The longest known name `rest` begins with; the tables need no order.
const Known* longestOf(std::string_view rest, auto&& table) {
    const Known* longest = nullptr;
    for (const Known& known : table)
        if (rest.starts_with(known.name) && (!longest || known.name.size() > longest->name.size()))
            longest = &known;
    return longest;
}

/// HAProxy's configuration manual, 8.2.6 "Custom log format".
constexpr std::array haproxyNames{
    Known{"B", Field::None, ValueShape::Number},
    Known{"CC"},
    Known{"CS"},
    Known{"H"},
    Known{"HM", Field::Method, ValueShape::Method},
    Known{"HP", Field::Path},
    Known{"HPO", Field::Path},
    Known{"HQ", Field::None, ValueShape::Text},
    Known{"HU", Field::Path},
    Known{"HV"},
    Known{"ID", Field::RequestId},
    Known{"ST", Field::Status, ValueShape::Status},
    Known{"T", Field::Time, ValueShape::Time},
    Known{"Ta", Field::DurationMilliseconds, ValueShape::Number},
    Known{"Tc", Field::None, ValueShape::Number},
    Known{"Td", Field::None, ValueShape::Number},
    Known{"Th", Field::None, ValueShape::Number},
    Known{"Ti", Field::None, ValueShape::Number},
    Known{"Tl", Field::Time, ValueShape::Time},
    Known{"Tq", Field::None, ValueShape::Number},
    Known{"TR", Field::None, ValueShape::Number},
    Known{"Tr", Field::None, ValueShape::Number},
    Known{"Ts", Field::Time, ValueShape::Time},
    Known{"Tt", Field::DurationMilliseconds, ValueShape::Number},
    Known{"Tu", Field::DurationMilliseconds, ValueShape::Number},
    Known{"Tw", Field::None, ValueShape::Number},
    Known{"U", Field::None, ValueShape::Number},
    Known{"ac", Field::None, ValueShape::Number},
    Known{"b"},
    Known{"bc", Field::None, ValueShape::Number},
    Known{"bi", Field::None, ValueShape::Address},
    Known{"bp", Field::None, ValueShape::Number},
    Known{"bq", Field::None, ValueShape::Number},
    Known{"ci", Field::None, ValueShape::Address},
    Known{"cp", Field::None, ValueShape::Number},
    Known{"f"},
    Known{"fc", Field::None, ValueShape::Number},
    Known{"fi", Field::None, ValueShape::Address},
    Known{"fp", Field::None, ValueShape::Number},
    Known{"ft"},
    Known{"lc", Field::None, ValueShape::Number},
    Known{"hr", Field::None, ValueShape::Captures},
    Known{"hrl", Field::None, ValueShape::Text},
    Known{"hs", Field::None, ValueShape::Captures},
    Known{"hsl", Field::None, ValueShape::Text},
    Known{"ms", Field::Time, ValueShape::Time},
    Known{"pid", Field::None, ValueShape::Number},
    Known{"r", Field::RequestLine, ValueShape::RequestLine},
    Known{"rc", Field::None, ValueShape::Number},
    Known{"rt", Field::None, ValueShape::Number},
    Known{"s", Field::BackendServer},
    Known{"sc", Field::None, ValueShape::Number},
    Known{"si", Field::None, ValueShape::Address},
    Known{"sp", Field::None, ValueShape::Number},
    Known{"sq", Field::None, ValueShape::Number},
    Known{"sslc"},
    Known{"sslv"},
    Known{"t", Field::Time, ValueShape::Time},
    Known{"tr", Field::Time, ValueShape::Time},
    Known{"trg", Field::Time, ValueShape::Time},
    Known{"trl", Field::Time, ValueShape::Time},
    Known{"ts", Field::TerminationState},
    Known{"tsc", Field::TerminationState},
};

/// `%[res.hdr(request-id)]`, `%[capture.res.hdr(0)]`, `%[var(txn.model)]`, `%[path]`.
LayoutDirective haproxyExpression(std::string_view expression) {
    LayoutDirective directive{.kind = Kind::Variable, .shape = ValueShape::Text, .optional = true};
    const std::size_t open = expression.find('(');
    const auto fetch = expression.substr(0, std::min(open, expression.find(',')));
    std::string_view argument;
    if (open != expression.npos)
        argument = expression.substr(open + 1, expression.find_first_of("),", open) - open - 1);
    if (fetch == "query") {
        directive.kind = Kind::Query;
    } else if (fetch == "capture.req.uri" || fetch == "capture.req.method") {
        directive.field = fetch.ends_with("uri") ? Field::Path : Field::Method;
    } else if (fetch.starts_with("capture.")) {
        directive.shape = ValueShape::Capture;
    } else if (fetch.ends_with("hdr")) {
        directive.field = fieldForHeader(argument, fetch.starts_with("res.") || fetch.starts_with("s"));
    } else if (fetch == "accept_date" || fetch == "request_date" || fetch == "date") {
        directive.field = Field::Time;
        directive.utc = expression.find("utime(") != expression.npos;
    } else if (fetch == "var") {
        const std::size_t dot = argument.find('.');
        const auto name = dot == argument.npos ? argument : argument.substr(dot + 1);
        directive.field = fieldForHeader(name, false);
    } else if (fetch == "method" || fetch == "path" || fetch == "pathq" || fetch == "status" ||
               fetch == "url" || fetch == "capture") {
        directive.field = fetch == "pathq" ? Field::Path : fieldForVariable(fetch);
    }
    if (directive.field != Field::None) {
        directive.shape = shapeOf(directive.field);
        directive.optional = directive.shape != ValueShape::Status && directive.shape != ValueShape::Time;
    }
    return directive;
}

struct EnvoyOperator {
    std::string_view name;
    std::string_view argument;
};

Field envoyRequestHeader(std::string_view names) {
    // "X?Y": Y where the request has no X.
    if (names.find(":PATH") != names.npos || names.find(":path") != names.npos)
        return Field::Path;
    if (names == ":METHOD" || names == ":method")
        return Field::Method;
    if (names == ":AUTHORITY" || names == ":authority")
        return Field::Host;
    return fieldForHeader(names.substr(0, names.find('?')), false);
}

LayoutDirective envoyVariable(const EnvoyOperator& op) {
    const auto variable = [](Field field, ValueShape shape) {
        return LayoutDirective{.kind = Kind::Variable, .field = field, .shape = shape};
    };
    if (op.name == "REQ" || op.name == "REQUEST_HEADER" || op.name == "REQ_WITHOUT_QUERY") {
        const Field field = envoyRequestHeader(op.argument);
        return variable(field, shapeOf(field));
    }
    if (op.name == "RESP" || op.name == "RESPONSE_HEADER") {
        const Field field = fieldForHeader(op.argument.substr(0, op.argument.find('?')), true);
        return variable(field, shapeOf(field));
    }
    if (op.name.starts_with("START_TIME")) {
        LayoutDirective time = variable(Field::Time, ValueShape::Time);
        time.utc = !op.name.ends_with("_LOCAL");
        return time;
    }
    if (op.name == "RESPONSE_CODE_DETAILS")
        return variable(Field::ResponseDetails, ValueShape::Word);
    if (op.name == "RESPONSE_CODE")
        return variable(Field::Status, ValueShape::Status);
    if (op.name == "RESPONSE_FLAGS" || op.name == "RESPONSE_FLAGS_LONG")
        return variable(Field::ResponseFlags, ValueShape::Word);
    if (op.name == "DURATION")
        return variable(Field::DurationMilliseconds, ValueShape::Number);
    if (op.name == "PATH")
        return variable(Field::Path, ValueShape::Word);
    if (op.name.starts_with("BYTES_") || op.name.ends_with("_DURATION"))
        return variable(Field::None, ValueShape::Number);
    if (op.name == "UPSTREAM_HOST")
        return variable(Field::BackendServer, ValueShape::Word);
    if (op.name == "PROTOCOL" || op.name.ends_with("_ADDRESS"))
        return variable(Field::None, ValueShape::Word);
    return variable(Field::None, ValueShape::Text);
}

/// Squid's `logformat` codes.
constexpr std::array squidNames{
    Known{">a", Field::None, ValueShape::Address},
    Known{">A", Field::None, ValueShape::Address},
    Known{">p", Field::None, ValueShape::Number},
    Known{"<a"},
    Known{"<A"},
    Known{"<p", Field::None, ValueShape::Number},
    Known{"ts", Field::Time, ValueShape::Time},
    Known{"tu", Field::Time, ValueShape::Time},
    Known{"tl", Field::Time, ValueShape::Time},
    Known{"tg", Field::Time, ValueShape::Time},
    Known{"tr", Field::DurationMilliseconds, ValueShape::Number},
    Known{"dt", Field::None, ValueShape::Number},
    Known{"<tt", Field::None, ValueShape::Number},
    Known{"<pt", Field::None, ValueShape::Number},
    Known{"Hs", Field::Status, ValueShape::Status},
    Known{">Hs", Field::Status, ValueShape::Status},
    Known{"<Hs", Field::UpstreamStatus},
    Known{"Ss", Field::None, ValueShape::CacheResult},
    Known{"Sh", Field::BackendServer},
    Known{"rm", Field::Method, ValueShape::Method},
    Known{">rm", Field::Method, ValueShape::Method},
    Known{"ru", Field::Path},
    Known{">ru", Field::Path},
    Known{"rp", Field::Path},
    Known{"rv"},
    Known{"st", Field::None, ValueShape::Number},
    Known{">st", Field::None, ValueShape::Number},
    Known{"<st", Field::None, ValueShape::Number},
    Known{"un"},
    Known{"ul"},
    Known{"ui"},
    Known{"mt"},
    Known{"h", Field::None, ValueShape::Text},
    Known{">h", Field::None, ValueShape::Text},
    Known{"<h", Field::None, ValueShape::Text},
};

} // namespace

LayoutDirective haproxyDirective(std::string_view rest, bool& quoting) {
    if (rest.size() < 2 || rest[0] != '%')
        return {};
    std::size_t at = 1;
    bool quoted = quoting;
    std::string_view flags;
    std::string_view expression;
    std::string_view itemName; // before the flags or behind them
    if (!takeArgument(rest, "()", at, itemName) || !takeArgument(rest, "{}", at, flags) ||
        !takeArgument(rest, "()", at, itemName))
        return {.kind = Kind::Unclosed};
    if (flags.find('Q') != flags.npos)
        quoted = flags.find("-Q") == flags.npos;
    const auto name = rest.substr(std::min(at, rest.size()));
    LayoutDirective directive;
    if (name.starts_with('[')) {
        if (!takeArgument(rest, "[]", at, expression))
            return {.kind = Kind::Unclosed};
        directive = haproxyExpression(expression);
        directive.length = at;
    } else if (name.starts_with('o')) {
        quoting = quoted;
        return {.kind = Kind::Setting, .length = at + 1};
    } else if (const Known* known = longestOf(name, haproxyNames)) {
        directive = {.kind = known->name == "HQ" ? Kind::Query : Kind::Variable,
                     .length = at + known->name.size(),
                     .field = known->field,
                     .shape = known->shape,
                     .optional = known->shape == ValueShape::Captures};
    }
    directive.maybeQuoted = quoted;
    directive.member = itemName.substr(0, itemName.find(':'));
    return directive;
}

LayoutDirective envoyDirective(std::string_view rest) {
    if (rest.size() < 2 || rest[0] != '%')
        return {};
    std::size_t end = 1;
    while (end < rest.size() && isNameChar(rest[end]))
        ++end;
    EnvoyOperator op{rest.substr(1, end - 1), {}};
    if (op.name.empty())
        return {};
    if (!takeArgument(rest, "()", end, op.argument))
        return {.kind = Kind::Unclosed};
    const std::size_t percent = rest.find('%', end); // behind a greatest length, ":40"
    if (percent == rest.npos)
        return {.kind = Kind::Unclosed};
    LayoutDirective directive = envoyVariable(op);
    directive.length = percent + 1;
    return directive;
}

LayoutDirective squidDirective(std::string_view rest) {
    if (rest.size() < 2 || rest[0] != '%')
        return {};
    std::size_t at = std::min(rest.find_first_not_of("\"[#'/", 1), rest.size());
    const std::size_t width = at;
    at = std::min(rest.find_first_not_of("-.0123456789", at), rest.size());
    const bool padded = at > width && rest[width] != '0';
    std::string_view argument;
    if (!takeArgument(rest, "{}", at, argument))
        return {.kind = Kind::Unclosed};
    const auto name = rest.substr(at);
    LayoutDirective directive{.kind = Kind::Variable, .shape = ValueShape::Word, .padded = padded};
    if (const Known* known = longestOf(name, squidNames)) {
        directive.length = at + known->name.size();
        directive.field = known->field;
        directive.shape = known->shape;
        directive.utc = known->name == "tg";
        if (known->name.ends_with('h') && known->shape == ValueShape::Text)
            directive.field = fieldForHeader(argument, known->name.starts_with('<'));
        return directive;
    }
    std::size_t end = 0;
    while (end < name.size() &&
           (isNameChar(name[end]) || name[end] == '<' || name[end] == '>' ||
            name.substr(end).starts_with("::") || (end > 0 && name[end] == ':' && name[end - 1] == ':')))
        ++end;
    if (end == 0)
        return {};
    directive.length = at + end;
    return directive;
}

} // namespace derouter
