// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/alert.h"

#include "core/messageshape.h"

#include <algorithm>
#include <functional>

namespace derouter {

namespace {

constexpr std::string_view keyBegin = "sk-";
constexpr std::size_t mostShown = 24; ///< characters of a key: more would be no mask
constexpr std::string_view ellipsis = "\xE2\x80\xA6";
constexpr std::string_view bullet = "\xE2\x80\xA2";

bool isKeyLetter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

/// How many bytes at the beginning stand for hidden characters.
std::size_t maskLength(std::string_view text) {
    if (text.starts_with('*') || text.starts_with("..."))
        return text.find_first_not_of(text.front()) == text.npos ? text.size()
                                                                 : text.find_first_not_of(text.front());
    return text.starts_with(ellipsis) || text.starts_with(bullet) ? ellipsis.size() : 0;
}

/// The key with which the text begins; empty where nothing of it is hidden, or too little.
std::string_view keyAtBegin(std::string_view text, std::size_t& length) {
    std::size_t shown = 0;
    bool isMasked = false;
    for (length = 0; length < text.size();) {
        if (const std::size_t mask = maskLength(text.substr(length)); mask > 0) {
            isMasked = true;
            length += mask;
        } else if (isKeyLetter(text[length])) {
            ++shown;
            ++length;
        } else {
            break;
        }
    }
    return isMasked && shown <= mostShown ? text.substr(0, length) : std::string_view();
}

} // namespace

std::optional<Alert::Rule> alertRule(const guide::Cause& cause) {
    constexpr int closedByClient = 499;
    constexpr int askSupport = 502; // the one code for which the guide says so
    if (cause.status == closedByClient)
        return std::nullopt;
    if (cause.status == askSupport)
        return Alert::Rule::Repeated;
    if (cause.retry.retry)
        return Alert::Rule::Outlasting;
    const bool isOfRequest = cause.section == guide::Section::InvalidRequest;
    return cause.move == WhoseMove::You && !isOfRequest ? Alert::Rule::AtOnce : Alert::Rule::NewShape;
}

Microseconds longestAdvisedWait() {
    static const int seconds = std::ranges::max(guide::causes(), {}, [](const guide::Cause& cause) {
                                   return cause.retry.toSeconds;
                               }).retry.toSeconds;
    return seconds * microsecondsPerSecond;
}

std::string maskedKey(std::string_view text) {
    std::string_view known;
    for (std::size_t at = text.find(keyBegin); at != text.npos; at = text.find(keyBegin, at)) {
        const bool isWord = at == 0 || !isKeyLetter(text[at - 1]);
        std::size_t length = 0;
        const std::string_view key = keyAtBegin(text.substr(at), length);
        at += length;
        if (!isWord || key.empty())
            continue;
        if (!known.empty() && key != known)
            return {};
        known = key;
    }
    return std::string(known);
}

AlertFailure AlertFailure::of(const ErrorEvent& event, const guide::Cause& cause, std::string_view record) {
    AlertFailure failure{.source = event.source,
                         .cause = &cause,
                         .code = event.code,
                         .time = event.time,
                         .retryAfter = event.retryAfter,
                         .key = {},
                         .isRetry = event.attempt > 1};
    const auto rule = alertRule(cause);
    if (rule == Alert::Rule::AtOnce) {
        failure.key = maskedKey(event.message);
        if (failure.key.empty())
            failure.key = maskedKey(record);
    } else if (rule == Alert::Rule::NewShape) {
        failure.shape = std::hash<std::string>()(messageShape(event.message));
    }
    return failure;
}

} // namespace derouter
