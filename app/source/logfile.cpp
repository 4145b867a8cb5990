// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/logfile.h"

#include "source/contentkind.h"
#include "source/readahead.h"
#include "source/sentences.h"
#include "source/unpacking.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace derouter {

namespace {

constexpr qint64 sniffedBytes = 64 * 1024;
constexpr qsizetype headBytes = 1024;
constexpr qsizetype anchorBytes = 512;
constexpr qsizetype tailBytes = 256 * 1024;

} // namespace

LogFile::LogFile(QString path)
    : m_path(std::move(path))
    , m_file(m_path) {}

LogFile::~LogFile() = default;

Result<Done> LogFile::open() {
    const auto opened = m_file.open();
    return opened ? prepare() : opened;
}

/// Finds out what the file holds, as soon as it holds something.
Result<Done> LogFile::prepare() {
    QByteArray beginning(sniffedBytes, Qt::Uninitialized);
    const std::int64_t read =
        m_file.readAt(0, {beginning.data(), static_cast<std::size_t>(beginning.size())});
    m_unreadable = read < 0;
    if (m_unreadable)
        return m_file.readError();
    m_sniffed = read > 0;
    return take(contentKind(QByteArrayView(beginning).first(read)));
}

Result<Done> LogFile::take(const ContentKind& content) {
    switch (content.kind) {
    case ContentKind::Kind::Text:
        break;
    case ContentKind::Kind::TextOfReturns:
        m_lineEnd = '\r';
        break;
    case ContentKind::Kind::Utf16LittleEndian:
    case ContentKind::Kind::Utf16BigEndian:
        m_utf16 = Utf16Text::decoderFor(content.kind);
        break;
    case ContentKind::Kind::Binary:
        return Error{sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 is not a text log: it looks like %2."))
                         .arg(m_path, content.what)};
    case ContentKind::Kind::Zip:
    case ContentKind::Kind::Tar:
        return Error{sourceSentence(
                         QT_TRANSLATE_NOOP("Source", "%1 is an archive, and not one log: open it by itself."))
                         .arg(m_path)};
    case ContentKind::Kind::Packed:
        return openPacked(content.packing);
    }
    return Done{};
}

/// What is inside may be of another encoding, or no text either.
Result<Done> LogFile::openPacked(Packing packing) {
    if (m_unpacked)
        return Error{
            sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 is compressed more than once: open it by itself."))
                .arg(m_path)};
    m_packing = packing;
    beginPacked();
    PeekedBytes beginning(*m_unpacked);
    auto taken = take(contentKind(beginning.peek(sniffedBytes)));
    beginPacked(); // it may be being written; reading it on will tell
    return taken;
}

void LogFile::beginPacked() {
    m_unpacked.reset(); // it may be reading
    m_bytes.seek(0);
    m_unpacked = std::make_unique<ReadAhead>(unpacked(m_bytes, m_packing, m_path));
}

LogFile::Read LogFile::read(std::span<char> buffer) {
    if (!m_sniffed)
        if (const auto prepared = prepare(); !prepared)
            return {.status = Read::Status::Failed, .error = prepared.error()};
    return m_utf16 ? readUtf16(buffer) : readBytes(buffer);
}

LogFile::Read LogFile::readBytes(std::span<char> buffer) {
    const Read read = m_unpacked ? readPacked(buffer) : readPlain(buffer);
    if (m_lineEnd != '\n' && read.status == Read::Status::Data)
        std::ranges::replace(buffer.first(static_cast<std::size_t>(read.bytes)), m_lineEnd, '\n');
    return read;
}

LogFile::Read LogFile::readPlain(std::span<char> buffer) {
    const std::int64_t read = m_file.readAt(m_offset, buffer);
    if (read < 0)
        return {.status = Read::Status::Failed, .error = m_file.readError()};
    // Compared after the reading: what was just read is then known to follow what was read before.
    const Anchor anchor = m_file.isSnapshot() ? Anchor::Stands : anchorNow();
    if (anchor == Anchor::Unreadable)
        return {.status = Read::Status::Failed, .error = m_file.readError()};
    if (anchor == Anchor::Gone)
        return {.status = Read::Status::Rewritten, .error = {}};
    if (read == 0)
        return {.status = Read::Status::AtEnd, .error = {}};
    auto bytes = buffer.first(static_cast<std::size_t>(read));
    if (bytes.front() == '\0')
        if (const RawFile::Extent data = m_file.nextExtent(m_offset); data.begin > m_offset)
            return passOverHole(data);
    if (bytes.back() == '\0')
        if (const RawFile::Extent data = m_file.nextExtent(m_offset); data.end < m_offset + read)
            bytes = bytes.first(static_cast<std::size_t>(data.end - m_offset));
    take(bytes);
    return {.status = Read::Status::Data, .bytes = bytes.size(), .error = {}};
}

/// A hole: where a log was truncated under a writer that goes on at its old place. Nothing behind it yet: it
/// may still be filled.
LogFile::Read LogFile::passOverHole(const RawFile::Extent& data) {
    if (data.begin == data.end)
        return {.status = Read::Status::AtEnd, .error = {}};
    const auto hole = static_cast<std::uint64_t>(data.begin - m_offset);
    m_offset = m_lineStart = data.begin;
    m_anchor.clear();
    return {.status = Read::Status::Hole, .bytes = hole, .error = {}};
}

LogFile::Read LogFile::readUtf16(std::span<char> buffer) {
    std::vector<char> raw(Utf16Text::rawBytesFor(buffer.size()));
    Read result = readBytes(raw);
    if (result.status == Read::Status::Data)
        result.bytes = m_utf16->decode(std::span(raw).first(result.bytes), buffer);
    return result;
}

LogFile::Read LogFile::readPacked(std::span<char> buffer) {
    if (const QString damage = m_unpacked->takeDamage(); !damage.isEmpty())
        return {.status = Read::Status::Damaged, .error = {damage}};
    if (!mayGiveMore())
        return {.status = Read::Status::AtEnd, .error = {}};
    if (m_incomplete || m_stale)
        if (Read again = reopenPacked(); again.status == Read::Status::Failed)
            return again;
    const auto read = m_unpacked->read(buffer);
    if (!read) {
        m_incomplete = true;
        m_failedSize = size();
        return {.status = Read::Status::Failed, .error = read.error()};
    }
    m_ended = read.value() == 0;
    if (m_ended)
        return readPacked(buffer);
    take(buffer.first(read.value()));
    keepTail(buffer.first(read.value()));
    return {.status = Read::Status::Data, .bytes = read.value(), .error = {}};
}

/// In storage that is used again.
void LogFile::keepTail(std::span<const char> bytes) {
    if (std::ssize(bytes) >= tailBytes)
        m_tail.resize(0);
    const auto last = bytes.last(std::min<std::size_t>(bytes.size(), tailBytes));
    m_tail.append(last.data(), std::ssize(last));
    if (m_tail.size() > 8 * tailBytes)
        m_tail.remove(0, m_tail.size() - tailBytes);
}

/// Unpacks anew and passes over what was given: what was not there yet may be now.
LogFile::Read LogFile::reopenPacked() {
    m_failedSize = size();
    beginPacked();
    std::array<char, 64 * 1024> passed;
    for (std::int64_t at = 0; at < m_offset;) {
        const auto room = std::min<std::int64_t>(m_offset - at, passed.size());
        const auto read = m_unpacked->read(std::span(passed).first(static_cast<std::size_t>(room)));
        if (!read || read.value() == 0)
            return {.status = Read::Status::Failed, .error = read ? Error{} : read.error()};
        at += static_cast<std::int64_t>(read.value());
    }
    while (!m_unpacked->takeDamage().isEmpty()) {
    }
    m_incomplete = m_stale = false;
    return {};
}

LogFile::Anchor LogFile::anchorNow() {
    if (m_anchor.isEmpty())
        return m_file.size() >= m_offset ? Anchor::Stands : Anchor::Gone;
    QByteArray now(m_anchor.size(), Qt::Uninitialized);
    const std::int64_t read =
        m_file.readAt(m_offset - m_anchor.size(), {now.data(), static_cast<std::size_t>(now.size())});
    if (read < 0)
        return Anchor::Unreadable;
    return read == now.size() && now == m_anchor ? Anchor::Stands : Anchor::Gone;
}

/// Notes bytes that were given.
void LogFile::take(std::span<const char> bytes) {
    if (m_offset < headBytes && m_head.size() == m_offset)
        m_head.append(bytes.data(),
                      std::min<qsizetype>(headBytes - m_head.size(), static_cast<qsizetype>(bytes.size())));
    const auto tail = bytes.last(std::min(bytes.size(), static_cast<std::size_t>(anchorBytes)));
    m_anchor.append(tail.data(), static_cast<qsizetype>(tail.size()));
    m_anchor = m_anchor.last(std::min(m_anchor.size(), anchorBytes));
    if (const std::size_t end = behindLastLineFeed(bytes); end > 0)
        m_lineStart = m_offset + static_cast<std::int64_t>(end);
    m_offset += static_cast<std::int64_t>(bytes.size());
}

/// 0 when there is none. A line feed of UTF-16 has a zero byte before or behind it.
std::size_t LogFile::behindLastLineFeed(std::span<const char> bytes) const {
    for (std::size_t at = bytes.size(); at > 0; --at) {
        if (bytes[at - 1] != m_lineEnd)
            continue;
        if (!m_utf16)
            return at;
        const bool low = (static_cast<std::size_t>(m_offset) + at) % 2 == 1;
        if (low && at < bytes.size() && bytes[at] == '\0')
            return at + 1;
        if (!low && at > 1 && bytes[at - 2] == '\0')
            return at;
    }
    return 0;
}

void LogFile::backToLineStart() {
    const std::int64_t back = m_offset - m_lineStart;
    m_stale = m_unpacked && back > 0;
    m_ended = m_ended && !m_stale;
    m_anchor.chop(std::min<qsizetype>(m_anchor.size(), back));
    m_offset = m_lineStart;
    if (m_head.size() > m_offset)
        m_head.truncate(m_offset);
    if (m_utf16)
        m_utf16->reset();
}

bool LogFile::seekBehind(const ReadMark& mark) {
    if (mark.offset == 0)
        return false;
    if (m_unpacked) {
        std::array<char, 64 * 1024> block;
        while (m_offset < mark.offset) {
            const auto room = std::min<std::int64_t>(mark.offset - m_offset, block.size());
            if (readPacked(std::span(block).first(static_cast<std::size_t>(room))).status !=
                    Read::Status::Data ||
                !m_head.startsWith(mark.head.first(std::min(m_head.size(), mark.head.size()))))
                break;
        }
        const bool same = m_offset == mark.offset && m_anchor.endsWith(mark.anchor);
        if (same) {
            m_lineStart = mark.lineStart;
        } else {
            forget();
        }
        return same;
    }
    const auto standsAt = [this](std::int64_t offset, const QByteArray& bytes) {
        QByteArray now(bytes.size(), Qt::Uninitialized);
        return m_file.readAt(offset, {now.data(), static_cast<std::size_t>(now.size())}) == now.size() &&
               now == bytes;
    };
    if (m_file.size() < mark.offset || !standsAt(0, mark.head) ||
        !standsAt(mark.offset - mark.anchor.size(), mark.anchor))
        return false;
    goTo(mark);
    return true;
}

void LogFile::goTo(const ReadMark& mark) {
    m_stale = m_unpacked && m_offset != mark.offset;
    m_ended = m_ended && !m_stale;
    m_head = mark.head;
    m_anchor = mark.anchor;
    m_offset = mark.offset;
    m_lineStart = mark.lineStart;
}

ReadMark LogFile::endMark() {
    ReadMark mark{.number = m_file.number(), .head = {}, .anchor = {}};
    if (m_unpacked)
        return mark;
    mark.offset = mark.lineStart = m_file.size();
    mark.head.resize(std::min<qsizetype>(mark.offset, headBytes));
    mark.anchor.resize(std::min<qsizetype>(mark.offset, anchorBytes));
    m_file.readAt(0, {mark.head.data(), static_cast<std::size_t>(mark.head.size())});
    m_file.readAt(mark.offset - mark.anchor.size(),
                  {mark.anchor.data(), static_cast<std::size_t>(mark.anchor.size())});
    return mark;
}

void LogFile::forget() {
    m_stale = m_unpacked && m_offset > 0;
    m_ended = false;
    m_offset = m_lineStart = 0;
    m_head.clear();
    m_anchor.clear();
    m_tail.clear();
}

QByteArray LogFile::tail() {
    if (m_unpacked)
        return m_tail;
    QByteArray bytes(std::min<qsizetype>(m_offset, tailBytes), Qt::Uninitialized);
    const std::int64_t read =
        m_file.readAt(m_offset - bytes.size(), {bytes.data(), static_cast<std::size_t>(bytes.size())});
    return read == bytes.size() ? bytes : QByteArray();
}

QByteArray LogFile::beginning(qsizetype bytes) {
    QByteArray begin(bytes, Qt::Uninitialized);
    if (!m_unpacked) {
        const std::int64_t read = m_file.readAt(0, {begin.data(), static_cast<std::size_t>(bytes)});
        return begin.first(std::max<qsizetype>(read, 0));
    }
    qsizetype have = 0;
    while (have < bytes) {
        const Read got = read({begin.data() + have, static_cast<std::size_t>(bytes - have)});
        if (got.status != Read::Status::Data)
            break;
        have += static_cast<qsizetype>(got.bytes);
    }
    forget();
    return begin.first(have);
}

std::uint64_t LogFile::passOver(std::int64_t bytes) {
    std::vector<char> block(64 * 1024);
    std::uint64_t lines = 0;
    while (bytes > 0) {
        const auto room = static_cast<std::size_t>(std::min<std::int64_t>(bytes, std::ssize(block)));
        const Read got = read(std::span(block).first(room));
        if (got.status != Read::Status::Data)
            break;
        lines += static_cast<std::uint64_t>(
            std::count(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(got.bytes), '\n'));
        bytes -= static_cast<std::int64_t>(got.bytes);
    }
    return lines;
}

std::uint64_t LogFile::position() const {
    return m_unpacked ? m_unpacked->position() : static_cast<std::uint64_t>(m_offset);
}

std::uint64_t LogFile::size() const {
    return static_cast<std::uint64_t>(m_file.size());
}

} // namespace derouter
