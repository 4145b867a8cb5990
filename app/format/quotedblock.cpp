// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/quotedblock.h"

#include "format/textfront.h"

#include <algorithm>
#include <charconv>

namespace derouter {

namespace {

constexpr int mostLines = 500; ///< of a block whose end does not come
constexpr std::string_view fence = "```";

/// `429,7` of `@@ -429,7 +529,7 @@`: how many lines; one where it says none.
bool takeRange(Front& head, std::string_view sign, int& count) {
    if (!head.skip(sign))
        return false;
    const auto range = head.word();
    const std::size_t comma = range.find(',');
    const auto number = comma == range.npos ? std::string_view("1") : range.substr(comma + 1);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), count);
    return error == std::errc() && end == number.data() + number.size() && isDigit(range.front());
}

bool readHunkHead(std::string_view line, int& old, int& now) {
    Front head{line};
    return head.skip("@@ ") && takeRange(head, "-", old) && takeRange(head, "+", now) &&
           head.rest.starts_with("@@");
}

/// `+ Received`, which follows `- Expected`; Node's assert names both on one line.
bool isDifferenceHead(std::string_view line) {
    const auto words = trimmed(line);
    return words == "+ Received" || words.starts_with("+ Received  + ") || words == "+ actual - expected";
}

/// `stderr | src/errors.test.ts > logs the error` of Vitest.
bool isTestOutputHead(std::string_view line) {
    Front head{line};
    return (head.skip("stderr | ") || head.skip("stdout | ")) &&
           (head.rest.find(".test.") != line.npos || head.rest.find(".spec.") != line.npos);
}

/// Jest's, above what a test wrote to the console.
bool isTestConsoleHead(std::string_view line) {
    Front head{line};
    constexpr std::string_view methods[] = {"error", "warn", "log", "info", "debug"};
    return head.skip("  console.") && std::ranges::find(methods, head.rest) != std::end(methods);
}

/// `commit 3f9c27a1…` of `git log` and `git show`, perhaps with its branches behind it.
bool isCommitHead(std::string_view line) {
    Front head{line};
    if (!head.skip("commit "))
        return false;
    const auto hash = head.word();
    return hash.size() >= 7 && hash.size() <= 64 && hash.find_first_not_of("0123456789abcdef") == hash.npos &&
           (head.rest.empty() || head.rest.front() == '(');
}

/// Names of who made it and when, and its indented words.
bool isOfCommit(std::string_view line) {
    constexpr std::string_view names[] = {"Author",     "AuthorDate", "Date",  "Merge",
                                          "CommitDate", "Commit",     "Notes", "gpg"};
    const auto name = line.substr(0, line.find(':'));
    return trimmed(line).empty() || line.starts_with("    ") ||
           (name.size() < line.size() && std::ranges::find(names, name) != std::end(names));
}

/// What the model says in Claude Code's terminal: `● ` and a sentence, not an error, nor a tool's name and
/// what it is called with.
bool isAgentsSpeech(std::string_view line) {
    Front head{line};
    if (!head.skip("\u25cf ") && !head.skip("\u23fa "))
        return false;
    const auto word = head.rest.substr(0, head.rest.find_first_of(" :"));
    return !word.empty() && word.find('(') == word.npos && !head.rest.starts_with("API Error") &&
           head.rest.find(" ") != head.rest.npos;
}

/// `  ⎿  API Error: …`: what a tool printed, or the program itself.
bool isOfAgentsProgram(std::string_view line) {
    return trimmed(line).starts_with("\u23bf");
}

} // namespace

bool isFence(std::string_view line) {
    const std::size_t blanks = firstNonBlank(line);
    const auto marks = line.substr(blanks);
    return blanks < 4 && marks.starts_with(fence) && marks.find('`', fence.size()) == marks.npos;
}

QuotedBlock::Kind QuotedBlock::kindOf(std::string_view line) {
    int old = 0;
    int now = 0;
    const auto words = line.substr(firstNonBlank(line));
    switch (words.empty() ? ' ' : words.front()) {
    case '@':
        return readHunkHead(line, old, now) ? Kind::Hunk : Kind::None;
    case '`':
        return isFence(line) ? Kind::Fence : Kind::None;
    case '+':
        return isDifferenceHead(line) ? Kind::Difference : Kind::None;
    case 's':
        return isTestOutputHead(line) ? Kind::TestOutput : Kind::None;
    case 'c':
        return isTestConsoleHead(line) ? Kind::TestConsole : isCommitHead(line) ? Kind::Commit : Kind::None;
    case '\xe2':
        return isAgentsSpeech(line) ? Kind::AgentsSpeech : Kind::None;
    default:
        return Kind::None;
    }
}

bool QuotedBlock::begins(std::string_view line) {
    return kindOf(line) != Kind::None;
}

void QuotedBlock::open(std::string_view line) {
    m_kind = kindOf(line);
    m_old = m_new = m_lines = 0;
    m_inside = false;
    if (m_kind == Kind::Hunk)
        readHunkHead(line, m_old, m_new);
}

bool QuotedBlock::takes(std::string_view line) {
    bool does = ++m_lines <= mostLines;
    switch (m_kind) {
    case Kind::None:
        return false;
    case Kind::Hunk:
        does = takesOfHunk(line);
        break;
    case Kind::Fence:
        if (does && isFence(line)) {
            close();
            return true;
        }
        break;
    case Kind::Difference:
        does = does && takesOfDifference(line);
        break;
    case Kind::TestOutput:
        does = does && !trimmed(line).empty();
        break;
    case Kind::Commit:
        does = does && isOfCommit(line);
        break;
    case Kind::AgentsSpeech:
        does = does && (trimmed(line).empty() || line.starts_with("  ")) && !isOfAgentsProgram(line);
        break;
    case Kind::TestConsole:
        does = does && (trimmed(line).empty() || line.starts_with("    "));
        break;
    }
    if (!does)
        close();
    return does;
}

/// An editor may have cut the blank that an empty line has.
bool QuotedBlock::takesOfHunk(std::string_view line) {
    const char mark = line.empty() ? ' ' : line.front();
    if (mark == '\\') // No newline at end of file
        return true;
    const int old = mark == ' ' || mark == '-' ? 1 : 0;
    const int now = mark == ' ' || mark == '+' ? 1 : 0;
    if (old + now == 0 || old > m_old || now > m_new)
        return false;
    m_old -= old;
    m_new -= now;
    return true;
}

/// An empty line, then lines that are marked or indented.
bool QuotedBlock::takesOfDifference(std::string_view line) {
    if (trimmed(line).empty())
        return !m_inside;
    m_inside = true;
    return std::string_view(" \t+-").find(line.front()) != std::string_view::npos;
}

} // namespace derouter
