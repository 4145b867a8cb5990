// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions.h"
#include "chartlegend.h"
#include "chartpanel.h"
#include "detailpane.h"
#include "emptystate.h"
#include "eventview.h"
#include "filterbar.h"
#include "filterchip.h"
#include "headline.h"
#include "ratechart.h"
#include "windowtest.h"
#include "workspace.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QToolButton>
#include <QWindow>

#include <memory>

using namespace derouter;

namespace {

QToolButton* bodyOf(FilterBar& bar, int chip) {
    return bar.chips().at(chip)->body();
}

QMenu* openMenu() {
    return qobject_cast<QMenu*>(QApplication::activePopupWidget());
}

QStringList textsOf(const QMenu& menu) {
    QStringList texts;
    for (const QAction* action : menu.actions())
        if (!action->isSeparator())
            texts << action->text();
    return texts;
}

} // namespace

/// What the user does with filters, by mouse and by keys, and what is to be seen then.
class FiltersTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void typingMakesChips();
    void chipsLeaveRoomForTheField();
    void aChipIsSwitchedTurnedAndRemovedByKeys();
    void aChipIsSwitchedTurnedAndRemovedByMouse();
    void valuesAreSuggestedWithTheirCounts();
    void enterMeansWhatIsTyped_data();
    void enterMeansWhatIsTyped();
    void keysTakeASuggestion_data();
    void keysTakeASuggestion();
    void whatIsTypedAtOnceIsNoOldSuggestion();
    void theListOfWhatStandsThereIsTurnedTo();
    void fieldsAreSuggestedByTheirNames();
    void escClosesTheListAloneAndThenLeaves();
    void theButtonListsWhatThereIs();
    void aValueOfTheTableFilters_data();
    void aValueOfTheTableFilters();
    void aValueOfTheDetailsFilters();
    void everyChangeOfTheViewIsUndoneAndRedone();
    void oneKeySwitchesAllOffAndBack();
    void setsAreKeptUnderNames();
    void aHiddenRequestIdIsFound();
    void anUnknownRequestIdIsSaidToBe();
    void aRequestIdThatIsFoundIsChosen();
    void whatIsNoFilterIsTold();
    void anExpressionCannotHang();
    void theLegendCountsWhatTheOtherFiltersLeave();
    void manyChipsTakeMoreLines();

private:
    FilterBar& bar() { return *space().filterBar(); }
    SearchField& field() { return m_window->searchField(); }
    void type(const QString& text);
    void press(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    QStringList codes();
    QStringList chips();
    void openModels();
    /// Into the field, by the window's keys, so that the list sees them as it does the user's.
    void typeIntoWindow(const QString& text);
    void pressInWindow(Qt::Key key);
    QAbstractItemView& suggestions() { return *field().completer()->popup(); }
};

void FiltersTest::initTestCase() {
    nameProgram(u"tst_filters"_s);
}

/// 529, 429, 503 and 401, a minute in all.
void FiltersTest::init() {
    openWindow();
    activateWindow();
    m_window->openFiles({m_folder->write(u"app.log"_s, mixedMinute())}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy() && model().rowCount() == 4, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!space().isEmptyStateShown() && bar().isVisible(), patience);
}

void FiltersTest::cleanup() {
    closeWindow();
}

void FiltersTest::type(const QString& text) {
    press(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(field().hasFocus());
    QTest::keyClicks(&field(), text);
    press(&field(), Qt::Key_Return);
}

void FiltersTest::press(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(widget, key, modifiers);
}

QStringList FiltersTest::codes() {
    QStringList cells;
    for (int row = 0; row < model().rowCount(); ++row)
        cells << model().index(row, EventModel::Code).data().toString();
    return cells;
}

QStringList FiltersTest::chips() {
    QStringList texts;
    for (const FilterChip* chip : bar().chips())
        texts << chip->body()->text();
    return texts;
}

void FiltersTest::typingMakesChips() {
    type(u"code:529,503"_s);
    QCOMPARE(codes(), QStringList({u"529"_s, u"503"_s}));
    QCOMPARE(chips(), QStringList({u"Code: 529"_s, u"Code: 503"_s}));
    QCOMPARE(field().text(), QString());
    QCOMPARE(bar().countText(), u"2 of 4 shown, 2 hidden"_s);
    type(u"-move:provider"_s);
    QCOMPARE(codes(), QStringList{u"503"_s});
    QCOMPARE(chips().last(), u"not Whose move: AI provider"_s);
    press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(codes(), QStringList({u"529"_s, u"503"_s}));
    press(&field(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(codes(), QStringList{u"503"_s});
    QTest::keyClicks(&field(), u"No provider"_s);
    press(&field(), Qt::Key_Return);
    QCOMPARE(chips().last(), u"“No provider”"_s);
    press(&field(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(chips().size(), 3);
    QCOMPARE(field().text(), QString());
}

/// Several chips may come at once, as from a saved set.
void FiltersTest::chipsLeaveRoomForTheField() {
    for (const auto& value : {u"529"_s, u"503"_s, u"429"_s})
        m_window->filterState().add({.field = FilterField::Code, .value = value});
    QTRY_COMPARE_WITH_TIMEOUT(bar().chips().size(), 3, patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        bar().chips().last()->geometry().right() < m_window->searchField().geometry().left(), patience);
}

void FiltersTest::aChipIsSwitchedTurnedAndRemovedByKeys() {
    type(u"code:529 model:claude-haiku-4-5"_s);
    QCOMPARE(codes(), QStringList());
    press(&field(), Qt::Key_Backspace);
    QVERIFY2(bodyOf(bar(), 1)->hasFocus(), "backwards from the field is the last chip");
    press(bodyOf(bar(), 1), Qt::Key_Left);
    QVERIFY(bodyOf(bar(), 0)->hasFocus());
    press(bodyOf(bar(), 0), Qt::Key_Space);
    QCOMPARE(codes(), QStringList{u"429"_s});
    QVERIFY2(bodyOf(bar(), 0)->font().strikeOut(), "not by colour alone");
    QVERIFY2(bodyOf(bar(), 0)->accessibleName().endsWith(u"off"_s),
             qPrintable(bodyOf(bar(), 0)->accessibleName()));
    QVERIFY2(bodyOf(bar(), 0)->hasFocus(), "the chip keeps the focus");
    press(bodyOf(bar(), 0), Qt::Key_Space);
    press(bodyOf(bar(), 0), Qt::Key_Right);
    press(bodyOf(bar(), 1), Qt::Key_Minus);
    QCOMPARE(chips().last(), u"not Model: claude-haiku-4-5"_s);
    QCOMPARE(codes(), QStringList{u"529"_s});
    press(bodyOf(bar(), 1), Qt::Key_Delete);
    QCOMPARE(chips(), QStringList{u"Code: 529"_s});
    press(bodyOf(bar(), 0), Qt::Key_Delete);
    QCOMPARE(codes().size(), 4);
    QVERIFY2(field().hasFocus(), "behind the last chip is the field");
    for (int step = 0; step < 5; ++step)
        press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(chips(), QStringList({u"Code: 529"_s, u"Model: claude-haiku-4-5"_s}));
}

void FiltersTest::aChipIsSwitchedTurnedAndRemovedByMouse() {
    type(u"code:529"_s);
    QTest::mouseClick(bodyOf(bar(), 0), Qt::LeftButton);
    QCOMPARE(codes().size(), 4);
    QTest::mouseClick(bodyOf(bar(), 0), Qt::LeftButton);
    QCOMPARE(codes(), QStringList{u"529"_s});
    Q_EMIT bodyOf(bar(), 0)->customContextMenuRequested({3, 3});
    QTRY_VERIFY(openMenu());
    QCOMPARE(textsOf(*openMenu()), QStringList({u"On"_s, u"Exclude This Instead"_s, u"Remove"_s}));
    QTest::mouseClick(openMenu(), Qt::LeftButton, {},
                      openMenu()->actionGeometry(openMenu()->actions()[1]).center());
    QCOMPARE(codes(), QStringList({u"429"_s, u"503"_s, u"401"_s}));
    QTest::mouseClick(bar().chips().first()->cross(), Qt::LeftButton);
    QCOMPARE(codes().size(), 4);
    QVERIFY(chips().isEmpty());
}

void FiltersTest::valuesAreSuggestedWithTheirCounts() {
    press(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&field(), u"sonn"_s);
    QAbstractItemView* popup = field().completer()->popup();
    QTRY_VERIFY_WITH_TIMEOUT(popup->isVisible(), patience);
    QCOMPARE(popup->model()->index(0, 0).data().toString(), u"Model: claude-sonnet-5   (3)"_s);
    press(popup, Qt::Key_Down);
    press(popup, Qt::Key_Return);
    QTRY_COMPARE(chips(), QStringList{u"Model: claude-sonnet-5"_s});
    QCOMPARE(codes(), QStringList({u"529"_s, u"503"_s, u"401"_s}));
    QCOMPARE(field().text(), QString());
}

/// gpt-5-mini fails more often than gpt-5.
void FiltersTest::openModels() {
    QList<Logged> requests;
    for (int i = 0; i < 5; ++i)
        requests << Logged{.second = 100 + i,
                           .status = 429,
                           .message = u"too many"_s,
                           .id = requestId(100 + i),
                           .model = i < 4 ? u"gpt-5-mini"_s : u"gpt-5"_s};
    m_window->openFiles({m_folder->write(u"models.log"_s, requests)}, false);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 9, patience);
}

void FiltersTest::typeIntoWindow(const QString& text) {
    if (!field().hasFocus())
        press(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    for (const QChar letter : text)
        QTest::keyClick(m_window->windowHandle(), letter.toLatin1());
}

void FiltersTest::pressInWindow(Qt::Key key) {
    QTest::keyClick(m_window->windowHandle(), key);
}

void FiltersTest::enterMeansWhatIsTyped_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("chip");
    QTest::newRow("a value that begins another")
        << u"model:gpt-5"_s << u"Model: gpt-5   (1)"_s << u"Model: gpt-5"_s;
    QTest::newRow("the same without its field") << u"gpt-5"_s << u"Model: gpt-5   (1)"_s << u"“gpt-5”"_s;
    QTest::newRow("a text in a value") << u"overloaded"_s << QString() << u"“overloaded”"_s;
    QTest::newRow("the beginning of a field") << u"mod"_s << u"model:"_s << u"“mod”"_s;
}

void FiltersTest::enterMeansWhatIsTyped() {
    QFETCH(QString, first);
    QFETCH(QString, text);
    openModels();
    typeIntoWindow(text);
    QTRY_VERIFY_WITH_TIMEOUT(suggestions().isVisible(), patience);
    QVERIFY(!suggestions().selectionModel()->hasSelection());
    if (!first.isEmpty())
        QCOMPARE(suggestions().model()->index(0, 0).data().toString(), first);
    pressInWindow(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(chips().size(), 1, patience);
    QTEST(chips().first(), "chip");
    QVERIFY(!suggestions().isVisible());
    QCOMPARE(field().text(), QString());
}

void FiltersTest::keysTakeASuggestion_data() {
    QTest::addColumn<QList<Qt::Key>>("keys");
    QTest::addColumn<QString>("chip");
    QTest::newRow("Tab") << QList{Qt::Key_Tab} << u"Model: gpt-5"_s;
    QTest::newRow("Down") << QList{Qt::Key_Down, Qt::Key_Return} << u"Model: gpt-5"_s;
    QTest::newRow("Down twice") << QList{Qt::Key_Down, Qt::Key_Down, Qt::Key_Enter} << u"Model: gpt-5-mini"_s;
    QTest::newRow("Down, Tab") << QList{Qt::Key_Down, Qt::Key_Down, Qt::Key_Tab} << u"Model: gpt-5-mini"_s;
    QTest::newRow("Up") << QList{Qt::Key_Up, Qt::Key_Return} << u"Model: gpt-5-mini"_s;
    QTest::newRow("opened again") << QList{Qt::Key_Escape, Qt::Key_Down, Qt::Key_Return} << u"Model: gpt-5"_s;
    QTest::newRow("left again") << QList{Qt::Key_Down, Qt::Key_Up, Qt::Key_Escape, Qt::Key_Return}
                                << u"Model: gpt-5"_s;
}

void FiltersTest::keysTakeASuggestion() {
    QFETCH(QList<Qt::Key>, keys);
    openModels();
    typeIntoWindow(u"model:gpt-5"_s);
    QTRY_VERIFY_WITH_TIMEOUT(suggestions().isVisible(), patience);
    for (const Qt::Key key : keys)
        pressInWindow(key);
    QTRY_COMPARE_WITH_TIMEOUT(chips().size(), 1, patience);
    QTEST(chips().first(), "chip");
    QTRY_VERIFY_WITH_TIMEOUT(field().hasFocus(), patience);
}

void FiltersTest::whatIsTypedAtOnceIsNoOldSuggestion() {
    typeIntoWindow(u"code:"_s);
    QTRY_VERIFY_WITH_TIMEOUT(suggestions().isVisible(), patience);
    pressInWindow(Qt::Key_Down);
    typeIntoWindow(u"429"_s);
    pressInWindow(Qt::Key_Return);
    QCOMPARE(chips(), QStringList{u"Code: 429"_s});
    QCOMPARE(codes(), QStringList{u"429"_s});
}

void FiltersTest::theListOfWhatStandsThereIsTurnedTo() {
    typeIntoWindow(u"code:"_s);
    QTRY_VERIFY_WITH_TIMEOUT(suggestions().isVisible(), patience);
    typeIntoWindow(u"5"_s);
    pressInWindow(Qt::Key_Down);
    pressInWindow(Qt::Key_Down);
    pressInWindow(Qt::Key_Return);
    QCOMPARE(chips(), QStringList{u"Code: 529"_s});
    typeIntoWindow(u"-model:h"_s);
    pressInWindow(Qt::Key_Down);
    pressInWindow(Qt::Key_Return);
    QCOMPARE(chips().last(), u"not Model: claude-haiku-4-5"_s);
}

void FiltersTest::fieldsAreSuggestedByTheirNames() {
    press(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&field(), u"-mod"_s);
    QAbstractItemView* popup = field().completer()->popup();
    QTRY_VERIFY_WITH_TIMEOUT(popup->isVisible(), patience);
    QCOMPARE(popup->model()->index(0, 0).data().toString(), u"model:"_s);
    QTest::mouseClick(popup->viewport(), Qt::LeftButton, {},
                      popup->visualRect(popup->model()->index(0, 0)).center());
    QCOMPARE(field().text(), u"-model:"_s);
    QTRY_VERIFY_WITH_TIMEOUT(popup->isVisible(), patience);
    QCOMPARE(popup->model()->rowCount(), 2);
    QTest::mouseClick(popup->viewport(), Qt::LeftButton, {},
                      popup->visualRect(popup->model()->index(0, 0)).center());
    QTRY_COMPARE(chips(), QStringList{u"not Model: claude-sonnet-5"_s});
    QCOMPARE(codes(), QStringList{u"429"_s});
}

/// The keys are the window's own, so that its shortcuts see them.
void FiltersTest::escClosesTheListAloneAndThenLeaves() {
    type(u"code:529"_s);
    press(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&field(), u"model:cl"_s);
    QAbstractItemView* popup = field().completer()->popup();
    QTRY_VERIFY_WITH_TIMEOUT(popup->isVisible(), patience);
    QTest::keyClick(m_window->windowHandle(), Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QVERIFY2(field().hasFocus(), "one step is the list alone");
    QCOMPARE(field().text(), u"model:cl"_s);
    QTest::keyClick(m_window->windowHandle(), Qt::Key_Escape);
    QVERIFY(space().view()->hasFocus());
    QCOMPARE(chips(), QStringList{u"Code: 529"_s});
}

void FiltersTest::theButtonListsWhatThereIs() {
    const auto* button = bar().findChild<QToolButton*>(u"filterMenu"_s);
    Q_EMIT button->menu()->aboutToShow();
    QVERIFY(textsOf(*button->menu()).contains(u"You   (2)"_s));
    QMenu* codeMenu = nullptr;
    for (const QAction* action : button->menu()->actions())
        if (action->text() == u"Code"_s)
            codeMenu = action->menu();
    QVERIFY(codeMenu);
    QCOMPARE(textsOf(*codeMenu).size(), 4);
    codeMenu->actions().first()->trigger();
    QCOMPARE(codes(), QStringList{u"401"_s});
}

void FiltersTest::aValueOfTheTableFilters_data() {
    QTest::addColumn<bool>("byKey");
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("exclude");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("codes");
    const QStringList others{u"529"_s, u"503"_s, u"401"_s};
    QTest::newRow("only a code") << false << int(EventModel::Code) << false << u"Only This – Code: 429"_s
                                 << QStringList{u"429"_s};
    QTest::newRow("but a model") << false << int(EventModel::Model) << true
                                 << u"Exclude This – Model: claude-haiku-4-5"_s << others;
    QTest::newRow("only whose move") << true << int(EventModel::Move) << false
                                     << u"Only This – Whose move: You"_s << QStringList{u"429"_s, u"401"_s};
    QTest::newRow("but a cause") << true << int(EventModel::Cause) << true
                                 << u"Exclude This – Cause: Requests per minute"_s << others;
    QTest::newRow("only a request-id")
        << true << int(EventModel::RequestId) << false << u"Only This – Request-id: "_s + requestId(2)
        << QStringList{u"429"_s};
    QTest::newRow("only a minute") << true << int(EventModel::Time) << false
                                   << u"Only This – Time: 2026-11-23 12:00 – 12:01"_s
                                   << QStringList{u"529"_s, u"429"_s, u"503"_s, u"401"_s};
    QTest::newRow("but a message") << true << int(EventModel::Message) << true
                                   << u"Exclude This – “Requests per minute limit (60) exceeded”"_s << others;
}

void FiltersTest::aValueOfTheTableFilters() {
    QFETCH(bool, byKey);
    QFETCH(int, column);
    QFETCH(bool, exclude);
    EventView* view = space().view();
    const QModelIndex cell = model().index(1, column);
    view->scrollTo(cell);
    const QPoint center = view->visualRect(cell).center();
    if (byKey)
        view->choose(cell);
    QContextMenuEvent asked(byKey ? QContextMenuEvent::Keyboard : QContextMenuEvent::Mouse, center,
                            view->viewport()->mapToGlobal(center));
    QApplication::sendEvent(view->viewport(), &asked);
    QTRY_VERIFY(openMenu());
    QAction* action = openMenu()->actions()[exclude ? 1 : 0];
    QTEST(action->text(), "text");
    QTest::mouseClick(openMenu(), Qt::LeftButton, {}, openMenu()->actionGeometry(action).center());
    QTEST(codes(), "codes");
    QCOMPARE(chips().size(), 1);
}

void FiltersTest::aValueOfTheDetailsFilters() {
    space().view()->choose(model().index(1, EventModel::Code));
    QLabel* label = space().detail()->valueLabel(FilterField::Model);
    QTRY_VERIFY(label && label->isVisible());
    QContextMenuEvent asked(QContextMenuEvent::Mouse, label->rect().center(),
                            label->mapToGlobal(label->rect().center()));
    QApplication::sendEvent(label, &asked);
    QTRY_VERIFY(openMenu());
    QCOMPARE(textsOf(*openMenu()), QStringList({u"Only This – Model: claude-haiku-4-5"_s,
                                                u"Exclude This – Model: claude-haiku-4-5"_s, u"Copy"_s}));
    openMenu()->actions()[0]->trigger();
    openMenu()->close();
    QCOMPARE(codes(), QStringList{u"429"_s});
    QVERIFY2(space().detail()->row(), "the failure is still the chosen one");
    // The button has all of them, and a key reaches it.
    QMenu* all = space().detail()->filterMenu();
    Q_EMIT all->aboutToShow();
    QVERIFY(textsOf(*all).contains(u"Exclude This – Code: 429"_s));
    QVERIFY(textsOf(*all).contains(u"Only This – Source: app.log"_s));
}

/// Filters, zoom and the legend's choice go back and forth in one row.
void FiltersTest::everyChangeOfTheViewIsUndoneAndRedone() {
    const int none = codegroups::indexOf(FailureCode::http(503));
    const Microseconds start = noon.toMSecsSinceEpoch() * 1000;
    QToolButton* legend = space().chartPanel()->legend()->button(none);
    QTRY_VERIFY_WITH_TIMEOUT(legend->isVisible(), patience);
    QList<QStringList> seen{codes()};
    type(u"-code:401"_s);
    seen << codes();
    Q_EMIT space().chartPanel()->chart()->rangeChosen({start + 10'000'000, start + 50'000'000});
    seen << codes();
    QTest::mouseClick(legend, Qt::LeftButton, Qt::NoModifier);
    seen << codes();
    QTest::mouseClick(space().headline()->moveButton(WhoseMove::You), Qt::LeftButton);
    seen << codes();
    m_window->actions().calls->trigger();
    seen << codes();
    QCOMPARE(seen, QList<QStringList>({{u"529"_s, u"429"_s, u"503"_s, u"401"_s},
                                       {u"529"_s, u"429"_s, u"503"_s},
                                       {u"429"_s, u"503"_s},
                                       {u"503"_s},
                                       {},
                                       {}}));
    for (auto step = seen.crbegin() + 1; step != seen.crend(); ++step) {
        press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(codes(), *step);
    }
    QVERIFY(!m_window->actions().undo->isEnabled());
    for (auto step = seen.cbegin() + 1; step != seen.cend(); ++step) {
        press(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(codes(), *step);
    }
    QVERIFY(!m_window->actions().redo->isEnabled());
    press(m_window.get(), Qt::Key_Home, Qt::AltModifier);
    QCOMPARE(codes().size(), 4);
    press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(codes(), QStringList());
}

void FiltersTest::oneKeySwitchesAllOffAndBack() {
    type(u"code:529"_s);
    press(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(codes().size(), 4);
    QCOMPARE(chips(), QStringList{u"Code: 529"_s});
    QVERIFY(bodyOf(bar(), 0)->font().strikeOut());
    QVERIFY2(bar().noticeText().contains(u"off for now"_s), qPrintable(bar().noticeText()));
    press(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(codes(), QStringList{u"529"_s});
    QCOMPARE(bar().noticeText(), QString());
    QTest::mouseClick(bar().offButton(), Qt::LeftButton);
    QCOMPARE(codes().size(), 4);
    press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(codes(), QStringList{u"529"_s});
}

void FiltersTest::setsAreKeptUnderNames() {
    type(u"-code:529 model:\"claude-sonnet-5\" /key/"_s);
    bodyOf(bar(), 0)->click(); // also what is off
    const QStringList kept = chips();
    const QStringList seen = codes();
    QCOMPARE(seen, QStringList{u"401"_s});
    m_window->actions().saveFilters->trigger();
    auto* dialog = m_window->findChild<QInputDialog*>();
    dialog->setTextValue(u"My & keys"_s);
    dialog->accept();
    m_window->actions().backToAll->trigger();
    QVERIFY(chips().isEmpty());

    QMenu* menu = m_window->actions().savedFilters;
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().first()->text(), u"My && keys"_s);
    menu->actions().first()->trigger();
    QCOMPARE(chips(), kept);
    QCOMPARE(codes(), seen);
    QVERIFY(bodyOf(bar(), 0)->font().strikeOut());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY2(!(QFile::permissions(QSettings().fileName()) & others), "the file is the user's alone");

    menu->actions().last()->menu()->actions().first()->trigger();
    Q_EMIT menu->aboutToShow();
    QVERIFY(!menu->actions().first()->isEnabled());
}

void FiltersTest::aHiddenRequestIdIsFound() {
    type(u"code:529"_s);
    type(u"id:"_s + requestId(3));
    QTRY_VERIFY_WITH_TIMEOUT(space().isHiddenStateShown(), patience);
    QCOMPARE(bar().noticeText(), requestId(3) + u" is loaded, but other filters hide it."_s);
    QVERIFY(bar().showIdButton()->isVisible());
    QTest::mouseClick(bar().showIdButton(), Qt::LeftButton);
    QCOMPARE(codes(), QStringList{u"503"_s});
    QCOMPARE(bar().noticeText(), QString());
    press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(chips().size(), 2);
}

void FiltersTest::anUnknownRequestIdIsSaidToBe() {
    type(requestId(777));
    QTRY_COMPARE_WITH_TIMEOUT(bar().noticeText(),
                              u"No failure with the request-id "_s + requestId(777) + u" is loaded."_s,
                              patience);
    QVERIFY(!bar().showIdButton()->isVisible());
}

void FiltersTest::aRequestIdThatIsFoundIsChosen() {
    type(u"\""_s + requestId(3) + u"\","_s);
    QCOMPARE(codes(), QStringList{u"503"_s});
    QCOMPARE(space().detail()->requestId(), requestId(3));
}

void FiltersTest::whatIsNoFilterIsTold() {
    const auto told = [this](const QString& text, const QString& words) {
        field().clear();
        type(text);
        return bar().noticeText().contains(words) && field().text() == text && codes().size() == 4;
    };
    QVERIFY2(told(u"code:lots"_s, u"no code"_s), qPrintable(bar().noticeText()));
    QVERIFY2(told(u"move:nobody"_s, u"nobody’s move"_s), qPrintable(bar().noticeText()));
    QVERIFY2(told(u"model:"_s, u"missing behind model:"_s), qPrintable(bar().noticeText()));
    QVERIFY2(told(u"time:late"_s, u"12:00..12:15"_s), qPrintable(bar().noticeText()));
    QVERIFY2(told(u"/(/"_s, u"wrong at character"_s), qPrintable(bar().noticeText()));
    QTest::keyClicks(&field(), u"x"_s);
    QCOMPARE(bar().noticeText(), QString());
}

void FiltersTest::anExpressionCannotHang() {
    QList<Logged> requests;
    for (int i = 0; i < 2000; ++i)
        requests << Logged{.second = i,
                           .message = QString(60, u'a') + QString::number(i) + QString(60, u'a') + u'!',
                           .id = requestId(10'000 + i)};
    m_window->openFiles({m_folder->write(u"b.log"_s, requests)}, false);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 2004, patience);
    QElapsedTimer took;
    took.start();
    type(u"/(a+)+$/"_s);
    QVERIFY2(took.elapsed() < 8'000, qPrintable(QString::number(took.elapsed())));
    QTRY_VERIFY_WITH_TIMEOUT(bar().noticeText().contains(u"takes too long"_s), patience);

    // What comes later is given up too, and what was given up stays told.
    const std::size_t before = model().gaveUp();
    m_window->openFiles({m_folder->write(u"c.log"_s, requests.first(1))}, false);
    QTRY_VERIFY_WITH_TIMEOUT(model().gaveUp() > before, patience);
}

void FiltersTest::theLegendCountsWhatTheOtherFiltersLeave() {
    QToolButton* legend = space().chartPanel()->legend()->button(codegroups::indexOf(FailureCode::http(429)));
    QTRY_VERIFY_WITH_TIMEOUT(legend->isVisible(), patience);
    type(u"model:claude-sonnet-5 -code:503"_s);
    QVERIFY2(legend->text().endsWith(u'0'), qPrintable(legend->text()));
    QVERIFY(legend->isVisible());
    const QToolButton* hidden =
        space().chartPanel()->legend()->button(codegroups::indexOf(FailureCode::http(503)));
    QVERIFY2(hidden->text().endsWith(u'1'), "what would be there if it was shown");
    QVERIFY(hidden->font().strikeOut());
}

void FiltersTest::manyChipsTakeMoreLines() {
    const int height = bar().height();
    type(u"-code:400,401,402,500,502,504,520,521,522,523,524,525,526"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bar().height() > height, patience);
    const auto holds = [this](const QWidget& part) {
        return bar().rect().contains(QRect(part.mapTo(&bar(), QPoint(0, 0)), part.size()));
    };
    QTRY_VERIFY_WITH_TIMEOUT(holds(field()), patience);
    for (const FilterChip* chip : bar().chips())
        QVERIFY(holds(*chip));
    m_window->actions().backToAll->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(bar().height(), height, patience);
}

QTEST_MAIN(FiltersTest)
#include "tst_filters.moc"
