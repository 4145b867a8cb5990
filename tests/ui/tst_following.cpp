// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A followed log in the window: newest first or last, paused and resumed, not there, gone.

#include "chartdata.h"
#include "chartpanel.h"
#include "dataquality.h"
#include "emptystate.h"
#include "eventview.h"
#include "filterbar.h"
#include "filtertext.h"
#include "headline.h"
#include "models/sourcemodel.h"
#include "windowtest.h"

#include <QAction>
#include <QHeaderView>
#include <QScrollBar>
#include <QToolButton>

using namespace derouter;

class FollowingTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_following"_s); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void theNewestStaysInViewAtTheTop();
    void aPausedTableStandsStill();
    void theKeysToTheTopResume();
    void rowsAboveDoNotMoveThoseThatAreRead();
    void theLastTimeSlides();
    void theLastTimeOfAFileIsItsEnd();
    void anotherOrderPauses();
    void theEndOfFollowingIsSeen();
    void theKeysComingHereChooseNothing();
    void theFirstKeyChoosesWhatIsInView();
    void eachLogRemembersWhetherItIsFollowed();
    void aLogThatIsNotThereIsNoGoodNews();
    void aLogThatIsGoneIsNamed();

private:
    EventView& view() { return *space().view(); }
    void follow(int failures);
    void write(int first, int count);
    void showNewestFirst();
    std::optional<EventStore::Row> top() { return model().storeRow(view().rowAt(0)); }
    QString resumeText() { return space().filterBar()->resumeButton()->text(); }
};

void FollowingTest::write(int first, int count) {
    QList<Logged> requests;
    for (int i = first; i < first + count; ++i)
        requests << Logged{.second = i, .id = requestId(i)};
    m_folder->write(u"live.log"_s, requests);
}

void FollowingTest::follow(int failures) {
    write(0, failures);
    m_window->openFiles({m_folder->path(u"live.log"_s)}, true);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), failures, patience);
    QTRY_VERIFY_WITH_TIMEOUT(view().isFollowing() && view().isVisible(), patience);
}

/// As a click on the header does twice.
void FollowingTest::showNewestFirst() {
    view().sortByColumn(EventModel::Time, Qt::DescendingOrder);
    QCOMPARE(model().storeRow(0), m_monitor->events().endRow() - 1);
    QTRY_COMPARE_WITH_TIMEOUT(view().verticalScrollBar()->value(), 0, patience);
}

void FollowingTest::theNewestStaysInViewAtTheTop() {
    follow(200);
    showNewestFirst();
    QVERIFY(!view().isPaused());
    write(200, 30);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 230, patience);
    QTRY_COMPARE(top(), m_monitor->events().endRow() - 1);
}

void FollowingTest::aPausedTableStandsStill() {
    follow(200);
    showNewestFirst();
    view().choose(model().index(3, EventModel::Code));
    QVERIFY(view().isPaused());
    const auto chosen = view().currentEvent();
    const int place = view().visualRect(view().currentIndex()).top();
    write(200, 30);
    QTRY_COMPARE_WITH_TIMEOUT(view().newMeanwhile(), 30, patience);
    QTRY_COMPARE(view().visualRect(view().currentIndex()).top(), place);
    QCOMPARE(view().currentEvent(), chosen);
    QVERIFY2(resumeText().contains(u"new above"_s), qPrintable(resumeText()));
}

void FollowingTest::theKeysToTheTopResume() {
    follow(200);
    showNewestFirst();
    view().verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    QVERIFY(view().isPaused());
    QTest::keyClick(&view(), Qt::Key_End); // to the oldest
    QVERIFY(view().isPaused());
    QTest::keyClick(&view(), Qt::Key_Home);
    QVERIFY(!view().isPaused());
    write(200, 5);
    QTRY_COMPARE_WITH_TIMEOUT(top(), EventStore::Row(204), patience);
}

void FollowingTest::rowsAboveDoNotMoveThoseThatAreRead() {
    follow(200);
    view().sortByColumn(EventModel::RequestId, Qt::DescendingOrder); // no order of time: nothing scrolls
    view().verticalScrollBar()->setValue(50);
    const auto read = top();
    write(200, 30);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 230, patience);
    QTRY_COMPARE(top(), read);
}

/// Of a followed log, until the user reads or brushes.
void FollowingTest::theLastTimeSlides() {
    const auto present = QDateTime::currentMSecsSinceEpoch();
    const auto ago = [present](int seconds) {
        return static_cast<int>((present - noon.toMSecsSinceEpoch()) / 1000) - seconds;
    };
    QList<Logged> requests;
    for (const int seconds : {1200, 305, 299, 296, 10})
        requests << Logged{.second = ago(seconds), .id = requestId(seconds)};
    m_window->openFiles({m_folder->write(u"live.log"_s, requests)}, true);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 5, patience);
    FilterState& filters = m_window->filterState();
    m_window->actions().lastTimes.front()->trigger(); // 5 minutes
    QTRY_VERIFY(model().rowCount() <= 3);
    const std::vector<FilterTerm> terms = filters.view().terms;
    QCOMPARE(terms.size(), 1u);
    QCOMPARE(filtertext::label(terms.front(), TimeDisplay()), u"Time: the last 5 min"_s);
    QCOMPARE(filtertext::written(terms.front()), u"time:5m"_s);
    const RateChartData shown = space().chartPanel()->chartData();
    QVERIFY2(shown.to() - shown.from() <= 310 * microsecondsPerSecond, "the chart shows no more");
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, patience); // time went on
    // No step of the history, which leads back to all.
    filters.undo();
    QCOMPARE(model().rowCount(), 5);
    QVERIFY(!filters.canUndo());
    filters.redo();
    QCOMPARE(model().rowCount(), 1);
    // Who reads is not disturbed.
    const auto from = [&] { return *filters.filter().range().from; };
    view().choose(model().index(0, EventModel::Code));
    QVERIFY(view().isPaused());
    const Microseconds paused = from();
    QTest::qWait(2500);
    QCOMPARE(from(), paused);
    view().resume();
    QVERIFY(from() > paused);
    // A brushed time stands still.
    filters.setRange({noon.toMSecsSinceEpoch() * 1000, present * 1000});
    QCOMPARE(model().rowCount(), 5);
    QVERIFY(!filters.view().terms.front().slides());
}

void FollowingTest::theLastTimeOfAFileIsItsEnd() {
    write(0, 700);
    m_window->openFiles({m_folder->path(u"live.log"_s)}, false);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 700, patience);
    m_window->actions().lastTimes.front()->trigger();
    QTRY_COMPARE(model().rowCount(), 300);
    m_window->actions().allTimes->trigger();
    QCOMPARE(model().rowCount(), 700);
}

void FollowingTest::anotherOrderPauses() {
    follow(200);
    view().sortByColumn(EventModel::RequestId, Qt::AscendingOrder);
    QTRY_VERIFY(view().isPaused());
    QCOMPARE(m_window->actions().follow->iconText(), u"Paused"_s);
    write(200, 3);
    QTRY_COMPARE_WITH_TIMEOUT(resumeText(), u"Paused – 3 new"_s, patience);
    QTest::mouseClick(space().filterBar()->resumeButton(), Qt::LeftButton);
    QVERIFY(!view().isPaused() && view().isInOrderOfTime());
    QTRY_COMPARE(view().verticalScrollBar()->value(), view().verticalScrollBar()->maximum());
    QCOMPARE(m_window->actions().follow->iconText(), u"Follow"_s);
}

void FollowingTest::theEndOfFollowingIsSeen() {
    follow(20);
    QAction* const button = m_window->actions().follow;
    QCOMPARE(button->iconText(), u"Follow"_s);
    QVERIFY(QFile::remove(m_folder->path(u"live.log"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(button->iconText(), u"Missing"_s, patience);
    write(20, 1);
    QTRY_COMPARE_WITH_TIMEOUT(button->iconText(), u"Follow"_s, patience);
    m_monitor->cancel(m_monitor->sources().front().id);
    QTRY_COMPARE_WITH_TIMEOUT(button->iconText(), u"Ended"_s, patience);
    QVERIFY(!button->isEnabled());
    QTRY_VERIFY(!view().isFollowing());
}

void FollowingTest::theKeysComingHereChooseNothing() {
    follow(200);
    activateWindow();
    view().setFocus(Qt::TabFocusReason);
    QVERIFY(view().hasFocus());
    QVERIFY(!view().isPaused());
    QVERIFY(!view().currentEvent());
    const QColor rim = view().viewport()->grab().toImage().pixelColor(1, view().viewport()->height() / 2);
    QCOMPARE(rim, view().palette().color(QPalette::Highlight)); // so that one sees where the keys go
    write(200, 5);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 205, patience);
    QTRY_COMPARE(view().verticalScrollBar()->value(), view().verticalScrollBar()->maximum());
}

void FollowingTest::theFirstKeyChoosesWhatIsInView() {
    follow(200);
    view().setFocus(Qt::TabFocusReason);
    QTRY_COMPARE(view().verticalScrollBar()->value(), view().verticalScrollBar()->maximum());
    QTest::keyClick(&view(), Qt::Key_Down);
    QVERIFY(view().currentEvent());
    QVERIFY2(*view().currentEvent() >= 195, qPrintable(QString::number(*view().currentEvent())));
    QCOMPARE(view().selectedEvents().size(), 1U);
}

/// The log that a window begins with says so; others that are opened beside it change nothing.
void FollowingTest::eachLogRemembersWhetherItIsFollowed() {
    follow(20);
    m_window->actions().follow->trigger();
    QTRY_VERIFY(!view().isFollowing());
    const auto openAnew = [this](const QString& name) {
        m_window->close();
        m_window.reset();
        m_monitor = std::make_unique<Monitor>();
        showWindow();
        m_window->openFiles({m_folder->path(name)}, true);
        QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() > 0, patience);
    };
    for (int i = 0; i < 4; ++i)
        m_folder->write(u"other.log"_s, {Logged{.second = i, .id = requestId(500 + i)}});
    openAnew(u"other.log"_s);
    QTRY_VERIFY_WITH_TIMEOUT(view().isFollowing(), patience);
    QVERIFY(m_window->actions().follow->isChecked());
    openAnew(u"live.log"_s);
    QVERIFY(!view().isFollowing() && !m_window->actions().follow->isChecked());
    m_window->openFiles({m_folder->path(u"other.log"_s)}, true);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 24, patience);
    QTRY_VERIFY(!view().isFollowing());
    m_window->actions().follow->trigger();
    openAnew(u"live.log"_s);
    QTRY_VERIFY_WITH_TIMEOUT(view().isFollowing(), patience);
}

void FollowingTest::aLogThatIsNotThereIsNoGoodNews() {
    m_window->openFiles({m_folder->path(u"missing.log"_s)}, true);
    QTRY_COMPARE_WITH_TIMEOUT(space().emptyState()->kind(), EmptyState::Kind::Failed, patience);
    QVERIFY2(space().emptyState()->text().contains(
                 u"missing.log does not exist; it is read as soon as it does."_s),
             qPrintable(space().emptyState()->text()));
    const SourceInfo& source = m_monitor->sources().front();
    QVERIFY2(sourceStateText(source).startsWith(u"Waiting"_s) &&
                 sourceStateText(source).contains(u"missing.log"_s),
             qPrintable(sourceStateText(source)));
    QCOMPARE(DataQuality::of(m_monitor->sources()).level, DataQuality::Level::Doubtful);
    m_folder->write(u"missing.log"_s, mixedMinute());
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 4, patience);
    QTRY_COMPARE(DataQuality::of(m_monitor->sources()).level, DataQuality::Level::Whole);
}

void FollowingTest::aLogThatIsGoneIsNamed() {
    follow(20);
    QVERIFY(QFile::remove(m_folder->path(u"live.log"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(
        sourceStateText(m_monitor->sources().front()).contains(u"live.log does not exist"_s), patience);
    QCOMPARE(model().rowCount(), 20);
}

QTEST_MAIN(FollowingTest)
#include "tst_following.moc"
