// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which of the last failures a record without a request-id speaks of.

#include "monitor/recentfailures.h"

#include <QTest>

#include <set>

using namespace derouter;

/// A 529 that a program tells of, as the `order`th record of a request.
static Sighting toldBy(Reporter reporter, std::uint64_t order) {
    Sighting sighting;
    sighting.time = 1'793'697'247 * microsecondsPerSecond;
    sighting.code = FailureCode{529};
    sighting.reporter = reporter;
    sighting.order = order;
    return sighting;
}

class RecentFailuresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void voicesFollowEachOther() {
        RecentFailures recent;
        recent.note(0, 7, toldBy(Reporter::HttpClient, 1), {});
        QCOMPARE(recent.find(0, toldBy(Reporter::Program, 2)), std::optional<RecentFailures::Row>(7));
        QCOMPARE(recent.find(0, toldBy(Reporter::HttpClient, 2)), std::nullopt);
        QCOMPARE(recent.find(1, toldBy(Reporter::Program, 2)), std::nullopt);
    }

    void fewRequestsEndInBetween() {
        RecentFailures recent;
        recent.note(0, 7, toldBy(Reporter::HttpClient, 1), {});
        QVERIFY(recent.find(0, toldBy(Reporter::Program, 6)));
        QVERIFY(!recent.find(0, toldBy(Reporter::Program, 7)));
        // Whoever spoke last counts.
        recent.note(0, 7, toldBy(Reporter::SdkLog, 5), {});
        QVERIFY(recent.find(0, toldBy(Reporter::Program, 10)));
    }

    void sideBySideEachIsToldOnceByEachVoice_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("successes"); // after each of the first voice
        for (const int count : {2, 5, 8, 20, 100})
            for (const int successes : {0, 1, 3})
                QTest::addRow("%d, %d successes", count, successes) << count << successes;
    }

    void sideBySideEachIsToldOnceByEachVoice() {
        QFETCH(int, count);
        QFETCH(int, successes);
        RecentFailures recent;
        std::uint64_t order = 0;
        for (int i = 0; i < count; ++i, order += static_cast<std::uint64_t>(successes)) {
            Sighting told = toldBy(Reporter::HttpClient, ++order);
            told.where.time = told.time;
            QVERIFY(!recent.find(0, told));
            recent.note(0, static_cast<RecentFailures::Row>(i), told, {});
        }
        std::set<RecentFailures::Row> rows;
        for (int i = 0; i < count; ++i) {
            Sighting caught = toldBy(Reporter::Program, ++order);
            caught.where.time = *caught.time + microsecondsPerSecond / 2;
            const auto row = recent.find(0, caught);
            QVERIFY(row);
            rows.insert(*row);
            recent.note(0, *row, caught, {});
        }
        QCOMPARE(rows.size(), static_cast<std::size_t>(count));
        QVERIFY(!recent.find(0, toldBy(Reporter::Program, ++order)));
    }

    void ofTheSameCodeManyMayComeInBetween() {
        RecentFailures recent;
        for (std::uint64_t i = 1; i <= 30; ++i)
            recent.note(0, i, toldBy(Reporter::HttpClient, i), {});
        Sighting later = toldBy(Reporter::SdkLog, 31); // speaks of the oldest
        QCOMPARE(recent.find(0, later), std::optional<RecentFailures::Row>(26));
        for (std::uint64_t i = 26; i <= 30; ++i)
            recent.note(0, i, toldBy(Reporter::SdkLog, i + 5), {});
        later.order = 36;
        QCOMPARE(recent.find(0, later), std::optional<RecentFailures::Row>(1));
        later.code = FailureCode{503};
        QVERIFY(!recent.find(0, later));
    }

    void modelsOfOneFamilyDiffer() {
        RecentFailures recent;
        Sighting told = toldBy(Reporter::HttpClient, 1);
        told.model = "claude-sonnet-5";
        recent.note(0, 7, told, {});
        Sighting other = toldBy(Reporter::Program, 2);
        other.model = "claude-haiku-4-5";
        QVERIFY(!recent.find(0, other));
        other.model = "claude-sonnet-5-20260929";
        QVERIFY(recent.find(0, other));
        other.model = "smart"; // a gateway's own name
        QVERIFY(recent.find(0, other));
    }
};

QTEST_GUILESS_MAIN(RecentFailuresTest)
#include "tst_recentfailures.moc"
