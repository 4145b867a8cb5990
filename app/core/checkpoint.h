// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace derouter {

/// Bytes told by their hash: what is kept of a log between two runs of the program holds no text of it.
struct Fingerprint {
    std::int64_t bytes = 0; ///< how many
    QByteArray hash;        ///< SHA-256; empty when there are none

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// A place in a file, by what stands before it: found again under another name, copied or compressed.
struct ContentMark {
    std::int64_t offset = 0; ///< bytes before it
    bool packed = false;     ///< bytes of a compressed file itself, not of what is inside
    Fingerprint head;        ///< of the file's beginning
    Fingerprint anchor;      ///< of what stands right before the place

    friend bool operator==(const ContentMark&, const ContentMark&) = default;
};

/// What tells, in a later run of the program, which files a followed log was read from.
struct Checkpoint {
    std::vector<ContentMark> read;       ///< its files, as far as they were read
    std::vector<ContentMark> passedOver; ///< rotated files that were there first and are no part of it
    QString target;                      ///< the file that a link led to; empty where the name is no link's

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

} // namespace derouter
