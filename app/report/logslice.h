// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"
#include "monitor/recordplace.h"
#include "report/redactedtext.h"

#include <QStringList>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace derouter {

/// A part of one file of a log: from the first record of some failures to the last. A value for any thread.
struct SlicePlace {
    QString name; ///< of the file
    RecordPlace first;
    std::string record;    ///< the bytes of the first
    std::uint64_t end = 0; ///< behind the last
};

/// Where the failures in these rows stand, by source and file. `missing` gets the names of logs that cannot
/// be read again. On the Monitor's thread.
std::vector<SlicePlace> slicePlaces(const Monitor& monitor, std::span<const EventStore::Row> rows,
                                    QStringList& missing);

/// The lines of logs around an incident, to be given away: every secret and every person is a placeholder,
/// the same one wherever the same stands, and request-ids stay.
struct LogSlice {
    /// Of each part; what is longer is cut at its end.
    static constexpr std::size_t mostBytes = std::size_t(8) * 1024 * 1024;
    static constexpr qsizetype linesAround = 10;

    RedactedText text; ///< each part below a line with the name of its file
    qsizetype lines = 0;
    bool isCut = false;
    QStringList missing{}; ///< files in which the records do not stand any more
};

/// Reads the logs as they are now. Any thread.
LogSlice readSlice(const std::vector<SlicePlace>& places);

} // namespace derouter
