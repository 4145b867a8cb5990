// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/modelcall.h"

#include "format/spellings.h"
#include "format/texts.h"

#include <string>
#include <utility>

namespace derouter {

namespace {

bool isCapital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// The word of letters at or behind `at`, which is moved to its end; empty behind the last.
std::string_view nextWord(std::string_view text, std::size_t& at) {
    while (at < text.size() && !isLetter(text[at]))
        ++at;
    const std::size_t begin = at;
    while (at < text.size() && isLetter(text[at]))
        ++at;
    return text.substr(begin, at - begin);
}

/// The same, of names that are several words in one: `ClaudeService`. The class of an error, such as
/// `System.Net.Http.HttpRequestException`, is one.
std::string_view nextPart(std::string_view text, std::size_t& at) {
    while (at < text.size() && !isLetter(text[at]))
        ++at;
    std::size_t end = at;
    while (end < text.size() && (isLetter(text[end]) || isDigit(text[end]) || text[end] == '.' ||
                                 text[end] == '_' || text[end] == '$'))
        ++end;
    const auto name = text.substr(at, end - at);
    for (const std::string_view ending : {"Exception", "Error"})
        if (name.ends_with(ending)) {
            at += name.size();
            return name.substr(name.size() - ending.size());
        }
    const std::size_t begin = at;
    for (const std::string_view known : {"derouter", "openai", "litellm"})
        if (begin < text.size() && (text[begin] | 0x20) == known.front() &&
            lowerCase(text.substr(begin, known.size())) == known)
            at = begin + known.size() - 1;
    while (at < text.size() && isLetter(text[at]) &&
           (at == begin || !isCapital(text[at]) || isCapital(text[at - 1])))
        ++at;
    return text.substr(begin, at - begin);
}

/// What is nothing but a call, a model or who is called.
bool isCall(std::string_view word) {
    constexpr std::string_view words[] = {"llm", "completion", "completions", "derouter"};
    return isOneOf(word, words);
}

bool isModelWord(std::string_view word) {
    constexpr std::string_view words[] = {"claude", "anthropic", "openai"};
    return isCall(word) || isOneOf(word, words);
}

/// What may stand between the name of what was called and the failure.
bool isOfCall(std::string_view word) {
    constexpr std::string_view words[] = {"call",    "request",  "api",        "completion", "completions",
                                          "chat",    "client",   "connection", "query",      "generation",
                                          "message", "messages", "invocation", "has",        "with",
                                          "service", "provider"};
    return isOneOf(word, words);
}

bool isFailure(std::string_view word) {
    constexpr std::string_view words[] = {"failed",    "failure",   "fails",      "error",
                                          "exception", "problem",   "unexpected", "returned",
                                          "answered",  "responded", "replied",    "said"};
    return isOneOf(word, words);
}

} // namespace

bool namesModelCall(std::string_view words) {
    for (std::size_t at = 0; at < words.size();)
        if (isModelWord(lowerCase(nextWord(words, at))))
            return true;
    return !findModel(words).empty();
}

bool tellsOfFailedModelCall(std::string_view words) {
    bool named = false;  ///< a call right before, or what was called
    bool called = false; ///< behind its name a word says that it is a call
    std::string before;
    std::string last;
    for (std::size_t at = 0; at < words.size();) {
        std::string word = lowerCase(nextPart(words, at));
        if ((called && isFailure(word)) || (last == "from" && isModelWord(word) && isFailure(before)))
            return true;
        const bool goesOn = named && isOfCall(word);
        called = isCall(word) || goesOn;
        named = isModelWord(word) || goesOn;
        before = std::exchange(last, std::move(word));
    }
    return false;
}

bool endsInModelCall(std::string_view words) {
    words = trimmed(words, " :-");
    std::size_t begin = words.size();
    while (begin > 0 && isLetter(words[begin - 1]))
        --begin;
    return isModelWord(lowerCase(words.substr(begin)));
}

} // namespace derouter
