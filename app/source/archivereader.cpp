// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/archivereader.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <archive.h>
#include <archive_entry.h>

namespace derouter {

namespace {

/// More than any log is worth: what unpacks to more is a bomb.
constexpr std::uint64_t maxUnpacked = std::uint64_t(20) << 30;
constexpr std::size_t blockSize = 256 * 1024;

} // namespace

struct ArchiveReader::Private {
    QString path;
    int descriptor = -1;
    archive* handle = archive_read_new();
    std::uint64_t unpacked = 0;
    bool inEntry = false;

    Error failure() const {
        const char* const reason = archive_error_string(handle);
        return {QCoreApplication::translate(
                    "Source", "%1 cannot be unpacked beyond byte %2: %3. What came before was read.")
                    .arg(path, QLocale().toString(static_cast<qulonglong>(unpacked)),
                         reason ? QString::fromLocal8Bit(reason)
                                : QCoreApplication::translate("Source", "the data is damaged"))};
    }

    /// The next regular file; false at the end of the archive.
    Result<bool> nextEntry() {
        while (true) {
            archive_entry* entry = nullptr;
            const int status = archive_read_next_header(handle, &entry);
            if (status == ARCHIVE_EOF)
                return false;
            if (status < ARCHIVE_WARN)
                return failure();
            // A single compressed file has no type of its own.
            const auto type = archive_entry_filetype(entry);
            if (type == AE_IFREG || type == 0)
                return true;
        }
    }
};

ArchiveReader::ArchiveReader(const QString& path, int descriptor)
    : d(std::make_unique<Private>()) {
    d->path = path;
    d->descriptor = descriptor;
    // By name: "all" includes filters that start other programs.
    archive_read_support_filter_gzip(d->handle);
    archive_read_support_filter_zstd(d->handle);
    archive_read_support_filter_xz(d->handle);
    archive_read_support_filter_bzip2(d->handle);
    archive_read_support_filter_lz4(d->handle);
    archive_read_support_format_raw(d->handle);
    archive_read_support_format_empty(d->handle);
    archive_read_support_format_tar(d->handle);
    archive_read_support_format_zip(d->handle);
}

ArchiveReader::~ArchiveReader() {
    archive_read_free(d->handle);
}

Result<Done> ArchiveReader::open() {
    const int status =
        d->descriptor >= 0
            ? archive_read_open_fd(d->handle, d->descriptor, blockSize)
            : archive_read_open_filename(d->handle, QFile::encodeName(d->path).constData(), blockSize);
    return status == ARCHIVE_OK ? Result<Done>(Done{}) : d->failure();
}

Result<std::size_t> ArchiveReader::read(std::span<char> buffer) {
    while (true) {
        if (!d->inEntry) {
            const auto found = d->nextEntry();
            if (!found)
                return found.error();
            if (!found.value())
                return std::size_t(0);
            d->inEntry = true;
        }
        const auto count = archive_read_data(d->handle, buffer.data(), buffer.size());
        if (count < 0)
            return d->failure();
        d->inEntry = count > 0;
        if (count == 0)
            continue;
        d->unpacked += static_cast<std::uint64_t>(count);
        if (d->unpacked > maxUnpacked)
            return Error{QCoreApplication::translate("Source",
                                                     "%1 unpacks to more than 20 GiB; reading stopped there.")
                             .arg(d->path)};
        return static_cast<std::size_t>(count);
    }
}

std::uint64_t ArchiveReader::position() const {
    return static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_filter_bytes(d->handle, -1)));
}

} // namespace derouter
