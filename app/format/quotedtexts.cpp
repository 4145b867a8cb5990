// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/quotedtexts.h"

#include "format/bodylead.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>
#include <utility>

namespace derouter {

/// `Slack message from @anna: ` and words: what a person wrote, whom chats name so; not a member's name as
/// `@timestamp`.
static bool isOfPerson(std::string_view prefix) {
    constexpr std::string_view members[] = {"@timestamp", "@message", "@level", "@version", "@t",
                                            "@m",         "@mt",      "@l",     "@x",       "@i"};
    for (std::size_t at = prefix.find('@'); at != prefix.npos; at = prefix.find('@', at + 1)) {
        const bool begins = at > 0 && std::string_view(" (<[").find(prefix[at - 1]) != prefix.npos;
        const auto name = prefix.substr(at, prefix.find_first_of(" :/", at) - at);
        if (begins && name.size() > 1 && prefix.substr(at + name.size()).starts_with(": ") &&
            !isOneOf(name, members))
            return true;
    }
    return false;
}

/// `message from bob: `, whom no server is.
static bool isMessageFrom(std::string_view prefix) {
    constexpr std::string_view servers[] = {"server",   "upstream", "api",      "derouter", "provider",
                                            "gateway",  "backend",  "anthropic", "openai",  "the"};
    for (const std::string_view lead : {"essage from ", "omment by ", "omment from ", "eply from ", "mail from "}) {
        const std::size_t at = prefix.find(lead);
        const auto name = at == prefix.npos ? std::string_view() : prefix.substr(at + lead.size());
        const auto word = name.substr(0, name.find_first_of(" :"));
        if (!word.empty() && name.substr(word.size()).starts_with(": ") && !isOneOf(lowerCase(word), servers))
            return true;
    }
    return false;
}

/// `<bob> ` at the beginning, or behind a time of day: what IRC shows of who speaks; no level.
static bool isIrc(std::string_view prefix) {
    const std::size_t at = prefix.find('<');
    const std::size_t end = prefix.find("> ");
    if (end == prefix.npos || at + 1 >= end || !isLetter(prefix[at + 1]) ||
        std::ranges::any_of(prefix.substr(0, at), isLetter))
        return false;
    constexpr std::string_view levels[] = {"error", "err", "warn", "warning", "info", "debug", "trace",
                                           "fatal", "notice", "crit", "critical", "alert", "emerg"};
    const auto nick = prefix.substr(at + 1, end - at - 1);
    return std::ranges::all_of(nick, [](char c) { return isClassNameChar(c) || c == '-' || c == '|'; }) &&
           !isOneOf(lowerCase(nick), levels);
}

bool isChat(std::string_view prefix) {
    return isOfPerson(prefix) || isMessageFrom(prefix) || isIrc(prefix);
}

bool isPieceOfText(std::string_view prefix) {
    const std::size_t quote = prefix.rfind(": \"");
    if (quote == prefix.npos)
        return false;
    auto before = trimmed(prefix.substr(0, quote), " #])");
    const std::size_t digit = before.find_last_not_of("0123456789");
    if (digit == before.npos || digit + 1 == before.size())
        return false;
    before = trimmed(before.substr(0, digit + 1), " #[(");
    constexpr std::string_view pieces[] = {"chunk", "passage", "snippet",  "excerpt", "paragraph", "page",
                                           "hit",   "match",   "citation", "section", "doc",       "source"};
    return isOneOf(lowerCase(before.substr(before.find_last_of(" [(:") + 1)), pieces);
}

bool isStatementOfSql(std::string_view words) {
    const auto has = [words](std::string_view capitals, std::size_t from) {
        const std::size_t at = words.find(capitals, from);
        const bool word = capitals == "SELECT " || capitals == " FROM "; // of sentences, in small letters
        return at != words.npos || word ? at : words.find(lowerCase(capitals), from);
    };
    constexpr std::pair<std::string_view, std::string_view> statements[] = {
        {"UPDATE ", " SET "}, {"INSERT INTO ", "("}, {"DELETE FROM ", " WHERE "}, {"SELECT ", " FROM "}};
    for (const auto& [verb, clause] : statements) {
        const std::size_t at = has(verb, 0);
        const std::size_t next = at == words.npos ? at : has(clause, at + verb.size());
        const bool begins = at == 0 || (at != words.npos && !isClassNameChar(words[at - 1]));
        if (next == words.npos || !begins || introducesFailure(words.substr(0, at)))
            continue;
        const auto table = words.substr(at + verb.size(), next - at - verb.size());
        if (verb == "SELECT " || table.find(' ') == table.npos || clause == "(")
            return true;
    }
    return false;
}

} // namespace derouter
