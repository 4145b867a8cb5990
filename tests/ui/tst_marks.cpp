// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the user marks and notes in the window.

#include "actions.h"
#include "chartdata.h"
#include "chartpanel.h"
#include "clipboard.h"
#include "detailpane.h"
#include "eventview.h"
#include "filterbar.h"
#include "markpart.h"
#include "monitor/marks.h"
#include "searchfield.h"
#include "ticketdialog.h"
#include "windowtest.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStatusBar>

using namespace derouter;

namespace {

/// A 503, then a 529 three times, another 503, and a 529.
QList<Logged> repeats() {
    const auto one = [](int second, bool provider) {
        return Logged{.second = second,
                      .status = provider ? 529 : 503,
                      .type = provider ? u"overloaded_error"_s : u"api_error"_s,
                      .message = provider ? u"Overloaded"_s : u"No provider"_s,
                      .id = requestId(second)};
    };
    return {one(0, false), one(1, true), one(2, true), one(3, true), one(4, false), one(5, true)};
}

} // namespace

class MarksWindowTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_marks"_s); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void theKeyMarksWhatIsChosen();
    void aMarkIsSeenAndSpoken();
    void bracketsGoToMarks();
    void bracketsUnfoldGroups();
    void bracketsFindAttemptsOfCalls();
    void aNoteIsWritten();
    void theDetailPaneMarksAndNotes();
    void theMenuOfACellMarks();
    void whatIsMarkedIsFilteredFor();
    void aNoteIsFoundByItsWords();
    void marksAreSortedBy();
    void marksStayInTheNextWindow();
    void notesStandInATicketOnlyWhenTicked();
    void secretsInNotesAreHidden();

private:
    EventView& view() { return *space().view(); }
    const Marks& marks() const { return m_monitor->marks(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&view(), key, modifiers);
    }
    void openRepeats() {
        openLog(repeats());
        QCOMPARE(model().rowCount(), 6);
        activateWindow();
        view().setFocus();
    }
    void choose(int row) { view().choose(model().index(row, EventModel::Code)); }
    int current() { return view().currentIndex().row(); }
    bool showsMark(int row) {
        return model().index(row, EventModel::Mark).data(EventModel::MarkRole).toBool();
    }
    QString markCell(int row) { return model().index(row, EventModel::Mark).data().toString(); }
    QString note() { return m_window->statusBar()->currentMessage(); }
    void writeNote(const QString& text) {
        QTRY_VERIFY(dialog<QInputDialog>());
        auto* const field = dialog<QInputDialog>()->findChild<QLineEdit*>();
        field->selectAll();
        text.isEmpty() ? QTest::keyClick(field, Qt::Key_Delete) : QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!dialog<QInputDialog>());
        activateWindow();
    }
    void filter(const QString& text) {
        m_window->searchField().setFocus();
        QTest::keyClicks(&m_window->searchField(), text);
        QTest::keyClick(&m_window->searchField(), Qt::Key_Return);
    }
};

void MarksWindowTest::theKeyMarksWhatIsChosen() {
    openRepeats();
    choose(1);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_M);
    QCOMPARE(marks().rows(), (std::set<EventStore::Row>{1, 2}));
    QCOMPARE(note(), u"2 failure(s) marked"_s);
    press(Qt::Key_Down, Qt::ShiftModifier); // one of three is not marked yet
    press(Qt::Key_M);
    QCOMPARE(marks().rows(), (std::set<EventStore::Row>{1, 2, 3}));
    press(Qt::Key_M);
    QVERIFY(marks().rows().empty());
    QVERIFY(shortcutText(m_window->actions()).contains(u"M – Mark or Unmark"_s));
}

/// By a flag before the note, and by words.
void MarksWindowTest::aMarkIsSeenAndSpoken() {
    openRepeats();
    QCOMPARE(view().horizontalHeader()->visualIndex(EventModel::Mark), 0);
    const auto pictureOf = [this](int row) {
        const QRect cell = view().visualRect(model().index(row, EventModel::Mark));
        return view().viewport()->grab(cell).toImage();
    };
    choose(5);
    const QImage before = pictureOf(1);
    m_monitor->marks().mark({1});
    QTRY_VERIFY(pictureOf(1) != before);
    const auto spoken = [this](int row, int column) {
        return model().index(row, column).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(1, EventModel::Mark), u"marked"_s);
    QVERIFY(spoken(1, EventModel::Time).endsWith(u", marked"_s));
    QVERIFY(!spoken(2, EventModel::Time).contains(u"marked"_s));
    QCOMPARE(spoken(2, EventModel::Mark), QString());
}

void MarksWindowTest::bracketsGoToMarks() {
    openRepeats();
    choose(2);
    press(Qt::Key_BracketRight);
    QVERIFY(note().startsWith(u"Nothing is marked"_s));
    m_monitor->marks().mark({1, 4, 5});
    press(Qt::Key_BracketRight);
    QCOMPARE(current(), 4);
    press(Qt::Key_F2);
    QCOMPARE(current(), 5);
    press(Qt::Key_BracketRight);
    QCOMPARE(current(), 5);
    QCOMPARE(note(), u"No mark further down"_s);
    for (const int row : {4, 1, 1}) {
        press(Qt::Key_BracketLeft);
        QCOMPARE(current(), row);
    }
    QCOMPARE(note(), u"No mark further up"_s);
    QCOMPARE(view().selectedRows(), QList<int>{1});
    filter(u"code:503"_s);
    QTRY_COMPARE(model().rowCount(), 2);
    view().setFocus();
    choose(1);
    press(Qt::Key_BracketRight);
    QCOMPARE(note(), u"2 mark(s) hidden by the filter"_s);
}

void MarksWindowTest::bracketsUnfoldGroups() {
    openRepeats();
    press(Qt::Key_G);
    QCOMPARE(model().rowCount(), 2); // the 503s, then the 529s
    m_monitor->marks().mark({2, 3});
    QTRY_COMPARE(markCell(1), u"2"_s);
    choose(0);
    press(Qt::Key_BracketRight);
    QCOMPARE(model().rowCount(), 6);
    QCOMPARE(space().detail()->requestId(), requestId(2));
    press(Qt::Key_BracketRight);
    QCOMPARE(space().detail()->requestId(), requestId(3));
    press(Qt::Key_BracketRight);
    QCOMPARE(note(), u"No mark further down"_s);
    choose(1);
    press(Qt::Key_Left); // folds it
    QCOMPARE(model().rowCount(), 2);
    press(Qt::Key_BracketRight); // into the group that is chosen
    QCOMPARE(space().detail()->requestId(), requestId(2));
}

void MarksWindowTest::bracketsFindAttemptsOfCalls() {
    openLog(retriedCalls());
    QCOMPARE(model().rowCount(), 7);
    activateWindow();
    view().setFocus();
    m_monitor->marks().setNote({0}, u"first try"_s);
    press(Qt::Key_C);
    QCOMPARE(model().rowCount(), 4);
    choose(3);
    press(Qt::Key_BracketLeft);
    QCOMPARE(current(), 0);
    QCOMPARE(markCell(0), u"first try"_s);
    filter(u"marked:yes"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    view().setFocus();
    choose(0);
    press(Qt::Key_M); // the call's mark goes, whichever attempt has it
    QVERIFY(marks().rows().empty());
    QTRY_COMPARE(model().rowCount(), 0);
}

void MarksWindowTest::aNoteIsWritten() {
    openRepeats();
    choose(1);
    press(Qt::Key_N);
    writeNote(u"ask the provider"_s);
    QVERIFY(marks().isMarked(1));
    QTRY_COMPARE(markCell(1), u"ask the provider"_s);
    QVERIFY(model().index(1, EventModel::Mark).data(Qt::ToolTipRole).toString().contains(u"ask the"_s));
    QVERIFY(space().detail()->spokenText().contains(u"Marked: ask the provider"_s));
    press(Qt::Key_Down, Qt::ShiftModifier); // two that differ stay as they are
    press(Qt::Key_N);
    QTRY_VERIFY(dialog<QInputDialog>());
    QCOMPARE(dialog<QInputDialog>()->textValue(), QString());
    writeNote({});
    QCOMPARE(marks().note(1), u"ask the provider"_s);
    choose(1);
    press(Qt::Key_N);
    QTRY_COMPARE(dialog<QInputDialog>()->textValue(), u"ask the provider"_s);
    writeNote({});
    QCOMPARE(marks().note(1), QString());
    QVERIFY(marks().isMarked(1));
}

void MarksWindowTest::theDetailPaneMarksAndNotes() {
    openRepeats();
    choose(4);
    MarkPart& part = *space().detail()->markPart();
    QCOMPARE(part.text(), u"Not marked"_s);
    QTest::mouseClick(part.markButton(), Qt::LeftButton);
    QCOMPARE(part.text(), u"Marked"_s);
    QCOMPARE(part.markButton()->text(), u"Unmark"_s);
    QTest::mouseClick(part.noteButton(), Qt::LeftButton);
    writeNote(u"seen"_s);
    QCOMPARE(part.text(), u"Marked: seen"_s);
    QTest::mouseClick(part.markButton(), Qt::LeftButton);
    QCOMPARE(part.text(), u"Not marked"_s);
    QVERIFY(!marks().isMarked(4));
}

void MarksWindowTest::theMenuOfACellMarks() {
    openRepeats();
    choose(2);
    const QPoint cell = view().visualRect(model().index(2, EventModel::Mark)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, cell, view().viewport()->mapToGlobal(cell));
    QApplication::sendEvent(view().viewport(), &event);
    auto* menu = space().findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(menu);
    QVERIFY(menu->actions().contains(m_window->actions().note));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(m_window->actions().mark).center());
    QVERIFY(marks().isMarked(2));
}

void MarksWindowTest::whatIsMarkedIsFilteredFor() {
    openRepeats();
    m_monitor->marks().mark({1, 4});
    const auto failuresOnChart = [this] {
        std::uint64_t count = 0;
        for (const RateSeries::Bucket& bucket : space().chartPanel()->chartData().buckets)
            count += bucket.failures;
        return count;
    };
    filter(u"marked:yes"_s);
    QTRY_COMPARE(model().rowCount(), 2);
    QCOMPARE(failuresOnChart(), 2u);
    QVERIFY(spoken(space().filterBar()).contains(u"4"_s));
    m_monitor->marks().mark({5}); // is to be seen as soon as it is marked
    QTRY_COMPARE(model().rowCount(), 3);
    QCOMPARE(failuresOnChart(), 3u);
    m_monitor->marks().unmark({1});
    QTRY_COMPARE(model().rowCount(), 2);
    m_window->actions().undo->trigger();
    QTRY_COMPARE(model().rowCount(), 6);
    filter(u"marked:no"_s);
    QTRY_COMPARE(model().rowCount(), 4);
    QCOMPARE(failuresOnChart(), 4u);
    m_window->actions().backToAll->trigger();
    filter(u"marked:maybe"_s);
    QTRY_COMPARE(model().rowCount(), 6);
    QVERIFY(spoken(space().filterBar()).contains(u"says nothing of marks"_s));
}

void MarksWindowTest::aNoteIsFoundByItsWords() {
    openRepeats();
    m_monitor->marks().setNote({3}, u"Billing incident"_s);
    filter(u"billing"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(model().storeRow(0), 3u);
}

void MarksWindowTest::marksAreSortedBy() {
    openRepeats();
    m_monitor->marks().mark({1});
    m_monitor->marks().setNote({3}, u"noted"_s);
    view().sortByColumn(EventModel::Mark, Qt::DescendingOrder);
    QCOMPARE(model().storeRow(0), 3u);
    QCOMPARE(model().storeRow(1), 1u);
    m_monitor->marks().setNote({5}, u"too"_s);
    QTRY_COMPARE(model().storeRow(0), 5u);
}

/// As when the language changes.
void MarksWindowTest::marksStayInTheNextWindow() {
    openRepeats();
    m_monitor->marks().setNote({3}, u"noted"_s);
    const auto former = std::exchange(m_window, m_window->successor());
    QVERIFY(showsMark(3) && !showsMark(2));
    QCOMPARE(markCell(3), u"noted"_s);
}

void MarksWindowTest::notesStandInATicketOnlyWhenTicked() {
    openRepeats();
    choose(1);
    m_window->actions().ticket->trigger();
    QCheckBox* box = nullptr;
    const auto findBox = [&] {
        for (QCheckBox* each : dialog<TicketDialog>()->findChildren<QCheckBox*>())
            if (each->text().remove(u'&') == u"With your notes"_s)
                box = each;
        return box != nullptr;
    };
    QVERIFY(findBox());
    QVERIFY(!box->isVisible()); // there is none
    dialog<TicketDialog>()->reject();
    QTRY_VERIFY(!dialog<TicketDialog>());
    m_monitor->marks().setNote({1}, u"began with the deploy; key sk-ant-api03-"_s + QString(40, u'x'));
    for (int time = 0; time < 2; ++time) { // it is never remembered
        m_window->actions().ticket->trigger();
        QVERIFY(findBox());
        const auto text = [this] {
            return dialog<TicketDialog>()->findChild<QPlainTextEdit*>()->toPlainText();
        };
        QVERIFY(box->isVisible());
        QVERIFY(!text().contains(u"deploy"_s));
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(text().contains(u"began with the deploy"_s));
        QVERIFY(!text().contains(QString(40, u'x')));
        dialog<TicketDialog>()->reject();
        QTRY_VERIFY(!dialog<TicketDialog>());
    }
}

void MarksWindowTest::secretsInNotesAreHidden() {
    openRepeats();
    const QString secret(40, u'x');
    m_monitor->marks().setNote({1}, u"key sk-ant-api03-"_s + secret);
    choose(1);
    QTRY_VERIFY(markCell(1).startsWith(u"key "_s));
    QVERIFY(!markCell(1).contains(secret));
    QVERIFY(!model().index(1, EventModel::Mark).data(Qt::ToolTipRole).toString().contains(secret));
    QVERIFY(!model().index(1, EventModel::Time).data(Qt::AccessibleTextRole).toString().contains(secret));
    QVERIFY(!space().detail()->spokenText().contains(secret));
    view().setFocus();
    press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(!QApplication::clipboard()->text().contains(u"key"_s)); // rows are the log's
    press(Qt::Key_N);
    QTRY_VERIFY(dialog<QInputDialog>());
    QVERIFY(dialog<QInputDialog>()->textValue().endsWith(secret)); // it is the user's
}

QTEST_MAIN(MarksWindowTest)
#include "tst_marks.moc"
