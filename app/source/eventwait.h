// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>

namespace derouter {

/// Lets what of Qt lives by events live on a thread that has no event loop: sockets, network replies.
///
/// Used on one thread, that of the sockets, which are made behind `begin()` and gone before the destructor;
/// `wake()` on any.
class EventWait {
    Q_DISABLE_COPY_MOVE(EventWait)

public:
    EventWait() = default;
    ~EventWait();

    void begin();
    /// Takes the events that wait.
    void poll();
    /// Takes events until `rouse()` or `wake()` is called, or the time is over.
    void wait(std::chrono::milliseconds timeout);
    /// Something came: to be called by the events themselves.
    void rouse();
    /// Ends this `wait()`, or else the next one, at once.
    void wake();

private:
    struct Loop {
        QEventLoop loop;
        QTimer timer;
    };

    std::mutex m_mutex;
    std::unique_ptr<Loop> m_events; ///< made and ended under m_mutex
    std::atomic<bool> m_isWoken = false;
};

} // namespace derouter
