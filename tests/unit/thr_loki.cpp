// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines from a Grafana Loki: each once, whatever its pages cut and whatever fails on the way, and nobody
// else's password.

#include "monitor/monitor.h"
#include "networkbed.h"
#include "source/lokisource.h"
#include "standinloki.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTest>

#include <set>

using namespace derouter;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int patience = 20'000;

class LokiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }
    void init();
    void pagesLoseNothingAndRepeatNothing_data();
    void pagesLoseNothingAndRepeatNothing();
    void pagesWithLinesThatComeLate();
    void givesEachLineOnce_data();
    void givesEachLineOnce();
    void writesWhatLogcliWrites();
    void asksFromWhereItShould_data();
    void asksFromWhereItShould();
    void followsWhatComes();
    void goesOnAfterFailures_data();
    void goesOnAfterFailures();
    void endsForWhatTheUserHasToChange_data();
    void endsForWhatTheUserHasToChange();
    void givesUpWhenNotFollowed();
    void aLongFailureIsAGap();
    void waitsAsLongAsItIsAsked();
    void waitsLongerEachTime();
    void asksForLessWhenTheAnswerIsHuge();
    void manyLabelsAreLeftOut();
    void passwordsGoNowhereElse_data();
    void passwordsGoNowhereElse();
    void variablesAreForTheirServer();
    void stopsAtOnce();
    void aMonitorReadsIt();
};

namespace {

using Lines = std::vector<std::string>;

LokiSettings quickly() {
    LokiSettings settings;
    settings.poll = 20ms;
    settings.first = 20ms;
    settings.longest = 80ms;
    settings.http.silence = 10s;
    return settings;
}

qint64 nanosecondsNow() {
    return QDateTime::currentMSecsSinceEpoch() * 1'000'000;
}

/// Some lines of the last minutes, several of one nanosecond.
std::vector<StandInLoki::Line> someLines(int count) {
    std::vector<StandInLoki::Line> lines;
    const qint64 begin = nanosecondsNow() - 600'000'000'000;
    for (int i = 0; i < count; ++i)
        lines.push_back(
            {begin + i / 3 * 1'000'000'007, i % 2 == 0 ? u"api"_s : u"web"_s, u"line %1"_s.arg(i)});
    return lines;
}

Lines textsOf(const Lines& lines) {
    Lines texts;
    for (const std::string& line : lines)
        texts.push_back(
            QJsonDocument::fromJson(QByteArray::fromStdString(line))[u"line"_s].toString().toStdString());
    return texts;
}

std::multiset<std::string> setOf(const Lines& lines) {
    return {lines.begin(), lines.end()};
}

std::multiset<std::string> setOf(const std::vector<StandInLoki::Line>& lines) {
    std::multiset<std::string> texts;
    for (const StandInLoki::Line& line : lines)
        texts.insert(line.text.toStdString());
    return texts;
}

std::unique_ptr<LogSource> source(const StandInLoki& loki, bool follow,
                                  const LokiSettings& settings = quickly()) {
    return std::make_unique<LokiSource>(addressSpec(loki.address(), follow), TimeRange(), settings);
}

} // namespace

void LokiTest::init() {
    for (const char* const name : {"LOKI_ADDR", "LOKI_USERNAME", "LOKI_PASSWORD", "LOKI_BEARER_TOKEN",
                                   "LOKI_ORG_ID", "LOKI_CA_CERT_PATH"})
        qunsetenv(name);
}

void LokiTest::pagesLoseNothingAndRepeatNothing_data() {
    QTest::addColumn<QList<int>>("stamps"); // of the lines, in nanoseconds
    QTest::addColumn<int>("kinds");         // how many of them differ
    QTest::newRow("F54 each its own") << QList<int>{1, 2, 3, 4, 5, 6, 7} << 100;
    QTest::newRow("F54 three of one") << QList<int>{1, 2, 2, 2, 3, 4, 4, 4, 5} << 100;
    QTest::newRow("F54 all of one") << QList<int>{5, 5, 5, 5, 5, 5, 5} << 100;
    QTest::newRow("F54 the same text twice") << QList<int>{1, 2, 2, 2, 2, 3, 3, 4} << 1;
    QTest::newRow("F54 all of one and the same") << QList<int>{5, 5, 5, 5, 5} << 1;
    QTest::newRow("F54 two texts of one") << QList<int>{1, 1, 1, 1, 2, 2, 2, 2, 2, 3} << 2;
    QTest::newRow("F54 pairs") << QList<int>{1, 1, 2, 2, 3, 3, 4, 4} << 2;
    QTest::newRow("F54 none") << QList<int>{} << 1;
}

/// With pages of every size, and a server that gives up to so much more at once.
void LokiTest::pagesLoseNothingAndRepeatNothing() {
    QFETCH(QList<int>, stamps);
    QFETCH(int, kinds);
    std::vector<LokiEntry> all;
    for (int i = 0; i < stamps.size(); ++i)
        all.push_back(
            {stamps[i], i % 2 == 0 ? "{\"a\":\"1\"}" : "{\"a\":\"2\"}", QString::number(i % kinds)});
    const auto largest = static_cast<int>(stamps.size()) + 1;
    for (int page = 1; page <= largest; ++page)
        for (int most = page; most <= largest; ++most) {
            LokiPages pages(0, {.page = page, .most = most, .overlap = 2});
            std::vector<std::int64_t> given;
            bool mayLack = false;
            int asked = 0;
            for (int sweep = 0; sweep < 2; ++sweep) // the second finds nothing new
                for (pages.beginSweep(100); !pages.isSwept();) {
                    const auto request = pages.next();
                    std::vector<LokiEntry> answer;
                    for (const LokiEntry& entry : all)
                        if (entry.nanoseconds >= request.from && entry.nanoseconds < request.to &&
                            answer.size() < std::size_t(request.lines))
                            answer.push_back(entry);
                    const auto taken = pages.take(answer);
                    QVERIFY(taken);
                    for (const LokiEntry& entry : taken->entries)
                        given.push_back(entry.nanoseconds);
                    mayLack = mayLack || taken->mayLack;
                    QVERIFY(++asked < 200);
                }
            if (!mayLack) {
                QVERIFY2(
                    given == std::vector<std::int64_t>(stamps.begin(), stamps.end()),
                    qPrintable(u"pages of %1 up to %2: %3 lines"_s.arg(page).arg(most).arg(given.size())));
                continue;
            }
            qsizetype crowd = 0; // the most lines of one nanosecond
            for (const int stamp : stamps)
                crowd = std::max(crowd, stamps.count(stamp));
            QVERIFY2(most <= crowd, "it says that lines may be missing, and has them all");
        }
}

/// A collector brought some of an older stamp than others that are known.
void LokiTest::pagesWithLinesThatComeLate() {
    LokiPages pages(0, {.page = 10, .most = 10, .overlap = 5});
    pages.beginSweep(20);
    QCOMPARE(pages.take({{7, "{}", u"a"_s}, {9, "{}", u"b"_s}})->entries.size(), 2u);
    QVERIFY(pages.isSwept());
    pages.beginSweep(30);
    QCOMPARE(pages.next().from, 4);
    const auto page =
        pages.take({{5, "{}", u"late"_s}, {7, "{}", u"a"_s}, {9, "{}", u"b"_s}, {9, "{}", u"b"_s}});
    QCOMPARE(page->entries.size(), 2u);
    QCOMPARE(page->entries[0].text, u"late"_s);
    QCOMPARE(page->entries[1].text, u"b"_s); // it is there twice now
    pages.beginSweep(40);
    QVERIFY(!pages.take({{3, "{}", u"not asked for"_s}}));
    QVERIFY(!pages.take({{40, "{}", u"nor that"_s}}));
}

void LokiTest::givesEachLineOnce_data() {
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("most"); // of the server
    QTest::addColumn<bool>("lacks");
    for (const int page : {1, 2, 3, 4, 7, 30, 31, 100})
        QTest::addRow("F54 pages of %d", page) << page << 5000 << false;
    QTest::newRow("F54 a server that gives four at once") << 100 << 4 << false;
    QTest::newRow("F54 a server that gives two at once") << 2 << 2 << true;
}

void LokiTest::givesEachLineOnce() {
    QFETCH(int, page);
    QFETCH(int, most);
    QFETCH(bool, lacks);
    StandInLoki loki;
    loki.lines = someLines(30);
    loki.most = most;
    LokiSettings settings = quickly();
    settings.pages.page = page;
    SourceReading reading(source(loki, false, settings));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
    QCOMPARE(reading.error(), QString());
    QCOMPARE(reading.gapCount() > 0, lacks);
    const auto texts = setOf(textsOf(reading.lines()));
    QCOMPARE(texts.size(), lacks ? 20u : 30u);
    QCOMPARE(texts == setOf(loki.lines), !lacks);
    if (lacks)
        QCOMPARE(reading.gap(),
                 u"loki+http://127.0.0.1:%1 gives no more than 2 lines of one nanosecond; some may be "
                 "missing."_s.arg(loki.port()));
}

/// The nanoseconds stay what they are, beyond what a floating number can hold.
void LokiTest::writesWhatLogcliWrites() {
    LokiEntry entry{1793693647532114533, "{\"app\":\"api\"}", u"a \"b\"\n\u00e4 \U0001F600"_s};
    QCOMPARE(QString::fromUtf8(entry.toLine()),
             uR"({"labels":{"app":"api"},"line":"a \"b\"\n)"_s +
                 u"\u00e4 \U0001F600\",\"timestamp\":\"2026-11-03T08:14:07.532114533Z\"}\n"_s);
    entry.nanoseconds = -1;
    QVERIFY(entry.toLine().contains("\"1969-12-31T23:59:59.999999999Z\""));
    const auto answer = readLokiAnswer(StandInLoki::success(
        u"streams"_s, QJsonArray{QJsonObject{{u"stream"_s, QJsonObject{{u"b"_s, u"2"_s}, {u"a"_s, u"1"_s}}},
                                             {u"values"_s, QJsonArray{QJsonArray{u"1793693647532114533"_s,
                                                                                 u"x"_s, QJsonObject()}}}}}));
    QCOMPARE(answer.entries.size(), 1u);
    QCOMPARE(answer.entries[0].nanoseconds, 1793693647532114533);
    QCOMPARE(answer.entries[0].labels, QByteArray("{\"a\":\"1\",\"b\":\"2\"}"));
}

void LokiTest::asksFromWhereItShould_data() {
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<int>("since"); // seconds, of the range; 0 for none
    QTest::addColumn<int>("expected");
    QTest::newRow("the last hour") << QString() << 0 << 3600;
    QTest::newRow("--since") << QString() << 7200 << 7200;
    QTest::newRow("as the address says") << u"&since=15m"_s << 7200 << 900;
}

void LokiTest::asksFromWhereItShould() {
    QFETCH(QString, parameter);
    QFETCH(int, since);
    QFETCH(int, expected);
    StandInLoki loki;
    TimeRange range;
    if (since > 0)
        range.from = nanosecondsNow() / 1000 - since * microsecondsPerSecond;
    const QString address =
        loki.address().replace(u"query="_s, u"query={app=~\"a.*%2B\"} |= \"50%25\" and "_s) + parameter;
    SourceReading reading(std::make_unique<LokiSource>(addressSpec(address, false), range, quickly()));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
    QCOMPARE(loki.requests.size(), 1u);
    const StandInLoki::Request& request = loki.requests[0];
    QCOMPARE(request.url.path(), u"/loki/api/v1/query_range"_s);
    QCOMPARE(QUrlQuery(request.url).queryItemValue(u"query"_s, QUrl::FullyDecoded),
             uR"({app=~"a.*+"} |= "50%" and {app="api"})"_s);
    QCOMPARE(QUrlQuery(request.url).queryItemValue(u"direction"_s), u"forward"_s);
    const qint64 ago = (nanosecondsNow() - request.number(u"start"_s)) / 1'000'000'000;
    QVERIFY2(ago >= expected && ago < expected + 20, qPrintable(QString::number(ago)));
}

void LokiTest::followsWhatComes() {
    StandInLoki loki;
    loki.lines = someLines(30);
    LokiSettings settings = quickly();
    settings.pages.page = 7;
    SourceReading reading(source(loki, true, settings));
    QTRY_COMPARE_WITH_TIMEOUT(reading.lineCount(), 30u, patience);
    for (int i = 0; i < 5; ++i) {
        const qint64 late = nanosecondsNow() - (i % 2) * 3'000'000'000;
        loki.lines.push_back({late, u"api"_s, u"new %1"_s.arg(i)});
        loki.lines.push_back({late, u"api"_s, u"new %1"_s.arg(i)});
        QTRY_COMPARE_WITH_TIMEOUT(reading.lineCount(), std::size_t(30 + 2 * (i + 1)), patience);
    }
    const auto asked = loki.requests.size();
    QTRY_VERIFY_WITH_TIMEOUT(loki.requests.size() > asked + 3, patience); // it has looked again
    reading.stop();
    QVERIFY(setOf(textsOf(reading.lines())) == setOf(loki.lines));
    QCOMPARE(reading.gapCount(), 0u);
    QCOMPARE(reading.error(), QString());
}

using Behaviour = StandInLoki::Behaviour;
Q_DECLARE_METATYPE(Behaviour)

static Behaviour answering(int status, const QByteArray& body, const QByteArray& headers = {}) {
    return [=](QTcpSocket& socket, const StandInLoki::Request&) {
        StandInLoki::answer(socket, status, body, headers);
        return true;
    };
}

void LokiTest::goesOnAfterFailures_data() {
    QTest::addColumn<Behaviour>("behaviour");
    QTest::addColumn<QString>("sentence"); // behind the address
    QTest::newRow("F55 429 with Retry-After")
        << answering(429, "too many outstanding requests\n", "Retry-After: 0\r\n")
        << u" answers 429: too many outstanding requests. "_s;
    QTest::newRow("F55 500") << answering(500, "rpc error\nstack") << u" answers 500: rpc error. "_s;
    QTest::newRow("F55 503") << answering(503, {}) << u" answers 503. "_s;
    QTest::newRow("F55 cut in mid-body") << Behaviour([](QTcpSocket& socket, const StandInLoki::Request&) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"status\":\"success\",");
        socket.disconnectFromHost();
        return true;
    }) << u" cannot be read: "_s;
    QTest::newRow("F55 closes at once") << Behaviour([](QTcpSocket& socket, const StandInLoki::Request&) {
        socket.abort();
        return true;
    }) << u" cannot be read: "_s;
    QTest::newRow("F55 slow") << Behaviour([](QTcpSocket&, const StandInLoki::Request&) { return true; })
                              << u" did not answer in time. "_s;
    QTest::newRow("F55 slow in mid-body") << Behaviour([](QTcpSocket& socket, const StandInLoki::Request&) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"status\":");
        return true;
    }) << u" did not answer in time. "_s;
    QTest::newRow("F55 not JSON") << answering(200, "<html>Welcome</html>")
                                  << u" does not answer as a Loki does. "_s;
    const QJsonObject labels{{u"app"_s, u"api"_s}};
    const QString now = QString::number(nanosecondsNow() - 1'000'000'000);
    const std::pair<const char*, QJsonValue> wrong[] = {
        {"F55 wrong types: no list", QJsonObject()},
        {"F55 wrong types: no stream", QJsonArray{1}},
        {"F55 wrong types: no labels", QJsonArray{QJsonObject{{u"values"_s, QJsonArray()}}}},
        {"F55 wrong types: a time that is a number",
         QJsonArray{
             QJsonObject{{u"stream"_s, labels}, {u"values"_s, QJsonArray{QJsonArray{1.7e18, u"x"_s}}}}}},
        {"F55 wrong types: a time that is none",
         QJsonArray{
             QJsonObject{{u"stream"_s, labels}, {u"values"_s, QJsonArray{QJsonArray{u"1e9"_s, u"x"_s}}}}}},
        {"F55 wrong types: a line that is null",
         QJsonArray{
             QJsonObject{{u"stream"_s, labels}, {u"values"_s, QJsonArray{QJsonArray{now, QJsonValue()}}}}}},
        {"F55 another time than was asked for",
         QJsonArray{
             QJsonObject{{u"stream"_s, labels}, {u"values"_s, QJsonArray{QJsonArray{u"17"_s, u"x"_s}}}}}}};
    for (const auto& [name, result] : wrong)
        QTest::newRow(name) << answering(200, StandInLoki::success(u"streams"_s, result))
                            << u" does not answer as a Loki does. "_s;
}

/// The third page fails twice. The sentence is there meanwhile, and then every line, once.
void LokiTest::goesOnAfterFailures() {
    QFETCH(Behaviour, behaviour);
    QFETCH(QString, sentence);
    StandInLoki loki;
    loki.lines = someLines(30);
    loki.behaviour = [&](QTcpSocket& socket, const StandInLoki::Request& request) {
        const auto number = loki.requests.size();
        return number > 2 && number < 5 && behaviour(socket, request);
    };
    LokiSettings settings = quickly();
    if (QByteArray(QTest::currentDataTag()).startsWith("F55 slow"))
        settings.http.silence = 1s;
    settings.pages.page = 4;
    SourceReading reading(source(loki, true, settings));
    QTRY_COMPARE_WITH_TIMEOUT(reading.lineCount(), 30u, patience);
    QVERIFY(setOf(textsOf(reading.lines())) == setOf(loki.lines));
    QVERIFY2(reading.error().startsWith(u"loki+http://127.0.0.1:%1"_s.arg(loki.port()) + sentence),
             qPrintable(reading.error()));
    QVERIFY2(reading.error().endsWith(u"It is asked again after 1 s."_s), qPrintable(reading.error()));
    QCOMPARE(loki.requests[2].url, loki.requests[3].url); // from where it stood
    QCOMPARE(loki.requests[2].url, loki.requests[4].url);
    QTRY_COMPARE_WITH_TIMEOUT(reading.trouble(), QString(), patience);
    QCOMPARE(reading.gapCount(), 0u);
}

void LokiTest::endsForWhatTheUserHasToChange_data() {
    QTest::addColumn<Behaviour>("behaviour");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("F55 400") << answering(400, "parse error at line 1, col 6: unexpected <b>\nmore")
                             << u" answers 400: parse error at line 1, col 6: unexpected <b>."_s;
    QTest::newRow("F55 401")
        << answering(401, "no org id", "WWW-Authenticate: Basic realm=\"x\"\r\n")
        << u" answers 401: no org id. Write user:password@ before its host, or set LOKI_USERNAME "
           "and LOKI_PASSWORD."_s;
    QTest::newRow("F55 403") << answering(403, "no \033[1maccess") << u" answers 403: no \u241b[1maccess."_s;
    QTest::newRow("F55 404") << answering(404, {}) << u" answers 404."_s;
    QTest::newRow("F55 redirect")
        << answering(302, {}, "Location: http://192.0.2.7/login?token=secret\r\n")
        << u" leads to 192.0.2.7, and is not followed there: name the address itself."_s;
    QTest::newRow("F55 redirect to itself, by name")
        << answering(307, {}, "Location: http://localhost/loki\r\n")
        << u" leads to localhost, and is not followed there: name the address itself."_s;
    QTest::newRow("a metric query") << answering(200, StandInLoki::success(u"matrix"_s, QJsonArray()))
                                    << u"The query asks %1 for numbers, not for lines."_s;
}

void LokiTest::endsForWhatTheUserHasToChange() {
    QFETCH(Behaviour, behaviour);
    QFETCH(QString, sentence);
    StandInLoki loki;
    loki.behaviour = behaviour;
    SourceReading reading(source(loki, true));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
    const QString place = u"loki+http://127.0.0.1:%1"_s.arg(loki.port());
    QCOMPARE(reading.error(), sentence.contains(u"%1"_s) ? sentence.arg(place) : place + sentence);
    QCOMPARE(loki.requests.size(), 1u);
}

/// F55: also when nobody is there.
void LokiTest::givesUpWhenNotFollowed() {
    StandInLoki loki;
    loki.behaviour = answering(503, "starting");
    LokiSettings settings = quickly();
    settings.tries = 3;
    SourceReading reading(source(loki, false, settings));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
    QCOMPARE(loki.requests.size(), 3u);
    QCOMPARE(reading.error(), u"loki+http://127.0.0.1:%1 answers 503: starting."_s.arg(loki.port()));
    loki.close();
    SourceReading refused(source(loki, false, settings)); // port() is 0 now
    QTRY_VERIFY_WITH_TIMEOUT(refused.isOver(), patience);
    const QString address = u"loki+http://127.0.0.1:%1/?query={a=\"b\"}"_s.arg(freePort());
    SourceReading nobody(std::make_unique<LokiSource>(addressSpec(address, false), TimeRange(), settings));
    QTRY_VERIFY_WITH_TIMEOUT(nobody.isOver(), patience);
    QVERIFY2(nobody.error().endsWith(u" cannot be read: Connection refused."_s), qPrintable(nobody.error()));
}

/// F55: whoever could not bring his lines may bring them too late.
void LokiTest::aLongFailureIsAGap() {
    StandInLoki loki;
    loki.lines = someLines(5);
    LokiSettings settings = quickly();
    settings.pages.overlap = 100'000'000;
    SourceReading reading(source(loki, true, settings));
    QTRY_VERIFY_WITH_TIMEOUT(loki.requests.size() > 2, patience);
    loki.behaviour = answering(503, {});
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY_WITH_TIMEOUT(timer.elapsed() > 400, patience);
    loki.lines.push_back({nanosecondsNow(), u"api"_s, u"after"_s});
    loki.behaviour = {};
    QTRY_COMPARE_WITH_TIMEOUT(reading.lineCount(), 6u, patience);
    QTRY_COMPARE_WITH_TIMEOUT(reading.gapCount(), 1u, patience);
    QVERIFY2(
        reading.gap().contains(u"could not be read for 1 s; lines that it was given late may be missing."_s),
        qPrintable(reading.gap()));
}

void LokiTest::waitsAsLongAsItIsAsked() { // F55
    StandInLoki loki;
    std::vector<qint64> times;
    QElapsedTimer timer;
    timer.start();
    loki.behaviour = [&](QTcpSocket& socket, const StandInLoki::Request&) {
        times.push_back(timer.elapsed());
        if (times.size() == 1)
            StandInLoki::answer(socket, 429, {}, "Retry-After: 1\r\n");
        else if (times.size() == 2)
            StandInLoki::answer(socket, 503, {},
                                "Retry-After: " +
                                    QLocale::c()
                                        .toString(QDateTime::currentDateTimeUtc().addSecs(2),
                                                  u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
                                        .toLatin1() +
                                    "\r\n");
        return times.size() <= 2;
    };
    SourceReading reading(source(loki, true));
    QTRY_VERIFY_WITH_TIMEOUT(times.size() >= 3, patience);
    QVERIFY(times[1] - times[0] >= 1000);
    QVERIFY(times[2] - times[1] >= 1000); // a date has whole seconds only
}

void LokiTest::waitsLongerEachTime() { // F55
    StandInLoki loki;
    std::vector<qint64> times;
    QElapsedTimer timer;
    timer.start();
    loki.behaviour = [&](QTcpSocket& socket, const StandInLoki::Request&) {
        times.push_back(timer.elapsed());
        StandInLoki::answer(socket, 503, {});
        return true;
    };
    LokiSettings settings = quickly();
    settings.first = 60ms;
    settings.longest = 240ms;
    SourceReading reading(source(loki, true, settings));
    QTRY_VERIFY_WITH_TIMEOUT(times.size() >= 6, patience);
    const qint64 least[] = {30, 60, 120, 120, 120}; // half of what it may be
    for (std::size_t i = 0; i < std::size(least); ++i)
        QVERIFY2(times[i + 1] - times[i] >= least[i] - 1, qPrintable(QString::number(i)));
}

void LokiTest::asksForLessWhenTheAnswerIsHuge() { // F55, B59
    StandInLoki loki;
    loki.lines = someLines(30);
    for (StandInLoki::Line& line : loki.lines)
        line.text += QString(1000, u'x');
    LokiSettings settings = quickly();
    settings.http.body = 10'000;
    SourceReading reading(source(loki, false, settings));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
    QCOMPARE(reading.error(), QString());
    QVERIFY(setOf(textsOf(reading.lines())) == setOf(loki.lines));
    settings.http.body = 500;
    SourceReading endless(source(loki, false, settings));
    QTRY_VERIFY_WITH_TIMEOUT(endless.isOver(), patience);
    QVERIFY2(endless.error().endsWith(u" answers with more than is read of one answer."_s),
             qPrintable(endless.error()));
}

void LokiTest::manyLabelsAreLeftOut() { // B59
    StandInLoki loki;
    const QByteArray labels = "{\"a\":\"" + QByteArray(100'000, 'x') + "\"}";
    loki.behaviour = [&](QTcpSocket& socket, const StandInLoki::Request& request) {
        QByteArray values;
        for (int i = 0; i < 500; ++i)
            values += "[\"" + QByteArray::number(request.number(u"end"_s) - 1'000'000 + i) + "\",\"line\"],";
        values.chop(1);
        StandInLoki::answer(
            socket, 200,
            "{\"status\":\"success\",\"data\":{\"resultType\":\"streams\",\"result\":[{\"stream\":" + labels +
                ",\"values\":[" + values + "]}]}}");
        return true;
    };
    SourceReading reading(source(loki, false));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
    QCOMPARE(reading.lineCount(), 500u);
    QVERIFY(reading.lines().front().starts_with("{\"labels\":{},\"line\":\"line\""));
    QCOMPARE(reading.gapCount(), 1u);
    QVERIFY(reading.gap().contains(u"has labels of more than 64 KiB; they were left out."_s));
}

void LokiTest::passwordsGoNowhereElse_data() {
    QTest::addColumn<QString>("address");
    QTest::newRow("B58 in the address") << u"loki+http://me:secret@192.0.2.7:3100/?query={a=\"b\"}"_s;
    QTest::newRow("B58 a user alone") << u"loki+http://me@192.0.2.7:3100/?query={a=\"b\"}"_s;
    QTest::newRow("B58 of a variable") << u"loki+http://192.0.2.7:3100/?query={a=\"b\"}"_s;
}

void LokiTest::passwordsGoNowhereElse() {
    QFETCH(QString, address);
    qputenv("LOKI_BEARER_TOKEN", "secret");
    SourceReading reading(std::make_unique<LokiSource>(addressSpec(address), TimeRange(), quickly()));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
    QCOMPARE(reading.error(),
             u"A password or token is not sent to loki+http://192.0.2.7:3100, where it could be read on "
             "the way: use loki+https."_s);
}

void LokiTest::variablesAreForTheirServer() {
    const auto sent = [](const StandInLoki& loki, const QString& user) {
        SourceReading reading(std::make_unique<LokiSource>(
            addressSpec(loki.address(u"loki+http"_s, user), false), TimeRange(), quickly()));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience); }();
        return loki.requests.back().header("Authorization") + '/' +
               loki.requests.back().header("X-Scope-OrgID");
    };
    const StandInLoki loki;
    QCOMPARE(sent(loki, {}), QByteArray("/"));
    QCOMPARE(sent(loki, u"me:pass%20word@"_s), "Basic " + QByteArray("me:pass word").toBase64() + '/');
    qputenv("LOKI_USERNAME", "you");
    qputenv("LOKI_PASSWORD", "word");
    qputenv("LOKI_ORG_ID", "tenant");
    QCOMPARE(sent(loki, {}), "Basic " + QByteArray("you:word").toBase64() + "/tenant");
    qputenv("LOKI_ADDR", "http://127.0.0.1:9999");
    QCOMPARE(sent(loki, {}), "Basic " + QByteArray("you:word").toBase64() + "/tenant");
    qputenv("LOKI_ADDR", "https://logs.example.com");
    QCOMPARE(sent(loki, {}), QByteArray("/"));
}

void LokiTest::stopsAtOnce() {
    StandInLoki loki;
    loki.behaviour = [](QTcpSocket&, const StandInLoki::Request&) { return true; };
    LokiSettings settings;
    SourceReading reading(source(loki, true, settings));
    QTRY_COMPARE_WITH_TIMEOUT(loki.requests.size(), 1u, patience);
    QElapsedTimer timer;
    timer.start();
    reading.stop();
    QVERIFY2(timer.elapsed() < 900, qPrintable(QString::number(timer.elapsed())));
}

/// The lines go the way of an export of logcli's.
void LokiTest::aMonitorReadsIt() {
    StandInLoki loki;
    loki.lines.push_back(
        {nanosecondsNow() - 1'000'000'000, u"api"_s,
         u"{\"level\":50,\"err\":{\"status\":529,\"requestID\":\"req_3f9c27a1d04be85562c7aa10\"},"
         "\"msg\":\"x\"}"_s});
    Monitor monitor;
    const SourceId id = monitor.addSource(addressSpec(loki.address(u"loki+http"_s, u"me:secret@"_s), false));
    QTRY_COMPARE_WITH_TIMEOUT(monitor.source(id)->state, SourceState::Ended, patience);
    QCOMPARE(monitor.events().size(), std::size_t(1));
    QCOMPARE(monitor.source(id)->name, u"loki+http://127.0.0.1:%1 {app=\"api\"}"_s.arg(loki.port()));
    QVERIFY(!monitor.source(id)->spec.address.contains(u"secret"_s));
}

QTEST_GUILESS_MAIN(LokiTest)
#include "thr_loki.moc"
