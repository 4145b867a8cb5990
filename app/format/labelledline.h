// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace derouter {

/// Writes an access line with labels behind its request, `"POST /v1/messages HTTP/1.1" status:529 bytes:142`,
/// as one with the status by itself and pairs behind it. False, with nothing in `plain`, for all other lines.
bool writePlainLabels(std::string_view line, std::string& plain);

} // namespace derouter
