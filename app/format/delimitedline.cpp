// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/delimitedline.h"

#include "format/accesslayout.h"
#include "format/statuscolumn.h"
#include "format/texts.h"
#include "format/timeparser.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace derouter {

namespace {

using Fields = std::vector<std::string_view>;

constexpr std::string_view protocol = "HTTP/";
constexpr ByteSet protocolBytes("HTP/0123456789.");
constexpr ByteSet labelBytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

/// What stands between two fields; for brackets what stands between the closing and the opening one.
std::string_view delimiterAround(std::string_view line, std::size_t protocolAt) {
    const std::size_t end = protocolBytes.endOfRun(line, protocolAt);
    const bool quoted = end < line.size() && line[end] == '"';
    const auto behind = line.substr(end + (quoted ? 1 : 0));
    for (const std::string_view delimiter : {"] [", "][", " | ", "|", "\t", "; ", ";", ", ", ","})
        if (behind.starts_with(delimiter))
            return delimiter;
    return {};
}

/// Quotation marks may stand around a field, and then what parts fields may stand in it.
Fields fieldsOf(std::string_view line, std::string_view delimiter) {
    if (delimiter.starts_with(']')) {
        if (!line.starts_with('[') || !line.ends_with(']'))
            return {};
        line = line.substr(1, line.size() - 2);
    }
    Fields fields;
    for (;;) {
        const std::size_t close = line.starts_with('"') ? closingQuote(line, 1) : line.npos;
        const bool quoted =
            close != line.npos && (close + 1 == line.size() || line.substr(close + 1).starts_with(delimiter));
        const std::size_t end = quoted ? close + 1 : std::min(line.find(delimiter), line.size());
        fields.push_back(trimmed(quoted ? line.substr(1, close - 1) : line.substr(0, end)));
        if (end == line.size())
            return fields;
        line.remove_prefix(end + delimiter.size());
    }
}

bool isMethod(std::string_view field) {
    return field.size() >= 3 && field.size() <= 12 &&
           std::ranges::all_of(field, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool isProtocol(std::string_view field) {
    return field.starts_with(protocol) && protocolBytes.endOfRun(field, 0) == field.size();
}

/// The request, which may be three fields, and where its first and its last one are.
struct Request {
    std::string text;
    std::size_t first = 0;
    std::size_t last = 0;
};

std::optional<Request> requestIn(const Fields& fields) {
    for (std::size_t at = 0; at < fields.size(); ++at) {
        const std::size_t blank = fields[at].rfind(' ');
        if (blank != std::string_view::npos && isProtocol(fields[at].substr(blank + 1)) &&
            isRequest(fields[at]))
            return Request{std::string(fields[at]), at, at};
        if (at + 2 < fields.size() && isMethod(fields[at]) && fields[at + 1].starts_with('/') &&
            isProtocol(fields[at + 2]))
            return Request{std::string(fields[at]) + ' ' + std::string(fields[at + 1]) + ' ' +
                               std::string(fields[at + 2]),
                           at, at + 2};
    }
    return std::nullopt;
}

bool isStatus(const Fields& fields, std::size_t at) {
    using Kind = AccessNumber::Kind;
    const Kind kind = at < fields.size() ? AccessNumber::of(fields[at]).kind : Kind::Word;
    return kind == Kind::Status || kind == Kind::Absent;
}

void append(std::string& plain, std::string_view field, bool isTime) {
    plain += plain.empty() ? "" : " ";
    const bool bare = !field.empty() && field.find_first_of(" \"") == field.npos;
    if (isTime)
        plain.append("[").append(field).append("]");
    else if (bare)
        plain += field;
    else
        plain.append("\"").append(field.find('"') == field.npos ? field : std::string_view("-")).append("\"");
}

bool writeFields(const Fields& fields, TimeParser& times, std::string& plain) {
    const auto request = requestIn(fields);
    if (!request)
        return false;
    const bool behind = isStatus(fields, request->last + 1);
    const bool before = !behind && request->first > 0 && isStatus(fields, request->first - 1);
    if (!behind && !before)
        return false;
    bool isDated = false;
    std::string others; // times stand before the request, its status behind it
    for (std::size_t at = 0; at < fields.size(); ++at) {
        const bool isStamp = !isDated && fields[at].find(':') != fields[at].npos && times.parse(fields[at]);
        isDated = isDated || isStamp;
        if (isStamp)
            append(plain, fields[at], true);
        if (at == request->first)
            others.append(others.empty() ? "" : " ").append("\"").append(request->text).append("\"");
        if (at == request->first && before)
            append(others, fields[at - 1], false);
        const bool isWritten =
            isStamp || (at >= request->first && at <= request->last) || (before && at + 1 == request->first);
        if (!isWritten)
            append(others, fields[at], false);
    }
    plain.append(" ").append(others);
    return isDated;
}

/// `"POST /v1/messages HTTP/1.1" status:529 bytes:142 ua:"…"`, as `… 529 bytes=142 ua="…"`.
bool writeLabels(std::string_view line, std::string& plain) {
    const std::size_t mark = line.find(" HTTP/");
    const std::size_t close = mark == line.npos ? mark : line.find('"', mark);
    const auto behind = close == line.npos ? std::string_view() : line.substr(close + 1);
    const std::size_t colon = behind.empty() ? 0 : labelBytes.endOfRun(behind, 1);
    const auto label = behind.substr(std::min<std::size_t>(1, behind.size()), colon == 0 ? 0 : colon - 1);
    if (!behind.starts_with(' ') || behind.substr(colon, 1) != ":" || !label.ends_with("status"))
        return false;
    plain = line.substr(0, close + 1);
    plain += ' '; // the status stands by itself
    for (std::size_t at = colon + 1; at < behind.size();) {
        const std::size_t end = labelBytes.endOfRun(behind, at + 1);
        const bool isLabel = behind[at] == ' ' && end > at + 1 && behind.substr(end, 1) == ":";
        if (isLabel)
            plain.append(behind.substr(at, end - at)).append("=");
        const std::size_t next = isLabel ? end + 1 : at;
        const bool quoted = behind.substr(next, 1) == "\"";
        const std::size_t after = std::min(quoted ? closingQuote(behind, next + 1) : next, behind.size());
        at = std::max(after, isLabel ? next : at + 1);
        plain.append(behind.substr(next, at - next));
    }
    return true;
}

} // namespace

bool writePlainFields(std::string_view line, TimeParser& times, std::string& plain) {
    plain.clear();
    const std::size_t at = line.find(protocol);
    if (at == line.npos || at < 2)
        return false;
    const auto delimiter = delimiterAround(line, at);
    const bool written =
        delimiter.empty() ? writeLabels(line, plain) : writeFields(fieldsOf(line, delimiter), times, plain);
    if (!written)
        plain.clear();
    return written;
}

} // namespace derouter
