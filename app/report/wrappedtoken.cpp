// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wrappedtoken.h"

#include "report/characters.h"
#include "report/secretvalues.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr qsizetype maxStamp = 48;    ///< of what a collector writes before a piece of a line
constexpr qsizetype maxMembers = 128; ///< of what it writes behind one

char16_t at(QStringView text, qsizetype index) {
    return index < text.size() ? text[index].unicode() : u'\0';
}

QStringView upTo(qsizetype length, QStringView text, qsizetype begin) {
    return text.sliced(begin, std::min(length, text.size() - begin));
}

/// The text of the next line of Docker's json-file, -1 when the string that ends at `end` is none of it.
qsizetype nextDockerPiece(QStringView text, qsizetype end) {
    constexpr QStringView opening = u"{\"log\":\"";
    const qsizetype line = upTo(maxMembers, text, end).indexOf(u'\n');
    if (line < 0 || !text.sliced(end + line + 1).startsWith(opening))
        return -1;
    return end + line + 1 + opening.size();
}

/// Behind the stamp of a container's runtime, if there is one.
qsizetype behindStamp(QStringView text, qsizetype begin) {
    const QStringView stamp = upTo(maxStamp, text, begin);
    for (const QStringView stream : {u" stdout F ", u" stdout P ", u" stderr F ", u" stderr P "})
        if (const qsizetype place = stamp.indexOf(stream); place > 0)
            return begin + place + stream.size();
    return begin;
}

/// Where the line behind the one that ends at `end` goes on with its text, -1 when it does not.
qsizetype nextPiece(QStringView text, qsizetype end) {
    if (at(text, end) == u'"')
        return nextDockerPiece(text, end);
    while (at(text, end) == u'\r')
        ++end;
    if (at(text, end) != u'\n')
        return -1;
    do
        ++end;
    while (QStringView(u" \t|\u2502").contains(QChar(at(text, end))));
    return behindStamp(text, std::min(end, text.size()));
}

} // namespace

qsizetype tokenEnd(QStringView text, qsizetype begin) {
    for (;;) {
        const char16_t c = at(text, begin);
        const bool sign = c == u'.' || c == u'/' || c == u'+' || c == u'~' || c == u'=';
        if (!isWord(c) && c != u'-' && !(sign && isWord(at(text, begin + 1))))
            return begin;
        ++begin;
    }
}

qsizetype wrappedEnd(QStringView text, qsizetype end) {
    for (;;) {
        const qsizetype begin = nextPiece(text, end);
        const qsizetype next = begin < 0 ? end : tokenEnd(text, begin);
        if (begin < 0 || next == begin || !continuesToken(text.sliced(begin, next - begin), at(text, next)))
            return end;
        end = next;
    }
}

} // namespace derouter
