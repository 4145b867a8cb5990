// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/syslogframing.h"

#include <algorithm>

namespace derouter {

namespace {

/// Of `1048576 `.
constexpr qsizetype longestHeader = 8;
/// Of what is looked at to tell how messages end.
constexpr qsizetype longestTelling = 24;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

QByteArray syslogLines(QByteArrayView message) {
    while (!message.isEmpty() && (message.back() == '\n' || message.back() == '\r' || message.back() == '\0'))
        message.chop(1);
    if (message.isEmpty())
        return {};
    QByteArray lines = message.toByteArray();
    if (lines.startsWith('<'))
        lines.replace('\n', "#012");
    return lines + '\n';
}

bool SyslogFraming::take(QByteArrayView bytes, QByteArray& lines) {
    if (m_kind == Kind::Unknown) {
        m_held += bytes;
        decide();
        if (m_kind == Kind::Unknown)
            return true;
        const QByteArray begun = std::exchange(m_held, {});
        return take(begun, lines);
    }
    return m_kind == Kind::Counted ? takeCounted(bytes, lines) : takeLines(bytes, lines);
}

/// A number, a blank and a syslog message: no line of a log that is sent without syslog begins so.
void SyslogFraming::decide() {
    const bool isSigned = m_held.startsWith('-') || m_held.startsWith('+');
    const auto number = std::find_if_not(m_held.cbegin() + (isSigned ? 1 : 0), m_held.cend(), isDigit);
    const qsizetype digits = number - m_held.cbegin();
    const QByteArrayView rest = QByteArrayView(m_held).sliced(digits);
    const bool isOpen = digits > 0 && digits < longestTelling && (rest.isEmpty() || rest == " ");
    if (digits > 0 && (rest.startsWith(" <") || digits >= longestTelling))
        m_kind = Kind::Counted;
    else if (!m_held.isEmpty() && !isOpen)
        m_kind = Kind::Lines;
}

bool SyslogFraming::takeLines(QByteArrayView bytes, QByteArray& lines) {
    while (!bytes.isEmpty()) {
        const qsizetype feed = bytes.indexOf('\n');
        const QByteArrayView part = bytes.first(feed < 0 ? bytes.size() : feed);
        if (m_isCutting || m_held.size() + part.size() > longest)
            addCut(part, lines);
        else
            m_held += part;
        if (feed < 0)
            return true;
        bytes = bytes.sliced(feed + 1);
        ++m_messages;
        if (!std::exchange(m_isCutting, false))
            lines += std::exchange(m_held, {}) + '\n';
    }
    return true;
}

/// The line is given as soon as nothing more of it is kept.
void SyslogFraming::addCut(QByteArrayView part, QByteArray& lines) {
    if (std::exchange(m_isCutting, true))
        return;
    ++m_cuts;
    lines += m_held;
    lines += part.first(longest - m_held.size());
    lines += '\n';
    m_held.clear();
}

bool SyslogFraming::takeCounted(QByteArrayView bytes, QByteArray& lines) {
    while (!bytes.isEmpty()) {
        if (m_left == 0) {
            m_held += bytes.front();
            bytes = bytes.sliced(1);
            const Header header = readHeader();
            if (header == Header::Wrong)
                return false;
            if (header == Header::Begun)
                continue;
        }
        const qsizetype part = std::min(m_left, bytes.size());
        m_held += bytes.first(part);
        bytes = bytes.sliced(part);
        m_left -= part;
        if (m_left > 0)
            return true;
        ++m_messages;
        lines += syslogLines(std::exchange(m_held, {}));
    }
    return true;
}

/// Some senders end a message that they counted with a line feed, too.
SyslogFraming::Header SyslogFraming::readHeader() {
    if (m_held == "\n") {
        m_held.clear();
        return Header::Begun;
    }
    const bool isEnded = m_held.endsWith(' ');
    const QByteArrayView digits = QByteArrayView(m_held).chopped(isEnded ? 1 : 0);
    if (digits.isEmpty() || digits.front() == '0' || digits.size() >= longestHeader ||
        !std::ranges::all_of(digits, isDigit))
        return Header::Wrong;
    if (!isEnded)
        return Header::Begun;
    m_left = digits.toInt();
    m_held.clear();
    return m_left <= longest ? Header::Whole : Header::Wrong;
}

QByteArray SyslogFraming::takeRest() {
    const bool isHeader = m_kind == Kind::Counted && m_left == 0;
    const QByteArray rest = isHeader ? QByteArray() : syslogLines(m_held);
    *this = {};
    return rest;
}

} // namespace derouter
