// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/quotation.h"

#include "format/bodylead.h"
#include "format/errortext.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

/// Whether a mark opened behind a word is still open: those of prose, for a value's follow a colon or an
/// equals sign.
static bool opensQuotation(std::string_view prefix) {
    for (const char mark : {'"', '\''}) {
        const std::size_t at = prefix.rfind(mark);
        if (at != prefix.npos && at >= 2 && prefix[at - 1] == ' ' && isLetter(prefix[at - 2]))
            return true;
    }
    return false;
}

/// Whether a word of the text, perhaps inside a camel-cased name, begins with `word`, in any case.
static bool hasWord(std::string_view text, std::string_view word) {
    const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
        const bool begins = at == 0 || !isLetter(text[at - 1]) || (text[at] >= 'A' && text[at] <= 'Z');
        if (begins && std::ranges::equal(text.substr(at, word.size()), word, same))
            return true;
    }
    return false;
}

/// `assistant> `, `claude> ` before what is said, as chats print it.
static bool endsSpeakersMark(std::string_view prefix) {
    constexpr std::string_view speakers[] = {"assistant", "claude", "chatgpt", "gpt", "model", "llm",
                                             "bot",       "agent",  "human",   "you", "ai",    "me"};
    for (std::size_t at = prefix.find("> "); at != prefix.npos; at = prefix.find("> ", at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && isLetter(prefix[begin - 1]))
            --begin;
        const auto speaker = prefix.substr(begin, at - begin);
        if (std::ranges::any_of(speakers, [speaker](std::string_view known) {
                return speaker.size() == known.size() && hasWord(speaker, known);
            }))
            return true;
    }
    return false;
}

/// As lines of Markdown, of source and of HTML do, and those behind a shell's or an agent's prompt.
static bool beginsAsQuotation(std::string_view line) {
    constexpr std::string_view marks[] = {"raise ", "throw new ", "> ", "# ",  "## ",    "### ",        "// ",
                                          "| ",     "* ",         "$ ", "<p>", "<code>", "\xE2\x9D\xAF"};
    return std::ranges::any_of(marks, [line](std::string_view mark) { return line.starts_with(mark); });
}

bool quotesSomething(std::string_view prefix) {
    if (beginsAsQuotation(prefix) || opensQuotation(prefix) || endsSpeakersMark(prefix))
        return true;
    constexpr std::string_view words[] = {
        "prompt",   "input",   "question",        "user",     "asked",     "explain", "content",
        "example",  "answer",  "completion text", "said",     "quote",     "mean",    "what is",
        "expected", "assert",  "throws ",         "says",     "document",  "mock",    "fixture",
        "actual:",  "subject", "tests/",          "docs say", "claude say"};
    return std::ranges::any_of(words, [prefix](std::string_view word) { return hasWord(prefix, word); });
}

bool leadsToQuotation(std::string_view line) {
    static constexpr WordSet asking({"asked", " asks ", "xplain", "hat does", "uestion", "Sending request",
                                     "essages:", "ystem:", "ompletion:", "enerated",
                                     "user:", "User:", "ssistant:"});
    return beginsAsQuotation(line) || asking.isIn(line) || trimmed(line).ends_with('?') ||
           (quotesSomething(line) && !introducesFailure(line) && !statusBefore(trimmed(line)));
}

} // namespace derouter
