// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads the sentences in which SDKs that call nothing but AI APIs tell of an answer, each with its status:
/// OpenAI's for .NET, go-openai, pydantic-ai.
bool mineSdkError(std::string_view line, RecordBuilder& builder);

} // namespace derouter
