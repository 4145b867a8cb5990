// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstdint>

namespace derouter {

/// How a stream is compressed.
enum class Packing : std::uint8_t { Gzip, Zstandard, Xz, Bzip2, Lz4 };

/// What a file holds, by its first bytes; its name says nothing.
struct ContentKind {
    enum class Kind : std::uint8_t {
        Text,
        TextOfReturns, ///< its lines end in a lone carriage return, as on old Macintoshes
        Utf16LittleEndian,
        Utf16BigEndian,
        Packed, ///< one compressed stream
        Zip,
        Tar,
        Binary
    };

    Kind kind = Kind::Text;
    Packing packing = Packing::Gzip; ///< of Packed
    QString what = {};               ///< of Binary: "a PNG image", "binary data"

    /// Whether there are files in it.
    bool isArchive() const { return kind == Kind::Zip || kind == Kind::Tar; }
};

/// `beginning`: the first bytes of a file, 64 KiB at best. Text may hold bytes that are no UTF-8, colours,
/// and holes of zeros. UTF-16 is known by its mark, or by the zeros beside the characters of ASCII.
ContentKind contentKind(QByteArrayView beginning);

} // namespace derouter
