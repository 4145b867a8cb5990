// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/writeout.h"

#include "format/errortext.h"
#include "format/recordbuilder.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::size_t longestLabel = 24;

/// The value of a member of curl's object, which is flat.
std::string_view memberOf(std::string_view object, std::string_view name) {
    const std::size_t at = object.find(name);
    if (at == object.npos)
        return {};
    auto value = object.substr(at + name.size());
    value.remove_prefix(value.starts_with('"') ? 1 : 0);
    return value.substr(0, value.find_first_of("\",}"));
}

std::optional<WriteOut> objectIn(std::string_view line) {
    if (line.find(R"("curl_version":)") == line.npos)
        return std::nullopt;
    const auto status = threeDigits(memberOf(line, R"("http_code":)"));
    if (!status)
        return std::nullopt;
    return WriteOut{*status, memberOf(line, R"("method":)"), memberOf(line, R"("url":)")};
}

/// Without how long the answer took: `HTTP 529 in 0.053s`, `529 0.053s`.
std::string_view withoutDuration(std::string_view line) {
    const std::size_t blank = line.rfind(' ');
    const auto word = blank == line.npos ? std::string_view() : line.substr(blank + 1);
    const std::size_t unit = word.find_first_not_of("0123456789.");
    const bool duration =
        unit != word.npos && unit > 0 && (word.substr(unit) == "s" || word.substr(unit) == "ms");
    if (!duration)
        return line;
    line = trimmed(line.substr(0, blank), " ,;-|(");
    return line.ends_with(" in") || line.ends_with(" after") ? line.substr(0, line.rfind(' ')) : line;
}

/// Without the pairs behind the first word: `http_code=402 time=0.017842`.
std::string_view withoutPairs(std::string_view line) {
    const std::size_t blank = line.find(' ');
    const auto first = line.substr(0, blank);
    if (blank == line.npos || first.find_first_of("=:") == first.npos)
        return line;
    for (auto rest = trimmed(line.substr(blank)); !rest.empty();) {
        const auto word = rest.substr(0, rest.find(' '));
        if (word.find_first_of("=:") == word.npos || word.find('/') < word.find_first_of("=:"))
            return line;
        rest = trimmed(rest.substr(word.size()));
    }
    return first;
}

} // namespace

std::optional<WriteOut> writeOutIn(std::string_view line) {
    line = trimmed(line, " \t\r\n\"'");
    if (line.starts_with('{'))
        return objectIn(line);
    line = withoutDuration(withoutPairs(line));
    if (line.size() < 3 || line.size() > longestLabel)
        return std::nullopt;
    const auto status = threeDigits(line.substr(line.size() - 3));
    const auto label = line.substr(0, line.size() - 3);
    const bool ends = label.empty() || std::string_view(" :=").find(label.back()) != std::string_view::npos;
    const bool named = label.empty() || label.find("HTTP") != label.npos ||
                       label.find("http") != label.npos || label.find("tatus") != label.npos ||
                       label.find("ode") != label.npos;
    if (!status || *status < 100 || *status > 599 || !ends || !named)
        return std::nullopt;
    return WriteOut{.status = *status};
}

bool PrintedBody::isOne(std::string_view line) {
    const bool begins = line.starts_with("{\"type\"") || line.starts_with("{\"error\"");
    if (!begins || !isErrorBody(line))
        return false;
    constexpr std::string_view loggers[] = {R"("time)", R"("ts":)", R"("level")", R"("msg")", R"("@t)"};
    return std::ranges::none_of(loggers,
                                [line](std::string_view name) { return line.find(name) != line.npos; });
}

void PrintedBody::begin(std::string_view line, std::uint64_t number, std::uint64_t offset,
                        std::uint64_t bytes) {
    m_text.assign(line);
    m_length = std::min(endOfBraces(line, 0), line.size());
    m_number = number;
    m_offset = offset;
    m_bytes = bytes;
    m_open = true;
}

void PrintedBody::read(const WriteOut& writeOut, RecordBuilder& builder) const {
    builder.begin();
    builder.takeStatus(writeOut.status, 1);
    for (const auto& [field, text] :
         {std::pair(Field::Method, writeOut.method), std::pair(Field::Path, writeOut.url)})
        if (!text.empty())
            builder.take(field, {Scalar::Kind::String, builder.keep(std::string(text))});
    mineResponseBody(m_text.view().substr(0, m_length), writeOut.status, builder);
}

} // namespace derouter
