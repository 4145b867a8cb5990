// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"

#include <QString>

#include <optional>

namespace derouter {

/// A span as the user writes it: `90s`, `15m`, `2h`, `1d` or `1w`. Nothing for what is none.
std::optional<Microseconds> timeSpan(const QString& text);

} // namespace derouter
