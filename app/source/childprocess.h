// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QProcess>
#include <QStringList>

#include <chrono>
#include <cstddef>
#include <memory>
#include <span>

namespace derouter {

class FileWatch;

/// A program that runs without a shell, its output read no faster than its reader asks: what was not asked
/// for waits in the pipe, and the program with it.
///
/// It gets an empty standard input. What it writes to standard error is read at once, so that it never waits
/// for that; the last 4 KiB are kept. On Unix it leads a session of its own: it asks no terminal for a
/// password, and what it started ends with it. On Linux the kernel ends it when the thread that started it
/// ends.
///
/// Used on one thread, which needs no event loop.
class ChildProcess {
    Q_DISABLE_COPY_MOVE(ChildProcess)

public:
    enum class Errors {
        Apart,      ///< kept for `errors()`
        WithOutput, ///< part of the output, in the order in which they are written
    };
    struct Exit {
        bool bySignal = false;
        int code = 0; ///< what it gave back, or the signal's number
    };
    /// Between the request to end and the end by force.
    static constexpr std::chrono::milliseconds grace{2000};

    /// `program` is an absolute path. The error is the system's reason, no sentence.
    static Result<std::unique_ptr<ChildProcess>> start(const QString& program, const QStringList& arguments,
                                                       Errors errors);
    /// Ends it, first by request, after `grace` by force.
    ~ChildProcess();

    /// How many bytes of output were written to the beginning of `buffer`; 0 when there are none now.
    std::size_t read(std::span<char> buffer);
    /// Whether it has ended and all of its output was read. One that closes its output is asked to end.
    bool isOver();
    /// Once it is over.
    Exit exit() const;
    QByteArray errors() const { return m_errorTail; }
    /// Sleeps until there is something to read, the watch is woken or the time is over.
    void wait(FileWatch& watch, std::chrono::milliseconds timeout);

private:
    using Clock = std::chrono::steady_clock;

    ChildProcess() = default;
    bool openChannels(Errors errors);
    void closeChildEnds();
    void requestEnd();
    void forceEnd();
    bool hasExited();
    void drainErrors();
    void keepErrors(QByteArrayView bytes);

    QProcess m_process;
    qint64 m_number = 0; ///< of the process and, on Unix, of its group
    int m_output = -1;
    int m_error = -1;
    int m_childOutput = -1; ///< the child's ends, while it is being started
    int m_childError = -1;
    bool m_isClosed = false;       ///< it will write no more output
    Clock::time_point m_lastEvent; ///< when it was last seen to write, to close or to end
    QByteArray m_errorTail;
};

} // namespace derouter
