// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linereading.h"

#include <QByteArray>
#include <QStringList>

namespace derouter {

/// So many lines, numbered.
inline QByteArray numberedLines(const QByteArray& prefix, int count) {
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += prefix + QByteArray::number(i) + '\n';
    return text;
}

/// Each with its line feed.
inline QByteArray joined(const std::vector<std::string>& lines) {
    QByteArray text;
    for (const std::string& line : lines)
        text += QByteArray::fromStdString(line) + '\n';
    return text;
}

inline SourceSpec fileSpec(const QString& path, bool follow = false) {
    return {.path = path, .older = {}, .follow = follow, .format = {}, .timeZone = {}};
}

/// What a source gave from its beginning to its end.
struct WholeReading {
    QByteArray text; ///< its lines; an unfinished one has its line feed too
    QStringList files;
    QStringList gaps; ///< their causes
    QString error;
    std::uint64_t bytes = 0;
    std::uint64_t duplicates = 0;
};

inline WholeReading readWhole(LogSource& source) {
    WholeReading whole;
    if (const auto opened = source.open(); !opened) {
        whole.error = opened.error().message;
        return whole;
    }
    LineReading reading(source);
    for (auto status = reading.step();
         status != ReadResult::Status::Ended && status != ReadResult::Status::Failed;
         status = reading.step()) {
    }
    reading.finish();
    whole.text = joined(reading.lines);
    whole.files = source.files();
    for (const Gap& gap : reading.gaps)
        whole.gaps << gap.cause;
    whole.error = reading.error;
    whole.bytes = reading.given;
    whole.duplicates = reading.duplicates;
    return whole;
}

inline WholeReading readWhole(const QString& path) {
    return readWhole(*makeSource(fileSpec(path)));
}

} // namespace derouter
