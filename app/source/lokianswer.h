// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace derouter {

/// One line that a Loki keeps.
struct LokiEntry {
    std::int64_t nanoseconds = 0; ///< since 1970 UTC; a whole number on all ways, never a floating one
    QByteArray labels;            ///< of its stream, a JSON object with sorted names
    QString text;

    /// As `logcli --output=jsonl` writes it, with its line feed.
    QByteArray toLine() const;
};

/// What `/loki/api/v1/query_range` answers.
struct LokiAnswer {
    enum class Kind {
        Lines,
        Numbers, ///< of a metric query
        Foreign, ///< nothing that Loki writes
    };
    Kind kind = Kind::Foreign;
    std::vector<LokiEntry> entries; ///< in the answer's order: by time within a stream alone
    bool leftOutLabels = false;     ///< a stream's labels were too long to be told with each of its lines
};

LokiAnswer readLokiAnswer(const QByteArray& body);

} // namespace derouter
