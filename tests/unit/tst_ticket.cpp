// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ticket for support, read back: every fact is in it, in each format, and nothing of a log is markup or
// another fact.

#include "pipelinerun.h"
#include "report/ticket.h"

#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

#include <map>

using namespace derouter;
using namespace Qt::StringLiterals;

class TicketTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void statesEveryFact_data();
    void statesEveryFact();
    void saysWhatTheLogDoesNotState_data();
    void saysWhatTheLogDoesNotState();
    void saysWhatKindOfFailureItIs_data();
    void saysWhatKindOfFailureItIs();
    void localTimeHasItsOffset_data();
    void localTimeHasItsOffset();
    void severalFailuresStandInShortAndInFull();
    void ofManyFailuresEveryIdIsThere();
    void tellsOfTheOtherAttempts();
    void aWholeCallHasEachAttempt();
    void findsTheHostInTheRecord_data();
    void findsTheHostInTheRecord();
    void sortsByTimeWithTheUndatedLast();
    void messagesForgeNoFacts_data();
    void messagesForgeNoFacts();
    void markdownHoldsNoMarkupOfTheLog_data();
    void markdownHoldsNoMarkupOfTheLog();
    void secretsAreMarked();
    void personsAreHiddenUnlessTold();
    void aLongMessageIsCut();
    void theMailHoldsNothingButSubjectAndBody_data();
    void theMailHoldsNothingButSubjectAndBody();
    void aLongMailIsCutAndSaysSo();
    void saysWhatToLogForAnId_data();
    void saysWhatToLogForAnId();
};

namespace {

constexpr auto formats = {TicketFormat::Text, TicketFormat::Markdown, TicketFormat::Mail};

/// 2026-11-03 09:14:07.532 UTC.
constexpr Microseconds moment = 1'793'697'247'532'000;

TicketFailure overloaded() {
    return {.time = moment,
            .timeQuality = TimeQuality::Exact,
            .code = FailureCode::http(529),
            .streamed = true,
            .durationMicros = 412'000,
            .attempt = 2,
            .attempts = 3,
            .others = {},
            .type = "overloaded_error",
            .errorCode = {},
            .message = "Overloaded",
            .requestId = "req_3f9c27a1d04be85562c7aa10",
            .model = "claude-sonnet-5",
            .method = "POST",
            .path = "/v1/messages",
            .host = "api.derouter.ai"};
}

QString textOf(const std::vector<TicketFailure>& failures, TicketFormat format,
               const QTimeZone& zone = QTimeZone::utc()) {
    return ticketText(failures, {.format = format, .zone = zone}).text();
}

/// The facts of a ticket of one failure by their names, without the marks of its format.
std::map<QString, QString> factsOf(const QString& text, TicketFormat format) {
    static const QRegularExpression plain(u"^([A-Z][\\w() -]*|error\\.\\w+): ?(.*(?:\\n  .*)*)$"_s,
                                          QRegularExpression::MultilineOption);
    static const QRegularExpression item(u"^- \\*\\*([^*]+):\\*\\* ?(.*(?:\\n  .*)*)$"_s,
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression block(u"^\\*\\*Message:\\*\\*\\n\\n(`{3,})text\\n(.*)\\n\\1$"_s,
                                          QRegularExpression::MultilineOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    const bool isMarkdown = format == TicketFormat::Markdown;
    std::map<QString, QString> facts;
    for (const auto& match : (isMarkdown ? item : plain).globalMatch(text)) {
        QString value = match.captured(2);
        if (isMarkdown && value.startsWith(u'`') && value.endsWith(u'`'))
            value = value.sliced(1, value.size() - 2);
        facts[match.captured(1)] = value;
    }
    if (const auto match = block.match(text); match.hasMatch())
        facts[u"Message"_s] = match.captured(2);
    return facts;
}

/// What the events of a log give.
class ReadText {
public:
    explicit ReadText(const QByteArray& log) { m_run.write(log).finish(); }
    const EventStore& events() const { return m_run.events(); }

private:
    PipelineRun m_run;
};

QByteArray attemptLine(int second, int attempt, const QByteArray& extra = {}) {
    return "{\"time\":\"2026-11-03T09:00:" + QByteArray::number(second).rightJustified(2, '0') +
           "Z\",\"level\":\"error\",\"status\":429,\"method\":\"POST\",\"uri\":\"/v1/"
           "messages\",\"attempt\":" +
           QByteArray::number(attempt) + ",\"model\":\"claude-sonnet-5\",\"request_id\":\"req_" +
           QByteArray::number(second).rightJustified(24, '0') + "\"" + extra +
           ",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Requests per minute limit (60) "
           "exceeded\"}}\n";
}

} // namespace

void TicketTest::statesEveryFact_data() {
    QTest::addColumn<TicketFormat>("format");
    QTest::newRow("text") << TicketFormat::Text;
    QTest::newRow("markdown") << TicketFormat::Markdown;
    QTest::newRow("mail") << TicketFormat::Mail;
}

void TicketTest::statesEveryFact() {
    QFETCH(TicketFormat, format);
    const QString text = textOf({overloaded()}, format, QTimeZone("Asia/Kolkata"));
    auto facts = factsOf(text, format);
    const std::map<QString, QString> expected{{u"Request-id"_s, u"req_3f9c27a1d04be85562c7aa10"_s},
                                              {u"Time (UTC)"_s, u"2026-11-03T09:14:07.532Z"_s},
                                              {u"Local time"_s, u"2026-11-03 14:44:07.532 +05:30"_s},
                                              {u"Code"_s, u"529"_s},
                                              {u"error.type"_s, u"overloaded_error"_s},
                                              {u"Message"_s, u"Overloaded"_s},
                                              {u"Model"_s, u"claude-sonnet-5"_s},
                                              {u"Endpoint"_s, u"POST api.derouter.ai/v1/messages"_s},
                                              {u"Streamed"_s, u"yes"_s},
                                              {u"Duration"_s, u"412 ms"_s},
                                              {u"Attempt"_s, u"2 of 3"_s}};
    for (const auto& [name, value] : expected)
        QVERIFY2(facts[name] == value, qPrintable(name + u": "_s + facts[name] + u'\n' + text));
    QVERIFY(text.contains(u"Program: DeRouter Error Monitor " DEROUTER_VERSION ""_s));
    if (format == TicketFormat::Mail)
        QVERIFY2(
            text.startsWith(u"To: support@derouter.ai\nSubject: DeRouter API error: 529 overloaded_error, "
                            "req_3f9c27a1d04be85562c7aa10\n\n"_s),
            qPrintable(text));
}

void TicketTest::saysWhatTheLogDoesNotState_data() {
    statesEveryFact_data();
}

void TicketTest::saysWhatTheLogDoesNotState() {
    QFETCH(TicketFormat, format);
    TicketFailure failure;
    failure.code = FailureCode::http(503);
    auto facts = factsOf(textOf({failure}, format), format);
    for (const QString& name : {u"Time (UTC)"_s, u"Local time"_s, u"error.type"_s, u"Message"_s, u"Model"_s,
                                u"Endpoint"_s, u"Streamed"_s})
        QCOMPARE(facts[name], u"not in the log"_s);
    QCOMPARE(facts[u"Request-id"_s], u"none, the log shows none"_s);
    QCOMPARE(facts[u"Attempt"_s], u"no other is known"_s);
    QVERIFY(!facts.contains(u"Duration"_s));
}

void TicketTest::saysWhatKindOfFailureItIs_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("reported");
    QTest::addColumn<AnsweredBy>("answeredBy");
    QTest::addColumn<TimeQuality>("quality");
    QTest::addColumn<QString>("fact");
    const auto row = [](const char* name, int code, int reported, AnsweredBy by, TimeQuality quality,
                        const QString& fact) {
        QTest::newRow(name) << code << reported << by << quality << fact;
    };
    row("no response", 0, 0, AnsweredBy::Unstated, TimeQuality::Exact, u"Code: no response"_s);
    row("in a stream", 200, 0, AnsweredBy::Unstated, TimeQuality::Exact,
        u"Code: 200, then an error inside the stream"_s);
    row("relabelled", 529, 500, AnsweredBy::Unstated, TimeQuality::Exact,
        u"Code: 529 (500 by a program in between)"_s);
    row("own proxy", 502, 0, AnsweredBy::LocalProxy, TimeQuality::Exact,
        u"Answered by: a proxy on our side, not DeRouter"_s);
    row("network", 524, 0, AnsweredBy::Network, TimeQuality::Exact,
        u"Answered by: the delivery network in front of DeRouter"_s);
    row("nobody", 499, 0, AnsweredBy::Nobody, TimeQuality::Exact,
        u"Answered by: nobody: the client went away first"_s);
    row("zone assumed", 529, 0, AnsweredBy::Unstated, TimeQuality::ZoneAssumed,
        u"Time (UTC): 2026-11-03T09:14:07.532Z (zone assumed, the log names none)"_s);
    row("date assumed", 529, 0, AnsweredBy::Unstated, TimeQuality::DateAssumed,
        u"Time (UTC): 2026-11-03T09:14:07.532Z (date assumed, the log names none)"_s);
    row("inherited", 529, 0, AnsweredBy::Unstated, TimeQuality::Inherited,
        u"Time (UTC): 2026-11-03T09:14:07.532Z (that of the line before or after)"_s);
}

void TicketTest::saysWhatKindOfFailureItIs() {
    QFETCH(int, code);
    QFETCH(int, reported);
    QFETCH(AnsweredBy, answeredBy);
    QFETCH(TimeQuality, quality);
    QFETCH(QString, fact);
    TicketFailure failure = overloaded();
    failure.code = FailureCode::http(code);
    failure.reportedStatus = reported;
    failure.answeredBy = answeredBy;
    failure.timeQuality = quality;
    const QString text = textOf({failure}, TicketFormat::Text);
    QVERIFY2(text.contains(u'\n' + fact + u'\n'), qPrintable(text));
}

void TicketTest::localTimeHasItsOffset_data() {
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("local");
    QTest::newRow("UTC") << QByteArray("UTC") << u"2026-11-03 09:14:07.532 +00:00"_s;
    QTest::newRow("west") << QByteArray("America/St_Johns") << u"2026-11-03 05:44:07.532 -03:30"_s;
    QTest::newRow("east") << QByteArray("Asia/Tokyo") << u"2026-11-03 18:14:07.532 +09:00"_s;
}

void TicketTest::localTimeHasItsOffset() {
    QFETCH(QByteArray, zone);
    QFETCH(QString, local);
    for (const TicketFormat format : formats)
        QCOMPARE(factsOf(textOf({overloaded()}, format, QTimeZone(zone)), format)[u"Local time"_s], local);
}

void TicketTest::severalFailuresStandInShortAndInFull() {
    TicketFailure second = overloaded();
    second.code = FailureCode::http(402);
    second.type = "billing_error";
    second.requestId.clear();
    second.time.reset();
    for (const TicketFormat format : formats) {
        const QString text = textOf({overloaded(), second}, format);
        const QString tick = format == TicketFormat::Markdown ? u"`"_s : QString();
        QVERIFY2(
            text.contains(u"1. "_s + tick +
                          u"req_3f9c27a1d04be85562c7aa10, 2026-11-03T09:14:07.532Z, 529 overloaded_error"_s +
                          tick + u"\n2. "_s + tick +
                          u"no request-id, time not in the log, 402 billing_error"_s + tick + u'\n'),
            qPrintable(text));
        QVERIFY2(text.contains(u"Failure 2 of 2\n"_s), qPrintable(text));
        QCOMPARE(text.count(u"claude-sonnet-5"_s), 2);
    }
    QVERIFY(textOf({overloaded(), second}, TicketFormat::Mail).contains(u"2 failed request(s)"_s));
}

void TicketTest::ofManyFailuresEveryIdIsThere() {
    std::vector<TicketFailure> failures;
    for (int i = 0; i < 300; ++i) {
        failures.push_back(overloaded());
        failures.back().requestId = "req_" + std::to_string(1'000'000 + i);
    }
    for (const TicketFormat format : formats) {
        const QString text = textOf(failures, format);
        for (const TicketFailure& failure : failures)
            QVERIFY(text.contains(QString::fromStdString(failure.requestId)));
        QVERIFY(text.contains(u"The first 20 in full:"_s));
        QCOMPARE(text.count(u"Endpoint:"_s), int(mostInFull));
    }
}

void TicketTest::tellsOfTheOtherAttempts() {
    const ReadText log(attemptLine(10, 1) + attemptLine(12, 2) + attemptLine(16, 3));
    QCOMPARE(log.events().size(), std::size_t(3));
    QVERIFY(haveOtherAttempts(log.events(), {1}));
    QVERIFY(!haveOtherAttempts(log.events(), {0, 1, 2}));
    const auto failures = ticketFailures(log.events(), {1}, false);
    QCOMPARE(failures.size(), std::size_t(1));
    for (const TicketFormat format : formats) {
        auto facts = factsOf(textOf(failures, format), format);
        QCOMPARE(facts[u"Attempt"_s], u"2 of 3"_s);
        QStringList lines = facts[u"Other failed attempts"_s].remove(u'`').remove(u"- "_s).split(u'\n');
        for (QString& line : lines)
            line = line.trimmed();
        lines.removeAll(QString());
        QCOMPARE(lines, (QStringList{u"1: 2026-11-03T09:00:10.000Z, 429, req_000000000000000000000010"_s,
                                     u"3: 2026-11-03T09:00:16.000Z, 429, req_000000000000000000000016"_s}));
    }
}

void TicketTest::aWholeCallHasEachAttempt() {
    const ReadText log(attemptLine(10, 1) + attemptLine(12, 2) + attemptLine(16, 3));
    const auto failures = ticketFailures(log.events(), {2, 2, 0}, true);
    QCOMPARE(failures.size(), std::size_t(3));
    for (const TicketFormat format : formats) {
        const QString text = textOf(failures, format);
        QVERIFY(!text.contains(u"Other failed attempts"_s));
        for (int attempt = 1; attempt <= 3; ++attempt)
            QVERIFY2(text.contains(u"%1 of 3"_s.arg(attempt)), qPrintable(text));
    }
}

void TicketTest::findsTheHostInTheRecord_data() {
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<QString>("endpoint");
    QTest::newRow("member") << QByteArray(R"(,"note":"sent to api-direct.derouter.network:443")")
                            << u"POST api-direct.derouter.network/v1/messages"_s;
    QTest::newRow("another's host") << QByteArray(R"(,"referer":"https://xapi.derouter.ai.example.org")")
                                    << u"POST /v1/messages\n  host not in the log"_s;
    QTest::newRow("none") << QByteArray() << u"POST /v1/messages\n  host not in the log"_s;
}

void TicketTest::findsTheHostInTheRecord() {
    QFETCH(QByteArray, extra);
    QFETCH(QString, endpoint);
    const ReadText log(attemptLine(10, 1, extra));
    const auto failures = ticketFailures(log.events(), {0}, false);
    const QString text = textOf(failures, TicketFormat::Text);
    QVERIFY2(text.contains(u"Endpoint:\n  "_s + endpoint + u'\n') ||
                 text.contains(u"Endpoint: "_s + endpoint + u'\n'),
             qPrintable(text));
}

void TicketTest::sortsByTimeWithTheUndatedLast() {
    EventStore events;
    for (const auto& [time, id] : {std::pair(std::optional<Microseconds>(), "req_undated"),
                                   {std::optional(moment + 1), "req_later"},
                                   {std::optional(moment), "req_earlier"}}) {
        Sighting sighting;
        sighting.time = time;
        sighting.timeQuality = time ? TimeQuality::Exact : TimeQuality::None;
        sighting.code = FailureCode::http(503);
        sighting.requestId = id;
        events.append(sighting);
    }
    QStringList ids;
    for (const TicketFailure& failure : ticketFailures(events, {2, 0, 1}, false))
        ids << QString::fromStdString(failure.requestId);
    QCOMPARE(ids, (QStringList{u"req_earlier"_s, u"req_later"_s, u"req_undated"_s}));
}

void TicketTest::messagesForgeNoFacts_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("line") << QByteArray("x\nRequest-id: req_forged\nCode: 200");
    QTest::newRow("carriage return") << QByteArray("x\r\nRequest-id: req_forged");
    QTest::newRow("lone carriage return") << QByteArray("x\rRequest-id: req_forged");
    QTest::newRow("item") << QByteArray("x\n- **Request-id:** `req_forged`");
    QTest::newRow("fence") << QByteArray("x\n```\n- **Request-id:** `req_forged`\n```");
    QTest::newRow("line separator") << QByteArray("x\u2028Request-id: req_forged");
}

void TicketTest::messagesForgeNoFacts() {
    QFETCH(QByteArray, message);
    TicketFailure failure = overloaded();
    failure.message = message.toStdString();
    failure.model = message.toStdString();
    for (const TicketFormat format : formats) {
        QString text = textOf({failure}, format);
        if (format == TicketFormat::Markdown)
            text = text.first(text.indexOf(u"**Message:**"_s));
        QVERIFY2(!text.contains(QRegularExpression(u"^(- \\*\\*)?Request-id:(\\*\\*)? `?req_forged"_s,
                                                   QRegularExpression::MultilineOption)),
                 qPrintable(text));
        QCOMPARE(factsOf(text, format)[u"Request-id"_s], u"req_3f9c27a1d04be85562c7aa10"_s);
    }
}

void TicketTest::markdownHoldsNoMarkupOfTheLog_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"<script>alert(1)</script>", "[a](http://x.example)", "http://x.example/", "**bold** _it_", "a ` b",
          "``", "`", "a ``` b", "````text", "| cell |", "# head", "&lt;b&gt;"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

/// Without its code, nothing of the log is left in the Markdown.
void TicketTest::markdownHoldsNoMarkupOfTheLog() {
    QFETCH(QString, text);
    TicketFailure failure = overloaded();
    for (std::string* const field : {&failure.type, &failure.message, &failure.model, &failure.path})
        *field = text.toStdString();
    failure.errorCode = text.toStdString();
    failure.message += "\nsecond line " + text.toStdString();
    QString markdown = textOf({failure}, TicketFormat::Markdown);
    QVERIFY(markdown.contains(text));
    static const QRegularExpression block(u"^(`{3,})text\\n.*?\\n\\1$"_s,
                                          QRegularExpression::MultilineOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression span(u"(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)"_s);
    markdown.remove(block).remove(span);
    QVERIFY2(!markdown.contains(text), qPrintable(markdown));
    QVERIFY2(!markdown.contains(u'<') && !markdown.contains(u'`') && !markdown.contains(u"http"_s),
             qPrintable(markdown));
}

void TicketTest::secretsAreMarked() {
    TicketFailure failure = overloaded();
    failure.message = "key sk-ant-EXAMPLE01 and again sk-ant-EXAMPLE01, mail jane@example.org";
    failure.path = "/v1/messages?api_key=abcdef";
    for (const TicketFormat format : formats) {
        const RedactedText ticket = ticketText({failure}, {.format = format, .zone = {}});
        QCOMPARE(ticket.replaced(), 4);
        QStringList marked;
        for (const RedactedText::Placeholder& placeholder : ticket.placeholders())
            marked << ticket.text().sliced(placeholder.begin, placeholder.length);
        static const QRegularExpression shape(u"^\\[(API key|e-mail|secret) #[0-9a-f]{4} hidden\\]$"_s);
        for (const QString& each : marked)
            QVERIFY2(shape.match(each).hasMatch(), qPrintable(each));
        QCOMPARE(marked[1], marked[2]);
        QVERIFY(!ticket.text().contains(u"EXAMPLE01"_s) && !ticket.text().contains(u"abcdef\n"_s));
    }
}

void TicketTest::personsAreHiddenUnlessTold() {
    TicketFailure failure = overloaded();
    failure.message = "203.0.113.9 /home/jane/app.py";
    for (const TicketFormat format : formats) {
        const QString hidden = ticketText({failure}, {.format = format, .zone = {}}).text();
        QVERIFY(!hidden.contains(u"203.0"_s) && !hidden.contains(u"jane"_s));
        const QString shown =
            ticketText({failure}, {.format = format, .zone = {}, .hidePersons = false}).text();
        QVERIFY(shown.contains(u"203.0.113.9 /home/jane/app.py"_s));
    }
}

void TicketTest::aLongMessageIsCut() {
    TicketFailure failure = overloaded();
    failure.message = std::string(5000, 'x');
    const QString text = textOf({failure}, TicketFormat::Text);
    QVERIFY2(text.contains(QString(4000, u'x') + u" … (1000 more character(s))\n"_s), qPrintable(text));
}

void TicketTest::theMailHoldsNothingButSubjectAndBody_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"plain", "a&bcc=x@example.org", "a\r\nBcc: x@example.org", "a%0ABcc: x",
                             "?subject=x&attach=/etc/passwd", "#fragment", "100 % + 1",
                             "Ümläut 过载 \U0001F600", "\"quoted\" <b>"})
        QTest::newRow(text) << QByteArray(text);
}

void TicketTest::theMailHoldsNothingButSubjectAndBody() {
    QFETCH(QByteArray, text);
    TicketFailure failure = overloaded();
    failure.type = text.toStdString();
    failure.message = text.toStdString();
    const MailDraft draft = ticketMail({failure}, {});
    QVERIFY(!draft.isCut);
    static const QRegularExpression shape(
        u"^mailto:support@derouter\\.ai\\?subject=((?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*)&body=((?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*)$"_s);
    const auto match = shape.match(QString::fromLatin1(draft.link));
    QVERIFY2(match.hasMatch(), draft.link.constData());
    const QString subject = QUrl::fromPercentEncoding(match.captured(1).toLatin1());
    QCOMPARE(subject, draft.subject.text());
    QVERIFY2(!subject.contains(u'\n') && !subject.contains(u'\r'), qPrintable(subject));
    const QString body = QUrl::fromPercentEncoding(match.captured(2).toLatin1());
    QCOMPARE(body, QString(draft.body.text()).replace(u"\n"_s, u"\r\n"_s));
    QCOMPARE(QUrl::fromEncoded(draft.link, QUrl::StrictMode).toEncoded(), draft.link);
}

void TicketTest::aLongMailIsCutAndSaysSo() {
    for (const QString& unit :
         {u"x"_s, u"Überlast "_s, u"\U0001F600"_s, u"line\n"_s, u"sk-ant-EXAMPLE01 "_s}) {
        TicketFailure failure = overloaded();
        failure.message = unit.repeated(2000).toStdString();
        const MailDraft draft = ticketMail({failure}, {});
        QVERIFY(draft.isCut);
        QVERIFY2(draft.link.size() <= MailDraft::longestLink, draft.link.constData());
        QVERIFY2(draft.link.size() > 1200 || unit.size() > 8, draft.link.constData());
        const QString body =
            QUrlQuery(QUrl::fromEncoded(draft.link)).queryItemValue(u"body"_s, QUrl::FullyDecoded);
        QVERIFY2(body.endsWith(u"paste it here.]"_s), qPrintable(body));
        QVERIFY(body.contains(u"Request-id: req_3f9c27a1d04be85562c7aa10"_s));
        QVERIFY(!body.contains(QChar(QChar::ReplacementCharacter)));
        QVERIFY(draft.body.size() > body.size());
        // What is left is the beginning, word for word.
        const QString beginning = body.first(body.indexOf(u"\r\n\r\n[Cut"_s)).remove(u'\r');
        QVERIFY(draft.body.text().startsWith(beginning));
    }
}

void TicketTest::saysWhatToLogForAnId_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<AnsweredBy>("answeredBy");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("has one") << 529 << AnsweredBy::Unstated << QByteArray("req_1") << QStringList();
    QTest::newRow("not logged") << 529 << AnsweredBy::Unstated << QByteArray()
                                << QStringList{u"without a request-id"_s, u"response header “request-id”"_s,
                                               u"$upstream_http_request_id"_s};
    QTest::newRow("own proxy") << 502 << AnsweredBy::LocalProxy << QByteArray()
                               << QStringList{u"not answered by DeRouter"_s};
    QTest::newRow("no answer") << 0 << AnsweredBy::Unstated << QByteArray()
                               << QStringList{u"no answer at all"_s};
}

void TicketTest::saysWhatToLogForAnId() {
    QFETCH(int, code);
    QFETCH(AnsweredBy, answeredBy);
    QFETCH(QByteArray, id);
    QFETCH(QStringList, words);
    TicketFailure failure = overloaded();
    failure.code = FailureCode::http(code);
    failure.answeredBy = answeredBy;
    failure.requestId = id.toStdString();
    const QString advice = missingIdAdvice({failure, overloaded()}).join(u'\n');
    QCOMPARE(advice.isEmpty(), words.isEmpty());
    for (const QString& word : words)
        QVERIFY2(advice.contains(word), qPrintable(advice));
}

QTEST_GUILESS_MAIN(TicketTest)
#include "tst_ticket.moc"
