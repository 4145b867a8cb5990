// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a proxy's error log says of failures that its access log shows in another source.

#include "monitor/failurejoiner.h"
#include "monitor/pipeline.h"

#include <QByteArray>
#include <QTest>

#include <cstring>

using namespace derouter;

class ProxyNotesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orderOfSourcesMakesNoDifference_data();
    void orderOfSourcesMakesNoDifference();
    void whatAnswersIsNotTheProxy();
    void aRemovedLogSaysNothingAnyMore();
    void manyAreJoinedQuickly();
};

static const QByteArray accessLog =
    R"(192.0.2.7 - - [03/Nov/2026:09:14:06 +0100] "POST /v1/messages HTTP/1.1" 529 142 "-" "curl/8.9")"
    "\n"
    R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /v1/messages HTTP/1.1" 502 157 "-" "curl/8.9")"
    "\n"
    R"(192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] "POST /v1/chat/completions HTTP/1.1" 502 157 "-" "curl/8.9")"
    "\n";
static const QByteArray errorLog =
    R"(2026/11/03 08:14:07 [error] 29#29: *98 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.7, server: llm.local, request: "POST /v1/messages HTTP/1.1", upstream: "https://203.0.113.9:443/v1/messages", host: "llm.local")"
    "\n";

/// All of a log as one source's batch.
static Batch batchOf(SourceId source, QByteArrayView log) {
    PipelineOptions options;
    options.source = source;
    options.zone = QTimeZone::utc();
    Pipeline pipeline(std::move(options));
    while (!log.isEmpty()) {
        const auto room = pipeline.writable();
        const auto count = std::min(log.size(), static_cast<qsizetype>(room.size()));
        std::memcpy(room.data(), log.data(), static_cast<std::size_t>(count));
        pipeline.commit(static_cast<std::size_t>(count));
        log = log.sliced(count);
    }
    pipeline.finish();
    return pipeline.take();
}

static QByteArrayList causes(const FailureJoiner& joiner) {
    QByteArrayList all;
    for (EventStore::Row row = 0; row < joiner.events().size(); ++row) {
        const auto cause = joiner.events().event(row).cause;
        all << QByteArray(cause.data(), static_cast<qsizetype>(cause.size()));
    }
    return all;
}

void ProxyNotesTest::orderOfSourcesMakesNoDifference_data() {
    QTest::addColumn<bool>("errorsFirst");
    QTest::newRow("the access log first") << false;
    QTest::newRow("the error log first") << true;
}

void ProxyNotesTest::orderOfSourcesMakesNoDifference() {
    QFETCH(bool, errorsFirst);
    FailureJoiner joiner;
    if (errorsFirst)
        joiner.take(1, batchOf(1, errorLog));
    joiner.take(0, batchOf(0, accessLog));
    if (!errorsFirst) {
        QCOMPARE(joiner.totals().failuresByCause.at("upstream.provider-auth"), 2u);
        const auto changes = joiner.take(1, batchOf(1, errorLog));
        QCOMPARE(changes.changed, std::vector<EventStore::Row>{1});
        QCOMPARE(changes.added, std::size_t(0));
    }
    QCOMPARE(causes(joiner),
             QByteArrayList({"upstream.overloaded", "proxy.local", "upstream.provider-auth"}));
    QCOMPARE(joiner.totals().failuresByCause.at("proxy.local"), 1u);
    QCOMPARE(joiner.totals().failuresByCause.at("upstream.provider-auth"), 1u);
    QCOMPARE(joiner.totals().failures, 3u);
    QCOMPARE(joiner.rates().minutes().at(0).failures, 3u);
}

/// A failure that the program tells again with the API's own words.
void ProxyNotesTest::whatAnswersIsNotTheProxy() {
    const QByteArray told =
        accessLog.split('\n').at(1) +
        "\n2026-11-03 08:14:07,400 ERROR app anthropic.InternalServerError: Error code: 502 - "
        "{'type': 'error', 'error': {'type': 'api_error', 'message': 'Upstream error'}}\n";
    FailureJoiner joiner;
    joiner.take(0, batchOf(0, told));
    QCOMPARE(joiner.events().size(), EventStore::Row(1));
    const auto before = causes(joiner);
    joiner.take(1, batchOf(1, errorLog));
    QCOMPARE(causes(joiner), before);
}

void ProxyNotesTest::aRemovedLogSaysNothingAnyMore() {
    FailureJoiner joiner;
    joiner.take(
        2,
        batchOf(2, "2026-11-03 08:00:00 ERROR anthropic.APIStatusError: Error code: 402 - {'type': 'error', "
                   "'error': {'type': 'billing_error', 'message': 'Insufficient balance'}}\n"));
    joiner.take(0, batchOf(0, accessLog));
    joiner.take(1, batchOf(1, errorLog));
    QCOMPARE(causes(joiner).at(2), QByteArray("proxy.local"));
    joiner.removeSource(2);
    QCOMPARE(causes(joiner).at(1), QByteArray("proxy.local"));
    joiner.removeSource(1);
    QCOMPARE(causes(joiner).at(1), QByteArray("upstream.provider-auth"));
    QCOMPARE(joiner.totals().failuresByCause.at("upstream.provider-auth"), 2u);
    joiner.take(1, batchOf(1, errorLog));
    QCOMPARE(causes(joiner).at(1), QByteArray("proxy.local"));
    joiner.removeSource(0);
    QCOMPARE(joiner.totals().failures, 0u);
    joiner.take(0, batchOf(0, accessLog));
    QCOMPARE(causes(joiner).at(1), QByteArray("proxy.local"));
}

void ProxyNotesTest::manyAreJoinedQuickly() {
    FailureJoiner joiner;
    QByteArray access;
    QByteArray errors;
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i) {
        const QByteArray clock =
            "09:" + QByteArray::number(10 + i / 10 / 60 % 50) + ':' + QByteArray::number(10 + i / 10 % 50);
        access += R"(192.0.2.7 - - [03/Nov/2026:)" + clock +
                  R"( +0000] "POST /v1/messages HTTP/1.1" 502 157)"
                  "\n";
        errors +=
            "2026/11/03 " + clock +
            R"( [error] 29#29: *98 no live upstreams while connecting to upstream, client: 192.0.2.7, server: llm, request: "POST /v1/messages HTTP/1.1", host: "llm")"
            "\n";
    }
    joiner.take(0, batchOf(0, access));
    joiner.take(1, batchOf(1, errors));
    QCOMPARE(joiner.totals().failuresByCause.at("proxy.local"), std::uint64_t(count));
}

QTEST_GUILESS_MAIN(ProxyNotesTest)
#include "tst_proxynotes.moc"
