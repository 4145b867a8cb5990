// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What logs tell of costs.

#include "monitor/pipeline.h"
#include "monitor/spending.h"

#include <QTest>

#include <cmath>
#include <string>

using namespace derouter;

class SpendingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void costsAreRead_data();
    void costsAreRead();
    void otherFiguresAreNone_data();
    void otherFiguresAreNone();
    void theRateIsThatOfTheLog();
    void oneMomentHasNoRate();
};

static std::optional<Spending> spendingOf(const std::string& log) {
    return spendingIn({.lines = log, .fromStart = true}, PipelineOptions{}, 0);
}

void SpendingTest::costsAreRead_data() {
    QTest::addColumn<std::string>("line");
    const auto row = [](const char* name, const std::string& line) { QTest::newRow(name) << line + "\n"; };
    const std::string head = R"({"time":"2026-11-23T12:00:00.000Z","level":"info",)";
    row("LiteLLM", head + R"("response_cost":0.25,"model":"claude-sonnet-5"})");
    row("LiteLLM, nested", head + R"("standard_logging_object":{"response_cost": 0.25}})");
    row("Claude Code", head + R"("type":"result","total_cost_usd":0.25,"duration_ms":1200})");
    row("Claude Code, earlier", head + R"("type":"assistant","costUSD":0.25})");
    row("logfmt", "time=2026-11-23T12:00:00Z level=info msg=done cost_usd=0.25 tokens=900");
    row("in a string", head + R"("msg":"{\"response_cost\":0.25}"})");
    row("text", "2026-11-23 12:00:00,000 INFO llm: done {'response_cost': 0.25, 'model': 'claude-sonnet-5'}");
    row("in figures of science", head + R"("response_cost":2.5e-1})");
}

void SpendingTest::costsAreRead() {
    QFETCH(const std::string, line);
    const auto spending = spendingOf(line);
    QVERIFY(spending);
    QCOMPARE(spending->dollars, 0.25);
    QCOMPARE(spending->records, 1U);
}

void SpendingTest::otherFiguresAreNone_data() {
    QTest::addColumn<std::string>("line");
    const auto row = [](const char* name, const std::string& line) {
        QTest::newRow(name) << R"({"time":"2026-11-23T12:00:00.000Z","level":"info",)" + line + "}\n";
    };
    row("a duration", R"("cost":"0.25s")");
    row("a bare cost", R"("cost":0.25)");
    row("another name", R"("max_response_cost":0.25)");
    row("a word", R"("response_cost":"unknown")");
    row("null", R"("response_cost":null)");
    row("less than nothing", R"("response_cost":-1)");
    row("a unit behind it", R"("response_cost":"25ms")");
}

void SpendingTest::otherFiguresAreNone() {
    QFETCH(const std::string, line);
    QVERIFY(!spendingOf(line));
}

/// A linear log: a dollar every six minutes.
void SpendingTest::theRateIsThatOfTheLog() {
    std::string log;
    for (int i = 0; i <= 20; ++i)
        log += R"({"time":)" + std::to_string(1'795'435'200'000LL + i * 360'000LL) +
               R"(,"level":30,"msg":"done","response_cost":)" + (i == 0 ? "0" : "1") + "}\n";
    const auto spending = spendingOf(log);
    QVERIFY(spending && spending->perHour());
    QCOMPARE(spending->dollars, 20.0);
    QVERIFY(std::abs(*spending->perHour() - 10.0) < 1e-9);
}

void SpendingTest::oneMomentHasNoRate() {
    const auto spending = spendingOf(R"({"time":"2026-11-23T12:00:00.000Z","response_cost":3})"
                                     "\n");
    QVERIFY(spending);
    QVERIFY(!spending->perHour());
}

QTEST_APPLESS_MAIN(SpendingTest)
#include "tst_spending.moc"
