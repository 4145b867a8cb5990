// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Archives as sources: what is read of them, what is passed over, and what they must not be able to do.

#include "logfolder.h"
#include "packing.h"
#include "source/archivesource.h"
#include "wholereading.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QtEndian>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(PackedMember)

class ArchivesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEachMemberAsALogOfItsOwn_data();
    void readsEachMemberAsALogOfItsOwn();
    void readsWhatIsPackedInAMember_data();
    void readsWhatIsPackedInAMember();
    void givesLinesOfOneLogOnce_data();
    void givesLinesOfOneLogOnce();
    void namesWhatIsNoLogOnce();
    void endsThoughItIsFollowed();
    void bombs_data();
    void bombs();
    void theDefaultLimits();
    void memberNames_data();
    void memberNames();
    void saysWhatCannotBeRead_data();
    void saysWhatCannotBeRead();
    void tellsAHundredOfManyFaults();
    void showsNamesHarmlessly_data();
    void showsNamesHarmlessly();
    void namesAreHarmlessInReports();
    void aReportFailsWhenAMemberCannotBeRead_data();
    void aReportFailsWhenAMemberCannotBeRead();
};

namespace {

/// With its zeros.
template <std::size_t size> QByteArray bytes(const char (&text)[size]) {
    return QByteArray(text, size - 1);
}

/// The biggest the process ever was, in MiB; 0 where that cannot be known.
int mostMemory() {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toInt() / 1024;
    return 0;
}

QByteArray zeros(int mebibytes) {
    return QByteArray(qsizetype(mebibytes) << 20, '\0');
}

} // namespace

void ArchivesTest::readsEachMemberAsALogOfItsOwn_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("filter");
    QTest::newRow("zip") << ARCHIVE_FORMAT_ZIP << ARCHIVE_FILTER_NONE;
    QTest::newRow("tar") << ARCHIVE_FORMAT_TAR_PAX_RESTRICTED << ARCHIVE_FILTER_NONE;
    QTest::newRow("ustar.gz") << ARCHIVE_FORMAT_TAR_USTAR << ARCHIVE_FILTER_GZIP;
    QTest::newRow("gnutar.xz") << ARCHIVE_FORMAT_TAR_GNUTAR << ARCHIVE_FILTER_XZ;
    QTest::newRow("tar.zst") << ARCHIVE_FORMAT_TAR_PAX_RESTRICTED << ARCHIVE_FILTER_ZSTD;
    QTest::newRow("tar.bz2") << ARCHIVE_FORMAT_TAR_PAX_RESTRICTED << ARCHIVE_FILTER_BZIP2;
    QTest::newRow("tar.lz4") << ARCHIVE_FORMAT_TAR_PAX_RESTRICTED << ARCHIVE_FILTER_LZ4;
}

void ArchivesTest::readsEachMemberAsALogOfItsOwn() {
    QFETCH(int, format);
    QFETCH(int, filter);
    const LogFolder folder;
    const QByteArray long1 = numberedLines("a line that is long enough to fill blocks ", 50'000);
    const auto whole =
        readWhole(folder.write(u"bundle"_s, archived({{"logs", {}, AE_IFDIR},
                                                      {"logs/app.log", "one\nno end"},
                                                      {"empty.log"},
                                                      {"logs/long.log", long1},
                                                      {"two.log", bytes("\xff\xfet\0w\0o\0\n\0")},
                                                      {"old.log", "three\rfour\r"}},
                                                     {.format = format, .filter = filter})));
    QCOMPARE(whole.error, QString());
    QCOMPARE(whole.text, "one\nno end\n" + long1 + "two\nthree\nfour\n");
    QCOMPARE(whole.files,
             (QStringList{u"bundle: logs/app.log"_s, u"bundle: empty.log"_s, u"bundle: logs/long.log"_s,
                          u"bundle: two.log"_s, u"bundle: old.log"_s}));
}

void ArchivesTest::readsWhatIsPackedInAMember_data() {
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("name");
    const QByteArray text = "inside\n";
    const ArchiveForm tar{.format = ARCHIVE_FORMAT_TAR_USTAR};
    const ArchiveForm tarGz{.format = ARCHIVE_FORMAT_TAR_USTAR, .filter = ARCHIVE_FILTER_GZIP};
    QTest::newRow("gz in a zip") << archived({{"a.log.1.gz", packed(text)}}) << u"x: a.log.1.gz"_s;
    QTest::newRow("xz in a tar.gz") << archived({{"a.xz", packed(text, ARCHIVE_FILTER_XZ)}}, tarGz)
                                    << u"x: a.xz"_s;
    QTest::newRow("tar in a zip") << archived({{"in.tar", archived({{"a.log", text}}, tar)}})
                                  << u"x: in.tar: a.log"_s;
    QTest::newRow("tar.gz in a zip") << archived({{"in.tar.gz", archived({{"a.log", text}}, tarGz)}})
                                     << u"x: in.tar.gz: a.log"_s;
    QTest::newRow("zip in a tar") << archived({{"in.zip", archived({{"a.log", text}})}}, tar)
                                  << u"x: in.zip: a.log"_s;
    QTest::newRow("zip in a zip") << archived({{"in.zip", archived({{"a.log", text}})}})
                                  << u"x: in.zip: a.log"_s;
    QTest::newRow("gz in a gz") << packed(packed(text)) << u"x"_s;
    QTest::newRow("zip in a gz") << packed(archived({{"a.log", text}})) << u"x: a.log"_s;
}

void ArchivesTest::readsWhatIsPackedInAMember() {
    QFETCH(QByteArray, archive);
    QFETCH(QString, name);
    const LogFolder folder;
    const auto whole = readWhole(folder.write(u"x"_s, archive));
    QCOMPARE(whole.error, QString());
    QCOMPARE(whole.gaps, QStringList());
    QCOMPARE(whole.text, QByteArray("inside\n"));
    QCOMPARE(whole.files, QStringList{name});
}

/// F18 in an archive: rotated files of one log, whatever their order.
void ArchivesTest::givesLinesOfOneLogOnce_data() {
    QTest::addColumn<QList<QByteArray>>("texts");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<quint64>("duplicates");
    const QByteArray line = "a line of some length, as logs have them ";
    const QByteArray a = numberedLines(line + 'a', 50);
    const QByteArray b = numberedLines(line + 'b', 50);
    const QByteArray big = numberedLines(line + 'c', 5000);
    using Texts = QList<QByteArray>;
    QTest::newRow("different files") << Texts{a, b} << a + b << quint64(0);
    QTest::newRow("twins") << Texts{a, a} << a << quint64(50);
    QTest::newRow("twins of many blocks") << Texts{big, big} << big << quint64(5000);
    QTest::newRow("twins without an end") << Texts{a + "no end", a + "no end"} << a + "no end\n"
                                          << quint64(51);
    QTest::newRow("one that grew") << Texts{a, a + b} << a + b << quint64(50);
    QTest::newRow("many blocks that grew") << Texts{big, big + a} << big + a << quint64(5000);
    QTest::newRow("a line that grew")
        << Texts{a + "be", a + "begun and ended\n"} << a + "be\nbegun and ended\n"
        << quint64(50);
    QTest::newRow("one of three") << Texts{a, b, b} << a + b << quint64(50);
    QTest::newRow("a short beginning is chance")
        << Texts{"x\n", "x\ny\n"} << bytes("x\nx\ny\n") << quint64(0);
    const QByteArray block = numberedLines(line, 3000).first(65536);
    QTest::newRow("another block in the middle")
        << Texts{block + "one" + block, block + "two" + block}
        << block + "one" + block + '\n' + (block.sliced(block.lastIndexOf('\n') + 1) + "two" + block) + '\n'
        << quint64(block.count('\n'));
}

void ArchivesTest::givesLinesOfOneLogOnce() {
    QFETCH(QList<QByteArray>, texts);
    QFETCH(QByteArray, expected);
    QFETCH(quint64, duplicates);
    const LogFolder folder;
    QList<PackedMember> members;
    for (int i = 0; i < texts.size(); ++i)
        members.push_back({i == 0 ? bytes("app.log") : "app.log." + QByteArray::number(i), texts[i]});
    members.back().name += ".gz";
    members.back().text = packed(members.back().text);
    const auto whole = readWhole(folder.write(u"x.zip"_s, archived(members)));
    QCOMPARE(whole.error, QString());
    QCOMPARE(whole.text, expected);
    QCOMPARE(whole.duplicates, duplicates);

    for (PackedMember& member : members)
        member.name = QByteArray::number(&member - members.data()) + "/" + member.name;
    const auto others = readWhole(folder.write(u"y.zip"_s, archived(members)));
    QCOMPARE(others.duplicates, 0u); // in other folders they are other logs
}

void ArchivesTest::namesWhatIsNoLogOnce() {
    const LogFolder folder;
    const auto whole = readWhole(
        folder.write(u"x.tar"_s, archived({{"logs", {}, AE_IFDIR},
                                           {"logo.png", "\x89PNG\r\n\x1a\n" + QByteArray(100, '\1')},
                                           {"data.db", bytes("SQLite format 3\0") + QByteArray(100, '\0')},
                                           {"run", "\x7f"
                                                   "ELF\2\1\1"},
                                           {"logs/now", {}, AE_IFLNK, "app.log"},
                                           {"logs/app.log", "text\n"},
                                           {"logs/same.log", {}, AE_IFREG, "logs/app.log"},
                                           {"pipe", {}, AE_IFIFO},
                                           {"console", {}, AE_IFCHR}},
                                          {.format = ARCHIVE_FORMAT_TAR_PAX_RESTRICTED})));
    QCOMPARE(whole.error, QString());
    QCOMPARE(whole.text, QByteArray("text\n"));
    QCOMPARE(whole.gaps, QStringList{u"Passed over as no logs: logs/ (a folder), logo.png (a PNG image), "
                                     "data.db (an SQLite database), run (a program), logs/now (a link), "
                                     "logs/same.log (a link), pipe (a device), console (a device)."_s});
}

void ArchivesTest::endsThoughItIsFollowed() {
    const LogFolder folder;
    const auto source = makeSource(fileSpec(folder.write(u"x.zip"_s, archived({{"a.log", "a\n"}})), true));
    QVERIFY(source->ends());
    QCOMPARE(readWhole(*source).text, QByteArray("a\n"));
}

namespace {

void append(QByteArray& bytes, std::initializer_list<std::pair<std::uint32_t, int>> numbers) {
    for (const auto& [number, size] : numbers) {
        char little[4];
        qToLittleEndian(number, little);
        bytes.append(little, size);
    }
}

/// As D. Fifield makes them: so many members, each of which holds as stored bytes the headers of those behind
/// it, and then the deflated text that they share. The checksums are wrong.
QByteArray overlapping(const QByteArray& text, int count) {
    const QByteArray zip = archived({{"a", text}});
    const qsizetype directory = zip.lastIndexOf("PK\x01\x02");
    const auto size = qFromLittleEndian<std::uint32_t>(zip.constData() + directory + 20);
    const qsizetype begin =
        zip.indexOf("PK\x07\x08") >= 0 ? zip.indexOf("PK\x07\x08") - size : directory - size;
    QByteArray members = zip.sliced(begin, size);
    QByteArrayList headers;
    constexpr int quoted = 7 + 31; // the line and the header that a member holds before the next one
    for (int i = 0; i < count; ++i) {
        const auto fields = {std::pair<std::uint32_t, int>(20, 2),
                             {0, 2},
                             {8, 2},
                             {0, 4},
                             {0, 4},
                             {std::uint32_t(members.size()), 4},
                             {std::uint32_t(text.size() + i * quoted), 4},
                             {1, 2},
                             {0, 2}};
        QByteArray local("PK\x03\x04");
        append(local, fields);
        local += 'a';
        const QByteArray line = "a line\n"; // else the member would look like an archive itself
        const auto length = static_cast<std::uint32_t>((line + local).size());
        QByteArray stored(1, '\0');
        append(stored, {{length, 2}, {~length & 0xffff, 2}});
        QByteArray central("PK\x01\x02");
        append(central, {{20, 2}});
        append(central, fields);
        append(central, {{0, 2}, {0, 2}, {0, 2}, {0, 4}});
        headers.prepend(central);
        members.prepend(i + 1 < count ? stored + line + local : local);
    }
    QByteArray ending;
    qsizetype at = 0;
    for (QByteArray& central : headers) {
        append(central, {{std::uint32_t(at), 4}});
        ending += central + 'a';
        at = members.indexOf("PK\x03\x04", at + 1);
    }
    const auto size2 = static_cast<std::uint32_t>(ending.size());
    ending += "PK\x05\x06";
    append(ending, {{0, 4},
                    {std::uint32_t(count), 2},
                    {std::uint32_t(count), 2},
                    {size2, 4},
                    {std::uint32_t(members.size()), 4},
                    {0, 2}});
    return members + ending;
}

/// A zip archive that says its first member unpacks to ten bytes.
QByteArray lying(QByteArray zip) {
    const qsizetype entry = zip.lastIndexOf("PK\x01\x02");
    qToLittleEndian(std::uint32_t(10), zip.data() + entry + 24);
    return zip;
}

} // namespace

/// B32, with smaller limits: what goes beyond them is stopped by the bytes that were produced.
void ArchivesTest::bombs_data() {
    QTest::addColumn<QByteArray>("bomb");
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("othersAreRead");
    const PackedMember good{"z.log", "good\n"};
    const ArchiveForm tarGz{.format = ARCHIVE_FORMAT_TAR_USTAR, .filter = ARCHIVE_FILTER_GZIP};
    const QString ratio = u"more than 100 times its size"_s;
    const QString total = u"more than 8 MiB"_s;
    QByteArray text;
    for (int i = 0; i < 200'000; ++i)
        text += "line " + QByteArray::number(i * 7919 % 1'000'003) + " of a log that is long\n";
    QTest::newRow("B32 zip of zeros") << archived({{"a", zeros(4)}, good}) << ratio << true;
    QTest::newRow("B32 zip that lies about sizes")
        << lying(archived({{"a", zeros(4)}, good})) << ratio << true;
    QTest::newRow("B32 zip of more than the limit")
        << archived({{"a", text}, {"b", text}, good}) << total << false;
    QTest::newRow("B32 overlapping entries") << overlapping(text, 20) << total << false;
    QTest::newRow("B32 many entries")
        << archived(QList<PackedMember>(60, good)) << u"more than 50 files"_s << true;
    QTest::newRow("B32 tar.gz of zeros") << archived({{"a", zeros(4)}, good}, tarGz) << ratio << false;
    QTest::newRow("B32 zip in a zip")
        << archived({{"in.zip", archived({{"a", zeros(4)}, good})}, good}) << ratio << true;
    QTest::newRow("B32 gz in a zip") << archived({{"a.gz", packed(zeros(4))}, good}) << ratio << true;
    QTest::newRow("B32 xz in a zip") << archived({{"a.xz", packed(zeros(4), ARCHIVE_FILTER_XZ)}, good})
                                     << ratio << true;
    QTest::newRow("B32 zst in a zip")
        << archived({{"a.zst", packed(zeros(4), ARCHIVE_FILTER_ZSTD)}, good}) << ratio << true;
    QTest::newRow("B32 bz2 in a zip")
        << archived({{"a.bz2", packed(zeros(4), ARCHIVE_FILTER_BZIP2)}, good}) << ratio << true;
    QTest::newRow("B32 gz in a gz") << packed(packed(zeros(4))) << ratio << false;
    QTest::newRow("B32 archives of archives")
        << archived(
               {{"1.zip", archived({{"2.zip", archived({{"3.zip", archived({{"a", zeros(4)}})}})}})}, good})
        << QString() << true;
}

void ArchivesTest::bombs() {
    QFETCH(QByteArray, bomb);
    QFETCH(QString, says);
    QFETCH(bool, othersAreRead);
    const LogFolder folder;
    ArchiveSource source(fileSpec(folder.write(u"bomb"_s, bomb)),
                         {.bytes = 8U << 20, .ratio = 100, .ratioFrom = 1U << 20, .members = 50});
    const auto whole = readWhole(source);
    QVERIFY2(whole.gaps.join(u'\n').contains(says), qPrintable(whole.gaps.join(u'\n')));
    QCOMPARE(whole.error.isEmpty(), says.isEmpty());
    QCOMPARE(whole.text.contains("good\n"), othersAreRead);
    QVERIFY2(whole.bytes <= 9U << 20, qPrintable(QString::number(whole.bytes)));
}

/// B32, as they are.
void ArchivesTest::theDefaultLimits() {
    const QByteArray same = (QByteArray(1 << 20, 'x') + '\n').repeated(70);
    QCOMPARE(UnpackLimits().bytes, std::uint64_t(20) << 30);
    QCOMPARE(UnpackLimits().members, 10'000);
    const LogFolder folder;
    for (const int filter : {ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_ZSTD}) {
        const auto whole = readWhole(folder.write(u"bomb.log"_s, packed("first\n" + same, filter)));
        QVERIFY2(whole.error.contains(u"more than 1,000 times its size"_s), qPrintable(whole.error));
        QCOMPARE(whole.text.first(6), QByteArray("first\n"));
        QVERIFY(whole.bytes >= 64U << 20 && whole.bytes < 65U << 20);
    }
    const auto zip = readWhole(folder.write(u"bomb.zip"_s, archived({{"a", same}, {"b", "good\n"}})));
    QVERIFY2(zip.error.contains(u"more than 1,000 times its size"_s), qPrintable(zip.error));
    QVERIFY(zip.text.contains("good\n"));
#ifndef __SANITIZE_ADDRESS__ // which keeps what was let go
    QVERIFY2(mostMemory() < 300 + 210,
             qPrintable(QString::number(mostMemory()))); // 210: the bombs themselves
#endif
}

/// B33: nothing appears anywhere, whatever a member is called.
void ArchivesTest::memberNames_data() {
    QTest::addColumn<PackedMember>("member");
    const QByteArrayList names{"../up.log",
                               "../../../../../../tmp/up.log",
                               "a/../../up.log",
                               "..",
                               ".",
                               "./",
                               "/absolute.log",
                               "//server/share.log",
                               "/etc/passwd",
                               "C:\\drive.log",
                               "C:drive.log",
                               "c:/drive.log",
                               "\\\\server\\share.log",
                               "\\\\?\\C:\\x.log",
                               "..\\..\\up.log",
                               "a\\..\\..\\up.log",
                               "CON",
                               "nul.log",
                               "a.log:stream",
                               "nulQbyte.log",
                               "a.log/",
                               "~/home.log",
                               "$HOME/x.log",
                               "`touch x`.log",
                               "; touch x; .log",
                               "-rf",
                               " ",
                               "a.log.",
                               QByteArray(5000, 'n'),
                               QByteArray("d/").repeated(400) + "x.log",
                               "new\nline.log",
                               "%2e%2e%2fup.log"};
    for (const QByteArray& name : names)
        QTest::newRow(("B33 " + name.first(std::min<qsizetype>(name.size(), 40))).constData())
            << PackedMember{name, "text\n"};
    QTest::newRow("B33 symbolic link out") << PackedMember{"link", {}, AE_IFLNK, "/etc"};
    QTest::newRow("B33 hard link out") << PackedMember{"link", {}, AE_IFREG, "/etc/passwd"};
    QTest::newRow("B33 device") << PackedMember{"device", {}, AE_IFBLK};
}

void ArchivesTest::memberNames() {
    QFETCH(PackedMember, member);
    const LogFolder folder;
    QVERIFY(QDir().mkpath(folder.path(u"in/here"_s)));
    const auto listing = [&] {
        QStringList names;
        QDirIterator all(folder.path(u"."_s), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext())
            names << all.next();
        names.sort();
        return names;
    };
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path(u"in/here"_s)));
    for (const int format : {ARCHIVE_FORMAT_ZIP, ARCHIVE_FORMAT_TAR_PAX_RESTRICTED}) {
        QByteArray archive =
            archived({member, {"link/through.log", "text\n"}, {"last.log", "last\n"}}, {.format = format});
        if (format == ARCHIVE_FORMAT_ZIP)
            archive.replace("nulQbyte", bytes("nul\0byte"));
        const QString path = folder.write(u"in/here/x"_s, archive);
        const QStringList then = listing();
        const auto whole = readWhole(path);
        QCOMPARE(listing(), then);
        QVERIFY2(whole.text.endsWith("text\nlast\n"), qPrintable(whole.error));
    }
    QDir::setCurrent(before);
}

/// B34
void ArchivesTest::saysWhatCannotBeRead_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("gap");
    QTest::addColumn<QByteArray>("text");
    const PackedMember good{"z.log", "good\n"};
    const ArchiveForm tar{.format = ARCHIVE_FORMAT_TAR_USTAR};
    const ArchiveForm tarGz{.format = ARCHIVE_FORMAT_TAR_USTAR, .filter = ARCHIVE_FILTER_GZIP};
    const QByteArray text = numberedLines("a line that is long enough to fill blocks ", 20'000);
    const QByteArray all = text + "good\n";

    QTest::newRow("B34 depth 3") << u"x.zip"_s
                                 << archived(
                                        {{"a.tar.gz", archived({{"b.gz", packed("deep\n")}}, tarGz)}, good})
                                 << QString() << u"x.zip: a.tar.gz: b.gz is packed in more than two layers"_s
                                 << bytes("good\n");
    QTest::newRow("B34 depth 3 by gzip alone")
        << u"x.gz"_s << packed(packed(packed("deep\n"))) << u"is an archive without logs in it"_s
        << u"x.gz is packed in more than two layers"_s << QByteArray();
    QTest::newRow("B34 encrypted") << u"x.zip"_s
                                   << archived({{"a.log", "secret\n"}, {"b.log", "secret\n"}},
                                               {.options = "zip:encryption=zipcrypt", .passphrase = "p"})
                                   << u"x.zip: a.log is encrypted and cannot be read. It is one of 2 faults"_s
                                   << u"x.zip: b.log is encrypted and cannot be read."_s << QByteArray();
    QTest::newRow("B34 encrypted in a zip")
        << u"x.zip"_s
        << archived({{"in.zip", archived({{"a.log", "secret\n"}},
                                         {.options = "zip:encryption=aes256", .passphrase = "p"})},
                     good})
        << u"x.zip: in.zip: a.log is encrypted and cannot be read."_s << QString() << bytes("good\n");

    QByteArray badBytes = archived({{"a.log", text}, good});
    badBytes.replace(200, 300, QByteArray(300, '\xff'));
    QTest::newRow("B34 corrupt member")
        << u"x.zip"_s << badBytes << u"x.zip: a.log cannot be unpacked beyond"_s << QString()
        << bytes("good\n");
    QByteArray badSum = archived({{"a.log", text}, good}, {.options = "zip:compression=store"});
    badSum[badSum.indexOf("blocks 100\n") + 7] = '2';
    QTest::newRow("B34 wrong checksum")
        << u"x.zip"_s << badSum << u"x.zip: a.log cannot be unpacked beyond"_s << QString()
        << QByteArray(all).replace("blocks 100\n", "blocks 200\n");
    QByteArray badHeader = archived({{"a.log", text}, {"b.log", "lost\n"}, good}, tar);
    badHeader[badHeader.indexOf("b.log") + 3] = 'x';
    QTest::newRow("B34 corrupt tar header")
        << u"x.tar"_s << badHeader << u"x.tar cannot be unpacked beyond"_s << QString() << all;
    const QByteArray wholeTar = archived({{"a.log", text}, good}, tarGz);
    QTest::newRow("B34 cut tar.gz") << u"x.tar.gz"_s << wholeTar.first(wholeTar.size() / 2)
                                    << u"x.tar.gz cannot be unpacked beyond"_s << QString() << QByteArray();
    const QByteArray wholeZip = archived({good, {"a.log", text}});
    QTest::newRow("B34 cut zip") << u"x.zip"_s << wholeZip.first(wholeZip.size() / 2)
                                 << u"x.zip: a.log cannot be unpacked beyond"_s << QString() << QByteArray();
    QTest::newRow("B34 empty zip") << u"x.zip"_s << archived({}) << u"is an archive without logs in it"_s
                                   << QString() << QByteArray();
    QTest::newRow("B34 only images") << u"x.zip"_s << archived({{"a.png", "\x89PNG\r\n\x1a\n"}})
                                     << u"is an archive without logs in it"_s << u"a.png (a PNG image)"_s
                                     << QByteArray();
    QTest::newRow("B34 a zip called log")
        << u"app.log"_s << archived({good}) << QString() << QString() << bytes("good\n");
    QTest::newRow("B34 a tar.gz called zip")
        << u"x.zip"_s << archived({good}, tarGz) << QString() << QString() << bytes("good\n");
    QTest::newRow("B34 a text called zip")
        << u"x.zip"_s << bytes("good\n") << QString() << QString() << bytes("good\n");
    QTest::newRow("B34 a gzip called log")
        << u"app.log"_s << packed("good\n") << QString() << QString() << bytes("good\n");
    QTest::newRow("B34 7-Zip") << u"x.7z"_s << archived({good}, {.format = ARCHIVE_FORMAT_7ZIP})
                               << u"a 7-Zip archive, which has to be unpacked first"_s << QString()
                               << QByteArray();
}

void ArchivesTest::saysWhatCannotBeRead() {
    QFETCH(QString, name);
    QFETCH(QByteArray, archive);
    QFETCH(QString, error);
    QFETCH(QString, gap);
    QFETCH(QByteArray, text);
    const LogFolder folder;
    const auto whole = readWhole(folder.write(name, archive));
    QVERIFY2(whole.error.contains(error), qPrintable(whole.error));
    QCOMPARE(whole.error.isEmpty(), error.isEmpty());
    QVERIFY(!error.endsWith(u'.') || whole.error == error);
    QVERIFY2(whole.gaps.join(u'\n').contains(gap), qPrintable(whole.gaps.join(u'\n')));
    if (!text.isEmpty())
        QVERIFY(whole.text.endsWith(text));
    QVERIFY(!whole.text.contains("secret"));
}

/// B34: all are counted.
void ArchivesTest::tellsAHundredOfManyFaults() {
    QList<PackedMember> members;
    for (int i = 0; i < 150; ++i)
        members << PackedMember{QByteArray::number(i) + ".log", "secret\n"};
    const LogFolder folder;
    const auto whole = readWhole(folder.write(
        u"x.zip"_s, archived(members, {.options = "zip:encryption=zipcrypt", .passphrase = "p"})));
    QCOMPARE(whole.gaps.size(), 100);
    QCOMPARE(whole.error,
             u"x.zip: 0.log is encrypted and cannot be read. It is one of 150 faults of the archive."_s);
}

/// B35
void ArchivesTest::showsNamesHarmlessly_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    for (const QChar turning : u"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"_s)
        QTest::addRow("B35 U+%04X", turning.unicode()) << u"a%1gol.txt"_s.arg(turning) << u"a\u2426gol.txt"_s;
    QTest::newRow("B35 escape sequence") << u"\x1b]0;title\x07.log"_s << u"\u241b]0;title\u2407.log"_s;
    QTest::newRow("B35 line break") << u"a\nb\r.log"_s << u"a\u240ab\u240d.log"_s;
    QTest::newRow("B35 C1") << u"a\u009b.log"_s << u"a\u2426.log"_s;
    QTest::newRow("B35 hidden") << u"a\u200b\u00ad\u2060.log"_s << u"a\u2426\u2426\u2426.log"_s;
    QTest::newRow("B35 line separator") << u"a\u2028b"_s << u"a\u2424b"_s;
    QTest::newRow("B35 other scripts") << u"журнал-日誌-\U0001F600.log"_s << u"журнал-日誌-\U0001F600.log"_s;
    QTest::newRow("B35 markup") << u"<b>a&amp;.log"_s << u"<b>a&amp;.log"_s; // inert by plain widgets
    QTest::newRow("B35 long") << QString(3000, u'x') << QString(250, u'x') + u'\u2026';
}

void ArchivesTest::showsNamesHarmlessly() {
    QFETCH(QString, name);
    QFETCH(QString, shown);
    const LogFolder folder;
    for (const int format : {ARCHIVE_FORMAT_ZIP, ARCHIVE_FORMAT_TAR_PAX_RESTRICTED}) {
        const auto whole =
            readWhole(folder.write(u"x"_s, archived({{name.toUtf8(), "text\n"}},
                                                    {.format = format, .options = "hdrcharset=UTF-8"})));
        QCOMPARE(whole.files, QStringList{u"x: "_s + shown});
    }
}

/// B35, B02
void ArchivesTest::namesAreHarmlessInReports() {
    const LogFolder folder;
    const QByteArray failure =
        "192.0.2.7 - - [03/Nov/2026:09:00:00 +0000] \"POST /v1/messages HTTP/1.1\" 529 1 "
        "\"-\" \"x\"\n";
    const QString path = folder.write(u"x.zip"_s, archived({{"<img src=x>\x1b[31m.log", failure},
                                                            {"<i>.png\x1b[0m", "\x89PNG\r\n\x1a\n"}}));
    for (const QString& format : {u"html"_s, u"text"_s, u"markdown"_s, u"csv"_s, u"json"_s}) {
        QProcess program;
        program.start(QStringLiteral(DEROUTER_MONITOR_BINARY), {u"--report"_s, format, path});
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitCode(), 0);
        const QByteArray report = program.readAllStandardOutput();
        QVERIFY(!report.contains('\x1b'));
        if (format == u"html"_s)
            QVERIFY(!report.contains("<img") && !report.contains("<i>"));
        else
            QVERIFY(format == u"text"_s || format == u"markdown"_s || report.contains("x.zip: <img src=x>"));
    }
}

void ArchivesTest::aReportFailsWhenAMemberCannotBeRead_data() {
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<int>("exitCode");
    const PackedMember good{"z.log", accessLine(1, 529)};
    const QByteArray whole = archived({good, {"a.log", numberedLines("line ", 20'000)}});
    QTest::newRow("B34 whole") << whole << 0;
    QTest::newRow("B34 cut") << whole.first(whole.size() / 2) << 1;
    QTest::newRow("B34 too deep") << archived({{"1.zip", archived({{"2.zip", archived({good})}})}, good})
                                  << 0;
    QTest::newRow("B34 encrypted") << archived({{"1.zip", archived({{"secret.log", "secret\n"}},
                                                                   {.options = "zip:encryption=zipcrypt",
                                                                    .passphrase = "p"})},
                                                good})
                                   << 1;
}

void ArchivesTest::aReportFailsWhenAMemberCannotBeRead() {
    QFETCH(QByteArray, archive);
    QFETCH(int, exitCode);
    const LogFolder folder;
    QProcess program;
    program.start(QStringLiteral(DEROUTER_MONITOR_BINARY),
                  {u"--report"_s, u"csv"_s, folder.write(u"x.zip"_s, archive)});
    QVERIFY(program.waitForFinished(20'000));
    QCOMPARE(program.exitCode(), exitCode);
    QVERIFY(program.readAllStandardOutput().contains("x.zip: z.log"));
    QCOMPARE(program.readAllStandardError().isEmpty(), exitCode == 0);
}

QTEST_GUILESS_MAIN(ArchivesTest)
#include "tst_archives.moc"
