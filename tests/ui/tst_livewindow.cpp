// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window over a log that grows by 100,000 lines a second and is rotated meanwhile.

#include "eventview.h"
#include "livelog.h"
#include "windowtest.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <chrono>

using namespace derouter;
using namespace Qt::StringLiterals;

namespace {

/// Of this process, in KiB; 0 where the system does not say.
qint64 residentKibibytes() {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return at < 0 ? 0 : text.mid(at + 6, text.indexOf('k', at) - at - 6).trimmed().toLongLong();
}

} // namespace

class LiveWindowTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"livewindow"_s); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void nothingIsLostAtFullRate();
};

/// F69. DEROUTER_SOAK_SECONDS makes it longer; what it prints are figures, no test.
void LiveWindowTest::nothingIsLostAtFullRate() {
    const int asked = qEnvironmentVariableIntValue("DEROUTER_SOAK_SECONDS");
    const std::chrono::seconds seconds(asked > 0 ? asked : 5);
    m_window->openFiles({m_folder->write(u"app.log"_s, QByteArray())}, true);
    const Heartbeat heartbeat;
    const BusyWriter writer(m_folder->path(u"app.log"_s), seconds);
    const qint64 longest = std::chrono::milliseconds(seconds).count() + 60'000;
    qint64 resident = 0;
    QElapsedTimer clock;
    clock.start();
    while (!writer.isOver() && clock.elapsed() < longest) {
        QTest::qWait(50);
        if (resident == 0 && clock.elapsed() > std::chrono::milliseconds(seconds).count() / 2)
            resident = residentKibibytes();
    }
    QVERIFY(writer.isOver() && !writer.failed());
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->totals().apiRequests, writer.lines(), 60'000);
    QCOMPARE(m_monitor->totals().failures, writer.failures());
    QVERIFY(m_monitor->sources().front().ledger.gaps.empty());
    QVERIFY(space().view()->model()->rowCount() > 0);
    qInfo("%llu lines in %lld s; longest pause of the window's thread %lld ms; resident %lld MiB, %lld MiB "
          "at the end",
          static_cast<unsigned long long>(writer.lines()), static_cast<long long>(seconds.count()),
          static_cast<long long>(heartbeat.longest()), static_cast<long long>(resident / 1024),
          static_cast<long long>(residentKibibytes() / 1024));
}

QTEST_MAIN(LiveWindowTest)
#include "tst_livewindow.moc"
