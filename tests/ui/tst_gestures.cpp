// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the mouse does in the window: wheel and drag over the chart, the legend with Ctrl, recent logs,
// Cancel.

#include "actions.h"
#include "chartdata.h"
#include "chartlegend.h"
#include "chartpanel.h"
#include "emptystate.h"
#include "filterbar.h"
#include "headline.h"
#include "ratechart.h"
#include "windowtest.h"

#include <QMenu>
#include <QStatusBar>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

using namespace derouter;

class GesturesTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_gestures"_s); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void theWheelZoomsAroundThePointer_data();
    void theWheelZoomsAroundThePointer();
    void theWheelAloneDoesNotZoom();
    void aDragZooms();
    void aClickOnABarShowsItsBucket();
    void keysMoveAndZoom();
    void theTipCountsEveryCode();
    void ctrlAndAClickOnTheLegendHidesAndShows();
    void aRecentLogIsOpenedFromTheMenu();
    void aRecentLogIsOpenedFromTheEmptyWindow();
    void cancelEndsTheReading();

private:
    RateChart& chart() { return *space().chartPanel()->chart(); }
    RateChartData data() { return space().chartPanel()->chartData(); }
    void openTwoHours();
    void turnWheel(QPoint at, int steps, Qt::KeyboardModifiers with);
    void startAgain();
    bool isOpen(const QString& path);
};

/// A failure each minute, of two codes by turns.
void GesturesTest::openTwoHours() {
    QList<Logged> requests;
    for (int minute = 0; minute < 120; ++minute)
        requests << Logged{.second = minute * 60,
                           .status = minute % 2 == 0 ? 529 : 429,
                           .type = {},
                           .id = requestId(minute)};
    openLog(requests);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 120, patience);
    Q_EMIT m_window->filterState().changed(); // the chart is up to date then
}

void GesturesTest::turnWheel(QPoint at, int steps, Qt::KeyboardModifiers with) {
    QWheelEvent wheel(at, chart().canvas()->mapToGlobal(at), {}, {0, steps * 120}, Qt::NoButton, with,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(chart().canvas(), &wheel);
}

void GesturesTest::theWheelZoomsAroundThePointer_data() {
    QTest::addColumn<double>("place");
    QTest::newRow("left") << 0.2;
    QTest::newRow("middle") << 0.5;
    QTest::newRow("right") << 0.8;
}

void GesturesTest::theWheelZoomsAroundThePointer() {
    QFETCH(double, place);
    openTwoHours();
    const RateChartData before = data();
    const int bucket = int(place * double(before.buckets.size()));
    const QPoint pointer = chart().bucketCenter(bucket);
    const Microseconds under = before.buckets[std::size_t(bucket)].start + before.step / 2;
    turnWheel(pointer, 1, Qt::ControlModifier);
    const RateChartData after = data();
    QVERIFY(after.to() - after.from() < (before.to() - before.from()) * 6 / 10);
    int same = 0; // the bucket that is drawn there now
    while (same < int(after.buckets.size()) - 1 && chart().bucketCenter(same).x() < pointer.x())
        ++same;
    const Microseconds now = after.buckets[std::size_t(same)].start + after.step / 2;
    QVERIFY2(std::abs(now - under) <= before.step + 2 * after.step,
             qPrintable(QString::number((now - under) / microsecondsPerSecond)));
    QVERIFY(model().rowCount() < 120);
    turnWheel(pointer, -1, Qt::ControlModifier);
    turnWheel(pointer, -1, Qt::ControlModifier);
    QCOMPARE(model().rowCount(), 120);
}

void GesturesTest::theWheelAloneDoesNotZoom() {
    openTwoHours();
    turnWheel(chart().bucketCenter(10), 1, Qt::NoModifier);
    QCOMPARE(model().rowCount(), 120);
    QVERIFY(m_window->filterState().filter().range().isAll());
}

void GesturesTest::aDragZooms() {
    openTwoHours();
    const RateChartData before = data();
    const int last = int(before.buckets.size()) / 2;
    const int first = last / 2;
    QTest::mousePress(chart().canvas(), Qt::LeftButton, {}, chart().bucketCenter(first));
    for (int bucket = first; bucket <= last; ++bucket)
        QTest::mouseMove(chart().canvas(), chart().bucketCenter(bucket));
    QTest::mouseRelease(chart().canvas(), Qt::LeftButton, {}, chart().bucketCenter(last));
    const TimeRange range = m_window->filterState().filter().range();
    QCOMPARE(range, (TimeRange{before.buckets[std::size_t(first)].start,
                               before.buckets[std::size_t(last)].start + before.step}));
    std::uint64_t drawn = 0;
    for (const RateSeries::Bucket& bucket : data().buckets)
        drawn += bucket.failures;
    QVERIFY(drawn > 10 && drawn < 110);
    QCOMPARE(model().rowCount(), int(drawn));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(model().rowCount(), 120);
}

void GesturesTest::aClickOnABarShowsItsBucket() {
    openTwoHours();
    const RateChartData before = data();
    const int bucket = int(before.buckets.size()) / 3;
    QTest::mouseClick(chart().canvas(), Qt::LeftButton, {}, chart().bucketCenter(bucket));
    const RateSeries::Bucket& clicked = before.buckets[std::size_t(bucket)];
    QCOMPARE(m_window->filterState().filter().range(), (TimeRange{clicked.start, clicked.end}));
    QVERIFY(clicked.failures > 0);
    QCOMPARE(model().rowCount(), int(clicked.failures));
    for (int row = 0; row < model().rowCount(); ++row)
        QVERIFY((TimeRange{clicked.start, clicked.end}.contains(
            *m_monitor->events().time(model().storeRow(row)))));
    QCOMPARE(space().filterBar()->chips().size(), 1);
    QVERIFY2(space().headline()->facts().contains(
                 u"%n failure"_s.replace(u"%n"_s, QString::number(clicked.failures))),
             qPrintable(space().headline()->facts()));
    m_window->filterState().undo();
    QCOMPARE(model().rowCount(), 120);
}

/// As with the mouse: the range, the chip and the rows go together, and each key is one step back.
void GesturesTest::keysMoveAndZoom() {
    openTwoHours();
    activateWindow();
    chart().canvas()->setFocus();
    QVERIFY(chart().canvas()->hasFocus());
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(chart().canvas(), key);
        std::uint64_t drawn = 0;
        for (const RateSeries::Bucket& bucket : data().buckets)
            drawn += bucket.failures;
        if (model().rowCount() != int(drawn))
            qFatal("the table shows %d failures, the chart %d", model().rowCount(), int(drawn));
        return m_window->filterState().filter().range();
    };
    const TimeRange closer = press(Qt::Key_Plus);
    QVERIFY(closer.from && closer.to);
    QVERIFY(model().rowCount() < 120);
    QCOMPARE(space().filterBar()->chips().size(), 1);
    const TimeRange later = press(Qt::Key_Right);
    QVERIFY(*later.from > *closer.from && *later.to > *closer.to);
    const TimeRange earlier = press(Qt::Key_Left);
    QVERIFY(*earlier.from < *later.from);
    const TimeRange wider = press(Qt::Key_Minus);
    QVERIFY(wider.isAll() || *wider.to - *wider.from > *earlier.to - *earlier.from);
    press(Qt::Key_Plus);
    QVERIFY(press(Qt::Key_Home).isAll());
    QCOMPARE(model().rowCount(), 120);
    QVERIFY(space().filterBar()->chips().isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(!m_window->filterState().filter().range().isAll());
}

void GesturesTest::theTipCountsEveryCode() {
    QList<Logged> requests;
    for (const int status : {529, 429, 529, 503, 529})
        requests << Logged{.second = 5, .status = status, .type = {}, .id = requestId(int(requests.size()))};
    for (const int at : {20, 40, 60})
        requests << Logged{.second = at, .status = 200, .id = requestId(at)};
    openLog(requests);
    Q_EMIT m_window->filterState().changed();
    const RateChartData shown = data();
    const auto bucket = shown.bucketAt(noon.addSecs(5).toMSecsSinceEpoch() * 1000);
    QVERIFY(bucket);
    QTest::mouseMove(chart().canvas(), chart().bucketCenter(int(*bucket)));
    QTRY_VERIFY(QToolTip::isVisible());
    const QString tip = QToolTip::text();
    for (const QString& part : {u"429: 1"_s, u"503: 1"_s, u"529: 3"_s, u"Requests: 5"_s})
        QVERIFY2(tip.contains(part), qPrintable(tip));
}

void GesturesTest::ctrlAndAClickOnTheLegendHidesAndShows() {
    openTwoHours();
    const int group = codegroups::indexOf(FailureCode::http(529));
    QToolButton* entry = space().chartPanel()->legend()->button(group);
    QVERIFY(entry->isVisible());
    QTest::mouseClick(entry, Qt::LeftButton, Qt::ControlModifier);
    QCOMPARE(model().rowCount(), 60);
    QVERIFY(entry->font().strikeOut());
    QVERIFY2(entry->text().contains(u"60"_s), "the legend still counts what it hides");
    for (int bucket = 0; bucket < int(data().buckets.size()); ++bucket)
        QCOMPARE(chart().value(bucket, group), 0.0);
    QTest::mouseClick(entry, Qt::LeftButton, Qt::ControlModifier);
    QCOMPARE(model().rowCount(), 120);
    QVERIFY(!entry->font().strikeOut());
}

void GesturesTest::startAgain() {
    m_window->close();
    m_window.reset();
    m_monitor = std::make_unique<Monitor>();
    showWindow();
}

bool GesturesTest::isOpen(const QString& path) {
    return m_monitor->sources().size() == 1 && m_monitor->sources().front().spec.path == path;
}

void GesturesTest::aRecentLogIsOpenedFromTheMenu() {
    openLog(mixedMinute());
    startAgain();
    QMenu* recent = m_window->actions().recent;
    recent->popup(m_window->mapToGlobal(QPoint(20, 20)));
    QTRY_VERIFY_WITH_TIMEOUT(recent->isVisible(), patience);
    QVERIFY(!recent->actions().isEmpty());
    QVERIFY2(recent->actions().front()->text().contains(u"app.log"_s),
             qPrintable(recent->actions().front()->text()));
    QTest::mouseClick(recent, Qt::LeftButton, {}, recent->actionGeometry(recent->actions().front()).center());
    QVERIFY(isOpen(m_folder->path(u"app.log"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 4, patience);
}

void GesturesTest::aRecentLogIsOpenedFromTheEmptyWindow() {
    openLog(mixedMinute());
    startAgain();
    QPushButton* link = button(space().emptyState(), u"app.log"_s);
    QVERIFY(link && link->isVisible());
    QTest::mouseClick(link, Qt::LeftButton);
    QVERIFY(isOpen(m_folder->path(u"app.log"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 4, patience);
}

void GesturesTest::cancelEndsTheReading() {
    constexpr int lines = 400'000;
    const QByteArray one = Logged{.status = 529, .id = requestId(0)}.line();
    const qsizetype id = one.indexOf(requestId(0).toLatin1());
    QVERIFY(id > 0);
    QByteArray text;
    text.reserve(lines * one.size());
    for (int line = 0; line < lines; ++line)
        text.append(one).replace(text.size() - one.size() + id + 4, 24,
                                 QByteArray::number(line, 16).rightJustified(24, '0'));
    m_window->openFiles({m_folder->write(u"big.log"_s, text)}, false);
    QToolButton* cancel = nullptr;
    for (QToolButton* each : m_window->statusBar()->findChildren<QToolButton*>())
        if (each->text() == u"Cancel"_s)
            cancel = each;
    QVERIFY(cancel);
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), patience);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy(), patience);
    const SourceInfo& source = m_monitor->sources().front();
    QCOMPARE(int(source.state), int(SourceState::Cancelled));
    QVERIFY(source.lines < lines);
    QTRY_VERIFY_WITH_TIMEOUT(!cancel->isVisible(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(std::uint64_t(model().rowCount()), std::uint64_t(m_monitor->events().size()),
                              patience);
}

QTEST_MAIN(GesturesTest)
#include "tst_gestures.moc"
