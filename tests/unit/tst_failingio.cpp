// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Each call of the operating system fails once in turn: what is read is the same, or a sentence says what is
// missing.

#include "logfolder.h"
#include "packing.h"
#include "programrun.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <map>
#include <memory>
#include <vector>

#include <sys/resource.h>

using namespace derouter;
using namespace Qt::StringLiterals;

class FailingIoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortReadsChangeNothing_data();
    void shortReadsChangeNothing();
    void eachCallFailsOnce_data();
    void eachCallFailsOnce();
    void aFollowerTriesAgain_data();
    void aFollowerTriesAgain();
    void eventsAreNotNeeded_data();
    void eventsAreNotNeeded();
    void eachAllocationMayFail();
    void aFailingSessionIsTold_data();
    void aFailingSessionIsTold();
    void aFullDiskLeavesTheOldReport_data();
    void aFullDiskLeavesTheOldReport();
};

namespace {

using Plan = QByteArray;

QProcessEnvironment failing(const QString& under, const Plan& plan, const QString& counts = {}) {
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(DEROUTER_FAILING_IO));
    environment.insert(u"DEROUTER_IO_UNDER"_s, under);
    environment.insert(u"DEROUTER_IO_PLAN"_s, QString::fromLatin1(plan));
    environment.insert(u"DEROUTER_IO_COUNTS"_s, counts);
    return environment;
}

std::map<QByteArray, int> countsIn(const QString& path) {
    std::map<QByteArray, int> counts;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray& line : file.readAll().split('\n'))
            if (const auto words = line.split(' '); words.size() == 2)
                counts[words[0]] = words[1].toInt();
    return counts;
}

/// What was read, whatever became of the source.
QJsonObject contentOf(QJsonObject report) {
    report.remove(u"sources"_s);
    return report;
}

bool saysWhatIsMissing(const Run& run) {
    const QJsonArray sources = run.json()["sources"_L1].toArray();
    return std::ranges::any_of(sources, [](const QJsonValue& source) {
        return !source["error"_L1].toString().isEmpty() ||
               !source["ledger"_L1]["gaps"_L1].toArray().isEmpty();
    });
}

/// A log with a compressed rotated file.
QStringList writeLogs(const LogFolder& folder) {
    QByteArray older;
    QByteArray newer;
    for (int second = 0; second < 100; ++second) {
        older += accessLine(second, second % 9 == 0 ? 529 : 200);
        newer += accessLine(100 + second, second % 7 == 0 ? 503 : 200);
    }
    return {folder.write(u"app.log"_s, newer), folder.write(u"app.log.1.gz"_s, packed(older))};
}

} // namespace

void FailingIoTest::shortReadsChangeNothing_data() {
    QTest::addColumn<QByteArray>("plan");
    QTest::newRow("F36 one byte a read") << Plan("read:short");
    QTest::newRow("F36 every second read is interrupted") << Plan("read:/2:") + QByteArray::number(EINTR);
    QTest::newRow("F36 every second read finds nothing yet") << Plan("read:/2:") + QByteArray::number(EAGAIN);
}

void FailingIoTest::shortReadsChangeNothing() {
    QFETCH(QByteArray, plan);
    const QString folder = QStringLiteral(DEROUTER_TEST_DATA "/formats");
    int failures = 0;
    // One by one: which of two sources that tell of one request is read first would be chance.
    for (const QString& name : QDir(folder).entryList(QDir::Files)) {
        if (name == "expected.json"_L1)
            continue;
        const QStringList arguments{u"--report"_s, u"json"_s, u"--time-zone"_s, u"UTC"_s,
                                    folder + u'/' + name};
        const Run clean = run(arguments);
        const Run torn = run(arguments, {}, failing(folder, plan));
        failures += clean.json()["failures"_L1].toInt();
        QCOMPARE(torn.status, clean.status);
        QCOMPARE(contentOf(torn.json()), contentOf(clean.json()));
    }
    QVERIFY(failures > 50);
}

void FailingIoTest::eachCallFailsOnce_data() {
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("isHarmless");
    for (const char* const call : {"open", "read", "seek", "stat"}) {
        const bool reads = qstrcmp(call, "read") == 0;
        for (const auto& [name, error] : {std::pair("EIO", EIO), {"ESTALE", ESTALE}, {"ENODEV", ENODEV}})
            QTest::addRow("F37 %s fails with %s", call, name) << QByteArray(call) << error << false;
        if (reads)
            QTest::addRow("F36 %s fails with EINTR", call) << QByteArray(call) << EINTR << true;
    }
    QTest::newRow("F39 too many open files") << QByteArray("open") << EMFILE << false;
    QTest::newRow("F38 permission denied") << QByteArray("open") << EACCES << false;
}

void FailingIoTest::eachCallFailsOnce() {
    QFETCH(QByteArray, call);
    QFETCH(int, error);
    QFETCH(bool, isHarmless);
    const LogFolder folder;
    const LogFolder elsewhere;
    const QString counts = elsewhere.path(u"counts"_s);
    const QStringList arguments = QStringList{u"--report"_s, u"json"_s} + writeLogs(folder);
    const Run clean = run(arguments, {}, failing(folder.path({}), "none:0:0", counts));
    QCOMPARE(clean.json()["failures"_L1].toInt(), 27);
    const int calls = countsIn(counts)[call];
    QVERIFY(calls > 0);
    for (int nth = 1; nth <= calls; ++nth) {
        const Plan plan = call + ':' + QByteArray::number(nth) + ':' + QByteArray::number(error);
        const Run broken = run(arguments, {}, failing(folder.path({}), plan));
        const bool same = contentOf(broken.json()) == contentOf(clean.json());
        QVERIFY2(same || (!isHarmless && saysWhatIsMissing(broken)), plan + ": " + broken.err);
        QVERIFY2(broken.status == 0 || broken.status == 1, plan);
    }
}

void FailingIoTest::aFollowerTriesAgain_data() {
    QTest::addColumn<QByteArray>("plan");
    QTest::newRow("F27 the mount is stale") << QByteArray::number(ESTALE);
    QTest::newRow("F27 the device is gone") << QByteArray::number(ENODEV);
    QTest::newRow("F27 the mount is stale until the file is opened again")
        << QByteArray::number(ESTALE) + ":stale";
    QTest::newRow("F37 the disk fails") << QByteArray::number(EIO);
}

/// Whatever fails is tried again: in the end everything was read, and nothing twice. The later calls are
/// those that read the log on.
void FailingIoTest::aFollowerTriesAgain() {
    QFETCH(QByteArray, plan);
    constexpr int calls = 12;
    const LogFolder folder;
    const QString log = writeLogs(folder).front();
    QVERIFY(QFile::remove(log + u".1.gz"_s));
    std::vector<std::pair<Plan, std::unique_ptr<QProcess>>> runs;
    for (const char* const call : {"read", "seek"})
        for (int nth = 1; nth <= calls; ++nth) {
            auto& [failure, process] = runs.emplace_back();
            failure = QByteArray(call) + ':' + QByteArray::number(nth) + ':' + plan;
            process = std::make_unique<QProcess>();
            process->setProcessEnvironment(failing(folder.path({}), failure));
            process->start(QStringLiteral(DEROUTER_MONITOR_BINARY),
                           {u"--report"_s, u"json"_s, u"--follow"_s, u"--for"_s, u"6"_s, log});
        }
    for (auto& [failure, process] : runs)
        QVERIFY2(process->waitForFinished(30'000), failure);
    for (auto& [failure, process] : runs) {
        const QJsonObject report = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
        QVERIFY2(report["total_requests"_L1].toInt() == 100,
                 failure + ": " + process->readAllStandardError());
        QVERIFY2(report["failures"_L1].toInt() == 15, failure);
    }
}

void FailingIoTest::eventsAreNotNeeded_data() {
    QTest::addColumn<QByteArray>("plan");
    QTest::newRow("F43 no inotify instance is left") << Plan("inotify:/1:") + QByteArray::number(EMFILE);
    QTest::newRow("F43 no watch is left") << Plan("inotify:/2:") + QByteArray::number(ENOSPC);
    QTest::newRow("F44 the queue of events overflows") << Plan("inotify:overflow");
}

void FailingIoTest::eventsAreNotNeeded() {
    QFETCH(QByteArray, plan);
    const LogFolder folder;
    const QString log = folder.write(u"app.log"_s, accessLine(0, 200));
    QProcess process;
    process.setProcessEnvironment(failing(folder.path({}), plan));
    process.start(QStringLiteral(DEROUTER_MONITOR_BINARY),
                  {u"--report"_s, u"jsonl"_s, u"--follow"_s, u"--for"_s, u"30"_s, log});
    QVERIFY(process.waitForStarted());
    QByteArray lines;
    for (int second = 1; second <= 6; ++second) {
        if (second == 4) {
            QVERIFY(QFile::rename(log, folder.path(u"app.log.1"_s)));
            folder.write(u"app.log"_s, {});
        }
        folder.append(u"app.log"_s, accessLine(second, 529));
        QElapsedTimer waited;
        for (waited.start(); lines.count('\n') < second && waited.elapsed() < 5000;) {
            process.waitForReadyRead(100);
            lines += process.readAllStandardOutput();
        }
        QCOMPARE(int(lines.count('\n')), second);
    }
    process.terminate();
    QVERIFY(process.waitForFinished());
}

/// F67: the program does its work, or says that it could not, and leaves nothing half written.
void FailingIoTest::eachAllocationMayFail() {
    const LogFolder folder;
    const LogFolder elsewhere;
    const QString counts = elsewhere.path(u"counts"_s);
    const QStringList logs = writeLogs(folder);
    const auto arguments = [&logs](const QString& session) {
        return QStringList{u"--report"_s, u"json"_s, u"--session"_s, session} + logs;
    };
    const auto environment = [&folder, &counts](const Plan& plan) {
        return failing(folder.path({}), plan, counts);
    };
    const Run clean = run(arguments(elsewhere.path(u"clean.json"_s)), {}, environment("none:0:0"));
    QCOMPARE(clean.json()["failures"_L1].toInt(), 27);
    const int allocations = countsIn(counts)["memory"];
    QVERIFY(allocations > 100);
    constexpr int runs = 100;
    int ended = 0;
    for (int i = 0; i < runs; ++i) {
        const int nth = 1 + static_cast<int>(static_cast<qint64>(allocations - 1) * i / (runs - 1));
        const QString session = elsewhere.path(QString::number(i) + u".json"_s);
        const Run failed =
            run(arguments(session), {}, environment("memory:" + QByteArray::number(nth) + ":12"));
        const QByteArray said = QByteArray::number(nth) + ": " + failed.err;
        QVERIFY2(failed.status == 0 || failed.status == 1, said.constData());
        if (failed.status == 0)
            QCOMPARE(contentOf(failed.json()), contentOf(clean.json()));
        else
            QVERIFY2(failed.err.startsWith("derouter-monitor: "), said.constData());
        ended += failed.status;
        const Run next = run(arguments(session));
        QVERIFY2(next.status == 0 && next.err.isEmpty(), next.err.constData());
        QCOMPARE(next.json()["failures"_L1].toInt(), 27);
    }
    QVERIFY(ended > runs / 2);
}

void FailingIoTest::aFailingSessionIsTold_data() {
    QTest::addColumn<QByteArray>("plan");
    for (const char* const call : {"write", "rename", "sync"})
        for (const auto& [name, error] : {std::pair("ENOSPC", ENOSPC), {"EIO", EIO}})
            QTest::addRow("F65 every %s fails with %s", call, name)
                << QByteArray(call) + ":/1:" + QByteArray::number(error);
}

/// The report comes all the same, and the session of before is left whole.
void FailingIoTest::aFailingSessionIsTold() {
    QFETCH(QByteArray, plan);
    const LogFolder logs;
    const LogFolder folder;
    const QString session = folder.path(u"session.json"_s);
    const QString log = logs.write(u"app.log"_s, accessLine(0, 529));
    const QStringList arguments{u"--report"_s, u"json"_s, u"--session"_s, session, log};
    QCOMPARE(run(arguments).status, 0);
    QFile file(session);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const QString other = logs.write(u"other.log"_s, accessLine(1, 402));
    const Run broken = run(QStringList(arguments) << other, {}, failing(folder.path({}), plan));
    QCOMPARE(broken.json()["failures"_L1].toInt(), 2);
    file.close();
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray after = file.readAll();
    const bool synced = plan.startsWith("sync"); // Qt does not take that for a failure
    QVERIFY(synced || after == before);
    QVERIFY(synced || broken.err.count("session.json") == 1);
}

void FailingIoTest::aFullDiskLeavesTheOldReport_data() {
    QTest::addColumn<QByteArray>("plan");
    for (const char* const call : {"open", "write", "rename"})
        QTest::addRow("F65 every %s fails with ENOSPC", call)
            << QByteArray(call) + ":/1:" + QByteArray::number(ENOSPC);
}

/// The report of before is left whole, and nothing of the new one lies beside it.
void FailingIoTest::aFullDiskLeavesTheOldReport() {
    QFETCH(QByteArray, plan);
    const LogFolder logs;
    const LogFolder folder;
    const QString log = logs.write(u"app.log"_s, accessLine(0, 529));
    for (const QString& format : {u"json"_s, u"jsonl"_s, u"csv"_s, u"html"_s, u"markdown"_s}) {
        const QString report = folder.write(u"report"_s, "the report of before");
        const Run full =
            run({u"--report"_s, format, u"-o"_s, report, log}, {}, failing(folder.path({}), plan));
        QCOMPARE(full.status, 1);
        QVERIFY2(full.err.count("report") == 1, full.err.constData());
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("the report of before"));
        QCOMPARE(QDir(folder.path({})).entryList(QDir::Files | QDir::Hidden), QStringList{u"report"_s});
    }
}

QTEST_GUILESS_MAIN(FailingIoTest)
#include "tst_failingio.moc"
