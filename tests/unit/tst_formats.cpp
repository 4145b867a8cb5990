// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every sample in resources/formats is a test: what it says, and that no other format claims it.

#include "format/formatcatalog.h"
#include "format/jsonreader.h"
#include "format/recordbuilder.h"
#include "format/timeparser.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class FormatsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samplesSayWhatTheyShould_data();
    void samplesSayWhatTheyShould();
    void everyFormatHasTwoSamples();
    void readsLayoutsAsTheyStandInConfigurations_data();
    void readsLayoutsAsTheyStandInConfigurations();
    void saysWhatIsWrongWithALayout_data();
    void saysWhatIsWrongWithALayout();
};

static QJsonArray allFormats() {
    QJsonArray all;
    const QDir folder(u":/formats"_s);
    for (const QString& name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            for (const QJsonValue& format :
                 QJsonDocument::fromJson(file.readAll()).object()["formats"_L1].toArray())
                all.append(format);
    }
    return all;
}

static QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

static QJsonObject facts(const LogRecord& record) {
    QJsonObject facts;
    if (record.time)
        facts["time"_L1] =
            QDateTime::fromMSecsSinceEpoch(*record.time / 1000, Qt::UTC).toString(Qt::ISODateWithMs);
    if (record.status > 0)
        facts["status"_L1] = record.status;
    if (record.durationMicros >= 0)
        facts["duration_ms"_L1] = static_cast<double>(record.durationMicros) / 1000;
    const std::pair<const char*, std::string_view> texts[] = {
        {"type", record.errorType}, {"message", record.message}, {"request_id", record.requestId},
        {"model", record.model},    {"method", record.method},   {"path", record.path},
        {"host", record.host}};
    for (const auto& [name, value] : texts)
        if (!value.empty())
            facts[QLatin1StringView(name)] = text(value);
    return facts;
}

void FormatsTest::samplesSayWhatTheyShould_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QJsonObject>("expected");
    QTest::addColumn<QString>("sameShapeAs");
    for (const QJsonValue& format : allFormats()) {
        int number = 0;
        for (const QJsonValue& sample : format["samples"_L1].toArray())
            QTest::addRow("%s %d", qPrintable(format["name"_L1].toString()), ++number)
                << format["name"_L1].toString() << sample["line"_L1].toString().toUtf8()
                << sample["expect"_L1].toObject() << format["same_shape_as"_L1].toString();
    }
}

void FormatsTest::samplesSayWhatTheyShould() {
    QFETCH(QString, format);
    QFETCH(QByteArray, line);
    QFETCH(QJsonObject, expected);
    QFETCH(QString, sameShapeAs);
    const QByteArray padded = line + QByteArray(JsonReader::padding, ' ');
    const std::string_view view(padded.constData(), static_cast<std::size_t>(line.size()));
    TimeParser times(QTimeZone::utc());
    RecordBuilder builder(times);
    JsonReader json;
    const FormatCatalog& catalog = FormatCatalog::builtIn();
    const bool isJson = view.starts_with('{');
    if (isJson) {
        QCOMPARE(json.read(view, builder), JsonReader::Outcome::Read);
        QCOMPARE(facts(builder.finish()), expected);
        QCOMPARE(catalog.dialectOf(json.describe(view)), format);
    }
    QHash<QString, QString> sameShape;
    for (const QJsonValue& each : allFormats())
        sameShape.insert(each["name"_L1].toString(), each["same_shape_as"_L1].toString());
    for (const NamedLayout& layout : catalog.layouts()) {
        const bool claimed = layout.layout.scan(view, builder);
        if (layout.name == format) {
            QVERIFY(claimed);
            QCOMPARE(facts(builder.finish()), expected);
        } else if (layout.name != sameShapeAs && sameShape.value(layout.name) != format) {
            QVERIFY2(!claimed, qPrintable(layout.name + u" claims a sample of "_s + format));
        }
    }
}

void FormatsTest::everyFormatHasTwoSamples() {
    for (const QJsonValue& format : allFormats()) {
        QVERIFY2(format["samples"_L1].toArray().size() >= 2, qPrintable(format["name"_L1].toString()));
        QVERIFY(!format["description"_L1].toString().isEmpty());
    }
}

void FormatsTest::readsLayoutsAsTheyStandInConfigurations_data() {
    QTest::addColumn<QByteArray>("layout");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("id");
    QTest::newRow("nginx, several lines")
        << QByteArray("log_format llm escape=default '$remote_addr [$time_iso8601] \"$request\" '\n"
                      "               '$status up=$upstream_status rt=$request_time '\n"
                      "               'reqid=$upstream_http_request_id';")
        << QByteArray(
               R"(192.0.2.7 [2026-11-03T09:14:07+01:00] "POST /v1/messages HTTP/1.1" 503 up=502, 503 rt=0.351 reqid=req_3f9c27a1d04be85562c7aa10)")
        << 503 << u"req_3f9c27a1d04be85562c7aa10"_s;
    QTest::newRow("nginx, no id")
        << QByteArray("$time_local|$request_method|$request_uri|$status|$sent_http_request_id")
        << QByteArray("03/Nov/2026:09:14:07 +0100|POST|/v1/messages|529|-") << 529 << QString();
    QTest::newRow("nginx, braces") << QByteArray("${msec} ${status}x ${request}")
                                   << QByteArray("1793693647.532 429x POST /v1/messages HTTP/1.1") << 429
                                   << QString();
    QTest::newRow("Apache with a header")
        << QByteArray(R"(LogFormat "%h %l %u %t \"%r\" %>s %b %D \"%{request-id}o\"" derouter)")
        << QByteArray(
               R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 402 97 412337 "req_3f9c27a1d04be85562c7aa10")")
        << 402 << u"req_3f9c27a1d04be85562c7aa10"_s;
}

void FormatsTest::readsLayoutsAsTheyStandInConfigurations() {
    QFETCH(QByteArray, layout);
    QFETCH(QByteArray, line);
    QFETCH(int, status);
    QFETCH(QString, id);
    const auto compiled =
        AccessLayout::compile({layout.constData(), static_cast<std::size_t>(layout.size())});
    QVERIFY(compiled.ok());
    TimeParser times(QTimeZone::utc());
    RecordBuilder builder(times);
    QVERIFY(compiled.value().scan({line.constData(), static_cast<std::size_t>(line.size())}, builder));
    const LogRecord& record = builder.finish();
    QCOMPARE(record.status, status);
    QCOMPARE(text(record.requestId), id);
    QVERIFY(record.time);
    QCOMPARE(text(record.path), u"/v1/messages"_s);
    QVERIFY(!compiled.value().scan("something else", builder));
}

void FormatsTest::saysWhatIsWrongWithALayout_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown name") << u"ngnix"_s << u"--list-formats"_s;
    QTest::newRow("no status") << u"$remote_addr $time_local"_s << u"no status"_s;
    QTest::newRow("no variables") << u"100 %"_s << u"no variables"_s;
    QTest::newRow("nothing between") << u"$time_local$status"_s << u"nothing between"_s;
}

void FormatsTest::saysWhatIsWrongWithALayout() {
    QFETCH(QString, format);
    QFETCH(QString, says);
    QVERIFY2(checkFormat(format).contains(says), qPrintable(checkFormat(format)));
}

QTEST_GUILESS_MAIN(FormatsTest)
#include "tst_formats.moc"
