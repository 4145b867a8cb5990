// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/rawfile.h"

#include "source/sentences.h"

#include <QDateTime>
#include <QFileInfo>

#include <cerrno>
#include <chrono>
#include <thread>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <linux/magic.h>
#include <sys/vfs.h>
#endif
#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#include <windows.h>
#endif

namespace derouter {

namespace {

constexpr int mostTries = 50; ///< of a read that finds nothing yet, a millisecond apart

/// Why a file cannot be opened.
Error openError(const QString& path, const QFile& file) {
    const int reason = errno;
    const QFileInfo info(path);
    if (reason == EMFILE || reason == ENFILE)
        return {sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 waits: too many files are open.")).arg(path)};
    const bool denied = file.error() == QFileDevice::PermissionsError || reason == EACCES;
    if (denied || (info.isDir() && !info.isReadable()))
        return {
            sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 cannot be read: permission denied.")).arg(path)};
    if (info.isDir())
        return {
            sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 is a folder without log files in it.")).arg(path)};
    if (!info.exists() && !info.isSymLink())
        return {sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 does not exist.")).arg(path)};
    return {
        sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 cannot be read: %2.")).arg(path, file.errorString())};
}

#ifdef Q_OS_UNIX

/// What is neither file nor stream; empty for what can be read. Opening some of these has effects, so that
/// they are looked at before.
QString refusal(const QString& path) {
    struct stat found = {};
    if (stat(QFile::encodeName(path).constData(), &found) != 0)
        return {};
    if (S_ISCHR(found.st_mode) || S_ISBLK(found.st_mode))
        return sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 is a device, not a log file.")).arg(path);
    if (S_ISSOCK(found.st_mode))
        return sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 is a socket, not a log file.")).arg(path);
    return {};
}

/// Of the name in the folder, or of the descriptor itself with an empty name.
std::optional<FileNumber> numberAt(int descriptor, const char* name) {
#ifdef Q_OS_LINUX
    struct statx found = {};
    if (statx(descriptor, name, *name == '\0' ? AT_EMPTY_PATH : 0, STATX_INO | STATX_BTIME, &found) == 0) {
        const auto device = (std::uint64_t(found.stx_dev_major) << 32) | found.stx_dev_minor;
        const bool told = (found.stx_mask & STATX_BTIME) != 0;
        const std::int64_t made = told ? found.stx_btime.tv_sec * 1'000'000'000 + found.stx_btime.tv_nsec : 0;
        return FileNumber{device, found.stx_ino, made};
    }
#endif
    struct stat plain = {};
    if ((*name == '\0' ? fstat(descriptor, &plain) : stat(name, &plain)) != 0)
        return std::nullopt;
    return FileNumber{plain.st_dev, plain.st_ino};
}

#endif

/// Files of /proc and /sys say that they are empty and never tell of a change.
bool isKernelText([[maybe_unused]] int handle) {
#ifdef Q_OS_LINUX
    struct statfs system = {};
    return fstatfs(handle, &system) == 0 &&
           (system.f_type == PROC_SUPER_MAGIC || system.f_type == SYSFS_MAGIC);
#else
    return false;
#endif
}

} // namespace

Result<Done> RawFile::open() {
    errno = 0;
    if (QFileInfo(m_path).isDir())
        return openError(m_path, m_file);
#ifdef Q_OS_UNIX
    if (const QString refused = refusal(m_path); !refused.isEmpty())
        return Error{refused};
#endif
    if (!openHandle()) {
        m_mayBeReadLater = true;
        return openError(m_path, m_file);
    }
#ifdef Q_OS_UNIX
    if (descriptor() >= 0)
        m_number = numberAt(descriptor(), "").value_or(FileNumber());
#endif
    const bool isKernels = descriptor() >= 0 && isKernelText(descriptor());
    m_isSnapshot = descriptor() < 0 || isKernels;
#ifdef Q_OS_LINUX
    if (isKernels) // some wait for what is to come
        fcntl(descriptor(), F_SETFL, fcntl(descriptor(), F_GETFL) | O_NONBLOCK);
#endif
    return Done{};
}

#ifdef Q_OS_WIN

/// As others open logs there: neither writing nor renaming nor deleting is locked out.
bool RawFile::openHandle() {
    if (m_path.startsWith(u':'))
        return m_file.open(QIODevice::ReadOnly);
    const HANDLE handle = CreateFileW(reinterpret_cast<const wchar_t*>(m_path.utf16()), GENERIC_READ,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                      OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return false;
    const int descriptor = _open_osfhandle(reinterpret_cast<intptr_t>(handle), _O_RDONLY | _O_BINARY);
    return descriptor >= 0 &&
           m_file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle);
}

#else

bool RawFile::openHandle() {
    return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

#endif

std::int64_t RawFile::size() const {
    const std::lock_guard lock(m_mutex);
    return m_file.isOpen() ? m_file.size() : 0;
}

std::int64_t RawFile::readAt(std::int64_t offset, std::span<char> buffer) {
    const std::lock_guard lock(m_mutex);
    if (!m_file.isSequential() && !m_file.seek(offset))
        return -1;
    for (int tries = 0;; ++tries) {
        errno = 0;
        const std::int64_t read = m_file.read(buffer.data(), static_cast<qint64>(buffer.size()));
        if (read >= 0 || errno != EAGAIN)
            return read;
        if (m_isSnapshot)
            return 0; // there is no more of it
        if (tries == mostTries)
            return read;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

Error RawFile::readError() const {
    const std::lock_guard lock(m_mutex);
    return {sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 cannot be read further: %2."))
                .arg(m_path, m_file.errorString())};
}

RawFile::Extent RawFile::nextExtent(std::int64_t offset) const {
#if defined(Q_OS_LINUX) && defined(SEEK_DATA)
    const auto begin = lseek(descriptor(), offset, SEEK_DATA);
    if (begin < 0)
        return errno == ENXIO ? Extent{size(), size()} : Extent{offset, size()};
    const auto end = lseek(descriptor(), begin, SEEK_HOLE);
    return {begin, end < 0 ? size() : end};
#else
    return {offset, size()};
#endif
}

#ifdef Q_OS_UNIX

bool RawFile::isUnlinked() const {
    struct stat found = {};
    return descriptor() >= 0 && fstat(descriptor(), &found) == 0 && found.st_nlink == 0;
}

std::optional<Microseconds> RawFile::lastModified() const {
    struct stat found = {};
    if (descriptor() < 0 || fstat(descriptor(), &found) != 0)
        return std::nullopt;
    return std::int64_t(found.st_mtime) * microsecondsPerSecond;
}

std::optional<FileNumber> numberOf(const QString& path) {
    if (path.startsWith(u':'))
        return FileNumber{};
    return numberAt(AT_FDCWD, QFile::encodeName(path).constData());
}

bool hasSeveralNames(const QString& path) {
    struct stat found = {};
    return stat(QFile::encodeName(path).constData(), &found) == 0 && found.st_nlink > 1;
}

#else

bool RawFile::isUnlinked() const {
    return !QFileInfo::exists(m_path);
}

std::optional<Microseconds> RawFile::lastModified() const {
    const QDateTime time = QFileInfo(m_path).lastModified();
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch() * 1000) : std::nullopt;
}

// Without numbers of files a replaced one shows by its size and its bytes.
std::optional<FileNumber> numberOf(const QString& path) {
    return QFileInfo::exists(path) ? std::optional(FileNumber{}) : std::nullopt;
}

bool hasSeveralNames(const QString&) {
    return false;
}

#endif

} // namespace derouter
