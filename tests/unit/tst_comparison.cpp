// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What has changed between two parts of the logs.

#include "guide/errorguide.h"
#include "report/comparison.h"

#include <QTest>

#include <string>

using namespace derouter;

using Change = Comparison::Change;

class ComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nothingAgainstNothing();
    void newGoneMoreFewerAndSame();
    void numbersAndIdsMakeNoOtherMessage();
    void causesOfOneCodeAreApart();
    void partsAreWeighedByTheirRequests();
    void partsAreWeighedByTheirLength();
    void aFewMoreAreChance();
    void aLogWithoutMessagesIsComparedByCode();
    void manyMessagesAreCountedExactly();

private:
    void add(Era era, int count, int status, const std::string& message);
    Comparison compare(Comparison::Part before = {}, Comparison::Part now = {}) const {
        return m_count->result(before, now);
    }
    static Change changeOf(const Comparison& comparison, int status);

    EventStore m_store;
    std::optional<ComparisonCount> m_count;
};

void ComparisonTest::init() {
    m_store = EventStore();
    m_count.emplace(m_store);
}

void ComparisonTest::add(Era era, int count, int status, const std::string& message) {
    for (int i = 0; i < count; ++i) {
        Sighting sighting;
        sighting.code = FailureCode::http(status);
        sighting.message = message;
        m_count->take(era, m_store.append(sighting));
    }
}

Change ComparisonTest::changeOf(const Comparison& comparison, int status) {
    const auto line = std::ranges::find(comparison.lines, FailureCode::http(status), &Comparison::Line::code);
    Q_ASSERT(line != comparison.lines.end());
    return line->change;
}

void ComparisonTest::nothingAgainstNothing() {
    const Comparison none = compare();
    QVERIFY(none.lines.empty());
    QCOMPARE(none.parts[0].failures + none.parts[1].failures, 0U);
}

void ComparisonTest::newGoneMoreFewerAndSame() {
    add(Era::Before, 40, 529, "Overloaded");
    add(Era::Now, 90, 529, "Overloaded");
    add(Era::Before, 60, 503, "No providers available");
    add(Era::Now, 20, 503, "No providers available");
    add(Era::Before, 30, 500, "Internal error");
    add(Era::Now, 33, 500, "Internal error");
    add(Era::Before, 1, 401, "Invalid API key");
    add(Era::Now, 2, 402, "Insufficient balance");
    const Comparison comparison = compare();
    QCOMPARE(comparison.basis, Comparison::Basis::Counts);
    QCOMPARE(changeOf(comparison, 529), Change::More);
    QCOMPARE(changeOf(comparison, 503), Change::Fewer);
    QCOMPARE(changeOf(comparison, 500), Change::Same);
    QCOMPARE(changeOf(comparison, 401), Change::Gone);
    QCOMPARE(changeOf(comparison, 402), Change::New);
    QCOMPARE(comparison.count(Change::New), 1U);
    QCOMPARE(comparison.parts[0].failures, 131U);
    QCOMPARE(comparison.parts[1].failures, 145U);
    // What is new comes first, what is as before last.
    QCOMPARE(comparison.lines.front().code, FailureCode::http(402));
    QCOMPARE(comparison.lines.back().code, FailureCode::http(500));
}

void ComparisonTest::numbersAndIdsMakeNoOtherMessage() {
    add(Era::Before, 1, 400, "messages.3.content: too long, 200312 tokens");
    add(Era::Now, 1, 400, "messages.41.content: too long, 210007 tokens");
    add(Era::Now, 1, 400, "temperature: must be at most 1");
    const Comparison comparison = compare();
    QCOMPARE(comparison.lines.size(), 2U);
    QCOMPARE(comparison.lines[0].change, Change::New);
    QCOMPARE(comparison.lines[0].message, std::string("temperature: must be at most 1"));
    QCOMPARE(comparison.lines[1].change, Change::Same);
    QCOMPARE(comparison.lines[1].message, std::string("messages.3.content: too long, 200312 tokens"));
}

void ComparisonTest::causesOfOneCodeAreApart() {
    add(Era::Before, 5, 429, "Requests per minute limit (60) exceeded");
    add(Era::Now, 5, 429, "Concurrent request limit (5) exceeded");
    const Comparison comparison = compare();
    QCOMPARE(comparison.lines.size(), 2U);
    QCOMPARE(comparison.lines[0].change, Change::New);
    QCOMPARE(comparison.lines[1].change, Change::Gone);
    QVERIFY(comparison.lines[0].cause != comparison.lines[1].cause);
}

void ComparisonTest::partsAreWeighedByTheirRequests() {
    add(Era::Before, 30, 529, "Overloaded");
    add(Era::Now, 60, 529, "Overloaded");
    const auto twice = compare({.requests = 1000, .length = 10}, {.requests = 2000, .length = 10});
    QCOMPARE(twice.basis, Comparison::Basis::Requests);
    QCOMPARE(changeOf(twice, 529), Change::Same); // 3 % each
    const auto half = compare({.requests = 1000, .length = 10}, {.requests = 500, .length = 10});
    QCOMPARE(changeOf(half, 529), Change::More);
    const auto tenfold = compare({.requests = 1000, .length = 10}, {.requests = 10000, .length = 10});
    QCOMPARE(changeOf(tenfold, 529), Change::Fewer);
}

void ComparisonTest::partsAreWeighedByTheirLength() {
    add(Era::Before, 30, 529, "Overloaded");
    add(Era::Now, 60, 529, "Overloaded");
    const auto known = compare({.requests = 0, .length = microsecondsPerMinute},
                               {.requests = 5, .length = 2 * microsecondsPerMinute});
    QCOMPARE(known.basis, Comparison::Basis::Length); // one part shows no requests
    QCOMPARE(changeOf(known, 529), Change::Same);
    QCOMPARE(compare({.length = 0}, {.length = 7}).basis, Comparison::Basis::Counts);
}

void ComparisonTest::aFewMoreAreChance() {
    add(Era::Before, 2, 504, "Provider timed out");
    add(Era::Now, 4, 504, "Provider timed out");
    QCOMPARE(changeOf(compare(), 504), Change::Same);
}

void ComparisonTest::aLogWithoutMessagesIsComparedByCode() {
    add(Era::Before, 9, 429, "");
    add(Era::Now, 5, 429, "Requests per minute limit (60) exceeded");
    add(Era::Now, 4, 429, "Concurrent request limit (5) exceeded");
    add(Era::Now, 3, 529, "Overloaded");
    const Comparison comparison = compare();
    QVERIFY(comparison.isByCode);
    QCOMPARE(comparison.lines.size(), 2U);
    QCOMPARE(changeOf(comparison, 529), Change::New);
    QCOMPARE(changeOf(comparison, 429), Change::Same);
    QCOMPARE(comparison.lines.back().failures, (std::array<std::uint64_t, 2>{9, 9}));
    QVERIFY(comparison.lines.back().message.empty());
    QCOMPARE(comparison.lines.back().cause, guide::read(FailureCode::http(429), {}, {}).cause);
}

/// More different ones than are remembered.
void ComparisonTest::manyMessagesAreCountedExactly() {
    for (int i = 0; i < 6000; ++i)
        add(i % 2 == 0 ? Era::Before : Era::Now, 1, 400, "request " + std::to_string(i) + " is refused");
    const Comparison comparison = compare();
    QCOMPARE(comparison.lines.size(), 1U);
    QCOMPARE(comparison.lines[0].failures, (std::array<std::uint64_t, 2>{3000, 3000}));
}

QTEST_APPLESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
