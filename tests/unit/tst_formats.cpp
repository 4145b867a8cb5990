// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every sample in resources/formats is a test: what it says, and that no other format claims it.

#include "format/formatcatalog.h"
#include "format/jsonreader.h"
#include "format/recordbuilder.h"
#include "format/terminalescapes.h"
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
    if (record.answeredBy != AnsweredBy::Unstated)
        facts["answered_by"_L1] = record.answeredBy == AnsweredBy::Nobody ? u"nobody"_s : u"proxy"_s;
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
    for (const QJsonValue& format : allFormats()) {
        int number = 0;
        for (const QJsonValue& sample : format["samples"_L1].toArray())
            QTest::addRow("%s %d", qPrintable(format["name"_L1].toString()), ++number)
                << format["name"_L1].toString() << sample["line"_L1].toString().toUtf8()
                << sample["expect"_L1].toObject();
    }
}

void FormatsTest::samplesSayWhatTheyShould() {
    QFETCH(QString, format);
    QFETCH(QByteArray, line);
    QFETCH(QJsonObject, expected);
    const QByteArray padded = line + QByteArray(JsonReader::padding, ' ');
    const std::string_view view(padded.constData(), static_cast<std::size_t>(line.size()));
    const std::string plain = withoutEscapes(view); // the reader of records takes colours off before it
    TimeParser times(QTimeZone::utc());
    times.setReference(1'793'707'200'000'000); // noon of the samples' day, for those without a date
    RecordBuilder builder(times);
    JsonReader json;
    const FormatCatalog& catalog = FormatCatalog::builtIn();
    const bool isJson = view.starts_with('{');
    if (isJson) {
        QCOMPARE(json.read(view, builder), JsonReader::Outcome::Read);
        QCOMPARE(facts(builder.finish()), expected);
        QCOMPARE(catalog.dialectOf(json.describe(view)), format);
    }
    QHash<QString, QString> shapes;
    for (const QJsonValue& each : allFormats()) {
        const QString name = each["name"_L1].toString();
        shapes.insert(name, each["same_shape_as"_L1].toString(name));
    }
    bool known = isJson;
    for (const NamedLayout& layout : catalog.layouts()) {
        const bool claimed = layout.scan(plain, builder);
        if (layout.name == format) {
            known = true;
            QVERIFY(claimed);
            QCOMPARE(facts(builder.finish()), expected);
        } else if (shapes[layout.name] != shapes[format]) {
            QVERIFY2(!claimed, qPrintable(layout.name + u" claims a sample of "_s + format));
        }
    }
    QVERIFY2(known, "the layout does not compile");
}

void FormatsTest::everyFormatHasTwoSamples() {
    for (const QJsonValue& format : allFormats()) {
        QVERIFY2(format["samples"_L1].toArray().size() >= 2, qPrintable(format["name"_L1].toString()));
        QVERIFY(!format["description"_L1].toString().isEmpty());
    }
}

QTEST_GUILESS_MAIN(FormatsTest)
#include "tst_formats.moc"
