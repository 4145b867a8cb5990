// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>

namespace derouter {

/// How far a program's output was read, and enough of its bytes to find that place again when the program is
/// started again and repeats some of it: all from the beginning, or the last lines.
///
/// The place is always a line's end; what came behind it is the unfinished line.
class OutputMark {
public:
    /// So much of another run's output is looked through.
    static constexpr qsizetype limit = 16 * 1024 * 1024;
    static constexpr qsizetype anchorKept = 512;

    struct Place {
        enum class Status {
            Unknown, ///< more output may tell
            At,      ///< `bytes` from the beginning of the output
            Beyond,  ///< the output repeats the old one from its beginning, and the place lies at `bytes` of
                     ///< it
            Nowhere,
        };
        Status status = Status::Unknown;
        std::int64_t bytes = 0;
    };

    void take(QByteArrayView bytes);

    /// Whether nothing was taken yet.
    bool isEmpty() const { return m_place == 0 && m_partial.isEmpty(); }
    /// Bytes of whole lines taken.
    std::int64_t place() const { return m_place; }
    /// The bytes before the place, at most `anchorKept`.
    const QByteArray& anchor() const { return m_anchor; }
    /// The beginning of the unfinished line, at most 4 KiB.
    const QByteArray& partial() const { return m_partial; }

    /// Looks for the place in what another run gave so far. `isAll`: no more of it will be waited for.
    Place find(QByteArrayView output, bool isAll) const;
    /// Whether the bytes before the place are the last ones of these.
    bool fits(QByteArrayView bytes) const;

    /// The unfinished line will be given again.
    void dropPartial();
    /// The last line was none of the log's.
    void dropLastLine();

private:
    struct Anchor {
        std::int64_t place = 0;
        QByteArray bytes; ///< before the place
    };

    Anchor anchorAt(QByteArrayView bytes, qsizetype end) const;
    bool repeats(QByteArrayView output) const;
    qsizetype behindLastLines(QByteArrayView output) const;

    std::int64_t m_taken = 0;
    std::int64_t m_place = 0;
    QByteArray m_head;   ///< the first bytes, at most 1 KiB
    QByteArray m_anchor; ///< the bytes before the place
    Anchor m_before;     ///< of the line end before the last one
    Anchor m_early;      ///< of a line end far from the beginning, but within the limit
    QByteArray m_tail;   ///< the last bytes taken, as many as of the anchor
    QByteArray m_partial;
};

} // namespace derouter
