// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Going through the window by keys: the order of Tab, and a key from panel to panel.

#include "actions.h"
#include "chartlegend.h"
#include "chartpanel.h"
#include "detailpane.h"
#include "emptystate.h"
#include "eventview.h"
#include "filterbar.h"
#include "formatdialog.h"
#include "headline.h"
#include "ratechart.h"
#include "sourcepanel.h"
#include "windowtest.h"

#include <QAction>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTableView>
#include <QToolButton>
#include <QWindow>

#include <algorithm>

using namespace derouter;

class PanelsTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_panels"_s); }
    void init();
    void cleanup() { closeWindow(); }

    void tabGoesFromTheTableThroughTheDetailsToTheChart();
    void tabGoesThroughThePanelsInOrder();
    void theLegendFollowsTheChart_data();
    void theLegendFollowsTheChart();
    void aKeyGoesFromPanelToPanel();
    void aKeyGoesRoundWithoutFailures();
    void openingALogChoosesNoRow();
    void theListOfSourcesIsOpenedByKeys_data();
    void theListOfSourcesIsOpenedByKeys();
    void theKeysAreListedAndCanBeOthers();
    void escLeavesTheFieldWhereTheFilterHidesAll();

private:
    void press(int key, Qt::KeyboardModifiers with = {}) {
        QTest::keyClick(m_window->windowHandle(), static_cast<Qt::Key>(key), with);
    }
    QString panelOfFocus();
    QStringList panelsOnTheWay(int key, Qt::KeyboardModifiers with = {});
};

void PanelsTest::init() {
    openWindow();
    activateWindow();
}

/// The panel in which the keyboard is.
QString PanelsTest::panelOfFocus() {
    const std::pair<const QWidget*, QString> panels[] = {
        {space().headline(), u"headline"_s}, {space().filterBar(), u"filters"_s},
        {space().view(), u"table"_s},        {space().hiddenState(), u"table"_s},
        {space().detail(), u"details"_s},    {space().chartPanel(), u"chart"_s},
        {space().emptyState(), u"empty"_s},  {space().sourcePanel(), u"sources"_s}};
    const QWidget* focus = QApplication::focusWidget();
    for (const auto& [panel, name] : panels)
        if (focus && (panel == focus || panel->isAncestorOf(focus)))
            return name;
    return u"elsewhere"_s;
}

/// Presses the key until the keyboard is where it was; each panel as often as it is come to.
QStringList PanelsTest::panelsOnTheWay(int key, Qt::KeyboardModifiers with) {
    constexpr int most = 100;
    const QWidget* const begin = QApplication::focusWidget();
    QStringList way{panelOfFocus()};
    for (int press = 0; press < most; ++press) {
        this->press(key, with);
        if (QApplication::focusWidget() == begin)
            break;
        if (panelOfFocus() != way.last())
            way << panelOfFocus();
    }
    return way;
}

void PanelsTest::tabGoesFromTheTableThroughTheDetailsToTheChart() {
    openLog(mixedMinute());
    space().view()->choose(model().index(0, 0));
    space().view()->setFocus();
    press(Qt::Key_Tab);
    QVERIFY(space().detail()->isAncestorOf(QApplication::focusWidget()));
    int inDetails = 0;
    while (panelOfFocus() == u"details"_s && ++inDetails < 60)
        press(Qt::Key_Tab);
    QVERIFY(inDetails > 3);
    QCOMPARE(panelOfFocus(), u"chart"_s);
    while (panelOfFocus() == u"chart"_s && !space().chartPanel()->chart()->hasFocus())
        press(Qt::Key_Tab);
    QVERIFY(space().chartPanel()->chart()->hasFocus());
}

void PanelsTest::tabGoesThroughThePanelsInOrder() {
    openLog(mixedMinute());
    space().view()->choose(model().index(0, 0));
    space().view()->setFocus();
    QStringList way = panelsOnTheWay(Qt::Key_Tab);
    way.removeAll(u"elsewhere"_s);
    QCOMPARE(way,
             (QStringList{u"table"_s, u"details"_s, u"chart"_s, u"sources"_s, u"headline"_s, u"filters"_s}));
    std::reverse(way.begin() + 1, way.end());
    QStringList back = panelsOnTheWay(Qt::Key_Tab, Qt::ShiftModifier);
    back.removeAll(u"elsewhere"_s);
    QCOMPARE(back, way);
}

void PanelsTest::theLegendFollowsTheChart_data() {
    QTest::addColumn<int>("split");
    QTest::newRow("by code") << 0;
    QTest::newRow("by cause") << 1;
    QTest::newRow("by whose move") << 2;
}

/// Its buttons are made when the window has long been there.
void PanelsTest::theLegendFollowsTheChart() {
    QFETCH(int, split);
    openLog(mixedMinute());
    space().chartPanel()->formMenu()->actions().at(split)->trigger();
    space().chartPanel()->chart()->setFocus();
    QStringList passed;
    for (press(Qt::Key_Tab); space().chartPanel()->legend()->isAncestorOf(QApplication::focusWidget());
         press(Qt::Key_Tab))
        passed << qobject_cast<QToolButton*>(QApplication::focusWidget())->text();
    QStringList shown;
    for (int group = 0; group < int(space().chartPanel()->chartData().groups.size()); ++group)
        if (const QToolButton* entry = space().chartPanel()->legend()->button(group); entry->isVisible())
            shown << entry->text();
    QVERIFY(shown.size() > 2);
    QCOMPARE(passed, shown);
    QCOMPARE(panelOfFocus(), u"sources"_s);
}

void PanelsTest::aKeyGoesFromPanelToPanel() {
    openLog(mixedMinute());
    space().view()->choose(model().index(0, 0));
    m_window->searchField().setFocus();
    const QStringList order{u"filters"_s, u"table"_s, u"details"_s, u"chart"_s, u"sources"_s};
    QCOMPARE(panelsOnTheWay(Qt::Key_F6), order);
    QVERIFY(m_window->searchField().hasFocus());
    press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(panelOfFocus(), u"sources"_s);
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY2(space().chartPanel()->chart()->hasFocus(), "where the arrow keys are for the chart");
    press(Qt::Key_F6, Qt::ShiftModifier);
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(space().view()->hasFocus());
}

void PanelsTest::aKeyGoesRoundWithoutFailures() {
    press(Qt::Key_F6);
    QCOMPARE(panelOfFocus(), u"empty"_s);
    m_window->openFiles({m_folder->write(u"app.log"_s, {{.status = 200, .id = requestId(1)}})}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy() && space().sourcePanel()->isVisible(), patience);
    press(Qt::Key_F6);
    QCOMPARE(panelOfFocus(), u"sources"_s);
}

/// The keys go to the table, the details sum up; the first key chooses.
void PanelsTest::openingALogChoosesNoRow() {
    openLog(mixedMinute());
    QVERIFY(space().view()->hasFocus());
    QVERIFY(space().detail()->isOverviewShown());
    m_window->searchField().setFocus();
    space().view()->setFocus(Qt::ActiveWindowFocusReason);
    QVERIFY(space().detail()->isOverviewShown());
    press(Qt::Key_Down);
    QCOMPARE(space().view()->currentIndex().row(), 0);
    QVERIFY(!space().detail()->isOverviewShown());
}

void PanelsTest::theListOfSourcesIsOpenedByKeys_data() {
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Return") << Qt::Key_Return;
    QTest::newRow("Enter") << Qt::Key_Enter;
}

void PanelsTest::theListOfSourcesIsOpenedByKeys() {
    QFETCH(Qt::Key, key);
    QByteArray log;
    for (const Logged& request : mixedMinute())
        log += request.line();
    m_window->openFiles({m_folder->write(u"app.log"_s, log + "no log line at all\n")}, false);
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() == 4 && space().sourcePanel()->isVisible(), patience);
    QTableView* table = space().sourcePanel()->table();
    space().chartPanel()->chart()->setFocus();
    press(Qt::Key_F6);
    QVERIFY(table->hasFocus());
    if (!table->currentIndex().isValid())
        press(Qt::Key_Down);
    press(key);
    auto* lines = space().sourcePanel()->findChild<QPlainTextEdit*>();
    QVERIFY(lines && lines->isVisible());
    QVERIFY2(lines->toPlainText().contains(u"no log line at all"_s), qPrintable(lines->toPlainText()));
    for (const QPushButton* each : lines->window()->findChildren<QPushButton*>())
        QVERIFY2(each->icon().isNull(), "no button of a dialog has a picture");
    lines->window()->close();
    activateWindow();
    table->setFocus();
    press(Qt::Key_Right);
    press(key);
    QTRY_VERIFY_WITH_TIMEOUT(dialog<FormatDialog>(), patience);
}

void PanelsTest::theKeysAreListedAndCanBeOthers() {
    const QString sheet = shortcutText(m_window->actions());
    QVERIFY2(sheet.contains(u"F6 – Next Panel\nShift+F6 – Previous Panel"_s), qPrintable(sheet));
    const auto& commands = m_window->actions().keyCommands();
    for (const QString& id : {u"next-panel"_s, u"previous-panel"_s})
        QVERIFY(std::ranges::find(commands, id, &KeyCommand::id) != commands.end());
}

/// There is no table then.
void PanelsTest::escLeavesTheFieldWhereTheFilterHidesAll() {
    openLog(mixedMinute());
    press(Qt::Key_F, Qt::ControlModifier);
    for (const QChar letter : u"nothing"_s)
        QTest::keyClick(m_window->windowHandle(), letter.toLatin1());
    QTRY_VERIFY_WITH_TIMEOUT(space().isHiddenStateShown(), patience);
    press(Qt::Key_Escape);
    QCOMPARE(panelOfFocus(), u"table"_s);
    press(Qt::Key_Escape);
    QVERIFY(!space().isHiddenStateShown());
}

QTEST_MAIN(PanelsTest)
#include "tst_panels.moc"
