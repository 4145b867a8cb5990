// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A command as a source: typed, shown as what it is, followed.

#include "actions.h"
#include "commanddialog.h"
#include "models/sourcemodel.h"
#include "monitor/monitor.h"
#include "windowtest.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>

#include <memory>

using namespace derouter;

class CommandDialogTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsEachArgumentInALine_data();
    void showsEachArgumentInALine();
    void saysWhatCannotBeRun();
    void runsNothingBeforeItIsTold();
    void followsTheCommand();
    void showsWhyTheCommandEnded();

private:
    QString stub(const QByteArray& script);
    void type(const QString& line);
    QStringList preview() const;
    QString verdict() const;
    QPushButton* followButton() const;

    CommandDialog* m_dialog = nullptr;
};

void CommandDialogTest::initTestCase() {
    nameProgram(u"tst_commanddialog"_s);
}

void CommandDialogTest::init() {
    openWindow();
    m_window->actions().command->trigger();
    m_dialog = m_window->findChild<CommandDialog*>();
    QVERIFY(m_dialog);
}

void CommandDialogTest::cleanup() {
    closeWindow();
}

QString CommandDialogTest::stub(const QByteArray& script) {
    const QString path = m_folder->write(u"tool"_s, "#!/bin/sh\nhere=${0%/*}\n" + script);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

void CommandDialogTest::type(const QString& line) {
    auto* edit = m_dialog->findChild<QLineEdit*>();
    QTRY_VERIFY_WITH_TIMEOUT(edit->hasFocus(), patience);
    edit->clear();
    QTest::keyClicks(edit, line);
}

QStringList CommandDialogTest::preview() const {
    const auto* list = m_dialog->findChild<QListWidget*>();
    QStringList words;
    for (int row = 0; row < list->count(); ++row)
        words << list->item(row)->text();
    return words;
}

QString CommandDialogTest::verdict() const {
    return m_dialog->findChildren<QLabel*>().last()->text();
}

QPushButton* CommandDialogTest::followButton() const {
    for (QPushButton* each : m_dialog->findChildren<QPushButton*>())
        if (each->text().remove(u'&') == "Follow"_L1)
            return each;
    return nullptr;
}

void CommandDialogTest::showsEachArgumentInALine_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("noted");
    QTest::newRow("words") << u"sh logs -f api"_s << QStringList{u"sh"_s, u"logs"_s, u"-f"_s, u"api"_s}
                           << false;
    QTest::newRow("quoted") << uR"(cat "a b")"_s << QStringList{u"cat"_s, u"a b"_s} << false;
    QTest::newRow("B46 semicolon") << u"cat log ; rm log"_s
                                   << QStringList{u"cat"_s, u"log"_s, u";"_s, u"rm"_s, u"log"_s} << true;
    QTest::newRow("B46 substitution") << u"cat $(id)"_s << QStringList{u"cat"_s, u"$(id)"_s} << true;
    QTest::newRow("B46 markup") << u"cat <b>x</b>"_s << QStringList{u"cat"_s, u"<b>x</b>"_s} << false;
}

void CommandDialogTest::showsEachArgumentInALine() {
    QFETCH(QString, line);
    QFETCH(QStringList, words);
    QFETCH(bool, noted);
    type(line);
    QCOMPARE(preview(), words);
    QVERIFY2(verdict().contains(u"No shell is used"_s) == noted, qPrintable(verdict()));
    QVERIFY2(noted || verdict().endsWith(u" will be run."_s), qPrintable(verdict()));
    QVERIFY(followButton()->isEnabled());
}

void CommandDialogTest::saysWhatCannotBeRun() {
    QVERIFY(!followButton()->isEnabled());
    QCOMPARE(verdict(), QString());
    type(u"no-such-tool -f"_s);
    QCOMPARE(verdict(), u"There is no program no-such-tool in PATH."_s);
    QVERIFY(!followButton()->isEnabled());
    QTest::keyClick(m_dialog->findChild<QLineEdit*>(), Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(m_monitor->sources().empty());
}

void CommandDialogTest::runsNothingBeforeItIsTold() {
    type(stub("touch $here/marker"));
    QVERIFY(followButton()->isEnabled());
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(m_monitor->sources().empty());
    QVERIFY(!QFile::exists(m_folder->path(u"marker"_s)));
}

void CommandDialogTest::followsTheCommand() {
    m_folder->write(u"log"_s, mixedMinute());
    const QString tool = stub("cat $here/log; exec sleep 100");
    type(tool + u" logs -f \"my api\""_s);
    QTest::mouseClick(followButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->events().size(), std::size_t(4), patience);
    const SourceInfo& source = m_monitor->sources().front();
    QCOMPARE(source.spec.kind, SourceSpec::Kind::Command);
    QCOMPARE(source.spec.command, (QStringList{tool, u"logs"_s, u"-f"_s, u"my api"_s}));
    QVERIFY(source.spec.follow);
    QTRY_COMPARE_WITH_TIMEOUT(source.state, SourceState::Following, patience);
    const SourceModel model(*m_monitor);
    QCOMPARE(model.index(0, SourceModel::Name).data().toString(), u"tool logs my api"_s);
    QVERIFY(model.index(0, SourceModel::Name).data(Qt::ToolTipRole).toString().contains(u"logs -f my api"_s));
    QCOMPARE(model.index(0, SourceModel::State).data().toString(), u"Following"_s);
}

void CommandDialogTest::showsWhyTheCommandEnded() {
    type(stub("echo 'no such container' >&2; exit 3"));
    QTest::mouseClick(followButton(), Qt::LeftButton);
    const SourceModel model(*m_monitor);
    QTRY_COMPARE_WITH_TIMEOUT(model.index(0, SourceModel::State).data().toString(),
                              u"Cannot be read now: tool ended with exit code 3: no such container"_s,
                              patience);
}

QTEST_MAIN(CommandDialogTest)
#include "tst_commanddialog.moc"
