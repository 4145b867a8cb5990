// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/pipesource.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cerrno>
#include <cstring>

#ifdef Q_OS_UNIX
#include <poll.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace derouter {

namespace {

constexpr int standardInput = 0;

#ifdef Q_OS_UNIX

bool hasBytes() {
    pollfd input = {standardInput, POLLIN, 0};
    return poll(&input, 1, 0) > 0;
}

std::ptrdiff_t readBytes(std::span<char> buffer) {
    return ::read(standardInput, buffer.data(), buffer.size());
}

#else

bool hasBytes() {
    return true;
}

std::ptrdiff_t readBytes(std::span<char> buffer) {
    return _read(standardInput, buffer.data(), static_cast<unsigned>(buffer.size()));
}

#endif

} // namespace

ReadResult PipeSource::read(std::span<char> buffer) {
    if (!hasBytes())
        return {.status = ReadResult::Status::AtEnd, .error = {}};
    const std::ptrdiff_t count = readBytes(buffer);
    if (count == 0)
        return {.status = ReadResult::Status::Ended, .error = {}};
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return {.status = ReadResult::Status::AtEnd, .error = {}};
    if (count < 0)
        return {.status = ReadResult::Status::Failed,
                .error = {QCoreApplication::translate("Source", "Standard input cannot be read: %1.")
                              .arg(QString::fromLocal8Bit(std::strerror(errno)))}};
    m_position += static_cast<std::uint64_t>(count);
    return {.status = ReadResult::Status::Data, .bytes = static_cast<std::size_t>(count), .error = {}};
}

void PipeSource::wait(std::chrono::milliseconds timeout) {
    m_watch.waitReadable(standardInput, timeout);
}

/// What comes through a pipe is being written now.
std::optional<Microseconds> PipeSource::lastModified() const {
    return QDateTime::currentMSecsSinceEpoch() * 1000;
}

} // namespace derouter
