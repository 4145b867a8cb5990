// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"

namespace derouter {

/// What the program gives back to its caller.
enum class ExitStatus { Done = 0, SourceFailed = 1, WrongUsage = 2, FailOnMatched = 3 };

/// Runs what needs no window: reports, explanations, lists. Takes the event loop of the QCoreApplication for
/// itself.
///
/// The report goes to standard output or the file asked for; everything else (progress, and one sentence for
/// each source that failed) to standard error. SIGINT and SIGTERM end a report that follows with what was
/// read.
ExitStatus runHeadless(const CommandLine& line);

} // namespace derouter
