// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrecord.h"
#include "format/transcriptdialect.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

class RecordBuilder;
class TimeParser;

/// Collects one HTTP exchange as command-line tools print it: curl (`-v`, `-i`, `--trace`), HTTPie, wget and
/// mitmdump; and as OkHttp logs it, or one dialect alone.
class TranscriptReader {
public:
    TranscriptReader(RecordBuilder& builder, TimeParser& times);
    TranscriptReader(RecordBuilder& builder, TimeParser& times, std::unique_ptr<TranscriptDialect> dialect);

    /// Whether the line belongs to an exchange: the open one, or one that begins here.
    bool takes(std::string_view line) const;
    /// Whether a line of free text begins an exchange behind a logger's prefix.
    bool takesBehindPrefix(std::string_view line) const;
    /// Whether the line begins another exchange than the open one.
    bool endsBefore(std::string_view line) const;
    /// How much of a line that goes on the open exchange is of it: a body may end without a line feed.
    std::size_t endIn(std::string_view line) const;
    void add(std::string_view line, std::uint64_t number, std::uint64_t offset, std::uint64_t bytes);

    bool isOpen() const { return m_open != nullptr; }
    /// Whether the open exchange has ended, where that shows.
    bool isOver() const { return m_open && m_open->isOver(); }
    /// Whether the outcome of the open exchange is known.
    bool isAnswered() const;
    /// Whether a dialect's exchange begins with the line.
    bool begins(std::string_view line) const;
    bool wasUsed() const { return m_lastUsed != nullptr; }
    /// The record of the exchange; nothing when no request was sent and nothing came back. `next`: because
    /// the next one begins.
    std::optional<LogRecord> finish(bool next = false);

    std::uint64_t firstLine() const { return m_firstLine; }
    std::uint64_t offset() const { return m_offset; }
    std::uint64_t bytes() const { return m_bytes; }
    std::uint64_t lines() const { return m_lines; }
    std::string_view text() const { return m_text; }
    /// Of the open exchange, or the last one.
    QString formatName() const;

private:
    bool goesOn(std::string_view line, std::string_view bare) const;
    TranscriptDialect* dialectOf(std::string_view bare) const;
    TranscriptDialect* dialectBehindPrefix(std::string_view line) const;
    void begin(TranscriptDialect& dialect, std::uint64_t number, std::uint64_t offset);

    RecordBuilder& m_builder;
    TimeParser& m_times;
    std::vector<std::unique_ptr<TranscriptDialect>> m_dialects;
    TranscriptDialect* m_open = nullptr;
    TranscriptDialect* m_lastUsed = nullptr;
    HttpExchange m_exchange;
    std::string m_text; ///< the lines, at most `Sighting::maxRawBytes`
    std::uint64_t m_firstLine = 0;
    std::uint64_t m_offset = 0;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_lines = 0;
};

} // namespace derouter
