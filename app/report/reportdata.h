// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportscope.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace derouter {

// What several forms of a report say in the same way.

/// "2026-11-23T03:32:40.303Z".
std::string isoTime(Microseconds time);
/// "2026-11-23T03:32Z".
std::string isoMinute(Microseconds time);

/// "exact", "zone assumed", "date assumed", "inherited" or "none".
std::string_view key(TimeQuality quality);
/// "waiting", "reading", "following", "ended", "cancelled" or "failed".
std::string_view key(SourceState state);

/// The sources whose account a report gives: not a folder whose logs are sources themselves.
std::vector<const SourceInfo*> reportedSources(const ReportScope& scope);
/// DeRouter's request-ids of the failures, sorted, each once.
std::vector<std::string_view> requestIds(const ReportScope& scope);

/// A text from a log as it may leave the program, as UTF-8.
std::string redacted(std::string_view text);

/// "AI provider overloaded" for a cause's id, in the program's language.
QString causeName(std::string_view id);

} // namespace derouter
