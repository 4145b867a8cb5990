// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/resumption.h"

#include "source/rotatedset.h"
#include "source/sentences.h"

#include <QCryptographicHash>
#include <QLocale>

#include <algorithm>

namespace derouter {

namespace {

constexpr std::int64_t headBytes = 1024;
constexpr std::int64_t anchorBytes = 512;

Fingerprint fingerprint(const QByteArray& bytes) {
    return {bytes.size(),
            bytes.isEmpty() ? QByteArray() : QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
}

Fingerprint fingerprintAt(RawFile& file, std::int64_t offset, std::int64_t bytes) {
    QByteArray found(bytes, Qt::Uninitialized);
    const std::int64_t read = file.readAt(offset, {found.data(), static_cast<std::size_t>(bytes)});
    return fingerprint(found.first(std::max<std::int64_t>(read, 0)));
}

bool isCompressed(const QString& path) {
    LogFile file(path);
    return file.open() && file.isCompressed();
}

/// Of the bytes of the file itself.
bool standsPacked(const QString& path, const ContentMark& mark) {
    RawFile file(path);
    return file.open() && file.size() >= mark.offset &&
           fingerprintAt(file, 0, mark.head.bytes) == mark.head &&
           fingerprintAt(file, mark.offset - mark.anchor.bytes, mark.anchor.bytes) == mark.anchor;
}

/// Whether the mark's content is in the file, whatever its name and packing.
bool stands(const QString& path, const ContentMark& mark) {
    LogFile file(path);
    if (!file.open() || (mark.packed && !file.isCompressed()))
        return false;
    if (mark.packed || !file.isCompressed())
        return standsPacked(path, mark);
    if (fingerprint(file.beginning(mark.head.bytes)) != mark.head)
        return false;
    file.passOver(mark.offset);
    return file.offset() == mark.offset &&
           fingerprint(file.tail().last(std::min<qsizetype>(file.tail().size(), mark.anchor.bytes))) ==
               mark.anchor;
}

/// Nothing when it cannot be read just now.
std::optional<ContentMark> wholeFile(RawFile& file, bool packed) {
    const std::int64_t size = file.size();
    const std::int64_t anchor = std::min(size, anchorBytes);
    const ContentMark mark{.offset = size,
                           .packed = packed,
                           .head = fingerprintAt(file, 0, std::min(size, headBytes)),
                           .anchor = fingerprintAt(file, size - anchor, anchor)};
    const bool whole = mark.head.bytes == std::min(size, headBytes) && mark.anchor.bytes == anchor;
    return whole ? std::optional(mark) : std::nullopt;
}

bool isAnywhere(const QStringList& paths, const ContentMark& mark) {
    return std::ranges::any_of(paths, [&](const QString& path) { return stands(path, mark); });
}

/// Files that rotation deleted, or that were truncated or rewritten, while nobody looked.
std::optional<Gap> goneOf(const QString& path, const QStringList& present, const Checkpoint& checkpoint) {
    std::uint64_t bytes = 0;
    for (const ContentMark& mark : checkpoint.read)
        if (mark.offset > 0 && !isAnywhere(present, mark))
            bytes += static_cast<std::uint64_t>(mark.offset);
    if (bytes == 0)
        return std::nullopt;
    return Gap{
        0, bytes,
        sourceSentence(QT_TRANSLATE_NOOP(
                           "Source", "%1: %2 bytes that were read in an earlier run are gone from the disk."))
            .arg(baseName(path), QLocale().toString(static_cast<qulonglong>(bytes)))};
}

} // namespace

ContentMark contentMark(const ReadMark& mark) {
    return {.offset = mark.offset, .head = fingerprint(mark.head), .anchor = fingerprint(mark.anchor)};
}

std::vector<ContentMark> contentMarks(const QStringList& paths) {
    std::vector<ContentMark> marks;
    for (const QString& path : paths) {
        RawFile file(path);
        if (file.open())
            if (auto mark = wholeFile(file, isCompressed(path)))
                marks.push_back(std::move(*mark));
    }
    return marks;
}

Resumption resumption(const QString& path, const Checkpoint& checkpoint) {
    Resumption found;
    found.older = rotatedFiles(path);
    // What is older than a file that was passed over was passed over too.
    for (qsizetype at = found.older.size(); at > 0 && found.passedOver.isEmpty(); --at)
        for (const ContentMark& mark : checkpoint.passedOver)
            if (mark.offset > 0 && stands(found.older[at - 1], mark)) {
                found.passedOver = found.older.first(at);
                found.older.remove(0, at);
                break;
            }
    found.gap = goneOf(path, found.older + QStringList{path}, checkpoint);
    return found;
}

} // namespace derouter
