// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/symfonyerrors.h"

#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/statuswords.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

std::optional<int> statusReturnedFor(std::string_view line) {
    constexpr std::string_view words = " returned for \"http";
    const std::size_t end = line.find(words);
    if (end == line.npos)
        return std::nullopt;
    const auto before = line.substr(0, end);
    const std::size_t begin = before.rfind("HTTP");
    if (begin == before.npos || quotesSomething(before.substr(0, begin)))
        return std::nullopt;
    const auto answer = before.substr(begin); // `HTTP/1.1 429 Too Many Requests`
    const std::size_t blank = answer.find(' ');
    const auto version = answer.substr(4, blank == answer.npos ? blank : blank - 4);
    if (blank == answer.npos || version.find_first_not_of("/123.0") != version.npos)
        return std::nullopt;
    const auto status = failingStatusAt(answer.substr(blank + 1));
    return status && isReason(answer.substr(blank + 4)) ? status : std::nullopt;
}

bool mineSymfonyAnswer(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view words = "Response: \"";
    const std::size_t at = line.find(words);
    if (at == line.npos || (at > 0 && !line.substr(0, at).ends_with(": ")) ||
        quotesSomething(line.substr(0, at)))
        return false;
    const auto answer = line.substr(at + words.size());
    const auto status = threeDigits(answer);
    const auto url = answer.substr(std::min<std::size_t>(answer.size(), 4));
    if (!status || *status < 100 || *status > 599 || answer[3] != ' ' || !url.starts_with("http"))
        return false;
    builder.takeRequestLine(url.substr(0, url.find('"')));
    builder.takeStatus(*status, 2);
    builder.setReporter(Reporter::HttpClient);
    return true;
}

} // namespace derouter
