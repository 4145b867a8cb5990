// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint.h"
#include "core/ledger.h"
#include "source/logfile.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace derouter {

/// The mark without the bytes it was told by.
ContentMark contentMark(const ReadMark& mark);

/// Marks of whole files as they stand there; of compressed ones without unpacking them. What cannot be read
/// has none.
std::vector<ContentMark> contentMarks(const QStringList& paths);

/// Where an earlier run of the program left a log, among the files that are there now.
struct Resumption {
    QStringList older;             ///< rotated files that were read then or came since, oldest first
    QStringList passedOver;        ///< those that were no part of it
    std::vector<ContentMark> gone; ///< what was read then and is nowhere now
    std::optional<Gap> gap;        ///< the same, to be told
};

/// `path` is the file of the name.
Resumption resumption(const QString& path, const Checkpoint& checkpoint);

} // namespace derouter
