// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reports byte by byte, and what must hold in them whatever stands in a log.
//
// The expected files are in tests/data/report. DEROUTER_REWRITE_EXPECTED=1 writes them anew: look at the
// difference before it is committed.

#include "logfolder.h"
#include "report/eventwriter.h"
#include "report/report.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <random>

#include <functional>
#include <map>
#include <utility>

using namespace derouter;
using namespace Qt::StringLiterals;

class ReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void isAsExpected_data();
    void isAsExpected();
    void keepsItsMembersInTheContractsOrder();
    void sortsByTimeWithTheUndatedLast();
    void isValidJsonWhateverStandsInTheLog();
    void whatIsRememberedIsWrittenAsTheFirstTime();
    void readsBackFromCsv();
    void noCellIsAFormula_data();
    void noCellIsAFormula();
    void htmlHoldsNothingActive();
    void theGuidesAdviceStandsInFull();
    void aFileNameStandsAsItIs();
    void markdownHoldsNoMarkupOfTheLog();
    void saysWhenTheDeviceFails();
    void tellsOfOneMoment_data();
    void tellsOfOneMoment();
    void endsWhereItIsCancelled_data();
    void endsWhereItIsCancelled();
};

namespace {

/// A monitor that has read one file to its end.
class ReadLog {
public:
    explicit ReadLog(const QString& path) {
        QSignalSpy idle(&m_monitor, &Monitor::idle);
        m_monitor.addSource({.path = path, .format = {}, .timeZone = QTimeZone::utc()});
        if (idle.isEmpty() && !idle.wait(20'000))
            qFatal("%s is not read to its end", qPrintable(path));
    }

    QByteArray report(ReportFormat format) const {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const bool written = writeReport(format, m_monitor, out);
        return written ? out.data() : QByteArray();
    }

    QJsonObject json() const {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(report(ReportFormat::Json), &error);
        return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
    }

    const Monitor& monitor() const { return m_monitor; }

private:
    Monitor m_monitor;
};

/// A failed request of the log, with this message as it stands between the quotes of JSON.
QByteArray failure(int second, const QByteArray& message) {
    return "{\"time\":\"2026-11-03T09:00:" + QByteArray::number(second).rightJustified(2, '0') +
           "Z\",\"status\":500,\"method\":\"POST\",\"uri\":\"/v1/"
           "messages\",\"error\":{\"type\":\"api_error\","
           "\"message\":\"" +
           message + "\"}}\n";
}

/// Messages as they come in logs, and as someone would write them who means harm.
QList<QByteArray> nastyMessages() {
    return {R"(plain)",
            R"(a \"quoted\", a comma; and a \\ backslash)",
            R"(\u0000\u0007\u001b[31m bell)",
            R"(two lines\nin one)",
            "caf\xE9 \xFF\xFE in Latin-1",
            "\xF0\x9F\x98\x80 \\ud83d\\ude00 \\ud800 alone",
            R"(</td><script>alert(1)</script>)",
            R"(x\" onload=\"y)",
            R"(%1 %2 %n %%)",
            R"(=1+1)",
            R"(\u2028\u202e right to left)",
            R"('quoted')",
            R"(``` | [a](http://x) <http://y> # * _)"};
}

QByteArray nastyLog() {
    QByteArray log;
    for (const QByteArray& message : nastyMessages())
        log += failure(static_cast<int>(log.count('\n')), message);
    return log;
}

/// Reads a table by RFC 4180.
QList<QStringList> parseCsv(const QString& text) {
    QList<QStringList> rows{{QString()}};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        QString& cell = rows.last().last();
        if (quoted && c == u'"' && text.mid(i + 1, 1) == "\""_L1)
            cell += text[i++];
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u',')
            rows.last() << QString();
        else if (!quoted && c == u'\r' && text.mid(i + 1, 1) == "\n"_L1 && ++i)
            rows << QStringList{QString()};
        else
            cell += c;
    }
    rows.removeLast();
    return rows;
}

QString cellOf(const QJsonValue& value) {
    if (value.isArray()) {
        QStringList words;
        for (const QJsonValue& word : value.toArray())
            words << word.toString();
        return words.join(u' ');
    }
    return value.toVariant().toString();
}

} // namespace

void ReportTest::isAsExpected_data() {
    QTest::addColumn<ReportFormat>("format");
    QTest::newRow("expected.txt") << ReportFormat::Text;
    QTest::newRow("expected.json") << ReportFormat::Json;
    QTest::newRow("expected.jsonl") << ReportFormat::Jsonl;
    QTest::newRow("expected.csv") << ReportFormat::Csv;
    QTest::newRow("expected.html") << ReportFormat::Html;
    QTest::newRow("expected.md") << ReportFormat::Markdown;
}

void ReportTest::isAsExpected() {
    QFETCH(ReportFormat, format);
    const QString folder = QStringLiteral(DEROUTER_TEST_DATA "/report/");
    const QByteArray report = ReadLog(folder + u"requests.jsonl"_s)
                                  .report(format)
                                  .replace("derouter-monitor " DEROUTER_VERSION, "derouter-monitor VERSION");
    QFile expected(folder + QLatin1StringView(QTest::currentDataTag()));
    if (qEnvironmentVariableIntValue("DEROUTER_REWRITE_EXPECTED") == 1) {
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(report);
        return;
    }
    QVERIFY(expected.open(QIODevice::ReadOnly));
    QCOMPARE(report, expected.readAll());
}

void ReportTest::keepsItsMembersInTheContractsOrder() {
    const LogFolder folder;
    const QByteArray report = ReadLog(folder.write(u"a.log"_s, failure(1, "x"))).report(ReportFormat::Json);
    qsizetype last = -1;
    for (const char* const member : {"schema",
                                     "generator",
                                     "sources",
                                     "ledger",
                                     "state",
                                     "error",
                                     "total_requests",
                                     "api_requests",
                                     "api_successes",
                                     "failures",
                                     "sightings",
                                     "failures_by_status",
                                     "failures_by_type",
                                     "failures_by_cause",
                                     "failures_by_move",
                                     "other_requests",
                                     "other_errors_by_status",
                                     "first_time",
                                     "last_time",
                                     "per_minute",
                                     "request_ids",
                                     "events",
                                     "time",
                                     "time_quality",
                                     "status",
                                     "type",
                                     "cause",
                                     "move",
                                     "evidence",
                                     "message",
                                     "request_id",
                                     "model",
                                     "method",
                                     "path",
                                     "duration_ms",
                                     "streamed",
                                     "source",
                                     "line"}) {
        const qsizetype at = report.indexOf('"' + QByteArray(member) + "\":", last + 1);
        QVERIFY2(at > last, member);
        last = at;
    }
}

void ReportTest::sortsByTimeWithTheUndatedLast() {
    const LogFolder folder;
    const QJsonArray events =
        ReadLog(folder.write(u"a.log"_s, failure(9, "third") + failure(2, "first") + failure(2, "second")))
            .json()["events"_L1]
            .toArray();
    QStringList messages;
    for (const QJsonValue& event : events)
        messages << event["message"_L1].toString();
    QCOMPARE(messages, (QStringList{u"first"_s, u"second"_s, u"third"_s}));

    const QJsonObject undated =
        ReadLog(
            folder.write(u"b.log"_s,
                         R"({"status":503,"uri":"/v1/messages","error":{"type":"api_error","message":"m"}})"
                         "\n"))
            .json();
    QVERIFY(undated["first_time"_L1].isNull());
    QCOMPARE(undated["per_minute"_L1].toObject(), QJsonObject());
    QVERIFY(undated["events"_L1][0]["time"_L1].isNull());
}

/// Failures of few and of many kinds, long and short, over the borders of the writer's buffer.
void ReportTest::whatIsRememberedIsWrittenAsTheFirstTime() {
    std::mt19937 random(5); // NOLINT(cert-msc51-cpp): the same run each time
    const std::vector<std::string> messages{
        "Overloaded",       "Overloadee",          "",
        "a \"quoted\" one", std::string(700, 'x'), "key sk-ant-api03-" + std::string(40, 'A')};
    const std::vector<std::string> types{"", "api_error", "overloaded_error"};
    const std::vector<std::string> paths{"/v1/messages", "/v1/responses", ""};
    std::vector<SourceInfo> sources(2);
    sources[0].name = u"a.log"_s;
    sources[1].name = u"b.log"_s;
    QByteArray together;
    QByteArray apart;
    QBuffer device(&together);
    device.open(QIODevice::WriteOnly);
    {
        JsonWriter json(device);
        EventWriter writer(json);
        for (int i = 0; i < 5000; ++i) {
            const auto any = [&random](const auto& list) -> const auto& {
                return list[random() % list.size()];
            };
            ErrorEvent event;
            event.time = random() % 9 == 0 ? std::nullopt : std::optional<Microseconds>(i * 1000);
            event.timeQuality = random() % 2 ? TimeQuality::Exact : TimeQuality::Inherited;
            event.code = FailureCode{static_cast<std::uint16_t>(random() % 3 == 0 ? 0 : 500 + random() % 3)};
            event.move = random() % 2 ? WhoseMove::You : WhoseMove::Provider;
            event.evidence.status = random() % 2 == 0;
            event.cause = random() % 2 ? "upstream.overloaded" : "rate.rpm";
            event.message = any(messages);
            event.type = any(types);
            event.path = any(paths);
            event.model = random() % 2 ? "claude-sonnet-5" : "";
            event.line = static_cast<std::uint64_t>(i);
            const SourceInfo* const source = random() % 5 == 0 ? nullptr : &any(sources);
            writer.write(source, event);
            json.endDocument();
            QBuffer alone;
            alone.open(QIODevice::WriteOnly);
            JsonWriter once(alone);
            EventWriter(once).write(source, event);
            once.endDocument();
            once.flush();
            apart += alone.data();
        }
    }
    QVERIFY(together.size() > 1'000'000);
    QCOMPARE(together, apart);
    QVERIFY(!together.contains("AAAA"));
}

void ReportTest::isValidJsonWhateverStandsInTheLog() {
    const LogFolder folder;
    const ReadLog log(folder.write(u"a \"b\" %1.log"_s, nastyLog()));
    const QJsonArray events = log.json()["events"_L1].toArray();
    QCOMPARE(events.size(), nastyMessages().size());
    QCOMPARE(events[0]["source"_L1].toString(), u"a \"b\" %1.log"_s);
    QCOMPARE(events[1]["message"_L1].toString(), u"a \"quoted\", a comma; and a \\ backslash"_s);
    const QList<QByteArray> lines = log.report(ReportFormat::Jsonl).trimmed().split('\n');
    QCOMPARE(lines.size(), events.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QCOMPARE(QJsonDocument::fromJson(lines[i]).object(), events[i].toObject());
}

void ReportTest::readsBackFromCsv() {
    const LogFolder folder;
    const ReadLog log(folder.write(u"a,b.log"_s, nastyLog()));
    const QJsonArray events = log.json()["events"_L1].toArray();
    const auto rows = parseCsv(QString::fromUtf8(log.report(ReportFormat::Csv)));
    QCOMPARE(rows.size(), events.size() + 1);
    for (qsizetype row = 1; row < rows.size(); ++row) {
        QCOMPARE(rows[row].size(), rows[0].size());
        for (qsizetype column = 0; column < rows[row].size(); ++column) {
            const QString wanted = cellOf(events[row - 1][rows[0][column]]);
            const QString& cell = rows[row][column];
            QVERIFY2(cell == wanted || cell == u'\'' + wanted, qPrintable(cell));
        }
    }
}

void ReportTest::noCellIsAFormula_data() {
    QTest::addColumn<QByteArray>("message");
    for (const char* const message : {"=1+1", "+1", "-1", "@SUM(A1)", R"(\t=1)", R"(\r=1)", "\uff1d1+1",
                                      "\uff0b1", "\uff0d1", "\uff20SUM(A1)", R"(=HYPERLINK(\"http://x\"))"})
        QTest::newRow(message) << QByteArray(message);
}

void ReportTest::noCellIsAFormula() {
    QFETCH(QByteArray, message);
    const LogFolder folder;
    const auto rows = parseCsv(
        QString::fromUtf8(ReadLog(folder.write(u"=a.log"_s, failure(1, message))).report(ReportFormat::Csv)));
    for (const QString& cell : rows[1])
        QVERIFY2(cell.isEmpty() || !u"=+-@\t\r\n＝＋－＠"_s.contains(cell[0]), qPrintable(cell));
    QCOMPARE(rows[1][rows[0].indexOf(u"status"_s)], u"500"_s);
}

void ReportTest::htmlHoldsNothingActive() {
    const LogFolder folder;
    const QString page =
        QString::fromUtf8(ReadLog(folder.write(u"<b>.log"_s, nastyLog())).report(ReportFormat::Html));
    QVERIFY(page.contains(u"default-src 'none'"_s));
    QVERIFY(page.contains(u"<svg"_s));
    QVERIFY(page.contains(u"&lt;script&gt;"_s));
    static const QStringList harmless{u"html"_s, u"head"_s, u"meta"_s, u"title"_s, u"style"_s,
                                      u"body"_s, u"h1"_s,   u"h2"_s,   u"p"_s,     u"svg"_s,
                                      u"rect"_s, u"text"_s, u"span"_s, u"code"_s,  u"table"_s,
                                      u"tr"_s,   u"th"_s,   u"td"_s,   u"ul"_s,    u"li"_s};
    static const QRegularExpression tags(u"<(?!!DOCTYPE)/?([^\\s>]*)([^>]*)>"_s);
    static const QRegularExpression active(
        u"\\b(on\\w+|src|href|action|data)\\s*=|url\\(|@import|http:|https:"_s);
    for (const auto& tag : tags.globalMatch(page)) {
        QVERIFY2(harmless.contains(tag.captured(1)), qPrintable(tag.captured()));
        QVERIFY2(!active.match(tag.captured(2)).hasMatch(), qPrintable(tag.captured()));
    }
}

void ReportTest::theGuidesAdviceStandsInFull() {
    const ReadLog log(QStringLiteral(DEROUTER_TEST_DATA "/report/requests.jsonl"));
    for (const ReportFormat format : {ReportFormat::Text, ReportFormat::Markdown, ReportFormat::Html}) {
        const QByteArray report = log.report(format);
        QVERIFY2(report.contains("Authorization: Bearer sk-ant-…"), report.constData());
        QVERIFY2(!report.contains("golden0123456789"), report.constData());
    }
}

void ReportTest::aFileNameStandsAsItIs() {
    const LogFolder folder;
    const ReadLog log(folder.write(u"100%2 %1.log"_s, failure(1, "x")));
    QVERIFY(log.report(ReportFormat::Html).contains("100%2 %1.log:1"));
    QVERIFY(log.report(ReportFormat::Text).contains("100%2 %1.log: "));
}

void ReportTest::markdownHoldsNoMarkupOfTheLog() {
    const LogFolder folder;
    const QByteArray report =
        ReadLog(folder.write(u"a_b*<i>|[x](y).log"_s, failure(1, "x"))).report(ReportFormat::Markdown);
    QVERIFY2(report.contains(R"(a\_b\*\<i\>\|\[x\](y).log)"), report.constData());
}

void ReportTest::saysWhenTheDeviceFails() {
    class FullDisk final : public QIODevice {
        qint64 readData(char*, qint64) override { return -1; }
        qint64 writeData(const char*, qint64) override { return -1; }
    };
    const ReadLog log(QStringLiteral(DEROUTER_TEST_DATA "/report/requests.jsonl"));
    for (const ReportFormat format : {ReportFormat::Text, ReportFormat::Json, ReportFormat::Jsonl,
                                      ReportFormat::Csv, ReportFormat::Html, ReportFormat::Markdown}) {
        FullDisk disk;
        disk.open(QIODevice::WriteOnly);
        QVERIFY(!writeReport(format, log.monitor(), disk));
    }
}

static QByteArray written(ReportFormat format, const ReportScope& scope) {
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    return writeReport(format, scope, out) ? out.data() : QByteArray();
}

static QByteArray failures(int first, int count) {
    QByteArray lines;
    for (int i = first; i < first + count; ++i)
        lines += accessLine(i, i % 2 ? 529 : 401, "req_" + QByteArray::number(i).rightJustified(24, '0'));
    return lines;
}

static void readToTheEnd(Monitor& monitor, const QString& path) {
    QSignalSpy idle(&monitor, &Monitor::idle);
    monitor.addSource({.path = path, .format = {}, .timeZone = QTimeZone::utc()});
    QVERIFY(!idle.isEmpty() || idle.wait(20'000));
}

void ReportTest::tellsOfOneMoment_data() {
    using Change = std::function<void(Monitor&, const LogFolder&)>;
    QTest::addColumn<Change>("goesOn");
    QTest::newRow("failures come") << Change([](Monitor& monitor, const LogFolder& folder) {
        readToTheEnd(monitor, folder.write(u"b.log"_s, failures(2000, 500)));
    });
    QTest::newRow("others tell of them too") << Change([](Monitor& monitor, const LogFolder& folder) {
        readToTheEnd(monitor, folder.write(u"b.log"_s, failures(0, 1500)));
        QCOMPARE(monitor.totals().sightings, 3000u);
    });
    QTest::newRow("they are let go") << Change([](Monitor& monitor, const LogFolder& folder) {
        readToTheEnd(monitor, folder.write(u"b.log"_s, failures(2000, 20'000)));
        QVERIFY(monitor.events().firstRow() > 1500);
    });
    QTest::newRow("their log is closed")
        << Change([](Monitor& monitor, const LogFolder&) { monitor.removeSource(0); });
}

/// 1,500 failures are more than a page of them.
void ReportTest::tellsOfOneMoment() {
    using Change = std::function<void(Monitor&, const LogFolder&)>;
    QFETCH(Change, goesOn);
    const LogFolder folder;
    Monitor monitor({.mostBytes = 1024 * 1024});
    readToTheEnd(monitor, folder.write(u"a.log"_s, failures(0, 1500)));
    QCOMPARE(monitor.events().size(), 1500u);
    const ReportScope all(monitor);
    const ReportScope some(monitor, {3, 1490, 7}, u"some"_s);
    std::map<ReportFormat, std::pair<QByteArray, QByteArray>> before;
    constexpr ReportFormat formats[] = {ReportFormat::Text, ReportFormat::Json, ReportFormat::Jsonl,
                                        ReportFormat::Csv,  ReportFormat::Html, ReportFormat::Markdown};
    for (const ReportFormat format : formats)
        before[format] = {written(format, ReportScope(monitor)),
                          written(format, ReportScope(monitor, {3, 1490, 7}, u"some"_s))};
    goesOn(monitor, folder);
    for (const ReportFormat format : formats) {
        QVERIFY(!before[format].first.isEmpty());
        QCOMPARE(written(format, all), before[format].first);
        QCOMPARE(written(format, some), before[format].second);
        QVERIFY(written(format, ReportScope(monitor)) != before[format].first);
    }
}

void ReportTest::endsWhereItIsCancelled_data() {
    QTest::addColumn<ReportFormat>("format");
    QTest::newRow("JSON") << ReportFormat::Json;
    QTest::newRow("JSON lines") << ReportFormat::Jsonl;
    QTest::newRow("CSV") << ReportFormat::Csv;
}

void ReportTest::endsWhereItIsCancelled() {
    /// Cancels the report as soon as some of it is written.
    class Cancelling final : public QIODevice {
    public:
        explicit Cancelling(const ReportScope& scope)
            : m_scope(scope) {}
        int writes = 0;

    private:
        qint64 readData(char*, qint64) override { return -1; }
        qint64 writeData(const char*, qint64 size) override {
            writes += size > 0 ? 1 : 0;
            m_scope.cancel();
            return size;
        }
        const ReportScope& m_scope;
    };
    QFETCH(ReportFormat, format);
    const LogFolder folder;
    const ReadLog log(folder.write(u"a.log"_s, failures(0, 9000)));
    const ReportScope scope(log.monitor());
    Cancelling device(scope);
    device.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    QVERIFY(!writeReport(format, scope, device));
    QVERIFY2(device.writes > 0 && device.writes <= 2, "what was read, and nothing after that");
    QVERIFY2(writtenShare(format, scope) < 0.9, qPrintable(QString::number(writtenShare(format, scope))));
    QVERIFY(writtenShare(format, scope) > 0.0);
    const ReportScope whole(log.monitor());
    QVERIFY(!written(format, whole).isEmpty());
    QCOMPARE(writtenShare(format, whole), 1.0);
}

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
