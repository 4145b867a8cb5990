// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/childprocess.h"

#include "source/filewatch.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace derouter {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype errorsKept = 4096;
/// What a program leaves behind when it ends may go on writing; its log is at its end when nothing comes for
/// so long.
constexpr auto quietAfterExit = 500ms;
/// A closed output is mostly followed by the end at once.
constexpr auto pollForExit = 50ms;

} // namespace

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(const QString& program,
                                                          const QStringList& arguments, Errors errors) {
    std::unique_ptr<ChildProcess> child(new ChildProcess);
    if (!child->openChannels(errors))
        return Error{qt_error_string()};
    child->m_process.setStandardInputFile(QProcess::nullDevice());
    child->m_process.start(program, arguments, QIODevice::ReadOnly);
    if (!child->m_process.waitForStarted(-1))
        return Error{child->m_process.errorString()};
    child->closeChildEnds();
    child->m_number = child->m_process.processId();
    child->m_lastEvent = Clock::now();
    return child;
}

bool ChildProcess::hasExited() {
    if (m_process.state() == QProcess::NotRunning)
        return true;
    if (!m_process.waitForFinished(0))
        return false;
    m_lastEvent = Clock::now();
    return true;
}

bool ChildProcess::isOver() {
    const bool exited = hasExited();
    const auto quiet = Clock::now() - m_lastEvent;
    if (exited)
        return m_isClosed || quiet >= quietAfterExit;
    if (m_isClosed && quiet >= 2 * grace)
        forceEnd();
    else if (m_isClosed && quiet >= grace)
        requestEnd();
    return false;
}

ChildProcess::Exit ChildProcess::exit() const {
    return {m_process.exitStatus() == QProcess::CrashExit, m_process.exitCode()};
}

void ChildProcess::keepErrors(QByteArrayView bytes) {
    m_errorTail.append(bytes.last(std::min(bytes.size(), errorsKept)));
    if (m_errorTail.size() > errorsKept)
        m_errorTail.remove(0, m_errorTail.size() - errorsKept);
}

#ifdef Q_OS_UNIX

namespace {

struct Pipe {
    int readEnd = -1;
    int writeEnd = -1;
};

/// The reader never waits, the writer does.
Pipe openPipe() {
    int ends[2] = {-1, -1};
#ifdef Q_OS_LINUX
    // At once, as another thread may start a program between two calls.
    if (pipe2(ends, O_CLOEXEC) != 0)
        return {};
#else
    if (pipe(ends) != 0)
        return {};
    for (const int end : ends)
        fcntl(end, F_SETFD, FD_CLOEXEC);
#endif
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return {ends[0], ends[1]};
}

void closeEnd(int& end) {
    if (end >= 0)
        ::close(std::exchange(end, -1));
}

} // namespace

/// Pipes of our own: those of QProcess are read to memory whenever it looks at the child.
bool ChildProcess::openChannels(Errors errors) {
    const Pipe output = openPipe();
    const Pipe error = errors == Errors::Apart ? openPipe() : Pipe();
    m_output = output.readEnd;
    m_error = error.readEnd;
    m_childOutput = output.writeEnd;
    m_childError = error.writeEnd;
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    m_process.setChildProcessModifier([out = m_childOutput, err = m_childError, parent = getpid()] {
        setsid();
        dup2(out, STDOUT_FILENO);
        dup2(err >= 0 ? err : out, STDERR_FILENO);
#ifdef Q_OS_LINUX
        prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
        if (getppid() != parent)
            _exit(1); // it was too late to ask for the signal
    });
    return m_output >= 0 && (m_error >= 0 || errors == Errors::WithOutput);
}

void ChildProcess::closeChildEnds() {
    closeEnd(m_childOutput);
    closeEnd(m_childError);
}

// Both to everything it started as well, some of which may be left when it has ended itself.
void ChildProcess::requestEnd() {
    ::kill(static_cast<pid_t>(-m_number), SIGTERM);
}

void ChildProcess::forceEnd() {
    ::kill(static_cast<pid_t>(-m_number), SIGKILL);
}

ChildProcess::~ChildProcess() {
    closeChildEnds();
    closeEnd(m_output);
    closeEnd(m_error);
    if (m_number == 0)
        return;
    requestEnd();
    m_process.waitForFinished(static_cast<int>(grace.count()));
    forceEnd();
    m_process.waitForFinished(-1);
}

std::size_t ChildProcess::read(std::span<char> buffer) {
    drainErrors();
    const auto count = m_output < 0 ? 0 : ::read(m_output, buffer.data(), buffer.size());
    if (count > 0) {
        m_lastEvent = Clock::now();
        return static_cast<std::size_t>(count);
    }
    if (count == 0 && !std::exchange(m_isClosed, true)) {
        m_lastEvent = Clock::now();
        closeEnd(m_output);
    }
    return 0;
}

/// As much as a pipe holds, a few times over: output has its turn, too.
void ChildProcess::drainErrors() {
    constexpr int most = 16;
    std::array<char, 65536> bytes;
    for (int i = 0; i < most && m_error >= 0; ++i) {
        const auto count = ::read(m_error, bytes.data(), bytes.size());
        if (count == 0)
            closeEnd(m_error);
        if (count <= 0)
            return;
        keepErrors({bytes.data(), static_cast<qsizetype>(count)});
    }
}

void ChildProcess::wait(FileWatch& watch, std::chrono::milliseconds timeout) {
    if (m_output >= 0 && !hasExited())
        watch.waitReadable(m_output, timeout, m_error);
    else
        watch.waitReadable(m_error, std::min<std::chrono::milliseconds>(timeout, pollForExit));
}

#else

// Without pipes that can be polled, QProcess reads them while it is waited for, a slice at a time.

bool ChildProcess::openChannels(Errors errors) {
    m_process.setProcessChannelMode(errors == Errors::Apart ? QProcess::SeparateChannels
                                                            : QProcess::MergedChannels);
    return true;
}

void ChildProcess::closeChildEnds() {}

void ChildProcess::requestEnd() {
    m_process.terminate();
}

void ChildProcess::forceEnd() {
    m_process.kill();
}

ChildProcess::~ChildProcess() {
    m_process.kill(); // a console program hears no request
    m_process.waitForFinished(-1);
}

std::size_t ChildProcess::read(std::span<char> buffer) {
    if (m_process.bytesAvailable() == 0)
        m_process.waitForReadyRead(0);
    drainErrors();
    const auto count = m_process.read(buffer.data(), static_cast<qint64>(buffer.size()));
    if (count > 0)
        m_lastEvent = Clock::now();
    m_isClosed = m_process.state() == QProcess::NotRunning && m_process.bytesAvailable() == 0;
    return static_cast<std::size_t>(std::max<qint64>(count, 0));
}

void ChildProcess::drainErrors() {
    keepErrors(m_process.readAllStandardError());
}

void ChildProcess::wait(FileWatch&, std::chrono::milliseconds timeout) {
    m_process.waitForReadyRead(static_cast<int>(std::min<std::chrono::milliseconds>(timeout, 100ms).count()));
}

#endif

} // namespace derouter
