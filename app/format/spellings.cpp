// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/spellings.h"

#include "format/texts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

namespace derouter {

namespace {

constexpr ByteSet wordBytes("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");

constexpr bool isWord(char c) {
    return wordBytes.has(c);
}

constexpr std::string_view idPrefix = "req_";

/// Whether the text ends within an id: before the quotation mark that would close it, or with dots or a word
/// for the rest.
bool isCut(std::string_view id, char before, std::string_view behind) {
    constexpr std::size_t usual = 28; // of DeRouter's ids; behind a whole one the dots are a sentence's
    const bool open = (before == '"' || before == '\'') && behind.empty();
    const bool dots = behind.starts_with("...") || behind.starts_with("\xE2\x80\xA6") ||
                      behind.starts_with(" (truncated"); // Guzzle's
    return open || (dots && id.size() < usual);
}

/// `req_Kj3h2G1fA9s8d7`: Stripe names its requests so, by fourteen letters and digits.
bool isStripes(std::string_view id) {
    constexpr std::size_t drawn = 14;
    if (id.size() != idPrefix.size() + drawn)
        return false;
    const auto name = id.substr(idPrefix.size());
    const bool hex = name.find_first_not_of("0123456789abcdef") == name.npos; // a part of one of DeRouter's
    return !hex && name.find('_') == name.npos;
}

/// The id that begins at `at`, if it is one there: at a word's edge, whole, of a known length, no
/// placeholder, no other service's.
std::string_view idAt(std::string_view text, std::size_t at) {
    if (at > 0 && (isWord(text[at - 1]) || text[at - 1] == '-'))
        return {};
    const std::size_t end = wordBytes.endOfRun(text, at + idPrefix.size());
    const auto id = text.substr(at, end - at);
    const bool placeholder = id.starts_with("req_abc123") || id.starts_with("req_xxx") || id == "req_a1b2c3";
    const bool whole = id.size() >= 10 && id.size() <= 68 && !placeholder && !isStripes(id);
    return whole && !isCut(id, at > 0 ? text[at - 1] : ' ', text.substr(end)) ? id : std::string_view();
}

/// Whether letters and digits were drawn by lot: a name that programmers give, `req_timeout`,
/// `req_http2Stream`, has few digits, and they stand together.
bool isRandom(std::string_view id) {
    constexpr std::size_t longest = 15; // of names of one word
    const auto drawn =
        id.substr(std::min(id.rfind('_'), id.size()) + 1); // `req_vrtx_01…`: behind who gave it
    const bool hex = drawn.find_first_not_of("0123456789abcdefABCDEF") == drawn.npos;
    const bool begins = !drawn.empty() && isDigit(drawn.front());
    std::size_t digits = 0;
    std::size_t turns = 0; // from letters to digits and back
    for (std::size_t at = 0; at < drawn.size(); ++at) {
        digits += isDigit(drawn[at]) ? 1 : 0;
        turns += at > 0 && isDigit(drawn[at]) != isDigit(drawn[at - 1]) ? 1 : 0;
    }
    if (drawn.size() > longest)
        return begins || digits >= 3;
    const bool named = drawn.size() + idPrefix.size() < id.size(); // `req_count_100000`
    return !named && drawn.size() >= 6 && (hex ? begins || turns >= 2 : turns >= 3);
}

} // namespace

std::optional<int> statusFrom(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    int status = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), status);
    const auto rest = text.substr(static_cast<std::size_t>(end - text.data()));
    // "429 Too Many Requests" and "529.0" are statuses; "10.0.5.29" and "2026-11-23" are not.
    const bool ends = rest.empty() || rest.front() == ' ' || rest == ".0";
    return error == std::errc() && ends && status >= 100 && status <= 999 ? std::optional(status)
                                                                          : std::nullopt;
}

int lastStatusOf(std::string_view tries) {
    const std::size_t separator = tries.find_last_of(",: ");
    return statusFrom(separator == tries.npos ? tries : tries.substr(separator + 1)).value_or(0);
}

/// Whether a word is one of these, which are in small letters, in any case.
static bool isAnyOf(std::string_view word, std::span<const std::string_view> known) {
    return std::ranges::any_of(known, [word](std::string_view each) {
        return std::ranges::equal(word, each,
                                  [](char a, char b) { return (isLetter(a) ? a | 0x20 : a) == b; });
    });
}

bool isQuietLevel(std::string_view level) {
    constexpr std::string_view levels[] = {"info",    "debug", "trace", "information",
                                           "verbose", "10",    "20",    "30"};
    return isAnyOf(level, levels);
}

bool isWarningLevel(std::string_view level) {
    constexpr std::string_view levels[] = {"warn", "warning", "wrn", "40"};
    return isAnyOf(level, levels);
}

bool isSevereLevel(std::string_view level) {
    constexpr std::string_view levels[] = {"error", "err",  "fatal", "critical",  "severe",
                                           "alert", "crit", "50",    "emergency", "60",
                                           "panic", "e",    "f",     "ftl"};
    return isAnyOf(level, levels);
}

bool isWordOfSuccess(std::string_view word) {
    constexpr std::string_view words[] = {"ok", "success", "succeeded", "none", "0"};
    return isAnyOf(word, words);
}

bool isWordOfFailure(std::string_view word) {
    constexpr std::string_view words[] = {
        "failed",      "failure",      "fail",      "error",       "errored",      "timeout",
        "timed_out",   "false",        "ko",        "nok",         "rate_limited", "throttled",
        "overloaded",  "rejected",     "denied",    "aborted",     "canceled",     "cancelled",
        "unavailable", "unauthorized", "forbidden", "interrupted", "4xx",          "5xx"};
    return isAnyOf(word, words);
}

std::string_view present(std::string_view text) {
    constexpr std::string_view absent[] = {"-", "null", "None", "undefined", "nil", "<none>"};
    return std::ranges::find(absent, text) != std::end(absent) ? std::string_view() : text;
}

bool isClassNameChar(char c) {
    return isWord(c) || c == '.' || c == '$';
}

std::string_view classNameBefore(std::string_view line, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && isClassNameChar(line[begin - 1]))
        --begin;
    return line.substr(begin, end - begin);
}

bool isCapitals(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool isUsualMethod(std::string_view word) {
    constexpr std::string_view methods[] = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"};
    return std::ranges::find(methods, word) != std::end(methods);
}

bool isLowerCaseWord(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

bool isApiErrorType(std::string_view word) {
    constexpr std::string_view others[] = {"request_too_large", "insufficient_quota", "requests", "tokens",
                                           "engine_overloaded"};
    return isLowerCaseWord(word) &&
           (word.ends_with("_error") || std::ranges::find(others, word) != std::end(others));
}

bool isNoResponseName(std::string_view name) {
    constexpr std::string_view names[] = {
        "APIConnectionError", "APIConnectionTimeoutError", "APITimeoutError",  "APIUserAbortError",
        "litellm.Timeout",    "AnthropicIoException",      "OpenAIIoException"};
    return std::ranges::any_of(names, [name](std::string_view known) { return name.ends_with(known); });
}

bool isConnectionCode(std::string_view code) {
    constexpr std::string_view families[] = {
        "UND_ERR_", "CERT_", "UNABLE_TO_", "SELF_SIGNED_", "ERR_TLS_", "ERR_SSL_", "DEPTH_ZERO_SELF_SIGNED_"};
    constexpr std::string_view codes[] = {"ECONNREFUSED",
                                          "ECONNRESET",
                                          "ECONNABORTED",
                                          "ENOTFOUND",
                                          "EAI_AGAIN",
                                          "EAI_FAIL",
                                          "EAI_NODATA",
                                          "ETIMEDOUT",
                                          "EHOSTUNREACH",
                                          "EHOSTDOWN",
                                          "ENETUNREACH",
                                          "ENETDOWN",
                                          "EPIPE",
                                          "EPROTO",
                                          "ERR_NETWORK",
                                          "ERR_SOCKET_CONNECTION_TIMEOUT",
                                          "ESOCKETTIMEDOUT",
                                          "ERR_STREAM_PREMATURE_CLOSE",
                                          "ConnectionRefused",
                                          "ConnectionClosed",
                                          "ConnectionReset",
                                          "FailedToOpenSocket"};
    const auto begins = [code](std::string_view family) { return code.starts_with(family); };
    // UND_ERR_ABORTED: by the program itself.
    return std::ranges::find(codes, code) != std::end(codes) ||
           (std::ranges::any_of(families, begins) && code != "UND_ERR_ABORTED");
}

bool isConnectionClass(std::string_view name) {
    constexpr std::string_view classes[] = {"ConnectError",
                                            "ConnectTimeout",
                                            "ReadError",
                                            "ReadTimeout",
                                            "RemoteProtocolError",
                                            "ConnectionError",
                                            "ConnectionRefusedError",
                                            "ConnectionResetError",
                                            "TimeoutError",
                                            "ClientConnectorError",
                                            "ServerDisconnectedError",
                                            "ConnectException",
                                            "SocketException",
                                            "SocketTimeoutException",
                                            "HttpTimeoutException",
                                            "HttpConnectTimeoutException",
                                            "UnknownHostException",
                                            "SSLHandshakeException"};
    name.remove_prefix(name.rfind('.') + 1);
    return std::ranges::find(classes, name) != std::end(classes);
}

bool isSdkErrorName(std::string_view name) {
    constexpr std::string_view own[] = {"APIError",        "APIStatusError",       "RequestTooLargeError",
                                        "OverloadedError", "AI_APICallError",      "APICallError",
                                        "AI_RetryError",   "DeadlineExceededError"};
    // Of the Java SDKs, where every exception but these tells of an answer.
    const bool java = name.starts_with("com.anthropic.errors.") || name.starts_with("com.openai.errors.");
    if (java)
        return !name.ends_with("InvalidDataException") && !isNoResponseName(name);
    constexpr std::string_view modules[] = {"anthropic", "openai", "litellm", "Anthropic", "OpenAI"};
    const auto ends = [name](std::string_view known) { return name.ends_with(known); };
    const auto begins = [name](std::string_view module) { return name.starts_with(module); };
    return std::ranges::any_of(own, ends) ||
           (std::ranges::any_of(modules, begins) && statusOfErrorName(name) > 0);
}

int statusOfErrorName(std::string_view name) {
    // The classes of the SDKs, and those that LiteLLM adds.
    constexpr std::pair<std::string_view, int> classes[] = {{"BadRequestError", 400},
                                                            {"AuthenticationError", 401},
                                                            {"PaymentRequiredError", 402},
                                                            {"PermissionDeniedError", 403},
                                                            {"NotFoundError", 404},
                                                            {"ConflictError", 409},
                                                            {"RequestTooLargeError", 413},
                                                            {"ContentTooLargeError", 413},
                                                            {"UnprocessableEntityError", 422},
                                                            {"RateLimitError", 429},
                                                            {"OverloadedError", 529},
                                                            {"InternalServerError", 500},
                                                            {"BadGatewayError", 502},
                                                            {"ServiceUnavailableError", 503},
                                                            {"GatewayTimeoutError", 504},
                                                            {"ContextWindowExceededError", 400},
                                                            {"ContentPolicyViolationError", 400}};
    const auto found =
        std::ranges::find_if(classes, [name](const auto& known) { return name.ends_with(known.first); });
    return found == std::end(classes) ? 0 : found->second;
}

bool isNamedAfterStatus(std::string_view name, int status) {
    constexpr std::pair<std::string_view, int> classes[] = {{"RequestTimeoutError", 408},
                                                            {"PreconditionFailedError", 412},
                                                            {"RequestHeaderFieldsTooLargeError", 431},
                                                            {"ClientClosedRequestError", 499},
                                                            {"NotImplementedError", 501}};
    return std::ranges::any_of(classes, [name, status](const auto& known) {
        return known.second == status && name.ends_with(known.first);
    });
}

int statusOfErrorType(std::string_view type) {
    constexpr std::pair<std::string_view, int> types[] = {
        {"invalid_request_error", 400}, {"authentication_error", 401}, {"billing_error", 402},
        {"permission_error", 403},      {"not_found_error", 404},      {"request_too_large", 413},
        {"rate_limit_error", 429},      {"overloaded_error", 529}};
    const auto found = std::ranges::find(types, type, &std::pair<std::string_view, int>::first);
    return found == std::end(types) ? 0 : found->second;
}

int statusOfReason(std::string_view name) {
    constexpr std::pair<std::string_view, int> reasons[] = {{"BadRequest", 400},
                                                            {"Unauthorized", 401},
                                                            {"PaymentRequired", 402},
                                                            {"Forbidden", 403},
                                                            {"NotFound", 404},
                                                            {"RequestTimeout", 408},
                                                            {"Conflict", 409},
                                                            {"RequestEntityTooLarge", 413},
                                                            {"UnprocessableEntity", 422},
                                                            {"UnprocessableContent", 422},
                                                            {"TooManyRequests", 429},
                                                            {"InternalServerError", 500},
                                                            {"BadGateway", 502},
                                                            {"ServiceUnavailable", 503},
                                                            {"GatewayTimeout", 504}};
    const auto found = std::ranges::find(reasons, name, &std::pair<std::string_view, int>::first);
    return found == std::end(reasons) ? 0 : found->second;
}

bool isTypeOfGuide(std::string_view word) {
    constexpr std::string_view types[] = {"authentication_error", "billing_error", "invalid_request_error",
                                          "rate_limit_error",     "api_error",     "overloaded_error"};
    return std::ranges::find(types, word) != std::end(types);
}

/// Whether `text` is `words`, in which `#` stands for a number.
static bool isWording(std::string_view text, std::string_view words, bool mayGoOn) {
    for (const char c : words) {
        if (c != '#') {
            if (!text.starts_with(c))
                return false;
            text.remove_prefix(1);
            continue;
        }
        const std::size_t end = std::min(text.find_first_not_of("0123456789.,"), text.size());
        if (end == 0)
            return false;
        text.remove_prefix(end);
    }
    const bool another =
        text.size() > 1 && std::string_view(",.:;").find(text[0]) != text.npos && text[1] == ' ';
    return text.empty() || (mayGoOn && (another || text.starts_with(" (")));
}

bool isMessageOfGuide(int status, std::string_view text) {
    constexpr std::pair<int, std::string_view> messages[] = {{402, "Insufficient balance"},
                                                             {402, "API key budget ($#) exceeded"},
                                                             {429, "Requests per minute limit (#) exceeded"},
                                                             {401, "Missing API key"},
                                                             {401, "Invalid API key"},
                                                             {401, "Invalid or expired token"},
                                                             {502, "Provider auth failed"},
                                                             {503, "No providers available"},
                                                             {504, "Provider timed out"},
                                                             {529, "Upstream overloaded"},
                                                             {529, "Overloaded"}};
    return std::ranges::any_of(messages, [status, text](const auto& known) {
        return known.first == status && isWording(text, known.second, status >= 500);
    });
}

bool isModelName(std::string_view word) {
    constexpr std::array<std::string_view, 4> families{"claude-", "gpt-", "o3-", "o4-"};
    if (word.find('/') != word.npos) // `claude-cli/2.1.30` is a client
        return false;
    return std::ranges::any_of(families, [word](std::string_view family) {
        return word.starts_with(family) && word.size() > family.size();
    });
}

std::string_view findModel(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" ,;\"'()[]{}=|\n", at), text.size());
        const auto word = trimmed(text.substr(at, end - at), ".:");
        if (isModelName(word))
            return word;
        at = end + 1;
    }
    return {};
}

std::string_view requestIdAt(std::string_view text) {
    return text.starts_with(idPrefix) ? idAt(text, 0) : std::string_view();
}

std::string_view findRequestId(std::string_view text) {
    for (std::size_t at = text.find(idPrefix); at != text.npos; at = text.find(idPrefix, at + 4)) {
        const auto id = idAt(text, at);
        if (!id.empty() && isRandom(id))
            return id;
    }
    return {};
}

} // namespace derouter
