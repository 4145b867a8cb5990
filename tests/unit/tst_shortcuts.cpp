// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines that are known by others must come out as if each had been read in full.
#include "format/ownedrecord.h"
#include "monitor/accessshortcut.h"
#include "monitor/jsonshortcut.h"
#include "monitor/textshortcut.h"
#include "pipelinerun.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
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
    void changedSamplesComeOutTheSame();
    void textsAmongOthersComeOutTheSame();
    void aClockThatIsSetBack();
    void timesOfAShape();
};

namespace {

constexpr std::string_view accessLine =
    R"(203.0.113.2 - - [20/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 200 1673 "-" "Anthropic/Python 0.70.0")";
constexpr std::string_view failedLine =
    R"(203.0.113.2 - - [20/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 529 1673 "-" "Anthropic/Python 0.70.0")";
constexpr std::string_view serverLine =
    R"({"time":"2026-11-20T00:00:00+00:00","msec":"1795132800.004","request_method":"POST","request_uri":"/v1/messages","status":200,"upstream_status":"200","request_time":1.274,"upstream_response_time":"1.274","request_id":"req_90dec79dd231304d00000001","http_user_agent":"curl/7.88.1"})";
constexpr std::string_view programLine =
    R"({"level":30,"time":1795132800047,"pid":4217,"name":"llm-gateway","reqId":"req_2feed203a1b02e0a00000001","statusCode":200,"model":"claude-sonnet-5-5","responseTime":1976,"prompt":"hello","msg":"completion ok"})";

constexpr std::string_view failedProgram =
    R"-({"level":50,"time":1795132800047,"pid":4217,"name":"llm-gateway","tenant":"a-17","err":{"type":"APIError","message":"529 {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"},\"request_id\":\"req_2feed203a1b02e0a00000001\"}","stack":"APIError: 529 req_2feed203a1b02e0a00000001\n    at makeRequest (client.mjs:738:34)","status":529,"requestID":"req_2feed203a1b02e0a00000001","error":{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}},"path":"/v1/messages","model":"claude-sonnet-5-5","responseTime":1976,"msg":"completion failed"})-";
constexpr std::string_view failedServer =
    R"({"time":"2026-11-20T00:00:00+00:00","msec":"1795132800.004","remote_addr":"203.0.113.13","request_method":"POST","request_uri":"/v1/messages","status":503,"upstream_status":"503","request_time":1.274,"upstream_response_time":"1.274","request_id":"req_90dec79dd231304d00000001","http_user_agent":"curl/7.88.1"})";
constexpr std::string_view headersLine =
    R"({"level":"info","ts":1793696400.532,"msg":"handled request","request":{"method":"POST","uri":"/v1/messages"},"duration":1.204,"status":200,"resp_headers":{"Request-Id":["req_2feed203a1b02e0a00000001"]}})";
constexpr std::string_view plainText =
    R"(2026-11-20 09:14:07,532 INFO app.worker: stored 5 rows of job 0f6a8f2e8a1e in 12 ms)";
constexpr std::string_view clientText =
    R"(2026-11-20 09:14:07,532 INFO httpx: HTTP Request: POST https://api.derouter.ai/proxy/v1/messages "HTTP/1.1 200 OK")";
constexpr std::string_view pairsText =
    R"(time=2026-11-20T09:14:07.532Z level=INFO msg="request done" status=200 path=/v1/messages duration=412ms request_id=req_3f9c27a1d04be85562c7aa10)";

/// Of what is drawn by lot; another one from outside, to look further.
const quint32 seed = qEnvironmentVariable("DEROUTER_SEED", u"1"_s).toUInt();

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
    for (const auto& answer : batch.answers)
        add("answer before " + std::to_string(answer.afterFailure), answer.time);
    for (const Sighting& failure : batch.failures)
        said +=
            QByteArray::fromStdString(failure.code.key()) + '|' + text(failure.type) + '|' +
            text(failure.message) + '|' + text(failure.requestId) + '|' + text(failure.path) + '|' +
            text(failure.method) + '|' + text(failure.model) + '|' + text(failure.addresses) + '|' +
            text(failure.cause) + '|' + text(failure.raw) + '|' + QByteArray::number(failure.durationMicros) +
            '|' + QByteArray::number(int(failure.timeQuality)) + '|' +
            QByteArray::number(int(failure.answeredBy)) + '|' + QByteArray::number(int(failure.reporter)) +
            '|' + QByteArray::number(failure.time.value_or(-1)) + '|' +
            QByteArray::number(failure.where.line) + '|' + QByteArray::number(failure.where.bytes) + '\n';
    said += batch.format.toUtf8() + '\n';
    return said;
}

Batch read(QByteArrayView log, bool shortcuts, const QTimeZone& zone = QTimeZone::utc()) {
    PipelineOptions options;
    options.source = 0;
    options.zone = zone;
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

/// What the two ways say first that is not the same.
QByteArray difference(const QByteArray& log) {
    const QByteArrayList known = account(read(log, true)).split('\n');
    const QByteArrayList full = account(read(log, false)).split('\n');
    const auto [at, other] = std::ranges::mismatch(known, full);
    return at == known.end() && other == full.end()
               ? QByteArray()
               : known.value(at - known.begin()) + " / " + full.value(other - full.begin());
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
    const QByteArray bytes = "0123456789\"\\{}[]:,=- _/ane\x1b\t\r\xc3";
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
    QTest::newRow("a failure of another second and client")
        << text(failedLine)
        << QByteArray(
               R"(2001:db8::7 - alice [20/Nov/2026:09:14:59 +0100] "POST /v1/messages HTTP/1.1" 529 - "-" "x_y")");
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
    QTest::newRow("a failure with another id, time, duration and tenant")
        << text(failedProgram)
        << text(failedProgram)
               .replace("00000001", "0000abcd")
               .replace("047", "947")
               .replace(":1976", ":20.5")
               .replace("a-17", "b-529");
    QTest::newRow("a failure that a server logs") << text(failedServer)
                                                  << text(failedServer)
                                                         .replace("00000001", "0000abcd")
                                                         .replace("0.004", "7.999")
                                                         .replace("1.274", "12.5");
    QTest::newRow("another id in a list of one") << text(headersLine)
                                                 << text(headersLine)
                                                        .replace("00000001", "0000abcd")
                                                        .replace("400.532", "407.001")
                                                        .replace("1.204", "0.3");
    QTest::newRow("a text of another minute, with other numbers")
        << text(plainText)
        << text(plainText).replace("14:07,532", "59:08,001").replace("0f6a", "77ab").replace(" 5 ", " 4711 ");
    QTest::newRow("a text of a request, a second later")
        << text(clientText) << text(clientText).replace(":07,", ":08,");
    QTest::newRow("pairs with another id and duration")
        << text(pairsText) << text(pairsText).replace("3f9c", "0000").replace("412ms", "529ms");
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
    const LogRecord& record = sink.record->record();
    const RecordKind kind = Classifier(ApiRequests{}).classify(record);
    AccessShortcut access;
    JsonShortcut objects;
    TextShortcut texts;
    access.learn(known, record, kind);
    objects.learn(known, record, kind);
    texts.learn(known, record, kind);
    const auto told = line.startsWith('{') ? objects.read(asked)
                      : line.contains('[') ? access.read(asked)
                                           : texts.read(asked);
    QVERIFY(told);
    QCOMPARE(told->kind, kind);
}

void ShortcutsTest::whatMattersIsReadInFull_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("other");
    const auto change = [](const char* name, std::string_view line, const char* what, const char* by) {
        QTest::newRow(name) << text(line) << text(line).replace(what, by);
    };
    change("a failure", accessLine, " 200 ", " 529 ");
    change("another id in one place", failedProgram, "requestID\":\"req_2feed203a1b02e0a00000001",
           "requestID\":\"req_2feed203a1b02e0a00000002");
    change("another status than the text's", failedProgram, "\"status\":529", "\"status\":503");
    change("another message", failedProgram, "\"Overloaded\"}}", "\"No providers available\"}}");
    change("another model of a failure", failedProgram, "sonnet", "haiku");
    change("another path of a failure", failedProgram, "/v1/messages", "/v1/models");
    change("a duration that is none", failedProgram, ":1976", ":null");
    change("another process", failedProgram, "4217", "529");
    change("a duration in words", failedProgram, ":1976", ":\"1.9 s\"");
    change("an id that is cut", failedProgram, "req_2feed203a1b02e0a00000001", "req_2feed203...");
    change("a failure without an id", failedServer, "req_90dec79dd231304d00000001", "-");
    change("a failure with another's error beside it", failedServer, "203.0.113.13",
           "429 {\\\"type\\\":\\\"error\\\",\\\"error\\\":{\\\"type\\\":\\\"rate_limit_error\\\"}}");
    change("a failure with another's id beside it", failedProgram, "a-17", "req_2feed203a1b02e0a00000009");
    change("no answer of the server's", failedServer, "\"upstream_response_time\":\"1.274\"",
           "\"upstream_response_time\":\"-\"");
    change("a failure behind the proxy", failedServer, "\"upstream_status\":\"503\"",
           "\"upstream_status\":\"-\"");
    change("a success of a server", failedServer, "503", "200");
    change("another failure", failedLine, " 529 ", " 503 ");
    change("a success", failedLine, " 529 ", " 200 ");
    change("a failure with a duration", failedLine, "0.70.0\"", "0.70.0\" 1.204");
    change("a failure with an id", failedLine, "\"-\"", "\"req_3f9c27a1d04be85562c7aa10\"");
    change("a failure with a host", failedLine, "\"-\"", "\"-\" host=api.derouter.ai");
    change("a failure of another minute", failedLine, "09:14:07", "09:15:07");
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
    change("two in a list", headersLine, "01\"]", "01\",\"req_2feed203a1b02e0a00000002\"]");
    change("no id in a list", headersLine, "req_2feed203a1b02e0a00000001", "-");
    change("a list of a failure's", headersLine, "\"status\":200", "\"status\":529");
    change("a text with a status", plainText, "in 12 ms", "Error code: 529");
    change("a text of a failure", clientText, "200 OK", "529 Overloaded");
    change("another status that is none", clientText, "200 OK", "102 Processing");
    change("a text of another hour", clientText, " 09:", " 10:");
    change("a text of another day", clientText, "11-20", "11-21");
    change("a text with an id", plainText, "0f6a8f2e8a1e", "req_3f9c27a1d04be85562c7aa10");
    change("a text without its stamp", clientText, "2026-11-20 09:14:07,532 ", "");
    change("pairs with a status of a failure", pairsText, "status=200", "status=529");
    change("pairs without an id", pairsText, "req_3f9c27a1d04be85562c7aa10", "-");
    change("pairs with two ids", pairsText, "412ms", "req_3f9c27a1d04be85562c7aa11");
    change("pairs with another path", pairsText, "/v1/", "/v11/");
    change("a text of another port", clientText, "api.derouter.ai", "127.0.0.1:529");
    change("pairs in another zone", pairsText, ".532Z", ".532+05:30");
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
    QByteArray each; // every line often enough to be known
    for (const QByteArray& line : log.split('\n'))
        each += (line + '\n').repeated(20);
    for (const QByteArray& logs : {log, log.repeated(40), each})
        QCOMPARE(difference(logs), QByteArray());
}

void ShortcutsTest::changedLinesComeOutTheSame_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("access") << text(accessLine);
    QTest::newRow("failed access") << text(failedLine);
    QTest::newRow("failed program") << text(failedProgram);
    QTest::newRow("failed server") << text(failedServer);
    QTest::newRow("server") << text(serverLine);
    QTest::newRow("program") << text(programLine);
    QTest::newRow("headers") << text(headersLine);
    QTest::newRow("text") << text(plainText);
    QTest::newRow("client") << text(clientText);
    QTest::newRow("pairs") << text(pairsText);
}

/// Bytes changed, left out and doubled at random.
void ShortcutsTest::changedLinesComeOutTheSame() {
    QFETCH(QByteArray, line);
    constexpr int logs = 60;
    constexpr int linesOfLog = 400;
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

/// Dated lines of all the samples, some of them at a time, each known and then changed.
void ShortcutsTest::changedSamplesComeOutTheSame() {
    static const QRegularExpression clock(u"^.{0,30}\\d\\d:\\d\\d:\\d\\d"_s);
    QByteArrayList lines;
    for (const QString& folder : {u"formats"_s, u"cases"_s, u"decoys"_s})
        for (const QFileInfo& info : QDir(u"" DEROUTER_TEST_DATA "/"_s + folder).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QByteArray& line : file.readAll().split('\n'))
                if (line.size() < 500 && clock.match(QString::fromUtf8(line)).hasMatch())
                    lines << line;
        }
    QVERIFY(lines.size() > 500);
    QRandomGenerator random(seed);
    for (int i = 0; i < 150; ++i) {
        QByteArray log = repeated(plainText).repeated(3);
        for (int j = 0; j < 6; ++j) {
            const QByteArray line = lines[random.bounded(lines.size())];
            log += (line + '\n').repeated(4);
            for (int k = 0; k < 20; ++k)
                log += changed(line, random) + '\n';
        }
        if (differs(log))
            QFAIL(("seed " + QByteArray::number(seed) + ": " + difference(log) + ", least log:\n" +
                   fewestLines(log))
                      .constData());
    }
}

/// Texts that are known, with what goes on below them, and lines of other kinds.
void ShortcutsTest::textsAmongOthersComeOutTheSame() {
    const QByteArrayList lines = {
        text(plainText),
        text(plainText).replace("5 rows", "412 rows"),
        text(plainText).replace("app.worker: stored", "app: 3 of"),
        text(clientText),
        text(clientText).replace("200 OK", "529 Overloaded"),
        text(pairsText),
        text(pairsText).replace("status=200", "status=503"),
        text(accessLine),
        text(failedLine),
        text(failedLine).replace("203.0.113.2", "198.51.100.7"),
        text(serverLine),
        text(programLine),
        text(failedProgram),
        text(failedProgram).replace("00000001", "00000002"),
        text(failedServer),
        "2026-11-20 09:14:07,600 ERROR app.llm: call failed:",
        "2026-11-20 09:14:07,601 ERROR app.llm: Error code: 429 - {'type': 'error', 'error': {'type': "
        "'rate_limit_error', 'message': 'x'}, 'request_id': 'req_3f9c27a1d04be85562c7aa12'}",
        "2026-11-20 09:14:07,602 ERROR app.llm: anthropic.APIStatusError: {'type': 'error', 'error': "
        "{'type': "
        "'overloaded_error', 'message': 'x'}, 'request_id': 'req_3f9c27a1d04be85562c7aa15'}",
        "Traceback (most recent call last):",
        "  File \"llm.py\", line 529, in call",
        "anthropic.InternalServerError: Error code: 529 - {'type': 'error', 'error': {'type': "
        "'overloaded_error', 'message': 'Overloaded'}}",
        R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})",
        "    at call (llm.js:529:4)",
        "",
        "The above exception was the direct cause of the following exception:",
        "2026-11-20 09:14:08,001 DEBUG anthropic._base_client: HTTP Response: POST "
        "https://api.derouter.ai/proxy/v1/messages \"200 OK\" Headers({'request-id': 'req_a'})",
        "2026-11-20 09:14:08,002 DEBUG anthropic._base_client: request_id: req_3f9c27a1d04be85562c7aa13"};
    QRandomGenerator random(seed);
    for (int log = 0; log < 300; ++log) {
        QByteArray all = repeated(plainText) + repeated(clientText) + repeated(pairsText);
        const qsizetype kinds = 3 + random.bounded(lines.size() - 2);
        for (int i = 0; i < 100; ++i)
            all += QByteArray(lines[random.bounded(kinds)])
                       .replace(":07,", ":3" + QByteArray::number(i % 10) + ',') +
                   '\n';
        if (differs(all))
            QFAIL(("seed " + QByteArray::number(seed) + ", least log:\n" + fewestLines(all)).constData());
    }
}

/// In autumn an hour comes twice; what was learned in the first does not hold in the second.
void ShortcutsTest::aClockThatIsSetBack() {
    QByteArray log;
    for (const char* hour : {"01", "02", "02", "03"})
        for (int minute = 0; minute < 60; ++minute)
            for (int second = 0; second < 60; second += 20)
                log += QByteArray(clientText.data(), clientText.size())
                           .replace(
                               "2026-11-20 09:14:07",
                               QString::asprintf("2026-10-25 %s:%02d:%02d", hour, minute, second).toUtf8()) +
                       '\n';
    const auto account = [&log](bool shortcuts) {
        return ::account(read(log, shortcuts, QTimeZone("Europe/Berlin")));
    };
    QCOMPARE(account(true), account(false));
    QCOMPARE(read(log, true, QTimeZone("Europe/Berlin")).lastTime,
             std::optional(
                 QDateTime::fromString(u"2026-10-25T02:59:40.532Z"_s, Qt::ISODateWithMs).toMSecsSinceEpoch() *
                 1000));
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
