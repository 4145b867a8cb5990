// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/textreader.h"

#include "format/answerlines.h"
#include "format/clientlines.h"
#include "format/errorclasses.h"
#include "format/errortext.h"
#include "format/faradaylines.h"
#include "format/foreignline.h"
#include "format/httperrors.h"
#include "format/keyvalues.h"
#include "format/powershell.h"
#include "format/printedmessage.h"
#include "format/printedrequest.h"
#include "format/quotation.h"
#include "format/quotedtexts.h"
#include "format/recordassembler.h"
#include "format/recordbuilder.h"
#include "format/recordlines.h"
#include "format/richtable.h"
#include "format/sdkerrors.h"
#include "format/servedlines.h"
#include "format/spellings.h"
#include "format/statuswords.h"
#include "format/tablerow.h"
#include "format/texts.h"
#include "format/toldstatus.h"
#include "format/xmlrecord.h"

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
    word = trimmed(word, ",");
    const std::size_t mark = word.find_first_of("-/.");
    const std::size_t second = mark == word.npos ? mark : word.find(word[mark], mark + 1);
    if (second == word.npos || !isDigit(word[0]) || !isDigit(word.back()))
        return false;
    const bool year = mark == 4 || word.size() - second == 5;
    return year && std::ranges::count_if(word, isDigit) + 2 == std::ssize(word);
}

/// A stamp at the beginning, or behind one short word such as a level: `E, [2026-…`, `[GIN] 2026/…`, `INFO
/// …`.
std::optional<LeadingStamp> leadingStamp(std::string_view line, TimeParser& times) {
    // What is written for systemd begins with its level: `<6>2026-…`.
    const bool level =
        line.size() > 3 && line[0] == '<' && line[1] >= '0' && line[1] <= '7' && line[2] == '>';
    std::size_t at = level ? 3 : 0;
    for (int word = 0; word < 4; ++word) {
        while (at < line.size() && std::string_view("[( \t").find(line[at]) != std::string_view::npos)
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
        const std::size_t space = line.find_first_of(" \t", at);
        if (space == line.npos || space - at > 12 || space > 40 || isDateShaped(line.substr(at, space - at)))
            break;
        at = space + 1;
    }
    return std::nullopt;
}

/// Whether a line below an error goes on with none: a traceback, another error, a part of the answer.
bool tellsOfItself(std::string_view line) {
    std::string_view name;
    return line.starts_with("Traceback (") || line.starts_with("Caused by: ") ||
           classPrefix(line, name) > 0 || answerLine(line);
}

/// The first line, with those behind it into which a terminal or a table broke it.
std::string_view unbrokenHead(std::string_view record, RecordBuilder& builder) {
    const auto head = record.substr(0, record.find('\n'));
    if (head.size() == record.size())
        return head;
    if (auto row = unfoldedRichRow(record))
        return builder.keep(std::move(*row));
    if (auto headers = joinedHeaders(record))
        return builder.keep(std::move(*headers));
    const std::size_t body = head.find('{');
    if (body == head.npos || std::ranges::count(head, '{') <= std::ranges::count(head, '}') ||
        !isErrorBody(head.substr(body)))
        return head;
    std::string joined(head);
    for (auto rest = record.substr(head.size() + 1); !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.starts_with("    at ") || line.empty() || tellsOfItself(line))
            break;
        // Rich breaks between words, and keeps a blank only where it fits; terminals break anywhere.
        if (!line.starts_with("  ") && !joined.ends_with(' '))
            joined += ' ';
        joined += line.substr(std::min(line.find_first_not_of(' '), line.size()));
        if (std::ranges::count(joined, '{') <= std::ranges::count(joined, '}'))
            break;
    }
    return builder.keep(std::move(joined));
}

/// `text` with its lines moved left by the margin of the first.
std::string withoutMargin(std::string_view text) {
    const std::size_t margin = firstNonBlank(text);
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto line = text.substr(at, text.find('\n', at) - at);
        at += line.size() + 1;
        result.append(line.substr(std::min(margin, firstNonBlank(line))))
            .append(at < text.size() ? "\n" : "");
    }
    return result;
}

/// `info: App.Llm[0]` of Microsoft's console logger stands in a line of its own above what is said, and below
/// that what was thrown, both indented.
std::string_view withMessageBeside(std::string_view record, RecordBuilder& builder) {
    constexpr std::string_view levels[] = {"trce: ", "dbug: ", "info: ", "warn: ", "fail: ", "crit: "};
    const std::size_t end = record.find('\n');
    const auto head = record.substr(0, end);
    const bool isHeader = head.ends_with(']') && std::ranges::any_of(levels, [head](std::string_view level) {
                              return contains(head, level);
                          });
    if (end == record.npos || !isHeader)
        return record;
    const auto said = record.substr(end + 1);
    const std::size_t next = said.find('\n');
    if (next == said.npos)
        return builder.keep(std::string(head) + ' ' + std::string(trimmed(said)));
    const bool thrown = isThrown(trimmed(said.substr(0, next))) ||
                        isThrown(trimmed(said.substr(next + 1, said.find('\n', next + 1) - next - 1)));
    return thrown ? builder.keep(std::string(head) + ' ' + withoutMargin(said)) : record;
}

/// What an error says, behind the name of its class.
std::string_view withoutClass(std::string_view head) {
    std::string_view name;
    return trimmed(head.substr(classPrefix(head, name)));
}

/// Behind the numbers of the process and its thread that logcat puts before a level: `  529   503 E `.
std::string_view withoutProcess(std::string_view head) {
    auto rest = head;
    for (int number = 0; number < 2; ++number) {
        const auto digits = rest.substr(firstNonBlank(rest));
        const std::size_t end = std::min(digits.find_first_not_of("0123456789"), digits.size());
        if (end == 0 || end == digits.size() || digits[end] != ' ')
            return head;
        rest = digits.substr(end);
    }
    rest = rest.substr(firstNonBlank(rest));
    const bool level =
        rest.size() > 1 && rest[1] == ' ' && std::string_view("VDIWEF").find(rest[0]) != rest.npos;
    return level ? rest : head;
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
    constexpr std::string_view words[] = {"rror",
                                          "req_",
                                          "onnection",
                                          "timed",
                                          "imeout",
                                          "request: ", // Faraday's
                                          "borted",
                                          "xception",
                                          "HTTP",
                                          "/v1/",
                                          "outer.", // DeRouter's hosts
                                          "onse: Status ",
                                          "response.failed",
                                          "onnected before completion",
                                          "onnected - retrying"};
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
        if (c == 'r' || c == 'o' || c == 't' || c == 'i' || c == 'b' || c == 'x' || c == 'H' || c == '/')
            for (const std::string_view word : words)
                if (c == word.front() && text.substr(at, word.size()) == word)
                    return true;
    }
    return digits == 3 && (text[text.size() - 3] == '4' || text[text.size() - 3] == '5');
}

/// `fail: App.Llm[0]` of Microsoft's console logger, `ERROR …`: a line of a log without a stamp.
bool beginsWithLevel(std::string_view head) {
    constexpr std::string_view levels[] = {
        "fail: ", "crit: ", "warn: ", "info: ", "dbug: ", "trce: ", "ERROR",
        "WARN",   "FATAL",  "CRIT",   "[ERR",   "[WRN]",  "[FTL]",  "[WARN"};
    return std::ranges::any_of(levels, [head](std::string_view level) { return head.starts_with(level); });
}

/// What is known to say nothing of a request's end: journalctl's `-- Boot 6f1a… --`, `-- No entries --`, a
/// request that comes in.
bool isNotice(std::string_view line) {
    return (line.starts_with("-- ") && line.ends_with(" --")) || isIncomingRequest(line);
}

/// `Error #01: Post "https://…": context deadline exceeded`, below gin's line of the request that it served.
bool isErrorOfGin(std::string_view head) {
    constexpr std::string_view mark = "Error #";
    return head.starts_with(mark) && head.size() > mark.size() + 4 && isDigit(head[mark.size()]) &&
           isDigit(head[mark.size() + 1]) && head.substr(mark.size() + 2).starts_with(": ");
}

/// ASP.NET Core's line about a request that it begins to serve, below that of its logger.
bool tellsOfStart(std::string_view record) {
    return record.find("Request starting HTTP/") != record.npos;
}

} // namespace

bool readText(std::string_view record, RecordBuilder& builder, TimeParser& times) {
    builder.begin();
    builder.setInWords(true);
    if (mineElements(record, builder))
        return true;
    if (auto error = cmdletErrorIn(record)) {
        if (!error->address.empty())
            builder.takeToldUrl(builder.keep(std::string(error->address)));
        record = builder.keep(std::move(error->line));
    }
    record = withMessageBeside(withReadableBody(record, builder), builder);
    std::string_view head = unbrokenHead(record, builder);
    const auto stamp = leadingStamp(head, times);
    if (stamp) {
        builder.takeStamp(stamp->stamp);
        builder.noteLead(head.substr(0, stamp->end));
        head = withoutProcess(head.substr(std::min(stamp->end, head.size())));
    }
    if (isForeignLine(head.substr(0, head.find('\n'))))
        return stamp.has_value();
    if (auto plain = withoutPrompts(head))
        head = builder.keep(std::move(*plain));
    const bool frame = head.starts_with("event:") || head.starts_with("data:"); // of a stream of events
    const bool single = record.find('\n') == record.npos;
    if (single && mineServedLine(head, builder))
        return true;
    if (single && !mayReport(record.substr(stamp ? std::min(stamp->end, record.size()) : 0)))
        return stamp || frame || isNotice(head);
    if (!single && minePrintedMessage(record, builder))
        return true;
    if (single && isStatementOfSql(head))
        return stamp.has_value();
    if (isErrorOfGin(head))
        builder.record().answerPart = AnswerPart::Cause;
    const bool ofTslog = !single && mineTslog(record, builder);
    const ClientLine client = ofTslog ? ClientLine{.states = true} : mineClientLine(head, builder);
    bool stated =
        client.states || mineLogMessage(head, builder) || (single && mineAxiosLogger(record, builder));
    if (single && !stated && stamp)
        stated = mineTableRow(head, builder);
    if (single && !stated && builder.record().status == 0)
        mineStatusAlone(head, builder);
    if (!single) {
        stated = stated || mineThrown(record, head, builder);
        stated = mineLinesBelow(record, client.dump, builder) || stated;
        if (!stated && !client.dump && !builder.hasError())
            stated = minePiece(record, Speaker::Message, builder) ||
                     ((stamp || beginsWithLevel(head)) && mineBlockBelow(record, head, builder));
    }
    if (!stated && builder.record().status == 0)
        stated = mineStatusOfModelCall(head, builder);
    if (stated && builder.hasError() && builder.record().status == 0) // which its body does not
        if (const auto status = statedStatus(head.substr(0, findErrorBody(head))))
            builder.takeStatus(*status, 2);
    const auto words = readKeyValues(head, builder); // beside a body too
    if (!stated && !stamp)
        builder.mineErrorTexts(); // it may be all that tells that the line is one of a log
    if (stated && !stamp)
        readTrailingObject(head, builder);
    builder.noteWords(head);
    takeNotedRequest(head, builder);
    builder.takeRequestId(stated ? findRequestId(head) : statedRequestId(words),
                          RecordBuilder::IdRank::Words);
    LogRecord& read = builder.record();
    // What the SDK prints of an answer that went well was counted by the line before it.
    if (client.dump && !stated && read.status < 400) {
        read.status = 0;
        read.requestId = {};
    }
    const bool aboutRequest = stated || read.status > 0 || !read.requestId.empty() || builder.hasError() ||
                              builder.hasLostConnection() || client.dump;
    if (builder.hasLostConnection() && !builder.hasError())
        builder.takeErrorMessage(withoutClass(messageColumn(head)), 0);
    if (aboutRequest && read.model.empty())
        read.model = findModel(head);
    if (const std::size_t group = record.find("\nReceived Model Group="); group != record.npos)
        read.model = read.model.empty() ? findModel(record.substr(group + 1)) : read.model;
    return read.time || aboutRequest || frame || isNotice(head) || tellsOfStart(record);
}

bool beginsWithStamp(std::string_view line, TimeParser& times) {
    return leadingStamp(line, times).has_value();
}

std::optional<Stamp> stampOf(std::string_view line, TimeParser& times) {
    const auto leading = leadingStamp(line, times);
    return leading ? std::optional(leading->stamp) : std::nullopt;
}

} // namespace derouter
