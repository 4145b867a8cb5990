// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What others send to a port of ours: whole lines whoever sends them, and told what is not whole.

#include "monitor/ingestworker.h"
#include "monitor/monitor.h"
#include "networkbed.h"
#include "source/syslogframing.h"
#include "source/tcpsource.h"
#include "source/udpsource.h"

#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <random>

using namespace derouter;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int patience = 20'000;

class ListenersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }
    void framesAreCutOut_data();
    void framesAreCutOut();
    void wrongCountsAreRefused_data();
    void wrongCountsAreRefused();
    void longLinesAreCut();
    void linesOfSendersAreNotMixed();
    void aSenderDiesInTheMiddle_data();
    void aSenderDiesInTheMiddle();
    void wrongCountsCloseTheConnection();
    void connectionsAreLimited();
    void aQuietSenderMakesRoom();
    void slowMessagesAreClosed_data();
    void slowMessagesAreClosed();
    void sendersWaitForTheReader();
    void aTakenPortIsTriedAgain_data();
    void aTakenPortIsTriedAgain();
    void onlyThisComputerMaySend();
    void hasToBeFollowed_data();
    void hasToBeFollowed();
    void aDatagramIsALine();
    void whatTheSystemDroppedIsCounted();
    void aLongDatagramIsTold();
    void datagramsBeforeAStopAreTold();
    void whoeverGoesOnIsNotWaitedFor();
    void messagesBeforeAStopAreGiven();
    void aSenderWithoutEndIsCutOff();
    void aStoppedWorkerReadsTheRest();
    void aMonitorListens();
};

namespace {

using Lines = std::vector<std::string>;

TcpLimits quickLimits() {
    TcpLimits limits;
    limits.tellEvery = 0ms;
    return limits;
}

/// A listener on a thread of its own, and who sends to it.
class TcpBed {
public:
    explicit TcpBed(const TcpLimits& limits = quickLimits())
        : port(freePort())
        , reading(std::make_unique<TcpSource>(addressSpec(u"tcp://127.0.0.1:%1"_s.arg(port)), limits)) {}

    std::unique_ptr<QTcpSocket> sender() const {
        auto socket = std::make_unique<QTcpSocket>();
        for (int i = 0; i < 2000; ++i) { // until it listens
            socket->connectToHost(QHostAddress::LocalHost, port);
            if (socket->waitForConnected(1000))
                break;
            QTest::qWait(5);
        }
        return socket;
    }

    static void send(QTcpSocket& socket, const QByteArray& bytes) {
        socket.write(bytes);
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(5000)) {
        }
    }

    QString place() const { return u"tcp://127.0.0.1:%1"_s.arg(port); }

    const quint16 port;
    SourceReading reading;
};

QByteArray counted(const QByteArray& message) {
    return QByteArray::number(message.size()) + ' ' + message;
}

/// The numbers at the ends of sentences on how often something went wrong.
std::uint64_t sumOf(const QStringList& causes, const QString& words) {
    static const QRegularExpression number(u": (\\d+)\\.$"_s);
    std::uint64_t sum = 0;
    for (const QString& cause : causes)
        if (cause.contains(words))
            sum += number.match(cause).captured(1).toULongLong();
    return sum;
}

} // namespace

void ListenersTest::framesAreCutOut_data() {
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("rest");
    const QByteArray none;
    QTest::newRow("lines") << QByteArray("<14>one\n<14>two\n") << QByteArray("<14>one\n<14>two\n") << none;
    QTest::newRow("lines of a log without syslog")
        << QByteArray("2026-11-03 09:14 one\n12 monkeys\n7\n")
        << QByteArray("2026-11-03 09:14 one\n12 monkeys\n7\n") << none;
    QTest::newRow("CR LF") << QByteArray("<14>one\r\n") << QByteArray("<14>one\r\n") << none;
    QTest::newRow("counted") << counted("<14>one") + counted("<14>two") << QByteArray("<14>one\n<14>two\n")
                             << none;
    QTest::newRow("counted, with line feeds in it") << counted("<14>one\n  at x\n") + counted("<14>two")
                                                    << QByteArray("<14>one#012  at x\n<14>two\n") << none;
    QTest::newRow("counted and ended") << counted("<14>one") + '\n' + counted("<14>two") + '\n'
                                       << QByteArray("<14>one\n<14>two\n") << none;
    QTest::newRow("F57 a line broke off")
        << QByteArray("<14>one\n<14>ha") << QByteArray("<14>one\n") << QByteArray("<14>ha\n");
    QTest::newRow("F57 a counted one broke off")
        << counted("<14>one") + "17 <14>ha" << QByteArray("<14>one\n") << QByteArray("<14>ha\n");
    QTest::newRow("F57 a count broke off") << counted("<14>one") + "17" << QByteArray("<14>one\n") << none;
    QTest::newRow("F57 a number alone") << QByteArray("17") << none << QByteArray("17\n");
}

/// However the network cuts what was sent.
void ListenersTest::framesAreCutOut() {
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, lines);
    QFETCH(QByteArray, rest);
    for (qsizetype piece = 1; piece <= sent.size(); ++piece) {
        SyslogFraming framing;
        QByteArray given;
        for (qsizetype at = 0; at < sent.size(); at += piece)
            QVERIFY(framing.take(QByteArrayView(sent).sliced(at, std::min(piece, sent.size() - at)), given));
        QCOMPARE(given, lines);
        QCOMPARE(framing.takeRest(), rest);
        QVERIFY(!framing.isInside());
    }
}

void ListenersTest::wrongCountsAreRefused_data() {
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("B54 huge") << QByteArray("2147483648 <14>x");
    QTest::newRow("B54 beyond all numbers") << QByteArray("99999999999999999999999999 <14>x");
    QTest::newRow("B54 a byte too many") << QByteArray("1048577 <14>x");
    QTest::newRow("B54 negative") << QByteArray("-5 <14>x");
    QTest::newRow("B54 signed") << QByteArray("+5 <14>x");
    QTest::newRow("B54 zero") << QByteArray("0 <14>x");
    QTest::newRow("B54 zero-padded") << QByteArray("007 <14>one");
    QTest::newRow("B54 too small") << QByteArray("4 <14>one7 <14>two");
    QTest::newRow("B54 too large") << QByteArray("9 <14>one7 <14>two");
    QTest::newRow("B54 none at the second message") << counted("<14>one") + "<14>two";
}

void ListenersTest::wrongCountsAreRefused() {
    QFETCH(QByteArray, sent);
    for (const qsizetype piece : {qsizetype(1), sent.size()}) {
        SyslogFraming framing;
        QByteArray given;
        bool isTaken = true;
        for (qsizetype at = 0; at < sent.size() && isTaken; at += piece)
            isTaken = framing.take(QByteArrayView(sent).sliced(at, std::min(piece, sent.size() - at)), given);
        QVERIFY2(!isTaken, given);
    }
}

void ListenersTest::longLinesAreCut() { // B53
    SyslogFraming framing;
    QByteArray given;
    const QByteArray chunk(100'000, 'x');
    QVERIFY(framing.take("<14>", given));
    for (int i = 0; i < 30; ++i)
        QVERIFY(framing.take(chunk, given));
    QVERIFY(framing.isInside());
    QVERIFY(framing.take("\n<14>two\n", given));
    QCOMPARE(given.size(), SyslogFraming::longest + 1 + 8);
    QVERIFY(given.endsWith("x\n<14>two\n"));
    QCOMPARE(framing.takeCuts(), 1u);
    QCOMPARE(framing.takeCuts(), 0u);
    QVERIFY(!framing.isInside());
}

/// F57: eight that send in pieces, half of them lines and half of them counted messages.
void ListenersTest::linesOfSendersAreNotMixed() {
    TcpBed bed;
    constexpr int senders = 8;
    constexpr int messages = 200;
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    std::vector<QByteArray> left(senders);
    Lines expected;
    for (std::size_t i = 0; i < senders; ++i) {
        sockets.push_back(bed.sender());
        for (int j = 0; j < messages; ++j) {
            const QByteArray message = "<14>" + QByteArray(1 + j % 50, char('a' + i)) + QByteArray::number(j);
            left[i] += i % 2 == 0 ? message + '\n' : counted(message);
            expected.push_back(message.toStdString());
        }
    }
    std::mt19937 random(57);
    while (std::ranges::any_of(left, [](const QByteArray& each) { return !each.isEmpty(); })) {
        const std::size_t i = random() % senders;
        const qsizetype piece = std::min<qsizetype>(left[i].size(), 1 + random() % 400);
        TcpBed::send(*sockets[i], left[i].first(piece));
        left[i].remove(0, piece);
    }
    QTRY_COMPARE_WITH_TIMEOUT(bed.reading.lineCount(), expected.size(), patience);
    Lines lines = bed.reading.lines();
    std::ranges::sort(lines);
    std::ranges::sort(expected);
    QVERIFY(lines == expected);
    QCOMPARE(bed.reading.gapCount(), 0u);
}

void ListenersTest::aSenderDiesInTheMiddle_data() {
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<bool>("isReset");
    QTest::newRow("F57 of a line") << QByteArray("<14>one\n<14>ha") << false;
    QTest::newRow("F57 of a counted message") << counted("<14>one") + "20 <14>ha" << false;
    QTest::newRow("F57 of a line, by a reset") << QByteArray("<14>one\n<14>ha") << true;
}

void ListenersTest::aSenderDiesInTheMiddle() {
    QFETCH(QByteArray, sent);
    QFETCH(bool, isReset);
    TcpBed bed;
    const auto other = bed.sender();
    TcpBed::send(*other, "<14>other");
    auto dying = bed.sender();
    TcpBed::send(*dying, sent);
    QTRY_COMPARE_WITH_TIMEOUT(bed.reading.lines(), Lines{"<14>one"}, patience);
    if (isReset)
        dying->abort();
    dying.reset();
    QTRY_COMPARE_WITH_TIMEOUT(bed.reading.lines(), (Lines{"<14>one", "<14>ha"}), patience);
    TcpBed::send(*other, " goes on\n");
    QTRY_COMPARE_WITH_TIMEOUT(bed.reading.lineCount(), 3u, patience);
    QCOMPARE(bed.reading.lines().back(), "<14>other goes on");
    QCOMPARE(bed.reading.gaps(),
             QStringList{u"Messages to %1 that broke off in the middle: 1."_s.arg(bed.place())});
}

void ListenersTest::wrongCountsCloseTheConnection() { // B54
    TcpBed bed;
    const auto good = bed.sender();
    TcpBed::send(*good, counted("<14>before"));
    for (int i = 0; i < 3; ++i) {
        const auto bad = bed.sender();
        TcpBed::send(*bad, counted("<14>one") + "99999999 <14>two");
        QTRY_COMPARE_WITH_TIMEOUT(bad->state(), QAbstractSocket::UnconnectedState, patience);
    }
    TcpBed::send(*good, counted("<14>after"));
    QTRY_COMPARE_WITH_TIMEOUT(bed.reading.lineCount(), 5u, patience);
    QCOMPARE(bed.reading.lines().back(), "<14>after");
    QCOMPARE(sumOf(bed.reading.gaps(), u"the length of a message is wrong"_s), 3u);
}

void ListenersTest::connectionsAreLimited() { // B53
    TcpLimits limits = quickLimits();
    limits.connections = 4;
    TcpBed bed(limits);
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 4; ++i) {
        sockets.push_back(bed.sender());
        TcpBed::send(*sockets.back(), "<14>x\n");
    }
    QTRY_COMPARE_WITH_TIMEOUT(bed.reading.lineCount(), 4u, patience);
    for (int i = 0; i < 10; ++i) {
        const auto refused = bed.sender();
        QTRY_COMPARE_WITH_TIMEOUT(refused->state(), QAbstractSocket::UnconnectedState, patience);
    }
    sockets.front().reset();
    for (const auto& each : sockets)
        if (each)
            TcpBed::send(*each, "<14>y\n");
    QTRY_COMPARE_WITH_TIMEOUT(bed.reading.lineCount(), 7u, patience);
    const auto later = bed.sender(); // there is a place again
    TcpBed::send(*later, "<14>z\n");
    QTRY_COMPARE_WITH_TIMEOUT(bed.reading.lineCount(), 8u, patience);
    QCOMPARE(sumOf(bed.reading.gaps(), u"too many are open"_s), 10u);
}

void ListenersTest::aQuietSenderMakesRoom() { // B53
    TcpLimits limits = quickLimits();
    limits.connections = 2;
    limits.quiet = 200ms;
    TcpBed bed(limits);
    const auto quiet = bed.sender();
    const auto busy = bed.sender();
    for (int i = 0; i < 8; ++i) {
        TcpBed::send(*busy, "<14>x\n");
        QTRY_COMPARE_WITH_TIMEOUT(bed.reading.lineCount(), std::size_t(i + 1), patience);
        QTest::qWait(40);
    }
    QCOMPARE(quiet->state(), QAbstractSocket::ConnectedState); // nobody wants its place
    const auto next = bed.sender();
    TcpBed::send(*next, "<14>y\n");
    QTRY_COMPARE_WITH_TIMEOUT(bed.reading.lineCount(), 9u, patience);
    QTRY_COMPARE_WITH_TIMEOUT(quiet->state(), QAbstractSocket::UnconnectedState, patience);
    QCOMPARE(busy->state(), QAbstractSocket::ConnectedState);
}

void ListenersTest::slowMessagesAreClosed_data() {
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("B53 slow first line") << QByteArray("<14>ha");
    QTest::newRow("B53 slow count") << QByteArray("1234");
    QTest::newRow("B53 slow line") << QByteArray("<14>one\n<14>ha");
}

void ListenersTest::slowMessagesAreClosed() {
    QFETCH(QByteArray, sent);
    TcpLimits limits = quickLimits();
    limits.firstMessage = limits.message = 150ms;
    TcpBed bed(limits);
    const auto patient = bed.sender(); // says nothing, and may
    const auto slow = bed.sender();
    TcpBed::send(*slow, sent);
    QTRY_COMPARE_WITH_TIMEOUT(slow->state(), QAbstractSocket::UnconnectedState, patience);
    QTRY_COMPARE_WITH_TIMEOUT(sumOf(bed.reading.gaps(), u"broke off"_s), 1u, patience);
    QCOMPARE(patient->state(), QAbstractSocket::ConnectedState);
}

/// What is sent stays with the sender while nobody reads, and nothing of it is lost.
void ListenersTest::sendersWaitForTheReader() {
    const quint16 port = freePort();
    TcpLimits limits = quickLimits();
    limits.readAhead = 64 * 1024;
    TcpSource source(addressSpec(u"tcp://127.0.0.1:%1"_s.arg(port)), limits);
    LineReading reading(source);
    QVERIFY(source.open().ok());
    QCOMPARE(reading.step(), ReadResult::Status::AtEnd);
    QTcpSocket sender;
    sender.connectToHost(QHostAddress::LocalHost, port);
    QVERIFY(sender.waitForConnected());
    constexpr int count = 400'000;
    QByteArray all;
    for (int i = 0; i < count; ++i)
        all += "<14>a line of a log that is sent as fast as can be " + QByteArray::number(i) + '\n';
    sender.write(all);
    while (sender.waitForBytesWritten(200)) {
        source.wait(1ms);
    }
    QVERIFY(sender.bytesToWrite() > 0);
    sender.disconnectFromHost();
    while (reading.lines.size() < count) {
        if (sender.bytesToWrite() > 0)
            sender.waitForBytesWritten(1);
        if (reading.step() == ReadResult::Status::AtEnd)
            source.wait(20ms);
    }
    QCOMPARE(reading.lines.back(),
             "<14>a line of a log that is sent as fast as can be " + std::to_string(count - 1));
    QVERIFY(reading.gaps.empty());
}

void ListenersTest::aTakenPortIsTriedAgain_data() {
    QTest::addColumn<QString>("scheme");
    QTest::newRow("tcp") << u"tcp"_s;
    QTest::newRow("udp") << u"udp"_s;
}

void ListenersTest::aTakenPortIsTriedAgain() {
    QFETCH(QString, scheme);
    QTcpServer tcp;
    QVERIFY(tcp.listen(QHostAddress::LocalHost));
    QUdpSocket udp;
    QVERIFY(udp.bind(QHostAddress::LocalHost, tcp.serverPort(), QAbstractSocket::DontShareAddress));
    const QString place = u"%1://127.0.0.1:%2"_s.arg(scheme).arg(tcp.serverPort());
    SourceReading reading(makeSource(addressSpec(place)));
    QTRY_COMPARE_WITH_TIMEOUT(reading.error(), u"Another program listens at %1."_s.arg(place), patience);
    udp.close();
    tcp.close();
    const auto port = static_cast<quint16>(QUrl(place).port());
    const auto arrives = [&] {
        QUdpSocket datagram;
        QTcpSocket stream;
        if (scheme == "tcp"_L1)
            stream.connectToHost(QHostAddress::LocalHost, port);
        if (scheme == "udp"_L1)
            datagram.writeDatagram("<14>x\n", QHostAddress::LocalHost, port);
        else if (stream.waitForConnected(100) && stream.write("<14>x\n") > 0)
            stream.waitForBytesWritten(100);
        return reading.lineCount() > 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(arrives(), patience);
    QVERIFY(!reading.isOver());
}

void ListenersTest::onlyThisComputerMaySend() { // B52
    TcpBed bed;
    const auto sender = bed.sender();
    QCOMPARE(sender->peerAddress(), QHostAddress(QHostAddress::LocalHost));
    for (const QString& host : {u"0.0.0.0"_s, u"[::]"_s, u"192.0.2.7"_s, u"example.com"_s, u"*"_s})
        for (const QString& scheme : {u"tcp"_s, u"udp"_s}) {
            SourceReading reading(makeSource(addressSpec(scheme + u"://"_s + host + u":5140"_s)));
            QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
            QVERIFY2(!reading.error().isEmpty(), qPrintable(host));
        }
}

void ListenersTest::hasToBeFollowed_data() {
    aTakenPortIsTriedAgain_data();
}

void ListenersTest::hasToBeFollowed() {
    QFETCH(QString, scheme);
    const QString place = u"%1://127.0.0.1:%2"_s.arg(scheme).arg(freePort());
    SourceReading reading(makeSource(addressSpec(place, false)));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
    QCOMPARE(reading.error(), u"%1 has no end that could be read to; it has to be followed."_s.arg(place));
}

namespace {

/// A listener to datagrams that is read when the test says so.
class UdpBed {
public:
    explicit UdpBed(UdpLimits limits = {})
        : port(freeUdpPort())
        , source(addressSpec(u"udp://127.0.0.1:%1"_s.arg(port)), quick(limits))
        , reading(source)
        , isOpen(source.open().ok()) {
        read();
    }

    void send(const QByteArray& datagram) { sender.writeDatagram(datagram, QHostAddress::LocalHost, port); }
    void read() {
        while (reading.step() != ReadResult::Status::AtEnd) {
        }
    }
    QStringList gaps() const {
        QStringList causes;
        for (const Gap& gap : reading.gaps)
            causes << gap.cause;
        return causes;
    }

    const quint16 port;
    UdpSource source;
    LineReading reading;
    bool isOpen;
    QUdpSocket sender;

private:
    static UdpLimits quick(UdpLimits limits) {
        limits.tellEvery = 0ms;
        return limits;
    }
};

} // namespace

void ListenersTest::aDatagramIsALine() {
    UdpBed bed;
    QVERIFY(bed.isOpen);
    const QByteArray longest(65'000, 'x');
    for (const QByteArray& datagram :
         {QByteArray("<14>one"), QByteArray("<14>two\n"), QByteArray(), QByteArray("<14>three\n  at x\n"),
          QByteArray("a log\nwithout syslog\n"), longest, longest, longest, longest, longest, longest})
        bed.send(datagram);
    bed.read();
    Lines expected{"<14>one", "<14>two", "<14>three#012  at x", "a log", "without syslog"};
    for (int i = 0; i < 6; ++i)
        expected.push_back(longest.toStdString());
    QVERIFY(bed.reading.lines == expected);
    QVERIFY(bed.reading.gaps.empty());
}

/// F56: what was received and what was dropped is what was sent.
void ListenersTest::whatTheSystemDroppedIsCounted() {
#ifndef Q_OS_LINUX
    QSKIP("Only Linux says how much it dropped.");
#endif
    UdpLimits limits;
    limits.systemBuffer = 4096;
    UdpBed bed(limits);
    std::size_t sent = 0;
    for (int burst = 1; burst <= 3; ++burst) {
        for (int i = 0; i < 100 * burst; ++i, ++sent)
            bed.send("<14>" + QByteArray(500, 'x'));
        bed.read();
        const auto dropped = sumOf(bed.gaps(), u"the system dropped"_s);
        QVERIFY(dropped > 0);
        QCOMPARE(bed.reading.lines.size() + dropped, sent);
    }
    QCOMPARE(bed.reading.gaps.size(), 3u);
}

void ListenersTest::aLongDatagramIsTold() { // F56
    UdpLimits limits;
    limits.datagram = 1000;
    UdpBed bed(limits);
    bed.send("<14>" + QByteArray(996, 'x'));
    bed.send("<14>" + QByteArray(997, 'y'));
    bed.send("<14>after");
    bed.read();
    QCOMPARE(bed.reading.lines.size(), 3u);
    QCOMPARE(bed.reading.lines[1], "<14>" + std::string(996, 'y'));
    QCOMPARE(bed.reading.lines[2], "<14>after");
    QCOMPARE(bed.gaps(),
             QStringList{u"Datagrams to udp://127.0.0.1:%1 that were cut, as they are longer than what is "
                         "taken of one: 1."_s.arg(bed.port)});
}

/// F56: also what was dropped in the last second, and what nobody had read yet.
void ListenersTest::datagramsBeforeAStopAreTold() {
#ifndef Q_OS_LINUX
    QSKIP("Only Linux says how much it dropped.");
#endif
    UdpLimits limits;
    limits.systemBuffer = 4096;
    limits.tellEvery = 1h;
    UdpBed bed(limits);
    for (int i = 0; i < 100; ++i)
        bed.send("<14>" + QByteArray(500, 'x'));
    bed.read();
    const auto told = sumOf(bed.gaps(), u"the system dropped"_s);
    QVERIFY(told > 0);
    for (int i = 0; i < 100; ++i)
        bed.send("<14>" + QByteArray(500, 'y'));
    QVERIFY(bed.source.conclude());
    bed.read();
    QVERIFY(sumOf(bed.gaps(), u"the system dropped"_s) > told);
    QCOMPARE(bed.reading.lines.size() + sumOf(bed.gaps(), u"the system dropped"_s), 200u);
    QCOMPARE(bed.reading.lines.back(), "<14>" + std::string(500, 'y'));
}

void ListenersTest::whoeverGoesOnIsNotWaitedFor() { // F56
    UdpLimits limits;
    limits.systemBuffer = 4096;
    UdpBed bed(limits);
    QVERIFY(bed.source.conclude());
    int steps = 0;
    do
        bed.send("<14>" + QByteArray(500, 'x'));
    while (bed.reading.step() != ReadResult::Status::AtEnd && ++steps < 10'000);
    QVERIFY(steps > 1);
    QVERIFY(steps < 10'000);
}

/// F57: the half of one that was on its way, too, and as such.
void ListenersTest::messagesBeforeAStopAreGiven() {
    const quint16 port = freePort();
    TcpLimits limits;
    limits.tellEvery = 1h;
    TcpSource source(addressSpec(u"tcp://127.0.0.1:%1"_s.arg(port)), limits);
    LineReading reading(source);
    QVERIFY(source.open().ok());
    QCOMPARE(reading.step(), ReadResult::Status::AtEnd);
    QTcpSocket known;
    known.connectToHost(QHostAddress::LocalHost, port);
    QVERIFY(known.waitForConnected());
    QCOMPARE(reading.step(), ReadResult::Status::AtEnd);
    QByteArray many;
    for (int i = 0; i < 20'000; ++i)
        many += "<14>line " + QByteArray::number(i) + '\n';
    TcpBed::send(known, many + "<14>ha");
    QTcpSocket fresh; // nobody has greeted it yet
    fresh.connectToHost(QHostAddress::LocalHost, port);
    QVERIFY(fresh.waitForConnected());
    TcpBed::send(fresh, "<14>of another\n");
    QVERIFY(source.conclude());
    for (int i = 0; i < 10'000 && reading.step() != ReadResult::Status::AtEnd; ++i) {
    }
    QCOMPARE(reading.lines.size(), 20'002u);
    QCOMPARE(std::ranges::count(reading.lines, "<14>of another"), 1);
    QCOMPARE(std::ranges::count(reading.lines, "<14>ha"), 1);
    QCOMPARE(reading.gaps.size(), 1u);
    QVERIFY2(reading.gaps[0].cause.endsWith(u"broke off in the middle: 1."),
             qPrintable(reading.gaps[0].cause));
    QVERIFY(known.state() == QAbstractSocket::UnconnectedState || known.waitForDisconnected(patience));
}

void ListenersTest::aSenderWithoutEndIsCutOff() { // F57
    const quint16 port = freePort();
    TcpLimits limits;
    limits.stopping = 50ms;
    TcpSource source(addressSpec(u"tcp://127.0.0.1:%1"_s.arg(port)), limits);
    LineReading reading(source);
    QVERIFY(source.open().ok());
    QCOMPARE(reading.step(), ReadResult::Status::AtEnd);
    QTcpSocket sender;
    sender.connectToHost(QHostAddress::LocalHost, port);
    QVERIFY(sender.waitForConnected());
    QCOMPARE(reading.step(), ReadResult::Status::AtEnd);
    QVERIFY(source.conclude());
    const auto until = std::chrono::steady_clock::now() + 20s;
    do {
        sender.write("<14>on and on\n");
        sender.waitForBytesWritten(1);
    } while (reading.step() != ReadResult::Status::AtEnd && std::chrono::steady_clock::now() < until);
    QVERIFY(std::chrono::steady_clock::now() < until);
    QVERIFY(!reading.lines.empty());
}

/// F56: a worker that had no turn to read; nobody takes its deliveries before its end.
void ListenersTest::aStoppedWorkerReadsTheRest() {
    UdpLimits limits;
    limits.systemBuffer = 4096;
    const quint16 port = freeUdpPort();
    WorkPermits permits(1);
    IngestWorker worker(std::make_unique<UdpSource>(addressSpec(u"udp://127.0.0.1:%1"_s.arg(port)), limits),
                        PipelineOptions{}, permits, [] {});
    std::optional<Delivery> delivery;
    const auto follows = [&] {
        if (auto next = worker.take())
            delivery = std::move(next);
        return delivery && delivery->state == SourceState::Following;
    };
    QTRY_VERIFY_WITH_TIMEOUT(follows(), patience);
    permits.acquire();
    constexpr std::uint64_t sent = 200;
    QUdpSocket sender;
    for (std::uint64_t i = 0; i < sent; ++i)
        sender.writeDatagram("<14>" + QByteArray(500, 'x'), QHostAddress::LocalHost, port);
    worker.stop();
    worker.waitForReading();
    std::uint64_t lines = 0;
    QStringList causes;
    while ((delivery = worker.take())) {
        lines = delivery->batch.lines;
        causes.clear();
        for (const Gap& gap : delivery->batch.ledger.gaps)
            causes << gap.cause;
    }
    QVERIFY(lines > 0);
#ifdef Q_OS_LINUX
    QCOMPARE(lines + sumOf(causes, u"the system dropped"_s), sent);
#endif
    permits.release();
}

/// Through worker and pipeline, read again when its format changes, and gone with its source.
void ListenersTest::aMonitorListens() {
    const quint16 port = freePort();
    const auto spec = addressSpec(u"tcp://user:secret@127.0.0.1:%1"_s.arg(port));
    Monitor monitor;
    const SourceId id = monitor.addSource(spec);
    const auto send = [port] {
        QTcpSocket sender;
        sender.connectToHost(QHostAddress::LocalHost, port);
        return sender.waitForConnected(100) &&
               sender.write(
                   "<14>Nov  3 09:14:07 host api[1]: API error 529 {\"type\":\"error\",\"error\":{\"type\":"
                   "\"overloaded_error\",\"message\":\"Overloaded\"},\"request_id\":"
                   "\"req_3f9c27a1d04be85562c7aa10\"}\n") > 0 &&
               sender.waitForBytesWritten(1000);
    };
    QTRY_VERIFY_WITH_TIMEOUT(send(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(monitor.events().size(), std::size_t(1), patience);
    QCOMPARE(monitor.source(id)->name, u"tcp://127.0.0.1:%1"_s.arg(port));
    monitor.reload(id);
    QTRY_VERIFY_WITH_TIMEOUT(send(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(monitor.events().size(), std::size_t(1), patience);
    QCOMPARE(monitor.addSource(spec), id); // it is open already
    monitor.removeSource(id);
    QTcpServer next;
    QTRY_VERIFY_WITH_TIMEOUT(next.isListening() || next.listen(QHostAddress::LocalHost, port), patience);
}

QTEST_GUILESS_MAIN(ListenersTest)
#include "thr_listeners.moc"
