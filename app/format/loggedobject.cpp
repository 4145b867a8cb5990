// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/loggedobject.h"

#include "format/bodylead.h"
#include "format/errortext.h"
#include "format/looseobject.h"
#include "format/recordbuilder.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

/// Behind the text in quotation marks that opens at `at`; just behind the mark where it stays open, as an
/// apostrophe does.
std::size_t behindQuoted(std::string_view text, std::size_t at) {
    const char mark = text[at];
    for (std::size_t end = at + 1; end < text.size(); ++end) {
        if (text[end] == mark)
            return end + 1;
        end += text[end] == '\\' ? 1 : 0;
    }
    return mark == '"' ? text.size() : at + 1;
}

/// `while logging request, client: 10.0.0.5, server: , request: "POST … HTTP/1.1"`: nginx ends each message
/// about a request so, one of Lua's as well.
std::string_view withoutNginxContext(std::string_view line) {
    constexpr std::string_view client = ", client: ";
    const std::size_t close = line.rfind('}');
    const std::size_t context = close == line.npos ? close : line.find(client, close);
    if (context == line.npos)
        return line;
    const auto action = line.substr(close + 1, context - close - 1);
    return action.empty() || action.starts_with(" while ") ? line.substr(0, close + 1) : line;
}

/// Where the last of zap's columns begins, an object that was cut off; npos when there is none.
std::size_t cutObject(std::string_view line) {
    const std::size_t at = line.find("\t{\"");
    const bool last = at != line.npos && line.find('\t', at + 1) == line.npos;
    return last && endOfObject(line.substr(at + 1)) == line.size() - at - 1 ? at + 1 : line.npos;
}

/// An error's body at the end of other words was looked at as such, and found to be quoted; a member called
/// `error` may be a text.
bool isQuotedBody(std::string_view object) {
    if (!isErrorBody(object))
        return false;
    const auto value = trimmed(object.substr(std::min(object.find(':') + 1, object.size())));
    return !object.starts_with(R"({"error":)") || value.starts_with('{');
}

} // namespace

std::size_t endOfObject(std::string_view text) {
    int open = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'' || c == '`') {
            at = behindQuoted(text, at);
            continue;
        }
        ++at;
        open += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (open == 0)
            return at;
    }
    return text.size();
}

bool beginsLoggedObject(std::string_view line, std::size_t at) {
    if (at == 0 || std::string_view(" \t:").find(line[at - 1]) == std::string_view::npos)
        return false;
    std::size_t key = std::min(line.find_first_not_of(' ', at + 1), line.size());
    if (key == line.size() || std::string_view("\"':").find(line[key]) != std::string_view::npos)
        return key < line.size();
    const std::size_t begin = key;
    while (key < line.size() && (isLetter(line[key]) || isDigit(line[key]) || line[key] == '_'))
        ++key;
    return key > begin && line.substr(key, 2) == ": ";
}

LoggedObject loggedObject(std::string_view line) {
    const auto whole = line;
    line = withoutNginxContext(line);
    while (line.ends_with(' ') || line.ends_with("[]"))
        line.remove_suffix(line.ends_with(' ') ? 1 : 2);
    if (!line.ends_with('}')) {
        const std::size_t cut = cutObject(line);
        return cut == line.npos ? LoggedObject{whole, {}}
                                : LoggedObject{line.substr(0, cut), line.substr(cut)};
    }
    for (std::size_t at = line.find('{'); at < line.size(); at = line.find('{', at)) {
        if (!beginsLoggedObject(line, at)) {
            ++at;
            continue;
        }
        const std::size_t end = at + endOfObject(line.substr(at));
        if (end == line.size())
            return {line.substr(0, at), line.substr(at)};
        at = end; // a body, and its members behind it
    }
    return {whole, {}};
}

std::string_view readLoggedObject(std::string_view line, RecordBuilder& builder) {
    const LoggedObject logged = loggedObject(line);
    if (logged && !isQuotedBody(logged.object) && leadsToRecord(logged.words))
        readLooseObject(logged.object, Place::Root, builder, 0);
    return logged.words;
}

} // namespace derouter
