// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/lineframer.h"
#include "source/logsource.h"

#include <map>
#include <string>
#include <vector>

namespace derouter {

/// Reads a source into lines as an ingest worker and its pipeline do, one step at a time.
class LineReading {
public:
    explicit LineReading(LogSource& source)
        : m_source(source) {}

    /// What one read gave.
    ReadResult::Status step() {
        const ReadResult result = m_source.read(m_framer.writable());
        switch (result.status) {
        case ReadResult::Status::Data:
            given += result.bytes;
            m_framer.commit(result.bytes);
            while (const auto line = m_framer.next())
                lines.emplace_back(line->text);
            break;
        case ReadResult::Status::Skipped:
            if (result.bytes > 0)
                finish();
            m_framer.skip(result.bytes);
            skipped += result.bytes;
            duplicates += result.duplicates;
            if (result.gap)
                gaps.push_back(*result.gap);
            break;
        case ReadResult::Status::Turn:
            if (result.over)
                finish();
            m_places[m_file] = m_framer.suspend();
            m_file = result.file;
            m_framer.resume(m_places[m_file]);
            break;
        case ReadResult::Status::Unreadable:
        case ReadResult::Status::Failed:
            error = result.error.message;
            break;
        default:
            break;
        }
        return result.status;
    }

    /// The stream is over: its unfinished line is a line.
    void finish() {
        if (const auto line = m_framer.finish()) {
            lines.emplace_back(line->text);
            unterminated.emplace_back(line->text);
        }
    }

    std::vector<std::string> lines;
    std::vector<std::string> unterminated; ///< of `lines`
    std::vector<Gap> gaps;
    std::uint64_t given = 0;
    std::uint64_t skipped = 0;
    std::uint64_t duplicates = 0;
    QString error; ///< why it could not be read last

private:
    LogSource& m_source;
    LineFramer m_framer;
    std::map<int, LineFramer::Place> m_places;
    int m_file = 0;
};

} // namespace derouter
