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

/// Whether every other byte is zero, for the most part, from the first or from the second on: texts in UTF-16
/// without a mark, whose other bytes are no controls.
bool isUtf16(QByteArrayView bytes, qsizetype zerosAt) {
    const qsizetype pairs = bytes.size() / 2;
    qsizetype zeros = 0;
    qsizetype others = 0;
    for (qsizetype at = 0; at + 1 < bytes.size(); at += 2) {
        zeros += bytes[at + zerosAt] == '\0' ? 1 : 0;
        const char text = bytes[at + 1 - zerosAt];
        others += text == '\0' || (isControl(text) && bytes[at + zerosAt] == '\0') ? 1 : 0;
    }
    constexpr qsizetype fewest = 8;
    return pairs >= fewest && zeros * 2 > pairs && others * 50 < pairs;
}

/// Whether lines end in carriage returns alone: one stands between other bytes, and nowhere a line feed.
bool endsLinesInReturns(QByteArrayView bytes) {
    const qsizetype first = bytes.indexOf('\r');
    return first > 0 && first + 1 < bytes.size() && !bytes.contains('\n');
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
    if (isUtf16(beginning, 1))
        return {ContentKind::Kind::Utf16LittleEndian, {}};
    if (isUtf16(beginning, 0))
        return {ContentKind::Kind::Utf16BigEndian, {}};
    const auto text = std::ranges::find_if(beginning, [](char c) { return c != '\0'; });
    const auto controls = std::count_if(text, beginning.end(), isControl);
    if (controls * 10 > beginning.end() - text)
        return {ContentKind::Kind::Binary, QCoreApplication::translate("Source", "binary data")};
    return {endsLinesInReturns(beginning) ? ContentKind::Kind::TextOfReturns : ContentKind::Kind::Text, {}};
}

} // namespace derouter
