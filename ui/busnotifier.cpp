// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "busnotifier.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int answerTime = 5000; // milliseconds
constexpr std::size_t mostRemembered = 256;
constexpr auto service = "org.freedesktop.Notifications"_L1; // also the interface's name
constexpr auto path = "/org/freedesktop/Notifications"_L1;

QDBusMessage call(const QString& method) {
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

BusNotifier::BusNotifier(QObject* parent)
    : Notifier(parent) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(notificationClosed(uint, uint)));
}

void BusNotifier::show(const Notice& notice) {
    m_waiting.push_back(notice);
    if (m_readsMarkup)
        showWaiting();
    else if (!std::exchange(m_isAsking, true))
        askAbilities();
}

void BusNotifier::askAbilities() {
    auto* const asked = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(call(u"GetCapabilities"_s), answerTime), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked] {
        const QDBusPendingReply<QStringList> reply = *asked;
        asked->deleteLater();
        m_isAsking = false;
        if (reply.isError())
            return refuseWaiting();
        m_readsMarkup = reply.value().contains(u"body-markup"_s);
        showWaiting();
    });
}

void BusNotifier::showWaiting() {
    for (const Notice& notice : std::exchange(m_waiting, {}))
        send(notice);
}

void BusNotifier::refuseWaiting() {
    for (const Notice& notice : std::exchange(m_waiting, {}))
        Q_EMIT refused(notice);
}

void BusNotifier::send(const Notice& notice) {
    const auto before = m_shown.find(notice.alert);
    const uint replaced = before == m_shown.end() ? 0 : before->second;
    const QString body = notice.body.text();
    const QString name = QGuiApplication::desktopFileName();
    QDBusMessage message = call(u"Notify"_s);
    message.setArguments({QCoreApplication::translate("derouter::Alerts", "DeRouter Error Monitor"), replaced,
                          name, notice.title.text(), *m_readsMarkup ? body.toHtmlEscaped() : body,
                          QStringList{u"default"_s, QCoreApplication::translate("derouter::Alerts", "Show")},
                          QVariantMap{{u"desktop-entry"_s, name}}, -1});
    auto* const sent =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, answerTime), this);
    connect(sent, &QDBusPendingCallWatcher::finished, this, [this, sent, notice] {
        const QDBusPendingReply<uint> reply = *sent;
        sent->deleteLater();
        if (!reply.isError()) {
            if (m_shown.size() >= mostRemembered)
                m_shown.clear();
            m_shown[notice.alert] = reply.value();
            return;
        }
        m_readsMarkup.reset(); // another server may come
        Q_EMIT refused(notice);
    });
}

void BusNotifier::actionInvoked(uint id, const QString&) {
    const auto shown = std::ranges::find(m_shown, id, [](const auto& entry) { return entry.second; });
    if (shown != m_shown.end())
        Q_EMIT chosen(shown->first);
}

void BusNotifier::notificationClosed(uint id, uint) {
    std::erase_if(m_shown, [id](const auto& entry) { return entry.second == id; });
}

} // namespace derouter
