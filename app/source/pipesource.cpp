// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/pipesource.h"

#include "source/sentences.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <utility>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace derouter {

namespace {

constexpr int standardInput = 0;

struct PipeState {
    bool hasBytes = false;
    bool isClosed = false; ///< there was a writer, and there is none any more
};

#ifdef Q_OS_UNIX

PipeState stateOf(int descriptor) {
    pollfd input = {descriptor, POLLIN, 0};
    if (poll(&input, 1, 0) <= 0)
        return {};
    return {(input.revents & POLLIN) != 0, (input.revents & (POLLHUP | POLLERR)) != 0};
}

/// Without waiting for a writer.
int openPipe(const QString& path) {
    return ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
}

std::ptrdiff_t readBytes(int descriptor, std::span<char> buffer) {
    return ::read(descriptor, buffer.data(), buffer.size());
}

void closePipe(int descriptor) {
    ::close(descriptor);
}

#else

PipeState stateOf(int) {
    return {true, false};
}

int openPipe(const QString&) {
    return -1; // named pipes are no files there
}

std::ptrdiff_t readBytes(int descriptor, std::span<char> buffer) {
    return _read(descriptor, buffer.data(), static_cast<unsigned>(buffer.size()));
}

void closePipe(int) {}

#endif

Error readError(const QString& name) {
    const QString reason = QString::fromLocal8Bit(std::strerror(errno));
    return {
        name.isEmpty()
            ? sourceSentence(QT_TRANSLATE_NOOP("Source", "Standard input cannot be read: %1.")).arg(reason)
            : sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 cannot be read: %2.")).arg(name, reason)};
}

} // namespace

PipeSource::PipeSource(const SourceSpec& spec)
    : m_path(spec.kind == SourceSpec::Kind::File ? spec.path : QString())
    , m_follow(spec.follow && !m_path.isEmpty())
    , m_descriptor(standardInput) {}

PipeSource::~PipeSource() {
    if (m_descriptor > standardInput)
        closePipe(m_descriptor);
}

Result<Done> PipeSource::open() {
    if (m_path.isEmpty())
        return Done{};
    m_descriptor = openPipe(m_path);
    return m_descriptor >= 0 ? Result<Done>(Done{}) : readError(m_path);
}

ReadResult PipeSource::read(std::span<char> buffer) {
    const PipeState state = stateOf(m_descriptor);
    if (!state.hasBytes && !state.isClosed)
        return {.status = ReadResult::Status::AtEnd};
    const std::ptrdiff_t count = readBytes(m_descriptor, buffer);
    if (count == 0 && m_follow) // until the next writer comes, who begins a line of his own
        return std::exchange(m_inLine, false) ? ReadResult{.status = ReadResult::Status::Turn, .over = true}
                                              : ReadResult{.status = ReadResult::Status::AtEnd};
    if (count == 0)
        return {.status = ReadResult::Status::Ended};
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return {.status = ReadResult::Status::AtEnd};
    if (count < 0)
        return {.status = ReadResult::Status::Failed, .error = readError(m_path)};
    m_inLine = count > 0 && buffer[static_cast<std::size_t>(count - 1)] != '\n';
    return given(static_cast<std::size_t>(count));
}

void PipeSource::wait(std::chrono::milliseconds timeout) {
    // A pipe without a writer is always "readable".
    if (stateOf(m_descriptor).isClosed)
        m_watch.waitReadable(-1, std::min(timeout, std::chrono::milliseconds(100)));
    else
        m_watch.waitReadable(m_descriptor, timeout);
}

} // namespace derouter
