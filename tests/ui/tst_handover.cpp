// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A second start of the program: what it is to open goes to the window that is open.

#include "cli/commandline.h"
#include "cli/handover.h"
#include "programrun.h"
#include "windowtest.h"

#include <QDir>
#include <QJsonArray>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTimeZone>

using namespace derouter;

namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

CommandLine parsed(const QStringList& arguments) {
    auto line = parseCommandLine(arguments, 0);
    if (!line)
        qFatal("wrong usage: %s", qPrintable(line.error().message));
    return std::move(line).value();
}

} // namespace

class HandoverTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_handover"_s); }
    void init();
    void cleanup();

    void filesAreOpenedInTheOpenWindow();
    void theirOptionsGoWithThem();
    void aFolderIsWatched();
    void aLogThatIsOpenIsNotOpenedAgain();
    void theWindowComesToTheFront();
    void whatNeedsAWindowOfItsOwn_data();
    void whatNeedsAWindowOfItsOwn();
    void aReportIsNotHandedOver();
    void withoutAWindowNothingIsHandedOver();
    void oneWindowTakesThem();
    void theSocketIsTheUsersAlone();
    void eachDisplayHasAWindow();
    void whatIsNoHandoverIsRefused_data();
    void whatIsNoHandoverIsRefused();
    void theProgramTakesThem();
    void aKilledWindowIsReplaced();

private:
    void listen();
    int start(const QStringList& arguments);
    std::unique_ptr<QProcess> startWindow(const QStringList& arguments);
    QStringList openPaths() const;

    std::unique_ptr<QTemporaryDir> m_private; ///< in the place of the user's folder for sockets
    std::unique_ptr<HandoverServer> m_server;
};

void HandoverTest::init() {
    m_private = std::make_unique<QTemporaryDir>();
    QFile::setPermissions(m_private->path(),
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    qputenv("XDG_RUNTIME_DIR", m_private->path().toLocal8Bit());
    openWindow();
}

void HandoverTest::cleanup() {
    m_server.reset();
    closeWindow();
}

void HandoverTest::listen() {
    m_server = std::make_unique<HandoverServer>();
    connect(m_server.get(), &HandoverServer::received, m_window.get(), &MainWindow::takeOver);
    QVERIFY(m_server->listen());
}

/// A start in the folder of the logs, while the window goes on; its exit status.
int HandoverTest::start(const QStringList& arguments) {
    const auto process = startWindow(arguments);
    [[maybe_unused]] const bool ended =
        QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, patience);
    if (process->state() == QProcess::NotRunning)
        return process->exitCode();
    process->kill();
    process->waitForFinished();
    return -1;
}

std::unique_ptr<QProcess> HandoverTest::startWindow(const QStringList& arguments) {
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_private->path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(QFileInfo(m_folder->path(u"x"_s)).absolutePath());
    process->start(QStringLiteral(DEROUTER_MONITOR_BINARY), arguments);
    return process;
}

QStringList HandoverTest::openPaths() const {
    QStringList paths;
    for (const SourceInfo& source : m_monitor->sources())
        paths << source.spec.path;
    return paths;
}

void HandoverTest::filesAreOpenedInTheOpenWindow() {
    listen();
    const QString app = m_folder->write(u"app.log"_s, mixedMinute());
    const QString other = m_folder->write(u"other.log"_s, {Logged{.second = 90, .id = requestId(9)}});
    QCOMPARE(start({u"app.log"_s, u"./other.log"_s}), 0);
    QCOMPARE(openPaths(), (QStringList{app, other}));
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 5, patience);
    QVERIFY(m_monitor->sources().front().spec.follow);
}

void HandoverTest::theirOptionsGoWithThem() {
    listen();
    m_folder->write(u"app.log"_s, mixedMinute());
    QCOMPARE(
        start({u"--no-follow"_s, u"--format"_s, u"pino"_s, u"--time-zone"_s, u"Asia/Tokyo"_s, u"app.log"_s}),
        0);
    QCOMPARE(m_monitor->sources().size(), 1u);
    const SourceSpec& spec = m_monitor->sources().front().spec;
    QVERIFY(!spec.follow);
    QCOMPARE(spec.format, u"pino"_s);
    QCOMPARE(spec.timeZone->id(), "Asia/Tokyo");
}

void HandoverTest::aFolderIsWatched() {
    listen();
    m_folder->write(u"app.log"_s, mixedMinute());
    QCOMPARE(start({u"."_s}), 0);
    QCOMPARE(m_monitor->sources().front().spec.kind, SourceSpec::Kind::Folder);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 4, patience);
}

void HandoverTest::aLogThatIsOpenIsNotOpenedAgain() {
    listen();
    openLog(mixedMinute());
    QCOMPARE(start({u"app.log"_s}), 0);
    QCOMPARE(m_monitor->sources().size(), 1u);
}

void HandoverTest::theWindowComesToTheFront() {
    listen();
    m_window->showMinimized();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isMinimized(), patience);
    QCOMPARE(start({}), 0);
    QVERIFY(!m_window->isMinimized());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isActiveWindow(), patience);
    QVERIFY(m_monitor->sources().empty());
}

void HandoverTest::whatNeedsAWindowOfItsOwn_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("handedOver");
    const auto row = [](const char* name, const QStringList& arguments, bool handedOver = false) {
        QTest::newRow(name) << arguments << handedOver;
    };
    row("files", {u"a.log"_s, u"b.log"_s}, true);
    row("nothing", {}, true);
    row("a format", {u"--format"_s, u"pino"_s, u"a.log"_s}, true);
    row("asked for", {u"--new-window"_s, u"a.log"_s});
    row("a new session", {u"--new-session"_s, u"a.log"_s});
    row("standard input", {u"-"_s});
    row("standard input and a file", {u"a.log"_s, u"-"_s});
    row("a command", {u"--command"_s, u"cat"_s, u"a.log"_s});
    row("a host", {u"--host"_s, u"llm.example"_s, u"a.log"_s});
    row("a path", {u"--path"_s, u"/llm"_s, u"a.log"_s});
    row("a time", {u"--since"_s, u"2h"_s, u"a.log"_s});
    row("F66 a session", {u"--session"_s, u"s.json"_s, u"a.log"_s});
    row("a report", {u"--report"_s, u"json"_s, u"a.log"_s});
    row("an explanation", {u"--explain"_s, u"error 529"_s});
    row("the version", {u"--version"_s});
}

void HandoverTest::whatNeedsAWindowOfItsOwn() {
    QFETCH(QStringList, arguments);
    QFETCH(bool, handedOver);
    QCOMPARE(canHandOver(parsed(arguments)), handedOver);
}

void HandoverTest::aReportIsNotHandedOver() {
    listen();
    const QSignalSpy received(m_server.get(), &HandoverServer::received);
    m_folder->write(u"app.log"_s, mixedMinute());
    QCOMPARE(start({u"--report"_s, u"json"_s, u"-o"_s, u"r.json"_s, u"app.log"_s}), 0);
    QCOMPARE(received.size(), 0);
    QCOMPARE(QJsonDocument::fromJson(contents(m_folder->path(u"r.json"_s)))[u"failures"_s].toInt(), 4);
}

void HandoverTest::withoutAWindowNothingIsHandedOver() {
    QVERIFY(!handOver({fileSpec(u"a.log"_s)}));
}

void HandoverTest::oneWindowTakesThem() {
    listen();
    HandoverServer second;
    QVERIFY(!second.listen());
    m_server.reset();
    QVERIFY(second.listen());
}

void HandoverTest::theSocketIsTheUsersAlone() {
    listen();
    QVERIFY2(handoverSocket().startsWith(m_private->path() + u'/'), qPrintable(handoverSocket()));
    QVERIFY(QFile::exists(handoverSocket()));
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFile::permissions(handoverSocket()) & others));
    QVERIFY(!(QFile::permissions(m_private->path()) & others));
}

void HandoverTest::eachDisplayHasAWindow() {
    const QByteArray display = qgetenv("DISPLAY");
    qputenv("DISPLAY", ":7");
    const QString seventh = handoverSocket();
    qputenv("DISPLAY", ":8");
    const QString eighth = handoverSocket();
    qputenv("DISPLAY", display);
    QVERIFY(seventh != eighth);
}

void HandoverTest::whatIsNoHandoverIsRefused_data() {
    QTest::addColumn<QByteArray>("message");
    const auto framed = [](const QByteArray& text) {
        QByteArray bytes;
        QDataStream stream(&bytes, QIODevice::WriteOnly);
        stream << text << QByteArray();
        return bytes;
    };
    QTest::newRow("no JSON") << framed("hello");
    QTest::newRow("another schema") << framed(R"({"schema":9,"sources":[]})");
    QTest::newRow("no frame") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("a length of 4 GB") << QByteArray("\xff\xff\xff\xfe", 4) + "x";
    QTest::newRow("B50 a command") << framed(
        R"({"schema":1,"sources":[{"kind":"command","command":["touch","marker"]}]})");
    QTest::newRow("a kind of a later version") << framed(R"({"schema":1,"sources":[{"kind":"satellite"}]})");
}

void HandoverTest::whatIsNoHandoverIsRefused() {
    QFETCH(QByteArray, message);
    listen();
    QLocalSocket socket;
    socket.connectToServer(handoverSocket());
    QVERIFY(socket.waitForConnected(patience));
    socket.write(message);
    QVERIFY(socket.waitForBytesWritten(patience));
    m_folder->write(u"app.log"_s, mixedMinute());
    QCOMPARE(start({u"app.log"_s}), 0); // behind it in the queue
    QCOMPARE(openPaths(), QStringList{m_folder->path(u"app.log"_s)});
}

void HandoverTest::theProgramTakesThem() {
    m_folder->write(u"app.log"_s, mixedMinute());
    const QString session = m_folder->path(u"session.json"_s);
    const auto first = startWindow({u"--session"_s, u"session.json"_s});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(handoverSocket()), patience);
    QCOMPARE(start({u"app.log"_s}), 0);
    QTRY_VERIFY_WITH_TIMEOUT(
        QJsonDocument::fromJson(contents(session))[u"sources"_s][0][u"path"_s].toString() ==
            m_folder->path(u"app.log"_s),
        patience);
    QCOMPARE(first->state(), QProcess::Running);
    first->kill();
    QVERIFY(first->waitForFinished());
}

void HandoverTest::aKilledWindowIsReplaced() {
    const auto first = startWindow({u"--session"_s, u"session.json"_s});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(handoverSocket()), patience);
    first->kill();
    QVERIFY(first->waitForFinished());
    QVERIFY2(QFile::exists(handoverSocket()), "nobody took the socket away");
    QVERIFY(!handOver({}));
    listen();
    m_folder->write(u"app.log"_s, mixedMinute());
    QCOMPARE(start({u"app.log"_s}), 0);
    QCOMPARE(m_monitor->sources().size(), 1u);
}

QTEST_MAIN(HandoverTest)
#include "tst_handover.moc"
