// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window where repeats are grouped.

#include "actions.h"
#include "detailpane.h"
#include "eventview.h"
#include "filterbar.h"
#include "headline.h"
#include "ticketdialog.h"
#include "windowtest.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>

using namespace derouter;

namespace {

Logged limited(int second, int limit) {
    return {.second = second,
            .status = 429,
            .type = u"rate_limit_error"_s,
            .message = u"Requests per minute limit (%1) exceeded"_s.arg(limit),
            .id = requestId(second)};
}

/// Three of one kind, two of another, one alone.
QList<Logged> repeats() {
    return {
        {.second = 1, .id = requestId(1)},
        limited(2, 60),
        {.second = 3, .id = requestId(3)},
        {.second = 4, .status = 503, .type = u"api_error"_s, .message = u"No provider"_s, .id = requestId(4)},
        limited(5, 120),
        {.second = 6, .id = requestId(6)}};
}

} // namespace

class GroupsTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_groups"_s); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void theKeyGroupsRepeats();
    void keysFoldAndUnfold();
    void theArrowFoldsAndUnfolds();
    void aDoubleClickFoldsAndUnfolds();
    void theChosenFailureStaysChosen();
    void theFoldedMemberIsChosenWithItsGroup();
    void theCountNamesGroupsAndFailures();
    void whatIsCopiedIsEveryMember();
    void theTicketIsOnEveryMember();
    void nextGoesOverTheLines();
    void followingTurnsNoPageInTheDetailPane();
    void pausedCountsWhatGroupsTake();
    void aGroupsOwnCellsFilterNothing();
    void theNextWindowBeginsGrouped();

private:
    EventView& view() { return *space().view(); }
    QString timeAt(int row) { return model().index(row, EventModel::Time).data().toString(); }
    QStringList lines() const { return QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts); }
    QPoint arrowOf(int row) {
        return view().visualRect(model().index(row, EventModel::Time)).adjusted(8, 0, 0, 0).topLeft() +
               QPoint(0, 6);
    }
    void openGrouped() {
        openLog(repeats());
        activateWindow();
        view().setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_G);
        QCOMPARE(model().rowCount(), 3);
    }
};

void GroupsTest::theKeyGroupsRepeats() {
    openGrouped();
    QVERIFY(m_window->actions().groups->isChecked());
    QVERIFY(timeAt(2).endsWith(u" ×3"_s));
    QVERIFY(timeAt(1).endsWith(u" ×2"_s));
    QVERIFY(!timeAt(0).contains(u'×'));
    QTest::keyClick(m_window.get(), Qt::Key_G);
    QCOMPARE(model().rowCount(), 6);
    QVERIFY(space().headline()->isVisible());
}

void GroupsTest::keysFoldAndUnfold() {
    openGrouped();
    view().choose(model().index(2, EventModel::Code));
    QTest::keyClick(&view(), Qt::Key_Right);
    QCOMPARE(model().rowCount(), 6);
    QCOMPARE(view().currentIndex(), model().index(2, EventModel::Code));
    QTest::keyClick(&view(), Qt::Key_Right); // unfolded already: the next cell
    QCOMPARE(view().currentIndex(), model().index(2, EventModel::Cause));
    QTest::keyClick(&view(), Qt::Key_Down);
    QCOMPARE(space().detail()->requestId(), requestId(1));
    QTest::keyClick(&view(), Qt::Key_Left);
    QCOMPARE(view().selectedRows(), QList<int>{2});
    QTest::keyClick(&view(), Qt::Key_Left);
    QCOMPARE(model().rowCount(), 3);
    QTest::keyClick(&view(), Qt::Key_Return);
    QCOMPARE(model().rowCount(), 6);
    QTest::keyClick(&view(), Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(model().rowCount(), 3);
    view().choose(model().index(0, EventModel::Code)); // alone: nothing to unfold
    QTest::keyClick(&view(), Qt::Key_Return);
    QCOMPARE(model().rowCount(), 3);
    QTest::keyClick(&view(), Qt::Key_Right);
    QCOMPARE(view().currentIndex(), model().index(0, EventModel::Cause));
}

void GroupsTest::theArrowFoldsAndUnfolds() {
    openGrouped();
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, arrowOf(0)); // alone: it has none
    QCOMPARE(model().rowCount(), 3);
    QCOMPARE(view().selectedRows(), QList<int>{0});
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, arrowOf(1));
    QCOMPARE(model().rowCount(), 5);
    QVERIFY2(view().selectedRows() == QList<int>{0}, "the arrow chooses nothing");
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, arrowOf(1));
    QCOMPARE(model().rowCount(), 3);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, arrowOf(1) + QPoint(60, 0));
    QCOMPARE(model().rowCount(), 3);
    QCOMPARE(view().selectedRows(), QList<int>{1});
}

void GroupsTest::aDoubleClickFoldsAndUnfolds() {
    openGrouped();
    const auto click = [this] {
        QTest::mouseDClick(view().viewport(), Qt::LeftButton, {},
                           view().visualRect(model().index(1, EventModel::Cause)).center());
    };
    click();
    QCOMPARE(model().rowCount(), 5);
    click();
    QCOMPARE(model().rowCount(), 3);
}

void GroupsTest::theChosenFailureStaysChosen() {
    openLog(repeats());
    view().choose(model().index(2, EventModel::Code));
    QCOMPARE(space().detail()->requestId(), requestId(3));
    m_window->actions().groups->trigger();
    QCOMPARE(view().selectedRows(), QList<int>{2});
    QCOMPARE(space().detail()->requestId(), requestId(3));
    m_window->filterState().add({.field = FilterField::Code, .value = u"529"_s});
    m_window->actions().undo->trigger();
    QCOMPARE(space().detail()->requestId(), requestId(3));
    m_window->actions().groups->trigger();
    QCOMPARE(view().selectedRows(), QList<int>{2});
    QCOMPARE(space().detail()->requestId(), requestId(3));
}

void GroupsTest::theFoldedMemberIsChosenWithItsGroup() {
    openGrouped();
    model().setUnfolded(2, true);
    view().choose(model().index(3, EventModel::Code));
    QCOMPARE(space().detail()->requestId(), requestId(1));
    model().setUnfolded(2, false);
    QCOMPARE(view().selectedRows(), QList<int>{2});
    QCOMPARE(space().detail()->requestId(), requestId(1));
}

void GroupsTest::theCountNamesGroupsAndFailures() {
    openGrouped();
    QTRY_COMPARE_WITH_TIMEOUT(space().filterBar()->countText(), u"3 group(s): 6 failure(s)"_s, patience);
    m_window->filterState().add({.field = FilterField::Code, .value = u"429"_s});
    QTRY_COMPARE_WITH_TIMEOUT(space().filterBar()->countText(), u"1 group(s): 2 of 6 shown, 4 hidden"_s,
                              patience);
    m_window->actions().groups->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(space().filterBar()->countText(), u"2 of 6 shown, 4 hidden"_s, patience);
}

void GroupsTest::whatIsCopiedIsEveryMember() {
    openGrouped();
    view().choose(model().index(1, EventModel::Code));
    m_window->actions().copyRows->trigger();
    QCOMPARE(lines().size(), 3); // with the names of the columns
    QVERIFY(lines().at(1).contains(u"limit (60)"_s));
    QVERIFY(lines().at(2).contains(u"limit (120)"_s));
    m_window->actions().copyId->trigger();
    QCOMPARE(lines(), QStringList({requestId(2), requestId(5)}));
    model().setUnfolded(1, true);
    view().selectAll(); // a group and its members are each failure once
    m_window->actions().copyRows->trigger();
    QCOMPARE(lines().size(), 7);
}

void GroupsTest::theTicketIsOnEveryMember() {
    openGrouped();
    view().choose(model().index(2, EventModel::Code));
    m_window->actions().ticket->trigger();
    const auto* ticket = dialog<TicketDialog>();
    QVERIFY(ticket);
    const QString text = ticket->findChild<QPlainTextEdit*>()->toPlainText();
    for (const int id : {1, 3, 6})
        QVERIFY2(text.contains(requestId(id)), qPrintable(text));
    QVERIFY(!text.contains(requestId(2)));
}

void GroupsTest::nextGoesOverTheLines() {
    openGrouped();
    model().setUnfolded(1, true);
    view().choose(model().index(1, EventModel::Code));
    QStringList ids;
    for (int step = 0; step < 3; ++step) {
        m_window->actions().next->trigger();
        ids << space().detail()->requestId();
    }
    QCOMPARE(ids, QStringList({requestId(2), requestId(5), requestId(6)}));
    m_window->actions().previous->trigger();
    QCOMPARE(space().detail()->requestId(), requestId(5));
}

void GroupsTest::followingTurnsNoPageInTheDetailPane() {
    m_window->openFiles({m_folder->write(u"app.log"_s, repeats())}, true);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 6, patience);
    m_window->actions().groups->trigger();
    view().choose(model().index(1, EventModel::Code));
    QCOMPARE(space().detail()->requestId(), requestId(5));
    m_folder->write(u"app.log"_s, {limited(19, 1), limited(20, 240)});
    QTRY_VERIFY_WITH_TIMEOUT(timeAt(2).endsWith(u" ×4"_s), patience);
    QCOMPARE(view().selectedRows(), QList<int>{2});
    QCOMPARE(space().detail()->requestId(), requestId(5));
    view().choose(model().index(0, EventModel::Code));
    view().choose(model().index(2, EventModel::Code));
    QCOMPARE(space().detail()->requestId(), requestId(20));
}

void GroupsTest::pausedCountsWhatGroupsTake() {
    m_window->openFiles({m_folder->write(u"app.log"_s, repeats())}, true);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 6, patience);
    m_window->actions().groups->trigger();
    QVERIFY(view().isFollowing() && !view().isPaused());
    view().choose(model().index(0, EventModel::Code));
    QVERIFY(view().isPaused());
    model().setUnfolded(2, true);
    QCOMPARE(view().newMeanwhile(), 0);
    m_folder->write(u"app.log"_s, {limited(20, 240), limited(21, 240)});
    QTRY_COMPARE_WITH_TIMEOUT(view().newMeanwhile(), 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(space().filterBar()->countText(), u"3 group(s): 8 failure(s)"_s, patience);
}

void GroupsTest::aGroupsOwnCellsFilterNothing() {
    openGrouped();
    const auto menuOf = [this](int row, int column) {
        Q_EMIT view().valueMenuRequested(model().index(row, column), QPoint(50, 50));
        auto* menu = space().findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
        const bool has = menu && menu->actions().first()->text().startsWith(u"Only This"_s);
        delete menu;
        return has;
    };
    QVERIFY(menuOf(2, EventModel::Code));
    QVERIFY(!menuOf(2, EventModel::Model)); // of each member its own
    QVERIFY(menuOf(0, EventModel::Model));
}

void GroupsTest::theNextWindowBeginsGrouped() {
    openGrouped();
    m_window->close();
    MainWindow again(*m_monitor);
    QVERIFY(again.actions().groups->isChecked());
    QCOMPARE(again.workspace().model().rowCount(), 3);
}

QTEST_MAIN(GroupsTest)
#include "tst_groups.moc"
