// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/layouttext.h"

#include "format/texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace derouter {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr std::string_view blanks = " \t\r\n";

bool isEscapable(char c) {
    return c == '"' || c == '\'' || c == '\\' || c == ' ' || c == '#';
}

/// The words of a configuration line as all these servers split it: quotation marks join, a backslash takes
/// the next byte as it is. Nothing when a quotation mark stays open.
std::optional<std::vector<std::string>> words(std::string_view text) {
    std::vector<std::string> all;
    bool inWord = false;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!quote && (blanks.find(c) != blanks.npos || c == ';')) {
            inWord = false;
            continue;
        }
        if (!std::exchange(inWord, true))
            all.emplace_back();
        if (c == '\\' && i + 1 < text.size() && isEscapable(text[i + 1]))
            all.back() += text[++i];
        else if (!quote && (c == '"' || c == '\''))
            quote = c;
        else if (quote && c == quote)
            quote = 0;
        else
            all.back() += c;
    }
    return quote ? std::nullopt : std::optional(std::move(all));
}

Error openQuote() {
    return Error{Text::tr("The log layout has a quotation mark that is not closed.")};
}

/// The directives layouts stand in, and how many words come before the layout itself.
struct Directive {
    std::string_view name;
    LayoutSyntax syntax;
    std::size_t skip = 0;
    bool joined = false; ///< all further words together are the layout
};

constexpr Directive directives[] = {
    {"log_format", LayoutSyntax::Nginx, 1, true},   {"LogFormat", LayoutSyntax::Apache},
    {"CustomLog", LayoutSyntax::Apache, 1},         {"log-format", LayoutSyntax::HAProxy},
    {"error-log-format", LayoutSyntax::HAProxy},    {"access_log_format", LayoutSyntax::Gunicorn, 0, true},
    {"--access-logformat", LayoutSyntax::Gunicorn}, {"text_format:", LayoutSyntax::Envoy},
    {"inline_string:", LayoutSyntax::Envoy},        {"format:", LayoutSyntax::Envoy},
    {"accessLogFormat:", LayoutSyntax::Envoy},
};

Result<LayoutText> fromDirective(const Directive& directive, std::string_view rest) {
    const std::size_t begin = rest.find_first_not_of(" \t=(");
    const auto all = words(begin == rest.npos ? std::string_view() : rest.substr(begin));
    if (!all)
        return openQuote();
    LayoutText layout{directive.syntax, {}};
    for (std::size_t i = directive.skip; i < all->size(); ++i) {
        if (directive.joined && layout.format.empty() && (*all)[i].starts_with("escape="))
            continue;
        layout.format += (*all)[i];
        if (!directive.joined)
            break;
    }
    return layout;
}

/// `morgan(':method …')`, also inside `app.use()`: the first quoted text.
Result<LayoutText> fromMorganCall(std::string_view call) {
    const std::size_t open = call.find_first_of("'\"`");
    if (open == call.npos)
        return LayoutText{LayoutSyntax::Morgan, {}};
    std::size_t close = call.find(call[open], open + 1);
    while (close != call.npos && call[close - 1] == '\\')
        close = call.find(call[open], close + 1);
    if (close == call.npos)
        return openQuote();
    return LayoutText{LayoutSyntax::Morgan, std::string(call.substr(open + 1, close - open - 1))};
}

bool hasName(std::string_view text, std::string_view mark, auto&& isName) {
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1))
        if (at + mark.size() < text.size() && isName(text.substr(at + mark.size())))
            return true;
    return false;
}

/// Envoy's operators are capitals between two percent signs, perhaps with arguments.
bool isEnvoyOperator(std::string_view text) {
    const std::size_t end = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
    return end != text.npos && end > 1 && (text[end] == '%' || text[end] == '(' || text[end] == ':');
}

/// HAProxy's status is `%ST`, Squid's a code that ends with `Hs`: neither is written by Apache.
LayoutSyntax syntaxOf(std::string_view text) {
    const auto letter = [](std::string_view rest) {
        return (rest[0] >= 'a' && rest[0] <= 'z') || rest[0] == '{';
    };
    if (text.find("%(") != text.npos)
        return LayoutSyntax::Gunicorn;
    if (hasName(text, "%", [](std::string_view rest) {
            const std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_%:(";
            return rest.starts_with("ST") && (rest.size() == 2 || letters.find(rest[2]) == letters.npos);
        }))
        return LayoutSyntax::HAProxy;
    if (hasName(text, "%", isEnvoyOperator))
        return LayoutSyntax::Envoy;
    if (hasName(text, "$", letter))
        return LayoutSyntax::Nginx;
    if (hasName(text, "%", [](std::string_view rest) {
            const std::size_t at = rest.find_first_not_of("-0123456789");
            return at != rest.npos &&
                   (rest.substr(at).starts_with(">Hs") || rest.substr(at).starts_with("Hs"));
        }))
        return LayoutSyntax::Squid;
    if (text.find('%') == text.npos && hasName(text, ":", letter))
        return LayoutSyntax::Morgan;
    return LayoutSyntax::Apache;
}

/// `\"`, `\t` and HAProxy's `\ ` as they stand inside the quotation marks of a configuration; the line's end
/// is no part of a line.
std::string configured(std::string_view text) {
    while (text.ends_with("\\n") || text.ends_with('\n'))
        text.remove_suffix(text.ends_with('\n') ? 1 : 2);
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
        if (next == 't')
            plain += '\t';
        else if (next == '"' || next == '\'' || next == ' ')
            plain += next;
        else
            plain += text[i];
        i += next == 't' || next == '"' || next == '\'' || next == ' ' ? 1 : 0;
    }
    return plain;
}

/// Without a pair of quotation marks around the whole.
std::string_view unquoted(std::string_view text) {
    if (text.size() < 2 || (text.front() != '"' && text.front() != '\'') || text.back() != text.front())
        return text;
    const auto inside = text.substr(1, text.size() - 2);
    for (std::size_t at = inside.find(text.front()); at != inside.npos;
         at = inside.find(text.front(), at + 1))
        if (at == 0 || inside[at - 1] != '\\')
            return text;
    return inside;
}

Result<LayoutText> extracted(std::string_view text) {
    for (const Directive& directive : directives)
        if (text.starts_with(directive.name) && text.size() > directive.name.size() &&
            std::string_view(" \t=\"'").find(text[directive.name.size()]) != std::string_view::npos)
            return fromDirective(directive, text.substr(directive.name.size()));
    if (const std::size_t call = text.find("morgan("); call != text.npos)
        return fromMorganCall(text.substr(call + 7));
    if (text.starts_with("logformat ")) {
        // Squid takes the rest of the line as it is.
        const auto rest = trimmed(text.substr(10));
        const std::size_t blank = rest.find_first_of(blanks);
        return LayoutText{LayoutSyntax::Squid,
                          std::string(blank == rest.npos ? rest : trimmed(rest.substr(blank)))};
    }
    const auto bare = unquoted(text);
    return LayoutText{syntaxOf(bare), std::string(bare)};
}

} // namespace

Result<LayoutText> layoutText(std::string_view configuration) {
    auto layout = extracted(trimmed(configuration));
    if (layout)
        layout.value().format = configured(layout.value().format);
    return layout;
}

} // namespace derouter
