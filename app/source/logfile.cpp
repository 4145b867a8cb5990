// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/logfile.h"

#include "source/contentkind.h"
#include "source/readahead.h"
#include "source/sentences.h"
#include "source/unpacking.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

namespace derouter {

namespace {

constexpr qint64 sniffedBytes = 64 * 1024;
constexpr qint64 tellingBytes = 64;
constexpr qsizetype tailBytes = 256 * 1024;
/// Fewer zeros in a row are left to the lines they stand in.
constexpr std::size_t leastZeros = 64;

/// Where so many zeros begin, or as many as may be the beginning of them at the end of the bytes.
std::size_t beginOfZeros(std::span<const char> bytes) {
    constexpr std::size_t leastAtEnd = 16;
    const auto isZero = [](char c) { return c == '\0'; };
    auto end = bytes.begin();
    while (end != bytes.end()) {
        const void* const found =
            std::memchr(std::to_address(end), '\0', static_cast<std::size_t>(bytes.end() - end));
        if (!found)
            break;
        const auto begin = bytes.begin() + (static_cast<const char*>(found) - bytes.data());
        end = std::find_if_not(begin, bytes.end(), isZero);
        if (end - begin >= std::ptrdiff_t(end == bytes.end() ? leastAtEnd : leastZeros))
            return static_cast<std::size_t>(begin - bytes.begin());
    }
    return bytes.size();
}

} // namespace

LogFile::LogFile(QString path, bool mayGrow)
    : m_path(std::move(path))
    , m_file(m_path)
    , m_mayGrow(mayGrow) {}

LogFile::~LogFile() = default;

Result<Done> LogFile::open() {
    const auto opened = m_file.open();
    return opened ? prepare() : opened;
}

/// Finds out what the file holds, as soon as it holds something: a line, or enough to show its encoding.
Result<Done> LogFile::prepare() {
    QByteArray beginning(sniffedBytes, Qt::Uninitialized);
    const std::int64_t read =
        m_file.readAt(0, {beginning.data(), static_cast<std::size_t>(beginning.size())});
    m_unreadable = read < 0;
    if (m_unreadable)
        return m_file.readError();
    const auto found = QByteArrayView(beginning).first(read);
    m_sniffed = read > 0 && (!m_mayGrow || read >= tellingBytes || found.contains('\n'));
    return m_sniffed ? take(contentKind(found)) : Done{};
}

bool LogFile::settle() {
    return std::exchange(m_mayGrow, false) && !m_sniffed && m_file.size() > 0;
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
    if (!m_sniffed)
        return {.status = Read::Status::AtEnd, .error = {}};
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
    const std::size_t zeros = beginOfZeros(bytes);
    if (zeros == 0)
        return passOverZeros(bytes);
    bytes = bytes.first(zeros);
    take(bytes);
    return {.status = Read::Status::Data, .bytes = bytes.size(), .error = {}};
}

/// `bytes` begin with zeros: where a log was truncated under a writer that goes on at its old place, or the
/// machine went down. A hole with nothing behind it may still be filled.
LogFile::Read LogFile::passOverZeros(std::span<const char> bytes) {
    const std::int64_t end = endOfZeros();
    const bool isHole = m_file.nextExtent(m_offset).begin > m_offset;
    if (end == m_file.size() && isHole)
        return {.status = Read::Status::AtEnd, .error = {}};
    const auto zeros = static_cast<std::uint64_t>(end - m_offset);
    if (!isHole && (zeros < leastZeros || end == m_file.size())) {
        const auto given = bytes.first(std::min<std::size_t>(zeros, bytes.size()));
        take(given);
        return {.status = Read::Status::Data, .bytes = given.size(), .error = {}};
    }
    m_offset = m_lineStart = end;
    m_anchor.clear();
    return {.status = Read::Status::Hole, .bytes = zeros, .error = {}};
}

/// Where the zeros end that stand at the place reached, or that and so many more as are passed over at a
/// time.
std::int64_t LogFile::endOfZeros() {
    constexpr std::int64_t mostLooked = 64 * 1024 * 1024;
    std::vector<char> block(256 * 1024);
    std::int64_t at = m_offset;
    for (std::int64_t looked = 0; looked < mostLooked;) {
        at = std::max(at, m_file.nextExtent(at).begin);
        const std::int64_t read = m_file.readAt(at, block);
        if (read <= 0)
            break;
        const auto end = block.begin() + static_cast<std::ptrdiff_t>(read);
        const auto text = std::find_if(block.begin(), end, [](char c) { return c != '\0'; });
        at += text - block.begin();
        if (text != end)
            break;
        looked += read;
    }
    return at;
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

/// Notes bytes that were given.
void LogFile::take(std::span<const char> bytes) {
    if (m_offset < headBytes && m_head.size() == m_offset)
        m_head.append(bytes.data(),
                      std::min<qsizetype>(headBytes - m_head.size(), static_cast<qsizetype>(bytes.size())));
    if (const std::size_t end = behindLastLineFeed(bytes); end > 0)
        m_lineStart = m_offset + static_cast<std::int64_t>(end);
    const auto tail = bytes.last(std::min(bytes.size(), static_cast<std::size_t>(anchorBytes)));
    m_anchor.append(tail.data(), static_cast<qsizetype>(tail.size()));
    m_anchor = m_anchor.last(std::min(m_anchor.size(), anchorBytes));
    m_offset += static_cast<std::int64_t>(bytes.size());
}

/// 0 when there is none, of bytes that follow those given so far. A line feed of UTF-16 has a zero byte
/// before or behind it.
std::size_t LogFile::behindLastLineFeed(std::span<const char> bytes) const {
    if (!m_utf16) {
        const auto found = std::find(bytes.rbegin(), bytes.rend(), m_lineEnd);
        return static_cast<std::size_t>(bytes.rend() - found);
    }
    const char before = m_anchor.isEmpty() ? '\xFF' : m_anchor.back();
    const auto given = static_cast<std::size_t>(m_offset);
    for (std::size_t end = bytes.size() - (given + bytes.size()) % 2; end > 0;
         end -= std::min<std::size_t>(end, 2)) {
        const char first = end > 1 ? bytes[end - 2] : before;
        const char second = bytes[end - 1];
        if ((first == m_lineEnd && second == '\0') || (first == '\0' && second == m_lineEnd))
            return end;
    }
    return 0;
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
