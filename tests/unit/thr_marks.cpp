// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Marks and notes stay with their failures, whatever becomes of logs, rows and runs.

#include "logfolder.h"
#include "monitor/marks.h"
#include "monitor/monitor.h"
#include "monitor/session.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class MarksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNoteMarksAndEmptyingItLeavesTheMark();
    void aMarkTakenOffByMistakeComesBackWithItsNote();
    void theNextRunKnowsThem_data();
    void theNextRunKnowsThem();
    void twinsAreToldApartByTheirPlace();
    void aStreamsFailureIsToldByItsRecord();
    void anIdThatComesLaterTellsTheMark();
    void rowsMayGetOtherNumbers();
    void failuresThatAreLetGoLeaveTheirMarks();
    void thereIsAnEndToMarks();
    void theSessionHoldsNoTextOfALog();
    void anOlderSessionHasNone();
    void whatIsNoMarkIsLeftOut_data();
    void whatIsNoMarkIsLeftOut();

private:
    static SourceSpec file(const QString& path, bool follow = false) {
        return {.path = path, .follow = follow, .format = {}, .timeZone = QTimeZone::utc()};
    }
    static QStringList marked(const Monitor& monitor) {
        QStringList notes;
        for (const EventStore::Row row : monitor.marks().rows())
            notes << QString::fromStdString(monitor.events().code(row).key()) + u' ' +
                         monitor.marks().note(row);
        return notes;
    }
};

static QByteArray id(int number) {
    return "req_" + QByteArray::number(number).rightJustified(24, '0');
}

static void waitFor(const Monitor& monitor, std::uint64_t failures) {
    QTRY_COMPARE_WITH_TIMEOUT(monitor.totals().failures, failures, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!monitor.isBusy(), 20'000);
}

void MarksTest::aNoteMarksAndEmptyingItLeavesTheMark() {
    const LogFolder folder;
    Monitor monitor;
    monitor.addSource(file(folder.write(u"a.log"_s, accessLine(1, 529) + accessLine(2, 503))));
    waitFor(monitor, 2);
    Marks& marks = monitor.marks();
    QSignalSpy rows(&monitor, &Monitor::eventChanged);
    QCOMPARE(marks.setNote({1}, u"  two\n lines "_s), 1u);
    QCOMPARE(rows.size(), 1);
    QVERIFY(marks.isMarked(1) && !marks.isMarked(0));
    QCOMPARE(marks.note(1), u"two lines"_s);
    QCOMPARE(marks.setNote({0, 1}, {}), 2u);
    QVERIFY(marks.isMarked(1) && !marks.isMarked(0));
    QCOMPARE(marks.note(1), QString());
    marks.unmark({0, 1});
    QVERIFY(marks.rows().empty());
    QVERIFY(marks.all().empty());
    marks.setNote({0}, QString(Marks::longestNote - 1, u'x') + u"😀"_s);
    QCOMPARE(marks.note(0), QString(Marks::longestNote - 1, u'x'));
}

void MarksTest::aMarkTakenOffByMistakeComesBackWithItsNote() {
    const LogFolder folder;
    Monitor monitor;
    monitor.addSource(file(folder.write(u"a.log"_s, accessLine(1, 529))));
    waitFor(monitor, 1);
    monitor.marks().setNote({0}, u"mine"_s);
    monitor.marks().unmark({0});
    QCOMPARE(monitor.marks().note(0), QString());
    QVERIFY(monitor.marks().all().empty());
    QCOMPARE(monitor.marks().mark({0}), 1u);
    QCOMPARE(marked(monitor), QStringList{u"529 mine"_s});
}

void MarksTest::theNextRunKnowsThem_data() {
    QTest::addColumn<QString>("meanwhile");
    for (const char* meanwhile : {"nothing", "rotated", "twice", "copied and truncated"})
        QTest::newRow(meanwhile) << QString::fromLatin1(meanwhile);
}

void MarksTest::theNextRunKnowsThem() {
    QFETCH(QString, meanwhile);
    const LogFolder folder;
    const QString session = folder.path(u"kept/session.json"_s);
    const QString log = folder.write(u"app.log"_s, accessLine(1, 529) + accessLine(2, 503, id(2)) +
                                                       accessLine(3, 429) + accessLine(4, 401));
    {
        Monitor monitor;
        SessionFile kept(session);
        QVERIFY(kept.lock());
        const SessionRecorder recorder(monitor, std::move(kept));
        monitor.addSource(file(log, true));
        waitFor(monitor, 4);
        QTRY_VERIFY(!monitor.source(0)->checkpoint.read.empty());
        monitor.marks().setNote({1}, u"by id"_s);
        monitor.marks().setNote({2}, u"by place"_s);
    }
    if (meanwhile == "copied and truncated"_L1) {
        QVERIFY(QFile::copy(log, log + u".1"_s));
        folder.write(u"app.log"_s, {});
    } else if (meanwhile != "nothing"_L1) {
        QVERIFY(QFile::rename(log, log + u".1"_s));
    }
    if (meanwhile == "twice"_L1) {
        QVERIFY(QFile::rename(log + u".1"_s, log + u".2"_s));
        folder.write(u"app.log.1"_s, accessLine(11, 529) + accessLine(12, 402) + accessLine(13, 402));
    }
    folder.append(u"app.log"_s, accessLine(21, 529) + accessLine(22, 402));
    Monitor monitor;
    SessionFile kept(session);
    const auto sources = kept.load();
    QCOMPARE(kept.trouble(), QString());
    monitor.marks().restore(kept.marks());
    for (const SourceSpec& spec : sources)
        monitor.addSource(spec);
    waitFor(monitor, meanwhile == "twice"_L1 ? 9 : 6);
    QCOMPARE(marked(monitor), (QStringList{u"503 by id"_s, u"429 by place"_s}));
}

/// Two records of the same bytes.
void MarksTest::twinsAreToldApartByTheirPlace() {
    const LogFolder folder;
    Monitor monitor;
    const SourceId source =
        monitor.addSource(file(folder.write(u"a.log"_s, accessLine(1, 529) + accessLine(1, 529))));
    waitFor(monitor, 2);
    monitor.marks().mark({1});
    monitor.reload(source);
    waitFor(monitor, 2);
    QCOMPARE(monitor.marks().rows(), std::set<EventStore::Row>{1});
    folder.write(u"a.log"_s, accessLine(1, 529) + accessLine(9, 529)); // another record at that place
    monitor.reload(source);
    waitFor(monitor, 2);
    QVERIFY(monitor.marks().rows().empty());
    QCOMPARE(monitor.marks().all().size(), 1u);
}

void MarksTest::aStreamsFailureIsToldByItsRecord() {
    const LogFolder folder;
    const QString log = folder.write(u"a.log"_s, accessLine(1, 529) + accessLine(2, 529));
    SourceSpec spec;
    spec.kind = SourceSpec::Kind::Command;
    spec.command = QStringList{u"cat"_s, log};
    Monitor monitor;
    const SourceId source = monitor.addSource(spec);
    waitFor(monitor, 2);
    monitor.marks().mark({1});
    folder.write(u"a.log"_s, accessLine(0, 503) + accessLine(1, 529) + accessLine(2, 529));
    monitor.reload(source);
    waitFor(monitor, 3);
    QCOMPARE(monitor.marks().rows(), std::set<EventStore::Row>{2});
}

/// The HTTP library tells of the failure first, the program names its id.
void MarksTest::anIdThatComesLaterTellsTheMark() {
    const LogFolder folder;
    const QString log =
        folder.write(u"a.log"_s, "2026-11-03 09:00:00,000 INFO httpx: HTTP Request: POST "
                                 "https://api.derouter.ai/proxy/v1/messages \"HTTP/1.1 529 Overloaded\"\n");
    Monitor monitor;
    monitor.addSource(file(log, true));
    waitFor(monitor, 1);
    monitor.marks().setNote({0}, u"seen early"_s);
    QVERIFY(!monitor.marks().all().front().key.isById());
    folder.append(u"a.log"_s,
                  "2026-11-03 09:00:01,000 ERROR app: Error code: 529 - {'type': 'error', 'error': {'type': "
                  "'overloaded_error', 'message': 'Overloaded'}, 'request_id': '" +
                      id(7) + "'}\n");
    QTRY_VERIFY(!monitor.events().event(0).requestId.empty());
    QCOMPARE(monitor.events().size(), 1u);
    QVERIFY(monitor.marks().all().front().key.isById());
    QCOMPARE(marked(monitor), QStringList{u"529 seen early"_s});
    // Told by another log alone it is the same failure.
    monitor.removeSource(0);
    QVERIFY(monitor.marks().rows().empty());
    monitor.addSource(file(folder.write(u"proxy.log"_s, accessLine(1, 529, id(7)))));
    waitFor(monitor, 1);
    QCOMPARE(marked(monitor), QStringList{u"529 seen early"_s});
}

void MarksTest::rowsMayGetOtherNumbers() {
    const LogFolder folder;
    Monitor monitor;
    const SourceId first = monitor.addSource(file(folder.write(u"a.log"_s, accessLine(1, 529))));
    waitFor(monitor, 1);
    monitor.addSource(file(folder.write(u"b.log"_s, accessLine(2, 503) + accessLine(3, 401, id(3)))));
    waitFor(monitor, 3);
    monitor.marks().setNote({1}, u"place"_s);
    monitor.marks().setNote({2}, u"id"_s);
    monitor.removeSource(first);
    QCOMPARE(monitor.marks().rows(), (std::set<EventStore::Row>{0, 1}));
    QCOMPARE(marked(monitor), (QStringList{u"503 place"_s, u"401 id"_s}));
}

void MarksTest::failuresThatAreLetGoLeaveTheirMarks() {
    constexpr int many = 60'000;
    const LogFolder folder;
    const QString log = folder.write(u"a.log"_s, accessLine(1, 529) + accessLine(2, 529));
    Monitor monitor({.mostBytes = 2 * 1024 * 1024});
    monitor.addSource(file(log, true));
    waitFor(monitor, 2);
    monitor.marks().setNote({1}, u"early"_s);
    QByteArray text;
    for (int i = 0; i < many; ++i)
        text += accessLine(i % 3000, 503);
    folder.append(u"a.log"_s, text);
    waitFor(monitor, many + 2);
    QVERIFY(monitor.events().firstRow() > 1);
    QVERIFY(monitor.marks().rows().empty());
    QCOMPARE(monitor.marks().all().front().note, u"early"_s);
    // Records that memory does not hold any more can be marked, and found again.
    const EventStore::Row oldest = monitor.events().firstRow();
    QVERIFY(monitor.events().raw(oldest).empty());
    monitor.marks().setNote({oldest}, u"read again"_s);
    QVERIFY(!monitor.marks().all().back().key.record.isEmpty());
    monitor.removeSource(monitor.addSource(file(folder.write(u"b.log"_s, {}))));
    QCOMPARE(marked(monitor), QStringList{u"503 read again"_s});
}

/// Those of failures that are not there go first.
void MarksTest::thereIsAnEndToMarks() {
    const LogFolder folder;
    Monitor monitor;
    std::vector<Mark> earlier;
    for (std::size_t i = 0; i < Marks::most; ++i)
        earlier.push_back({{.id = keyHash("gone" + std::to_string(i)), .source = {}, .record = {}}, {}});
    monitor.marks().restore(earlier);
    QByteArray text;
    for (std::size_t i = 0; i < Marks::most + 2; ++i)
        text += accessLine(static_cast<int>(i % 3000), 529);
    monitor.addSource(file(folder.write(u"a.log"_s, text)));
    waitFor(monitor, Marks::most + 2);
    std::vector<EventStore::Row> rows;
    std::ranges::copy(monitor.events().rows(), std::back_inserter(rows));
    QCOMPARE(monitor.marks().mark({0}), 1u);
    QCOMPARE(monitor.marks().all().front().key.id, keyHash("gone1"));
    QCOMPARE(monitor.marks().mark(rows), Marks::most);
    QCOMPARE(monitor.marks().all().size(), Marks::most);
    QVERIFY(!monitor.marks().isMarked(rows.back()));
    // With the longest notes the session can still be read.
    monitor.marks().setNote(rows, QString(Marks::longestNote, QChar(u'字')));
    SessionFile kept(folder.path(u"session.json"_s));
    QVERIFY(kept.save(monitor.sources(), monitor.marks().all()));
    SessionFile next(folder.path(u"session.json"_s));
    QCOMPARE(next.load().size(), 1u);
    QCOMPARE(next.marks(), monitor.marks().all());
}

void MarksTest::theSessionHoldsNoTextOfALog() {
    const LogFolder folder;
    Monitor monitor;
    monitor.addSource(file(folder.write(u"a.log"_s, accessLine(1, 529, id(5)) + accessLine(2, 503))));
    waitFor(monitor, 2);
    monitor.marks().mark({0, 1});
    const QString path = folder.path(u"session.json"_s);
    SessionFile kept(path);
    QVERIFY(kept.save(monitor.sources(), monitor.marks().all()));
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QCOMPARE(QJsonDocument::fromJson(text)["marks"_L1].toArray().size(), 2);
    for (const char* part : {"req_", "messages", "192.0.2.7"})
        QVERIFY(!text.contains(part));
    constexpr QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(path).permissions() & others));
}

void MarksTest::anOlderSessionHasNone() {
    const LogFolder folder;
    const QString log = folder.write(u"a.log"_s, accessLine(1, 529));
    const QJsonObject source{{u"kind"_s, u"file"_s}, {u"path"_s, log}, {u"follow"_s, true}};
    const QJsonDocument older(QJsonObject{{u"schema"_s, 1}, {u"sources"_s, QJsonArray{source}}});
    SessionFile kept(folder.write(u"session.json"_s, older.toJson()));
    QCOMPARE(kept.load().size(), 1u);
    QCOMPARE(kept.trouble(), QString());
    QVERIFY(kept.marks().empty());
}

void MarksTest::whatIsNoMarkIsLeftOut_data() {
    QTest::addColumn<QByteArray>("marks");
    const QByteArray hash(32, 'a');
    const QByteArray good = R"({"id":")" + hash + R"(","note":"kept"})";
    QTest::newRow("no list") << QByteArray(R"({"id":"x"})");
    QTest::newRow("no object") << "[7," + good + "]";
    QTest::newRow("a short hash") << R"([{"id":"aa"},)" + good + "]";
    QTest::newRow("a place without a source") << R"([{"offset":7},)" + good + "]";
    QTest::newRow("a source without a place") << R"([{"source":")" + hash + R"("},)" + good + "]";
    QTest::newRow("half a byte") << R"([{"source":")" + hash + R"(","offset":0.5},)" + good + "]";
    QTest::newRow("before the file") << R"([{"source":")" + hash + R"(","offset":-1},)" + good + "]";
    QTest::newRow("twice") << "[" + good + "," + good + "]";
}

void MarksTest::whatIsNoMarkIsLeftOut() {
    QFETCH(QByteArray, marks);
    const LogFolder folder;
    const QString log = folder.write(u"a.log"_s, accessLine(1, 529));
    SessionFile kept(folder.write(u"session.json"_s, R"({"schema":1,"sources":[{"kind":"file","path":")" +
                                                         log.toUtf8() + R"("}],"marks":)" + marks + "}"));
    QCOMPARE(kept.load().size(), 1u);
    QCOMPARE(kept.trouble(), QString());
    Monitor monitor;
    monitor.marks().restore(kept.marks());
    const auto all = monitor.marks().all();
    QCOMPARE(all.size(), marks.startsWith('[') ? 1u : 0u);
    if (!all.empty())
        QCOMPARE(all.front().note, u"kept"_s);
}

QTEST_GUILESS_MAIN(MarksTest)
#include "thr_marks.moc"
