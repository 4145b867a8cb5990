// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/archivehandle.h"

#include "source/sentences.h"

#include <archive.h>

#include <algorithm>
#include <cstdio>

namespace derouter {

namespace {

constexpr std::size_t blockSize = 64 * 1024;

} // namespace

void FreeArchive::operator()(archive* handle) const {
    archive_read_free(handle);
}

bool isGood(int status) {
    return status == ARCHIVE_OK || status == ARCHIVE_WARN;
}

std::int64_t ArchiveData::read(archive* handle, std::span<char> buffer) {
    while (m_given >= m_blockBegin + static_cast<std::int64_t>(m_size)) {
        const void* block = nullptr;
        const int status = archive_read_data_block(handle, &block, &m_size, &m_blockBegin);
        m_block = static_cast<const char*>(block);
        if (status == ARCHIVE_EOF)
            m_size = 0;
        if (status != ARCHIVE_OK)
            return status == ARCHIVE_EOF ? 0 : status;
    }
    const auto room = static_cast<std::int64_t>(buffer.size());
    const std::int64_t hole = std::clamp<std::int64_t>(m_blockBegin - m_given, 0, room);
    const std::int64_t from = m_given + hole - m_blockBegin;
    const std::int64_t data = from < 0 ? 0 : std::min(static_cast<std::int64_t>(m_size) - from, room - hole);
    std::fill_n(buffer.begin(), hole, '\0');
    std::copy_n(m_block + std::max<std::int64_t>(from, 0), data, buffer.begin() + hole);
    m_given += hole + data;
    return hole + data;
}

ArchiveInput::ArchiveInput(ByteStream& stream)
    : m_stream(stream)
    , m_block(blockSize) {}

ArchiveInput::ArchiveInput(FileBytes& file)
    : m_stream(file)
    , m_file(&file)
    , m_block(blockSize) {
    file.seek(0);
}

bool ArchiveInput::open(archive* handle) {
    archive_read_set_callback_data(handle, this);
    archive_read_set_read_callback(handle, readNext);
    if (m_file) {
        archive_read_set_skip_callback(handle, skipOver);
        archive_read_set_seek_callback(handle, seekTo);
    }
    return archive_read_open1(handle) == ARCHIVE_OK;
}

QString ArchiveInput::reason(archive* handle) const {
    const char* const text = archive_error_string(handle);
    return text ? QString::fromLocal8Bit(text).simplified()
                : sourceSentence(QT_TRANSLATE_NOOP("Source", "the data is damaged"));
}

std::ptrdiff_t ArchiveInput::readNext(archive*, void* input, const void** bytes) {
    auto& self = *static_cast<ArchiveInput*>(input);
    const auto read = self.m_stream.read(self.m_block);
    *bytes = self.m_block.data();
    if (read)
        return static_cast<std::ptrdiff_t>(read.value());
    self.m_error = read.error();
    return ARCHIVE_FATAL;
}

std::int64_t ArchiveInput::skipOver(archive*, void* input, std::int64_t bytes) {
    FileBytes& file = *static_cast<ArchiveInput*>(input)->m_file;
    const auto place = static_cast<std::int64_t>(file.position());
    const std::int64_t skipped = std::clamp<std::int64_t>(file.size() - place, 0, bytes);
    file.seek(place + skipped);
    return skipped;
}

std::int64_t ArchiveInput::seekTo(archive*, void* input, std::int64_t offset, int whence) {
    FileBytes& file = *static_cast<ArchiveInput*>(input)->m_file;
    const std::int64_t base = whence == SEEK_SET   ? 0
                              : whence == SEEK_CUR ? static_cast<std::int64_t>(file.position())
                                                   : file.size();
    const std::int64_t place = std::clamp<std::int64_t>(base + offset, 0, file.size());
    file.seek(place);
    return place;
}

} // namespace derouter
