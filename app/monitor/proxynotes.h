// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrecord.h"
#include "format/proxynote.h"

#include <deque>
#include <string>

namespace derouter {

/// Remembers what a proxy's error log says of its last requests, so that the proxy's own answers are known in
/// the access log that stands in the same source.
class ProxyNotes {
public:
    void add(const ProxyNote& note, std::optional<Microseconds> time);

    /// Whether one of the notes is of this failed request: of the same client and path, and of the same
    /// second, give or take one. Each note stands for one request. `line`: the record as it was logged.
    bool explain(const LogRecord& failure, std::string_view line);

    bool isEmpty() const { return m_notes.empty(); }

private:
    struct Kept {
        ProxyNote::Kind kind;
        std::string client;
        std::string path;
        std::string connection;
        Microseconds time;
    };

    static bool fits(const Kept& note, const LogRecord& failure, std::string_view line);

    std::deque<Kept> m_notes;
};

} // namespace derouter
