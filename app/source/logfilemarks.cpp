// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/logfile.h"

#include <algorithm>
#include <array>

// Places in a log's file, told by the bytes before them.

namespace derouter {

LogFile::Anchor LogFile::anchorNow() {
    if (m_anchor.isEmpty())
        return m_file.size() >= m_offset ? Anchor::Stands : Anchor::Gone;
    const Anchor anchor = compared(m_offset - m_anchor.size(), m_anchor);
    return anchor == Anchor::Stands ? compared(0, m_head) : anchor;
}

LogFile::Anchor LogFile::compared(std::int64_t offset, const QByteArray& bytes) {
    QByteArray now(bytes.size(), Qt::Uninitialized);
    const std::int64_t read = m_file.readAt(offset, {now.data(), static_cast<std::size_t>(now.size())});
    if (read < 0)
        return Anchor::Unreadable;
    return read == now.size() && now == bytes ? Anchor::Stands : Anchor::Gone;
}

void LogFile::backToLineStart() {
    const std::int64_t back = m_offset - m_lineStart;
    m_stale = m_unpacked && back > 0;
    m_ended = m_ended && !m_stale;
    m_anchor.chop(std::min<qsizetype>(m_anchor.size(), back));
    m_offset = m_lineStart;
    if (m_head.size() > m_offset)
        m_head.truncate(m_offset);
    if (m_utf16)
        m_utf16->reset();
}

bool LogFile::seekBehind(const ReadMark& mark) {
    if (mark.offset == 0)
        return false;
    if (m_unpacked) {
        std::array<char, 64 * 1024> block;
        while (m_offset < mark.offset) {
            const auto room = std::min<std::int64_t>(mark.offset - m_offset, block.size());
            if (readPacked(std::span(block).first(static_cast<std::size_t>(room))).status !=
                    Read::Status::Data ||
                !m_head.startsWith(mark.head.first(std::min(m_head.size(), mark.head.size()))))
                break;
        }
        const bool same = m_offset == mark.offset && m_anchor.endsWith(mark.anchor);
        if (same) {
            m_lineStart = mark.lineStart;
        } else {
            forget();
        }
        return same;
    }
    if (!holds(mark))
        return false;
    goTo(mark);
    return true;
}

bool LogFile::holds(const ReadMark& mark) {
    return !m_unpacked && m_file.size() >= mark.offset && compared(0, mark.head) == Anchor::Stands &&
           compared(mark.offset - mark.anchor.size(), mark.anchor) == Anchor::Stands;
}

void LogFile::goTo(const ReadMark& mark) {
    m_stale = m_unpacked && m_offset != mark.offset;
    m_ended = m_ended && !m_stale;
    m_head = mark.head;
    m_anchor = mark.anchor;
    m_offset = mark.offset;
    m_lineStart = mark.lineStart;
}

ReadMark LogFile::endMark() {
    ReadMark mark{.number = m_file.number(), .head = {}, .anchor = {}, .isWhole = true};
    if (m_unpacked)
        return mark;
    mark.offset = mark.lineStart = m_file.size();
    mark.head.resize(std::min<qsizetype>(mark.offset, headBytes));
    mark.anchor.resize(std::min<qsizetype>(mark.offset, anchorBytes));
    m_file.readAt(0, {mark.head.data(), static_cast<std::size_t>(mark.head.size())});
    m_file.readAt(mark.offset - mark.anchor.size(),
                  {mark.anchor.data(), static_cast<std::size_t>(mark.anchor.size())});
    return mark;
}

void LogFile::forget() {
    m_stale = m_unpacked && m_offset > 0;
    m_ended = false;
    m_offset = m_lineStart = 0;
    m_head.clear();
    m_anchor.clear();
    m_tail.clear();
}

} // namespace derouter
