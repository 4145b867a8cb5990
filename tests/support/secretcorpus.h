// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QRandomGenerator>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <array>

namespace derouter {

using namespace Qt::StringLiterals;

/// A secret in a record of a failed request, made up, always the same.
struct PlantedSecret {
    QString shape;      ///< how it is written and where it stands, for a test's message
    QString text;       ///< what holds it
    QStringList traces; ///< what must not come out: the secret, and the pieces and escapes it was planted in
    QString requestId;  ///< what must
    QByteArray record;  ///< a line of a log
};

namespace secretcorpus {

/// What becomes of a secret in its text.
enum class Spelling {
    Plain,
    Percent,
    Unicode,
    Entities,
    Base64,
    Colours,
    ZeroWidth,
    Nuls,
    Wrapped,
    Docker,
    Cri
};

struct Shape {
    const char* name;
    const char* text; ///< %1 is the secret
    int length;       ///< of the random part
    Spelling spelling = Spelling::Plain;
};

/// The shapes of secrets and private text, S01 to S11: keys, headers, queries, quotes, escapes, splits, cuts,
/// shapes of others, environments, prompts.
inline constexpr std::array shapes{
    Shape{"S01 api key", "used key sk-ant-api03-%1 here", 80},
    Shape{"S01 admin key", "(sk-ant-admin01-%1)", 60},
    Shape{"S01 OAuth token", "\"sk-ant-oat01-%1\"", 70},
    Shape{"S01 refresh token", "[sk-ant-ort01-%1]", 70},
    Shape{"S01 future class", "sk-ant-zzz99-%1,", 12},
    Shape{"S02 project key", "sk-proj-%1.", 48},
    Shape{"S02 service account", "<sk-svcacct-%1>", 40},
    Shape{"S02 router key", "key=sk-%1;", 40},
    Shape{"S03 bearer", "Authorization: Bearer %1", 32},
    Shape{"S03 bearer in JSON", R"({"headers":{"AUTHORIZATION":["Bearer %1"]}})", 24},
    Shape{"S03 opaque bearer", "sent with Bearer %1 yesterday", 30},
    Shape{"S03 x-api-key", "X-Api-Key: %1", 20},
    Shape{"S03 api-key", "'api-key': '%1'", 16},
    Shape{"S03 x-goog-api-key", "x-goog-api-key=%1", 16},
    Shape{"S03 cookie", "Cookie: sid=%1; theme=dark", 24},
    Shape{"S03 set-cookie", "< set-cookie: __cf=%1; Path=/", 24},
    Shape{"S03 amz token", "x-amz-security-token: %1", 60},
    Shape{"S03 basic", "Proxy-Authorization: Basic %1==", 24},
    Shape{"S04 key in a query", "GET /v1/models?key=%1 HTTP/1.1", 10},
    Shape{"S04 access_token", "https://x.example/cb?state=1&access_token=%1&z=1", 14},
    Shape{"S04 signature", "/blob?sv=1&sig=%1", 20},
    Shape{"S04 password", "grant=1&password=%1", 8},
    Shape{"S05 quoted key", "Incorrect API key provided: %1.", 24},
    Shape{"S05 quoted token", "the token %1 is expired", 20},
    Shape{"S06 nested JSON", R"({\\\"x-api-key\\\":\\\"%1\\\"})", 18},
    Shape{"S06 percent", "%22x-api-key%22%3A%22%1%22", 18},
    Shape{"S06 percent throughout", "?q=sk-ant-api03-%1", 20, Spelling::Percent},
    Shape{"S06 unicode escapes", "key sk-ant-api03-%1 used", 20, Spelling::Unicode},
    Shape{"S06 entities", "key sk-ant-api03-%1 used", 20, Spelling::Entities},
    Shape{"S06 quoted by entities", "{&quot;x-api-key&quot;:&quot;%1&quot;}", 18},
    Shape{"S06 base64", "body sk-ant-api03-%1 end", 30, Spelling::Base64},
    Shape{"S06 header in base64", "x-api-key: %1", 24, Spelling::Base64},
    Shape{"S07 colours", "key sk-ant-api03-%1 used", 30, Spelling::Colours},
    Shape{"S07 zero width", "key sk-ant-api03-%1 used", 30, Spelling::ZeroWidth},
    Shape{"S07 UTF-16 left over", "key sk-ant-api03-%1 used", 30, Spelling::Nuls},
    Shape{"S07 wrapped", "key sk-ant-api03-%1", 60, Spelling::Wrapped},
    Shape{"S07 Docker's pieces", "key sk-ant-api03-%1", 60, Spelling::Docker},
    Shape{"S07 CRI's pieces", "key sk-ant-api03-%1", 60, Spelling::Cri},
    Shape{"S08 cut", "the rest was cut: sk-ant-api03-%1", 4},
    Shape{"S09 web token", "eyJhbGciOiJIUzI1NiJ9.%1.c2ln", 40},
    Shape{"S09 private key", "-----BEGIN RSA PRIVATE KEY-----\n%1\n-----END RSA PRIVATE KEY-----", 64},
    Shape{"S09 AWS secret", "aws_secret_access_key = %1", 40},
    Shape{"S09 Google key", "AIza%1", 35},
    Shape{"S09 Slack token", "xoxb-%1", 24},
    Shape{"S09 GitHub token", "ghp_%1", 36},
    Shape{"S09 user of a URL", "proxy http://svc:%1@proxy.example:3128/ refused", 10},
    Shape{"S10 environment", "DEROUTER_KEY=%1 npm start", 6},
    Shape{"S10 random by its name", R"({"secret_token": "%1"})", 14},
    Shape{"S11 messages", R"({"messages":[{"role":"user","content":"tell me of %1"}]})", 12},
    Shape{"S11 tool arguments", R"({"name":"f","arguments":"{\"q\":\"%1\"}"})", 12},
};

class Maker {
public:
    explicit Maker(quint32 seed)
        : m_random(seed) {}

    /// Letters and digits, both of them in every half.
    QString token(int length) {
        constexpr QStringView letters = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        QString token;
        for (int i = 0; i < length; ++i)
            token += i % 3 == 1 ? QChar(u'0' + m_random.bounded(10)) : letters[m_random.bounded(52)];
        return token;
    }

    quint32 below(quint32 limit) { return m_random.bounded(limit); }

private:
    QRandomGenerator m_random;
};

inline QString hex(char16_t c, int digits) {
    return QString::number(c, 16).rightJustified(digits, u'0');
}

inline QString escapedEach(const QString& text, const QString& before, int digits, const QString& behind) {
    QString escaped;
    for (const QChar c : text)
        escaped += before + hex(c.unicode(), digits) + behind;
    return escaped;
}

inline QString insertedEvery(const QString& text, int step, const QString& what) {
    QString out;
    for (qsizetype i = 0; i < text.size(); i += step)
        out += (i > 0 ? what : QString()) + text.mid(i, step);
    return out;
}

/// What stands of a key's secret between two insertions after every tenth character.
inline QStringList piecesOf(const QString& key) {
    QStringList pieces{key};
    for (qsizetype i = 20; i + 6 <= key.size(); i += 10)
        pieces << key.mid(i, 10);
    return pieces;
}

/// The text with the secret in it, and what of it must not come out.
inline std::pair<QString, QStringList> spelled(const Shape& shape, const QString& secret) {
    const QString text = QString::fromUtf8(shape.text);
    const auto with = [&text](const QString& value) { return QString(text).replace(u"%1"_s, value); };
    const QString first = secret.first(secret.size() / 2);
    const QString second = secret.sliced(secret.size() / 2);
    const QString key = u"sk-ant-api03-"_s + secret;
    const auto withKey = [&](const QString& value) { return with(secret).replace(key, value); };
    switch (shape.spelling) {
    case Spelling::Plain:
        break;
    case Spelling::Percent: {
        const QString escaped = escapedEach(key, u"%"_s, 2, {});
        return {withKey(escaped), {secret, escaped.right(30)}};
    }
    case Spelling::Unicode: {
        QStringList traces{secret};
        for (const QString& before : {u"\\u"_s, u"\\\\u"_s, u"\\\\\\\\u"_s})
            traces << escapedEach(secret.right(6), before, 4, {});
        return {withKey(escapedEach(key, u"\\u"_s, 4, {})), traces};
    }
    case Spelling::Entities: {
        const QString escaped = escapedEach(key, u"&#x"_s, 2, u";"_s);
        return {withKey(escaped), {secret, escaped.right(30)}};
    }
    case Spelling::Base64: {
        const QString encoded = QString::fromLatin1(with(secret).toUtf8().toBase64());
        return {u"payload "_s + encoded + u" end"_s, {secret, encoded, encoded.mid(encoded.size() / 2, 16)}};
    }
    case Spelling::Colours:
        return {withKey(insertedEvery(key, 10, u"\x1b[31m"_s)), piecesOf(key)};
    case Spelling::ZeroWidth:
        return {withKey(insertedEvery(key, 10, u"\u200b"_s)), piecesOf(key)};
    case Spelling::Nuls: {
        QStringList traces{secret};
        for (const QString& nul : {QString(QChar(u'\0')), u"\u2400"_s, u"\\u0000"_s, u"\\\\u0000"_s})
            traces << insertedEvery(secret.right(8), 1, nul);
        return {withKey(insertedEvery(key, 1, QString(QChar(u'\0')))), traces};
    }
    case Spelling::Wrapped:
        return {with(first + u"\n    "_s + second), {secret, first, second}};
    case Spelling::Docker:
        return {with(first + u"\",\"stream\":\"stdout\",\"time\":\"2026-11-03T09:00:00Z\"}\n{\"log\":\""_s +
                     second + u"\\n\",\"stream\":\"stdout\"}"_s),
                {secret, first, second}};
    case Spelling::Cri:
        return {with(first + u"\n2026-11-03T09:00:00.123456789Z stdout F "_s + second),
                {secret, first, second}};
    }
    return {with(secret), {secret}};
}

/// The record of a failed request with the text somewhere in it.
inline QByteArray record(int number, const QString& id, const QString& text) {
    const QString minute = QString::number(number / 60).rightJustified(2, u'0');
    const QString second = QString::number(number % 60).rightJustified(2, u'0');
    QString message = u"Overloaded"_s;
    QJsonObject line{{u"time"_s, u"2026-11-03T09:%1:%2Z"_s.arg(minute, second)},
                     {u"status"_s, number % 2 == 0 ? 529 : 400},
                     {u"method"_s, u"POST"_s},
                     {u"uri"_s, u"/v1/messages"_s},
                     {u"model"_s, u"claude-sonnet-5"_s},
                     {u"request_id"_s, id}};
    switch (number / int(shapes.size()) % 4) {
    case 0:
    case 1:
        message = text;
        break;
    case 2:
        line.insert(u"uri"_s, u"/v1/messages?detail="_s + QString::fromLatin1(QUrl::toPercentEncoding(text)));
        break;
    default:
        message =
            u"the upstream said "_s +
            QString::fromUtf8(QJsonDocument(QJsonObject{{u"detail"_s, text}}).toJson(QJsonDocument::Compact));
        line.insert(u"request"_s, QJsonObject{{u"note"_s, text}});
        break;
    }
    line.insert(u"error"_s,
                QJsonObject{{u"type"_s, number % 2 == 0 ? u"overloaded_error"_s : u"invalid_request_error"_s},
                            {u"message"_s, message}});
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace secretcorpus

/// The traces, and how they look in a query.
inline QStringList withQueries(const QStringList& traces) {
    QStringList all = traces;
    for (const QString& trace : traces)
        all << QString::fromLatin1(QUrl::toPercentEncoding(trace));
    all.removeDuplicates();
    return all;
}

/// Each shape eight times, in messages, queries, nested JSON and members that nobody reads.
inline QList<PlantedSecret> plantedSecrets(int count = 400) {
    secretcorpus::Maker maker(20261103);
    QList<PlantedSecret> secrets;
    for (int number = 0; number < count; ++number) {
        const auto& shape = secretcorpus::shapes[std::size_t(number) % secretcorpus::shapes.size()];
        const auto [text, traces] = secretcorpus::spelled(shape, maker.token(shape.length));
        const QString id = u"req_"_s + QString::number(number + 1, 16).rightJustified(24, u'0');
        secrets.append({u"%1, number %2"_s.arg(QString::fromUtf8(shape.name)).arg(number), text,
                        withQueries(traces), id, secretcorpus::record(number, id, text)});
    }
    return secrets;
}

inline QByteArray logOf(const QList<PlantedSecret>& secrets) {
    QByteArray log;
    for (const PlantedSecret& secret : secrets)
        log += secret.record;
    return log;
}

/// The secrets of which something is in a text, for a test's message; empty when there is none.
inline QString leaksIn(const QString& text, const QList<PlantedSecret>& secrets) {
    QStringList leaks;
    for (const PlantedSecret& secret : secrets)
        for (const QString& trace : secret.traces)
            if (text.contains(trace)) {
                leaks << secret.shape + u": "_s + trace;
                break;
            }
    return leaks.join(u'\n');
}

/// Texts that look like secrets and are none.
inline QStringList lookAlikes(int count = 400) {
    static const QStringList shapes{
        u"request-id: req_%2"_s,
        u"{\"request_id\":\"req_%2\",\"model\":\"claude-sonnet-4-5-2025%3\"}"_s,
        u"2026-11-%4T09:14:07.%5Z POST /v1/messages 529 %5ms"_s,
        u"commit %2%2 deployed"_s,
        u"image sha256:%2%2%2"_s,
        u"cf-ray: %2-FRA"_s,
        u"trace_id=%2%4 span_id=%2"_s,
        u"idempotency-key: stainless-node-retry-%2"_s,
        u"message msg_01%1 of chatcmpl-%1"_s,
        u"tool call toolu_01%1 failed"_s,
        u"etag: W/\"%2\""_s,
        u"/srv/app/releases/2026%3/node_modules/undici/lib/dispatcher/client.js:%5:17"_s,
        u"max_tokens: %5, input_tokens=%5, output_tokens=%3"_s,
        u"prompt is too long: %5 tokens > 200000 maximum"_s,
        u"at AsyncIteratorPrototype%1.next (node:internal/streams:%5)"_s,
        u"task-force-%4 risk-free-%4 desk-lamp-%4"_s,
        u"Requests per minute limit (%5) exceeded"_s,
        u"session 7f3c%2 started by worker-%4"_s,
        u"Unexpected token < in JSON at position %5"_s,
        u"retrying in %4 s, attempt %4 of 10, gpt-5-mini-2025-%4"_s};
    secretcorpus::Maker maker(7);
    QStringList texts;
    for (int number = 0; number < count; ++number) {
        QString digits;
        for (int i = 0; i < 24; ++i)
            digits += QString::number(maker.below(16), 16);
        texts << QString(shapes[number % shapes.size()])
                     .replace(u"%1"_s, maker.token(22))
                     .replace(u"%2"_s, digits)
                     .replace(u"%3"_s, QString::number(1000 + maker.below(229)))
                     .replace(u"%4"_s, QString::number(10 + maker.below(20)))
                     .replace(u"%5"_s, QString::number(100 + maker.below(900)));
    }
    return texts;
}

} // namespace derouter
