// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys of the commands: changed as a user does it, told of where another has them, in force at once,
// kept, and shown wherever a key is named.

#include "actions.h"
#include "detailpane.h"
#include "emptystate.h"
#include "eventview.h"
#include "filterbar.h"
#include "keyspage.h"
#include "language.h"
#include "markpart.h"
#include "monitor/marks.h"
#include "preferences.h"
#include "settingsdialog.h"
#include "shortcutsheet.h"
#include "windowtest.h"

#include <QAction>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

using namespace derouter;

class KeysTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_keys"_s); }
    void init();
    void cleanup();

    void noKeyIsTwoCommands_data();
    void noKeyIsTwoCommands();
    void everyCommandOfTheMenusIsThere();
    void idsAreTheSameInEveryLanguage();

    void aKeyIsChangedAtOnce();
    void aTakenKeyIsMoved();
    void aContestedKeyIsNotAccepted();
    void turningAwayLeavesAContestedKey_data();
    void turningAwayLeavesAContestedKey();
    void theBeginningOfAnothersKeyIsContested();
    void twoStrokesAreOneKey();
    void aSecondKeyWorksToo();
    void onesOwnKeyIsNotTakenTwice();
    void fixedKeysAreNotToBeHad_data();
    void fixedKeysAreNotToBeHad();
    void halfAKeyChangesNothing();
    void aKeyIsRemoved();
    void theStandardOfOne();
    void theStandardOfOneThatAnotherHas();
    void theStandardOfAll();
    void cancelLeavesAllAsItWas();
    void allIsDoneByTheKeyboard();
    void commandsAreFound_data();
    void commandsAreFound();

    void areKeptOverARestart();
    void areKeptOverALanguage();
    void onlyDifferencesAreKept();
    void damagedSettings_data();
    void damagedSettings();
    void aChoiceWinsOverAStandardKey();
    void ofTwoChoicesOneWins();
    void unknownCommandsAreKept();

    void lettersAreTypedInFields();
    void theHistorysKeyWorksInTheField();
    void aFieldKeepsItsUndoWhereTheHistoryHasNone();
    void textsTellTheKeyInForce();
    void textsOfACommandWithoutAKey();
    void theSheetTellsTheKeysInForce();
    void theSheetLeadsToTheKeys();

private:
    Actions& actions() { return m_window->actions(); }
    SettingsDialog* settings() const { return dialog<SettingsDialog>(); }
    QTreeWidget* tree() const { return settings()->findChild<QTreeWidget*>(); }
    QKeySequenceEdit* edit(int at = 0) const { return settings()->findChildren<QKeySequenceEdit*>().at(at); }
    QLineEdit* search() const { return keysPage()->findChild<QLineEdit*>(); }
    KeysPage* keysPage() const { return settings()->findChild<KeysPage*>(); }
    void press(const QString& words) { QTest::mouseClick(button(settings(), words), Qt::LeftButton); }
    void type(int key, Qt::KeyboardModifiers with = {}, int at = 0) {
        QTest::keyClick(edit(at), static_cast<Qt::Key>(key), with);
    }
    void accept();
    void openKeys();
    QTreeWidgetItem* item(const QString& id) const;
    void choose(const QString& id) { tree()->setCurrentItem(item(id)); }
    QString shown(const QString& id) const { return item(id)->text(1); }
    QString said() const { return spoken(keysPage()); }
    QStringList visible() const;
    void pressInWindow(int key, Qt::KeyboardModifiers with = {});
    void restart();
    KeyList keysOf(const QAction* action) const { return action->shortcuts(); }
};

void KeysTest::init() {
    speak(QLocale(QLocale::English));
    openWindow();
}

void KeysTest::cleanup() {
    closeWindow();
    speak(QLocale(QLocale::English));
}

void KeysTest::openKeys() {
    actions().settings->trigger();
    QVERIFY(settings());
    settings()->showKeys();
    QVERIFY(QTest::qWaitForWindowExposed(settings()));
}

void KeysTest::accept() {
    QVERIFY(button(settings(), u"OK"_s)->isEnabled());
    press(u"OK"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!settings(), patience);
}

QTreeWidgetItem* KeysTest::item(const QString& id) const {
    for (QTreeWidgetItemIterator at(tree(), QTreeWidgetItemIterator::NoChildren); *at; ++at)
        if ((*at)->data(0, Qt::UserRole) == id)
            return *at;
    qFatal("no command %s", qPrintable(id));
}

QStringList KeysTest::visible() const {
    QStringList ids;
    for (QTreeWidgetItemIterator at(tree(), QTreeWidgetItemIterator::NoChildren); *at; ++at)
        if (!(*at)->isHidden() && !(*at)->parent()->isHidden())
            ids << (*at)->data(0, Qt::UserRole).toString();
    return ids;
}

void KeysTest::pressInWindow(int key, Qt::KeyboardModifiers with) {
    activateWindow();
    QTest::keyClick(space().view(), static_cast<Qt::Key>(key), with);
}

void KeysTest::restart() {
    m_window.reset();
    m_monitor = std::make_unique<Monitor>();
    showWindow();
}

void KeysTest::noKeyIsTwoCommands_data() {
    QTest::addColumn<QString>("language");
    for (const Language& language : languages())
        QTest::newRow(qPrintable(language.name)) << language.name;
}

/// And none is one that is not to be had, such as a menu's.
void KeysTest::noKeyIsTwoCommands() {
    QFETCH(QString, language);
    speak(localeOf(language));
    m_window = m_window->successor();
    const KeyMap standard(actions().keyCommands());
    for (const KeyCommand& command : actions().keyCommands()) {
        QCOMPARE(standard.keys(command.id), command.standard);
        QVERIFY(command.standard.size() <= KeyMap::most);
        for (const QKeySequence& key : command.standard) {
            QCOMPARE(standard.holders(key, command.id), QStringList());
            QCOMPARE(keyRefusal(key), QString());
        }
    }
}

/// Every one of the window's own that stands in a menu, once.
void KeysTest::everyCommandOfTheMenusIsThere() {
    QSet<QString> ids;
    for (const KeyCommand& command : actions().keyCommands()) {
        QVERIFY2(!ids.contains(command.id), qPrintable(command.id));
        ids << command.id;
    }
    for (const QAction* action : actions().findChildren<QAction*>(Qt::FindDirectChildrenOnly))
        QVERIFY2(ids.contains(action->objectName()), qPrintable(action->text()));
}

void KeysTest::idsAreTheSameInEveryLanguage() {
    const auto ids = [this] {
        QStringList all;
        for (const KeyCommand& command : actions().keyCommands())
            all << command.id;
        return all;
    };
    const QStringList english = ids();
    for (const QString& known : {u"open"_s, u"find"_s, u"mark"_s, u"code-529"_s})
        QVERIFY2(english.contains(known), qPrintable(known));
    for (const Language& language : languages()) {
        speak(localeOf(language.name));
        m_window = m_window->successor();
        QCOMPARE(ids(), english);
    }
}

void KeysTest::aKeyIsChangedAtOnce() {
    openLog({{.status = 529, .id = {}}, {.status = 429, .id = {}}});
    openKeys();
    choose(u"groups"_s);
    QCOMPARE(shown(u"groups"_s), u"G"_s);
    QCOMPARE(edit()->keySequence(), QKeySequence(Qt::Key_G));
    type(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(shown(u"groups"_s), u"Ctrl+J"_s);
    QVERIFY(item(u"groups"_s)->font(1).bold());
    QVERIFY(!item(u"calls"_s)->font(1).bold());
    accept();
    pressInWindow(Qt::Key_G);
    QVERIFY(!actions().groups->isChecked());
    pressInWindow(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(actions().groups->isChecked());
}

void KeysTest::aTakenKeyIsMoved() {
    openLog({{.status = 529, .id = {}}});
    openKeys();
    choose(u"groups"_s);
    QVERIFY(button(settings(), u"Take It"_s)->isHidden());
    type(Qt::Key_F, Qt::ControlModifier);
    QVERIFY2(said().contains(u"Ctrl+F belongs to “Find”."_s), qPrintable(said()));
    QCOMPARE(shown(u"groups"_s), u"G"_s);
    QCOMPARE(shown(u"find"_s), u"Ctrl+F"_s);
    press(u"Take It"_s);
    QCOMPARE(shown(u"groups"_s), u"Ctrl+F"_s);
    QCOMPARE(shown(u"find"_s), QString());
    QVERIFY2(said().contains(u"Ctrl+F was taken from “Find”."_s), qPrintable(said()));
    QVERIFY(button(settings(), u"Take It"_s)->isHidden());
    accept();
    pressInWindow(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(actions().groups->isChecked());
    QVERIFY(!m_window->searchField().hasFocus());
}

void KeysTest::aContestedKeyIsNotAccepted() {
    openKeys();
    choose(u"groups"_s);
    type(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(!button(settings(), u"OK"_s)->isEnabled());
    type(Qt::Key_J, Qt::ControlModifier); // not a second stroke
    QVERIFY(button(settings(), u"OK"_s)->isEnabled());
    QCOMPARE(shown(u"groups"_s), u"Ctrl+J"_s);
    QVERIFY(!said().contains(u"Find”"_s));
    accept();
    QCOMPARE(keysOf(actions().find), KeyList{QKeySequence::Find});
}

void KeysTest::turningAwayLeavesAContestedKey_data() {
    QTest::addColumn<bool>("byTab");
    QTest::newRow("to another command") << false;
    QTest::newRow("to another page") << true;
}

void KeysTest::turningAwayLeavesAContestedKey() {
    QFETCH(bool, byTab);
    openKeys();
    choose(u"groups"_s);
    type(Qt::Key_F, Qt::ControlModifier);
    if (byTab)
        QTest::keyClick(settings(), Qt::Key_G, Qt::AltModifier);
    else
        choose(u"note"_s);
    QVERIFY(button(settings(), u"OK"_s)->isEnabled());
    accept();
    QCOMPARE(Preferences::load().keys, KeyChoices());
}

void KeysTest::theBeginningOfAnothersKeyIsContested() {
    Preferences{.keys = {{u"groups"_s, {QKeySequence(u"Ctrl+K, Ctrl+G"_s)}},
                         {u"calls"_s, {QKeySequence(u"Ctrl+K, Ctrl+O"_s)}}}}
        .save();
    restart();
    openKeys();
    choose(u"note"_s);
    type(Qt::Key_K, Qt::ControlModifier);
    QVERIFY2(said().contains(u"Ctrl+K belongs to “One Row per Call”, “Group Repeats”."_s),
             qPrintable(said()));
    press(u"Take It"_s);
    QCOMPARE(shown(u"groups"_s) + shown(u"calls"_s), QString());
    QCOMPARE(shown(u"note"_s), u"Ctrl+K"_s);
}

void KeysTest::twoStrokesAreOneKey() {
    openLog({{.status = 529, .id = {}}});
    openKeys();
    choose(u"groups"_s);
    type(Qt::Key_K, Qt::ControlModifier);
    type(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(shown(u"groups"_s), u"Ctrl+K, Ctrl+J"_s);
    accept();
    pressInWindow(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!actions().groups->isChecked());
    pressInWindow(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(actions().groups->isChecked());
}

void KeysTest::aSecondKeyWorksToo() {
    openLog({{.status = 529, .id = {}}});
    openKeys();
    choose(u"groups"_s);
    type(Qt::Key_F7, {}, 1);
    QCOMPARE(shown(u"groups"_s), u"G; F7"_s);
    accept();
    pressInWindow(Qt::Key_F7);
    QVERIFY(actions().groups->isChecked());
    pressInWindow(Qt::Key_G);
    QVERIFY(!actions().groups->isChecked());
}

void KeysTest::onesOwnKeyIsNotTakenTwice() {
    openKeys();
    choose(u"groups"_s);
    type(Qt::Key_G, {}, 1);
    QVERIFY2(said().contains(u"G is a key of this command already."_s), qPrintable(said()));
    QCOMPARE(shown(u"groups"_s), u"G"_s);
    QVERIFY(edit(1)->keySequence().isEmpty());
}

void KeysTest::fixedKeysAreNotToBeHad_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("with");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, int key, Qt::KeyboardModifiers with, const QString& reason) {
        QTest::newRow(name) << key << with << reason;
    };
    row("Esc", Qt::Key_Escape, {}, u"Esc cannot be taken: it goes one step back."_s);
    row("Return", Qt::Key_Return, {}, u"moves and chooses"_s);
    row("Down", Qt::Key_Down, {}, u"moves and chooses"_s);
    row("Shift+End", Qt::Key_End, Qt::ShiftModifier, u"moves and chooses"_s);
    row("Ctrl+Shift+Left", Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier, u"moves and chooses"_s);
    row("Space", Qt::Key_Space, {}, u"moves and chooses"_s);
    row("Ctrl+C", Qt::Key_C, Qt::ControlModifier, u"it copies what is chosen."_s);
    row("Ctrl+A", Qt::Key_A, Qt::ControlModifier, u"it chooses everything."_s);
    row("+", Qt::Key_Plus, {}, u"the chart and the filters"_s);
    row("keypad's −", Qt::Key_Minus, Qt::KeypadModifier, u"the chart and the filters"_s);
    row("Alt+Shift+Right", Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier, u"sizes the columns"_s);
    row("Shift+F10", Qt::Key_F10, Qt::ShiftModifier, u"opens the menu"_s);
    row("Alt+F", Qt::Key_F, Qt::AltModifier, u"Alt+F cannot be taken: Alt with a letter"_s);
}

void KeysTest::fixedKeysAreNotToBeHad() {
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, with);
    QFETCH(QString, reason);
    openKeys();
    choose(u"groups"_s);
    type(key, with);
    QVERIFY2(said().contains(reason), qPrintable(said()));
    QVERIFY(button(settings(), u"Take It"_s)->isHidden());
    QCOMPARE(edit()->keySequence(), QKeySequence(Qt::Key_G));
    QCOMPARE(shown(u"groups"_s), u"G"_s);
    accept();
}

void KeysTest::halfAKeyChangesNothing() {
    openKeys();
    choose(u"groups"_s);
    for (const Qt::Key key : {Qt::Key_Control, Qt::Key_Shift, Qt::Key_AltGr, Qt::Key_CapsLock,
                              Qt::Key_Super_L, Qt::Key_Dead_Circumflex})
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, Qt::NoModifier);
            QCoreApplication::sendEvent(edit(), &event);
        }
    QCOMPARE(edit()->keySequence(), QKeySequence(Qt::Key_G));
    QCOMPARE(shown(u"groups"_s), u"G"_s);
}

void KeysTest::aKeyIsRemoved() {
    openKeys();
    choose(u"next-mark"_s);
    QCOMPARE(shown(u"next-mark"_s), u"]; F2"_s);
    type(Qt::Key_Backspace);
    QCOMPARE(shown(u"next-mark"_s), u"F2"_s);
    QCOMPARE(edit(0)->keySequence(), QKeySequence(Qt::Key_F2));
    QVERIFY(edit(1)->keySequence().isEmpty());
    choose(u"find"_s);
    press(u"No Key"_s);
    QCOMPARE(shown(u"find"_s), QString());
    QVERIFY(!button(settings(), u"No Key"_s)->isEnabled());
    accept();
    QCOMPARE(keysOf(actions().nextMark), KeyList{QKeySequence(Qt::Key_F2)});
    pressInWindow(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(!m_window->searchField().hasFocus());
    restart();
    QCOMPARE(keysOf(actions().find), KeyList());
}

void KeysTest::theStandardOfOne() {
    Preferences{.keys = {{u"groups"_s, {}}, {u"calls"_s, {}}}}.save();
    restart();
    openKeys();
    choose(u"groups"_s);
    press(u"Standard"_s);
    QCOMPARE(shown(u"groups"_s), u"G"_s);
    QCOMPARE(edit()->keySequence(), QKeySequence(Qt::Key_G));
    QVERIFY(!button(settings(), u"Standard"_s)->isEnabled());
    accept();
    QCOMPARE(Preferences::load().keys, (KeyChoices{{u"calls"_s, {}}}));
}

void KeysTest::theStandardOfOneThatAnotherHas() {
    Preferences{.keys = {{u"undo"_s, {}}, {u"calls"_s, {QKeySequence(Qt::CTRL | Qt::Key_Z)}}}}.save();
    restart();
    openKeys();
    choose(u"undo"_s);
    press(u"Standard"_s);
    QCOMPARE(shown(u"undo"_s), u"Alt+Left"_s);
    QVERIFY2(said().contains(u"Ctrl+Z belongs to “One Row per Call”."_s), qPrintable(said()));
    press(u"Take It"_s);
    QCOMPARE(shown(u"calls"_s), QString());
    QVERIFY(shown(u"undo"_s).contains(u"Ctrl+Z"_s) && shown(u"undo"_s).contains(u"Alt+Left"_s));
}

void KeysTest::theStandardOfAll() {
    Preferences{.utc = true, .keys = {{u"groups"_s, {}}, {u"calls"_s, {QKeySequence(Qt::CTRL | Qt::Key_F)}}}}
        .save();
    restart();
    QCOMPARE(keysOf(actions().find), KeyList());
    openKeys();
    press(u"All Standard"_s);
    QCOMPARE(shown(u"groups"_s) + shown(u"calls"_s) + shown(u"find"_s), u"GCCtrl+F"_s);
    accept();
    QCOMPARE(Preferences::load(), Preferences{.utc = true});
    QCOMPARE(keysOf(actions().find), KeyList{QKeySequence::Find});
}

void KeysTest::cancelLeavesAllAsItWas() {
    openKeys();
    choose(u"groups"_s);
    type(Qt::Key_J, Qt::ControlModifier);
    press(u"Cancel"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!settings(), patience);
    QCOMPARE(keysOf(actions().groups), KeyList{QKeySequence(Qt::Key_G)});
    QCOMPARE(Preferences::load().keys, KeyChoices());
    openKeys();
    QCOMPARE(shown(u"groups"_s), u"G"_s);
}

/// From the search to the taken key and OK; every control has a name.
void KeysTest::allIsDoneByTheKeyboard() {
    const auto tap = [](Qt::Key key, Qt::KeyboardModifiers with = {}) {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    };
    activateWindow();
    tap(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(settings());
    settings()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(settings()));
    QTRY_VERIFY_WITH_TIMEOUT(settings()->isAncestorOf(QApplication::focusWidget()), patience);
    tap(Qt::Key_K, Qt::AltModifier);
    for (int step = 0; step < 10 && !search()->hasFocus(); ++step)
        tap(Qt::Key_Tab);
    QVERIFY(search()->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"repeats"_s);
    tap(Qt::Key_Return);
    QVERIFY(settings()->isVisible() && tree()->hasFocus());
    QCOMPARE(tree()->currentItem(), item(u"groups"_s));
    tap(Qt::Key_Return);
    QVERIFY(settings()->isVisible() && edit()->hasFocus());
    tap(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(button(settings(), u"Take It"_s)->isVisible());
    for (int step = 0; step < 2; ++step)
        tap(Qt::Key_Tab);
    QVERIFY(button(settings(), u"Take It"_s)->hasFocus());
    tap(Qt::Key_Space);
    QCOMPARE(shown(u"groups"_s), u"Ctrl+F"_s);
    QVERIFY(tree()->hasFocus());
    for (const QWidget* control : QList<QWidget*>{search(), tree(), edit(0), edit(1)})
        QVERIFY(!control->accessibleName().isEmpty());
    tap(Qt::Key_O, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!settings(), patience);
    QCOMPARE(keysOf(actions().groups), KeyList{QKeySequence::Find});
}

void KeysTest::commandsAreFound_data() {
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("a word") << u"note"_s << QStringList{u"note"_s};
    QTest::newRow("words in any order") << u"failure NEXT"_s << QStringList{u"next-failure"_s};
    QTest::newRow("a key") << u"ctrl+shift+t"_s << QStringList{u"ticket"_s};
    QTest::newRow("a second key") << u"shift+f2"_s << QStringList{u"previous-mark"_s};
    QTest::newRow("nothing") << u"xyzzy"_s << QStringList();
}

void KeysTest::commandsAreFound() {
    QFETCH(QString, needle);
    QFETCH(QStringList, ids);
    openKeys();
    const QStringList all = visible();
    search()->setText(needle);
    QCOMPARE(visible(), ids);
    if (ids.isEmpty()) {
        QVERIFY(said().contains(u"No command has"_s));
        QVERIFY(!edit()->isEnabled());
    } else {
        QCOMPARE(tree()->currentItem(), item(ids.front()));
    }
    search()->clear();
    QCOMPARE(visible(), all);
    QVERIFY(!said().contains(u"No command has"_s));
    QVERIFY(edit()->isEnabled());
}

void KeysTest::areKeptOverARestart() {
    openKeys();
    choose(u"groups"_s);
    type(Qt::Key_F, Qt::ControlModifier);
    press(u"Take It"_s);
    accept();
    restart();
    openLog({{.status = 529, .id = {}}});
    pressInWindow(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(actions().groups->isChecked());
    QCOMPARE(keysOf(actions().find), KeyList());
}

/// The page tells the keys in the language's words.
void KeysTest::areKeptOverALanguage() {
    openKeys();
    choose(u"groups"_s);
    type(Qt::Key_J, Qt::ControlModifier);
    accept();
    speak(localeOf(u"de"_s));
    m_window = m_window->successor();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCOMPARE(keysOf(actions().groups), KeyList{QKeySequence(Qt::CTRL | Qt::Key_J)});
    openKeys();
    QCOMPARE(shown(u"groups"_s), u"Strg+J"_s);
    search()->setText(u"strg+j"_s);
    QCOMPARE(visible(), QStringList{u"groups"_s});
}

void KeysTest::onlyDifferencesAreKept() {
    openKeys();
    choose(u"groups"_s);
    type(Qt::Key_J, Qt::ControlModifier);
    choose(u"note"_s);
    press(u"No Key"_s);
    choose(u"calls"_s);
    type(Qt::Key_X);
    type(Qt::Key_Backspace);
    type(Qt::Key_C);
    accept();
    QSettings kept;
    kept.beginGroup(u"keys"_s);
    QCOMPARE(kept.childKeys(), (QStringList{u"groups"_s, u"note"_s}));
    QCOMPARE(kept.value(u"groups"_s).toString(), u"Ctrl+J"_s);
    QCOMPARE(kept.value(u"note"_s).toString(), QString());
}

void KeysTest::damagedSettings_data() {
    QTest::addColumn<QVariant>("written");
    QTest::addColumn<QString>("keys");
    const QString standard = u"Ctrl+F"_s;
    QTest::newRow("no key's name") << QVariant(u"Hyperspace"_s) << standard;
    QTest::newRow("no modifier") << QVariant(u"Blah+Q"_s) << standard;
    QTest::newRow("one of two is none") << QVariant(u"Ctrl+J; Blah"_s) << standard;
    QTest::newRow("fixed") << QVariant(u"Esc"_s) << standard;
    QTest::newRow("fixed later on") << QVariant(u"Ctrl+K, Return"_s) << standard;
    QTest::newRow("too many") << QVariant(u"Ctrl+J; Ctrl+K; Ctrl+M"_s) << standard;
    QTest::newRow("too long") << QVariant(QString(10'000, u'x')) << standard;
    QTest::newRow("nothing written") << QVariant(QString()) << QString();
    QTest::newRow("in small letters") << QVariant(u"ctrl+j"_s) << u"Ctrl+J"_s;
    QTest::newRow("twice the same") << QVariant(u"Ctrl+J; Ctrl+J"_s) << u"Ctrl+J"_s;
    QTest::newRow("a list") << QVariant(QStringList{u"Ctrl+K"_s, u"Ctrl+J"_s}) << u"Ctrl+K; Ctrl+J"_s;
    QTest::newRow("a comma without quotes") << QVariant(QStringList{u"Ctrl+"_s, QString()}) << u"Ctrl+,"_s;
    QTest::newRow("a number") << QVariant(5) << standard;
    QTest::newRow("no text") << QVariant(QVariantMap{{u"key"_s, u"Ctrl+J"_s}}) << standard;
}

void KeysTest::damagedSettings() {
    QFETCH(QVariant, written);
    QFETCH(QString, keys);
    QSettings().setValue(u"keys/find"_s, written);
    restart();
    QCOMPARE(shownKeys(keysOf(actions().find)), keys);
    pressInWindow(Qt::Key_Escape); // still alive
    openKeys();
    QCOMPARE(shown(u"find"_s), keys);
}

/// As after an edit by hand, or with a later version's new standard key.
void KeysTest::aChoiceWinsOverAStandardKey() {
    openLog({{.status = 529, .id = {}}});
    QSettings().setValue(u"keys/time-zone"_s, u"G"_s);
    QSettings().setValue(u"keys/utc"_s, u"Ctrl+O"_s); // behind it in the menus
    m_window = m_window->successor();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCOMPARE(keysOf(actions().zone), KeyList{QKeySequence(Qt::Key_G)});
    QCOMPARE(keysOf(actions().groups), KeyList());
    QCOMPARE(keysOf(actions().open), KeyList());
    pressInWindow(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(actions().utc->isChecked());
}

void KeysTest::ofTwoChoicesOneWins() {
    openLog({{.status = 529, .id = {}}});
    QSettings().setValue(u"keys/groups"_s, u"Ctrl+J"_s);
    QSettings().setValue(u"keys/calls"_s, u"Ctrl+J; Ctrl+K"_s);
    QSettings().setValue(u"keys/utc"_s, u"Ctrl+J, Ctrl+U"_s);
    m_window = m_window->successor();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCOMPARE(shownKeys(keysOf(actions().calls)), u"Ctrl+J; Ctrl+K"_s);
    QCOMPARE(keysOf(actions().groups), KeyList());
    QCOMPARE(keysOf(actions().utc), KeyList());
    pressInWindow(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(m_window->filterState().filter().calls);
}

void KeysTest::unknownCommandsAreKept() {
    QSettings().setValue(u"keys/timeTravel"_s, u"G"_s);
    restart();
    QCOMPARE(keysOf(actions().groups), KeyList{QKeySequence(Qt::Key_G)});
    openKeys();
    choose(u"note"_s);
    type(Qt::Key_J, Qt::ControlModifier);
    accept();
    QCOMPARE(QSettings().value(u"keys/timeTravel"_s).toString(), u"G"_s);
}

void KeysTest::lettersAreTypedInFields() {
    openLog({{.status = 529, .id = {}}});
    openKeys();
    choose(u"find"_s);
    type(Qt::Key_X);
    choose(u"undo"_s);
    type(Qt::Key_B);
    accept();
    pressInWindow(Qt::Key_X);
    QVERIFY(m_window->searchField().hasFocus());
    QTest::keyClicks(&m_window->searchField(), u"xbm"_s);
    QCOMPARE(m_window->searchField().text(), u"xbm"_s);
}

void KeysTest::theHistorysKeyWorksInTheField() {
    openLog({{.status = 529, .id = {}}});
    openKeys();
    choose(u"undo"_s);
    type(Qt::Key_F9);
    accept();
    m_window->filterState().add({.field = FilterField::Code, .value = u"529"_s});
    activateWindow();
    m_window->searchField().setFocus();
    QTest::keyClick(&m_window->searchField(), Qt::Key_F9);
    QVERIFY(!m_window->filterState().view().isFiltered());
}

/// It does not fire what has the key now.
void KeysTest::aFieldKeepsItsUndoWhereTheHistoryHasNone() {
    openLog({{.status = 529, .id = {}}});
    openKeys();
    choose(u"groups"_s);
    type(Qt::Key_Z, Qt::ControlModifier);
    press(u"Take It"_s);
    accept();
    activateWindow();
    SearchField& field = m_window->searchField();
    field.setFocus();
    QTest::keyClicks(&field, u"ab"_s);
    QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!actions().groups->isChecked());
    QCOMPARE(field.text(), QString());
}

void KeysTest::textsTellTheKeyInForce() {
    Preferences{.keys = {{u"mark"_s, {QKeySequence(Qt::Key_F6)}}}}.save();
    restart();
    const DetailPane& detail = *space().detail();
    const FilterBar& bar = *space().filterBar();
    const std::pair<const QWidget*, QString> tips[] = {
        {detail.copyButton(), u"(Ctrl+Shift+C)"_s},
        {detail.ticketButton(), u"(Ctrl+Shift+T)"_s},
        {detail.markPart()->markButton(), u"(F6)"_s},
        {detail.markPart()->noteButton(), u"(N)"_s},
        {bar.offButton(), u"(Ctrl+Shift+F)"_s},
        {bar.showAllButton(), u"(Alt+Home)"_s},
        {space().emptyState()->explainButton(), u"(Ctrl+E)"_s}};
    openLog({{.status = 529, .id = requestId(1)}});
    space().view()->choose(model().index(0, 0));
    m_window->filterState().add({.field = FilterField::Code, .value = u"529"_s});
    m_window->filterState().setOff(true);
    for (const auto& [button, key] : tips)
        QVERIFY2(button->toolTip().endsWith(key), qPrintable(button->toolTip()));
    QVERIFY(actions().follow->toolTip().endsWith(u"(F)"_s));
    QVERIFY2(bar.noticeText().contains(u"(Ctrl+Shift+F)"_s), qPrintable(bar.noticeText()));
    actions().nextMark->trigger();
    QCOMPARE(m_window->statusBar()->currentMessage(), u"Nothing is marked; F6 marks the chosen failures"_s);
    openKeys();
    choose(u"filters-off"_s);
    type(Qt::Key_F12);
    choose(u"copy-request-id"_s);
    type(Qt::Key_I, Qt::ControlModifier);
    accept();
    QVERIFY2(bar.noticeText().contains(u"(F12)"_s), qPrintable(bar.noticeText()));
    QVERIFY(bar.offButton()->toolTip().endsWith(u"(F12)"_s));
    QVERIFY(detail.copyButton()->toolTip().endsWith(u"(Ctrl+I)"_s));
    QVERIFY(actions().copyId->toolTip().endsWith(u"(Ctrl+I)"_s));
}

void KeysTest::textsOfACommandWithoutAKey() {
    KeyChoices none;
    for (const KeyCommand& command : actions().keyCommands())
        none[command.id] = {};
    Preferences{.keys = none}.save();
    restart();
    openLog({{.status = 529, .id = requestId(1)}});
    space().view()->choose(model().index(0, 0));
    m_window->filterState().add({.field = FilterField::Code, .value = u"529"_s});
    m_window->filterState().setOff(true);
    actions().nextMark->trigger();
    QCOMPARE(m_window->statusBar()->currentMessage(), u"Nothing is marked"_s);
    QCOMPARE(space().filterBar()->noticeText(), u"The filters are off for now."_s);
    for (const QWidget* widget : m_window->findChildren<QWidget*>())
        if (widget != space().filterBar()->resumeButton()) // End is the table's own
            QVERIFY2(!widget->toolTip().endsWith(u')'), qPrintable(widget->toolTip()));
    for (const QAction* action : actions().findChildren<QAction*>())
        QVERIFY2(!action->toolTip().endsWith(u')'), qPrintable(action->toolTip()));
    QVERIFY(!shortcutText(actions()).contains(u"Find"_s));
}

void KeysTest::theSheetTellsTheKeysInForce() {
    QVERIFY(shortcutText(actions()).contains(u"Ctrl+F – Find"_s));
    QVERIFY(shortcutText(actions()).contains(u"1–9 – Show or hide a code"_s));
    QVERIFY(!shortcutText(actions()).contains(u"529"_s));
    openKeys();
    choose(u"find"_s);
    type(Qt::Key_Slash);
    choose(u"code-529"_s);
    type(Qt::Key_F4);
    accept();
    const QString sheet = shortcutText(actions());
    QVERIFY2(sheet.contains(u"\n/ – Find\n"_s) && !sheet.contains(u"Ctrl+F –"_s), qPrintable(sheet));
    QVERIFY2(sheet.contains(u"F4 – Codes: 529"_s) && !sheet.contains(u"1–9"_s), qPrintable(sheet));
}

void KeysTest::theSheetLeadsToTheKeys() {
    pressInWindow(Qt::Key_F1);
    auto* const sheet = dialog<ShortcutSheet>();
    QVERIFY(sheet && QTest::qWaitForWindowExposed(sheet));
    const QStringList shown = spoken(sheet).split(u'\n');
    QVERIFY2(shown.indexOf(u"F1; ?"_s) >= 0, qPrintable(spoken(sheet)));
    QCOMPARE(shown.at(shown.indexOf(u"F1; ?"_s) + 1), u"Keyboard Shortcuts"_s);
    QTest::mouseClick(button(sheet, u"Change Keys…"_s), Qt::LeftButton);
    QVERIFY(settings() && keysPage()->isVisible());
}

QTEST_MAIN(KeysTest)
#include "tst_keys.moc"
