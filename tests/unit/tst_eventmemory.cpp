// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What failures take in memory, and what is left of those that memory has no room for.

#include "monitor/eventbudget.h"
#include "monitor/failurejoiner.h"
#include "monitor/monitor.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>
#include <set>
#include <unordered_map>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace derouter;
using namespace Qt::StringLiterals;

class EventMemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFailureCostsAtMost120BytesAndItsTexts_data();
    void aFailureCostsAtMost120BytesAndItsTexts();
    void countsStayExactWhateverIsLetGo_data();
    void countsStayExactWhateverIsLetGo();
    void recordsGoBeforeFailures();
    void aPageWithoutRecordsTakesNothingForThem();
    void whatIsKeptIsWhole();
    void aFailureThatWasLetGoIsNotCountedAgain();
    void anotherVoiceTellsOfAFailureThatWasLetGo();
    void aSourceThatIsReadAgainCountsAgain();
    void aLateDateIsAlsoOfThoseThatWereLetGo();
    void callsGoOnWithoutTheirFirstAttempts();
    void newNumbersChangeNothingElse();
    void odditiesAreKeptAsTheyAre();
    void rowsAreFoundByTheirIds();
    void theFileOfRecordsIsPrivateAndGoes();
    void theFileOfRecordsKeepsTheNewest();
    void withoutADiskNothingIsKept();
    void theBudgetIsASetting();
};

static constexpr Microseconds start = 1'793'696'400 * microsecondsPerSecond; // 2026-11-03T09:00:00Z

static std::string idOf(int number) {
    return "req_" + QByteArray::number(number, 16).rightJustified(24, '0').toStdString();
}

/// Of one of five kinds, with an id and a time of its own.
static Sighting failure(int number, int source = 0) {
    static constexpr std::array codes{400, 401, 429, 503, 529};
    static constexpr std::array types{"invalid_request_error", "authentication_error", "rate_limit_error",
                                      "api_error", "overloaded_error"};
    const auto kind = static_cast<std::size_t>(number * 7 % 5);
    Sighting sighting;
    sighting.time = start + number * microsecondsPerSecond / 10;
    sighting.timeQuality = TimeQuality::Exact;
    sighting.code = FailureCode::http(codes[kind]);
    sighting.type = types[kind];
    sighting.message = "It failed";
    sighting.requestId = idOf(number);
    sighting.model = number % 3 ? "claude-sonnet-5" : "gpt-5";
    sighting.method = "POST";
    sighting.path = "/v1/messages";
    sighting.durationMicros = number;
    sighting.where = {source, 0, std::uint64_t(number) + 1, std::uint64_t(number) * 300, 300, sighting.time};
    return sighting;
}

static void take(FailureJoiner& joiner, int source, std::vector<Sighting> sightings) {
    Batch batch;
    batch.failures = std::move(sightings);
    joiner.take(source, std::move(batch));
    joiner.letGo(joiner.makeRoom());
}

/// Failures [from, to), a thousand a batch.
static void takeMany(FailureJoiner& joiner, int source, int from, int to) {
    for (int at = from; at < to; at += 1000) {
        std::vector<Sighting> sightings;
        for (int number = at; number < std::min(at + 1000, to); ++number)
            sightings.push_back(failure(number, source));
        take(joiner, source, std::move(sightings));
    }
}

/// All that a report says without its failures.
static QString counts(const FailureJoiner& joiner) {
    const Totals& totals = joiner.totals();
    QStringList text{
        u"%1 of %2, seen %3"_s.arg(totals.failures).arg(totals.apiRequests).arg(totals.sightings)};
    for (const auto& [code, count] : totals.failuresByCode)
        text << u"%1: %2"_s.arg(QString::fromStdString(code.key())).arg(count);
    for (const auto* names : {&totals.failuresByType, &totals.failuresByCause})
        for (const auto& [name, count] : *names)
            text << u"%1: %2"_s.arg(QString::fromStdString(name)).arg(count);
    for (const auto& [code, count] : totals.undatedByCode)
        text << u"undated %1: %2"_s.arg(code.value).arg(count);
    for (const std::uint64_t count : totals.failuresByMove)
        text << QString::number(count);
    for (const RateSeries::Bucket& minute : joiner.rates().minutes()) {
        text << u"%1: %2"_s.arg(minute.start).arg(minute.requests);
        for (const RateSeries::KindCount& each : minute.kinds)
            text << u"%1 of %2, %3, %4"_s.arg(each.count)
                        .arg(each.kind.code.value)
                        .arg(each.kind.cause)
                        .arg(int(each.kind.move));
    }
    return text.join(u'\n');
}

void EventMemoryTest::initTestCase() {
    QCoreApplication::setOrganizationName(u"DeRouterTest"_s);
    QCoreApplication::setApplicationName(u"tst_eventmemory"_s);
    QSettings().clear();
}

void EventMemoryTest::aFailureCostsAtMost120BytesAndItsTexts_data() {
    QTest::addColumn<int>("sightings");
    QTest::addColumn<bool>("calls");
    QTest::newRow("seen once") << 1 << false;
    QTest::newRow("seen twice") << 2 << false;
    QTest::newRow("one of two attempts") << 1 << true;
}

void EventMemoryTest::aFailureCostsAtMost120BytesAndItsTexts() {
    QFETCH(int, sightings);
    QFETCH(bool, calls);
    constexpr int count = 100'000;
    EventStore store;
    const std::size_t before = store.bytes();
    for (int number = 0; number < count; ++number) {
        const auto row = store.append(failure(number));
        for (int again = 1; again < sightings; ++again)
            store.merge(row, failure(number, again));
        if (calls)
            store.setCall(row, static_cast<std::uint32_t>(number / 2 + 1),
                          static_cast<std::uint16_t>(number % 2 + 1));
    }
    const auto each = static_cast<double>(store.bytes() - before) / count;
    const auto text = static_cast<double>(idOf(0).size()); // the other texts are shared
    QVERIFY2(each - text <= 120, qPrintable(QString::number(each)));
}

void EventMemoryTest::countsStayExactWhateverIsLetGo_data() {
    QTest::addColumn<int>("failures");
    QTest::addColumn<bool>("twoSources");
    QTest::newRow("F68 one source") << 200'000 << false;
    QTest::newRow("F68 two sources that share failures") << 60'000 << true;
}

void EventMemoryTest::countsStayExactWhateverIsLetGo() {
    QFETCH(int, failures);
    QFETCH(bool, twoSources);
    constexpr std::size_t most = 2 * 1024 * 1024;
    FailureJoiner all;
    FailureJoiner bounded({}, {.most = most});
    for (int at = 0; at < failures; at += 2000) {
        for (FailureJoiner* const joiner : {&all, &bounded}) {
            takeMany(*joiner, 0, at, at + 2000);
            if (twoSources) // half of them, and half others
                takeMany(*joiner, 1, at + 1000, at + 2500);
        }
        QVERIFY(bounded.events().bytes() <= most);
    }
    QVERIFY(bounded.events().size() < all.events().size() / 2);
    QCOMPARE(bounded.events().endRow(), all.events().endRow());
    QCOMPARE(bounded.letGoFailures(), bounded.events().firstRow());
    QCOMPARE(counts(bounded), counts(all));
    for (const int source : {0, 1})
        QCOMPARE(bounded.failuresOf(source), all.failuresOf(source));
    for (FailureJoiner* const joiner : {&all, &bounded})
        joiner->removeSource(0);
    QCOMPARE(counts(bounded), counts(all));
    QCOMPARE(bounded.failuresOf(1), all.failuresOf(1));
    for (FailureJoiner* const joiner : {&all, &bounded})
        joiner->removeSource(1);
    QCOMPARE(counts(bounded), counts(all));
    QCOMPARE(bounded.totals().failures, 0u);
}

/// For as long as there are any to go, but for those of the newest failures.
void EventMemoryTest::recordsGoBeforeFailures() {
    constexpr std::size_t most = 3 * 1024 * 1024;
    const auto recordOf = [](EventStore::Row row) { return std::string(300, 'x') + std::to_string(row); };
    EventStore store({.most = most});
    for (int number = 0; number < 20'000; ++number) {
        Sighting sighting = failure(number);
        sighting.raw = recordOf(store.endRow());
        store.append(sighting);
        if (number % 100 == 99)
            QCOMPARE(store.makeRoom(), 0u);
    }
    QVERIFY(store.bytes() <= most);
    QVERIFY(store.raw(0).empty());
    bool inMemory = false;
    for (const EventStore::Row row : store.rows()) {
        QVERIFY2(!inMemory || !store.raw(row).empty(), "a newer record went before an older one");
        inMemory = !store.raw(row).empty();
        // The file of records keeps the newest of those that went: never another one in their place.
        const EventStore::Record record = store.record(row);
        QVERIFY(record.bytes == recordOf(row) ||
                (record.state == EventStore::Record::State::Gone && row < 10'000));
    }
    QVERIFY(inMemory);
}

/// Else failures would be let go in place of records that are gone already.
void EventMemoryTest::aPageWithoutRecordsTakesNothingForThem() {
    EventPage page;
    QCOMPARE(page.rawBytes(), 0u);
    page.add();
    page.keepRaw(std::string(1000, 'x'));
    QVERIFY(page.rawBytes() >= 1000);
    page.dropRaw();
    QCOMPARE(page.rawBytes(), 0u);
}

void EventMemoryTest::whatIsKeptIsWhole() {
    FailureJoiner all;
    FailureJoiner bounded({}, {.most = 1024 * 1024});
    for (FailureJoiner* const joiner : {&all, &bounded})
        takeMany(*joiner, 0, 0, 30'000);
    const EventStore& store = bounded.events();
    QVERIFY(store.firstRow() > 0);
    QVERIFY(!store.find(idOf(0)));
    for (const EventStore::Row row : store.rows()) {
        const ErrorEvent kept = store.event(row);
        const ErrorEvent same = all.events().event(row);
        QVERIFY(kept.time == same.time && kept.code == same.code && kept.cause == same.cause);
        QVERIFY(kept.type == same.type && kept.message == same.message && kept.model == same.model);
        QVERIFY(kept.requestId == same.requestId && kept.path == same.path && kept.line == same.line);
        QCOMPARE(kept.durationMicros, same.durationMicros);
        QCOMPARE(store.find(kept.requestId), std::optional(row));
    }
}

void EventMemoryTest::aFailureThatWasLetGoIsNotCountedAgain() {
    FailureJoiner joiner({}, {.most = 1024 * 1024});
    takeMany(joiner, 0, 0, 30'000);
    const auto size = joiner.events().size();
    QVERIFY(!joiner.events().find(idOf(17'000)));
    take(joiner, 1, {failure(17'000, 1)});
    QCOMPARE(joiner.totals().failures, 30'000u);
    QCOMPARE(joiner.totals().sightings, 30'001u);
    QCOMPARE(joiner.events().size(), size);
    joiner.removeSource(1);
    QCOMPARE(joiner.totals().failures, 30'000u);
    QCOMPARE(joiner.totals().sightings, 30'000u);
}

/// The SDK names the request, the program that caught the exception does not.
void EventMemoryTest::anotherVoiceTellsOfAFailureThatWasLetGo() {
    FailureJoiner joiner({}, {.most = 1024 * 1024});
    takeMany(joiner, 0, 0, 30'000);
    Sighting sdk = failure(20'000, 1);
    sdk.reporter = Reporter::SdkLog;
    Sighting program = failure(20'000, 1);
    program.requestId.clear();
    take(joiner, 1, {sdk, program});
    QCOMPARE(joiner.totals().failures, 30'000u);
    QCOMPARE(joiner.totals().sightings, 30'002u);
}

void EventMemoryTest::aSourceThatIsReadAgainCountsAgain() {
    FailureJoiner joiner({}, {.most = 1024 * 1024});
    takeMany(joiner, 0, 0, 30'000);
    const QString before = counts(joiner);
    joiner.removeSource(0);
    QCOMPARE(joiner.totals().failures, 0u);
    takeMany(joiner, 0, 0, 30'000);
    QCOMPARE(counts(joiner), before);
}

void EventMemoryTest::aLateDateIsAlsoOfThoseThatWereLetGo() {
    FailureJoiner all;
    FailureJoiner bounded({}, {.most = 1024 * 1024});
    for (FailureJoiner* const joiner : {&all, &bounded}) {
        for (int at = 0; at < 30'000; at += 1000) {
            std::vector<Sighting> undated;
            for (int number = at; number < at + 1000; ++number) {
                undated.push_back(failure(number));
                undated.back().time = undated.back().where.time = std::nullopt;
                undated.back().timeQuality = TimeQuality::None;
            }
            take(*joiner, 0, std::move(undated));
        }
        QVERIFY(joiner->rates().isEmpty());
        Batch dated;
        dated.leadingTime = start;
        joiner->take(0, std::move(dated));
    }
    QVERIFY(bounded.letGoFailures() > 0);
    QCOMPARE(counts(bounded), counts(all));
    QVERIFY(bounded.totals().undatedByCode.empty());
    bounded.removeSource(0);
    QVERIFY(bounded.rates().minutes().empty());
}

void EventMemoryTest::callsGoOnWithoutTheirFirstAttempts() {
    EventStore store({.most = 1024 * 1024});
    std::vector<EventStore::Row> standing;
    std::vector<EventStore::Row> longCall;
    for (int number = 0; number < 30'000; ++number) {
        const auto row = store.append(failure(number));
        if (number % 5000 == 0) {
            longCall.push_back(row);
            store.setCall(row, 1, static_cast<std::uint16_t>(longCall.size()));
        } else if (number % 2000 < 2) { // the last by its number is the first of the log
            store.setCall(row, static_cast<std::uint32_t>(2 + number / 2000),
                          static_cast<std::uint16_t>(2 - number % 2000));
        }
        for (const EventStore::Row each : store.letGo(store.makeRoom()))
            standing.push_back(each);
    }
    const EventStore::Row last = longCall.back();
    std::erase_if(longCall, [&](EventStore::Row row) { return !store.isKept(row); });
    QVERIFY(longCall.size() > 1);
    QCOMPARE(store.attempts(last), longCall);
    QCOMPARE(store.failedAttempts(last), 6u);
    QCOMPARE(store.attemptCount(last), 6u);
    std::set<std::uint32_t> calls;
    std::size_t alone = 0;
    for (const EventStore::Row row : store.rows()) {
        QVERIFY(store.isKept(store.lastAttempt(row)));
        if (store.call(row) == 0)
            ++alone;
        else
            calls.insert(store.call(row));
    }
    QCOMPARE(store.calls(), alone + calls.size());
    for (const EventStore::Row row : standing)
        QVERIFY(!store.isKept(row) || store.isLastAttempt(row));
}

void EventMemoryTest::newNumbersChangeNothingElse() {
    FailureJoiner joiner({}, {.most = 1024 * 1024});
    takeMany(joiner, 0, 0, 30'000);
    const QString before = counts(joiner);
    const std::size_t size = joiner.events().size();
    const std::string newest(joiner.events().event(joiner.events().endRow() - 1).requestId);
    joiner.renumber();
    QCOMPARE(joiner.events().firstRow(), 0u);
    QCOMPARE(joiner.events().size(), size);
    QCOMPARE(joiner.events().find(newest), std::optional(size - 1));
    QCOMPARE(counts(joiner), before);
    takeMany(joiner, 0, 30'000, 40'000);
    QCOMPARE(joiner.totals().failures, 40'000u);
    QCOMPARE(joiner.letGoFailures(), 40'000 - joiner.events().size());
}

void EventMemoryTest::odditiesAreKeptAsTheyAre() {
    EventStore store;
    Sighting odd = failure(1);
    odd.durationMicros = std::int64_t(5) * 24 * 60 * microsecondsPerMinute;
    odd.message = std::string(300'000, 'x');
    odd.where.line = (std::uint64_t(1) << 40) + 7;
    odd.where.offset = (std::uint64_t(1) << 47) + 9;
    odd.where.time = *odd.time + 5;
    odd.streamed = false;
    store.append(odd);
    store.merge(0, failure(1, 3));
    const ErrorEvent event = store.event(0);
    QCOMPARE(event.durationMicros, odd.durationMicros);
    QCOMPARE(event.message, std::string_view(odd.message));
    QCOMPARE(event.line, odd.where.line);
    QCOMPARE(event.streamed, std::optional(false));
    QCOMPARE(event.sightings, 2u);
    QCOMPARE(store.sightings(0)[0].offset, odd.where.offset);
    QCOMPARE(store.sightings(0)[0].time, odd.where.time);
    QCOMPARE(store.sightings(0)[1].source, 3);
}

void EventMemoryTest::rowsAreFoundByTheirIds() {
    RowsById rows;
    std::unordered_map<std::uint32_t, std::uint64_t> hashes;
    std::mt19937_64 random(7); // NOLINT(cert-msc51-cpp): the same run each time
    std::uint32_t oldest = 0;
    for (std::uint32_t row = 0; row < 60'000; ++row) {
        // Some share half of their hash, and so their place, with others.
        hashes[row] = row % 7 == 0 ? (random() << 32) | 5 : random();
        rows.add(hashes[row], row);
        for (; row - oldest > 20'000; ++oldest) {
            rows.remove(hashes[oldest], oldest);
            hashes.erase(oldest);
        }
    }
    for (std::uint32_t row = 0; row < 60'000; ++row) {
        const auto known = hashes.find(row);
        const auto is = [row](std::uint32_t each) { return each == row; };
        const auto found = rows.find(known == hashes.end() ? random() : known->second, is);
        QVERIFY(found == (known == hashes.end() ? std::nullopt : std::optional(row)));
    }
}

/// F65, F68: nobody else reads it, and nothing is left of it.
void EventMemoryTest::theFileOfRecordsIsPrivateAndGoes() {
    const QTemporaryDir folder;
    {
        SpillFile file(1000, folder.path());
        QVERIFY(!file.isOpen());
        const auto place = file.put("a record");
        QVERIFY(place);
        QCOMPARE(file.read(*place, 8), std::string("a record"));
#ifdef Q_OS_UNIX
        struct stat found = {};
        QCOMPARE(fstat(file.descriptor(), &found), 0);
        QCOMPARE(found.st_mode & 0777U, 0600U);
        QCOMPARE(found.st_nlink, 0U); // it has no name: not even a kill leaves it
        QVERIFY(QDir(folder.path()).isEmpty(QDir::Files | QDir::Hidden));
#endif
    }
    QVERIFY(QDir(folder.path()).isEmpty(QDir::Files | QDir::Hidden));
}

void EventMemoryTest::theFileOfRecordsKeepsTheNewest() {
    const QTemporaryDir folder;
    SpillFile file(100, folder.path());
    std::vector<std::uint64_t> places;
    for (char c = 'a'; c <= 'e'; ++c)
        places.push_back(file.put(std::string(30, c)).value_or(0));
    QCOMPARE(file.read(places[4], 30), std::string(30, 'e'));
    QCOMPARE(file.read(places[3], 30), std::string(30, 'd'));
    QVERIFY(file.read(places[0], 30) != std::string(30, 'a'));
    QVERIFY(!file.put(std::string(101, 'f')));
}

void EventMemoryTest::withoutADiskNothingIsKept() {
    EventStore store({.most = 512 * 1024, .spillFolder = u"/dev/full/none"_s});
    for (int number = 0; number < 20'000; ++number) {
        Sighting sighting = failure(number);
        sighting.raw = "record " + std::to_string(number);
        store.append(sighting);
        store.letGo(store.makeRoom());
    }
    QVERIFY(store.raw(store.firstRow()).empty());
    QCOMPARE(store.record(store.firstRow()).state, EventStore::Record::State::Gone);
    QCOMPARE(store.record(store.endRow() - 1).bytes, std::string("record 19999"));
}

void EventMemoryTest::theBudgetIsASetting() {
    QCOMPARE(eventBudget(), 256);
    setEventBudget(64);
    QCOMPARE(eventBudget(), 64);
    setEventBudget(1);
    QCOMPARE(eventBudget(), 16);
    QSettings().setValue(QSettings().allKeys().value(0), u"many"_s);
    QCOMPARE(eventBudget(), 256);
    QCOMPARE(MonitorOptions().mostBytes, bytesOfMebibytes(256));
}

QTEST_GUILESS_MAIN(EventMemoryTest)
#include "tst_eventmemory.moc"
