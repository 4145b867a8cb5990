// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/wrappers.h"

#include <optional>
#include <string_view>

namespace derouter {

/// Takes the columns off that exports put before a line, a number first: Papertrail's archives, and what
/// Grafana saves of Loki's logs as text.
std::optional<Peeled> peelNumbered(std::string_view line, TimeParser& times);

} // namespace derouter
