// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/lineframer.h"

#include <algorithm>
#include <cstring>

namespace derouter {

namespace {

constexpr std::size_t blockSize = 1024 * 1024;

} // namespace

// Room for a line of the greatest length that is kept and a block behind it.
LineFramer::LineFramer()
    : m_buffer(maxLine + blockSize + padding) {}

std::span<char> LineFramer::writable() {
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_scanned -= m_begin;
        m_end -= m_begin;
        m_begin = 0;
    }
    return std::span(m_buffer).subspan(m_end, m_buffer.size() - padding - m_end);
}

void LineFramer::commit(std::size_t bytes) {
    m_end += bytes;
}

// Before it there is room for the line that goes on there.
std::span<char> LineFramer::spare() {
    m_spare.resize(m_buffer.size());
    return std::span(m_spare).subspan(maxLine, blockSize);
}

void LineFramer::takeSpare(std::size_t bytes) {
    const std::size_t begin = maxLine - (m_end - m_begin); // no unfinished line is longer
    std::memcpy(m_spare.data() + begin, m_buffer.data() + m_begin, m_end - m_begin);
    m_buffer.swap(m_spare);
    m_scanned = begin + (m_scanned - m_begin);
    m_begin = begin;
    m_end = maxLine + bytes;
}

std::optional<Line> LineFramer::next() {
    if (m_begin < m_end && m_buffer[m_begin] == '\0')
        passOverZeros();
    const void* const found = std::memchr(m_buffer.data() + m_scanned, '\n', m_end - m_scanned);
    if (!found) {
        passOver(m_end);
        return std::nullopt;
    }
    const auto feed = static_cast<std::size_t>(static_cast<const char*>(found) - m_buffer.data());
    passOver(feed);
    const std::size_t end = m_long ? m_begin + maxLine : feed;
    const std::size_t begin = m_begin;
    const std::uint64_t bytes = m_passedOver + (end - begin) + 1;
    // What was dropped of a long line lay between its kept beginning and the line feed.
    m_begin = m_scanned = feed + 1;
    return makeLine(begin, end, bytes);
}

std::optional<Line> LineFramer::finish() {
    passOverZeros();
    if (m_end == m_begin)
        return std::nullopt;
    const std::size_t begin = m_begin;
    Line line = makeLine(begin, m_end, m_passedOver + (m_end - begin));
    line.unterminated = true;
    m_begin = m_scanned = m_end;
    return line;
}

LineFramer::Place LineFramer::suspend() {
    const Place place{m_number, m_offset};
    resume({});
    return place;
}

void LineFramer::resume(Place place) {
    m_begin = m_scanned = m_end = 0;
    m_offset = place.offset;
    m_number = place.lines;
    m_passedOver = 0;
    m_long = false;
}

void LineFramer::skip(std::uint64_t bytes) {
    m_offset += bytes;
}

std::string_view LineFramer::takeBytes(std::size_t bytes) {
    const std::string_view taken = pending().substr(0, bytes);
    pass(taken.size(), static_cast<std::uint64_t>(std::ranges::count(taken, '\n')));
    return taken;
}

void LineFramer::pass(std::size_t bytes, std::uint64_t lines) {
    m_begin += bytes;
    m_scanned = m_begin;
    m_offset += bytes;
    m_number += lines;
}

Line LineFramer::makeLine(std::size_t begin, std::size_t end, std::uint64_t bytes) {
    if (!m_long && end > begin && m_buffer[end - 1] == '\r')
        --end;
    const Line line{.text = {m_buffer.data() + begin, end - begin},
                    .number = ++m_number,
                    .offset = m_offset,
                    .bytes = bytes,
                    .cut = m_long};
    m_offset += bytes;
    m_passedOver = 0;
    m_long = false;
    return line;
}

void LineFramer::passOverZeros() {
    const std::size_t begin = m_begin;
    while (m_begin < m_end && m_buffer[m_begin] == '\0')
        ++m_begin;
    m_scanned = std::max(m_scanned, m_begin);
    m_offset += m_begin - begin;
    m_zeros += m_begin - begin;
}

/// Drops what a line has beyond `maxLine` before `end`, and notes that nothing before `end` ends it.
void LineFramer::passOver(std::size_t end) {
    m_scanned = end;
    if (end - m_begin <= maxLine)
        return;
    m_long = true;
    const std::size_t kept = m_begin + maxLine;
    m_passedOver += end - kept;
    if (end == m_end)
        m_end = m_scanned = kept;
}

} // namespace derouter
