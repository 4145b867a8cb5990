// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/repeatedlines.h"

#include <QHashFunctions>

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

constexpr std::size_t leastShared = 256;
/// Longer than what is kept of a line.
constexpr qsizetype longestLine = 2 * 1024 * 1024;

std::size_t hashOf(std::span<const char> bytes) {
    static const auto seed = static_cast<std::size_t>(QHashSeed::globalSeed());
    return qHashBits(bytes.data(), bytes.size(), seed);
}

} // namespace

void RepeatedLines::begin(const QString& log) {
    m_log = &m_logs[log];
    m_file = {};
    m_candidates.clear();
    for (const Known& known : *m_log)
        m_candidates.push_back(&known);
    m_line.clear();
}

RepeatedLines::Part RepeatedLines::take(std::span<const char> block) {
    const QByteArrayView all(block.data(), static_cast<qsizetype>(block.size()));
    const auto told = static_cast<qsizetype>(m_candidates.empty() ? 0 : repeated(block));
    if (block.size() == blockSize)
        m_file.blocks.push_back(hashOf(block));
    else
        m_file.rest = hashOf(block);
    m_file.restSize = block.size() % blockSize;
    Part part = passOver(all.first(told));
    part.text = all.sliced(told);
    if (!part.text.isEmpty() && !m_line.isEmpty()) {
        m_text = std::exchange(m_line, {});
        m_text += part.text;
        part.text = m_text;
    }
    return part;
}

/// How many bytes of the block an earlier file has at its place: those of a candidate that goes on like it,
/// or that ends in it.
std::size_t RepeatedLines::repeated(std::span<const char> block) {
    const std::size_t index = m_file.blocks.size();
    std::size_t ended = 0;
    for (const Known* known : m_candidates)
        if (known->blocks.size() == index && known->restSize > 0 && known->restSize <= block.size() &&
            hashOf(block.first(known->restSize)) == known->rest)
            ended = std::max(ended, known->restSize);
    const bool isFull = block.size() == blockSize;
    const std::size_t hash = isFull ? hashOf(block) : 0;
    std::erase_if(m_candidates, [&](const Known* known) {
        return !isFull || known->blocks.size() <= index || known->blocks[index] != hash;
    });
    return m_candidates.empty() ? ended : block.size();
}

/// Of the bytes told before, an unfinished line is kept: it may go on in what was not.
RepeatedLines::Part RepeatedLines::passOver(QByteArrayView repeated) {
    const qsizetype lines = repeated.lastIndexOf('\n') + 1;
    Part part;
    if (lines > 0 || m_line.size() > longestLine)
        part.bytes = static_cast<std::uint64_t>(lines + std::exchange(m_line, {}).size());
    part.duplicates = static_cast<std::uint64_t>(std::count(repeated.begin(), repeated.end(), '\n'));
    m_line += repeated.sliced(lines);
    return part;
}

RepeatedLines::Part RepeatedLines::end() {
    Part part;
    m_text = std::exchange(m_line, {});
    const bool isTwin = std::ranges::find(*m_log, m_file) != m_log->end();
    if (isTwin && !m_text.isEmpty())
        part = {.bytes = static_cast<std::uint64_t>(m_text.size()), .duplicates = 1};
    else
        part.text = m_text;
    m_candidates.clear();
    if (!isTwin && m_file.size() >= leastShared)
        m_log->push_back(std::exchange(m_file, {}));
    return part;
}

} // namespace derouter
