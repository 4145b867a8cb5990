// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Small logs and the failures a reader must find in them: tests/data/cases. The form of a case stands at the
// beginning of embedded-bodies.txt.

#include "monitor/explain.h"
#include "pipelinerun.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

static const QString folder = u"" DEROUTER_TEST_DATA "/cases"_s;

static QByteArray orDash(std::string_view text) {
    return text.empty() ? QByteArray("-") : QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// The value of a further fact, in the words the cases use.
static QByteArray fact(const ErrorEvent& event, const QByteArray& name) {
    constexpr const char* qualities[] = {"none", "exact", "zone-assumed", "date-assumed", "inherited"};
    if (name == "message")
        return orDash(event.message);
    if (name == "cause")
        return orDash(event.cause);
    if (name == "model")
        return orDash(event.model);
    if (name == "path")
        return orDash(event.path);
    if (name == "quality")
        return qualities[static_cast<int>(event.timeQuality)];
    if (name == "time")
        return event.time ? QDateTime::fromMSecsSinceEpoch(*event.time / 1000, Qt::UTC)
                                .toString(Qt::ISODateWithMs)
                                .toUtf8()
                          : QByteArray("-");
    if (name == "reported")
        return QByteArray::number(event.reportedStatus);
    if (name == "sightings")
        return QByteArray::number(event.sightings);
    if (name == "attempt")
        return QByteArray::number(event.attempt);
    if (name == "call")
        return QByteArray::number(event.call);
    if (name == "streamed")
        return event.streamed ? (*event.streamed ? "yes" : "no") : "-";
    if (name == "ms")
        return QByteArray::number(event.durationMicros / 1000);
    return "no such fact: " + name;
}

class CasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdWhatTheySay_data();
    void holdWhatTheySay();
    void areExplained_data();
    void areExplained();
    void notesOfProxiesAreExplained_data();
    void notesOfProxiesAreExplained();
    void areManyOfEachKind();
};

struct Case {
    QByteArray name;
    QByteArray log;
    QByteArrayList expected;
};

static QList<Case> casesOf(const QString& file) {
    QFile data(folder + u'/' + file);
    if (!data.open(QIODevice::ReadOnly))
        return {};
    QList<Case> cases;
    for (const QByteArray& line : data.readAll().split('\n')) {
        if (line.startsWith("=== "))
            cases.append({line.mid(4), {}, {}});
        else if (!cases.isEmpty() && line.startsWith("=> ") && cases.back().log.isEmpty())
            cases.back().expected.append(line.mid(3));
        else if (!cases.isEmpty())
            cases.back().log += line + '\n';
    }
    for (Case& each : cases)
        while (each.log.endsWith("\n\n"))
            each.log.chop(1);
    return cases;
}

void CasesTest::holdWhatTheySay_data() {
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArrayList>("expected");
    for (const QString& file : QDir(folder).entryList(QDir::Files, QDir::Name))
        for (const Case& each : casesOf(file))
            QTest::addRow("%s: %s", qPrintable(file), each.name.constData()) << each.log << each.expected;
}

/// "code type id", and of the further facts those the case names; they stand last, each as " name=value".
static QByteArray describe(const ErrorEvent& event, const QByteArray& expected) {
    QByteArray text = QByteArray::fromStdString(event.code.key()) + ' ' + orDash(event.type) + ' ' +
                      orDash(event.requestId);
    const QByteArrayList words = expected.split(' ');
    for (const QByteArray& word : words.mid(3))
        if (const qsizetype equals = word.indexOf('='); equals > 0)
            text += ' ' + word.first(equals) + '=' + fact(event, word.first(equals));
    return text;
}

void CasesTest::holdWhatTheySay() {
    QFETCH(QByteArray, log);
    QFETCH(QByteArrayList, expected);
    QVERIFY2(!expected.isEmpty(), "a case says what is expected");
    for (const qsizetype step : {log.size(), qsizetype(5)}) {
        PipelineRun run;
        run.pipeline().setReference(QDateTime(QDate(2026, 11, 3), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch() *
                                    1000);
        for (qsizetype at = 0; at < log.size(); at += step)
            run.write(QByteArrayView(log).sliced(at, std::min(step, log.size() - at)));
        run.finish();
        QByteArrayList found;
        for (std::size_t row = 0; row < run.events().size(); ++row)
            found.append(describe(run.events().event(row), expected.value(static_cast<qsizetype>(row))));
        for (const QByteArray& line : expected) {
            if (line.startsWith("successes "))
                found.append("successes " + QByteArray::number(run.totals().apiSuccesses));
            if (line.startsWith("others "))
                found.append("others " + QByteArray::number(run.totals().otherRequests));
            if (line.startsWith("not understood "))
                found.append("not understood " + QByteArray::number(run.notUnderstood()));
        }
        if (found.isEmpty())
            found.append("nothing");
        QCOMPARE(found.join('\n'), expected.join('\n'));
    }
}

void CasesTest::areExplained_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    for (const Case& each : casesOf(u"embedded-bodies.txt"_s))
        QTest::newRow(each.name.constData()) << each.log << each.expected.value(0);
}

/// A user pastes it: the same comes out as from a log.
void CasesTest::areExplained() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto found = explain(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    QVERIFY(found.has_value());
    const QByteArray said = QByteArray::fromStdString(found->code.key()) + ' ' + orDash(found->type) + ' ' +
                            orDash(found->requestId);
    QCOMPARE(said, expected.split(' ').first(3).join(' '));
}

void CasesTest::notesOfProxiesAreExplained_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nginx got no connection")
        << QByteArray(
               R"(2026/11/03 09:14:06 [error] 29#29: *98 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.7, server: llm.local, request: "POST /v1/messages HTTP/1.1", upstream: "https://203.0.113.9:443/v1/messages", host: "llm.local")")
        << QByteArray("proxy.local connect() failed (111: Connection refused) while connecting to upstream");
    QTest::newRow("nginx refused")
        << QByteArray(
               R"(2026/11/03 09:14:06 [error] 29#29: *98 limiting requests, excess: 5.120 by zone "llm", client: 192.0.2.7, server: llm.local, request: "POST /v1/messages HTTP/1.1", host: "llm.local")")
        << QByteArray(R"(proxy.local limiting requests, excess: 5.120 by zone "llm")");
    QTest::newRow("nginx' client left")
        << QByteArray(
               R"(2026/11/03 09:14:06 [info] 29#29: *98 client prematurely closed connection, so upstream connection is closed too while reading response header from upstream, client: 192.0.2.7, server: llm.local, request: "POST /v1/messages HTTP/1.1", upstream: "https://203.0.113.9:443/v1/messages", host: "llm.local")")
        << QByteArray(
               "client.closed client prematurely closed connection, so upstream connection is closed too "
               "while reading response header from upstream");
    QTest::newRow("Apache got no answer")
        << QByteArray(
               R"([Tue Nov 03 09:14:07.532114 2026] [proxy_http:error] [pid 9:tid 11] (70007)The timeout specified has expired: [client 192.0.2.7:50112] AH01102: error reading status line from remote server api.derouter.ai:443)")
        << QByteArray(
               "proxy.local AH01102: error reading status line from remote server api.derouter.ai:443");
    QTest::newRow("a buffer")
        << QByteArray(
               R"(2026/11/03 09:14:12 [warn] 29#29: *98 a client request body is buffered to a temporary file /tmp/0000000429, client: 192.0.2.7, server: llm.local, request: "POST /v1/messages HTTP/1.1", host: "llm.local")")
        << QByteArray("nothing");
}

void CasesTest::notesOfProxiesAreExplained() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, expected);
    const auto found = explain(std::string_view(line.constData(), static_cast<std::size_t>(line.size())));
    QCOMPARE(found ? orDash(found->cause) + ' ' + orDash(found->message) : QByteArray("nothing"), expected);
}

void CasesTest::areManyOfEachKind() {
    QVERIFY(casesOf(u"embedded-bodies.txt"_s).size() >= 60);
}

QTEST_GUILESS_MAIN(CasesTest)
#include "tst_cases.moc"
