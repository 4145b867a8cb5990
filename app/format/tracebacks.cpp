// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/tracebacks.h"

#include "format/errortext.h"
#include "format/pairedstatus.h"
#include "format/spellings.h"
#include "format/texts.h"

namespace derouter {

namespace {

/// What the levels of a failure and its names have in common, in any program's words.
constexpr WordSet failing({"ERR", "WARN", "FATAL", "CRIT", "SEVERE", "rror", "arn", "xception", "raceback"});

} // namespace

bool beginsTraceback(std::string_view line) {
    if (line.starts_with(tracebackMark))
        return true;
    constexpr std::string_view group = "+ Exception Group ";
    const auto behind = line.substr(firstNonBlank(line));
    return behind.starts_with(group) && behind.substr(group.size()).starts_with(tracebackMark);
}

bool linksTracebacks(std::string_view line) {
    return line.starts_with("During handling of the above exception") ||
           line.starts_with("The above exception was the direct cause");
}

bool isRubyFrame(std::string_view line) {
    const std::size_t in = line.ends_with('\'') ? line.find(":in ") : line.npos;
    if (in == line.npos || in == 0 || in + 5 >= line.size() || !isDigit(line[in - 1]))
        return false;
    const auto place = line.substr(0, in);
    return (line[in + 4] == '`' || line[in + 4] == '\'') && place.find(' ') == place.npos &&
           place.find_last_not_of("0123456789") != place.npos &&
           place[place.find_last_not_of("0123456789")] == ':';
}

bool tellsOfSuccessfulRequest(std::string_view line) {
    return !findRequestId(line).empty() && !failing.isIn(line) && !speaksOfFailure(line) &&
           !pairedStatus(line);
}

bool partsFrames(std::string_view text, std::string_view line) {
    const std::size_t head = text.rfind(tracebackMark);
    const std::size_t end = head == text.npos ? head : text.find('\n', head);
    if (end == text.npos)
        return head != text.npos && line.empty();
    return text.substr(end + 1, 1) == "\n" || (end + 1 == text.size() && line.starts_with("  "));
}

} // namespace derouter
