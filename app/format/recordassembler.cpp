// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/recordassembler.h"

#include "format/agentlines.h"
#include "format/errortext.h"
#include "format/printedrequest.h"
#include "format/richtable.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::uint64_t maxLines = 5000;
constexpr std::size_t maxText = 1024 * 1024;
constexpr std::string_view fence = "```";
constexpr std::string_view tracebackMark = "Traceback (most recent call last)";

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

bool linksTracebacks(std::string_view line) {
    return line.starts_with("During handling of the above exception") ||
           line.starts_with("The above exception was the direct cause");
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

/// Whether an indented line is nobody's continuation.
bool isLineOfItsOwn(std::string_view line) {
    return beginsAgentNotice(line) || trimmed(line).starts_with("[log_") || isIncomingRequest(line) ||
           printedRequest(line);
}

constexpr WordSet errorLevels({"ERR", "WARN", "FATAL", "CRIT", "SEVERE", "rror", "xception", "fail"});

} // namespace

bool isThrown(std::string_view line) {
    const std::size_t end = line.find(": ");
    const auto name = line.substr(0, end);
    const bool qualified = name.find('.') != name.npos && isLetter(name.front());
    const bool error =
        name.ends_with("Exception") || name.ends_with("Error") || name.find("Exception$") != name.npos;
    return end != line.npos && qualified && error && name.find(' ') == name.npos;
}

bool RecordAssembler::continues(std::string_view line, bool beginsRecord) const {
    if (!isOpen() || m_lines >= maxLines || m_text.size() > maxText)
        return false;
    if (m_page)
        return !beginsRecord;
    if (answersToLogged(line))
        return m_lines == 1;
    if (line.starts_with(tracebackMark))
        // The Node SDKs' log line is whole as it stands: what is raised below it may be another request's.
        return m_traceback == Traceback::Linked ||
               (m_traceback == Traceback::None && m_lines == 1 && m_text.find("[log_") == m_text.npos);
    if (m_printed ||
        (line == "(" && m_lines == 1 && (m_text.ends_with("Array") || m_text.ends_with(" Object"))))
        return !beginsRecord;
    if (line.starts_with(fence))
        return m_fenced || leadsToBody();
    if (m_pageEnded && (line.empty() || line.starts_with("<!--") || line.starts_with("    at ")))
        return true;
    const bool raised = m_traceback == Traceback::Raised || m_traceback == Traceback::Linked;
    if (raised && (line.empty() || linksTracebacks(line)))
        return true;
    // LangChain puts an address between an error's text and its stack, after an empty line.
    if (line.empty())
        return (m_lines == 1 && m_text.find("Error: ") < 80) || (m_address && !m_text.ends_with('\n'));
    if (line.starts_with("Troubleshooting URL: "))
        return m_text.ends_with('\n');
    if (m_text.ends_with('\n'))
        return m_address && line.starts_with("    at ");
    if (line.starts_with("Request ID: "))
        return true;
    if (isWordOfRouter(line)) // LiteLLM's, below the error's text
        return m_text.find("litellm.") != m_text.npos || m_text.find("Model Group=") != m_text.npos;
    if (line == "{") // of an object below the words that lead to it
        return leadsToBody();
    if (isSdkRequestId(line))
        return m_lines == 1 && isSdkResponse(m_text);
    if (line.starts_with("Caused by: "))
        return m_lines > 1;
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
    return (m_fenced && m_lines == 2) || (m_lines == 1 && (m_text.ends_with(':') || statusBefore(m_text)));
}

bool RecordAssembler::mayThrow(std::string_view line) const {
    return m_lines == 1 && isThrown(line) && m_text.find("req_") == m_text.npos && !isThrown(m_text) &&
           errorLevels.isIn(m_text);
}

void RecordAssembler::begin(std::uint64_t line, std::uint64_t offset) {
    if (isOpen())
        return;
    m_firstLine = line;
    m_offset = offset;
}

void RecordAssembler::add(std::string_view line, std::uint64_t bytes) {
    if (isOpen())
        m_text += '\n';
    m_text += line;
    m_bytes += bytes;
    ++m_lines;
    if (line.starts_with(fence))
        m_fenced = !m_fenced;
    m_printed = m_printed ? line != ")" : line == "(";
    const bool page = m_page || beginsPage(line);
    m_page = page && line.find("</html>") == line.npos;
    m_pageEnded = (page && !m_page) || (m_pageEnded && (line.empty() || line.starts_with("<!--")));
    m_address = line.starts_with("Troubleshooting URL: ") || (m_address && line.empty());
    const bool indented = !line.empty() && (line.front() == ' ' || line.front() == '\t');
    if (line.starts_with(tracebackMark))
        m_traceback = Traceback::Frames;
    else if (linksTracebacks(line))
        m_traceback = Traceback::Linked;
    else if (m_traceback == Traceback::Frames && !indented && !line.empty())
        m_traceback = Traceback::Raised;
}

void RecordAssembler::clear() {
    m_text.clear();
    m_bytes = m_lines = 0;
    m_traceback = Traceback::None;
    m_fenced = m_printed = m_page = m_pageEnded = m_address = false;
}

} // namespace derouter
