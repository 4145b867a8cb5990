// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/redactor.h"

#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class RedactorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hides_data();
    void hides();
    void keeps_data();
    void keeps();
    void theSameSecretIsHiddenInEveryShape();
    void bytesThatAreNoTextBecomeVisible();
    void aLongTextTakesLinearTime();
};

void RedactorTest::hides_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char* name, const char16_t* text, const char16_t* clean) {
        QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(clean);
    };
    row("API key", u"key sk-ant-EXAMPLE-0123456789abcdef used", u"key [API key hidden] used");
    row("OpenAI key", u"sk-proj-abcDEF_0123456789.", u"[API key hidden].");
    row("bearer", u"Sending Bearer abcdef0123456789== now", u"Sending Bearer [credentials hidden] now");
    row("authorization header", u"Authorization: Bearer abcdef\nHost: x",
        u"Authorization: [secret hidden]\nHost: x");
    row("authorization in JSON", uR"({"authorization":"Bearer abcdef0123456789","status":401})",
        uR"({"authorization":"[secret hidden]","status":401})");
    row("header array", uR"({"Authorization":["Bearer abcdef"],"n":1})",
        uR"({"Authorization":[secret hidden],"n":1})");
    row("x-api-key in an inspected object", u"{ 'x-api-key': 'abcdef', status: 401 }",
        u"{ 'x-api-key': '[secret hidden]', status: 401 }");
    row("cookies", u"< set-cookie: a=b; Path=/\n< x: y", u"< set-cookie: [secret hidden]\n< x: y");
    row("query", u"GET /v1/messages?api_key=abcdef&x=1 HTTP/1.1",
        u"GET /v1/messages?api_key=[secret hidden]&x=1 HTTP/1.1");
    row("key in a query", u"GET /a?x=1&key=abcdef HTTP/1.1", u"GET /a?x=1&key=[secret hidden] HTTP/1.1");
    row("user and password in a URL", u"https://me:hunter2@proxy.local/v1",
        u"https://[credentials hidden]@proxy.local/v1");
    row("password", u"password=hunter2 ok", u"password=[secret hidden] ok");
    row("web token", u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abcDEF-123 x", u"[token hidden] x");
    row("AWS key", u"AKIAABCDEFGHIJKLMNOP", u"[API key hidden]");
    row("mail address", u"user jane.doe@example.org failed", u"user [e-mail hidden] failed");
    row("prompt", uR"({"prompt":"tell me \"why\"","status":200})",
        uR"({"prompt":"[prompt hidden]","status":200})");
    row("messages", uR"({"messages":[{"role":"user","content":"a ] } \" b"}],"model":"m"})",
        uR"({"messages":[prompt hidden],"model":"m"})");
    row("Python repr", u"{'input': 'it\\'s me', 'model': 'm'}",
        u"{'input': '[prompt hidden]', 'model': 'm'}");
    row("JSON inside JSON", uR"({"body":"{\"prompt\":\"a \\\"b\\\" c\",\"model\":\"m\"}"})",
        uR"({"body":"{\"prompt\":\"[prompt hidden]\",\"model\":\"m\"}"})");
    row("cut JSON", uR"({"content":"never ends)", uR"({"content":"[prompt hidden])");
    row("prompt in words", u"  prompt was: explain 529 to me", u"  prompt was: [prompt hidden]");
}

void RedactorTest::hides() {
    QFETCH(QString, text);
    QFETCH(QString, clean);
    const RedactedText redacted = Redactor().redact(text);
    QCOMPARE(redacted.text(), clean);
    QVERIFY(redacted.replaced() > 0);
}

void RedactorTest::keeps_data() {
    QTest::addColumn<QString>("text");
    for (
        const char16_t* text :
        {u"req_3f9c27a1d04be85562c7aa10", u"Requests per minute limit (60) exceeded",
         u"2026-11-03T09:14:07.532+01:00 POST /v1/messages 529 412ms",
         uR"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_3f9c27a1d04be85562c7aa10"})",
         u"claude-sonnet-4-6 gpt-5", u"mail support@derouter.ai", u"content-type: application/json",
         u"system: linux", u"task-force basic rules", u"\"content\":null", u"input_tokens=42",
         u"max_tokens: required", u"key: value", u"a @ b, C@ d"})
        QTest::newRow(qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
}

void RedactorTest::keeps() {
    QFETCH(QString, text);
    const RedactedText redacted = Redactor().redact(text);
    QCOMPARE(redacted.text(), text);
    QCOMPARE(redacted.replaced(), 0);
}

void RedactorTest::theSameSecretIsHiddenInEveryShape() {
    const QString secret = u"S3cr3tValue0123456789"_s;
    const QStringList shapes{u"Authorization: Bearer %1"_s,
                             u"\"authorization\": \"Bearer %1\""_s,
                             u"authorization=%1"_s,
                             u"'authorization': 'Bearer %1'"_s,
                             u"x-api-key: %1"_s,
                             u"X-API-Key=%1"_s,
                             u"\\\"x-api-key\\\":\\\"%1\\\""_s,
                             u"Cookie: session=%1; other=1"_s,
                             u"{ cookie: '%1' }"_s,
                             u"?token=%1&a=b"_s,
                             u"client_secret: %1"_s,
                             u"\"access_token\":\"%1\""_s,
                             u"Proxy-Authorization: Basic %1"_s,
                             u"https://u:%1@host/path"_s,
                             u"sk-ant-%1"_s,
                             u"\"prompt\": [\"%1\"]"_s,
                             u"\"system\":{\"text\":\"%1\"}"_s,
                             u"tools: [ { name: '%1' } ]"_s,
                             u"postData: { text: '%1' }"_s,
                             u"requestBodyValues: {\n  a: '%1'\n}"_s,
                             u"-H 'authorization: Bearer %1'"_s};
    for (const QString& shape : shapes) {
        const QString clean =
            Redactor()
                .redact(QString(u"before "_s + shape.arg(secret) + u" req_3f9c27a1d04be85562c7aa10"_s))
                .text();
        QVERIFY2(!clean.contains(secret), qPrintable(clean));
    }
}

void RedactorTest::bytesThatAreNoTextBecomeVisible() {
    QCOMPARE(Redactor().redact(std::string_view("a\x1b[31m\xE9\r\n\tb")).text(),
             u"a\u241b[31m\ufffd\u240d\n\tb"_s);
}

void RedactorTest::aLongTextTakesLinearTime() {
    const QString text = u"{\"messages\":[\"\\\"@://"_s.repeated(50'000);
    QCOMPARE(Redactor().redact(text).text().isEmpty(), false);
}

QTEST_GUILESS_MAIN(RedactorTest)
#include "tst_redactor.moc"
