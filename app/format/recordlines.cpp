// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/recordlines.h"

#include "format/answerlines.h"
#include "format/bodylead.h"
#include "format/clientlines.h"
#include "format/errortext.h"
#include "format/eventstream.h"
#include "format/httperrors.h"
#include "format/looseobject.h"
#include "format/quotation.h"
#include "format/recordassembler.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"
#include "format/toldstatus.h"
#include "format/tracebacks.h"
#include "format/transcript.h"

#include <algorithm>

namespace derouter {

namespace {

/// The line of `text` from `at`, which is moved behind it.
std::string_view nextLine(std::string_view text, std::size_t& at) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    at = end + 1;
    return line;
}

bool isIndented(std::string_view line) {
    return line.starts_with(' ') || line.starts_with('\t');
}

/// The line feed before the members that stand below a stack without a brace, which was lost with what the
/// stack's last line went on with; the record's size where there are none.
std::size_t membersBelowStack(std::string_view record) {
    bool stack = false;
    for (std::size_t at = record.find('\n'); at < record.size(); at = record.find('\n', at + 1)) {
        const auto line = record.substr(at + 1, record.find('\n', at + 1) - at - 1);
        const bool frame = line.starts_with("    at ");
        if (stack && !frame)
            return line.starts_with("  ") && line.find(": ") != line.npos ? at : record.size();
        stack = frame;
    }
    return record.size();
}

/// The members an inspecting printer lists: from the brace that ends a line to the end.
void readDump(std::string_view record, std::optional<Place> place, RecordBuilder& builder) {
    if (record.find("\nTroubleshooting URL: ") != record.npos) // LangChain's, of a model's call
        builder.noteErrorBody();
    const std::size_t open = record.find("{\n");
    if (const std::size_t members = membersBelowStack(record); members < std::min(open, record.size())) {
        readLooseObject(record.substr(members), Place::Error, builder, 1);
        return;
    }
    if (open == record.npos)
        return;
    const std::size_t lineBegin = record.rfind('\n', open) + 1;
    const auto opener = record.substr(lineBegin, open - lineBegin);
    const bool stack = opener.find("    at ") != opener.npos;
    const bool head = !opener.starts_with(' ');
    if (stack || head)
        readLooseObject(record.substr(open), place.value_or(Place::Error), builder, place ? 0 : 1);
}

bool isMember(std::string_view line) {
    if (!line.starts_with("    ") || line.size() < 8 || line[4] == ' ')
        return false;
    const std::size_t colon = line.find(':');
    return colon != line.npos && colon > 4 && std::ranges::all_of(line.substr(4, colon - 4), [](char c) {
               return isDigit(c) || isLetter(c) || c == '_' || c == '.' || c == '-';
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
    const auto head = trimmed(record.substr(0, feed));
    if (feed == record.npos || (head.ends_with(':') && quotesSomething(head) && !introducesFailure(head)))
        return false;
    auto line = record.substr(feed + 1);
    line = line.substr(0, line.find('\n'));
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (line.starts_with("at ") || line.starts_with("File ") || line.starts_with('{'))
        return false;
    if (const auto status = builder.hasError() ? statedStatus(line) : std::nullopt)
        builder.takeStatus(*status, 2);
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

void readBodyBelow(std::string_view words, std::string_view body, RecordBuilder& builder) {
    if (const auto status = statusBeforeBody(words))
        builder.takeStatus(*status, 2);
    builder.noteErrorBody();
    readErrorBody(body, builder, 1);
}

/// A body below the words that lead to it, perhaps indented or in a fence of Markdown.
bool mineBodyBelow(std::string_view record, RecordBuilder& builder) {
    std::size_t at = record.find('\n') + 1;
    if (record.substr(at).starts_with("```"))
        at = record.find('\n', at) + 1;
    auto body = record.substr(at);
    body.remove_prefix(firstNonBlank(body));
    if (at == 0 || !isErrorBody(body))
        return false;
    const auto words = trimmed(record.substr(0, record.find('\n')));
    if (!leadsToAnswer(words, leadTo(words), body))
        return false;
    readBodyBelow(words, body, builder);
    return true;
}

/// What was thrown, with its answer on a line of its own, below the words of a log:
/// `AnthropicRateLimitException: Status Code: TooManyRequests` of .NET.
bool mineThrownWithBody(std::string_view record, RecordBuilder& builder) {
    std::string_view before;
    for (std::size_t at = 0; at < record.size();) {
        const auto line =
            trimmed(record.substr(at, std::min(record.find('\n', at), record.size()) - at), " \t");
        if (line.starts_with('{') && isThrown(before) && isErrorBody(line)) {
            if (const auto status = statusBefore(before))
                builder.takeStatus(*status, 2);
            readErrorBody(line, builder, 1);
            builder.noteErrorBody();
            return true;
        }
        before = line;
        at = std::min(record.find('\n', at), record.size()) + 1;
    }
    return false;
}

/// `POST https://… [errored]` of Newman, and below it why no answer came.
bool mineErrored(std::string_view record, RecordBuilder& builder) {
    const auto head = record.substr(0, record.find('\n'));
    if (!head.ends_with(" [errored]"))
        return false;
    std::size_t at = head.size() + 1;
    const auto why = trimmed(nextLine(record, at));
    return mineNoAnswer(builder.keep(std::string(trimmed(head)) + " " + std::string(why)), builder);
}

/// A page for people that an SDK gives as the text of what it raised, perhaps behind its status.
void minePage(std::string_view record, RecordBuilder& builder) {
    constexpr std::string_view mark = "Error: ";
    const std::size_t page = record.find(": <") < record.size() ? record.find(": <") + 2 : record.find(" <");
    const std::size_t at = page == record.npos ? page : record.rfind(mark, page);
    if (at == record.npos)
        return;
    const auto text = record.substr(at + mark.size());
    const bool begins = text.starts_with('<') || (leadingStatus(text) && text.substr(3).starts_with(" <"));
    const std::size_t begin = record.rfind('\n', at) + 1;
    if (begins && record[begin] != ' ')
        mineErrorText(text, builder, 1);
}

/// Agents print the id of a request on a line of its own, and so do the Python SDKs.
void takeLabelledId(std::string_view record, RecordBuilder& builder) {
    for (std::size_t at = record.find('\n'); at < record.size(); at = record.find('\n', at + 1)) {
        auto line = record.substr(at + 1);
        line = trimmed(line.substr(0, line.find('\n')));
        const std::size_t logged = line.find("] request_id: ");
        if (const AnswerLine answer = answerLine(line); answer.part == AnswerLine::Part::RequestId)
            builder.takeRequestId(answer.value);
        else if (logged != line.npos)
            builder.takeRequestId(line.substr(logged + 14));
        else if (isHeadersOfAiohttp(line))
            builder.takeRequestId(findRequestId(line));
    }
}

/// Whether a line begins what a program prints as it stands, whatever words are in it.
bool beginsPrinted(std::string_view line) {
    const auto marked = line.substr(std::min<std::size_t>(2, line.size()));
    const bool exchange = isStatusLine(line) || (line.starts_with("> ") && isRequestLine(marked)) ||
                          (line.starts_with("< ") && isStatusLine(marked));
    return exchange || isEventStream(line) || line.starts_with(tracebackMark);
}

/// A message without what it quotes: the lines behind one that leads to a quotation.
std::string_view withoutQuotation(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto line = nextLine(text, at);
        if (beginsPrinted(line))
            break;
        if (!isIndented(line) && leadsToQuotation(line))
            return text.substr(0, at - 1);
    }
    return text;
}

/// Whether words above a body say that it is an answer.
bool leadsToBody(std::string_view words, std::string_view body) {
    words = trimmed(words);
    return leadsToAnswer(words, leadTo(words), body) || (statusBefore(words) && !leadsToQuotation(words));
}

/// A body below any line that leads to it.
bool mineBodies(std::string_view text, Speaker speaker, RecordBuilder& builder) {
    std::string_view words;
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        const auto line = nextLine(text, at);
        if (isErrorBody(rest) && (speaker == Speaker::Error || leadsToBody(words, rest))) {
            readBodyBelow(words, rest, builder);
            return true;
        }
        if (!trimmed(line).empty() && !line.starts_with("```"))
            words = line;
    }
    return false;
}

/// What curl and its kin printed.
bool mineTranscript(std::string_view text, RecordBuilder& builder) {
    if (text.find("HTTP/") == text.npos)
        return false;
    RecordBuilder exchange(builder.times());
    TranscriptReader transcript(exchange, builder.times());
    for (std::size_t at = 0; at < text.size();) {
        const auto line = nextLine(text, at);
        if (transcript.takes(line) && !transcript.endsBefore(line))
            transcript.add(line, 1, 0, 0);
        else if (transcript.isOpen())
            break;
    }
    const auto record = transcript.isOpen() ? transcript.finish() : std::nullopt;
    if (record)
        builder.takeRecord(*record);
    return record && record->reportsFailure();
}

/// A stream of events, perhaps below words about it.
bool mineEvents(std::string_view text, RecordBuilder& builder) {
    if (!isEventStream(text) && text.find("\ndata:") == text.npos)
        return false;
    mineEventStream(text, builder);
    return builder.hasError();
}

} // namespace

bool mineLinesBelow(std::string_view record, std::optional<Place> dump, RecordBuilder& builder) {
    const auto head = record.substr(0, record.find('\n'));
    minePage(record, builder);
    bool stated = mineTracebacks(record, false, builder);
    stated = mineBodyBelow(record, builder) || stated;
    if (!readMembers(record, builder))
        readDump(record, dump, builder);
    builder.mineErrorTexts();
    if (const auto status = builder.hasAnswer() ? statusBefore(head) : std::nullopt)
        builder.takeStatus(*status, 1);
    stated = mineBodyBelow(record, builder) || stated || mineSecondLine(record, builder) ||
             mineThrownWithBody(record, builder) || mineErrored(record, builder) ||
             mineCauseOfCall(record, builder);
    stated = (!leadsToQuotation(head) && mineAnswerLines(record, builder)) || stated;
    takeLabelledId(record, builder);
    return stated;
}

bool minePiece(std::string_view text, Speaker speaker, RecordBuilder& builder) {
    if (text.find('\n') == text.npos)
        return false;
    if (speaker == Speaker::Message)
        text = withoutQuotation(text);
    if (text.find('\n') == text.npos || text.starts_with('{') || text.starts_with('<'))
        return false;
    if (mineEvents(text, builder) || mineTranscript(text, builder))
        return true;
    bool stated = mineAnswerLines(text, builder);
    stated = mineTracebacks(text, true, builder) || stated;
    stated = mineBodies(text, speaker, builder) || stated;
    readDump(text, {}, builder);
    builder.mineErrorTexts();
    stated = stated || mineSecondLine(text, builder);
    takeLabelledId(text, builder);
    return stated;
}

/// Whether a line is the place of a stack's frame.
static bool isFrame(std::string_view line) {
    constexpr std::string_view marks[] = {"at ", "File ", "from "};
    return std::ranges::any_of(marks, [line](std::string_view mark) { return line.starts_with(mark); });
}

/// The lines below the first without their margins, which say nothing but that they are below; empty where
/// one has none. Frames keep what they stand behind the error.
static std::string blockBelow(std::string_view record) {
    std::string block;
    std::size_t base = 0; ///< the margin of the error
    for (std::size_t at = record.find('\n') + 1; at != 0 && at < record.size();) {
        const auto line = nextLine(record, at);
        const std::size_t margin = firstNonBlank(line);
        if (margin == 0 && !line.empty())
            return {};
        const auto words = line.substr(margin);
        base = block.empty() && !isFrame(words) ? margin : base;
        block += '\n';
        block += isFrame(words) ? line.substr(margin > base ? base : 0) : words;
    }
    return block;
}

/// Whether a log's line begins with a level of what goes as it should: `INFO`, `[dbg]`, `info:`.
static bool isQuiet(std::string_view head) {
    constexpr int most = 4;
    constexpr std::string_view shortLevels[] = {"INF", "DBG", "TRC", "VRB", "dbug", "trce"};
    for (int words = 0; words < most && !head.empty(); ++words) {
        const auto word = head.substr(0, head.find(' '));
        head = trimmed(head.substr(word.size()));
        const auto level = trimmed(word, "[]():|,");
        if (isQuietLevel(level) || std::ranges::find(shortLevels, level) != std::end(shortLevels))
            return true;
    }
    return false;
}

bool mineBlockBelow(std::string_view record, std::string_view head, RecordBuilder& builder) {
    if (isQuiet(head) && !introducesFailure(head))
        return false;
    std::string block = blockBelow(record);
    if (block.empty() || leadsToQuotation(head))
        return false;
    const auto text = builder.keep(std::string(head) + std::move(block));
    return minePiece(text, Speaker::Message, builder);
}

} // namespace derouter
