// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/timeparser.h"

#include <QDateTime>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class TimeParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsStamps_data();
    void readsStamps();
    void declinesOtherTexts_data();
    void declinesOtherTexts();
    void assumesTheZoneThroughDaylightSaving();
    void readsTheZoneBehindATornOne();
    void tellsThePassesOfAnHourThatOccursTwice_data();
    void tellsThePassesOfAnHourThatOccursTwice();
    void findsTheZoneNearAKnownTime_data();
    void findsTheZoneNearAKnownTime();
    void completesDatesFromTheFilesTime_data();
    void completesDatesFromTheFilesTime();
    void withoutAReferenceADatelessStampGivesNoTime();
};

static QString iso(Microseconds time) {
    const QString text =
        QDateTime::fromMSecsSinceEpoch(floorDivide(time, 1000), Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    return u"%1.%2"_s.arg(text).arg(time - floorDivide(time, 1'000'000) * 1'000'000, 6, 10, '0'_L1);
}

void TimeParserTest::readsStamps_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<int>("quality");
    QTest::addColumn<int>("length");
    const int exact = static_cast<int>(TimeQuality::Exact);
    const int assumed = static_cast<int>(TimeQuality::ZoneAssumed);
    const auto row = [](const char* text, const char* utc, int quality, int length = -1) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(utc) << quality
                            << (length < 0 ? static_cast<int>(qstrlen(text)) : length);
    };
    row("2026-11-03T08:14:07Z", "2026-11-03T08:14:07.000000", exact);
    row("2026-11-03T09:14:07.532+01:00", "2026-11-03T08:14:07.532000", exact);
    row("2026-11-03T09:14:07.532114532+0100", "2026-11-03T08:14:07.532114", exact);
    row("2026-11-03 08:14:07.532114 UTC", "2026-11-03T08:14:07.532114", exact);
    row("2026-11-03 09:14:07 +01:00", "2026-11-03T08:14:07.000000", exact);
    row("2026-11-02T22:44:07-09:30 x", "2026-11-03T08:14:07.000000", exact, 25);
    row("2026-11-03 09:14:07,532 - app", "2026-11-03T09:14:07.532000", assumed, 23);
    row("2026-11-03 09:14:07 -5 things", "2026-11-03T09:14:07.000000", assumed, 19);
    row("2026/11/03 - 09:14:07 | 429", "2026-11-03T09:14:07.000000", assumed, 21);
    row("2026/11/03 09:14:07 [error]", "2026-11-03T09:14:07.000000", assumed, 19);
    row("03/Nov/2026:09:14:07 +0100] \"", "2026-11-03T08:14:07.000000", exact, 26);
    row("03/Nov/2026 09:14:07] \"POST", "2026-11-03T09:14:07.000000", assumed, 20);
    row("03/Nov/2026:09:14:07.120 +0000", "2026-11-03T09:14:07.120000", exact);
    row("Tue Nov 03 09:14:07.532114 2026] x", "2026-11-03T09:14:07.532114", assumed, 31);
    row("Tue, 03 Nov 2026 08:14:07 GMT", "2026-11-03T08:14:07.000000", exact);
    row("Tuesday, 03-Nov-26 08:14:07 GMT x", "2026-11-03T08:14:07.000000", exact, 31);
    row("Nov 3, 2026, 9:14:07 AM x", "2026-11-03T09:14:07.000000", assumed, 23);
    row("Nov 13, 2026, 12:14:07 PM", "2026-11-13T12:14:07.000000", assumed);
    row("Nov 3 2026 09:14:07 ERROR", "2026-11-03T09:14:07.000000", assumed, 19);
    row("3 Nov 2026 09:14:07 ERROR", "2026-11-03T09:14:07.000000", assumed, 19);
    row("03 Nov 2026, 09:14:07.532 x", "2026-11-03T09:14:07.532000", assumed, 25);
    row("3 Nov 2026 09:14:07 +0100", "2026-11-03T08:14:07.000000", exact);
    row("Tue Nov  3 08:14:07 UTC 2026", "2026-11-03T08:14:07.000000", exact);
    row("Tue 2026-11-03 09:14:07 CET lab llm", "2026-11-03T08:14:07.000000", exact, 27);
    row("Tue 2026-11-03 11:14:07 +03 lab llm", "2026-11-03T08:14:07.000000", exact, 27);
    row("Tue 2026-11-03 09:14:07 IST lab llm", "2026-11-03T09:14:07.000000", assumed, 27);
    row("2026-11-03 03:14:07 EST down", "2026-11-03T08:14:07.000000", exact, 23);
    row("2026-11-03 03:14:07 TEST down", "2026-11-03T03:14:07.000000", assumed, 19);
    row("2026-11-03 03:14:07 CST down", "2026-11-03T03:14:07.000000", assumed, 19);
    row("03-Nov-2026 08:14:07.532 SEVERE", "2026-11-03T08:14:07.532000", assumed, 24);
    row("03.11.2026 09:14:07 x", "2026-11-03T09:14:07.000000", assumed, 19);
    row("3.11.2026, 09:14:07", "2026-11-03T09:14:07.000000", assumed);
    row("2026.11.03 09:14:07", "2026-11-03T09:14:07.000000", assumed);
    row("20261103T081407Z", "2026-11-03T08:14:07.000000", exact);
    row("20261103 09:14:07,532", "2026-11-03T09:14:07.532000", assumed);
    row("11/3/2026, 8:14:07\xE2\x80\xAFPM x", "2026-11-03T20:14:07.000000", assumed, 23);
    row("11/3/2026, 8:14:07 p.m. x", "2026-11-03T20:14:07.000000", assumed, 23);
    row("11/3/2026, 12:14:07 am x", "2026-11-03T00:14:07.000000", assumed, 22);
    row("11/3/2026, 8:14:07 amber", "2026-11-03T08:14:07.000000", assumed, 18);
    row("11/3/2026] [8:14:07 PM] x", "2026-11-03T20:14:07.000000", assumed, 22);
    row("25/11/2026, 08:14:07 x", "2026-11-25T08:14:07.000000", assumed, 20);
    row("25-11-2026 08:14:07 x", "2026-11-25T08:14:07.000000", assumed, 19);
    row("11-25-2026 08:14:07 x", "2026-11-25T08:14:07.000000", assumed, 19);
    row("03-11-2026 08:14:07 x", "", assumed);
    row("25/13/2026, 08:14:07 x", "", assumed);
    row("2026/11/3 8:14:07 x", "2026-11-03T08:14:07.000000", assumed, 17);
    row("2026-11-3 8:14:07 x", "2026-11-03T08:14:07.000000", assumed, 17);
    row("2026. 11. 3. 8:14:07 x", "2026-11-03T08:14:07.000000", assumed, 20);
    row("2026-11-03_08:14:07 x", "2026-11-03T08:14:07.000000", assumed, 19);
    row("2026-11-03 08:14:07:532 x", "2026-11-03T08:14:07.532000", assumed, 23);
    row("2026-11-03 08:14:07:5320 x", "2026-11-03T08:14:07.000000", assumed, 19);
    row("1.793693647532e+09", "2026-11-03T08:14:07.532000", exact);
    row("1969-12-31T23:59:59Z", "", exact);
    row("1793693647", "2026-11-03T08:14:07.000000", exact);
    row("1793693647.532", "2026-11-03T08:14:07.532000", exact);
    row("1793693647532", "2026-11-03T08:14:07.532000", exact);
    row("1793693647532114", "2026-11-03T08:14:07.532114", exact);
    row("1793693647532114532", "2026-11-03T08:14:07.532114", exact);
}

void TimeParserTest::readsStamps() {
    QFETCH(QByteArray, text);
    QFETCH(QString, utc);
    QFETCH(int, quality);
    QFETCH(int, length);
    TimeParser parser(QTimeZone::utc());
    const auto stamp = parser.parseValue({text.constData(), static_cast<std::size_t>(text.size())});
    QCOMPARE(stamp.has_value(), !utc.isEmpty());
    if (!stamp)
        return;
    QCOMPARE(iso(stamp->time), utc);
    QCOMPARE(static_cast<int>(stamp->quality), quality);
    QCOMPARE(static_cast<int>(stamp->length), length);
}

void TimeParserTest::declinesOtherTexts_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"", "529", "2026-13-03T08:14:07Z", "2026-02-30T08:14:07Z", "2026-11-03T25:14:07Z",
          "10.0.5.29:50112", "12345678", "99999999999999999999", "10.11.2026.5 08:14:07",
          "set 10 values to 08:14", "Mon", "Marvellous things happen", "2026-11-03",
          "08/Foo/2026:09:14:07 +0000", "13-03 09:14:07.532", "11-03 at 09:14:07"})
        QTest::newRow(text) << QByteArray(text);
}

void TimeParserTest::declinesOtherTexts() {
    QFETCH(QByteArray, text);
    TimeParser parser(QTimeZone::utc());
    QVERIFY(!parser.parseValue({text.constData(), static_cast<std::size_t>(text.size())}));
}

void TimeParserTest::assumesTheZoneThroughDaylightSaving() {
    TimeParser parser(QTimeZone("America/New_York"));
    QCOMPARE(iso(parser.parse("2026-10-31 12:00:00")->time), u"2026-10-31T16:00:00.000000"_s);
    QCOMPARE(iso(parser.parse("2026-11-01 12:00:00")->time), u"2026-11-01T17:00:00.000000"_s);
    QCOMPARE(iso(parser.parse("2026-10-31 12:00:01")->time), u"2026-10-31T16:00:01.000000"_s);
}

void TimeParserTest::readsTheZoneBehindATornOne() {
    TimeParser parser(QTimeZone::utc());
    QCOMPARE(iso(parser.parse("2026-11-03 09:14:08.532 +01:0 +01:00 started")->time),
             u"2026-11-03T09:14:08.532000"_s);
    QCOMPARE(iso(parser.parse("2026-11-03 09:14:08.532 +01:00 started")->time),
             u"2026-11-03T08:14:08.532000"_s);
}

void TimeParserTest::tellsThePassesOfAnHourThatOccursTwice_data() {
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QStringList>("local");
    QTest::addColumn<QStringList>("utc");
    const auto row = [](const char* name, const char* zone, const QStringList& local,
                        const QStringList& utc) { QTest::newRow(name) << QByteArray(zone) << local << utc; };
    const QStringList local{u"10-25 01:59:50"_s, u"10-25 02:00:05"_s, u"10-25 02:59:55"_s,
                            u"10-25 02:00:06"_s, u"10-25 02:40:00"_s, u"10-25 03:00:05"_s};
    const QStringList utc{u"10-24 23:59:50"_s, u"10-25 00:00:05"_s, u"10-25 00:59:55"_s,
                          u"10-25 01:00:06"_s, u"10-25 01:40:00"_s, u"10-25 02:00:05"_s};
    row("F59 in order", "Europe/Berlin", local, utc);
    row("F59 the newest first", "Europe/Berlin",
        {u"10-25 03:30:00"_s, u"10-25 03:00:05"_s, u"10-25 02:40:00"_s, u"10-25 02:00:06"_s,
         u"10-25 02:59:55"_s, u"10-25 02:00:05"_s, u"10-25 01:59:50"_s},
        {u"10-25 02:30:00"_s, u"10-25 02:00:05"_s, u"10-25 01:40:00"_s, u"10-25 01:00:06"_s,
         u"10-25 00:59:55"_s, u"10-25 00:00:05"_s, u"10-24 23:59:50"_s});
    row("F59 a late line", "Europe/Berlin",
        {u"10-25 01:30:00"_s, u"10-25 01:29:50"_s, u"10-25 02:59:00"_s, u"10-25 02:00:01"_s,
         u"10-25 02:59:58"_s, u"10-25 02:00:07"_s},
        {u"10-24 23:30:00"_s, u"10-24 23:29:50"_s, u"10-25 00:59:00"_s, u"10-25 01:00:01"_s,
         u"10-25 00:59:58"_s, u"10-25 01:00:07"_s});
    row("F59 as much out of order as before", "Europe/Berlin",
        {u"10-25 01:30:00"_s, u"10-25 01:31:00"_s, u"10-25 01:27:00"_s, u"10-25 02:40:00"_s,
         u"10-25 02:36:00"_s, u"10-25 02:41:00"_s, u"10-25 02:30:00"_s},
        {u"10-24 23:30:00"_s, u"10-24 23:31:00"_s, u"10-24 23:27:00"_s, u"10-25 00:40:00"_s,
         u"10-25 00:36:00"_s, u"10-25 00:41:00"_s, u"10-25 01:30:00"_s});
    row("F59 only the first pass", "Europe/Berlin", {u"10-25 01:30:00"_s, u"10-25 02:45:00"_s},
        {u"10-24 23:30:00"_s, u"10-25 00:45:00"_s});
    row("F59 an older log", "Europe/Berlin", {u"10-27 12:00:00"_s, u"10-25 02:00:00"_s, u"10-25 02:01:00"_s},
        {u"10-27 11:00:00"_s, u"10-25 00:00:00"_s, u"10-25 00:01:00"_s});
    row("F59 half an hour", "Australia/Lord_Howe",
        {u"04-05 01:59:00"_s, u"04-05 01:31:00"_s, u"04-05 02:00:00"_s},
        {u"04-04 14:59:00"_s, u"04-04 15:01:00"_s, u"04-04 15:30:00"_s});
    row("F59 a zone without", "Asia/Kolkata", {u"10-25 02:59:00"_s, u"10-25 02:00:00"_s},
        {u"10-24 21:29:00"_s, u"10-24 20:30:00"_s});
}

void TimeParserTest::tellsThePassesOfAnHourThatOccursTwice() {
    QFETCH(QByteArray, zone);
    QFETCH(QStringList, local);
    QFETCH(QStringList, utc);
    TimeParser times{QTimeZone(zone)};
    QStringList found;
    for (const QString& text : local) {
        const auto stamp = times.parse(u"2026-%1 | 429"_s.arg(text).toStdString());
        QVERIFY(stamp.has_value());
        times.noteRecord(stamp->time);
        found << iso(stamp->time).mid(5, 14).replace('T'_L1, ' '_L1);
    }
    QCOMPARE(found, utc);
}

void TimeParserTest::findsTheZoneNearAKnownTime_data() {
    QTest::addColumn<QByteArray>("stamp");
    QTest::addColumn<QByteArray>("known");
    QTest::addColumn<QString>("utc");
    const auto row = [](const char* stamp, const char* known, const char* utc) {
        QTest::newRow(stamp) << QByteArray(stamp) << QByteArray(known) << QString::fromLatin1(utc);
    };
    row("03/Nov/2026:09:14:07.120", "2026-11-03T09:14:07.532+01:00", "2026-11-03T08:14:07.120000");
    row("03/Nov/2026:09:05:07.120", "2026-11-03T09:14:07.532+01:00", "2026-11-03T08:05:07.120000");
    row("2026-11-03 13:59:07", "2026-11-03T08:14:07.532Z", "2026-11-03T08:14:07.000000"); // Nepal
    row("2026-11-02 22:14:20", "2026-11-03T08:14:07.532Z", "2026-11-03T08:14:20.000000"); // Hawaii
    row("2026-11-03 08:40:00", "2026-11-03T08:14:07.532Z", "");
    row("2026-11-01 08:14:00", "2026-11-03T08:14:07.532Z", "");
}

void TimeParserTest::findsTheZoneNearAKnownTime() {
    QFETCH(QByteArray, stamp);
    QFETCH(QByteArray, known);
    QFETCH(QString, utc);
    TimeParser times{QTimeZone("America/New_York")};
    const auto zoned =
        times.inZoneNear(times.parse(stamp.toStdString())->time, times.parse(known.toStdString())->time);
    QCOMPARE(zoned ? iso(*zoned) : QString(), utc);
}

void TimeParserTest::completesDatesFromTheFilesTime_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("utc");
    QTest::newRow("this year") << QByteArray("Nov  3 09:14:07 host app: x") << u"2026-11-23T00:00:00Z"_s
                               << u"2026-11-03T09:14:07.000000"_s;
    QTest::newRow("last year") << QByteArray("Dec 31 23:59:59 host app: x") << u"2026-01-01T00:00:10Z"_s
                               << u"2025-12-31T23:59:59.000000"_s;
    QTest::newRow("a German month") << QByteArray("Dez 03 09:14:07 host app: x") << u"2026-12-23T00:00:00Z"_s
                                    << u"2026-12-03T09:14:07.000000"_s;
    QTest::newRow("a French month") << QByteArray("f\xC3\xA9vr. 03 09:14:07 host")
                                    << u"2026-03-23T00:00:00Z"_s << u"2026-02-03T09:14:07.000000"_s;
    QTest::newRow("a Spanish month") << QByteArray("ene  3 09:14:07 host app: x") << u"2026-03-23T00:00:00Z"_s
                                     << u"2026-01-03T09:14:07.000000"_s;
    QTest::newRow("a leap day of another year")
        << QByteArray("Feb 29 10:00:00 host") << u"2026-03-01T00:00:00Z"_s << u"2024-02-29T10:00:00.000000"_s;
    QTest::newRow("leap day") << QByteArray("Feb 29 10:00:00 host") << u"2024-03-01T00:00:00Z"_s
                              << u"2024-02-29T10:00:00.000000"_s;
    QTest::newRow("today") << QByteArray("09:14:07.532 POST") << u"2026-11-03T10:00:00Z"_s
                           << u"2026-11-03T09:14:07.532000"_s;
    QTest::newRow("yesterday") << QByteArray("23:59:07 POST") << u"2026-11-03T00:10:00Z"_s
                               << u"2026-11-02T23:59:07.000000"_s;
}

void TimeParserTest::completesDatesFromTheFilesTime() {
    QFETCH(QByteArray, text);
    QFETCH(QString, reference);
    QFETCH(QString, utc);
    TimeParser parser(QTimeZone::utc(),
                      QDateTime::fromString(reference, Qt::ISODate).toMSecsSinceEpoch() * 1000);
    const auto stamp = parser.parse({text.constData(), static_cast<std::size_t>(text.size())});
    QVERIFY(stamp);
    QCOMPARE(iso(stamp->time), utc);
    QCOMPARE(stamp->quality, TimeQuality::DateAssumed);
}

void TimeParserTest::withoutAReferenceADatelessStampGivesNoTime() {
    TimeParser parser(QTimeZone::utc());
    QVERIFY(!parser.parse("09:14:07 POST"));
    QVERIFY(!parser.parse("Nov  3 09:14:07 host"));
}

QTEST_GUILESS_MAIN(TimeParserTest)
#include "tst_timeparser.moc"
