// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/jsonform.h"
#include "monitor/knownline.h"

#include <optional>
#include <string_view>
#include <vector>

namespace derouter {

/// Tells lines of JSON from one that was read in full: the same members in the same order, with the same
/// values but for the time, the request-id, and what says nothing of a request's outcome.
///
/// Invariant: a line that `read` answers would be read in full as a record of the same kind, with that time
/// and that request-id, and one of a failed request as the same record but for these and the duration.
class JsonShortcut {
public:
    /// Learns from a line that was read in full as `record` of this kind and as nothing else. Does nothing
    /// where its time is not exact, or it holds what cannot be compared: false.
    bool learn(std::string_view line, const LogRecord& record, RecordKind kind);
    std::optional<KnownLine> read(std::string_view line);

private:
    class Learner;

    /// The latest ones.
    struct Forms {
        static constexpr std::size_t most = 16;
        std::vector<JsonForm> all;
        std::size_t last = 0; ///< that fitted; it is asked first
        std::size_t next = 0; ///< to be replaced, once there are as many as there may be

        void add(JsonForm form);
    };

    Forms m_well; ///< of requests that went well, and of others; they are asked first
    Forms m_failed;
};

} // namespace derouter
