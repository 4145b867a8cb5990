// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace derouter {

class RecordBuilder;

// Programs in between wrap what a provider answered in an error of their own, often under another status:
// `litellm.InternalServerError: AnthropicException - {"type":"error",…}` for a 529.

/// Whether words end as LiteLLM leads to what a provider answered: `AnthropicException -`, perhaps with the
/// marks of Python's bytes behind it.
bool leadsToProvidersWords(std::string_view before);

/// Takes LiteLLM's own class, which the words before a provider's body name.
void takeRelabelling(std::string_view before, RecordBuilder& builder);

/// What a provider said, where LiteLLM gives its message without the body: `AnthropicException - Overloaded.
/// Handle with …`. False where the line is something else.
bool mineProvidersWords(std::string_view line, RecordBuilder& builder, int depth);

/// Where the last error body stands that is a text of an object, as in `{"body":"{\"error\":…}"}`; 0 when
/// there is none.
std::size_t lastWrappedBody(std::string_view line);

} // namespace derouter
