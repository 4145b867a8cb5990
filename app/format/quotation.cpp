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

static bool same(char a, char b) {
    return (a | 0x20) == (b | 0x20);
}

/// Whether the word that goes on here ends as the name of a class of errors does.
static bool isClass(std::string_view text) {
    const auto end = std::ranges::find_if_not(text, isLetter);
    const auto name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    return name.ends_with("Error") || name.ends_with("Exception");
}

/// Whether a word of the text, perhaps inside a camel-cased name, begins with `word`, in any case.
static bool hasWord(std::string_view text, std::string_view word) {
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
        const bool begins = at == 0 || !isLetter(text[at - 1]) || (text[at] >= 'A' && text[at] <= 'Z');
        if (begins && std::ranges::equal(text.substr(at, word.size()), word, same) &&
            !isClass(text.substr(at)))
            return true;
    }
    return false;
}

/// A line that was taken away or added, without the hunk's head: code is indented behind its mark.
static bool isOfDifference(std::string_view line) {
    return line.starts_with('+') || line.starts_with("-  ") || line.starts_with("-\t");
}

/// The words before the name of a class of errors.
static std::string_view beforeClass(std::string_view words) {
    for (std::size_t at = 0; at < words.size(); at = std::min(words.find(' ', at), words.size() - 1) + 1) {
        const auto word = words.substr(at, words.find_first_of(" :", at) - at);
        if (word.ends_with("Error") || word.ends_with("Exception"))
            return words.substr(0, at);
    }
    return words;
}

/// Whether words are a sentence's beginning: `The log shows`, `I see`.
static bool beginsSentence(std::string_view words) {
    const std::size_t blank = words.find(' ');
    return blank != words.npos && words[0] >= 'A' && words[0] <= 'Z' &&
           std::ranges::all_of(words.substr(1, blank - 1), [](char c) { return c >= 'a' && c <= 'z'; });
}

static bool endsInSpeaker(std::string_view words) {
    constexpr std::string_view speakers[] = {"assistant", "human", "chatgpt"};
    return std::ranges::any_of(speakers, [words](std::string_view speaker) {
        const std::size_t before = words.size() - std::min(words.size(), speaker.size());
        return std::ranges::equal(words.substr(before), speaker, same) &&
               (before == 0 || !isLetter(words[before - 1]));
    });
}

/// `assistant: The log shows …`: who speaks, and behind a colon a sentence that tells of no failure.
static bool isSpeech(std::string_view prefix) {
    for (std::size_t at = prefix.find(": "); at != prefix.npos; at = prefix.find(": ", at + 1)) {
        const auto said = beforeClass(trimmed(prefix.substr(at + 2)));
        if (beginsSentence(said) && endsInSpeaker(prefix.substr(0, at)) && !introducesFailure(said))
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
    if (beginsAsQuotation(prefix) || isOfDifference(prefix) || opensQuotation(prefix) ||
        endsSpeakersMark(prefix) || isSpeech(prefix))
        return true;
    constexpr std::string_view words[] = {
        "prompt",     "input",     "question",        "user",     "asked",      "explain",   "content",
        "example",    "answer",    "completion text", "said",     "quote",      "mean",      "what is",
        "expect",     "assert",    "throws ",         "says",     "document",   "mock",      "fixture",
        "actual:",    "subject",   "tests/",          "docs say", "claude say", "log shows", "logs show",
        "looks like", "look like", "such as"};
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
