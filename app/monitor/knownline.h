// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/classifier.h"
#include "core/timerange.h"

#include <string_view>

namespace derouter {

/// What a line tells that differs from one read in full only in what does not matter.
struct KnownLine {
    RecordKind kind = RecordKind::Success;
    Microseconds time = 0;
    bool isAnswer = false;            ///< see Batch::Answer
    bool isAddressed = false;         ///< the line tells which request by its address
    std::string_view requestId;       ///< of the line; empty where it has none
    std::int64_t durationMicros = -1; ///< of a failed request; -1 where the line states none
    /// Of a failed request: what was read of the other line, which holds for this one but for the above.
    const LogRecord* failure = nullptr;

    /// Whether both are lines without an id that tell of the same, of requests that did not fail.
    bool isLike(const KnownLine& other) const {
        return time == other.time && kind == other.kind && isAddressed == other.isAddressed &&
               requestId.empty() && other.requestId.empty();
    }
    /// What reading the line in full would give, of a failed request.
    LogRecord record() const {
        LogRecord record = *failure;
        record.time = time;
        record.requestId = requestId;
        record.durationMicros = durationMicros;
        return record;
    }
};

} // namespace derouter
