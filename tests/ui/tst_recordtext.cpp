// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordtext.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace derouter;

/// How a record is set out for people, and which headers of the answer it lists.
class RecordTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void membersStandBelowEachOther_data();
    void membersStandBelowEachOther();
    void nothingIsLeftOut_data();
    void nothingIsLeftOut();
    void whatIsSetOutStaysJson();
    void headersAreFound_data();
    void headersAreFound();
};

void RecordTextTest::membersStandBelowEachOther_data() {
    QTest::addColumn<QString>("record");
    QTest::addColumn<QString>("shown");
    QTest::newRow("JSON") << uR"({"status":529,"error":{"type":"overloaded_error","a":[]},"n":[1,2]})"_s
                          << uR"({
  "status": 529,
  "error": {
    "type": "overloaded_error",
    "a": []
  },
  "n": [
    1,
    2
  ]
})"_s;
    QTest::newRow("behind a log's own words")
        << u"12:00:01 ERROR call failed {\"a\": 1} after 2 tries"_s
        << u"12:00:01 ERROR call failed\n{\n  \"a\": 1\n}\nafter 2 tries"_s;
    QTest::newRow("JSON in a string")
        << uR"({"body":"{\"error\":{\"type\":\"api_error\"}}","ms":3})"_s << uR"({
  "body": "
    {
      "error": {
        "type": "api_error"
      }
    }
  ",
  "ms": 3
})"_s;
    QTest::newRow("a Python repr") << u"Error code: 429 - {'error': {'message': \"Don't\", 'param': None}}"_s
                                   << uR"(Error code: 429 -
{
  'error': {
    'message': "Don't",
    'param': None
  }
})"_s;
    QTest::newRow("Node's dump") << u"APIError: 529\n    at f (a.js:1:2) {\n  status: 529,\n"
                                    "  headers: Headers {\n    'request-id': 'req_1'\n  },\n"
                                    "  error: [Object],\n  at: 2026-11-28T10:00:00.000Z\n}"_s
                                 << uR"(APIError: 529
    at f (a.js:1:2)
{
  status: 529,
  headers: Headers {
    'request-id': 'req_1'
  },
  error: [Object],
  at: 2026-11-28T10:00:00.000Z
})"_s;
    QTest::newRow("cut") << uR"({"a":{"b":"c)"_s << u"{\n  \"a\": {\n    \"b\": \"c"_s;
    for (const QString& plain : {u"[error] 12#12: upstream {closed}"_s, u"a [b] {c} (d)"_s, u""_s,
                                 u"[INFO] 10.0.0.1 - - [28/Nov/2026]"_s})
        QTest::newRow(qPrintable(u"as it is: "_s + plain)) << plain << plain;
}

void RecordTextTest::membersStandBelowEachOther() {
    QFETCH(QString, record);
    QTEST(recordtext::formatted(record), "shown");
}

void RecordTextTest::nothingIsLeftOut_data() {
    QTest::addColumn<QString>("record");
    QTest::newRow("brackets that do not fit") << u"{\"a\":1}]} and {\"b\":[}{\"c\":\"}\"}"_s;
    QTest::newRow("signs alone") << u"{\"a\":::,,;=,\"b\"=>}"_s;
    QTest::newRow("a list of words") << u"{'h': Headers([('a', 'b')]), 'x': <Response [529]>}"_s;
    QTest::newRow("deep") << u"{\"a\":"_s.repeated(5000) + u"1"_s + u"}"_s.repeated(5000);
    QTest::newRow("an escape at the end") << u"{\"a\":\"\\"_s;
}

void RecordTextTest::nothingIsLeftOut() {
    QFETCH(QString, record);
    const auto bare = [](QString text) { return text.remove(u' ').remove(u'\n'); };
    // A "=" before a value becomes the colon that all members have.
    const auto alike = [&](const QString& text) {
        return bare(text).replace(u"=>"_s, u":"_s).replace(u'=', u':');
    };
    QCOMPARE(alike(recordtext::formatted(record)), alike(record));
}

void RecordTextTest::whatIsSetOutStaysJson() {
    const QByteArray record = R"({"a":[{"b":null,"c":[[],{}]},-1.5e3,true],"d":"x\"y,{[","e":{"f":"g"}})";
    const QByteArray shown = recordtext::formatted(QString::fromUtf8(record)).toUtf8();
    QVERIFY(shown.count('\n') > 10);
    QCOMPARE(QJsonDocument::fromJson(shown), QJsonDocument::fromJson(record));
}

void RecordTextTest::headersAreFound_data() {
    QTest::addColumn<QString>("record");
    QTest::addColumn<QStringList>("headers");
    const QStringList two{u"request-id=req_1"_s, u"retry-after=5"_s};
    QTest::newRow("members") << uR"({"status":529,"headers":{"request-id":"req_1","retry-after":5}})"_s
                             << two;
    QTest::newRow("of the answer, not of the request")
        << uR"({"request":{"headers":{"a":"b"}},"response":{"headers":{"request-id":"req_1","retry-after":"5"}}})"_s
        << two;
    QTest::newRow("by a longer name")
        << uR"({"req_headers":{"a":"b"},"response_headers":{"request-id":"req_1","retry-after":"5"}})"_s
        << two;
    QTest::newRow("HAR")
        << uR"({"request":{"headers":[{"name":"a","value":"b"}]},"response":{"headers":[)"
           uR"({"name":"request-id","value":"req_1"},{"name":"retry-after","value":"5"}]}})"_s
        << two;
    QTest::newRow("pairs") << uR"({"headers":[["request-id","req_1"],["retry-after","5"]]})"_s << two;
    QTest::newRow("values in lists") << uR"({"resp_headers":{"Request-Id":["req_1"]}})"_s
                                     << QStringList{u"Request-Id=req_1"_s};
    QTest::newRow("Axios") << u"AxiosError {\n  config: { headers: Object [AxiosHeaders] { Accept: 'x' } },\n"
                              "  response: { status: 529, headers: Object [AxiosHeaders] {\n"
                              "    'request-id': 'req_1',\n    'retry-after': '5' } } }"_s
                           << two;
    QTest::newRow("in a string")
        << uR"({"msg":"{\"headers\":{\"request-id\":\"req_1\",\"retry-after\":\"5\"}}"})"_s << two;
    QTest::newRow("curl -i") << u"HTTP/2 529\nrequest-id: req_1\nretry-after: 5\n\nbody: not one\n"_s << two;
    QTest::newRow("curl -v, the last answer")
        << u"> GET / HTTP/1.1\n> Accept: x\n>\n< HTTP/1.1 100 Continue\n< a: b\n<\n"
           "< HTTP/1.1 529 Overloaded\n< request-id: req_1\n< retry-after: 5\n<\n{}"_s
        << two;
    QTest::newRow("none") << uR"({"status":529,"request":{"headers":{"a":"b"}}})"_s << QStringList();
    QTest::newRow("text") << u"529 Overloaded: try again"_s << QStringList();
}

void RecordTextTest::headersAreFound() {
    QFETCH(QString, record);
    QStringList found;
    for (const recordtext::Header& header : recordtext::responseHeaders(record))
        found << header.name + u'=' + header.value;
    QTEST(found, "headers");
}

QTEST_APPLESS_MAIN(RecordTextTest)
#include "tst_recordtext.moc"
