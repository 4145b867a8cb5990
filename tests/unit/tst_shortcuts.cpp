// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines that are known by others must come out as if each had been read in full.
#include "format/ownedrecord.h"
#include "monitor/accessshortcut.h"
#include "monitor/jsonshortcut.h"
#include "pipelinerun.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class ShortcutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownLinesAreTold_data();
    void knownLinesAreTold();
    void whatMattersIsReadInFull_data();
    void whatMattersIsReadInFull();
    void samplesComeOutTheSame_data();
    void samplesComeOutTheSame();
    void changedLinesComeOutTheSame_data();
    void changedLinesComeOutTheSame();
    void timesOfAShape();
};

namespace {

constexpr std::string_view accessLine =
    R"(203.0.113.2 - - [20/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 200 1673 "-" "Anthropic/Python 0.70.0")";
constexpr std::string_view serverLine =
    R"({"time":"2026-11-20T00:00:00+00:00","msec":"1795132800.004","request_method":"POST","request_uri":"/v1/messages","status":200,"upstream_status":"200","request_time":1.274,"upstream_response_time":"1.274","request_id":"req_90dec79dd231304d00000001","http_user_agent":"curl/7.88.1"})";
constexpr std::string_view programLine =
    R"({"level":30,"time":1795132800047,"pid":4217,"name":"llm-gateway","reqId":"req_2feed203a1b02e0a00000001","statusCode":200,"model":"claude-sonnet-5-5","responseTime":1976,"prompt":"hello","msg":"completion ok"})";

QByteArray text(std::string_view view) {
    return {view.data(), static_cast<qsizetype>(view.size())};
}

/// Everything that a batch says.
QByteArray account(const Batch& batch) {
    QByteArray said;
    const auto add = [&said](std::string_view name, auto number) {
        said += text(name) + ' ' + QByteArray::number(static_cast<qint64>(number)) + '\n';
    };
    add("lines", batch.lines);
    add("not understood", batch.linesNotUnderstood);
    add("undated", batch.undatedSuccesses);
    add("others", batch.otherRequests);
    add("first", batch.firstTime.value_or(-1));
    add("last", batch.lastTime.value_or(-1));
    add("leading", batch.leadingTime.value_or(-1));
    for (const auto& [status, count] : batch.otherErrorsByStatus)
        add("other " + std::to_string(status), count);
    for (const auto& success : batch.successes)
        add("second " + std::to_string(success.second), success.count);
    for (const auto& success : batch.identified)
        add("id " + std::to_string(success.id), success.time.value_or(-1));
    for (const Sighting& failure : batch.failures)
        said += QByteArray::fromStdString(failure.code.key()) + '|' + text(failure.type) + '|' +
                text(failure.message) + '|' + text(failure.requestId) + '|' + text(failure.path) + '|' +
                QByteArray::number(failure.time.value_or(-1)) + '|' + QByteArray::number(failure.where.line) +
                '\n';
    said += batch.format.toUtf8() + '\n';
    return said;
}

Batch read(QByteArrayView log, bool shortcuts) {
    PipelineOptions options;
    options.source = 0;
    options.zone = QTimeZone::utc();
    options.shortcuts = shortcuts;
    Pipeline pipeline(std::move(options));
    while (!log.isEmpty()) {
        const auto room = pipeline.writable();
        const auto count = std::min(log.size(), static_cast<qsizetype>(room.size()));
        std::memcpy(room.data(), log.data(), static_cast<std::size_t>(count));
        pipeline.commit(static_cast<std::size_t>(count));
        log = log.sliced(count);
    }
    pipeline.finish();
    return pipeline.take();
}

#define COMPARE_BOTH_WAYS(log)                                                                               \
    QVERIFY2(account(read(log, true)) == account(read(log, false)), QByteArray(log).right(500).constData())

/// So often that the log's kind is known, and then once more.
QByteArray repeated(std::string_view line) {
    return (text(line) + '\n').repeated(100);
}

bool differs(const QByteArray& log) {
    return account(read(log, true)) != account(read(log, false));
}

/// Without the lines that a log need not have to come out differently.
QByteArray fewestLines(const QByteArray& log) {
    QList<QByteArray> lines = log.split('\n');
    for (qsizetype chunk = lines.size() / 2; chunk > 0; chunk /= 2)
        for (qsizetype at = 0; at + chunk <= lines.size();) {
            const QList<QByteArray> fewer = lines.first(at) + lines.sliced(at + chunk);
            if (differs(fewer.join('\n')))
                lines = fewer;
            else
                at += chunk;
        }
    return lines.join('\n');
}

QByteArray changed(QByteArray line, QRandomGenerator& random) {
    const QByteArray bytes = "0123456789\"\\{}[]:,=- _/ane\x1b\t\xc3";
    for (quint32 times = random.bounded(4); times > 0 && !line.isEmpty(); --times) {
        const auto at = random.bounded(line.size());
        switch (random.bounded(3)) {
        case 0:
            line[at] = bytes[random.bounded(bytes.size())];
            break;
        case 1:
            line.remove(at, 1 + random.bounded(6));
            break;
        default:
            line.insert(at, line.mid(at, 1 + random.bounded(6)));
        }
    }
    return line;
}

} // namespace

void ShortcutsTest::knownLinesAreTold_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("other");
    QTest::newRow("another second and client")
        << text(accessLine)
        << QByteArray(
               R"(2001:db8::7 - alice [20/Nov/2026:09:14:59 +0100] "POST /v1/messages HTTP/1.1" 200 - "-" "x_y")");
    QTest::newRow("another time, id and duration") << text(serverLine)
                                                   << text(serverLine)
                                                          .replace("00000001", "0000abcd")
                                                          .replace("0.004", "7.999")
                                                          .replace("1.274", "12.5");
    QTest::newRow("another prompt, with what is no id")
        << text(programLine)
        << text(programLine)
               .replace("hello", R"(\"req_1\" 529 {\"type\":\"error\"} \\)")
               .replace("047", "947");
}

void ShortcutsTest::knownLinesAreTold() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, other);
    const std::string_view known(line.constData(), static_cast<std::size_t>(line.size()));
    const std::string_view asked(other.constData(), static_cast<std::size_t>(other.size()));
    COMPARE_BOTH_WAYS(repeated(known) + other + '\n' + line + '\n');
    TimeParser times(QTimeZone::utc());
    RecordBuilder builder(times);
    struct Sink final : RecordSink {
        std::optional<OwnedRecord> record;
        void take(const LogRecord& each, const Origin&) override { record.emplace(each); }
        void reject(const Origin&, Rejection) override {}
    } sink;
    RecordReader reader({}, QTimeZone::utc(), sink);
    const PaddedText padded{std::string(known)};
    reader.readLine({padded.view(), 1, 1, padded.view().size()});
    reader.flush();
    QVERIFY(sink.record);
    AccessShortcut access;
    JsonShortcut objects;
    access.learn(known, sink.record->record(), RecordKind::Success);
    objects.learn(known, sink.record->record(), RecordKind::Success);
    QVERIFY(line.startsWith('{') ? objects.read(asked) : access.read(asked));
}

void ShortcutsTest::whatMattersIsReadInFull_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("other");
    const auto change = [](const char* name, std::string_view line, const char* what, const char* by) {
        QTest::newRow(name) << text(line) << text(line).replace(what, by);
    };
    change("a failure", accessLine, " 200 ", " 529 ");
    change("another minute", accessLine, "09:14:07", "09:15:07");
    change("another zone", accessLine, "+0100", "-0800");
    change("another request", accessLine, "/v1/messages", "/healthz");
    change("an id at the end", accessLine, "\"-\"", "\"req_3f9c27a1d04be85562c7aa10\"");
    change("a pair at the end", accessLine, "\"-\"", "rid=req_3f9c27a1d04be85562c7aa10");
    change("a quotation mark in the request", accessLine, "messages", "messages\\\" 529 ");
    change("a bracket before the stamp", accessLine, "- - [", "- [x [");
    change("a colour", accessLine, " 200 ", " \x1b[31m200\x1b[0m ");
    change("no bytes behind the status", accessLine, " 1673 ", " x ");
    change("a second that is none", accessLine, "14:07", "14:77");
    change("a wrapper", accessLine, "203.0", "Nov 20 09:14:08 host nginx: 203.0");
    change("a status of a failure", serverLine, "\"status\":200", "\"status\":503");
    change("one behind the proxy", serverLine, "\"upstream_status\":\"200\"",
           "\"upstream_status\":\"502, 200\"");
    change("another minute in words", serverLine, "T00:00:00", "T00:01:00");
    change("no id", serverLine, "req_90dec79dd231304d00000001", "-");
    change("an id of another kind", serverLine, "req_90dec79dd231304d00000001", "0f4b12");
    change("an error beside it", programLine, "\"prompt\"",
           "\"err\":{\"type\":\"overloaded_error\"},\"prompt\"");
    change("another level", programLine, "\"level\":30", "\"level\":50");
    change("a time that is none", programLine, "1795132800047", "null");
    change("another object behind", programLine, "ok\"}", "ok\"}{\"status\":529,\"path\":\"/v1/messages\"}");
    change("cut", programLine, "\"msg\":\"completion ok\"}", "\"msg\":\"comp");
}

void ShortcutsTest::whatMattersIsReadInFull() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, other);
    QVERIFY(line != other);
    const QByteArray log = repeated({line.constData(), static_cast<std::size_t>(line.size())});
    COMPARE_BOTH_WAYS(log + other + '\n' + line + '\n' + other + '\n' + log);
    COMPARE_BOTH_WAYS(repeated({other.constData(), static_cast<std::size_t>(other.size())}) + log);
}

void ShortcutsTest::samplesComeOutTheSame_data() {
    QTest::addColumn<QString>("path");
    for (const QString& folder : {u"formats"_s, u"cases"_s, u"decoys"_s}) {
        const QDir samples(u"" DEROUTER_TEST_DATA "/"_s + folder);
        for (const QFileInfo& file : samples.entryInfoList(QDir::Files))
            QTest::newRow(qPrintable(folder + u'/' + file.fileName())) << file.filePath();
    }
}

void ShortcutsTest::samplesComeOutTheSame() {
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray log = file.readAll();
    COMPARE_BOTH_WAYS(log);
    COMPARE_BOTH_WAYS(log.repeated(40));
    QByteArray each; // every line often enough to be known
    for (const QByteArray& line : log.split('\n'))
        each += (line + '\n').repeated(20);
    COMPARE_BOTH_WAYS(each);
}

void ShortcutsTest::changedLinesComeOutTheSame_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("access") << text(accessLine);
    QTest::newRow("server") << text(serverLine);
    QTest::newRow("program") << text(programLine);
}

/// Bytes changed, left out and doubled at random.
void ShortcutsTest::changedLinesComeOutTheSame() {
    QFETCH(QByteArray, line);
    constexpr int logs = 60;
    constexpr int linesOfLog = 400;
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const QByteArray known = (line + '\n').repeated(40);
    for (int i = 0; i < logs; ++i) {
        QByteArray log = known;
        for (int j = 0; j < linesOfLog; ++j)
            log += changed(line, random) + '\n';
        if (!differs(log))
            continue;
        const QByteArray least = fewestLines(log);
        QFAIL(("seed " + QByteArray::number(seed) + ", least log:\n" + least + account(read(least, true)) +
               "in full:\n" + account(read(least, false)))
                  .constData());
    }
}

void ShortcutsTest::timesOfAShape() {
    const Microseconds time = 1'795'132'800'047'000;
    const auto milliseconds = TimeShape::of("1795132800047", time);
    QVERIFY(milliseconds);
    QCOMPARE(milliseconds->read("1795132801050"), std::optional(time + 1'003'000));
    QVERIFY(!milliseconds->read("179513280105"));
    const auto iso = TimeShape::of("2026-11-20T00:00:00.047Z", time);
    QVERIFY(iso);
    QCOMPARE(iso->read("2026-11-20T00:00:59.001Z"), std::optional(time + 58'954'000));
    QVERIFY(!iso->read("2026-11-20T00:01:00.047Z"));
    QVERIFY(!iso->read("2026-11-20T00:00:00.047+"));
    QVERIFY(!TimeShape::of("2026-11-20", time));
    QVERIFY(!TimeShape::of("1795132800048", time));
}

QTEST_GUILESS_MAIN(ShortcutsTest)
#include "tst_shortcuts.moc"
