// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What records state, and what the guide is to make of it.
namespace derouter::test {

/// A row of a table of readings: what a record states, and what is to be made of it.
struct Case
{
    int code; ///< the status, or one of the two below
    const char* type;
    const char* message;
    const char* cause;
    const char* evidence; ///< such as "status type !", with ! for a contradiction
};

inline constexpr int inStream = 200; ///< an error inside a stream
inline constexpr int none = 0;       ///< no response

inline constexpr Case rowsOfTheGuide[] = {
    {401, "authentication_error", "Missing API key", "auth.missing-key", "status type message"},
    {401, "authentication_error", "Invalid API key", "auth.invalid-key", "status type message"},
    {401, "authentication_error", "Invalid or expired token", "auth.session-expired", "status type message"},
    {401, "authentication_error", "", "auth.unspecified", "status type"},
    {402, "billing_error", "Insufficient balance", "billing.balance", "status type message"},
    {402, "billing_error", "API key budget ($10) exceeded", "billing.key-budget", "status type message"},
    {402, "billing_error", "", "billing.unspecified", "status type"},
    {429, "rate_limit_error", "Requests per minute limit (60) exceeded", "rate.rpm", "status type message"},
    {429, "rate_limit_error", "", "rate.unspecified", "status type"},
    {400, "invalid_request_error", "", "request.invalid", "status type"},
    {400, "invalid_request_error", "Invalid request format", "request.invalid", "status type message"},
    {400, "invalid_request_error", "Missing model", "request.invalid", "status type message"},
    {503, "api_error", "No providers available", "providers.none", "status type message"},
    {503, "api_error", "", "providers.none", "status type"},
    {500, "api_error", "", "upstream.error", "status type"},
    {500, "api_error", "Upstream server error", "upstream.error", "status type message"},
    {502, "api_error", "Provider auth failed", "upstream.provider-auth", "status type message"},
    {504, "api_error", "Provider timed out", "upstream.timeout", "status type message"},
    {529, "overloaded_error", "Upstream overloaded", "upstream.overloaded", "status type message"},
    {529, "overloaded_error", "", "upstream.overloaded", "status type"},
};

inline constexpr Case variants[] = {
    {401, "", "MISSING API KEY", "auth.missing-key", "status message"},
    {401, "", "  missing api key.\n", "auth.missing-key", "status message"},
    {401, "", "Invalid API key.", "auth.invalid-key", "status message"},
    {401, "None", "Error code: 401 - {'error': {'message': 'Invalid API key', 'type': 'authentication_error'}}",
     "auth.invalid-key", "status message"},
    {401, "", "AuthenticationError: 401 Invalid or expired token", "auth.session-expired", "status message"},
    {402, "", "402 Insufficient balance. Deposit USDC to continue.", "billing.balance", "status message"},
    {402, "", "Request failed (for insufficient balance)", "billing.balance", "status message"},
    {402, "", "API key budget ($12.50) exceeded", "billing.key-budget", "status message"},
    {402, "", "api key budget ($1,000) exceeded", "billing.key-budget", "status message"},
    {402, "", "API Error: 402 API key budget ($0) exceeded · retrying", "billing.key-budget", "status message"},
    {429, "", "429 Requests per minute limit (5) exceeded", "rate.rpm", "status message"},
    {429, "", "requests per minute limit (12000) exceeded", "rate.rpm", "status message"},
    {429, "rate_limit_error",
     "429 {\"type\":\"error\",\"error\":{\"message\":\"Requests per minute limit (60) exceeded\"}}", "rate.rpm",
     "status type message"},
    {503, "", "No providers available for model \"claude-sonnet-5\"", "providers.none", "status message"},
    {502, "", "Provider authentication failed", "upstream.provider-auth", "status message"},
    {502, "", "Provider auth failed after 3 attempts", "upstream.provider-auth", "status message"},
    {504, "", "Provider timed out after 120s", "upstream.timeout", "status message"},
    {529, "overloaded_error", "Overloaded", "upstream.overloaded", "status type message"},
    {529, "", "Upstream overloaded — 请稍后重试", "upstream.overloaded", "status message"},
};

inline constexpr Case nearMisses[] = {
    // The guide's own words for either cause leave it open which it is.
    {401, "authentication_error", "Authentication failed — invalid API key or token", "auth.unspecified",
     "status type"},
    {401, "", "Missing or invalid API key", "auth.unspecified", "status"},
    {401, "", "Missing/invalid API key", "auth.unspecified", "status"},
    {402, "billing_error", "Insufficient balance or key budget exceeded", "billing.unspecified", "status type"},
    {402, "", "Insufficient balance/budget", "billing.unspecified", "status"},
    {429, "rate_limit_error", "RPM or concurrency limit exceeded", "rate.unspecified", "status type"},
    // Other words than the guide's
    {401, "", "Missing API keys", "auth.unspecified", "status"},
    {401, "", "Missing API key_id", "auth.unspecified", "status"},
    {401, "", "Missing API-key", "auth.unspecified", "status"},
    {401, "", "Missing API key-pair", "auth.unspecified", "status"},
    {401, "", "xMissing API key", "auth.unspecified", "status"},
    {401, "", "Missing  API key", "auth.unspecified", "status"},
    {401, "", "Invalid or expired tokens", "auth.unspecified", "status"},
    {401, "", "Invalid token", "auth.unspecified", "status"},
    {402, "", "Insufficient balances", "billing.unspecified", "status"},
    {402, "", "API key budget exceeded", "billing.unspecified", "status"},
    {402, "", "API key budget (10) exceeded", "billing.unspecified", "status"},
    {402, "", "API key budget ($) exceeded", "billing.unspecified", "status"},
    {402, "", "API key budget ($ten) exceeded", "billing.unspecified", "status"},
    {402, "", "API key budget ($N) exceeded", "billing.unspecified", "status"},
    {402, "", "API key budget ($10,) exceeded", "billing.unspecified", "status"},
    {402, "", "API key budget ($10) exceeds", "billing.unspecified", "status"},
    // The guide's words under a status of other causes
    {401, "", "Insufficient balance", "auth.unspecified", "status"},
    {402, "", "Invalid API key", "billing.unspecified", "status"},
    {500, "api_error", "Missing API key", "upstream.error", "status type"},
    {503, "", "Requests per minute limit (60) exceeded", "providers.none", "status"},
};

inline constexpr Case ourReadings[] = {
    {401, "", "Unauthorized", "auth.unspecified", "status"},
    {401, "invalid_api_key", "", "auth.invalid-key", "status type"},
    {401, "authentication_error", "invalid x-api-key", "auth.invalid-key", "status type message"},

    // Neither the balance nor the key's budget: the guide does not explain it.
    {402, "", "budget_exceeded: 0 concurrent request slots", "billing.unspecified", "status"},
    {402, "budget_exceeded", "0 concurrent slots", "billing.unspecified", "status"},

    {429, "rate_limit_error", "Concurrent request limit (5) exceeded", "rate.concurrency", "status type message"},
    {429, "", "Too many concurrent requests", "rate.concurrency", "status message"},
    {429, "", "max concurrency reached", "rate.concurrency", "status message"},
    {429, "", "RPM limit reached", "rate.rpm", "status message"},
    {429, "requests", "60 requests per minute", "rate.rpm", "status message"},
    {429, "", "nonconcurrent use of the carpm unit", "rate.unspecified", "status"},
    {429, "requests", "", "rate.unspecified", "status"},
    {429, "tokens", "", "rate.unspecified", "status"},
    {429, "", "Too Many Requests", "rate.unspecified", "status"},
    {429, "", "error code: 1015", "rate.unspecified", "status"},
    // Limits of the provider's account are not those of the user's key.
    {429, "rate_limit_error", "This would exceed your organization's limit of 50 requests per minute",
     "rate.unspecified", "status type"},
    {429, "tokens", "Limit of 40000 tokens per minute reached", "rate.unspecified", "status"},
    {429, "tokens", "Rate limit reached on tokens per min (TPM)", "rate.unspecified", "status"},

    {429, "insufficient_quota", "You exceeded your current quota, please check your plan and billing details.",
     "upstream.quota", "status type"},
    {429, "", "You exceeded your current quota", "upstream.quota", "status message"},
    {429, "credit_balance_exhausted", "", "upstream.quota", "status type"},
    {429, "organization_spend_limit_exceeded", "", "upstream.quota", "status type"},
    {429, "project_spend_limit_exceeded", "", "upstream.quota", "status type"},
    {429, "organization_usage_limit_exceeded", "", "upstream.quota", "status type"},
    {429, "billing_hard_limit_reached", "", "upstream.quota", "status type"},
    {429, "rate_limit_error", "{'error_code': 'enforced_spend_limit_reached'}", "upstream.quota", "status message"},

    {400, "", "", "request.unspecified", "status"},
    {400, "None", "", "request.unspecified", "status"},
    {400, "", "Bad Request", "request.unspecified", "status"},
    {400, "", "400 status code (no body)", "request.unspecified", "status"},
    {400, "", "<html><title>400 Bad Request</title></html>", "request.unspecified", "status"},
    {400, "", "messages must be an array", "request.invalid", "status"},
    {400, "None", "the field is not what it should be", "request.invalid", "status"},
    {400, "invalid_request_error", "Missing required field: max_tokens", "request.invalid", "status type message"},
    {400, "invalid_request_error", "image generation has been discontinued on this platform", "request.invalid",
     "status type message"},
    {400, "invalid_request_error", "prompt is too long: 215529 tokens > 200000 maximum", "request.passed-through",
     "status type message"},
    {400, "", "input of 9 tokens > 8 maximum", "request.passed-through", "status message"},
    {400, "", "This model's maximum context length is 8192 tokens", "request.passed-through", "status message"},
    {400, "context_length_exceeded", "", "request.passed-through", "status type"},
    {400, "", "max_tokens: 9999999 is more than this model allows", "request.passed-through", "status message"},
    {400, "", "messages.1: `tool_use` ids were found without `tool_result` blocks", "request.passed-through",
     "status message"},
    {400, "invalid_request_error", "tools.0.custom.input_schema: Field required", "request.passed-through",
     "status type message"},
    {400, "invalid_request_error", "Your credit balance is too low to access the API", "request.passed-through",
     "status type message"},
    {400, "invalid_request_error", "Unsupported parameter: 'temperature'", "request.passed-through",
     "status type message"},

    // Types of other makers do not speak for a cause, nor against one.
    {500, "server_error", "", "upstream.error", "status"},
    {500, "None", "", "upstream.error", "status"},
    {502, "", "", "upstream.provider-auth", "status"},
    {502, "server_error", "Bad gateway", "upstream.provider-auth", "status"},
    {503, "", "", "providers.none", "status"},
    {503, "engine_overloaded", "", "providers.none", "status"},
    {503, "service_unavailable_error", "", "providers.none", "status"},
    {503, "", "Overloaded", "providers.none", "status"},
    {504, "", "", "upstream.timeout", "status"},
    {504, "timeout_error", "", "upstream.timeout", "status type"},
    {529, "", "", "upstream.overloaded", "status"},
    {529, "server_error", "", "upstream.overloaded", "status"},
    {529, "", "<none>", "upstream.overloaded", "status"},
    {402, "", "Payment Required", "billing.unspecified", "status"},
};

inline constexpr Case contradicting[] = {
    {429, "api_error", "", "rate.unspecified", "status !"},
    {429, "api_error", "Requests per minute limit (60) exceeded", "rate.rpm", "status message !"},
    {429, "overloaded_error", "Overloaded", "rate.unspecified", "status !"},
    {401, "invalid_request_error", "", "auth.unspecified", "status !"},
    {401, "invalid_request_error", "Missing API key", "auth.missing-key", "status message !"},
    {401, "invalid_request_error", "Incorrect API key provided: sk-ant-***.", "auth.invalid-key", "status message !"},
    {402, "rate_limit_error", "", "billing.unspecified", "status !"},
    {400, "rate_limit_error", "", "request.unspecified", "status !"},
    {503, "overloaded_error", "", "upstream.overloaded", "type !"},
    {503, "overloaded_error", "Overloaded", "upstream.overloaded", "type message !"},
    {529, "api_error", "", "upstream.overloaded", "status !"},
    {529, "api_error", "No providers available", "upstream.overloaded", "status !"},
    {529, "rate_limit_error", "", "upstream.overloaded", "status !"},
    {500, "overloaded_error", "Overloaded", "upstream.error", "status !"},
    {500, "rate_limit_error", "", "upstream.error", "status !"},
    // A relay changed the status: the type and the guide's own words together tell the first one.
    {500, "rate_limit_error", "Requests per minute limit (60) exceeded", "rate.rpm", "type message !"},
    {400, "billing_error", "Insufficient balance", "billing.balance", "type message !"},
    {500, "authentication_error", "Insufficient balance", "upstream.error", "status !"},
};

inline constexpr Case unlisted[] = {
    {403, "permission_error", "Your API key does not have permission", "request.passed-through", "status type"},
    {403, "authentication_error", "Invalid API key", "request.passed-through", "status"},
    {403, "", "", "request.passed-through", "status"},
    {404, "not_found_error", "model: claude-9-mega", "request.passed-through", "status type"},
    {404, "model_not_found", "", "request.passed-through", "status type"},
    {408, "", "", "request.passed-through", "status"},
    {409, "conflict_error", "", "request.passed-through", "status type"},
    {413, "request_too_large", "Request exceeds the maximum size", "request.passed-through", "status type"},
    {413, "", "<html>413 Request Entity Too Large</html>", "request.passed-through", "status"},
    {415, "", "", "request.passed-through", "status"},
    {422, "", "Unprocessable", "request.passed-through", "status"},
    {451, "", "", "request.passed-through", "status"},
    {405, "", "", "not-in-guide", "status"},
    {405, "", "<html>405 Not Allowed</html>", "not-in-guide", "status"},
    {405, "invalid_request_error", "", "request.passed-through", "status"},
    {410, "", "this model is retired", "request.passed-through", "status"},
    {418, "None", "", "not-in-guide", "status"},
    {431, "", "", "not-in-guide", "status"},
    {444, "", "", "not-in-guide", "status"},
    {495, "", "", "not-in-guide", "status"},
    {498, "", "", "not-in-guide", "status"},
    {460, "", "", "client.closed", "status"},
    {499, "", "", "client.closed", "status"},
    {499, "overloaded_error", "Overloaded", "client.closed", "status"},
    {501, "", "", "not-in-guide", "status"},
    {501, "api_error", "No providers available", "not-in-guide", "status"},
    {505, "", "", "not-in-guide", "status"},
    {519, "", "", "not-in-guide", "status"},
    {520, "", "", "cdn.error", "status"},
    {524, "", "", "cdn.error", "status"},
    {524, "", "error code: origin_response_timeout", "cdn.error", "status message"},
    {524, "origin_response_timeout", "", "cdn.error", "status type"},
    {527, "", "", "cdn.error", "status"},
    {528, "", "", "not-in-guide", "status"},
    {530, "", "", "cdn.error", "status"},
    {599, "", "", "not-in-guide", "status"},
    {302, "", "", "not-in-guide", "status"},
    {204, "overloaded_error", "", "not-in-guide", "status"},
};

inline constexpr Case streams[] = {
    {inStream, "overloaded_error", "Overloaded", "upstream.overloaded", "type message"},
    {inStream, "overloaded_error", "", "upstream.overloaded", "type"},
    {inStream, "rate_limit_error", "Requests per minute limit (60) exceeded", "rate.rpm", "type message"},
    {inStream, "rate_limit_error", "Concurrent request limit (5) exceeded", "rate.concurrency", "type message"},
    {inStream, "rate_limit_error", "", "rate.unspecified", "type"},
    {inStream, "rate_limit_error", "insufficient_quota", "upstream.quota", "message"},
    {inStream, "authentication_error", "Missing API key", "auth.missing-key", "type message"},
    {inStream, "authentication_error", "", "auth.unspecified", "type"},
    {inStream, "billing_error", "Insufficient balance", "billing.balance", "type message"},
    {inStream, "billing_error", "API key budget ($10) exceeded", "billing.key-budget", "type message"},
    {inStream, "billing_error", "", "billing.unspecified", "type"},
    {inStream, "invalid_request_error", "", "request.invalid", "type"},
    {inStream, "invalid_request_error", "prompt is too long", "request.passed-through", "type message"},
    // api_error has four statuses. Only the guide's very words tell which.
    {inStream, "api_error", "", "api-error.code-unknown", "type"},
    {inStream, "api_error", "Internal server error", "api-error.code-unknown", "type"},
    {inStream, "api_error", "Upstream server error", "api-error.code-unknown", "type"},
    {inStream, "api_error", "Upstream overloaded", "api-error.code-unknown", "type"},
    {inStream, "api_error", "no providers available.", "providers.none", "type message"},
    {inStream, "api_error", "No providers available for model \"x\"", "api-error.code-unknown", "type"},
    {inStream, "api_error", "Provider auth failed", "upstream.provider-auth", "type message"},
    {inStream, "api_error", "Provider timed out", "upstream.timeout", "type message"},
    {inStream, "api_error", "Provider timed out after 120s", "api-error.code-unknown", "type"},
    {inStream, "server_error", "", "stream.unknown", ""},
    {inStream, "timeout_error", "", "stream.unknown", ""},
    {inStream, "insufficient_quota", "", "stream.unknown", ""},
    {inStream, "None", "", "stream.unknown", ""},
    {inStream, "", "Overloaded", "stream.unknown", ""},
    {inStream, "", "", "stream.unknown", ""},
};

inline constexpr Case withoutAnswer[] = {
    {none, "", "Connection error.", "no-response", ""},
    {none, "", "Request timed out.", "no-response", ""},
    {none, "overloaded_error", "Overloaded", "no-response", ""},
    {none, "", "", "no-response", ""},
};

} // namespace derouter::test
