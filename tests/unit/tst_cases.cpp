// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Small logs and the failures a reader must find in them: tests/data/cases. The form of a case stands at the
// beginning of embedded-bodies.txt.

#include "monitor/explain.h"
#include "pipelinerun.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

static const QString folder = u"" DEROUTER_TEST_DATA "/cases"_s;

static QByteArray orDash(std::string_view text) {
    return text.empty() ? QByteArray("-") : QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// The value of a further fact, in the words the cases use.
static QByteArray fact(const ErrorEvent& event, const QByteArray& name) {
    constexpr const char* qualities[] = {"none", "exact", "zone-assumed", "date-assumed", "inherited"};
    if (name == "message")
        return orDash(event.message);
    if (name == "cause")
        return orDash(event.cause);
    if (name == "model")
        return orDash(event.model);
    if (name == "path")
        return orDash(event.path);
    if (name == "quality")
        return qualities[static_cast<int>(event.timeQuality)];
    if (name == "time")
        return event.time ? QDateTime::fromMSecsSinceEpoch(*event.time / 1000, Qt::UTC)
                                .toString(Qt::ISODateWithMs)
                                .toUtf8()
                          : QByteArray("-");
    if (name == "reported")
        return QByteArray::number(event.reportedStatus);
    if (name == "sightings")
        return QByteArray::number(event.sightings);
    if (name == "attempt")
        return QByteArray::number(event.attempt);
    if (name == "call")
        return QByteArray::number(event.call);
    if (name == "streamed")
        return event.streamed ? (*event.streamed ? "yes" : "no") : "-";
    if (name == "ms")
        return QByteArray::number(event.durationMicros / 1000);
    return "no such fact: " + name;
}

class CasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdWhatTheySay_data();
    void holdWhatTheySay();
    void areExplained_data();
    void areExplained();
    void notesOfProxiesAreExplained_data();
    void notesOfProxiesAreExplained();
    void pastesAreExplained_data();
    void pastesAreExplained();
    void areManyOfEachKind();
};

struct Case {
    QByteArray name;
    QByteArray log;
    QByteArrayList expected;
};

static QList<Case> casesOf(const QString& file) {
    QFile data(folder + u'/' + file);
    if (!data.open(QIODevice::ReadOnly))
        return {};
    QList<Case> cases;
    for (const QByteArray& line : data.readAll().split('\n')) {
        if (line.startsWith("=== "))
            cases.append({line.mid(4), {}, {}});
        else if (!cases.isEmpty() && line.startsWith("=> ") && cases.back().log.isEmpty())
            cases.back().expected.append(line.mid(3));
        else if (!cases.isEmpty())
            cases.back().log += line + '\n';
    }
    for (Case& each : cases)
        while (each.log.endsWith("\n\n"))
            each.log.chop(1);
    return cases;
}

void CasesTest::holdWhatTheySay_data() {
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArrayList>("expected");
    for (const QString& file : QDir(folder).entryList(QDir::Files, QDir::Name))
        for (const Case& each : casesOf(file))
            QTest::addRow("%s: %s", qPrintable(file), each.name.constData()) << each.log << each.expected;
}

/// "code type id", and of the further facts those the case names; they stand last, each as " name=value".
static QByteArray describe(const ErrorEvent& event, const QByteArray& expected) {
    QByteArray text = QByteArray::fromStdString(event.code.key()) + ' ' + orDash(event.type) + ' ' +
                      orDash(event.requestId);
    const QByteArrayList words = expected.split(' ');
    for (const QByteArray& word : words.mid(3))
        if (const qsizetype equals = word.indexOf('='); equals > 0)
            text += ' ' + word.first(equals) + '=' + fact(event, word.first(equals));
    return text;
}

/// " 429 502 502"
static QByteArray listed(const std::map<int, std::uint64_t>& countsByStatus) {
    QByteArray text;
    for (const auto& [status, count] : countsByStatus)
        text += (' ' + QByteArray::number(status)).repeated(static_cast<qsizetype>(count));
    return text;
}

void CasesTest::holdWhatTheySay() {
    QFETCH(QByteArray, log);
    QFETCH(QByteArrayList, expected);
    QVERIFY2(!expected.isEmpty(), "a case says what is expected");
    for (const qsizetype step : {log.size(), qsizetype(5)}) {
        PipelineOptions options;
        options.keepRaw = step == log.size(); // a report that keeps no records counts the same
        PipelineRun run(std::move(options));
        run.pipeline().setReference(QDateTime(QDate(2026, 11, 3), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch() *
                                    1000);
        for (qsizetype at = 0; at < log.size(); at += step)
            run.write(QByteArrayView(log).sliced(at, std::min(step, log.size() - at)));
        run.finish();
        QByteArrayList found;
        for (std::size_t row = 0; row < run.events().size(); ++row)
            found.append(describe(run.events().event(row), expected.value(static_cast<qsizetype>(row))));
        for (const QByteArray& line : expected) {
            if (line.startsWith("successes "))
                found.append("successes " + QByteArray::number(run.totals().apiSuccesses));
            if (line.startsWith("others "))
                found.append("others " + QByteArray::number(run.totals().otherRequests));
            if (line.startsWith("other errors "))
                found.append("other errors" + listed(run.totals().otherErrorsByStatus));
            if (line.startsWith("not understood "))
                found.append("not understood " + QByteArray::number(run.notUnderstood()));
        }
        if (found.isEmpty())
            found.append("nothing");
        QCOMPARE(found.join('\n'), expected.join('\n'));
    }
}

void CasesTest::areExplained_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    for (const Case& each : casesOf(u"embedded-bodies.txt"_s))
        QTest::newRow(each.name.constData()) << each.log << each.expected.value(0);
}

static Explanation explained(const QByteArray& text) {
    return explain(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
}

static QByteArray describe(const Sighting& found) {
    return QByteArray::fromStdString(found.code.key()) + ' ' + orDash(found.type) + ' ' +
           orDash(found.requestId);
}

/// A user pastes it: the same comes out as from a log.
void CasesTest::areExplained() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto found = explained(text).failures;
    QVERIFY(!found.empty());
    QCOMPARE(describe(found.front()), expected.split(' ').first(3).join(' '));
}

void CasesTest::notesOfProxiesAreExplained_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nginx got no connection")
        << QByteArray(
               R"(2026/11/03 09:14:06 [error] 29#29: *98 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.7, server: llm.local, request: "POST /v1/messages HTTP/1.1", upstream: "https://203.0.113.9:443/v1/messages", host: "llm.local")")
        << QByteArray("proxy.local connect() failed (111: Connection refused) while connecting to upstream");
    QTest::newRow("nginx refused")
        << QByteArray(
               R"(2026/11/03 09:14:06 [error] 29#29: *98 limiting requests, excess: 5.120 by zone "llm", client: 192.0.2.7, server: llm.local, request: "POST /v1/messages HTTP/1.1", host: "llm.local")")
        << QByteArray(R"(proxy.local limiting requests, excess: 5.120 by zone "llm")");
    QTest::newRow("nginx' client left")
        << QByteArray(
               R"(2026/11/03 09:14:06 [info] 29#29: *98 client prematurely closed connection, so upstream connection is closed too while reading response header from upstream, client: 192.0.2.7, server: llm.local, request: "POST /v1/messages HTTP/1.1", upstream: "https://203.0.113.9:443/v1/messages", host: "llm.local")")
        << QByteArray(
               "client.closed client prematurely closed connection, so upstream connection is closed too "
               "while reading response header from upstream");
    QTest::newRow("Apache got no answer")
        << QByteArray(
               R"([Tue Nov 03 09:14:07.532114 2026] [proxy_http:error] [pid 9:tid 11] (70007)The timeout specified has expired: [client 192.0.2.7:50112] AH01102: error reading status line from remote server api.derouter.ai:443)")
        << QByteArray(
               "proxy.local AH01102: error reading status line from remote server api.derouter.ai:443");
    QTest::newRow("a buffer")
        << QByteArray(
               R"(2026/11/03 09:14:12 [warn] 29#29: *98 a client request body is buffered to a temporary file /tmp/0000000429, client: 192.0.2.7, server: llm.local, request: "POST /v1/messages HTTP/1.1", host: "llm.local")")
        << QByteArray("nothing");
}

void CasesTest::notesOfProxiesAreExplained() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, expected);
    const auto found = explained(line).failures;
    QCOMPARE(found.empty() ? QByteArray("nothing")
                           : orDash(found.front().cause) + ' ' + orDash(found.front().message),
             expected);
}

void CasesTest::pastesAreExplained_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>(
        "failures"); ///< each as "code type id cause", further with time= or message=
    QTest::addColumn<QByteArray>("otherId");
    const auto row = [](const char* name, const QByteArray& text, const QByteArrayList& failures,
                        const QByteArray& otherId = {}) {
        QTest::newRow(name) << text << failures << otherId;
    };
    row("a status beside words of a time limit", "504 Provider timed out", {"504 - - upstream.timeout"});
    row("the same behind a class", "Error: 504 Provider timed out", {"504 - - upstream.timeout"});
    row("the same behind a class of its own", "GatewayTimeoutError: 504 Provider timed out",
        {"504 - - upstream.timeout"});
    row("a status, its reason, and words of a time limit", "504 Gateway Timeout: Request timed out",
        {"504 - - upstream.timeout"});
    row("a time limit without a status", "Error: Request timed out.", {"none - - no-response"});
    row("a status alone", "HTTP 402", {"402 - - billing.unspecified"});
    row("a body in HTML's entities",
        "{&quot;type&quot;:&quot;error&quot;,&quot;error&quot;:{&quot;type&quot;:&quot;overloaded_error&quot;"
        ","
        "&quot;message&quot;:&quot;Overloaded&quot;}}",
        {"stream overloaded_error - upstream.overloaded"});
    row("openai's error as Node prints it, without its brace",
        R"(RateLimitError: 429 Requests per minute limit (60) exceeded
    at APIError.generate (/app/node_modules/openai/core/error.js:63:20)
    at OpenAI.makeRequest (/app/node_modules/openai/client.js:470:30)
  status: 429,
  headers: Headers { 'content-type': 'application/json', 'request-id': 'req_3f9c27a1d04be85562c7aa10' },
  requestID: null,
  error: { message: 'Requests per minute limit (60) exceeded', type: 'rate_limit_error', param: null, code: null },
  code: null, param: null, type: 'rate_limit_error'
})",
        {"429 rate_limit_error req_3f9c27a1d04be85562c7aa10 rate.rpm"});
    row("a retry's notice",
        "[2026-11-03 09:14:07 - anthropic._base_client:856 - DEBUG] Retrying due to status code 429",
        {"429 - - rate.unspecified timed"});
    row("the SDK's word for an answer",
        "[2026-11-03 09:14:07 - openai._base_client:1040 - DEBUG] Encountered an HTTP status error: 529",
        {"529 - - upstream.overloaded timed"});
    row("Codex' warning",
        "2026-11-03T09:14:07.532114Z  WARN codex_core::client: exceeded retry limit, last status: 429 Too "
        "Many "
        "Requests, request id: 34f6e6c9-678f-452a-b031-49fc9cb703e4",
        {"429 - - rate.unspecified timed"}, "34f6e6c9-678f-452a-b031-49fc9cb703e4");
    row("Claude Code's words", "Credit balance is too low", {"stream - - request.passed-through"});
    row("Django's words", "Bad Gateway: /proxy/v1/messages", {"502 - - upstream.provider-auth"});
    row("the AI SDK's words", "AI_APICallError: Overloaded", {"stream - - upstream.overloaded"});
    row("a type that the SDKs know",
        R"({"type":"error","error":{"type":"permission_error","message":"Not allowed"},"request_id":"req_3f9c27a1d04be85562c7aa10"})",
        {"stream permission_error req_3f9c27a1d04be85562c7aa10 request.passed-through"});
    row("two failures",
        R"(API Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_3f9c27a1d04be85562c7aa10"}
API Error: 402 {"type":"error","error":{"type":"billing_error","message":"Insufficient balance"},"request_id":"req_90b1e2c3d4f5a6b7c8d9e0f1"})",
        {"529 overloaded_error req_3f9c27a1d04be85562c7aa10 upstream.overloaded",
         "402 billing_error req_90b1e2c3d4f5a6b7c8d9e0f1 billing.balance"});
    row("one failure, told twice",
        "[2026-11-03 09:14:07 - httpx:1025 - INFO] HTTP Request: POST "
        "https://api.derouter.ai/proxy/v1/messages "
        "\"HTTP/1.1 529 Overloaded\"\n"
        "[2026-11-03 09:14:07 - anthropic._base_client:1311 - DEBUG] HTTP Response: POST "
        "https://api.derouter.ai/proxy/v1/messages \"529 Overloaded\" Headers({'request-id': "
        "'req_3f9c27a1d04be85562c7aa10'})",
        {"529 - req_3f9c27a1d04be85562c7aa10 upstream.overloaded timed"});
    row("a success",
        R"({"time":"2026-11-03T09:14:07Z","status":200,"request_id":"req_3f9c27a1d04be85562c7aa10"})", {});
}

void CasesTest::pastesAreExplained() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, failures);
    QFETCH(QByteArray, otherId);
    const Explanation found = explained(text);
    QByteArrayList said;
    for (const Sighting& failure : found.failures)
        said << describe(failure) + ' ' + orDash(failure.cause) + (failure.time ? " timed" : "");
    QCOMPARE(said, failures);
    QCOMPARE(QByteArray::fromStdString(found.otherId), otherId);
    if (failures.isEmpty()) {
        QCOMPARE(found.requestId, "req_3f9c27a1d04be85562c7aa10");
        QCOMPARE(found.status, 200);
        QVERIFY(found.time.has_value());
    }
}

void CasesTest::areManyOfEachKind() {
    QVERIFY(casesOf(u"embedded-bodies.txt"_s).size() >= 60);
}

QTEST_GUILESS_MAIN(CasesTest)
#include "tst_cases.moc"
