// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys of commands: chosen in the settings, shown wherever they are named, kept over runs and languages.

#include "actions.h"
#include "detailpane.h"
#include "eventview.h"
#include "filterbar.h"
#include "keyeditor.h"
#include "language.h"
#include "searchfield.h"
#include "settingsdialog.h"
#include "windowtest.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace derouter;

class KeysTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_keys"_s); }
    void init() {
        speak(QLocale(QLocale::English));
        openWindow();
        activateWindow();
    }
    void cleanup() {
        closeWindow();
        speak(QLocale(QLocale::English));
    }

    void noTwoCommandsHaveOneKey();
    void aKeyIsChosen();
    void aKeyOfAnotherIsTaken();
    void aKeyIsLeftWithItsCommand();
    void aFixedKeyStaysFixed_data();
    void aFixedKeyStaysFixed();
    void aCommandMayHaveNone();
    void theStandardComesBack();
    void allStandardsComeBack();
    void cancelChangesNothing();
    void commandsAreFoundByWordsAndKeys();
    void whereverAKeyIsNamedItIsTheRightOne();
    void keysAreKeptOverRunsAndLanguages();
    void aDigitMayBeAnother();
    void lettersAreTypedInFields();
    void settingsWrittenByHandMayBeWrong();

private:
    SettingsDialog& settings() {
        if (!dialog<SettingsDialog>())
            m_window->actions().settings->trigger();
        auto* pages = dialog<SettingsDialog>()->findChild<QTabWidget*>();
        pages->setCurrentWidget(editor());
        return *dialog<SettingsDialog>();
    }
    KeyEditor* editor() { return dialog<SettingsDialog>()->findChild<KeyEditor*>(); }
    QTreeWidget& list() { return *settings().findChild<QTreeWidget*>(); }
    void choose(const QString& command) {
        const auto found = list().findItems(command, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        list().setCurrentItem(found.front());
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(settings().findChild<KeyField*>(), static_cast<Qt::Key>(key), modifiers);
    }
    void push(const QString& words) { QTest::mouseClick(button(&settings(), words), Qt::LeftButton); }
    QString keysOf(const QString& command) {
        return list().findItems(command, Qt::MatchExactly).value(0)->text(1);
    }
    void accept() {
        settings().accept();
        QTRY_VERIFY(!dialog<SettingsDialog>());
        activateWindow();
        space().view()->setFocus();
    }
    /// Of the standard keys G, in the window.
    bool groups() { return m_window->actions().groups->isChecked(); }
};

void KeysTest::noTwoCommandsHaveOneKey() {
    for (const QLocale::Language language : {QLocale::English, QLocale::German, QLocale::Chinese}) {
        speak(QLocale(language));
        m_window = m_window->successor();
        QStringList taken;
        QStringList ids;
        for (const KeyCommand& command : m_window->actions().commands()) {
            QVERIFY2(!command.id.isEmpty() && !ids.contains(command.id), qPrintable(command.text));
            ids << command.id;
            QCOMPARE(command.keys, command.standard);
            for (const QKeySequence& key : command.keys) {
                QVERIFY2(!taken.contains(key.toString()), qPrintable(key.toString()));
                QVERIFY2(keymap::fixedUse(key).isEmpty(), qPrintable(key.toString()));
                taken << key.toString();
            }
        }
        QVERIFY(taken.size() > 40);
    }
}

void KeysTest::aKeyIsChosen() {
    openLog(mixedMinute());
    choose(u"Group Repeats"_s);
    QCOMPARE(keysOf(u"Group Repeats"_s), u"G"_s);
    press(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(keysOf(u"Group Repeats"_s), u"Ctrl+J"_s);
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier); // not yet
    QVERIFY(!groups());
    accept();
    QTest::keyClick(space().view(), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(groups());
    QTest::keyClick(space().view(), Qt::Key_G);
    QVERIFY(groups());
}

void KeysTest::aKeyOfAnotherIsTaken() {
    openLog(mixedMinute());
    choose(u"Group Repeats"_s);
    press(Qt::Key_U);
    QVERIFY2(spoken(&settings()).contains(u"U is the key of “Times in UTC”."_s),
             qPrintable(spoken(&settings())));
    QCOMPARE(keysOf(u"Group Repeats"_s), u"G"_s);
    push(u"Take It"_s);
    QCOMPARE(keysOf(u"Group Repeats"_s), u"U"_s);
    QCOMPARE(keysOf(u"Times in UTC"_s), QString());
    QVERIFY(!spoken(&settings()).contains(u"is the key of"_s));
    accept();
    QTest::keyClick(space().view(), Qt::Key_U);
    QVERIFY(groups());
    QVERIFY(!m_window->actions().utc->isChecked());
}

void KeysTest::aKeyIsLeftWithItsCommand() {
    choose(u"Group Repeats"_s);
    press(Qt::Key_U);
    choose(u"Follow"_s);
    QVERIFY(!spoken(&settings()).contains(u"is the key of"_s));
    QVERIFY(!button(&settings(), u"Take It"_s)->isVisible());
    QCOMPARE(keysOf(u"Times in UTC"_s), u"U"_s);
}

void KeysTest::aFixedKeyStaysFixed_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::newRow("End") << int(Qt::Key_End) << 0;
    QTest::newRow("Ctrl+C") << int(Qt::Key_C) << int(Qt::ControlModifier);
    QTest::newRow("an arrow") << int(Qt::Key_Left) << 0;
    QTest::newRow("a column's") << int(Qt::Key_Left) << int(Qt::ControlModifier | Qt::ShiftModifier);
    QTest::newRow("Space") << int(Qt::Key_Space) << 0;
}

void KeysTest::aFixedKeyStaysFixed() {
    QFETCH(int, key);
    QFETCH(int, modifiers);
    choose(u"Group Repeats"_s);
    press(key, Qt::KeyboardModifiers(modifiers));
    QVERIFY2(spoken(&settings()).contains(u" is fixed. It "_s), qPrintable(spoken(&settings())));
    QVERIFY(!button(&settings(), u"Take It"_s)->isVisible());
    QCOMPARE(keysOf(u"Group Repeats"_s), u"G"_s);
}

void KeysTest::aCommandMayHaveNone() {
    openLog(mixedMinute());
    choose(u"Group Repeats"_s);
    push(u"No Key"_s);
    QCOMPARE(keysOf(u"Group Repeats"_s), QString());
    accept();
    QTest::keyClick(space().view(), Qt::Key_G);
    QVERIFY(!groups());
    QVERIFY(!m_window->actions().shortcutList().contains(u"Group Repeats"_s));
    choose(u"Group Repeats"_s); // it is remembered
    QCOMPARE(keysOf(u"Group Repeats"_s), QString());
}

void KeysTest::theStandardComesBack() {
    choose(u"Next Mark"_s);
    const QString before = keysOf(u"Next Mark"_s);
    QVERIFY2(before.contains(u"F2"_s) && before.contains(u']'), qPrintable(before));
    press(Qt::Key_J);
    QCOMPARE(keysOf(u"Next Mark"_s), u"J"_s);
    push(u"Standard"_s);
    QCOMPARE(keysOf(u"Next Mark"_s), before);
    QVERIFY(settings().preferences().keys.empty());
}

void KeysTest::allStandardsComeBack() {
    choose(u"Group Repeats"_s);
    press(Qt::Key_U);
    push(u"Take It"_s);
    accept();
    push(u"Restore Defaults"_s);
    QCOMPARE(keysOf(u"Group Repeats"_s), u"G"_s);
    QCOMPARE(keysOf(u"Times in UTC"_s), u"U"_s);
    accept();
    QCOMPARE(m_window->actions().utc->shortcut(), QKeySequence(Qt::Key_U));
    QVERIFY(Preferences::load().keys.empty());
}

void KeysTest::cancelChangesNothing() {
    choose(u"Group Repeats"_s);
    press(Qt::Key_J);
    settings().reject();
    QTRY_VERIFY(!dialog<SettingsDialog>());
    QCOMPARE(m_window->actions().groups->shortcut(), QKeySequence(Qt::Key_G));
    QVERIFY(Preferences::load().keys.empty());
}

void KeysTest::commandsAreFoundByWordsAndKeys() {
    settings();
    auto* search = editor()->findChild<QLineEdit*>(QString(), Qt::FindDirectChildrenOnly);
    const auto found = [this] {
        QStringList commands;
        for (int row = 0; row < list().topLevelItemCount(); ++row)
            if (!list().topLevelItem(row)->isHidden())
                commands << list().topLevelItem(row)->text(0);
        return commands;
    };
    QVERIFY(found().size() > 45);
    QTest::keyClicks(search, u"repeats"_s);
    QCOMPARE(found(), QStringList{u"Group Repeats"_s});
    search->setText(u"ctrl+shift+t"_s);
    QCOMPARE(found(), QStringList{u"Support Ticket"_s});
    search->clear();
    QVERIFY(found().size() > 45);
}

void KeysTest::whereverAKeyIsNamedItIsTheRightOne() {
    openLog(mixedMinute());
    space().view()->selectNext(1);
    QAction* const ticket = m_window->actions().ticket;
    const auto tips = [this] {
        QStringList all;
        for (const QWidget* widget : m_window->findChildren<QWidget*>())
            all << widget->toolTip();
        for (const KeyCommand& command : m_window->actions().commands())
            all << m_window->findChild<QAction*>(command.id)->toolTip();
        return all.join(u'\n');
    };
    const QString names = tips();
    for (const char* key :
         {"(Ctrl+Shift+T)", "(Ctrl+Shift+C)", "(M)", "(N)", "(Alt+Home)", "(Ctrl+E)", "(F)"})
        QVERIFY2(names.contains(QLatin1String(key)), key);
    choose(u"Support Ticket"_s);
    press(Qt::Key_K, Qt::ControlModifier);
    choose(u"Mark or Unmark"_s);
    push(u"No Key"_s);
    accept();
    const QString now = tips();
    QVERIFY(now.contains(u"(Ctrl+K)"_s));
    QVERIFY(!now.contains(u"(Ctrl+Shift+T)"_s));
    QVERIFY(!now.contains(u"(M)"_s));
    QCOMPARE(ticket->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_K));
    const QString sheet = m_window->actions().shortcutList();
    QVERIFY(sheet.contains(u"Ctrl+K – Support Ticket"_s));
    QVERIFY(!sheet.contains(u"Mark or Unmark"_s));
    m_window->actions().nextMark->trigger();
    QVERIFY(!spoken(m_window.get()).contains(u"M marks"_s));
}

void KeysTest::keysAreKeptOverRunsAndLanguages() {
    choose(u"Group Repeats"_s);
    press(Qt::Key_U);
    push(u"Take It"_s);
    accept();
    speak(QLocale(QLocale::German));
    m_window = m_window->successor();
    QCOMPARE(m_window->actions().groups->shortcut(), QKeySequence(Qt::Key_U));
    QVERIFY(m_window->actions().utc->shortcut().isEmpty());
    m_window.reset();
    showWindow(); // the next run
    QCOMPARE(m_window->actions().groups->shortcut(), QKeySequence(Qt::Key_U));
    QVERIFY(m_window->actions().utc->shortcut().isEmpty());
}

void KeysTest::aDigitMayBeAnother() {
    openLog(mixedMinute());
    auto* code = m_window->findChild<QAction*>(u"code-1"_s);
    QVERIFY(code);
    choose(code->text().remove(u'&'));
    press(Qt::Key_J);
    accept();
    QTest::keyClick(space().view(), Qt::Key_1);
    QVERIFY(m_window->filterState().view().terms.empty());
    QTest::keyClick(space().view(), Qt::Key_J);
    QCOMPARE(m_window->filterState().view().terms.size(), 1u);
}

void KeysTest::lettersAreTypedInFields() {
    openLog(mixedMinute());
    choose(u"Group Repeats"_s);
    press(Qt::Key_J);
    accept();
    SearchField& field = m_window->searchField();
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_J);
    QCOMPARE(field.text(), u"j"_s);
    QVERIFY(!groups());
}

void KeysTest::settingsWrittenByHandMayBeWrong() {
    m_window.reset();
    {
        QSettings settings;
        settings.setValue(u"keys/groups"_s, QStringList{u"U"_s});       // another's
        settings.setValue(u"keys/follow"_s, QStringList{u"U"_s});       // twice
        settings.setValue(u"keys/calls"_s, QStringList{u"Esc"_s});      // fixed
        settings.setValue(u"keys/mark"_s, QStringList{u"Wrong+Key"_s}); // none
        settings.setValue(u"keys/unheard-of"_s, QStringList{u"J"_s});
        settings.setValue(u"keys/note"_s, 42);
    }
    showWindow();
    int having = 0;
    for (const KeyCommand& command : m_window->actions().commands())
        having += command.keys.contains(QKeySequence(Qt::Key_U)) ? 1 : 0;
    QCOMPARE(having, 1);
    QVERIFY(m_window->actions().utc->shortcut().isEmpty());
    QVERIFY(m_window->actions().calls->shortcut().isEmpty());
    QCOMPARE(m_window->actions().mark->shortcut(), QKeySequence(Qt::Key_M));
}

QTEST_MAIN(KeysTest)
#include "tst_keys.moc"
