// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guide/guidetable.h"

/// The guide's two tables as it has them, also where they disagree.
namespace derouter::guide {

inline constexpr CodeRow codeTable[] = {
    {400, said(QT_TRANSLATE_NOOP("Guide", "Invalid request format")),
     said(QT_TRANSLATE_NOOP("Guide", "Check your request body")), WhoseMove::You, Section::InvalidRequest},
    {401, said(QT_TRANSLATE_NOOP("Guide", "Authentication failed")),
     said(QT_TRANSLATE_NOOP("Guide", "Check your API key")), WhoseMove::You, Section::CannotConnect},
    {402, said(QT_TRANSLATE_NOOP("Guide", "Out of credits / budget")),
     said(QT_TRANSLATE_NOOP("Guide", "Deposit USDC or raise budget")), WhoseMove::You, Section::OutOfCredits},
    {429, said(QT_TRANSLATE_NOOP("Guide", "Too many requests")),
     said(QT_TRANSLATE_NOOP("Guide", "Wait a few seconds, then retry")), WhoseMove::You,
     Section::TooManyRequests},
    {502, said(QT_TRANSLATE_NOOP("Guide", "Provider auth failed")),
     said(QT_TRANSLATE_NOOP("Guide", "Auto-retried; contact support if repeated")), WhoseMove::Provider,
     Section::UpstreamIssues, true},
    {503, said(QT_TRANSLATE_NOOP("Guide", "No providers available")),
     said(QT_TRANSLATE_NOOP("Guide", "Retry in a few seconds")), WhoseMove::DeRouter,
     Section::NoProvidersAvailable, true},
    {504, said(QT_TRANSLATE_NOOP("Guide", "Provider timed out")),
     said(QT_TRANSLATE_NOOP("Guide", "Retry your request")), WhoseMove::Provider, Section::UpstreamIssues,
     true},
    {529, said(QT_TRANSLATE_NOOP("Guide", "Upstream overloaded")),
     said(QT_TRANSLATE_NOOP("Guide", "Wait 5–10s, then retry")), WhoseMove::Provider,
     Section::UpstreamIssues},
};

inline constexpr int only400[] = {400};
inline constexpr int only401[] = {401};
inline constexpr int only402[] = {402};
inline constexpr int only429[] = {429};
inline constexpr int only503[] = {503};
inline constexpr int only529[] = {529};
inline constexpr int upstreamErrors[] = {500, 502, 504};

inline constexpr TypeRow typeTable[] = {
    {"authentication_error", only401,
     said(QT_TRANSLATE_NOOP("Guide", "Authentication failed — invalid API key or token")),
     said(QT_TRANSLATE_NOOP("Guide", "Check your API key"))},
    {"billing_error", only402,
     said(QT_TRANSLATE_NOOP("Guide", "Insufficient balance or key budget exceeded")),
     said(QT_TRANSLATE_NOOP("Guide", "Deposit or raise budget"))},
    {"invalid_request_error", only400,
     said(QT_TRANSLATE_NOOP("Guide", "Bad request (missing model, invalid format, etc.)")),
     said(QT_TRANSLATE_NOOP("Guide", "Check request body"))},
    {"rate_limit_error", only429, said(QT_TRANSLATE_NOOP("Guide", "RPM or concurrency limit exceeded")),
     said(QT_TRANSLATE_NOOP("Guide", "Wait a few seconds, retry"))},
    {"api_error", only503, said(QT_TRANSLATE_NOOP("Guide", "DeRouter has no available providers")),
     said(QT_TRANSLATE_NOOP("Guide", "Retry in 2–5 seconds"))},
    {"api_error", upstreamErrors, said(QT_TRANSLATE_NOOP("Guide", "Upstream server error")),
     said(QT_TRANSLATE_NOOP("Guide", "Retry shortly"))},
    {"overloaded_error", only529,
     said(QT_TRANSLATE_NOOP("Guide", "AI provider (Anthropic/OpenAI) is overloaded")),
     said(QT_TRANSLATE_NOOP("Guide", "Wait 5–10 seconds, retry"))},
};

} // namespace derouter::guide
