// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "logfolder.h"

#include <QDateTime>
#include <QDir>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsOptions();
    void writesCodesAsReportsDo();
    void opensAWindowByDefault();
    void whatIsPastedMayBeginWithADash();
    void readsTimes_data();
    void readsTimes();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void expandsFoldersAndPatterns();
    void watchesFollowedFoldersAndPatterns();
    void takesALogAndItsRotatedFilesAsOne();
    void takesTheRestOfTheLineForACommand();
    void takesAddressesInThePlaceOfFiles();
};

static Microseconds at(const char* iso) {
    return QDateTime::fromString(QLatin1StringView(iso), Qt::ISODateWithMs).toMSecsSinceEpoch() * 1000;
}

static Result<CommandLine> parse(const QStringList& arguments) {
    return parseCommandLine(arguments, at("2026-11-03T12:00:00Z"));
}

void CommandLineTest::readsOptions() {
    const auto line =
        parse({u"--report"_s,  u"json"_s,     u"--follow"_s, u"--for"_s,       u"2.5"_s,
               u"--host"_s,    u"a"_s,        u"--host"_s,   u"b"_s,           u"--path"_s,
               u"/x"_s,        u"--format"_s, u"pino"_s,     u"--time-zone"_s, u"Europe/Berlin"_s,
               u"--fail-on"_s, u"402, You"_s, u"-o"_s,       u"out"_s,         u"-q"_s,
               u"a.log"_s,     u"-"_s});
    QVERIFY(line.ok());
    QCOMPARE(line.value().mode, CommandLine::Mode::Report);
    QCOMPARE(line.value().report, ReportFormat::Json);
    QCOMPARE(line.value().seconds, std::optional(2.5));
    QCOMPARE(line.value().hosts, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(line.value().paths, QStringList{u"/x"_s});
    QCOMPARE(line.value().failOn, (QStringList{u"402"_s, u"you"_s}));
    QCOMPARE(line.value().output, u"out"_s);
    QVERIFY(line.value().quiet);
    QCOMPARE(line.value().sources.size(), 2u);
    QCOMPARE(line.value().sources[0].path, u"a.log"_s);
    QCOMPARE(line.value().sources[0].format, u"pino"_s);
    QCOMPARE(line.value().sources[0].timeZone, std::optional(QTimeZone("Europe/Berlin")));
    QVERIFY(line.value().sources[0].follow);
    QCOMPARE(line.value().sources[1].kind, SourceSpec::Kind::StandardInput);
}

void CommandLineTest::writesCodesAsReportsDo() {
    const auto line = parse({u"--report"_s, u"json"_s, u"--fail-on"_s, u"0402,+529, NONE"_s, u"a"_s});
    QCOMPARE(line.value().failOn, (QStringList{u"402"_s, u"529"_s, u"none"_s}));
}

void CommandLineTest::opensAWindowByDefault() {
    const auto line = parse({u"a.log"_s});
    QCOMPARE(line.value().mode, CommandLine::Mode::Window);
    QVERIFY(line.value().sources[0].follow);
    QVERIFY(!parse({u"--no-follow"_s, u"a.log"_s}).value().sources[0].follow);
    QVERIFY(!parse({u"--report"_s, u"text"_s, u"a.log"_s}).value().sources[0].follow);
}

void CommandLineTest::whatIsPastedMayBeginWithADash() {
    QCOMPARE(parse({u"--explain"_s, u"- error 529"_s}).value().explainText, u"- error 529"_s);
    QCOMPARE(parse({u"--explain"_s, u"--quiet"_s, u"-x"_s, u"-y"_s}).value().explainText, u"-x -y"_s);
    QCOMPARE(parse({u"--explain"_s, u"-"_s}).value().explainText, u"-"_s);
    QVERIFY(!parse({u"--nonsense"_s, u"--explain"_s, u"text"_s}).ok());
}

void CommandLineTest::readsTimes_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<Microseconds>("time");
    QTest::newRow("seconds") << u"30s"_s << at("2026-11-03T11:59:30Z");
    QTest::newRow("minutes") << u"15m"_s << at("2026-11-03T11:45:00Z");
    QTest::newRow("hours") << u"2h"_s << at("2026-11-03T10:00:00Z");
    QTest::newRow("days") << u"1d"_s << at("2026-11-02T12:00:00Z");
    QTest::newRow("UTC") << u"2026-11-03T09:14:07.500Z"_s << at("2026-11-03T09:14:07.500Z");
    QTest::newRow("offset") << u"2026-11-03T09:14:07+01:00"_s << at("2026-11-03T08:14:07Z");
    QTest::newRow("zone of the option") << u"2026-11-03 09:14:07"_s << at("2026-11-03T08:14:07Z");
    QTest::newRow("day") << u"2026-11-03"_s << at("2026-11-02T23:00:00Z");
}

void CommandLineTest::readsTimes() {
    QFETCH(QString, text);
    QFETCH(Microseconds, time);
    const auto line =
        parse({u"--report"_s, u"json"_s, u"--time-zone"_s, u"Europe/Berlin"_s, u"--since"_s, text, u"a"_s});
    QVERIFY2(line.ok(), line ? "" : qPrintable(line.error().message));
    QCOMPARE(line.value().range.from, std::optional(time));
}

void CommandLineTest::saysWhatIsWrong_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s} << u"nonsense"_s;
    QTest::newRow("missing value") << QStringList{u"--report"_s} << u"report"_s;
    QTest::newRow("report") << QStringList{u"--report"_s, u"xml"_s} << u"xml"_s;
    QTest::newRow("format") << QStringList{u"--format"_s, u"ngnix"_s} << u"ngnix"_s;
    QTest::newRow("empty format") << QStringList{u"--format"_s, QString()} << u"--list-formats"_s;
    QTest::newRow("zone") << QStringList{u"--time-zone"_s, u"Mars"_s} << u"Mars"_s;
    QTest::newRow("since") << QStringList{u"--since"_s, u"yesterday"_s} << u"yesterday"_s;
    QTest::newRow("fail-on") << QStringList{u"--report"_s, u"json"_s, u"--fail-on"_s, u"402,me"_s} << u"me"_s;
    QTest::newRow("for") << QStringList{u"--report"_s, u"json"_s, u"--follow"_s, u"--for"_s, u"soon"_s}
                         << u"soon"_s;
    QTest::newRow("fail-on nothing") << QStringList{u"--report"_s, u"json"_s, u"--fail-on"_s, QString()}
                                     << u"--fail-on"_s;
    QTest::newRow("fail-on with a hole")
        << QStringList{u"--report"_s, u"json"_s, u"--fail-on"_s, u"402,,529"_s} << u"--fail-on"_s;
    QTest::newRow("for no number") << QStringList{u"--report"_s, u"json"_s, u"--follow"_s, u"--for"_s,
                                                  u"nan"_s}
                                   << u"nan"_s;
    QTest::newRow("until before since")
        << QStringList{u"--since"_s, u"1h"_s, u"--until"_s, u"2h"_s} << u"--since"_s;
    QTest::newRow("empty file name") << QStringList{u"--report"_s, u"json"_s, QString()} << u"empty"_s;
    QTest::newRow("for without follow")
        << QStringList{u"--report"_s, u"json"_s, u"--for"_s, u"3"_s} << u"--follow"_s;
    QTest::newRow("both follows") << QStringList{u"--follow"_s, u"--no-follow"_s} << u"exclude"_s;
    QTest::newRow("command without a program")
        << QStringList{u"--report"_s, u"json"_s, u"--command"_s} << u"needs a program"_s;
    QTest::newRow("command in one word") << QStringList{u"--command=docker logs"_s} << u"each a word"_s;
    QTest::newRow("command to be explained")
        << QStringList{u"--explain"_s, u"--command"_s, u"x"_s} << u"exclude"_s;
    QTest::newRow("output without report") << QStringList{u"-o"_s, u"x"_s} << u"--report"_s;
}

void CommandLineTest::saysWhatIsWrong() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const auto line = parse(arguments);
    QVERIFY(!line.ok());
    QVERIFY2(line.error().message.contains(says), qPrintable(line.error().message));
}

void CommandLineTest::expandsFoldersAndPatterns() {
    const LogFolder folder;
    folder.write(u"b.log"_s, "x\n");
    folder.write(u"a.log"_s, "x\n");
    folder.write(u".hidden"_s, "x\n");
    folder.write(u"c.txt"_s, "x\n");
    const auto names = [&](const QString& word) {
        QStringList found;
        const auto line = parse({u"--report"_s, u"json"_s, word});
        for (const SourceSpec& spec : line.value().sources)
            found << spec.path.section(u'/', -1);
        return found;
    };
    QCOMPARE(names(folder.path(u"."_s)), (QStringList{u"a.log"_s, u"b.log"_s, u"c.txt"_s}));
    QCOMPARE(names(folder.path(u"*.log"_s)), (QStringList{u"a.log"_s, u"b.log"_s}));
    QCOMPARE(names(folder.path(u"no*.log"_s)), QStringList{u"no*.log"_s});
}

void CommandLineTest::watchesFollowedFoldersAndPatterns() {
    const LogFolder folder;
    const QString file = folder.write(u"a.log"_s, "x\n");
    for (const QStringList& mode : {QStringList{}, {u"--report"_s, u"json"_s, u"--follow"_s}}) {
        const auto line = parse(mode + QStringList{folder.path({}), folder.path(u"*.log"_s), file});
        const auto& sources = line.value().sources;
        QCOMPARE(sources.size(), 3u);
        QCOMPARE(sources[0].kind, SourceSpec::Kind::File);
        for (const std::size_t watched : {1, 2}) {
            QCOMPARE(sources[watched].kind, SourceSpec::Kind::Folder);
            QCOMPARE(QDir(sources[watched].path), QDir(folder.path({})));
            QVERIFY(sources[watched].follow);
        }
        QCOMPARE(sources[1].names, QString());
        QCOMPARE(sources[2].names, u"*.log"_s);
    }
    QCOMPARE(parse({folder.path(u"later/"_s)}).value().sources.front().kind, SourceSpec::Kind::Folder);
    QCOMPARE(parse({folder.path(u"later"_s)}).value().sources.front().kind, SourceSpec::Kind::File);
}

void CommandLineTest::takesALogAndItsRotatedFilesAsOne() {
    const auto line = parse({u"--report"_s, u"json"_s, u"app.log"_s, u"other.log"_s, u"app.log.10"_s,
                             u"app.log.2.gz"_s, u"app.log-20261103"_s, u"app.log.1"_s, u"app.log"_s});
    const auto& sources = line.value().sources;
    QCOMPARE(sources.size(), 2u);
    QCOMPARE(sources[0].path, u"app.log"_s);
    QCOMPARE(sources[0].older,
             (QStringList{u"app.log-20261103"_s, u"app.log.10"_s, u"app.log.2.gz"_s, u"app.log.1"_s}));
    QCOMPARE(sources[1].path, u"other.log"_s);
    QVERIFY(sources[1].older.isEmpty());
}

/// B46: as they stand, and whatever they look like.
void CommandLineTest::takesTheRestOfTheLineForACommand() {
    const QStringList command{u"docker"_s,    u"logs"_s, u"-f"_s,  u"--follow"_s,
                              u"--command"_s, u"--"_s,   u"a b"_s, u"|"_s};
    const auto line =
        parse(QStringList{u"--report"_s, u"json"_s, u"--format"_s, u"pino"_s, u"a.log"_s, u"--command"_s} +
              command);
    QVERIFY2(line.ok(), line ? "" : qPrintable(line.error().message));
    const auto& sources = line.value().sources;
    QCOMPARE(sources.size(), 2u);
    QCOMPARE(sources[0].path, u"a.log"_s);
    QCOMPARE(sources[1].kind, SourceSpec::Kind::Command);
    QCOMPARE(sources[1].command, command);
    QCOMPARE(sources[1].format, u"pino"_s);
    QVERIFY(!sources[1].follow);
    QVERIFY(line.value().note.contains(u"“|”"_s));
    QVERIFY(parse({u"--command"_s, u"docker"_s}).value().sources[0].follow); // in the window
    QVERIFY(parse({u"--command"_s, u"docker"_s}).value().note.isEmpty());
    QCOMPARE(parse({u"--"_s, u"--command"_s}).value().sources[0].path, u"--command"_s);
}

void CommandLineTest::takesAddressesInThePlaceOfFiles() {
    const auto line = parse({u"--report"_s, u"json"_s, u"--follow"_s, u"a.log"_s, u"udp://[::1]:5140"_s,
                             u"loki+https://me:secret@logs/?query={a=\"b\"}"_s});
    QVERIFY2(line.ok(), line ? "" : qPrintable(line.error().message));
    const auto& sources = line.value().sources;
    QCOMPARE(sources.size(), 3u);
    QCOMPARE(sources[0].path, u"a.log"_s);
    QCOMPARE(sources[1].kind, SourceSpec::Kind::Address);
    QCOMPARE(sources[1].address, u"udp://[::1]:5140"_s);
    QVERIFY(sources[1].follow);
    QCOMPARE(sources[2].address, u"loki+https://logs/?query={a=\"b\"}"_s);
    QCOMPARE(sources[2].credentials, u"me:secret"_s);
    QVERIFY(parse({u"tcp://0.0.0.0:5140"_s})
                .error()
                .message.contains(u"tcp://0.0.0.0:5140 is not listened at"_s));
    QVERIFY(parse({u"--help"_s}).value().helpText.contains(u"tcp://127.0.0.1:5140"_s));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
