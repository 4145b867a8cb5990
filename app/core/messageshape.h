// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace derouter {

/// What messages of one cause have in common: numbers and ids are `#`, runs of white space one space.
///
/// "messages.3.content: too long, 200312 tokens" and "messages.41.content: too long, 210007 tokens" have one
/// shape; "max_tokens: …" and "temperature: …" have two. Only the first KiB of a message counts.
std::string messageShape(std::string_view message);

} // namespace derouter
