// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Commands as sources of log bytes: how they end, what they repeat, and that none is left behind.

#include "commandbed.h"
#include "monitor/monitor.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace derouter;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int patience = 20'000;

class CommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsAsTheProgramDoes_data();
    void endsAsTheProgramDoes();
    void isStartedAgainLaterEachTime();
    void beginsWithShortWaitsAfterAGoodRun();
    void tellsWhatIsWrongWhileItRuns();
    void leavesNothingBehind_data();
    void leavesNothingBehind();
    void removingAStubbornCommandDoesNotBlock();
    void theProgramWaitsForItsReader();
    void passesOverWhatIsRepeated_data();
    void passesOverWhatIsRepeated();
    void anUnfinishedLineIsGivenOnce_data();
    void anUnfinishedLineIsGivenOnce();
    void aStalledFollowerIsStartedAgain_data();
    void aStalledFollowerIsStartedAgain();
    void aRelaysErrorsBelongToTheLog();
    void whyARelayFailedIsNoLogLine();
    void journalGoesOnBehindItsCursor();
    void noShellReadsTheArguments_data();
    void noShellReadsTheArguments();
};

static std::vector<std::string> numbered(int first, int end) {
    std::vector<std::string> lines;
    for (int i = first; i < end; ++i)
        lines.push_back("2026-11-03T09:00:00Z line " + std::to_string(i) + " of a log that somebody keeps");
    return lines;
}

static QByteArray text(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines)
        all += line + '\n';
    return QByteArray::fromStdString(all);
}

void CommandTest::endsAsTheProgramDoes_data() {
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<std::vector<std::string>>("lines");
    QTest::addColumn<QString>("error");
    using Lines = std::vector<std::string>;
    QTest::newRow("F50 exit 0") << QByteArray("echo one; echo two") << Lines{"one", "two"} << QString();
    QTest::newRow("F50 exit 3") << QByteArray(
                                       "echo one; echo first >&2; echo 'no such \033[1mthing' >&2; exit 3")
                                << Lines{"one"} << u"stub api ended with exit code 3: no such [1mthing"_s;
    QTest::newRow("F50 exit 3 without a word")
        << QByteArray("exit 3") << Lines{} << u"stub api ended with exit code 3."_s;
    QTest::newRow("F50 crash") << QByteArray("echo one; kill -SEGV $$") << Lines{"one"}
                               << u"stub api was ended by signal 11."_s;
    QTest::newRow("F50 floods standard error")
        << QByteArray("i=0; while [ $i -lt 6000 ]; do echo 'complaint that fills the pipe to its brim' >&2; "
                      "i=$((i+1)); done; echo done")
        << Lines{"done"} << QString();
    QTest::newRow("F50 half a line") << QByteArray("echo one; printf half") << Lines{"one", "half"}
                                     << QString();
    QTest::newRow("F50 leaves a child with its output")
        << QByteArray("echo one; sleep 100 & exit 0") << Lines{"one"} << QString();
}

void CommandTest::endsAsTheProgramDoes() {
    QFETCH(QByteArray, script);
    QFETCH(std::vector<std::string>, lines);
    QFETCH(QString, error);
    const StubFolder folder;
    CommandReading reading(commandSpec({folder.program(u"stub"_s, script), u"-f"_s, u"api"_s}, false));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
    QCOMPARE(reading.lines(), lines);
    QCOMPARE(reading.error(), error);
    QCOMPARE(reading.unterminated().size(), script.contains("half") ? 1u : 0u);
    QCOMPARE(reading.gapCount(), 0u);
}

static std::vector<qint64> pausesBetween(const QByteArray& stamps) {
    std::vector<qint64> pauses;
    const QList<QByteArray> starts = stamps.trimmed().split('\n');
    for (qsizetype i = 1; i < starts.size(); ++i)
        pauses.push_back((starts[i].toLongLong() - starts[i - 1].toLongLong()) / 1'000'000);
    return pauses;
}

/// F50: a program that ends at once, again and again.
void CommandTest::isStartedAgainLaterEachTime() {
    const StubFolder folder;
    RestartTimes times = quickly();
    times.first = 50ms;
    times.longest = 200ms;
    CommandReading reading(
        commandSpec({folder.program(u"stub"_s, "date +%s%N >> $here/starts; echo why >&2; exit 1")}, true),
        times);
    QTRY_VERIFY_WITH_TIMEOUT(folder.read(u"starts"_s).count('\n') > 4, patience);
    reading.stop();
    const auto pauses = pausesBetween(folder.read(u"starts"_s));
    QVERIFY(pauses[0] >= 50 && pauses[1] >= 100 && pauses[2] >= 200 && pauses[3] >= 200);
    QCOMPARE(reading.error(), u"stub ended with exit code 1: why"_s);
    QVERIFY(reading.interruptions() > 0); // a wait that was over before it was asked for is none
    QCOMPARE(reading.gapCount(), 0u);     // it gave nothing that could be missing
}

/// F50
void CommandTest::beginsWithShortWaitsAfterAGoodRun() {
    const StubFolder folder;
    RestartTimes times = quickly();
    times.first = 300ms;
    times.longest = 60s;
    times.well = 250ms;
    const QByteArray script = "date +%s%N >> $here/starts\n"
                              "test $(wc -l < $here/starts) != 3 || sleep 0.3\n"
                              "date +%s%N >> $here/ends";
    CommandReading reading(commandSpec({folder.program(u"stub"_s, script)}, true), times);
    QTRY_VERIFY_WITH_TIMEOUT(folder.read(u"starts"_s).count('\n') > 3, patience);
    reading.stop();
    const QList<QByteArray> starts = folder.read(u"starts"_s).split('\n');
    const QList<QByteArray> ends = folder.read(u"ends"_s).split('\n');
    const auto waited = [&](int run) { return starts[run + 1].toLongLong() - ends[run].toLongLong(); };
    QVERIFY(waited(1) > 590'000'000);
    QVERIFY2(waited(2) < waited(1), qPrintable(QString::number(waited(2))));
    QCOMPARE(reading.error(), u"stub ended."_s);
}

void CommandTest::tellsWhatIsWrongWhileItRuns() {
    const StubFolder folder;
    CommandReading reading(commandSpec(
        {folder.program(u"stub"_s, "echo 'certificate expires soon' >&2; echo one; exec sleep 100")}, true));
    QTRY_COMPARE_WITH_TIMEOUT(reading.trouble(), u"stub says: certificate expires soon"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(reading.lines(), std::vector<std::string>{"one"}, patience);
    QCOMPARE(reading.error(), QString());
}

void CommandTest::leavesNothingBehind_data() {
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("F50 obeys") << QByteArray("echo $$; echo $$; exec sleep 100");
    QTest::newRow("F50 has a child") << QByteArray("sleep 100 & echo $$; echo $!; wait");
    QTest::newRow("F50 ignores SIGTERM")
        << QByteArray("trap '' TERM; sleep 100 & echo $$; echo $!; while :; do sleep 1; done");
    QTest::newRow("F50 writes on") << QByteArray("echo $$; echo $$; while :; do echo more; done");
}

void CommandTest::leavesNothingBehind() {
    QFETCH(QByteArray, script);
    const StubFolder folder;
    CommandReading reading(commandSpec({folder.program(u"stub"_s, script)}, true));
    QTRY_VERIFY_WITH_TIMEOUT(reading.lineCount() >= 2, patience);
    reading.stop();
    const auto lines = reading.lines();
    for (int i = 0; i < 2; ++i)
        QTRY_VERIFY_WITH_TIMEOUT(!isRunning(std::stoll(lines[static_cast<std::size_t>(i)])), patience);
}

void CommandTest::removingAStubbornCommandDoesNotBlock() {
    const StubFolder folder;
    const QString stub =
        folder.program(u"stub"_s, "trap '' TERM; echo $$ > $here/process; while :; do sleep 1; done");
    Monitor monitor;
    const SourceId id = monitor.addSource(commandSpec({stub}, true));
    QTRY_VERIFY_WITH_TIMEOUT(folder.read(u"process"_s).endsWith('\n'), patience);
    const qint64 process = folder.read(u"process"_s).toLongLong();
    QElapsedTimer timer;
    timer.start();
    monitor.removeSource(id);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(isRunning(process)); // it has two seconds
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(process), patience);
}

/// F51: a child is no faster than what reads it.
void CommandTest::theProgramWaitsForItsReader() {
    constexpr int count = 500'000;
    const StubFolder folder;
    const QString stub =
        folder.program(u"stub"_s, "echo $$ > $here/process\nseq -f 'line %g of many' 500000\n"
                                  "touch $here/finished");
    CommandSource source(commandSpec({stub}, false), quickly());
    LineReading reading(source);
    QVERIFY(source.open().ok());
    while (reading.lines.empty())
        reading.step();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(folder.read(u"process"_s).toLongLong()), 'S', patience);
    QVERIFY(reading.lines.size() < count);
    QVERIFY(!folder.has(u"finished"_s));
    ReadResult::Status status = ReadResult::Status::Data;
    while (status != ReadResult::Status::Ended) {
        status = reading.step();
        if (status == ReadResult::Status::AtEnd)
            source.wait(1s);
    }
    QCOMPARE(reading.lines.size(), std::size_t(count));
    QVERIFY(folder.has(u"finished"_s));
}

void CommandTest::passesOverWhatIsRepeated_data() {
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("before"); // lines at the first run
    QTest::addColumn<int>("more");   // at the second
    QTest::addColumn<int>("duplicates");
    QTest::addColumn<int>("gaps");
    const QByteArray all = "cat $here/log";
    const QByteArray last = "tail -n 10 $here/log";
    const QByteArray once = "cat $here/log; mv $here/log $here/log.1; : > $here/log";
    QTest::newRow("all of it") << all << 1000 << 100 << 1000 << 0;
    QTest::newRow("all of it, little") << all << 2 << 2 << 2 << 0;
    QTest::newRow("nothing new") << all << 1000 << 0 << 1000 << 0;
    QTest::newRow("more than is held") << all << 400'000 << 5 << 400'000 << 0;
    QTest::newRow("the last lines") << last << 10 << 5 << 5 << 0;
    QTest::newRow("too few of the last lines") << last << 10 << 40 << 0 << 1;
    QTest::newRow("none") << once << 1000 << 20 << 0 << 1;
    QTest::newRow("rotated") << QByteArray("tail -n 500 $here/log") << 500 << 100 << 400 << 0;
}

/// F48, F50
void CommandTest::passesOverWhatIsRepeated() {
    QFETCH(QByteArray, script);
    QFETCH(int, before);
    QFETCH(int, more);
    QFETCH(int, duplicates);
    QFETCH(int, gaps);
    const StubFolder folder;
    folder.write(u"log"_s, text(numbered(0, before)));
    // The second run waits until the log has grown, so that each has its part.
    const QByteArray runs =
        "echo run >> $here/runs\n"
        "test $(wc -l < $here/runs) = 1 || until test -e $here/grown; do sleep 0.02; done\n"
        "test $(wc -l < $here/runs) -lt 3 || exec sleep 100\n";
    CommandReading reading(commandSpec({folder.program(u"stub"_s, runs + script)}, true));
    QTRY_VERIFY_WITH_TIMEOUT(reading.lineCount() >= std::size_t(before), patience);
    QTRY_VERIFY_WITH_TIMEOUT(folder.read(u"runs"_s).count('\n') >= 2, patience);
    folder.append(u"log"_s, text(numbered(before, before + more)));
    folder.write(u"grown"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(folder.read(u"runs"_s).count('\n') >= 3, patience);
    reading.stop();
    std::vector<std::string> expected = numbered(0, before + more);
    if (script.startsWith("tail -n 10 ") && gaps > 0)
        expected.erase(expected.begin() + before, expected.end() - 10); // told by the gap
    QCOMPARE(reading.lines().size(), expected.size());
    QVERIFY(reading.lines() == expected);
    QCOMPARE(reading.duplicates(), std::uint64_t(duplicates));
    QCOMPARE(reading.gapCount(), std::size_t(gaps));
    if (gaps > 0)
        QCOMPARE(reading.gap(), u"stub was started again; lines may be missing or given twice."_s);
}

void CommandTest::anUnfinishedLineIsGivenOnce_data() {
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<std::vector<std::string>>("lines");
    QTest::addColumn<std::vector<std::string>>("unterminated");
    using Lines = std::vector<std::string>;
    QTest::newRow("completed") << QByteArray("one\ntwo and a h") << QByteArray("one\ntwo and a half\n")
                               << Lines{"one", "two and a half"} << Lines{};
    QTest::newRow("as it was") << QByteArray("one\nhalf") << QByteArray("one\nhalf") << Lines{"one", "half"}
                               << Lines{"half"};
    QTest::newRow("gone") << QByteArray("one\nhalf") << QByteArray("one\nthree\n")
                          << Lines{"one", "half", "three"} << Lines{"half"};
    QTest::newRow("all there is") << QByteArray("half") << QByteArray("half a line\n") << Lines{"half a line"}
                                  << Lines{};
    QTest::newRow("shorter") << QByteArray("one\nhalf") << QByteArray("one\n") << Lines{"one", "half"}
                             << Lines{"half"};
}

void CommandTest::anUnfinishedLineIsGivenOnce() {
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(std::vector<std::string>, lines);
    QFETCH(std::vector<std::string>, unterminated);
    const StubFolder folder;
    folder.write(u"out1"_s, first);
    folder.write(u"out2"_s, second);
    const QByteArray script = "echo run >> $here/runs; run=$(wc -l < $here/runs)\n"
                              "test $run -lt 3 || exec sleep 100\ncat $here/out$run";
    CommandReading reading(commandSpec({folder.program(u"stub"_s, script)}, true));
    QTRY_VERIFY_WITH_TIMEOUT(folder.read(u"runs"_s).count('\n') >= 3, patience);
    reading.stop();
    QCOMPARE(reading.lines(), lines);
    QCOMPARE(reading.unterminated(), unterminated);
    QCOMPARE(reading.gapCount(), 0u);
}

void CommandTest::aStalledFollowerIsStartedAgain_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<int>("missed");
    QTest::newRow("F48 docker") << u"docker"_s << 3;
    QTest::newRow("F48 podman") << u"podman"_s << 3;
    QTest::newRow("F48 kubectl") << u"kubectl"_s << 3;
    QTest::newRow("F48 more was missed than the last lines") << u"docker"_s << 300;
    QTest::newRow("F48 nothing was missed") << u"docker"_s << 0;
}

/// The stub gives what the log has, the last twenty lines when asked for the last ones, and then nothing
/// more.
void CommandTest::aStalledFollowerIsStartedAgain() {
    QFETCH(QString, program);
    QFETCH(int, missed);
    const StubFolder folder;
    folder.write(u"log"_s, text(numbered(0, 100)));
    RestartTimes times = quickly();
    times.silence = 200ms;
    const QByteArray script = "echo \"$*\" >> $here/runs\n"
                              "case \"$*\" in *--tail*) tail -n 20 $here/log;; *) cat $here/log;; esac\n"
                              "exec sleep 100";
    CommandReading reading(commandSpec({folder.program(program, script), u"logs"_s, u"-f"_s, u"api"_s}, true),
                           times);
    QTRY_COMPARE_WITH_TIMEOUT(reading.lineCount(), 100u, patience);
    folder.append(u"log"_s, text(numbered(100, 100 + missed)));
    QTRY_COMPARE_WITH_TIMEOUT(reading.lineCount(), std::size_t(100 + missed), patience);
    QTRY_VERIFY_WITH_TIMEOUT(folder.read(u"runs"_s).count('\n') >= 3, patience);
    reading.stop();
    QVERIFY(reading.lines() == numbered(0, 100 + missed));
    QCOMPARE(folder.read(u"runs"_s).split('\n')[0], QByteArray("logs -f api"));
    QCOMPARE(folder.read(u"runs"_s).split('\n')[1], QByteArray("logs --tail=10000 -f api"));
    QCOMPARE(reading.gapCount(), 0u);
    QCOMPARE(reading.interruptions(), 0); // quietly
    QCOMPARE(reading.error(), QString());
}

/// What the container wrote to standard error, docker writes there, too.
void CommandTest::aRelaysErrorsBelongToTheLog() {
    const StubFolder folder;
    const QString stub = folder.program(u"docker"_s, "echo one; echo two >&2; echo three; exec sleep 100");
    CommandReading reading(commandSpec({stub, u"logs"_s, u"-f"_s, u"api"_s}, true));
    QTRY_COMPARE_WITH_TIMEOUT(reading.lines(), (std::vector<std::string>{"one", "two", "three"}), patience);
    QCOMPARE(reading.trouble(), QString());
}

void CommandTest::whyARelayFailedIsNoLogLine() {
    const StubFolder folder;
    folder.write(u"log"_s, text(numbered(0, 50)));
    const QByteArray script = "echo run >> $here/runs\n"
                              "case $(wc -l < $here/runs) in\n"
                              "1|3) echo 'Cannot connect to the daemon' >&2; exit 1;;\n"
                              "2) cat $here/log; sleep 0.3; echo 'error from daemon: EOF' >&2; exit 1;;\n"
                              "4) cat $here/log; echo new; exec sleep 100;;\nesac";
    CommandReading reading(
        commandSpec({folder.program(u"docker"_s, script), u"logs"_s, u"-f"_s, u"api"_s}, true));
    QTRY_COMPARE_WITH_TIMEOUT(
        reading.error(), u"docker logs api ended with exit code 1: Cannot connect to the daemon"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(folder.read(u"runs"_s).count('\n') >= 4, patience);
    auto expected = numbered(0, 50);
    expected.push_back("error from daemon: EOF"); // it came among the lines
    expected.push_back("new");
    QTRY_COMPARE_WITH_TIMEOUT(reading.lines(), expected, patience);
    QCOMPARE(reading.duplicates(), 50u);
    QCOMPARE(reading.gapCount(), 0u);
}

/// F52: the stub gives three entries and fails as journalctl does on a file that was rotated away.
void CommandTest::journalGoesOnBehindItsCursor() {
    const StubFolder folder;
    std::vector<std::string> entries;
    for (int i = 1; i <= 9; ++i)
        entries.push_back(R"({"__CURSOR":"s=ab;i=)" + std::to_string(i) + R"(;b=cd","MESSAGE":"entry"})");
    folder.write(u"journal"_s, text(entries));
    const QByteArray script =
        "echo \"$*\" >> $here/runs\nfrom=1\n"
        "for word; do case $word in --after-cursor=*) from=${word#*;i=}; from=$((${from%%;*} + 1));; "
        "esac; done\n"
        "test $from -lt 10 || exec sleep 100\n"
        "tail -n +$from $here/journal | head -n 3\n"
        "echo 'Failed to iterate through journal: Bad message' >&2; exit 1";
    CommandReading reading(commandSpec(
        {folder.program(u"journalctl"_s, script), u"-f"_s, u"-o"_s, u"json"_s, u"--since"_s, u"today"_s},
        true));
    QTRY_VERIFY_WITH_TIMEOUT(folder.read(u"runs"_s).count('\n') >= 4, patience);
    reading.stop();
    QCOMPARE(reading.lines(), entries);
    QCOMPARE(reading.duplicates(), 0u);
    QCOMPARE(reading.gapCount(), 0u);
    QCOMPARE(
        reading.error(),
        u"journalctl json today ended with exit code 1: Failed to iterate through journal: Bad message"_s);
    QCOMPARE(folder.read(u"runs"_s).split('\n')[3], QByteArray("-f -o json --after-cursor=s=ab;i=9;b=cd"));
}

void CommandTest::noShellReadsTheArguments_data() {
    QTest::addColumn<QString>("argument");
    for (const char* hostile : {"$(touch marker)", "`touch marker`", "; touch marker", "| touch marker",
                                "&& touch marker", "> marker", "$HOME", "*", "a b", "-n", "'", "\"", "\\"})
        QTest::addRow("B46 %s", hostile) << QString::fromLatin1(hostile);
}

void CommandTest::noShellReadsTheArguments() {
    QFETCH(QString, argument);
    const StubFolder folder;
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path(u"."_s)));
    const QString stub = folder.program(u"stub"_s, "for word; do printf '%s\\n' \"$word\"; done");
    CommandReading reading(commandSpec({stub, argument, u"last"_s}, false));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
    QDir::setCurrent(before);
    QCOMPARE(reading.lines(), (std::vector<std::string>{argument.toStdString(), "last"}));
    QVERIFY(!folder.has(u"marker"_s));
}

QTEST_GUILESS_MAIN(CommandTest)
#include "thr_command.moc"
