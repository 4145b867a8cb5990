// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages of one cause have one shape, those of different causes have two.

#include "core/messageshape.h"

#include <QTest>

#include <string>

using namespace derouter;

class MessageShapeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void masksNumbersAndIds_data();
    void masksNumbersAndIds();
    void onlyTheBeginningCounts();
};

void MessageShapeTest::masksNumbersAndIds_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("shape");
    const auto row = [](const char* message, const char* shape) {
        QTest::newRow(message) << QByteArray(message) << QByteArray(shape);
    };
    row("", "");
    row("Overloaded", "Overloaded");
    row("messages.3.content.0: Input should be a valid list",
        "messages.#.content.#: Input should be a valid list");
    row("prompt is too long: 200,312 tokens > 200000 maximum", "prompt is too long: # tokens > # maximum");
    row("limit 1.5 of 2.5.", "limit # of #.");
    row("wait 12s", "wait #s");
    row("req_011CSHoEeqs5C35K2UUqR7Fy failed", "req_# failed");
    row("tool toolu_01A09q90qw90lq917835lq9 has no result", "tool toolu_# has no result");
    row("trace 4bf92f3577b34da6a3ce929d0e0e4736", "trace #");
    row("id 1b4e28ba-2fa1-11d2-abcd-b9a761bdefab here", "id # here");
    row("model gpt-4o is unknown", "model gpt-#o is unknown");
    row("temperature: above 1", "temperature: above #");
    row("top_p: above 1", "top_p: above #");
    row("two\n  lines\t here ", "two lines here");
    row("\xC3\x9C"
        "berlastet 3",
        "\xC3\x9C"
        "berlastet #");
}

void MessageShapeTest::masksNumbersAndIds() {
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, shape);
    QCOMPARE(QByteArray::fromStdString(messageShape(message.toStdString())), shape);
}

void MessageShapeTest::onlyTheBeginningCounts() {
    const std::string words(2000, 'x');
    QCOMPARE(messageShape(words + "a"), messageShape(words + "b"));
    QVERIFY(messageShape(words).size() <= 1024);
}

QTEST_APPLESS_MAIN(MessageShapeTest)
#include "tst_messageshape.moc"
