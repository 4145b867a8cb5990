// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace derouter {

/// A duration in microseconds: "412" in `defaultUnit` microseconds, "212.337ms", Go's "1m2.5s". -1 when the
/// text is no duration, or a negative one such as HAProxy's -1 for "not reached".
std::int64_t durationFrom(std::string_view text, double defaultUnit);

/// The unit of a bare `duration`: fractions are seconds (Caddy) up to ten minutes, big whole numbers
/// nanoseconds (Traefik), others milliseconds.
double durationUnit(std::string_view text);

} // namespace derouter
