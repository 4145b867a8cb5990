// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a Monitor makes of archives: each member is a log of its own.

#include "logfolder.h"
#include "monitor/monitor.h"
#include "packing.h"

#include <QDateTime>
#include <QDir>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class MonitorArchivesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsSayWhichMemberTheyComeFrom();
    void nothingGoesOverToTheNextMember_data();
    void nothingGoesOverToTheNextMember();
    void readsAllSamplesAsTheyAreReadAlone();
    void undatedFailuresAreNotDatedByALaterMember();
    void linesNotUnderstoodNameTheirMember();
};

namespace {

constexpr std::int64_t written = 1'793'696'400; ///< of all members and files

SourceSpec file(const QString& path) {
    return {.path = path, .older = {}, .format = {}, .timeZone = QTimeZone::utc()};
}

/// What a Monitor says of its sources when all are read.
struct Told {
    Totals totals;
    QStringList events; ///< sorted
    QString format;     ///< of the last one
};

Told tell(const QStringList& paths) {
    Monitor monitor;
    Told told;
    for (const QString& path :
         paths) { // in their order, as what tells of one request first gives it its place
        monitor.addSource(file(path));
        if (!QTest::qWaitFor([&] { return !monitor.isBusy(); }, 20'000))
            return told;
    }
    told.totals = monitor.totals();
    told.format = monitor.sources().back().format;
    const EventStore& events = monitor.events();
    for (EventStore::Row row = 0; row < events.size(); ++row) {
        const ErrorEvent event = events.event(row);
        QString name = monitor.source(event.source)->nameOf(event.file);
        told.events << u"%1:%2 %3 %4 %5 %6 %7"_s.arg(
            name.sliced(name.indexOf(u' ') + 1), QString::number(event.line),
            QString::number(event.code.value), QString::number(event.time.value_or(-1)),
            QString::number(static_cast<int>(event.timeQuality)),
            QString::fromUtf8(event.requestId.data(), static_cast<qsizetype>(event.requestId.size())),
            QString::fromUtf8(event.message.data(), static_cast<qsizetype>(event.message.size())));
    }
    told.events.sort();
    return told;
}

/// The same texts as files of a folder, and as members of an archive.
struct Both {
    QStringList files;
    QString archive;
};

Both both(const LogFolder& folder, const QList<PackedMember>& members) {
    Both both;
    for (const PackedMember& member : members) {
        const QString path = folder.write(QString::fromUtf8(member.name), member.text);
        QFile file(path);
        if (file.open(QIODevice::ReadWrite))
            file.setFileTime(QDateTime::fromSecsSinceEpoch(written), QFileDevice::FileModificationTime);
        both.files << path;
    }
    both.archive = folder.write(
        u"bundle.tar.gz"_s,
        archived(members, {.format = ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, .filter = ARCHIVE_FILTER_GZIP}));
    return both;
}

} // namespace

void MonitorArchivesTest::eventsSayWhichMemberTheyComeFrom() {
    const LogFolder folder;
    const QString path =
        folder.write(u"bundle.zip"_s, archived({{"logs/a.log", accessLine(1, 200) + accessLine(2, 529)},
                                                {"logs/b.log", accessLine(3, 503).chopped(1)},
                                                {"c.log", accessLine(4, 429) + accessLine(5, 200)}}));
    Monitor monitor;
    const SourceId id = monitor.addSource(file(path));
    QTRY_VERIFY(!monitor.isBusy());
    const SourceInfo& source = *monitor.source(id);
    QCOMPARE(source.state, SourceState::Ended);
    QCOMPARE(source.name, u"bundle.zip"_s);
    QCOMPARE(source.lines, 5u);
    QCOMPARE(monitor.totals().apiSuccesses, 2u);
    const std::tuple<QString, std::uint64_t, int> expected[] = {{u"bundle.zip: logs/a.log"_s, 2, 529},
                                                                {u"bundle.zip: logs/b.log"_s, 1, 503},
                                                                {u"bundle.zip: c.log"_s, 1, 429}};
    QCOMPARE(monitor.events().size(), std::size(expected));
    for (EventStore::Row row = 0; row < std::size(expected); ++row) {
        const ErrorEvent event = monitor.events().event(row);
        QCOMPARE(std::tuple(source.nameOf(event.file), event.line, int(event.code.value)), expected[row]);
    }
}

void MonitorArchivesTest::nothingGoesOverToTheNextMember_data() {
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    const QByteArray plain = accessLine(1, 529) + accessLine(2, 200);
    const QByteArray csv = "time,status,path,request_id\n2026-11-03T09:00:00Z,529,/v1/messages,\n";
    QTest::newRow("a table's header") << csv << QByteArray("2026-11-03T09:00:01Z,503,/v1/messages,\n");
    QTest::newRow("two tables") << csv
                                << QByteArray("status,time,path\n503,2026-11-03T09:00:00Z,/v1/messages\n");
    QTest::newRow("an open document")
        << QByteArray(
               "[\n {\"time\": \"2026-11-03T09:00:00Z\",\n  \"status\": 529, \"path\": \"/v1/messages\",\n")
        << plain;
    QTest::newRow("an open string in a document") << QByteArray("{\"a\":\n\"open ") << plain;
    QTest::newRow("an open record")
        << QByteArray("2026-11-03 09:00:00,000 ERROR failed\nTraceback (most recent call last):\n")
        << QByteArray(
               "anthropic.RateLimitError: Error code: 429 - {'error': {'type': 'rate_limit_error'}}\n");
    QTest::newRow("an unfinished line") << plain.chopped(30) << plain;
    QTest::newRow("the voices of one failure")
        << QByteArray(
               "2026-11-03 09:00:00,000 INFO httpx HTTP Request: POST https://api.derouter.ai/v1/messages "
               "\"HTTP/1.1 529 Overloaded\"\n")
        << QByteArray("2026-11-03 09:00:01,000 ERROR app anthropic.APIStatusError: Error code: 529\n");
    QTest::newRow("the date") << QByteArray("2026-11-01 09:00:00,000 ERROR RateLimitError: 429 slow down\n")
                              << QByteArray("ERROR RateLimitError: 429 slow down\n");
    QTest::newRow("an undated beginning")
        << QByteArray("ERROR RateLimitError: 429 slow down\n")
        << QByteArray("2026-11-01 09:00:00,000 ERROR RateLimitError: 429 slow down\n");
    QTest::newRow("a layout") << plain
                              << QByteArray(
                                     "{\"level\":50,\"time\":1793696401500,\"res\":{\"statusCode\":529},"
                                     "\"req\":{\"url\":\"/v1/messages\"}}\n");
}

void MonitorArchivesTest::nothingGoesOverToTheNextMember() {
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    const LogFolder folder;
    const Both way = both(folder, {{"first.log", first}, {"second.log", second}});
    const Told alone = tell(way.files);
    const Told together = tell({way.archive});
    QCOMPARE(together.events, alone.events);
    QCOMPARE(together.totals.apiRequests, alone.totals.apiRequests);
    QVERIFY(!alone.events.isEmpty());
}

/// Every format there is a sample of, one behind the other.
void MonitorArchivesTest::readsAllSamplesAsTheyAreReadAlone() {
    const LogFolder folder;
    QList<PackedMember> members;
    const QDir samples(QStringLiteral(DEROUTER_TEST_DATA "/formats"));
    for (const QString& name : samples.entryList(QDir::Files, QDir::Name)) {
        QFile sample(samples.filePath(name));
        QVERIFY(sample.open(QIODevice::ReadOnly));
        members.push_back({name.toUtf8(), sample.readAll()});
    }
    QVERIFY(members.size() > 50);
    for (int order = 0; order < 2; ++order, std::ranges::reverse(members)) {
        const Both way = both(folder, members);
        const Told alone = tell(way.files);
        const Told together = tell({way.archive});
        QVERIFY(alone.events.size() > 50);
        QCOMPARE(together.events, alone.events);
        QCOMPARE(together.format.count(u", "_s), 3); // three of many are named
        QVERIFY2(together.format.endsWith(u", …"_s), qPrintable(together.format));
        QCOMPARE(together.totals.failures, alone.totals.failures);
        QCOMPARE(together.totals.apiRequests, alone.totals.apiRequests);
        QCOMPARE(together.totals.apiSuccesses, alone.totals.apiSuccesses);
        QCOMPARE(together.totals.otherRequests, alone.totals.otherRequests);
        QCOMPARE(together.totals.sightings, alone.totals.sightings);
        QCOMPARE(together.totals.failuresByCode, alone.totals.failuresByCode);
    }
}

void MonitorArchivesTest::undatedFailuresAreNotDatedByALaterMember() {
    const LogFolder folder;
    const QString path = folder.write(
        u"x.zip"_s,
        archived({{"a.log", "ERROR RateLimitError: 429 slow down\n"}, {"b.log", accessLine(1, 200)}}));
    Monitor monitor;
    monitor.addSource(file(path));
    const SourceId other = monitor.addSource(file(folder.write(u"c.log"_s, accessLine(1, 503))));
    QTRY_VERIFY(!monitor.isBusy());
    monitor.removeSource(other);
    QCOMPARE(monitor.events().size(), 1u);
    QCOMPARE(monitor.events().event(0).timeQuality, TimeQuality::None);
}

void MonitorArchivesTest::linesNotUnderstoodNameTheirMember() {
    const LogFolder folder;
    Monitor monitor;
    const SourceId id = monitor.addSource(
        file(folder.write(u"x.zip"_s, archived({{"a.log", "one\ntwo\n"}, {"b.log", "three\n"}}))));
    QTRY_VERIFY(!monitor.isBusy());
    const auto lines = monitor.notUnderstood(id);
    QCOMPARE(lines.size(), 3u);
    QCOMPARE(lines[2].line, 1u);
    QCOMPARE(monitor.source(id)->nameOf(lines[2].file), u"x.zip: b.log"_s);
}

QTEST_GUILESS_MAIN(MonitorArchivesTest)
#include "thr_archives.moc"
