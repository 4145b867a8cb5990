// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The counting parts: rates over time, recent request-ids, and what the joiner makes of batches.

#include "monitor/failurejoiner.h"

#include <QTest>

#include <numeric>

using namespace derouter;

class CountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rebinsWithoutLosingACount_data();
    void rebinsWithoutLosingACount();
    void countsBeforeTheEpochToo();
    void knowsRecentIdsOnly();
    void aFailureTakesItsSuccessBack();
    void aLateDateCountsWhatWasUndated();
    void withARangeUndatedRecordsWaitForADate();
    void removingOneOfTwoWitnessesKeepsTheFailure();
};

static constexpr Microseconds start = 1'793'696'400 * microsecondsPerSecond; // 2026-11-03T09:00:00Z

void CountsTest::rebinsWithoutLosingACount_data() {
    QTest::addColumn<int>("seconds");
    for (int seconds : {1, 5, 7, 60, 300, 3600})
        QTest::addRow("%d s", seconds) << seconds;
}

void CountsTest::rebinsWithoutLosingACount() {
    QFETCH(int, seconds);
    RateSeries rates;
    for (int i = 0; i < 600; ++i) {
        rates.addRequests(start + i * microsecondsPerSecond, 2);
        if (i % 3 == 0)
            rates.addFailures(start + i * microsecondsPerSecond, FailureCode::http(i % 2 ? 529 : 503), 1);
    }
    QCOMPARE(rates.range(), std::optional(TimeRange{start, start + 10 * microsecondsPerMinute}));
    const auto buckets =
        rates.buckets(start, start + 10 * microsecondsPerMinute, seconds * microsecondsPerSecond);
    QCOMPARE(buckets.size(), static_cast<std::size_t>((600 + seconds - 1) / seconds));
    std::uint64_t requests = 0;
    std::uint64_t failures = 0;
    std::uint64_t byCode = 0;
    for (const auto& bucket : buckets) {
        requests += bucket.requests;
        failures += bucket.failures;
        for (const auto& code : bucket.codes)
            byCode += code.count;
        QVERIFY(std::ranges::is_sorted(bucket.codes, {}, &RateSeries::CodeCount::code));
    }
    QCOMPARE(requests, 1200u);
    QCOMPARE(failures, 200u);
    QCOMPARE(byCode, 200u);
    QCOMPARE(rates.minutes().size(), 10u);

    const auto part = rates.buckets(start + 90 * microsecondsPerSecond, start + 100 * microsecondsPerSecond,
                                    microsecondsPerSecond);
    QCOMPARE(part.size(), 10u);
    QCOMPARE(part.front().requests, 2u);
}

void CountsTest::countsBeforeTheEpochToo() {
    RateSeries rates;
    rates.addRequests(-1, 1);
    QCOMPARE(rates.minutes().at(0).start, -microsecondsPerMinute);
    QCOMPARE(rates.buckets(-microsecondsPerSecond, 0, microsecondsPerSecond).at(0).requests, 1u);
}

void CountsTest::knowsRecentIdsOnly() {
    RequestIndex index;
    QVERIFY(index.addSuccess(hashOfRequestId("req_one"), 3, start));
    QVERIFY(!index.addSuccess(hashOfRequestId("req_one"), 4, start));
    for (std::uint64_t i = 1; i <= 500'000; ++i)
        index.addSuccess(i * 0x9E3779B97F4A7C15u, 0, start);
    QVERIFY(!index.addSuccess(hashOfRequestId("req_one"), 3, start));
    const auto taken = index.addFailure(hashOfRequestId("req_one"), 5);
    QVERIFY(taken);
    QCOMPARE(int(taken->source), 3);
    QCOMPARE(taken->time(), std::optional(start));
    QVERIFY(!index.addFailure(hashOfRequestId("req_one"), 5));
    QVERIFY(!index.addSuccess(hashOfRequestId("req_one"), 3, start));
    index.forget(3);
    QVERIFY(index.addSuccess(hashOfRequestId("req_one"), 6, start));
}

static Sighting failure(const char* id, std::optional<Microseconds> time, int source = 0) {
    Sighting sighting;
    sighting.code = FailureCode::http(529);
    sighting.cause = "upstream.overloaded";
    sighting.move = WhoseMove::Provider;
    sighting.requestId = id;
    sighting.time = time;
    sighting.timeQuality = time ? TimeQuality::Exact : TimeQuality::None;
    sighting.where = {source, 1, 0, 10};
    return sighting;
}

void CountsTest::aFailureTakesItsSuccessBack() {
    FailureJoiner joiner;
    Batch successes;
    successes.identified = {{hashOfRequestId("req_a"), start}, {hashOfRequestId("req_b"), start}};
    joiner.take(0, std::move(successes));
    QCOMPARE(joiner.totals().apiSuccesses, 2u);
    Batch failures;
    failures.failures = {failure("req_a", start + microsecondsPerMinute, 1)};
    const auto changes = joiner.take(1, std::move(failures));
    QCOMPARE(changes.added, 1u);
    QCOMPARE(joiner.totals().apiRequests, 2u);
    QCOMPARE(joiner.totals().apiSuccesses, 1u);
    const auto minutes = joiner.rates().minutes();
    QCOMPARE(minutes.at(0).requests, 1u);
    QCOMPARE(minutes.at(1).failures, 1u);
}

void CountsTest::aLateDateCountsWhatWasUndated() {
    FailureJoiner joiner;
    Batch undated;
    undated.failures = {failure("req_a", std::nullopt), failure("", std::nullopt)};
    undated.identified = {{hashOfRequestId("req_b"), std::nullopt}};
    undated.undatedSuccesses = 3;
    joiner.take(0, std::move(undated));
    QCOMPARE(joiner.totals().apiRequests, 6u);
    QVERIFY(joiner.rates().isEmpty());
    Batch dated;
    dated.leadingTime = start;
    dated.successes = {{start / microsecondsPerSecond, 1}};
    const auto changes = joiner.take(0, std::move(dated));
    QCOMPARE(changes.changed.size(), 2u);
    QCOMPARE(joiner.totals().apiRequests, 7u);
    QCOMPARE(joiner.rates().minutes().at(0).requests, 7u);
    QCOMPARE(joiner.rates().minutes().at(0).failures, 2u);
    QCOMPARE(joiner.events().event(0).timeQuality, TimeQuality::Inherited);
    QCOMPARE(joiner.totals().firstTime, std::optional(start));
}

void CountsTest::withARangeUndatedRecordsWaitForADate() {
    for (const bool inside : {true, false}) {
        FailureJoiner joiner({start, start + microsecondsPerMinute});
        Batch undated;
        undated.failures = {failure("req_a", std::nullopt)};
        undated.undatedSuccesses = 2;
        joiner.take(0, std::move(undated));
        QCOMPARE(joiner.totals().apiRequests, 0u);
        Batch dated;
        dated.leadingTime = inside ? start : start - 1;
        joiner.take(0, std::move(dated));
        QCOMPARE(joiner.totals().apiRequests, inside ? 3u : 0u);
        QCOMPARE(joiner.events().size(), inside ? 1u : 0u);
    }
}

void CountsTest::removingOneOfTwoWitnessesKeepsTheFailure() {
    FailureJoiner joiner;
    Batch one;
    one.failures = {failure("req_a", start, 0), failure("req_b", start, 0)};
    joiner.take(0, std::move(one));
    Batch two;
    two.failures = {failure("req_a", start + 1, 1)};
    joiner.take(1, std::move(two));
    QCOMPARE(joiner.totals().sightings, 3u);
    QCOMPARE(joiner.failuresOf(0), 2u);
    joiner.removeSource(0);
    QCOMPARE(joiner.events().size(), 1u);
    QCOMPARE(joiner.events().event(0).requestId, std::string_view("req_a"));
    QCOMPARE(joiner.events().event(0).source, 1);
    QCOMPARE(joiner.totals().failures, 1u);
    QCOMPARE(joiner.totals().sightings, 1u);
    QCOMPARE(joiner.failuresOf(1), 1u);
    QCOMPARE(joiner.failuresOf(0), 0u);
}

QTEST_GUILESS_MAIN(CountsTest)
#include "tst_counts.moc"
