// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/bytestream.h"

#include <QtGlobal>

#include <memory>
#include <vector>

struct archive;

namespace derouter {

struct FreeArchive {
    void operator()(archive* handle) const;
};
using ArchiveHandle = std::unique_ptr<archive, FreeArchive>;

/// Whether a call of libarchive did what it should.
bool isGood(int status);

/// The data of a handle's member. Of one that fails everything is given that was unpacked before.
class ArchiveData {
public:
    /// What follows is another member.
    void begin() { *this = {}; }
    /// Bytes written to `buffer`, holes as zeros; 0 at the end, and libarchive's status (negative) when it
    /// fails.
    std::int64_t read(archive* handle, std::span<char> buffer);

private:
    const char* m_block = nullptr;
    std::size_t m_size = 0;        ///< bytes of the block
    std::int64_t m_blockBegin = 0; ///< in the member
    std::int64_t m_given = 0;      ///< of the member
};

/// Lets libarchive read a stream, and seek in it where it is a file.
class ArchiveInput {
    Q_DISABLE_COPY_MOVE(ArchiveInput)

public:
    explicit ArchiveInput(ByteStream& stream);
    /// Begins anew at the beginning of the file.
    explicit ArchiveInput(FileBytes& file);

    /// Opens the handle, which must not outlive the input.
    bool open(archive* handle);
    /// Why the last call of libarchive failed: in the user's words where the stream knows them.
    QString reason(archive* handle) const;
    /// The stream's own error, if it had one.
    const Error& error() const { return m_error; }

private:
    static std::ptrdiff_t readNext(archive* handle, void* input, const void** bytes);
    static std::int64_t skipOver(archive* handle, void* input, std::int64_t bytes);
    static std::int64_t seekTo(archive* handle, void* input, std::int64_t offset, int whence);

    ByteStream& m_stream;
    FileBytes* m_file = nullptr;
    std::vector<char> m_block;
    Error m_error;
};

} // namespace derouter
