// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/severalerrors.h"

#include "format/spellings.h"
#include "format/texts.h"
#include "format/tracebacks.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::size_t mostErrors = 1000;

std::size_t indentOf(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

/// The next line of `text` from `at`, which is moved behind it.
std::string_view nextLine(std::string_view text, std::size_t& at) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    at = end + 1;
    return line;
}

/// The lines that stand deeper than `indent`, from `at`, as blocks: each begins at the next step of
/// indentation.
std::vector<std::string> blocksWithin(std::string_view text, std::size_t at, std::size_t indent) {
    std::vector<std::string> blocks;
    while (at < text.size() && blocks.size() < mostErrors) {
        const auto line = nextLine(text, at);
        if (indentOf(line) < indent + 2)
            break;
        const auto inner = line.substr(indent + 2);
        const bool begins = !inner.starts_with(' ') && !inner.starts_with('}');
        if (begins)
            blocks.emplace_back();
        if (!blocks.empty())
            blocks.back().append(begins ? "" : "\n").append(inner);
    }
    return blocks;
}

/// `[APICallError],`: of an error too deep for the printer nothing but its class.
bool isClassAlone(std::string_view block) {
    block = trimmed(block, " ,");
    return block.starts_with('[') && block.ends_with("Error]") && block.find(' ') == block.npos;
}

/// The error that a member of an inspected one is, with its stack and its own members.
std::string memberError(std::string_view text, std::string_view name) {
    const std::size_t at = text.find(name);
    if (at == text.npos)
        return {};
    const std::size_t begin = text.rfind('\n', at) + 1;
    const std::size_t indent = indentOf(text.substr(begin));
    if (begin + indent != at)
        return {};
    std::size_t next = at + name.size();
    std::string error(nextLine(text, next));
    while (next < text.size()) {
        const auto line = nextLine(text, next);
        if (indentOf(line) < indent || (indentOf(line) == indent && !line.substr(indent).starts_with('}')))
            break;
        error.append("\n").append(line.substr(indent));
        if (indentOf(line) == indent)
            break;
    }
    return error;
}

/// `errors: [` and, of an AggregateError, `[errors]: [`.
SeveralErrors listedErrors(std::string_view text) {
    constexpr std::string_view names[] = {"errors: [", "[errors]: ["};
    SeveralErrors found;
    for (std::size_t at = 0; at < text.size() && found.empty();) {
        const auto line = nextLine(text, at);
        const std::size_t indent = indentOf(line);
        auto list = line.substr(indent);
        const auto name =
            std::ranges::find_if(names, [list](std::string_view each) { return list.starts_with(each); });
        if (name == std::end(names) || indent == 0)
            continue;
        list.remove_prefix(name->size());
        if (trimmed(list).empty())
            found.texts = blocksWithin(text, at, indent);
        found.unprinted = static_cast<int>(std::ranges::count(list, '[')) +
                          static_cast<int>(std::erase_if(found.texts, isClassAlone));
        found.triesOfOneCall = text.find("RetryError") != text.npos;
        auto last = found.unprinted > 0 && found.empty() ? memberError(text, "lastError: ") : std::string();
        if (!last.empty()) {
            --found.unprinted;
            found.texts.push_back(std::move(last));
        }
    }
    return found;
}

/// A line of an exception group without its margin: `    | anthropic.RateLimitError: …`.
std::string_view withoutMargin(std::string_view line) {
    const std::size_t at = indentOf(line);
    if (!line.substr(at).starts_with('|'))
        return line;
    return line.substr(std::min(at + (line.substr(at).starts_with("| ") ? 2 : 1), line.size()));
}

/// `+---------------- 2 ----------------`, with `+-` before it where the first member begins.
bool isGroupRule(std::string_view line) {
    const auto rule = trimmed(line);
    return rule.starts_with("+-") && rule.find("------------") != rule.npos;
}

SeveralErrors groupedErrors(std::string_view text) {
    SeveralErrors found;
    bool inMember = false;
    for (std::size_t at = 0; at < text.size() && found.texts.size() < mostErrors;) {
        const auto line = nextLine(text, at);
        if (isGroupRule(line)) {
            inMember = true;
            found.texts.emplace_back();
        } else if (inMember) {
            std::string& member = found.texts.back();
            member.append(member.empty() ? "" : "\n").append(withoutMargin(line));
        }
    }
    std::erase_if(found.texts, [](const std::string& member) { return trimmed(member).empty(); });
    return found;
}

/// `[RateLimitError("Error code: 429 - {…}"), APIStatusError("Error code: 402 - {…}")]`: a list of what the
/// Python SDKs raise, as `repr()` writes it.
SeveralErrors reprErrors(std::string_view text) {
    constexpr std::string_view marks[] = {"Error(\"Error code: ", "Error('Error code: "};
    SeveralErrors found;
    const auto next = [&](std::size_t from) {
        return std::min(text.find(marks[0], from), text.find(marks[1], from));
    };
    std::size_t at = next(0);
    if (at == text.npos || next(at + 1) == text.npos || text.substr(0, at).find('[') == text.npos)
        return found;
    while (at != text.npos && found.texts.size() < mostErrors) {
        const std::size_t name = text.find_last_of(" [(,", at) + 1;
        const std::size_t following = next(at + 1);
        found.texts.emplace_back(text.substr(name, following == text.npos ? following : following - name));
        at = following;
    }
    return found;
}

/// The parts of a chain, those that name no other request-id together; a log's line above a traceback is one,
/// too.
SeveralErrors chainedErrors(std::string_view text) {
    SeveralErrors found;
    std::string_view id;
    std::size_t begin = 0;
    std::size_t part = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t lineBegin = at;
        const auto line = nextLine(text, at);
        const bool below = part == 0 && line.starts_with(tracebackMark);
        if (linksTracebacks(line) || below)
            part = lineBegin;
        const auto named = line.starts_with(' ') ? std::string_view() : findRequestId(line);
        if (named.empty())
            continue;
        if (!id.empty() && named != id && part > begin) {
            found.texts.emplace_back(trimmed(text.substr(begin, part - begin), "\n"));
            begin = text.find('\n', part) + 1;
        }
        id = named;
    }
    if (!found.empty())
        found.texts.emplace_back(trimmed(text.substr(begin), "\n"));
    return found;
}

} // namespace

SeveralErrors severalErrors(std::string_view text) {
    if (text.find('\n') == text.npos)
        return reprErrors(text);
    if (text.find("Exception Group Traceback (most recent call last)") != text.npos)
        return groupedErrors(text);
    if (text.find("errors: [") != text.npos || text.find("errors]: [") != text.npos)
        return listedErrors(text);
    return text.find(tracebackMark) != text.npos ? chainedErrors(text) : SeveralErrors();
}

} // namespace derouter
