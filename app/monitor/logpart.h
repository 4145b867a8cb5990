// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"

#include <string_view>

namespace derouter {

class RecordSink;
struct PipelineOptions;

/// A part of a log: whole lines as they stand in it.
struct LogPart {
    std::string_view lines;
    bool fromStart = false; ///< the log begins with it
};

/// Gives all records of the lines to `sink`, read as that source is read. `reference`: when about they were
/// written, for stamps without a date. Any thread; it takes as long as reading so much of a log in full.
void readPart(const LogPart& part, const PipelineOptions& reading, Microseconds reference, RecordSink& sink);

} // namespace derouter
