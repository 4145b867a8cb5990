// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <optional>
#include <string_view>

namespace derouter {

/// What one pasted piece of text says about a failed request: an error body, an exception, a log line of any
/// known format, or the output of `curl -i`. Nothing when no error of an API is recognised in it.
std::optional<Sighting> explain(std::string_view text);

} // namespace derouter
