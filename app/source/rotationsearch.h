// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/logfile.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace derouter {

/// Whether the file of `mark` is one of the rotated files of `path`.
bool isRotated(const QString& path, const ReadMark& mark);

/// The rotated file of `path` that holds all that `mark` was read of, copied or compressed; open at the
/// mark's place; none that is `known`, which only begins alike. Null when there is none.
std::unique_ptr<LogFile> findCopy(const QString& path, const ReadMark& mark,
                                  std::span<const ReadMark> known = {});

/// A rotated file of which nothing was read yet, open.
struct UnreadFile {
    std::unique_ptr<LogFile> file;
    bool isNewer = false; ///< than the file that had the name: it was rotated away, too
};

struct UnreadFiles {
    std::vector<UnreadFile> files; ///< oldest first
    std::optional<Error> refused;  ///< why one could not be opened that may be unread
};

/// The rotated files of `path` of which nothing was read yet. `known` are all files that were read or are not
/// to be read; `live` is the file that had the name when it was looked at last, if there is one: a copy of it
/// is no unread file.
UnreadFiles unreadRotated(const QString& path, std::span<const ReadMark> known, LogFile* live);

/// Marks of these files as if they had been read to their ends. What cannot be read is
/// marked by its number alone.
std::vector<ReadMark> endMarks(const QStringList& paths);

} // namespace derouter
