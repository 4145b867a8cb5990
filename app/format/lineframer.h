// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/line.h"
#include "format/texts.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace derouter {

/// Cuts a stream of bytes into lines without copying them: the caller writes into `writable()`, says how much
/// by `commit()`, and takes the lines with `next()` until there is none.
///
/// Only LF ends a line; a CR before it is dropped. An unfinished line is held. A line longer than `maxLine`
/// is given with its first `maxLine` bytes and marked; the rest is counted and passed over. At least
/// `padding` bytes behind every line may be read (not written), as simdjson wants. Texts are good until the
/// next `writable()`.
class LineFramer {
public:
    static constexpr std::size_t maxLine = 1024 * 1024;
    static constexpr std::size_t padding = PaddedText::padding;

    LineFramer();

    /// Room for at least 256 KiB; ends the texts given so far.
    std::span<char> writable();
    void commit(std::size_t bytes);
    /// Room for a further block, which another thread may write while lines are taken.
    std::span<char> spare();
    /// What was written there follows what was committed, of which all whole lines have been taken. Ends the
    /// texts given so far.
    void takeSpare(std::size_t bytes);
    std::optional<Line> next();
    /// The unfinished line at the end of a stream; the next byte begins a new line.
    std::optional<Line> finish();
    /// Where a stream stands: what was given of it.
    struct Place {
        std::uint64_t lines = 0;
        std::uint64_t offset = 0;
    };
    /// Drops the unfinished line, which will be written again.
    Place suspend();
    /// Goes on with a stream at its place, or begins one. Call `finish()` or `suspend()` before.
    void resume(Place place);
    /// Bytes of the stream that will not be written.
    void skip(std::uint64_t bytes);

    /// What was written and not given yet, whole lines or not.
    std::string_view pending() const { return {m_buffer.data() + m_begin, m_end - m_begin}; }
    /// Gives `bytes` of it as they are: of a document that is not read by lines.
    std::string_view takeBytes(std::size_t bytes);
    /// Whole lines at the beginning of what is pending that were read where they stand.
    void pass(std::size_t bytes, std::uint64_t lines);

    /// Zero bytes at the beginnings of lines since the last call: what a truncation under a writer that goes
    /// on at its old place leaves. They are no part of any line.
    std::uint64_t takeZeros() { return std::exchange(m_zeros, 0); }

    /// Bytes of the unfinished line.
    std::uint64_t partialBytes() const { return m_end - m_begin + m_passedOver; }

private:
    Line makeLine(std::size_t begin, std::size_t end, std::uint64_t bytes);
    void passOver(std::size_t end);
    void passOverZeros();

    std::vector<char> m_buffer;
    std::vector<char> m_spare; ///< as large, once it was asked for
    std::size_t m_begin = 0;   ///< first byte not given yet
    std::size_t m_scanned = 0; ///< no line feed in [m_begin, m_scanned)
    std::size_t m_end = 0;
    std::uint64_t m_offset = 0; ///< of m_begin in the stream, or of the long line being passed over
    std::uint64_t m_number = 0;
    std::uint64_t m_passedOver = 0; ///< bytes of a long line already dropped behind its kept beginning
    std::uint64_t m_zeros = 0;
    bool m_long = false;
};

} // namespace derouter
