// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"

#include <QTimer>

#include <chrono>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace derouter {

/// Lets screen readers say a sentence without moving the focus: an alert in the accessible tree of the
/// widget's window, where the last one stands until the next.
void announce(QWidget& of, const QString& sentence);

/// Announces the failures that come into followed logs: how many there are, and what the last one is. The
/// first one soon, those that follow together, so that no reader talks all the time.
class FailureAnnouncer final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FailureAnnouncer)

public:
    static constexpr std::chrono::milliseconds soon{1000};
    static constexpr std::chrono::milliseconds pause{10'000}; ///< between two

    FailureAnnouncer(const Monitor& monitor, QWidget& window);

private:
    void note(qsizetype first, qsizetype count);
    void say();

    const Monitor& m_monitor;
    QWidget& m_window;
    QTimer m_wait;
    int m_count = 0; ///< that are not announced yet
    EventStore::Row m_last = 0;
};

} // namespace derouter
