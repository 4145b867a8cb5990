// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/errorguide.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <string>

using namespace derouter;
using namespace derouter::guide;

namespace {

QString str(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Text textOf(const CodeRow* row) {
    return row ? row->meaning : Text();
}

Text textOf(const TypeRow* row) {
    return row ? row->meaning : Text();
}

} // namespace

class GuideTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codeTable_data();
    void codeTable();
    void typeTable_data();
    void typeTable();
    void sections_data();
    void sections();
    void everyCauseOfTheGuideIsThere_data();
    void everyCauseOfTheGuideIsThere();
    void idsAreUnique();
    void everyCauseHasItsTexts();
    void wordingThatIsNotTheGuidesIsNotPassedOffAsSuch();
    void translatesWithoutTranslator();
    void bothReadings_data();
    void bothReadings();
    void lookUp();
};

void GuideTableTest::codeTable_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("meaning");
    QTest::addColumn<QString>("quickFix");
    const auto add = [](int status, const char* meaning, const char* quickFix) {
        QTest::addRow("%d", status) << status << QString::fromUtf8(meaning) << QString::fromUtf8(quickFix);
    };
    add(400, "Invalid request format", "Check your request body");
    add(401, "Authentication failed", "Check your API key");
    add(402, "Out of credits / budget", "Deposit USDC or raise budget");
    add(429, "Too many requests", "Wait a few seconds, then retry");
    add(502, "Provider auth failed", "Auto-retried; contact support if repeated");
    add(503, "No providers available", "Retry in a few seconds");
    add(504, "Provider timed out", "Retry your request");
    add(529, "Upstream overloaded", "Wait 5–10s, then retry");
}

void GuideTableTest::codeTable() {
    QFETCH(int, status);
    const CodeRow* row = codeRow(status);
    QVERIFY(row);
    QTEST(row->meaning.translated(), "meaning");
    QTEST(row->quickFix.translated(), "quickFix");
    QCOMPARE(row->meaning.origin, Origin::Guide);
    QCOMPARE(row->quickFix.origin, Origin::Guide);
    QCOMPARE(codeRows().size(), std::size_t(8));
}

void GuideTableTest::typeTable_data() {
    QTest::addColumn<std::string>("type");
    QTest::addColumn<QList<int>>("statuses");
    QTest::addColumn<QString>("meaning");
    QTest::addColumn<QString>("action");
    const auto add = [](const char* type, const QList<int>& statuses, const char* meaning,
                        const char* action) {
        QTest::addRow("%s %d", type, statuses.first())
            << std::string(type) << statuses << QString::fromUtf8(meaning) << QString::fromUtf8(action);
    };
    add("authentication_error", {401}, "Authentication failed — invalid API key or token",
        "Check your API key");
    add("billing_error", {402}, "Insufficient balance or key budget exceeded", "Deposit or raise budget");
    add("invalid_request_error", {400}, "Bad request (missing model, invalid format, etc.)",
        "Check request body");
    add("rate_limit_error", {429}, "RPM or concurrency limit exceeded", "Wait a few seconds, retry");
    add("api_error", {503}, "DeRouter has no available providers", "Retry in 2–5 seconds");
    add("api_error", {500, 502, 504}, "Upstream server error", "Retry shortly");
    add("overloaded_error", {529}, "AI provider (Anthropic/OpenAI) is overloaded",
        "Wait 5–10 seconds, retry");
}

void GuideTableTest::typeTable() {
    QFETCH(std::string, type);
    QFETCH(QList<int>, statuses);
    for (const int status : statuses) {
        const TypeRow* row = typeRow(type, status);
        QVERIFY(row);
        QCOMPARE(QList<int>(row->statuses.begin(), row->statuses.end()), statuses);
        QTEST(row->meaning.translated(), "meaning");
        QTEST(row->action.translated(), "action");
        QCOMPARE(row->meaning.origin, Origin::Guide);
        QCOMPARE(row->action.origin, Origin::Guide);
    }
    QCOMPARE(typeRows().size(), std::size_t(7));
}

void GuideTableTest::sections_data() {
    QTest::addColumn<Section>("section");
    QTest::addColumn<QString>("title");
    QTest::addRow("1") << Section::CannotConnect << QStringLiteral("Can't Connect");
    QTest::addRow("2") << Section::OutOfCredits << QStringLiteral("Out of Credits");
    QTest::addRow("3") << Section::TooManyRequests << QStringLiteral("Too Many Requests");
    QTest::addRow("4") << Section::InvalidRequest << QStringLiteral("Invalid Request");
    QTest::addRow("5") << Section::NoProvidersAvailable << QStringLiteral("No Providers Available");
    QTest::addRow("6") << Section::UpstreamIssues << QStringLiteral("Upstream Issues");
    QTest::addRow("7") << Section::ReadingErrorResponses << QStringLiteral("Reading Error Responses");
    QTest::addRow("none") << Section::None << QStringLiteral("Not in the guide");
}

void GuideTableTest::sections() {
    QFETCH(Section, section);
    QTEST(sectionTitle(section).translated(), "title");
    QVERIFY(!sectionText(section).isEmpty());
    const Origin origin = section == Section::None ? Origin::Ours : Origin::Guide;
    QCOMPARE(sectionTitle(section).origin, origin);
    QCOMPARE(sectionText(section).origin, origin);
}

void GuideTableTest::everyCauseOfTheGuideIsThere_data() {
    QTest::addColumn<std::string>("id");
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("type");
    QTest::addColumn<std::string>("message");
    QTest::addColumn<bool>("retry");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    const auto add = [](const char* id, int status, const char* type, const char* message, bool retry,
                        int from = 0, int to = 0) {
        QTest::addRow("%s", id) << std::string(id) << status << std::string(type) << std::string(message)
                                << retry << from << to;
    };
    add("auth.missing-key", 401, "authentication_error", "Missing API key", false);
    add("auth.invalid-key", 401, "authentication_error", "Invalid API key", false);
    add("auth.session-expired", 401, "authentication_error", "Invalid or expired token", false);
    add("auth.unspecified", 401, "authentication_error", "", false);
    add("billing.balance", 402, "billing_error", "Insufficient balance", false);
    add("billing.key-budget", 402, "billing_error", "API key budget ($N) exceeded", false);
    add("billing.unspecified", 402, "billing_error", "", false);
    add("rate.rpm", 429, "rate_limit_error", "Requests per minute limit (N) exceeded", true);
    add("rate.concurrency", 429, "rate_limit_error", "", true);
    add("rate.unspecified", 429, "rate_limit_error", "", true);
    add("request.invalid", 400, "invalid_request_error", "", false);
    add("request.passed-through", 0, "", "", false);
    add("request.unspecified", 400, "invalid_request_error", "", false);
    add("providers.none", 503, "api_error", "", true, 2, 5);
    add("upstream.error", 500, "api_error", "", true);
    add("upstream.provider-auth", 502, "api_error", "", true);
    add("upstream.timeout", 504, "api_error", "", true);
    add("upstream.overloaded", 529, "overloaded_error", "", true, 5, 10);
}

void GuideTableTest::everyCauseOfTheGuideIsThere() {
    QFETCH(std::string, id);
    const Cause* cause = causeById(id);
    QVERIFY(cause);
    QTEST(cause->status, "status");
    QTEST(std::string(cause->type), "type");
    QTEST(std::string(cause->message), "message");
    QTEST(cause->retry.retry, "retry");
    QTEST(cause->retry.fromSeconds, "from");
    QTEST(cause->retry.toSeconds, "to");
    QVERIFY(cause->inGuide);
}

void GuideTableTest::idsAreUnique() {
    QSet<QString> ids;
    for (const Cause& cause : causes()) {
        QVERIFY2(!ids.contains(str(cause.id)), cause.id.data());
        ids.insert(str(cause.id));
        QCOMPARE(causeById(cause.id), &cause);
    }
}

void GuideTableTest::everyCauseHasItsTexts() {
    for (const Cause& cause : causes()) {
        for (const Text& text : {cause.name, cause.when, cause.fix, cause.retry.words, cause.note})
            QVERIFY2(!text.isEmpty(), cause.id.data());
        QVERIFY2(cause.name.translated().size() <= 25, cause.id.data());
        for (const Text& sentence : {cause.when, cause.fix, cause.retry.words, cause.note})
            QVERIFY2(sentence.translated().endsWith(QLatin1Char('.')), sentence.source);
    }
}

void GuideTableTest::wordingThatIsNotTheGuidesIsNotPassedOffAsSuch() {
    for (const Cause& cause : causes()) {
        QCOMPARE(cause.note.origin, Origin::Ours);
        QCOMPARE(cause.inGuide, cause.section != Section::None);
        if (cause.inGuide)
            continue;
        for (const Text& text : {cause.name, cause.when, cause.fix, cause.retry.words})
            QCOMPARE(text.origin, Origin::Ours);
        QVERIFY(cause.message.empty());
    }
    QCOMPARE(causeById("rate.concurrency")->fix.origin, Origin::Ours);
    for (const char* id :
         {"auth.unspecified", "billing.unspecified", "rate.unspecified", "request.unspecified"})
        QCOMPARE(causeById(id)->when.origin, Origin::Ours);
}

void GuideTableTest::translatesWithoutTranslator() {
    QCOMPARE(Text().translated(), QString());
    QCOMPARE(causeById("upstream.overloaded")->retry.words.translated(),
             QStringLiteral("Yes, after 5–10 seconds."));
    QCOMPARE(moveName(WhoseMove::You).translated(), QStringLiteral("You"));
    QCOMPARE(moveName(WhoseMove::DeRouter).translated(), QStringLiteral("DeRouter"));
    QCOMPARE(moveName(WhoseMove::Provider).translated(), QStringLiteral("AI provider"));
    QCOMPARE(moveName(WhoseMove::Unknown).translated(), QStringLiteral("Not known"));
}

void GuideTableTest::bothReadings_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<std::string>("type");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    const auto add = [](int code, const char* type, const char* first, const char* second) {
        QTest::addRow("%d %s", code, type)
            << code << std::string(type) << QString::fromUtf8(first) << QString::fromUtf8(second);
    };
    add(500, "api_error", "", "Upstream server error");
    add(500, "", "", "Upstream server error");
    add(502, "api_error", "Provider auth failed", "Upstream server error");
    add(502, "", "Provider auth failed", "Upstream server error");
    add(502, "None", "Provider auth failed", "Upstream server error");
    add(502, "server_error", "Provider auth failed", "");
    add(503, "api_error", "No providers available", "DeRouter has no available providers");
    add(503, "overloaded_error", "No providers available", "");
    add(429, "rate_limit_error", "Too many requests", "RPM or concurrency limit exceeded");
    add(529, "api_error", "Upstream overloaded", "");
    add(404, "not_found_error", "", "");
    add(403, "authentication_error", "", "");
    add(200, "overloaded_error", "", "AI provider (Anthropic/OpenAI) is overloaded");
    add(200, "api_error", "", "");
    add(200, "", "", "");
    add(0, "overloaded_error", "", "");
}

void GuideTableTest::bothReadings() {
    QFETCH(int, code);
    QFETCH(std::string, type);
    const Reading reading = read(FailureCode::http(code), type, {});
    QTEST(textOf(reading.codeRow).translated(), "first");
    QTEST(textOf(reading.typeRow).translated(), "second");
}

void GuideTableTest::lookUp() {
    QVERIFY(!causeById("no.such"));
    QVERIFY(!causeById(""));
    QVERIFY(!codeRow(500));
    QVERIFY(!codeRow(0));
    QVERIFY(!typeRow("api_error", std::nullopt));
    QVERIFY(!typeRow("api_error", 529));
    QVERIFY(!typeRow("Api_Error", 503));
    QVERIFY(!typeRow("", 503));
    QVERIFY(typeRow("overloaded_error", std::nullopt));
    QVERIFY(std::ranges::is_sorted(codeRows(), {}, &CodeRow::status));
}

QTEST_GUILESS_MAIN(GuideTableTest)
#include "tst_guidetable.moc"
