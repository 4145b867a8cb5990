// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Compressed logs, whole and damaged: every line that can be had, and one sentence for what cannot.

#include "logfolder.h"
#include "packing.h"
#include "wholereading.h"

#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class CompressedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void corpus_data();
    void corpus();
    void aCutGivesAllThatCanBeUnpacked_data();
    void aCutGivesAllThatCanBeUnpacked();
    void theEndOfACutIsGiven();
    void aDamagedFileOfASetIsSaid();
};

namespace {

const QByteArray one = numberedLines("one ", 2000);
const QByteArray two = numberedLines("two ", 2000);

/// The checksum stands eight bytes before a member's end, the length four.
QByteArray damaged(QByteArray bytes, qsizetype fromEnd) {
    bytes[bytes.size() - fromEnd] = static_cast<char>(bytes[bytes.size() - fromEnd] ^ 0x55);
    return bytes;
}

/// With a name, a comment, an extra field and a checksum of the header in it.
QByteArray withAllFields(const QByteArray& member) {
    QByteArray header = member.first(10);
    header[3] = 0x1c;
    return header + QByteArray("\4\0abcd", 6) + QByteArray("app.log\0", 8) + QByteArray("comment\0", 8) +
           member.sliced(10);
}

} // namespace

/// F17
void CompressedTest::corpus_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const QByteArray a = packed(one);
    const QByteArray b = packed(two);
    const QByteArray padding(1000, '\0');
    const QString truncated = u"it is truncated"_s;
    const QString behind = u"has something behind its end"_s;
    QTest::newRow("F17 one member") << a << one << QString();
    QTest::newRow("F17 three members") << a + b + a << one + two + one << QString();
    QTest::newRow("F17 zeros behind") << a + padding << one << QString();
    QTest::newRow("F17 zeros between") << a + padding + b << one + two << QString();
    QTest::newRow("F17 an empty member") << a + packed({}) + b << one + two << QString();
    QTest::newRow("F17 nothing but an empty member") << packed({}) << QByteArray() << QString();
    QTest::newRow("F17 header with all fields") << withAllFields(a) + b << one + two << QString();
    QTest::newRow("F17 garbage behind") << a + "this is no gzip" << one << behind;
    QTest::newRow("F17 one byte behind") << a + 'x' << one << behind;
    QTest::newRow("F17 garbage behind zeros") << a + padding + "no gzip" << one << behind;
    QTest::newRow("F17 wrong checksum")
        << damaged(a, 8) << one << u"checksum of the unpacked bytes 0 to 16,890 is wrong"_s;
    QTest::newRow("F17 wrong checksum between")
        << a + damaged(b, 7) + a << one + two + one << u"the unpacked bytes 16,890 to 33,780 is wrong"_s;
    QTest::newRow("F17 wrong length")
        << damaged(a, 4) + b << one + two << u"the unpacked bytes 0 to 16,890 is wrong"_s;
    QTest::newRow("F17 cut in the checksum") << a.chopped(6) << one << truncated;
    QTest::newRow("F17 cut in the length") << a.chopped(1) << one << truncated;
    QTest::newRow("F17 cut in the next header") << a + b.first(1) << one << truncated;
    QTest::newRow("F17 cut behind the next header") << a + b.first(10) << one << truncated;
    QTest::newRow("F17 cut in the first header") << a.first(5) << QByteArray() << truncated;
    QTest::newRow("F17 a bad block behind a member")
        << a + b.first(10) + QByteArray(50, '\xff') << one << u"beyond byte 16,890: the data is damaged"_s;
    QTest::newRow("F17 several Zstandard frames")
        << packed(one, ARCHIVE_FILTER_ZSTD) + packed(two, ARCHIVE_FILTER_ZSTD) << one + two << QString();
    QTest::newRow("F17 several bzip2 streams")
        << packed(one, ARCHIVE_FILTER_BZIP2) + packed(two, ARCHIVE_FILTER_BZIP2) << one + two << QString();
    QTest::newRow("F17 several xz streams")
        << packed(one, ARCHIVE_FILTER_XZ) + packed(two, ARCHIVE_FILTER_XZ) << one + two << QString();
    QTest::newRow("F17 several xz streams with padding")
        << packed(one, ARCHIVE_FILTER_XZ) + padding + packed(two, ARCHIVE_FILTER_XZ) << one + two
        << QString();
    QTest::newRow("F17 several LZ4 frames")
        << packed(one, ARCHIVE_FILTER_LZ4) + packed(two, ARCHIVE_FILTER_LZ4) << one + two << QString();
    for (const auto& [name, filter] : {std::pair("Zstandard", ARCHIVE_FILTER_ZSTD),
                                       {"bzip2", ARCHIVE_FILTER_BZIP2},
                                       {"xz", ARCHIVE_FILTER_XZ},
                                       {"LZ4", ARCHIVE_FILTER_LZ4}}) {
        const QByteArray whole = packed(one, filter);
        if (filter != ARCHIVE_FILTER_LZ4) // libarchive cannot write that
            QTest::addRow("F17 nothing in %s", name) << packed({}, filter) << QByteArray() << QString();
        QTest::addRow("F17 cut %s", name)
            << whole.first(whole.size() / 2) << QByteArray() << u"cannot be unpacked beyond byte 0"_s;
    }
}

void CompressedTest::corpus() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const LogFolder folder;
    const auto whole = readWhole(folder.write(u"app.log.gz"_s, file));
    QVERIFY2(whole.error.contains(says), qPrintable(whole.error));
    QCOMPARE(whole.error.isEmpty(), says.isEmpty());
    QVERIFY(says.isEmpty() || whole.error.contains(u"app.log.gz"_s));
    QCOMPARE(whole.text.size(), text.size());
    QCOMPARE(whole.text, text);
}

/// F16: a file that says where its end is missing, wherever that is.
void CompressedTest::aCutGivesAllThatCanBeUnpacked_data() {
    QTest::addColumn<double>("part");
    for (const double part : {0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999})
        QTest::addRow("F16 %g of it", part) << part;
}

void CompressedTest::aCutGivesAllThatCanBeUnpacked() {
    QFETCH(double, part);
    const LogFolder folder;
    const QByteArray text = numberedLines("a line of some length, as logs have them ", 200'000);
    const QByteArray all = packed(text);
    const auto cut = static_cast<qsizetype>(static_cast<double>(all.size()) * part);
    const auto whole = readWhole(folder.write(u"cut.log.gz"_s, all.first(cut)));
    QVERIFY2(whole.error.contains(u"cut.log.gz"_s) && whole.error.contains(u"truncated"_s),
             qPrintable(whole.error));
    QVERIFY(text.startsWith(whole.text.chopped(1)));
    // The lines are alike, so the part of them that is there is the part of the file that is there.
    const double given = static_cast<double>(whole.bytes) / static_cast<double>(text.size());
    QVERIFY2(given > part - 0.01, qPrintable(u"%1 given of %2"_s.arg(given).arg(part)));
}

/// What was not compressed stands in the file as it is: what is given ends where the file does.
void CompressedTest::theEndOfACutIsGiven() {
    const LogFolder folder;
    QByteArray text;
    for (std::uint32_t i = 1; i < 100'000; ++i)
        text += QByteArray::number(i * 2'654'435'761U, 16) + '\n';
    const QByteArray all = packed(text, ARCHIVE_FILTER_GZIP, "gzip:compression-level=0");
    const QByteArray cut = all.first(all.size() / 2 + 12'345);
    const auto whole = readWhole(folder.write(u"cut.log.gz"_s, cut));
    QVERIFY(whole.text.size() > text.size() / 2);
    QVERIFY(cut.endsWith(whole.text.chopped(1).last(100)));
}

/// F16, F18: the files behind it are read, and the report fails.
void CompressedTest::aDamagedFileOfASetIsSaid() {
    const LogFolder folder;
    const QByteArray whole = packed(one);
    SourceSpec spec = fileSpec(folder.write(u"app.log"_s, two));
    spec.older = {folder.write(u"app.log.2.gz"_s, damaged(whole, 8)),
                  folder.write(u"app.log.1.gz"_s, whole.chopped(1))};
    const auto got = readWhole(*makeSource(spec));
    QCOMPARE(got.text, one + two);
    QCOMPARE(got.duplicates, 2000u);
    QVERIFY2(got.gaps.join(u'\n').contains(u"app.log.2.gz is damaged"_s), qPrintable(got.gaps.join(u'\n')));
    QVERIFY(!got.error.isEmpty());
}

QTEST_GUILESS_MAIN(CompressedTest)
#include "tst_compressed.moc"
