// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is open is there again after the next start, and with it every line that still stands on disk.
// DEROUTER_KILLS says how often the program is killed.

#include "logfolder.h"
#include "monitor/monitor.h"
#include "monitor/session.h"
#include "packing.h"
#include "programrun.h"
#include "source/address.h"
#include "source/filesource.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <atomic>
#include <csignal>
#include <random>
#include <thread>

#include <sys/resource.h>

using namespace derouter;
using namespace Qt::StringLiterals;

class SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsOpenComesBack();
    void nothingOfALogIsKept();
    void aDamagedFileNeverStopsTheStart_data();
    void aDamagedFileNeverStopsTheStart();
    void oneDamagedEntryIsLeftOut_data();
    void oneDamagedEntryIsLeftOut();
    void aFullDiskLeavesTheOldFile();
    void aSecondWindowLeavesItAlone();
    void aLockThatNamesNobodyHoldsNothing();
    void filesPassedOverStayOut();
    void whatWasRotatedMeanwhileIsRead_data();
    void whatWasRotatedMeanwhileIsRead();
    void whatIsGoneIsAGap_data();
    void whatIsGoneIsAGap();
    void whatIsGoneIsToldAgainAfterAKill();
    void readingAgainKeepsRotatedFiles();
    void aFolderComesBackWithItsLogs();
    void aNamedFolderGoesOnWithItsLogs_data();
    void aNamedFolderGoesOnWithItsLogs();
    void aPastedTextIsNotKept();
    void aLinkWasLaidMeanwhile();
    void whereALogBeginsIsKeptSoon();
    void ofManyNewSourcesFewAreSavedAlone();
    void commandsOfOthersAreNotRun();
    void addressesAreKeptWithoutPasswords();
    void nothingIsLostByKilling();
};

static std::vector<SourceInfo> infos(const std::vector<SourceSpec>& specs) {
    std::vector<SourceInfo> list;
    for (const SourceSpec& spec : specs)
        list.emplace_back().spec = spec;
    return list;
}

static SourceSpec followed(const QString& path) {
    SourceSpec spec;
    spec.path = path;
    spec.follow = true;
    return spec;
}

void SessionTest::whatIsOpenComesBack() {
    const LogFolder folder;
    SourceSpec first = followed(folder.write(u"a.log"_s, accessLine(1, 200)));
    first.format = u"nginx-combined"_s;
    first.timeZone = QTimeZone("Asia/Tokyo");
    SourceSpec second;
    second.path = folder.write(u"b.log"_s, accessLine(1, 200));
    second.older = {folder.write(u"b.log.1"_s, accessLine(1, 200))};
    const QString path = folder.path(u"kept/session.json"_s);
    {
        Monitor monitor;
        SessionFile file(path);
        QVERIFY(file.lock());
        QCOMPARE(file.load().size(), std::size_t(0));
        QCOMPARE(file.trouble(), QString());
        const SessionRecorder recorder(monitor, std::move(file));
        monitor.addSource(first);
        QVERIFY(QFileInfo::exists(path)); // at once
        monitor.addSource(second);
        QTRY_VERIFY(!monitor.source(0)->checkpoint.read.empty());
    }
    constexpr QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(path).permissions() & others));
    const auto sources = SessionFile(path).load();
    QCOMPARE(sources.size(), std::size_t(2));
    QCOMPARE(sources[0].path, first.path);
    QCOMPARE(sources[0].format, first.format);
    QCOMPARE(sources[0].timeZone->id(), first.timeZone->id());
    QVERIFY(sources[0].follow);
    QCOMPARE(sources[0].resume->read.size(), std::size_t(1));
    QCOMPARE(sources[1].older, second.older);
    QVERIFY(!sources[1].follow);
    QVERIFY(!sources[1].resume);
}

void SessionTest::nothingOfALogIsKept() {
    const LogFolder folder;
    const QString path = folder.path(u"session.json"_s);
    Monitor monitor;
    monitor.addSource(followed(folder.write(u"a.log"_s, "Authorization: Bearer secret-words\n")));
    QTRY_VERIFY(!monitor.source(0)->checkpoint.read.empty());
    QVERIFY(SessionFile(path).save(monitor.sources()).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QVERIFY(kept.contains("a.log"));
    QVERIFY(!kept.contains("secret") && !kept.contains("Bearer"));
}

void SessionTest::aDamagedFileNeverStopsTheStart_data() {
    QTest::addColumn<QByteArray>("bytes");
    const LogFolder folder;
    QVERIFY(SessionFile(folder.path(u"s"_s)).save(infos({followed(u"/var/log/app.log"_s)})).ok());
    QFile whole(folder.path(u"s"_s));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray text = whole.readAll();
    for (const double part : {0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99})
        QTest::addRow("F64 cut at %.0f %%", part * 100)
            << text.first(qsizetype(part * double(text.size() - 2)));
    const auto row = [](const char* name, const QByteArray& bytes) { QTest::newRow(name) << bytes; };
    row("F64 zeros", QByteArray(4096, '\0'));
    row("F64 zeros behind", text.first(40) + QByteArray(400, '\0'));
    row("F64 one zero first", '\0' + text);
    row("F64 no UTF-8", "\xff\xfe\xfa\xfb");
    row("F64 an older version", QByteArray(text).replace("\"schema\": 1", "\"schema\": 0"));
    row("F64 a newer version", QByteArray(text).replace("\"schema\": 1", "\"schema\": 2"));
    row("F64 a version in words", QByteArray(text).replace("\"schema\": 1", "\"schema\": \"1\""));
    row("F64 no version", QByteArray(text).replace("schema", "scheme"));
    row("F64 no list", QByteArray(text).replace("\"sources\": [", "\"sources\": {}, \"x\": ["));
    row("F64 another list", QByteArray(text).replace("\"sources\"", "\"files\""));
    row("F64 a list alone", "[]");
    row("F64 a word alone", "\"session\"");
    row("F64 null", "null");
    row("F64 two documents", text + text);
    row("F64 words", "this is no session\n");
    row("F64 another program's", "[General]\nsources=@Variant(\\0\\0\\0\\x7f)\n");
    row("F64 deep", QByteArray(100'000, '['));
    row("F64 too large", R"({"schema":1,"sources":[")" + QByteArray(17 * 1024 * 1024, 'x') + R"("]})");
    row("F64 a huge number", R"({"schema":1e999,"sources":[]})");
    row("F64 white space", QByteArray(1000, ' '));
    row("F64 an empty object", "{}");
}

void SessionTest::aDamagedFileNeverStopsTheStart() {
    QFETCH(QByteArray, bytes);
    const LogFolder folder;
    const QString path = folder.write(u"session.json"_s, bytes);
    SessionFile alone(path);
    QCOMPARE(alone.load().size(), std::size_t(0));
    QVERIFY(alone.trouble().contains(u"put aside"_s));
    QFile aside(path + ".damaged"_L1);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bytes);
    QVERIFY(alone.save({}).ok());

    // With what was saved before beside it, that is used.
    QVERIFY(alone.save(infos({followed(u"/var/log/app.log"_s)})).ok());
    QVERIFY(alone.save(infos({followed(u"/var/log/app.log"_s), followed(u"/var/log/b.log"_s)})).ok());
    folder.write(u"session.json"_s, bytes);
    SessionFile file(path);
    const auto sources = file.load();
    QCOMPARE(sources.size(), std::size_t(1));
    QCOMPARE(sources[0].path, u"/var/log/app.log"_s);
}

void SessionTest::oneDamagedEntryIsLeftOut_data() {
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<int>("sources"); // beside the whole one
    QTest::addColumn<int>("marks");
    const auto row = [](const char* name, const char* entry, int sources, int marks = 0) {
        QTest::newRow(name) << QByteArray(entry) << sources << marks;
    };
    const QByteArray hash(64, 'a');
    row("null", "null", 0);
    row("a number", "7", 0);
    row("no path", R"({"kind":"file"})", 0);
    row("a path of another type", R"({"kind":"file","path":[1]})", 0);
    row("a zero in the path", R"({"kind":"file","path":"a\u0000b"})", 0);
    row("an unknown kind", R"({"kind":"satellite","path":"/a.log"})", 0);
    row("an unknown zone", R"({"kind":"file","path":"/a.log","time_zone":"Moon/Base"})", 1);
    row("a format of another type", R"({"kind":"file","path":"/a.log","format":{}})", 1);
    row("marks of another type", R"({"kind":"file","path":"/a.log","read":"x","passed_over":7})", 1);
    const auto marked = [&](const QByteArray& mark) {
        return R"({"kind":"file","path":"/a.log","read":[)" + mark + "]}";
    };
    const QByteArray none = R"({"bytes":0,"sha256":""})";
    const QByteArray four = R"({"bytes":4,"sha256":")" + hash + "\"}";
    const auto mark = [&](const char* offset, const QByteArray& head) {
        return marked(QByteArray(R"({"offset":)") + offset + R"(,"head":)" + head + R"(,"anchor":)" + none +
                      "}");
    };
    QTest::newRow("a whole mark") << mark("10", four) << 1 << 1;
    QTest::newRow("a negative place") << mark("-1", none) << 1 << 0;
    QTest::newRow("a place beyond all") << mark("1e300", none) << 1 << 0;
    QTest::newRow("half a byte") << mark("0.5", none) << 1 << 0;
    QTest::newRow("a beginning longer than the file") << mark("3", four) << 1 << 0;
    QTest::newRow("a short hash") << mark("10", R"({"bytes":4,"sha256":"aa"})") << 1 << 0;
}

void SessionTest::oneDamagedEntryIsLeftOut() {
    QFETCH(QByteArray, entry);
    QFETCH(int, sources);
    QFETCH(int, marks);
    const LogFolder folder;
    SessionFile file(folder.write(u"s"_s, R"({"schema":1,"sources":[)" + entry +
                                              R"(,{"kind":"file","path":"/whole.log","follow":true}]})"));
    const auto loaded = file.load();
    QCOMPARE(loaded.size(), std::size_t(sources) + 1);
    QCOMPARE(loaded.back().path, u"/whole.log"_s);
    QCOMPARE(int(loaded.front().resume.value_or(Checkpoint()).read.size()), marks);
    QCOMPARE(file.trouble(), QString());
}

void SessionTest::aFullDiskLeavesTheOldFile() {
    const LogFolder folder;
    const QString path = folder.path(u"session.json"_s);
    Monitor monitor;
    SessionFile file(path);
    QVERIFY(file.save(infos({followed(u"/kept.log"_s)})).ok());
    // F65: the kernel refuses every further byte, as a full disk does.
    rlimit before = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit full = {8, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
    int told = 0;
    {
        SessionRecorder recorder(monitor, std::move(file));
        connect(&recorder, &SessionRecorder::failed, this, [&told] { ++told; });
        monitor.addSource(followed(folder.path(u"a.log"_s)));
        monitor.addSource(followed(folder.path(u"b.log"_s)));
    }
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, ignored);
    QVERIFY(told <= 1);
    const auto sources = SessionFile(path).load();
    QCOMPARE(sources.size(), std::size_t(1));
    QCOMPARE(sources[0].path, u"/kept.log"_s);
}

void SessionTest::aSecondWindowLeavesItAlone() { // F66
    const LogFolder folder;
    const QString log = folder.write(u"a.log"_s, accessLine(1, 529));
    const QString path = folder.path(u"session.json"_s);
    SessionFile ours(path);
    QVERIFY(ours.lock());
    QVERIFY(ours.save(infos({followed(u"/kept.log"_s)})).ok());
    const Run second = run({u"--report"_s, u"json"_s, u"--session"_s, path, log});
    QCOMPARE(second.status, 1);
    QVERIFY(second.err.contains("another run"));
    QCOMPARE(SessionFile(path).load().front().path, u"/kept.log"_s);
}

/// F63: killed between making the lock and writing into it.
void SessionTest::aLockThatNamesNobodyHoldsNothing() {
    const LogFolder folder;
    for (const QByteArray& left : {QByteArray(), QByteArray("\n"), QByteArray("x\n")}) {
        folder.write(u"session.json.lock"_s, left);
        SessionFile session(folder.path(u"session.json"_s));
        QVERIFY2(session.lock(), left.constData());
        QVERIFY(!SessionFile(folder.path(u"session.json"_s)).lock());
    }
}

/// Follows until all is read, then ends, as a user does.
static void followOnce(const QString& session, const QString& log) {
    const Run first =
        run({u"--report"_s, u"json"_s, u"--follow"_s, u"--for"_s, u"0.4"_s, u"--session"_s, session, log});
    QCOMPARE(first.status, 0);
}

static QJsonObject reportOf(const QString& session) {
    return run({u"--report"_s, u"json"_s, u"--session"_s, session}).json();
}

void SessionTest::filesPassedOverStayOut() {
    const LogFolder folder;
    const QString session = folder.path(u"session.json"_s);
    const QString log = folder.write(u"app.log"_s, accessLine(60, 200) + accessLine(61, 529));
    folder.write(u"app.log.2.gz"_s, packed(accessLine(1, 402)));
    folder.write(u"app.log.1"_s, accessLine(30, 401));
    followOnce(session, log);
    QCOMPARE(reportOf(session)["total_requests"_L1].toInt(), 2);
    // Rotated twice, the first of them compressed.
    QVERIFY(QFile::rename(folder.path(u"app.log.2.gz"_s), folder.path(u"app.log.4.gz"_s)));
    folder.write(u"app.log.3.gz"_s, packed(accessLine(30, 401)));
    QVERIFY(QFile::remove(folder.path(u"app.log.1"_s)));
    folder.write(u"app.log.2.gz"_s, packed(accessLine(60, 200) + accessLine(61, 529)));
    folder.write(u"app.log.1"_s, accessLine(90, 503));
    folder.write(u"app.log"_s, accessLine(120, 200));
    const QJsonObject report = reportOf(session);
    QCOMPARE(report["total_requests"_L1].toInt(), 4);
    QCOMPARE(report["failures_by_status"_L1].toObject(), (QJsonObject{{u"503"_s, 1}, {u"529"_s, 1}}));
    QCOMPARE(report["sources"_L1][0]["ledger"_L1]["gaps"_L1].toArray(), QJsonArray());
    QCOMPARE(reportOf(session)["total_requests"_L1].toInt(), 4);
}

void SessionTest::whatWasRotatedMeanwhileIsRead_data() {
    QTest::addColumn<QString>("how");
    for (const char* how : {"rename", "copytruncate", "compress", "twice", "nothing"})
        QTest::addRow("F13 %s", how) << QString::fromLatin1(how);
}

void SessionTest::whatWasRotatedMeanwhileIsRead() {
    QFETCH(QString, how);
    const LogFolder folder;
    const QString session = folder.path(u"session.json"_s);
    QByteArray content;
    for (int second = 0; second < 100; ++second)
        content += accessLine(second, second % 5 == 0 ? 529 : 200);
    const QString log = folder.write(u"app.log"_s, content);
    followOnce(session, log);
    const QByteArray more = accessLine(101, 503) + accessLine(102, 200);
    folder.append(u"app.log"_s, more);
    if (how == "copytruncate"_L1) {
        QVERIFY(QFile::copy(log, folder.path(u"app.log.1"_s)));
        folder.write(u"app.log"_s, {});
    } else if (how != "nothing"_L1) {
        QVERIFY(QFile::rename(log, folder.path(u"app.log.1"_s)));
    }
    if (how == "compress"_L1) {
        folder.write(u"app.log.1.gz"_s, packed(content + more));
        QVERIFY(QFile::remove(folder.path(u"app.log.1"_s)));
    }
    if (how == "twice"_L1) {
        QVERIFY(QFile::rename(folder.path(u"app.log.1"_s), folder.path(u"app.log.2"_s)));
        folder.write(u"app.log.1"_s, accessLine(103, 402));
    }
    folder.append(u"app.log"_s, accessLine(104, 402));
    const QJsonObject report = reportOf(session);
    const bool twice = how == "twice"_L1;
    QCOMPARE(report["total_requests"_L1].toInt(), twice ? 104 : 103);
    QCOMPARE(report["failures_by_status"_L1].toObject(),
             (QJsonObject{{u"402"_s, twice ? 2 : 1}, {u"503"_s, 1}, {u"529"_s, 20}}));
    QCOMPARE(report["sources"_L1][0]["ledger"_L1]["gaps"_L1].toArray(), QJsonArray());
}

void SessionTest::whatIsGoneIsAGap_data() {
    QTest::addColumn<QString>("how");
    for (const char* how : {"truncated", "shortened", "rewritten", "deleted"})
        QTest::addRow("F10 %s", how) << QString::fromLatin1(how);
}

void SessionTest::whatIsGoneIsAGap() {
    QFETCH(QString, how);
    const LogFolder folder;
    const QString session = folder.path(u"session.json"_s);
    const QByteArray content = accessLine(1, 529) + accessLine(2, 200) + accessLine(3, 503);
    const QString log = folder.write(u"app.log"_s, content);
    followOnce(session, log);
    if (how == "deleted"_L1)
        QVERIFY(QFile::remove(log));
    folder.write(u"app.log"_s, how == "shortened"_L1 ? accessLine(1, 529) : QByteArray());
    if (how == "rewritten"_L1)
        folder.append(u"app.log"_s,
                      accessLine(11, 402) + accessLine(12, 402) + accessLine(13, 402) + accessLine(14, 402));
    const QJsonObject report = reportOf(session);
    const QJsonArray gaps = report["sources"_L1][0]["ledger"_L1]["gaps"_L1].toArray();
    QCOMPARE(gaps.size(), 1);
    QCOMPARE(gaps[0]["bytes"_L1].toInt(), content.size());
    QVERIFY(gaps[0]["cause"_L1].toString().contains(u"earlier run"_s));
    QCOMPARE(report["failures"_L1].toInt(), how == "rewritten"_L1 ? 4 : how == "shortened"_L1 ? 1 : 0);
    // It is told once.
    QCOMPARE(reportOf(session)["sources"_L1][0]["ledger"_L1]["gaps"_L1].toArray(), QJsonArray());
}

/// F63: killed before everything was read again, and so before anybody may have seen the gap.
void SessionTest::whatIsGoneIsToldAgainAfterAKill() {
    const LogFolder folder;
    SourceSpec spec = followed(folder.write(u"app.log"_s, accessLine(1, 529)));
    std::array<char, 4096> buffer;
    const auto readOn = [&buffer](FileSource& source) {
        qsizetype gaps = 0;
        for (auto status = ReadResult::Status::Data; status != ReadResult::Status::AtEnd;) {
            const ReadResult result = source.read(buffer);
            status = result.status;
            gaps += result.gap ? 1 : 0;
        }
        return gaps;
    };
    {
        FileSource first(spec);
        QVERIFY(first.open());
        QCOMPARE(readOn(first), 0);
        spec.resume = first.checkpoint();
    }
    QVERIFY(QFile::remove(spec.path));
    folder.write(u"app.log"_s, accessLine(2, 503));
    for (int kill = 0; kill < 2; ++kill) {
        FileSource killed(spec);
        QVERIFY(killed.open());
        spec.resume = killed.checkpoint();
    }
    FileSource last(spec);
    QVERIFY(last.open());
    QCOMPARE(readOn(last), 1);
    spec.resume = last.checkpoint();
    FileSource next(spec);
    QVERIFY(next.open());
    QCOMPARE(readOn(next), 0);
}

void SessionTest::readingAgainKeepsRotatedFiles() {
    const LogFolder folder;
    const QString log = folder.write(u"app.log"_s, accessLine(1, 529));
    folder.write(u"app.log.1"_s, accessLine(0, 401));
    Monitor monitor;
    const SourceId id = monitor.addSource(followed(log));
    QTRY_COMPARE(monitor.totals().failures, std::uint64_t(1));
    QTRY_VERIFY(!monitor.source(id)->checkpoint.passedOver.empty());
    QVERIFY(QFile::rename(folder.path(u"app.log.1"_s), folder.path(u"app.log.2"_s)));
    QVERIFY(QFile::rename(log, folder.path(u"app.log.1"_s)));
    folder.write(u"app.log"_s, accessLine(2, 503));
    QTRY_COMPARE(monitor.totals().failures, std::uint64_t(2));
    monitor.reload(id);
    QTRY_COMPARE(monitor.totals().failures, std::uint64_t(2));
    QVERIFY(monitor.source(id)->ledger.gaps.empty());
}

static SourceSpec watched(const QString& folder, const QString& names = {}) {
    SourceSpec spec;
    spec.kind = SourceSpec::Kind::Folder;
    spec.path = folder;
    spec.names = names;
    spec.follow = true;
    return spec;
}

void SessionTest::aFolderComesBackWithItsLogs() {
    const LogFolder folder;
    const QString log = folder.write(u"a.log"_s, accessLine(1, 529));
    const QString path = QFileInfo(log).path();
    const QString session = folder.path(u"kept/session.json"_s);
    {
        Monitor monitor;
        SessionFile file(session);
        QVERIFY(file.lock());
        const SessionRecorder recorder(monitor, std::move(file));
        monitor.addSource(watched(path, u"*.log"_s));
        QTRY_COMPARE(monitor.sources().size(), 2u);
        QTRY_VERIFY(!monitor.source(1)->checkpoint.read.empty());
    }
    const auto sources = SessionFile(session).load();
    QCOMPARE(sources.size(), std::size_t(2));
    QCOMPARE(sources[0].kind, SourceSpec::Kind::Folder);
    QCOMPARE(sources[0].path, path);
    QCOMPARE(sources[0].names, u"*.log"_s);
    QVERIFY(sources[0].follow);
    QCOMPARE(sources[1].kind, SourceSpec::Kind::File);
    QCOMPARE(sources[1].path, log);
    QVERIFY(sources[1].resume);
}

void SessionTest::aNamedFolderGoesOnWithItsLogs_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<QStringList>("mode");
    const QStringList followed{u"--follow"_s, u"--for"_s, u"3"_s};
    QTest::newRow("not named") << QString() << followed;
    QTest::newRow("a folder") << u"logs"_s << followed;
    QTest::newRow("a folder, spelled otherwise") << u"logs/../logs/"_s << followed;
    QTest::newRow("a pattern") << u"logs/*.log"_s << followed;
    QTest::newRow("not named, read once") << QString() << QStringList();
    QTest::newRow("a folder, read once") << u"logs"_s << QStringList();
}

/// Of a log that was rotated twice meanwhile every line is there once; another one came.
void SessionTest::aNamedFolderGoesOnWithItsLogs() {
    QFETCH(QString, word);
    QFETCH(QStringList, mode);
    const LogFolder folder;
    QVERIFY(QDir().mkpath(folder.path(u"logs"_s)));
    const QString session = folder.path(u"session.json"_s);
    folder.write(u"logs/a.log"_s, accessLine(1, 529));
    const QString first = word.isEmpty() ? u"logs"_s : word;
    QCOMPARE(run({u"--report"_s, u"json"_s, u"--follow"_s, u"--for"_s, u"3"_s, u"--session"_s, session,
                  folder.path(first)})
                 .json()["failures"_L1]
                 .toInt(),
             1);
    folder.append(u"logs/a.log"_s, accessLine(2, 503));
    QVERIFY(QFile::rename(folder.path(u"logs/a.log"_s), folder.path(u"logs/a.log.2"_s)));
    folder.write(u"logs/a.log.1"_s, accessLine(3, 429));
    folder.write(u"logs/a.log"_s, accessLine(4, 402));
    folder.write(u"logs/b.log"_s, accessLine(5, 500));
    QStringList arguments = QStringList{u"--report"_s, u"json"_s, u"--session"_s, session} + mode;
    if (!word.isEmpty())
        arguments << folder.path(word);
    const Run second = run(arguments);
    QCOMPARE(second.err, QByteArray());
    const QJsonObject codes = second.json()["failures_by_status"_L1].toObject();
    for (const QString& code : {u"529"_s, u"503"_s, u"429"_s, u"402"_s, u"500"_s})
        QVERIFY2(codes[code].toInt() == 1, second.out);
    QCOMPARE(second.json()["sources"_L1].toArray().size(), 2);
}

void SessionTest::aPastedTextIsNotKept() {
    const LogFolder folder;
    SourceSpec text;
    text.kind = SourceSpec::Kind::Text;
    text.text = "secret words";
    SessionFile file(folder.path(u"session.json"_s));
    QVERIFY(file.save(infos({text, followed(u"/a.log"_s)})).ok());
    QFile saved(folder.path(u"session.json"_s));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(!saved.readAll().contains("secret"));
    QCOMPARE(SessionFile(folder.path(u"session.json"_s)).load().size(), std::size_t(1));
}

/// F23: what a link led to is read to its end, although it leads to another file now.
void SessionTest::aLinkWasLaidMeanwhile() {
#ifdef Q_OS_UNIX
    const LogFolder folder;
    const QString session = folder.path(u"session.json"_s);
    const QString link = folder.path(u"current.log"_s);
    QVERIFY(QFile::link(folder.write(u"monday.log"_s, accessLine(1, 529)), link));
    followOnce(session, link);
    folder.append(u"monday.log"_s, accessLine(2, 503));
    QVERIFY(QFile::remove(link));
    QVERIFY(QFile::link(folder.write(u"tuesday.log"_s, accessLine(3, 429)), link));
    const QJsonObject report = reportOf(session);
    QCOMPARE(report["failures"_L1].toInt(), 3);
    QCOMPARE(report["sources"_L1][0]["ledger"_L1]["gaps"_L1].toArray(), QJsonArray());
#endif
}

/// A kill right after the start loses nothing of a rotation that follows: where the log began is kept.
void SessionTest::whereALogBeginsIsKeptSoon() {
    const LogFolder folder;
    const QString path = folder.path(u"session.json"_s);
    Monitor monitor;
    const SessionRecorder recorder(monitor, SessionFile(path));
    monitor.addSource(followed(folder.write(u"a.log"_s, accessLine(1, 529))));
    const auto isKept = [&path] {
        const auto kept = SessionFile(path).load();
        return kept.size() == 1 && kept.front().resume && !kept.front().resume->read.empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isKept(), 1500); // sooner than by the clock
}

/// The session is written at once for the first, then now and then, and at the end.
void SessionTest::ofManyNewSourcesFewAreSavedAlone() {
    const LogFolder folder;
    const QString path = folder.path(u"session.json"_s);
    Monitor monitor;
    {
        const SessionRecorder recorder(monitor, SessionFile(path));
        monitor.addSource(followed(folder.path(u"0.log"_s)));
        QCOMPARE(SessionFile(path).load().size(), std::size_t(1));
        for (int i = 1; i < 10; ++i)
            monitor.addSource(followed(folder.path(u"%1.log"_s.arg(i))));
        QCOMPARE(SessionFile(path).load().size(), std::size_t(1));
        QTRY_COMPARE_WITH_TIMEOUT(SessionFile(path).load().size(), std::size_t(10),
                                  2000); // sooner than by the clock
        monitor.removeSource(0);
        monitor.removeSource(1);
    }
    QCOMPARE(SessionFile(path).load().size(), std::size_t(8));
}

void SessionTest::commandsOfOthersAreNotRun() { // B50
    const LogFolder folder;
    const QString path = folder.path(u"session.json"_s);
    SourceSpec command;
    command.kind = SourceSpec::Kind::Command;
    command.command = {u"echo"_s, u"a; touch /b"_s};
    QVERIFY(SessionFile(path).save(infos({command, followed(u"/kept.log"_s)})).ok());
    const auto ours = SessionFile(path).load();
    QCOMPARE(ours.size(), std::size_t(2));
    QCOMPARE(ours[0].command, command.command);
    QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::WriteOther));
    SessionFile file(path);
    const auto others = file.load();
    QCOMPARE(others.size(), std::size_t(1));
    QCOMPARE(others[0].path, u"/kept.log"_s);
    QVERIFY(file.trouble().contains(u"were not run"_s));
}

/// Without the password, and from a file that others can write not at all.
void SessionTest::addressesAreKeptWithoutPasswords() { // B50
    const LogFolder folder;
    const QString path = folder.path(u"session.json"_s);
    const SourceSpec loki = addressSource(u"loki+https://me:secret@logs/?query={a=\"b\"}"_s, {});
    QVERIFY(SessionFile(path).save(infos({loki, followed(u"/kept.log"_s)})).ok());
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly) && !saved.readAll().contains("secret"));
    const auto ours = SessionFile(path).load();
    QCOMPARE(ours.size(), std::size_t(2));
    QCOMPARE(ours[0].kind, SourceSpec::Kind::Address);
    QCOMPARE(ours[0].address, loki.address);
    QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::WriteOther));
    SessionFile file(path);
    QCOMPARE(file.load().size(), std::size_t(1));
    QVERIFY(file.trouble().contains(u"were not opened"_s));
}

namespace {

/// Writes requests into a log and rotates it, five files kept for good.
class RotatingWriter {
public:
    explicit RotatingWriter(const LogFolder& folder)
        : m_folder(folder)
        , m_thread([this] { write(); }) {}
    ~RotatingWriter() {
        m_stopping = true;
        m_thread.join();
    }
    RotatingWriter(const RotatingWriter&) = delete;
    RotatingWriter& operator=(const RotatingWriter&) = delete;

    void pause(bool on) {
        m_pause = on;
        while (on && !m_isPaused)
            std::this_thread::yield();
    }

    int written() const { return m_written; }
    int failures() const { return m_failures; }

private:
    void write() {
        std::mt19937 random(7);
        while (!m_stopping) {
            m_isPaused = m_pause.load();
            if (m_isPaused) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                continue;
            }
            QByteArray lines;
            const int count = 1 + int(random() % 120);
            for (int i = 0; i < count; ++i) {
                const bool fails = random() % 50 == 0;
                lines += accessLine(m_written / 1000, fails ? 529 : 200,
                                    "req_" + QByteArray::number(m_written, 16).rightJustified(24, '0'));
                m_failures += fails ? 1 : 0;
                ++m_written;
            }
            m_folder.append(u"app.log"_s, lines);
            if (random() % 8 == 0)
                rotate(random() % 2 == 0);
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }

    /// Numbers that grow: nothing is deleted, however often it rotates.
    void rotate(bool compressed) {
        const QString to = u"app.log-20261103-%1"_s.arg(++m_rotations, 4, 10, QChar(u'0'));
        QFile::rename(m_folder.path(u"app.log"_s), m_folder.path(to));
        m_folder.write(u"app.log"_s, {});
        if (!compressed)
            return;
        QFile plain(m_folder.path(to));
        if (plain.open(QIODevice::ReadOnly))
            m_folder.write(to + u".gz"_s, packed(plain.readAll()));
        QFile::remove(m_folder.path(to));
    }

    const LogFolder& m_folder;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_pause = false;
    std::atomic<bool> m_isPaused = false;
    std::atomic<int> m_written = 0;
    std::atomic<int> m_failures = 0;
    int m_rotations = 0;
    std::thread m_thread;
};

} // namespace

void SessionTest::nothingIsLostByKilling() { // F63
    const int kills = std::max(12, qEnvironmentVariableIntValue("DEROUTER_KILLS"));
    const LogFolder folder;
    const QString session = folder.path(u"session.json"_s);
    const QString log = folder.write(u"app.log"_s, {});
    followOnce(session, log);
    RotatingWriter writer(folder);
    std::mt19937 random(11);
    for (int i = 0; i < kills; ++i) {
        QProcess process;
        process.setProcessEnvironment(cleanEnvironment());
        process.start(QStringLiteral(DEROUTER_MONITOR_BINARY),
                      {u"--report"_s, u"json"_s, u"--follow"_s, u"--session"_s, session});
        QVERIFY(process.waitForStarted());
        QTest::qWait(int(random() % 200));
        process.kill();
        QVERIFY(process.waitForFinished());
        writer.pause(true);
        const Run reported = run({u"--report"_s, u"json"_s, u"--session"_s, session});
        const QJsonObject report = reported.json();
        const QByteArray where = "kill " + QByteArray::number(i + 1);
        QVERIFY2(report["total_requests"_L1].toInt() == writer.written(),
                 where + ": " + QByteArray::number(report["total_requests"_L1].toInt()) + " of " +
                     QByteArray::number(writer.written()) + ", status " +
                     QByteArray::number(reported.status) + ", " + reported.err);
        QCOMPARE(report["failures"_L1].toInt(), writer.failures());
        QCOMPARE(report["sources"_L1][0]["ledger"_L1]["gaps"_L1].toArray(), QJsonArray());
        writer.pause(false);
    }
}

QTEST_GUILESS_MAIN(SessionTest)
#include "thr_session.moc"
