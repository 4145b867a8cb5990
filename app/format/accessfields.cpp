// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/accessfields.h"

#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

using Fields = std::vector<std::string_view>;

constexpr std::size_t fewestFields = 4;
constexpr std::size_t fewestBesideId = 3;
constexpr std::size_t mostFields = 64;

bool isProtocol(std::string_view field) {
    constexpr ByteSet protocolBytes("HTP/0123456789.");
    return field.starts_with("HTTP/") && protocolBytes.endOfRun(field, 0) == field.size();
}

bool isTarget(std::string_view field) {
    const bool address = field.starts_with("http://") || field.starts_with("https://");
    return (field.starts_with('/') || address) && field.find_first_of(" \t") == field.npos;
}

/// `api.derouter.ai`, `192.0.2.7:8080`, `localhost`.
bool isHost(std::string_view field) {
    constexpr ByteSet hostBytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]");
    return !field.empty() && hostBytes.endOfRun(field, 0) == field.size() &&
           (field.find('.') != field.npos || field.starts_with("localhost") || field.starts_with('['));
}

/// Cheap, for the common line: a method that stands by itself.
bool namesMethod(std::string_view line) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= line.size(); ++at) {
        if (at < line.size() && line[at] >= 'A' && line[at] <= 'Z')
            continue;
        if (at - begin >= 3 && isUsualMethod(line.substr(begin, at - begin)))
            return true;
        begin = at + 1;
    }
    return false;
}

/// Quotation marks may stand around a field, and then what parts fields may stand in it. For brackets the
/// delimiter is what stands between the closing and the opening one.
Fields partedBy(std::string_view line, std::string_view delimiter) {
    if (delimiter.starts_with(']')) {
        if (!line.starts_with('[') || !line.ends_with(']'))
            return {};
        line = line.substr(1, line.size() - 2);
    }
    Fields fields;
    while (fields.size() < mostFields) {
        const std::size_t close = line.starts_with('"') ? closingQuote(line, 1) : line.npos;
        const bool quoted =
            close != line.npos && (close + 1 == line.size() || line.substr(close + 1).starts_with(delimiter));
        const std::size_t end = quoted ? close + 1 : std::min(line.find(delimiter), line.size());
        fields.push_back(trimmed(quoted ? line.substr(1, close - 1) : line.substr(0, end)));
        if (end == line.size())
            return fields;
        line.remove_prefix(end + delimiter.size());
    }
    return {};
}

/// Where a word ends that a quotation mark, a bracket or a brace keeps together; npos for others.
std::size_t closeOf(std::string_view line, std::size_t at) {
    constexpr std::string_view opening = "\"[{";
    constexpr std::string_view closing = "\"]}";
    const std::size_t kind = opening.find(line[at]);
    if (kind == opening.npos)
        return line.npos;
    const std::size_t close = kind == 0 ? closingQuote(line, at + 1) : line.find(closing[kind], at + 1);
    const bool ends = close != line.npos && (close + 1 == line.size() || line[close + 1] == ' ');
    return ends ? close : line.npos;
}

Fields partedByBlanks(std::string_view line) {
    Fields fields;
    for (std::size_t at = line.find_first_not_of(' '); at < line.size();
         at = line.find_first_not_of(' ', at)) {
        if (fields.size() == mostFields)
            return {};
        const std::size_t close = closeOf(line, at);
        if (close != line.npos)
            fields.push_back(line.substr(at + 1, close - at - 1));
        const std::size_t end = close == line.npos ? std::min(line.find(' ', at), line.size()) : close + 1;
        if (close == line.npos)
            fields.push_back(line.substr(at, end - at));
        at = end;
    }
    return fields;
}

/// `POST /v1/messages HTTP/1.1` in one field.
bool isWholeRequest(std::string_view field) {
    const std::size_t blank = field.find(' ');
    if (blank == field.npos || !isUsualMethod(field.substr(0, blank)))
        return false;
    const auto rest = field.substr(blank + 1);
    const std::size_t end = rest.find(' ');
    return isTarget(rest.substr(0, end)) && (end == rest.npos || isProtocol(rest.substr(end + 1)));
}

/// Method and target in fields of their own; between blanks one right behind the other.
bool takeParts(AccessFields& line) {
    const Fields& fields = line.fields;
    const auto method = std::ranges::find_if(fields, isUsualMethod);
    const auto behind = std::find_if(method, fields.end(), isTarget);
    const auto target =
        behind == fields.end() && !line.isLoose() ? std::ranges::find_if(fields, isTarget) : behind;
    if (method == fields.end() || target == fields.end() || (line.isLoose() && target != method + 1))
        return false;
    line.method = static_cast<std::size_t>(method - fields.begin());
    line.target = static_cast<std::size_t>(target - fields.begin());
    line.request = std::string(*method) + ' ' + std::string(*target);
    if (target + 1 != fields.end() && isProtocol(target[1]))
        line.request.append(" ").append(target[1]);
    if (const auto host = std::find_if(method, std::max(method, target), isHost); host < target)
        line.host = *host;
    return true;
}

bool takeRequest(AccessFields& line) {
    const auto whole = std::ranges::find_if(line.fields, isWholeRequest);
    if (whole == line.fields.end())
        return takeParts(line);
    line.method = line.target = static_cast<std::size_t>(whole - line.fields.begin());
    line.request = *whole;
    return true;
}

/// A field that is a stamp as a whole.
std::optional<Stamp> stampIn(std::string_view field, TimeParser& times) {
    constexpr std::size_t shortest = 8; // 09:14:07
    field = trimmed(field, "[]\"");
    if (field.size() < shortest || field.find(':') == field.npos)
        return std::nullopt;
    const auto stamp = times.parse(field);
    return stamp && stamp->length == field.size() ? stamp : std::nullopt;
}

/// `2026-11-03` in the field before `09:14:07`.
std::optional<Stamp> stampOfTwo(std::string_view date, std::string_view clock, TimeParser& times) {
    constexpr std::size_t dateSize = 10;
    date = trimmed(date, "[]\"");
    if (date.size() != dateSize || !isDigit(date.front()) || !isDigit(date.back()) || clock.size() < 5 ||
        clock[2] != ':')
        return std::nullopt;
    return times.parse(std::string(date) + ' ' + std::string(trimmed(clock, "[]\"")));
}

std::optional<Stamp> epochIn(std::string_view field) {
    const auto stamp = field.empty() || !isDigit(field.front()) ? std::nullopt : TimeParser::fromEpoch(field);
    return stamp && stamp->length == field.size() ? stamp : std::nullopt;
}

std::optional<Stamp> findStamp(const AccessFields& line, TimeParser& times) {
    const Fields& fields = line.fields;
    for (std::size_t at = 0; at + 1 < fields.size(); ++at)
        if (const auto stamp = stampOfTwo(fields[at], fields[at + 1], times))
            return stamp;
    std::optional<Stamp> found;
    for (std::size_t at = 0; at < fields.size(); ++at) {
        const auto stamp = at == line.method ? std::nullopt : stampIn(fields[at], times);
        if (stamp && (!found || stamp->quality == TimeQuality::Exact))
            found = stamp;
        if (found && found->quality == TimeQuality::Exact)
            return found;
    }
    for (const auto field : fields)
        found = found ? found : epochIn(field);
    return found;
}

/// What an access line has beside its request: a number, a name with more than letters, a mark for none.
bool isValue(std::string_view field) {
    return std::ranges::any_of(field, isDigit) || std::ranges::none_of(field, isLetter) ||
           field.find_first_of("/._") != field.npos;
}

/// A line that nothing but blanks parts may be a sentence.
bool isSentence(const AccessFields& line) {
    return !std::ranges::all_of(line.fields, [&line](const auto& field) {
        const auto at = static_cast<std::size_t>(&field - line.fields.data());
        return at == line.method || isValue(field);
    });
}

/// A row that names its request by an id alone.
bool readRow(AccessFields& line, TimeParser& times) {
    const auto id = std::ranges::find_if(line.fields, [](std::string_view field) {
        return field.starts_with("req_") && requestIdAt(field) == field;
    });
    if (line.isLoose() || line.fields.size() < fewestBesideId || id == line.fields.end())
        return false;
    line.request.clear();
    line.host = {};
    line.method = line.target = static_cast<std::size_t>(id - line.fields.begin());
    line.certain = true;
    line.stamp = findStamp(line, times);
    return line.stamp.has_value();
}

bool read(AccessFields& line, TimeParser& times) {
    if (line.fields.size() < fewestFields || !takeRequest(line))
        return false;
    line.certain = !line.isLoose() || line.request.find(" HTTP/") != line.request.npos;
    if (!line.certain && isSentence(line))
        return false;
    line.stamp = findStamp(line, times);
    return line.stamp.has_value();
}

} // namespace

bool isBareWord(std::string_view field) {
    return field.size() > 1 && isLetter(field.front()) && field.front() >= 'a' &&
           std::ranges::all_of(field, [](char c) { return isLetter(c) || c == ',' || c == ';'; });
}

std::optional<AccessFields> accessFields(std::string_view line, TimeParser& times) {
    const bool named = namesMethod(line);
    // A row that holds a body is for the readers of error texts.
    const bool identified = line.find("req_") != line.npos && line.find('{') == line.npos;
    if (!named && !identified)
        return std::nullopt;
    AccessFields found;
    for (const std::string_view delimiter : {"] [", "][", " | ", "|", "\t", "; ", ";", ", ", ","}) {
        if (line.find(delimiter) == line.npos)
            continue;
        found.delimiter = delimiter;
        found.fields = partedBy(line, delimiter);
        if ((named && read(found, times)) || (identified && readRow(found, times)))
            return found;
    }
    if (!named) {
        found.delimiter = " - ";
        found.fields = partedBy(line, found.delimiter);
        return readRow(found, times) ? std::optional(std::move(found)) : std::nullopt;
    }
    found.delimiter = " ";
    found.fields = partedByBlanks(line);
    return read(found, times) ? std::optional(std::move(found)) : std::nullopt;
}

} // namespace derouter
