// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace derouter {

/// What the title of a page of Cloudflare's says: of `api.derouter.ai | 524: A timeout occurred` what follows
/// the host. Empty of other titles.
std::string_view titleOfNetwork(std::string_view title);

/// The status in `error code: 524`, which is Cloudflare's whole answer where no page was asked for.
std::optional<int> statusOfNetwork(std::string_view line);

} // namespace derouter
