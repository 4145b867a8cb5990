// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Notices through a bus of the test's own, to a server that stands in for the desktop's.

#include "busnotifier.h"
#include "report/redactor.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

namespace {

const QString serverName = u"org.freedesktop.Notifications"_s;
const QString serverPath = u"/org/freedesktop/Notifications"_s;
constexpr int patience = 20'000;

Notice notice(std::uint32_t alert, const QString& title, const QString& body) {
    return {.alert = alert, .title = Redactor::ownWords(title), .body = Redactor::ownWords(body)};
}

} // namespace

/// What a desktop's server does, as far as it matters here.
class StandInServer : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint replaced = 0;
        QString title;
        QString body;
        QStringList actions;
    };

    QStringList abilities;
    QList<Shown> shown;
    int asked = 0;

public Q_SLOTS:
    QStringList GetCapabilities() {
        ++asked;
        return abilities;
    }
    uint Notify(const QString&, uint replaced, const QString&, const QString& title, const QString& body,
                const QStringList& actions, const QVariantMap&, int) {
        shown << Shown{replaced, title, body, actions};
        return replaced > 0 ? replaced : 100 + static_cast<uint>(shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);
};

class BusNotifierTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void theBodyIsEscapedWhereMarkupIsRead_data();
    void theBodyIsEscapedWhereMarkupIsRead();
    void aLaterNoticeOfAnAlertReplacesTheEarlier();
    void aChosenNoticeTellsWhich();
    void withoutAServerItIsRefused();

private:
    void serve() {
        QVERIFY(bus().registerObject(serverPath, m_server.get(),
                                     QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus().registerService(serverName));
    }
    QDBusConnection bus() const { return QDBusConnection(u"server"_s); }

    QProcess m_daemon;
    std::unique_ptr<StandInServer> m_server;
};

/// Never the tester's own desktop.
void BusNotifierTest::initTestCase() {
    const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (daemon.isEmpty())
        QSKIP("there is no dbus-daemon here, which a test of notifications needs");
    m_daemon.start(daemon, {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
    QVERIFY(m_daemon.waitForStarted(patience) && m_daemon.waitForReadyRead(patience));
    const QByteArray address = m_daemon.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    QVERIFY(QDBusConnection::connectToBus(QString::fromUtf8(address), u"server"_s).isConnected());
    QVERIFY(QDBusConnection::sessionBus().isConnected());
}

void BusNotifierTest::cleanupTestCase() {
    QDBusConnection::disconnectFromBus(u"server"_s);
    m_daemon.kill();
    m_daemon.waitForFinished(patience);
}

void BusNotifierTest::init() {
    m_server = std::make_unique<StandInServer>();
}

void BusNotifierTest::cleanup() {
    bus().unregisterService(serverName);
    bus().unregisterObject(serverPath);
}

void BusNotifierTest::theBodyIsEscapedWhereMarkupIsRead_data() {
    QTest::addColumn<QStringList>("abilities");
    QTest::addColumn<QString>("body");
    QTest::newRow("plain text") << QStringList{u"body"_s} << u"a <b> & c"_s;
    QTest::newRow("markup") << QStringList{u"body"_s, u"body-markup"_s} << u"a &lt;b&gt; &amp; c"_s;
}

void BusNotifierTest::theBodyIsEscapedWhereMarkupIsRead() {
    QFETCH(QStringList, abilities);
    QFETCH(QString, body);
    m_server->abilities = abilities;
    serve();
    BusNotifier notifier;
    notifier.show(notice(1, u"529 <x>"_s, u"a <b> & c"_s));
    notifier.show(notice(2, u"402"_s, {}));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->shown.size(), 2, patience);
    QCOMPARE(m_server->asked, 1);
    QCOMPARE(m_server->shown[0].title, u"529 <x>"_s);
    QCOMPARE(m_server->shown[0].body, body);
    QCOMPARE(m_server->shown[0].actions.value(0), u"default"_s);
}

void BusNotifierTest::aLaterNoticeOfAnAlertReplacesTheEarlier() {
    serve();
    BusNotifier notifier;
    notifier.show(notice(1, u"529"_s, u"2 failures"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->shown.size(), 1, patience);
    QTest::qWait(100); // its number comes back
    notifier.show(notice(1, u"529"_s, u"9 failures"_s));
    notifier.show(notice(2, u"402"_s, u"1 failure"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->shown.size(), 3, patience);
    QCOMPARE(m_server->shown[0].replaced, 0U);
    QCOMPARE(m_server->shown[1].replaced, 101U);
    QCOMPARE(m_server->shown[2].replaced, 0U);
}

void BusNotifierTest::aChosenNoticeTellsWhich() {
    serve();
    BusNotifier notifier;
    QSignalSpy chosen(&notifier, &Notifier::chosen);
    notifier.show(notice(77, u"529"_s, {}));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->shown.size(), 1, patience);
    QTest::qWait(100);
    Q_EMIT m_server->ActionInvoked(5, u"default"_s); // another program's
    Q_EMIT m_server->ActionInvoked(101, u"default"_s);
    QTRY_COMPARE_WITH_TIMEOUT(chosen.size(), 1, patience);
    QCOMPARE(chosen[0][0].toUInt(), 77U);
}

void BusNotifierTest::withoutAServerItIsRefused() {
    BusNotifier notifier;
    QStringList refused;
    connect(&notifier, &Notifier::refused, this, [&](const Notice& told) { refused << told.title.text(); });
    notifier.show(notice(1, u"529"_s, {}));
    QTRY_COMPARE_WITH_TIMEOUT(refused, QStringList{u"529"_s}, patience);
    serve();
    notifier.show(notice(1, u"402"_s, {}));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->shown.size(), 1, patience);
}

QTEST_GUILESS_MAIN(BusNotifierTest)
#include "tst_busnotifier.moc"
