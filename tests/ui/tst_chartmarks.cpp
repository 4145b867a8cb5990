// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happened to the logs, on the chart.

#include "alerts.h"
#include "chartdata.h"
#include "chartpanel.h"
#include "chartpicture.h"
#include "charttable.h"
#include "guide/errorguide.h"
#include "ratechart.h"
#include "windowtest.h"

#include <QMenu>
#include <QPainter>
#include <QTableWidget>
#include <QToolTip>
#include <QXmlStreamReader>

#include <cmath>

using namespace derouter;

class ChartMarksTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_chartmarks"_s); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aRotationIsMarked();
    void aGapIsMarked();
    void aRestartIsMarked();
    void anAlertIsMarked();
    void onePlaceHasOneMark();
    void kindsAreToldApartByTheirShapes();
    void theFiguresTellWhatHappened();
    void theDrawingTellsWhatHappened();
    void theAxisOfWhatIsFollowedEndsNow_data();
    void theAxisOfWhatIsFollowedEndsNow();

private:
    ChartPanel& panel() { return *space().chartPanel(); }
    QStringList sentences() {
        QStringList all;
        for (const ChartMark& mark : panel().chartData().marks)
            all << mark.sentence;
        return all;
    }
    /// Follows a log of a minute.
    void follow() {
        m_window->openFiles({m_folder->write(u"app.log"_s, mixedMinute())}, true);
        QTRY_COMPARE_WITH_TIMEOUT(m_monitor->totals().failures, 4u, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->sources().front().isCaughtUp, patience);
    }
    /// Of the mouse above the plot, where this share of the range is.
    QString tipAt(double share) {
        const RateChart& chart = *panel().chart();
        const int count = static_cast<int>(panel().chartData().buckets.size());
        const int left = chart.bucketCenter(0).x();
        const int right = chart.bucketCenter(count - 1).x();
        const int x = left + static_cast<int>(std::lround(share * (right - left)));
        for (int y = 0; y < 20; ++y) {
            QToolTip::hideText();
            QTest::mouseMove(chart.canvas(), {x, y});
            if (const QString text = QToolTip::text(); !text.isEmpty() && !text.contains(u"Requests:"_s))
                return text;
        }
        return {};
    }
    /// In the log of `follow()`: two things at its beginning, one at its end.
    RateChartData whatHappened();
    double shareOf(const ChartMark& mark) {
        const RateChartData shown = panel().chartData();
        return static_cast<double>(mark.time - shown.from()) / static_cast<double>(shown.to() - shown.from());
    }
};

void ChartMarksTest::aRotationIsMarked() {
    follow();
    QVERIFY(sentences().isEmpty());
    QVERIFY(QFile::rename(m_folder->path(u"app.log"_s), m_folder->path(u"app.log.1"_s)));
    m_folder->write(u"app.log"_s, {Logged{.second = 90, .id = requestId(90)}});
    QTRY_COMPARE_WITH_TIMEOUT(sentences(), QStringList{u"app.log was rotated."_s}, patience);
    const ChartMark mark = panel().chartData().marks.front();
    QCOMPARE(mark.time, noon.addSecs(59).toMSecsSinceEpoch() * 1000); // when the old file ended
    QTRY_VERIFY(panel().chart()->canvas()->parentWidget()->accessibleDescription().contains(
        u"app.log was rotated."_s));
    QVERIFY(tipAt(shareOf(mark)).contains(u"app.log was rotated."_s));
    QTest::mouseMove(panel().chart()->canvas(), {panel().chart()->bucketCenter(0).x(), 4});
    QTRY_VERIFY(!QToolTip::isVisible()); // nothing happened there
    // The bars have their own tool tip as before.
    QToolTip::hideText();
    QTest::mouseMove(panel().chart()->canvas(), panel().chart()->bucketCenter(0));
    QVERIFY(QToolTip::text().contains(u"Requests:"_s));
    panel().formMenu()->actions().last()->trigger();
    const auto* const table = panel().findChild<QTableWidget*>(u"marks"_s);
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 1)->text(), u"app.log was rotated."_s);
}

void ChartMarksTest::aGapIsMarked() {
    follow();
    QFile log(m_folder->path(u"app.log"_s));
    QVERIFY(log.resize(0));
    m_folder->write(u"app.log"_s, {Logged{.second = 90, .id = requestId(90)}});
    QTRY_VERIFY_WITH_TIMEOUT(m_monitor->totals().failures == 5, patience);
    QTRY_VERIFY(std::ranges::any_of(
        sentences(), [](const QString& each) { return each.startsWith(u"Gap: app.log was truncated"_s); }));
}

void ChartMarksTest::aRestartIsMarked() {
    SourceSpec spec;
    spec.kind = SourceSpec::Kind::Command;
    spec.command = QStringList{u"cat"_s, m_folder->write(u"app.log"_s, mixedMinute())};
    spec.follow = true;
    m_window->openSpec(spec);
    QTRY_VERIFY_WITH_TIMEOUT(sentences().contains(u"cat was started again."_s) ||
                                 sentences().join(u' ').contains(u" was started again."_s),
                             patience);
    QCOMPARE(m_monitor->totals().failures, 4u);
}

void ChartMarksTest::anAlertIsMarked() {
    follow();
    Alert alert;
    alert.cause = &m_monitor->events().cause(0);
    alert.code = FailureCode::http(529);
    alert.count = 3;
    alert.since = noon.addSecs(5).toMSecsSinceEpoch() * 1000;
    alert.lasted = 20 * microsecondsPerSecond;
    Q_EMIT m_window->alerts().watch().noticed(alert);
    QCOMPARE(sentences().size(), 1);
    QVERIFY2(sentences().front().startsWith(u"Alert: 529"_s), qPrintable(sentences().front()));
    QCOMPARE(panel().chartData().marks.front().time, noon.addSecs(25).toMSecsSinceEpoch() * 1000);
}

void ChartMarksTest::onePlaceHasOneMark() {
    RateChartData shown;
    shown.step = 10 * microsecondsPerSecond;
    shown.buckets = RateSeries().buckets(0, 100 * microsecondsPerSecond, shown.step);
    for (const int second : {0, 1, 2, 50})
        shown.marks.push_back({second * microsecondsPerSecond, ChartMark::Kind::Gap, QString::number(second)});
    const auto groups = chartmarks::placed(shown, QRectF(10, 20, 400, 100));
    QCOMPARE(groups.size(), 2u);
    QCOMPARE(groups[0].marks.size(), 3u);
    QCOMPARE(groups[1].x, 210.0);
    QCOMPARE(chartmarks::text(groups[0].marks), u"0\n1\n2"_s);
    const std::vector<ChartMark> many(9, shown.marks.front());
    QCOMPARE(chartmarks::text(many).count(u'\n'), 6);
}

/// In one colour too.
void ChartMarksTest::kindsAreToldApartByTheirShapes() {
    using Kind = ChartMark::Kind;
    std::vector<QImage> pictures;
    for (const Kind kind : {Kind::Gap, Kind::Rotation, Kind::Restart, Kind::Alert}) {
        QImage image(20, 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        chartmarks::paint(painter, {{.x = 10, .marks = {{0, kind, {}}}}}, QRectF(0, 15, 20, 5),
                          m_window->palette());
        painter.end();
        pictures.push_back(image.convertToFormat(QImage::Format_Alpha8));
    }
    for (std::size_t a = 0; a < pictures.size(); ++a)
        for (std::size_t b = a + 1; b < pictures.size(); ++b)
            QVERIFY(pictures[a] != pictures[b]);
}

RateChartData ChartMarksTest::whatHappened() {
    RateChartData shown = panel().chartData();
    shown.marks = {{shown.from(), ChartMark::Kind::Rotation, u"app.log was rotated."_s},
                   {shown.from() + 1, ChartMark::Kind::Gap, u"\"=2\" is gone."_s},
                   {shown.to() - 1, ChartMark::Kind::Restart, u"=1+1 was started again."_s}};
    return shown;
}

void ChartMarksTest::theFiguresTellWhatHappened() {
    follow();
    RateChartData shown = whatHappened();
    const QStringList rows = QString::fromUtf8(chartFigures(shown)).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(rows.size(), qsizetype(shown.buckets.size() + 1));
    QVERIFY2(rows.front().endsWith(u",happened"_s), qPrintable(rows.front()));
    QVERIFY2(rows[1].endsWith(u",\"app.log was rotated. \"\"=2\"\" is gone.\""_s), qPrintable(rows[1]));
    QVERIFY2(rows[2].endsWith(u','), qPrintable(rows[2]));
    QVERIFY2(rows.last().endsWith(u",'=1+1 was started again."_s), qPrintable(rows.last()));
    shown.marks.clear();
    QVERIFY(!chartFigures(shown).contains("happened"));
}

/// A number above the bars, and what it stands for below.
void ChartMarksTest::theDrawingTellsWhatHappened() {
    follow();
    RateChartData shown = whatHappened();
    const auto wordsOf = [this, &shown] {
        QXmlStreamReader svg(ChartPicture(shown, m_window->palette(), {}).svg());
        QStringList words;
        while (!svg.atEnd())
            if (svg.readNext() == QXmlStreamReader::StartElement && svg.name() == u"text"_s)
                words << svg.readElementText();
        return svg.hasError() ? QStringList() : words;
    };
    const QStringList words = wordsOf();
    QCOMPARE(words.filter(u"1: "_s).filter(u"app.log was rotated."_s).size(), 1);
    QCOMPARE(words.filter(u"1: "_s).filter(u"\"=2\" is gone."_s).size(), 1);
    QCOMPARE(words.filter(u"2: "_s).filter(u"was started again."_s).size(), 1);
    const double height = ChartPicture(shown, m_window->palette(), {}).size().height();
    shown.marks.resize(1);
    QCOMPARE(wordsOf().count(u"1"_s), words.count(u"1"_s));
    QCOMPARE(wordsOf().count(u"2"_s), words.count(u"2"_s) - 1);
    QVERIFY(ChartPicture(shown, m_window->palette(), {}).size().height() < height);
    shown.marks = std::vector<ChartMark>(20, shown.marks.front());
    QCOMPARE(wordsOf().filter(u"app.log was rotated."_s).size(), 8);
    QCOMPARE(wordsOf().filter(u"and 12 more"_s).size(), 1);
}

void ChartMarksTest::theAxisOfWhatIsFollowedEndsNow_data() {
    QTest::addColumn<bool>("follow");
    QTest::addColumn<int>("minutes"); // since the last failure
    QTest::addColumn<bool>("now");
    QTest::newRow("followed") << true << 20 << true;
    QTest::newRow("followed, and just begun") << true << 0 << true;
    QTest::newRow("opened") << false << 20 << false;
    QTest::newRow("followed, and quiet for days") << true << 3 * 24 * 60 << false;
}

void ChartMarksTest::theAxisOfWhatIsFollowedEndsNow() {
    QFETCH(bool, follow);
    QFETCH(int, minutes);
    QFETCH(bool, now);
    const QDateTime present = QDateTime::currentDateTimeUtc();
    const auto last = static_cast<int>(noon.secsTo(present)) - minutes * 60;
    m_window->openFiles({m_folder->write(u"app.log"_s, {Logged{.second = last - 300, .id = requestId(1)},
                                                        Logged{.second = last, .id = requestId(2)}})},
                        follow);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->totals().failures, 2u, patience);
    const RateChartData shown = panel().chartData();
    QCOMPARE(shown.to() > present.toMSecsSinceEpoch() * 1000, now);
    const Microseconds edge = shown.step + (minutes == 0 ? 5 * microsecondsPerSecond : microsecondsPerMinute);
    QVERIFY2(!now || shown.to() < QDateTime::currentMSecsSinceEpoch() * 1000 + edge, "no future is shown");
    QVERIFY2(shown.buckets.size() <= std::size_t(RateChart::mostBuckets), "empty ones are drawn, too");
    QCOMPARE(shown.odd, 0u);
    QVERIFY2(!shown.summary().contains(u"unlikely"_s), qPrintable(shown.summary()));
    m_window->filterState().setRange({shown.from(), shown.from() + 120 * microsecondsPerSecond});
    QVERIFY2(panel().chartData().to() < present.toMSecsSinceEpoch() * 1000, "who zooms sees what he chose");
}

QTEST_MAIN(ChartMarksTest)
#include "tst_chartmarks.moc"
