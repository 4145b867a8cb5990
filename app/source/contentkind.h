// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace derouter {

/// What a file holds, by its first bytes; its name says nothing.
struct ContentKind {
    enum class Kind {
        Text,
        TextOfReturns, ///< its lines end in a lone carriage return, as on old Macintoshes
        Utf16LittleEndian,
        Utf16BigEndian,
        Archive,
        Binary
    };

    Kind kind = Kind::Text;
    QString what; ///< of Binary: "a PNG image", "binary data"
};

/// `beginning`: the first bytes of a file, 64 KiB at best. Text may hold bytes that are no UTF-8, colours,
/// and a hole of zeros at its beginning, as a truncated log has whose writer went on at its old place. UTF-16
/// is known by its mark, or by the zeros beside the characters of ASCII.
ContentKind contentKind(QByteArrayView beginning);

} // namespace derouter
