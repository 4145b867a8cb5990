// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which of the last failures a record without a request-id speaks of.

#include "monitor/recentfailures.h"

#include <QTest>

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
