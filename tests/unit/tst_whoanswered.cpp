// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who gave a failing answer: DeRouter, the user's own proxy, or nobody because the client left.

#include "pipelinerun.h"

#include <QTest>

using namespace derouter;

class WhoAnsweredTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadFromTheRecord_data();
    void isReadFromTheRecord();
    void openAiCodesDecideWhereTheTypeSaysNothing();
};

void WhoAnsweredTest::isReadFromTheRecord_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("cause");

    QTest::newRow("nginx without an answer's request-id")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":502,"request_uri":"/v1/messages","upstream_status":"502","sent_http_request_id":""})")
        << QByteArray("502") << QByteArray("proxy.local");
    QTest::newRow("nginx with one")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":502,"request_uri":"/v1/messages","upstream_status":"502","sent_http_request_id":"req_3f9c27a1d04be85562c7aa10"})")
        << QByteArray("502") << QByteArray("upstream.provider-auth");
    QTest::newRow("nginx refused by itself")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":503,"request_uri":"/v1/messages","upstream_status":"-"})")
        << QByteArray("503") << QByteArray("proxy.local");
    QTest::newRow("nginx, the last try was answered")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":503,"request_uri":"/v1/messages","upstream_status":"-, 503"})")
        << QByteArray("503") << QByteArray("providers.none");
    QTest::newRow("nginx, the client left")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":499,"request_uri":"/v1/messages","upstream_status":"-"})")
        << QByteArray("499") << QByteArray("client.closed");
    QTest::newRow("Envoy could not connect")
        << QByteArray(
               R"({"start_time":"2026-11-03T08:14:07.120Z","method":"POST","path":"/v1/messages","response_code":503,"response_flags":"UF,URX"})")
        << QByteArray("503") << QByteArray("proxy.local");
    QTest::newRow("Envoy passed an answer on")
        << QByteArray(
               R"({"start_time":"2026-11-03T08:14:07.120Z","method":"POST","path":"/v1/messages","response_code":529,"response_flags":"-"})")
        << QByteArray("529") << QByteArray("upstream.overloaded");
    QTest::newRow("Envoy, the client left")
        << QByteArray(
               R"({"start_time":"2026-11-03T08:14:07.120Z","method":"POST","path":"/v1/messages","response_code":0,"response_flags":"DC"})")
        << QByteArray("none") << QByteArray("client.closed");
    QTest::newRow("Envoy limited the rate itself")
        << QByteArray(
               R"({"start_time":"2026-11-03T08:14:07.120Z","method":"POST","path":"/v1/messages","response_code":429,"response_flags":"RL"})")
        << QByteArray("429") << QByteArray("proxy.local");
    QTest::newRow("Traefik without an origin")
        << QByteArray(
               R"({"DownstreamStatus":504,"OriginStatus":0,"Duration":412337000,"RequestMethod":"POST","RequestPath":"/v1/messages","StartUTC":"2026-11-03T08:14:07.12Z"})")
        << QByteArray("504") << QByteArray("proxy.local");
    QTest::newRow("Caddy's own answer")
        << QByteArray(
               R"({"level":"error","ts":1793693647.532,"msg":"handled request","request":{"method":"POST","uri":"/v1/messages"},"duration":4.0,"status":504,"resp_headers":{"Server":["Caddy"]}})")
        << QByteArray("504") << QByteArray("proxy.local");
    QTest::newRow("Caddy passed an answer on")
        << QByteArray(
               R"({"level":"error","ts":1793693647.532,"msg":"handled request","request":{"method":"POST","uri":"/v1/messages"},"duration":4.0,"status":504,"resp_headers":{"Request-Id":["req_3f9c27a1d04be85562c7aa10"]}})")
        << QByteArray("504") << QByteArray("upstream.timeout");
    QTest::newRow("HAProxy had no server")
        << QByteArray(
               R"(192.0.2.8:50113 [03/Nov/2026:08:14:08.001] fe be/<NOSRV> 0/-1/-1/-1/3 503 217 - - SC-- 1/1/0/0/0 0/0 "POST /v1/messages HTTP/1.1")")
        << QByteArray("503") << QByteArray("proxy.local");
    QTest::newRow("HAProxy, the client left")
        << QByteArray(
               R"(192.0.2.8:50113 [03/Nov/2026:08:14:08.001] fe be/s1 0/0/6/-1/8012 -1 0 - - CH-- 1/1/0/0/0 0/0 "POST /v1/messages HTTP/1.1")")
        << QByteArray("none") << QByteArray("client.closed");
    QTest::newRow("HAProxy passed an answer on")
        << QByteArray(
               R"(192.0.2.8:50113 [03/Nov/2026:08:14:08.001] fe be/s1 0/0/6/401/412 503 142 - - ---- 1/1/0/0/0 0/0 {req_3f9c27a1d04be85562c7aa10} "POST /v1/messages HTTP/1.1")")
        << QByteArray("503") << QByteArray("providers.none");
    QTest::newRow("Envoy's text, connection refused")
        << QByteArray(
               R"([2026-11-03T08:14:08.500Z] "POST /v1/messages HTTP/1.1" 503 UF 812 91 31 - "-" "curl/8.9" "7d2e" "llm.local" "203.0.113.9:443")")
        << QByteArray("503") << QByteArray("proxy.local");
    QTest::newRow("AWS's balancer without a target")
        << QByteArray(
               R"(h2 2026-11-03T08:14:07.532114Z app/llm/8e0b 192.0.2.7:50112 - -1 -1 -1 503 - 812 91 "POST https://llm.local:443/v1/messages HTTP/2.0" "curl/8.9" - - arn:aws:x "Root=1" "llm.local" "-" 1 2026-11-03T08:14:07.530000Z "forward" "-" "-")")
        << QByteArray("503") << QByteArray("proxy.local");
    QTest::newRow("AWS's balancer, the client left")
        << QByteArray(
               R"(h2 2026-11-03T08:14:07.532114Z app/llm/8e0b 192.0.2.7:50112 198.51.100.4:443 0.001 -1 -1 460 - 812 91 "POST https://llm.local:443/v1/messages HTTP/2.0" "curl/8.9" - - arn:aws:x "Root=1" "llm.local" "-" 1 2026-11-03T08:14:07.530000Z "forward" "-" "-")")
        << QByteArray("460") << QByteArray("client.closed");
    QTest::newRow("HAProxy's missing server in JSON")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:08+01:00","status":503,"method":"POST","path":"/v1/messages","backend":"llm","server":"<NOSRV>"})")
        << QByteArray("503") << QByteArray("proxy.local");
    QTest::newRow("a server's name in JSON")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:08+01:00","status":503,"method":"POST","path":"/v1/messages","backend":"llm","server":""})")
        << QByteArray("503") << QByteArray("providers.none");
    QTest::newRow("the network before DeRouter")
        << QByteArray(
               R"({"ClientRequestHost":"api.derouter.ai","ClientRequestMethod":"POST","ClientRequestURI":"/proxy/v1/messages","EdgeStartTimestamp":"2026-11-03T08:14:07Z","EdgeResponseStatus":524,"OriginResponseStatus":0,"RayID":"8e0b"})")
        << QByteArray("524") << QByteArray("cdn.error");
    QTest::newRow("the network before the user's own host")
        << QByteArray(
               R"({"ClientRequestHost":"llm.mycompany.example","ClientRequestMethod":"POST","ClientRequestURI":"/v1/messages","EdgeStartTimestamp":"2026-11-03T08:14:07Z","EdgeResponseStatus":522,"OriginResponseStatus":0,"RayID":"8e0b"})")
        << QByteArray("522") << QByteArray("proxy.local");
    QTest::newRow("Squid denied it") << QByteArray("1793693649.100      0 192.0.2.8 TCP_DENIED/403 4102 POST "
                                                   "http://llm.local/v1/messages - HIER_NONE/- text/html")
                                     << QByteArray("403") << QByteArray("proxy.local");
}

void WhoAnsweredTest::isReadFromTheRecord() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, cause);
    PipelineRun run;
    run.write(line + '\n').finish();
    QCOMPARE(run.events().size(), std::size_t(1));
    const ErrorEvent event = run.events().event(0);
    QCOMPARE(QByteArray::fromStdString(event.code.key()), code);
    QCOMPARE(QByteArray(event.cause.data(), qsizetype(event.cause.size())), cause);
}

/// OpenAI's `type` is a word of many meanings; LiteLLM even writes "None".
void WhoAnsweredTest::openAiCodesDecideWhereTheTypeSaysNothing() {
    PipelineRun run;
    run.write(
           R"({"level":"error","time":1793693647532,"path":"/v1/chat/completions","err":{"status":429,"error":)"
           R"({"message":"You exceeded your current quota","type":"None","code":"insufficient_quota"}}})"
           "\n")
        .finish();
    QCOMPARE(run.events().size(), std::size_t(1));
    QCOMPARE(run.events().event(0).cause, std::string_view("upstream.quota"));
}

QTEST_GUILESS_MAIN(WhoAnsweredTest)
#include "tst_whoanswered.moc"
