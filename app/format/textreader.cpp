// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/textreader.h"

#include "format/errortext.h"
#include "format/looseobject.h"
#include "format/recordbuilder.h"
#include "format/timeparser.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace derouter {

namespace {

/// Without the escape sequences of terminal colours.
std::string withoutColours(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\x1b' || i + 1 >= text.size() || text[i + 1] != '[') {
            plain += text[i];
            continue;
        }
        i += 2;
        while (i < text.size() && (text[i] < '@' || text[i] > '~'))
            ++i;
    }
    return plain;
}

struct LeadingStamp {
    Stamp stamp;
    std::size_t end = 0;
};

std::optional<LeadingStamp> leadingStamp(std::string_view line, TimeParser& times) {
    std::size_t at = 0;
    while (at < line.size() && (line[at] == '[' || line[at] == '(' || line[at] == ' '))
        ++at;
    const auto stamp = times.parse(line.substr(at));
    if (!stamp)
        return std::nullopt;
    std::size_t end = at + stamp->length;
    while (end < line.size() && (line[end] == ']' || line[end] == ')' || line[end] == ' ' ||
                                 line[end] == '\t' || line[end] == '|'))
        ++end;
    return LeadingStamp{*stamp, end};
}

/// The name of a model as a word of its own.
std::string_view findModel(std::string_view line) {
    constexpr std::array<std::string_view, 4> families{"claude-", "gpt-", "o3-", "o4-"};
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find_first_of(" ,;\"'()", at), line.size());
        const auto word = line.substr(at, end - at);
        for (const std::string_view family : families)
            if (word.starts_with(family) && word.size() > family.size())
                return word;
        at = end + 1;
    }
    return {};
}

/// The members an inspecting printer lists: from the brace that ends a line to the end.
void readDump(std::string_view record, RecordBuilder& builder) {
    const std::size_t open = record.find("{\n");
    if (open == record.npos)
        return;
    const std::size_t lineBegin = record.rfind('\n', open) + 1;
    const auto opener = record.substr(lineBegin, open - lineBegin);
    const bool stack = opener.find("    at ") != opener.npos;
    const bool head = !opener.starts_with(' ');
    if (stack || head)
        readLooseObject(record.substr(open), Place::Error, builder, 1);
}

/// The last line of each Python traceback in a record says what was raised.
bool mineTracebacks(std::string_view record, RecordBuilder& builder) {
    bool found = false;
    bool inFrames = false;
    for (std::size_t at = 0; at < record.size();) {
        const std::size_t end = std::min(record.find('\n', at), record.size());
        const auto line = record.substr(at, end - at);
        at = end + 1;
        if (line.starts_with("Traceback (most recent call last)")) {
            inFrames = true;
        } else if (inFrames && !line.empty() && line.front() != ' ') {
            found = mineLogMessage(line, builder) || found;
            inFrames = false;
        }
    }
    return found;
}

bool mentionsPrompt(std::string_view line) {
    return line.find("prompt") != line.npos || line.find("Prompt") != line.npos;
}

} // namespace

bool readText(std::string_view record, RecordBuilder& builder, TimeParser& times) {
    builder.begin();
    if (record.find('\x1b') != record.npos)
        record = builder.keep(withoutColours(record));
    std::string_view head = record.substr(0, record.find('\n'));
    const auto stamp = leadingStamp(head, times);
    if (stamp) {
        builder.takeStamp(stamp->stamp);
        head.remove_prefix(std::min(stamp->end, head.size()));
    }
    const bool stated = mineLogMessage(head, builder);
    const bool raised = record.size() > head.size() && mineTracebacks(record, builder);
    readDump(record, builder);
    if (!mentionsPrompt(head) || stated || raised)
        builder.takeRequestId(findRequestId(head));
    LogRecord& read = builder.record();
    const bool aboutRequest =
        stated || raised || read.status > 0 || !read.requestId.empty() || builder.hasError();
    if (aboutRequest && read.model.empty())
        read.model = findModel(head);
    return stamp || aboutRequest;
}

bool beginsWithStamp(std::string_view line, TimeParser& times) {
    return leadingStamp(line, times).has_value();
}

} // namespace derouter
