// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/bodylead.h"

#include "format/errortext.h"
#include "format/loggershead.h"
#include "format/printedrequest.h"
#include "format/quotation.h"
#include "format/relabelling.h"
#include "format/spellings.h"
#include "format/texts.h"
#include "format/toldstatus.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace derouter {

namespace {

/// Names of an answer; the parts of `response_body`, `errBody` are words of their own.
constexpr std::string_view names[] = {"response", "resp", "reply",   "body",     "stderr",
                                      "error",    "err",  "failure", "exception"};
/// Names of any text, which an answer's before them makes its body's.
constexpr std::string_view contents[] = {"text",    "content", "data",    "json",   "message", "msg",
                                         "payload", "detail",  "details", "output", "was",     "is"};
/// What is done with an answer.
constexpr std::string_view verbs[] = {"returned", "replied", "responded", "answered", "received",
                                      "got",      "failed",  "rejected",  "refused"};
/// Who speaks or asks, in whose mouth a body is a quotation.
constexpr std::string_view speakers[] = {"model",   "assistant", "claude", "gpt",     "llm",  "user",
                                         "ai",      "bot",       "agent",  "request", "sent", "send",
                                         "sending", "expected",  "test",   "we"};
/// Of those the ones that no program names in what it says of a failure.
constexpr std::string_view speakersOfText[] = {"user", "assistant", "expected", "test", "we"};
constexpr std::string_view levels[] = {"error",  "err",  "warn",  "warning", "fatal", "critical",
                                       "severe", "info", "debug", "notice",  "trace"};

/// What is sent or set, and what a model makes: an object behind its name is no record.
constexpr std::string_view quotedContents[] = {
    "body",     "payload",  "data",   "headers",    "prompt",  "messages",  "message",  "input",
    "content",  "system",   "tool",   "tools",      "args",    "arguments", "kwargs",   "param",
    "params",   "opts",     "env",    "parameters", "option",  "options",   "config",   "configuration",
    "settings", "defaults", "schema", "template",   "query",   "policy",    "sample",   "example",
    "output",   "choices",  "text",   "completion", "fixture", "expected",  "received", "actual"};
/// In whose mouth, or as whose result, an object is none.
constexpr std::string_view quotedSpeakers[] = {"tool", "function", "prompt", "mock", "config"};
/// What quotes before a colon: without one it is the record that such a word names.
constexpr std::string_view quotedMessages[] = {"request", "req",     "requests", "sending", "sent",
                                               "send",    "posting", "post",     "calling", "call"};

/// The last word, and the text before it; the parts of `response_body` and `errBody` are words.
std::string takeWord(std::string_view& text) {
    text = text.substr(0, text.find_last_not_of(" \t\"'`()[]{}<>\\_.=:-,|") + 1);
    std::size_t begin = text.size();
    while (begin > 0 && isLetter(text[begin - 1])) {
        --begin;
        const bool capital = text[begin] >= 'A' && text[begin] <= 'Z';
        if (capital && begin > 0 && text[begin - 1] >= 'a' && text[begin - 1] <= 'z')
            break;
    }
    const auto word = text.substr(begin);
    text = text.substr(0, begin);
    return lowerCase(word);
}

/// PowerShell's, before the error that they met.
bool isCmdlet(std::string_view words) {
    words = trimmed(words, " :");
    return words.ends_with("Invoke-RestMethod") || words.ends_with("Invoke-WebRequest");
}

/// `ERROR`, `[error]`, `error:`; in small letters alone it is a word of a sentence.
bool isLevel(std::string_view token) {
    const auto word = trimmed(token, "[]():|");
    const bool capitals = std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    return (capitals || word.size() < token.size()) && isOneOf(lowerCase(word), levels);
}

/// `tool_result:`, `[human]`: whose words follow, which are no log's own.
bool isNameOfSpeaker(std::string_view token) {
    constexpr std::string_view quoted[] = {"tool",   "tool_result", "tool-result", "tool_output",
                                           "prompt", "human",       "toolresult"};
    return isOneOf(lowerCase(trimmed(token, "[]():|")), quoted);
}

/// A level and at most the names of a logger or two; what follows them is the whole message.
bool isLevelAlone(std::string_view words) {
    bool level = false;
    int count = 0;
    for (auto rest = trimmed(words); !rest.empty(); ++count) {
        const auto token = rest.substr(0, rest.find(' '));
        rest = trimmed(rest.substr(token.size()));
        const bool name =
            token.ends_with(':') || token.ends_with(']') || token.find_first_not_of("-|") == token.npos;
        if (!isLevel(token) && (!name || isNameOfSpeaker(token)))
            return false;
        level = level || isLevel(token);
    }
    return level && count <= 4;
}

/// A colon, a dash, an arrow.
bool isPointed(std::string_view words) {
    return words.empty() || std::string_view(":-|>").find(words.back()) != std::string_view::npos;
}

/// `body=`; an equals sign with blanks around it is code's.
bool isAssigned(std::string_view words) {
    return words.ends_with('=') && !words.ends_with(" =") && !words.ends_with("==");
}

bool endsInVerb(std::string_view words) {
    return isOneOf(takeWord(words), verbs);
}

/// What stands before a status that, perhaps with its reason, ends the words.
std::string_view wordsBeforeStatus(std::string_view words) {
    const std::size_t digit = words.find_last_of("0123456789");
    return digit == words.npos || digit < 2 ? std::string_view() : words.substr(0, digit - 2);
}

/// `DeRouter said 402 {…}`: whether a server speaks, whose words are an answer. Parts of names are words.
bool isSaidByServer(std::string_view words) {
    constexpr std::string_view servers[] = {"router", "server", "api", "upstream", "gateway", "backend"};
    return takeWord(words) == "said" && isOneOf(takeWord(words), servers);
}

/// Whether a status right before a body is what a program reports, by the words before it: none, a mark that
/// ends what loggers put before a message, a level or who answered. In other words prose speaks of errors.
bool reportsStatus(std::string_view before) {
    const auto quote = before;
    before = trimmed(before, " \t`'\"([<");
    const bool assigns = before.ends_with('=');
    if (assigns && quote.substr(quote.rfind('=')).find(' ') != quote.npos)
        return false;              // a program's own text: key=value has no blanks there
    if (before.ends_with(" HTTP")) // `call failed: HTTP 529`
        before = trimmed(before.substr(0, before.size() - 5));
    if (before == "-") // an item of a list
        return false;
    if (before.empty() || std::string_view(":]|-=>}").find(before.back()) != std::string_view::npos)
        return true;
    const std::size_t blank = before.find_last_of(" \t");
    const auto word = blank == before.npos ? before : before.substr(blank + 1);
    constexpr std::string_view words[] = {"ERROR",  "ERR",      "WARN",     "WARNING", "INFO",
                                          "DEBUG",  "CRITICAL", "FATAL",    "FAIL",    "FAILED",
                                          "SEVERE", "status",   "<Response"}; // of requests' repr
    return isOneOf(word, words) || leadTo(before).named || isSaidByServer(before);
}

/// Whether a line speaks of a request to DeRouter's own hosts.
bool namesDeRouter(std::string_view words) {
    return words.find(".derouter.") != words.npos || words.find(".apikey.cloud/") != words.npos;
}

/// Whether a body is an AI API's by its own words: other interfaces' errors stand in an `error` too.
bool isOfApi(std::string_view body) {
    constexpr std::string_view words[] = {"_error", "request_too_large", "insufficient_quota", "\"param\"",
                                          "'param'"};
    return std::ranges::any_of(words, [body](std::string_view word) { return body.find(word) != body.npos; });
}

/// Whether words may stand before a message: a level, what is in brackets, and a name; a sentence has more.
bool isLogHead(std::string_view words) {
    int count = 0;
    for (auto rest = trimmed(words); !rest.empty();) {
        const auto word = rest.substr(0, rest.find(' '));
        rest = trimmed(rest.substr(word.size()));
        const bool bracketed = word.starts_with('[') && word.ends_with(']');
        count += bracketed || isLevel(word) || std::ranges::none_of(word, isLetter) ? 0 : 1;
    }
    return count <= 1;
}

/// A log's own words, without what loggers put before them; nothing where other words stand there.
std::string_view withoutLogHead(std::string_view words) {
    for (const std::string_view mark : {": ", "] ", " - ", " | ", "\t"})
        for (std::size_t at = words.find(mark); at != words.npos; at = words.find(mark)) {
            if (!isLogHead(words.substr(0, at)))
                return {};
            words.remove_prefix(at + mark.size());
        }
    words = trimmed(words);
    const auto first = words.substr(0, words.find(' '));
    return isLevel(first) && first.size() < words.size() ? trimmed(words.substr(first.size())) : words;
}

/// Whether a log's words are the name of a failure and nothing more, as a program prints it before a body.
bool namesFailure(std::string_view words) {
    constexpr int most = 8;
    words = withoutLogHead(words);
    if (words.empty() || !introducesFailure(words) || quotesSomething(words))
        return false;
    int count = 0;
    for (auto rest = words; !rest.empty() && count <= most; ++count) {
        const auto word = rest.substr(0, rest.find(' '));
        rest = trimmed(rest.substr(word.size()));
        if (isWordOfSentence(word))
            return false;
    }
    return count <= most;
}

/// Whether a log's words are a phrase, such as a program prints before what a request came to.
bool isPhrase(std::string_view words) {
    constexpr int most = 8;
    int count = 0;
    for (auto rest = withoutLogHead(words); !rest.empty(); ++count) {
        const auto word = rest.substr(0, rest.find(' '));
        rest = trimmed(rest.substr(word.size()));
        if (count == most || isWordOfSentence(word))
            return false;
    }
    return count > 0 || words.empty();
}

/// Whether nothing stands behind a body but its request's id or its status: a sentence would go on.
bool endsWithBody(std::string_view body) {
    const std::size_t close = body.rfind('}');
    const auto behind =
        close == body.npos ? std::string_view() : trimmed(body.substr(close + 1), " \t\r\n\"'`),;.");
    return behind.empty() || !findRequestId(behind).empty() || statusBehindBody(body);
}

/// A level and at most a logger's name, which says what the rest of the line is not: sent, set or said.
bool isHeadOfLog(std::string_view words) {
    const auto first = words.substr(0, words.find(' '));
    auto rest = words;
    const std::string last = takeWord(rest);
    return isLevel(first) && isLogHead(words) && !isOneOf(last, quotedContents) &&
           !isOneOf(last, quotedMessages) && !isOneOf(last, quotedSpeakers) && !isOneOf(last, speakers);
}

/// `API response was`, `response`: an answer's name at the end of a phrase.
bool endsInAnswersName(std::string_view words) {
    constexpr std::string_view answers[] = {"response", "resp", "reply"};
    auto rest = words;
    std::string last = takeWord(rest);
    if (last == "was") {
        words = trimmed(rest);
        last = takeWord(rest);
    }
    return isOneOf(last, answers) && !isOneOf(takeWord(rest), speakers) && isPhrase(words);
}

/// `请求失败，状态码：429，`: a status that Chinese words name, before a comma of that writing.
bool endsInWideStatus(std::string_view before) {
    constexpr std::string_view comma = "\uFF0C";
    if (before.ends_with(comma))
        before.remove_suffix(comma.size());
    const auto told = toldStatus(before);
    return told && told->status >= 400 && told->begin + 3 == before.size() &&
           contains(before, "\u72B6\u6001");
}

/// Whether words before a body end in the status that it came with: "429", "answered 429".
bool statesStatus(std::string_view before) {
    if (endsInWideStatus(before))
        return !quotesSomething(before);
    if (!statusBefore(before))
        return false;
    auto words = wordsBeforeStatus(before);
    if (!reportsStatus(words))
        return false;
    constexpr std::string_view ofServer = " answered ";
    if (words.ends_with(ofServer))
        words.remove_suffix(ofServer.size());
    else if (isSaidByServer(words))
        words = words.substr(0, words.rfind("said"));
    return !quotesSomething(words);
}

} // namespace

bool isWordOfSentence(std::string_view token) {
    constexpr std::string_view words[] = {
        "the",   "a",     "an",     "about",   "when",     "if",      "like", "see",   "you",
        "your",  "such",  "this",   "that",    "these",    "which",   "how",  "why",   "what",
        "is",    "are",   "was",    "were",    "be",       "as",      "or",   "and",   "may",
        "can",   "would", "will",   "should",  "must",     "e.g",     "look", "catch", "return",
        "throw", "raise", "handle", "handles", "handling", "returns", "i.e",  "no"};
    const std::string word = lowerCase(trimmed(token, ",.;:()[]\"'`"));
    return isOneOf(word, words) || isOneOf(word, speakersOfText);
}

bool isLoggersHead(std::string_view words) {
    bool level = false;
    for (auto rest = trimmed(words); !rest.empty();) {
        const auto word = rest.substr(0, rest.find(' '));
        rest = trimmed(rest.substr(word.size()));
        level = level || isLevel(word);
    }
    return level && isLogHead(words);
}

std::string_view withoutOpeningQuotes(std::string_view before) {
    auto words = before.substr(0, before.find_last_not_of(" \t\"'`\\(") + 1);
    const bool quoted = words.size() < before.size();
    if (quoted && words.ends_with('b') && (words.size() == 1 || !isLetter(words[words.size() - 2])))
        words = trimmed(words.substr(0, words.size() - 1));
    return words;
}

BodyLead leadTo(std::string_view before) {
    const auto words = withoutOpeningQuotes(before);
    BodyLead lead{.words = words, .pointed = isPointed(words)};
    if (words.ends_with("<<") || words.ends_with("<-")) { // an arrow for what comes in
        lead.named = true;
        return lead;
    }
    auto rest = words;
    const std::string last = takeWord(rest);
    auto further = rest;
    const std::string second = takeWord(further);
    const bool leads = lead.pointed || isAssigned(words);
    const bool content = isOneOf(last, contents) && isOneOf(second, names);
    const bool name = isOneOf(last, names) && !isOneOf(second, speakers);
    const bool verb = isOneOf(last, verbs) && !isOneOf(second, speakers);
    if ((content && leads) || (name && isOneOf(second, names) && (leads || endsInVerb(further))))
        lead = {further, true, lead.pointed};
    else if (verb || (name && (leads || endsInVerb(rest))))
        lead = {rest, true, lead.pointed};
    else
        lead.named = isCmdlet(words) || isLevelAlone(words);
    return lead;
}

bool introducesFailure(std::string_view prefix) {
    constexpr std::string_view words[] = {"fail", "error", "exception", "rejected", "refused"};
    return std::ranges::any_of(words, [prefix](std::string_view word) {
        const auto found = std::ranges::search(prefix, word, [](char a, char b) { return (a | 0x20) == b; });
        return !found.empty();
    });
}

bool leadsToRecord(std::string_view before) {
    const bool column = before.ends_with('\t'); // zap's of its fields
    before = trimmed(before);
    const bool pointed = before.ends_with(':');
    if (before.ends_with('=') || quotesSomething(before))
        return false;
    if (column && !pointed)
        return true;
    const auto words = trimmed(before, " :");
    auto rest = words;
    const std::string last = takeWord(rest);
    const std::string second = takeWord(rest);
    if (isOneOf(last, quotedContents))
        return isOneOf(second, names) && second != last;
    if (isOneOf(second, quotedSpeakers) || isOneOf(last, speakersOfText))
        return false;
    if (!pointed)
        return !isWordOfSentence(last);
    const bool spoken = isOneOf(last, names) && isOneOf(second, speakers);
    return !isOneOf(last, quotedMessages) && !spoken && isPhrase(words);
}

bool leadsToAnswer(std::string_view before, const BodyLead& lead, std::string_view body) {
    if (before.empty() || before == "data:") // the line's own message, a frame of a stream
        return true;
    if (statesStatus(before))
        return true;
    if (const auto request = printedRequest(before); request && request->status >= 400)
        return true;
    if (quotesSomething(lead.words))
        return false;
    if (lead.pointed && introducesFailure(before))
        return true;
    if ((lead.named || (lead.pointed && namesDeRouter(before))) && isOfApi(body))
        return true;
    if (isOfApi(body) && namesFailure(before) && endsWithBody(body))
        return true;
    return introducesFailure(before) && (statusBefore(lead.words) || leadsToProvidersWords(before));
}

std::optional<int> statusBehindBody(std::string_view body) {
    const std::size_t close = body.rfind('}');
    const auto behind =
        close == body.npos ? std::string_view() : trimmed(body.substr(close + 1), " \t\r\n\"'`()[]-:");
    return behind.size() == 3 ? leadingStatus(behind) : std::nullopt;
}

bool leadsToIdentified(std::string_view before, std::string_view body) {
    if (!isOfApi(body) || findRequestId(body).empty() || !endsWithBody(body) || before.ends_with('=') ||
        quotesSomething(before))
        return false;
    const auto words = trimmed(before, " \t`'\"(");
    return (statusBefore(words) && isPhrase(wordsBeforeStatus(words))) || isHeadOfLog(words) ||
           endsInAnswersName(words);
}

bool leadsToWholeMessage(std::string_view before, std::string_view body, bool dated) {
    if (!isOfApi(body) || findRequestId(body).empty() || !endsWithBody(body))
        return false;
    const auto words = before.substr(0, before.find_last_not_of(" \t:-") + 1);
    const bool status = statusBefore(words).has_value();
    const auto head = status ? wordsBeforeStatus(words) : before;
    return isHeadOfRecord(head, dated) || (status && namesStatusOnly(head));
}

} // namespace derouter
