// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Texts of the guide from a file: they change what is said, and never what a failure is taken for.

#include "guide/errorguide.h"
#include "guide/guidefile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace derouter;
using namespace Qt::StringLiterals;

namespace {

guide::GuideFile parsed(const QByteArray& json) {
    auto file = guide::GuideFile::parse(json);
    if (!file)
        qFatal("%s", qPrintable(file.error().message));
    return file.value();
}

/// Every text of a guide's file is another one, and every wait longer.
QJsonValue reworded(const QJsonValue& value) {
    if (value.isString())
        return value.toString().isEmpty() ? u"A note."_s : u"New: "_s + value.toString();
    if (value.isArray())
        return QJsonArray{100, 200};
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        *member = reworded(*member);
    return object;
}

/// What is made of every statement that the guide's own words could decide.
QStringList readings() {
    QStringList all;
    const std::string types[] = {
        "",          "authentication_error", "billing_error", "invalid_request_error", "rate_limit_error",
        "api_error", "overloaded_error",     "none"};
    const std::string messages[] = {"",
                                    "Missing API key",
                                    "Invalid API key",
                                    "Invalid or expired token",
                                    "Insufficient balance",
                                    "API key budget ($5) exceeded",
                                    "Requests per minute limit (60) exceeded",
                                    "No providers available",
                                    "Provider auth failed",
                                    "Provider timed out",
                                    "Upstream overloaded",
                                    "Upstream server error",
                                    "prompt is too long"};
    for (const int status : {0, 200, 400, 401, 402, 404, 429, 499, 500, 502, 503, 504, 524, 529})
        for (const std::string& type : types)
            for (const std::string& message : messages) {
                const guide::Reading reading =
                    guide::read(FailureCode{static_cast<std::uint16_t>(status)}, type, message);
                all << u"%1 %2 %3: %4 %5 %6%7%8%9"_s.arg(status)
                           .arg(QString::fromStdString(type), QString::fromStdString(message),
                                QString::fromUtf8(reading.cause->id.data(),
                                                  qsizetype(reading.cause->id.size())))
                           .arg(int(reading.move))
                           .arg(reading.evidence.status)
                           .arg(reading.evidence.type)
                           .arg(reading.evidence.message)
                           .arg(reading.evidence.contradiction);
            }
    return all;
}

} // namespace

class GuideFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { guide::GuideFile().use(); }

    void theBuiltInTextsHaveAnEdition();
    void aCopyHasEveryTextAndChangesNothing();
    void aSwappedFileChangesTextsAndNoReading();
    void whatIsLeftOutStaysAsItIs();
    void waitsAreReplaced();
    void membersWithoutAPlaceAreNamed();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void filesThatCannotBeReadAreNamed();
};

void GuideFileTest::theBuiltInTextsHaveAnEdition() {
    QVERIFY(QDate::fromString(guide::edition(), Qt::ISODate).isValid());
    QCOMPARE(guide::edition(), guide::builtInEdition());
}

void GuideFileTest::aCopyHasEveryTextAndChangesNothing() {
    const QByteArray copy = guide::textsInUse();
    const guide::GuideFile file = parsed(copy);
    QCOMPARE(file.unknown(), QStringList());
    file.use();
    QCOMPARE(guide::textsInUse(), copy);
    const QJsonObject texts = QJsonDocument::fromJson(copy).object();
    QCOMPARE(texts[u"causes"_s].toObject().size(), qsizetype(guide::causes().size()));
    QCOMPARE(texts[u"codes"_s].toObject().size(), qsizetype(guide::codeRows().size()));
    QCOMPARE(texts[u"types"_s].toObject().size(), qsizetype(guide::typeRows().size()));
    QCOMPARE(texts[u"chapters"_s].toObject().size(), 8);
}

void GuideFileTest::aSwappedFileChangesTextsAndNoReading() {
    const QStringList before = readings();
    const QJsonObject other = reworded(QJsonDocument::fromJson(guide::textsInUse()).object()).toObject();
    parsed(QJsonDocument(other).toJson()).use();
    QCOMPARE(guide::edition(), u"New: "_s + guide::builtInEdition());
    for (const guide::Cause& cause : guide::causes())
        for (const guide::Text& text : {cause.name, cause.when, cause.fix, cause.retry.words, cause.note})
            QVERIFY2(text.translated().startsWith(u"New: "_s) || text.translated() == u"A note."_s,
                     qPrintable(text.translated()));
    for (const guide::CodeRow& row : guide::codeRows())
        QVERIFY(row.meaning.translated().startsWith(u"New: "_s) &&
                row.quickFix.translated().startsWith(u"New: "_s));
    QVERIFY(guide::sectionText(guide::Section::UpstreamIssues).translated().startsWith(u"New: "_s));
    QCOMPARE(readings(), before);
    guide::GuideFile().use();
    QCOMPARE(guide::edition(), guide::builtInEdition());
    QVERIFY(!guide::causeById("upstream.overloaded")->name.translated().startsWith(u"New: "_s));
}

void GuideFileTest::whatIsLeftOutStaysAsItIs() {
    const QString fix = guide::causeById("rate.rpm")->fix.translated();
    parsed(R"({"edition": "ours", "causes": {"rate.rpm": {"name": "  Too fast  "}}})").use();
    QCOMPARE(guide::edition(), u"ours"_s);
    QCOMPARE(guide::causeById("rate.rpm")->name.translated(), u"Too fast"_s);
    QCOMPARE(guide::causeById("rate.rpm")->name.origin, guide::Origin::Guide);
    QCOMPARE(guide::causeById("rate.rpm")->fix.translated(), fix);
    parsed(R"({"codes": {"529": {"meaning": "Busy"}}})").use(); // the other file is no longer in use
    QCOMPARE(guide::codeRow(529)->meaning.translated(), u"Busy"_s);
    QVERIFY(guide::causeById("rate.rpm")->name.translated() != u"Too fast"_s);
    QCOMPARE(guide::edition(), QString());
}

void GuideFileTest::waitsAreReplaced() {
    parsed(R"({"causes": {"upstream.overloaded": {"retryAfterSeconds": [20, 30]}}})").use();
    QCOMPARE(guide::causeById("upstream.overloaded")->retry.fromSeconds, 20);
    QCOMPARE(guide::causeById("upstream.overloaded")->retry.toSeconds, 30);
    QVERIFY(guide::causeById("upstream.overloaded")->retry.retry);
    guide::GuideFile().use();
    QCOMPARE(guide::causeById("upstream.overloaded")->retry.fromSeconds, 5);
}

void GuideFileTest::membersWithoutAPlaceAreNamed() {
    const auto file =
        parsed(R"({"codes": {"529": {"meaning": "Busy", "colour": "red"}, "530": {"meaning": "x"}},
                                 "causes": {"auth.invalid-key": {"retryAfterSeconds": [1, 2]}}, "more": 1})");
    QCOMPARE(file.unknown(), (QStringList{u"causes/auth.invalid-key/retryAfterSeconds"_s,
                                          u"codes/529/colour"_s, u"codes/530"_s, u"more"_s}));
}

void GuideFileTest::whatIsWrongIsSaid_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const QByteArray& json, const QString& part) {
        QTest::newRow(name) << json << part;
    };
    row("empty", "", u"no JSON"_s);
    row("cut", R"({"codes": {"529": {"mean)", u"no JSON"_s);
    row("a list", "[1]", u"no object"_s);
    row("another file", R"({"name": "x"})", u"none of its members"_s);
    row("a number", R"({"codes": {"529": {"meaning": 5}}})", u"codes/529/meaning"_s);
    row("no words", R"({"codes": {"529": {"meaning": "  "}}})", u"codes/529/meaning"_s);
    row("too long", R"({"codes": {"529": {"meaning": ")" + QByteArray(5000, 'x') + R"("}}})", u"4000"_s);
    row("one second", R"({"causes": {"upstream.overloaded": {"retryAfterSeconds": [5]}}})", u"seconds"_s);
    row("backwards", R"({"causes": {"upstream.overloaded": {"retryAfterSeconds": [9, 5]}}})", u"seconds"_s);
    row("half a second", R"({"causes": {"upstream.overloaded": {"retryAfterSeconds": [0.5, 5]}}})",
        u"seconds"_s);
    row("an edition that is no text", R"({"edition": 2, "codes": {"529": {"meaning": "x"}}})", u"edition"_s);
}

void GuideFileTest::whatIsWrongIsSaid() {
    QFETCH(QByteArray, json);
    QFETCH(QString, part);
    const QByteArray before = guide::textsInUse();
    const auto file = guide::GuideFile::parse(json);
    QVERIFY(!file);
    QVERIFY2(file.error().message.contains(part), qPrintable(file.error().message));
    QVERIFY(file.error().message.endsWith(u'.'));
    QCOMPARE(guide::textsInUse(), before);
}

void GuideFileTest::filesThatCannotBeReadAreNamed() {
    const QTemporaryDir folder;
    const auto path = [&](const QString& name) { return folder.filePath(name); };
    const auto write = [&](const QString& name, const QByteArray& text) {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(u"large.json"_s, QByteArray(1024 * 1024 + 1, ' ')));
    QVERIFY(write(u"wrong.json"_s, "{"));
    QVERIFY(write(u"right.json"_s, guide::textsInUse()));
    for (const QString& name : {u"missing.json"_s, u"large.json"_s, u"wrong.json"_s, u"."_s}) {
        const auto file = guide::GuideFile::read(path(name));
        QVERIFY(!file);
        QVERIFY2(file.error().message.contains(path(name)), qPrintable(file.error().message));
    }
    QVERIFY(guide::GuideFile::read(path(u"right.json"_s)));
}

QTEST_GUILESS_MAIN(GuideFileTest)
#include "tst_guidefile.moc"
