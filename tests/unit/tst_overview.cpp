// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What some failures come down to, at one look.

#include "guide/errorguide.h"
#include "report/keyhistory.h"
#include "report/overview.h"

#include <QTest>

#include <numeric>
#include <string>

using namespace derouter;

constexpr Microseconds second = microsecondsPerSecond;
constexpr Microseconds start = 1'793'696'400 * second;

/// What a test says of a failure beside its code and its time.
struct Told {
    std::string requestId{};
    std::string key{};
    std::string type{};
    std::string message{};
    int source = 0;
};

class OverviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = EventStore(); }

    void nothingComesOfNothing();
    void causesAreCountedTheMostFrequentFirst();
    void oneCauseUnderTwoCodesIsTwo();
    void onlyTheGivenRowsCount();
    void callsAndTheirWaitsAreCounted();
    void retriesAreAuditedOverAllCalls();
    void aRefusedKeyIsTold();
    void theCallsOfARefusedKeyAreCounted();
    void messagesAreCountedByTheirShape();
    void theHistoryOfAKey();
    void logsWithoutIdsAreTold();
    void failuresWithoutATimeWidenNothing();

private:
    EventStore::Row add(int status, int at, const Told& told = {});
    Overview overview();

    EventStore m_store;
};

EventStore::Row OverviewTest::add(int status, int at, const Told& told) {
    Sighting more;
    more.requestId = told.requestId;
    more.key = told.key;
    more.type = told.type;
    more.message = told.message;
    more.where.source = told.source;
    if (at >= 0)
        more.time = start + at * second;
    more.timeQuality = at < 0 ? TimeQuality::None : TimeQuality::Exact;
    more.code = FailureCode{static_cast<std::uint16_t>(status)};
    return m_store.append(more);
}

Overview OverviewTest::overview() {
    std::vector<std::uint32_t> rows(m_store.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return Overview::of(m_store, rows);
}

void OverviewTest::nothingComesOfNothing() {
    const Overview none = overview();
    QCOMPARE(none.failures, 0U);
    QCOMPARE(none.calls, 0U);
    QVERIFY(none.causes.empty() && none.keys.empty() && none.sources.empty() && !none.span.first);
}

void OverviewTest::causesAreCountedTheMostFrequentFirst() {
    add(503, 1, {.requestId = "req_1"});
    add(529, 9, {.requestId = "req_2"});
    add(529, 3, {.requestId = "req_3"}); // told later, and earlier by its time
    add(529, 5);
    const Overview seen = overview();
    QCOMPARE(seen.failures, 4U);
    QCOMPARE(*seen.span.first, start + second);
    QCOMPARE(*seen.span.last, start + 9 * second);
    QCOMPARE(seen.causes.size(), 2U);
    QCOMPARE(seen.causes[0].code.value, 529);
    QCOMPARE(seen.causes[0].failures, 3U);
    QCOMPARE(seen.causes[0].move, WhoseMove::Provider);
    QCOMPARE(std::string(seen.causes[0].cause->id), std::string("upstream.overloaded"));
    QCOMPARE(*seen.causes[0].span.first, start + 3 * second);
    QCOMPARE(*seen.causes[0].span.last, start + 9 * second);
    QCOMPARE(seen.causes[0].requestId, std::string("req_2"));
    QCOMPARE(seen.causes[1].code.value, 503);
    QCOMPARE(seen.causes[1].move, WhoseMove::DeRouter);
}

void OverviewTest::oneCauseUnderTwoCodesIsTwo() {
    for (const int status : {404, 413})
        add(status, 1, {.type = "not_found_error", .message = "no such thing"});
    QCOMPARE(overview().causes.size(), 2U);
}

void OverviewTest::onlyTheGivenRowsCount() {
    add(529, 1);
    const auto row = static_cast<std::uint32_t>(add(503, 2));
    const Overview seen = Overview::of(m_store, std::span(&row, 1));
    QCOMPARE(seen.failures, 1U);
    QCOMPARE(seen.causes.size(), 1U);
    QCOMPARE(seen.causes[0].code.value, 503);
}

void OverviewTest::callsAndTheirWaitsAreCounted() {
    for (const int at : {0, 2, 6})
        m_store.setCall(add(529, at), 1, static_cast<std::uint16_t>(at + 1));
    for (const int at : {10, 11})
        m_store.setCall(add(529, at), 2, static_cast<std::uint16_t>(at + 1));
    add(529, 20);
    add(529, 30);
    const Overview seen = overview();
    QCOMPARE(seen.failures, 7U);
    QCOMPARE(seen.calls, 4U);
    QCOMPARE(seen.waited, 7 * second);
}

/// Of all calls: the guide asks for 5 to 10 s after a 529, and for a change after a 402.
void OverviewTest::retriesAreAuditedOverAllCalls() {
    std::uint32_t call = 0;
    const auto addCall = [&](int status, std::initializer_list<int> times) {
        ++call;
        std::uint16_t number = 0;
        for (const int at : times)
            m_store.setCall(add(status, at), call, ++number);
    };
    addCall(529, {0, 2, 8});
    addCall(529, {10, 11});
    addCall(402, {20, 40, 60});
    const Overview seen = overview();
    QCOMPARE(seen.tooEarly, 2U);
    QCOMPARE(seen.unfixed, 2U);
}

void OverviewTest::aRefusedKeyIsTold() {
    add(401, 1, {.key = "sk-ant-…aaaa"});
    add(402, 2, {.key = "sk-ant-…bbbb"});
    add(401, 4, {.key = "sk-ant-…aaaa"});
    add(529, 3, {.key = "sk-ant-…bbbb"});
    add(429, 3, {.key = "sk-ant-…cccc"}); // never refused
    add(0, 3, {.key = "sk-ant-…bbbb"});   // no answer says that it was taken
    add(401, 5);
    const Overview seen = overview();
    QCOMPARE(seen.keys.size(), 2U);
    QCOMPARE(seen.keys[0].key, std::string("sk-ant-…aaaa"));
    QCOMPARE(seen.keys[0].failures, 2U);
    QCOMPARE(seen.keys[0].others, 0U);
    QCOMPARE(*seen.keys[0].span.first, start + second);
    QCOMPARE(*seen.keys[0].span.last, start + 4 * second);
    QCOMPARE(seen.keys[1].failures, 1U);
    QCOMPARE(seen.keys[1].others, 1U);
    QCOMPARE(*seen.keys[1].lastTaken, start + 3 * second);
    QCOMPARE(seen.keys[0].lastTaken, std::nullopt);
    QCOMPARE(seen.keys[0].calls, 2U);
    QCOMPARE(*seen.keys[1].span.last, start + 2 * second);
}

void OverviewTest::theCallsOfARefusedKeyAreCounted() {
    std::uint16_t number = 0;
    for (const int at : {1, 2, 3})
        m_store.setCall(add(402, at, {.key = "sk-ant-…aaaa"}), 1, ++number);
    add(402, 4, {.key = "sk-ant-…aaaa"});
    const Overview seen = overview();
    QCOMPARE(seen.keys[0].failures, 4U);
    QCOMPARE(seen.keys[0].calls, 2U);
}

/// One line for each cause of bad requests, whatever its numbers are.
void OverviewTest::messagesAreCountedByTheirShape() {
    for (const int at : {1, 2, 3})
        add(400, at, {.message = "prompt is too long: " + std::to_string(at) + " tokens > 200000 maximum"});
    add(400, 4, {.message = "tools.0.name: Field required"});
    add(529, 5, {.message = "Overloaded"});
    const Overview seen = overview();
    QCOMPARE(seen.causes.size(), 2U);
    QCOMPARE(seen.causes[0].messages.size(), 2U);
    QCOMPARE(seen.causes[0].messages[0].text, std::string("prompt is too long: 1 tokens > 200000 maximum"));
    QCOMPARE(seen.causes[0].messages[0].failures, 3U);
    QCOMPARE(seen.causes[0].messages[1].failures, 1U);
    QVERIFY(seen.causes[1].messages.empty());
}

void OverviewTest::theHistoryOfAKey() {
    for (const int at : {1, 9})
        add(529, at, {.key = "sk-ant-…aaaa"});
    for (const int at : {2, 4, 6})
        add(401, at, {.key = "sk-ant-…aaaa"});
    add(401, 3, {.key = "sk-ant-…bbbb"});
    for (const int at : {3, 5})
        add(429, at, {.key = "sk-ant-…cccc"});
    add(503, 5, {.key = "sk-ant-…bbbb"}); // was refused, too
    add(0, 7, {.key = "sk-ant-…dddd"});
    add(402, 8, {.key = "sk-ant-…aaaa"}); // neither refused as by a 401 nor taken
    add(401, 8);                          // names none
    const KeyHistory history = KeyHistory::of(m_store, m_store.firstRow() + 2);
    QCOMPARE(history.refused, 3U);
    QCOMPARE(*history.firstRefused, start + 2 * second);
    QCOMPARE(*history.lastRefused, start + 6 * second);
    QCOMPARE(history.taken, 2U);
    QCOMPARE(*history.lastTaken, start + 9 * second);
    QCOMPARE(history.othersRefused, 1U);
    QCOMPARE(history.othersTaken, 1U);
}

void OverviewTest::logsWithoutIdsAreTold() {
    for (const int source : {1, 2, 2, 2, 3})
        add(529, source, {.source = source});
    add(529, 1, {.requestId = "req_1", .source = 1});
    add(529, 1, {.requestId = "req_2", .source = 4});
    add(0, 1, {.source = 4}); // no answer, so no id
    const Overview seen = overview();
    QCOMPARE(seen.sources.size(), 3U);
    QCOMPARE(seen.sources[0].source, 2);
    QCOMPARE(seen.sources[0].withoutId, 3U);
    QCOMPARE(seen.sources[1].source, 1);
    QCOMPARE(seen.sources[1].failures, 2U);
    QCOMPARE(seen.sources[1].withoutId, 1U);
}

void OverviewTest::failuresWithoutATimeWidenNothing() {
    add(529, -1, {.requestId = "req_1"});
    QVERIFY(!overview().span.first);
    QCOMPARE(overview().causes[0].requestId, std::string("req_1"));
    add(529, 7, {.requestId = "req_2"});
    add(529, -1, {.requestId = "req_3"});
    const Overview seen = overview();
    QCOMPARE(*seen.span.first, start + 7 * second);
    QCOMPARE(*seen.span.last, start + 7 * second);
    QCOMPARE(seen.causes[0].requestId, std::string("req_2"));
}

QTEST_APPLESS_MAIN(OverviewTest)
#include "tst_overview.moc"
