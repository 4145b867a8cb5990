// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartdata.h"
#include "ratechart.h"
#include "timebuckets.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace derouter;
using namespace Qt::StringLiterals;

namespace {

constexpr Microseconds second = microsecondsPerSecond;
constexpr Microseconds minute = microsecondsPerMinute;
constexpr Microseconds hour = 60 * minute;
constexpr Microseconds day = 24 * hour;

Microseconds at(const QDateTime& moment) {
    return moment.toMSecsSinceEpoch() * 1000;
}

const QDateTime noon{QDate(2026, 11, 23), QTime(12, 0), QTimeZone::utc()};

} // namespace

class ChartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreRoundAndFew_data();
    void stepsAreRoundAndFew();
    void ticksAreRoundInTheShownZone_data();
    void ticksAreRoundInTheShownZone();
    void daylightSavingKeepsTicksRound();
    void aRepeatedHourHasItsTicksTwice_data();
    void aRepeatedHourHasItsTicksTwice();
    void aRepeatedHourIsToldApart();
    void bucketsBeginAtRoundTimes();
    void longBucketsKeepToTheClocks_data();
    void longBucketsKeepToTheClocks();
    void theTopOfTheAxisHasFourRoundQuarters();
    void barsShowCountsOrPercent();
    void aDragChoosesWholeBuckets();
    void keysAskForAnotherRange_data();
    void keysAskForAnotherRange();
    void requestsHaveTheAxisWhereItShowsBoth();
    void theSummarySaysWhatTheChartShows();
    void percentsAreToldWithWhatTheyAreOf();

private:
    static RateChartData twoMinutes();
};

/// Two buckets of a minute: 3 of 10 requests failed with 529 and 1 with 429, then 1 of 2 with 503.
RateChartData ChartTest::twoMinutes() {
    RateChartData data;
    data.step = minute;
    data.buckets = {{.start = at(noon),
                     .end = at(noon) + minute,
                     .requests = 10,
                     .failures = 4,
                     .kinds = {{{FailureCode::http(429)}, 1}, {{FailureCode::http(529)}, 3}}},
                    {.start = at(noon) + minute,
                     .end = at(noon) + 2 * minute,
                     .requests = 2,
                     .failures = 1,
                     .kinds = {{{FailureCode::http(503)}, 1}}}};
    return data;
}

void ChartTest::stepsAreRoundAndFew_data() {
    QTest::addColumn<qint64>("span");
    QTest::addColumn<qint64>("step");
    QTest::newRow("a minute") << qint64(minute) << qint64(second);
    QTest::newRow("five minutes") << qint64(5 * minute) << qint64(second);
    QTest::newRow("an hour") << qint64(hour) << qint64(30 * second);
    QTest::newRow("a day") << qint64(day) << qint64(5 * minute);
    QTest::newRow("a week") << qint64(7 * day) << qint64(hour);
    QTest::newRow("a year") << qint64(365 * day) << qint64(7 * day);
    QTest::newRow("ten years") << qint64(3650 * day) << qint64(30 * day);
    QTest::newRow("since the epoch and long after") << qint64(40'000 * day) << qint64(365 * day);
}

void ChartTest::stepsAreRoundAndFew() {
    QFETCH(qint64, span);
    QFETCH(qint64, step);
    QCOMPARE(qint64(timebuckets::roundStep(span, 300)), step);
    QVERIFY(span / step <= 300);
    QVERIFY(!timebuckets::stepName(step).isEmpty());
}

void ChartTest::ticksAreRoundInTheShownZone_data() {
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("span");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("hours, UTC") << QByteArray("UTC") << qint64(4 * hour)
                                << QStringList{u"12:00"_s, u"13:00"_s, u"14:00"_s, u"15:00"_s};
    QTest::newRow("hours, half past in India") << QByteArray("Asia/Kolkata") << qint64(4 * hour)
                                               << QStringList{u"18:00"_s, u"19:00"_s, u"20:00"_s, u"21:00"_s};
    QTest::newRow("seconds") << QByteArray("UTC") << qint64(20 * second)
                             << QStringList{u"12:00:00"_s, u"12:00:05"_s, u"12:00:10"_s, u"12:00:15"_s};
    QTest::newRow("a new day says its date")
        << QByteArray("UTC") << qint64(18 * hour) << QStringList{u"12:00"_s, u"18:00"_s, u"24 Nov"_s};
}

void ChartTest::ticksAreRoundInTheShownZone() {
    QFETCH(QByteArray, zone);
    QFETCH(qint64, span);
    QFETCH(QStringList, labels);
    const TimeDisplay display{QTimeZone(zone)};
    QStringList found;
    for (const timebuckets::Tick& tick : timebuckets::ticks(at(noon), at(noon) + span, display, 4))
        found << tick.label;
    QCOMPARE(found, labels);
}

void ChartTest::daylightSavingKeepsTicksRound() {
    const TimeDisplay berlin{QTimeZone("Europe/Berlin")};
    const QDateTime before{QDate(2026, 10, 25), QTime(0, 0), QTimeZone("Europe/Berlin")};
    Microseconds last = 0;
    for (const timebuckets::Tick& tick : timebuckets::ticks(at(before), at(before) + 25 * hour, berlin, 10)) {
        QCOMPARE(berlin.at(tick.time).time().hour() % 3, 0);
        QCOMPARE(berlin.at(tick.time).time().minute(), 0);
        QVERIFY(tick.time > last);
        last = tick.time;
    }
    QVERIFY(last > 0);
}

void ChartTest::aRepeatedHourHasItsTicksTwice_data() {
    QTest::addColumn<qint64>("span");
    QTest::addColumn<QString>("labels");
    QTest::newRow("half hours") << qint64(4 * hour) << u"00:00 00:30 01:00 01:30 01:00 01:30 02:00 02:30"_s;
    QTest::newRow("hours") << qint64(9 * hour) << u"00:00 01:00 01:00 02:00 03:00 04:00 05:00 06:00 07:00"_s;
}

/// In New York the clocks went from 2 back to 1 on 2026-11-01.
void ChartTest::aRepeatedHourHasItsTicksTwice() {
    QFETCH(qint64, span);
    const QTimeZone zone("America/New_York");
    const Microseconds start = at(QDateTime(QDate(2026, 11, 1), QTime(0, 0), zone));
    QStringList labels;
    for (const timebuckets::Tick& tick : timebuckets::ticks(start, start + span, TimeDisplay(zone), 9))
        labels << tick.label;
    QTEST(labels.join(u' '), "labels");
    const QTimeZone island("Australia/Lord_Howe"); // where they go back by half an hour
    const TimeDisplay shown(island);
    const Microseconds before = at(QDateTime(QDate(2026, 4, 5), QTime(0, 0), island));
    for (const timebuckets::Tick& tick : timebuckets::ticks(before, before + span, shown, 9))
        QVERIFY(shown.at(tick.time).time().minute() % 30 == 0);
}

void ChartTest::aRepeatedHourIsToldApart() {
    const QTimeZone zone("America/New_York");
    TimeDisplay times(zone);
    times.setWithDate(false);
    const Microseconds midnight = at(QDateTime(QDate(2026, 11, 1), QTime(0, 0), zone));
    const Microseconds first = midnight + hour + 20 * minute;
    QCOMPARE(times.cell(midnight), u"00:00:00.000"_s);
    QCOMPARE(times.cell(first), u"01:20:00.000 −04:00"_s);
    QCOMPARE(times.cell(first + hour), u"01:20:00.000 −05:00"_s);
    QCOMPARE(times.cell(midnight + 3 * hour), u"02:00:00.000"_s);
    QCOMPARE(times.range(first, first + hour), u"01:20 −04:00 – 01:20 −05:00"_s);
    QCOMPARE(times.range(midnight, midnight + 4 * hour), u"00:00 −04:00 – 03:00 −05:00"_s);
    QCOMPARE(times.range(midnight - day, midnight + day), u"2026-10-31 00:00 – 2026-11-01 23:00"_s);
    QCOMPARE(times.range(midnight, midnight + hour / 2), u"00:00 – 00:30"_s);
    QCOMPARE(times.zoneNames(midnight, midnight + 4 * hour), u"UTC−04:00/−05:00"_s);
    QCOMPARE(times.zoneNames(midnight, midnight + hour), u"UTC−04:00"_s);
    const Microseconds spring = at(QDateTime(QDate(2026, 3, 8), QTime(1, 30), zone)); // no time is repeated
    QCOMPARE(times.cell(spring), u"01:30:00.000"_s);
    QCOMPARE(times.cell(spring + hour), u"03:30:00.000"_s);
    QCOMPARE(TimeDisplay(QTimeZone("Europe/London")).zoneNames(spring, midnight), u"UTC"_s);
}

void ChartTest::bucketsBeginAtRoundTimes() {
    const TimeRange range{at(noon) + 7 * second, at(noon) + 63 * second};
    QCOMPARE(timebuckets::edges(range, 30 * second, QTimeZone::utc()),
             (std::vector{at(noon), at(noon) + 30 * second, at(noon) + minute, at(noon) + 90 * second}));
    const auto days = timebuckets::edges({at(noon), at(noon) + hour}, day, QTimeZone("Asia/Kolkata"));
    QCOMPARE(days.size(), 2u);
    QCOMPARE(TimeDisplay(QTimeZone("Asia/Kolkata")).at(days.front()).time(), QTime(0, 0));
}

void ChartTest::longBucketsKeepToTheClocks_data() {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<int>("stepHours");
    QTest::addColumn<QList<int>>("hours");
    const QDate autumn(2026, 10, 24);
    const QDate spring(2026, 3, 28);
    QTest::newRow("days in autumn") << u"Europe/Berlin"_s << autumn << 24 << QList{24, 25, 24};
    QTest::newRow("days in spring") << u"Europe/Berlin"_s << spring << 24 << QList{24, 23, 24};
    QTest::newRow("6 hours in autumn")
        << u"Europe/Berlin"_s << autumn << 6 << QList{6, 6, 6, 6, 7, 6, 6, 6, 6, 6, 6, 6};
    QTest::newRow("6 hours in spring")
        << u"Europe/Berlin"_s << spring << 6 << QList{6, 6, 6, 6, 5, 6, 6, 6, 6, 6, 6, 6};
    QTest::newRow("an hour is an hour") << u"Europe/Berlin"_s << autumn.addDays(1) << 1 << QList<int>(25, 1);
    QTest::newRow("no change") << u"Asia/Kolkata"_s << autumn << 24 << QList{24, 24, 24};
}

/// Every failure is in the bucket of its own day, and stands there in the chart.
void ChartTest::longBucketsKeepToTheClocks() {
    QFETCH(QString, zone);
    QFETCH(QDate, first);
    QFETCH(int, stepHours);
    QFETCH(QList<int>, hours);
    const QTimeZone clocks(zone.toLatin1());
    const Microseconds from = at(first.startOfDay(clocks));
    const Microseconds length = std::accumulate(hours.begin(), hours.end(), 0) * hour;
    RateChartData data;
    data.step = stepHours * hour;
    RateSeries rates;
    for (Microseconds time = from; time < from + length; time += 30 * minute)
        rates.addFailures(time, {.code = FailureCode::http(529)}, 1);
    data.buckets = rates.buckets(timebuckets::edges({from + second, from + length}, data.step, clocks));
    QList<int> shown;
    for (const RateSeries::Bucket& bucket : data.buckets) {
        shown << static_cast<int>((bucket.end - bucket.start) / hour);
        QCOMPARE(bucket.failures, std::uint64_t(2 * shown.last()));
        const auto here = std::size_t(shown.size() - 1);
        for (const Microseconds time : {bucket.start, bucket.start + second, bucket.end - second})
            QCOMPARE(data.bucketAt(time), here);
        QCOMPARE(data.placeOf(bucket.start), double(here));
    }
    QCOMPARE(shown, hours);
    QCOMPARE(data.bucketAt(from - 1), std::nullopt);
    QCOMPARE(data.bucketAt(from + length), std::nullopt);
}

void ChartTest::theTopOfTheAxisHasFourRoundQuarters() {
    for (double value = 0; value < 5000; ++value) {
        const double top = roundTop(value);
        QVERIFY(top >= value);
        QVERIFY2(top <= std::max(4.0, 2 * value), qPrintable(QString::number(value)));
        QCOMPARE(std::fmod(top, 4), 0.0);
    }
}

void ChartTest::barsShowCountsOrPercent() {
    RateChart chart;
    RateChartData data = twoMinutes();
    const int overloaded = codegroups::indexOf(FailureCode::http(529));
    const int none = codegroups::indexOf(FailureCode::http(503));
    chart.setData(data);
    QCOMPARE(chart.value(0, overloaded), 3.0);
    QCOMPARE(chart.value(1, none), 1.0);
    data.percent = true;
    chart.setData(data);
    QCOMPARE(chart.value(0, overloaded), 30.0);
    QCOMPARE(chart.value(1, none), 50.0);
}

void ChartTest::aDragChoosesWholeBuckets() {
    RateChart chart;
    chart.resize(800, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.setData(twoMinutes());
    QSignalSpy chosen(&chart, &RateChart::rangeChosen);
    QTest::mouseClick(chart.canvas(), Qt::LeftButton, {}, chart.bucketCenter(0));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<TimeRange>(), (TimeRange{at(noon), at(noon) + minute}));
    QTest::mousePress(chart.canvas(), Qt::LeftButton, {}, chart.bucketCenter(1));
    QTest::mouseMove(chart.canvas(), chart.bucketCenter(0));
    QTest::mouseRelease(chart.canvas(), Qt::LeftButton, {}, chart.bucketCenter(0));
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen[1][0].value<TimeRange>(), (TimeRange{at(noon), at(noon) + 2 * minute}));
}

void ChartTest::keysAskForAnotherRange_data() {
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("earlier") << Qt::Key_Left << QByteArray(SIGNAL(moveRequested(double)));
    QTest::newRow("later") << Qt::Key_Right << QByteArray(SIGNAL(moveRequested(double)));
    QTest::newRow("less time") << Qt::Key_Plus << QByteArray(SIGNAL(zoomRequested(double, double)));
    QTest::newRow("more time") << Qt::Key_Minus << QByteArray(SIGNAL(zoomRequested(double, double)));
    QTest::newRow("all") << Qt::Key_Home << QByteArray(SIGNAL(wholeRangeRequested()));
}

void ChartTest::keysAskForAnotherRange() {
    QFETCH(Qt::Key, key);
    QFETCH(QByteArray, asked);
    RateChart chart;
    chart.setData(twoMinutes());
    QSignalSpy spy(&chart, QMetaObject::normalizedSignature(asked.constData()).constData());
    QTest::keyClick(chart.canvas()->parentWidget(), key);
    QCOMPARE(spy.size(), 1);
}

/// Few requests stand on the failures' own axis, so that no bar looks higher than what it is a part of.
void ChartTest::requestsHaveTheAxisWhereItShowsBoth() {
    RateChartData data = twoMinutes();
    data.buckets[0].requests = 6; // 4 of them failed
    QCOMPARE(data.top(), 4.0);
    data.requests = true;
    QCOMPARE(data.top(), 8.0);
    QCOMPARE(data.topOfRequests(), 8.0);
    QCOMPARE(data.requestsText(), u"grey: requests"_s);
    data.buckets[0].requests = 1000;
    QCOMPARE(data.top(), 4.0);
    QCOMPARE(data.topOfRequests(), 1000.0);
    QCOMPARE(data.requestsText(), u"grey: requests, up to 1,000"_s);
    data.buckets[0].requests = 6;
    data.logarithmic = true;
    QCOMPARE(data.topOfRequests(), 6.0);
    data = RateChartData();
    data.requests = true;
    QCOMPARE(data.topOfRequests(), 4.0); // nothing is drawn
}

void ChartTest::theSummarySaysWhatTheChartShows() {
    const QString summary = twoMinutes().summary();
    QVERIFY2(summary.contains(u"Failures per minute"_s), qPrintable(summary));
    QVERIFY2(summary.contains(u": 5;"_s), qPrintable(summary));
    QCOMPARE(RateChartData().summary(), u"No failure has a time."_s);
    QCOMPARE(twoMinutes().bucketText(0), u"2026-11-23 12:00 – 12:01\n429: 1\n529: 3\nRequests: 10"_s);
}

/// The highest bar is the one that is told, not the one of most failures.
void ChartTest::percentsAreToldWithWhatTheyAreOf() {
    RateChartData data = twoMinutes();
    data.percent = true;
    const QString summary = data.summary();
    QVERIFY2(summary.contains(u"in percent of requests"_s), qPrintable(summary));
    QVERIFY2(summary.contains(u": 41.7 % (5 of 12);"_s), qPrintable(summary));
    QVERIFY2(summary.contains(u"the most, 50.0 % (1 of 2), at 2026-11-23 12:01"_s), qPrintable(summary));
    QCOMPARE(data.bucketText(0), u"2026-11-23 12:00 – 12:01\n429: 10.0 % (1 of 10)\n529: 30.0 % (3 of 10)\n"
                                 "Requests: 10"_s);
}

QTEST_MAIN(ChartTest)
#include "tst_chart.moc"
