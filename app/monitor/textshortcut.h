// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/knownline.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>

namespace derouter {

/// Tells dated lines of a program's own log, those that say nothing of a request and those of one that went
/// well, from one that was read in full: the same words in the same hour, with other numbers.
///
/// Invariant: a line that `read` answers would, as a record of its own, be read in full as one of the same
/// kind, and a success with the time and the id that are answered. Numbers that can be a status or a part of
/// a path must be the same; minutes, seconds, counts, durations, hexadecimal words and DeRouter's ids may
/// differ. A clock that is set back, as in autumn, makes it forget.
class TextShortcut {
public:
    /// Learns from a line that was read in full as `record` of this kind, neither a failure nor without a
    /// time. Does nothing where lines like it cannot be told.
    void learn(std::string_view line, const LogRecord& record, RecordKind kind);
    /// What is answered of the id is a part of `line`.
    std::optional<KnownLine> read(std::string_view line);

private:
    /// A line with a mark in the place of each of its numbers.
    struct Words {
        static constexpr std::size_t longest = 512;

        std::string_view text() const { return {bytes.data(), size}; }
        std::string_view numbers() const { return {exact.data(), digits}; }

        std::array<char, longest> bytes;
        std::size_t size = 0;
        std::array<char, 96> exact; ///< the numbers that may matter, a blank behind each
        std::size_t digits = 0;
        Microseconds inHour = 0; ///< of the first clock
        int clocks = 0;
        std::string_view id;
    };

    struct Known {
        std::string numbers;
        bool anyNumbers = false; ///< none matters
        RecordKind kind = RecordKind::NoRequest;
        bool isAnswer = false;
        bool isAddressed = false;
        Microseconds hourBegins = 0;
    };

    struct WordsHash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    class Reader;

    bool goesBack() const { return m_words.inHour + setBack < m_last; }

    static constexpr std::size_t mostKnown = 4096;                      ///< it begins anew then
    static constexpr Microseconds setBack = 60 * microsecondsPerSecond; ///< more is no disorder of threads

    Words m_words; ///< of the line that was read last
    std::unordered_map<std::string, Known, WordsHash, std::equal_to<>> m_known; ///< by the line's words
    Microseconds m_last = 0; ///< in its hour, the line that was known last
};

} // namespace derouter
