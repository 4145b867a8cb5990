// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace derouter {

/// Without the escape sequences of terminals (ECMA-48): colours, erasures, window titles.
std::string withoutEscapes(std::string_view text);

} // namespace derouter
