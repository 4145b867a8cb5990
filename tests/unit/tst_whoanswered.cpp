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
    QTest::newRow("nginx got no head of an answer")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":502,"request_uri":"/v1/messages","upstream_status":"502","upstream_header_time":"-"})")
        << QByteArray("502") << QByteArray("proxy.local");
    QTest::newRow("nginx got the last try's head")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":502,"request_uri":"/v1/messages","upstream_status":"502, 502","upstream_header_time":"-, 0.412","upstream_connect_time":"-, 0.031"})")
        << QByteArray("502") << QByteArray("upstream.provider-auth");
    QTest::newRow("nginx got no connection")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":504,"request_uri":"/v1/messages","upstream_status":"504","upstream_connect_time":"-"})")
        << QByteArray("504") << QByteArray("proxy.local");
    QTest::newRow("nginx got no byte")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":502,"request_uri":"/v1/messages","upstream_status":"502","upstream_bytes_received":"0"})")
        << QByteArray("502") << QByteArray("proxy.local");
    QTest::newRow("nginx chose no server of the group")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":502,"request_uri":"/v1/messages","upstream_addr":"llm_backend","upstream_status":"502"})")
        << QByteArray("502") << QByteArray("proxy.local");
    QTest::newRow("a server without its port")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":502,"request_uri":"/v1/messages","upstream_addr":"api.derouter.ai","upstream_status":"502"})")
        << QByteArray("502") << QByteArray("upstream.provider-auth");
    QTest::newRow("ingress-nginx, no try was answered")
        << QByteArray(
               R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0000] "POST /v1/messages HTTP/1.1" 502 150 "-" "curl/8.9" 512 0.001 [llm-gateway-443] [] 198.51.100.4:443, 198.51.100.5:443 0, 0 0.000, 0.001 502, 502 6c1f0b9e2d7a48535e90c1ab77d2f3e4)")
        << QByteArray("502") << QByteArray("proxy.local");
    QTest::newRow("ingress-nginx, the last try was answered")
        << QByteArray(
               R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0000] "POST /v1/messages HTTP/1.1" 502 142 "-" "curl/8.9" 512 0.401 [llm-gateway-443] [] 198.51.100.4:443, 198.51.100.5:443 0, 142 0.000, 0.400 502, 502 6c1f0b9e2d7a48535e90c1ab77d2f3e4)")
        << QByteArray("502") << QByteArray("upstream.provider-auth");
    QTest::newRow("ingress-nginx, an answer without a body")
        << QByteArray(
               R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0000] "POST /v1/messages HTTP/1.1" 429 0 "-" "curl/8.9" 512 0.401 [llm-gateway-443] [] 198.51.100.4:443 0 0.400 429 6c1f0b9e2d7a48535e90c1ab77d2f3e4)")
        << QByteArray("429") << QByteArray("rate.unspecified");
    QTest::newRow("nginx replaced an answer by its own page")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":502,"request_uri":"/v1/messages","upstream_status":"502","upstream_response_length":"0","upstream_header_time":"0.412"})")
        << QByteArray("502") << QByteArray("upstream.provider-auth");
    QTest::newRow("Envoy could not connect")
        << QByteArray(
               R"({"start_time":"2026-11-03T08:14:07.120Z","method":"POST","path":"/v1/messages","response_code":503,"response_flags":"UF,URX"})")
        << QByteArray("503") << QByteArray("proxy.local");
    QTest::newRow("Envoy could not connect, in its longer words")
        << QByteArray(
               R"({"start_time":"2026-11-03T08:14:07.120Z","method":"POST","path":"/v1/messages","response_code":503,"response_flags_long":"UpstreamConnectionFailure"})")
        << QByteArray("503") << QByteArray("proxy.local");
    QTest::newRow("Envoy passed an answer on")
        << QByteArray(
               R"({"start_time":"2026-11-03T08:14:07.120Z","method":"POST","path":"/v1/messages","response_code":529,"response_flags":"-"})")
        << QByteArray("529") << QByteArray("upstream.overloaded");
    QTest::newRow("Envoy passed the last of several answers on")
        << QByteArray(
               R"({"start_time":"2026-11-03T08:14:07.120Z","method":"POST","path":"/v1/messages","response_code":503,"response_flags":"URX","response_code_details":"via_upstream"})")
        << QByteArray("503") << QByteArray("providers.none");
    QTest::newRow("Envoy, the retries used up")
        << QByteArray(
               R"({"start_time":"2026-11-03T08:14:07.120Z","method":"POST","path":"/v1/messages","response_code":503,"response_flags":"URX"})")
        << QByteArray("503") << QByteArray("providers.none");
    QTest::newRow("Envoy's connection broke while the answer came")
        << QByteArray(
               R"({"start_time":"2026-11-03T08:14:07.120Z","method":"POST","path":"/v1/messages","response_code":529,"response_flags":"UC","response_code_details":"via_upstream"})")
        << QByteArray("529") << QByteArray("upstream.overloaded");
    QTest::newRow("Envoy's flags written out")
        << QByteArray(
               R"({"start_time":"2026-11-03T08:14:07.120Z","method":"POST","path":"/v1/messages","response_code":503,"response_flags":"UpstreamConnectionFailure,UpstreamRetryLimitExceeded"})")
        << QByteArray("503") << QByteArray("proxy.local");
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
    QTest::newRow("Caddy's own answer on its console")
        << QByteArray(
               "2026/11/03 08:14:09.532\tERROR\thttp.log.access.log0\thandled request\t"
               R"({"request": {"method": "POST", "host": "llm.local", "uri": "/v1/messages", "headers": {}}, "duration": 0.002, "size": 0, "status": 502, "resp_headers": {"Server": ["Caddy"]}})")
        << QByteArray("502") << QByteArray("proxy.local");
    QTest::newRow("Caddy's console in pieces")
        << QByteArray(
               "2026/11/03 08:14:09.532\tERROR\thttp.log.access.log0\thandled request\t"
               R"({"request": {"method": "POST", "host": "llm.local", "uri": "/v1/messages", "headers": {}}, "duration": 0.002, "size": 0, "status": 502, "resp_headers": {"Server": ["Ca)")
        << QByteArray("502") << QByteArray("upstream.provider-auth");
    QTest::newRow("Caddy's error on its console")
        << QByteArray(
               "2026/11/03 08:14:09.531\tERROR\thttp.log.error\tdial tcp: lookup api.derouter.ai: no such "
               "host\t"
               R"x({"request": {"method": "POST", "host": "llm.local", "uri": "/proxy/v1/messages"}, "duration": 0.002, "status": 502, "err_id": "a1b2c3d4e", "err_trace": "reverseproxy.statusError (reverseproxy.go:1267)"})x")
        << QByteArray("502") << QByteArray("proxy.local");
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
    QTest::newRow("Google's balancer passed an answer on")
        << QByteArray(
               R"({"httpRequest":{"latency":"0.412s","requestMethod":"POST","requestUrl":"https://llm.example.com/v1/messages","responseSize":"142","status":502},"insertId":"1a","jsonPayload":{"@type":"type.googleapis.com/google.cloud.loadbalancing.type.LoadBalancerLogEntry","statusDetails":"response_sent_by_backend"},"resource":{"type":"http_load_balancer"},"severity":"WARNING","timestamp":"2026-11-03T08:14:07.120114Z"})")
        << QByteArray("502") << QByteArray("upstream.provider-auth");
    QTest::newRow("Google's balancer waited in vain")
        << QByteArray(
               R"({"httpRequest":{"latency":"30.01s","requestMethod":"POST","requestUrl":"https://llm.example.com/v1/messages","responseSize":"142","status":502},"insertId":"1a","jsonPayload":{"@type":"type.googleapis.com/google.cloud.loadbalancing.type.LoadBalancerLogEntry","statusDetails":"backend_timeout"},"resource":{"type":"http_load_balancer"},"severity":"WARNING","timestamp":"2026-11-03T08:14:07.120114Z"})")
        << QByteArray("502") << QByteArray("proxy.local");
    QTest::newRow("Google's balancer refused")
        << QByteArray(
               R"({"httpRequest":{"latency":"0.001s","requestMethod":"POST","requestUrl":"https://llm.example.com/v1/messages","responseSize":"142","status":403},"insertId":"1a","jsonPayload":{"@type":"type.googleapis.com/google.cloud.loadbalancing.type.LoadBalancerLogEntry","statusDetails":"denied_by_security_policy"},"resource":{"type":"http_load_balancer"},"severity":"WARNING","timestamp":"2026-11-03T08:14:07.120114Z"})")
        << QByteArray("403") << QByteArray("proxy.local");
    QTest::newRow("Google's balancer, the answer broke off")
        << QByteArray(
               R"({"httpRequest":{"latency":"9.001s","requestMethod":"POST","requestUrl":"https://llm.example.com/v1/messages","responseSize":"142","status":529},"insertId":"1a","jsonPayload":{"@type":"type.googleapis.com/google.cloud.loadbalancing.type.LoadBalancerLogEntry","statusDetails":"backend_connection_closed_after_partial_response_sent"},"resource":{"type":"http_load_balancer"},"severity":"WARNING","timestamp":"2026-11-03T08:14:07.120114Z"})")
        << QByteArray("529") << QByteArray("upstream.overloaded");
    QTest::newRow("Google's balancer, the client left")
        << QByteArray(
               R"({"httpRequest":{"latency":"9.001s","requestMethod":"POST","requestUrl":"https://llm.example.com/v1/messages","responseSize":"142","status":502},"insertId":"1a","jsonPayload":{"@type":"type.googleapis.com/google.cloud.loadbalancing.type.LoadBalancerLogEntry","statusDetails":"client_disconnected_before_any_response"},"resource":{"type":"http_load_balancer"},"severity":"WARNING","timestamp":"2026-11-03T08:14:07.120114Z"})")
        << QByteArray("502") << QByteArray("client.closed");
    QTest::newRow("details of another program's status")
        << QByteArray(
               R"({"time":"2026-11-03T09:14:07+01:00","status":529,"status_details":"backend_timeout","request_uri":"/v1/messages"})")
        << QByteArray("529") << QByteArray("upstream.overloaded");
    QTest::newRow("nginx' short labels, none asked")
        << QByteArray(
               R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0000] "POST /v1/messages HTTP/1.1" 503 142 "-" "curl/8.9" rt=0.000 uct="-" uht="-" urt="-")")
        << QByteArray("503") << QByteArray("proxy.local");
    QTest::newRow("nginx' short labels, no connection")
        << QByteArray(
               R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0000] "POST /v1/messages HTTP/1.1" 502 142 "-" "curl/8.9" rt=0.002 uct=- uht=- urt=0.001 us=502 ua=198.51.100.4:443)")
        << QByteArray("502") << QByteArray("proxy.local");
    QTest::newRow("nginx' short labels, an answer")
        << QByteArray(
               R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0000] "POST /v1/messages HTTP/1.1" 529 142 "-" "curl/8.9" rt=0.300 uct="0.020" uht="0.300" urt="0.300" us=529)")
        << QByteArray("529") << QByteArray("upstream.overloaded");
    QTest::newRow("nginx' short label of the status alone")
        << QByteArray(
               R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0000] "POST /v1/messages HTTP/1.1" 429 142 "-" "curl/8.9" us=- ua=-)")
        << QByteArray("429") << QByteArray("proxy.local");
    QTest::newRow("microseconds under that label")
        << QByteArray(
               R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0000] "POST /v1/messages HTTP/1.1" 503 142 "-" "curl/8.9" us=0)")
        << QByteArray("503") << QByteArray("providers.none");
    QTest::newRow("a user agent under the other")
        << QByteArray(
               R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0000] "POST /v1/messages HTTP/1.1" 503 142 "-" "curl/8.9" ua=-)")
        << QByteArray("503") << QByteArray("providers.none");
    QTest::newRow("logfmt with that label")
        << QByteArray(
               R"(time=2026-11-03T08:14:06+00:00 remote=192.0.2.7 method=POST uri=/v1/messages status=503 bytes=142 rt=0.000 us=- rid=-)")
        << QByteArray("503") << QByteArray("proxy.local");
    QTest::newRow("LTSV, none asked")
        << QByteArray("time:03/Nov/2026:08:14:07 +0000\thost:192.0.2.7\treq:POST /v1/messages "
                      "HTTP/1.1\tstatus:503\tsize:190\treqtime:0.000\tapptime:-")
        << QByteArray("503") << QByteArray("proxy.local");
    QTest::newRow("LTSV, an answer")
        << QByteArray("time:03/Nov/2026:08:14:07 +0000\thost:192.0.2.7\treq:POST /v1/messages "
                      "HTTP/1.1\tstatus:503\tsize:190\treqtime:0.000\tapptime:0.411")
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
