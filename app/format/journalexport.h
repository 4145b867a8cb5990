// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace derouter {

/// Reads systemd's journal export format, as `journalctl -o export` writes it: entries of `FIELD=value`
/// lines, each ended by an empty line. A value with control characters stands below its name, behind its
/// length in eight bytes, the lowest first. Also `journalctl -o verbose`: a head with the time, below it
/// indented `FIELD=value` lines.
///
/// Source: systemd, Journal Export Formats. One thread.
class JournalExport {
public:
    /// Whether the line belongs to an entry: the open one, or one that begins here.
    bool takes(std::string_view line) const;
    /// Whether the open entry ends before the line; of `-o verbose`, which has nothing between entries.
    bool endsBefore(std::string_view line) const { return m_verbose && !line.starts_with("    "); }
    /// True when the line ends its entry, whose fields are then there until `clear()`.
    bool add(std::string_view line, std::uint64_t number, std::uint64_t offset, std::uint64_t bytes);
    void clear() { *this = {}; }

    bool isOpen() const { return m_lines > 0; }
    std::string_view message() const { return m_message; }
    std::string_view time() const { return m_time; } ///< microseconds since the epoch
    std::string_view head() const { return m_head; } ///< of an entry of `-o verbose`: it begins with the time
    /// Who wrote the entry: processes of one name may write at once.
    std::string program() const { return m_program + '/' + m_process; }
    /// Whether the message goes on in the next entry: Docker's driver splits long lines.
    bool isPart() const { return m_part; }

    std::uint64_t firstLine() const { return m_firstLine; }
    std::uint64_t offset() const { return m_offset; }
    std::uint64_t bytes() const { return m_bytes; }
    std::uint64_t lines() const { return m_lines; }

private:
    void addVerbose(std::string_view line);
    void addValue(std::string_view line);
    void take(std::string_view name, std::string_view value);

    std::string m_message;
    std::string m_time;
    std::string m_program;
    std::string m_process;
    std::string m_name; ///< whose value stands below it
    std::string m_value;
    std::string m_head;
    bool m_part = false;
    bool m_verbose = false;
    bool m_inMessage = false;
    bool m_lengthKnown = false; ///< of that value
    std::size_t m_length = 0;
    std::uint64_t m_firstLine = 0;
    std::uint64_t m_offset = 0;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_lines = 0;
};

} // namespace derouter
