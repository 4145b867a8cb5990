// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <archive.h>
#include <archive_entry.h>

namespace derouter {

/// The text as one compressed file.
inline QByteArray packed(const QByteArray& text, int filter = ARCHIVE_FILTER_GZIP,
                         const char* options = nullptr) {
    QByteArray out(text.size() + 65536, '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    archive_write_add_filter(writer, filter);
    archive_write_set_format_raw(writer);
    if (options)
        archive_write_set_options(writer, options);
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

/// A member of an archive to be made.
struct PackedMember {
    QByteArray name;
    QByteArray text = {};
    __LA_MODE_T type = AE_IFREG;
    QByteArray link = {}; ///< what a symbolic link points to; of a regular file: which member it is a link to
};

/// How an archive is made.
struct ArchiveForm {
    int format = ARCHIVE_FORMAT_ZIP;
    int filter = ARCHIVE_FILTER_NONE;
    QByteArray options = {};
    QByteArray passphrase = {};
};

inline QByteArray archived(const QList<PackedMember>& members, const ArchiveForm& form = {}) {
    qsizetype size = 1024 * 1024;
    for (const PackedMember& member : members)
        size += member.text.size() + member.name.size() * 4 + 4096;
    QByteArray out(size, '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    archive_write_set_format(writer, form.format);
    archive_write_add_filter(writer, form.filter);
    archive_write_set_bytes_in_last_block(writer, 1);
    if (!form.passphrase.isEmpty())
        archive_write_set_passphrase(writer, form.passphrase.constData());
    if (!form.options.isEmpty())
        archive_write_set_options(writer, form.options.constData());
    archive_write_open_memory(writer, out.data(), static_cast<std::size_t>(out.size()), &used);
    for (const PackedMember& member : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, member.name.constData());
        archive_entry_set_filetype(entry, member.type);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_mtime(entry, 1'793'696'400, 0);
        archive_entry_set_size(entry, member.text.size());
        if (!member.link.isEmpty() && member.type == AE_IFLNK)
            archive_entry_set_symlink(entry, member.link.constData());
        else if (!member.link.isEmpty())
            archive_entry_set_hardlink(entry, member.link.constData());
        if (archive_write_header(writer, entry) == ARCHIVE_OK)
            archive_write_data(writer, member.text.constData(), static_cast<std::size_t>(member.text.size()));
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return out.first(static_cast<qsizetype>(used));
}

} // namespace derouter
