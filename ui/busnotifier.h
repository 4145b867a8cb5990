// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notifier.h"

#include <QString>

#include <optional>
#include <unordered_map>
#include <vector>

QT_BEGIN_NAMESPACE
class QDBusMessage;
QT_END_NAMESPACE

namespace derouter {

/// Notices by the desktop's own server, after the Desktop Notifications Specification 1.2: the interface
/// org.freedesktop.Notifications of the session's bus. Do-not-disturb is the server's affair.
class BusNotifier final : public Notifier {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BusNotifier)

public:
    explicit BusNotifier(QObject* parent = nullptr);

    void show(const Notice& notice) override;

private Q_SLOTS:
    // The names and types are the bus's.
    void actionInvoked(uint id, const QString& action);
    void notificationClosed(uint id, uint reason);

private:
    void askAbilities();
    void showWaiting();
    void send(const Notice& notice);
    void refuseWaiting();

    std::vector<Notice> m_waiting;     ///< until it is known what the server can do
    std::optional<bool> m_readsMarkup; ///< nothing: not known
    bool m_isAsking = false;
    std::unordered_map<std::uint32_t, uint> m_shown; ///< by alert: the server's number
};

} // namespace derouter
