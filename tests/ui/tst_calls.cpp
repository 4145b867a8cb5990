// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window with a row an attempt and with a row a call.

#include "actions.h"
#include "chartpanel.h"
#include "detailpane.h"
#include "emptystate.h"
#include "eventview.h"
#include "filterbar.h"
#include "headline.h"
#include "models/eventmodel.h"
#include "ratechart.h"
#include "windowtest.h"
#include "workspace.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>

#include <memory>

using namespace derouter;

namespace {

QStringList column(const EventModel& model, int column) {
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells << model.index(row, column).data().toString();
    return cells;
}

} // namespace

class CallsTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theKeySwitchesAndBackUndoes();
    void theLineAboveSaysWhatIsCounted();
    void hiddenCallsAreCalledSo();
    void chartAndHeadlineCountAttempts();
    void copyAndNextGoOverCalls();
    void theChosenFailureStaysChosen();
    void followingShowsEachCallOnce();
    void theNextWindowBeginsWithCalls();
    void theDetailsJudgeTheWaits_data();
    void theDetailsJudgeTheWaits();
    void theDetailsFollowTheCall();

private:
    FilterBar& bar() { return *space().filterBar(); }
    void openWindow(const QList<Logged>& requests, bool follow = false);
};

void CallsTest::initTestCase() {
    nameProgram(u"tst_calls"_s);
}

void CallsTest::init() {
    prepare();
}

void CallsTest::cleanup() {
    closeWindow();
}

void CallsTest::openWindow(const QList<Logged>& requests, bool follow) {
    m_window = std::make_unique<MainWindow>(*m_monitor);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openFiles({m_folder->write(u"app.log"_s, requests)}, follow);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!space().isEmptyStateShown(), patience);
    space().view()->setFocus();
}

void CallsTest::theKeySwitchesAndBackUndoes() {
    openWindow(retriedCalls());
    QCOMPARE(model().rowCount(), 7);
    QTest::keyClick(space().view(), Qt::Key_C);
    QCOMPARE(model().rowCount(), 4);
    QVERIFY(m_window->actions().calls->isChecked());
    QTRY_COMPARE_WITH_TIMEOUT(bar().countText(), u"4 call(s), 7 attempt(s)"_s, patience);
    QVERIFY(space().view()->accessibleDescription().contains(u"each call"_s));
    QTest::keyClick(space().view(), Qt::Key_Escape);
    QCOMPARE(model().rowCount(), 7);
    QVERIFY(!m_window->actions().calls->isChecked());
    m_window->actions().calls->trigger();
    m_window->actions().backToAll->trigger();
    QCOMPARE(model().rowCount(), 7);
    m_window->actions().undo->trigger();
    QCOMPARE(model().rowCount(), 4);
    QVERIFY(shortcutText(m_window->actions()).contains(u"C – One Row per Call"_s));
}

void CallsTest::theLineAboveSaysWhatIsCounted() {
    openWindow(retriedCalls());
    QTRY_COMPARE_WITH_TIMEOUT(bar().countText(), u"7 attempt(s), 4 call(s)"_s, patience);
    m_window->actions().calls->trigger();
    QCOMPARE(bar().countText(), u"4 call(s), 7 attempt(s)"_s);
    m_window->actions().codes->actions().at(codegroups::indexOf(FailureCode::http(429)))->trigger();
    QCOMPARE(bar().countText(), u"2 of 4 calls shown, 2 hidden"_s);
    m_window->actions().calls->trigger();
    QCOMPARE(bar().countText(), u"4 of 7 attempts shown, 3 hidden"_s);
}

void CallsTest::hiddenCallsAreCalledSo() {
    openWindow(retriedCalls());
    m_window->actions().calls->trigger();
    QVERIFY(!space().isHiddenStateShown());
    m_window->searchField().setFocus();
    QTest::keyClicks(&m_window->searchField(), requestId(3));
    QTest::keyClick(&m_window->searchField(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(space().isHiddenStateShown(), patience);
    QVERIFY2(space().hiddenState()->text().contains(u"4 call(s) do not match it"_s),
             qPrintable(space().hiddenState()->text()));
    QTest::mouseClick(space().hiddenState()->mainButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 7, patience);
}

void CallsTest::chartAndHeadlineCountAttempts() {
    openWindow(retriedCalls());
    RateChart* chart = space().chartPanel()->chart();
    const auto bars = [&](int status) {
        double sum = 0;
        for (int bucket = 0; bucket < 60; ++bucket)
            sum += chart->value(bucket, codegroups::indexOf(FailureCode::http(status)));
        return sum;
    };
    const auto said = [this] {
        QStringList texts;
        for (const QLabel* label : space().headline()->findChildren<QLabel*>())
            texts << label->text();
        for (const QLabel* label : space().chartPanel()->findChildren<QLabel*>())
            texts << label->text();
        return texts.join(u'\n');
    };
    QTRY_COMPARE_WITH_TIMEOUT(bars(529), 3.0, patience);
    QVERIFY2(!said().contains(u"attempts"_s), qPrintable(said()));
    m_window->actions().calls->trigger();
    QCOMPARE(bars(529), 3.0);
    QCOMPARE(bars(429), 3.0);
    for (const QString& words : {u"Failed attempts per "_s, u"7 failed attempt(s)"_s})
        QVERIFY2(said().contains(words), qPrintable(said()));
    // Also where the rows are counted: the chart is the same, whatever a row of the table is.
    space().headline()->moveButton(WhoseMove::Provider)->click();
    QCOMPARE(column(model(), EventModel::Code), QStringList{u"529"_s});
    QCOMPARE(bars(529), 3.0);
    QCOMPARE(bars(429), 0.0);
}

void CallsTest::copyAndNextGoOverCalls() {
    openWindow(retriedCalls());
    m_window->actions().calls->trigger();
    space().view()->choose(model().index(0, EventModel::Code));
    QCOMPARE(space().detail()->requestId(), requestId(6));
    QVERIFY(space().detail()->spokenText().contains(u"3 of 3"_s));
    m_window->actions().next->trigger();
    QCOMPARE(space().detail()->requestId(), requestId(12));
    m_window->actions().previous->trigger();
    QCOMPARE(space().detail()->requestId(), requestId(6));
    space().view()->selectAll();
    m_window->actions().copyRows->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0].split(u'\t').at(EventModel::Attempt), u"Attempt"_s);
    QCOMPARE(lines[1].split(u'\t').at(EventModel::Attempt), u"3 attempt(s)"_s);
}

void CallsTest::theChosenFailureStaysChosen() {
    openWindow(retriedCalls());
    space().view()->choose(model().index(1, EventModel::Code));
    QCOMPARE(space().detail()->requestId(), requestId(3));
    m_window->actions().calls->trigger();
    QCOMPARE(space().detail()->requestId(), requestId(6));
    QCOMPARE(space().view()->selectedRows(), QList<int>{0});
    m_window->actions().calls->trigger();
    QCOMPARE(space().detail()->requestId(), requestId(6));
    QCOMPARE(space().view()->selectedRows(), QList<int>{2});
}

void CallsTest::followingShowsEachCallOnce() {
    openWindow(
        {Logged{.second = 1, .id = requestId(1), .attempt = 1}, Logged{.second = 2, .id = requestId(2)}},
        true);
    m_window->actions().calls->trigger();
    space().view()->choose(model().index(0, EventModel::Code));
    QCOMPARE(space().detail()->requestId(), requestId(1));
    m_folder->write(u"app.log"_s, {Logged{.second = 5, .id = requestId(5), .attempt = 2},
                                   Logged{.second = 6, .id = requestId(6), .attempt = 3}});
    QTRY_COMPARE_WITH_TIMEOUT(column(model(), EventModel::Attempt), QStringList({u""_s, u"3 attempt(s)"_s}),
                              patience);
    QCOMPARE(space().detail()->requestId(), requestId(6));
    QCOMPARE(space().view()->selectedRows(), QList<int>{1});
    QTRY_COMPARE_WITH_TIMEOUT(bar().countText(), u"2 call(s), 4 attempt(s)"_s, patience);
    QVERIFY(space().view()->isPaused());
    QCOMPARE(space().view()->newMeanwhile(), 0);
}

void CallsTest::theNextWindowBeginsWithCalls() {
    openWindow(retriedCalls());
    m_window->actions().calls->trigger();
    m_window->close();
    MainWindow again(*m_monitor);
    QVERIFY(again.actions().calls->isChecked());
    QVERIFY(again.filterState().view().calls);
    QVERIFY2(!again.actions().undo->isEnabled(), "what the window begins with is no step");
    QCOMPARE(again.workspace().model().rowCount(), 4);
}

void CallsTest::theDetailsJudgeTheWaits_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("apart"); // seconds
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("unsaid");
    QTest::newRow("too early") << 529 << 2
                               << u"then waited at most 3.0 s, the guide advises 5–10 s, too early"_s
                               << u"only a change"_s;
    QTest::newRow("late enough") << 529 << 8 << u"then waited at most 9.0 s, the guide advises 5–10 s"_s
                                 << u"early"_s;
    QTest::newRow("not to be tried again") << 402 << 8 << u"although only a change helps"_s << u"early"_s;
}

void CallsTest::theDetailsJudgeTheWaits() {
    QFETCH(int, status);
    QFETCH(int, apart);
    QFETCH(QString, said);
    QFETCH(QString, unsaid);
    const auto attempt = [status](int second, int number) {
        return Logged{.second = second,
                      .status = status,
                      .type = {},
                      .message = {},
                      .id = requestId(number),
                      .attempt = number};
    };
    openWindow({attempt(10, 1), attempt(10 + apart, 2)});
    space().view()->choose(model().index(1, EventModel::Code));
    const QString spoken = space().detail()->spokenText();
    QVERIFY2(spoken.contains(u"Attempts of the call"_s) && spoken.contains(said), qPrintable(spoken));
    QVERIFY2(!spoken.contains(unsaid), qPrintable(spoken));
    QVERIFY2(spoken.contains(u"▸ 2: "_s), qPrintable(spoken));
}

void CallsTest::theDetailsFollowTheCall() {
    openWindow({Logged{.second = 1, .id = requestId(1), .attempt = 1}}, true);
    space().view()->choose(model().index(0, EventModel::Code));
    QVERIFY(!space().detail()->spokenText().contains(u"Attempts of the call"_s));
    m_folder->write(u"app.log"_s, {Logged{.second = 2, .id = requestId(2), .attempt = 2}});
    QTRY_VERIFY_WITH_TIMEOUT(space().detail()->spokenText().contains(u"▸ 1: "_s), patience);
}

QTEST_MAIN(CallsTest)
#include "tst_calls.moc"
