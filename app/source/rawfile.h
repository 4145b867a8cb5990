// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/timerange.h"

#include <QFile>
#include <QString>

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>

namespace derouter {

/// Which file a name stands for. Numbers are used again after a deletion, so equality is a hint where the
/// file system does not tell when a file was made.
struct FileNumber {
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    std::int64_t made = 0; ///< nanoseconds since the epoch; 0 where that is not known

    friend bool operator==(const FileNumber&, const FileNumber&) = default;
};

/// The number of the file a name stands for now; nothing when there is none.
std::optional<FileNumber> numberOf(const QString& path);

/// Whether the file has hard links: it may be known by another of its names. Where files have no numbers none
/// is known to have.
bool hasSeveralNames(const QString& path);

/// A file of the disk (or a resource of the program) open for reading; it stays open through renaming and
/// deleting, and locks neither out. Once it is open, its bytes and its size may be asked for by two threads.
class RawFile {
public:
    /// Bytes of the file that take storage: [begin, end).
    struct Extent {
        std::int64_t begin = 0;
        std::int64_t end = 0;
    };

    explicit RawFile(const QString& path)
        : m_path(path)
        , m_file(path) {}

    /// Devices, sockets and folders are refused. The error is one sentence.
    Result<Done> open();
    /// After `open()` failed: whether that may change, as with a file that is not there yet.
    bool mayBeReadLater() const { return m_mayBeReadLater; }

    /// Bytes written to `buffer`; 0 at the end, -1 when it cannot be read there.
    std::int64_t readAt(std::int64_t offset, std::span<char> buffer);
    /// Why, after `readAt()` failed: one sentence.
    Error readError() const;

    int descriptor() const { return m_file.handle(); }
    FileNumber number() const { return m_number; }
    std::int64_t size() const;
    std::optional<Microseconds> lastModified() const;
    /// Whether no name is left for it.
    bool isUnlinked() const;
    /// A text that the kernel makes at every reading, or a resource: it never tells of a change.
    bool isSnapshot() const { return m_isSnapshot; }
    /// The next bytes that take storage; empty at the end of the file when there are none.
    Extent nextExtent(std::int64_t offset) const;

private:
    bool openHandle();

    QString m_path;
    mutable std::mutex m_mutex; ///< of what m_file keeps for itself
    QFile m_file;
    FileNumber m_number;
    bool m_isSnapshot = false;
    bool m_mayBeReadLater = false;
};

} // namespace derouter
