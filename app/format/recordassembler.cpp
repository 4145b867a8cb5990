// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/recordassembler.h"

#include "format/agentlines.h"
#include "format/bodylead.h"
#include "format/errorclasses.h"
#include "format/errortext.h"
#include "format/javaanswers.h"
#include "format/printedrequest.h"
#include "format/richtable.h"
#include "format/sdkerrors.h"
#include "format/spellings.h"
#include "format/texts.h"
#include "format/toldstatus.h"
#include "format/tracebacks.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::uint64_t maxLines = 5000;
constexpr std::size_t maxText = 1024 * 1024;
constexpr std::string_view fence = "```";
constexpr std::string_view httpxRemark = "For more information check: "; ///< the end of its errors' texts

/// `API Error: 502 <html>`: a page for people, with or without its status before it.
bool beginsPage(std::string_view line) {
    constexpr std::string_view mark = "Error: ";
    const std::size_t at = line.find(mark);
    if (at == line.npos)
        return false;
    auto page = line.substr(at + mark.size());
    if (leadingStatus(page))
        page = trimmed(page.substr(3), " -");
    return page.starts_with("<html") || page.starts_with("<!");
}

/// `main.call`, `net/http.(*Client).Do`, above the place in its source: zap's console prints stacks so.
bool isGoFunction(std::string_view line) {
    const std::size_t dot = line.rfind('.');
    return dot != line.npos && dot > 0 && dot + 1 < line.size() && isLetter(line.front()) &&
           std::ranges::all_of(line, [](char c) {
               return isLetter(c) || isDigit(c) ||
                      std::string_view("./_-()*[]").find(c) != std::string_view::npos;
           });
}

/// Whether a record ends with the place of a frame, or is a line of zap's console.
bool maySpanGoFrames(std::string_view text) {
    const std::size_t feed = text.rfind('\n');
    return feed == text.npos ? std::ranges::count(text.substr(0, 200), '\t') >= 2
                             : text.substr(feed + 1).starts_with('\t');
}

/// `HTTP Response: POST https://… "200 OK"` of the Python SDKs, and the line that follows it.
bool isSdkResponse(std::string_view line) {
    return line.find("HTTP Response: ") != line.npos;
}

bool isSdkRequestId(std::string_view line) {
    const std::size_t at = line.find(" request_id: ");
    return at != line.npos && line.substr(0, at).find("_base_client") != line.npos;
}

/// What LiteLLM's router adds to an error's text.
bool isWordOfRouter(std::string_view line) {
    return line.starts_with("Received Model Group=") ||
           line.starts_with("Available Model Group Fallbacks=") || line.starts_with("LiteLLM Retried: ");
}

/// `at=info method=POST path="/v1/messages" status=529`.
bool isPairsOfRequest(std::string_view line) {
    const auto text = trimmed(line);
    const std::size_t equals = text.find('=');
    return equals != text.npos && equals > 0 && text.substr(0, equals).find(' ') == text.npos &&
           contains(text, " method=") && contains(text, " path=") && contains(text, " status=");
}

/// The edge of the box that rich draws around a traceback.
bool beginsBox(std::string_view line) {
    return line.starts_with("╭─") && line.find(tracebackMark) != line.npos;
}

/// ` ⨯ Error: …`, ` ✓ Compiled …`: Next.js indents what it says behind a mark.
bool isLineOfNext(std::string_view line) {
    constexpr std::string_view marks[] = {" ⨯ ", " ✓ ", " ⚠ ", " ○ "};
    return std::ranges::any_of(marks, [line](std::string_view mark) { return line.starts_with(mark); });
}

/// Whether an indented line is nobody's continuation.
bool isLineOfItsOwn(std::string_view line) {
    return isPairsOfRequest(line) || isLineOfNext(line) || beginsAgentNotice(line) ||
           trimmed(line).starts_with("[log_") || isIncomingRequest(line) || printedRequest(line) ||
           line.ends_with(" [errored]") || // Newman's, for no answer
           line.starts_with("  (log) ") || line.starts_with("  (error) ") || line.starts_with("  (warn) ");
}

constexpr WordSet errorLevels({"ERR", "WARN", "FATAL", "CRIT", "SEVERE", "rror", "xception", "fail"});

} // namespace

bool isThrown(std::string_view line) {
    const std::size_t end = line.find(": ");
    const auto name = line.substr(0, end);
    const bool qualified = name.find_first_of(".$") != name.npos && isLetter(name.front());
    const bool error =
        name.ends_with("Exception") || name.ends_with("Error") || name.find("Exception$") != name.npos;
    return end != line.npos && qualified && error && name.find(' ') == name.npos;
}

bool RecordAssembler::continues(std::string_view line, bool beginsRecord) const {
    if (!isOpen() || m_lines >= maxLines || m_text.size() > maxText)
        return false;
    if (m_page)
        return !beginsRecord;
    if (goesOnBox(line, beginsRecord))
        return true;
    if (answersToLogged(line))
        return m_lines == 1;
    if (m_lines == 1 && beginsTraceback(line))
        return m_traceback == Traceback::None && mayRaise();
    if (line.starts_with(tracebackMark))
        return m_traceback == Traceback::Linked;
    if (m_printed ||
        (line == "(" && m_lines == 1 && (m_text.ends_with("Array") || m_text.ends_with(" Object"))))
        return !beginsRecord;
    if (line.starts_with(fence))
        return m_fenced || leadsToBody();
    if (m_pageEnded && (line.empty() || line.starts_with("<!--") || line.starts_with("    at ")))
        return true;
    if (m_traceback == Traceback::Frames && !beginsRecord && partsFrames(m_text, line))
        return true;
    const bool raised = m_traceback == Traceback::Raised || m_traceback == Traceback::Linked;
    if (raised && (line.empty() || linksTracebacks(line) || line.starts_with(httpxRemark)))
        return true;
    if (line.empty())
        return goesOnBlank();
    if (m_text.ends_with('\n'))
        return goesOnBehindBlank(line, beginsRecord);
    if (line.starts_with("Request ID: ") || (line == "error stack:" && isTslogsError(lastLine())))
        return true;
    if (!beginsRecord && (goesOnAnswer(line) || goesOnStack(line) || goesOnBrokenBody(line)))
        return true;
    if (isWordOfRouter(line)) // LiteLLM's, below the error's text
        return m_text.find("litellm.") != m_text.npos || m_text.find("Model Group=") != m_text.npos;
    if (line == "{") // of an object below the words that lead to it
        return leadsToBody() || (m_lines == 1 && toldStatus(m_text)); // tslog's, of what else was logged
    if (isSdkRequestId(line))
        return m_lines == 1 && isSdkResponse(m_text);
    if (line.starts_with("Caused by: "))
        return m_lines > 1;
    if (isHeadersOfAiohttp(line))
        return m_lines == 1;
    const char first = line.front();
    const auto firstLine = std::string_view(m_text).substr(0, m_text.find('\n'));
    if (first == ' ' && isRichRow(line, firstLine))
        return false;
    if (first == ' ' && isLineOfItsOwn(line))
        return false;
    if (first == ' ' || first == '\t' || first == '}' || first == ']' || first == ')')
        return true;
    if (m_traceback == Traceback::Frames)
        return !beginsRecord;
    return isGoFunction(line) && maySpanGoFrames(m_text);
}

bool RecordAssembler::goesOnBox(std::string_view line, bool beginsRecord) const {
    if (beginsBox(line))
        return (m_lines == 1 && mayRaise()) || m_traceback == Traceback::Linked;
    if (m_box == Box::Open)
        return line.starts_with("│") || line.starts_with("╰");
    return !beginsRecord && isRaisedBelowBox(line);
}

/// Whether a traceback below the open line is of what that line tells. The Node SDKs' log line is whole as it
/// stands, and one of a request that went well: what is raised below may be another request's.
bool RecordAssembler::mayRaise() const {
    return m_text.find("[log_") == m_text.npos && !tellsOfSuccessfulRequest(m_text);
}

/// What was raised goes on where the terminal's width broke it.
bool RecordAssembler::isRaisedBelowBox(std::string_view line) const {
    return m_box == Box::Closed && m_traceback == Traceback::Raised && !line.empty() &&
           !linksTracebacks(line);
}

/// A traceback in a box is kept as one without: its head alone, and in one line what was raised. Whether the
/// line is of the box.
bool RecordAssembler::addOfBox(std::string_view line) {
    if (beginsBox(line)) {
        m_box = Box::Open;
        m_traceback = Traceback::Frames;
        m_text.append("\n").append(tracebackMark);
        return true;
    }
    const bool broken = isRaisedBelowBox(line);
    if (broken)
        m_text.append(m_text.ends_with(' ') ? "" : " ").append(line);
    if (m_box == Box::Open && line.starts_with("╰"))
        m_box = Box::Closed;
    else if (m_box != Box::Open)
        return broken;
    return true;
}

/// LangChain puts an address between an error's text and its stack, after an empty line; Logback an empty
/// line before what was thrown; Azure's SDKs one between the parts of an answer.
bool RecordAssembler::goesOnBlank() const {
    if (m_text.ends_with('\n'))
        return false;
    const bool answer = m_answer == AnswerLine::Part::Body || m_answer == AnswerLine::Part::Headers ||
                        (m_answer == AnswerLine::Part::Status && m_lines > 1);
    return m_address || answer || (m_lines == 1 && (m_text.find("Error: ") < 80 || errorLevels.isIn(m_text)));
}

bool RecordAssembler::goesOnBehindBlank(std::string_view line, bool beginsRecord) const {
    if (line.starts_with("Troubleshooting URL: ") || (line == headOfCauses && m_lines == 2))
        return true;
    if (beginsRecord)
        return false;
    // Consola's stack, below an error's words; the error that tslog prints below a message.
    if (m_lines == 2 && (line.starts_with("    at ") || isTslogsError(line)))
        return true;
    const bool told = m_answerParts != 0; // .NET puts an empty line between an answer and the stack
    return (m_address && line.starts_with("    at ")) || (told && line.starts_with("   at ")) ||
           (m_answer != AnswerLine::Part::None && goesOnAnswer(line));
}

/// Whether the line tells more of the answer of which the lines above told, or of what failed there. What was
/// told already is told of another.
bool RecordAssembler::goesOnAnswer(std::string_view line) const {
    using Part = AnswerLine::Part;
    if (m_answer == Part::Headers && m_below && isHeaderLine(line))
        return !m_text.ends_with('\n');
    if (statusAboveReason(lastLine(), line) || (m_answer != Part::None && isBodyBelowReason(line)))
        return true;
    const AnswerLine answer = answerLine(line);
    if (!answer || (m_answerParts & (1U << static_cast<unsigned>(answer.part))) != 0)
        return false;
    if (m_answer != Part::None || answer.part == Part::RequestId)
        return true;
    return answer.part != Part::Headers && introducesFailure(lastLine());
}

/// Lines that stand in stacks and are not indented: Monolog's behind `[stacktrace]`, Ruby's frames, what .NET
/// puts between stacks.
bool RecordAssembler::goesOnStack(std::string_view line) const {
    switch (line.front()) {
    case '-':
        return m_lines > 1 && line.starts_with("--- End of ") && lastLine().starts_with("   at ");
    case '[':
        return line == "[stacktrace]" && m_text.find("{\"exception\":\"[object] (") != m_text.npos;
    case '#':
        return line.size() > 2 && isDigit(line[1]) && m_text.find("\n[stacktrace]") != m_text.npos;
    case 'E':
        return line.starts_with("Error has been observed at the following site") &&
               lastLine().starts_with("\tSuppressed: ");
    case 'O':
        return line == "Original Stack Trace:" && m_text.find("\tSuppressed: ") != m_text.npos;
    case '"':
        return line.starts_with("\"}") && m_text.find("\n[stacktrace]") != m_text.npos;
    default:
        return isRubyFrame(line) && (m_lines == 1 || isRubyFrame(lastLine()));
    }
}

/// Whether the line is the rest of a body that rich and its kin broke at the terminal's width: there the next
/// word would not have fitted. A cut body is followed by lines of their own.
bool RecordAssembler::goesOnBrokenBody(std::string_view line) const {
    constexpr std::uint64_t most = 12;
    constexpr std::size_t narrowest = 60;
    if (m_openBraces <= 0 || m_lines > most)
        return false;
    const auto word = line.substr(0, line.find(' '));
    const bool level = word.size() > 3 && isCapitals(trimmed(word, "[]:"));
    std::string_view name;
    // A blank that ends a line is rich's; a body has its marks.
    const bool part = lastLine().ends_with(' ') || line.find_first_of("'\"}") != line.npos;
    return part && lastLine().size() + 1 + word.size() > narrowest && !level && line.front() != '[' &&
           classPrefix(line, name) == 0 && line.find("HTTP Request: ") == line.npos &&
           line.find("=\"") == line.npos;
}

/// By the braces alone: where strings begin and end a broken body does not say.
void RecordAssembler::noteBraces(std::string_view line) {
    if (m_lines == 1) {
        const std::size_t body = line.find('{');
        m_openBraces = 0;
        if (body == line.npos || !isErrorBody(line.substr(body)))
            return;
    } else if (m_openBraces <= 0) {
        return;
    }
    m_openBraces += std::ranges::count(line, '{') - std::ranges::count(line, '}');
}

std::string_view RecordAssembler::lastLine() const {
    return std::string_view(m_text).substr(m_text.rfind('\n') + 1);
}

/// Whether the line tells more of the answer that the Node SDKs' line above tells of, by their name of the
/// try:
/// `[log_0a97f7] response start {` below `[log_0a97f7] post https://… succeeded with status 200 in 8ms`.
bool RecordAssembler::answersToLogged(std::string_view line) const {
    const std::size_t at = line.find("[log_");
    const std::size_t told = at == line.npos ? at : m_text.find("[log_");
    if (told == line.npos)
        return false;
    const auto tag = line.substr(at, line.find_first_of(",]", at) - at);
    const std::size_t behind = told + tag.size();
    return line.substr(at + tag.size()).starts_with("] response start") &&
           m_text.compare(told, tag.size(), tag) == 0 && behind < m_text.size() &&
           (m_text[behind] == ',' || m_text[behind] == ']');
}

bool RecordAssembler::leadsToBody() const {
    return (m_fenced && m_lines == 2) || (m_below && m_answer == AnswerLine::Part::Body) ||
           (m_lines == 1 && (m_text.ends_with(':') || statusBefore(m_text))) ||
           m_text.ends_with("` response:") || // Guzzle's, which Laravel writes once more with the exception
           (m_lines <= 3 && isThrown(lastLine()) && statusBefore(lastLine())); // .NET's, below the log's line
}

bool RecordAssembler::mayThrow(std::string_view line) const {
    const bool next = m_lines == 1 || (m_lines == 2 && m_text.ends_with('\n')); // Logback's, behind a blank
    const bool another = m_text.find("req_") != m_text.npos && !line.ends_with(": Service request failed.") &&
                         findErrorBody(m_text) == m_text.npos;
    return next && isThrown(line) && !another && !isThrown(m_text) && errorLevels.isIn(m_text);
}

/// java.util.logging puts a record's time on a line of its own above.
bool RecordAssembler::hasJavasLevel() const {
    return m_text.starts_with("SEVERE: ") || m_text.starts_with("WARNING: ");
}

void RecordAssembler::begin(std::uint64_t line, std::uint64_t offset) {
    if (isOpen())
        return;
    m_firstLine = line;
    m_offset = offset;
}

void RecordAssembler::add(std::string_view line, std::uint64_t bytes) {
    const bool first = !isOpen();
    m_bytes += bytes;
    ++m_lines;
    if (!first && addOfBox(line))
        return;
    noteAnswer(line);
    m_text.append(first ? "" : "\n").append(line);
    if (line.starts_with(fence))
        m_fenced = !m_fenced;
    m_printed = m_printed ? line != ")" : line == "(";
    const bool page = m_page || beginsPage(line);
    m_page = page && line.find("</html>") == line.npos;
    m_pageEnded = (page && !m_page) || (m_pageEnded && (line.empty() || line.starts_with("<!--")));
    m_address = line.starts_with("Troubleshooting URL: ") || (m_address && line.empty());
    noteBraces(line);
    const bool indented = !line.empty() && (line.front() == ' ' || line.front() == '\t');
    if (line.starts_with(tracebackMark))
        m_traceback = Traceback::Frames;
    else if (linksTracebacks(line))
        m_traceback = Traceback::Linked;
    else if (m_traceback == Traceback::Frames && !indented && !line.empty())
        m_traceback = Traceback::Raised;
}

void RecordAssembler::noteAnswer(std::string_view line) {
    using Part = AnswerLine::Part;
    const bool header = m_answer == Part::Headers && m_below && !line.empty() && isHeaderLine(line);
    if (line.empty() || header)
        return;
    const bool reason = statusAboveReason(lastLine(), line).has_value();
    const AnswerLine answer = reason ? AnswerLine{Part::Status, line} : answerLine(line);
    const bool body = m_answer == Part::Body && !answer; // goes on
    m_answer = body ? Part::Body : answer.part;
    m_below = answer && answer.value.empty();
    if (leadsToAnswersHeaders(line)) {
        m_answer = Part::Headers;
        m_below = true;
    }
    if (answer)
        m_answerParts |= 1U << static_cast<unsigned>(answer.part);
}

void RecordAssembler::clear() {
    m_answer = AnswerLine::Part::None;
    m_answerParts = 0;
    m_below = false;
    m_text.clear();
    m_bytes = m_lines = 0;
    m_traceback = Traceback::None;
    m_box = Box::None;
    m_fenced = m_printed = m_page = m_pageEnded = m_address = false;
}

} // namespace derouter
