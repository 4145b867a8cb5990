// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What one record of a log says, by table: the shapes real programs write, and the texts that only look like
// errors.

#include "format/ownedrecord.h"
#include "pipelinerun.h"

#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class RecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reportsAFailure_data();
    void reportsAFailure();
    void reportsNoFailure_data();
    void reportsNoFailure();
    void keepsTheFacts();
    void aRecordThatWaitsHasItsOwnTexts();
    void aStatusTheGuideDoesNotListIsNobodysMove();
    void theAnswerSaysHowLongToWait_data();
    void theAnswerSaysHowLongToWait();
    void pythonTracebackIsOneFailure();
    void nodeInspectDumpIsOneFailure();
    void severalRecordsWithOneIdAreOneRequest();
    void undatedRecordsInheritATime();
    void whatIsNotUnderstoodCanBeLookedAt();
    void deepNestingIsPassedOver();
    void whoseRequestItIs_data();
    void whoseRequestItIs();
};

static void addFailure(const char* name, const char* text, const char* code, const char* type,
                       const char* message, const char* id = "") {
    QTest::newRow(name) << QByteArray(text) << QByteArray(code) << QByteArray(type) << QByteArray(message)
                        << QByteArray(id);
}

void RecordsTest::reportsAFailure_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("id");

    addFailure(
        "combined",
        R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /proxy/v1/messages HTTP/1.1" 529 142 "-" "x")",
        "529", "", "");
    addFailure(
        "custom layout with an id",
        R"(192.0.2.7 [2026-11-03T09:14:07+01:00] "POST /v1/messages?beta=true HTTP/2.0" 503 up=503 rt=0.351 reqid=req_3f9c27a1d04be85562c7aa10)",
        "503", "", "", "req_3f9c27a1d04be85562c7aa10");
    addFailure("uvicorn", R"(INFO:     127.0.0.1:52144 - "POST /v1/messages HTTP/1.1" 529)", "529", "", "");
    addFailure("the client left",
               R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 499 0 "-" "x")",
               "499", "", "");
    addFailure("status as a string",
               R"({"time":"2026-11-03T09:14:07Z","status":"429 Too Many Requests","uri":"/v1/messages"})",
               "429", "", "");
    addFailure(
        "dotted members",
        R"({"@timestamp":"2026-11-03T09:14:07Z","http.response.status_code":529,"url.path":"/openai/v1/chat/completions"})",
        "529", "", "");
    addFailure(
        "nested members",
        R"({"@timestamp":"2026-11-03T09:14:07Z","http":{"response":{"status_code":"402"}},"url":{"path":"/v1/responses"}})",
        "402", "", "");
    addFailure(
        "pino with the Anthropic SDK",
        R"({"level":50,"time":1793693647532,"err":{"type":"InternalServerError","message":"529 {}","status":529,"requestID":"req_3f9c27a1d04be85562c7aa10","error":{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_3f9c27a1d04be85562c7aa10"}},"msg":"completion failed"})",
        "529", "overloaded_error", "Overloaded", "req_3f9c27a1d04be85562c7aa10");
    addFailure(
        "pino with the OpenAI SDK",
        R"({"level":50,"time":1793693647532,"err":{"type":"RateLimitError","message":"429 Requests per minute limit (60) exceeded","status":429,"requestID":null,"error":{"type":"rate_limit_error","message":"Requests per minute limit (60) exceeded","param":null,"code":null}},"msg":"completion failed"})",
        "429", "rate_limit_error", "Requests per minute limit (60) exceeded");
    addFailure(
        "an error inside a stream",
        R"({"level":50,"time":1793693647532,"err":{"type":"APIError","message":"{}","requestID":"req_3f9c27a1d04be85562c7aa10","error":{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}},"msg":"stream failed"})",
        "stream", "overloaded_error", "Overloaded", "req_3f9c27a1d04be85562c7aa10");
    addFailure(
        "no response",
        R"({"level":50,"time":1793693647532,"err":{"type":"APIConnectionTimeoutError","message":"Request timed out."},"msg":"failed"})",
        "none", "", "Request timed out.");
    addFailure(
        "body as a string in JSON",
        R"({"level":"error","ts":1793693647.5,"msg":"call failed","error":"503 {\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"No providers available\"}}"})",
        "503", "api_error", "No providers available");
    addFailure(
        "a bad byte",
        "{\"time\":\"2026-11-03T09:14:07Z\",\"ua\":\"caf\xE9\",\"status\":503,\"uri\":\"/v1/messages\"}",
        "503", "", "");
    addFailure("a number out of range",
               R"({"time":"2026-11-03T09:14:07Z","x":1e999,"status":503,"uri":"/v1/messages"})", "503", "",
               "");
    addFailure("a missing value",
               R"({"time":"2026-11-03T09:14:07Z","urt":,"status":503,"uri":"/v1/messages"})", "503", "", "");
    addFailure("a cut line",
               R"({"time":"2026-11-03T09:14:07Z","status":503,"uri":"/v1/messages","prompt":"abc)", "503", "",
               "");
    addFailure("Python, Anthropic",
               "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': "
               "'rate_limit_error', 'message': \"You're over\"}, "
               "'request_id': 'req_3f9c27a1d04be85562c7aa10'}",
               "429", "rate_limit_error", "You're over", "req_3f9c27a1d04be85562c7aa10");
    addFailure("Python, OpenAI, behind a logger",
               "2026-11-03 09:14:07,532 - app - ERROR - call failed: Error code: 402 - {'error': {'message': "
               "'Insufficient balance', 'type': "
               "'billing_error', 'param': None, 'code': None}}",
               "402", "billing_error", "Insufficient balance");
    addFailure("Python, no body", "anthropic.InternalServerError: Error code: 502", "502", "", "");
    addFailure("Python, no response", "openai.APIConnectionError: Connection error.", "none", "",
               "Connection error.");
    addFailure("Python, inside a stream",
               "openai.APIError: The server had an error while processing your request", "stream", "",
               "The server had an error while processing your request");
    addFailure(
        "Node, Anthropic",
        R"(RateLimitError: 429 {"type":"error","error":{"type":"rate_limit_error","message":"Requests per minute limit (60) exceeded"},"request_id":"req_3f9c27a1d04be85562c7aa10"})",
        "429", "rate_limit_error", "Requests per minute limit (60) exceeded", "req_3f9c27a1d04be85562c7aa10");
    addFailure("Node, OpenAI", "RateLimitError: 429 Requests per minute limit (60) exceeded", "429", "",
               "Requests per minute limit (60) exceeded");
    addFailure("Node, empty body", "InternalServerError: 503 status code (no body)", "503", "", "");
    addFailure(
        "Node, behind a stamp and words",
        R"([2026-11-03T08:14:07.532Z] completion failed: 400 {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: required"}} req_3f9c27a1d04be85562c7aa10)",
        "400", "invalid_request_error", "max_tokens: required", "req_3f9c27a1d04be85562c7aa10");
    addFailure(
        "Node SDK's own log",
        R"([log_5e1b07, request-id: "req_3f9c27a1d04be85562c7aa10"] POST https://api.derouter.ai/proxy/v1/messages failed with status 429 in 212ms - retrying, 2 attempts remaining)",
        "429", "", "", "req_3f9c27a1d04be85562c7aa10");
    addFailure("coloured", "\x1b[31mRateLimitError: 429 Requests per minute limit (60) exceeded\x1b[0m",
               "429", "", "Requests per minute limit (60) exceeded");
    addFailure(
        "server-sent event",
        R"(data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_3f9c27a1d04be85562c7aa10"})",
        "stream", "overloaded_error", "Overloaded", "req_3f9c27a1d04be85562c7aa10");
    addFailure(
        "bare body of an unknown type",
        R"({"type":"error","error":{"type":"quota_exceeded","message":"Too much"},"request_id":"req_3f9c27a1d04be85562c7aa10"})",
        "stream", "quota_exceeded", "Too much", "req_3f9c27a1d04be85562c7aa10");
}

void RecordsTest::reportsAFailure() {
    QFETCH(QByteArray, text);
    PipelineRun run;
    run.write(text + "\n").finish();
    QCOMPARE(run.totals().failures, 1u);
    const ErrorEvent event = run.events().event(0);
    const auto bytes = [](std::string_view view) {
        return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
    };
    QTEST(QByteArray::fromStdString(event.code.key()), "code");
    QTEST(bytes(event.type), "type");
    QTEST(bytes(event.message), "message");
    QTEST(bytes(event.requestId), "id");
    QCOMPARE(run.notUnderstood(), 0u);
}

void RecordsTest::reportsNoFailure_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("successes");
    const auto row = [](const char* name, const char* text, int successes = 0) {
        QTest::newRow(name) << QByteArray(text) << successes;
    };
    row("success with an id",
        "[2026-11-03T08:14:07.532Z] ok claude-haiku-4-5 588ms req_90b1e2c3d4f5a6b7c8d9e0f1", 1);
    row("JSON success that quotes an error",
        R"({"level":30,"time":1793693647532,"reqId":"req_90b1e2c3d4f5a6b7c8d9e0f1","statusCode":200,"prompt":"why {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}} 529?","msg":"completion ok"})",
        1);
    row("a prompt in the message",
        R"({"level":30,"time":1793693647532,"msg":"prompt: explain 529 {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"x\"}}"})");
    row("messages of a request",
        R"({"level":30,"time":1793693647532,"messages":[{"role":"user","content":"Error code: 429 - {'type': 'error'}"}],"msg":"sending"})");
    row("settings",
        R"({"level":30,"time":1793693647532,"config":{"status":529,"retry":[429,529]},"msg":"starting"})");
    row("text that quotes a body",
        R"(user asked: what is 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})");
    row("a test's expectation",
        R"(expected 429 {"type":"error","error":{"type":"rate_limit_error"}} to be thrown)");
    row("a number that is no status", "GC 503ms pause, heap 429 MB");
    row("a source line", "client.go:529 connection pool grew to 429");
    row("a port", "Server listening on :8529");
    row("bytes behind the status",
        R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 200 529 "-" "x")", 1);
    row("a path and query with statuses",
        R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /v1/messages?code=503 HTTP/1.1" 200 529 "http://x/errors/401" "x")",
        1);
    row("upstream tries that recovered",
        R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 200 12 us="502, 503, 200" rid=req_90b1e2c3d4f5a6b7c8d9e0f1)",
        1);
    row("an empty error",
        R"({"level":30,"time":1793693647532,"status":200,"path":"/v1/messages","error":null,"errors":0})", 1);
    row("Datadog's level",
        R"({"timestamp":"2026-11-03T08:14:07Z","status":"error","message":"cache warm failed"})");
    row("another program's refused connection",
        R"({"level":50,"time":1793693647532,"err":{"type":"Error","message":"connect ECONNREFUSED 127.0.0.1:6379","code":"ECONNREFUSED"},"msg":"redis"})");
    row("a local id", R"({"level":30,"time":1793693647532,"reqId":"req-1","msg":"incoming request"})");
    row("no id", R"({"level":30,"time":1793693647532,"request_id":null,"msg":"ready"})");
    row("a process that exits", R"({"level":30,"time":1793693647532,"code":503,"msg":"worker exit"})");
}

void RecordsTest::reportsNoFailure() {
    QFETCH(QByteArray, text);
    QFETCH(int, successes);
    PipelineRun run;
    run.write(text + "\n").finish();
    QCOMPARE(run.totals().failures, 0u);
    QCOMPARE(run.totals().apiSuccesses, static_cast<std::uint64_t>(successes));
}

void RecordsTest::aStatusTheGuideDoesNotListIsNobodysMove() {
    for (const int status : {403, 404, 413, 499, 524}) {
        PipelineRun run;
        run.write("{\"time\":\"2026-11-03T09:14:07Z\",\"status\":" + QByteArray::number(status) +
                  ",\"uri\":\"/v1/messages\"}\n")
            .finish();
        QCOMPARE(run.events().event(0).move, WhoseMove::Unknown);
        QCOMPARE(run.totals().failuresByMove[static_cast<int>(WhoseMove::Unknown)], 1u);
    }
}

void RecordsTest::keepsTheFacts() {
    PipelineRun run;
    run.write(
           R"({"level":"error","ts":1793693647.532,"logger":"http.log.access","request":{"method":"POST","host":"llm.local","uri":"/v1/messages","headers":{"X-Request-Id":["req_000000000000000000000000"]}},"duration":0.4125,"status":529,"resp_headers":{"Request-Id":["req_3f9c27a1d04be85562c7aa10"]}})"
           "\n")
        .finish();
    QCOMPARE(run.format(), u"caddy"_s);
    const ErrorEvent event = run.events().event(0);
    QCOMPARE(event.time, std::optional<Microseconds>(1'793'693'647'532'000));
    QCOMPARE(event.timeQuality, TimeQuality::Exact);
    QCOMPARE(event.method, std::string_view("POST"));
    QCOMPARE(event.path, std::string_view("/v1/messages"));
    QCOMPARE(event.requestId, std::string_view("req_3f9c27a1d04be85562c7aa10"));
    QCOMPARE(event.durationMicros, 412'500);
    QCOMPARE(event.cause, std::string_view("upstream.overloaded"));
    QCOMPARE(event.move, WhoseMove::Provider);
    QCOMPARE(event.line, 1u);
    QVERIFY(run.events().raw(0).starts_with("{\"level\""));
}

void RecordsTest::theAnswerSaysHowLongToWait_data() {
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("value");
    constexpr auto none = int(RetryAfter::Kind::Unstated);
    constexpr auto delay = int(RetryAfter::Kind::Delay);
    constexpr auto moment = int(RetryAfter::Kind::Moment);
    const auto pino = [](const char* headers) {
        return QByteArray(
                   R"({"level":50,"time":1795435200000,"pid":7,"hostname":"h","msg":"failed","err":{"status":429,"headers":)") +
               headers +
               R"(,"error":{"type":"rate_limit_error","message":"Requests per minute limit (60) exceeded"}}})"
               "\n";
    };
    QTest::newRow("no header") << pino(R"({"server":"x"})") << none << qint64(0);
    QTest::newRow("seconds") << pino(R"({"retry-after":"7"})") << delay << qint64(7'000'000);
    QTest::newRow("seconds as a number") << pino(R"({"Retry-After":0})") << delay << qint64(0);
    QTest::newRow("a date") << pino(R"({"retry-after":"Mon, 23 Nov 2026 12:00:09 GMT"})") << moment
                            << qint64(1'795'435'209'000'000);
    QTest::newRow("milliseconds are finer")
        << pino(R"({"retry-after":"2","retry-after-ms":"1250"})") << delay << qint64(1'250'000);
    QTest::newRow("milliseconds, told first")
        << pino(R"({"retry-after-ms":"1250","retry-after":"2"})") << delay << qint64(1'250'000);
    QTest::newRow("below zero") << pino(R"({"retry-after":"-3"})") << none << qint64(0);
    QTest::newRow("a century") << pino(R"({"retry-after":"3153600000"})") << none << qint64(0);
    QTest::newRow("a word") << pino(R"({"retry-after":"soon"})") << none << qint64(0);
    QTest::newRow("curl") << QByteArray("> POST /proxy/v1/messages HTTP/1.1\n> Host: api.derouter.ai\n>\n"
                                        "< HTTP/1.1 503 Service Unavailable\n< Retry-After: 4\n"
                                        "< request-id: req_3f9c27a1d04be85562c7aa10\n<\n"
                                        R"({"type":"error","error":{"type":"api_error","message":"x"}})"
                                        "\n")
                          << delay << qint64(4'000'000);
}

void RecordsTest::theAnswerSaysHowLongToWait() {
    QFETCH(QByteArray, log);
    PipelineRun run;
    run.write(log).finish();
    QCOMPARE(run.events().size(), std::size_t(1));
    const RetryAfter wait = run.events().event(0).retryAfter;
    QTEST(int(wait.kind), "kind");
    QTEST(qint64(wait.value), "value");
}

void RecordsTest::pythonTracebackIsOneFailure() {
    PipelineRun run;
    run.write(
           "2026-11-03 09:14:07,532 - app - ERROR - call failed\n"
           "Traceback (most recent call last):\n"
           "  File \"client.py\", line 529, in request\n"
           "    raise HTTPStatusError(429)\n"
           "httpx.HTTPStatusError: Client error '529 ' for url 'https://api.derouter.ai/proxy/v1/messages'\n"
           "\n"
           "During handling of the above exception, another exception occurred:\n"
           "\n"
           "Traceback (most recent call last):\n"
           "  File \"app.py\", line 429, in main\n"
           "anthropic.OverloadedError: Error code: 529 - {'type': 'error', 'error': {'type': "
           "'overloaded_error', 'message': 'Overloaded'}, "
           "'request_id': 'req_3f9c27a1d04be85562c7aa10'}\n"
           "2026-11-03 09:14:08,000 - app - INFO - next\n")
        .finish();
    QCOMPARE(run.totals().failures, 1u);
    const ErrorEvent event = run.events().event(0);
    QCOMPARE(event.code, FailureCode::http(529));
    QCOMPARE(event.requestId, std::string_view("req_3f9c27a1d04be85562c7aa10"));
    QCOMPARE(event.timeQuality, TimeQuality::ZoneAssumed);
    QCOMPARE(event.line, 1u);
}

void RecordsTest::nodeInspectDumpIsOneFailure() {
    PipelineRun run;
    run.write("starting\n"
              "RateLimitError: 429 Requests per minute limit (60) exceeded\n"
              "    at APIError.generate (/app/node_modules/openai/core/error.js:63:20)\n"
              "    at async main (/app/main.js:529:5) {\n"
              "  status: 429,\n"
              "  headers: Headers {\n"
              "    date: 'Tue, 03 Nov 2026 08:14:07 GMT',\n"
              "    'request-id': 'req_3f9c27a1d04be85562c7aa10'\n"
              "  },\n"
              "  requestID: undefined,\n"
              "  error: {\n"
              "    message: 'Requests per minute limit (60) ' +\n"
              "      'exceeded',\n"
              "    type: 'rate_limit_error',\n"
              "    param: null,\n"
              "    code: null\n"
              "  },\n"
              "  code: null,\n"
              "  type: 'rate_limit_error'\n"
              "}\n"
              "  prompt was: explain 503 {\"type\":\"error\",\"error\":{\"type\":\"api_error\"}}\n"
              "bye\n")
        .finish();
    QCOMPARE(run.totals().failures, 1u);
    const ErrorEvent event = run.events().event(0);
    QCOMPARE(event.code, FailureCode::http(429));
    QCOMPARE(event.type, std::string_view("rate_limit_error"));
    QCOMPARE(event.message, std::string_view("Requests per minute limit (60) exceeded"));
    QCOMPARE(event.requestId, std::string_view("req_3f9c27a1d04be85562c7aa10"));
    QCOMPARE(event.time.value_or(0), Microseconds(1793693647000000)); // by the answer's date header
    QCOMPARE(event.line, 2u);
}

void RecordsTest::severalRecordsWithOneIdAreOneRequest() {
    PipelineRun run;
    run.write(
           R"({"level":30,"time":1793693647000,"reqId":"req_3f9c27a1d04be85562c7aa10","msg":"sent"})"
           "\n"
           R"({"level":30,"time":1793693648000,"reqId":"req_90b1e2c3d4f5a6b7c8d9e0f1","statusCode":200,"msg":"ok"})"
           "\n"
           R"({"level":40,"time":1793693649000,"reqId":"req_3f9c27a1d04be85562c7aa10","status":429,"msg":"rate limited"})"
           "\n"
           R"({"level":50,"time":1793693650000,"err":{"status":429,"requestID":"req_3f9c27a1d04be85562c7aa10","error":{"type":"error","error":{"type":"rate_limit_error","message":"Slow down"}}}})"
           "\n"
           R"({"level":30,"time":1793693651000,"reqId":"req_3f9c27a1d04be85562c7aa10","msg":"done"})"
           "\n")
        .finish();
    QCOMPARE(run.totals().apiRequests, 2u);
    QCOMPARE(run.totals().apiSuccesses, 1u);
    QCOMPARE(run.totals().failures, 1u);
    QCOMPARE(run.totals().sightings, 2u);
    const ErrorEvent event = run.events().event(0);
    QCOMPARE(event.sightings, 2u);
    QCOMPARE(event.type, std::string_view("rate_limit_error"));
    QCOMPARE(run.events().sightings(0)[1].line, 4u);
    QCOMPARE(run.totals().failuresByType.at("rate_limit_error"), 1u);
    const auto minutes = run.rates().minutes();
    QCOMPARE(minutes.size(), 1u);
    QCOMPARE(minutes[0].requests, 2u);
}

void RecordsTest::undatedRecordsInheritATime() {
    PipelineRun run;
    run.write("RateLimitError: 429 too fast\n"
              "[2026-11-03T08:14:07Z] ok gpt-5 12ms req_90b1e2c3d4f5a6b7c8d9e0f1\n"
              "RateLimitError: 429 too fast again\n")
        .finish();
    QCOMPARE(run.totals().failures, 2u);
    for (EventStore::Row row : {0u, 1u}) {
        QCOMPARE(run.events().event(row).time, std::optional<Microseconds>(1'793'693'647'000'000));
        QCOMPARE(run.events().event(row).timeQuality, TimeQuality::Inherited);
    }
    QCOMPARE(run.rates().minutes().at(0).failures, 2u);

    PipelineRun undated;
    undated.write("RateLimitError: 429 too fast\n").finish();
    QCOMPARE(undated.totals().failures, 1u);
    QVERIFY(!undated.events().event(0).time);
    QVERIFY(undated.rates().isEmpty());
    QVERIFY(!undated.totals().firstTime);
}

void RecordsTest::whatIsNotUnderstoodCanBeLookedAt() {
    PipelineRun run;
    run.write(R"({"time":"2026-11-03T09:14:07Z","status":200,"uri":"/v1/messages"})"
              "\n(node:1) DeprecationWarning: punycode\n\n")
        .finish();
    QCOMPARE(run.lines(), 3u);
    QCOMPARE(run.notUnderstood(), 1u);
    QCOMPARE(run.rejected().at(0).number, 2u);
    QCOMPARE(run.rejected().at(0).text, std::string("(node:1) DeprecationWarning: punycode"));
}

void RecordsTest::deepNestingIsPassedOver() {
    QByteArray line = R"({"time":"2026-11-03T09:14:07Z","status":503,"uri":"/v1/messages","data":)";
    for (int i = 0; i < 200'000; ++i)
        line += R"({"data":[)";
    PipelineRun run;
    run.write(line + "\n").finish();
    QCOMPARE(run.totals().failures, 1u);
}

void RecordsTest::whoseRequestItIs_data() {
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<bool>("isDeRouters");
    const auto row = [](const char* member, bool yes) { QTest::newRow(member) << QByteArray(member) << yes; };
    row(R"("path":"/v1/messages")", true);
    row(R"("path":"/proxy/v1/messages")", true);
    row(R"("path":"/proxy/v1/messages/count_tokens")", true);
    row(R"("path":"/openai/v1/chat/completions?x=1")", true);
    row(R"("path":"/v1/responses/resp_1")", true);
    row(R"("path":"/v1/messages_archive")", false);
    row(R"("path":"/v1/models")", false);
    row(R"("path":"/openai/v1/embeddings")", true);
    row(R"("path":"/llm/openai/v1/audio/speech?x=1")", true);
    row(R"("path":"/openai/v1/models")", false);
    row(R"("path":"/openai/v1/models/gpt-5.2")", false);
    row(R"("path":"/openai/v1")", true);
    row(R"("path":"/openai/v10/embeddings")", false);
    row(R"("path":"/v1/embeddings")", false);
    row(R"("path":"/chat")", false);
    row(R"("path":"/docs?next=/v1/messages")", false);
    row(R"("url":"https://api.derouter.ai/proxy/v1/messages")", true);
    row(R"("url":"https://API-direct.apikey.cloud/openai/v1/chat/completions")", true);
    row(R"("url":"https://api.derouter.ai/openai/v1/files?purpose=batch")", true);
    row(R"("url":"https://api.derouter.network/v2/whatever")", true);
    row(R"("url":"https://api.derouter.ai/proxy/v1/models")", false);
    row(R"("url":"https://api.derouter.ai/balance?x=/v1/messages")", false);
    row(R"("url":"https://api.derouter.ai/favicon.ico")", false);
    row(R"("url":"https://api.derouter.ai/")", false);
    row(R"("url":"https://user:word@api.derouter.ai:443/openai/v1/moderations")", true);
    row(R"("url":"https://docs.derouter.ai/openai/v1/moderations")", false);
    row(R"("url":"https://api.derouter.ai.example/x")", false);
    row(R"("http_host":"api.derouter.ai","path":"/proxy/v1/completions")", true);
    row(R"("http_host":"api.derouter.ai:443","path":"/healthz")", false);
    row(R"("http_host":"added.example:8443","path":"/foo/bar")", true);
    row(R"("http_host":"added.example","path":"/v1/models")", false);
    row(R"("http_host":"added.example","url":"https://elsewhere.example/foo")", false);
    row(R"("method":"CONNECT","path":"api.derouter.ai:443")", true);
    row(R"("method":"CONNECT","path":"example.org:443")", false);
    row(R"("url":"http://127.0.0.1:8080/v1/messages")", true);
    row(R"("url":"https://llm.mycompany.example/v1/messages")", false);
    row(R"("url":"https://added.example/v1/messages")", true);
    row(R"("url":"https://api.anthropic.com/v1/messages")", false);
    row(R"("host":"api.openai.com","path":"/v1/chat/completions")", false);
    row(R"("host":"llm.mycompany.example","path":"/v1/chat/completions")", true);
    row(R"("method":"CONNECT","path":"api.derouter.ai:443")", true);
    row(R"("method":"CONNECT","path":"example.org:443")", false);
    row(R"("path":"/my/llm/call")", true);
    row(R"("path":"/my/llm/caller")", false);
    row(R"("msg":"cache warm failed")", false);
    row(R"("model":"claude-sonnet-5")", true);
    row(R"("request_id":"req_3f9c27a1d04be85562c7aa10")", true);
}

void RecordsTest::whoseRequestItIs() {
    QFETCH(QByteArray, member);
    QFETCH(bool, isDeRouters);
    PipelineOptions options;
    options.requests = ApiRequests({"added.example"}, {"/my/llm/call"});
    PipelineRun run(std::move(options));
    run.write("{\"time\":\"2026-11-03T09:14:07Z\",\"status\":503," + member + "}\n").finish();
    QCOMPARE(run.totals().failures, isDeRouters ? 1u : 0u);
    QCOMPARE(run.totals().otherRequests, isDeRouters ? 0u : 1u);
    QCOMPARE(run.totals().otherErrorsByStatus.size(), isDeRouters ? 0u : 1u);
}

/// All of its views: what they stood in may go.
void RecordsTest::aRecordThatWaitsHasItsOwnTexts() {
    using Text = std::string_view LogRecord::*;
    constexpr Text members[] = {&LogRecord::errorType, &LogRecord::errorCode, &LogRecord::message,
                                &LogRecord::requestId, &LogRecord::model,     &LogRecord::method,
                                &LogRecord::path,      &LogRecord::host,      &LogRecord::callUrl};
    std::string texts = "0123456789A";
    LogRecord record;
    std::size_t at = 0;
    for (const Text member : members)
        record.*member = std::string_view(texts).substr(at++, 1);
    record.attempt.id = std::string_view(texts).substr(at++, 1);
    record.attempt.retryOf = std::string_view(texts).substr(at, 1);
    const OwnedRecord owned(record);
    texts.assign(texts.size(), 'x');
    std::string kept;
    for (const Text member : members)
        kept += owned.record().*member;
    kept += owned.record().attempt.id;
    kept += owned.record().attempt.retryOf;
    QCOMPARE(kept, std::string("0123456789A"));
}

QTEST_GUILESS_MAIN(RecordsTest)
#include "tst_records.moc"
