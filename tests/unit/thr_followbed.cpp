// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bed of file faults: a real writer, a real follower, unique lines. Each fault once with the kernel's
// events and once with polling alone. DEROUTER_BED_RUNS repeats them. The names of the rows are those of the
// fault table.

#include "followbed.h"
#include "packing.h"
#include "source/filesource.h"
#include "source/filewatch.h"

#include <QDir>
#include <QTest>

#include <functional>
#include <sys/stat.h>

using namespace derouter;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A folder with `app.log`, its writer and its follower.
class Bed {
    LogFolder m_folder;

public:
    explicit Bed(bool writeNow = true)
        : path(m_folder.path(u"app.log"_s)) {
        if (writeNow)
            writer = std::make_unique<LineWriter>(path);
    }

    void follow() { followOther(path); }
    void followOther(const QString& other) {
        follower = std::make_unique<Follower>(
            SourceSpec{.path = other, .older = {}, .follow = true, .format = {}, .timeZone = {}});
    }
    QString file(const QString& name) const { return m_folder.path(name); }
    void put(const QString& name, const QByteArray& bytes) { m_folder.write(name, bytes); }
    void move(const QString& from, const QString& to) {
        ::rename(QFile::encodeName(file(from)).constData(), QFile::encodeName(file(to)).constData());
    }
    void copy(const QString& from, const QString& to) {
        QFile::remove(file(to));
        QFile::copy(file(from), file(to));
    }
    void truncate() { ::truncate(QFile::encodeName(path).constData(), 0); }
    void rest(std::chrono::milliseconds time) { QTest::qWait(static_cast<int>(time.count())); }

    /// Waits until the follower has what was written, or 8 s.
    bool caughtUp() {
        const std::size_t all = earlier.size() + writer->written.size();
        return QTest::qWaitFor([this, all] { return follower->lineCount() >= all; }, 8000);
    }

    std::vector<std::string> written() const {
        std::vector<std::string> all = earlier;
        all.insert(all.end(), writer->written.begin(), writer->written.end());
        return all;
    }

    QString path;
    std::unique_ptr<LineWriter> writer;
    std::unique_ptr<Follower> follower;
    std::vector<std::string> earlier;
    std::string header;        ///< the first line of each file
    std::size_t gapsLeast = 0; ///< what has to be told
    std::size_t gapsMost = 0;
    void expectGaps(std::size_t count) { gapsLeast = gapsMost = count; }
    bool inOrder = true;
};

/// Begins a file of the writer's with the bed's header.
void begin(Bed& bed) {
    bed.writer->reopen(bed.path);
    bed.writer->put(bed.header + "\n");
}

void rotate(Bed& bed, int keep) {
    for (int number = keep - 1; number > 0; --number)
        bed.move(u"app.log.%1"_s.arg(number), u"app.log.%1"_s.arg(number + 1));
    bed.move(u"app.log"_s, u"app.log.1"_s);
}

void plain(Bed& bed) {
    bed.follow();
    for (int i = 0; i < 20; ++i) {
        bed.writer->write(10);
        bed.rest(5ms);
    }
}

void renameCreate(Bed& bed) {
    bed.follow();
    bed.writer->write(100);
    bed.caughtUp();
    bed.move(u"app.log"_s, u"app.log.1"_s);
    bed.put(u"app.log"_s, {});
    bed.rest(50ms);
    bed.writer->write(50);
    bed.writer->reopen(bed.path);
    bed.writer->write(100);
}

void lateWriter(Bed& bed) {
    bed.inOrder = false;
    bed.follow();
    bed.writer->write(100);
    bed.caughtUp();
    bed.move(u"app.log"_s, u"app.log.1"_s);
    LineWriter late(bed.file(u"app.log.1"_s));
    bed.writer->reopen(bed.path);
    bed.writer->write(100);
    bed.rest(2500ms);
    const int old = ::open(QFile::encodeName(bed.file(u"app.log.1"_s)).constData(), O_WRONLY | O_APPEND);
    for (int i = 0; i < 50; ++i) {
        bed.writer->written.push_back("late " + std::to_string(i));
        const std::string line = bed.writer->written.back() + '\n';
        [[maybe_unused]] const auto done = ::write(old, line.data(), line.size());
    }
    ::close(old);
}

void copyTruncateIdle(Bed& bed) {
    bed.expectGaps(1);
    bed.follow();
    bed.writer->write(100);
    bed.caughtUp();
    bed.rest(100ms);
    bed.copy(u"app.log"_s, u"app.log.1"_s);
    bed.truncate();
    bed.rest(300ms);
    bed.writer->write(100);
}

void copyTruncateBurst(Bed& bed) {
    bed.expectGaps(1);
    bed.follow();
    bed.writer->write(100);
    bed.caughtUp();
    bed.follower->suspend(true);
    bed.rest(20ms);
    bed.writer->write(20'000);
    bed.copy(u"app.log"_s, u"app.log.1"_s);
    bed.truncate();
    bed.writer->write(50);
    bed.follower->suspend(false);
}

void truncateTo(Bed& bed, int count) {
    bed.expectGaps(1);
    bed.follow();
    bed.writer->write(100);
    bed.caughtUp();
    bed.rest(100ms);
    bed.truncate();
    bed.writer->write(count);
}

void recreate(Bed& bed, int count) {
    bed.follow();
    bed.writer->write(100);
    bed.caughtUp();
    QFile::remove(bed.path);
    bed.writer->reopen(bed.path);
    bed.writer->write(count);
}

void doubleRotation(Bed& bed) {
    bed.follow();
    bed.writer->write(100);
    bed.caughtUp();
    for (int i = 0; i < 2; ++i) {
        rotate(bed, 5);
        bed.writer->reopen(bed.path);
        bed.writer->write(50);
    }
}

void suspendedThreeRotations(Bed& bed) {
    bed.follow();
    bed.writer->write(100);
    bed.caughtUp();
    bed.follower->suspend(true);
    bed.rest(20ms);
    for (int i = 0; i < 3; ++i) {
        rotate(bed, 5);
        bed.writer->reopen(bed.path);
        bed.writer->write(50);
    }
    bed.follower->suspend(false);
}

void retarget(Bed& bed) {
    const QString link = bed.file(u"current.log"_s);
    QFile::link(bed.path, link);
    bed.followOther(link);
    bed.writer->write(100);
    bed.caughtUp();
    bed.follower->suspend(true);
    bed.rest(20ms);
    bed.writer->write(20);
    bed.writer->reopen(bed.file(u"second.log"_s));
    bed.writer->write(80);
    QFile::link(bed.file(u"second.log"_s), bed.file(u"new.link"_s));
    bed.move(u"new.link"_s, u"current.log"_s);
    bed.follower->suspend(false);
}

void appearsLater(Bed& bed) {
    QFile::remove(bed.path);
    bed.follow();
    bed.rest(300ms);
    bed.writer->reopen(bed.path);
    bed.writer->write(100);
}

void folderComesBack(Bed& bed) {
    QDir().mkpath(bed.file(u"sub"_s));
    const QString path = bed.file(u"sub/app.log"_s);
    bed.writer->reopen(path);
    bed.writer->write(100);
    bed.followOther(path);
    bed.caughtUp();
    QDir(bed.file(u"sub"_s)).removeRecursively();
    bed.rest(1000ms);
    QDir().mkpath(bed.file(u"sub"_s));
    bed.writer->reopen(path);
    bed.writer->write(100);
}

void halfLine(Bed& bed) {
    bed.follow();
    bed.writer->write(10);
    const std::string line = bed.writer->next();
    bed.writer->put(line.substr(0, 12));
    bed.rest(400ms);
    bed.writer->put(line.substr(12) + "\n");
    bed.writer->written.push_back(line);
    bed.writer->write(10);
}

void unterminatedThenRotation(Bed& bed) {
    bed.follow();
    bed.writer->write(30);
    bed.writer->written.push_back(bed.writer->next());
    bed.writer->put(bed.writer->written.back());
    bed.rest(200ms);
    bed.move(u"app.log"_s, u"app.log.1"_s);
    bed.writer->reopen(bed.path);
    bed.writer->write(50);
    bed.inOrder = false;
}

void carriageReturns(Bed& bed) {
    bed.follow();
    for (int i = 0; i < 100; ++i) {
        bed.writer->written.push_back(bed.writer->next());
        bed.writer->put(bed.writer->written.back() + "\r\n");
    }
    // One that stands alone ends no line, also where the line's own end comes in two pieces.
    bed.writer->written.push_back("left\rright " + bed.writer->next());
    bed.writer->put(bed.writer->written.back() + "\r");
    bed.rest(300ms);
    bed.writer->put("\n");
    bed.writer->write(10);
}

void holeOfZeros(Bed& bed) {
    bed.expectGaps(2);               // the truncation, and the hole
    bed.writer->reopen(bed.path, 0); // not appending: goes on at its old place
    bed.follow();
    bed.writer->write(20'000);
    bed.caughtUp();
    bed.rest(100ms);
    bed.truncate();
    bed.writer->write(100);
}

/// As after the machine went down.
void holeInALine(Bed& bed, qint64 zeros) {
    bed.gapsMost = 1; // a few zeros are skipped with the line
    bed.writer->reopen(bed.path, 0);
    bed.writer->write(10);
    bed.writer->put("half of a li");
    bed.writer->written.emplace_back("half of a li");
    ::lseek(bed.writer->descriptor(), zeros, SEEK_CUR);
    bed.writer->write(10);
    bed.follow();
    bed.caughtUp();
    bed.writer->write(10);
}

void longLine(Bed& bed) {
    bed.follow();
    bed.writer->write(10);
    bed.writer->put(std::string(20'000'000, 'x') + "\n");
    bed.writer->write(10);
    bed.writer->written.insert(bed.writer->written.begin() + 10, std::string(1024 * 1024, 'x'));
}

void bytewise(Bed& bed) {
    bed.follow();
    const std::string line = "gr\xC3\xB6\xC3\x9F \xE2\x82\xAC \xF0\x9F\x98\x80";
    for (const char c : line) {
        bed.writer->put({&c, 1});
        bed.rest(30ms);
    }
    bed.writer->put("\n");
    bed.writer->written.push_back(line);
}

void grownCopy(Bed& bed) {
    bed.follow();
    bed.writer->write(100);
    bed.caughtUp();
    bed.copy(u"app.log"_s, u"app.log.tmp"_s);
    bed.writer->reopen(bed.file(u"app.log.tmp"_s));
    bed.writer->write(20);
    bed.move(u"app.log.tmp"_s, u"app.log"_s);
}

/// As an editor or a deployment does that thinks better of it. The descriptor stays open all the while.
void awayAndBack(Bed& bed) {
    bed.follow();
    bed.writer->write(100);
    bed.caughtUp();
    bed.move(u"app.log"_s, u"app.log.old"_s);
    LineWriter between(bed.path);
    between.put("between\n");
    bed.earlier.emplace_back("between");
    bed.caughtUp();
    bed.move(u"app.log.old"_s, u"app.log"_s);
    bed.writer->write(50);
    bed.inOrder = false;
}

void burst(Bed& bed) {
    bed.follow();
    bed.writer->write(200'000);
}

void storm(Bed& bed) {
    bed.gapsMost = 60; // polling alone on a busy machine may miss some; then it says so
    bed.follow();
    bed.writer->write(40);
    bed.caughtUp();
    for (int i = 0; i < 60; ++i) {
        rotate(bed, 8);
        bed.writer->reopen(bed.path);
        bed.writer->write(40);
        bed.rest(20ms);
    }
}

void compressedMeanwhile(Bed& bed) {
    bed.follow();
    bed.writer->write(100);
    bed.caughtUp();
    bed.follower->suspend(true);
    bed.rest(20ms);
    bed.writer->write(100);
    for (int i = 0; i < 2; ++i) {
        bed.move(u"app.log.1"_s, u"app.log.2"_s);
        bed.move(u"app.log"_s, u"app.log.1"_s);
        bed.writer->reopen(bed.path);
        bed.writer->write(50);
    }
    for (const QString& name : {u"app.log.2"_s, u"app.log.1"_s}) {
        QFile file(bed.file(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        bed.put(name + u".gz"_s, packed(file.readAll()));
        QFile::remove(bed.file(name));
    }
    bed.follower->suspend(false);
}

void smallFile(Bed& bed, int bytes) {
    bed.writer->written.push_back(std::string(static_cast<std::size_t>(bytes - 1), 'x'));
    bed.writer->put(bed.writer->written.back() + "\n");
    bed.follow();
}

void sameBanner(Bed& bed) {
    const std::string banner(2048, '#');
    bed.writer->put(banner + "\n");
    bed.writer->written.push_back(banner);
    bed.follow();
    bed.writer->write(10);
    bed.caughtUp();
    rotate(bed, 3);
    bed.writer->reopen(bed.path);
    bed.writer->put("# second\n");
    bed.writer->written.push_back("# second");
    bed.writer->write(10);
}

/// The middle one of three files was never looked at, and all begin alike.
void sharedHeader(Bed& bed, std::string header) {
    bed.header = std::move(header);
    begin(bed);
    bed.follow();
    bed.writer->write(20);
    bed.caughtUp();
    bed.follower->suspend(true);
    bed.rest(20ms);
    rotate(bed, 5);
    begin(bed);
    bed.writer->write(20);
    rotate(bed, 5);
    begin(bed);
    bed.follower->suspend(false);
    bed.rest(300ms);
    bed.writer->write(5);
}

void idleHeader(Bed& bed) {
    bed.header = "#Fields: time status";
    bed.follow();
    begin(bed);
    bed.rest(300ms);
    bed.follower->suspend(true);
    bed.rest(20ms);
    for (int i = 0; i < 2; ++i) {
        rotate(bed, 5);
        begin(bed);
        bed.writer->write(20);
    }
    bed.follower->suspend(false);
}

void copiedTwiceUnderHeader(Bed& bed) {
    bed.expectGaps(1);
    bed.header = "#Fields: time status";
    begin(bed);
    bed.follow();
    bed.writer->write(50);
    bed.caughtUp();
    bed.follower->suspend(true);
    bed.rest(20ms);
    for (int i = 0; i < 2; ++i) {
        bed.move(u"app.log.1"_s, u"app.log.2"_s);
        bed.copy(u"app.log"_s, u"app.log.1"_s);
        bed.truncate();
        bed.writer->put(bed.header + "\n");
        bed.writer->write(20);
    }
    bed.follower->suspend(false);
}

void emptyThenReplaced(Bed& bed) {
    bed.follow();
    bed.rest(100ms);
    bed.writer->reopen(bed.file(u"other"_s));
    bed.writer->write(20);
    bed.move(u"other"_s, u"app.log"_s);
}

void sparse(Bed& bed) {
    bed.expectGaps(1);
    ::truncate(QFile::encodeName(bed.path).constData(), 5LL << 30);
    bed.writer->write(20);
    bed.follow();
}

struct Row {
    const char* name;
    std::function<void(Bed&)> scenario;
};

const Row rows[] = {
    {"plain append", plain},
    {"F01 renamed, writer holds the old file", renameCreate},
    {"F02 old file written after the new one exists", lateWriter},
    {"F03 copied and truncated, caught up", copyTruncateIdle},
    {"F04 F05 copied and truncated, 20,000 lines unread", copyTruncateBurst},
    {"F06 truncated, rewritten to the same size", [](Bed& bed) { truncateTo(bed, 100); }},
    {"F07 truncated, rewritten larger", [](Bed& bed) { truncateTo(bed, 300); }},
    {"F08 deleted and made anew, smaller", [](Bed& bed) { recreate(bed, 50); }},
    {"F09 deleted and made anew, larger", [](Bed& bed) { recreate(bed, 300); }},
    {"F11 two rotations between looks", doubleRotation},
    {"F12 three rotations while suspended", suspendedThreeRotations},
    {"F14 sixty rotations", storm},
    {"F15 compressed while unread", compressedMeanwhile},
    {"F20 same first KiB", sameBanner},
    {"F11 F20 same first line", [](Bed& bed) { sharedHeader(bed, "#Fields: time status"); }},
    {"F11 F20 same first 2 KiB", [](Bed& bed) { sharedHeader(bed, std::string(2048, '#')); }},
    {"F12 F20 one held nothing but the first line", idleHeader},
    {"F05 F20 copied twice, same first line", copiedTwiceUnderHeader},
    {"F21 1 byte", [](Bed& bed) { smallFile(bed, 1); }},
    {"F21 63 bytes", [](Bed& bed) { smallFile(bed, 63); }},
    {"F21 1023 bytes", [](Bed& bed) { smallFile(bed, 1023); }},
    {"F21 1024 bytes", [](Bed& bed) { smallFile(bed, 1024); }},
    {"F22 empty, then replaced", emptyThenReplaced},
    {"F23 link to another file", retarget},
    {"F24 appears later", appearsLater},
    {"F25 folder removed and made again", folderComesBack},
    {"F26 replaced by a grown copy", grownCopy},
    {"F26 moved away, another in its place, moved back", awayAndBack},
    {"F28 half a line, the rest later", halfLine},
    {"F29 unterminated line, then rotation", unterminatedThenRotation},
    {"F30 one byte at a time", bytewise},
    {"F31 carriage returns", carriageReturns},
    {"F32 hole of zeros", holeOfZeros},
    {"F32 a few zeros in a line", [](Bed& bed) { holeInALine(bed, 3000); }},
    {"F32 a hole in a line", [](Bed& bed) { holeInALine(bed, 3'000'000); }},
    {"F33 a line of 20 MB", longLine},
    {"F34 F35 5 GiB of nothing before the lines", sparse},
    {"burst of 200,000 lines", burst},
};

} // namespace

class FollowBedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survives_data();
    void survives();
    void rotationsInALookKeepTheOrder();
    void anOpenLogIsInNobodysWay();
};

void FollowBedTest::survives_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("events");
    for (int row = 0; row < static_cast<int>(std::size(rows)); ++row) {
        QTest::addRow("%s", rows[row].name) << row << true;
        QTest::addRow("F43 F45 F47 by polling: %s", rows[row].name) << row << false;
    }
}

void FollowBedTest::survives() {
    QFETCH(int, row);
    QFETCH(bool, events);
    FileWatch::useEvents(events);
    const int runs = std::max(1, qEnvironmentVariableIntValue("DEROUTER_BED_RUNS"));
    for (int run = 0; run < runs; ++run) {
        Bed bed;
        rows[row].scenario(bed);
        bed.caughtUp();
        bed.follower->stop();
        const LineReading& reading = bed.follower->reading();
        auto lines = reading.lines;
        if (!bed.header.empty())
            std::erase(lines, bed.header);
        Verdict verdict = verdictOn(lines, bed.written());
        verdict.inOrder = verdict.inOrder || !bed.inOrder;
        if (verdict.lost > 0 && bed.gapsMost > 2 && !reading.gaps.empty())
            verdict.lost = 0; // said, not silent
        QCOMPARE(verdict, Verdict());
        const auto gaps = reading.gaps.size();
        QVERIFY2(gaps >= bed.gapsLeast, "a gap was not told");
        QVERIFY2(gaps <= bed.gapsMost, gaps == 0 ? "" : qPrintable(reading.gaps.back().cause));
    }
    FileWatch::useEvents(true);
}

/// F14: two rotations come between any two steps of a look.
void FollowBedTest::rotationsInALookKeepTheOrder() {
    constexpr int moments = 40;
    for (int moment = 0; moment < moments; ++moment) {
        Bed bed;
        bed.writer->write(20);
        std::chrono::milliseconds time{1000};
        int left = -1;
        const auto clock = [&] {
            if (left-- == 0)
                for (int i = 0; i < 2; ++i) {
                    rotate(bed, 8);
                    bed.writer->reopen(bed.path);
                    bed.writer->write(5);
                }
            return time += 11ms;
        };
        const SourceSpec spec{.path = bed.path, .older = {}, .follow = true, .format = {}, .timeZone = {}};
        FileSource source(spec, clock);
        LineReading reading(source);
        QVERIFY(source.open());
        const auto readAll = [&] {
            for (int ends = 0; ends < 6;)
                ends += reading.step() == ReadResult::Status::AtEnd ? 1 : 0;
        };
        readAll();
        rotate(bed, 8);
        bed.writer->reopen(bed.path);
        bed.writer->write(5);
        left = moment;
        readAll();
        QVERIFY(left < 0);
        QCOMPARE(verdictOn(reading.lines, bed.written()), Verdict());
        QVERIFY(reading.gaps.empty());
    }
}

/// F46: Windows refuses to rename or remove a file that another program has open, unless that one shares it.
void FollowBedTest::anOpenLogIsInNobodysWay() {
#ifdef Q_OS_WIN
    Bed bed;
    bed.follow();
    bed.writer->write(100);
    QVERIFY(bed.caughtUp());
    QVERIFY(QFile::rename(bed.path, bed.file(u"app.log.1"_s)));
    QVERIFY(QFile::remove(bed.file(u"app.log.1"_s)));
    bed.follower->stop();
#else
    QSKIP("F46: only Windows lets an open file be in the way of its writer");
#endif
}

QTEST_GUILESS_MAIN(FollowBedTest)
#include "thr_followbed.moc"
