// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/errorguide.h"
#include "guide/messagerules.h"

#include "errorguidecases.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <string>

using namespace derouter;
using namespace derouter::guide;
using namespace derouter::test;

namespace {

QString str(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Such as "status type !" for a finding by status and type that contradict one another.
QString str(const Evidence& evidence) {
    QStringList words;
    if (evidence.status)
        words << QStringLiteral("status");
    if (evidence.type)
        words << QStringLiteral("type");
    if (evidence.message)
        words << QStringLiteral("message");
    if (evidence.contradiction)
        words << QStringLiteral("!");
    return words.join(QLatin1Char(' '));
}

template <std::size_t count> void addRows(const Case (&cases)[count]) {
    QTest::addColumn<int>("code");
    QTest::addColumn<std::string>("type");
    QTest::addColumn<std::string>("message");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("evidence");
    for (const Case& row : cases) {
        QTest::addRow("%d %s %.50s", row.code, row.type, row.message)
            << row.code << std::string(row.type) << std::string(row.message) << QString::fromUtf8(row.cause)
            << QString::fromUtf8(row.evidence);
    }
}

void compareRow() {
    QFETCH(int, code);
    QFETCH(std::string, type);
    QFETCH(std::string, message);
    const Reading reading = read(FailureCode::http(code), type, message);
    QVERIFY(reading.cause);
    QTEST(str(reading.cause->id), "cause");
    QTEST(str(reading.evidence), "evidence");
}

} // namespace

class ErrorGuideTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void everyRowOfTheGuide_data() { addRows(rowsOfTheGuide); }
    void everyRowOfTheGuide() { compareRow(); }
    void variantsOfLiteralMessages_data() { addRows(variants); }
    void variantsOfLiteralMessages() { compareRow(); }
    void nearMissesOfLiteralMessages_data() { addRows(nearMisses); }
    void nearMissesOfLiteralMessages() { compareRow(); }
    void messagesWeReadOurselves_data() { addRows(ourReadings); }
    void messagesWeReadOurselves() { compareRow(); }
    void contradictions_data() { addRows(contradicting); }
    void contradictions() { compareRow(); }
    void notInTheGuide_data() { addRows(unlisted); }
    void notInTheGuide() { compareRow(); }
    void insideStreams_data() { addRows(streams); }
    void insideStreams() { compareRow(); }
    void withoutResponse_data() { addRows(withoutAnswer); }
    void withoutResponse() { compareRow(); }

    void everyPairOfStatusAndType();
    void everyPhraseIsHeard();
    void everyCauseCanBeRead();
    void whoseMove_data();
    void whoseMove();
    void timeoutsHaveFiveTexts();
    void overloadedIsNotNoProvider();
    void longMessagesAreReadAtTheirBeginning();
};

/// The guide's two tables decide, and nothing else, which pairs go together.
void ErrorGuideTest::everyPairOfStatusAndType() {
    const QMultiHash<int, QString> pairs = {{400, QStringLiteral("invalid_request_error")},
                                            {401, QStringLiteral("authentication_error")},
                                            {402, QStringLiteral("billing_error")},
                                            {429, QStringLiteral("rate_limit_error")},
                                            {500, QStringLiteral("api_error")},
                                            {502, QStringLiteral("api_error")},
                                            {503, QStringLiteral("api_error")},
                                            {504, QStringLiteral("api_error")},
                                            {529, QStringLiteral("overloaded_error")}};
    for (int status = 300; status < 600; ++status) {
        for (const TypeRow& row : typeRows()) {
            const Evidence evidence = read(FailureCode::http(status), row.type, {}).evidence;
            const bool paired = pairs.contains(status, str(row.type));
            QCOMPARE(evidence.contradiction, pairs.contains(status) && !paired);
            QVERIFY(!paired || (evidence.status && evidence.type));
        }
        QVERIFY(!read(FailureCode::http(status), "new_api_error", {}).evidence.contradiction);
    }
}

void ErrorGuideTest::everyPhraseIsHeard() {
    for (const Phrase& phrase : phrases) {
        const std::string message = "Error: " + std::string(phrase.words) + " …";
        const Reading reading = read(FailureCode::http(phrase.status), {}, message);
        if (phrase.cause.empty()) {
            QVERIFY2(!reading.evidence.message, phrase.words.data());
        } else {
            QCOMPARE(str(reading.cause->id), str(phrase.cause));
            QVERIFY2(reading.evidence.message, phrase.words.data());
        }
    }
}

void ErrorGuideTest::everyCauseCanBeRead() {
    QSet<QString> read;
    const auto collect = [&read](const auto& cases) {
        for (const Case& row : cases)
            read.insert(str(guide::read(FailureCode::http(row.code), row.type, row.message).cause->id));
    };
    collect(rowsOfTheGuide);
    collect(ourReadings);
    collect(unlisted);
    collect(streams);
    collect(withoutAnswer);
    for (const AnsweredBy by : {AnsweredBy::LocalProxy, AnsweredBy::Nobody})
        read.insert(str(guide::read({.code = FailureCode::http(503), .answeredBy = by}).cause->id));
    for (const Cause& cause : causes())
        QVERIFY2(read.contains(str(cause.id)), cause.id.data());
}

void ErrorGuideTest::whoseMove_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<std::string>("type");
    QTest::addColumn<WhoseMove>("move");
    const auto add = [](int code, const char* type, WhoseMove move) {
        QTest::addRow("%d %s", code, type) << code << std::string(type) << move;
    };
    for (const int status : {400, 401, 402, 429})
        add(status, "", WhoseMove::You);
    add(503, "", WhoseMove::DeRouter);
    for (const int status : {500, 502, 504, 529})
        add(status, "", WhoseMove::Provider);
    for (const int status : {302, 403, 404, 405, 408, 409, 413, 415, 422, 499, 501, 520, 524, 530})
        add(status, "", WhoseMove::Unknown);
    add(400, "context_length_exceeded", WhoseMove::You);
    add(403, "permission_error", WhoseMove::Unknown);
    add(429, "insufficient_quota", WhoseMove::You);
    add(503, "overloaded_error", WhoseMove::Provider);
    add(none, "", WhoseMove::Unknown);
    add(inStream, "overloaded_error", WhoseMove::Provider);
    add(inStream, "rate_limit_error", WhoseMove::You);
    add(inStream, "invalid_request_error", WhoseMove::You);
    add(inStream, "api_error", WhoseMove::Unknown);
    add(inStream, "", WhoseMove::Unknown);
}

void ErrorGuideTest::whoseMove() {
    QFETCH(int, code);
    QFETCH(std::string, type);
    QTEST(read(FailureCode::http(code), type, {}).move, "move");
}

/// The client's own, a proxy's or DeRouter's 504, the CDN's 524, and the client that left: never one advice
/// for all.
void ErrorGuideTest::timeoutsHaveFiveTexts() {
    QSet<QString> whens;
    QSet<QString> fixes;
    for (const int code : {none, 408, 499, 504, 524}) {
        const Cause* cause = read(FailureCode::http(code), {}, "Request timed out").cause;
        whens.insert(cause->when.translated());
        fixes.insert(cause->fix.translated());
    }
    QCOMPARE(whens.size(), 5);
    QCOMPARE(fixes.size(), 5);
}

void ErrorGuideTest::overloadedIsNotNoProvider() {
    const Cause* none = read(FailureCode::http(503), {}, "Service temporarily overloaded").cause;
    const Cause* overloaded = read(FailureCode::http(529), {}, "Service temporarily overloaded").cause;
    QVERIFY(none != overloaded);
    QVERIFY(none->move != overloaded->move);
    QVERIFY(none->retry.words.translated() != overloaded->retry.words.translated());
}

void ErrorGuideTest::longMessagesAreReadAtTheirBeginning() {
    const std::string filler(1 << 20, 'x');
    const FailureCode code = FailureCode::http(401);
    QCOMPARE(str(read(code, {}, "Missing API key: " + filler).cause->id), QStringLiteral("auth.missing-key"));
    QCOMPARE(str(read(code, {}, filler + ": Missing API key").cause->id), QStringLiteral("auth.unspecified"));
}

QTEST_GUILESS_MAIN(ErrorGuideTest)
#include "tst_errorguide.moc"
