// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rejection.h"
#include "core/result.h"
#include "core/timerange.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <vector>

namespace derouter {

/// What a format reads in one line.
struct TriedLine {
    bool fits = false;
    Rejection why = Rejection::NothingKnown; ///< where it does not fit
    std::optional<Microseconds> time;
    int status = 0; ///< 0: none is stated
    QString method;
    QString path;
    QString requestId;
    std::int64_t durationMicros = -1; ///< -1: none is stated
};

/// Reads each line by `format`, as FormatCatalog::choose() takes it, and says what was found. The error is
/// the sentence that says why the format is none.
Result<std::vector<TriedLine>> tryFormat(const QString& format, const QStringList& lines,
                                         const QTimeZone& zone);

} // namespace derouter
