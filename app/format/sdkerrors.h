// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads the sentences in which SDKs that call nothing but AI APIs tell of an answer, each with its status:
/// OpenAI's for .NET, go-openai, pydantic-ai.
bool mineSdkError(std::string_view line, RecordBuilder& builder);

/// Whether a line is an error as tslog prints it below a message, its name and its members in a row:
/// ` RateLimitError  429 Too many…, 429, {}, req_…`.
bool isTslogsError(std::string_view line);
/// Reads such an error, on the first lines of a record.
bool mineTslog(std::string_view record, RecordBuilder& builder);

} // namespace derouter
