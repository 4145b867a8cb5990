// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/filesource.h"

#include "source/archivereader.h"
#include "source/contentkind.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace derouter {

namespace {

constexpr qint64 sniffedBytes = 64 * 1024;
constexpr std::size_t anchorBytes = 512;
/// A writer may go on with a renamed file for a while before it opens the new one.
constexpr qint64 rotateWaitMilliseconds = 2000;

/// Why a file cannot be opened, as a sentence.
Error openError(const QString& path, const QFile& file) {
    const QFileInfo info(path);
    if (info.isDir() && !info.isReadable())
        return {QCoreApplication::translate("Source", "%1 cannot be read: permission denied.").arg(path)};
    if (info.isDir())
        return {QCoreApplication::translate("Source", "%1 is a folder without log files in it.").arg(path)};
    const bool denied = file.error() == QFileDevice::PermissionsError || errno == EACCES;
    if (!denied && !info.exists() && !info.isSymLink())
        return {QCoreApplication::translate("Source", "%1 does not exist.").arg(path)};
    if (denied)
        return {QCoreApplication::translate("Source", "%1 cannot be read: permission denied.").arg(path)};
    return {QCoreApplication::translate("Source", "%1 cannot be read: %2.").arg(path, file.errorString())};
}

} // namespace

FileSource::FileSource(const SourceSpec& spec)
    : m_path(spec.path)
    , m_follow(spec.follow && !spec.path.startsWith(u':')) {}

FileSource::~FileSource() = default;

Result<Done> FileSource::open() {
    const auto opened = openFile();
    const bool mayAppear = m_follow && !QFileInfo::exists(m_path) && errno != EACCES;
    return opened || !mayAppear ? opened : Done{};
}

Result<Done> FileSource::openFile() {
    m_file.setFileName(m_path);
    errno = 0;
    if (QFileInfo(m_path).isDir() || !m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return openError(m_path, m_file);
    m_offset = 0;
    m_anchor.clear();
    m_wasAtEnd = false;
    m_replaced.invalidate();
    return prepare();
}

/// Finds out what the file holds.
Result<Done> FileSource::prepare() {
    m_utf16.reset();
    if (m_file.isSequential()) // what is read of a pipe is gone
        return Done{};
    QByteArray beginning(sniffedBytes, Qt::Uninitialized);
    const qint64 read = m_file.read(beginning.data(), beginning.size());
    if (read < 0)
        return openError(m_path, m_file);
    m_file.seek(0);
    const ContentKind content = contentKind(QByteArrayView(beginning).first(read));
    switch (content.kind) {
    case ContentKind::Kind::Text:
        break;
    case ContentKind::Kind::Utf16:
        m_utf16.emplace(QStringDecoder::Utf16);
        m_utf8.resetState();
        break;
    case ContentKind::Kind::Binary:
        m_file.close();
        return Error{QCoreApplication::translate("Source", "%1 is not a text log: it looks like %2.")
                         .arg(m_path, content.what)};
    case ContentKind::Kind::Archive:
        m_archive = std::make_unique<ArchiveReader>(m_path);
        return m_archive->open();
    }
    return Done{};
}

ReadResult FileSource::read(std::span<char> buffer) {
    if (m_archive)
        return readArchive(buffer);
    if (!m_file.isOpen()) {
        if (!identityOfName())
            return {.status = ReadResult::Status::Missing, .error = {}};
        if (const auto opened = openFile(); !opened)
            return {.status = ReadResult::Status::Failed, .error = opened.error()};
    }
    return m_utf16 ? readUtf16(buffer) : readPlain(buffer);
}

ReadResult FileSource::readArchive(std::span<char> buffer) {
    const auto read = m_archive->read(buffer);
    if (!read)
        return {.status = ReadResult::Status::Failed, .error = read.error()};
    return {.status = read.value() > 0 ? ReadResult::Status::Data : ReadResult::Status::Ended,
            .bytes = read.value(),
            .error = {}};
}

/// Two bytes of UTF-16 become at most three of UTF-8.
ReadResult FileSource::readUtf16(std::span<char> buffer) {
    QByteArray raw(static_cast<qsizetype>(buffer.size() / 2), Qt::Uninitialized);
    ReadResult result = readPlain({raw.data(), buffer.size() / 2});
    if (result.status != ReadResult::Status::Data)
        return result;
    // Both keep what a block cut in two: half a unit, half a surrogate pair.
    const QString decoded = m_utf16->decode(QByteArrayView(raw).first(static_cast<qsizetype>(result.bytes)));
    const QByteArray utf8 = m_utf8.encode(decoded);
    std::memcpy(buffer.data(), utf8.constData(), static_cast<std::size_t>(utf8.size()));
    result.bytes = static_cast<std::size_t>(utf8.size());
    return result;
}

ReadResult FileSource::readPlain(std::span<char> buffer) {
    if (m_wasAtEnd && wasRewritten())
        return beginAnew();
    const qint64 read = m_file.read(buffer.data(), static_cast<qint64>(buffer.size()));
    if (read < 0)
        return {.status = ReadResult::Status::Failed,
                .error = {QCoreApplication::translate("Source", "%1 cannot be read further: %2.")
                              .arg(m_path, m_file.errorString())}};
    if (read == 0)
        return atEnd();
    m_offset += read;
    m_wasAtEnd = false;
    if (m_replaced.isValid())
        m_replaced.restart();
    if (m_follow)
        remember(buffer.first(static_cast<std::size_t>(read)));
    return {.status = ReadResult::Status::Data, .bytes = static_cast<std::size_t>(read), .error = {}};
}

ReadResult FileSource::atEnd() {
    if (!m_follow)
        return {.status = ReadResult::Status::Ended, .error = {}};
    m_wasAtEnd = true;
    const auto named = identityOfName();
    if (!named)
        return {.status = ReadResult::Status::Missing, .error = {}};
    if (named == identityOfFile()) {
        m_replaced.invalidate();
        return {.status = ReadResult::Status::AtEnd, .error = {}};
    }
    if (!m_replaced.isValid())
        m_replaced.start();
    if (m_replaced.elapsed() < rotateWaitMilliseconds)
        return {.status = ReadResult::Status::AtEnd, .error = {}};
    m_file.close();
    return {.status = ReadResult::Status::Reset, .error = {}};
}

ReadResult FileSource::beginAnew() {
    m_file.close();
    return {.status = ReadResult::Status::Reset, .error = {}};
}

/// An append never changes what stands before the place we have come to.
bool FileSource::wasRewritten() {
    if (m_file.size() < m_offset)
        return true;
    QByteArray now(m_anchor.size(), Qt::Uninitialized);
    m_file.seek(m_offset - m_anchor.size());
    const qint64 read = m_file.read(now.data(), now.size());
    m_file.seek(m_offset);
    return read != now.size() || now != m_anchor;
}

void FileSource::remember(std::span<const char> bytes) {
    const auto tail = bytes.last(std::min(bytes.size(), anchorBytes));
    m_anchor.append(tail.data(), static_cast<qsizetype>(tail.size()));
    m_anchor = m_anchor.last(std::min<qsizetype>(m_anchor.size(), anchorBytes));
}

void FileSource::wait(std::chrono::milliseconds timeout) {
    constexpr std::chrono::milliseconds whileReplaced{50};
    m_watch.wait(m_path, m_replaced.isValid() ? std::min(timeout, whileReplaced) : timeout);
}

std::uint64_t FileSource::position() const {
    return m_archive ? m_archive->position() : static_cast<std::uint64_t>(m_offset);
}

std::uint64_t FileSource::size() const {
    return m_file.isOpen() ? static_cast<std::uint64_t>(m_file.size()) : 0;
}

#ifdef Q_OS_UNIX

std::optional<FileSource::Identity> FileSource::identityOfName() const {
    struct stat found = {};
    if (m_path.startsWith(u':'))
        return Identity{};
    if (stat(QFile::encodeName(m_path).constData(), &found) != 0)
        return std::nullopt;
    return Identity{found.st_dev, found.st_ino};
}

std::optional<FileSource::Identity> FileSource::identityOfFile() const {
    struct stat found = {};
    if (fstat(m_file.handle(), &found) != 0)
        return std::nullopt;
    return Identity{found.st_dev, found.st_ino};
}

std::optional<Microseconds> FileSource::lastModified() const {
    struct stat found = {};
    if (stat(QFile::encodeName(m_path).constData(), &found) != 0)
        return std::nullopt;
    return std::int64_t(found.st_mtime) * microsecondsPerSecond;
}

#else

// Without numbers of files a replaced one shows by its size and its bytes.
std::optional<FileSource::Identity> FileSource::identityOfName() const {
    return QFileInfo::exists(m_path) ? std::optional(Identity{}) : std::nullopt;
}

std::optional<FileSource::Identity> FileSource::identityOfFile() const {
    return Identity{};
}

std::optional<Microseconds> FileSource::lastModified() const {
    const QDateTime time = QFileInfo(m_path).lastModified();
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch() * 1000) : std::nullopt;
}

#endif

} // namespace derouter
