// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/outputmark.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr qsizetype headKept = 1024;
constexpr qsizetype partialKept = 4096;
/// Fewer equal bytes in the middle of an output are chance.
constexpr qsizetype leastShared = 256;

constexpr qsizetype anchorKept = OutputMark::anchorKept;

QByteArray lastOf(const QByteArray& before, QByteArrayView bytes) {
    if (bytes.size() >= anchorKept)
        return bytes.last(anchorKept).toByteArray();
    QByteArray both = before + bytes.toByteArray();
    return both.size() > anchorKept ? both.last(anchorKept) : both;
}

} // namespace

void OutputMark::take(QByteArrayView bytes) {
    m_head.append(bytes.first(std::min(bytes.size(), headKept - m_head.size())));
    const qsizetype feed = bytes.lastIndexOf('\n');
    if (feed >= 0) {
        const qsizetype earlier = feed > 0 ? bytes.first(feed).lastIndexOf('\n') : -1;
        m_before = earlier >= 0 ? anchorAt(bytes, earlier + 1) : Anchor{m_place, m_anchor};
        const Anchor last = anchorAt(bytes, feed + 1);
        m_place = last.place;
        m_anchor = last.bytes;
        m_partial.clear();
        if (m_early.place < limit / 2 && m_place <= limit)
            m_early = last;
    }
    const QByteArrayView behind = bytes.sliced(feed + 1);
    m_partial.append(behind.first(std::min(behind.size(), partialKept - m_partial.size())));
    m_tail = lastOf(m_tail, bytes);
    m_taken += bytes.size();
}

/// Of a line end in bytes that are being taken.
OutputMark::Anchor OutputMark::anchorAt(QByteArrayView bytes, qsizetype end) const {
    return {m_taken + end, lastOf(m_tail, bytes.first(end))};
}

/// Whether it begins as the old output did, as far as both go.
bool OutputMark::repeats(QByteArrayView output) const {
    const qsizetype whole = m_place > 0 ? std::min<qsizetype>(m_head.size(), m_place) : m_head.size();
    const qsizetype both = std::min(whole, output.size());
    return output.first(both) == QByteArrayView(m_head).first(both);
}

OutputMark::Place OutputMark::find(QByteArrayView output, bool isAll) const {
    using Status = Place::Status;
    if (repeats(output)) {
        if (output.size() >= m_place && fits(output.first(m_place)))
            return {Status::At, m_place};
        if (output.size() < m_place && !isAll)
            return {};
        const bool early = m_early.place >= limit / 2 && output.size() >= m_early.place &&
                           output.first(m_early.place).endsWith(m_early.bytes);
        if (output.size() < m_place && output.size() >= limit && early)
            return {Status::Beyond, m_place};
    }
    if (m_anchor.size() >= leastShared) {
        if (const qsizetype at = output.indexOf(m_anchor); at >= 0)
            return {Status::At, at + m_anchor.size()};
        if (const qsizetype behind = behindLastLines(output); behind > 0)
            return {Status::At, behind};
    }
    return {isAll ? Status::Nowhere : Status::Unknown, 0};
}

/// Behind the last lines before the place, when the output begins with them; else 0.
qsizetype OutputMark::behindLastLines(QByteArrayView output) const {
    for (qsizetype feed = m_anchor.indexOf('\n'); feed >= 0; feed = m_anchor.indexOf('\n', feed + 1)) {
        const QByteArrayView lines = QByteArrayView(m_anchor).sliced(feed + 1);
        if (lines.size() < leastShared)
            return 0;
        if (output.startsWith(lines))
            return lines.size();
    }
    return 0;
}

bool OutputMark::fits(QByteArrayView bytes) const {
    return bytes.endsWith(m_anchor);
}

void OutputMark::dropPartial() {
    m_partial.clear();
    m_tail = m_anchor;
    m_taken = m_place;
    m_head.truncate(std::min<qsizetype>(m_head.size(), m_place));
}

void OutputMark::dropLastLine() {
    m_place = m_before.place;
    m_anchor = m_before.bytes;
    dropPartial();
}

} // namespace derouter
