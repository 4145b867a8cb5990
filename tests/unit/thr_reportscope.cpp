// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reports are written on another thread while the logs they tell of go on.

#include "logfolder.h"
#include "monitor/monitor.h"
#include "report/report.h"

#include <QBuffer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace derouter;
using namespace Qt::StringLiterals;

class ReportScopeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadWhileTheMonitorGoesOn_data();
    void isReadWhileTheMonitorGoesOn();
};

static QByteArray failures(int first, int count) {
    QByteArray lines;
    for (int i = first; i < first + count; ++i)
        lines += accessLine(i, 529, "req_" + QByteArray::number(i).rightJustified(24, '0'));
    return lines;
}

static QByteArray report(ReportFormat format, const ReportScope& scope) {
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    return writeReport(format, scope, out) ? out.data() : QByteArray();
}

void ReportScopeTest::isReadWhileTheMonitorGoesOn_data() {
    QTest::addColumn<ReportFormat>("format");
    QTest::newRow("JSON") << ReportFormat::Json;
    QTest::newRow("web page") << ReportFormat::Html;
    QTest::newRow("CSV") << ReportFormat::Csv;
}

/// All that changes pages: failures come, are told of again, are let go, and their log is closed.
void ReportScopeTest::isReadWhileTheMonitorGoesOn() {
    QFETCH(ReportFormat, format);
    const LogFolder folder;
    Monitor monitor({.mostBytes = 1024 * 1024});
    const auto open = [&](const QString& name, const QByteArray& text) {
        monitor.addSource({.path = folder.write(name, text), .format = {}, .timeZone = QTimeZone::utc()});
    };
    open(u"a.log"_s, failures(0, 3000));
    QTRY_VERIFY_WITH_TIMEOUT(!monitor.isBusy(), 20'000);
    const ReportScope scope(monitor);
    const QByteArray expected = report(format, scope);
    std::atomic<bool> goesOn = true;
    std::atomic<int> wrong = 0;
    std::thread writer([&] {
        do {
            wrong += report(format, scope) == expected ? 0 : 1;
        } while (goesOn);
    });
    open(u"b.log"_s, failures(0, 3000));
    open(u"c.log"_s, failures(5000, 9000));
    const bool isRead = QTest::qWaitFor([&] { return !monitor.isBusy(); }, 60'000);
    monitor.removeSource(0);
    goesOn = false;
    writer.join();
    QVERIFY(isRead);
    QVERIFY(!expected.isEmpty());
    QCOMPARE(wrong.load(), 0);
    QVERIFY(report(format, ReportScope(monitor)) != expected);
}

QTEST_GUILESS_MAIN(ReportScopeTest)
#include "thr_reportscope.moc"
