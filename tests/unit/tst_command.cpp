// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is known of a command without running it: its program, its name, and how it is asked to go on.

#include "commandbed.h"
#include "source/command.h"

#include <QFileInfo>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class CommandWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void findsProgramsInThePathAlone();
    void neverLooksInTheCurrentFolder_data();
    void neverLooksInTheCurrentFolder();
    void saysWhichProgramCannotBeRun_data();
    void saysWhichProgramCannotBeRun();
    void namesCommands_data();
    void namesCommands();
    void saysWhenAShellIsMeant_data();
    void saysWhenAShellIsMeant();
    void knowsWhoRelaysALog_data();
    void knowsWhoRelaysALog();
    void readsTheCursorOfTheLastEntry_data();
    void readsTheCursorOfTheLastEntry();
    void journalBeginsBehindTheCursorAlone();

private:
    const QByteArray m_path = qgetenv("PATH");
    const QString m_folder = QDir::currentPath();
};

void CommandWordsTest::cleanup() {
    qputenv("PATH", m_path);
    QDir::setCurrent(m_folder);
}

void CommandWordsTest::findsProgramsInThePathAlone() {
    const StubFolder folder;
    const QString stub = folder.program(u"stub"_s, "");
    QVERIFY(!findProgram({u"stub"_s}));
    QCOMPARE(findProgram({stub}).value(), stub);
    qputenv("PATH", QFile::encodeName(QFileInfo(stub).path()) + ":/usr/bin:/bin");
    QCOMPARE(findProgram({u"stub"_s}).value(), stub);
}

void CommandWordsTest::neverLooksInTheCurrentFolder_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("B49 PATH as usual") << QByteArray("/usr/bin:/bin");
    QTest::newRow("B49 PATH with the current folder") << QByteArray(".:/usr/bin:/bin");
    QTest::newRow("B49 PATH with an empty entry") << QByteArray("/usr/bin::/bin");
    QTest::newRow("B49 PATH with a relative folder") << QByteArray("sub:/usr/bin:/bin");
}

/// The folder holds a program of the name, and one called as a program of the system is.
void CommandWordsTest::neverLooksInTheCurrentFolder() {
    QFETCH(QByteArray, path);
    const StubFolder folder;
    QVERIFY(QDir(folder.path(u"."_s)).mkdir(u"sub"_s));
    for (const QString& name : {u"planted"_s, u"sh"_s, u"sub/planted"_s, u"sub/sh"_s})
        folder.program(name, "");
    qputenv("PATH", path);
    QVERIFY(QDir::setCurrent(folder.path(u"."_s)));
    const auto planted = findProgram({u"planted"_s});
    QVERIFY(!planted);
    QCOMPARE(planted.error().message, u"There is no program planted in PATH."_s);
    const auto shell = findProgram({u"sh"_s});
    QVERIFY(shell);
    QVERIFY2(shell.value() == "/usr/bin/sh"_L1 || shell.value() == "/bin/sh"_L1, qPrintable(shell.value()));
}

void CommandWordsTest::saysWhichProgramCannotBeRun_data() {
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QStringList() << u"A command begins with a program"_s;
    QTest::newRow("B47 an option") << QStringList{u"-rf"_s, u"x"_s} << u"not with “-rf”"_s;
    QTest::newRow("F50 not found") << QStringList{u"no-such-program"_s}
                                   << u"There is no program no-such-program in PATH."_s;
    QTest::newRow("B49 relative path") << QStringList{u"./run"_s} << u"or its whole path"_s;
    QTest::newRow("a folder") << QStringList{u"/tmp"_s} << u"/tmp is no program that can be run."_s;
    QTest::newRow("a shell's line in one word")
        << QStringList{u"docker logs -f api"_s} << u"There is no program docker logs -f api in PATH."_s;
}

void CommandWordsTest::saysWhichProgramCannotBeRun() {
    QFETCH(QStringList, command);
    QFETCH(QString, says);
    const auto found = findProgram(command);
    QVERIFY(!found);
    QVERIFY2(found.error().message.contains(says), qPrintable(found.error().message));
}

void CommandWordsTest::namesCommands_data() {
    QTest::addColumn<QStringList>("command");
    QTest::newRow("docker logs api") << QStringList{u"/usr/bin/docker"_s, u"logs"_s, u"-f"_s, u"api"_s};
    QTest::newRow("journalctl") << QStringList{u"journalctl"_s, u"-f"_s, u"--output=json"_s};
    QTest::newRow("tool logs api") << QStringList{
        u"tool"_s, u"--api-key"_s, u"hunter2"_s, u"-H"_s, u"x-api-key: hunter2"_s, u"--token=hunter2"_s,
        u"logs"_s, u"api"_s};
}

void CommandWordsTest::namesCommands() {
    QFETCH(QStringList, command);
    QCOMPARE(commandName(command), QString::fromLatin1(QTest::currentDataTag()));
}

void CommandWordsTest::saysWhenAShellIsMeant_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("meant"); // empty: no note
    QTest::newRow("none") << QStringList{u"logs"_s, u"-f"_s, u"api;v2"_s, u"$HOME"_s} << QString();
    for (const QString& word :
         {u"|"_s, u"||"_s, u";"_s, u"&&"_s, u">"_s, u"2>&1"_s, u"$(id)"_s, u"`id`"_s, u"api;"_s})
        QTest::addRow("B46 %s", qPrintable(word)) << QStringList{u"logs"_s, word, u"x"_s} << word;
    QTest::newRow("a shell of its own") << QStringList{u"sh"_s, u"-c"_s, u"a | b; `c`"_s} << QString();
}

void CommandWordsTest::saysWhenAShellIsMeant() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, meant);
    const QString note = shellNote(QStringList{u"docker"_s} + arguments);
    QCOMPARE(note, meant.isEmpty() ? QString()
                                   : u"No shell is used: “%1” is given to docker as it stands."_s.arg(meant));
}

void CommandWordsTest::knowsWhoRelaysALog_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<bool>("mixes");
    QTest::addColumn<bool>("stalls");
    QTest::addColumn<QString>("lastLines");
    QTest::newRow("docker") << u"docker logs -f api"_s << true << true
                            << u"docker logs --tail=10000 -f api"_s;
    QTest::newRow("docker of another host")
        << u"docker -H x logs api"_s << true << true << u"docker -H x logs --tail=10000 api"_s;
    QTest::newRow("podman under sudo")
        << u"sudo podman logs -f api"_s << true << true << u"sudo podman logs --tail=10000 -f api"_s;
    QTest::newRow("over ssh") << u"ssh host docker logs -f api"_s << true << true
                              << u"ssh host docker logs --tail=10000 -f api"_s;
    QTest::newRow("kubectl") << u"kubectl -n llm logs -f pod"_s << false << true
                             << u"kubectl -n llm logs --tail=10000 -f pod"_s;
    QTest::newRow("several pods") << u"kubectl logs -f -l app=llm"_s << false << false
                                  << u"kubectl logs --tail=10000 -f -l app=llm"_s;
    QTest::newRow("several containers")
        << u"docker compose logs -f"_s << true << false << u"docker compose logs --tail=10000 -f"_s;
    for (const QString& other : {u"docker exec logs cat x"_s, u"docker run logs"_s, u"docker ps"_s,
                                 u"cat logs"_s, u"journalctl -f"_s})
        QTest::addRow("%s", qPrintable(other)) << other << false << false << other;
}

void CommandWordsTest::knowsWhoRelaysALog() {
    QFETCH(QString, command);
    QFETCH(bool, mixes);
    QFETCH(bool, stalls);
    QFETCH(QString, lastLines);
    const LogRelay relay = LogRelay::of(command.split(u' '));
    QCOMPARE(relay.mixesErrors, mixes);
    QCOMPARE(relay.stalls, stalls);
    QCOMPARE(withLastLines(command.split(u' ')).join(u' '), lastLines);
}

void CommandWordsTest::readsTheCursorOfTheLastEntry_data() {
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("cursor");
    QTest::newRow("JSON") << QByteArray(R"({"__CURSOR":"s=a;i=1","MESSAGE":"x"})"
                                        "\n"
                                        R"({"MESSAGE":"y","__CURSOR":"s=a;i=2"})"
                                        "\n")
                          << QByteArray("s=a;i=2");
    QTest::newRow("a line that is not complete") << QByteArray(R"({"__CURSOR":"s=a;i=1","MESSAGE":"x"})"
                                                               "\n"
                                                               R"({"__CURSOR":"s=a;i=2")")
                                                 << QByteArray("s=a;i=1");
    QTest::newRow("pretty JSON") << QByteArray(
                                        "{\n\t\"__CURSOR\" : \"s=a;i=1\",\n\t\"MESSAGE\" : \"x\"\n}\n{\n"
                                        "\t\"__CURSOR\" : \"s=a;i=2\",\n")
                                 << QByteArray("s=a;i=1");
    QTest::newRow("export") << QByteArray("__CURSOR=s=a;i=1\nMESSAGE=x\n\n__CURSOR=s=a;i=2\nMESSAGE=y\n")
                            << QByteArray("s=a;i=1");
    QTest::newRow("none") << QByteArray("Nov 03 09:14:07 host app[7]: hello\n") << QByteArray();
    // F52, B47: what was logged is no cursor.
    QTest::newRow("B47 one in a message")
        << QByteArray(R"({"__CURSOR":"s=a;i=1","MESSAGE":"\"__CURSOR\":\"s=f;i=9\" __CURSOR=s=f;i=9"})"
                      "\n")
        << QByteArray("s=a;i=1");
    QTest::newRow("B47 one in a message of the export")
        << QByteArray("__CURSOR=s=a;i=1\nMESSAGE\n__CURSOR=s=f;i=9\n\n") << QByteArray("s=a;i=1");
    QTest::newRow("B47 no cursor at all") << QByteArray(R"({"__CURSOR":"--vacuum-size=1"})"
                                                        "\n")
                                          << QByteArray();
    QTest::newRow("B47 more than a cursor") << QByteArray(R"({"__CURSOR":"s=a;i=1 --rotate"})"
                                                          "\n")
                                            << QByteArray("s=a;i=1");
}

void CommandWordsTest::readsTheCursorOfTheLastEntry() {
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, cursor);
    for (const qsizetype piece : {output.size(), qsizetype(7), qsizetype(1)}) {
        JournalCursor found;
        for (qsizetype at = 0; at < output.size(); at += piece)
            found.take(output.mid(at, piece));
        QCOMPARE(found.last(), cursor);
    }
}

/// F52: journalctl takes one beginning only.
void CommandWordsTest::journalBeginsBehindTheCursorAlone() {
    const QString command =
        u"journalctl -f --since today -S now -Snow --since=now --cursor s=1 --cursor=s=1 -c s=1 "
        "--cursor-file /x --after-cursor=s=1 -u api -o json"_s;
    QVERIFY(hasCursors(command.split(u' ')));
    QVERIFY(hasCursors({u"sudo"_s, u"/bin/journalctl"_s}));
    // A remote shell would read the cursor.
    QVERIFY(!hasCursors({u"ssh"_s, u"host"_s, u"journalctl"_s}));
    QCOMPARE(behindCursor(command.split(u' '), "s=a;i=2").join(u' '),
             u"journalctl -f -u api -o json --after-cursor=s=a;i=2"_s);
}

QTEST_GUILESS_MAIN(CommandWordsTest)
#include "tst_command.moc"
