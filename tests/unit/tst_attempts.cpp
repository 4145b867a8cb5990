// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which failures are attempts of one call, and which of them is the last.

#include "monitor/failurejoiner.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

using namespace derouter;

class AttemptsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHighestAttemptIsTheLast_data();
    void theHighestAttemptIsTheLast();
    void aFailureWithoutACallIsItsOwn();
    void aRowIsOfOneCallOnly();
    void anyOrderOfEventsGivesWhatCountingGives();
    void callsAtTheSameTimeStayApart();
    void aSecondTryFindsAnUnnumberedFirst_data();
    void aSecondTryFindsAnUnnumberedFirst();
    void aSecondVoiceMayTellTheNumber();
    void aNameThatComesAgainIsOfAnotherTry();
    void aLaterLogLinksWhatAnEarlierOneTold();
    void olderAttemptsAreAmongTheChanges();
    void closingASourceKeepsTheOthersCalls();
};

static constexpr Microseconds start = 1'793'696'400 * microsecondsPerSecond; // 2026-11-03T09:00:00Z

static Sighting failure(int source, const std::string& requestId = {}) {
    Sighting sighting;
    sighting.time = start;
    sighting.timeQuality = TimeQuality::Exact;
    sighting.code = FailureCode::http(529);
    sighting.requestId = requestId;
    sighting.where = {source, 1, 0, 10};
    return sighting;
}

static Sighting numbered(int source, std::uint16_t attempt, const std::string& requestId = {}) {
    Sighting sighting = failure(source, requestId);
    sighting.attempt = attempt;
    return sighting;
}

static Sighting named(int source, const char* id, const char* retryOf, const std::string& requestId = {}) {
    Sighting sighting = failure(source, requestId);
    sighting.reporter = Reporter::SdkLog;
    sighting.attemptId = id;
    sighting.retryOf = retryOf;
    return sighting;
}

static FailureJoiner::Changes take(FailureJoiner& joiner, int source, std::vector<Sighting> failures) {
    Batch batch;
    batch.failures = std::move(failures);
    return joiner.take(source, std::move(batch));
}

static std::vector<EventStore::Row> standing(const EventStore& store) {
    std::vector<EventStore::Row> rows;
    for (EventStore::Row row = 0; row < store.size(); ++row)
        if (store.isLastAttempt(row))
            rows.push_back(row);
    return rows;
}

using Rows = std::vector<EventStore::Row>;

void AttemptsTest::theHighestAttemptIsTheLast_data() {
    QTest::addColumn<QList<int>>("attempts"); // by row
    QTest::addColumn<int>("last");
    QTest::addColumn<int>("count");
    QTest::newRow("alone") << QList{1} << 0 << 1;
    QTest::newRow("in order") << QList{1, 2, 3} << 2 << 3;
    QTest::newRow("a later one found first") << QList{3, 1, 2} << 0 << 3;
    QTest::newRow("one number twice") << QList{1, 2, 2} << 2 << 3;
    QTest::newRow("earlier ones are not in the log") << QList{4} << 0 << 4;
    QTest::newRow("one between is missing") << QList{1, 3} << 1 << 3;
}

void AttemptsTest::theHighestAttemptIsTheLast() {
    QFETCH(QList<int>, attempts);
    QFETCH(int, last);
    QFETCH(int, count);
    EventStore store;
    for (const int attempt : attempts)
        store.setCall(store.append(failure(0)), 7, static_cast<std::uint16_t>(attempt));
    QCOMPARE(standing(store), Rows{EventStore::Row(last)});
    QCOMPARE(store.calls(), 1u);
    for (EventStore::Row row = 0; row < store.size(); ++row) {
        QCOMPARE(store.lastAttempt(row), EventStore::Row(last));
        QCOMPARE(store.attemptCount(row), std::size_t(count));
        QCOMPARE(store.attempts(row).size(), store.size());
    }
}

void AttemptsTest::aFailureWithoutACallIsItsOwn() {
    EventStore store;
    store.append(failure(0));
    store.append(failure(0));
    QCOMPARE(standing(store), (Rows{0, 1}));
    QCOMPARE(store.calls(), 2u);
    QCOMPARE(store.attemptCount(1), 1u);
    QVERIFY(store.attempts(1).empty());
}

void AttemptsTest::aRowIsOfOneCallOnly() {
    EventStore store;
    for (int row = 0; row < 3; ++row)
        store.append(failure(0));
    store.setCall(0, 1, 1);
    store.setCall(1, 1, 2);
    store.setCall(1, 2, 1);
    QCOMPARE(standing(store), (Rows{0, 1, 2}));
    store.setCall(2, 2, 2);
    QCOMPARE(standing(store), (Rows{0, 2}));
    QCOMPARE(store.calls(), 2u);
    store.setCall(2, 0, 0);
    store.setCall(1, 0, 0);
    QCOMPARE(standing(store), (Rows{0, 1, 2}));
    QCOMPARE(store.calls(), 3u);
}

/// A thousand random steps; after each the store's answers are those that counting all rows gives.
void AttemptsTest::anyOrderOfEventsGivesWhatCountingGives() {
    std::mt19937 random(20261123); // NOLINT(cert-msc51-cpp): the same run each time
    const auto upTo = [&random](std::size_t limit) { return random() % limit; };
    EventStore store;
    for (int step = 0; step < 1000; ++step) {
        const std::size_t what = upTo(100);
        const int source = static_cast<int>(upTo(3));
        if (what < 45 || store.isEmpty())
            store.append(failure(source, "req_" + std::to_string(step)));
        else if (what < 60)
            store.merge(upTo(store.size()), failure(source));
        else if (what < 98)
            store.setCall(upTo(store.size()), static_cast<std::uint32_t>(upTo(12)),
                          static_cast<std::uint16_t>(1 + upTo(4)));
        else
            store.removeSource(source);

        std::set<std::uint32_t> calls;
        std::size_t alone = 0;
        for (EventStore::Row row = 0; row < store.size(); ++row) {
            std::size_t count = 1;
            std::size_t highest = 1;
            EventStore::Row last = row;
            if (const std::uint32_t call = store.call(row); call == 0) {
                ++alone;
            } else {
                calls.insert(call);
                count = 0;
                for (EventStore::Row other = 0; other < store.size(); ++other) {
                    if (store.call(other) != call)
                        continue;
                    ++count;
                    highest = std::max<std::size_t>(highest, store.attempt(other));
                    if (std::pair(store.attempt(other), other) > std::pair(store.attempt(last), last))
                        last = other;
                }
            }
            QCOMPARE(store.lastAttempt(row), last);
            QCOMPARE(store.attemptCount(row), std::max(count, highest));
        }
        QCOMPARE(store.calls(), alone + calls.size());
    }
}

void AttemptsTest::callsAtTheSameTimeStayApart() {
    FailureJoiner joiner;
    take(joiner, 0, {numbered(0, 1), numbered(0, 1), numbered(0, 2), numbered(0, 2), numbered(0, 3)});
    const EventStore& store = joiner.events();
    QCOMPARE(store.calls(), 2u);
    QCOMPARE(standing(store), (Rows{2, 4}));
    QCOMPARE(store.attemptCount(2), 2u);
    QCOMPARE(store.attemptCount(4), 3u);
}

/// Some programs number only what they try again.
void AttemptsTest::aSecondTryFindsAnUnnumberedFirst_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("calls");
    QTest::newRow("of the same kind") << 529 << QStringLiteral("claude-sonnet-5") << 1 << 2 << 1;
    QTest::newRow("no model stated") << 529 << QString() << 1 << 2 << 1;
    QTest::newRow("another code") << 401 << QStringLiteral("claude-sonnet-5") << 1 << 2 << 2;
    QTest::newRow("another model") << 529 << QStringLiteral("gpt-5") << 1 << 2 << 2;
    QTest::newRow("long before") << 529 << QStringLiteral("claude-sonnet-5") << 12 << 2 << 2;
    QTest::newRow("a third try does not tell") << 529 << QStringLiteral("claude-sonnet-5") << 1 << 3 << 2;
}

void AttemptsTest::aSecondTryFindsAnUnnumberedFirst() {
    QFETCH(int, code);
    QFETCH(QString, model);
    QFETCH(int, minutes);
    QFETCH(int, attempt);
    QFETCH(int, calls);
    Sighting first = failure(0);
    first.code = FailureCode::http(code);
    first.model = model.toStdString();
    Sighting again = numbered(0, static_cast<std::uint16_t>(attempt));
    again.model = "claude-sonnet-5";
    again.time = start + minutes * microsecondsPerMinute;
    FailureJoiner joiner;
    take(joiner, 0, {first, again});
    QCOMPARE(joiner.events().calls(), std::size_t(calls));
    QCOMPARE(joiner.events().attempt(0), calls == 1 ? 1 : 0);
    if (calls == 1)
        QCOMPARE(joiner.events().attemptCount(0), 2u);
}

/// The HTTP library tells of each failure first, and then the program, which knows what is a second try.
void AttemptsTest::aSecondVoiceMayTellTheNumber() {
    Sighting heard = failure(0);
    heard.reporter = Reporter::HttpClient;
    FailureJoiner joiner;
    take(joiner, 0, {heard, failure(0), heard, numbered(0, 2)});
    const EventStore& store = joiner.events();
    QCOMPARE(store.size(), 2u);
    QCOMPARE(store.calls(), 1u);
    QCOMPARE(store.attempt(0), 1);
    QCOMPARE(store.attempt(1), 2);
}

/// The proxy's log knows nothing of calls; the SDK's, opened after it, tells which failures are one.
void AttemptsTest::aNameThatComesAgainIsOfAnotherTry() {
    Sighting again = named(0, "log_5e1b07", "", "req_2");
    FailureJoiner joiner;
    take(joiner, 0, {named(0, "log_5e1b07", "", "req_1"), named(0, "log_5e1b07", "")});
    QCOMPARE(joiner.events().size(), EventStore::Row(1));
    take(joiner, 0, {again});
    QCOMPARE(joiner.events().size(), EventStore::Row(2));
    Sighting late = named(0, "log_5e1b07", "");
    late.time = start + 600 * microsecondsPerMinute;
    take(joiner, 0, {late});
    QCOMPARE(joiner.events().size(), EventStore::Row(3));
}

void AttemptsTest::aLaterLogLinksWhatAnEarlierOneTold() {
    FailureJoiner joiner;
    take(joiner, 0, {failure(0, "req_a"), failure(0, "req_b"), failure(0, "req_c")});
    QCOMPARE(joiner.events().calls(), 3u);
    const auto changes = take(
        joiner, 1,
        {named(1, "log_1", "", "req_a"), named(1, "log_2", "log_1", "req_b"), named(1, "log_3", "log_1")});
    QCOMPARE(changes.added, 1u);
    QCOMPARE(standing(joiner.events()), (Rows{2, 3}));
    QCOMPARE(joiner.events().attempt(0), 1);
    QCOMPARE(joiner.events().attempt(1), 2);
    QCOMPARE(joiner.events().attempt(3), 3);
    QCOMPARE(changes.changed, (Rows{0, 1}));

    // The same told a third time, elsewhere: the call is the one that is known.
    take(joiner, 2, {named(2, "log_x", "", "req_a"), named(2, "log_y", "log_x", "req_b")});
    QCOMPARE(standing(joiner.events()), (Rows{2, 3}));
}

void AttemptsTest::olderAttemptsAreAmongTheChanges() {
    FailureJoiner joiner;
    take(joiner, 0, {numbered(0, 1), failure(0), numbered(0, 2)});
    const auto changes = take(joiner, 0, {numbered(0, 3), numbered(0, 4)});
    QCOMPARE(changes.changed, (Rows{0, 2}));
    QVERIFY(take(joiner, 0, {failure(0)}).changed.empty());
}

void AttemptsTest::closingASourceKeepsTheOthersCalls() {
    FailureJoiner joiner;
    take(joiner, 0, {numbered(0, 1), numbered(0, 2)});
    take(joiner, 1, {numbered(1, 1), numbered(1, 2), numbered(1, 3)});
    joiner.removeSource(0);
    QCOMPARE(joiner.events().size(), 3u);
    QCOMPARE(joiner.events().calls(), 1u);
    QCOMPARE(standing(joiner.events()), Rows{2});
    QCOMPARE(joiner.events().attemptCount(0), 3u);
}

QTEST_GUILESS_MAIN(AttemptsTest)
#include "tst_attempts.moc"
