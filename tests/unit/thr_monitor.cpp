// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logfolder.h"
#include "monitor/monitor.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <filesystem>
#include <thread>

using namespace derouter;
using namespace Qt::StringLiterals;

class MonitorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAFileAndSaysWhenItIsDone();
    void joinsOneFailureAcrossSources();
    void removingASourceTakesItsCountsBack();
    void reloadingCountsOnce();
    void anotherZoneReadsTheSourceAgain();
    void followsAndFlushesAWaitingRecord();
    void cancelStopsALongReading();
    void oneBadSourceDoesNotStopTheOthers();
    void aFileThatIsOpenIsNotOpenedTwice_data();
    void aFileThatIsOpenIsNotOpenedTwice();
    void aLinkThatLeadsElsewhereIsAnotherFile();
    void readsATextOfMemory();
    void aSourceThatWaitsForItsTurnCanBeRemoved();
    void canBeDestroyedWhileReading();

private:
    static SourceSpec file(const QString& path, bool follow = false) {
        return {.path = path, .follow = follow, .format = {}, .timeZone = QTimeZone::utc()};
    }
};

static QByteArray manyLines(int count) {
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += accessLine(i / 100, i % 10 == 0 ? 529 : 200);
    return text;
}

void MonitorTest::readsAFileAndSaysWhenItIsDone() {
    const LogFolder folder;
    Monitor monitor;
    QSignalSpy idle(&monitor, &Monitor::idle);
    qsizetype rows = 0;
    connect(&monitor, &Monitor::eventsAdded, this, [&](qsizetype first, qsizetype count) {
        QCOMPARE(first, rows);
        rows += count;
    });
    const SourceId id = monitor.addSource(file(folder.write(u"a.log"_s, manyLines(50'000))));
    QVERIFY(monitor.isBusy());
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(rows, 5'000);
    QCOMPARE(monitor.totals().failures, 5'000u);
    QCOMPARE(monitor.totals().apiSuccesses, 45'000u);
    QCOMPARE(monitor.source(id)->state, SourceState::Ended);
    QCOMPARE(monitor.source(id)->format, u"nginx-combined"_s);
    QCOMPARE(monitor.source(id)->lines, 50'000u);
    QCOMPARE(monitor.source(id)->failures, 5'000u);
    QCOMPARE(monitor.source(id)->bytes, monitor.source(id)->size);
}

void MonitorTest::joinsOneFailureAcrossSources() {
    const LogFolder folder;
    Monitor monitor;
    QSignalSpy idle(&monitor, &Monitor::idle);
    monitor.addSource(
        file(folder.write(u"proxy.log"_s, accessLine(1, 200, "req_aaaaaaaaaaaaaaaaaaaaaaaa") +
                                              accessLine(2, 529, "req_bbbbbbbbbbbbbbbbbbbbbbbb"))));
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(monitor.totals().failures, 1u);
    QCOMPARE(monitor.totals().apiSuccesses, 1u);
    monitor.addSource(file(folder.write(
        u"app.log"_s,
        R"({"time":1793696401500,"err":{"requestID":"req_aaaaaaaaaaaaaaaaaaaaaaaa","error":{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}}})"
        "\n"
        R"({"time":1793696402500,"err":{"status":529,"requestID":"req_bbbbbbbbbbbbbbbbbbbbbbbb","error":{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}}})"
        "\n")));
    QTRY_COMPARE(idle.size(), 2);
    QCOMPARE(monitor.totals().apiRequests, 2u);
    QCOMPARE(monitor.totals().apiSuccesses, 0u);
    QCOMPARE(monitor.totals().failures, 2u);
    QCOMPARE(monitor.totals().sightings, 3u);
    QCOMPARE(monitor.totals().failuresByCode.at(FailureCode::inStream()), 1u);
    QCOMPARE(monitor.events().sightings(0).size(), 2u);
    QCOMPARE(monitor.events().event(0).type, std::string_view("overloaded_error"));
}

void MonitorTest::removingASourceTakesItsCountsBack() {
    const LogFolder folder;
    Monitor monitor;
    QSignalSpy idle(&monitor, &Monitor::idle);
    const SourceId one = monitor.addSource(file(folder.write(u"one.log"_s, manyLines(1000))));
    monitor.addSource(file(
        folder.write(u"two.log"_s, accessLine(1, 503, "req_aaaaaaaaaaaaaaaaaaaaaaaa") + accessLine(2, 200))));
    QTRY_VERIFY(idle.size() > 0 && !monitor.isBusy());
    QCOMPARE(monitor.totals().failures, 101u);
    QSignalSpy reset(&monitor, &Monitor::eventsReset);
    monitor.removeSource(one);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(monitor.totals().failures, 1u);
    QCOMPARE(monitor.totals().apiSuccesses, 1u);
    QCOMPARE(monitor.totals().sightings, 1u);
    QCOMPARE(monitor.events().size(), 1u);
    QCOMPARE(monitor.events().find("req_aaaaaaaaaaaaaaaaaaaaaaaa"), std::optional<EventStore::Row>(0));
    QCOMPARE(monitor.sources().size(), 1u);
    std::uint64_t requests = 0;
    for (const auto& minute : monitor.rates().minutes())
        requests += minute.requests;
    QCOMPARE(requests, 2u);
}

void MonitorTest::reloadingCountsOnce() {
    const LogFolder folder;
    Monitor monitor;
    QSignalSpy idle(&monitor, &Monitor::idle);
    const SourceId id = monitor.addSource(
        file(folder.write(u"a.log"_s, accessLine(1, 200, "req_aaaaaaaaaaaaaaaaaaaaaaaa") +
                                          accessLine(2, 529, "req_bbbbbbbbbbbbbbbbbbbbbbbb"))));
    QTRY_COMPARE(idle.size(), 1);
    monitor.reload(id);
    QTRY_COMPARE(idle.size(), 2);
    QCOMPARE(monitor.totals().apiSuccesses, 1u);
    QCOMPARE(monitor.totals().failures, 1u);
    QCOMPARE(monitor.totals().sightings, 1u);
}

void MonitorTest::anotherZoneReadsTheSourceAgain() {
    const LogFolder folder;
    Monitor monitor;
    QSignalSpy idle(&monitor, &Monitor::idle);
    const SourceId id = monitor.addSource(
        file(folder.write(u"a.log"_s, "2026-11-03 12:00:00,000 ERROR RateLimitError: 429 slow down\n"
                                      "2026-11-03T12:00:01Z ERROR RateLimitError: 429 slow down\n")));
    QTRY_COMPARE(idle.size(), 1);
    const Microseconds noon = *monitor.events().time(0);
    monitor.setTimeZone(id, QTimeZone("Asia/Kolkata"));
    QTRY_COMPARE(idle.size(), 2);
    QCOMPARE(monitor.events().size(), 2u);
    QCOMPARE(*monitor.events().time(0), noon - 330 * microsecondsPerMinute);
    QCOMPARE(monitor.events().event(0).timeQuality, TimeQuality::ZoneAssumed);
    QCOMPARE(*monitor.events().time(1), noon + microsecondsPerSecond);
    QCOMPARE(monitor.events().event(1).timeQuality, TimeQuality::Exact);
    QCOMPARE(monitor.source(id)->spec.timeZone, std::optional(QTimeZone("Asia/Kolkata")));
    monitor.setTimeZone(id, std::nullopt);
    QTRY_COMPARE(idle.size(), 3);
    QVERIFY(!monitor.source(id)->spec.timeZone);
    QCOMPARE(monitor.totals().failures, 2u);
    monitor.setTimeZone(id + 1, QTimeZone::utc());
    QCOMPARE(idle.size(), 3);
}

void MonitorTest::followsAndFlushesAWaitingRecord() {
    const LogFolder folder;
    Monitor monitor;
    const SourceId id = monitor.addSource(file(folder.write(u"a.log"_s, accessLine(1, 529)), true));
    QTRY_COMPARE(monitor.source(id)->state, SourceState::Following);
    QCOMPARE(monitor.totals().failures, 1u);
    folder.append(u"a.log"_s, accessLine(2, 503));
    QTRY_COMPARE(monitor.totals().failures, 2u);
    folder.append(u"a.log"_s, "RateLimitError: 429 slow down\n");
    QTRY_COMPARE(monitor.totals().failures, 3u);
    monitor.cancel(id);
    QTRY_COMPARE(monitor.source(id)->state, SourceState::Ended);
}

void MonitorTest::cancelStopsALongReading() {
    const LogFolder folder;
    const QString path = folder.write(u"a.log"_s, manyLines(200'000));
    Monitor monitor;
    QSignalSpy idle(&monitor, &Monitor::idle);
    const SourceId id = monitor.addSource(file(path));
    monitor.cancel(id);
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(monitor.source(id)->state, SourceState::Cancelled);
    QVERIFY(monitor.source(id)->lines < 200'000u);
}

void MonitorTest::oneBadSourceDoesNotStopTheOthers() {
    const LogFolder folder;
    Monitor monitor;
    QSignalSpy idle(&monitor, &Monitor::idle);
    const SourceId missing = monitor.addSource(file(folder.path(u"missing.log"_s)));
    SourceSpec unknown = file(folder.write(u"b.log"_s, "x\n"));
    unknown.format = u"no-such-format"_s;
    const SourceId unreadable = monitor.addSource(unknown);
    monitor.addSource(file(folder.write(u"a.log"_s, accessLine(1, 529))));
    QTRY_VERIFY(idle.size() > 0 && !monitor.isBusy());
    QCOMPARE(monitor.source(missing)->state, SourceState::Failed);
    QVERIFY(monitor.source(missing)->error.contains(u"missing.log"_s));
    QCOMPARE(monitor.source(unreadable)->state, SourceState::Failed);
    QCOMPARE(monitor.totals().failures, 1u);
}

/// F19
void MonitorTest::aFileThatIsOpenIsNotOpenedTwice_data() {
    QTest::addColumn<QString>("spelling");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("F19 the same") << u"%1/logs/a.log"_s << true;
    QTest::newRow("F19 a dot") << u"%1/logs/./a.log"_s << true;
    QTest::newRow("F19 the folder above") << u"%1/logs/../logs/a.log"_s << true;
    QTest::newRow("F19 double slash") << u"%1//logs//a.log"_s << true;
    QTest::newRow("F19 relative") << u"logs/a.log"_s << true;
    QTest::newRow("F19 symbolic link") << u"%1/link.log"_s << true;
    QTest::newRow("F19 through a linked folder") << u"%1/folder/a.log"_s << true;
    QTest::newRow("F19 hard link") << u"%1/hard.log"_s << true;
    QTest::newRow("F19 its rotated file") << u"%1/logs/a.log.1"_s << true;
    QTest::newRow("F19 a copy") << u"%1/copy.log"_s << false;
    QTest::newRow("F19 a name that is not there") << u"%1/logs/b.log"_s << false;
}

void MonitorTest::aFileThatIsOpenIsNotOpenedTwice() {
    QFETCH(QString, spelling);
    QFETCH(bool, isSame);
    const LogFolder folder;
    QVERIFY(QDir().mkpath(folder.path(u"logs"_s)));
    const QString path = folder.write(u"logs/a.log"_s, accessLine(1, 529));
    QVERIFY(QFile::link(path, folder.path(u"link.log"_s)));
    QVERIFY(QFile::link(folder.path(u"logs"_s), folder.path(u"folder"_s)));
    QVERIFY(QFile::copy(path, folder.path(u"copy.log"_s)));
    std::filesystem::create_hard_link(path.toStdString(), folder.path(u"hard.log"_s).toStdString());
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path({})));
    Monitor monitor;
    SourceSpec set = file(path);
    set.older = {folder.write(u"logs/a.log.1"_s, accessLine(0, 503))};
    const SourceId id = monitor.addSource(set);
    const SourceSpec other = file(spelling.contains(u'%') ? spelling.arg(folder.path({})) : spelling);
    QCOMPARE(monitor.find(other).has_value(), isSame);
    QCOMPARE(monitor.addSource(other) == id, isSame);
    QTRY_VERIFY(!monitor.isBusy());
    QCOMPARE(monitor.sources().size(), isSame ? 1u : 2u);
    QDir::setCurrent(before);
}

void MonitorTest::aLinkThatLeadsElsewhereIsAnotherFile() {
    const LogFolder folder;
    const QString one = folder.write(u"one.log"_s, accessLine(1, 529));
    const QString two = folder.write(u"two.log"_s, accessLine(2, 529));
    const QString link = folder.path(u"current.log"_s);
    QVERIFY(QFile::link(one, link));
    Monitor monitor;
    const SourceId id = monitor.addSource(file(link, true));
    QCOMPARE(monitor.find(file(one)), std::optional(id));
    QVERIFY(QFile::remove(link) && QFile::link(two, link));
    QCOMPARE(monitor.find(file(two)), std::optional(id));
    QCOMPARE(monitor.find(file(one)), std::nullopt);
}

void MonitorTest::readsATextOfMemory() {
    Monitor monitor;
    const SourceSpec text{.kind = SourceSpec::Kind::Text,
                          .path = {},
                          .text = accessLine(1, 529) + accessLine(2, 200).chopped(1),
                          .format = {},
                          .timeZone = QTimeZone::utc()};
    const SourceId id = monitor.addSource(text);
    QTRY_VERIFY(!monitor.isBusy());
    QCOMPARE(monitor.source(id)->state, SourceState::Ended);
    QCOMPARE(monitor.source(id)->name, u"pasted text"_s);
    QCOMPARE(monitor.source(id)->lines, 2u);
    QCOMPARE(monitor.totals().failures, 1u);
    QCOMPARE(monitor.totals().apiSuccesses, 1u);
    QCOMPARE(monitor.addSource(text), id);
    monitor.reload(id);
    QTRY_VERIFY(!monitor.isBusy());
    QCOMPARE(monitor.totals().failures, 1u);
}

/// The others have deliveries that nobody takes while the source is removed.
void MonitorTest::aSourceThatWaitsForItsTurnCanBeRemoved() {
    const LogFolder folder;
    QByteArray failures;
    for (int i = 0; i < 80'000; ++i) // several deliveries
        failures += accessLine(i, 529);
    const int count = 2 * static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    Monitor monitor;
    std::vector<SourceId> ids;
    for (int i = 0; i < count; ++i)
        ids.push_back(monitor.addSource(file(folder.write(u"%1.log"_s.arg(i), failures))));
    monitor.removeSource(ids.back());
    QCOMPARE(monitor.sources().size(), static_cast<std::size_t>(count - 1));
}

void MonitorTest::canBeDestroyedWhileReading() {
    const LogFolder folder;
    const QString path = folder.write(u"a.log"_s, manyLines(200'000));
    for (int i = 0; i < 5; ++i) {
        Monitor monitor;
        monitor.addSource(file(path, i % 2 == 0));
        QTest::qWait(i * 10);
    }
}

QTEST_GUILESS_MAIN(MonitorTest)
#include "thr_monitor.moc"
