// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

/// Whether words are what a logger puts before a message and nothing else: levels, what stands in brackets,
/// numbers, places in a source file, names of loggers and the marks between them; of plain words one at most,
/// which is parted from what follows, and none of who speaks or what is sent. Where the line has no time
/// (`dated`), a level shows that a logger wrote it.
bool isHeadOfRecord(std::string_view words, bool dated);

/// Whether words before a status name it, or who answered with it, and nothing else: `HTTP`, `[api] Status`,
/// `server responded with`.
bool namesStatusOnly(std::string_view words);

} // namespace derouter
