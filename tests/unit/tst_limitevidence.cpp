// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which limit a 429 ran into, inferred from simulated storms of requests.

#include "monitor/limitevidence.h"
#include "monitor/pipeline.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace derouter;

using Limit = LimitEvidence::Limit;

namespace {

constexpr Microseconds start = 1'795'435'200LL * microsecondsPerSecond; // 2026-11-23 12:00:00

struct Request {
    Microseconds begin = 0;
    Microseconds length = 0;
    int status = 200;
};

/// A key's limits as the guide describes them: so many requests in the last minute, so many in flight.
struct Limits {
    std::size_t perMinute = 1000;
    std::size_t parallel = 1000;
};

/// Requests that come at random, so many a second on average, and take so long.
std::vector<Request> storm(const Limits& limits, double perSecond, double seconds, int count, unsigned seed) {
    std::mt19937 random(seed);
    std::exponential_distribution<double> pause(perSecond);
    std::uniform_real_distribution<double> length(0.5 * seconds, 1.5 * seconds);
    std::vector<Request> requests;
    double now = 0;
    for (int i = 0; i < count; ++i) {
        now += pause(random);
        Request request{start + static_cast<Microseconds>(now * 1e6),
                        static_cast<Microseconds>(length(random) * 1e6)};
        const auto isTaken = [](const Request& each) { return each.status == 200; };
        const auto lately = std::ranges::count_if(requests, [&](const Request& each) {
            return isTaken(each) && each.begin > request.begin - microsecondsPerMinute;
        });
        const auto running = std::ranges::count_if(requests, [&](const Request& each) {
            return isTaken(each) && each.begin + each.length > request.begin;
        });
        if (std::cmp_greater_equal(lately, limits.perMinute) ||
            std::cmp_greater_equal(running, limits.parallel))
            request = {request.begin, 20'000, 429};
        requests.push_back(request);
    }
    return requests;
}

/// The order in which they are logged.
void sortByEnd(std::vector<Request>& requests) {
    std::ranges::sort(requests, {}, [](const Request& each) { return each.begin + each.length; });
}

/// As a program logs them, one object a line.
std::string logOf(std::vector<Request> requests, bool withDurations) {
    sortByEnd(requests);
    std::string log;
    int number = 0;
    for (const Request& each : requests) {
        const Microseconds time = each.begin + each.length;
        const std::string id = "req_" + std::string(20, '0') + std::to_string(1000 + number++);
        log += R"({"level":)" + std::string(each.status == 200 ? "30" : "50") + R"(,"time":)" +
               std::to_string(time / 1000) + R"(,"reqId":")" + id + R"(","statusCode":)" +
               std::to_string(each.status) + R"(,"method":"POST","path":"/proxy/v1/messages")" +
               (withDurations ? R"(,"responseTime":)" + std::to_string(each.length / 1000) : std::string()) +
               R"(,"msg":"done"})" + "\n";
    }
    return log;
}

Microseconds aRefusal(const std::vector<Request>& requests) {
    const auto last = std::ranges::find(requests.rbegin(), requests.rend(), 429, &Request::status);
    return last == requests.rend() ? 0 : last->begin;
}

LimitEvidence evidence(const std::vector<Request>& requests, bool withDurations = true,
                       bool fromStart = true) {
    return limitEvidence({.lines = logOf(requests, withDurations), .fromStart = fromStart}, PipelineOptions{},
                         aRefusal(requests));
}

} // namespace

class LimitEvidenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStormOfParallelRequestsIsToldApart_data();
    void aStormOfParallelRequestsIsToldApart();
    void aStormOfRequestsPerMinuteIsToldApart_data();
    void aStormOfRequestsPerMinuteIsToldApart();
    void withoutDurationsItCannotBeTold();
    void fewRefusalsTellNothing();
    void refusalsAloneTellNothing();
    void theFirstMinuteOfAPartIsNotKnown();
    void aServersStampsMayBeOfBeginnings();
    void otherServicesDoNotCount();
};

void LimitEvidenceTest::aStormOfParallelRequestsIsToldApart_data() {
    QTest::addColumn<int>("limit");
    for (const int limit : {3, 5, 10})
        QTest::addRow("%d", limit) << limit;
}

void LimitEvidenceTest::aStormOfParallelRequestsIsToldApart() {
    QFETCH(const int, limit);
    for (unsigned seed = 1; seed <= 10; ++seed) {
        const auto found =
            evidence(storm({.parallel = static_cast<std::size_t>(limit)}, limit * 0.12, 9, 600, seed));
        QVERIFY(found.refusals >= LimitEvidence::fewest);
        QVERIFY2(found.limit == Limit::Parallel, qPrintable(QString::number(seed)));
        QCOMPARE(found.parallel->most, static_cast<std::size_t>(limit));
        QVERIFY(found.parallel->here + 1 >= static_cast<std::size_t>(limit));
        QVERIFY(found.parallel->nearMost + 3 >= found.refusals); // times are of whole milliseconds
    }
}

void LimitEvidenceTest::aStormOfRequestsPerMinuteIsToldApart_data() {
    QTest::addColumn<int>("limit");
    for (const int limit : {30, 60, 100})
        QTest::addRow("%d", limit) << limit;
}

void LimitEvidenceTest::aStormOfRequestsPerMinuteIsToldApart() {
    QFETCH(const int, limit);
    for (unsigned seed = 1; seed <= 10; ++seed) {
        const auto found =
            evidence(storm({.perMinute = static_cast<std::size_t>(limit)}, limit / 50.0, 2, 900, seed));
        QVERIFY(found.refusals >= LimitEvidence::fewest);
        QVERIFY2(found.limit == Limit::PerMinute, qPrintable(QString::number(seed)));
        QCOMPARE(found.minute.most, static_cast<std::size_t>(limit));
    }
}

void LimitEvidenceTest::withoutDurationsItCannotBeTold() {
    const auto found = evidence(storm({.parallel = 5}, 0.6, 9, 600, 1), false);
    QCOMPARE(found.limit, Limit::Unclear);
    QVERIFY(!found.parallel);
    QVERIFY(found.minute.most > 0);
}

void LimitEvidenceTest::fewRefusalsTellNothing() {
    auto requests = storm({}, 1, 9, 200, 1);
    requests[150].status = requests[160].status = 429;
    const auto found = evidence(requests);
    QCOMPARE(found.refusals, 2U);
    QCOMPARE(found.limit, Limit::Unclear);
}

void LimitEvidenceTest::refusalsAloneTellNothing() {
    auto requests = storm({}, 1, 9, 50, 1);
    for (Request& each : requests)
        each.status = 429;
    const auto found = evidence(requests);
    QCOMPARE(found.taken, 0U);
    QCOMPARE(found.limit, Limit::Unclear);
}

void LimitEvidenceTest::theFirstMinuteOfAPartIsNotKnown() {
    std::vector<Request> requests;
    for (int i = 0; i < 20; ++i)
        requests.push_back({start + i * 6 * microsecondsPerSecond, 1000, i % 4 == 0 ? 429 : 200});
    QCOMPARE(evidence(requests, true, true).refusals, 5U);
    QCOMPARE(evidence(requests, true, false).refusals, 2U); // of 72 s and 96 s
}

/// Of the same storm, whose requests Apache stamps when they come.
void LimitEvidenceTest::aServersStampsMayBeOfBeginnings() {
    auto requests = storm({.parallel = 5}, 0.6, 9, 600, 3);
    const Microseconds refusal = aRefusal(requests);
    sortByEnd(requests);
    std::string log;
    for (const Request& each : requests)
        log += "203.0.113.7 - - [" +
               QLocale::c()
                   .toString(QDateTime::fromMSecsSinceEpoch(each.begin / 1000, QTimeZone::utc()),
                             QStringLiteral("dd/MMM/yyyy:HH:mm:ss"))
                   .toStdString() +
               " +0000] \"POST /proxy/v1/messages HTTP/1.1\" " + std::to_string(each.status) +
               " 80 \"-\" \"sdk\" " + std::to_string(each.length) + "\n";
    PipelineOptions reading;
    const auto format = FormatCatalog::current()->choose(
        QStringLiteral("%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" %D"));
    QVERIFY(format);
    reading.format = format.value();
    const auto found = limitEvidence({.lines = log, .fromStart = true}, reading, refusal);
    QVERIFY(found.parallel);
    QCOMPARE(found.limit, Limit::Parallel);
    QVERIFY(found.parallel->most <= 7); // stamps are of whole seconds
}

void LimitEvidenceTest::otherServicesDoNotCount() {
    const auto requests = storm({.parallel = 5}, 0.6, 9, 600, 1);
    std::string log = logOf(requests, true);
    const auto before =
        limitEvidence({.lines = log, .fromStart = true}, PipelineOptions{}, aRefusal(requests));
    for (int i = 0; i < 500; ++i)
        log += R"({"level":30,"time":)" + std::to_string(start / 1000 + i * 1000) +
               R"(,"method":"GET","path":"/static/app.js","statusCode":200,"responseTime":3000,"msg":"done"})"
               "\n";
    const auto after =
        limitEvidence({.lines = log, .fromStart = true}, PipelineOptions{}, aRefusal(requests));
    QCOMPARE(after.taken, before.taken);
    QCOMPARE(after.parallel->most, before.parallel->most);
}

QTEST_APPLESS_MAIN(LimitEvidenceTest)
#include "tst_limitevidence.moc"
