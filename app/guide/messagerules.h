// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Our reading of what the guide gives no literal wording for: words in messages, and statuses it does not
/// list.
namespace derouter::guide {

/// Words that speak for a cause of one status, as a type or at the beginning of a word of the message.
///
/// The first phrase found decides. One without a cause says that the message leaves it open.
struct Phrase {
    int status;
    std::string_view cause;
    std::string_view words; ///< any case
};

inline constexpr Phrase phrases[] = {
    {401, "auth.invalid-key", "incorrect API key"},
    {401, "auth.invalid-key", "invalid x-api-key"},
    {401, "auth.invalid-key", "invalid_api_key"},

    {429, "upstream.quota", "insufficient_quota"},
    {429, "upstream.quota", "credit_balance_exhausted"},
    {429, "upstream.quota", "organization_spend_limit_exceeded"},
    {429, "upstream.quota", "project_spend_limit_exceeded"},
    {429, "upstream.quota", "organization_usage_limit_exceeded"},
    {429, "upstream.quota", "billing_hard_limit_reached"},
    {429, "upstream.quota", "enforced_spend_limit_reached"},
    {429, "upstream.quota", "exceeded your current quota"},
    // Limits of the provider's account, not of the user's key; and the words of the guide's own table for
    // either limit.
    {429, "", "organization"},
    {429, "", "tokens per min"},
    {429, "", "TPM"},
    {429, "", "RPM or concurrency"},
    {429, "rate.concurrency", "concurren"},
    {429, "rate.rpm", "requests per min"},
    {429, "rate.rpm", "per minute"},
    {429, "rate.rpm", "per-minute"},
    {429, "rate.rpm", "RPM"},
    {429, "", "rate_limit_exceeded"},
    {429, "", "slow_down"},

    {400, "request.invalid", "invalid request format"},
    {400, "request.invalid", "missing model"},
    {400, "request.invalid", "missing required field"},
    {400, "request.invalid", "image generation has been discontinued on this platform"},
    {400, "request.passed-through", "prompt is too long"},
    {400, "request.passed-through", "prompt too long"},
    {400, "request.passed-through", "tokens >"},
    {400, "request.passed-through", "context length"},
    {400, "request.passed-through", "context_length_exceeded"},
    {400, "request.passed-through", "context window"},
    {400, "request.passed-through", "max_tokens"},
    {400, "request.passed-through", "max_completion_tokens"},
    {400, "request.passed-through", "budget_tokens"},
    {400, "request.passed-through", "tool_use"},
    {400, "request.passed-through", "tool_result"},
    {400, "request.passed-through", "tool_call"},
    {400, "request.passed-through", "input_schema"},
    {400, "request.passed-through", "tools."},
    {400, "request.passed-through", "messages."},
    {400, "request.passed-through", "extra inputs are not permitted"},
    {400, "request.passed-through", "content filtering policy"},
    {400, "request.passed-through", "credit balance is too low"},
    {400, "request.passed-through", "unsupported parameter"},
    {400, "request.passed-through", "unsupported_parameter"},
    {400, "request.passed-through", "unsupported value"},
    {400, "request.passed-through", "unsupported_value"},
    {400, "request.passed-through", "unknown parameter"},
    {400, "request.passed-through", "unknown_parameter"},
    {400, "request.passed-through", "model_not_found"},

    {503, "providers.none", "no providers available"},
    {503, "providers.none", "no provider available"},
    {503, "providers.none", "no available provider"},
    {500, "upstream.error", "upstream server error"},
    {502, "upstream.provider-auth", "provider auth"},
    {504, "upstream.timeout", "provider timed out"},
    {504, "upstream.timeout", "timeout_error"},
    {529, "upstream.overloaded", "overloaded"},

    {524, "cdn.error", "origin_response_timeout"},
};

/// Types of the providers that the guide does not list, and the statuses they come with: by the SDKs. An
/// unavailable service is the provider's, for DeRouter's own 503 is an api_error.
struct ProvidersType {
    std::string_view type;
    int status;
};

inline constexpr ProvidersType providersTypes[] = {
    {"permission_error", 403},  {"not_found_error", 404},
    {"conflict_error", 409},    {"request_too_large", 413},
    {"requests", 429},          {"tokens", 429},
    {"server_error", 500},      {"service_unavailable_error", 500},
    {"engine_overloaded", 529},
};

/// Whole messages of the providers, by which their errors are known where neither status nor type is stated.
struct ProvidersWords {
    std::string_view words; ///< any case, at the beginning
    int status;
};

inline constexpr ProvidersWords providersWords[] = {
    {"overloaded", 529},
    {"credit balance is too low", 400},
    {"your credit balance is too low", 400},
};

/// Statuses the guide does not list, of which it is known who gives them.
struct StatusRange {
    int first;
    int last;
    std::string_view cause;
};

inline constexpr StatusRange unlistedStatuses[] = {
    {403, 404, "request.passed-through"},
    {408, 409, "request.passed-through"},
    {413, 413, "request.passed-through"},
    {415, 415, "request.passed-through"},
    {422, 422, "request.passed-through"},
    {451, 451, "request.passed-through"},
    {460, 460, "client.closed"}, // AWS load balancers
    {499, 499, "client.closed"}, // nginx
    {520, 527, "cdn.error"},
    {530, 530, "cdn.error"},
};

} // namespace derouter::guide
