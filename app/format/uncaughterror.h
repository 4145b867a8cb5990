// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

/// Whether a log line is what a web framework or a task queue writes about an exception that no code of the
/// program's caught: `Exception in ASGI application`, `Exception on /chat [POST]`. The exception is the one
/// that the program may have told before it let it pass.
bool leadsToUncaughtError(std::string_view line);

} // namespace derouter
