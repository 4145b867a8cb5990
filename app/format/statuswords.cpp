// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/statuswords.h"

#include "format/errorclasses.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>
#include <iterator>

namespace derouter {

bool isQuantity(std::string_view rest) {
    rest = trimmed(rest);
    std::size_t end = 0;
    while (end < rest.size() && rest[end] >= 'a' && rest[end] <= 'z')
        ++end;
    const auto noun = rest.substr(0, end);
    constexpr std::string_view verbs[] = {"does", "is",     "was",    "has",    "this",
                                          "its",  "status", "access", "process"};
    constexpr std::string_view faults[] = {"exceed", "limit",   "invalid",  "requir", "error",
                                           "denied", "unavail", "overload", "not ",   "must"};
    if (noun == "ms" || noun == "kb" || noun == "mb")
        return true;
    const bool plural = noun.size() > 2 && noun.ends_with('s') && (end == rest.size() || rest[end] != ':');
    return plural && std::ranges::find(verbs, noun) == std::end(verbs) &&
           std::ranges::none_of(faults, [rest](auto fault) { return rest.find(fault) != rest.npos; });
}

std::size_t plainReasonAt(std::string_view text) {
    constexpr std::string_view reasons[] = {"unknown status code", "unknown status",        "unknown",
                                            "too many requests",   "payment required",      "unauthorized",
                                            "bad gateway",         "bad request",           "not found",
                                            "payload too large",   "service unavailable",   "gateway timeout",
                                            "overloaded",          "internal server error", "forbidden"};
    const auto* const found = std::ranges::find_if(reasons, [text](std::string_view reason) {
        return text.starts_with(reason) && (text.size() == reason.size() || !isLetter(text[reason.size()]));
    });
    return found == std::end(reasons) ? 0 : found->size();
}

bool isReason(std::string_view words) {
    words = trimmed(words, " \t\"'`:-");
    for (const std::string_view word : {"for ", "from "})
        if (words.starts_with(word) && words.substr(word.size()).starts_with("http") &&
            words.find(' ', word.size()) == words.npos)
            return true;
    if (words.ends_with("response"))
        words = trimmed(words.substr(0, words.size() - 8), " \"'`");
    const bool bracketed = words.starts_with('<') && words.ends_with('>'); // Rust's `<unknown status code>`
    const auto isReasonChar = [](char c) { return isLetter(c) || c == ' ' || c == '-'; };
    return words.empty() || bracketed || plainReasonAt(words) == words.size() ||
           (words[0] >= 'A' && words[0] <= 'Z' && words.size() < 40 &&
            std::ranges::all_of(words, isReasonChar));
}

std::optional<int> leadingStatus(std::string_view text) {
    const auto status = threeDigits(text);
    if (!status || (text[0] != '4' && text[0] != '5'))
        return std::nullopt;
    if (text.size() > 3 && text[3] != ' ' && text[3] != ',' && text[3] != ')' && text[3] != ':')
        return std::nullopt;
    return status;
}

std::optional<int> failingStatusAt(std::string_view text) {
    const auto status = threeDigits(text);
    const bool fraction = text.size() > 4 && text[3] == '.' && isDigit(text[4]);
    const bool ends = text.size() == 3 || (text.size() > 3 && !isDigit(text[3]) && !fraction);
    return status && ends && *status >= 400 && *status < 600 ? status : std::nullopt;
}

/// .NET's name of a status: `Status Code: TooManyRequests`.
static std::optional<int> reasonAtEnd(std::string_view words) {
    constexpr std::string_view mark = "Status Code: ";
    const std::size_t at = words.rfind(mark);
    const int status = at == words.npos ? 0 : statusOfReason(trimmed(words.substr(at + mark.size())));
    return status > 0 ? std::optional(status) : std::nullopt;
}

std::optional<int> unnamedStatus(std::string_view text) {
    constexpr std::string_view words = "Unknown status code [";
    const auto behind = text.substr(std::min(words.size(), text.size()));
    return text.starts_with(words) && behind.find(']') == 3 ? failingStatusAt(behind) : std::nullopt;
}

std::optional<int> statedStatus(std::string_view text) {
    std::string_view name;
    while (const std::size_t prefix = classPrefix(text, name))
        text.remove_prefix(prefix);
    if (const auto unnamed = unnamedStatus(text))
        return unnamed;
    const auto status = leadingStatus(text);
    return status && !isQuantity(text.substr(3)) ? status : std::nullopt;
}

/// Whether the number at `at` is the port in `api.derouter.ai:443`.
static bool isPort(std::string_view words, std::size_t at) {
    if (at == 0 || words[at - 1] != ':')
        return false;
    const std::size_t begin = words.find_last_of(" `'\"([=", at - 1) + 1;
    return words.substr(begin, at - 1 - begin).find('.') != words.npos;
}

/// `{529, 'Overloaded', "`: the tuple in which Erlang's httpc gives an answer's status, its reason and its
/// body.
static std::optional<int> statusOfTuple(std::string_view words) {
    const std::size_t open = words.rfind('{');
    const auto tuple = open == words.npos ? std::string_view() : trimmed(words.substr(open + 1), " \"");
    const auto status = leadingStatus(tuple);
    if (!status || !tuple.ends_with(',') || tuple.size() < 5)
        return std::nullopt;
    auto reason = trimmed(tuple.substr(3), " ,");
    reason.remove_prefix(reason.starts_with("~c") ? 2 : 0);
    const bool quoted = reason.size() > 1 && (reason[0] == '\'' || reason[0] == '"');
    return quoted && isReason(reason.substr(1, reason.size() - 2)) ? status : std::nullopt;
}

/// What stands between a status and the bracket that closes around it: `[429 Too Many Requests]`,
/// `<Response [429]>`, `<429 TOO_MANY_REQUESTS Too Many Requests,` of Spring's answers.
static std::string_view reasonInBrackets(std::string_view words, std::size_t status) {
    const char open = status > 0 ? words[status - 1] : ' ';
    auto behind = words.substr(std::min(status + 3, words.size()));
    if (open == '<' && behind.ends_with(',')) { // the name of Spring's, then its reason
        behind.remove_suffix(1);
        return behind.substr(std::min(behind.find(' ', 1), behind.size()));
    }
    if (open == '[' && behind.ends_with("]>"))
        behind.remove_suffix(1);
    if (open == '[' && behind.ends_with(']'))
        behind.remove_suffix(1);
    return behind;
}

std::optional<int> statusBefore(std::string_view words) {
    if (const auto status = reasonAtEnd(words))
        return status;
    if (const auto status = statusOfTuple(words))
        return status;
    constexpr std::size_t farthest = 128; // an address may stand between
    for (std::size_t at = words.size(); at-- > 0 && words.size() - at < farthest;) {
        const bool begins =
            at == 0 || std::string_view(" \t`'\"([<:=").find(words[at - 1]) != std::string_view::npos;
        if (!begins || !isDigit(words[at]) || isPort(words, at))
            continue;
        const auto status = leadingStatus(words.substr(at, 3));
        const auto behind = reasonInBrackets(words, at);
        if (status && (behind.empty() || !isClassNameChar(behind[0])) &&
            isReason(trimmed(behind, behind.starts_with(')') || behind.starts_with(']') ? ")]: " : " ")))
            return status;
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace derouter
