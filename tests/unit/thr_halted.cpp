// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What comes while nothing is read: the user paused a source, the program was stopped or killed, a line waits
// for its end.

#include "logfolder.h"
#include "monitor/monitor.h"
#include "programrun.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace derouter;
using namespace Qt::StringLiterals;

class HaltedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPausedLogIsReadOn();
    void aPausedPipeWaits();
    void onlyWhatGoesOnCanBePaused();
    void aHaltIsTold();
    void anOverflowOfEventsLosesNothing();
    void aLongLineCostsLittleMemory();
    void anUnfinishedLineIsShownAndCountedOnce();
    void aKillInALineCountsItOnce_data();
    void aKillInALineCountsItOnce();

private:
    static SourceSpec source(const QString& path, bool follow) {
        return {.path = path, .follow = follow, .format = {}, .timeZone = QTimeZone::utc()};
    }
};

namespace {

/// The rotator's part, of a log of which three old files are kept.
void rotate(const LogFolder& folder) {
    for (int number = 2; number > 0; --number)
        QFile::rename(folder.path(u"app.log.%1"_s.arg(number)), folder.path(u"app.log.%1"_s.arg(number + 1)));
    QFile::rename(folder.path(u"app.log"_s), folder.path(u"app.log.1"_s));
}

/// Three rotations, with so many failures in each new file.
void writeThroughThreeRotations(const LogFolder& folder, int each) {
    for (int file = 0; file < 3; ++file) {
        rotate(folder);
        QByteArray text;
        for (int line = 0; line < each; ++line)
            text += accessLine(10 + file * each + line, 529);
        folder.write(u"app.log"_s, text);
    }
}

/// The program while it follows, and may be stopped by a signal.
class HaltedRun {
public:
    explicit HaltedRun(const QStringList& arguments) {
        m_process.setProcessEnvironment(cleanEnvironment());
        m_process.start(QStringLiteral(DEROUTER_MONITOR_BINARY),
                        QStringList{u"--report"_s, u"json"_s} + arguments);
        m_process.waitForStarted();
        QTest::qWait(2000); // it has read what there is and sleeps
    }
    ~HaltedRun() {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Returns when nothing of it runs any more.
    void halt() {
        signal(SIGSTOP);
        siginfo_t stopped{};
        ::waitid(P_PID, static_cast<id_t>(m_process.processId()), &stopped, WSTOPPED | WNOWAIT);
    }

    QJsonObject goOnAndReport() {
        signal(SIGCONT);
        QTest::qWait(2000);
        m_process.terminate();
        m_process.waitForFinished(20'000);
        return QJsonDocument::fromJson(m_process.readAllStandardOutput()).object();
    }

    /// Bytes that were resident at most; 0 when it cannot be told.
    qint64 peakMemory() const {
        QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
        if (status.open(QIODevice::ReadOnly))
            for (const QByteArray& line : status.readAll().split('\n'))
                if (line.startsWith("VmHWM:"))
                    return line.simplified().split(' ').at(1).toLongLong() * 1024;
        return 0;
    }

private:
    void signal(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }

    QProcess m_process;
};

} // namespace

void HaltedTest::aPausedLogIsReadOn() {
    const LogFolder folder;
    Monitor monitor;
    const SourceId id = monitor.addSource(source(folder.write(u"app.log"_s, accessLine(1, 529)), true));
    QTRY_COMPARE(monitor.totals().failures, 1u);
    QTRY_COMPARE(monitor.source(id)->state, SourceState::Following);
    QVERIFY(monitor.canPause(id));
    monitor.pause(id, true);
    QTRY_COMPARE(monitor.source(id)->state, SourceState::Paused);
    QVERIFY(!monitor.isBusy());
    const QByteArray more = accessLine(2, 503);
    folder.append(u"app.log"_s, more);
    QTRY_COMPARE(monitor.source(id)->lag(), static_cast<std::uint64_t>(more.size())); // it says how much
    QCOMPARE(monitor.totals().failures, 1u);
    writeThroughThreeRotations(folder, 5);
    QTest::qWait(300);
    QCOMPARE(monitor.totals().failures, 1u);
    monitor.pause(id, false);
    QTRY_COMPARE(monitor.totals().failures, 17u);
    QTRY_COMPARE(monitor.source(id)->state, SourceState::Following);
    QVERIFY(monitor.source(id)->ledger.gaps.empty());
    // It can be stopped and closed while it rests.
    monitor.pause(id, true);
    QTRY_COMPARE(monitor.source(id)->state, SourceState::Paused);
    monitor.cancel(id);
    QTRY_VERIFY(isFinal(monitor.source(id)->state));
    QVERIFY(!monitor.canPause(id));
}

/// Who writes into it is held up: nothing is dropped, and nothing is hoarded.
void HaltedTest::aPausedPipeWaits() {
    const LogFolder folder;
    const QString path = folder.path(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    Monitor monitor;
    const SourceId id = monitor.addSource(source(path, false));
    std::signal(SIGPIPE, SIG_IGN);
    const int pipe = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC);
    QVERIFY(pipe >= 0);
    const auto put = [pipe](const QByteArray& text) {
        return ::write(pipe, text.constData(), size_t(text.size()));
    };
    QVERIFY(put(accessLine(0, 529)) > 0);
    QTRY_COMPARE(monitor.totals().failures, 1u);
    monitor.pause(id, true);
    QTRY_COMPARE(monitor.source(id)->state, SourceState::Paused);
    constexpr int lines = 20'000; // more than a pipe holds
    std::atomic<int> written = 0;
    std::thread writer([&] {
        for (int i = 0; i < lines; ++i) {
            put(accessLine(i % 3600, 529));
            ++written;
        }
        ::close(pipe);
    });
    QTest::qWait(500);
    const int heldAt = written;
    QTest::qWait(300);
    const bool isHeld = heldAt < lines && written == heldAt;
    const auto counted = monitor.totals().failures;
    monitor.pause(id, false);
    const bool isWritten = QTest::qWaitFor([&] { return written == lines; }, 20'000);
    if (!isWritten)
        monitor.removeSource(id); // the writer ends, too
    writer.join();
    QVERIFY(isHeld && isWritten);
    QCOMPARE(counted, 1u);
    QTRY_COMPARE_WITH_TIMEOUT(monitor.totals().failures, lines + 1u, 20'000);
    QTRY_COMPARE(monitor.source(id)->state, SourceState::Ended);
}

void HaltedTest::onlyWhatGoesOnCanBePaused() {
    const LogFolder folder;
    Monitor monitor;
    const SourceId id = monitor.addSource(source(folder.write(u"a.log"_s, accessLine(1, 529)), false));
    QVERIFY(!monitor.canPause(id));
    monitor.pause(id, true);
    QTRY_COMPARE(monitor.source(id)->state, SourceState::Ended);
    QCOMPARE(monitor.totals().failures, 1u);
    QVERIFY(!monitor.canPause(id + 1));
}

/// F12: three rotations while the program is stopped by a signal, as by a computer that sleeps.
void HaltedTest::aHaltIsTold() {
    const LogFolder folder;
    const QString log = folder.write(u"app.log"_s, accessLine(1, 529));
    HaltedRun program({u"--follow"_s, u"--for"_s, u"60"_s, log});
    program.halt();
    folder.append(u"app.log"_s, accessLine(2, 503));
    writeThroughThreeRotations(folder, 5);
    QTest::qWait(7000);
    const QJsonObject report = program.goOnAndReport();
    QCOMPARE(report["failures"_L1].toInt(), 17);
    QCOMPARE(report["total_requests"_L1].toInt(), 17);
    const QJsonObject ledger = report["sources"_L1][0]["ledger"_L1].toObject();
    QCOMPARE(ledger["gaps"_L1].toArray(), QJsonArray());
    const QJsonArray resumptions = ledger["resumptions"_L1].toArray();
    QCOMPARE(resumptions.size(), 1);
    const int seconds = resumptions[0]["seconds"_L1].toInt();
    QVERIFY2(seconds >= 6 && seconds < 20, qPrintable(QString::number(seconds)));
    QCOMPARE(resumptions[0]["time"_L1].toString(), u"2026-11-03T09:00:01.000Z"_s);
}

/// F44: the kernel drops events of a follower that does not take them.
void HaltedTest::anOverflowOfEventsLosesNothing() {
    const LogFolder folder;
    const QString log = folder.write(u"app.log"_s, accessLine(1, 529));
    HaltedRun program({u"--follow"_s, u"--for"_s, u"60"_s, log});
    program.halt();
    for (int i = 0; i < 20'000; ++i) { // two events each; the kernel keeps 16,384
        const QByteArray name = QFile::encodeName(folder.path(u"other-%1"_s.arg(i)));
        ::close(::open(name.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
        ::unlink(name.constData());
    }
    folder.append(u"app.log"_s, accessLine(2, 503));
    writeThroughThreeRotations(folder, 5);
    const QJsonObject report = program.goOnAndReport();
    QCOMPARE(report["failures"_L1].toInt(), 17);
    QCOMPARE(report["total_requests"_L1].toInt(), 17);
    QCOMPARE(report["sources"_L1][0]["ledger"_L1]["gaps"_L1].toArray(), QJsonArray());
}

/// F33: its beginning tells what it is; the rest is passed over, and what follows is read.
void HaltedTest::aLongLineCostsLittleMemory() {
    const auto memoryAndReport = [](const QString& log) {
        HaltedRun program({u"--follow"_s, u"--for"_s, u"60"_s, log});
        program.halt();
        const auto bytes = program.peakMemory();
        return std::pair(bytes, program.goOnAndReport());
    };
    const LogFolder folder;
    QByteArray few;
    for (int second = 2; second < 22; ++second)
        few += accessLine(second, 503);
    const QString log = folder.write(u"short.log"_s, few);
    QFile file(folder.path(u"long.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(accessLine(1, 529).chopped(1) + ' ');
    for (int megabyte = 0; megabyte < 100; ++megabyte)
        file.write(QByteArray(1'000'000, 'x'));
    file.write("\n" + few);
    file.close();
    const auto [usual, shortReport] = memoryAndReport(log);
    const auto [withLongLine, report] = memoryAndReport(file.fileName());
    QCOMPARE(shortReport["failures"_L1].toInt(), 20);
    QCOMPARE(report["failures_by_status"_L1].toObject(), (QJsonObject{{u"503"_s, 20}, {u"529"_s, 1}}));
    QCOMPARE(report["sources"_L1][0]["ledger"_L1]["lines_cut"_L1].toInt(), 1);
    QCOMPARE(report["sources"_L1][0]["lines"_L1].toInt(), 21);
    QVERIFY(usual > 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY2(withLongLine <= usual + 8 * 1024 * 1024, qPrintable(QString::number(withLongLine - usual)));
#endif
}

/// F28
void HaltedTest::anUnfinishedLineIsShownAndCountedOnce() {
    const LogFolder folder;
    const QByteArray line = accessLine(2, 529);
    const QByteArray half = line.first(40);
    Monitor monitor;
    const SourceId id =
        monitor.addSource(source(folder.write(u"app.log"_s, accessLine(1, 200) + half), true));
    QTRY_COMPARE(monitor.source(id)->state, SourceState::Following);
    QCOMPARE(monitor.source(id)->waitingLine, QString()); // it may go on at once
    QTRY_COMPARE_WITH_TIMEOUT(monitor.source(id)->waitingLine, QString::fromLatin1(half), 20'000);
    QCOMPARE(monitor.totals().failures, 0u);
    QCOMPARE(monitor.source(id)->ledger.bytesInPartial, static_cast<std::uint64_t>(half.size()));
    folder.append(u"app.log"_s, line.sliced(40));
    QTRY_COMPARE(monitor.totals().failures, 1u);
    QTRY_COMPARE(monitor.source(id)->waitingLine, QString());
    QCOMPARE(monitor.source(id)->ledger.linesUnterminated, 0u);
    QCOMPARE(monitor.source(id)->ledger.bytesInPartial, 0u);
    // F29: a line that nobody ends is one when the reading ends, and says so.
    folder.append(u"app.log"_s, accessLine(3, 503).chopped(1));
    QTRY_VERIFY(monitor.source(id)->ledger.bytesInPartial > 0);
    monitor.cancel(id);
    QTRY_COMPARE(monitor.totals().failures, 2u);
    QCOMPARE(monitor.source(id)->ledger.linesUnterminated, 1u);
}

void HaltedTest::aKillInALineCountsItOnce_data() {
    QTest::addColumn<bool>("rotated");
    QTest::newRow("F28 the line goes on where it is") << false;
    QTest::newRow("F28 the file is renamed before the line goes on") << true;
}

void HaltedTest::aKillInALineCountsItOnce() {
    QFETCH(bool, rotated);
    const LogFolder folder;
    const QString session = folder.path(u"session.json"_s);
    const QByteArray line = accessLine(2, 529);
    const QString log = folder.write(u"app.log"_s, accessLine(1, 402) + line.first(40));
    QProcess process;
    process.setProcessEnvironment(cleanEnvironment());
    process.start(
        QStringLiteral(DEROUTER_MONITOR_BINARY),
        {u"--report"_s, u"jsonl"_s, u"--follow"_s, u"--for"_s, u"60"_s, u"--session"_s, session, log});
    QVERIFY(process.waitForReadyRead(20'000)); // what stands before it was told
    QTest::qWait(1500);                        // and the place kept
    QVERIFY(!process.readAllStandardOutput().contains("529"));
    process.kill();
    QVERIFY(process.waitForFinished(20'000));
    folder.append(u"app.log"_s, line.sliced(40) + accessLine(3, 503));
    if (rotated) {
        rotate(folder);
        folder.write(u"app.log"_s, accessLine(4, 200));
    }
    const QJsonObject report = run({u"--report"_s, u"json"_s, u"--session"_s, session}).json();
    QCOMPARE(report["failures_by_status"_L1].toObject(),
             (QJsonObject{{u"402"_s, 1}, {u"503"_s, 1}, {u"529"_s, 1}}));
    QCOMPARE(report["total_requests"_L1].toInt(), rotated ? 4 : 3);
    QCOMPARE(report["sources"_L1][0]["ledger"_L1]["gaps"_L1].toArray(), QJsonArray());
}

QTEST_GUILESS_MAIN(HaltedTest)
#include "thr_halted.moc"
