// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

/// Whether words before an error say that it is only spoken of: a prompt, a question, a test, documentation.
bool quotesSomething(std::string_view prefix);

} // namespace derouter
