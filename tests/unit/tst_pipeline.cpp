// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelinerun.h"

#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class PipelineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCutOfTheStreamGivesTheSame();
    void everyByteIsAccountedFor();
    void onlyTheGivenRangeIsCounted();
    void aForcedFormatReadsNothingElse();
    void aNewFileEndsTheOldOnesLine();
    void anotherLogKnowsNothingOfTheOnesBefore();
    void aWaitingRecordIsGivenAfterAPause();
    void piecesOfALineAreOneLine_data();
    void piecesOfALineAreOneLine();
};

static QByteArray mixedLog() {
    return "\xEF\xBB\xBF{\"level\":30,\"time\":1793693640000,\"reqId\":\"req_90b1e2c3d4f5a6b7c8d9e0f1\","
           "\"statusCode\":200,\"prompt\":\"\xF0\x9F\x98\x80\"}\r\n"
           "> gateway@1.0.0 start\n"
           "192.0.2.7 - - [03/Nov/2026:09:14:07 +0100] \"POST /v1/messages HTTP/1.1\" 529 142 \"-\" "
           "\"caf\xE9\"\n"
           "RateLimitError: 429 "
           "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow\"}}\n"
           "    at main (/app/main.js:1:1) {\n"
           "  status: 429,\n"
           "  requestID: 'req_3f9c27a1d04be85562c7aa10'\n"
           "}\n"
           "Traceback (most recent call last):\n"
           "  File \"a.py\", line 529, in x\n"
           "anthropic.APIStatusError: Error code: 402 - {'type': 'error', 'error': {'type': 'billing_error', "
           "'message': 'Insufficient balance'}}\n"
           "\n"
           "{\"level\":50,\"time\":1793693650000,\"err\":{\"status\":503,\"requestID\":\"req_"
           "aaaaaaaaaaaaaaaaaaaaaaaa\"},\"msg\":\"failed\"}\n"
           "192.0.2.7 - - [03/Nov/2026:09:14:17 +0100] \"GET /healthz HTTP/1.1\" 404 2 \"-\" \"-\"\n"
           "last line without end 529";
}

static QByteArray bytes(std::string_view view) {
    return {view.data(), static_cast<qsizetype>(view.size())};
}

static QByteArray summary(const PipelineRun& run) {
    QByteArray text;
    const Totals& totals = run.totals();
    text += QByteArray::number(totals.apiRequests) + ' ' + QByteArray::number(totals.apiSuccesses) + ' ' +
            QByteArray::number(totals.otherRequests) + ' ' + QByteArray::number(run.lines()) + ' ' +
            QByteArray::number(run.notUnderstood()) + '\n';
    for (EventStore::Row row = 0; row < run.events().size(); ++row) {
        const ErrorEvent event = run.events().event(row);
        text += QByteArray::fromStdString(event.code.key()) + '|' +
                QByteArray::number(event.time.value_or(-1)) + '|' +
                QByteArray::number(static_cast<int>(event.timeQuality)) + '|' + bytes(event.type) + '|' +
                bytes(event.message) + '|' + bytes(event.requestId) + '|' + QByteArray::number(event.line) +
                '|' + bytes(run.events().raw(row)) + '\n';
    }
    return text;
}

void PipelineTest::everyCutOfTheStreamGivesTheSame() {
    const QByteArray log = mixedLog();
    PipelineRun whole;
    whole.write(log).finish();
    const QByteArray expected = summary(whole);
    QCOMPARE(whole.totals().failures, 4u);
    QCOMPARE(whole.totals().apiSuccesses, 1u);
    QCOMPARE(whole.totals().otherRequests, 1u);
    QCOMPARE(whole.notUnderstood(), 2u);
    for (qsizetype cut = 0; cut <= log.size(); ++cut) {
        PipelineRun run;
        run.write(QByteArrayView(log).first(cut)).write(QByteArrayView(log).sliced(cut)).finish();
        QCOMPARE(summary(run), expected);
    }
    PipelineRun single;
    for (const char& byte : log)
        single.write(QByteArrayView(&byte, 1));
    QCOMPARE(summary(single.finish()), expected);
}

void PipelineTest::everyByteIsAccountedFor() {
    PipelineRun run;
    run.write(mixedLog());
    const Batch before = run.pipeline().take();
    QCOMPARE(before.ledger.bytesInPartial, 25u);
    QCOMPARE(before.ledger.bytesRead(), static_cast<std::uint64_t>(mixedLog().size()));
    run.finish();
    QCOMPARE(run.ledger().bytesInPartial, 0u);
    QCOMPARE(run.ledger().bytesInLines, static_cast<std::uint64_t>(mixedLog().size()));
}

void PipelineTest::onlyTheGivenRangeIsCounted() {
    PipelineOptions options;
    options.range = {1'793'693'645 * microsecondsPerSecond, 1'793'693'648 * microsecondsPerSecond};
    PipelineRun run(std::move(options));
    run.write(mixedLog()).finish();
    QCOMPARE(run.totals().failures, 3u); // the access line and the two that inherit its time
    QCOMPARE(run.totals().apiSuccesses, 0u);
    QCOMPARE(run.totals().otherRequests, 0u);
}

void PipelineTest::aForcedFormatReadsNothingElse() {
    PipelineOptions options;
    options.format = FormatCatalog::builtIn().choose(u"nginx-combined"_s).value();
    PipelineRun run(std::move(options));
    run.write(mixedLog()).finish();
    QCOMPARE(run.format(), u"nginx-combined"_s);
    QCOMPARE(run.totals().failures, 1u);
    QCOMPARE(run.totals().otherRequests, 1u);
    QCOMPARE(run.notUnderstood(), 12u);
}

void PipelineTest::aNewFileEndsTheOldOnesLine() {
    PipelineRun run;
    run.write("{\"time\":\"2026-11-03T09:14:07Z\",\"status\":503,\"uri\":\"/v1/messages\"}");
    run.pipeline().finish();
    run.pipeline().suspend();
    run.pipeline().noteGap(Gap{0, 0, u"lost"_s});
    run.pipeline().resume(1, {});
    run.write("{\"time\":\"2026-11-03T09:14:08Z\",\"status\":529,\"uri\":\"/v1/messages\"}\n").finish();
    QCOMPARE(run.totals().failures, 2u);
    QCOMPARE(run.lines(), 2u);
    QCOMPARE(run.events().event(1).line, 1u);
    QCOMPARE(run.ledger().gaps.size(), 1u);
}

void PipelineTest::anotherLogKnowsNothingOfTheOnesBefore() {
    PipelineRun run;
    run.write("2026-11-03 09:00:00,000 ERROR RateLimitError: 429 slow down\nanother line\n");
    run.pipeline().finish();
    QCOMPARE(run.pipeline().take().failures.size(), 1u);
    run.pipeline().beginLog(7);
    run.write("ERROR RateLimitError: 429 slow down\n");
    run.pipeline().finish();
    const Batch batch = run.pipeline().take();
    QCOMPARE(batch.log, 7);
    QCOMPARE(batch.lines, 3u);
    QCOMPARE(batch.failures.size(), 1u);
    QVERIFY(!batch.failures.front().time);
    QCOMPARE(batch.failures.front().where.file, 7);
    QCOMPARE(batch.failures.front().where.line, 1u);
}

void PipelineTest::aWaitingRecordIsGivenAfterAPause() {
    PipelineRun run;
    run.write("RateLimitError: 429 slow down\n");
    QCOMPARE(run.pipeline().take().failures.size(), 0u); // its dump may still come
    run.pipeline().flush();
    QCOMPARE(run.pipeline().take().failures.size(), 1u);
}

void PipelineTest::piecesOfALineAreOneLine_data() {
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {16'000, 16'383, 16'384, 16'385, 32'768, 65'536})
        QTest::addRow("F49 %lld bytes", static_cast<long long>(size)) << size;
}

/// Docker and the CRI cut lines into pieces of 16 KiB, wherever that is.
void PipelineTest::piecesOfALineAreOneLine() {
    QFETCH(qsizetype, size);
    constexpr qsizetype pieceSize = 16'384;
    const QByteArray head = R"({"level":50,"time":1793693647000,"prompt":")";
    const QByteArray tail =
        R"(","err":{"status":529,"requestID":"req_3f9c27a1d04be85562c7aa10"},"msg":"failed"})";
    for (const qsizetype before : {qsizetype(0), tail.size() / 2, tail.size() - 1}) {
        const QByteArray line = head + QByteArray(size - head.size() - before, 'x') + tail;
        QByteArray docker;
        QByteArray kubernetes;
        for (qsizetype at = 0; at < line.size(); at += pieceSize) {
            const QByteArray piece = line.mid(at, pieceSize);
            const bool last = at + pieceSize >= line.size();
            docker += R"({"log":")" + QByteArray(piece).replace('"', R"(\")") + (last ? R"(\n)" : "") +
                      R"(","stream":"stderr","time":"2026-11-03T08:14:07.532114532Z"})" + '\n';
            kubernetes +=
                "2026-11-03T08:14:07.532114532Z stderr " + QByteArray(last ? "F " : "P ") + piece + '\n';
        }
        for (const QByteArray& log : {docker, kubernetes}) {
            PipelineRun run;
            run.write(log).finish();
            QCOMPARE(run.totals().failures, 1u);
            QCOMPARE(bytes(run.events().event(0).requestId), "req_3f9c27a1d04be85562c7aa10");
            QCOMPARE(run.notUnderstood(), 0u);
        }
    }
}

QTEST_GUILESS_MAIN(PipelineTest)
#include "tst_pipeline.moc"
