// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QtGlobal>

#include <cstdint>
#include <memory>
#include <span>

namespace derouter {

/// Reads a compressed log (gzip, Zstandard, xz, bzip2, LZ4) or the regular files of a tar or zip archive one
/// after another, by libarchive. Nothing is ever written to disk.
class ArchiveReader {
    Q_DISABLE_COPY_MOVE(ArchiveReader)

public:
    /// Reads `descriptor` from its present place, or the file of that name where there is none (-1). `path`
    /// is what sentences call it.
    ArchiveReader(const QString& path, int descriptor);
    ~ArchiveReader();

    Result<Done> open();
    /// Bytes written to `buffer`; 0 at the end. An error comes after all bytes that could be read before it.
    Result<std::size_t> read(std::span<char> buffer);
    /// Compressed bytes consumed.
    std::uint64_t position() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace derouter
