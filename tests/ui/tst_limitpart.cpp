// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the details tell beyond the record: which limit a 429 ran into, and what was spent before a 402.

#include "detailpane.h"
#include "eventview.h"
#include "limitpart.h"
#include "spendingpart.h"
#include "windowtest.h"

#include <QDoubleSpinBox>

using namespace derouter;

namespace {

QByteArray line(int milliseconds, int status, int number, const QByteArray& more) {
    return R"({"level":)" + QByteArray(status == 200 ? "30" : "50") + R"(,"time":)" +
           QByteArray::number(noon.toMSecsSinceEpoch() + milliseconds) + R"(,"reqId":")" +
           requestId(number).toUtf8() + R"(","statusCode":)" + QByteArray::number(status) +
           R"(,"method":"POST","path":"/proxy/v1/messages")" + more + R"(,"msg":"done"})" + "\n";
}

/// Rounds of five requests in flight for nine seconds and a sixth that is refused, with pauses of all
/// lengths.
QByteArray rounds(int count, bool withDurations) {
    QByteArray log;
    int begin = 0;
    for (int round = 0; round < count; ++round) {
        const auto duration = [&](int milliseconds) {
            return withDurations ? R"(,"responseTime":)" + QByteArray::number(milliseconds) : QByteArray();
        };
        log += line(begin + 1020, 429, round * 10 + 9, duration(20));
        for (int i = 0; i < 5; ++i)
            log += line(begin + 9000 + i, 200, round * 10 + i, duration(9000));
        begin += 10'000 + round * 7 % 30 * 1000;
    }
    return log;
}

} // namespace

class LimitPartTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_limitpart"_s); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void theLimitIsInferredWithItsFigures();
    void withoutDurationsItCannotBeTold();
    void aLogThatIsGoneIsSaid();
    void whatIsPastedIsReadTheSame();
    void otherFailuresShowNothing();
    void aBalanceLastsAsTheLogSpends();
    void withoutCostsThereAreNone();

private:
    LimitPart& part() { return *space().detail()->limitPart(); }
    void open(const QByteArray& log);
    void choose(int row);
};

void LimitPartTest::open(const QByteArray& log) {
    m_window->openFiles({m_folder->write(u"app.log"_s, log)}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->events().isEmpty() && !m_monitor->isBusy(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!space().isEmptyStateShown(), patience);
}

void LimitPartTest::choose(int row) {
    space().view()->selectRow(row);
    QTRY_VERIFY_WITH_TIMEOUT(part().isHidden() || part().text() != u"Reading…"_s, patience);
}

void LimitPartTest::theLimitIsInferredWithItsFigures() {
    open(rounds(40, true));
    choose(20);
    QVERIFY(part().isVisibleTo(space().detail()));
    QVERIFY2(part().text().startsWith(
                 u"Probably the requests in parallel. 5 requests were in flight, of at most 5. "
                 "This was at its highest, or nearly so, at 40 of 40 refusals."_s),
             qPrintable(part().text()));
    QVERIFY(part().text().contains(u"In the minute before, "_s));
    QVERIFY(space().detail()->spokenText().contains(u"inferred"_s));
}

void LimitPartTest::withoutDurationsItCannotBeTold() {
    open(rounds(40, false));
    choose(20);
    QVERIFY2(
        part().text().startsWith(u"Cannot tell which of the two it was. The log does not tell how long"_s),
        qPrintable(part().text()));
}

void LimitPartTest::aLogThatIsGoneIsSaid() {
    open(rounds(40, true));
    QFile::remove(m_folder->path(u"app.log"_s));
    choose(20);
    QCOMPARE(part().text(), u"Cannot tell which of the two it was: the log cannot be read again."_s);
}

void LimitPartTest::whatIsPastedIsReadTheSame() {
    m_window->openText(rounds(40, true));
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->events().size(), 40U, patience);
    choose(20);
    QVERIFY2(part().text().startsWith(u"Probably the requests in parallel."_s), qPrintable(part().text()));
}

void LimitPartTest::otherFailuresShowNothing() {
    openLog(mixedMinute()); // its 429 says which limit it was
    for (int row = 0; row < model().rowCount(); ++row) {
        choose(row);
        QVERIFY(part().isHidden());
    }
}

/// A dollar every six minutes, then the account is empty.
void LimitPartTest::aBalanceLastsAsTheLogSpends() {
    QByteArray log;
    for (int i = 0; i <= 20; ++i)
        log += line(i * 360'000, 200, i, i == 0 ? QByteArray() : QByteArray(R"(,"response_cost":1)"));
    log += line(20 * 360'000, 200, 90, R"(,"response_cost":0)") + line(0, 200, 91, R"(,"response_cost":0)") +
           line(20 * 360'000 + 1000, 402, 99, {});
    open(log);
    space().view()->selectRow(0);
    const SpendingPart& part = *space().detail()->spendingPart();
    QTRY_VERIFY_WITH_TIMEOUT(part.isVisibleTo(space().detail()), patience);
    QVERIFY2(part.text().startsWith(u"The log around it tells of costs in 22 record(s): $20.00 in all. "
                                    "That is $10.00 an hour."_s),
             qPrintable(part.text()));
    part.balanceField()->setFocus();
    QTest::keyClick(part.balanceField(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(part.balanceField(), u"25"_s);
    QVERIFY2(part.text().contains(u"lasts about 2.5 hours at that rate"_s), qPrintable(part.text()));
    QVERIFY(space().detail()->spokenText().contains(u"Costs"_s));
}

void LimitPartTest::withoutCostsThereAreNone() {
    open(line(0, 200, 1, {}) + line(1000, 402, 2, {}));
    space().view()->selectRow(0);
    QTest::qWait(400);
    QVERIFY(space().detail()->spendingPart()->isHidden());
}

QTEST_MAIN(LimitPartTest)
#include "tst_limitpart.moc"
