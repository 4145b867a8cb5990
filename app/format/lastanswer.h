// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrecord.h"

#include <cstdint>
#include <optional>
#include <string>

namespace derouter {

/// The failing status that a log told last without a body, and of what request: programs tell an answer's
/// status in one record and its body in the next, `402 Client Error: … for url: …` and `response body: {…}`,
/// perhaps once more in another.
class LastAnswer {
public:
    /// Takes note of the record at `line`, or gives it what the record before it told of the same answer: its
    /// status, and the request where the record names none.
    void read(LogRecord& record, std::uint64_t line);
    /// Whether the record may be a body whose status was told, or may tell a status. Cheap.
    bool concerns(const LogRecord& record) const;
    void forget() { m_status = 0; }

private:
    bool isBodyOf(const LogRecord& record, std::uint64_t line) const;
    bool isIdOf(const LogRecord& record, std::uint64_t line) const;
    void give(LogRecord& record);
    void note(const LogRecord& record, std::uint64_t line);

    int m_status = 0; ///< 0: nothing was told
    bool m_counted = false;
    std::optional<Microseconds> m_time;
    std::uint64_t m_line = 0;
    std::string m_method;
    std::string m_path;
    std::string m_host;
    std::string m_requestId;
    std::string m_type; ///< of the body that was told; empty as long as none was
    std::string m_message;
};

} // namespace derouter
