// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The settings: chosen, applied at OK, kept.

#include "actions.h"
#include "codegroup.h"
#include "core/privatefiles.h"
#include "eventview.h"
#include "guide/guidefile.h"
#include "language.h"
#include "preferences.h"
#include "savedialog.h"
#include "settingsdialog.h"
#include "theme.h"
#include "windowtest.h"

#include <QAction>
#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSpinBox>
#include <QStatusBar>

using namespace derouter;

class SettingsTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_settings"_s); }
    void init() { openWindow(); }
    void cleanup();

    void opensByKeyAndShowsWhatHolds();
    void nothingChangesBeforeOk();
    void theLookIsApplied();
    void utcIsApplied();
    void memoryIsKept();
    void theLanguageIsKept_data();
    void theLanguageIsKept();
    void anAdditionalHostCounts();
    void anAdditionalPathCountsAfterTheNextStart();
    void whatIsWrongIsNotTaken_data();
    void whatIsWrongIsNotTaken();
    void whatIsRightIsTaken_data();
    void whatIsRightIsTaken();
    void theGuidesTextsComeFromAFile();
    void aGuideThatIsNoneIsNotTaken();
    void aCopyOfTheGuideIsSaved();
    void aCodeHasAColorOfOnesOwn();
    void defaultsAreRestored();
    void settingsWrittenByHandMayBeWrong();
    void everyControlIsReachedByTabAndHasAName();
    void textsAreMadeLarger();
    void filesOfOursAreMadePrivate();

private:
    SettingsDialog* dialog() const { return WindowTest::dialog<SettingsDialog>(); }
    void open();
    void press(const QString& words) { QTest::mouseClick(button(dialog(), words), Qt::LeftButton); }
    QWidget* field(const QString& name, bool isLine = false) const;
    QPlainTextEdit* lines(const QString& name) const { return qobject_cast<QPlainTextEdit*>(field(name)); }
    QCheckBox* utc() const { return qobject_cast<QCheckBox*>(field(u"Show times in UTC"_s)); }
    QSpinBox* memory() const { return qobject_cast<QSpinBox*>(field(u"Memory for failures"_s)); }
    QLineEdit* guideField() const { return qobject_cast<QLineEdit*>(field(u"Texts of the guide"_s, true)); }
    QComboBox* choice(const QString& name) const { return qobject_cast<QComboBox*>(field(name)); }
};

void SettingsTest::cleanup() {
    closeWindow();
    theme::apply(theme::Scheme::System);
    theme::setCodeColors({});
}

void SettingsTest::open() {
    activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(dialog());
    QVERIFY(QTest::qWaitForWindowExposed(dialog()));
}

QWidget* SettingsTest::field(const QString& name, bool isLine) const {
    for (QWidget* widget : dialog()->findChildren<QWidget*>())
        if (isLine && !qobject_cast<QLineEdit*>(widget))
            continue;
        else if (const auto* box = qobject_cast<QCheckBox*>(widget);
                 widget->accessibleName() == name || (box && box->text().remove(u'&') == name))
            return widget;
    return nullptr;
}

void SettingsTest::opensByKeyAndShowsWhatHolds() {
    Preferences{.look = theme::Scheme::Light,
                .language = u"de"_s,
                .failuresMiB = 512,
                .hosts = {u"llm.example"_s},
                .paths = {u"/llm"_s}}
        .save();
    m_window->actions().utc->setChecked(true);
    open();
    QCOMPARE(choice(u"Appearance"_s)->currentText(), u"Light"_s);
    QCOMPARE(choice(u"Language"_s)->currentText(), u"Deutsch"_s);
    QVERIFY(utc()->isChecked());
    QCOMPARE(memory()->value(), 512);
    QCOMPARE(lines(u"Additional hosts"_s)->toPlainText(), u"llm.example"_s);
    QCOMPARE(lines(u"Additional paths"_s)->toPlainText(), u"/llm"_s);
}

void SettingsTest::nothingChangesBeforeOk() {
    const Preferences before = Preferences::load();
    open();
    choice(u"Appearance"_s)->setCurrentIndex(2);
    utc()->setChecked(true);
    lines(u"Additional hosts"_s)->setPlainText(u"llm.example"_s);
    press(u"Cancel"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog(), patience);
    QCOMPARE(Preferences::load(), before);
    QVERIFY(!theme::isDark(m_window->palette()));
    QVERIFY(!m_window->actions().utc->isChecked());
}

void SettingsTest::theLookIsApplied() {
    open();
    choice(u"Appearance"_s)->setCurrentText(u"Dark"_s);
    press(u"OK"_s);
    QTRY_VERIFY_WITH_TIMEOUT(theme::isDark(m_window->palette()), patience);
    QVERIFY(m_window->actions().looks[std::size_t(theme::Scheme::Dark)]->isChecked());
    QCOMPARE(QSettings().value(u"window/look"_s).toString(), u"dark"_s);
    showWindow();
    QVERIFY(m_window->actions().looks[std::size_t(theme::Scheme::Dark)]->isChecked());
}

void SettingsTest::utcIsApplied() {
    open();
    utc()->setFocus();
    QTest::keyClick(utc(), Qt::Key_Space);
    press(u"OK"_s);
    QVERIFY(m_window->actions().utc->isChecked());
    QCOMPARE(space().timeDisplay().zone(), QTimeZone::utc());
    QVERIFY(Preferences::load().utc);
}

void SettingsTest::memoryIsKept() {
    open();
    memory()->setValue(1);
    QCOMPARE(memory()->value(), leastEventBudget);
    memory()->setValue(1024);
    press(u"OK"_s);
    QCOMPARE(eventBudget(), 1024);
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"next start"_s));
}

void SettingsTest::theLanguageIsKept_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QLocale::Language>("language");
    QTest::newRow("English") << u"English"_s << QLocale::English;
    QTest::newRow("German") << u"Deutsch"_s << QLocale::German;
    QTest::newRow("the system's") << u"As the system"_s << QLocale::system().language();
}

void SettingsTest::theLanguageIsKept() {
    QFETCH(QString, name);
    QFETCH(QLocale::Language, language);
    open();
    choice(u"Language"_s)->setCurrentText(name);
    press(u"OK"_s);
    QCOMPARE(localeOf(Preferences::load().language).language(), language);
}

void SettingsTest::anAdditionalHostCounts() {
    m_window->openFiles(
        {m_folder->write(u"proxy.log"_s,
                         "2026-11-23T12:00:00Z POST https://llm.example.com/chat 529 0.2s\n"
                         "2026-11-23T12:00:01Z POST https://llm.example.com/chat 200 0.2s\n")},
        false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy() && m_monitor->sources().front().lines == 2, patience);
    QCOMPARE(m_monitor->totals().failures, 0u);
    open();
    lines(u"Additional hosts"_s)->setFocus();
    QTest::keyClicks(lines(u"Additional hosts"_s), u"LLM.example.com"_s);
    press(u"OK"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->totals().failures, 1u, patience);
    QCOMPARE(Preferences::load().hosts, QStringList{u"llm.example.com"_s});
    open();
    lines(u"Additional hosts"_s)->clear();
    press(u"OK"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy() && m_monitor->totals().failures == 0, patience);
}

void SettingsTest::anAdditionalPathCountsAfterTheNextStart() {
    open();
    lines(u"Additional paths"_s)->setPlainText(u"/llm/ask/\n\n  /other "_s);
    press(u"OK"_s);
    QCOMPARE(Preferences::load().paths, (QStringList{u"/llm/ask"_s, u"/other"_s}));
    m_window.reset();
    m_monitor = std::make_unique<Monitor>();
    showWindow();
    m_window->openFiles(
        {m_folder->write(u"access.log"_s, "203.0.113.9 - - [23/Nov/2026:12:00:00 +0000] \"POST /llm/ask "
                                          "HTTP/1.1\" 529 321 \"-\" \"x\"\n")},
        false);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->totals().failures, 1u, patience);
}

void SettingsTest::whatIsWrongIsNotTaken_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const auto host = [](const QString& text) {
        QTest::newRow(qPrintable(text.left(30).replace(u'\n', u' '))) << u"Additional hosts"_s << text;
    };
    const auto path = [](const QString& text) {
        QTest::newRow(qPrintable(text.left(30).replace(u'\n', u' '))) << u"Additional paths"_s << text;
    };
    for (const QString& text :
         {u"https://llm.example"_s, u"llm.example:8080"_s, u"llm.example/v1"_s, u"two words"_s, u"-x"_s,
          u"x."_s, u"<b>x</b>"_s, u"good.example\nbad/one"_s, QString(300, u'x')})
        host(text);
    for (const QString& text :
         {u"v1"_s, u"/"_s, u"/a?b"_s, u"/a#b"_s, u"/a b"_s, u"//a"_s, u"https://x/y"_s, u"/good\nbad"_s})
        path(text);
}

void SettingsTest::whatIsWrongIsNotTaken() {
    QFETCH(QString, name);
    QFETCH(QString, text);
    open();
    lines(name)->setPlainText(text);
    QVERIFY(!button(dialog(), u"OK"_s)->isEnabled());
    const QString wrong = text.section(u'\n', -1).left(50);
    QVERIFY2(spoken(dialog()).contains(u'“' + wrong), qPrintable(spoken(dialog())));
    lines(name)->clear();
    QVERIFY(button(dialog(), u"OK"_s)->isEnabled());
    QVERIFY(!spoken(dialog()).contains(u'“'));
}

void SettingsTest::whatIsRightIsTaken_data() {
    QTest::addColumn<QString>("text");
    for (const char* host :
         {"llm.example.com", "localhost", "10.0.0.7", "[::1]", "my_host", "xn--bcher-kva.example"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void SettingsTest::whatIsRightIsTaken() {
    QFETCH(QString, text);
    QCOMPARE(parseHosts(text).value(), QStringList{text});
}

/// The file is read when the program starts.
void SettingsTest::theGuidesTextsComeFromAFile() {
    const QString file = m_folder->write(
        u"guide.json"_s, R"({"codes": {"529": {"meaning": "Busy"}, "530": {"meaning": "x"}}})");
    open();
    QCOMPARE(guideField()->placeholderText(), u"Built in, of "_s + guide::builtInEdition());
    QTest::keyClicks(guideField(), file);
    QVERIFY2(spoken(dialog()).contains(u"no place for these of its texts: codes/530."_s),
             qPrintable(spoken(dialog())));
    press(u"OK"_s);
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"next start"_s));
    QCOMPARE(Preferences::load().guideFile, file);
    open();
    QCOMPARE(guideField()->text(), file);
}

void SettingsTest::aGuideThatIsNoneIsNotTaken() {
    open();
    for (const QString& file : {m_folder->path(u"missing.json"_s), m_folder->write(u"wrong.json"_s, "[]")}) {
        guideField()->setText(file);
        QVERIFY(!button(dialog(), u"OK"_s)->isEnabled());
        QVERIFY2(spoken(dialog()).contains(file), qPrintable(spoken(dialog())));
    }
    guideField()->clear();
    QVERIFY(button(dialog(), u"OK"_s)->isEnabled());
}

void SettingsTest::aCopyOfTheGuideIsSaved() {
    open();
    press(u"Save a Copy…"_s);
    auto* const chooser = dialog()->findChild<SaveDialog*>();
    QVERIFY(chooser);
    const QString file = m_folder->path(u"copy.json"_s);
    Q_EMIT chooser->chosen(file, 0);
    QCOMPARE(guide::GuideFile::read(file).value().edition(), guide::builtInEdition());
    guideField()->setText(file);
    QVERIFY(button(dialog(), u"OK"_s)->isEnabled());
}

void SettingsTest::aCodeHasAColorOfOnesOwn() {
    openLog(mixedMinute());
    const int group = codegroups::indexOf(FailureCode::http(529));
    const QColor standard = theme::groupColor(group, m_window->palette());
    const QColor own(0x12, 0xab, 0x34);
    const auto showsOwn = [&] { // in the legend, the table and the bars
        const QImage picture = m_window->grab().toImage();
        int pixels = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                pixels += picture.pixelColor(x, y) == own ? 1 : 0;
        return pixels > 500;
    };
    QVERIFY(!showsOwn());
    open();
    const auto press = [&](const QString& name) {
        for (QPushButton* each : dialog()->findChildren<QPushButton*>())
            if (each->accessibleName() == name)
                return QTest::mouseClick(each, Qt::LeftButton);
        qFatal("no button %s", qPrintable(name));
    };
    press(u"Change the colour of 529"_s);
    auto* const chooser = dialog()->findChild<QColorDialog*>();
    QVERIFY(chooser);
    QCOMPARE(chooser->currentColor(), standard);
    chooser->setCurrentColor(own);
    chooser->accept();
    QTRY_VERIFY(!dialog()->findChild<QColorDialog*>());
    QVERIFY(button(dialog(), u"OK"_s)->isEnabled());
    QCOMPARE(theme::groupColor(group, m_window->palette()), standard); // not before OK
    QTest::mouseClick(button(dialog(), u"OK"_s), Qt::LeftButton);
    QCOMPARE(theme::groupColor(group, m_window->palette()), own);
    QTRY_VERIFY(showsOwn());
    // It holds for the next start, and can be taken back.
    theme::setCodeColors({});
    m_window->close();
    showWindow();
    QCOMPARE(theme::groupColor(group, m_window->palette()), own);
    open();
    press(u"Standard colour of 529"_s);
    QTest::mouseClick(button(dialog(), u"OK"_s), Qt::LeftButton);
    QCOMPARE(theme::groupColor(group, m_window->palette()), standard);
    QVERIFY(Preferences::load().colors.empty());
}

void SettingsTest::defaultsAreRestored() {
    const QString guide = m_folder->write(u"guide.json"_s, R"({"codes": {"529": {"meaning": "Busy"}}})");
    Preferences{.look = theme::Scheme::Dark,
                .utc = true,
                .failuresMiB = 512,
                .hosts = {u"a"_s},
                .paths = {u"/a"_s},
                .guideFile = guide,
                .colors = {{u"529"_s, QColor(Qt::red)}}}
        .save();
    open();
    lines(u"Additional hosts"_s)->setPlainText(u"no host"_s);
    press(u"Restore Defaults"_s);
    QCOMPARE(Preferences::load().failuresMiB, 512);
    press(u"OK"_s);
    QCOMPARE(Preferences::load(), Preferences());
}

void SettingsTest::settingsWrittenByHandMayBeWrong() {
    QSettings settings;
    settings.setValue(u"window/look"_s, u"plaid"_s);
    settings.setValue(u"window/language"_s, u"tlh"_s);
    settings.setValue(u"memory/failuresMiB"_s, u"much"_s);
    settings.setValue(u"requests/hosts"_s, QStringList{u"https://x"_s});
    settings.setValue(u"requests/paths"_s, QStringList{u"x"_s});
    settings.setValue(u"colors/529"_s, u"plaid"_s);
    QCOMPARE(Preferences::load(), Preferences());
}

void SettingsTest::everyControlIsReachedByTabAndHasAName() {
    open();
    dialog()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    choice(u"Appearance"_s)->setFocus();
    QSet<QWidget*> reached;
    for (int step = 0; step < 20; ++step) {
        reached << QApplication::focusWidget();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(reached.size(), 13); // the tabs, too
    for (const QString& name : {u"Appearance"_s, u"Language"_s, u"Memory for failures"_s,
                                u"Additional hosts"_s, u"Additional paths"_s})
        QVERIFY2(reached.contains(field(name)), qPrintable(name));
    for (const QString& words : {u"OK"_s, u"Cancel"_s, u"Restore Defaults"_s})
        QVERIFY2(reached.contains(button(dialog(), words)), qPrintable(words));
}

void SettingsTest::textsAreMadeLarger() {
    openLog(mixedMinute());
    activateWindow();
    const auto size = [this] { return m_window->font().pointSizeF(); };
    const auto row = [this] { return space().view()->rowHeight(0); };
    const double before = size();
    const int rowBefore = row();
    QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QTRY_COMPARE(size(), before * 1.15);
    for (int step = 0; step < 9; ++step)
        QTest::keyClick(m_window.get(), Qt::Key_Equal, Qt::ControlModifier);
    QTRY_COMPARE(size(), before * 2);
    QVERIFY2(row() > rowBefore * 1.5, "the rows of the table grow with their text");
    // It holds for the next start.
    m_window->close();
    showWindow();
    QTRY_COMPARE(size(), before * 2);
    activateWindow();
    for (int step = 0; step < 9; ++step)
        QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QTRY_COMPARE(size(), before * 0.8);
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(size(), before);
}

/// S17
void SettingsTest::filesOfOursAreMadePrivate() {
#ifdef Q_OS_UNIX
    const LogFolder folder;
    const QString settings = folder.write(u"settings.conf"_s, QByteArray());
    const QString session = folder.write(u"session.json"_s, "{}");
    const QStringList files{settings, session, folder.path(u"not-there"_s)};
    const auto wide = ownerOnly | QFile::ReadGroup | QFile::ReadOther;
    QVERIFY(QFile::setPermissions(settings, ownerOnly) && QFile::setPermissions(session, wide));
    const QString said = keepPrivate(files);
    QVERIFY2(said.contains(u"session.json"_s) && !said.contains(u"settings.conf"_s), qPrintable(said));
    for (const QString& file : {settings, session})
        QVERIFY(!(QFile::permissions(file) & ~(ownerOnly | QFile::ReadUser | QFile::WriteUser)));
    QCOMPARE(keepPrivate(files), QString());
    QVERIFY(!QFile::exists(files.last()));
    // What is written before anything is closed, too, whoever writes it.
    const QString fresh = folder.path(u"new/fresh.conf"_s);
    createPrivate(fresh);
    QSettings writer(fresh, QSettings::IniFormat);
    writer.setValue(u"a"_s, 1);
    writer.sync();
    QVERIFY(QFile(fresh).size() > 0);
    QCOMPARE(keepPrivate({fresh}), QString());
    createPrivate(fresh); // it is there already
    QVERIFY(QFile(fresh).size() > 0);
    // What is written when the window is closed is private from the beginning.
    m_window->close();
    QVERIFY(QFile::exists(QSettings().fileName()));
    QCOMPARE(keepPrivate({QSettings().fileName()}), QString());
#endif
}

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
