// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long programs wait before they try again, against what they are advised.

#include "guide/errorguide.h"
#include "monitor/retryaudit.h"

#include <QTest>

using namespace derouter;

using Verdict = AuditedAttempt::Verdict;
Q_DECLARE_METATYPE(Verdict)

constexpr Microseconds start = 1'793'696'400'500'000; // 2026-11-03T09:00:00.500Z
constexpr Microseconds millisecond = 1000;

class RetryAuditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesTheWait_data();
    void judgesTheWait();
    void theLastAttemptIsNotJudged();
    void aRetryAfterWins_data();
    void aRetryAfterWins();
    void oneThatIsMissingIsNotGuessed();
    void aFailureWithoutACallHasNothingToAudit();

private:
    static Sighting failed(int status, Microseconds time, std::int64_t milliseconds);
};

Sighting RetryAuditTest::failed(int status, Microseconds time, std::int64_t milliseconds) {
    Sighting sighting;
    sighting.time = time;
    sighting.timeQuality = TimeQuality::Exact;
    sighting.code = FailureCode::http(status);
    sighting.durationMicros = milliseconds < 0 ? -1 : milliseconds * millisecond;
    sighting.cause = guide::read(sighting.code, {}, {}).cause->id;
    sighting.where = {0, 1, 0, 10};
    return sighting;
}

static EventStore callOf(const std::vector<Sighting>& attempts, int firstNumber = 1) {
    EventStore store;
    auto number = static_cast<std::uint16_t>(firstNumber);
    for (const Sighting& each : attempts)
        store.setCall(store.append(each), 7, number++);
    return store;
}

void RetryAuditTest::judgesTheWait_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("apart");    // milliseconds between the two stamps
    QTest::addColumn<qint64>("duration"); // of each attempt; -1 not known
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char* name, int status, qint64 apart, qint64 duration, Verdict verdict) {
        QTest::newRow(name) << status << apart << duration << verdict;
    };
    row("529 at once", 529, 400, 100, Verdict::TooEarly);
    row("529 a little early", 529, 4900, 0, Verdict::TooEarly);
    row("529 in the window", 529, 7000, 100, Verdict::InTime);
    row("529 long after it", 529, 60'000, 100, Verdict::InTime);
    row("503 after two seconds", 503, 2200, 100, Verdict::InTime);
    row("503 at once", 503, 1000, 100, Verdict::TooEarly);
    row("the attempt may have taken the time", 529, 7000, -1, Verdict::Unknown);
    row("early however long it took", 529, 3000, -1, Verdict::TooEarly);
    row("the answer took the time", 529, 9000, 5000, Verdict::TooEarly);
    row("no number in the guide", 500, 10, 0, Verdict::Unknown);
    row("402 can only fail again", 402, 60'000, 100, Verdict::Unfixed);
    row("401", 401, 60'000, 100, Verdict::Unfixed);
    row("400", 400, 60'000, 100, Verdict::Unfixed);
    row("the clock went back", 529, -3000, 100, Verdict::Unknown);
}

void RetryAuditTest::judgesTheWait() {
    QFETCH(int, status);
    QFETCH(qint64, apart);
    QFETCH(qint64, duration);
    QFETCH(Verdict, verdict);
    const EventStore store =
        callOf({failed(status, start, duration), failed(status, start + apart * millisecond, duration)});
    const auto audited = auditRetries(store, 0);
    QCOMPARE(audited.size(), 2u);
    QCOMPARE(audited[0].verdict, verdict);
    QCOMPARE(audited[1].verdict, Verdict::Unknown);
    if (verdict == Verdict::TooEarly)
        QVERIFY(*audited[0].mostWait < audited[0].advisedFrom);
}

void RetryAuditTest::theLastAttemptIsNotJudged() {
    const EventStore store = callOf({failed(402, start, 0)});
    const auto audited = auditRetries(store, 0);
    QCOMPARE(audited.size(), 1u);
    QCOMPARE(audited[0].verdict, Verdict::Unknown);
    QVERIFY(!audited[0].mostWait);
}

void RetryAuditTest::aRetryAfterWins_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("a delay that was kept") << int(RetryAfter::Kind::Delay) << qint64(6) << Verdict::InTime;
    QTest::newRow("a delay that was not") << int(RetryAfter::Kind::Delay) << qint64(20) << Verdict::TooEarly;
    QTest::newRow("a moment that was kept") << int(RetryAfter::Kind::Moment) << qint64(6) << Verdict::InTime;
    QTest::newRow("a moment that was not")
        << int(RetryAfter::Kind::Moment) << qint64(20) << Verdict::TooEarly;
}

void RetryAuditTest::aRetryAfterWins() {
    QFETCH(int, kind);
    QFETCH(qint64, seconds);
    QFETCH(Verdict, verdict);
    Sighting first = failed(429, start, 0); // for which the guide has no number
    first.retryAfter.kind = static_cast<RetryAfter::Kind>(kind);
    first.retryAfter.value =
        seconds * microsecondsPerSecond + (first.retryAfter.kind == RetryAfter::Kind::Moment ? start : 0);
    const EventStore store = callOf({first, failed(429, start + 7'000 * millisecond, 0)});
    const auto audited = auditRetries(store, 1);
    QVERIFY(audited[0].asked);
    QCOMPARE(audited[0].advisedFrom, seconds * microsecondsPerSecond);
    QCOMPARE(audited[0].verdict, verdict);
}

/// Between the first and the third the second may have been tried.
void RetryAuditTest::oneThatIsMissingIsNotGuessed() {
    EventStore store;
    store.setCall(store.append(failed(529, start, 0)), 7, 1);
    store.setCall(store.append(failed(529, start + 1000, 0)), 7, 3);
    for (const AuditedAttempt& attempt : auditRetries(store, 0)) {
        QCOMPARE(attempt.verdict, Verdict::Unknown);
        QVERIFY(!attempt.mostWait);
    }
}

void RetryAuditTest::aFailureWithoutACallHasNothingToAudit() {
    EventStore store;
    store.append(failed(529, start, 0));
    QVERIFY(auditRetries(store, 0).empty());
}

QTEST_APPLESS_MAIN(RetryAuditTest)
#include "tst_retryaudit.moc"
