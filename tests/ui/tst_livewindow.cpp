// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window over a log that grows by 100,000 lines a second and is rotated meanwhile.

#include "eventview.h"
#include "windowtest.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

using namespace derouter;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Writes whole pieces of a log, one every 50 ms, on a thread of its own.
class BusyWriter {
public:
    BusyWriter(QString path, std::chrono::seconds seconds)
        : m_path(std::move(path))
        , m_thread([this, seconds] { write(seconds); }) {}
    ~BusyWriter() { m_thread.join(); }

    bool isOver() const { return m_over; }
    bool failed() const { return m_failed; }
    std::uint64_t lines() const { return m_lines; }
    std::uint64_t failures() const { return m_failures; }

private:
    static constexpr int linesInPiece = 5000; // 100,000 a second
    static constexpr int piecesInFile = 37;

    void write(std::chrono::seconds seconds) {
        const auto begin = std::chrono::steady_clock::now();
        QFile file(m_path);
        for (int piece = 0; piece * 50ms < seconds && !m_failed; ++piece) {
            const bool isOpen = piece % piecesInFile > 0 || reopen(file);
            m_failed = !isOpen || file.write(textOf(piece)) < 0 || !file.flush();
            std::this_thread::sleep_until(begin + (piece + 1) * 50ms);
        }
        m_over = true;
    }

    /// As rotators do: the file gets another name, and a new one takes its place.
    bool reopen(QFile& file) {
        if (file.isOpen()) {
            file.close();
            QFile::remove(m_path + u".1"_s);
            if (!QFile::rename(m_path, m_path + u".1"_s))
                return false;
        }
        return file.open(QIODevice::WriteOnly | QIODevice::Append);
    }

    QByteArray textOf(int piece) {
        QByteArray text;
        text.reserve(linesInPiece * 110);
        const QByteArray stamp = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
        for (int line = 0; line < linesInPiece; ++line) {
            const bool fails = line % 100 == 7;
            m_failures += fails ? 1 : 0;
            text +=
                "192.0.2.7 - - [" + stamp + "] \"POST /proxy/v1/messages HTTP/1.1\" " +
                (fails ? "529" : "200") + " 512 rid=\"req_" +
                QByteArray::number(qulonglong(piece) * linesInPiece + qulonglong(line) + (1ULL << 60), 16) +
                "\"\n";
        }
        m_lines += linesInPiece;
        return text;
    }

    const QString m_path;
    std::atomic<std::uint64_t> m_lines = 0;
    std::atomic<std::uint64_t> m_failures = 0;
    std::atomic<bool> m_failed = false;
    std::atomic<bool> m_over = false;
    std::thread m_thread;
};

/// The longest time between two beats of the window's thread.
class Heartbeat {
public:
    Heartbeat() {
        m_clock.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.start(1ms);
    }
    qint64 longest() const { return m_longest; } ///< milliseconds

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

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
