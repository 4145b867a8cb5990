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
    void forget() {
        m_status = 0;
        m_headId.clear();
    }
    /// Whether an answer's status is to come.
    bool isOpen() const { return !m_headId.empty(); }

private:
    bool isBodyOf(const LogRecord& record, std::uint64_t line) const;
    bool isIdOf(const LogRecord& record, std::uint64_t line) const;
    void give(LogRecord& record);
    void note(const LogRecord& record, std::uint64_t line);
    bool isCauseOf(const LogRecord& record, std::uint64_t line) const;
    void giveCaused(LogRecord& record);
    void noteHead(const LogRecord& record);
    void giveHead(LogRecord& record);

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
    std::string m_headId;    ///< of an answer whose status was not told yet; empty: there is none
    std::string m_headGiven; ///< what a record was given of it
    bool m_headsMixed = false;
    std::string m_headPath;
    std::optional<Microseconds> m_headTime;
};

} // namespace derouter
