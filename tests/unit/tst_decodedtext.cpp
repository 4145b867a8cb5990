// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Texts of logs in whatever encoding they come.

#include "core/decodedtext.h"

#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class DecodedTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

void DecodedTextTest::reads_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("ASCII") << QByteArray("529 Overloaded") << u"529 Overloaded"_s;
    QTest::newRow("UTF-8") << QByteArray("f\xC3\xBCr \xF0\x9F\x98\x80") << u"f\u00fcr \U0001F600"_s;
    QTest::newRow("Latin-1") << QByteArray("\xDC"
                                           "berlastet, f\xFCr M\xFCller")
                             << u"\u00dcberlastet, f\u00fcr M\u00fcller"_s;
    QTest::newRow("Windows-1252") << QByteArray("\x84"
                                                "529\x93 \x96 \x80")
                                  << u"\u201e529\u201c \u2013 \u20ac"_s;
    QTest::newRow("one bad byte") << QByteArray("f\xC3\xBCr M\xFCller") << u"f\u00fcr M\u00fcller"_s;
    QTest::newRow("cut in a character") << QByteArray("f\xC3\xBCr \xF0\x9F\x98") << u"f\u00fcr \uFFFD"_s;
    QTest::newRow("at the end") << QByteArray("caf\xE9") << u"caf\u00e9"_s;
    QTest::newRow("before the end") << QByteArray("\xE9t") << u"\u00e9t"_s;
    QTest::newRow("nothing") << QByteArray("a\x81"
                                           "b")
                             << u"a\uFFFDb"_s;
    QTest::newRow("a surrogate") << QByteArray("\xED\xA0\x80") << u"\u00ed\u00a0\u20ac"_s;
    QTest::newRow("empty") << QByteArray() << QString();
}

void DecodedTextTest::reads() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(decodedText(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))), text);
}

QTEST_GUILESS_MAIN(DecodedTextTest)
#include "tst_decodedtext.moc"
