// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/overlap.h"

#include "source/logfile.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr qsizetype leastShared = 256;

/// A line that a log repeats may well stand at the end of one file and at the beginning of the next.
bool isOneLineRepeated(QByteArrayView text) {
    const qsizetype feed = text.indexOf('\n');
    const auto first = text.first(feed < 0 ? text.size() : feed + 1);
    for (; text.startsWith(first); text = text.sliced(first.size())) {
    }
    return first.startsWith(text);
}

/// Where in `tail` the bytes begin that `newer` begins with; -1 when there is no such place.
qsizetype sharedFrom(const QByteArray& tail, const QByteArray& beginning) {
    const QByteArray head = beginning.first(std::min(beginning.size(), leastShared));
    for (qsizetype at = tail.indexOf(head); at >= 0; at = tail.indexOf(head, at + 1)) {
        const bool atLine = at == 0 || tail[at - 1] == '\n';
        if (atLine && beginning.startsWith(tail.sliced(at)))
            return at;
    }
    return -1;
}

} // namespace

Overlap passOverOverlap(LogFile& older, LogFile& newer) {
    const ReadMark mark = older.mark();
    const QByteArray tail = older.tail();
    if (mark.offset >= leastShared && !isOneLineRepeated(tail) && newer.seekBehind(mark)) {
        LogFile again(newer.path());
        const auto bytes = static_cast<std::uint64_t>(mark.offset);
        return {bytes, again.open() ? again.passOver(mark.offset) : 0};
    }
    const QByteArray beginning = newer.beginning(tail.size());
    if (tail.size() < leastShared || beginning.size() < leastShared)
        return {};
    const qsizetype from = sharedFrom(tail, beginning);
    if (from < 0 || isOneLineRepeated(QByteArrayView(tail).sliced(from)))
        return {};
    const std::int64_t bytes = tail.size() - from;
    return {static_cast<std::uint64_t>(bytes), newer.passOver(bytes)};
}

} // namespace derouter
