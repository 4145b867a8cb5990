// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace derouter {

/// A text as it was before JSON, Python or JavaScript wrote it: `\n`, `\x41`, `\u00e9`, surrogates in pairs.
/// What is no sequence stands for the byte behind the backslash.
std::string withoutEscapeSequences(std::string_view text);

} // namespace derouter
