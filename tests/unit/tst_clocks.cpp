// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clocks that step, years that turn, stamps that no calendar has: every record is counted once, and no time
// is invented.

#include "pipelinerun.h"

#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class ClocksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClockThatStepsLosesNothing_data();
    void aClockThatStepsLosesNothing();
    void aYearTurns_data();
    void aYearTurns();
    void noCalendarHasIt_data();
    void noCalendarHasIt();
};

static const QByteArray failure = " ERROR app: Error code: 529 - {'type': 'error', 'error': {'type': "
                                  "'overloaded_error', 'message': 'Overloaded'}}\n";

static QByteArray iso(const std::optional<Microseconds>& time) {
    return time ? QDateTime::fromMSecsSinceEpoch(*time / 1000, Qt::UTC).toString(Qt::ISODate).toLatin1()
                : QByteArray("none");
}

void ClocksTest::aClockThatStepsLosesNothing_data() {
    QTest::addColumn<QByteArrayList>("stamps");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("F58 an hour back")
        << QByteArrayList{"2026-11-03T09:00:00Z", "2026-11-03T09:00:30Z", "2026-11-03T08:00:31Z",
                          "2026-11-03T08:01:00Z"}
        << QByteArray("2026-11-03T08:00:31Z") << QByteArray("2026-11-03T09:00:30Z");
    QTest::newRow("F58 a day forward, and back")
        << QByteArrayList{"2026-11-03T09:00:00Z", "2026-11-04T09:00:01Z", "2026-11-03T09:00:02Z"}
        << QByteArray("2026-11-03T09:00:00Z") << QByteArray("2026-11-04T09:00:01Z");
    QTest::newRow("F62 out of order")
        << QByteArrayList{"2026-11-03T09:00:05Z", "2026-11-03T09:00:01Z", "1999-01-01T00:00:01Z",
                          "2099-01-01T00:00:00Z", "2026-11-03T09:00:03Z"}
        << QByteArray("1999-01-01T00:00:01Z") << QByteArray("2099-01-01T00:00:00Z");
}

void ClocksTest::aClockThatStepsLosesNothing() {
    QFETCH(QByteArrayList, stamps);
    PipelineRun run;
    for (const QByteArray& stamp : stamps)
        run.write(stamp + failure);
    run.finish();
    const auto count = static_cast<std::size_t>(stamps.size());
    QCOMPARE(run.events().size(), count);
    for (EventStore::Row row = 0; row < count; ++row)
        QCOMPARE(iso(run.events().time(row)), stamps[static_cast<qsizetype>(row)]);
    std::uint64_t inMinutes = 0;
    for (const RateSeries::Bucket& minute : run.rates().minutes())
        inMinutes += minute.failures;
    QCOMPARE(inMinutes, std::uint64_t(count));
    QTEST(iso(run.totals().firstTime), "first");
    QTEST(iso(run.totals().lastTime), "last");
}

void ClocksTest::aYearTurns_data() {
    QTest::addColumn<QByteArrayList>("stamps");
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QByteArrayList>("times");
    QTest::newRow("F60 read in the new year")
        << QByteArrayList{"Nov 30 10:00:00", "Dec 31 23:59:59", "Jan  1 00:00:01", "Jan  2 10:00:00"}
        << QByteArray("2026-01-02T10:00:00Z")
        << QByteArrayList{"2025-11-30T10:00:00Z", "2025-12-31T23:59:59Z", "2026-01-01T00:00:01Z",
                          "2026-01-02T10:00:00Z"};
    QTest::newRow("F60 read in the last second of the old one")
        << QByteArrayList{"Dec 31 23:59:50", "Dec 31 23:59:59"} << QByteArray("2025-12-31T23:59:59Z")
        << QByteArrayList{"2025-12-31T23:59:50Z", "2025-12-31T23:59:59Z"};
    QTest::newRow("F60 the newest first")
        << QByteArrayList{"Jan  1 00:00:01", "Dec 31 23:59:59", "Dec  1 10:00:00"}
        << QByteArray("2026-01-01T00:00:01Z")
        << QByteArrayList{"2026-01-01T00:00:01Z", "2025-12-31T23:59:59Z", "2025-12-01T10:00:00Z"};
    QTest::newRow("F60 a clock a few minutes ahead of the file's")
        << QByteArrayList{"Dec 31 23:59:59", "Jan  1 00:04:00"} << QByteArray("2025-12-31T23:59:59Z")
        << QByteArrayList{"2025-12-31T23:59:59Z", "2026-01-01T00:04:00Z"};
}

void ClocksTest::aYearTurns() {
    QFETCH(QByteArrayList, stamps);
    QFETCH(QByteArray, reference);
    QFETCH(QByteArrayList, times);
    PipelineRun run;
    run.pipeline().setReference(
        QDateTime::fromString(QString::fromLatin1(reference), Qt::ISODate).toMSecsSinceEpoch() * 1000);
    for (const QByteArray& stamp : stamps)
        run.write(stamp + " host app[7]:" + failure);
    run.finish();
    QByteArrayList found;
    for (EventStore::Row row = 0; row < run.events().size(); ++row)
        found << iso(run.events().time(row));
    QCOMPARE(found, times);
}

/// The line before it is at 2026-11-03T09:00:00Z.
void ClocksTest::noCalendarHasIt_data() {
    QTest::addColumn<QByteArray>("line");
    const QByteArrayList dates{"2026-02-29", "2025-02-29", "2026-02-30", "2026-11-31", "2026-04-31",
                               "2026-13-01", "2026-00-10", "2026-11-00", "2026-11-32"};
    const QByteArrayList clocks{"14:99:00", "25:00:00", "24:30:00", "10:60:00", "10:00:61", "99:99:99"};
    for (const QByteArray& date : dates) {
        QTest::addRow("F61 %sT10:00:00Z", date.constData()) << date + "T10:00:00Z" + failure;
        QTest::addRow("F61 %s 10:00:00,250", date.constData()) << date + " 10:00:00,250" + failure;
        QTest::addRow("F61 %s in JSON", date.constData())
            << R"({"time":")" + date + R"(T10:00:00Z","level":"error","status":529,"path":"/v1/messages"})" +
                   '\n';
    }
    for (const QByteArray& clock : clocks) {
        QTest::addRow("F61 2026-11-03T%sZ", clock.constData()) << "2026-11-03T" + clock + 'Z' + failure;
        QTest::addRow("F61 2026-11-03 %s", clock.constData()) << "2026-11-03 " + clock + failure;
    }
    QTest::newRow("F62 1970, before there was a clock") << "1970-01-01T00:00:01Z" + failure;
    QTest::newRow("F61 31/Nov") << QByteArray(
        "192.0.2.7 - - [31/Nov/2026:09:00:01 +0000] \"POST /v1/messages "
        "HTTP/1.1\" 529 142 \"-\" \"x\"\n");
}

/// It is never rolled over to a day that is.
void ClocksTest::noCalendarHasIt() {
    QFETCH(QByteArray, line);
    PipelineRun run;
    run.pipeline().setReference(QDateTime(QDate(2026, 11, 5), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch() *
                                1000);
    run.write("2026-11-03T09:00:00Z ERROR app: Error code: 402 - {'type': 'error'}\n" + line).finish();
    QCOMPARE(run.events().size(), std::size_t(2));
    QCOMPARE(iso(run.events().time(1)), QByteArray("2026-11-03T09:00:00Z"));
    QCOMPARE(run.events().event(1).timeQuality, TimeQuality::Inherited);
}

QTEST_GUILESS_MAIN(ClocksTest)
#include "tst_clocks.moc"
