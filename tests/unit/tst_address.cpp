// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Addresses in the place of files: which there are, which are refused, and that no password stays in them.

#include "source/address.h"

#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class AddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTakenApart_data();
    void isTakenApart();
    void isRefused_data();
    void isRefused();
    void passwordsAreTakenOut_data();
    void passwordsAreTakenOut();
    void filesAreNone_data();
    void filesAreNone();
};

void AddressTest::isTakenApart_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("port");
    QTest::newRow("tcp") << u"tcp://127.0.0.1:5140"_s << u"tcp://127.0.0.1:5140"_s << 5140;
    QTest::newRow("udp") << u"UDP://127.0.0.2:514/"_s << u"udp://127.0.0.2:514"_s << 514;
    QTest::newRow("B52 IPv6") << u"tcp://[::1]:5140"_s << u"tcp://[::1]:5140"_s << 5140;
    QTest::newRow("B52 localhost") << u"tcp://localhost:5140"_s << u"tcp://localhost:5140"_s << 5140;
    QTest::newRow("loki") << uR"(loki+http://logs:3101/?query={app="api"})"_s
                          << uR"(loki+http://logs:3101 {app="api"})"_s << 3101;
    QTest::newRow("loki, as usual") << u"loki+http://logs?query={a=\"b\"}&since=2h"_s
                                    << u"loki+http://logs:3100 {a=\"b\"}"_s << 3100;
    QTest::newRow("loki, encrypted") << u"loki+https://logs.example.com/tenant/?query={a=\"b\"}"_s
                                     << u"loki+https://logs.example.com:443 {a=\"b\"}"_s << 443;
    QTest::newRow("escaped") << u"loki+http://logs/?query=%7Ba=%22b%22%7D |= \"a%26b+c#?\""_s
                             << u"loki+http://logs:3100 {a=\"b\"} |= \"a&b+c#?\""_s << 3100;
}

void AddressTest::isTakenApart() {
    QFETCH(QString, text);
    QFETCH(QString, name);
    QFETCH(int, port);
    QVERIFY(isAddress(text));
    const auto address = readAddress(text);
    QVERIFY2(address.ok(), address ? "" : qPrintable(address.error().message));
    QCOMPARE(address.value().name(), name);
    QCOMPARE(int(address.value().port), port);
}

void AddressTest::isRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence"); // a part of it
    const QString listener = u"Write an address to listen at"_s;
    const QString loki = u"Write the address of a Loki"_s;
    const QString here = u"is not listened at: only programs on this computer may send"_s;
    QTest::newRow("B52 every address") << u"tcp://0.0.0.0:5140"_s << here;
    QTest::newRow("B52 every address of IPv6") << u"udp://[::]:5140"_s << here;
    QTest::newRow("B52 an interface") << u"udp://192.0.2.7:5140"_s << here;
    QTest::newRow("B52 a name") << u"tcp://example.com:5140"_s << here;
    QTest::newRow("B52 a name like this computer's") << u"tcp://localhost.example.com:5140"_s << here;
    QTest::newRow("no port") << u"tcp://127.0.0.1"_s << listener;
    QTest::newRow("port 0") << u"tcp://127.0.0.1:0"_s << listener;
    QTest::newRow("no such port") << u"tcp://127.0.0.1:70000"_s << listener;
    QTest::newRow("no host") << u"udp://:5140"_s << listener;
    QTest::newRow("more than an address") << u"tcp://127.0.0.1:5140/x"_s << listener;
    QTest::newRow("a question") << u"tcp://127.0.0.1:5140?x=y"_s << listener;
    QTest::newRow("loki without a host") << u"loki+http://?query={a=\"b\"}"_s << loki;
    QTest::newRow("loki without a query") << u"loki+http://logs:3100/"_s << u"says no query"_s;
    QTest::newRow("loki with another word")
        << u"loki+http://logs/?query={a=\"b\"}&token=secret"_s << u"takes “query” and “since”"_s;
    QTest::newRow("loki since when") << u"loki+http://logs/?query={a=\"b\"}&since=yesterday"_s
                                     << u"is a span such as 15m"_s;
    QTest::newRow("no scheme") << u"http://logs/"_s << u"An address begins with"_s;
    QTest::newRow("nothing") << QString() << u"An address begins with"_s;
}

void AddressTest::isRefused() {
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const auto address = readAddress(text);
    QVERIFY(!address);
    QVERIFY2(address.error().message.contains(sentence), qPrintable(address.error().message));
    QVERIFY(!address.error().message.contains(u"secret"_s));
}

void AddressTest::passwordsAreTakenOut_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("credentials");
    const QString query = uR"(/?query={app="api"} |= "x@y")"_s;
    const QString bare = u"loki+https://logs"_s + query;
    QTest::newRow("none") << bare << bare << QString();
    QTest::newRow("user and password") << u"loki+https://me:secret@logs"_s + query << bare << u"me:secret"_s;
    QTest::newRow("user") << u"loki+https://me@logs"_s + query << bare << u"me"_s;
    QTest::newRow("not escaped") << u"loki+https://me:se@/:cret@logs"_s + query << bare << u"me:se@/:cret"_s;
    QTest::newRow("of a listener") << u"tcp://me:secret@127.0.0.1:514"_s << u"tcp://127.0.0.1:514"_s
                                   << u"me:secret"_s;
}

void AddressTest::passwordsAreTakenOut() {
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(QString, credentials);
    const SourceSpec spec = addressSource(text, {});
    QCOMPARE(spec.kind, SourceSpec::Kind::Address);
    QCOMPARE(spec.address, address);
    QCOMPARE(spec.credentials, credentials);
    QVERIFY(!addressName(spec.address).contains(u"secret"_s));
    const QString odd = addressSource(u"loki+https://me:sec?ret@logs/"_s, {}).address;
    QVERIFY(!addressName(odd).contains(u"ret"_s));
    QVERIFY(!readAddress(odd).ok() && !readAddress(odd).error().message.contains(u"ret"_s));
}

void AddressTest::filesAreNone_data() {
    QTest::addColumn<QString>("word");
    for (const QString& word :
         {u"app.log"_s, u"tcp"_s, u"tcp:/x"_s, u"/tcp://x"_s, u"loki+ftp://x"_s, u"-"_s, QString()})
        QTest::newRow(qPrintable(word)) << word;
}

void AddressTest::filesAreNone() {
    QFETCH(QString, word);
    QVERIFY(!isAddress(word));
}

QTEST_APPLESS_MAIN(AddressTest)
#include "tst_address.moc"
