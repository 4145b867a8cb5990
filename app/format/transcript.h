// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrecord.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace derouter {

class RecordBuilder;
class TimeParser;

/// Collects one HTTP exchange as command-line tools print it: `curl -v`, `curl -v --trace-time`, `curl -i`,
/// and the console of mitmdump at every level of detail.
///
/// The last status line of an exchange counts: redirects, `100 Continue` and a proxy's `Connection
/// established` come before it.
class TranscriptReader {
public:
    TranscriptReader(RecordBuilder& builder, TimeParser& times)
        : m_builder(builder)
        , m_times(times) {}

    /// Whether the line belongs to an exchange: the open one, or one that begins here.
    bool takes(std::string_view line) const;
    /// Whether the line begins another exchange than the open one.
    bool endsBefore(std::string_view line) const;
    void add(std::string_view line, std::uint64_t number, std::uint64_t offset, std::uint64_t bytes);

    bool isOpen() const { return m_open; }
    bool wasUsed() const { return m_used; }
    /// The record of the exchange; nothing when no request was sent and nothing came back.
    std::optional<LogRecord> finish();

    std::uint64_t firstLine() const { return m_firstLine; }
    std::uint64_t offset() const { return m_offset; }
    std::uint64_t bytes() const { return m_bytes; }
    std::uint64_t lines() const { return m_lines; }
    std::string_view text() const { return m_text; }
    QString formatName() const;

private:
    enum class Part : std::uint8_t { Request, Headers, Body };

    void begin(std::uint64_t number, std::uint64_t offset);
    void addCurl(std::string_view line);
    void addMitm(std::string_view line);
    void takeStatusLine(std::string_view line);
    void takeHeader(std::string_view line);
    void takeRequestHeader(std::string_view line);
    void addBody(std::string_view line);

    RecordBuilder& m_builder;
    TimeParser& m_times;
    std::string m_text; ///< the lines, at most `Sighting::maxRawBytes`
    std::string m_requestLine;
    std::string m_host;
    std::string m_requestId;
    std::string m_date;
    std::string m_stamp; ///< the tool's own, of the first line that has one
    std::string m_body;
    std::string m_failure; ///< why no answer came
    int m_status = 0;
    int m_openBraces = 0; ///< of a JSON body
    Part m_part = Part::Request;
    bool m_mitm = false;
    bool m_open = false;
    bool m_used = false;
    bool m_bodyComplete = false;
    bool m_headersSeen = false;
    std::uint64_t m_firstLine = 0;
    std::uint64_t m_offset = 0;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_lines = 0;
};

} // namespace derouter
