// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/httperrors.h"
#include "format/quotation.h"

#include "format/errortext.h"
#include "format/recordbuilder.h"
#include "format/sdkerrors.h"
#include "format/spellings.h"
#include "format/statuswords.h"
#include "format/symfonyerrors.h"
#include "format/texts.h"
#include "format/toldstatus.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace derouter {

namespace {

/// Whether words end in the method of a request whose address follows.
bool endsInMethod(std::string_view words) {
    constexpr std::string_view methods[] = {"POST", "GET", "PUT", "PATCH", "DELETE", "HEAD", "post", "get"};
    words = trimmed(words, " \t\"'`");
    const auto last = words.substr(words.find_last_of(" \t([:\"'`") + 1);
    return std::ranges::find(methods, last) != std::end(methods);
}

void takeUrl(std::string_view url, RecordBuilder& builder) {
    if (!url.empty())
        builder.takeToldUrl(url);
}

/// The body that such a line may quote: `… Text: "{"error":{…}}"`.
void mineBody(std::string_view line, RecordBuilder& builder) {
    const std::size_t at = findErrorBody(line);
    if (at == line.npos)
        return;
    mineErrorText(line.substr(at), builder, 1);
    builder.noteErrorBody();
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
                                          {"failed with status "},
                                          {"responded with status "},
                                          {"HTTP status client error ("},
                                          {"HTTP status server error ("},
                                          {"Client error '"},
                                          {"Server error '"},
                                          {"resulted in a `"},
                                          {"ClientResponseError: "},
                                          {"HTTP Error "},
                                          {"<HTTPError "}, // urllib's, as Python prints it for programmers
                                          {"does not indicate success: "},
                                          {"Response code "},        // got's
                                          {"has a status code of "}, // Dio's
                                          {"Response{status: "},     // Elixir's Req and Finch, inspected
                                          {"HTTP response code: "},
                                          {"Encountered an HTTP status error: "}};

/// What relays and agents say that speak to nothing but AI APIs: new-api, goose, Codex.
bool isOfAgent(std::string_view line, std::size_t at) {
    return contains(line, "channel error (channel #") ||
           contains(line, "Request failed: Request failed with status: ") ||
           (contains(line, "goose::providers::") && !quotesSomething(line.substr(0, at))) ||
           (contains(line, "stream error: unexpected status ") && !quotesSomething(line.substr(0, at)));
}

bool minePhrase(std::string_view line, RecordBuilder& builder) {
    for (const StatusPhrase& phrase : statusPhrases) {
        const std::size_t at = line.find(phrase.words);
        if (at == line.npos)
            continue;
        const auto rest = line.substr(at + phrase.words.size());
        const auto status = failingStatusAt(rest);
        if (!status)
            continue;
        builder.takeWeakStatus(*status);
        // Faraday's, which has then no line for the answer itself.
        if (line.substr(0, at).ends_with("the server ") && contains(line, "Faraday::") &&
            builder.awaitsAnswer())
            builder.takeSent();
        if (isOfAgent(line, at))
            builder.noteErrorBody();
        if (contains(line,
                     "._base_client:")) // the Python SDKs' logger, whose other lines say of what request
            builder.noteToldAgain();
        const std::size_t colon = rest.find(": ");
        if (colon != rest.npos && phrase.saysMore)
            mineErrorText(rest.substr(colon + 2, rest.find(", url: ") - colon - 2), builder, 1);
        return true;
    }
    return false;
}

/// What stands in the line before the request it speaks of: `429 Too Many Requests on POST request for
/// "https://…"`, `503 Service Unavailable from POST https://…` of Spring, `Client request(POST https://…)
/// invalid: 402 …` of ktor, `[429 Too Many Requests] during [POST] to [https://…]` of Feign.
bool mineJava(std::string_view line, RecordBuilder& builder) {
    for (const std::string_view words : {" on POST request for ", " on GET request for ", " from POST http",
                                         " from GET http", " from http", "] during ["}) {
        const std::size_t at = line.find(words);
        const auto status = at == line.npos ? std::nullopt : statusBefore(line.substr(0, at));
        if (!status || quotesSomething(line.substr(0, at)))
            continue;
        builder.takeWeakStatus(*status);
        return true;
    }
    for (const std::string_view words : {") invalid: ", ": "}) {
        const std::size_t request = line.find(words.size() > 2 ? "Client request(" : "Server error(");
        const std::size_t at = request == line.npos ? request : line.find(words, request);
        const auto status = at == line.npos ? std::nullopt : failingStatusAt(line.substr(at + words.size()));
        if (!status)
            continue;
        builder.takeWeakStatus(*status);
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
    const auto status = failingStatusAt(line.substr(at + 3));
    if (!status)
        return false;
    takeUrl(before.substr(before.rfind('"') + 1), builder);
    builder.takeWeakStatus(*status);
    builder.suggestReporter(Reporter::Program);
    if (const std::size_t body = line.find('{', at); body != line.npos)
        mineErrorText(line.substr(body), builder, 1);
    return true;
}

/// `POST https://…: 504 Gateway Timeout {…}`, without quotation marks too.
bool mineAddressed(std::string_view line, RecordBuilder& builder) {
    const auto url = requestUrlIn(line);
    const auto before = line.substr(0, url.empty() ? 0 : static_cast<std::size_t>(url.data() - line.data()));
    if (!endsInMethod(before) || quotesSomething(before))
        return false;
    const auto behind = line.substr(before.size() + url.size());
    const std::size_t digit = std::min(behind.find_first_not_of(" \"'`:)->="), behind.size());
    const auto mark = trimmed(behind.substr(0, digit));
    const auto status = failingStatusAt(behind.substr(digit));
    if (!status || (!mark.ends_with(':') && !mark.ends_with('>')))
        return false;
    takeUrl(url, builder);
    builder.takeWeakStatus(*status);
    return true;
}

/// claude-code-router: `Error from provider(name,model: 429): {…}`.
bool mineRouter(std::string_view line, RecordBuilder& builder) {
    const std::size_t at = line.find("from provider(");
    if (at == line.npos)
        return false;
    const auto provider = line.substr(at + 14, line.find(')', at) - at - 14);
    const std::size_t colon = provider.rfind(": ");
    const auto status = colon == provider.npos ? std::nullopt : failingStatusAt(provider.substr(colon + 2));
    if (!status)
        return false;
    builder.takeWeakStatus(*status);
    if (const std::size_t comma = provider.find(','); comma < colon)
        builder.take(Field::Model, {Scalar::Kind::String, provider.substr(comma + 1, colon - comma - 1)});
    return true;
}

/// requests: `429 Client Error: Too Many Requests for url: https://…`.
bool mineRequests(std::string_view line, RecordBuilder& builder) {
    for (const std::string_view mark : {" Client Error: ", " Server Error: "}) {
        const std::size_t at = line.find(mark);
        const auto status =
            at != line.npos && at >= 3 ? failingStatusAt(line.substr(at - 3, 3)) : std::nullopt;
        if (!status)
            continue;
        builder.takeWeakStatus(*status);
        return true;
    }
    return false;
}

/// aiohttp: `429, message='Too Many Requests', url='https://…'`.
bool mineAiohttp(std::string_view line, RecordBuilder& builder) {
    const std::size_t at = line.find(", message='");
    if (at == line.npos || at < 3 || line.find(", url=", at) == line.npos)
        return false;
    const auto before = line.substr(0, at - 3);
    const auto status = failingStatusAt(line.substr(at - 3));
    const bool begins = before.empty() || std::string_view(" :(\"'").find(before.back()) != before.npos;
    if (!status || !begins || quotesSomething(before))
        return false;
    builder.takeWeakStatus(*status);
    return true;
}

bool mineSymfony(std::string_view line, RecordBuilder& builder) {
    const auto status = statusReturnedFor(line);
    if (status)
        builder.takeWeakStatus(*status);
    return status.has_value();
}

/// `reqwest::Error { kind: Status(529, None), url: "https://…" }`, as Rust prints it for programmers.
bool mineReqwest(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view words = "reqwest::Error { kind: Status(";
    const std::size_t at = line.find(words);
    if (at == line.npos || quotesSomething(line.substr(0, at)))
        return false;
    const auto status = failingStatusAt(line.substr(at + words.size()));
    if (status)
        builder.takeWeakStatus(*status);
    return status.has_value();
}

/// Django's `Bad Gateway: /proxy/v1/messages`, beside which its access line tells of the request.
bool mineReasonAndPath(std::string_view line, RecordBuilder& builder) {
    constexpr std::pair<std::string_view, int> reasons[] = {
        {"Bad Request: /", 400},         {"Unauthorized: /", 401},          {"Payment Required: /", 402},
        {"Too Many Requests: /", 429},   {"Internal Server Error: /", 500}, {"Bad Gateway: /", 502},
        {"Service Unavailable: /", 503}, {"Gateway Timeout: /", 504}};
    for (const auto& [words, status] : reasons) {
        const std::size_t at = line.find(words);
        if (at == line.npos)
            continue;
        const auto path = line.substr(at + words.size() - 1);
        builder.takeStatus(status, 1);
        builder.take(Field::Path, {Scalar::Kind::String, path.substr(0, path.find(' '))});
        return true;
    }
    return false;
}

} // namespace

std::string_view requestUrlIn(std::string_view line) {
    for (std::size_t at = line.find("http"); at != line.npos; at = line.find("http", at + 4)) {
        auto url = line.substr(at);
        if (!url.starts_with("https://") && !url.starts_with("http://"))
            continue;
        const auto before = trimmed(line.substr(0, at));
        if (before.ends_with("see") || before.ends_with("See") || before.ends_with("check:") ||
            before.ends_with("URL:"))
            continue;
        url = url.substr(0, url.find_first_of(" ,'\")>`]\\"));
        while (url.ends_with(':') || url.ends_with('.') || url.ends_with(';'))
            url.remove_suffix(1);
        return url;
    }
    return {};
}

bool isApiAddress(std::string_view address) {
    constexpr std::string_view parts[] = {
        "//api.derouter.", "//api-direct.derouter.", "//api.apikey.cloud", "//api-direct.apikey.cloud",
        "/v1/messages",    "/v1/chat/completions",   "/v1/responses",      "/openai/v1/"};
    return std::ranges::any_of(
        parts, [address](std::string_view part) { return address.find(part) != address.npos; });
}

/// Whether an object names a type that an AI API's errors alone have, or is such an error as a whole.
static bool namesApiError(std::string_view object) {
    constexpr std::string_view words[] = {
        "\"rate_limit_error", "\"overloaded_error",  "\"authentication_error",     "\"billing_error",
        "\"type\":\"error\"", "\"type\": \"error\"", "\\\"type\\\":\\\"error\\\"", "\"req_"};
    return std::ranges::any_of(words,
                               [object](std::string_view word) { return object.find(word) != object.npos; });
}

bool statesFailedCall(std::string_view object) {
    constexpr std::string_view names[] = {"\"status\"", "\"statusCode\"", "\"status_code\"", "\"httpStatus\"",
                                          "\"httpCode\""};
    if (object.find("tatus") == object.npos)
        return false;
    const bool failed = std::ranges::any_of(names, [object](std::string_view name) {
        const std::size_t at = object.find(name);
        const auto behind = at == object.npos ? std::string_view() : object.substr(at + name.size());
        const std::size_t value = std::min(behind.find_first_not_of(" \t\n:\""), behind.size());
        return failingStatusAt(behind.substr(value)).has_value();
    });
    return failed && (isApiAddress(object) || namesApiError(object));
}

/// Whether an object, as its text stands, has the member with that word for its value, at any depth.
static bool hasMember(std::string_view object, std::string_view name, std::string_view value) {
    const std::size_t at = object.find(value);
    return at != object.npos && trimmed(object.substr(0, at), " :").ends_with(name);
}

bool isFailedEvent(std::string_view object) {
    return hasMember(object, R"("type")", R"("response.failed")") ||
           (hasMember(object, R"("status")", R"("failed")") &&
            hasMember(object, R"("object")", R"("response")"));
}

std::string_view apiAddressIn(std::string_view words) {
    const auto url = requestUrlIn(words);
    if (!url.empty())
        return isApiAddress(url) ? url : std::string_view();
    const std::size_t at = words.find(" /");
    if (at == words.npos || !endsInMethod(words.substr(0, at)))
        return {};
    const auto path = words.substr(at + 1, words.find_first_of(" ,;'\")", at + 1) - at - 1);
    return isApiAddress(path) ? path : std::string_view();
}

bool mineHttpStatus(std::string_view line, RecordBuilder& builder) {
    const bool stated = mineSdkError(line, builder) || minePhrase(line, builder) || mineGo(line, builder) ||
                        mineJava(line, builder) || mineRouter(line, builder) || mineRequests(line, builder) ||
                        mineAiohttp(line, builder) || mineSymfony(line, builder) ||
                        mineReqwest(line, builder) || mineToldStatus(line, builder) ||
                        mineAddressed(line, builder) ||
                        (builder.isTrusted() && mineReasonAndPath(line, builder));
    if (!stated)
        return false;
    const bool failed = builder.record().status >= 400;
    if (failed && !builder.hasError())
        mineBody(line, builder);
    takeUrl(requestUrlIn(line), builder);
    if (failed && !builder.record().path.empty())
        builder.suggestReporter(Reporter::HttpError);
    return true;
}

} // namespace derouter
