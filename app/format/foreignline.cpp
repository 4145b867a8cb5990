// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/foreignline.h"

#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

/// `user: `, `Assistant: `, `[assistant] `, `**Human:** `: whose turn it is, before anything else in the
/// line. Behind a level such a word is a logger's name.
bool isTurn(std::string_view line) {
    constexpr std::string_view speakers[] = {"user", "assistant", "human", "chatgpt"};
    constexpr std::string_view marks = "[(<*#> ";
    const std::size_t begin = std::min(line.find_first_not_of(marks), line.size());
    const auto rest = line.substr(begin);
    const std::size_t end = static_cast<std::size_t>(std::ranges::find_if_not(rest, isLetter) - rest.begin());
    if (end == 0 || end > 9 || !isOneOf(lowerCase(rest.substr(0, end)), speakers))
        return false;
    const auto behind = rest.substr(end);
    const auto said = behind.substr(std::min(behind.find_first_not_of(":*])>"), behind.size()));
    const auto mark = behind.substr(0, behind.size() - said.size());
    const bool bracketed = begin > 0 && !mark.empty() && mark.find_first_of("])>*") != mark.npos;
    return (mark.find(':') != mark.npos || bracketed) && (said.empty() || said.front() == ' ');
}

/// What a tool printed, as Claude Code shows it below the call; notices of its own stand behind that mark,
/// too.
bool isResultOfTool(std::string_view line) {
    constexpr std::string_view mark = "\u23BF";
    constexpr std::string_view notices[] = {"API Error",
                                            "API error",
                                            "Request timed out",
                                            "Connection error",
                                            "Unable to connect to API",
                                            "Credit balance is too low",
                                            "Please run /login",
                                            "Request ID: "};
    line = line.substr(firstNonBlank(line));
    if (!line.starts_with(mark))
        return false;
    line.remove_prefix(mark.size());
    while (line.starts_with(' ') || line.starts_with("\u00A0"))
        line.remove_prefix(line.front() == ' ' ? 1 : 2);
    return std::ranges::none_of(notices, [line](std::string_view each) { return line.starts_with(each); });
}

/// What PostgreSQL tells more of an error of its own, two blanks behind the colon, with values of rows in it.
bool isOfDatabase(std::string_view line) {
    constexpr std::size_t longestPrefix = 60;
    constexpr std::string_view marks[] = {"DETAIL:  ", "STATEMENT:  ", "HINT:  ", "CONTEXT:  "};
    const auto head = line.substr(0, longestPrefix);
    return std::ranges::any_of(marks, [head](std::string_view mark) { return contains(head, mark); });
}

bool isMetricByte(char c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == ':';
}

/// What stands behind the labels: the value and perhaps the time.
bool isSampleValue(std::string_view text) {
    constexpr std::string_view bytes = "0123456789+-.eEINFNa ";
    return text.size() > 1 && text.front() == ' ' && text.find_first_not_of(bytes) == text.npos &&
           text.find_first_of("0123456789IN") == 1;
}

/// `name{label="value",…} 3`
bool isSample(std::string_view line) {
    const std::size_t open = line.find('{');
    if (open == 0 || open == line.npos || isDigit(line.front()) ||
        !std::ranges::all_of(line.substr(0, open), isMetricByte))
        return false;
    const auto labels = line.substr(open + 1);
    const std::size_t equals = labels.find("=\"");
    const std::size_t close = line.rfind('}');
    return equals != labels.npos && equals > 0 &&
           std::ranges::all_of(labels.substr(0, equals), isMetricByte) && line[close - 1] == '"' &&
           isSampleValue(trimmed(line.substr(close + 1), "\r"));
}

/// A test's result as JUnit's reports have it.
bool isOfTestReport(std::string_view line) {
    if (line.substr(firstNonBlank(line), 1) != "<")
        return false;
    constexpr std::string_view elements[] = {"<testsuite", "<testcase", "<failure", "</test", "</failure"};
    const auto text = line.substr(firstNonBlank(line));
    return std::ranges::any_of(elements, [text](std::string_view each) { return text.starts_with(each); });
}

/// `/app/llm.py:12: DeprecationWarning: …`: what Python warns of in a program's source.
bool isWarningOfPython(std::string_view line) {
    constexpr std::string_view mark = "Warning: ";
    constexpr std::size_t longestPlace = 200;
    const std::size_t at = line.substr(0, longestPlace).find(mark);
    if (at == line.npos || at == 0)
        return false;
    const auto before = line.substr(0, line.rfind(' ', at) + 1);
    const std::size_t digits =
        before.size() < 3 ? before.npos : before.find_last_not_of("0123456789", before.size() - 3);
    return before.ends_with(": ") && digits != before.npos && digits + 3 < before.size() &&
           before[digits] == ':';
}

} // namespace

bool isForeignLine(std::string_view line) {
    return isOfTestReport(line) || isWarningOfPython(line) || isTurn(line) || isResultOfTool(line) ||
           isSample(line) || isOfDatabase(line);
}

} // namespace derouter
