// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notifier.h"

#include <QIcon>
#include <QMenu>
#include <QSystemTrayIcon>

#include <optional>

namespace derouter {

/// The icon in the system tray: how many alerts were not seen yet, and in its tooltip which. Shows notices
/// too, as far as the tray can.
class AlertTray final : public Notifier {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertTray)

public:
    explicit AlertTray(QObject* parent = nullptr);

    /// Shows the icon where there is a tray.
    void setWanted(bool on);
    /// Whether there is one; the desktop says so where nobody else did.
    void setAvailable(bool available) { m_available = available; }
    bool isShown() const { return m_icon.isVisible(); }
    /// `tooltip` is plain text of our own.
    void tell(int unseen, const QString& tooltip);
    void show(const Notice& notice) override;

    /// The icon with a number in its corner; above nine there is "9+". The icon alone for 0.
    static QIcon badged(const QIcon& icon, int count);

Q_SIGNALS:
    void windowRequested();
    void quitRequested();

private:
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QIcon m_plain;
    int m_unseen = -1;
    std::optional<bool> m_available;
    std::uint32_t m_latest = 0; ///< alert of the latest notice
};

} // namespace derouter
