// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Log layouts as they stand in the configurations of servers, users' regular expressions, and how a source's
// layout is found.

#include "format/layoutselector.h"
#include "format/recordbuilder.h"
#include "pipelinerun.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class LayoutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readLayoutsAsTheyStandInConfigurations_data();
    void readLayoutsAsTheyStandInConfigurations();
    void declineOtherLines_data();
    void declineOtherLines();
    void sayWhatIsWrong_data();
    void sayWhatIsWrong();
    void readUsersExpressions_data();
    void readUsersExpressions();
    void expressionsNameTheMessage_data();
    void expressionsNameTheMessage();
    void bodiesAreReadThroughNginxEscapes();
    void giveUpOnEndlessExpressions();
    void stampsOfEnvoyAreOfUtc();
    void membersOfJsonLayoutsAreReadByName_data();
    void membersOfJsonLayoutsAreReadByName();
    void membersOfJsonLayoutsMeanWhatTheySay_data();
    void membersOfJsonLayoutsMeanWhatTheySay();
    void columnsOfW3cLogsAreNamedByDirectives();
    void anExpressionNamesTheErrorsType();
    void chosenFormatsReadInsideWrappers_data();
    void chosenFormatsReadInsideWrappers();
    void areFoundByTheirLines_data();
    void areFoundByTheirLines();
    void areLookedForAgainAfterAHit();
    void aTunnelIsNoRequestToTheApi();
};

static constexpr auto id = "req_3f9c27a1d04be85562c7aa10";

static std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// What a record states, in words that are short enough for a table.
static QByteArray stated(const LogRecord& record) {
    QByteArrayList words;
    const auto add = [&words](const char* name, std::string_view value) {
        if (!value.empty())
            words << name + QByteArray(value.data(), static_cast<qsizetype>(value.size()));
    };
    words << QByteArray::number(record.status);
    add("", record.method);
    add("", record.path);
    if (record.time)
        words << QDateTime::fromMSecsSinceEpoch(*record.time / 1000, Qt::UTC)
                     .toString(u"'at 'hh:mm:ss.zzz"_s)
                     .toUtf8();
    if (record.durationMicros >= 0)
        words << QByteArray::number(static_cast<double>(record.durationMicros) / 1000) + "ms";
    add("host=", record.host);
    add("model=", record.model);
    add("", record.requestId == id ? "id" : record.requestId);
    if (record.answeredBy != AnsweredBy::Unstated)
        words << (record.answeredBy == AnsweredBy::Nobody ? "nobody" : "proxy");
    return words.join(' ');
}

static void compareReading(const QByteArray& format, const QByteArray& line, const QByteArray& expected) {
    const auto chosen = FormatCatalog::builtIn().choose(QString::fromUtf8(format));
    QVERIFY2(chosen.ok(), qPrintable(chosen.ok() ? QString() : chosen.error().message));
    TimeParser times(QTimeZone::utc());
    RecordBuilder builder(times);
    LayoutSelector selector(chosen.value());
    const bool read = selector.read(view(line), builder);
    if (expected == "declined") {
        QVERIFY(!read);
        return;
    }
    QVERIFY(read);
    QCOMPARE(stated(builder.finish()), expected);
    QVERIFY(!selector.read("something else", builder));
}

void LayoutsTest::readLayoutsAsTheyStandInConfigurations_data() {
    QTest::addColumn<QByteArray>("layout");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* layout, const char* line, const char* expected) {
        QTest::newRow(name) << QByteArray(layout) << QByteArray(line) << QByteArray(expected);
    };
    row("nginx, several lines",
        "log_format llm escape=default '$remote_addr [$time_iso8601] \"$request\" '\n"
        "               '$status up=$upstream_status rt=$request_time '\n"
        "               'reqid=$upstream_http_request_id';",
        R"(192.0.2.7 [2026-11-03T09:14:07+01:00] "POST /v1/messages HTTP/1.1" 503 up=502, 503 rt=0.351 reqid=req_3f9c27a1d04be85562c7aa10)",
        "503 POST /v1/messages at 08:14:07.000 351ms id");
    row("Apache, brackets within the stamp's form", "%{[%Y-%m-%d %H:%M:%S %z]}t %a %m %U %>s %{ms}T",
        "[2026-11-03 09:14:07 +0100] 192.0.2.7 POST /v1/messages 504 412",
        "504 POST /v1/messages at 08:14:07.000 412ms");
    row("Apache, the status before a redirect", R"(%h %l %u %t "%r" %>s %s %B)",
        R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 502 200 529)",
        "502 POST /v1/messages at 08:14:07.000");
    row("nginx, no answer's id", "$time_local|$request_method|$request_uri|$status|$sent_http_request_id",
        "03/Nov/2026:09:14:07 +0100|POST|/v1/messages|502|-", "502 POST /v1/messages at 08:14:07.000 proxy");
    row("nginx, braces", "${msec} ${status}x ${request}", "1793693647.532 429x POST /v1/messages HTTP/1.1",
        "429 POST /v1/messages at 08:14:07.532");
    row("nginx, time and request without marks", "log_format a '$time_local $request $status $remote_addr';",
        "03/Nov/2026:09:14:07 +0100 POST /v1/messages HTTP/1.1 529 192.0.2.7",
        "529 POST /v1/messages at 08:14:07.000");
    row("nginx, groups of tries", "$status $upstream_status $upstream_addr $request_uri",
        "200 502, 503 : 200 198.51.100.4:443, 198.51.100.5:443 : unix:/run/llm.sock /v1/messages",
        "200 /v1/messages");
    row("nginx, no server was asked", "$request_method $uri$is_args$args $status $upstream_addr",
        "POST /v1/messages?beta=true 503 -", "503 POST /v1/messages?beta=true proxy");
    row("nginx, whole address", "$scheme://$host$request_uri $status", "https://llm.local/v1/messages 529",
        "529 /v1/messages host=llm.local");
    row("nginx, an IPv6 client", "$remote_addr:$remote_port $status $request_uri",
        "2001:db8::7:50112 529 /v1/messages", "529 /v1/messages");
    row("nginx, no status was sent", "log_format a '$remote_addr \"$request\" $status';",
        R"(192.0.2.7 "POST /v1/messages HTTP/1.1" 000)", "0 POST /v1/messages nobody");

    row("nginx, among other directives",
        "# llm's own log\n"
        "http {\n"
        "    log_format llm '$remote_addr [$time_local] ' # who and when\n"
        "                   '\"$request\" $status';     # what; \n"
        "    access_log /var/log/nginx/llm.log llm;\n"
        "    server { listen 80; }\n"
        "}",
        R"(192.0.2.7 [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 529)",
        "529 POST /v1/messages at 08:14:07.000");
    row("nginx, JSON with comments between",
        "log_format j escape=json '{' # begins\n  '\"s\":$status,' # ; first\n  '\"u\":\"$request_uri\"}'\n;",
        R"({"s":529,"u":"/v1/messages"})", "529 /v1/messages");
    row("nginx, the second of two",
        "log_format a '$remote_addr $status $request_uri';\nlog_format b '[$time_iso8601] $request_uri "
        "$status';",
        "[2026-11-03T09:14:07+01:00] /v1/messages 529", "529 /v1/messages at 08:14:07.000");
    row("nginx, one of two without a status",
        "log_format bytes '$remote_addr $bytes_sent';\nlog_format b '$request_uri $status';",
        "/v1/messages 529", "529 /v1/messages");
    row("nginx, pieces without the directive", "'$request_uri ' # where\n'$status';", "/v1/messages 529",
        "529 /v1/messages");
    row("nginx below a comment", "# short\n$request_uri $status", "/v1/messages 529", "529 /v1/messages");
    row("ingress-nginx",
        "data:\n  proxy-body-size: 8m\n"
        "  log-format-upstream: '$remote_addr [$time_local] \"$request\" $status'\n"
        "  use-http2: \"true\"",
        R"(192.0.2.7 [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 529)",
        "529 POST /v1/messages at 08:14:07.000");
    row("ingress-nginx, a block", "log-format-upstream: >-\n  $request_uri\n  $status\nuse-http2: 'true'",
        "/v1/messages 529", "529 /v1/messages");

    row("Apache below a comment", "# logs\nLogFormat \"%U %>s\" short\nCustomLog logs/access.log short",
        "/v1/messages 529", "529 /v1/messages");
    row("Apache, a line that goes on", "LogFormat \\\n  \"%U %>s\" \\\n  short", "/v1/messages 529",
        "529 /v1/messages");
    row("Apache, strftime alone", R"(%{%FT%T%z}t "%r" %>s %b)",
        R"(2026-11-03T09:14:07+0100 "POST /v1/messages HTTP/1.1" 429 97)",
        "429 POST /v1/messages at 08:14:07.000");
    row("Apache with a header", R"(LogFormat "%h %l %u %t \"%r\" %>s %b %D \"%{request-id}o\"" derouter)",
        R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 402 97 412337 "req_3f9c27a1d04be85562c7aa10")",
        "402 POST /v1/messages at 08:14:07.000 412.337ms id");
    row("Apache without the header", R"(LogFormat "%h %t \"%r\" %s %T \"%{Request-Id}o\"" derouter)",
        R"(192.0.2.7 [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 503 4 "-")",
        "503 POST /v1/messages at 08:14:07.000 4000ms proxy");
    row("Apache, milliseconds and host", R"(%v %{ms}T %m %U%q %H %>s "%{Host}i" "%{User-Agent}i")",
        R"(llm.local 412 POST /v1/messages?beta=true HTTP/1.1 529 "llm.local:8080" "a \"b\\")",
        "529 POST /v1/messages?beta=true 412ms host=llm.local");
    row("Apache, a stamp of its own", R"(LogFormat "%{%Y-%m-%dT%H:%M:%S%z}t %>s %m %U" iso)",
        "2026-11-03T09:14:07+0100 401 POST /v1/messages", "401 POST /v1/messages at 08:14:07.000");
    row("Apache, a stamp in parts",
        R"(CustomLog logs/access.log "[%{%d/%b/%Y:%T}t.%{msec_frac}t %{%z}t] %m %U %>s" env=!quiet)",
        "[03/Nov/2026:09:14:07.532 +0100] POST /v1/messages 529", "529 POST /v1/messages at 08:14:07.532");
    row("Apache, seconds since 1970", "%{sec}t.%{usec_frac}t %>s %m %U %%",
        "1793693647.532114 529 POST /v1/messages %", "529 POST /v1/messages at 08:14:07.532");
    row("Apache, seconds and microseconds", R"(%t "%r" %>s %T/%D)",
        R"([03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 529 0/412337)",
        "529 POST /v1/messages at 08:14:07.000 412.337ms");
    row("Apache, two durations of different things", "%U %>s %T %{us}T %{x}e", "/v1/messages 529 2 412337 -",
        "529 /v1/messages 2000ms");
    row("Apache, no status", R"(%h %t "%r" %>s)", R"(192.0.2.7 [03/Nov/2026:08:14:07 +0000] "-" -)",
        "0 at 08:14:07.000");

    row("gunicorn",
        R"(access_log_format = '%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s" %(D)s %({request-id}o)s')",
        R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 529 97 "-" "curl/8.9" 412337 req_3f9c27a1d04be85562c7aa10)",
        "529 POST /v1/messages at 08:14:07.000 412.337ms id");
    row("gunicorn, a configuration file",
        "bind = '0.0.0.0'\naccess_log_format = (\n    '%(m)s %(U)s '  # what\n    '%(s)s'\n)\nworkers = 4",
        "POST /v1/messages 529", "529 POST /v1/messages");
    row("gunicorn on the command line", R"(--access-logformat "%(m)s %(U)s?%(q)s %(s)s %(M)sms %(L)s")",
        "POST /v1/messages?beta=true 401 412ms 0.412337", "401 POST /v1/messages 412ms");

    row("HAProxy, blanks escaped", R"(log-format %ci:%cp\ [%t]\ %ft\ %b/%s\ %Tr\ %ST\ %ts\ %{+Q}r\ %hs)",
        R"(192.0.2.7:50112 [03/Nov/2026:08:14:07.120] fe be/<NOSRV> -1 503 SC "POST /v1/messages HTTP/1.1")",
        "503 POST /v1/messages at 08:14:07.120 proxy");
    row("HAProxy, the format alone", R"(%ci:%cp\ %{+Q}HU\ %ST|%B)",
        R"(192.0.2.7:50112 "/v1/messages" 529|142)", "529 /v1/messages");
    row("HAProxy, flags for all", R"(log-format "%{+Q,+E}o %ci %trg %HM %HP %ST %Ta %{-Q}hr")",
        R"("192.0.2.7" "03/Nov/2026:08:14:07 +0000" "POST" "/v1/messages" 529 +412 {gpt-5.2|req_3f9c27a1d04be85562c7aa10})",
        "529 POST /v1/messages at 08:14:07.000 412ms model=gpt-5.2 id");
    row("HAProxy, expressions",
        R"(log-format "%ci %ST %[res.hdr(request-id)] %[capture.res.hdr(0)] %[method] %[path] %TR/%Tw/%Tc")",
        "192.0.2.7 529 req_3f9c27a1d04be85562c7aa10 text/html POST /v1/messages 0/-1/-1",
        "529 POST /v1/messages id");
    row("HAProxy, path and query", R"(log-format "%ci %HM %HP%HQ %HV %ST")",
        "192.0.2.7 POST /v1/messages?beta=true HTTP/1.1 529", "529 POST /v1/messages?beta=true");
    row("HAProxy, path and query by expressions", R"(log-format "%[method] %[path]%[query] %[status]")",
        "POST /v1/messages?beta=true 529", "529 POST /v1/messages?beta=true");
    row("HAProxy, the captured request",
        "frontend llm\n    bind :80 # all\n"
        "    log-format \"%ci %ST %[capture.req.method] %[capture.req.uri] %Ta\"\n    default_backend be",
        "192.0.2.7 529 POST /v1/messages 412", "529 POST /v1/messages 412ms");
    row("HAProxy 3, named items", R"(log-format "%ci %(status)ST %{+Q}(uri:str)HU")",
        R"(192.0.2.7 529 "/v1/messages")", "529 /v1/messages");
    row("HAProxy, an expression without a value", R"(log-format "%ci %ST %[capture.res.hdr(0)] %HM %HU")",
        "192.0.2.7 529 POST /v1/messages", "529 POST /v1/messages");
    row("HAProxy, captured by the expression", R"(%ci %ST %[capture.res.hdr(0)] %HM %HU)",
        "192.0.2.7 529 req_3f9c27a1d04be85562c7aa10 POST /v1/messages", "529 POST /v1/messages id");
    row("HAProxy, a value before the request in quotation marks",
        R"(log-format "%ci %ST %Ta %[res.hdr(request-id)] %{+Q}r")",
        R"(192.0.2.7 529 412 req_3f9c27a1d04be85562c7aa10 "POST /v1/messages HTTP/1.1")",
        "529 POST /v1/messages 412ms id");
    row("HAProxy, without it", R"(log-format "%ci %ST %Ta %[res.hdr(request-id)] %{+Q}r")",
        R"(192.0.2.7 503 412 "POST /v1/messages HTTP/1.1")", "503 POST /v1/messages 412ms proxy");
    row("HAProxy, a captured value before the request",
        R"(log-format "%ci %ST %[capture.res.hdr(0)] %[var(txn.model)] %r")",
        "192.0.2.7 529 req_3f9c27a1d04be85562c7aa10 claude-sonnet-4-6 POST /v1/messages HTTP/1.1",
        "529 POST /v1/messages model=claude-sonnet-4-6 id");
    row("HAProxy, one of two captured values",
        R"(log-format "%ci %ST %[capture.req.hdr(0)] %[capture.res.hdr(0)] %{+Q}r")",
        R"(192.0.2.7 529 claude-sonnet-4-6 "POST /v1/messages HTTP/1.1")",
        "529 POST /v1/messages model=claude-sonnet-4-6");
    row("HAProxy, two captured values at the end",
        R"(log-format "%ci %ST %HU %[capture.req.hdr(0)] %[capture.res.hdr(0)]")",
        "192.0.2.7 529 /v1/messages claude-sonnet-4-6 req_3f9c27a1d04be85562c7aa10",
        "529 /v1/messages model=claude-sonnet-4-6 id");
    row("HAProxy, captured words", R"(log-format "%ci %ST %[capture.req.hdr(0)] %{+Q}r")",
        R"(192.0.2.7 529 Mozilla/5.0 (X11) "POST /v1/messages HTTP/1.1")", "529 POST /v1/messages");
    row("HAProxy, no request", R"(log-format "%ci %ST %[capture.req.hdr(0)] %{+Q}r")",
        R"(192.0.2.7 400 "<BADREQ>")", "400");
    row("HAProxy, a stamp by expression",
        R"(log-format "%[accept_date(ms),ms_ltime(%Y-%m-%dT%H:%M:%S.%3N%z)] %HM %HU %ST %Ta")",
        "2026-11-03T09:14:07.120+0100 POST /v1/messages 529 412",
        "529 POST /v1/messages at 08:14:07.120 412ms");
    row("HAProxy, a stamp of UTC in JSON",
        R"(log-format '{"time":"%[request_date,utime(%d/%b/%Y %T)]","uri":"%HU","status":%ST}')",
        R"({"time":"03/Nov/2026 08:14:07","uri":"/v1/messages","status":529})",
        "529 /v1/messages at 08:14:07.000");
    row("HAProxy, a stamp in milliseconds", R"(log-format "%[date(0,ms)] %HU %ST")",
        "1793693647120 /v1/messages 529", "529 /v1/messages at 08:14:07.120");
    row("HAProxy, the client left", R"(%ci [%tr] %b/%s %Ta %ST %tsc %hr %hs %{+Q}r)",
        R"(192.0.2.7 [03/Nov/2026:08:14:07.120] be/s1 8012 -1 CH-- {claude-sonnet-4-6} "POST /v1/messages HTTP/1.1")",
        "0 POST /v1/messages at 08:14:07.120 8012ms model=claude-sonnet-4-6 nobody");

    row("Envoy",
        "text_format: \"[%START_TIME%] \\\"%REQ(:METHOD)% %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)% %PROTOCOL%\\\" "
        "%RESPONSE_CODE% %RESPONSE_FLAGS% %DURATION% %RESP(REQUEST-ID)% %UPSTREAM_HOST%\\n\"",
        R"([2026-11-03T08:14:07.120Z] "POST /v1/messages HTTP/2" 529 - 412 req_3f9c27a1d04be85562c7aa10 203.0.113.9:443)",
        "529 POST /v1/messages at 08:14:07.120 412ms id");
    row("Envoy in YAML",
        "access_log:\n- name: envoy.access_loggers.file\n  typed_config:\n    path: /dev/stdout\n"
        "    log_format:\n      text_format_source:\n"
        "        inline_string: \"[%START_TIME%] %REQ(:METHOD)% %REQ(:PATH)% %RESPONSE_CODE%\\n\"\n",
        "[2026-11-03T08:14:07.120Z] POST /v1/messages 529", "529 POST /v1/messages at 08:14:07.120");
    row("Istio in YAML",
        "meshConfig:\n  accessLogFile: /dev/stdout\n  accessLogFormat: |\n"
        "    [%START_TIME%] %REQ(:METHOD)% %REQ(:PATH)%\n    %RESPONSE_CODE%\n\n  enableTracing: true\n",
        "[2026-11-03T08:14:07.120Z] POST /v1/messages 529", "529 POST /v1/messages at 08:14:07.120");
    row("Envoy, its own stamp, cut values",
        "%START_TIME(%s.%3f)% %RESPONSE_CODE% %RESPONSE_FLAGS% %REQ(:AUTHORITY):40% %REQ(:path)%\n",
        "1793693647.120 429 RL llm.local /v1/messages",
        "429 /v1/messages at 08:14:07.120 host=llm.local proxy");
    row("Envoy, who answered", "%RESPONSE_CODE% %RESPONSE_CODE_DETAILS% %REQ(:PATH)%",
        "429 local_rate_limited /v1/messages", "429 /v1/messages proxy");
    row("Envoy, the server answered", "%RESPONSE_CODE% %RESPONSE_CODE_DETAILS% %REQ(:PATH)%",
        "429 via_upstream /v1/messages", "429 /v1/messages");
    row("Envoy, the longer names of its operators",
        "%RESPONSE_CODE% %RESPONSE_FLAGS_LONG% %REQUEST_HEADER(X-ENVOY-ORIGINAL-PATH?:PATH)% "
        "%RESPONSE_HEADER(request-id)%",
        "503 UpstreamConnectionFailure /v1/messages -", "503 /v1/messages proxy");
    row("Envoy, no answer", "%RESPONSE_CODE% %RESPONSE_FLAGS% %REQ(:PATH)%", "0 DC /v1/messages",
        "0 /v1/messages nobody");

    row("Squid", "logformat squid %ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt",
        "1793693647.532  60412 192.0.2.7 TCP_MISS/529 543 POST http://llm.local/v1/messages - "
        "HIER_DIRECT/203.0.113.9 application/json",
        "529 POST http://llm.local/v1/messages at 08:14:07.532 60412ms");
    row("Squid, the client left", "%ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt",
        "1793693647.532      4 192.0.2.7 TCP_MISS_ABORTED/000 0 POST http://llm.local/v1/messages - "
        "HIER_DIRECT/203.0.113.9 -",
        "0 POST http://llm.local/v1/messages at 08:14:07.532 4ms nobody");
    row("Squid, its combined format",
        R"(logformat combined %>a %[ui %[un [%tl] "%rm %ru HTTP/%rv" %>Hs %<st "%{Referer}>h" "%{User-Agent}>h" %Ss:%Sh)",
        R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST http://llm.local/v1/messages HTTP/1.1" 403 3921 "-" "curl/8.9" TCP_DENIED:HIER_NONE)",
        "403 POST http://llm.local/v1/messages at 08:14:07.000 proxy");
    row("Squid, left-aligned", "%-8>a|%>Hs|%-6rm|%ru", "::1     |529|POST  |http://llm.local/v1/messages",
        "529 POST http://llm.local/v1/messages");

    row("morgan, combined",
        R"(app.use(morgan(':remote-addr - :remote-user [:date[clf]] ":method :url HTTP/:http-version" :status :res[content-length] ":referrer" ":user-agent"')))",
        R"(::1 - - [03/Nov/2026:08:14:07 +0000] "POST /v1/messages HTTP/1.1" 529 142 "-" "curl/8.9")",
        "529 POST /v1/messages at 08:14:07.000");
    row("morgan, its usual date", ":date :method :url :status :res[request-id] :response-time ms",
        "Tue, 03 Nov 2026 08:14:07 GMT POST /v1/messages 529 req_3f9c27a1d04be85562c7aa10 412.337 ms",
        "529 POST /v1/messages at 08:14:07.000 412.337ms id");
    row("morgan, ended before an answer", ":method :url :status :response-time ms - :res[content-length]",
        "POST /v1/messages - - ms - -", "0 POST /v1/messages nobody");
}

void LayoutsTest::readLayoutsAsTheyStandInConfigurations() {
    QFETCH(QByteArray, layout);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, expected);
    compareReading(layout, line, expected);
}

void LayoutsTest::declineOtherLines_data() {
    QTest::addColumn<QByteArray>("layout");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("a byte count in the status's place")
        << QByteArray("$request_uri $status $body_bytes_sent") << QByteArray("/v1/messages 5290 529");
    QTest::newRow("a word for a number") << QByteArray("$status $body_bytes_sent") << QByteArray("529 many");
    QTest::newRow("no stamp") << QByteArray("[$time_local] $status") << QByteArray("[once upon] 529");
    QTest::newRow("more behind it") << QByteArray("$request_uri $status") << QByteArray("/v1 529 more");
    QTest::newRow("a line that ends early") << QByteArray("$status \"$request\"") << QByteArray("529 \"POST");
    QTest::newRow("an empty line") << QByteArray("$status") << QByteArray();
}

void LayoutsTest::declineOtherLines() {
    QFETCH(QByteArray, layout);
    QFETCH(QByteArray, line);
    compareReading(layout, line, "declined");
}

void LayoutsTest::sayWhatIsWrong_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown name") << u"ngnix"_s << u"--list-formats"_s;
    QTest::newRow("no status") << u"$remote_addr $time_local"_s << u"no status"_s;
    QTest::newRow("no variables") << u"100 %"_s << u"no variables"_s;
    QTest::newRow("nothing between") << u"$time_local$status"_s << u"nothing between"_s;
    QTest::newRow("JSON without a status") << u"json_format:\n  path: \"%REQ(:PATH)%\""_s << u"no status"_s;
    QTest::newRow("JSON with a status in words")
        << u"json_format: {\"result\": \"was %RESPONSE_CODE%\"}"_s << u"no status"_s;
    QTest::newRow("columns without a status") << u"#Fields: date time cs-uri-stem"_s << u"no status"_s;
    QTest::newRow("open quotation mark in YAML") << u"inline_string: \"%RESPONSE_CODE%"_s << u"not closed"_s;
    QTest::newRow("open quotation mark") << u"log_format a '$status"_s << u"not closed"_s;
    QTest::newRow("open Apache argument") << u"%>s %{request-id"_s << u"does not end: %{request-id"_s;
    QTest::newRow("open nginx brace") << u"$status ${request"_s << u"does not end: ${request"_s;
    QTest::newRow("open HAProxy expression") << u"%ST %[path"_s << u"does not end: %[path"_s;
    QTest::newRow("open gunicorn name") << u"%(s)s %(h"_s << u"does not end: %(h"_s;
    QTest::newRow("open Envoy operator") << u"%RESPONSE_CODE% %REQ(:PATH"_s << u"does not end: %REQ(:PATH"_s;
    QTest::newRow("open morgan argument") << u":status :res[x"_s << u"does not end: :res[x"_s;
    QTest::newRow("too many variables") << u"$status "_s + u"$pid "_s.repeated(64) << u"more than 64"_s;
    QTest::newRow("wrong expression") << u"/(?<status>\\d+) [/"_s << u"wrong at character 17"_s;
    QTest::newRow("expression without a status") << u"regex:(?<path>.*)"_s << u"no group named status"_s;
}

void LayoutsTest::sayWhatIsWrong() {
    QFETCH(QString, format);
    QFETCH(QString, says);
    QVERIFY2(checkFormat(format).contains(says), qPrintable(checkFormat(format)));
}

void LayoutsTest::readUsersExpressions_data() {
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("between slashes")
        << QByteArray(
               R"(/^(?<time>\S+) (?<method>[A-Z]+) (?<path>\S+) -> (?<status>\d+) in (?<duration_ms>\d+)/)")
        << QByteArray("2026-11-03T09:14:07.532+01:00 POST /v1/messages -> 529 in 412 ms")
        << QByteArray("529 POST /v1/messages at 08:14:07.532 412ms");
    QTest::newRow("behind its name, in any order")
        << QByteArray(R"x(regex:id=(?<request_id>\w+).*"(?<request>[^"]+)".* (?<status>\d{3})$|never)x")
        << QByteArray("id=req_3f9c27a1d04be85562c7aa10 \"POST /v1/messages HTTP/1.1\" 402")
        << QByteArray("402 POST /v1/messages id");
    QTest::newRow("in capitals or not")
        << QByteArray(R"(/^post (?<path>\S+) (?<status>\d+)/i)") << QByteArray("POST /v1/messages 529")
        << QByteArray("529 /v1/messages");
    QTest::newRow("letters of several bytes")
        << QByteArray("/ü.*?(?<path>\\/\\S+) (?<status>\\d+)(?<model> gpt-\\S+)?/")
        << QByteArray("übermittelt – /v1/messages 529") << QByteArray("529 /v1/messages");
    QTest::newRow("status that is none")
        << QByteArray(R"(/status=(?<status>\w+)/)") << QByteArray("status=failed") << QByteArray("declined");
    QTest::newRow("no answer") << QByteArray(R"(/(?<path>\/\S+) (?<status>\S+)/)")
                               << QByteArray("/v1/messages -") << QByteArray("0 /v1/messages nobody");
    QTest::newRow("group left out") << QByteArray(R"(/x(?<status>\d+)?/)") << QByteArray("x")
                                    << QByteArray("declined");
}

void LayoutsTest::readUsersExpressions() {
    QFETCH(QByteArray, expression);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, expected);
    compareReading(expression, line, expected);
}

void LayoutsTest::expressionsNameTheMessage_data() {
    QTest::addColumn<QString>("group");
    for (const char* const group : {"message", "msg", "detail", "body"})
        QTest::newRow(group) << QString::fromLatin1(group);
}

void LayoutsTest::expressionsNameTheMessage() {
    QFETCH(QString, group);
    PipelineOptions options;
    options.format = FormatCatalog::builtIn()
                         .choose(u"/(?<method>[A-Z]+) (?<path>\\S+) (?<status>\\d+) (?<%1>.*)/"_s.arg(group))
                         .value();
    PipelineRun run(std::move(options));
    run.write("POST /v1/messages 429 Slow down, please\n"
              "POST /v1/messages 200 All is well\n"
              "POST /v1/messages 429 {\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\","
              "\"message\":\"Requests per minute limit (60) exceeded\"}}\n")
        .finish();
    QCOMPARE(run.totals().failures, 2u);
    QCOMPARE(run.events().event(0).message, std::string("Slow down, please"));
    QCOMPARE(run.events().event(1).type, std::string("rate_limit_error"));
    QCOMPARE(run.events().event(1).message, std::string("Requests per minute limit (60) exceeded"));
}

void LayoutsTest::bodiesAreReadThroughNginxEscapes() {
    PipelineOptions options;
    options.format =
        FormatCatalog::builtIn()
            .choose(u"log_format b '$remote_addr [$time_local] \"$request\" $status \"$resp_body\"';"_s)
            .value();
    PipelineRun run(std::move(options));
    run.write("192.0.2.7 [03/Nov/2026:08:14:05 +0000] \"POST /v1/messages HTTP/1.1\" 402 "
              "\"{\\x22type\\x22:\\x22error\\x22,\\x22error\\x22:{\\x22type\\x22:\\x22billing_error\\x22,"
              "\\x22message\\x22:\\x22Insufficient balance\\x22},"
              "\\x22request_id\\x22:\\x22req_3f9c27a1d04be85562c7aa10\\x22}\"\n")
        .finish();
    QCOMPARE(run.totals().failures, 1u);
    QCOMPARE(run.events().event(0).type, std::string("billing_error"));
    QCOMPARE(run.events().event(0).message, std::string("Insufficient balance"));
    QCOMPARE(run.events().event(0).requestId, std::string("req_3f9c27a1d04be85562c7aa10"));
}

/// Such an expression would need more steps than there are atoms.
void LayoutsTest::giveUpOnEndlessExpressions() {
    for (const auto& expression : {u"/(?<status>(\\d+)+)x.../"_s, u"/(?<status>(a|a|\\d|\\d\\d)+)+$/"_s}) {
        PipelineOptions options;
        options.format = FormatCatalog::builtIn().choose(expression).value();
        PipelineRun run(std::move(options));
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 20; ++i)
            run.write(QByteArray(5000, '5') + "!\n");
        run.finish();
        QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(run.notUnderstood(), 20u);
    }
}

void LayoutsTest::stampsOfEnvoyAreOfUtc() {
    for (const bool local : {false, true}) {
        PipelineOptions options;
        options.zone = QTimeZone("Europe/Berlin");
        options.format =
            FormatCatalog::builtIn()
                .choose(local ? u"%START_TIME_LOCAL(%Y/%m/%d %H:%M:%S.%3f)% %RESPONSE_CODE% %PATH%"_s
                              : u"%START_TIME(%Y/%m/%d %H:%M:%S.%3f)% %RESPONSE_CODE% %PATH%"_s)
                .value();
        PipelineRun run(std::move(options));
        run.write("2026/11/03 08:14:07.120 529 /v1/messages\n").finish();
        const ErrorEvent event = run.events().event(0);
        QCOMPARE(event.time.value(),
                 Microseconds(1'793'693'647'120'000) - (local ? 3600 : 0) * microsecondsPerSecond);
        QCOMPARE(event.timeQuality, local ? TimeQuality::ZoneAssumed : TimeQuality::Exact);
    }
}

void LayoutsTest::membersOfJsonLayoutsAreReadByName_data() {
    QTest::addColumn<QString>("layout");
    QTest::newRow("Envoy") << u"log_format:\n  json_format:\n    uri: \"%REQ(:PATH)%\"\n"
                              "    status: \"%RESPONSE_CODE%\"\n    duration: \"%DURATION%\"\n"_s;
    QTest::newRow("Istio")
        << u"accessLogFormat: '{\"uri\": \"%REQ(:PATH)%\", \"status\": \"%RESPONSE_CODE%\"}'"_s;
    QTest::newRow("HAProxy") << u"log-format \"%{+json}o %(status:sint)ST %(uri)HU %(duration)Ta\""_s;
}

void LayoutsTest::membersOfJsonLayoutsAreReadByName() {
    QFETCH(QString, layout);
    PipelineOptions options;
    options.format = FormatCatalog::builtIn().choose(layout).value();
    PipelineRun run(std::move(options));
    run.write("{\"uri\":\"/v1/messages\",\"status\":529,\"duration\":412}\n").finish();
    QCOMPARE(run.totals().failures, 1u);
    QCOMPARE(run.events().event(0).durationMicros, 412'000);
}

void LayoutsTest::membersOfJsonLayoutsMeanWhatTheySay_data() {
    QTest::addColumn<QString>("layout");
    QTest::newRow("Envoy, a block")
        << u"log_format:\n  json_format:\n    when: \"%START_TIME%\"\n    verb: \"%REQ(:METHOD)%\"\n"
           "    target: '%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%'\n    result:\n      rc: \"%RESPONSE_CODE%\"\n"
           "    flags: \"%RESPONSE_FLAGS%\"\n    ms: \"%DURATION%\"\n    llm: \"%RESP(REQUEST-ID)%\"\n"_s;
    QTest::newRow("Envoy, an object")
        << u"{\"when\": \"%START_TIME%\", \"verb\": \"%REQ(:METHOD)%\", \"target\": \"%REQ(:PATH)%\",\n"
           " \"rc\": \"%RESPONSE_CODE%\", \"flags\": \"%RESPONSE_FLAGS%\", \"ms\": \"%DURATION%\",\n"
           " \"llm\": \"%RESP(REQUEST-ID)%\"}"_s;
    QTest::newRow("Envoy, keys")
        << u"when: \"%START_TIME%\"\nverb: \"%REQ(:METHOD)%\"\ntarget: \"%REQ(:PATH)%\"\n"
           "rc: \"%RESPONSE_CODE%\"\nflags: \"%RESPONSE_FLAGS%\"\nms: \"%DURATION%\"\nllm: \"%RESP(REQUEST-ID)%\""_s;
    QTest::newRow("HAProxy")
        << u"log-format \"%{+json}o %(when)[accept_date(ms),ms_utime(%Y-%m-%dT%H:%M:%S.%3N)] %(verb)HM "
           "%(target)HU %(rc:sint)ST %(ms)Ta %(llm)[res.hdr(request-id)]\""_s;
}

void LayoutsTest::membersOfJsonLayoutsMeanWhatTheySay() {
    QFETCH(QString, layout);
    PipelineOptions options;
    const auto chosen = FormatCatalog::builtIn().choose(layout);
    QVERIFY2(chosen.ok(), qPrintable(chosen.ok() ? QString() : chosen.error().message));
    options.format = chosen.value();
    options.zone = QTimeZone("Europe/Berlin");
    PipelineRun run(std::move(options));
    run.write(
           R"({"when":"2026-11-03T08:14:07.120","verb":"POST","target":"/v1/messages","rc":529,"flags":"-",)"
           R"("ms":412,"llm":"req_3f9c27a1d04be85562c7aa10"})"
           "\n"
           R"({"llm":null,"result":{"rc":"503"},"ms":"12","target":"/v1/messages","flags":"UF","when":"2026-11-03T08:14:08.120"})"
           "\n")
        .finish();
    QCOMPARE(run.events().size(), std::size_t(2));
    const ErrorEvent passedOn = run.events().event(0);
    QCOMPARE(passedOn.code.status(), 529);
    QCOMPARE(passedOn.time, Microseconds(1'793'693'647'120'000));
    QCOMPARE(passedOn.timeQuality, TimeQuality::Exact);
    QCOMPARE(passedOn.durationMicros, 412'000);
    QCOMPARE(passedOn.method, std::string_view("POST"));
    QCOMPARE(passedOn.requestId, std::string_view("req_3f9c27a1d04be85562c7aa10"));
    const ErrorEvent own = run.events().event(1);
    QCOMPARE(own.code.status(), 503);
    QCOMPARE(own.answeredBy, AnsweredBy::LocalProxy);
    QCOMPARE(own.durationMicros, 12'000);
}

void LayoutsTest::columnsOfW3cLogsAreNamedByDirectives() {
    const QByteArray fields =
        "#Fields: date time cs-method cs-uri-stem cs-uri-query sc-status sc-substatus time-taken\n";
    const QByteArray lines = "2026-11-03 08:14:07 POST /v1/messages beta=true 529 0 412\n"
                             "2026-11-03 08:14:08 POST /v1/messages - 200 0 5210\n"
                             "2026-11-03 08:14:09 POST /v1/messages - 502 3 12\n"
                             "2026-11-03 08:14:10 POST /v1/messages - 429 0\n";
    for (const bool pasted : {false, true}) {
        PipelineOptions options;
        options.zone = QTimeZone("Europe/Berlin");
        if (pasted)
            options.format = FormatCatalog::builtIn().choose(QString::fromLatin1(fields)).value();
        PipelineRun run(std::move(options));
        run.write(pasted ? lines : fields + lines).finish();
        QCOMPARE(run.format(), pasted ? u"custom"_s : u"w3c"_s);
        QCOMPARE(run.totals().apiSuccesses, 1u);
        QCOMPARE(run.events().size(), std::size_t(2));
        const ErrorEvent passedOn = run.events().event(0);
        QCOMPARE(passedOn.code.status(), 529);
        QCOMPARE(passedOn.time, Microseconds(1'793'693'647'000'000));
        QCOMPARE(passedOn.timeQuality, TimeQuality::Exact);
        QCOMPARE(passedOn.durationMicros, 412'000);
        QCOMPARE(passedOn.path, std::string_view("/v1/messages?beta=true"));
        QCOMPARE(run.events().event(1).answeredBy, AnsweredBy::LocalProxy); // 502.3 of IIS
    }
}

void LayoutsTest::anExpressionNamesTheErrorsType() {
    PipelineOptions options;
    options.format = FormatCatalog::builtIn().choose(u"/(?<status>\\d+) (?<type>\\w+)/"_s).value();
    PipelineRun run(std::move(options));
    run.write("529 overloaded_error\n").finish();
    QCOMPARE(run.events().event(0).type, std::string_view("overloaded_error"));
}

void LayoutsTest::chosenFormatsReadInsideWrappers_data() {
    QTest::addColumn<QByteArray>("wrapped");
    const auto row = [](const char* name, const char* wrapped) {
        QTest::newRow(name) << QByteArray(wrapped);
    };
    row("none", "%1");
    row("Docker", R"({"log":"%2\n","stream":"stdout","time":"2026-11-03T08:14:07.532114532Z"})");
    row("Docker and journald",
        R"({"__REALTIME_TIMESTAMP":"1793693647532114","SYSLOG_IDENTIFIER":"docker","MESSAGE":"%2"})");
    row("a shipper",
        R"({"@timestamp":"2026-11-03T08:14:07.600Z","agent":{"type":"filebeat"},"message":"%2"})");
    row("logcli", R"({"labels":{"app":"web"},"line":"%2","timestamp":"2026-11-03T08:14:07.532114532Z"})");
    row("Loki", R"({"data":{"result":[{"stream":{"app":"web"},"values":[["1793693647532114000","%2"]]}]}})");
    row("CloudWatch, over lines", "{\n\"events\": [\n{\"timestamp\":1793693647532,\"message\":\"%2\"}\n]}");
    row("a list", "[\n{\"timestamp\":\"2026-11-03T08:14:07Z\",\"textPayload\":\"%2\"}\n]");
    row("CRI", "2026-11-03T08:14:07.532114532Z stdout F %1");
    row("docker logs -t", "2026-11-03T08:14:07.532114532Z %1");
    row("Compose", "web-1  | %1");
    row("Compose with colours", "\x1b[36mweb-1  | \x1b[0m%1");
    row("kubectl", "[pod/web-7f/nginx] %1");
    row("stern", "web-7f nginx %1");
    row("RFC 5424", "<134>1 2026-11-03T09:14:07.532114+01:00 web nginx 29 - - %1");
    row("RFC 3164", "<134>Nov  3 09:14:07 web nginx[29]: %1");
    row("journalctl", "2026-11-03T09:14:07+0100 web nginx[29]: %1");
    row("Docker in CRI",
        R"(2026-11-03T08:14:07.532114532Z stdout F {"log":"%2\n","time":"2026-11-03T08:14:07.532114532Z"})");
}

void LayoutsTest::chosenFormatsReadInsideWrappers() {
    QFETCH(QByteArray, wrapped);
    const QByteArray line =
        R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 529 142 "-" "curl/8.9")";
    const QByteArray log =
        wrapped.replace("%1", line).replace("%2", QByteArray(line).replace("\"", "\\\"")) + '\n';
    const QString pasted =
        uR"(log_format a '$remote_addr - - [$time_local] "$request" $status $body_bytes_sent "-" "curl/8.9"';)"_s;
    const QString expression = uR"x(/^\S+ - - \[(?<time>[^\]]+)\] "(?<request>[^"]+)" (?<status>\d{3}) /)x"_s;
    for (const QString& format : {u"nginx-combined"_s, u"access-log"_s, pasted, expression}) {
        PipelineOptions options;
        options.format = FormatCatalog::builtIn().choose(format).value();
        PipelineRun run(std::move(options));
        run.write(log).finish();
        QCOMPARE(run.notUnderstood(), 0u);
        QCOMPARE(run.totals().failures, 1u);
        const ErrorEvent event = run.events().event(0);
        QCOMPARE(event.path, std::string_view("/v1/messages"));
        QCOMPARE(event.time.value() / microsecondsPerSecond, 1'793'693'647);
        QCOMPARE(event.timeQuality, TimeQuality::Exact);
    }
}

void LayoutsTest::areFoundByTheirLines_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("cause");
    const auto row = [](const char* format, const char* line, const char* cause) {
        QTest::addRow("%s, %s", format, cause) << QByteArray(line) << QByteArray(format) << QByteArray(cause);
    };
    row("haproxy-http",
        R"(192.0.2.8:50113 [03/Nov/2026:08:14:08.001] fe be/<NOSRV> 0/-1/-1/-1/3 503 217 - - SC-- 1/1/0/0/0 0/0 "POST /v1/messages HTTP/1.1")",
        "proxy.local");
    row("haproxy-http",
        R"(<134>Nov  3 08:14:08 lb haproxy[14]: 192.0.2.8:50113 [03/Nov/2026:08:14:08.001] fe be/s1 0/0/6/1/7 529 217 - - ---- 1/1/0/0/0 0/0 "POST /v1/messages HTTP/1.1")",
        "upstream.overloaded");
    row("haproxy-http",
        R"(2026-11-03T08:14:08.004+00:00 lb haproxy[14]: 192.0.2.8:50113 [03/Nov/2026:08:14:08.001] fe be/s1 0/0/6/-1/7 -1 0 - - CD-- 1/1/0/0/0 0/0 "POST /v1/messages HTTP/1.1")",
        "client.closed");
    row("traefik",
        R"(192.0.2.7 - - [03/Nov/2026:08:14:08 +0000] "POST /v1/messages HTTP/1.1" 503 17 "-" "curl/8.9" 98 "llm@docker" "-" 0ms)",
        "proxy.local");
    row("ingress-nginx",
        R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 503 592 "-" "curl/8.9" 512 0.000 [llm-443] [] - - - - 0a5e7c3b91d24f68be07d1c2a3f4956e)",
        "proxy.local");
    row("envoy",
        R"([2026-11-03T08:14:09.000Z] "POST /v1/messages HTTP/1.1" 0 DC 812 0 9001 - "-" "curl/8.9" "7d2e" "llm.local" "203.0.113.9:443")",
        "client.closed");
    row("gin", R"([GIN] 2026/11/03 - 08:14:07 | 529 |  212.337ms |  192.0.2.7 | POST     "/v1/messages")",
        "upstream.overloaded");
    row("morgan-dev", "\x1b[0mPOST /v1/messages \x1b[31m529\x1b[0m 412.337 ms - 142\x1b[0m",
        "upstream.overloaded");
    row("nginx-combined",
        R"(192.0.2.7 - - [03/Nov/2026:08:14:08 +0000] "POST /v1/messages HTTP/1.1" 529 17 "-" "curl/8.9")",
        "upstream.overloaded");
    row("access-log", R"(home made 08:14 "POST /v1/messages HTTP/1.1" 529 dur=4)", "upstream.overloaded");
}

void LayoutsTest::areFoundByTheirLines() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, cause);
    PipelineRun run;
    for (int i = 0; i < 40; ++i)
        run.write(line + '\n');
    run.finish();
    QCOMPARE(run.format().toUtf8(), format);
    QCOMPARE(run.events().size(), std::size_t(40));
    for (const EventStore::Row row : {EventStore::Row(0), EventStore::Row(39)}) {
        const ErrorEvent event = run.events().event(row);
        QCOMPARE(QByteArray(event.cause.data(), qsizetype(event.cause.size())), cause);
    }
}

void LayoutsTest::areLookedForAgainAfterAHit() {
    const QByteArray gin =
        "[GIN] 2026/11/03 - 08:14:07 | 529 |  212.337ms |  192.0.2.7 | POST     \"/v1/messages\"\n";
    const QByteArray tiny = "POST /v1/messages 529 142 - 31.5 ms\n";
    const QByteArray other = "listening on port 8080\n";
    PipelineRun found;
    found.write(other.repeated(150) + gin + other.repeated(150) + tiny + gin).finish();
    QCOMPARE(found.totals().failures, 3u);
    PipelineRun late;
    late.write(other.repeated(250) + gin + tiny).finish(); // but only for lines that name an API's path
    QCOMPARE(late.totals().failures, 2u);
}

/// Of what goes through it nothing is seen; one that was refused is the end of the request.
void LayoutsTest::aTunnelIsNoRequestToTheApi() {
    PipelineRun run;
    run.write("1793693647.532    412 192.0.2.7 TCP_TUNNEL/200 5435 CONNECT api.derouter.ai:443 - "
              "HIER_DIRECT/203.0.113.9 -\n"
              "1793693648.004      0 192.0.2.8 TCP_DENIED/403 3921 CONNECT example.org:443 - HIER_NONE/- "
              "text/html\n")
        .finish();
    QCOMPARE(run.format(), u"squid"_s);
    QCOMPARE(run.totals().apiRequests, 0u);
    QCOMPARE(run.totals().otherRequests, 2u);
    PipelineRun refused;
    refused
        .write(
            "1793693648.004      0 192.0.2.8 TCP_DENIED/403 3921 CONNECT api.derouter.ai:443 - HIER_NONE/- "
            "text/html\n"
            "1793693649.004  60012 192.0.2.8 TCP_TUNNEL/503 0 CONNECT api.derouter.ai:443 - HIER_NONE/- -\n")
        .finish();
    QCOMPARE(refused.totals().failures, 2u);
    QCOMPARE(refused.events().event(0).cause, std::string_view("proxy.local"));
    QCOMPARE(refused.events().event(1).cause, std::string_view("proxy.local"));
}

QTEST_GUILESS_MAIN(LayoutsTest)
#include "tst_layouts.moc"
