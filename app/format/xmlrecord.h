// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace derouter {

/// Puts together the records that loggers write in XML: java.util.logging's XMLFormatter (`<record>`, a
/// `<date>`, a `<message>`, an `<exception>` with its own) and log4j's XMLLayout (`<log4j:event …
/// timestamp="…">`).
///
/// Source: the DTD in Java's Logging Overview; org.apache.log4j.xml.XMLLayout. One thread.
class XmlRecord {
public:
    /// Whether the line belongs to the open record, or begins one.
    bool takes(std::string_view line) const;
    /// True when the line ends its record.
    bool add(std::string_view line, std::uint64_t number, std::uint64_t offset, std::uint64_t bytes);

    bool isOpen() const { return m_lines > 0; }
    /// The record as a text: its level, its message, and what was thrown below it.
    std::string text() const;
    /// As it stands, or a number of milliseconds; empty where the record has none.
    std::string_view time() const { return m_time; }

    std::uint64_t firstLine() const { return m_firstLine; }
    std::uint64_t offset() const { return m_offset; }
    std::uint64_t bytes() const { return m_bytes; }
    std::uint64_t lines() const { return m_lines; }

private:
    void open(std::string_view line);
    void read(std::string_view line);
    void take(std::string_view name, std::string_view value);

    std::string m_name;  ///< of the element whose text goes on in the next line
    std::string m_value; ///< of it so far
    std::string m_time;
    std::string m_level;
    std::string m_message;
    std::string m_thrown;
    bool m_inException = false;
    bool m_ended = false;
    std::uint64_t m_firstLine = 0;
    std::uint64_t m_offset = 0;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_lines = 0;
};

class RecordBuilder;

/// Reads a line that is one element, whose elements have the names of a record's members: `<request id="…">
/// <status>529</status> … </request>` of API Gateway's access log. False where it is none.
bool mineElements(std::string_view line, RecordBuilder& builder);

} // namespace derouter
