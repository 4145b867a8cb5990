// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is told of the failures of followed logs, when, how often, and when it is over.

#include "monitor/alertrules.h"
#include "monitor/maskedkey.h"

#include <QTest>

#include <vector>

using namespace derouter;
using namespace Qt::StringLiterals;

namespace {

using Rule = Alert::Rule;
using State = Alert::State;

constexpr Microseconds second = microsecondsPerSecond;
constexpr Microseconds minute = microsecondsPerMinute;

struct Failure {
    int status = 529;
    std::string message{};
    int source = 1;
    std::string record{};
    RetryAfter retryAfter{};
    std::uint16_t attempt = 0;
};

/// A log, its failures and a clock that a test moves.
class Scene {
public:
    explicit Scene(const AlertRules::Options& options = {.failuresPerMinute = 0, .silence = 0})
        : m_rules(options) {}

    AlertFailure failure(const Failure& failed) const {
        ErrorEvent event;
        event.time = m_now.wall;
        event.code = FailureCode::http(failed.status);
        event.retryAfter = failed.retryAfter;
        event.message = failed.message;
        event.source = failed.source;
        event.attempt = failed.attempt;
        const guide::Reading reading = guide::read(guide::statementOf(event));
        const std::string key = maskedKey(failed.record.empty() ? failed.message : failed.record);
        event.key = key;
        return AlertFailure::of(event, *reading.cause);
    }

    void fail(const Failure& failed = {}) {
        m_rules.fail(failure(failed), m_now);
        collect();
    }
    /// One after the other, so far apart.
    void fail(int times, Microseconds apart, const Failure& failed = {}) {
        for (int i = 0; i < times; ++i) {
            if (i > 0)
                wait(apart);
            fail(failed);
        }
    }
    void succeed(int source = 1) { m_rules.succeed(source, m_now); }
    void wait(Microseconds time) {
        for (; time > 0; time -= second) {
            const Microseconds step = std::min(time, second);
            m_now.steady += step;
            m_now.wall += step;
            m_rules.pass(m_now);
            collect();
        }
    }
    /// A log writes once a second for so long.
    void write(Microseconds time, int source = 1) {
        for (; time > 0; time -= second) {
            wait(second);
            m_rules.wrote(source, m_now);
        }
    }

    AlertRules& rules() { return m_rules; }
    const Moment& now() const { return m_now; }
    const std::vector<Alert>& notices() const { return m_notices; }
    std::vector<Alert> shown() const { return m_rules.shown(); }

private:
    void collect() {
        for (const Alert& notice : m_rules.takeNotices())
            m_notices.push_back(notice);
    }

    AlertRules m_rules;
    Moment m_now{.steady = 5'000 * second, .wall = 1'800'000'000 * second};
    std::vector<Alert> m_notices;
};

} // namespace

Q_DECLARE_METATYPE(derouter::Alert::Rule)
Q_DECLARE_METATYPE(derouter::AlertRules::Snooze)

class AlertsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theGuideDecidesTheRule_data();
    void theGuideDecidesTheRule();
    void whatDoesNotHealIsToldAtOnceAndOnce_data();
    void whatDoesNotHealIsToldAtOnceAndOnce();
    void eachKeyIsToldOnce();
    void aKeyIsShownOnlyMasked_data();
    void aKeyIsShownOnlyMasked();
    void aBlipIsNotTold_data();
    void aBlipIsNotTold();
    void whatOutlastsTheWaitIsTold_data();
    void whatOutlastsTheWaitIsTold();
    void whatTheAnswerAsksForComesFirst();
    void twoBlipsAreNotOneOutage();
    void aRareProgramsOutageIsTold();
    void a502IsToldWhenItComesAgain();
    void a502IsToldAfterAsManyAsAreAsked();
    void aRetryIsNoRepetition();
    void a400IsToldInANewFormOnly();
    void whatStoodInTheLogIsNotNew();
    void closedByTheClientIsNoNews();
    void manyFailuresInAMinuteAreTold();
    void theRateIsSilentAboutWhatIsTold();
    void aStormGivesTwoNoticesAtMost_data();
    void aStormGivesTwoNoticesAtMost();
    void allTogetherGiveFiveNoticesAMinute();
    void memoryIsBounded();
    void theAllClearComesOnce_data();
    void theAllClearComesOnce();
    void aSuccessAmongFailuresIsNoAllClear();
    void successesOfOtherKeysAreNoAllClear();
    void silenceIsNotRecovery();
    void itIsToldAgainAfterTheQuietPeriod();
    void snoozeHidesAndComesBack_data();
    void snoozeHidesAndComesBack();
    void snoozedUntilItRecovers();
    void dismissedIsNotShownUntilThereIsMore();
    void theMostPressingComesFirst();
    void aLogThatGoesQuietIsTold();
    void aLogThatNeverWroteRegularlyIsNotQuiet_data();
    void aLogThatNeverWroteRegularlyIsNotQuiet();
    void aLogThatGoesOnUnderAnotherNameIsNotQuiet();
    void manyQuietLogsAreOneAlert();
    void aClosedLogTakesItsAlertsAlong();
};

void AlertsTest::theGuideDecidesTheRule_data() {
    QTest::addColumn<QByteArray>("cause");
    QTest::addColumn<int>("rule"); // -1: none
    const auto row = [](const char* cause, std::optional<Rule> rule) {
        QTest::newRow(cause) << QByteArray(cause) << (rule ? static_cast<int>(*rule) : -1);
    };
    for (const char* cause :
         {"auth.missing-key", "auth.invalid-key", "auth.session-expired", "auth.unspecified",
          "billing.balance", "billing.key-budget", "billing.unspecified", "upstream.quota"})
        row(cause, Rule::AtOnce);
    for (const char* cause :
         {"rate.rpm", "rate.concurrency", "rate.unspecified", "providers.none", "upstream.error",
          "upstream.timeout", "upstream.overloaded", "api-error.code-unknown", "no-response", "cdn.error"})
        row(cause, Rule::Outlasting);
    row("upstream.provider-auth", Rule::Repeated);
    for (const char* cause : {"request.invalid", "request.passed-through", "request.unspecified",
                              "stream.unknown", "not-in-guide"})
        row(cause, Rule::NewShape);
    row("client.closed", std::nullopt);
}

void AlertsTest::theGuideDecidesTheRule() {
    QFETCH(QByteArray, cause);
    QFETCH(int, rule);
    const guide::Cause* const known = guide::causeById(cause.toStdString());
    QVERIFY(known);
    const auto found = alertRule(*known);
    QCOMPARE(found ? static_cast<int>(*found) : -1, rule);
}

void AlertsTest::whatDoesNotHealIsToldAtOnceAndOnce_data() {
    QTest::addColumn<int>("status");
    QTest::newRow("401") << 401;
    QTest::newRow("402") << 402;
}

void AlertsTest::whatDoesNotHealIsToldAtOnceAndOnce() {
    QFETCH(int, status);
    Scene scene;
    scene.fail({.status = status});
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.notices()[0].rule, Rule::AtOnce);
    QCOMPARE(scene.notices()[0].code.status(), status);
    scene.fail(1000, 7 * second, {.status = status});
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.shown().size(), 1U);
    QCOMPARE(scene.shown()[0].count, 1001U);
    QCOMPARE(scene.shown()[0].lasted, 999 * 7 * second);
}

void AlertsTest::eachKeyIsToldOnce() {
    Scene scene;
    const Failure one{.status = 401, .message = "Invalid API key: sk-ant-…aaaa", .source = 1};
    const Failure elsewhere{.status = 401, .message = "Invalid API key: sk-ant-…aaaa", .source = 2};
    const Failure other{.status = 401, .record = R"({"status":401,"key":"sk-ant-***bbbb"})"};
    const Failure unknown{.status = 401, .source = 1};
    const Failure unknownElsewhere{.status = 401, .source = 2};
    for (int times = 0; times < 3; ++times)
        for (const Failure& failure : {one, elsewhere, other, unknown, unknownElsewhere})
            scene.fail(failure);
    QCOMPARE(scene.notices().size(), 4U);
    QCOMPARE(scene.notices()[0].key, std::string("sk-ant-…aaaa"));
    QVERIFY(!scene.notices()[0].oneSource);
    QCOMPARE(scene.notices()[1].key, std::string("sk-ant-…bbbb"));
    QCOMPARE(scene.notices()[2].key, std::string());
    QVERIFY(scene.notices()[2].oneSource);
    QCOMPARE(scene.notices()[2].source, 1);
    QCOMPARE(scene.notices()[3].source, 2);
}

void AlertsTest::aKeyIsShownOnlyMasked_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char* text, const char* key) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(key);
    };
    row("", "");
    row("key sk-ant-api03-ab...WXYZ is wrong", "sk-ant-api03-ab…WXYZ");
    row("key sk-ant-****WXYZ", "sk-ant-…WXYZ");
    row("key \"sk-••••WXYZ\"", "sk-…WXYZ");
    row("sk-ant-…7x and again sk-ant-…7x", "sk-ant-…7x");
    row("sk-ant-…7x or sk-ant-…8y", "");                                             // which of them?
    row("Bearer sk-ant-api03-0123456789abcdefghijklmnopqrstuvwxyz", "sk-ant-…wxyz"); // a whole one
    row("sk-proj-0123456789abcdefghijkl", "sk-…ijkl");
    row("sk-ant-api03-0123456789abcdefghij-wxyz or sk-ant-***wxyz", "sk-ant-…wxyz"); // the same one twice
    row("sk-ant-api03-0123456789abcdefghijklmnopqrstuvwxyz...", "");                 // not masked enough
    row("sk-ant-short", "");                                                         // no key
    row("task-list ... done", "");
}

void AlertsTest::aKeyIsShownOnlyMasked() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, key);
    QCOMPARE(QByteArray::fromStdString(maskedKey(text.toStdString())), key);
}

void AlertsTest::aBlipIsNotTold_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("seconds"); // of failures, less than the advised wait
    QTest::newRow("429") << 429 << 9;
    QTest::newRow("500") << 500 << 9;
    QTest::newRow("503") << 503 << 4;
    QTest::newRow("504") << 504 << 9;
    QTest::newRow("529") << 529 << 9;
}

void AlertsTest::aBlipIsNotTold() {
    QFETCH(int, status);
    QFETCH(int, seconds);
    Scene scene;
    scene.fail(seconds + 1, second, {.status = status});
    scene.wait(second);
    scene.succeed();
    scene.wait(20 * minute);
    QCOMPARE(scene.notices().size(), 0U);
    QCOMPARE(scene.shown().size(), 0U);
}

void AlertsTest::whatOutlastsTheWaitIsTold_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("wait"); // seconds
    QTest::newRow("503") << 503 << guide::causeById("providers.none")->retry.toSeconds;
    QTest::newRow("529") << 529 << guide::causeById("upstream.overloaded")->retry.toSeconds;
    for (const int status : {429, 500, 504}) // no number in the guide
        QTest::addRow("%d", status) << status << static_cast<int>(longestAdvisedWait() / second);
}

void AlertsTest::whatOutlastsTheWaitIsTold() {
    QFETCH(int, status);
    QFETCH(int, wait);
    Scene scene;
    scene.succeed();
    scene.fail({.status = status});
    scene.wait(wait * second - 1);
    scene.fail({.status = status});
    QCOMPARE(scene.notices().size(), 0U);
    scene.wait(1);
    scene.fail({.status = status});
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.notices()[0].rule, Rule::Outlasting);
    QCOMPARE(scene.notices()[0].count, 3U);
    QCOMPARE(scene.notices()[0].since, std::optional(scene.now().wall - wait * second));
}

void AlertsTest::whatTheAnswerAsksForComesFirst() {
    Scene scene;
    const Failure asks{.retryAfter = {RetryAfter::Kind::Delay, 60 * second}};
    scene.fail(6, 10 * second, asks);
    QCOMPARE(scene.notices().size(), 0U);
    scene.wait(10 * second);
    scene.fail(asks);
    QCOMPARE(scene.notices().size(), 1U);
}

void AlertsTest::twoBlipsAreNotOneOutage() {
    Scene scene;
    for (int times = 0; times < 20; ++times) {
        scene.fail(2, second, {.status = 503});
        scene.wait(second);
        scene.succeed();
        scene.wait(30 * second);
    }
    QCOMPARE(scene.notices().size(), 0U);
}

/// Which calls every ten minutes, and fails each time.
void AlertsTest::aRareProgramsOutageIsTold() {
    Scene scene;
    scene.succeed();
    scene.fail(2, 10 * minute);
    QCOMPARE(scene.notices().size(), 1U);
    // Of a log without successes nobody knows what was between.
    Scene silent;
    silent.fail(2, 10 * minute);
    QCOMPARE(silent.notices().size(), 0U);
}

void AlertsTest::a502IsToldAfterAsManyAsAreAsked() {
    Scene scene({.failuresPerMinute = 0, .silence = 0, .repeats = 3});
    scene.fail(2, minute, {.status = 502});
    scene.wait(minute);
    scene.fail({.status = 502, .attempt = 2}); // a retry is no other call
    QCOMPARE(scene.notices().size(), 0U);
    scene.wait(9 * minute); // the first one is too long ago
    scene.fail({.status = 502});
    QCOMPARE(scene.notices().size(), 0U);
    scene.wait(minute / 2);
    scene.fail({.status = 502});
    QCOMPARE(scene.notices().size(), 0U);
    scene.fail({.status = 502});
    QCOMPARE(scene.notices().size(), 1U);
    scene.fail(5, second, {.status = 502});
    QCOMPARE(scene.notices().size(), 1U);
    Scene once({.failuresPerMinute = 0, .silence = 0, .repeats = 1});
    once.fail({.status = 502});
    QCOMPARE(once.notices().size(), 1U);
}

void AlertsTest::a502IsToldWhenItComesAgain() {
    Scene scene;
    scene.fail({.status = 502});
    QCOMPARE(scene.notices().size(), 0U);
    scene.wait(AlertRules::repeatedWithin + second);
    scene.fail({.status = 502});
    QCOMPARE(scene.notices().size(), 0U);
    scene.succeed();
    scene.wait(minute);
    scene.fail({.status = 502});
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.notices()[0].rule, Rule::Repeated);
    scene.fail(10, second, {.status = 502});
    QCOMPARE(scene.notices().size(), 1U);
}

void AlertsTest::aRetryIsNoRepetition() {
    Scene scene;
    for (std::uint16_t attempt = 1; attempt <= 4; ++attempt) {
        scene.fail({.status = 502, .attempt = attempt});
        scene.wait(second);
    }
    QCOMPARE(scene.notices().size(), 0U);
    scene.fail({.status = 502, .attempt = 1});
    QCOMPARE(scene.notices().size(), 1U);
}

void AlertsTest::a400IsToldInANewFormOnly() {
    Scene scene;
    scene.fail({.status = 400, .message = "messages.3: too long, 200312 tokens"});
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.notices()[0].rule, Rule::NewShape);
    scene.wait(20 * minute);
    scene.fail(50, minute, {.status = 400, .message = "messages.41: too long, 9 tokens"});
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.shown()[0].count, 51U);
    scene.fail({.status = 400, .message = "tools.0.name: invalid"});
    QCOMPARE(scene.notices().size(), 2U);
    // In the same quiet period it is shown alone.
    scene.rules().dismiss(scene.shown()[0].id);
    scene.fail({.status = 400, .message = "tools.0.type: invalid"});
    QCOMPARE(scene.notices().size(), 2U);
    QCOMPARE(scene.shown().size(), 1U);
    QCOMPARE(scene.shown()[0].count, 1U);
}

void AlertsTest::whatStoodInTheLogIsNotNew() {
    Scene scene;
    scene.rules().know(scene.failure({.status = 400, .message = "messages.3: too long"}));
    scene.rules().know(scene.failure({.status = 401}));
    QCOMPARE(scene.rules().takeNotices().size(), 0U);
    scene.fail({.status = 400, .message = "messages.77: too long"});
    QCOMPARE(scene.notices().size(), 0U);
    scene.fail({.status = 401});
    QCOMPARE(scene.notices().size(), 1U);
}

void AlertsTest::closedByTheClientIsNoNews() {
    Scene scene;
    scene.fail(100, second, {.status = 499});
    QCOMPARE(scene.notices().size(), 0U);
}

void AlertsTest::manyFailuresInAMinuteAreTold() {
    Scene scene({.failuresPerMinute = 30, .silence = 0});
    scene.fail(60, 3 * second, {.status = 499}); // 20 a minute
    QCOMPARE(scene.notices().size(), 0U);
    scene.fail(60, second, {.status = 499});
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.notices()[0].rule, Rule::Rate);
    QCOMPARE(scene.notices()[0].count, 30U);
    QVERIFY(!scene.notices()[0].cause);
    QCOMPARE(scene.shown()[0].count, 61U); // the last of before, too
    scene.wait(10 * second);
    scene.succeed();
    scene.wait(minute);
    QCOMPARE(scene.notices().size(), 2U);
    QCOMPARE(scene.notices()[1].state, State::Recovered);
    scene.wait(20 * minute);
    scene.fail(30, second, {.status = 499});
    QCOMPARE(scene.notices().size(), 3U);
    scene.wait(2 * minute);
    QCOMPARE(scene.notices().size(), 3U);
    QCOMPARE(scene.shown()[0].state, State::Quiet);
    Scene off;
    off.fail(1000, 0, {.status = 499});
    QCOMPARE(off.notices().size(), 0U);
}

void AlertsTest::theRateIsSilentAboutWhatIsTold() {
    Scene scene({.failuresPerMinute = 30, .silence = 0});
    scene.fail(500, second / 10, {.status = 402});
    QCOMPARE(scene.notices().size(), 1U);
}

void AlertsTest::aStormGivesTwoNoticesAtMost_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("perMinute");
    QTest::addColumn<std::size_t>("notices");
    QTest::newRow("401") << 401 << 30 << std::size_t(1);
    QTest::newRow("400 of one form") << 400 << 30 << std::size_t(1);
    QTest::newRow("502") << 502 << 30 << std::size_t(1);
    QTest::newRow("529, no threshold") << 529 << 0 << std::size_t(1);
    QTest::newRow("529") << 529 << 30 << std::size_t(2); // the rate, then that it outlasts the wait
}

void AlertsTest::aStormGivesTwoNoticesAtMost() {
    QFETCH(int, status);
    QFETCH(int, perMinute);
    QFETCH(std::size_t, notices);
    Scene scene({.failuresPerMinute = perMinute, .silence = 0});
    scene.fail(500, second / 10, {.status = status}); // 50 seconds
    QCOMPARE(scene.notices().size(), notices);
    scene.wait(5 * minute);
    QCOMPARE(scene.notices().size(), notices);
    QCOMPARE(scene.shown().size(), 1U);
    QCOMPARE(scene.shown()[0].count, 500U);
}

void AlertsTest::allTogetherGiveFiveNoticesAMinute() {
    Scene scene;
    for (int source = 0; source < 100; ++source)
        scene.fail({.status = 401, .source = source});
    QCOMPARE(scene.notices().size(), static_cast<std::size_t>(AlertRules::mostNotices));
    QCOMPARE(scene.shown().size(), 100U);
}

void AlertsTest::memoryIsBounded() {
    Scene scene;
    for (int i = 0; i < 10'000; ++i) {
        std::string word(1 + static_cast<std::size_t>(i % 100), static_cast<char>('a' + i / 100 % 26));
        word += static_cast<char>('a' + i / 2600);
        scene.fail({.status = 401, .source = i});
        scene.fail({.status = 400, .message = word});
    }
    QCOMPARE(scene.shown().size(), AlertRules::mostGroups);
    QCOMPARE(scene.notices().size(), static_cast<std::size_t>(AlertRules::mostNotices));
}

void AlertsTest::theAllClearComesOnce_data() {
    QTest::addColumn<int>("status");
    for (const int status : {401, 402, 429, 502, 503, 504, 529})
        QTest::addRow("%d", status) << status;
}

void AlertsTest::theAllClearComesOnce() {
    QFETCH(int, status);
    Scene scene;
    scene.fail(30, second, {.status = status});
    QCOMPARE(scene.notices().size(), 1U);
    scene.wait(3 * second);
    scene.succeed();
    const Microseconds first = scene.now().wall;
    for (int i = 0; i < 100; ++i) {
        scene.wait(second);
        scene.succeed();
    }
    QCOMPARE(scene.notices().size(), 2U);
    QCOMPARE(scene.notices()[1].state, State::Recovered);
    QCOMPARE(scene.notices()[1].id, scene.notices()[0].id);
    QCOMPARE(scene.notices()[1].recovered, std::optional(first));
    QCOMPARE(scene.notices()[1].count, 30U);
    QCOMPARE(scene.shown().size(), 1U);
    QCOMPARE(scene.shown()[0].state, State::Recovered);
}

void AlertsTest::aSuccessAmongFailuresIsNoAllClear() {
    Scene scene;
    for (int i = 0; i < 120; ++i) { // every second call fails
        scene.fail();
        scene.succeed();
        scene.wait(second);
    }
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.shown()[0].state, State::Firing);
    scene.succeed(2); // another log's
    Scene other;
    other.fail(20, second);
    other.succeed(2);
    other.wait(minute);
    QCOMPARE(other.notices().size(), 1U);
}

void AlertsTest::successesOfOtherKeysAreNoAllClear() {
    Scene scene;
    for (int i = 0; i < 60; ++i) {
        if (i % 20 == 0)
            scene.fail({.status = 401});
        scene.succeed();
        scene.wait(second);
    }
    scene.wait(20 * minute);
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.shown()[0].state, State::Firing);
}

void AlertsTest::silenceIsNotRecovery() {
    Scene scene;
    scene.fail(30, second);
    scene.wait(AlertRules::noTraffic - second);
    QCOMPARE(scene.shown()[0].state, State::Firing);
    scene.wait(second);
    QCOMPARE(scene.shown()[0].state, State::Quiet);
    scene.wait(60 * minute);
    QCOMPARE(scene.shown()[0].state, State::Quiet);
    QCOMPARE(scene.notices().size(), 1U);
    scene.succeed();
    scene.wait(second);
    QCOMPARE(scene.notices().size(), 2U);
    QCOMPARE(scene.notices()[1].state, State::Recovered);
}

void AlertsTest::itIsToldAgainAfterTheQuietPeriod() {
    Scene scene;
    scene.fail(46 * 60 + 11, second); // told after 10 s, 15, 30 and 45 minutes
    QCOMPARE(scene.notices().size(), 4U);
    QCOMPARE(scene.notices()[3].count, 45U * 60 + 11);
    // One that comes and goes is not told more often.
    Scene flapping;
    for (int i = 0; i < 20; ++i) { // of 40 seconds each
        flapping.fail(15, second);
        flapping.succeed();
        flapping.wait(26 * second);
    }
    QCOMPARE(flapping.notices().size(), 2U);
    QCOMPARE(flapping.notices()[1].state, State::Recovered);
}

void AlertsTest::snoozeHidesAndComesBack_data() {
    QTest::addColumn<AlertRules::Snooze>("snooze");
    QTest::addColumn<int>("minutes");
    QTest::newRow("15 minutes") << AlertRules::Snooze::QuarterHour << 15;
    QTest::newRow("an hour") << AlertRules::Snooze::Hour << 60;
}

void AlertsTest::snoozeHidesAndComesBack() {
    QFETCH(AlertRules::Snooze, snooze);
    QFETCH(int, minutes);
    Scene scene;
    scene.fail(30, second);
    scene.rules().snooze(scene.shown()[0].id, snooze, scene.now());
    QCOMPARE(scene.shown().size(), 0U);
    scene.fail(minutes * 60, second);
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.shown().size(), 0U);
    scene.wait(second);
    QCOMPARE(scene.notices().size(), 2U);
    QCOMPARE(scene.notices()[1].count, 30U + static_cast<unsigned>(minutes) * 60);
    QCOMPARE(scene.shown().size(), 1U);
}

void AlertsTest::snoozedUntilItRecovers() {
    Scene scene;
    scene.fail(30, second);
    scene.rules().snooze(scene.shown()[0].id, AlertRules::Snooze::UntilRecovered, scene.now());
    scene.fail(3 * 3600, second);
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.shown().size(), 0U);
    scene.succeed();
    scene.wait(minute);
    QCOMPARE(scene.notices().size(), 2U);
    QCOMPARE(scene.notices()[1].state, State::Recovered);
    scene.fail(30, second);
    QCOMPARE(scene.notices().size(), 3U);
}

void AlertsTest::dismissedIsNotShownUntilThereIsMore() {
    Scene scene;
    scene.fail(30, second);
    scene.rules().dismiss(scene.shown()[0].id);
    scene.fail(14 * 60, second);
    QCOMPARE(scene.shown().size(), 0U);
    scene.fail(60, second);
    QCOMPARE(scene.shown().size(), 1U);
    QCOMPARE(scene.notices().size(), 2U);
}

void AlertsTest::theMostPressingComesFirst() {
    Scene scene({.failuresPerMinute = 0, .silence = 0});
    scene.fail({.status = 400});
    scene.fail(20, second, {.status = 529});
    scene.fail({.status = 402});
    scene.fail(2, second, {.status = 502});
    QList<int> codes;
    for (const Alert& alert : scene.shown())
        codes << alert.code.status();
    QCOMPARE(codes, QList({402, 502, 529, 400}));
}

void AlertsTest::aLogThatGoesQuietIsTold() {
    Scene scene({.failuresPerMinute = 0, .silence = 5 * minute});
    scene.rules().addLog(1, "/var/log", scene.now());
    scene.write(6 * minute);
    const Microseconds last = scene.now().wall;
    scene.wait(5 * minute - second);
    QCOMPARE(scene.notices().size(), 0U);
    scene.wait(second);
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.notices()[0].rule, Rule::Silence);
    QCOMPARE(scene.notices()[0].source, 1);
    QCOMPARE(scene.notices()[0].count, 1U);
    QCOMPARE(scene.notices()[0].since, std::optional(last));
    scene.wait(3 * 60 * minute);
    QCOMPARE(scene.notices().size(), 1U);
    scene.write(second);
    scene.wait(second);
    QCOMPARE(scene.notices().size(), 2U);
    QCOMPARE(scene.notices()[1].state, State::Recovered);
}

void AlertsTest::aLogThatNeverWroteRegularlyIsNotQuiet_data() {
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("apart"); // seconds
    QTest::addColumn<int>("silence");
    QTest::newRow("never wrote") << 0 << 1 << 5;
    QTest::newRow("wrote for a moment") << 100 << 1 << 5;
    QTest::newRow("writes now and then") << 100 << 170 << 5;
    QTest::newRow("off") << 1000 << 1 << 0;
}

void AlertsTest::aLogThatNeverWroteRegularlyIsNotQuiet() {
    QFETCH(int, lines);
    QFETCH(int, apart);
    QFETCH(int, silence);
    Scene scene({.failuresPerMinute = 0, .silence = silence * minute});
    scene.rules().addLog(1, "/var/log", scene.now());
    for (int line = 0; line < lines; ++line) {
        scene.wait(apart * second);
        scene.rules().wrote(1, scene.now());
    }
    scene.wait(60 * minute);
    QCOMPARE(scene.notices().size(), 0U);
}

void AlertsTest::aLogThatGoesOnUnderAnotherNameIsNotQuiet() {
    Scene scene({.failuresPerMinute = 0, .silence = 5 * minute});
    scene.rules().addLog(1, "/var/log", scene.now());
    scene.rules().addLog(2, "/srv/log", scene.now());
    scene.rules().addLog(3, "/srv/log", scene.now()); // was there all the time
    for (int i = 0; i < 360; ++i) {
        scene.write(second, 1);
        scene.rules().wrote(2, scene.now());
    }
    scene.rules().addLog(4, "/var/log", scene.now()); // goes on with 1
    scene.wait(60 * minute);
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.notices()[0].source, 2);
}

void AlertsTest::manyQuietLogsAreOneAlert() {
    Scene scene({.failuresPerMinute = 0, .silence = 5 * minute});
    for (int log = 0; log < 20; ++log)
        scene.rules().addLog(log, std::to_string(log), scene.now());
    for (int i = 0; i < 360; ++i) {
        scene.wait(second);
        for (int log = 0; log < 20; ++log)
            scene.rules().wrote(log, scene.now());
    }
    scene.wait(60 * minute);
    QCOMPARE(scene.notices().size(), 1U);
    QCOMPARE(scene.shown().size(), 1U);
    QCOMPARE(scene.shown()[0].count, 20U);
    scene.rules().wrote(3, scene.now());
    scene.wait(second);
    QCOMPARE(scene.shown()[0].count, 19U);
    QCOMPARE(scene.notices().size(), 1U);
}

void AlertsTest::aClosedLogTakesItsAlertsAlong() {
    Scene scene({.failuresPerMinute = 0, .silence = 5 * minute});
    scene.rules().addLog(1, {}, scene.now());
    scene.write(6 * minute);
    scene.fail({.status = 402});
    scene.wait(6 * minute);
    QCOMPARE(scene.shown().size(), 2U);
    scene.rules().removeLog(1, scene.now());
    scene.wait(second);
    QCOMPARE(scene.shown().size(), 0U);
    QCOMPARE(scene.notices().size(), 2U);
}

QTEST_APPLESS_MAIN(AlertsTest)
#include "tst_alerts.moc"
