// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/eventwait.h"

#include <QMetaObject>

#include <utility>

namespace derouter {

EventWait::~EventWait() {
    std::unique_ptr<Loop> events;
    const std::lock_guard lock(m_mutex);
    events.swap(m_events);
}

void EventWait::begin() {
    if (m_events)
        return;
    auto events = std::make_unique<Loop>();
    events->timer.setSingleShot(true);
    QObject::connect(&events->timer, &QTimer::timeout, &events->loop, &QEventLoop::quit);
    const std::lock_guard lock(m_mutex);
    m_events = std::move(events);
}

void EventWait::poll() {
    m_events->loop.processEvents();
}

/// A wake-up between the question and the loop stands in the loop's queue.
void EventWait::wait(std::chrono::milliseconds timeout) {
    if (m_isWoken.exchange(false))
        return;
    m_events->timer.start(timeout);
    m_events->loop.exec();
    m_events->timer.stop();
    m_isWoken = false;
}

void EventWait::rouse() {
    m_events->loop.quit();
}

void EventWait::wake() {
    m_isWoken = true;
    const std::lock_guard lock(m_mutex);
    if (m_events)
        QMetaObject::invokeMethod(&m_events->loop, "quit", Qt::QueuedConnection);
}

} // namespace derouter
