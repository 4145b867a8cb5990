// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files as they come and go: followed, rotated, rewritten, compressed, and those that are no logs.

#include "linereading.h"
#include "logfolder.h"
#include "packing.h"
#include "source/logsource.h"

#include <QDir>
#include <QLocalServer>
#include <QProcess>
#include <QStringEncoder>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <thread>

using namespace derouter;
using namespace Qt::StringLiterals;

/// Reads a source on a thread of its own, as the ingest worker does; a turn to another file shows as a line
/// "--".
class Reading {
public:
    explicit Reading(const SourceSpec& spec)
        : m_source(makeSource(spec))
        , m_thread([this] { run(); }) {}
    ~Reading() {
        m_stop = true;
        m_source->wake();
        m_thread.join();
    }

    bool ended(int milliseconds) {
        return QTest::qWaitFor([this] { return m_ended.load(); }, milliseconds);
    }
    QByteArray bytes() {
        const std::lock_guard lock(m_mutex);
        return QByteArray::fromStdString(m_bytes);
    }
    QString error() {
        const std::lock_guard lock(m_mutex);
        return QString::fromStdString(m_error);
    }

private:
    void run() {
        read();
        m_ended = true;
    }

    void read() {
        if (const auto opened = m_source->open(); !opened)
            return fail(opened.error().message);
        std::vector<char> buffer(64 * 1024);
        while (!m_stop) {
            const ReadResult result = m_source->read(buffer);
            switch (result.status) {
            case ReadResult::Status::Data:
                add({buffer.data(), static_cast<qsizetype>(result.bytes)});
                break;
            case ReadResult::Status::Turn:
                add("--\n");
                break;
            case ReadResult::Status::Skipped:
                break;
            case ReadResult::Status::AtEnd:
            case ReadResult::Status::Missing:
            case ReadResult::Status::Unreadable:
                m_source->wait(std::chrono::milliseconds(1000));
                break;
            case ReadResult::Status::Ended:
                return;
            case ReadResult::Status::Failed:
                return fail(result.error.message);
            }
        }
    }

    void add(QByteArrayView bytes) {
        const std::lock_guard lock(m_mutex);
        m_bytes.append(bytes.data(), static_cast<std::size_t>(bytes.size()));
    }
    void fail(const QString& error) {
        const std::lock_guard lock(m_mutex);
        m_error = error.toStdString();
    }

    std::unique_ptr<LogSource> m_source;
    std::atomic<bool> m_stop = false;
    std::atomic<bool> m_ended = false;
    std::mutex m_mutex;
    std::string m_bytes; ///< no implicit sharing across the threads
    std::string m_error;
    std::thread m_thread;
};

class SourceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAFileToItsEnd();
    void followsAppends();
    void waitsForAFileToAppear();
    void readsOnInARenamedFile();
    void beginsAnewWhenTruncated();
    void noticesARewriting_data();
    void noticesARewriting();
    void followsADeletedAndRecreatedFile();
    void followsThroughARemovedFolder();
    void followsARetargetedLink();
    void followsWhatAnotherProcessWrites();
    void readsARotatedSetAsOneStream();
    void aRepeatedLineIsNoOverlap();
    void firstBytesMayShowNothing_data();
    void firstBytesMayShowNothing();
    void tellsOfARotatedFileThatIsRefused();
    void passesOverWhatTwoFilesOfASetShare();
    void goesOnWithAGrowingArchive();
    void waitsForAWriterOfANamedPipe();
    void unpacks_data();
    void unpacks();
    void readsUtf16();
    void readsUtf16WithoutAMark();
    void readsLinesThatEndInReturns();
    void saysWhatCannotBeRead_data();
    void saysWhatCannotBeRead();
    void readsResources();

private:
    static SourceSpec file(const QString& path, bool follow) {
        return {.path = path, .older = {}, .follow = follow, .format = {}, .timeZone = {}};
    }
};

static QByteArray lines(const QByteArray& prefix, int count) {
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += prefix + QByteArray::number(i) + '\n';
    return text;
}

static QByteArray joined(const std::vector<std::string>& all) {
    QByteArray text;
    for (const std::string& line : all)
        text += QByteArray::fromStdString(line) + '\n';
    return text;
}

void SourceTest::readsAFileToItsEnd() {
    const LogFolder folder;
    const QByteArray text = lines("a", 100'000) + "no end";
    Reading reading(file(folder.write(u"a.log"_s, text), false));
    QVERIFY(reading.ended(5000));
    QCOMPARE(reading.bytes(), text);
}

void SourceTest::followsAppends() {
    const LogFolder folder;
    Reading reading(file(folder.write(u"a.log"_s, "one\n"), true));
    QTRY_COMPARE(reading.bytes(), QByteArray("one\n"));
    folder.append(u"a.log"_s, "tw");
    QTRY_COMPARE(reading.bytes(), QByteArray("one\ntw"));
    folder.append(u"a.log"_s, "o\n");
    QTRY_COMPARE(reading.bytes(), QByteArray("one\ntwo\n"));
}

void SourceTest::waitsForAFileToAppear() {
    const LogFolder folder;
    Reading reading(file(folder.path(u"late.log"_s), true));
    QTest::qWait(50);
    folder.write(u"late.log"_s, "here\n");
    QTRY_COMPARE(reading.bytes(), QByteArray("here\n"));
}

void SourceTest::readsOnInARenamedFile() {
    const LogFolder folder;
    Reading reading(file(folder.write(u"a.log"_s, lines("a", 100)), true));
    QTRY_COMPARE(reading.bytes(), lines("a", 100));
    QFile old(folder.path(u"a.log"_s));
    QVERIFY(old.open(QIODevice::Append | QIODevice::Unbuffered));
    QVERIFY(QFile::rename(folder.path(u"a.log"_s), folder.path(u"a.log.1"_s)));
    folder.write(u"a.log"_s, lines("c", 100));
    QTest::qWait(300);
    old.write(lines("b", 50));
    QTRY_COMPARE_WITH_TIMEOUT(reading.bytes(),
                              lines("a", 100) + "--\n" + lines("c", 100) + "--\n" + lines("b", 50), 10'000);
}

void SourceTest::beginsAnewWhenTruncated() {
    const LogFolder folder;
    Reading reading(file(folder.write(u"a.log"_s, lines("a", 100)), true));
    QTRY_COMPARE(reading.bytes(), lines("a", 100));
    folder.write(u"a.log"_s, "b\n");
    QTRY_COMPARE(reading.bytes(), lines("a", 100) + "--\nb\n");
}

void SourceTest::noticesARewriting_data() {
    QTest::addColumn<int>("count");
    QTest::newRow("same size") << 100;
    QTest::newRow("larger") << 200;
}

void SourceTest::noticesARewriting() {
    QFETCH(int, count);
    const LogFolder folder;
    Reading reading(file(folder.write(u"a.log"_s, lines("a", 100)), true));
    QTRY_COMPARE(reading.bytes(), lines("a", 100));
    QTest::qWait(50);
    QFile inPlace(folder.path(u"a.log"_s));
    QVERIFY(inPlace.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    inPlace.write(lines("b", count));
    QTRY_COMPARE(reading.bytes(), lines("a", 100) + "--\n" + lines("b", count));
}

void SourceTest::followsADeletedAndRecreatedFile() {
    const LogFolder folder;
    Reading reading(file(folder.write(u"a.log"_s, lines("a", 10)), true));
    QTRY_COMPARE(reading.bytes(), lines("a", 10));
    QVERIFY(QFile::remove(folder.path(u"a.log"_s)));
    QTest::qWait(50);
    folder.write(u"a.log"_s, lines("b", 100));
    QTRY_COMPARE(reading.bytes(), lines("a", 10) + "--\n" + lines("b", 100));
}

void SourceTest::followsThroughARemovedFolder() {
    const LogFolder folder;
    QVERIFY(QDir().mkpath(folder.path(u"sub"_s)));
    Reading reading(file(folder.write(u"sub/a.log"_s, "a\n"), true));
    QTRY_COMPARE(reading.bytes(), QByteArray("a\n"));
    QVERIFY(QDir(folder.path(u"sub"_s)).removeRecursively());
    QTest::qWait(100);
    QVERIFY(QDir().mkpath(folder.path(u"sub"_s)));
    folder.write(u"sub/a.log"_s, "b\n");
    QTRY_COMPARE(reading.bytes(), QByteArray("a\n--\nb\n"));
}

void SourceTest::followsARetargetedLink() {
    const LogFolder folder;
    folder.write(u"one.log"_s, "one\n");
    folder.write(u"two.log"_s, "two\n");
    const QString link = folder.path(u"current.log"_s);
    QVERIFY(QFile::link(folder.path(u"one.log"_s), link));
    Reading reading(file(link, true));
    QTRY_COMPARE(reading.bytes(), QByteArray("one\n"));
    QVERIFY(QFile::remove(link));
    QVERIFY(QFile::link(folder.path(u"two.log"_s), link));
    QTRY_COMPARE(reading.bytes(), QByteArray("one\n--\ntwo\n"));
}

void SourceTest::followsWhatAnotherProcessWrites() {
#ifdef Q_OS_UNIX
    const LogFolder folder;
    const QString path = folder.write(u"a.log"_s, {});
    Reading reading(file(path, true));
    QProcess writer;
    writer.start(u"sh"_s,
                 {u"-c"_s, u"i=0; while [ $i -lt 250 ]; do echo line$i >> \"$0\"; i=$((i+1)); done"_s, path});
    QTRY_COMPARE_WITH_TIMEOUT(reading.bytes(), lines("line", 250), 20'000);
    QTRY_COMPARE(writer.state(), QProcess::NotRunning);
#endif
}

/// F18
void SourceTest::readsARotatedSetAsOneStream() {
    const LogFolder folder;
    folder.write(u"a.log.2.gz"_s, packed(lines("a", 100)));
    folder.write(u"a.log.1"_s, lines("b", 100));
    folder.write(u"a.log.1.gz"_s, packed(lines("b", 100)));
    folder.write(u"a.log"_s, lines("c", 100) + "no end");
    SourceSpec set = file(folder.path(u"a.log"_s), false);
    set.older = {folder.path(u"a.log.2.gz"_s), folder.path(u"a.log.1"_s), folder.path(u"a.log.1.gz"_s)};
    const auto source = makeSource(set);
    LineReading reading(*source);
    QVERIFY(source->open());
    while (reading.step() != ReadResult::Status::Ended) {
    }
    reading.finish();
    QCOMPARE(joined(reading.lines), lines("a", 100) + lines("b", 100) + lines("c", 100) + "no end\n");
    QCOMPARE(reading.duplicates, 100u);
    QCOMPARE(reading.skipped, static_cast<std::uint64_t>(lines("b", 100).size()));
    QCOMPARE(source->files(), (QStringList{u"a.log.2.gz"_s, u"a.log.1"_s, u"a.log.1.gz"_s, u"a.log"_s}));
}

/// F18: one line that stands at the end of a file and at the beginning of the next is no overlap.
void SourceTest::aRepeatedLineIsNoOverlap() {
    const LogFolder folder;
    const QByteArray line = QByteArray(100, 'x') + " 429\n";
    folder.write(u"a.log.1"_s, "first\n" + line.repeated(5));
    folder.write(u"a.log"_s, line.repeated(8));
    SourceSpec set = file(folder.path(u"a.log"_s), false);
    set.older = {folder.path(u"a.log.1"_s)};
    const auto source = makeSource(set);
    LineReading reading(*source);
    QVERIFY(source->open());
    while (reading.step() != ReadResult::Status::Ended) {
    }
    QCOMPARE(reading.lines.size(), std::size_t(14));
    QCOMPARE(reading.duplicates, 0u);
}

/// F21: what the first byte of a followed log is of shows later.
void SourceTest::firstBytesMayShowNothing_data() {
    const QByteArray utf16 = QStringEncoder(QStringEncoder::Utf16LE)(u"request 1\nrequest 2\n"_s);
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-16 with a mark") << "\xFF\xFE" + utf16;
    QTest::newRow("UTF-16 without") << utf16;
    QTest::newRow("compressed") << packed(lines("line", 20));
}

void SourceTest::firstBytesMayShowNothing() {
    QFETCH(QByteArray, bytes);
    const LogFolder folder;
    const QString path = folder.write(u"whole.log"_s, bytes);
    Reading whole(file(path, false));
    QVERIFY(whole.ended(10'000));
    folder.write(u"a.log"_s, bytes.first(1));
    Reading reading(file(folder.path(u"a.log"_s), true));
    QTest::qWait(300);
    folder.append(u"a.log"_s, bytes.sliced(1));
    QTRY_COMPARE_WITH_TIMEOUT(reading.bytes(), whole.bytes(), 10'000);
}

/// F38: permission is lost for good, or comes back on the rotated file.
void SourceTest::tellsOfARotatedFileThatIsRefused() {
#ifdef Q_OS_UNIX
    const LogFolder folder;
    const QString path = folder.path(u"a.log"_s);
    QVERIFY(chmod(QFile::encodeName(folder.path(u"."_s)).constData(), 0777) == 0);
    const bool isRoot = geteuid() == 0; // whom no permission keeps out
    QVERIFY(!isRoot || seteuid(65534) == 0);
    const auto again = qScopeGuard([isRoot] { QVERIFY(!isRoot || seteuid(0) == 0); });
    folder.write(u"a.log"_s, lines("a", 10));
    const auto source = makeSource(file(path, true));
    LineReading reading(*source);
    QVERIFY(source->open());
    const auto readAll = [&] {
        for (int ends = 0; ends < 6; source->wait(std::chrono::milliseconds(20)))
            ends += reading.step() == ReadResult::Status::Data ? 0 : 1;
    };
    readAll();
    const auto rotate = [&](const QString& name) { return QFile::rename(path, folder.path(name)); };
    QVERIFY(rotate(u"a.log.2"_s));
    folder.write(u"a.log"_s, lines("b", 10));
    QVERIFY(chmod(QFile::encodeName(path).constData(), 0) == 0);
    QVERIFY(rotate(u"a.log.1"_s));
    folder.write(u"a.log"_s, lines("c", 10));
    readAll();
    QCOMPARE(reading.lines.size(), std::size_t(20));
    QCOMPARE(reading.gaps.size(), std::size_t(1));
    QVERIFY2(reading.gaps.front().cause.contains(u"a.log.1 cannot be read: permission denied"_s),
             qPrintable(reading.gaps.front().cause));
    QVERIFY(chmod(QFile::encodeName(folder.path(u"a.log.1"_s)).constData(), 0600) == 0);
    readAll();
    QCOMPARE(reading.lines.size(), std::size_t(30));
    QCOMPARE(reading.gaps.size(), std::size_t(1));
#endif
}

/// F18: exports that overlap.
void SourceTest::passesOverWhatTwoFilesOfASetShare() {
    const LogFolder folder;
    const QByteArray all = lines("a line of some length, as logs have them ", 300);
    const auto part = [&](int from, int to) {
        return lines("a line of some length, as logs have them ", to)
            .sliced(lines("a line of some length, as logs have them ", from).size());
    };
    folder.write(u"a.log.2.gz"_s, packed(part(0, 120)));
    folder.write(u"a.log.1"_s, part(100, 220));
    folder.write(u"a.log"_s, part(200, 300));
    SourceSpec set = file(folder.path(u"a.log"_s), false);
    set.older = {folder.path(u"a.log.2.gz"_s), folder.path(u"a.log.1"_s)};
    const auto source = makeSource(set);
    LineReading reading(*source);
    QVERIFY(source->open());
    while (reading.step() != ReadResult::Status::Ended) {
    }
    QCOMPARE(joined(reading.lines), all);
    QCOMPARE(reading.duplicates, 40u);
}

/// F16: fed in five pieces; nothing twice.
void SourceTest::goesOnWithAGrowingArchive() {
    const LogFolder folder;
    const QByteArray text = lines("a line of some length, as logs have them ", 200'000);
    const QByteArray whole = packed(text);
    folder.write(u"a.log.gz"_s, whole.first(whole.size() / 5));
    Reading reading(file(folder.path(u"a.log.gz"_s), true));
    QTRY_VERIFY_WITH_TIMEOUT(!reading.bytes().isEmpty(), 10'000);
    for (int piece = 1; piece < 5; ++piece) {
        QTest::qWait(100);
        const qsizetype from = whole.size() * piece / 5;
        folder.append(u"a.log.gz"_s, whole.sliced(from, whole.size() * (piece + 1) / 5 - from));
    }
    QTRY_COMPARE_WITH_TIMEOUT(reading.bytes().size(), text.size(), 20'000);
    QCOMPARE(reading.bytes(), text);
}

/// F40
void SourceTest::waitsForAWriterOfANamedPipe() {
    const LogFolder folder;
    const QString path = folder.path(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    Reading followed(file(path, true));
    QTest::qWait(50);
    for (const QByteArray& text : {QByteArray("one\n"), QByteArray("half of tw"), QByteArray("three\n")}) {
        folder.append(u"pipe"_s, text);
        QTRY_VERIFY(followed.bytes().contains(text));
        QTest::qWait(50);
    }
    QCOMPARE(followed.bytes(), QByteArray("one\nhalf of tw--\nthree\n"));

    const QString other = folder.path(u"other"_s);
    QCOMPARE(mkfifo(QFile::encodeName(other).constData(), 0600), 0);
    Reading read(file(other, false));
    QTest::qWait(50);
    folder.append(u"other"_s, "one\n");
    QVERIFY(read.ended(5000));
    QCOMPARE(read.bytes(), QByteArray("one\n"));
}

void SourceTest::unpacks_data() {
    QTest::addColumn<int>("filter");
    QTest::newRow("gzip") << ARCHIVE_FILTER_GZIP;
    QTest::newRow("Zstandard") << ARCHIVE_FILTER_ZSTD;
    QTest::newRow("xz") << ARCHIVE_FILTER_XZ;
    QTest::newRow("bzip2") << ARCHIVE_FILTER_BZIP2;
    QTest::newRow("LZ4") << ARCHIVE_FILTER_LZ4;
}

void SourceTest::unpacks() {
    QFETCH(int, filter);
    const LogFolder folder;
    const QByteArray text = lines("a", 50'000);
    Reading reading(file(folder.write(u"a.log"_s, packed(text, filter)), false));
    QVERIFY(reading.ended(10'000));
    QCOMPARE(reading.error(), QString());
    QCOMPARE(reading.bytes(), text);
}

void SourceTest::readsUtf16() {
    const LogFolder folder;
    const QString text = u"status 529 \u00e9 \U0001F600\r\n"_s.repeated(20'000);
    QStringEncoder encoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    const QByteArray bytes = encoder.encode(text);
    Reading reading(file(folder.write(u"ps.log"_s, bytes), false));
    QVERIFY(reading.ended(10'000));
    QCOMPARE(reading.bytes(), text.toUtf8());
}

/// Without a mark they are known by their zeros; text of another script has few of them.
void SourceTest::readsUtf16WithoutAMark() {
    const LogFolder folder;
    const QString text = u"status 529 \u7e41\u5fd9 \u00e9\n"_s.repeated(20'000);
    for (const auto encoding : {QStringEncoder::Utf16LE, QStringEncoder::Utf16BE}) {
        QStringEncoder encoder(encoding);
        const QByteArray bytes = encoder.encode(text);
        Reading reading(file(folder.write(u"bare.log"_s, bytes), false));
        QVERIFY(reading.ended(10'000));
        QCOMPARE(reading.bytes(), text.toUtf8());
    }
}

void SourceTest::readsLinesThatEndInReturns() {
    const LogFolder folder;
    const QByteArray text = QByteArray("status 529\r").repeated(20'000);
    Reading reading(file(folder.write(u"mac.log"_s, text), false));
    QVERIFY(reading.ended(10'000));
    QCOMPARE(reading.bytes(), QByteArray(text).replace('\r', '\n'));

    // A meter that was written over, and a line feed somewhere: no ends of lines.
    const QByteArray meter = "10%\r20%\rdone\n";
    Reading metered(file(folder.write(u"meter.log"_s, meter), false));
    QVERIFY(metered.ended(10'000));
    QCOMPARE(metered.bytes(), meter);
}

void SourceTest::saysWhatCannotBeRead_data() {
    const QByteArray zeros(5000, '\0');
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n0000") << u"a PNG image"_s;
    QTest::newRow("controls") << QByteArray("\x01\x02\x03\x04 text").repeated(50) << u"binary data"_s;
    QTest::newRow("colours") << QByteArray("\x1b[31m\xE9rror\x1b[0m\n").repeated(50) << QString();
    QTest::newRow("a hole of zeros") << zeros + "text\n" << QString();
    QTest::newRow("a hole between") << "before\n" + zeros + "behind\n" << QString();
    QTest::newRow("an end of zeros") << "before\n" + zeros << QString();
    QTest::newRow("controls between holes")
        << (QByteArray(100, '\0') + "\x02\x03 a").repeated(50) << u"binary data"_s;
    QTest::newRow("empty") << QByteArray() << QString();
}

void SourceTest::saysWhatCannotBeRead() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const LogFolder folder;
    Reading reading(file(folder.write(u"x.log"_s, bytes), false));
    QVERIFY(reading.ended(10'000));
    QCOMPARE(reading.error().isEmpty(), says.isEmpty());
    QVERIFY2(reading.error().contains(says), qPrintable(reading.error()));
    if (says.isEmpty()) // F32: zeros with something behind them are passed over
        QCOMPARE(reading.bytes(), bytes.endsWith('\n') ? bytes.replace(QByteArray(5000, '\0'), {}) : bytes);

    Reading missing(file(folder.path(u"missing.log"_s), false));
    QVERIFY(missing.ended(10'000));
    QVERIFY2(missing.error().contains(u"missing.log does not exist"_s), qPrintable(missing.error()));

    // F41, F42
    QLocalServer socket;
    QVERIFY(socket.listen(folder.path(u"socket"_s)));
    const std::pair<QString, QString> odd[] = {{u"/dev/zero"_s, u"is a device"_s},
                                               {u"/dev/tty"_s, u"is a device"_s},
                                               {folder.path(u"socket"_s), u"is a socket"_s},
                                               {u"/proc/self/mounts"_s, QString()}};
    for (const auto& [path, sentence] : odd) {
        Reading refused(file(path, true));
        QVERIFY(refused.ended(10'000));
        QVERIFY2(refused.error().contains(sentence), qPrintable(refused.error()));
        QCOMPARE(refused.error().isEmpty(), sentence.isEmpty());
        QCOMPARE(refused.bytes().isEmpty(), !sentence.isEmpty());
    }

    Reading aFolder(file(folder.path(u"."_s), false));
    QVERIFY(aFolder.ended(10'000));
    QVERIFY(aFolder.error().contains(u"is a folder without log files"_s));
}

void SourceTest::readsResources() {
    Reading reading(file(u":/formats/json-lines.json"_s, true));
    QVERIFY(reading.ended(10'000) || !reading.bytes().isEmpty());
    QVERIFY(reading.bytes().contains("pino"));
}

QTEST_GUILESS_MAIN(SourceTest)
#include "thr_source.moc"
