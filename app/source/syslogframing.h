// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <utility>

namespace derouter {

/// One message as lines with their line feeds; nothing of an empty one. The line feeds inside a syslog
/// message are written `#012`, as rsyslog does: it stays one line.
QByteArray syslogLines(QByteArrayView message);

/// Cuts what one sender writes into a TCP connection into lines (RFC 6587). How it ends its messages is told
/// by the first one: `123 <14>…` counts bytes, everything else ends with a line feed.
///
/// Keeps at most `longest` bytes of a message that is not whole. A longer line is cut.
class SyslogFraming {
public:
    static constexpr qsizetype longest = 1024 * 1024;

    /// Adds what is whole now to `lines`. False: the count of bytes in front of a message is none, or too
    /// large; nothing that follows can be told apart.
    bool take(QByteArrayView bytes, QByteArray& lines);
    /// Whether a message was begun and is not whole.
    bool isInside() const { return !m_held.isEmpty() || m_left > 0 || m_isCutting; }
    /// What there is of it, and the framing begins anew.
    QByteArray takeRest();
    /// How many lines were cut since the last call.
    std::uint64_t takeCuts() { return std::exchange(m_cuts, 0); }
    /// How many messages were whole so far.
    std::uint64_t messages() const { return m_messages; }

private:
    enum class Kind { Unknown, Lines, Counted };
    enum class Header { Whole, Begun, Wrong };

    void decide();
    bool takeLines(QByteArrayView bytes, QByteArray& lines);
    bool takeCounted(QByteArrayView bytes, QByteArray& lines);
    Header readHeader();
    void addCut(QByteArrayView part, QByteArray& lines);

    Kind m_kind = Kind::Unknown;
    QByteArray m_held;        ///< of the message, or of its header
    qsizetype m_left = 0;     ///< of a counted message
    bool m_isCutting = false; ///< what of the line is kept was given
    std::uint64_t m_cuts = 0;
    std::uint64_t m_messages = 0;
};

} // namespace derouter
