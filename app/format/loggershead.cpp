// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/loggershead.h"

#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::string_view blanks = " \t";

bool isLetters(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, isLetter);
}

/// In full, as loggers shorten it, or as the one letter of klog and logcat.
bool isLevel(std::string_view word) {
    constexpr std::string_view levels[] = {"error", "err",  "erro", "warn", "warning", "wrn",  "warni",
                                           "fatal", "ftl",  "fata", "crit", "critical", "severe", "panic",
                                           "fail",  "info", "inf",  "debu", "debug",   "dbg",  "dbug",
                                           "trace", "trce", "trc",  "notice", "fine", "i", "w", "e", "d", "f"};
    return isOneOf(lowerCase(word), levels);
}

/// Who speaks, and what is sent or quoted.
bool isNameOfQuoted(std::string_view word) {
    constexpr std::string_view names[] = {
        "user",    "assistant", "human",    "claude",   "gpt",      "model",   "llm",      "ai",
        "bot",     "agent",     "you",      "me",       "we",       "tool",    "toolresult", "tool_result",
        "prompt",  "prompts",   "request",  "requests", "req",      "send",    "sending",  "sent",
        "post",    "posting",   "input",    "output",   "content",  "message", "messages", "text",
        "payload", "data",      "body",     "expected", "test",     "tests",   "mock",     "sample",
        "example", "fixture",   "config",   "docs",     "chat",     "quote",   "completion", "context",
        "chunk",   "note",      "summary",  "received", "actual",   "function", "see",     "like"};
    return isOneOf(lowerCase(word), names);
}

/// `llm.go:52`, `app:main.py:42`, `app.llm:call:42`: a name, and a line behind it.
bool isPlace(std::string_view token) {
    const std::size_t colon = token.rfind(':');
    if (colon == token.npos || colon == 0 || colon + 1 == token.size())
        return false;
    const auto name = token.substr(0, colon);
    return std::ranges::all_of(token.substr(colon + 1), isDigit) &&
           (name.find('.') != name.npos || name.find(':') != name.npos) && isLetter(name[0]);
}

/// `com.example.Llm.call`, `app::llm`, `pkg/llm`, `llm-client`, `App.Llm[0]`.
bool isNameOfParts(std::string_view token) {
    const auto isPart = [](char c) { return isClassNameChar(c) || std::string_view(".:/-[]$#").find(c) != std::string_view::npos; };
    return isLetter(token[0]) && !isLetters(token) && std::ranges::all_of(token, isPart) &&
           token.find("://") == token.npos;
}

struct Head {
    bool level = false;
    int words = 0;
    bool open = false; ///< a plain word was the last, which a mark, a bracket or a level has to follow

    /// False where the token is none of a head's.
    bool take(std::string_view token) {
        const bool mark = token.find_first_not_of("-|:") == token.npos;
        open = open && !mark && token[0] != '[' && token[0] != '(';
        if (mark || std::ranges::all_of(token, isDigit))
            return true;
        const bool bracketed = token.size() > 2 && (token[0] == '[' || token[0] == '(' || token[0] == '<') &&
                               (token.back() == ']' || token.back() == ')' || token.back() == '>');
        if (bracketed)
            return takeNamed(token.substr(1, token.size() - 2));
        const bool ended = std::string_view("]:|").find(token.back()) != std::string_view::npos;
        token = trimmed(token, "]:|,");
        const std::size_t count = token.find('['); // logrus' seconds since the start: `ERRO[0012]`
        if (count != token.npos && count > 1 && isLevel(token.substr(0, count)))
            token = token.substr(0, count);
        const int known = words;
        if (token.empty() || !takeNamed(token))
            return false;
        open = words > known ? !ended : open && !isLevel(token);
        return true;
    }

private:
    bool takeNamed(std::string_view token) {
        const std::size_t colon = token.find(':');
        if (isLevel(token))
            level = true;
        else if (colon != token.npos && isLevel(token.substr(0, colon))) // `WARNING:root`
            level = !isNameOfQuoted(token.substr(colon + 1));
        else if (isLetters(token))
            return !isNameOfQuoted(token) && ++words <= 1;
        else
            return !isNameOfQuoted(token) && (isPlace(token) || isNameOfParts(token) || isDigit(token[0]));
        return level;
    }
};

} // namespace

bool isHeadOfRecord(std::string_view words, bool dated) {
    Head head;
    for (words = trimmed(words, blanks); !words.empty(); words = trimmed(words, blanks)) {
        std::size_t end = words.find_first_of(blanks);
        const char close = words[0] == '[' ? ']' : words[0] == '(' ? ')' : '\0';
        if (close != '\0')
            end = words.find(close);
        if (close != '\0' && end == words.npos)
            return false;
        const auto token = words.substr(0, close == '\0' ? end : end + 1);
        words.remove_prefix(token.size());
        // A name of a thread may have blanks.
        const bool thread = close != '\0' && token.find(' ') != token.npos && token.size() < 48;
        if (thread ? isNameOfQuoted(token.substr(1, token.find(' ') - 1)) : !head.take(token))
            return false;
    }
    return !head.open && (head.level || dated);
}

bool namesStatusOnly(std::string_view words) {
    constexpr int most = 5;
    constexpr std::string_view known[] = {
        "http",     "http/1.1", "http/1.0", "http/2",   "http/2.0",  "http/3",    "status",   "code",
        "status_code", "statuscode", "response", "resp", "server",   "api",       "upstream", "gateway",
        "provider", "backend",  "anthropic", "openai",  "derouter",  "got",       "received", "responded",
        "returned", "answered", "replied",  "with",     "from",      "error"};
    words = trimmed(words, blanks);
    const std::size_t close = words.starts_with('[') ? words.find("] ") : words.npos;
    if (close != words.npos) {
        const auto name = words.substr(1, close - 1);
        if (isNameOfQuoted(name) || name.find(' ') != name.npos)
            return false;
        words = trimmed(words.substr(close + 1), blanks);
    }
    int count = 0;
    for (; !words.empty(); ++count) {
        const auto word = words.substr(0, words.find_first_of(blanks));
        words = trimmed(words.substr(word.size()), blanks);
        if (!isOneOf(lowerCase(trimmed(word, ":")), known))
            return false;
    }
    return count > 0 && count <= most;
}

} // namespace derouter
