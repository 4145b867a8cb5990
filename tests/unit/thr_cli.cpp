// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program from outside: reports, exit statuses and sentences, as scripts see them.

#include "commandbed.h"
#include "programrun.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace derouter;
using namespace Qt::StringLiterals;

class CliTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reportsAsTheContractSays();
    void readsARotatedSetAsOneSource();
    void writesEveryFormat_data();
    void writesEveryFormat();
    void exitStatuses_data();
    void exitStatuses();
    void badSourcesAreNamedAndOthersGoOn_data();
    void badSourcesAreNamedAndOthersGoOn();
    void readsStandardInput();
    void readsAllThatAFastPipeBrings();
    void waitsForAPipeThatPauses();
    void aTerminatedPipeReportsInFull();
    void readsACommand();
    void saysWhyACommandFailed_data();
    void saysWhyACommandFailed();
    void noSecretOfACommandLeaves();
    void notesThatNoShellIsUsed();
    void aTerminatedFollowerOfACommandReportsInFull();
    void aKilledMonitorLeavesNoCommandBehind();
    void writesToAFileOfItsOwn();
    void neverWritesThroughALink();
    void neverTakesASourcesPlace();
    void endsWhenNobodyReadsTheLines();
    void readsThousandsOfFilesWithFewDescriptors();
    void followsAsManyFilesAsItCan();
    void watchesAFolder();
    void followsForSoLong();
    void saysWhichLogNeverCame();
    void aTerminatedFollowerReportsInFull();
    void savesAFormatByName();
    void explainsWhatIsPasted();
    void explainsInTheWordsOfTheUsersGuide();
    void noSecretLeaves();
};

static QByteArray smallLog() {
    return accessLine(1, 200) + accessLine(2, 529, "req_bbbbbbbbbbbbbbbbbbbbbbbb") +
           accessLine(62, 402, "req_aaaaaaaaaaaaaaaaaaaaaaaa") +
           "192.0.2.7 - - [03/Nov/2026:09:00:01 +0000] \"GET /healthz HTTP/1.1\" 404 2 \"-\" \"x\"\n";
}

void CliTest::readsARotatedSetAsOneSource() {
    const LogFolder folder;
    const QString live = folder.write(u"access.log"_s, accessLine(62, 402, "req_aaaaaaaaaaaaaaaaaaaaaaaa"));
    const QString old = folder.write(u"access.log.1"_s, accessLine(1, 200) + accessLine(2, 529));
    const QJsonObject report = run({u"--report"_s, u"json"_s, live, old}).json();
    QCOMPARE(report["sources"_L1].toArray().size(), 1);
    QCOMPARE(report["sources"_L1][0]["lines"_L1].toInt(), 3);
    QCOMPARE(report["total_requests"_L1].toInt(), 3);
    const QJsonArray events = report["events"_L1].toArray();
    QCOMPARE(events[0]["source"_L1].toString(), u"access.log.1"_s);
    QCOMPARE(events[0]["line"_L1].toInt(), 2);
    QCOMPARE(events[1]["source"_L1].toString(), u"access.log"_s);
    QCOMPARE(events[1]["line"_L1].toInt(), 1);
    // What is named and is not there is said, although the others were read.
    const Run missing = run({u"--report"_s, u"json"_s, live, old, folder.path(u"access.log.2"_s)});
    QCOMPARE(missing.status, 1);
    QCOMPARE(missing.json()["total_requests"_L1].toInt(), 3);
    QVERIFY(missing.err.contains("access.log.2 does not exist"));
}

void CliTest::reportsAsTheContractSays() {
    const LogFolder folder;
    const Run report = run({u"--report"_s, u"json"_s, folder.write(u"access.log"_s, smallLog())});
    QCOMPARE(report.status, 0);
    QCOMPARE(report.err, QByteArray());
    const QJsonObject json = report.json();
    QCOMPARE(json["schema"_L1].toInt(), 1);
    QCOMPARE(json["generator"_L1].toString(), u"derouter-monitor " DEROUTER_VERSION ""_s);
    const QJsonObject source = json["sources"_L1][0].toObject();
    QCOMPARE(source["name"_L1].toString(), u"access.log"_s);
    QCOMPARE(source["format"_L1].toString(), u"access-log"_s);
    QCOMPARE(source["lines"_L1].toInt(), 4);
    QCOMPARE(source["bytes"_L1].toInt(), smallLog().size());
    QCOMPARE(source["state"_L1].toString(), u"ended"_s);
    QVERIFY(source["error"_L1].isNull());
    QCOMPARE(source["ledger"_L1]["bytes_in_lines"_L1].toInt(), smallLog().size());
    QVERIFY(source["ledger"_L1]["gaps"_L1].isArray());
    QCOMPARE(json["total_requests"_L1].toInt(), 4);
    QCOMPARE(json["api_requests"_L1].toInt(), 3);
    QCOMPARE(json["api_successes"_L1].toInt(), 1);
    QCOMPARE(json["failures"_L1].toInt(), 2);
    QCOMPARE(json["sightings"_L1].toInt(), 2);
    QCOMPARE(json["failures_by_status"_L1].toObject(), (QJsonObject{{u"402"_s, 1}, {u"529"_s, 1}}));
    QCOMPARE(json["failures_by_type"_L1].toObject(), QJsonObject());
    QCOMPARE(json["failures_by_move"_L1].toObject(),
             (QJsonObject{{u"you"_s, 1}, {u"derouter"_s, 0}, {u"provider"_s, 1}, {u"unknown"_s, 0}}));
    QCOMPARE(json["other_requests"_L1].toInt(), 1);
    QCOMPARE(json["other_errors_by_status"_L1].toObject(), (QJsonObject{{u"404"_s, 1}}));
    QCOMPARE(json["first_time"_L1].toString(), u"2026-11-03T09:00:01.000Z"_s);
    QCOMPARE(json["last_time"_L1].toString(), u"2026-11-03T09:01:02.000Z"_s);
    QCOMPARE(json["per_minute"_L1].toObject(),
             (QJsonObject{{u"2026-11-03T09:00Z"_s,
                           QJsonObject{{u"api_requests"_s, 2}, {u"errors"_s, QJsonObject{{u"529"_s, 1}}}}},
                          {u"2026-11-03T09:01Z"_s,
                           QJsonObject{{u"api_requests"_s, 1}, {u"errors"_s, QJsonObject{{u"402"_s, 1}}}}}}));
    QCOMPARE(json["request_ids"_L1].toArray(),
             (QJsonArray{u"req_aaaaaaaaaaaaaaaaaaaaaaaa"_s, u"req_bbbbbbbbbbbbbbbbbbbbbbbb"_s}));
    const QJsonObject event = json["events"_L1][0].toObject();
    QCOMPARE(event, (QJsonObject{{u"time"_s, u"2026-11-03T09:00:02.000Z"_s},
                                 {u"time_quality"_s, u"exact"_s},
                                 {u"status"_s, 529},
                                 {u"type"_s, QJsonValue()},
                                 {u"cause"_s, u"upstream.overloaded"_s},
                                 {u"move"_s, u"provider"_s},
                                 {u"evidence"_s, QJsonArray{u"status"_s}},
                                 {u"message"_s, QJsonValue()},
                                 {u"request_id"_s, u"req_bbbbbbbbbbbbbbbbbbbbbbbb"_s},
                                 {u"model"_s, QJsonValue()},
                                 {u"method"_s, u"POST"_s},
                                 {u"path"_s, u"/v1/messages"_s},
                                 {u"duration_ms"_s, QJsonValue()},
                                 {u"streamed"_s, QJsonValue()},
                                 {u"source"_s, u"access.log"_s},
                                 {u"line"_s, 2},
                                 {u"sightings"_s, 1}}));
}

void CliTest::writesEveryFormat_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("contains");
    QTest::newRow("text") << u"text"_s << QByteArray("Last request-id: req_bbbbbbbbbbbbbbbbbbbbbbbb");
    QTest::newRow("jsonl") << u"jsonl"_s << QByteArray("\"request_id\":\"req_bbbbbbbbbbbbbbbbbbbbbbbb\"");
    QTest::newRow("csv") << u"csv"_s
                         << QByteArray(
                                "2026-11-03T09:00:02.000Z,exact,529,,upstream.overloaded,provider,status,,"
                                "req_bbbbbbbbbbbbbbbbbbbbbbbb,,POST,/v1/messages,,,access.log,2,1\r\n");
    QTest::newRow("html") << u"html"_s << QByteArray("<code>req_bbbbbbbbbbbbbbbbbbbbbbbb</code>");
    QTest::newRow("markdown") << u"markdown"_s << QByteArray("`req_bbbbbbbbbbbbbbbbbbbbbbbb`");
}

void CliTest::writesEveryFormat() {
    QFETCH(QString, format);
    QFETCH(QByteArray, contains);
    const LogFolder folder;
    const QByteArray hostile =
        R"({"time":"2026-11-03T09:00:05Z","status":500,"uri":"/v1/messages","error":{"type":"api_error","message":"=cmd|' <script>alert(1)</script> | a,\"b\"\u0007\u0001"}})"
        "\n";
    const Run report = run({u"--report"_s, format, folder.write(u"access.log"_s, smallLog() + hostile)});
    QCOMPARE(report.status, 0);
    QVERIFY2(report.out.contains(contains), report.out.constData());
    QVERIFY(!report.out.contains("<script>") || format == "jsonl"_L1 || format == "csv"_L1);
    QVERIFY(!report.out.contains('\x07'));
    if (format == "csv"_L1)
        QVERIFY2(report.out.contains("\"'=cmd|"), report.out.constData());
    if (format == "jsonl"_L1) {
        const QList<QByteArray> lines = report.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        for (const QByteArray& line : lines)
            QVERIFY(QJsonDocument::fromJson(line).isObject());
    }
}

void CliTest::exitStatuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("done") << QStringList{u"--report"_s, u"json"_s} << 0;
    QTest::newRow("code occurred") << QStringList{u"--report"_s, u"json"_s, u"--fail-on"_s, u"401,529"_s}
                                   << 3;
    QTest::newRow("code did not occur")
        << QStringList{u"--report"_s, u"json"_s, u"--fail-on"_s, u"401,none"_s} << 0;
    QTest::newRow("your move") << QStringList{u"--report"_s, u"json"_s, u"--fail-on"_s, u"you"_s} << 3;
    QTest::newRow("DeRouter's move") << QStringList{u"--report"_s, u"json"_s, u"--fail-on"_s, u"derouter"_s}
                                     << 0;
    QTest::newRow("any") << QStringList{u"--report"_s, u"json"_s, u"--fail-on"_s, u"any"_s} << 3;
    QTest::newRow("any outside the range")
        << QStringList{u"--report"_s, u"json"_s,    u"--fail-on"_s,
                       u"any"_s,      u"--since"_s, u"2026-11-04T00:00:00Z"_s}
        << 0;
    QTest::newRow("wrong usage") << QStringList{u"--report"_s, u"pdf"_s} << 2;
    QTest::newRow("missing file") << QStringList{u"--report"_s, u"json"_s, u"/nowhere/x.log"_s} << 1;
    QTest::newRow("missing file and a code")
        << QStringList{u"--report"_s, u"json"_s, u"--fail-on"_s, u"any"_s, u"/nowhere/x.log"_s} << 3;
    QTest::newRow("help") << QStringList{u"--help"_s} << 0;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0;
    QTest::newRow("formats") << QStringList{u"--list-formats"_s} << 0;
}

void CliTest::exitStatuses() {
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    const LogFolder folder;
    const Run result = run(arguments + QStringList{folder.write(u"access.log"_s, smallLog())});
    QCOMPARE(result.status, status);
    QCOMPARE(result.err.isEmpty(), status == 0 || (status == 3 && !arguments.contains(u"/nowhere/x.log"_s)));
}

void CliTest::badSourcesAreNamedAndOthersGoOn_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<int>("status");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n") << QByteArray("looks like a PNG image") << 1;
    QTest::newRow("binary") << QByteArray("\x01\x02\x03\x04\x05\x06\x07\x0e").repeated(100)
                            << QByteArray("binary data") << 1;
    QTest::newRow("cut gzip") << QByteArray::fromHex("1f8b0800000000000003") + "\x4b\x4c"
                              << QByteArray("cannot be unpacked") << 1;
    QTest::newRow("empty") << QByteArray() << QByteArray() << 0;
    QTest::newRow("a line of 100 MB")
        << QByteArray(100'000'000, 'x') + '\n' + accessLine(5, 503) << QByteArray() << 0;
}

void CliTest::badSourcesAreNamedAndOthersGoOn() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, says);
    QFETCH(int, status);
    const LogFolder folder;
    const Run result = run({u"--report"_s, u"json"_s, folder.write(u"odd.log"_s, bytes),
                            folder.write(u"access.log"_s, smallLog())});
    QCOMPARE(result.status, status);
    QVERIFY2(result.err.contains(says), result.err.constData());
    QCOMPARE(result.err.count('\n'), status);
    QVERIFY(status == 0 || result.err.contains("odd.log"));
    const int more = bytes.size() > 1'000'000 ? 1 : 0;
    QCOMPARE(result.json()["failures"_L1].toInt(), 2 + more);
    QCOMPARE(result.json()["sources"_L1][0]["state"_L1].toString(), status == 1 ? u"failed"_s : u"ended"_s);
}

void CliTest::readsStandardInput() {
    for (const QStringList& last : {QStringList{}, QStringList{u"-"_s}}) {
        const Run result = run(QStringList{u"--report"_s, u"json"_s} + last, smallLog());
        QCOMPARE(result.status, 0);
        QCOMPARE(result.json()["failures"_L1].toInt(), 2);
    }
}

/// F51: what is written faster than it is read waits in the pipe.
void CliTest::readsAllThatAFastPipeBrings() {
    constexpr int blocks = 10'000;
    QByteArray block = accessLine(1, 529);
    for (int i = 1; i < 100; ++i)
        block += accessLine(i / 2, 200);
    const QJsonObject report = run({u"--report"_s, u"json"_s}, block.repeated(blocks)).json();
    const QJsonObject source = report["sources"_L1][0].toObject();
    QCOMPARE(source["lines"_L1].toInt(), blocks * 100);
    QCOMPARE(source["bytes"_L1].toInteger(), blocks * block.size());
    QCOMPARE(source["state"_L1].toString(), u"ended"_s);
    QCOMPARE(report["api_requests"_L1].toInt(), blocks * 100);
    QCOMPARE(report["failures"_L1].toInt(), blocks);
}

/// The program while it runs; the lines it wrote so far are counted.
class PipedMonitor {
public:
    explicit PipedMonitor(const QStringList& reportAndMore) {
        m_process.start(QStringLiteral(DEROUTER_MONITOR_BINARY), QStringList{u"--report"_s} + reportAndMore);
    }
    QProcess& process() { return m_process; }
    qsizetype lines() {
        m_out += m_process.readAllStandardOutput();
        return m_out.count('\n');
    }

private:
    QProcess m_process;
    QByteArray m_out;
};

/// F51: the end of a pipe is its end of file, not a moment without bytes.
void CliTest::waitsForAPipeThatPauses() {
    PipedMonitor monitor({u"jsonl"_s, u"-"_s});
    for (int line = 1; line <= 3; ++line) {
        monitor.process().write(accessLine(line, 529));
        QTRY_COMPARE_WITH_TIMEOUT(monitor.lines(), line, 20'000);
    }
    QCOMPARE(monitor.process().state(), QProcess::Running);
    monitor.process().write(accessLine(9, 503).chopped(1));
    monitor.process().closeWriteChannel();
    QVERIFY(monitor.process().waitForFinished(20'000));
    QCOMPARE(monitor.lines(), 4);
}

/// F51: a pipe that is never closed.
void CliTest::aTerminatedPipeReportsInFull() {
#ifdef Q_OS_UNIX
    PipedMonitor monitor({u"jsonl"_s, u"-"_s});
    monitor.process().write(accessLine(1, 529) + accessLine(2, 503) + accessLine(3, 401).chopped(1));
    QTRY_COMPARE_WITH_TIMEOUT(monitor.lines(), 2, 20'000);
    monitor.process().terminate();
    QVERIFY(monitor.process().waitForFinished(20'000));
    QCOMPARE(monitor.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(monitor.process().exitCode(), 0);
    QCOMPARE(monitor.lines(), 3);
#endif
}

void CliTest::readsACommand() {
    const StubFolder folder;
    const QString log = folder.write(u"log"_s, smallLog());
    const QString other = folder.write(u"other.log"_s, accessLine(3, 503));
    const QString stub = folder.program(u"tool"_s, "cat $here/log");
    const Run result =
        run({u"--report"_s, u"json"_s, other, u"--command"_s, stub, u"--follow"_s, u"--report"_s, u"x y"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.json()["failures"_L1].toInt(), 3);
    const QJsonObject source = result.json()["sources"_L1][1].toObject();
    QCOMPARE(source["name"_L1].toString(), u"tool x y"_s);
    QCOMPARE(source["lines"_L1].toInt(), 4);
    QCOMPARE(source["state"_L1].toString(), u"ended"_s);
}

void CliTest::saysWhyACommandFailed_data() {
    QTest::addColumn<QByteArray>("script"); // empty: there is no program
    QTest::addColumn<int>("failures");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("F50 not found") << QByteArray() << 0
                                   << QByteArray("There is no program no-such-tool in PATH.");
    QTest::newRow("F50 exit 3") << QByteArray("cat $here/log; echo 'no such pod' >&2; exit 3") << 2
                                << QByteArray("tool ended with exit code 3: no such pod");
    QTest::newRow("F50 crash") << QByteArray("cat $here/log; kill -KILL $$") << 2
                               << QByteArray("tool was ended by signal 9.");
}

void CliTest::saysWhyACommandFailed() {
    QFETCH(QByteArray, script);
    QFETCH(int, failures);
    QFETCH(QByteArray, says);
    const StubFolder folder;
    folder.write(u"log"_s, smallLog());
    const QString stub = script.isEmpty() ? u"no-such-tool"_s : folder.program(u"tool"_s, script);
    const Run result = run({u"--report"_s, u"json"_s, u"--command"_s, stub});
    QCOMPARE(result.status, 1);
    QCOMPARE(result.err, "derouter-monitor: " + says + '\n');
    QCOMPARE(result.json()["failures"_L1].toInt(), failures);
    QCOMPARE(result.json()["sources"_L1][0]["state"_L1].toString(), u"failed"_s);
    QCOMPARE(result.json()["sources"_L1][0]["error"_L1].toString().toUtf8(), says);
}

void CliTest::noSecretOfACommandLeaves() {
    const StubFolder folder;
    folder.write(u"log"_s, smallLog());
    const QString stub = folder.program(
        u"tool"_s, "cat $here/log; echo 'key sk-ant-hunter2222hunter2222 was refused' >&2; exit 1");
    const QStringList command{u"--command"_s, stub, u"--token"_s, u"hunter2222"_s,
                              u"sk-ant-hunter2222hunter2222"_s};
    for (const QString& format : {u"text"_s, u"json"_s, u"jsonl"_s, u"csv"_s, u"html"_s, u"markdown"_s}) {
        const Run result = run(QStringList{u"--report"_s, format} + command);
        QCOMPARE(result.status, 1);
        QVERIFY(!result.out.isEmpty());
        QVERIFY2(!result.out.contains("hunter2222"), result.out.constData());
    }
}

/// B46
void CliTest::notesThatNoShellIsUsed() {
    const StubFolder folder;
    folder.write(u"log"_s, smallLog());
    const QString stub = folder.program(u"tool"_s, "cat $here/log");
    const QStringList command{u"--command"_s, stub, u"|"_s, u"grep"_s, u"529"_s};
    const Run result = run(QStringList{u"--report"_s, u"json"_s} + command);
    QCOMPARE(result.status, 0);
    QCOMPARE(result.err,
             QByteArray("derouter-monitor: No shell is used: “|” is given to tool as it stands.\n"));
    QCOMPARE(result.json()["failures"_L1].toInt(), 2);
    QCOMPARE(run(QStringList{u"--report"_s, u"json"_s, u"-q"_s} + command).err, QByteArray());
}

static qint64 processOf(const StubFolder& folder) {
    const QByteArray written = folder.read(u"process"_s);
    return written.endsWith('\n') ? written.toLongLong() : 0;
}

void CliTest::aTerminatedFollowerOfACommandReportsInFull() {
#ifdef Q_OS_UNIX
    const StubFolder folder;
    folder.write(u"log"_s, smallLog() + accessLine(9, 503).chopped(1)); // the last line has no end
    const QString stub = folder.program(u"tool"_s, "echo $$ > $here/process; cat $here/log; exec sleep 100");
    PipedMonitor monitor({u"jsonl"_s, u"--follow"_s, u"--command"_s, stub});
    QTRY_COMPARE_WITH_TIMEOUT(monitor.lines(), 2, 20'000);
    const qint64 process = processOf(folder);
    QVERIFY(isRunning(process));
    monitor.process().terminate();
    QVERIFY(monitor.process().waitForFinished(20'000));
    QCOMPARE(monitor.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(monitor.process().exitCode(), 0);
    QCOMPARE(monitor.lines(), 3);
    QVERIFY(!isRunning(process));
#endif
}

/// F50
void CliTest::aKilledMonitorLeavesNoCommandBehind() {
#ifdef Q_OS_LINUX
    const StubFolder folder;
    const QString stub = folder.program(u"tool"_s, "trap '' TERM; echo $$ > $here/process; exec sleep 100");
    PipedMonitor monitor({u"jsonl"_s, u"--follow"_s, u"--command"_s, stub});
    QTRY_VERIFY_WITH_TIMEOUT(processOf(folder) > 0, 20'000);
    const qint64 process = processOf(folder);
    QVERIFY(isRunning(process));
    monitor.process().kill();
    QVERIFY(monitor.process().waitForFinished(20'000));
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(process), 20'000);
#endif
}

void CliTest::writesToAFileOfItsOwn() {
    const LogFolder folder;
    const QString log = folder.write(u"access.log"_s, smallLog());
    const QString path = folder.path(u"report.json"_s);
    for (int i = 0; i < 2; ++i) {
        const Run result = run({u"--report"_s, u"json"_s, u"-o"_s, path, log});
        QCOMPARE(result.status, 0);
        QCOMPARE(result.out, QByteArray());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object()["failures"_L1].toInt(), 2);
        QCOMPARE(file.permissions() &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }
    QCOMPARE(run({u"--report"_s, u"json"_s, u"-o"_s, folder.path(u"no/such/folder"_s), log}).status, 1);
}

void CliTest::neverWritesThroughALink() {
    const LogFolder folder;
    const QString log = folder.write(u"access.log"_s, smallLog());
    const QString target = folder.write(u"precious"_s, "keep me");
    QVERIFY(QFile::link(target, folder.path(u"link"_s)));
    const Run result = run({u"--report"_s, u"json"_s, u"-o"_s, folder.path(u"link"_s), log});
    QCOMPARE(result.status, 1);
    QVERIFY(result.err.contains("symbolic link"));
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("keep me"));
}

void CliTest::neverTakesASourcesPlace() {
    const LogFolder folder;
    const QString log = folder.write(u"access.log"_s, smallLog());
    QVERIFY(QFile::link(log, folder.path(u"link"_s)));
    for (const QString& source : {log, folder.path(u"link"_s), folder.path(u"*.log"_s)}) {
        const Run result = run({u"--report"_s, u"json"_s, u"-o"_s, log, source});
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains("is a source"), result.err.constData());
    }
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), smallLog());
}

void CliTest::endsWhenNobodyReadsTheLines() {
#ifdef Q_OS_UNIX
    const LogFolder folder;
    QProcess process;
    QProcess reader;
    process.setStandardOutputProcess(&reader);
    process.start(QStringLiteral(DEROUTER_MONITOR_BINARY),
                  {u"--report"_s, u"jsonl"_s, u"--follow"_s, folder.write(u"access.log"_s, smallLog())});
    reader.start(u"head"_s, {u"-n"_s, u"1"_s});
    QVERIFY(reader.waitForFinished(20'000));
    QVERIFY(reader.readAllStandardOutput().contains("req_"));
    folder.append(u"access.log"_s, accessLine(99, 503));
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("Standard output cannot be written"));
#endif
}

/// As run(), with at most 256 descriptors where that can be had.
static Run runWithFewDescriptors(const QStringList& arguments) {
#ifndef Q_OS_UNIX
    return run(arguments);
#endif
    QProcess process;
    process.start(u"sh"_s, QStringList{u"-c"_s, u"ulimit -n 256; exec \"$0\" \"$@\""_s,
                                       QStringLiteral(DEROUTER_MONITOR_BINARY)} +
                               arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

#ifdef __SANITIZE_THREAD__
constexpr int manyFiles = 600; // which take as long as ten times as many
const QString longEnough = u"30"_s;
#else
constexpr int manyFiles = 6000;
const QString longEnough = u"6"_s;
#endif

static void writeMany(const LogFolder& folder) {
    for (int i = 0; i < manyFiles; ++i)
        folder.write(u"%1.log"_s.arg(i), accessLine(i, i % 2 == 0 ? 529 : 200));
}

/// F39: without --follow all are read in the end.
void CliTest::readsThousandsOfFilesWithFewDescriptors() {
    const LogFolder folder;
    writeMany(folder);
    const Run done = runWithFewDescriptors({u"--report"_s, u"json"_s, folder.path({})});
    QCOMPARE(done.err, QByteArray());
    QCOMPARE(done.status, 0);
    QCOMPARE(done.json()["failures"_L1].toInt(), manyFiles / 2);
    QCOMPARE(done.json()["api_requests"_L1].toInt(), manyFiles);
    QCOMPARE(done.json()["sources"_L1].toArray().size(), manyFiles);
}

/// F39: the others wait and are listed.
void CliTest::followsAsManyFilesAsItCan() {
    const LogFolder folder;
    writeMany(folder);
    const Run done = runWithFewDescriptors(
        {u"--report"_s, u"json"_s, u"--follow"_s, u"--for"_s, longEnough, folder.path({})});
    QCOMPARE(done.status, 1);
    QCOMPARE(done.err.count("waits for a place"), 1);
    const QJsonArray sources = done.json()["sources"_L1].toArray();
    QCOMPARE(sources.size(), manyFiles);
    int read = 0;
    int waited = 0;
    for (const auto& source : sources) {
        read += source["lines"_L1].toInt();
        waited += source["state"_L1] == "failed"_L1 && source["lines"_L1].toInt() == 0 ? 1 : 0;
    }
    QVERIFY2(read >= 40 && read <= 60, qPrintable(QString::number(read)));
    QCOMPARE(waited, manyFiles - read);
}

void CliTest::watchesAFolder() {
#ifdef Q_OS_UNIX
    const LogFolder folder;
    QVERIFY(QDir().mkpath(folder.path(u"logs"_s)));
    QProcess process;
    process.start(QStringLiteral(DEROUTER_MONITOR_BINARY),
                  {u"--report"_s, u"jsonl"_s, u"--follow"_s, u"-o"_s, folder.path(u"logs/report.jsonl"_s),
                   folder.path(u"logs"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.path(u"logs/report.jsonl"_s)), 20'000);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains("There are no logs in"),
                             20'000);
    folder.write(u"logs/a.log"_s, accessLine(1, 529, "req_aaaaaaaaaaaaaaaaaaaaaaaa"));
    const auto written = [&] {
        QFile report(folder.path(u"logs/report.jsonl"_s));
        return report.open(QIODevice::ReadOnly) ? report.readAll() : QByteArray();
    };
    QTRY_VERIFY_WITH_TIMEOUT(written().contains("req_aaaaaaaaaaaaaaaaaaaaaaaa"), 20'000);
    folder.write(u"logs/b.log"_s, accessLine(2, 529, "req_bbbbbbbbbbbbbbbbbbbbbbbb"));
    QTRY_VERIFY_WITH_TIMEOUT(written().contains("req_bbbbbbbbbbbbbbbbbbbbbbbb"), 20'000);
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 0);
    const Run empty =
        run({u"--report"_s, u"json"_s, u"--follow"_s, u"--for"_s, u"0.2"_s, folder.path(u"*.no"_s)});
    QCOMPARE(empty.status, 0);
    QVERIFY2(empty.json()["sources"_L1][0]["error"_L1].toString().contains(u"There are no logs in"_s),
             empty.out);
    QCOMPARE(written().count('\n'), 2);
#endif
}

void CliTest::followsForSoLong() {
    const LogFolder folder;
    const Run result = run({u"--report"_s, u"json"_s, u"--follow"_s, u"--for"_s, u"0.5"_s,
                            folder.write(u"access.log"_s, smallLog())});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.json()["failures"_L1].toInt(), 2);
}

/// Followed in vain is not followed.
void CliTest::saysWhichLogNeverCame() {
    const LogFolder folder;
    const Run result = run({u"--report"_s, u"json"_s, u"--follow"_s, u"--for"_s, u"0.5"_s,
                            folder.path(u"never.log"_s), folder.write(u"access.log"_s, smallLog())});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.err.contains("never.log never appeared."), result.err);
    const QJsonArray sources = result.json()["sources"_L1].toArray();
    QCOMPARE(sources[0]["state"_L1].toString(), u"failed"_s);
    QCOMPARE(sources[1]["state"_L1].toString(), u"ended"_s);
    QCOMPARE(result.json()["failures"_L1].toInt(), 2);
}

void CliTest::aTerminatedFollowerReportsInFull() {
#ifdef Q_OS_UNIX
    const LogFolder folder;
    QProcess process;
    process.start(QStringLiteral(DEROUTER_MONITOR_BINARY),
                  {u"--report"_s, u"jsonl"_s, u"--follow"_s, folder.write(u"access.log"_s, smallLog())});
    const auto lines = [&process, out = QByteArray()]() mutable {
        out += process.readAllStandardOutput();
        return out.count('\n');
    };
    auto count = lines;
    QTRY_COMPARE_WITH_TIMEOUT(count(), 2, 20'000);
    folder.append(u"access.log"_s,
                  accessLine(99, 503) + accessLine(100, 504).chopped(1)); // the last line has no end
    QTRY_COMPARE_WITH_TIMEOUT(count(), 3, 20'000);
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(count(), 4);
#endif
}

void CliTest::savesAFormatByName() {
    const LogFolder folder;
    const QString log =
        folder.write(u"own.log"_s, "529~/proxy/v1/messages~POST\n200~/proxy/v1/messages~POST\n");
    const QString layout = u"$status~$request_uri~$request_method"_s;
    const QStringList report{u"--report"_s, u"json"_s, log};
    QCOMPARE(run(report).json()[u"api_requests"_s], 0);
    QCOMPARE(run({u"--save-format"_s, u"mine"_s}).status, 2);
    QCOMPARE(run({u"--format"_s, layout, u"--save-format"_s, u"json"_s}).status, 2);

    const Run saved = run({u"--format"_s, layout, u"--save-format"_s, u"mine"_s});
    QCOMPARE(saved.status, 0);
    QVERIFY(run({u"--list-formats"_s}).out.contains("mine"));
    QCOMPARE(run(report + QStringList{u"--format"_s, u"mine"_s}).json()[u"api_requests"_s], 2);
    const QJsonObject detected = run(report).json();
    QCOMPARE(detected[u"api_requests"_s], 2);
    QCOMPARE(detected[u"sources"_s][0][u"format"_s], u"mine"_s);
}

void CliTest::explainsWhatIsPasted() {
    const Run body = run(
        {u"--explain"_s,
         uR"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_3f9c27a1d04be85562c7aa10"})"_s});
    QCOMPARE(body.status, 0);
    QVERIFY(body.out.contains("upstream.overloaded"));
    QVERIFY(body.out.contains("req_3f9c27a1d04be85562c7aa10"));
    const Run curl =
        run({u"--explain"_s, u"-"_s}, "HTTP/2 503 \r\ndate: x\r\nrequest-id: "
                                      "req_3f9c27a1d04be85562c7aa10\r\n\r\n{\"type\":\"error\",\"error\":{"
                                      "\"type\":\"api_error\",\"message\":\"No providers available\"}}\n");
    QCOMPARE(curl.status, 0);
    QVERIFY2(curl.out.contains("503") && curl.out.contains("providers.none") &&
                 curl.out.contains("req_3f9c27a1d04be85562c7aa10"),
             curl.out.constData());
    const Run line = run({u"--explain"_s}, accessLine(1, 402));
    QCOMPARE(line.status, 0);
    QVERIFY(line.out.contains("402"));
    const Run dashed = run({u"--explain"_s, u"- error: 529 {\"type\":\"error\",\"error\":{\"type\":"
                                            "\"overloaded_error\",\"message\":\"Overloaded\"}}"_s});
    QCOMPARE(dashed.status, 0);
    QVERIFY(dashed.out.contains("upstream.overloaded"));
    const Run relabelled = run({u"--explain"_s, u"litellm.InternalServerError: AnthropicException - "
                                                "Overloaded. Handle with `litellm.InternalServerError`."_s});
    QVERIFY2(relabelled.out.contains("529") && relabelled.out.contains("500 by a program in between"),
             relabelled.out.constData());
    const Run success = run({u"--explain"_s}, "2026-11-03T09:14:07Z ok 588ms req_3f9c27a1d04be85562c7aa10\n");
    QCOMPARE(success.status, 1);
    QVERIFY2(success.err.contains("the request-id req_3f9c27a1d04be85562c7aa10"), success.err.constData());
    const Run nothing = run({u"--explain"_s, u"hello"_s, u"world"_s});
    QCOMPARE(nothing.status, 1);
    QVERIFY(nothing.err.contains("No API error"));
}

void CliTest::explainsInTheWordsOfTheUsersGuide() {
    const LogFolder folder;
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, folder.path(u"."_s));
    QVERIFY(QDir().mkpath(folder.path(u"DeRouter"_s)));
    const QString guide = folder.path(u"guide.json"_s);
    folder.write(u"DeRouter/derouter-monitor.conf"_s, "[guide]\nfile=" + guide.toUtf8() + "\n");
    const QStringList arguments{
        u"--explain"_s,
        u"529 {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}"_s};
    const Run without = run(arguments, {}, environment);
    QCOMPARE(without.status, 0);
    QVERIFY2(without.err.contains("There is no file " + guide.toUtf8() +
                                  ". The built-in texts of the guide are shown."),
             without.err.constData());
    QVERIFY(!without.out.contains("Have some tea"));
    folder.write(u"guide.json"_s, R"({"causes": {"upstream.overloaded": {"fix": "Have some tea."}}})");
    const Run with = run(arguments, {}, environment);
    QCOMPARE(with.status, 0);
    QVERIFY2(with.out.contains("Have some tea.") && with.out.contains("upstream.overloaded"),
             with.out.constData());
    QCOMPARE(with.err, QByteArray());
}

void CliTest::noSecretLeaves() {
    const LogFolder folder;
    const QByteArray line =
        R"({"time":"2026-11-03T09:00:05Z","status":401,"uri":"/v1/messages?key=hunter2222","headers":{"authorization":"Bearer hunter2222"},"prompt":"hunter2222","error":{"type":"authentication_error","message":"Incorrect API key provided: sk-ant-hunter2222hunter2222 for bob.hunter2222@example.org"},"model":"sk-ant-hunter2222hunter2222"})"
        "\n";
    const QString path = folder.write(u"access.log"_s, line);
    for (const QString& format : {u"text"_s, u"json"_s, u"jsonl"_s, u"csv"_s, u"html"_s, u"markdown"_s}) {
        const Run result = run({u"--report"_s, format, path});
        QCOMPARE(result.status, 0);
        QVERIFY2(!result.out.contains("hunter2222"), result.out.constData());
    }
}

QTEST_GUILESS_MAIN(CliTest)
#include "thr_cli.moc"
