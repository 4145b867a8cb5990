// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataquality.h"
#include "eventview.h"
#include "headline.h"
#include "windowtest.h"
#include "workspace.h"

#include <QApplication>
#include <QSettings>
#include <QToolButton>

#include <memory>

using namespace derouter;

namespace {

constexpr Microseconds second = microsecondsPerSecond;
constexpr Microseconds minute = microsecondsPerMinute;
const Microseconds start = noon.toMSecsSinceEpoch() * 1000;

/// Stands still until it is told to go on.
struct FakeClock {
    std::shared_ptr<Microseconds> wall = std::make_shared<Microseconds>(start);
    std::shared_ptr<Microseconds> steady = std::make_shared<Microseconds>(0);

    Clock clock() const {
        return {[wall = wall] { return *wall; }, [steady = steady] { return *steady; }};
    }
};

/// As if the last failure had this code and cause.
Situation failedWith(int status, const char* cause, RetryAfter wait = {}) {
    Situation situation;
    situation.failures = 1;
    situation.cause = guide::causeById(cause);
    situation.move = situation.cause->move;
    situation.latest = {.time = start,
                        .code = FailureCode::http(status),
                        .cause = situation.cause,
                        .retryAfter = wait,
                        .isLive = true};
    situation.latestOfCause = situation.latest;
    return situation;
}

RetryAfter delay(Microseconds wait) {
    return {RetryAfter::Kind::Delay, wait};
}

} // namespace

/// The sentence above everything: whose move, how many, since when, and when to retry.
class HeadlineTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theSentenceNamesWhoseMoveItIs_data();
    void theSentenceNamesWhoseMoveItIs();
    void theShareHasItsDenominator();
    void theTrendHasItsNumbers_data();
    void theTrendHasItsNumbers();
    void agesAreShort_data();
    void agesAreShort();
    void retryIsAsTheGuideAdvises_data();
    void retryIsAsTheGuideAdvises();
    void theCountdownGoesByTheSteadyClock();
    void lateFailuresDecideWhoseMoveItIs();
    void theActionIsOfTheCauseInTheSentence();
    void whatStoppedIsOver();
    void theBeginningIsTold();
    void aWaitUntilAMomentIsTold();
    void whatCameSinceIsSaid();
    void aPartOfTheTimeIsThePast();
    void theAdviceIsTheCausesOwn_data();
    void theAdviceIsTheCausesOwn();
    void theCountsAreOfTheChartsRange();
    void anOpenedFileHasNoCountdown();
    void aFollowedLogCountsDown();
    void theCountsFilterByMouseAndKey();
    void theMarkAtItsEndShowsTheAccount();

private:
    Headline& headline() { return *space().headline(); }
    void open(const QList<Logged>& requests, bool follow);
    QStringList codes();
};

void HeadlineTest::initTestCase() {
    nameProgram(u"tst_headline"_s);
}

void HeadlineTest::init() {
    prepare();
}

void HeadlineTest::cleanup() {
    closeWindow();
}

void HeadlineTest::open(const QList<Logged>& requests, bool follow) {
    showWindow();
    m_window->openFiles({m_folder->write(u"app.log"_s, requests)}, follow);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy() && !space().isEmptyStateShown(), patience);
}

QStringList HeadlineTest::codes() {
    QStringList cells;
    for (int row = 0; row < space().model().rowCount(); ++row)
        cells << space().model().index(row, EventModel::Code).data().toString();
    return cells;
}

void HeadlineTest::theSentenceNamesWhoseMoveItIs_data() {
    QTest::addColumn<Situation>("situation");
    QTest::addColumn<qint64>("age"); // -1: not followed
    QTest::addColumn<QString>("sentence");
    QTest::newRow("none") << Situation() << qint64(0) << u"No failures"_s;
    QTest::newRow("you") << failedWith(402, "billing.balance") << qint64(second)
                         << u"It is your move: Insufficient balance"_s;
    QTest::newRow("DeRouter") << failedWith(503, "providers.none") << qint64(second)
                              << u"It is DeRouter’s move: No provider available"_s;
    QTest::newRow("AI provider") << failedWith(529, "upstream.overloaded") << qint64(second)
                                 << u"It is the AI provider’s move: AI provider overloaded"_s;
    Situation unknown = failedWith(529, "upstream.overloaded");
    unknown.move = WhoseMove::Unknown;
    QTest::newRow("not known") << unknown << qint64(second)
                               << u"It is not known whose move it is: AI provider overloaded"_s;
    QTest::newRow("over for long")
        << failedWith(529, "upstream.overloaded") << qint64(6 * minute)
        << u"No failure since then. It was the AI provider’s move: AI provider overloaded"_s;
    QTest::newRow("an old file") << failedWith(529, "upstream.overloaded") << qint64(-1)
                                 << u"It was the AI provider’s move: AI provider overloaded"_s;
}

void HeadlineTest::theSentenceNamesWhoseMoveItIs() {
    QFETCH(Situation, situation);
    QFETCH(qint64, age);
    const auto known = age < 0 ? std::nullopt : std::optional<Microseconds>(age);
    QTEST(situationtexts::sentence(situation, known), "sentence");
}

void HeadlineTest::theShareHasItsDenominator() {
    Situation situation = failedWith(529, "upstream.overloaded");
    situation.failures = 4;
    situation.requests = 40;
    QCOMPARE(situationtexts::counts(situation, Counted::Failures), u"4 of 40 requests failed (10.0 %)"_s);
    QVERIFY(situationtexts::counts(situation, Counted::Attempts).contains(u"each attempt is a request"_s));
    situation.requests.reset();
    situation.showsSuccesses = true;
    QVERIFY(situationtexts::counts(situation, Counted::Failures).contains(u"not in every log"_s));
    situation.showsSuccesses = false;
    QVERIFY(!situationtexts::counts(situation, Counted::Failures).contains(u'%'));
}

void HeadlineTest::theTrendHasItsNumbers_data() {
    QTest::addColumn<quint64>("before");
    QTest::addColumn<quint64>("now");
    QTest::addColumn<QString>("text");
    QTest::newRow("more") << quint64(12) << quint64(40) << u"↗ rising: 12, then 40 in 5 min"_s;
    QTest::newRow("fewer") << quint64(40) << quint64(0) << u"↘ falling: 40, then 0 in 5 min"_s;
    QTest::newRow("alike") << quint64(40) << quint64(45) << u"→ steady: 40, then 45 in 5 min"_s;
    QTest::newRow("two are no trend") << quint64(0) << quint64(2) << u"→ steady: 0, then 2 in 5 min"_s;
    QTest::newRow("three are") << quint64(0) << quint64(3) << u"↗ rising: 0, then 3 in 5 min"_s;
}

void HeadlineTest::theTrendHasItsNumbers() {
    QFETCH(quint64, before);
    QFETCH(quint64, now);
    Situation situation = failedWith(529, "upstream.overloaded");
    QCOMPARE(situationtexts::trend(situation), QString());
    situation.trend = {.before = 0, .now = 0, .span = 5 * minute};
    QCOMPARE(situationtexts::trend(situation), QString());
    situation.trend = {.before = before, .now = now, .span = 5 * minute};
    QTEST(situationtexts::trend(situation), "text");
}

void HeadlineTest::agesAreShort_data() {
    QTest::addColumn<qint64>("age");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << qint64(999'999) << u"just now"_s;
    QTest::newRow("seconds") << qint64(3 * second) << u"3 s ago"_s;
    QTest::newRow("two minutes") << qint64(2 * minute) << u"2 min ago"_s;
    QTest::newRow("hours") << qint64(150 * minute) << u"2 h ago"_s;
    QTest::newRow("days") << qint64(72 * 60 * minute) << u"3 day(s) ago"_s;
}

void HeadlineTest::agesAreShort() {
    QFETCH(qint64, age);
    QTEST(situationtexts::age(age), "text");
}

void HeadlineTest::retryIsAsTheGuideAdvises_data() {
    QTest::addColumn<Situation>("situation");
    QTest::addColumn<double>("age"); // seconds; -1: not followed
    QTest::addColumn<QString>("text");
    const Situation none = failedWith(503, "providers.none");
    QTest::newRow("503 at once") << none << 0.0 << u"Retry in 2–5 s"_s;
    QTest::newRow("503 a second later") << none << 1.0 << u"Retry in 1–4 s"_s;
    QTest::newRow("503 whole seconds are not cut") << none << 1.5 << u"Retry in 1–4 s"_s;
    QTest::newRow("503 in its window") << none << 2.0 << u"Retry now"_s;
    QTest::newRow("503 long ago") << none << 400.0 << u"Retry in a few seconds"_s;
    QTest::newRow("503 in an old file") << none << -1.0 << u"Retry in a few seconds"_s;
    const Situation overloaded = failedWith(529, "upstream.overloaded");
    QTest::newRow("529 at once") << overloaded << 0.0 << u"Retry in 5–10 s"_s;
    QTest::newRow("529 in its window") << overloaded << 5.0 << u"Retry now"_s;
    QTest::newRow("529 in an old file") << overloaded << -1.0 << u"Wait 5–10s, then retry"_s;
    QTest::newRow("429 has no number")
        << failedWith(429, "rate.rpm") << 0.0 << u"Wait a few seconds, then retry"_s;
    QTest::newRow("500") << failedWith(500, "upstream.error") << 0.0 << u"Retry shortly"_s;
    QTest::newRow("502") << failedWith(502, "upstream.provider-auth") << 0.0
                         << u"Auto-retried; contact support if repeated"_s;
    QTest::newRow("504") << failedWith(504, "upstream.timeout") << 0.0 << u"Retry your request"_s;
    const Situation asked = failedWith(529, "upstream.overloaded", delay(7 * second));
    QTest::newRow("the answer's wait wins") << asked << 0.0 << u"Retry in 7 s"_s;
    QTest::newRow("the answer's wait goes on") << asked << 6.5 << u"Retry in 1 s"_s;
    QTest::newRow("the answer's wait is over") << asked << 7.0 << u"Retry now"_s;
    QTest::newRow("the answer's wait in an old file")
        << asked << -1.0 << u"Retry after 7 s, as the answer asked"_s;
    const Situation date = failedWith(429, "rate.rpm", {RetryAfter::Kind::Moment, start + 30 * second});
    QTest::newRow("a date") << date << 10.0 << u"Retry in 20 s"_s;
    QTest::newRow("a date that is past") << date << 31.0 << u"Retry now"_s;
    QTest::newRow("400") << failedWith(400, "request.invalid", delay(7 * second)) << 0.0
                         << u"Do not retry: Check your request body"_s;
    QTest::newRow("401") << failedWith(401, "auth.invalid-key") << 0.0
                         << u"Do not retry: Check your API key"_s;
    QTest::newRow("402") << failedWith(402, "billing.balance", delay(7 * second)) << 0.0
                         << u"Do not retry: Deposit USDC"_s;
}

void HeadlineTest::retryIsAsTheGuideAdvises() {
    QFETCH(Situation, situation);
    QFETCH(double, age);
    const auto known = age < 0 ? std::nullopt : std::optional(static_cast<Microseconds>(age * second));
    QTEST(situationtexts::retry(situation, known, TimeDisplay()), "text");
}

void HeadlineTest::theCountdownGoesByTheSteadyClock() {
    const FakeClock fake;
    Headline strip;
    strip.setClock(fake.clock());
    *fake.wall = start + second;
    const Situation situation = failedWith(529, "upstream.overloaded");
    const auto pass = [&](Microseconds time) {
        *fake.steady += time;
        strip.setSituation(situation, TimeDisplay(), 0);
    };
    pass(0);
    QCOMPARE(strip.retryText(), u"Retry in 4–9 s"_s);
    QVERIFY2(strip.facts().contains(u"last 1 s ago"_s), qPrintable(strip.facts()));
    *fake.wall -= 3600 * second; // somebody sets the clock
    pass(2 * second);
    QCOMPARE(strip.retryText(), u"Retry in 2–7 s"_s);
    *fake.wall += 7200 * second;
    pass(2 * second);
    QCOMPARE(strip.retryText(), u"Retry now"_s);
    QVERIFY2(strip.facts().contains(u"last 5 s ago"_s), qPrintable(strip.facts()));
}

/// An hour of 401 and then two minutes of 529: what is to be done now is to wait.
void HeadlineTest::lateFailuresDecideWhoseMoveItIs() {
    QList<Logged> requests;
    for (int i = 0; i < 30; ++i)
        requests << Logged{.second = i * 60,
                           .status = 401,
                           .type = u"authentication_error"_s,
                           .message = u"Invalid API key"_s,
                           .id = requestId(i)};
    for (int i = 0; i < 12; ++i)
        requests << Logged{.second = 2100 + i * 10, .id = requestId(100 + i)};
    const LogFolder folder;
    readAll(*m_monitor, folder.write(u"app.log"_s, requests));
    const Situation situation = Situation::of(*m_monitor, {}, start + 3600 * second);
    QCOMPARE(situation.move, WhoseMove::Provider);
    QCOMPARE(situation.byMove[std::size_t(WhoseMove::You)], std::uint64_t(30));
    QCOMPARE(situation.failures, std::uint64_t(42));
    QCOMPARE(situation.latest->time, start + 2210 * second);
    QVERIFY2(!situation.latest->isLive, "the file is read to its end");
    QCOMPARE(situation.trend->now, std::uint64_t(12));
    QCOMPARE(situation.trend->before, std::uint64_t(3)); // of 27, 28 and 29 minutes
    QVERIFY(!situation.requests.has_value());
    const Situation early = Situation::of(*m_monitor, {start, start + 10 * minute}, start + 3600 * second);
    QCOMPARE(early.move, WhoseMove::You);
    QCOMPARE(early.failures, std::uint64_t(10));
}

/// Many 401, of which no retry helps, and one 529 behind them: both lines speak of the 401.
void HeadlineTest::theActionIsOfTheCauseInTheSentence() {
    QList<Logged> requests;
    for (int i = 0; i < 30; ++i)
        requests << Logged{.second = i,
                           .status = 401,
                           .type = u"authentication_error"_s,
                           .message = u"Invalid API key"_s,
                           .id = requestId(i)};
    requests << Logged{.second = 40, .id = requestId(100)};
    const LogFolder folder;
    readAll(*m_monitor, folder.write(u"app.log"_s, requests));
    const Situation situation = Situation::of(*m_monitor, {}, start + 60 * second);
    QCOMPARE(situationtexts::sentence(situation, 2 * second), u"It is your move: Invalid API key"_s);
    QVERIFY2(situationtexts::retry(situation, 2 * second, TimeDisplay()).startsWith(u"Do not retry"_s),
             qPrintable(situationtexts::retry(situation, 2 * second, TimeDisplay())));
    QCOMPARE(situation.latest->time, start + 40 * second);
}

/// What failed most of late has stopped: five failures of another cause came since.
void HeadlineTest::whatStoppedIsOver() {
    QList<Logged> requests;
    for (int i = 0; i < 40; ++i)
        requests << Logged{.second = i, .id = requestId(i)};
    for (int i = 0; i < 5; ++i)
        requests << Logged{.second = 50 + i,
                           .status = 401,
                           .type = u"authentication_error"_s,
                           .message = u"Invalid API key"_s,
                           .id = requestId(100 + i)};
    const LogFolder folder;
    readAll(*m_monitor, folder.write(u"app.log"_s, requests));
    const Situation situation = Situation::of(*m_monitor, {}, start + 60 * second);
    QCOMPARE(situationtexts::sentence(situation, second), u"It is your move: Invalid API key"_s);
    QVERIFY(situationtexts::retry(situation, second, TimeDisplay()).startsWith(u"Do not retry"_s));
    QCOMPARE(situationtexts::latest(situation, second, TimeDisplay()), u"last 1 s ago"_s);
    // Before them it was the provider's.
    const Situation before = Situation::of(*m_monitor, {start, start + 53 * second}, start + 60 * second);
    QCOMPARE(before.move, WhoseMove::Provider);
    QCOMPARE(situationtexts::latest(before, second, TimeDisplay()), u"last 1 s ago (401)"_s);
}

/// A cause has come since its first failure behind a pause of more than five minutes.
void HeadlineTest::theBeginningIsTold() {
    QList<Logged> requests{{.second = 0, .id = requestId(0)}};
    for (int i = 0; i < 20; ++i)
        requests << Logged{.second = 600 + i * 200, .id = requestId(1 + i)};
    const LogFolder folder;
    readAll(*m_monitor, folder.write(u"app.log"_s, requests));
    const Situation situation = Situation::of(*m_monitor, {}, start + 7200 * second);
    QCOMPARE(*situation.since, start + 600 * second);
    const TimeDisplay times;
    QCOMPARE(situationtexts::since(situation, std::nullopt, times), u"since 12:10:00"_s);
    QCOMPARE(situationtexts::since(situation, minute, times), u"since 12:10:00"_s);
    QCOMPARE(situationtexts::since(situation, 5 * 24 * 60 * minute, times), u"since 2026-11-23 12:10:00"_s);
    const Situation once = Situation::of(*m_monitor, {start, start + minute}, start + 7200 * second);
    QCOMPARE(situationtexts::since(once, std::nullopt, times), QString());
}

void HeadlineTest::aWaitUntilAMomentIsTold() {
    Situation situation = failedWith(429, "rate.unspecified");
    situation.latestOfCause->retryAfter = {RetryAfter::Kind::Moment, start + 34 * minute};
    QCOMPARE(situationtexts::retry(situation, minute, TimeDisplay()), u"Retry in 1,980 s"_s);
    QCOMPARE(situationtexts::retry(situation, std::nullopt, TimeDisplay()),
             u"Retry from 2026-11-23 12:34:00.000 on, as the answer asked"_s);
}

void HeadlineTest::whatCameSinceIsSaid() {
    Situation situation = failedWith(529, "upstream.overloaded");
    situation.requests = 100;
    situation.requestsSince = 3;
    // The guide's wait holds, whatever became of others.
    QCOMPARE(situationtexts::retry(situation, second, TimeDisplay()),
             u"Retry in 4–9 s, though others succeed"_s);
    QCOMPARE(situationtexts::retry(situation, 5 * second, TimeDisplay()),
             u"Retry now: requests succeed again"_s);
    situation.lastRequest = start + 5 * minute;
    QCOMPARE(situationtexts::sentence(situation, 6 * minute),
             u"No failure any more. It was the AI provider’s move: AI provider overloaded"_s);
    // What came long ago says nothing of the present.
    QCOMPARE(situationtexts::sentence(situation, 5 * minute + 3 * 60 * minute),
             u"No request for 3 h. It was the AI provider’s move: AI provider overloaded"_s);
    situation.requests.reset(); // successes are not in this log
    QCOMPARE(situationtexts::sentence(situation, 6 * minute),
             u"No failure since then. It was the AI provider’s move: AI provider overloaded"_s);
    situation.requests = 100;
    situation.requestsSince = 0;
    situation.trend = {.before = 39, .now = 0, .span = 5 * minute};
    QCOMPARE(situationtexts::retry(situation, 2 * minute, TimeDisplay()), u"Retry now"_s);
    QCOMPARE(situationtexts::sentence(situation, 6 * minute),
             u"No request since then. It was the AI provider’s move: AI provider overloaded"_s);
    QCOMPARE(situationtexts::trend(situation), QString());
}

/// What is zoomed to says nothing of what came behind it.
void HeadlineTest::aPartOfTheTimeIsThePast() {
    open(mixedMinute(), true);
    QTRY_VERIFY_WITH_TIMEOUT(headline().sentence().contains(u". It was "_s), patience);
    m_window->filterState().setRange({start, start + 30 * second});
    QVERIFY2(headline().sentence().startsWith(u"It was "_s), qPrintable(headline().sentence()));
    QVERIFY2(!headline().facts().contains(u" ago"_s), qPrintable(headline().facts()));
    m_window->filterState().setRange({});
    QVERIFY2(headline().sentence().contains(u". It was "_s), qPrintable(headline().sentence()));
}

void HeadlineTest::theAdviceIsTheCausesOwn_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("cause");
    QTest::addColumn<QString>("said");
    const auto row = [](int status, const char* cause, const QString& said) {
        QTest::newRow(cause) << status << QByteArray(cause) << said;
    };
    row(401, "auth.session-expired", u"Do not retry: Log in again"_s);
    row(401, "auth.unspecified", u"Do not retry: Check your API key"_s);
    row(402, "billing.balance", u"Do not retry: Deposit USDC"_s);
    row(402, "billing.key-budget",
        u"Do not retry: Raise the budget in Key Management, or use a key without a cap"_s);
    row(402, "billing.unspecified", u"Do not retry: Deposit USDC or raise budget"_s);
    row(400, "request.invalid", u"Do not retry: Check your request body"_s);
    row(400, "request.passed-through", u"Do not retry: Follow the original message"_s);
    row(429, "rate.rpm", u"Wait a few seconds, then retry"_s);
    row(503, "providers.none", u"Retry in a few seconds"_s);
}

void HeadlineTest::theAdviceIsTheCausesOwn() {
    QFETCH(int, status);
    QFETCH(QByteArray, cause);
    QTEST(situationtexts::retry(failedWith(status, cause), std::nullopt, TimeDisplay()), "said");
}

void HeadlineTest::theCountsAreOfTheChartsRange() {
    open(mixedMinute(), false);
    QTRY_VERIFY_WITH_TIMEOUT(headline().facts().contains(u"4 of 14 requests failed (28.6 %)"_s), patience);
    m_window->filterState().setRange({start + 15 * second, start + 45 * second});
    // Requests at 18, 24, 30, 36 and 42 s beside the failures at 20 and 40 s.
    QVERIFY2(headline().facts().contains(u"2 of 7 requests failed (28.6 %)"_s),
             qPrintable(headline().facts()));
    QVERIFY(headline().moveButton(WhoseMove::DeRouter)->text().contains(u'1'));
    QVERIFY(headline().moveButton(WhoseMove::Provider)->text().contains(u'0'));
}

void HeadlineTest::anOpenedFileHasNoCountdown() {
    QList<Logged> requests = mixedMinute();
    requests << Logged{.second = 60, .id = requestId(60)};
    open(requests, false);
    QTRY_COMPARE_WITH_TIMEOUT(headline().retryText(), u"Wait 5–10s, then retry"_s, patience);
    QCOMPARE(headline().sentence(), u"It was the AI provider’s move: AI provider overloaded"_s);
    QVERIFY(!headline().facts().contains(u"ago"_s));
}

void HeadlineTest::aFollowedLogCountsDown() {
    const FakeClock fake;
    open({Logged{.second = 0, .id = requestId(1)}}, true);
    headline().setClock(fake.clock());
    *fake.wall = start + 61 * second;
    m_folder->write(u"app.log"_s, {Logged{.second = 60, .id = requestId(2)}});
    QTRY_COMPARE_WITH_TIMEOUT(headline().retryText(), u"Retry in 4–9 s"_s, patience);
    QCOMPARE(headline().sentence(), u"It is the AI provider’s move: AI provider overloaded"_s);
    *fake.steady += 2 * second; // the strip looks at its clock by itself
    QTRY_COMPARE_WITH_TIMEOUT(headline().retryText(), u"Retry in 2–7 s"_s, patience);
    QVERIFY(headline().facts().contains(u"last 3 s ago"_s));
}

void HeadlineTest::theCountsFilterByMouseAndKey() {
    open(mixedMinute(), false);
    QToolButton* you = headline().moveButton(WhoseMove::You);
    QTRY_VERIFY_WITH_TIMEOUT(you->text().contains(u'2'), patience);
    QTest::mouseClick(you, Qt::LeftButton);
    QCOMPARE(codes(), QStringList({u"429"_s, u"401"_s}));
    QVERIFY2(headline().moveButton(WhoseMove::DeRouter)->text().contains(u'1'), "the counts stay");
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QToolButton* derouter = headline().moveButton(WhoseMove::DeRouter);
    you->setFocus();
    QTest::keyClick(you, Qt::Key_Tab);
    QVERIFY(derouter->hasFocus());
    QTest::keyClick(derouter, Qt::Key_Space);
    QCOMPARE(codes(), QStringList({u"429"_s, u"503"_s, u"401"_s}));
    QCOMPARE(derouter->accessibleName(), u"Whose move: DeRouter, 1"_s);
}

void HeadlineTest::theMarkAtItsEndShowsTheAccount() {
    open(mixedMinute(), false);
    QTRY_COMPARE_WITH_TIMEOUT(headline().qualityButton()->text(), u"✓ Nothing lost"_s, patience);
    QTest::mouseClick(headline().qualityButton(), Qt::LeftButton);
    QVERIFY(m_window->findChild<DataQualityDialog*>());
}

QTEST_MAIN(HeadlineTest)
#include "tst_headline.moc"
