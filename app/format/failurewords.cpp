// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errortext.h"
#include "format/pairedstatus.h"
#include "format/texts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <iterator>

namespace derouter {

namespace {

/// A word of failure, found by its rarest letter.
struct FailureWord {
    std::string_view word;
    std::size_t anchor; ///< where the letter stands
};

constexpr FailureWord failureWords[] = {{"error", 1},     {"fail", 0},    {"exception", 1}, {"reject", 2},
                                        {"refus", 2},     {"abort", 1},   {"overload", 1},  {"denied", 2},
                                        {"timed out", 2}, {"unavail", 3}, {"throttl", 1}};

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// For each byte the words that have it for their anchor, as bits.
constexpr auto anchors = [] {
    std::array<std::uint16_t, 256> words{};
    for (std::size_t at = 0; at < std::size(failureWords); ++at) {
        const auto letter = static_cast<unsigned char>(failureWords[at].word[failureWords[at].anchor]);
        words[letter] = words[letter - 32] = static_cast<std::uint16_t>(words[letter] | 1U << at);
    }
    return words;
}();

bool standsAt(std::string_view text, std::size_t at, std::string_view word) {
    return std::ranges::equal(text.substr(at, word.size()), word,
                              [](char c, char known) { return lower(c) == known; });
}

/// `=0`, `: null`, `":""` behind a word: there was none.
bool isAbsent(std::string_view behind) {
    const auto skip = [&behind](std::string_view bytes) {
        behind.remove_prefix(std::min(behind.find_first_not_of(bytes), behind.size()));
    };
    skip("abcdefghijklmnopqrstuvwxyz_"); // of "errors", "error_count"
    skip("\"' ");
    if (!behind.starts_with('=') && !behind.starts_with(':'))
        return false;
    const auto value = trimmed(behind.substr(1), " \t\"'");
    if (value.empty())
        return behind.front() == '=';
    constexpr std::string_view nothing[] = {"null",      "None", "nil", "false", "False",
                                            "undefined", "{}",   "[]",  ",",     "}"};
    const bool zero = value.front() == '0' && (value.size() == 1 || !isDigit(value[1]));
    return zero ||
           std::ranges::any_of(nothing, [value](std::string_view word) { return value.starts_with(word); });
}

bool isNegated(std::string_view before) {
    before = trimmed(before);
    constexpr std::string_view negations[] = {"no", "0", "without", "zero"};
    const auto last = before.substr(before.find_last_of(" =:\"(") + 1);
    return std::ranges::find(negations, last) != std::end(negations);
}

/// Whether the word stands around its anchor, and speaks of something that happened.
bool failsAt(std::string_view words, std::size_t anchor, const FailureWord& failure) {
    const auto& [word, before] = failure;
    if (anchor < before || anchor + 1 == words.size() || lower(words[anchor + 1]) != word[before + 1])
        return false;
    const std::size_t begin = anchor - before;
    if (!standsAt(words, begin, word))
        return false;
    const auto behind = words.substr(begin + word.size());
    return !behind.starts_with("over") && !isAbsent(behind) && !isNegated(words.substr(0, begin));
}

/// What went well, before ` after `.
bool tellsOfAnswer(std::string_view words) {
    constexpr std::string_view ends[] = {"recovered", "answered", "completed", "finished", "done",
                                         "delivered", "received", "answer",    "reply",    "response"};
    bool found = false;
    while (!words.empty()) {
        const auto letters = std::ranges::find_if_not(words, isLetter);
        const auto word = lowerCase(words.substr(0, static_cast<std::size_t>(letters - words.begin())));
        if (word == "no" || word == "not" || word == "never" || word == "without")
            return false;
        found = found || isOneOf(word, ends);
        words.remove_prefix(std::min(word.size() + 1, words.size()));
    }
    return found;
}

bool succeededAfterAll(std::string_view text) {
    const std::size_t at = text.find("ucce"); // succeeded, success
    return (at != text.npos && !isAbsent(text.substr(at))) || tellsOfRecovery(text);
}

} // namespace

bool tellsOfRecovery(std::string_view words) {
    constexpr std::string_view mark = " after ";
    constexpr std::size_t farthest = 32; // of what there was before, behind a number of such
    static constexpr WordSet before({"failed att", "failed tr", "failed req", "retr", "attempts", "tries"});
    for (std::size_t at = words.find(mark); at != words.npos; at = words.find(mark, at + 1)) {
        const auto clause = words.substr(0, at);
        const std::size_t begin = clause.find_last_of(":;,|\"");
        const auto said = clause.substr(begin == clause.npos ? 0 : begin + 1);
        if (before.isIn(words.substr(at + mark.size(), farthest)) && tellsOfAnswer(said) &&
            !namesFailure(said))
            return true;
    }
    return false;
}

bool speaksOfFailure(std::string_view words) {
    for (std::size_t at = 0; at < words.size(); ++at)
        for (unsigned known = anchors[static_cast<unsigned char>(words[at])]; known != 0;
             known &= known - 1) {
            const FailureWord& failure = failureWords[std::countr_zero(known)];
            if (failsAt(words, at, failure))
                return !succeededAfterAll(words);
        }
    return false;
}

} // namespace derouter
