// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/textreader.h"

#include "format/clientlines.h"
#include "format/errortext.h"
#include "format/keyvalues.h"
#include "format/looseobject.h"
#include "format/quotation.h"
#include "format/recordassembler.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"
#include "format/timeparser.h"

#include <algorithm>
#include <optional>

namespace derouter {

namespace {

struct LeadingStamp {
    Stamp stamp;
    std::size_t end = 0;
};

/// An epoch number before the words of a line.
std::optional<Stamp> leadingEpoch(std::string_view text) {
    const auto stamp =
        isDigit(text.empty() ? ' ' : text.front()) ? TimeParser::fromEpoch(text) : std::nullopt;
    const auto next = stamp ? text.substr(stamp->length, 1) : std::string_view();
    return next == " " || next == "]" || next == ":" || next == "\t" ? stamp : std::nullopt;
}

/// The value of `time=…`, `ts="…"` that a pair of logfmt at `at` states; npos when it is another word.
std::size_t timeValueAt(std::string_view line, std::size_t at) {
    if (at >= line.size() || line[at] != 't')
        return line.npos;
    for (const std::string_view key : {"time=", "ts=", "t=", "timestamp="})
        if (line.substr(at).starts_with(key)) {
            at += key.size();
            return at < line.size() && line[at] == '"' ? at + 1 : at;
        }
    return line.npos;
}

/// A date that the parser refused is none: the time of day behind it is of no day.
bool isDateShaped(std::string_view word) {
    return word.size() == 10 && word[4] == '-' && word[7] == '-' && isDigit(word[0]) && isDigit(word[9]);
}

/// A stamp at the beginning, or behind one short word such as a level: `E, [2026-…`, `[GIN] 2026/…`, `INFO
/// …`.
std::optional<LeadingStamp> leadingStamp(std::string_view line, TimeParser& times) {
    std::size_t at = 0;
    for (int word = 0; word < 4; ++word) {
        while (at < line.size() && (line[at] == '[' || line[at] == '(' || line[at] == ' '))
            ++at;
        const std::size_t value = timeValueAt(line, at);
        const bool named = value != line.npos;
        const std::size_t begin = named ? value : at;
        const auto rest = line.substr(begin);
        const auto parsed = named ? times.parseValue(rest) : times.parse(rest);
        if (const auto stamp = parsed || named || word > 0 ? parsed : leadingEpoch(rest)) {
            std::size_t end = begin + stamp->length;
            if (named && end < line.size() && line[end] == '"')
                ++end;
            while (end < line.size() && std::string_view("]) \t|").find(line[end]) != std::string_view::npos)
                ++end;
            return LeadingStamp{*stamp, end};
        }
        const std::size_t space = line.find(' ', at);
        if (space == line.npos || space - at > 12 || space > 40 || isDateShaped(line.substr(at, space - at)))
            break;
        at = space + 1;
    }
    return std::nullopt;
}

/// The members an inspecting printer lists: from the brace that ends a line to the end.
void readDump(std::string_view record, std::optional<Place> place, RecordBuilder& builder) {
    if (record.find("\nTroubleshooting URL: ") != record.npos) // LangChain's, of a model's call
        builder.noteErrorBody();
    const std::size_t open = record.find("{\n");
    if (open == record.npos)
        return;
    const std::size_t lineBegin = record.rfind('\n', open) + 1;
    const auto opener = record.substr(lineBegin, open - lineBegin);
    const bool stack = opener.find("    at ") != opener.npos;
    const bool head = !opener.starts_with(' ');
    if (stack || head)
        readLooseObject(record.substr(open), place.value_or(Place::Error), builder, place ? 0 : 1);
}

bool mineRaised(std::string_view line, RecordBuilder& builder) {
    const bool client = mineClientLine(line, builder).states;
    return mineLogMessage(line, builder) || client;
}

/// What was raised: the last line of each Python traceback, what Java and .NET print below a line of the log,
/// and its causes.
bool mineTracebacks(std::string_view record, RecordBuilder& builder) {
    constexpr std::string_view causes[] = {"Caused by: ", " ---> "};
    bool found = false;
    bool inFrames = record.starts_with("Traceback (most recent call last)");
    const std::size_t second = record.find('\n') + 1;
    for (std::size_t at = second; at != 0 && at < record.size();) {
        const std::size_t begin = at;
        const std::size_t end = std::min(record.find('\n', at), record.size());
        const auto line = record.substr(at, end - at);
        at = end + 1;
        if (line.starts_with("Traceback (most recent call last)")) {
            inFrames = true;
        } else if ((inFrames && !line.empty() && line.front() != ' ') ||
                   (begin == second && isThrown(line))) {
            found = mineRaised(line, builder) || found;
            inFrames = false;
        }
        for (const std::string_view cause : causes)
            if (line.starts_with(cause))
                found = mineRaised(line.substr(cause.size()), builder) || found;
    }
    return found;
}

bool isMember(std::string_view line) {
    if (!line.starts_with("    ") || line.size() < 8 || line[4] == ' ')
        return false;
    const std::size_t colon = line.find(':');
    return colon != line.npos && colon > 4 && std::ranges::all_of(line.substr(4, colon - 4), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '_' || c == '.' || c == '-';
           });
}

/// pino-pretty's members, each indented below the head.
bool readMembers(std::string_view record, RecordBuilder& builder) {
    const std::size_t feed = record.find('\n');
    if (feed == record.npos || !isMember(record.substr(feed + 1, record.find('\n', feed + 1) - feed - 1)))
        return false;
    readLooseMembers(record.substr(feed + 1), Place::Root, builder);
    return true;
}

/// A line below the head may say it all: Microsoft's console logger, a message that was broken over lines.
bool mineSecondLine(std::string_view record, RecordBuilder& builder) {
    const std::size_t feed = record.find('\n');
    if (feed == record.npos)
        return false;
    auto line = record.substr(feed + 1);
    line = line.substr(0, line.find('\n'));
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (line.starts_with("at ") || line.starts_with("File ") || line.starts_with('{'))
        return false;
    if (mineLogMessage(line, builder))
        return true;
    if (!mineClientLine(line, builder).states)
        return false;
    const auto third = trimmed(record.substr(std::min(record.find('\n', feed + 1), record.size())));
    if (isErrorBody(third)) { // the answer's, below what the HTTP library says of it
        mineErrorText(third, builder, 1);
        builder.noteErrorBody();
    }
    return true;
}

/// A body below the words that lead to it, perhaps in a fence of Markdown.
bool mineBodyBelow(std::string_view record, RecordBuilder& builder) {
    std::size_t at = record.find('\n') + 1;
    if (record.substr(at).starts_with("```"))
        at = record.find('\n', at) + 1;
    const auto body = record.substr(at);
    if (at == 0 || !isErrorBody(body))
        return false;
    if (const auto status = statusBefore(record.substr(0, record.find('\n'))))
        builder.takeStatus(*status, 2);
    builder.noteErrorBody();
    readErrorBody(body, builder, 1);
    return true;
}

/// A page for people that an SDK gives as the text of what it raised.
void minePage(std::string_view record, RecordBuilder& builder) {
    const std::size_t at = record.find("Error: <");
    if (at == record.npos)
        return;
    const std::size_t begin = record.rfind('\n', at) + 1;
    if (record[begin] != ' ')
        mineErrorText(record.substr(at + 7), builder, 1);
}

/// Agents print the id of a request on a line of its own, and so do the Python SDKs.
void takeLabelledId(std::string_view record, RecordBuilder& builder) {
    for (std::size_t at = record.find('\n'); at < record.size(); at = record.find('\n', at + 1)) {
        auto line = record.substr(at + 1);
        line = trimmed(line.substr(0, line.find('\n')));
        const std::size_t logged = line.find("] request_id: ");
        if (line.starts_with("Request ID: "))
            builder.takeRequestId(line.substr(12));
        else if (logged != line.npos)
            builder.takeRequestId(line.substr(logged + 14));
    }
}

/// Without the blanks that a table's cells are filled with.
std::string withSingleBlanks(std::string_view text) {
    std::string plain;
    for (const char c : text)
        if (c != ' ' || !plain.ends_with(' '))
            plain += c;
    return plain;
}

/// The first line, with those behind it into which a terminal broke a body.
std::string_view unbrokenHead(std::string_view record, RecordBuilder& builder) {
    const auto head = record.substr(0, record.find('\n'));
    const std::size_t body = head.find('{');
    if (head.size() == record.size() || body == head.npos ||
        std::ranges::count(head, '{') <= std::ranges::count(head, '}'))
        return head;
    // rich puts the source's name at the right of the first line, and breaks at blanks.
    const std::size_t last = trimmed(head).find_last_of(' ');
    const bool table = last != head.npos && head.find(".py:", last) != head.npos;
    if (!table && !isErrorBody(head.substr(body)))
        return head;
    std::string joined(table ? trimmed(head.substr(0, last)) : head);
    for (auto rest = record.substr(head.size() + 1); !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line.starts_with("  ") || line.starts_with("    at "))
            break;
        joined += table ? " " : "";
        joined += table ? trimmed(line) : line.substr(std::min(line.find_first_not_of(' '), line.size()));
        if (std::ranges::count(joined, '{') <= std::ranges::count(joined, '}'))
            break;
    }
    if (table)
        joined = withSingleBlanks(joined);
    return table && !isErrorBody(std::string_view(joined).substr(joined.find('{')))
               ? head
               : builder.keep(std::move(joined));
}

/// nginx' error log names the request it writes about, without its outcome.
void takeNotedRequest(std::string_view head, RecordBuilder& builder) {
    constexpr std::string_view mark = ", request: \"";
    const std::size_t at = head.find(mark);
    if (at == head.npos)
        return;
    const auto request = head.substr(at + mark.size());
    builder.takeRequestLine(request.substr(0, request.find('"')));
}

/// Cheap, for the common line: whether a text can report a request at all. A status, a body, a pair, an
/// error's or a connection's name, an id: what reports a failure has one of them.
bool mayReport(std::string_view text) {
    constexpr std::string_view words[] = {"rror",   "req_",     "onnection", "timed",
                                          "borted", "xception", "HTTP",      "/v1/"};
    int digits = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c >= '0' && c <= '9') {
            ++digits;
            continue;
        }
        if (digits == 3 && (text[at - 3] == '4' || text[at - 3] == '5'))
            return true;
        digits = 0;
        if (c == '{' || c == '=')
            return true;
        if (c == 'r' || c == 'o' || c == 't' || c == 'b' || c == 'x' || c == 'H' || c == '/')
            for (const std::string_view word : words)
                if (c == word.front() && text.substr(at, word.size()) == word)
                    return true;
    }
    return digits == 3 && (text[text.size() - 3] == '4' || text[text.size() - 3] == '5');
}

/// journalctl's `-- Boot 6f1a… --`, `-- No entries --`.
bool isNotice(std::string_view line) {
    return line.starts_with("-- ") && line.ends_with(" --");
}

} // namespace

bool readText(std::string_view record, RecordBuilder& builder, TimeParser& times) {
    builder.begin();
    record = withReadableBody(record, builder);
    std::string_view head = unbrokenHead(record, builder);
    const auto stamp = leadingStamp(head, times);
    if (stamp) {
        builder.takeStamp(stamp->stamp);
        head.remove_prefix(std::min(stamp->end, head.size()));
    }
    const bool frame = head.starts_with("event:") || head.starts_with("data:"); // of a stream of events
    const bool single = record.find('\n') == record.npos;
    if (single && !mayReport(record.substr(stamp ? std::min(stamp->end, record.size()) : 0)))
        return stamp || frame || isNotice(head);
    const ClientLine client = mineClientLine(head, builder);
    bool stated = client.states || mineLogMessage(head, builder);
    if (!single)
        minePage(record, builder);
    if (record.size() > record.find('\n')) {
        stated = mineTracebacks(record, builder) || stated;
        stated = mineBodyBelow(record, builder) || stated;
        if (!readMembers(record, builder))
            readDump(record, client.dump, builder);
        builder.mineErrorTexts();
        if (const auto status = builder.hasError() ? statusBefore(head) : std::nullopt)
            builder.takeStatus(*status, 1);
        stated = mineBodyBelow(record, builder) || stated || mineSecondLine(record, builder);
        takeLabelledId(record, builder);
    }
    readKeyValues(head, builder); // beside a body too
    if (stated && !stamp)
        readTrailingObject(head, builder);
    builder.noteWords(head);
    takeNotedRequest(head, builder);
    builder.takeRequestId(stated ? findRequestId(head) : statedRequestId(head));
    LogRecord& read = builder.record();
    // What the SDK prints of an answer that went well was counted by the line before it.
    if (client.dump && !stated && read.requestId.empty() && read.status < 400)
        read.status = 0;
    const bool aboutRequest =
        stated || read.status > 0 || !read.requestId.empty() || builder.hasError() || client.dump;
    if (aboutRequest && read.model.empty())
        read.model = findModel(head);
    return read.time || aboutRequest || frame;
}

bool beginsWithStamp(std::string_view line, TimeParser& times) {
    return leadingStamp(line, times).has_value();
}

} // namespace derouter
