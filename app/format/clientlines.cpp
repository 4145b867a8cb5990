// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/clientlines.h"

#include "format/errortext.h"
#include "format/looseobject.h"
#include "format/recordbuilder.h"
#include "format/texts.h"

#include <algorithm>
#include <string>

namespace derouter {

namespace {

std::optional<int> statusAt(std::string_view text) {
    const auto status = threeDigits(text);
    const bool ends = text.size() == 3 || (text.size() > 3 && !isDigit(text[3]) && text[3] != '.');
    return status && ends && *status >= 100 && *status < 600 ? status : std::nullopt;
}

/// What stands between `begin` and the next of `ends`, behind the last `begin` in the text.
std::string_view between(std::string_view text, std::string_view begin, std::string_view ends) {
    const std::size_t at = text.rfind(begin);
    if (at == text.npos)
        return {};
    const auto rest = text.substr(at + begin.size());
    return rest.substr(0, rest.find_first_of(ends));
}

void takeString(RecordBuilder& builder, Field field, std::string_view text) {
    if (!text.empty())
        builder.take(field, {Scalar::Kind::String, text});
}

bool mentionsContent(std::string_view line) {
    constexpr std::string_view words[] = {"prompt",  "Prompt",    "question", "user asked", "said:",
                                          "explain", "what does", "options:", "assert",     "content="};
    return std::ranges::any_of(words, [line](std::string_view word) { return line.find(word) != line.npos; });
}

/// Where the tag of the Node SDKs begins; npos where there is none. A logger or a collector may have put
/// anything before it; but not a quotation or a sentence that speaks of it.
std::size_t findSdkTag(std::string_view line) {
    const std::size_t at = line.find("[log_");
    if (at == 0 || at == line.npos)
        return at;
    const auto before = line.substr(0, at);
    const bool apart = std::string_view(" \t\r|:])>").find(before.back()) != std::string_view::npos;
    return apart && at < 200 && !quotesSomething(before) && !mentionsContent(before) ? at : line.npos;
}

/// `[log_77ac10, retryOf: log_5e1b07, request-id: "req_…"] ` of the Node SDKs.
bool takeSdkTag(std::string_view& line, RecordBuilder& builder) {
    const std::size_t begin = findSdkTag(line);
    const std::size_t close = begin == line.npos ? begin : line.find(']', begin);
    if (close == line.npos)
        return false;
    const auto tag = line.substr(begin + 1, close - begin - 1);
    takeString(builder, Field::AttemptId, tag.substr(0, tag.find(',')));
    takeString(builder, Field::RetryOf, between(tag, "retryOf: ", ","));
    builder.takeRequestId(between(tag, "request-id: \"", "\""));
    line = line.substr(std::min(close + 2, line.size()));
    builder.setReporter(Reporter::SdkLog);
    return true;
}

/// `post https://… failed with status 429 in 212ms - retrying, 2 attempts remaining`, `connection timed out -
/// …`.
bool mineSdkSentence(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view mark = " with status ";
    if (line.starts_with("connection ")) {
        builder.noteNoResponse();
        builder.takeErrorMessage(line.substr(0, line.find_first_of("-(") - 1), 1);
        return true;
    }
    const std::size_t at = line.find(mark);
    if (at == line.npos)
        return false;
    const auto before = line.substr(0, at);
    const auto verb = before.substr(before.rfind(' ') + 1);
    const auto status = statusAt(line.substr(at + mark.size()));
    if ((verb != "failed" && verb != "succeeded") || !status)
        return false;
    builder.takeRequestLine(
        builder.keep(upperCase(before.substr(0, before.find(' '))) +
                     std::string(before.substr(std::min(before.find(' '), before.size())))));
    builder.takeStatus(*status, 2);
    takeString(builder, Field::Duration, between(line.substr(at), " in ", " "));
    return true;
}

ClientLine mineSdkLog(std::string_view line, RecordBuilder& builder) {
    if (line.starts_with("sending request"))
        return {.states = false, .dump = Place::Request};
    const bool stated = mineSdkSentence(line, builder);
    return {.states = stated, .dump = Place::Response};
}

/// `HTTP Request: POST https://… "HTTP/1.1 429 Too Many Requests"` of httpx, `HTTP Response: POST https://…
/// "429 Too Many Requests" Headers({…})` and, newer, `HTTP Response: POST 429` of the SDKs.
bool minePythonClient(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view request = "HTTP Request: ";
    constexpr std::string_view response = "HTTP Response: ";
    std::size_t at = line.find(request);
    const bool isRequest = at != line.npos;
    if (!isRequest)
        at = line.find(response);
    if (at == line.npos || (at > 0 && line[at - 1] != ' ' && line[at - 1] != ':' && line[at - 1] != ']'))
        return false;
    const auto rest = line.substr(at + (isRequest ? request.size() : response.size()));
    const std::size_t quote = rest.find(" \"");
    auto answer = quote == rest.npos ? rest.substr(rest.find(' ') + 1) : rest.substr(quote + 2);
    if (answer.starts_with("HTTP/"))
        answer.remove_prefix(std::min(answer.find(' ') + 1, answer.size()));
    const auto status = statusAt(answer.substr(0, answer.find_first_of("\" ")));
    if (!status)
        return false;
    if (quote != rest.npos)
        builder.takeRequestLine(rest.substr(0, quote));
    builder.takeStatus(*status, 2);
    builder.setReporter(isRequest ? Reporter::HttpClient : Reporter::SdkLog);
    if (const std::size_t headers = rest.find("Headers({"); headers != rest.npos)
        readLooseObject(rest.substr(headers + 8), Place::Headers, builder, 0);
    return true;
}

/// Glyphs of a terminal, a level or a logger's name, or another notice of the program; no sentence.
bool mayPrecedeNotice(std::string_view before) {
    while (before.ends_with(' '))
        before.remove_suffix(1);
    const auto last = before.empty() ? ']' : before.back();
    const bool glyph = static_cast<unsigned char>(last) >= 0x80;
    const bool logger = last == ':' && before.find(' ') == before.npos;
    return !quotesSomething(before) && (last == ']' || last == '|' || glyph || logger);
}

/// Claude Code: `API Error: 529 {…}`, `API Error (529 {…}) · Retrying in 5 seconds… (attempt 4/10)`, `API
/// error (attempt 1/11): 529 529 {…}`.
bool mineAgent(std::string_view line, RecordBuilder& builder) {
    std::size_t at = line.find("API Error");
    if (at == line.npos)
        at = line.find("API error");
    if (at == line.npos)
        return false;
    if (!mayPrecedeNotice(line.substr(0, at)))
        return false;
    auto rest = line.substr(at + 9);
    const bool attempted = rest.starts_with(" (attempt ");
    takeString(builder, Field::AttemptNumber, between(line, "(attempt ", ")"));
    if (attempted)
        rest = rest.substr(std::min(rest.find(')'), rest.size() - 1) + 1);
    rest = rest.substr(std::min(rest.find_first_not_of(":( "), rest.size()));
    auto status = statusAt(rest);
    if (!status) {
        const auto rejected = between(rest, "rejected (", ")");
        const auto repeated = between(rest, "Repeated ", " ");
        status = rejected.empty() ? statusAt(repeated) : statusAt(rejected);
        rest = status ? std::string_view() : rest;
    }
    if (!status) {
        mineErrorText(rest, builder, 1);
        return builder.hasError();
    }
    builder.takeStatus(*status, 2);
    builder.noteErrorBody();
    while (statusAt(rest) && rest.size() > 4) // the SDK's text begins with the status too
        rest.remove_prefix(4);
    const std::size_t retrying = rest.find(") \xC2\xB7");
    if (!rest.empty() && !statusAt(rest))
        mineErrorText(rest.substr(0, rest.starts_with('{') ? rest.npos : std::min(retrying, rest.find(". "))),
                      builder, 1);
    return true;
}

struct StatusPhrase {
    std::string_view words; ///< a status stands behind them
    bool saysMore = false;  ///< and behind the status a colon and what the answer said
};

constexpr StatusPhrase statusPhrases[] = {{"unexpected status ", true},
                                          {"last status: "},
                                          {"status code: ", true},
                                          {"status code "},
                                          {"failed with status: "},
                                          {"HTTP status client error ("},
                                          {"HTTP status server error ("},
                                          {"Client error '"},
                                          {"Server error '"},
                                          {"HTTP Error "},
                                          {"does not indicate success: "},
                                          {"HTTP response code: "},
                                          {"Encountered an HTTP status error: "}};

bool minePhrase(std::string_view line, RecordBuilder& builder) {
    for (const StatusPhrase& phrase : statusPhrases) {
        const std::size_t at = line.find(phrase.words);
        if (at == line.npos)
            continue;
        const auto rest = line.substr(at + phrase.words.size());
        const auto status = statusAt(rest);
        if (!status || *status < 400)
            continue;
        builder.takeWeakStatus(*status);
        // What relays and agents say that speak to nothing but AI APIs: new-api, goose.
        if (line.find("channel error (channel #") != line.npos ||
            line.find("Request failed: Request failed with status: ") != line.npos)
            builder.noteErrorBody();
        const std::size_t colon = rest.find(": ");
        if (colon != rest.npos && phrase.saysMore)
            mineErrorText(rest.substr(colon + 2, rest.find(", url: ") - colon - 2), builder, 1);
        return true;
    }
    return false;
}

/// Go's SDKs: `POST "https://…": 429 Too Many Requests {…}`.
bool mineGo(std::string_view line, RecordBuilder& builder) {
    const std::size_t at = line.find("\": ");
    const auto before = line.substr(0, at);
    if (at == line.npos || before.find(" \"http") == before.npos)
        return false;
    const auto rest = line.substr(at + 3);
    const auto status = statusAt(rest);
    if (!status || *status < 400)
        return false;
    takeString(builder, Field::Path, before.substr(before.rfind('"') + 1));
    builder.takeWeakStatus(*status);
    if (const std::size_t body = rest.find('{'); body != rest.npos)
        mineErrorText(rest.substr(body), builder, 1);
    return true;
}

/// claude-code-router: `Error from provider(name,model: 429): {…}`.
bool mineRouter(std::string_view line, RecordBuilder& builder) {
    const std::size_t at = line.find("from provider(");
    if (at == line.npos)
        return false;
    const auto provider = line.substr(at, line.find(')', at) - at);
    const std::size_t colon = provider.rfind(": ");
    const auto status = colon == provider.npos ? std::nullopt : statusAt(provider.substr(colon + 2));
    if (status)
        builder.takeWeakStatus(*status);
    return status.has_value();
}

/// requests: `429 Client Error: Too Many Requests for url: https://…`.
bool mineRequests(std::string_view line, RecordBuilder& builder) {
    for (const std::string_view mark : {" Client Error: ", " Server Error: "}) {
        const std::size_t at = line.find(mark);
        const auto status = at != line.npos && at >= 3 ? statusAt(line.substr(at - 3, 3)) : std::nullopt;
        if (!status)
            continue;
        builder.takeWeakStatus(*status);
        return true;
    }
    return false;
}

/// Requests that got no answer: `error sending request for url (https://…)`, `TypeError: fetch failed`. What
/// an agent says of its API needs no address.
bool mineNoAnswer(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view ofAgents[] = {"stream disconnected before completion: ",
                                             "Unable to connect to API"};
    constexpr std::string_view ofLibraries[] = {"error sending request for url (", "fetch failed"};
    const auto stands = [line](std::string_view words) { return line.find(words) != line.npos; };
    const bool agent = std::ranges::any_of(ofAgents, stands);
    const std::size_t address = line.find("https://");
    if (!agent && (!std::ranges::any_of(ofLibraries, stands) || address == line.npos))
        return false;
    if (address != line.npos) {
        auto url = line.substr(address);
        url = url.substr(0, url.find_first_of(" ,')\""));
        takeString(builder, Field::Path, url.ends_with(':') ? url.substr(0, url.size() - 1) : url);
    }
    builder.noteNoResponse();
    builder.takeErrorMessage(line, 0);
    return true;
}

/// Of the exceptions of HTTP libraries and relays. Only with a URL, a body or an id beside it is it an API's.
bool mineException(std::string_view line, RecordBuilder& builder) {
    return minePhrase(line, builder) || mineGo(line, builder) || mineRouter(line, builder) ||
           mineRequests(line, builder) || mineNoAnswer(line, builder);
}

/// The URL and the id that such lines end with.
void takeUrlAndId(std::string_view line, RecordBuilder& builder) {
    for (const std::string_view mark : {" for url: ", " for url '", " for url (", " url: ", ", url="}) {
        const auto url = between(line, mark, " ,')");
        if (url.starts_with("http"))
            takeString(builder, Field::Path, url);
    }
    for (const std::string_view mark :
         {"request id: ", "Request ID: ", "request_id: ", "Request-Id: ", "request-id: "})
        builder.takeRequestId(between(line, mark, " ,)\"'"));
}

} // namespace

ClientLine mineClientLine(std::string_view line, RecordBuilder& builder) {
    line = line.substr(0, line.find('\n'));
    if (takeSdkTag(line, builder))
        return mineSdkLog(line, builder);
    if (minePythonClient(line, builder))
        return {.states = true};
    if (line.find("Sending HTTP Request: ") != line.npos)
        builder.setReporter(Reporter::SdkLog);
    if (mentionsContent(line))
        return {};
    if (!mineAgent(line, builder) && !mineException(line, builder))
        return {};
    takeUrlAndId(line, builder);
    return {.states = true};
}

} // namespace derouter
