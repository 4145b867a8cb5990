// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A small log of each program and collector in tests/data/formats, composed from their documentation. What
// must come out of each stands in expected.json; DEROUTER_REWRITE_EXPECTED=1 writes it anew, to be read
// before it is committed.

#include "pipelinerun.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class SamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sayWhatTheyShould_data();
    void sayWhatTheyShould();
    void cutsMakeNoDifference_data() { sayWhatTheyShould_data(); }
    void cutsMakeNoDifference();
    void everyByteIsAccountedFor_data() { sayWhatTheyShould_data(); }
    void everyByteIsAccountedFor();
    void whatIsOnlyQuotedDoesNotCount_data();
    void whatIsOnlyQuotedDoesNotCount();
    void whatIsOnlyQuotedDoesNotCountTogether();
    void cleanupTestCase();

private:
    QJsonObject m_expected;
    QJsonObject m_found;
};

static const QString folder = u"" DEROUTER_TEST_DATA "/formats"_s;

static QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

static QByteArray contents(const QString& name, const QString& in = folder) {
    QFile file(in + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static QJsonObject describe(const ErrorEvent& event) {
    constexpr const char* qualities[] = {"none", "exact", "zone assumed", "date assumed", "inherited"};
    QJsonObject object{{u"code"_s, text(event.code.key())},
                       {u"time_quality"_s, QLatin1StringView(qualities[static_cast<int>(event.timeQuality)])},
                       {u"cause"_s, text(event.cause)}};
    if (event.time)
        object[u"time"_s] =
            QDateTime::fromMSecsSinceEpoch(*event.time / 1000, Qt::UTC).toString(Qt::ISODateWithMs);
    const std::pair<QString, std::string_view> texts[] = {
        {u"type"_s, event.type},   {u"message"_s, event.message}, {u"request_id"_s, event.requestId},
        {u"model"_s, event.model}, {u"method"_s, event.method},   {u"path"_s, event.path}};
    for (const auto& [name, value] : texts)
        if (!value.empty())
            object[name] = text(value);
    if (event.sightings > 1)
        object[u"sightings"_s] = static_cast<int>(event.sightings);
    if (event.attempt > 0)
        object[u"attempt"_s] = event.attempt;
    if (event.reportedStatus > 0)
        object[u"reported_status"_s] = event.reportedStatus;
    return object;
}

static QJsonObject read(const QByteArray& log, qsizetype step) {
    PipelineRun run;
    // When the samples were "last written", for stamps without a date.
    run.pipeline().setReference(QDateTime(QDate(2026, 11, 3), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch() *
                                1000);
    for (qsizetype at = 0; at < log.size(); at += step)
        run.write(log.sliced(at, std::min(step, log.size() - at)));
    run.finish();
    QJsonArray failures;
    for (EventStore::Row row = 0; row < run.events().size(); ++row)
        failures.append(describe(run.events().event(row)));
    return {{u"format"_s, run.format()},
            {u"successes"_s, static_cast<int>(run.totals().apiSuccesses)},
            {u"others"_s, static_cast<int>(run.totals().otherRequests)},
            {u"not_understood"_s, static_cast<int>(run.notUnderstood())},
            {u"failures"_s, failures}};
}

void SamplesTest::initTestCase() {
    m_expected = QJsonDocument::fromJson(contents(u"expected.json"_s)).object();
}

void SamplesTest::sayWhatTheyShould_data() {
    QTest::addColumn<QString>("name");
    const QStringList names = QDir(folder).entryList(QDir::Files, QDir::Name);
    QVERIFY(names.size() > 50);
    for (const QString& name : names)
        if (name != "expected.json"_L1)
            QTest::newRow(qPrintable(name)) << name;
}

void SamplesTest::sayWhatTheyShould() {
    QFETCH(QString, name);
    const QByteArray log = contents(name);
    const QJsonObject found = read(log, log.size());
    m_found[name] = found;
    if (qEnvironmentVariableIsSet("DEROUTER_REWRITE_EXPECTED"))
        return;
    QCOMPARE(QJsonDocument(found).toJson(), QJsonDocument(m_expected[name].toObject()).toJson());
}

void SamplesTest::cutsMakeNoDifference() {
    QFETCH(QString, name);
    const QByteArray log = contents(name);
    QCOMPARE(QJsonDocument(read(log, 7)).toJson(), QJsonDocument(read(log, log.size())).toJson());
}

void SamplesTest::everyByteIsAccountedFor() {
    QFETCH(QString, name);
    const QByteArray log = contents(name);
    PipelineRun run;
    run.write(log).finish();
    QCOMPARE(run.ledger().bytesRead(), static_cast<std::uint64_t>(log.size()));
    QCOMPARE(run.ledger().bytesInPartial, 0u);
}

static const QString decoys = u"" DEROUTER_TEST_DATA "/decoys"_s;

/// The counts of a log of decoys: none failed; requests only where the file holds such.
static QByteArray countsOf(const QByteArray& log, qsizetype step) {
    const QJsonObject found = read(log, step);
    return QByteArray::number(found[u"failures"_s].toArray().size()) + " failures, " +
           QByteArray::number(found[u"successes"_s].toInt()) + " successes";
}

/// Each line of tests/data/decoys speaks of errors, their codes or their ids, and reports no failed request;
/// those of successful-requests.log report one that went well, the others none at all.
void SamplesTest::whatIsOnlyQuotedDoesNotCount_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
    for (const QString& name : QDir(decoys).entryList(QDir::Files, QDir::Name)) {
        const int successes = name == "successful-requests.log"_L1 ? 1 : 0;
        int number = 0;
        for (const QByteArray& line : contents(name, decoys).split('\n'))
            QTest::addRow("%s %d", qPrintable(name), ++number)
                << line << "0 failures, " + QByteArray::number(line.isEmpty() ? 0 : successes) + " successes";
    }
}

void SamplesTest::whatIsOnlyQuotedDoesNotCount() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, expected);
    QCOMPARE(countsOf(line + '\n', 1 << 20), expected);
}

/// Nor do they together, where a line may be taken for part of the record before it.
void SamplesTest::whatIsOnlyQuotedDoesNotCountTogether() {
    qsizetype lines = 0;
    for (const QString& name : QDir(decoys).entryList(QDir::Files, QDir::Name)) {
        const QByteArray log = contents(name, decoys);
        const qsizetype count = log.count('\n');
        lines += count;
        const qsizetype successes = name == "successful-requests.log"_L1 ? count : 0;
        QCOMPARE(countsOf(log, log.size()), "0 failures, " + QByteArray::number(successes) + " successes");
    }
    QVERIFY(lines >= 200);
}

void SamplesTest::cleanupTestCase() {
    QFile file(folder + u"/expected.json"_s);
    if (qEnvironmentVariableIsSet("DEROUTER_REWRITE_EXPECTED") && file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(m_found).toJson());
}

QTEST_GUILESS_MAIN(SamplesTest)
#include "tst_samples.moc"
