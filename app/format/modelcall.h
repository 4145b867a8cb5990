// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

/// Whether words before a failure name what was called: a model, or an API of models.
bool namesModelCall(std::string_view words);

/// Whether words say that a model's call failed, or what it was answered: `completion failed`, `DeRouter call
/// failed`, `llm: unexpected status`, `HTTP 502 returned from DeRouter`.
bool tellsOfFailedModelCall(std::string_view words);

/// Whether words end in the name of such a call, behind which a program prints what it came to: `rag.llm: `.
bool endsInModelCall(std::string_view words);

} // namespace derouter
