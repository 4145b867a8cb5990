// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/servedlines.h"

#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/statuswords.h"
#include "format/texts.h"

#include <algorithm>
#include <optional>

namespace derouter {

namespace {

/// What Rails or Phoenix say of a request, and under which id.
struct ServedLine {
    std::string_view id;
    std::string_view method;
    std::string_view path;
    std::string_view time;
    std::string_view status; ///< empty of the line when the request comes in
    std::string_view duration;
};

/// Behind the last `mark` in the line, which is moved to what stands before; nothing where there is none.
std::optional<std::string_view> behind(std::string_view& line, std::string_view mark) {
    const std::size_t at = line.rfind(mark);
    if (at == line.npos)
        return std::nullopt;
    const auto rest = line.substr(at + mark.size());
    line = line.substr(0, at);
    return rest;
}

bool isId(std::string_view word) {
    constexpr std::size_t shortest = 16;
    return word.size() >= shortest && std::ranges::all_of(word, [](char c) {
               return isDigit(c) || isLetter(c) || c == '-' || c == '_';
           });
}

/// Of Rails' tags, `[203.0.113.9] [b1236047-784f-4a8d-a823-9c84ff685c68`, the last that is an id.
std::string_view taggedId(std::string_view tags) {
    for (std::size_t open = tags.rfind('['); open != tags.npos; open = tags.rfind('[', open - 1)) {
        const auto tag = tags.substr(open + 1, tags.find(']', open) - open - 1);
        if (isId(tag))
            return tag;
        if (open == 0)
            break;
    }
    return {};
}

std::string_view wordOf(std::string_view text) {
    return text.substr(0, text.find(' '));
}

/// `200 OK in 429ms (Allocations: 529)`, `502 in 429ms`: the status and the duration.
bool takeEnd(std::string_view said, ServedLine& line) {
    const std::size_t in = said.find(" in ");
    const bool status = threeDigits(said) && in != said.npos && isReason(said.substr(3, in - 3));
    const auto duration = status ? wordOf(said.substr(in + 4)) : std::string_view();
    if (duration.empty() || !isDigit(duration.front()) || !duration.ends_with('s'))
        return false;
    line.status = said.substr(0, 3);
    line.duration = duration;
    return true;
}

std::optional<ServedLine> railsLine(std::string_view text) {
    ServedLine line;
    if (const auto said = behind(text, "] Completed ")) {
        line.id = taggedId(text);
        return takeEnd(*said, line) ? std::optional(line) : std::nullopt;
    }
    auto said = behind(text, "] Started ");
    const std::size_t open = said ? said->find(" \"/") : std::string_view::npos;
    const std::size_t close = open == std::string_view::npos ? open : said->find("\" for ", open + 2);
    if (close == std::string_view::npos || !isUsualMethod(said->substr(0, open)))
        return std::nullopt;
    line.id = taggedId(text);
    line.method = said->substr(0, open);
    line.path = said->substr(open + 2, close - open - 2);
    if (const auto at = said->rfind(" at "); at != said->npos && at > close)
        line.time = said->substr(at + 4);
    return line;
}

/// `request_id=Fb430fc926ddcd38d511 [info] POST /v1/messages`, `… [info] Sent 502 in 429ms`.
std::optional<ServedLine> phoenixLine(std::string_view text) {
    const auto said = behind(text, "[info] ");
    const std::size_t at = said ? text.rfind("request_id=") : text.npos;
    if (at == text.npos)
        return std::nullopt;
    ServedLine line;
    line.id = wordOf(text.substr(at + 11));
    constexpr std::string_view sent = "Sent ";
    if (said->starts_with(sent))
        return isId(line.id) && takeEnd(said->substr(sent.size()), line) ? std::optional(line) : std::nullopt;
    line.method = wordOf(*said);
    line.path = said->substr(std::min(line.method.size() + 1, said->size()));
    const bool request = isUsualMethod(line.method) && line.path.starts_with('/') &&
                         line.path.find(' ') == line.path.npos && isId(line.id);
    return request ? std::optional(line) : std::nullopt;
}

std::optional<ServedLine> servedLine(std::string_view text) {
    const auto rails = text.find("] ") == text.npos ? std::nullopt : railsLine(text);
    const auto line = rails ? rails : phoenixLine(text);
    return line && !line->id.empty() && !line->id.starts_with("req_") ? line : std::nullopt;
}

} // namespace

std::string_view servedRequestId(std::string_view text) {
    const auto line = servedLine(text);
    return line ? line->id : std::string_view();
}

bool mineServedLine(std::string_view text, RecordBuilder& builder) {
    const auto line = servedLine(text);
    if (!line)
        return false;
    const auto take = [&builder](Field field, std::string_view value) {
        if (!value.empty())
            builder.take(field, {Scalar::Kind::String, value});
    };
    take(Field::Method, line->method);
    take(Field::Path, line->path);
    take(Field::Status, line->status);
    take(Field::Duration, line->duration);
    take(Field::Time, line->time);
    return true;
}

bool mineServedByDotNet(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view finished = "Request finished HTTP/";
    const std::size_t at = line.find(finished);
    if (at == line.npos)
        return false;
    const auto rest = line.substr(at + finished.size());
    const std::size_t blank = rest.find(' ');
    const std::size_t dash = rest.find(" - ");
    const auto outcome = dash == rest.npos ? rest.substr(rest.size()) : rest.substr(dash + 3);
    const bool ends = outcome.size() == 3 || outcome.find_first_not_of("0123456789") == 3;
    const int status = ends ? threeDigits(outcome).value_or(0) : 0;
    const auto request = blank < dash ? rest.substr(blank + 1, dash - blank - 1) : std::string_view();
    if (status < 100 || status > 599 || !isCapitals(request.substr(0, request.find(' '))))
        return false;
    builder.takeRequestLine(request, true);
    builder.takeStatus(status, 2);
    builder.setReporter(Reporter::Request);
    if (const auto last = outcome.substr(outcome.rfind(' ') + 1); last.ends_with("ms"))
        builder.take(Field::Duration, {Scalar::Kind::String, last});
    return true;
}

} // namespace derouter
