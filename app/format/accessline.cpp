// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/accesslayout.h"
#include "format/keyvalues.h"
#include "format/recordbuilder.h"
#include "format/texts.h"
#include "format/timeparser.h"

#include <algorithm>
#include <optional>

namespace derouter {

namespace {

/// Whether a quoted text is a request: a method in capitals, a target and mostly a protocol.
bool isRequest(std::string_view text) {
    std::size_t method = 0;
    while (method < text.size() && text[method] >= 'A' && text[method] <= 'Z')
        ++method;
    if (method < 3 || method > 12 || method + 1 >= text.size() || text[method] != ' ')
        return false;
    const auto target = text.substr(method + 1);
    return target.find(" HTTP/") != target.npos || target.front() == '/' || target.starts_with("http");
}

struct FoundRequest {
    std::size_t quote = 0; ///< of the opening quote
    std::string_view line;
    std::size_t statusAt = 0;
    int status = 0;
};

std::optional<FoundRequest> findRequest(std::string_view line) {
    std::size_t open = line.find('"');
    while (open != line.npos) {
        const std::size_t close = closingQuote(line, open + 1);
        if (close == line.npos)
            return std::nullopt;
        const auto text = line.substr(open + 1, close - open - 1);
        const auto behind = line.substr(close + 1);
        const int status = behind.starts_with(' ') ? threeDigits(behind.substr(1)).value_or(0) : 0;
        const bool ends = behind.size() == 4 || (behind.size() > 4 && behind[4] == ' ');
        if (status >= 100 && ends && isRequest(text))
            return FoundRequest{open, text, close + 2, status};
        open = line.find('"', close + 1);
    }
    return std::nullopt;
}

/// The first stamp that begins a word.
std::optional<Stamp> findStamp(std::string_view text, TimeParser& times) {
    // Nearly every layout puts it into brackets; an address that looks like a time of day is tried only after
    // that.
    if (const std::size_t bracket = text.find('['); bracket != text.npos)
        if (auto stamp = times.parse(text.substr(bracket + 1)))
            return stamp;
    for (std::size_t at = 0; at < text.size();) {
        if (auto stamp = times.parse(text.substr(at)))
            return stamp;
        if (auto stamp = TimeParser::fromEpoch(text.substr(at)))
            return stamp;
        const std::size_t space = text.find_first_of(" =", at);
        at = space == text.npos ? text.size() : space + 1;
    }
    return std::nullopt;
}

} // namespace

bool readAccessLine(std::string_view line, RecordBuilder& builder, TimeParser& times) {
    const auto request = findRequest(line);
    if (!request)
        return false;
    builder.begin();
    builder.takeRequestLine(request->line);
    builder.takeStatus(request->status, 2);
    if (const auto stamp = findStamp(line.substr(0, request->quote), times))
        builder.takeStamp(*stamp);
    readAccessTail(line.substr(request->statusAt + 3), builder);
    return true;
}

} // namespace derouter
