// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerttray.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace derouter {

AlertTray::AlertTray(QObject* parent)
    : Notifier(parent)
    , m_plain(u":/icons/derouter-monitor.svg"_s) {
    m_menu.addAction(tr("Show Window"), this, &AlertTray::windowRequested);
    m_menu.addSeparator();
    m_menu.addAction(tr("Quit"), this, &AlertTray::quitRequested);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT windowRequested();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT chosen(m_latest); });
    tell(0, tr("DeRouter Error Monitor"));
}

void AlertTray::setWanted(bool on) {
    m_icon.setVisible(on && m_available.value_or(QSystemTrayIcon::isSystemTrayAvailable()));
}

void AlertTray::tell(int unseen, const QString& tooltip) {
    if (m_icon.toolTip() != tooltip)
        m_icon.setToolTip(tooltip);
    if (std::exchange(m_unseen, unseen) != unseen)
        m_icon.setIcon(badged(m_plain, unseen));
}

void AlertTray::show(const Notice& notice) {
    if (!isShown()) {
        Q_EMIT refused(notice);
        return;
    }
    m_latest = notice.alert;
    m_icon.showMessage(notice.title.text(), notice.body.text(), m_plain);
}

QIcon AlertTray::badged(const QIcon& icon, int count) {
    if (count == 0)
        return icon;
    constexpr int most = 9;
    QIcon result;
    for (const int side : {22, 32, 64}) {
        QPixmap pixmap = icon.pixmap(QSize(side, side), 1.0);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal size = side * 0.6;
        const QRectF corner(side - size, side - size, size, size);
        painter.setPen(QPen(Qt::white, side / 22.0));
        painter.setBrush(QColor(0xb3261e));
        painter.drawEllipse(corner.adjusted(0.5, 0.5, -0.5, -0.5));
        QFont font = painter.font();
        font.setPixelSize(static_cast<int>(size * (count > most ? 0.6 : 0.75)));
        font.setBold(true);
        painter.setFont(font);
        painter.drawText(corner, Qt::AlignCenter, count > most ? u"9+"_s : QString::number(count));
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

} // namespace derouter
