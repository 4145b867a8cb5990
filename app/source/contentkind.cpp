// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/contentkind.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>

namespace derouter {

namespace {

std::optional<Packing> packingOf(QByteArrayView bytes) {
    constexpr std::pair<QByteArrayView, Packing> marks[] = {{"\x1f\x8b", Packing::Gzip},
                                                            {"\x28\xb5\x2f\xfd", Packing::Zstandard},
                                                            {"\xfd"
                                                             "7zXZ",
                                                             Packing::Xz},
                                                            {"BZh", Packing::Bzip2},
                                                            {"\x04\x22\x4d\x18", Packing::Lz4}};
    for (const auto& [mark, packing] : marks)
        if (bytes.startsWith(mark))
            return packing;
    return std::nullopt;
}

/// An empty zip archive has nothing but its end.
bool isZip(QByteArrayView bytes) {
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06");
}

bool isTar(QByteArrayView bytes) {
    return bytes.size() > 262 && bytes.sliced(257, 5) == QByteArrayView("ustar");
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
    if (bytes.startsWith("7z\xbc\xaf\x27\x1c"))
        return QCoreApplication::translate("Source", "a 7-Zip archive, which has to be unpacked first");
    if (bytes.startsWith("Rar!\x1a"))
        return QCoreApplication::translate("Source", "a RAR archive, which has to be unpacked first");
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

/// Text has next to no control characters, of whatever encoding it is. Random bytes have them too, and as
/// many beyond ASCII as within. Long runs of zeros do not count: they are holes, as a truncated log has whose
/// writer went on at its old place, or a file whose end was not written before the power went.
bool isBinary(QByteArrayView bytes) {
    constexpr std::ptrdiff_t shortestHole = 64;
    std::ptrdiff_t size = 0;
    std::ptrdiff_t controls = 0;
    std::ptrdiff_t beyondAscii = 0;
    for (auto at = bytes.begin(); at != bytes.end();) {
        const auto behind = std::find_if(at, bytes.end(), [](char c) { return c != '\0'; });
        const bool isHole = behind - at >= shortestHole || at == bytes.begin();
        const auto end = std::find(behind, bytes.end(), '\0');
        size += end - (isHole ? behind : at);
        controls += (isHole ? 0 : behind - at) + std::count_if(behind, end, isControl);
        beyondAscii +=
            std::count_if(behind, end, [](char c) { return static_cast<unsigned char>(c) > 0x7f; });
        at = end;
    }
    return controls * 10 > size || (controls * 50 > size && beyondAscii * 4 > size);
}

} // namespace

ContentKind contentKind(QByteArrayView beginning) {
    using Kind = ContentKind::Kind;
    if (beginning.startsWith("\xff\xfe"))
        return {.kind = Kind::Utf16LittleEndian};
    if (beginning.startsWith("\xfe\xff"))
        return {.kind = Kind::Utf16BigEndian};
    if (const auto packing = packingOf(beginning))
        return {.kind = Kind::Packed, .packing = *packing};
    if (isZip(beginning) || isTar(beginning))
        return {.kind = isTar(beginning) ? Kind::Tar : Kind::Zip};
    if (const QString known = knownBinary(beginning); !known.isEmpty())
        return {.kind = Kind::Binary, .what = known};
    if (isUtf16(beginning, 1))
        return {.kind = Kind::Utf16LittleEndian};
    if (isUtf16(beginning, 0))
        return {.kind = Kind::Utf16BigEndian};
    if (isBinary(beginning))
        return {.kind = Kind::Binary, .what = QCoreApplication::translate("Source", "binary data")};
    return {.kind = endsLinesInReturns(beginning) ? Kind::TextOfReturns : Kind::Text};
}

} // namespace derouter
