// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/lineframer.h"

#include <QByteArray>
#include <QTest>

#include <cstring>

using namespace derouter;

class LineFramerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyLineFeedsEndLines();
    void everyCutGivesTheSameLines();
    void aSpareBlockGoesOn();
    void aLongLineIsCutAndTheRestGoesOn_data();
    void aLongLineIsCutAndTheRestGoesOn();
    void theUnfinishedLineIsHeldUntilTheEnd();
    void aNewStreamCountsFromTheBeginning();
    void placesBeyondFourGigabytes();
};

struct Framed {
    QByteArray text;
    std::uint64_t number;
    std::uint64_t offset;
    std::uint64_t bytes;
    bool operator==(const Framed&) const = default;
};

static void write(LineFramer& framer, QByteArrayView bytes, QList<Framed>& lines) {
    while (!bytes.isEmpty()) {
        const auto room = framer.writable();
        const auto count = std::min(bytes.size(), static_cast<qsizetype>(room.size()));
        std::memcpy(room.data(), bytes.data(), static_cast<std::size_t>(count));
        framer.commit(static_cast<std::size_t>(count));
        while (const auto line = framer.next())
            lines.append({QByteArray(line->text.data(), static_cast<qsizetype>(line->text.size())),
                          line->number, line->offset, line->bytes});
        bytes = bytes.sliced(count);
    }
}

void LineFramerTest::onlyLineFeedsEndLines() {
    LineFramer framer;
    QList<Framed> lines;
    write(framer, "one\r\ntwo\rstill two\xE2\x80\xA8 and\n\n\xC2\x85 four\n", lines);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], (Framed{"one", 1, 0, 5}));
    QCOMPARE(lines[1].text, QByteArray("two\rstill two\xE2\x80\xA8 and"));
    QCOMPARE(lines[2].text, QByteArray());
    QCOMPARE(lines[3].number, 4u);
}

void LineFramerTest::everyCutGivesTheSameLines() {
    const QByteArray text = "first\r\n\nsecond \xF0\x9F\x98\x80\nthird\n";
    LineFramer whole;
    QList<Framed> expected;
    write(whole, text, expected);
    QCOMPARE(expected.size(), 4);
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        LineFramer framer;
        QList<Framed> lines;
        write(framer, QByteArrayView(text).first(cut), lines);
        write(framer, QByteArrayView(text).sliced(cut), lines);
        QCOMPARE(lines, expected);
    }
}

void LineFramerTest::aSpareBlockGoesOn() {
    const QByteArray text = "first\r\n\nsecond\nthird\n" +
                            QByteArray(static_cast<qsizetype>(LineFramer::maxLine) + 7, 'x') + "\nlast\n";
    LineFramer whole;
    QList<Framed> expected;
    write(whole, text, expected);
    QCOMPARE(expected.size(), 6);
    for (qsizetype cut = 0; cut <= text.size(); cut += cut < 40 ? 1 : 99'991) {
        LineFramer framer;
        QList<Framed> lines;
        write(framer, QByteArrayView(text).first(cut), lines);
        for (QByteArrayView rest = QByteArrayView(text).sliced(cut); !rest.isEmpty();) {
            const auto room = framer.spare();
            const auto count = std::min(rest.size(), static_cast<qsizetype>(room.size()));
            std::memcpy(room.data(), rest.data(), static_cast<std::size_t>(count));
            framer.takeSpare(static_cast<std::size_t>(count));
            while (const auto line = framer.next())
                lines.append({QByteArray(line->text.data(), static_cast<qsizetype>(line->text.size())),
                              line->number, line->offset, line->bytes});
            rest = rest.sliced(count);
        }
        QCOMPARE(lines, expected);
    }
}

void LineFramerTest::aLongLineIsCutAndTheRestGoesOn_data() {
    QTest::addColumn<qsizetype>("length");
    QTest::newRow("as long as is kept") << qsizetype(LineFramer::maxLine);
    QTest::newRow("one byte more") << qsizetype(LineFramer::maxLine + 1);
    QTest::newRow("100 MB") << qsizetype(100'000'000);
}

void LineFramerTest::aLongLineIsCutAndTheRestGoesOn() {
    QFETCH(qsizetype, length);
    LineFramer framer;
    QList<Framed> lines;
    write(framer, "before\n", lines);
    const QByteArray part(1'000'003, 'x');
    for (qsizetype written = 0; written < length; written += part.size())
        write(framer, QByteArrayView(part).first(std::min(part.size(), length - written)), lines);
    write(framer, "\nafter\n", lines);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[1].text.size(), std::min(length, qsizetype(LineFramer::maxLine)));
    QCOMPARE(lines[1].bytes, static_cast<std::uint64_t>(length) + 1);
    QCOMPARE(lines[2], (Framed{"after", 3, static_cast<std::uint64_t>(length) + 8, 6}));
}

void LineFramerTest::theUnfinishedLineIsHeldUntilTheEnd() {
    LineFramer framer;
    QList<Framed> lines;
    write(framer, "whole\nhal", lines);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(framer.partialBytes(), 3u);
    const auto last = framer.finish();
    QVERIFY(last);
    QCOMPARE(last->text, std::string_view("hal"));
    QVERIFY(last->unterminated);
    QCOMPARE(framer.partialBytes(), 0u);
    QVERIFY(!framer.finish());
}

void LineFramerTest::aNewStreamCountsFromTheBeginning() {
    LineFramer framer;
    QList<Framed> lines;
    write(framer, "a\nb\n", lines);
    framer.resume({});
    lines.clear();
    write(framer, "c\n", lines);
    QCOMPARE(lines, (QList<Framed>{{"c", 1, 0, 2}}));
}

/// F35
void LineFramerTest::placesBeyondFourGigabytes() {
    constexpr std::uint64_t lines = 5'000'000'000;
    constexpr std::uint64_t offset = 1'000'000'000'000;
    LineFramer framer;
    QList<Framed> read;
    framer.resume({lines, offset});
    framer.skip(10);
    write(framer, "a\nb\n", read);
    QCOMPARE(read, (QList<Framed>{{"a", lines + 1, offset + 10, 2}, {"b", lines + 2, offset + 12, 2}}));
    const LineFramer::Place place = framer.suspend();
    QCOMPARE(place.lines, lines + 2);
    QCOMPARE(place.offset, offset + 14);
}

QTEST_GUILESS_MAIN(LineFramerTest)
#include "tst_lineframer.moc"
