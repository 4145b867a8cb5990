// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/powershell.h"

#include "format/errortext.h"
#include "format/httperrors.h"
#include "format/texts.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

constexpr std::string_view margin = "Line |";
constexpr std::string_view place = "At ";

/// The cmdlet that a line begins with; empty where it is none or no colon follows.
std::string_view cmdletIn(std::string_view line) {
    constexpr std::string_view cmdlets[] = {"Invoke-RestMethod", "Invoke-WebRequest"};
    const auto name = line.substr(0, line.find_first_of(" :"));
    const auto behind = line.substr(name.size());
    return isOneOf(name, cmdlets) && (behind.starts_with(":") || behind.starts_with(" :"))
               ? name
               : std::string_view();
}

std::string_view lineAt(std::string_view text, std::size_t at) {
    return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

/// What a margin stands before: nothing, a number or blanks, and a bar.
std::optional<std::string_view> behindMargin(std::string_view line) {
    const std::size_t bar = line.find_first_not_of(" 0123456789");
    return bar != line.npos && bar > 0 && line[bar] == '|' ? std::optional(line.substr(bar + 1))
                                                           : std::nullopt;
}

bool isUnderline(std::string_view words) {
    words = trimmed(words);
    return !words.empty() && words.find_first_not_of("~^") == words.npos;
}

/// `At line:1 char:1`, `At C:\ask.ps1:7 char:6`
bool isPlace(std::string_view line) {
    return line.starts_with(place) && line.find(" char:") != line.npos;
}

struct Told {
    std::string message;
    std::string_view code; ///< the line that failed
};

/// The message of version 7 stands behind the underlined code, broken at the window's width.
Told readMargin(std::string_view below) {
    Told error;
    for (std::size_t at = 0; at < below.size();) {
        const auto line = lineAt(below, at);
        at += line.size() + 1;
        const auto words = behindMargin(line);
        if (!words)
            break;
        if (isUnderline(*words)) {
            error.message.clear();
            continue;
        }
        if (error.code.empty())
            error.code = *words;
        else
            error.message.append(error.message.empty() ? "" : " ").append(trimmed(*words));
    }
    return error;
}

/// The message of Windows PowerShell stands above the place, perhaps over lines.
Told readPlace(std::string_view message, std::string_view below) {
    Told error{.message = std::string(trimmed(message)), .code = lineAt(below, 0)};
    std::ranges::replace(error.message, '\n', ' ');
    return error;
}

} // namespace

bool goesOnCmdletError(std::string_view record, std::string_view line) {
    const bool first = record.find('\n') == record.npos;
    if (!(first && line == margin) && !isPlace(line) && !line.starts_with("+ "))
        return false;
    return !cmdletIn(record).empty() && (line != margin || first);
}

std::optional<CmdletError> cmdletErrorIn(std::string_view record) {
    const auto name = cmdletIn(record);
    const std::size_t feed = record.find('\n');
    if (name.empty() || feed == record.npos)
        return std::nullopt;
    const std::size_t at = record.find("\nAt ");
    const auto below = lineAt(record, feed + 1);
    Told error;
    if (below == margin)
        error = readMargin(record.substr(std::min(feed + 2 + margin.size(), record.size())));
    else if (at != record.npos && isPlace(lineAt(record, at + 1)))
        error = readPlace(record.substr(record.find(':') + 1, at - record.find(':') - 1),
                          record.substr(std::min(record.find('\n', at + 1), record.size() - 1) + 1));
    if (error.message.empty())
        return std::nullopt;
    const auto address = requestUrlIn(error.code);
    std::string line = std::string(name) + ": " + error.message;
    if (!address.empty() && !isErrorBody(error.message))
        line = std::string(trimmed(line, " .")).append(" for ").append(address);
    return CmdletError{std::move(line), address};
}

} // namespace derouter
