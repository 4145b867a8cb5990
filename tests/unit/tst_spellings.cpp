// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every name under which programs log a fact of a request: each as it stands, in other cases, and a dotted
// name nested as well. What looks like such a name and is none stands beside them.

#include "pipelinerun.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class SpellingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areAllRead_data();
    void areAllRead();
    void areNotMistaken_data();
    void areNotMistaken();
    void requestIdsAreDrawnByLot_data();
    void requestIdsAreDrawnByLot();
};

namespace {

QString textOf(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// What a log of the one record says, as the rows name it.
QString read(const QString& fact, const QJsonObject& record) {
    PipelineRun run;
    run.write(QJsonDocument(record).toJson(QJsonDocument::Compact) + '\n').finish();
    if (run.events().size() != 1 || fact == "host"_L1 || fact == "level"_L1)
        return u"%1 failures"_s.arg(run.events().size());
    const ErrorEvent event = run.events().event(0);
    if (fact == "time"_L1)
        return event.time
                   ? QDateTime::fromMSecsSinceEpoch(*event.time / 1000, Qt::UTC).toString(Qt::ISODateWithMs)
                   : QString();
    if (fact == "status"_L1)
        return QString::fromStdString(event.code.key());
    if (fact == "type"_L1)
        return textOf(event.type);
    if (fact == "code"_L1)
        return textOf(event.errorCode);
    if (fact == "message"_L1)
        return textOf(event.message);
    if (fact == "id"_L1)
        return textOf(event.requestId);
    if (fact == "model"_L1)
        return textOf(event.model);
    if (fact == "method"_L1)
        return textOf(event.method);
    if (fact == "path"_L1)
        return textOf(event.path);
    if (fact == "ms"_L1)
        return QString::number(event.durationMicros / 1000);
    return u"no such fact"_s;
}

/// The object with `value` at the dotted `path`, nested.
QJsonObject nested(const QString& path, const QJsonValue& value) {
    const qsizetype dot = path.indexOf(u'.');
    return dot < 0 ? QJsonObject{{path, value}}
                   : QJsonObject{{path.first(dot), nested(path.sliced(dot + 1), value)}};
}

/// `request_id`, `request-id`, `requestId`, `RequestId`, `REQUEST_ID` of a name in words.
QStringList casesOf(const QString& name) {
    const QStringList words = QString(name).replace(u'-', u'_').split(u'_', Qt::SkipEmptyParts);
    QString camel;
    for (const QString& word : words)
        camel += camel.isEmpty() ? word : word.first(1).toUpper() + word.sliced(1);
    QStringList cases{name,
                      camel,
                      words.join(u'_'),
                      words.join(u'-'),
                      words.join(u'_').toUpper(),
                      camel.first(1).toUpper() + camel.sliced(1)};
    cases.removeDuplicates();
    return cases;
}

/// `http_response_status_code`, `httpResponseStatusCode` of a path of members, as collectors flatten it.
QStringList flattened(const QString& path) {
    QString camel;
    for (const QString& word : QString(path).replace(u'_', u'.').replace(u'-', u'.').split(u'.'))
        camel += camel.isEmpty() ? word : word.first(1).toUpper() + word.sliced(1);
    return {QString(path).replace(u'.', u'_'), QString(path).replace(u'.', u'-'), camel};
}

struct Row {
    const char* fact;
    const char* names; ///< separated by a space
    QJsonValue value;
    const char* expected;
    QJsonObject beside = {}; ///< what the record states besides
};

const QJsonObject failedRequest{
    {u"time"_s, u"2026-11-03T08:00:00Z"_s}, {u"status"_s, 529}, {u"path"_s, u"/v1/messages"_s}};

QJsonObject without(QJsonObject object, const QString& name) {
    object.remove(name);
    return object;
}

QList<Row> rows() {
    const QJsonObject undated = without(failedRequest, u"time"_s);
    const QJsonObject unstated = without(failedRequest, u"status"_s);
    const QJsonObject pathless{{u"time"_s, u"2026-11-03T08:00:00Z"_s},
                               {u"status"_s, 529},
                               {u"request_id"_s, u"req_3f9c27a1d04be85562c7aa10"_s}};
    const QJsonObject elsewhere{
        {u"time"_s, u"2026-11-03T08:00:00Z"_s}, {u"status"_s, 529}, {u"path"_s, u"/complete"_s}};
    // A level says no more than whether an object of an unknown name is quoted.
    const QJsonObject quoting{
        {u"zone"_s,
         QJsonObject{{u"error"_s, QJsonObject{{u"type"_s, u"overloaded_error"_s}, {u"message"_s, u"x"_s}}}}}};
    const QString iso = u"2026-11-03T08:14:07.532Z"_s;
    const char* instant = "2026-11-03T08:14:07.532Z";
    const QString id = u"req_3f9c27a1d04be85562c7aa10"_s;
    return {
        {"time",
         "timestamp time ts t @timestamp @t date datetime asctime created created_at createdAt eventTime "
         "event_time logged_at when start_time startTime StartUTC StartLocal startedDateTime time_local "
         "time_iso8601 msec EdgeStartTimestamp EdgeEndTimestamp receiveTimestamp ingestionTime",
         iso, instant, undated},
        {"time", "__REALTIME_TIMESTAMP _SOURCE_REALTIME_TIMESTAMP", u"1793693647532000"_s, instant, undated},
        {"time", "timeUnixNano observedTimeUnixNano time_unix_nano timestamp_ns", u"1793693647532000000"_s,
         instant, undated},
        {"time", "timestampInMs ingestionTime time ts", 1793693647532.0, instant, undated},
        {"time", "ts msec time", 1793693647.532, instant, undated},

        {"status",
         "status statusCode status_code http_status httpStatus http_status_code http.status_code "
         "http.response.status_code response_code responseCode response_status res.statusCode res.status "
         "response.status response.status_code resp.status sc_status sc-status code error.status error.code "
         "err.status err.statusCode err.response.status DownstreamStatus EdgeResponseStatus elb_status_code "
         "resultCode apiErrorStatus proxy.statusCode httpRequest.status net.status StatusCode",
         503, "503", unstated},
        {"status", "status statusCode http.status_code res.statusCode err.status", u"503"_s, "503", unstated},
        {"status", "target_status_code upstream_status OriginStatus OriginResponseStatus", 503, "503",
         unstated},
        {"status", "upstream_status", u"502, 503"_s, "503", unstated},

        {"type",
         "error.type error.error.type err.error.error.type error_type errorType err_type apiErrorType "
         "log.error.type error.kind exception_type exception.type exc_type error_name error category",
         u"overloaded_error"_s, "overloaded_error", failedRequest},
        {"code", "error.code error_code errorCode err.code", u"rate_limit_exceeded"_s, "rate_limit_exceeded",
         failedRequest},

        {"message",
         "error.message error.error.message message msg event @m text err.message error detail details "
         "error_description error_message errorMessage reason exc_info exception stack stacktrace "
         "stack_trace "
         "stderr statusText responseBody response_body textPayload jsonPayload.message log line data MESSAGE "
         "@mt @x body body.stringValue",
         u"Overloaded now"_s, "Overloaded now", failedRequest},

        {"id",
         "request-id request_id requestId requestID RequestId Request-Id req_id error.request_id "
         "error.requestID headers.request-id resp_headers.Request-Id response_headers.request-id "
         "responseHeaders.request-id downstream_Request-Id origin_Request-Id sent_http_request_id "
         "upstream_http_request_id x-request-id x_request_id xRequestId",
         id, "req_3f9c27a1d04be85562c7aa10", failedRequest},
        {"id", "resp_headers.Request-Id", QJsonArray{id}, "req_3f9c27a1d04be85562c7aa10", failedRequest},

        {"model",
         "model model_name modelName model_id modelId request.model req.body.model body.model params.model "
         "kwargs.model model_group gen_ai.request.model gen_ai.response.model llm.model ai.model.id "
         "deployment engine requested_model upstream_model actual_model requestBodyValues.model Model_Group",
         u"claude-sonnet-4-6"_s, "claude-sonnet-4-6", failedRequest},

        {"method",
         "method http_method httpMethod request_method requestMethod RequestMethod verb req.method "
         "request.method http.method http.request.method ClientRequestMethod cs-method",
         u"POST"_s, "POST", failedRequest},
        {"path",
         "path url uri request_uri requestUri request_path RequestPath req.url request.uri request.url "
         "http.target http.route url.path url.full http.url route endpoint target ClientRequestURI "
         "requestUrl cs-uri-stem",
         u"/proxy/v1/messages"_s, "/proxy/v1/messages", pathless},
        {"path", "%r", u"POST /proxy/v1/messages HTTP/1.1"_s, "/proxy/v1/messages", pathless},
        {"path", "request", u"POST /proxy/v1/messages HTTP/1.1"_s, "/proxy/v1/messages", pathless},

        {"ms",
         "duration_ms durationMs elapsed_ms latency_ms responseTime response_time_ms execution_time_ms "
         "response_time elapsed latency took",
         412, "412", failedRequest},
        {"ms", "duration request_time elapsed_s rt duration_s use_time", 0.412, "412", failedRequest},
        {"ms", "duration latency elapsed took cost", u"0.412s"_s, "412", failedRequest},
        {"ms", "duration latency", u"412.337ms"_s, "412", failedRequest},
        {"ms", "duration Duration OriginDuration", 412000000, "412", failedRequest},
        {"ms", "upstream_response_time urt", u"0.120, 0.412"_s, "412", failedRequest},
        {"ms", "Ta Tt", 412, "412", failedRequest},
        {"ms", "%T", 0.412, "412", failedRequest},
        {"ms", "%D", 412000, "412", failedRequest},
        {"time", "requestTime", u"03/Nov/2026:08:14:07 +0000"_s, "2026-11-03T08:14:07.000Z", undated},

        {"host",
         "host http_host authority :authority RequestHost request.host server_name upstream upstream_host",
         u"api.derouter.ai"_s, "1 failures", elsewhere},
        {"host", "upstream_addr", u"api.derouter.ai:443"_s, "1 failures", elsewhere},
        {"host", "ServiceURL base_url", u"https://api.derouter.ai"_s, "1 failures", elsewhere},
        {"level", "level lvl severity severityText levelname @l LogLevel loglevel", u"INFO"_s, "0 failures",
         quoting},
        {"level", "level lvl severity severityText @l loglevel log.level", u"error"_s, "1 failures", quoting},
        {"level", "level lvl severity", u"ERR"_s, "1 failures", quoting},
        {"level", "level", u"fail"_s, "1 failures", quoting},
        {"level", "level", u"crit"_s, "1 failures", quoting},
        {"level", "level", u"WRN"_s, "1 failures", quoting},
        {"level", "level", 50, "1 failures", quoting},
        {"level", "level", 30, "0 failures", quoting},
        {"level", "PRIORITY", u"3"_s, "1 failures", quoting},
        {"level", "PRIORITY", u"6"_s, "0 failures", quoting},
        {"level", "severityNumber", 17, "1 failures", quoting},
        {"level", "severityNumber", 9, "0 failures", quoting},
    };
}

} // namespace

void SpellingsTest::areAllRead_data() {
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QJsonObject>("record");
    QTest::addColumn<QString>("expected");
    for (const Row& row : rows()) {
        for (const QString& name : QString::fromLatin1(row.names).split(u' ')) {
            const auto add = [&](const QString& spelled, const QJsonObject& member) {
                QJsonObject record = row.beside;
                for (auto at = member.begin(); at != member.end(); ++at)
                    record[at.key()] = at.value();
                QTest::addRow("%s: %s", row.fact, qPrintable(spelled))
                    << QString::fromLatin1(row.fact) << record << QString::fromLatin1(row.expected);
            };
            if (name.contains(u'.')) {
                add(name, {{name, row.value}});
                add(name + u" nested"_s, nested(name, row.value));
                for (const QString& spelled : flattened(name))
                    add(spelled, {{spelled, row.value}});
                continue;
            }
            for (const QString& spelled :
                 name.startsWith(u':') || name.startsWith(u'%') ? QStringList{name} : casesOf(name))
                add(spelled, {{spelled, row.value}});
        }
    }
}

void SpellingsTest::areAllRead() {
    QFETCH(QString, fact);
    QFETCH(QJsonObject, record);
    QFETCH(QString, expected);
    QCOMPARE(read(fact, record), expected);
}

void SpellingsTest::areNotMistaken_data() {
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QJsonObject>("record");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char* what, const char* fact, const QByteArray& members,
                        const QString& expected) {
        QJsonObject record = failedRequest;
        const QJsonObject more = QJsonDocument::fromJson(members).object();
        for (auto at = more.begin(); at != more.end(); ++at)
            record[at.key()] = at.value();
        QTest::newRow(what) << QString::fromLatin1(fact) << record << expected;
    };
    const QString time = u"2026-11-03T08:00:00.000Z"_s;
    add("a monotonic clock", "time", R"({"__MONOTONIC_TIMESTAMP":"1793693647532114"})", time);
    add("nginx's request_time is a duration", "time", R"({"request_time":1793693647.532})", time);
    add("Datadog's status is a level", "status", R"({"http":{"status_code":"503"},"status":"error"})",
        u"503"_s);
    add("gRPC's code", "status", R"({"code":14})", u"529"_s);
    add("an exit status", "status", R"({"exit_status":503})", u"529"_s);
    add("Node's code", "status", R"({"err":{"code":"ECONNREFUSED"}})", u"529"_s);
    add("pino's err.type is a class", "type", R"({"err":{"type":"RateLimitError"}})", {});
    add("ECS' error.type is a class", "type", R"({"error.type":"java.io.IOException"})", {});
    add("OpenTelemetry's error.type is a status", "type", R"({"error.type":"529"})", {});
    add("a record's own type", "type", R"({"type":"request"})", {});
    add("Fastify's reqId", "id", R"({"reqId":"req-1"})", {});
    add("LiteLLM's call id", "id", R"({"x-litellm-call-id":"0f6a8f2e-8a1e-4d5c-9e2f-1a2b3c4d5e6f"})", {});
    add("new-api's id", "id", R"({"X-Oneapi-Request-Id":"20261103091407532114"})", {});
    add("Cloudflare's ray", "id", R"({"cf-ray":"9c84b52ce87fbe62-SJC","RayID":"761f"})", {});
    add("a trace", "id", R"({"trace_id":"req_3f9c27a1d04be85562c7aa10"})", {});
    add("nginx's own id", "id", R"({"request_id":"7d2e9c7a1d04be85562c7aa103f9c27a"})", {});
    add("others' ids", "id",
        R"({"litellm_call_id":"req_3f9c27a1d04be85562c7aa10","correlation_id":"req_3f9c27a1d04be85562c7aa11",)"
        R"("x-correlation-id":"req_3f9c27a1d04be85562c7aa12","span_id":"req_3f9c27a1d04be85562c7aa13",)"
        R"("traceId":"req_3f9c27a1d04be85562c7aa14","session_id":"req_3f9c27a1d04be85562c7aa15",)"
        R"("call_id":"req_3f9c27a1d04be85562c7aa16","insertId":"req_3f9c27a1d04be85562c7aa17"})",
        {});
    add("a log's, an error's, Amazon's", "id",
        R"({"id":"log_5e1b07","err_id":"err_91","ray_id":"9c84b52ce87fbe62","X-Amzn-Trace-Id":"Root=1-67"})",
        {});
    add("a pod's state, a word of Google's", "status",
        R"({"phase":"Pending","status_text":"INVALID_ARGUMENT"})", u"529"_s);
    add("spellings of absence", "id", R"({"request_id":"None","x-request-id":"null","req_id":"-"})", {});
    add("an application's own number", "status", R"({"error_code":14})", u"529"_s);
    add("a status of the data's own", "status", R"({"data_status":404,"record_status":404})", u"529"_s);
    add("statuses of other requests", "status", R"({"expected_status_code":404,"last_statusCode":404})",
        u"529"_s);
    add("a size, a count", "status", R"({"response_size":404,"error_count":404,"httpPort":404})", u"529"_s);
    add("a record's birth", "time", R"({"record_created_at":"2026-11-03T08:14:07Z"})", time);
    add("a prompt's", "type", R"({"prompt_error_type":"overloaded_error"})", {});
    add("a request's body", "message", R"({"request_body_error_message":"Overloaded"})", {});
    add("a wait is no duration", "ms", R"({"retryInMs":512})", u"0"_s);
    add("ASP.NET's RequestId", "id", R"({"RequestId":"0HN7:00000001"})", {});
}

void SpellingsTest::areNotMistaken() {
    QFETCH(QString, fact);
    QFETCH(QJsonObject, record);
    QFETCH(QString, expected);
    QCOMPARE(read(fact, record), expected);
}

void SpellingsTest::requestIdsAreDrawnByLot_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("isId");
    for (const char* id :
         {"req_3f9c27a1d04be85562c7aa10", "req_00fd9cb8b1d79e178828f4d1", "req_011CabcDEFghiJKLmnoPQRst",
          "req_vrtx_011CSHoEeqs5C35K2UUqR7Fy", "req_bdrk_01XFDUDYJgAACzvnptvVoYEL", "req_a1b2c3d4",
          "req_9f8e7d", "req_7d2e9c7a1d04be85562c7aa103f9c27a", "req_011CabcDEFghiJKL", "req_123456789012"})
        QTest::newRow(id) << QString::fromLatin1(id) << true;
    for (const char* name :
         {"req_method", "req_timeout", "req_headers", "req_statusCode", "req_timeout_30000",
          "req_http2Stream", "req_sha256sum", "req_base64decode", "req_feedface", "req_bad400",
          "req_maxRequestBodySizeInBytes", "req_count_1234567", "req_handler_http2", "req_x1"})
        QTest::newRow(name) << QString::fromLatin1(name) << false;
}

/// In a line's own words; what is called a request-id is one whatever it looks like.
void SpellingsTest::requestIdsAreDrawnByLot() {
    QFETCH(QString, word);
    QFETCH(bool, isId);
    const auto successes = [](const QByteArray& line) {
        PipelineRun run;
        run.write(line + '\n').finish();
        return run.totals().apiSuccesses;
    };
    QCOMPARE(successes("ok claude-haiku-4-5 588ms " + word.toUtf8()), isId ? 1u : 0u);
    const QJsonObject named{{u"msg"_s, u"ok"_s}, {u"request_id"_s, word}};
    if (word.size() >= 10)
        QCOMPARE(successes(QJsonDocument(named).toJson(QJsonDocument::Compact)), 1u);
}

QTEST_GUILESS_MAIN(SpellingsTest)
#include "tst_spellings.moc"
