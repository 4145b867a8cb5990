// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/contentkind.h"

#include <QCoreApplication>

#include <algorithm>

namespace derouter {

namespace {

/// The marks libarchive is asked to read: gzip, Zstandard, xz, bzip2, LZ4, zip.
bool isArchive(QByteArrayView bytes) {
    constexpr QByteArrayView marks[] = {"\x1f\x8b",
                                        "\x28\xb5\x2f\xfd",
                                        "\xfd"
                                        "7zXZ",
                                        "BZh",
                                        "\x04\x22\x4d\x18",
                                        "PK\x03\x04"};
    const bool tar = bytes.size() > 262 && bytes.sliced(257, 5) == QByteArrayView("ustar");
    return tar || std::ranges::any_of(marks, [bytes](QByteArrayView mark) { return bytes.startsWith(mark); });
}

/// What is no log for sure; empty when that cannot be told from the mark.
QString knownBinary(QByteArrayView bytes) {
    if (bytes.startsWith("\x89PNG"))
        return QCoreApplication::translate("Source", "a PNG image");
    if (bytes.startsWith("\xff\xd8\xff"))
        return QCoreApplication::translate("Source", "a JPEG image");
    if (bytes.startsWith("GIF8"))
        return QCoreApplication::translate("Source", "a GIF image");
    if (bytes.startsWith("%PDF-"))
        return QCoreApplication::translate("Source", "a PDF document");
    if (bytes.startsWith("\x7f"
                         "ELF"))
        return QCoreApplication::translate("Source", "a program");
    if (bytes.startsWith("SQLite format 3"))
        return QCoreApplication::translate("Source", "an SQLite database");
    return {};
}

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\x1b' &&
           c != '\b' && c != '\f';
}

} // namespace

ContentKind contentKind(QByteArrayView beginning) {
    if (beginning.startsWith("\xff\xfe"))
        return {ContentKind::Kind::Utf16LittleEndian, {}};
    if (beginning.startsWith("\xfe\xff"))
        return {ContentKind::Kind::Utf16BigEndian, {}};
    if (isArchive(beginning))
        return {ContentKind::Kind::Archive, {}};
    if (const QString known = knownBinary(beginning); !known.isEmpty())
        return {ContentKind::Kind::Binary, known};
    const auto text = std::ranges::find_if(beginning, [](char c) { return c != '\0'; });
    const auto controls = std::count_if(text, beginning.end(), isControl);
    if (controls * 10 > beginning.end() - text)
        return {ContentKind::Kind::Binary, QCoreApplication::translate("Source", "binary data")};
    return {};
}

} // namespace derouter
