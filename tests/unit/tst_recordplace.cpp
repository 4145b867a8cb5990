// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Records that are read again where they stand, with the lines around them.

#include "monitor/recordplace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class RecordPlaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesAround_data();
    void linesAround();
    void aRenamedLogIsFound();
    void whatStandsThereNowIsNoRecord();
    void aTextIsItsOwnLog();
    void aPipeIsNotWaitedFor();

private:
    RecordPlace place(std::uint64_t offset, std::uint64_t bytes) const {
        SourceInfo info;
        info.spec.path = m_path;
        info.name = u"app.log"_s;
        Sighted where;
        where.offset = offset;
        where.bytes = bytes;
        return {info, where};
    }
    void write(const QByteArray& text) const {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"app.log"_s);
};

void RecordPlaceTest::linesAround_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("shownBefore"); // of 12 bytes
    QTest::addColumn<QByteArray>("shownAfter");
    QTest::newRow("alone") << QByteArray() << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("whole file") << QByteArray("a\nb\n") << QByteArray("c\nd") << QByteArray("a\nb\n")
                                << QByteArray("c\nd");
    QTest::newRow("whole lines only")
        << QByteArray("long, long line\nshort\n") << QByteArray("short\nlong, long line\n")
        << QByteArray("short\n") << QByteArray("short\n");
    QTest::newRow("lines that are too long") << QByteArray(100, 'a') + '\n'
                                             << QByteArray(100, 'b') << QByteArray() << QByteArray();
    QTest::newRow("inside a line") << QByteArray("x\n[") << QByteArray("]\ny\n") << QByteArray("x\n[")
                                   << QByteArray("]\ny\n");
}

void RecordPlaceTest::linesAround() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    for (const QByteArray record : {"one line\n", "two\r\nlines\r\n"}) {
        write(before + record + after);
        const auto around =
            readSurroundings(place(std::uint64_t(before.size()), std::uint64_t(record.size())),
                             plainRecord(record.toStdString()), 12);
        QVERIFY(around);
        QTEST(QByteArray::fromStdString(around->before), "shownBefore");
        QCOMPARE(QByteArray::fromStdString(around->record), record);
        QTEST(QByteArray::fromStdString(around->after), "shownAfter");
    }
}

void RecordPlaceTest::aRenamedLogIsFound() {
    write("first\nfailed\nlast\n");
    QVERIFY(QFile::rename(m_path, m_path + u".1"_s));
    write("of another day\n");
    const auto around = readSurroundings(place(6, 7), "failed", 100);
    QVERIFY(around);
    QCOMPARE(around->before, "first\n");
    QCOMPARE(around->after, "last\n");
    QCOMPARE(readRecord(place(6, 7), [](std::string_view bytes) { return bytes == "failed\n"; }), "failed\n");
    QVERIFY(QFile::remove(m_path + u".1"_s));
}

void RecordPlaceTest::whatStandsThereNowIsNoRecord() {
    write("first\nwas ok\nlast\n");
    QVERIFY(!readSurroundings(place(6, 7), "failed", 100));
    QVERIFY(!readSurroundings(place(60, 7), "failed", 100));
    QVERIFY(!readSurroundings(place(60, 7), "", 100));
    QVERIFY(QFile::remove(m_path));
    QVERIFY(!readSurroundings(place(6, 7), "failed", 100));
}

void RecordPlaceTest::aTextIsItsOwnLog() {
    SourceInfo info;
    info.spec.kind = SourceSpec::Kind::Text;
    info.spec.text = "first\nfailed\nlast";
    Sighted where;
    where.offset = 6;
    where.bytes = 7;
    const auto around = readSurroundings({info, where}, "failed", 100);
    QVERIFY(around);
    QCOMPARE(around->before, "first\n");
    QCOMPARE(around->after, "last");
}

void RecordPlaceTest::aPipeIsNotWaitedFor() {
    m_path = u"/dev/zero"_s;
    QVERIFY(!readSurroundings(place(0, 7), std::string(7, '\0'), 100));
    m_path = m_folder.path();
    QVERIFY(!readSurroundings(place(0, 7), "failed", 100));
}

QTEST_GUILESS_MAIN(RecordPlaceTest)
#include "tst_recordplace.moc"
