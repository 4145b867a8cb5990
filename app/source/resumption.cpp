// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/resumption.h"

#include "core/shownnumber.h"
#include "source/rotatedset.h"
#include "source/sentences.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace derouter {

namespace {

constexpr std::int64_t headBytes = LogFile::headBytes;
constexpr std::int64_t anchorBytes = LogFile::anchorBytes;

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

/// A file that is there now, opened once: of hundreds most are told apart by how they begin.
class PresentFile {
public:
    explicit PresentFile(const QString& path)
        : m_path(path) {
        LogFile file(path);
        if (!file.open())
            return;
        m_isCompressed = file.isCompressed();
        m_head = file.beginning(headBytes);
        RawFile packed(path);
        if (m_isCompressed && packed.open()) {
            m_packedHead.resize(headBytes);
            const std::int64_t read = packed.readAt(0, {m_packedHead.data(), std::size_t(headBytes)});
            m_packedHead.truncate(std::max<std::int64_t>(read, 0));
        }
    }

    /// Whether the mark's content is in the file, whatever its name and packing.
    bool holds(const ContentMark& mark) const {
        const QByteArray& head = mark.packed ? m_packedHead : m_head;
        if (mark.packed && !m_isCompressed)
            return false;
        return fingerprint(head.first(std::min<qsizetype>(head.size(), mark.head.bytes))) == mark.head &&
               (mark.packed || !m_isCompressed ? holdsAnchor(mark) : holdsUnpackedAnchor(mark));
    }

    /// Whether nothing stands behind the mark's content, of a file that holds it.
    bool endsAt(const ContentMark& mark) const {
        if (mark.packed || !m_isCompressed)
            return QFileInfo(m_path).size() == mark.offset;
        LogFile file(m_path);
        if (!file.open())
            return false;
        file.passOver(mark.offset);
        std::array<char, 4096> next;
        return file.read(next).status != LogFile::Read::Status::Data;
    }

private:
    /// In the bytes of the file itself.
    bool holdsAnchor(const ContentMark& mark) const {
        RawFile file(m_path);
        return file.open() && file.size() >= mark.offset &&
               fingerprintAt(file, mark.offset - mark.anchor.bytes, mark.anchor.bytes) == mark.anchor;
    }

    bool holdsUnpackedAnchor(const ContentMark& mark) const {
        LogFile file(m_path);
        if (!file.open())
            return false;
        file.passOver(mark.offset);
        return file.offset() == mark.offset &&
               fingerprint(file.tail().last(std::min<qsizetype>(file.tail().size(), mark.anchor.bytes))) ==
                   mark.anchor;
    }

    QString m_path;
    bool m_isCompressed = false;
    QByteArray m_head; ///< of what is inside
    QByteArray m_packedHead;
};

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

/// Files that rotation deleted, or that were truncated or rewritten, while nobody looked.
std::vector<ContentMark> goneOf(std::span<const PresentFile> present, const Checkpoint& checkpoint) {
    std::vector<ContentMark> gone;
    std::ranges::copy_if(checkpoint.read, std::back_inserter(gone), [present](const ContentMark& mark) {
        return mark.offset > 0 &&
               std::ranges::none_of(present, [&mark](const PresentFile& file) { return file.holds(mark); });
    });
    return gone;
}

std::optional<Gap> gapOf(const QString& path, const std::vector<ContentMark>& gone) {
    std::uint64_t bytes = 0;
    for (const ContentMark& mark : gone)
        bytes += static_cast<std::uint64_t>(mark.offset);
    if (bytes == 0)
        return std::nullopt;
    return Gap{
        0, bytes,
        sourceSentence(QT_TRANSLATE_NOOP(
                           "Source", "%1: %2 bytes that were read in an earlier run are gone from the disk."))
            .arg(baseName(path), shownNumber(bytes))};
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
    const QString& target = checkpoint.target; // the link may lead to another file by now
    if (QFileInfo::exists(target) && target != QFileInfo(path).canonicalFilePath())
        found.older << target;
    std::vector<PresentFile> present;
    for (const QString& each : found.older + QStringList{path})
        present.emplace_back(each);
    // What is older than a file that was passed over was passed over too.
    const auto wasPassedOver = [&checkpoint](const PresentFile& file) {
        return std::ranges::any_of(checkpoint.passedOver, [&file](const ContentMark& mark) {
            return mark.offset > 0 && file.holds(mark) && file.endsAt(mark);
        });
    };
    qsizetype read = found.older.size();
    while (read > 0 && !wasPassedOver(present[std::size_t(read - 1)]))
        --read;
    found.passedOver = found.older.first(read);
    found.older.remove(0, read);
    found.gone = goneOf(std::span(present).subspan(std::size_t(read)), checkpoint);
    found.gap = gapOf(path, found.gone);
    return found;
}

} // namespace derouter
