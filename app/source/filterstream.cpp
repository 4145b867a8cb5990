// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/filterstream.h"

#include "source/unpacking.h"

#include <archive.h>

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

int filterOf(Packing packing) {
    switch (packing) {
    case Packing::Zstandard:
        return ARCHIVE_FILTER_ZSTD;
    case Packing::Xz:
        return ARCHIVE_FILTER_XZ;
    case Packing::Bzip2:
        return ARCHIVE_FILTER_BZIP2;
    case Packing::Lz4:
        return ARCHIVE_FILTER_LZ4;
    case Packing::Gzip:
        break;
    }
    return ARCHIVE_FILTER_GZIP;
}

} // namespace

FilterStream::FilterStream(ByteStream& packed, Packing packing, QString name)
    : m_packed(packed)
    , m_filter(filterOf(packing))
    , m_name(std::move(name))
    , m_input(packed)
    , m_handle(archive_read_new()) {}

/// The filter is named: libarchive would else take off as many as it finds, and some start other programs.
bool FilterStream::begin() {
    archive* const handle = m_handle.get();
    archive_read_support_format_raw(handle);
    archive_read_support_format_empty(handle);
    archive_entry* entry = nullptr;
    if (archive_read_append_filter(handle, m_filter) != ARCHIVE_OK || !m_input.open(handle))
        return false;
    if (archive_errno(handle) != 0)
        return false; // at the first block, which would then be taken for an empty one
    const int status = archive_read_next_header(handle, &entry);
    m_ended = status == ARCHIVE_EOF; // nothing is packed in it
    return m_ended || isGood(status);
}

std::uint64_t FilterStream::taken() const {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, archive_filter_bytes(m_handle.get(), -1)));
}

Result<std::size_t> FilterStream::read(std::span<char> buffer) {
    if (!m_error.message.isEmpty())
        return m_error;
    bool good = std::exchange(m_begun, true) || begin();
    if (good && m_ended)
        return std::size_t(0);
    const auto count = good ? m_data.read(m_handle.get(), buffer) : -1;
    if (count < 0) {
        m_error = m_input.error().message.isEmpty()
                      ? unpackingError(m_name, m_given, m_input.reason(m_handle.get()))
                      : m_input.error();
        return m_error;
    }
    m_ended = count == 0;
    m_given += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
}

} // namespace derouter
