// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The counting parts: rates over time, recent request-ids, and what the joiner makes of batches.

#include "monitor/failurejoiner.h"

#include <QRandomGenerator>
#include <QStringList>
#include <QTest>

#include <array>
#include <initializer_list>
#include <numeric>

using namespace derouter;

class CountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rebinsWithoutLosingACount_data();
    void rebinsWithoutLosingACount();
    void countsBeforeTheEpochToo();
    void findsMinutesInEveryHour();
    void aCopyOfRatesStaysAsItWas();
    void knowsRecentIdsOnly();
    void aFailureTakesItsSuccessBack();
    void aLateDateCountsWhatWasUndated();
    void withARangeUndatedRecordsWaitForADate();
    void removingOneOfTwoWitnessesKeepsTheFailure();
    void successesToldTwiceAreInEveryLog();
    void whoeverIsReadFirst_data();
    void whoeverIsReadFirst();
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
            rates.addFailures(start + i * microsecondsPerSecond, {FailureCode::http(i % 2 ? 529 : 503)}, 1);
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
        for (const auto& each : bucket.kinds)
            byCode += each.count;
        QVERIFY(std::ranges::is_sorted(bucket.kinds, {}, &RateSeries::KindCount::kind));
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

/// The series keeps minutes by the hour; here they are one behind the other.
void CountsTest::findsMinutesInEveryHour() {
    std::map<std::int64_t, std::uint64_t> failures; // by minute
    RateSeries rates;
    const std::int64_t first = start / microsecondsPerMinute;
    for (const int minute :
         {-3000, -61, -60, -59, -1, 0, 1, 59, 60, 61, 119, 120, 2800, 2879, 2880, 2881, 2939, 3000}) {
        const Microseconds time = (first + minute) * microsecondsPerMinute + 7 * microsecondsPerSecond;
        rates.addRequests(time, 1);
        rates.addFailures(time, {FailureCode::http(529)}, 1);
        ++failures[first + minute];
    }
    const auto countOf = [&](std::int64_t from, std::int64_t to) {
        std::uint64_t count = 0;
        for (auto at = failures.lower_bound(from); at != failures.end() && at->first < to; ++at)
            count += at->second;
        return count;
    };
    for (std::int64_t from = first - 125; from < first + 125; ++from)
        for (const std::int64_t to : {from + 1, from + 2, from + 59, from + 60, from + 61, from + 200}) {
            const TimeRange range{from * microsecondsPerMinute, to * microsecondsPerMinute};
            const Microseconds whole = *range.to - *range.from;
            QCOMPARE(rates.buckets(*range.from, *range.to, whole).front().failures, countOf(from, to));
            const auto outside = rates.failuresOutside(range);
            QCOMPARE(outside.empty() ? 0u : outside.front().count, failures.size() - countOf(from, to));
            // As seen at the time of `to`, two days and more behind it cannot be right.
            const auto last = std::prev(failures.upper_bound(to + 2880));
            QCOMPARE(rates.likelyRange(*range.to)->to, (last->first + 1) * microsecondsPerMinute);
        }
    QCOMPARE(rates.minutes().size(), failures.size());
    QCOMPARE(rates.range()->from, (first - 3000) * microsecondsPerMinute);
    QCOMPARE(rates.range()->to, (first + 3001) * microsecondsPerMinute);
}

void CountsTest::aCopyOfRatesStaysAsItWas() {
    RateSeries rates;
    rates.addRequests(start, 1);
    rates.addRequests(start + 90 * microsecondsPerMinute, 1);
    RateSeries copy = rates;
    rates.addRequests(start, 1);
    rates.addFailures(start + 95 * microsecondsPerMinute, {FailureCode::http(529)}, 1);
    copy.addRequests(start + 90 * microsecondsPerMinute, 4);
    QCOMPARE(copy.minutes().size(), 2u);
    QCOMPARE(copy.minutes().at(0).requests, 1u);
    QCOMPARE(copy.minutes().at(1).requests, 5u);
    QVERIFY(copy.failuresOutside({start, start + microsecondsPerMinute}).empty());
    QCOMPARE(rates.minutes().at(0).requests, 2u);
    QCOMPARE(rates.minutes().at(1).requests, 1u);
}

void CountsTest::knowsRecentIdsOnly() {
    RequestIndex index;
    QVERIFY(index.addSuccess(hashOfRequestId("req_one"), 3, start).counts);
    QVERIFY(!index.addSuccess(hashOfRequestId("req_one"), 4, start).counts);
    for (std::uint64_t i = 1; i <= 500'000; ++i)
        index.addSuccess(i * 0x9E3779B97F4A7C15u, 0, start);
    QVERIFY(!index.addSuccess(hashOfRequestId("req_one"), 3, start).counts);
    const auto taken = index.addFailure(hashOfRequestId("req_one"), 5);
    QVERIFY(taken);
    QCOMPARE(int(taken->source), 3);
    QCOMPARE(taken->time(), std::optional(start));
    QVERIFY(!index.addFailure(hashOfRequestId("req_one"), 5));
    QVERIFY(!index.addSuccess(hashOfRequestId("req_one"), 3, start).counts);
    index.forget(3);
    QVERIFY(index.addSuccess(hashOfRequestId("req_one"), 6, start).counts);
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

/// A share of the requests is known where every log that tells failures tells successes, whoever's they count
/// as.
void CountsTest::successesToldTwiceAreInEveryLog() {
    for (const int first : {0, 1}) {
        FailureJoiner joiner;
        for (const int source : {first, 1 - first}) {
            Batch batch;
            batch.identified = {{hashOfRequestId("req_a"), start}};
            batch.failures = {failure(source == 0 ? "req_b" : "req_c", start, source)};
            joiner.take(source, std::move(batch));
        }
        QCOMPARE(joiner.totals().apiSuccesses, 1u);
        QVERIFY(joiner.totals().showsShare);
        Batch failuresAlone;
        failuresAlone.failures = {failure("req_d", start, 2)};
        joiner.take(2, std::move(failuresAlone));
        QVERIFY(!joiner.totals().showsShare);
    }
}

namespace {

/// Three logs of the same few requests that contradict each other wherever logs can, as batches in order.
class Contradictions {
public:
    explicit Contradictions(std::uint32_t seed)
        : m_random(seed) {
        for (int source = 0; source < sourceCount; ++source)
            write(source);
    }

    /// What the logs say when the batches of each are taken in order, and those of all as `random` wants.
    QStringList take(QRandomGenerator* random) const {
        FailureJoiner joiner;
        std::array<std::size_t, sourceCount> next{};
        const auto hasMore = [&](int source) {
            return next[static_cast<std::size_t>(source)] < batches(source).size();
        };
        for (int source = 0; hasMore(0) || hasMore(1) || hasMore(2);) {
            if (random)
                source = static_cast<int>(random->bounded(sourceCount));
            if (!hasMore(source)) {
                source = (source + 1) % sourceCount;
                continue;
            }
            Batch batch = batches(source)[next[static_cast<std::size_t>(source)]++];
            joiner.take(source, std::move(batch));
        }
        return said(joiner);
    }

private:
    static constexpr int sourceCount = 3;

    const std::vector<Batch>& batches(int source) const { return m_logs[static_cast<std::size_t>(source)]; }

    template <typename Value> Value oneOf(std::initializer_list<Value> values) {
        return values.begin()[m_random.bounded(static_cast<int>(values.size()))];
    }

    void write(int source) {
        std::optional<Microseconds> now;
        for (int batchNumber = 0; batchNumber < 4; ++batchNumber) {
            Batch batch;
            for (int record = 0; record < 6; ++record) {
                if (m_random.bounded(3) == 0) {
                    const bool isFirst = !now;
                    now = start + static_cast<Microseconds>(m_random.bounded(300)) * microsecondsPerSecond;
                    if (isFirst)
                        batch.leadingTime = now;
                }
                const std::string id = "req_" + std::to_string(m_random.bounded(12));
                if (m_random.bounded(2) == 0)
                    batch.identified.push_back({hashOfRequestId(id), now});
                else
                    batch.failures.push_back(failed(id, now, {source, 0, m_line++, 0, 10, now}));
            }
            m_logs[static_cast<std::size_t>(source)].push_back(std::move(batch));
        }
    }

    Sighting failed(const std::string& id, std::optional<Microseconds> time, Sighted where) {
        Sighting sighting = failure(id.c_str(), time, where.source);
        sighting.where = where;
        sighting.code = oneOf({FailureCode::http(503), FailureCode::http(529), FailureCode::noResponse()});
        if (m_random.bounded(4) == 0 && sighting.code.status() > 0)
            sighting.reportedStatus = 500;
        else if (m_random.bounded(4) == 0)
            sighting.code = FailureCode::http(500);
        if (time)
            sighting.timeQuality =
                oneOf({TimeQuality::Exact, TimeQuality::ZoneAssumed, TimeQuality::Inherited});
        sighting.type = oneOf({"", "overloaded_error", "api_error"});
        sighting.message = oneOf({"", "one", "another"});
        sighting.model = oneOf({"", "claude-opus-4-8", "gpt-5.2"});
        sighting.path = oneOf({"", "/v1/messages", "/v1/responses"});
        sighting.durationMicros = oneOf({-1, 5000, 6000});
        sighting.streamed = oneOf<std::optional<bool>>({std::nullopt, true, false});
        return sighting;
    }

    static QStringList said(const FailureJoiner& joiner) {
        QStringList lines;
        const EventStore& events = joiner.events();
        for (EventStore::Row row = 0; row < events.size(); ++row) {
            const ErrorEvent event = events.event(row);
            const auto text = [](std::string_view view) {
                return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
            };
            QStringList facts{text(event.requestId),
                              QString::fromStdString(event.code.key()),
                              QString::number(event.reportedStatus),
                              text(event.type),
                              text(event.message),
                              text(event.model),
                              text(event.path),
                              text(event.cause),
                              QString::number(event.durationMicros),
                              QString::number(event.streamed ? *event.streamed : -1),
                              QString::number(event.time.value_or(-1) - start),
                              QString::number(static_cast<int>(event.timeQuality))};
            for (const Sighted& where : events.sightings(row))
                facts << QStringLiteral("%1:%2").arg(where.source).arg(where.line);
            lines << facts.join(u' ');
        }
        lines.sort();
        for (const auto& minute : joiner.rates().minutes())
            lines << QStringLiteral("minute %1: %2 of %3")
                         .arg(minute.start - start)
                         .arg(minute.failures)
                         .arg(minute.requests);
        for (int source = 0; source < sourceCount; ++source)
            lines << QStringLiteral("source %1: %2").arg(source).arg(joiner.failuresOf(source));
        const Totals& totals = joiner.totals();
        lines << QStringLiteral("%1 requests, %2 failures, %3 sightings, share %4")
                     .arg(totals.apiRequests)
                     .arg(totals.failures)
                     .arg(totals.sightings)
                     .arg(totals.showsShare);
        return lines;
    }

    QRandomGenerator m_random;
    std::uint64_t m_line = 1;
    std::array<std::vector<Batch>, sourceCount> m_logs;
};

} // namespace

void CountsTest::whoeverIsReadFirst_data() {
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 200; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Sources are read side by side; what the logs say together is the same whichever is ahead.
void CountsTest::whoeverIsReadFirst() {
    QFETCH(uint, seed);
    const Contradictions logs(seed);
    const QStringList inOrder = logs.take(nullptr);
    QRandomGenerator random(seed);
    for (int round = 0; round < 20; ++round)
        QCOMPARE(logs.take(&random), inOrder);
}

QTEST_GUILESS_MAIN(CountsTest)
#include "tst_counts.moc"
