// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <archive.h>
#include <archive_entry.h>

namespace derouter {

/// The text as one compressed file.
inline QByteArray packed(const QByteArray& text, int filter = ARCHIVE_FILTER_GZIP) {
    QByteArray out(text.size() + 65536, '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    archive_write_add_filter(writer, filter);
    archive_write_set_format_raw(writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    archive_write_open_memory(writer, out.data(), static_cast<std::size_t>(out.size()), &used);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, "log");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(writer, entry);
    archive_write_data(writer, text.constData(), static_cast<std::size_t>(text.size()));
    archive_write_close(writer);
    archive_entry_free(entry);
    archive_write_free(writer);
    return out.first(static_cast<qsizetype>(used));
}

} // namespace derouter
