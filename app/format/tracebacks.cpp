// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/tracebacks.h"

#include "format/clientlines.h"
#include "format/errortext.h"
#include "format/httperrors.h"
#include "format/pairedstatus.h"
#include "format/recordassembler.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <string>

namespace derouter {

namespace {

/// What the levels of a failure and its names have in common, in any program's words.
constexpr WordSet failing({"ERR", "WARN", "FATAL", "CRIT", "SEVERE", "rror", "arn", "xception", "raceback"});

bool isIndented(std::string_view line) {
    return line.starts_with(' ') || line.starts_with('\t');
}

bool mineRaised(std::string_view line, RecordBuilder& builder) {
    const bool client = mineClientLine(line, builder).states;
    return mineLogMessage(line, builder) || client;
}

/// Below `Caused by:` of Rust's anyhow: `    1: HTTP status client error (429 Too Many Requests) for url
/// (…)`, a single cause without its number.
std::string_view numberedCause(std::string_view line) {
    const auto words = trimmed(line);
    const std::size_t end = std::min(words.find_first_not_of("0123456789"), words.size());
    return end > 0 && words.substr(end).starts_with(": ") ? words.substr(end + 2) : words;
}

/// No answer came to what a frame of the traceback asks for.
bool mineLostInFrames(std::string_view raised, std::string_view asked, RecordBuilder& builder) {
    return !asked.empty() &&
           mineNoAnswer(builder.keep(std::string(raised).append(" ").append(asked)), builder);
}

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

bool mineTracebacks(std::string_view record, bool apart, RecordBuilder& builder) {
    constexpr std::string_view causes[] = {"Caused by: ", " ---> "};
    bool found = false;
    std::string_view asked; ///< the address that a frame's own code names
    bool inCauses = record.substr(0, record.find('\n')) == "Error: "; // color-eyre's
    bool inFrames = record.starts_with(tracebackMark);
    std::size_t second = record.find('\n') + 1;
    while (second != 0 && second < record.size() && record[second] == '\n')
        ++second;
    for (std::size_t at = second; at != 0 && at < record.size();) {
        const bool isSecond = at == second;
        const auto line = record.substr(at, record.find('\n', at) - at);
        at += line.size() + 1;
        const bool words = !line.empty() && !isIndented(line);
        if (line.starts_with(tracebackMark)) {
            inFrames = true;
        } else if ((inFrames && words) || (isSecond && isThrown(line)) ||
                   (apart && words && line.front() != '{')) {
            found = mineRaised(line, builder) || mineLostInFrames(line, asked, builder) || found;
            inFrames = false;
        } else if (inFrames && asked.empty() && isIndented(line)) {
            const auto url = requestUrlIn(line);
            asked = isApiAddress(url) ? url : asked;
        }
        for (const std::string_view cause : causes)
            if (line.starts_with(cause))
                found = mineRaised(line.substr(cause.size()), builder) || found;
        if (inCauses && isIndented(line))
            found = mineRaised(numberedCause(line), builder) || found;
        inCauses = line == headOfCauses || (inCauses && isIndented(line));
    }
    if (found && !asked.empty() && builder.record().path.empty() && builder.record().host.empty())
        builder.takeToldUrl(asked);
    return found;
}

} // namespace derouter
