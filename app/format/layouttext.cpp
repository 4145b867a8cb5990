// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/layouttext.h"

#include "format/configurationtext.h"
#include "format/texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace derouter {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr std::string_view blanks = " \t\r\n";

/// How a directive's value is written.
enum class Notation : std::uint8_t {
    Pieces,  ///< nginx: a name, then words that make up the layout together
    Word,    ///< Apache, HAProxy: one word of the line
    Strings, ///< Python
    Rest,    ///< Squid: a name, then the rest of the line as it is
    Yaml,    ///< a value
    Members, ///< a map of members
};

/// The directives layouts stand in.
struct Directive {
    std::string_view name;
    LayoutSyntax syntax;
    Notation notation = Notation::Word;
    std::size_t skip = 0; ///< words before the layout
};

constexpr Directive directives[] = {
    {"log_format", LayoutSyntax::Nginx, Notation::Pieces},
    {"log-format-upstream:", LayoutSyntax::Nginx, Notation::Yaml},
    {"LogFormat", LayoutSyntax::Apache},
    {"CustomLog", LayoutSyntax::Apache, Notation::Word, 1},
    {"log-format", LayoutSyntax::HAProxy},
    {"error-log-format", LayoutSyntax::HAProxy},
    {"logformat", LayoutSyntax::Squid, Notation::Rest},
    {"access_log_format", LayoutSyntax::Gunicorn, Notation::Strings},
    {"--access-logformat", LayoutSyntax::Gunicorn},
    {"text_format:", LayoutSyntax::Envoy, Notation::Yaml},
    {"inline_string:", LayoutSyntax::Envoy, Notation::Yaml},
    {"format:", LayoutSyntax::Envoy, Notation::Yaml},
    {"accessLogFormat:", LayoutSyntax::Envoy, Notation::Yaml},
    {"json_format:", LayoutSyntax::Envoy, Notation::Members},
};

const Directive* directiveIn(std::string_view text) {
    const auto begins = [text](const Directive& directive) {
        const std::size_t size = directive.name.size();
        return text.starts_with(directive.name) && text.size() > size &&
               std::string_view(" \t\r\n=\"'").find(text[size]) != std::string_view::npos;
    };
    const auto found = std::ranges::find_if(directives, begins);
    return found == std::end(directives) ? nullptr : found;
}

/// The words of nginx' directive behind the format's name and its `escape=`.
std::string joined(const std::vector<std::string>& words) {
    std::string format;
    for (std::size_t i = 1; i < words.size(); ++i)
        if (!format.empty() || !words[i].starts_with("escape="))
            format += words[i];
    return format;
}

/// The rest of a line behind its first word.
std::string behindWord(std::string_view text) {
    const auto line = trimmed(text.substr(0, text.find('\n')));
    const std::size_t blank = line.find_first_of(blanks);
    return std::string(blank == line.npos ? line : trimmed(line.substr(blank)));
}

/// The value of a directive whose name ends at the reader's place; nothing when a quotation mark stays open.
std::optional<std::string> valueOf(const Directive& directive, std::string_view text, std::size_t at,
                                   ConfigurationText& reader) {
    switch (directive.notation) {
    case Notation::Pieces:
        if (const auto words = reader.words(ConfigurationText::Ending::Semicolon))
            return joined(*words);
        return std::nullopt;
    case Notation::Word:
        if (const auto words = reader.words(ConfigurationText::Ending::Line))
            return directive.skip < words->size() ? (*words)[directive.skip] : std::string();
        return std::nullopt;
    case Notation::Strings:
        return reader.strings();
    case Notation::Rest:
        return behindWord(text.substr(reader.position()));
    case Notation::Yaml:
        return reader.yamlValue(at);
    case Notation::Members:
        reader.skipBlock(at);
        return std::string(text.substr(at, reader.position() - at));
    }
    return std::nullopt;
}

/// HAProxy's `%{+json}o` and Istio's JSON encoding name the members of an object.
bool isJson(const LayoutText& layout, const Directive& directive) {
    return directive.notation == Notation::Members || layout.format.find("%{+json}o") != std::string::npos ||
           (directive.name == "accessLogFormat:" && layout.format.starts_with('{'));
}

Error openQuote() {
    return Error{Text::tr("The log layout has a quotation mark that is not closed.")};
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

/// Envoy's operators are capitals between two percent signs, perhaps with arguments; strftime's letters in
/// Apache's `%{%FT%T}t` are fewer.
bool isEnvoyOperator(std::string_view text) {
    const std::size_t end = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
    return end != text.npos && end > 2 && (text[end] == '%' || text[end] == '(' || text[end] == ':');
}

/// HAProxy's status is `%ST`, Squid's a code that ends with `Hs`: neither is written by Apache.
LayoutSyntax syntaxOf(std::string_view text) {
    const auto letter = [](std::string_view rest) {
        return (rest[0] >= 'a' && rest[0] <= 'z') || rest[0] == '{';
    };
    if (text.find("%{+json}o") != text.npos || text.find(")ST") != text.npos)
        return LayoutSyntax::HAProxy;
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

/// The layouts of all directives there are.
Result<std::vector<LayoutText>> fromDirectives(std::string_view text) {
    std::vector<LayoutText> layouts;
    ConfigurationText reader(text, 0);
    if (text.starts_with('#') || text.starts_with("- "))
        reader.skipToStatement();
    while (reader.position() < text.size()) {
        const std::size_t at = reader.position();
        if (const Directive* directive = directiveIn(text.substr(at))) {
            reader = ConfigurationText(text, at + directive->name.size());
            const auto value = valueOf(*directive, text, at, reader);
            if (!value)
                return openQuote();
            LayoutText layout{directive->syntax, *value};
            layout.json = isJson(layout, *directive);
            // The same key is used for much else in YAML, and a log may be given by a format's name.
            if (directive->notation != Notation::Yaml || value->find_first_of("%$") != value->npos)
                layouts.push_back(std::move(layout));
        }
        reader.skipToStatement();
    }
    return layouts;
}

/// The key whose value stands between two texts, alone: `"status": "` and `",`.
std::string_view memberBefore(std::string_view before, std::string_view behind) {
    const auto key = trimmed(before, " \t\"'");
    const char next = behind.empty() ? '\n' : behind.front();
    if (!key.ends_with(':') || std::string_view(" \t\r\n\"',}").find(next) == std::string_view::npos)
        return {};
    const auto name = trimmed(key.substr(0, key.size() - 1), " \t\"'");
    return name.substr(name.find_last_of(" \t\n\"'{,") + 1);
}

/// `ts: "%START_TIME%"` and so on, each in a line of its own: a map without the directive that it belongs to.
bool isMemberMap(std::string_view text) {
    int members = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const auto line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t begin = std::min(line.find('%'), line.size());
        const auto behind = line.substr(line.rfind('%') + 1);
        if (!line.empty() && memberBefore(line.substr(0, begin), behind).empty())
            return false;
        members += line.empty() ? 0 : 1;
    }
    return members > 1;
}

/// A layout without a directive: pieces in quotation marks, or the text as it stands below comments.
Result<LayoutText> fromBareText(std::string_view text) {
    while (text.starts_with('#') && text.find('\n') != text.npos)
        text = trimmed(text.substr(text.find('\n')));
    const bool pieces = text.find('\n') != text.npos && (text.starts_with('"') || text.starts_with('\''));
    if (pieces) {
        const auto words = ConfigurationText(text, 0).words(ConfigurationText::Ending::Semicolon);
        if (!words)
            return openQuote();
        std::string format;
        for (const std::string& word : *words)
            format += word;
        return LayoutText{syntaxOf(format), format};
    }
    const auto bare = unquoted(text);
    const LayoutSyntax syntax = syntaxOf(bare);
    const bool members = syntax == LayoutSyntax::Envoy && (bare.starts_with('{') || isMemberMap(bare));
    return LayoutText{syntax, std::string(bare), members || bare.find("%{+json}o") != bare.npos};
}

} // namespace

Result<std::vector<LayoutText>> layoutTexts(std::string_view configuration) {
    const auto text = trimmed(configuration);
    auto layouts = fromDirectives(text);
    if (!layouts)
        return layouts;
    if (layouts.value().empty()) {
        const std::size_t call = text.find("morgan(");
        auto single = call == text.npos ? fromBareText(text) : fromMorganCall(text.substr(call + 7));
        if (!single)
            return single.error();
        layouts.value().push_back(std::move(single).value());
    }
    for (LayoutText& layout : layouts.value())
        layout.format = configured(layout.format);
    return layouts;
}

MemberFields membersOf(const LayoutText& layout) {
    const std::string_view format = layout.format;
    MemberFields members;
    bool quoting = false;
    for (std::size_t at = 0; at < format.size();) {
        const auto directive = directiveAt(layout.syntax, format.substr(at), quoting);
        const std::size_t end = at + std::max<std::size_t>(directive.length, 1);
        if (directive.kind == LayoutDirective::Kind::Variable && directive.field != Field::None) {
            const auto name = directive.member.empty()
                                  ? memberBefore(format.substr(0, at), format.substr(end))
                                  : directive.member;
            const bool utc = directive.utc && directive.field == Field::Time;
            if (!name.empty())
                members.emplace_back(name, utc ? Field::TimeUtc : directive.field);
        }
        at = end;
    }
    return members;
}

} // namespace derouter
