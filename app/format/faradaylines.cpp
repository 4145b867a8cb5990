// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/faradaylines.h"

#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

/// Ruby's logger puts ` -- ` before the name of who speaks; others may put nothing there.
bool mayPrecedeFaraday(std::string_view before) {
    return before.empty() || before.ends_with("-- ") || before.ends_with("] ");
}

/// `request-id: "req_…"`, as Faraday tells each header, all in one message: the first stands behind what the
/// logger puts before it.
bool isQuotedHeader(std::string_view line) {
    const std::size_t colon = line.find(": \"");
    return colon != line.npos && colon > 0 && line.ends_with('"') &&
           std::ranges::all_of(line.substr(0, colon),
                               [](char c) { return isLetter(c) || isDigit(c) || c == '-'; });
}

} // namespace

bool mineFaraday(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view sending = "request: ";
    constexpr std::string_view received = "response: Status ";
    if (const std::size_t at = line.find(sending); at != line.npos && mayPrecedeFaraday(line.substr(0, at))) {
        const auto request = line.substr(at + sending.size());
        const std::size_t blank = request.find(' ');
        if (blank != request.npos && request.substr(blank + 1).starts_with("http") &&
            isCapitals(request.substr(0, blank)))
            builder.noteSent(request);
        return false;
    }
    const std::size_t at = line.find(received);
    if (at == line.npos || !mayPrecedeFaraday(line.substr(0, at)))
        return false;
    const auto status = statusFrom(trimmed(line.substr(at + received.size())));
    if (!status)
        return false;
    builder.noteAnswered(*status);
    builder.takeSent();
    builder.takeStatus(*status, 2);
    builder.setReporter(Reporter::HttpClient);
    return true;
}

bool isFaradayHeader(std::string_view line) {
    constexpr std::string_view mark = "response: ";
    const std::size_t at = line.find(mark);
    if (at == line.npos || !mayPrecedeFaraday(line.substr(0, at)))
        return false;
    const auto header = line.substr(at + mark.size());
    const std::size_t colon = header.find(": \"");
    return colon != header.npos && header.find_first_of(" {") > colon && header.ends_with('"');
}

bool mineFaradayHeader(std::string_view line, RecordBuilder& builder) {
    const auto id = findRequestId(line);
    if (id.empty() || builder.answered() < 400)
        return false;
    builder.takeSentAgain();
    builder.takeStatus(builder.answered(), 2);
    builder.takeRequestId(id);
    builder.record().goesOn = true;
    builder.setReporter(Reporter::HttpClient);
    return true;
}

bool goesOnHeaders(std::string_view record, std::string_view line) {
    return isQuotedHeader(line) && isFaradayHeader(record.substr(0, record.find('\n')));
}

std::optional<std::string> joinedHeaders(std::string_view record) {
    const std::size_t feed = record.find('\n');
    if (feed == record.npos ||
        !goesOnHeaders(record, record.substr(feed + 1, record.find('\n', feed + 1) - feed - 1)))
        return std::nullopt;
    std::string joined(record);
    std::ranges::replace(joined, '\n', ' ');
    return joined;
}

} // namespace derouter
