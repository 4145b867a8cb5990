// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/redactor.h"
#include "secretcorpus.h"

#include <QElapsedTimer>
#include <QRegularExpression>
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
    void whatIsHiddenStaysAsItIs();
    void bytesThatAreNoTextBecomeVisible();
    void hidesEveryPlantedSecret();
    void keepsWhatOnlyLooksLikeASecret();
    void hidesPersonsWhenAsked_data();
    void hidesPersonsWhenAsked();
    void keepsWhatTellsOfNobody_data();
    void keepsWhatTellsOfNobody();
    void theSameSecretHasTheSameTag();
    void tellsWhereThePlaceholdersAre();
    void aPartHoldsWholePlaceholders();
    void aSecretIsHiddenInEveryPart();
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
    row("key behind an escaped line end", uR"(out: \nsk-ant-EXAMPLE01\n)", uR"(out: \n[API key hidden]\n)");
    row("key inside a word", u"key_sk-ant-EXAMPLE01,", u"key_[API key hidden],");
    row("key that was cut", u"used sk-ant-a", u"used [API key hidden]");
    row("key with escaped hyphens", uR"(sk\u002dant\u002dEXAMPLE01 x)", u"[API key hidden] x");
    row("key in percent", u"?q=%22sk%2Dant%2DEXAMPLE01%22", u"?q=%22[API key hidden]%22");
    row("key with colours inside", u"sk-ant-\x1b[31mEXAMPLE\x1b[0m01 x", u"[API key hidden] x");
    row("key with invisible characters inside", u"sk-a\u200bnt-EXAM\u200bPLE01 x", u"[API key hidden] x");
    row("key in base64", u"c2stYW50LUVYQU1QTEUwMQ x", u"[API key hidden] x");
    row("private key", u"a -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- b",
        u"a [private key hidden] b");
    row("key in the environment", u"ANTHROPIC_API_KEY=abcdef npm start",
        u"ANTHROPIC_API_KEY=[secret hidden] npm start");
    row("random token", uR"({"token":"a1b2c3d4e5f6a7","n":1})", uR"({"token":"[secret hidden]","n":1})");
    row("header with one scheme", u"authorization: Bearer abc123 request-id: req_1",
        u"authorization: [secret hidden] request-id: req_1");
    row("cookie inside a string", uR"("> Cookie: a=\"b\"; c=d\r\n> Host: h")",
        uR"("> Cookie: [secret hidden]\r\n> Host: h")");
    row("header in a string", uR"({"msg":"< set-cookie: a=\"b\"; Path=/","request_id":"req_1"})",
        uR"({"msg":"< set-cookie: [secret hidden]","request_id":"req_1"})");
    row("header in a string in a string", uR"({"msg":"{\"h\":\"> cookie: a=b\"}","request_id":"req_1"})",
        uR"({"msg":"{\"h\":\"> cookie: [secret hidden]","request_id":"req_1"})");
    row("header behind a string", u"\"x\" < set-cookie: a=\"b\"; c=d",
        u"\"x\" < set-cookie: [secret hidden]");
    row("header in the line behind half a string", u"\"x\n< set-cookie: a=\"b\"; c=d",
        u"\"x\n< set-cookie: [secret hidden]");
    row("user of an escaped URL", uR"("https:\/\/me:p@ss@host\/v1")",
        uR"("https:\/\/[credentials hidden]@host\/v1")");
    row("mail address in a query", u"/v1?user=jane%40example.org&x=1", u"/v1?user=[e-mail hidden]&x=1");
    row("bytes of Python", uR"(b'{"content": "a \\"b ] c\\" d", "model": "m"}')",
        uR"(b'{"content": "[prompt hidden]", "model": "m"}')");
    row("input of a validation error", u"[type=list_type, input_value={'role': 'user'}, input_type=dict]",
        u"[type=list_type, input_value=[prompt hidden], input_type=dict]");
    row("header as a pair", u"headers=[(b'x-api-key', b'abcdef'), (b'host', b'h')]",
        u"headers=[(b'x-api-key', b'[secret hidden]'), (b'host', b'h')]");
    row("header as an escaped pair", uR"(\"raw\":[\"Cookie\",\"a=b\",\"Host\",\"h\"])",
        uR"(\"raw\":[\"Cookie\",\"[secret hidden]\",\"Host\",\"h\"])");
    row("header as name and value",
        uR"({"name": "x-api-key", "value": "abcdef"},{"name":"host","value":"h"})",
        uR"({"name": "x-api-key", "value": "[secret hidden]"},{"name":"host","value":"h"})");
    row("text of a content part", uR"({"type":"text","text":"why?"})",
        uR"({"type":"text","text":"[prompt hidden]"})");
    row("text of a stream", uR"(data: {\"type\":\"text_delta\",\"text\":\"why?\"})",
        uR"(data: {\"type\":\"text_delta\",\"text\":\"[prompt hidden]\"})");
    row("key without digits behind its name", u"token: AbCdEfGhIjKlMn", u"token: [secret hidden]");
    row("short value in the environment", u"DEROUTER_KEY=ab12 run", u"DEROUTER_KEY=[secret hidden] run");
    row("key that a sentence quotes", u"Incorrect API key provided: 3f9c27a1d04be855.",
        u"Incorrect API key provided: [secret hidden].");
    row("key in percent throughout", u"?q=%73%6B%2D%61%6E%74%2D%41%42&x=1", u"?q=[API key hidden]&x=1");
    row("name behind entities", u"{&quot;x-api-key&quot;:&quot;abcdef&quot;}",
        u"{&quot;x-api-key&quot;:&quot;[secret hidden]&quot;}");
    row("key behind three layers of JSON", uR"(\\u0073k-ant-EXAMPLE01 x)", u"[API key hidden] x");
    row("key in two layers of percent", u"sk%252Dant%252DEXAMPLE01 x", u"[API key hidden] x");
    row("header in base64", u"body eC1hcGkta2V5OiBhYmNkZWZnaA== end", u"body [secret hidden] end");
    row("key with a title of the terminal inside", u"sk-ant-EXAM\x1b]0;t\x07PLE01 x", u"[API key hidden] x");
    row("key over lines", u"used sk-ant-EXAMPLE\n  01xyzABC\nHost: x", u"used [API key hidden]\nHost: x");
    row("key over lines of CRI",
        u"t stdout P sk-ant-EXAMPLE\n2026-11-03T09:00:00.1Z stdout F 01xyz next\nmore",
        u"t stdout P [API key hidden] next\nmore");
    row("signs inside a key", u"SG.abcdefghijkl.mnopqrstuvwx01.", u"[API key hidden].");
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
        {u"req_3f9c27a1d04be85562c7aa10",
         u"Requests per minute limit (60) exceeded",
         u"2026-11-03T09:14:07.532+01:00 POST /v1/messages 529 412ms",
         uR"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_3f9c27a1d04be85562c7aa10"})",
         u"claude-sonnet-4-6 gpt-5",
         u"mail support@derouter.ai",
         u"content-type: application/json",
         u"system: linux",
         u"task-force basic rules",
         u"\"content\":null",
         u"input_tokens=42",
         u"max_tokens: required",
         u"key: value",
         u"a @ b, C@ d",
         u"prompt: Field required",
         u"prompt is too long: 205011 tokens > 200000 maximum",
         u"messages.0.content: Input should be a list",
         u"Basic authentication is not supported",
         u"Unexpected token: }",
         u"risk-based disk-cache ask-me",
         u"https://api.derouter.ai/openai/v1?beta=true",
         u"idempotency-key: stainless-node-retry-1a2b3c4d5e6f",
         u"\"token\": \"req_3f9c27a1d04be85562c7aa10\"",
         u"react@18.2.0",
         uR"({"text":"APIStatusError: Overloaded","status":529})",
         u"'content-type', 'application/json'",
         u"invalid 'x-api-key', see the guide",
         u"code: ECONNREFUSEDBYPEER",
         u"key claude-sonnet-4-5-20250929",
         u"used sk-\nHost: x",
         u"100%25 of C:\\new\\table, a&amp;b",
         u"QWxsIGlzIHdlbGwgaGVyZSwgbm8gc2VjcmV0IGluIGl0"})
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

void RedactorTest::whatIsHiddenStaysAsItIs() {
    for (const QString& text :
         {u"Authorization: Bearer abcdef0123 req_1"_s, u"{\"messages\":[1],\"prompt\":\"a\"}"_s,
          u"a@b.org https://u:p@h/?key=1 Cookie: x"_s, u"sk-ant-x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0"_s}) {
        const QString once = Redactor().redact(text).text();
        QCOMPARE(Redactor().redact(once).text(), once);
    }
}

void RedactorTest::bytesThatAreNoTextBecomeVisible() {
    QCOMPARE(Redactor().redact(std::string_view("a\x1b[31m\xE9\r\n\tb")).text(),
             u"a\u241b[31m\u00e9\u240d\n\tb"_s);
}

void RedactorTest::hidesEveryPlantedSecret() {
    for (const PlantedSecret& secret : plantedSecrets()) {
        for (const QString& text : {secret.text, QString::fromUtf8(secret.record)}) {
            const QString once = Redactor().redact(text).text();
            QVERIFY2(leaksIn(once, {secret}).isEmpty(), qPrintable(secret.shape + u": "_s + once));
            QCOMPARE(Redactor().redact(once).text(), once);
        }
    }
}

/// 99 of 100 at least; request-ids always.
void RedactorTest::keepsWhatOnlyLooksLikeASecret() {
    QStringList changed;
    const QStringList texts = lookAlikes();
    for (const QString& text : texts)
        for (const auto& options : {Redactor::Options{}, Redactor::Options{.persons = true, .tags = true}}) {
            const QString clean = Redactor(options).redact(text).text();
            if (clean != text)
                changed << clean;
            QVERIFY2(!text.contains(u"req_"_s) || clean == text, qPrintable(clean));
        }
    QVERIFY2(changed.size() * 100 <= texts.size(), qPrintable(changed.join(u'\n')));
}

void RedactorTest::hidesPersonsWhenAsked_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char* name, const char16_t* text, const char16_t* clean) {
        QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(clean);
    };
    row("address", u"from 203.0.113.9:443 on", u"from [address hidden]:443 on");
    row("IPv6", u"to 2001:db8::7 on", u"to [address hidden] on");
    row("IPv6 with a port", u"[2001:db8::7]:8080", u"[[address hidden]]:8080");
    row("home folder", u"at /home/jane/app/main.py:3", u"at /home/[user hidden]/app/main.py:3");
    row("home folder of macOS", u"(/Users/jane.doe)", u"(/Users/[user hidden])");
    row("home folder of Windows", uR"("C:\\Users\\jane\\app")", uR"("C:\\Users\\[user hidden]\\app")");
    row("user", u"user=jane ok", u"user=[user hidden] ok");
    row("user in JSON", uR"({"user_id":"jane","n":1})", uR"({"user_id":"[user hidden]","n":1})");
    row("mail address", u"jane@example.org", u"[e-mail hidden]");
    row("address in percent", u"?ip=203%2E0%2E113%2E9&x=1", u"?ip=[address hidden]&x=1");
}

void RedactorTest::hidesPersonsWhenAsked() {
    QFETCH(QString, text);
    QFETCH(QString, clean);
    QCOMPARE(Redactor({.persons = true}).redact(text).text(), clean);
}

void RedactorTest::keepsWhatTellsOfNobody_data() {
    QTest::addColumn<QString>("text");
    for (const char16_t* text :
         {u"127.0.0.1:8080 and ::1 and 0.0.0.0", u"09:14:07 2026-11-03T09:14:07", u"Anthropic/Python 0.40.1",
          u"std::string a::b", u"/v1/messages?beta=true", u"\"role\":\"user\",\"n\":1", u"/home page",
          u"user: null", u"1.2.3.4.5", u"https://api.derouter.ai:443/home"})
        QTest::newRow(qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
}

void RedactorTest::keepsWhatTellsOfNobody() {
    QFETCH(QString, text);
    QCOMPARE(Redactor({.persons = true}).redact(text).text(), text);
}

void RedactorTest::theSameSecretHasTheSameTag() {
    const Redactor redactor({.tags = true});
    const auto hidden = [&](const QString& text) { return redactor.redact(text).text(); };
    const QString tagged = hidden(u"sk-ant-EXAMPLE01"_s);
    QVERIFY2(QRegularExpression(u"^\\[API key #[0-9a-f]{4} hidden\\]$"_s).match(tagged).hasMatch(),
             qPrintable(tagged));
    QCOMPARE(hidden(u"sk%2Dant%2DEXAMPLE01"_s), tagged);
    QVERIFY(hidden(u"sk-ant-EXAMPLE02"_s) != tagged || hidden(u"sk-ant-EXAMPLE03"_s) != tagged);
    const QString bearer = hidden(u"Authorization: Bearer abcdef0123"_s);
    QCOMPARE(hidden(u"x-api-key: abcdef0123"_s).sliced(11), bearer.sliced(15));
    QCOMPARE(hidden(tagged), tagged);
    QCOMPARE(hidden(u"{\"prompt\":\"why me?\"}"_s), u"{\"prompt\":\"[prompt, 7 characters hidden]\"}"_s);
}

void RedactorTest::tellsWhereThePlaceholdersAre() {
    const RedactedText text = Redactor().redact(u"a sk-ant-EXAMPLE01 b"_s) + Redactor::ownWords(u" | "_s) +
                              Redactor().redact(u"jane@example.org"_s);
    QCOMPARE(text.replaced(), 2);
    QStringList marked;
    for (const RedactedText::Placeholder& placeholder : text.placeholders())
        marked << text.text().sliced(placeholder.begin, placeholder.length);
    QCOMPARE(marked, (QStringList{u"[API key hidden]"_s, u"[e-mail hidden]"_s}));
}

void RedactorTest::aPartHoldsWholePlaceholders() {
    const RedactedText text = Redactor().redact(u"a sk-ant-EXAMPLE01\nb"_s);
    QCOMPARE(text.first(10).text(), u"a "_s);
    QCOMPARE(text.first(18).text(), u"a [API key hidden]"_s);
    QCOMPARE(text.first(18).replaced(), 1);
    QCOMPARE(text.sliced(5, 100).text(), u"\nb"_s);
    QCOMPARE(text.lines().size(), 2);
    QCOMPARE(text.lines().last().text(), u"b"_s);
    QCOMPARE(Redactor().redact(u"ab\U0001F600"_s).first(3).text(), u"ab"_s);
}

void RedactorTest::aSecretIsHiddenInEveryPart() {
    const auto parts =
        Redactor().redactParts({u"a sk-ant-EXAMPLE"_s, u"-0123456789"_s, u"abcdef b\n"_s, u"c"_s, QString()});
    QStringList texts;
    for (const RedactedText& part : parts)
        texts << part.text();
    QCOMPARE(texts, QStringList({u"a [API key hidden]"_s, u"[API key hidden]"_s, u"[API key hidden] b\n"_s,
                                 u"c"_s, QString()}));
    QCOMPARE(parts[2].placeholders().first(), (RedactedText::Placeholder{0, 16}));
}

void RedactorTest::aLongTextTakesLinearTime() {
    const QString text = u"{\"messages\":[\"\\\"@://"_s.repeated(50'000);
    QCOMPARE(Redactor().redact(text).text().isEmpty(), false);
    for (const QString& unit : {u"a-"_s,
                                u"\\"_s,
                                u"\\\""_s,
                                u"@"_s,
                                u"a@"_s,
                                u"://"_s,
                                u"sk-"_s,
                                u"key "_s,
                                u"-----BEGIN PRIVATE KEY "_s,
                                u"prompt=\"\\\\\" x"_s,
                                u"%22"_s,
                                u"\u200b"_s,
                                u"\x1b"_s,
                                u"\x1b]"_s,
                                u"\\u0041"_s,
                                u"&#45;"_s,
                                u"QUJD"_s,
                                u"QUJD-"_s,
                                u"token "_s,
                                u"\\\""_s,
                                u"/home/"_s,
                                u"user="_s,
                                u"1."_s,
                                u":"_s,
                                u"sk-ant-a1b2\n"_s}) {
        QElapsedTimer timer;
        timer.start();
        Redactor({.persons = true, .tags = true}).redact(unit.repeated(300'000 / unit.size()));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(unit));
    }
}

QTEST_GUILESS_MAIN(RedactorTest)
#include "tst_redactor.moc"
