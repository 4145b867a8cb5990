// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be opened as a log in the window: the clipboard, folders, and a file only once.

#include "actions.h"
#include "emptystate.h"
#include "filtercontrols.h"
#include "logfixture.h"
#include "mainwindow.h"
#include "sourcepanel.h"
#include "workspace.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>

using namespace derouter;

class OpenLogsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void theClipboardIsReadAsALog_data();
    void theClipboardIsReadAsALog();
    void aTextFieldTakesWhatIsPasted();
    void anEmptyClipboardSaysSo_data();
    void anEmptyClipboardSaysSo();
    void theSameTextIsOpenedOnce();
    void aDroppedFolderIsWatched();
    void anEmptyFolderSaysSo();
    void aFileOfAnotherNameIsOpenAlready();
    void theTitleNamesAFewOfManyLogs();
    void aFolderHasNoFormatOfItsOwn();

private:
    QTemporaryDir m_settings;
};

namespace {

const QString failure = QString::fromUtf8(Logged{.id = requestId(1)}.line());

void drop(MainWindow& window, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
}

} // namespace

void OpenLogsTest::initTestCase() {
    QCoreApplication::setOrganizationName(u"derouter-test"_s);
    QCoreApplication::setApplicationName(u"tst_openlogs"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void OpenLogsTest::init() {
    QSettings().clear();
}

void OpenLogsTest::theClipboardIsReadAsALog_data() {
    QTest::addColumn<bool>("byKeys");
    QTest::newRow("by keys") << true;
    QTest::newRow("by the menu") << false;
}

void OpenLogsTest::theClipboardIsReadAsALog() {
    QFETCH(bool, byKeys);
    Monitor monitor;
    MainWindow window(monitor);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QApplication::clipboard()->setText(failure);
    if (byKeys)
        QTest::keySequence(&window, QKeySequence::Paste);
    else
        window.actions().paste->trigger();
    QTRY_COMPARE(monitor.totals().failures, 1u);
    QCOMPARE(monitor.sources().size(), 1u);
    QCOMPARE(monitor.sources().front().name, u"pasted text"_s);
    QVERIFY2(window.windowTitle().startsWith(u"pasted text"_s), qPrintable(window.windowTitle()));
    QVERIFY(window.actions().shortcutList().contains(u"Paste as a Log"_s));
}

void OpenLogsTest::aTextFieldTakesWhatIsPasted() {
    Monitor monitor;
    MainWindow window(monitor);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QApplication::clipboard()->setText(u"overloaded"_s);
    window.searchField().setFocus();
    QTest::keySequence(&window.searchField(), QKeySequence::Paste);
    QCOMPARE(window.searchField().text(), u"overloaded"_s);
    QCOMPARE(monitor.sources().size(), 0u);
}

void OpenLogsTest::anEmptyClipboardSaysSo_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u" \n\t\n"_s;
}

void OpenLogsTest::anEmptyClipboardSaysSo() {
    QFETCH(QString, text);
    Monitor monitor;
    MainWindow window(monitor);
    if (text.isEmpty())
        QApplication::clipboard()->clear();
    else
        QApplication::clipboard()->setText(text);
    window.actions().paste->trigger();
    QCOMPARE(monitor.sources().size(), 0u);
    QCOMPARE(window.statusBar()->currentMessage(), u"There is no text in the clipboard"_s);
}

void OpenLogsTest::theSameTextIsOpenedOnce() {
    Monitor monitor;
    MainWindow window(monitor);
    QApplication::clipboard()->setText(failure);
    window.actions().paste->trigger();
    QVERIFY(window.statusBar()->currentMessage().isEmpty());
    window.actions().paste->trigger();
    QCOMPARE(monitor.sources().size(), 1u);
    QCOMPARE(window.statusBar()->currentMessage(), u"This text is open already"_s);
    QApplication::clipboard()->setText(failure + failure);
    window.actions().paste->trigger();
    QCOMPARE(monitor.sources().size(), 2u);
}

void OpenLogsTest::aDroppedFolderIsWatched() {
    const LogFolder folder;
    Monitor monitor;
    MainWindow window(monitor);
    drop(window, folder.path({}));
    QCOMPARE(monitor.sources().size(), 1u);
    folder.write(u"a.log"_s, QList<Logged>{{.id = requestId(1)}});
    QTRY_COMPARE(monitor.totals().failures, 1u);
    folder.write(u"b.log"_s, QList<Logged>{{.id = requestId(2)}});
    QTRY_COMPARE(monitor.totals().failures, 2u);
    drop(window, folder.path({}));
    QCOMPARE(monitor.sources().size(), 3u);
}

void OpenLogsTest::anEmptyFolderSaysSo() {
    const LogFolder folder;
    Monitor monitor;
    MainWindow window(monitor);
    window.show();
    window.openFiles({folder.path({})}, true);
    const EmptyState* empty = window.workspace().emptyState();
    QTRY_VERIFY2(empty->text().contains(u"There are no logs in "_s), qPrintable(empty->text()));
    QVERIFY(window.workspace().isEmptyStateShown());
}

/// F19
void OpenLogsTest::aFileOfAnotherNameIsOpenAlready() {
    const LogFolder folder;
    const QString path = folder.write(u"a.log"_s, QList<Logged>{{.id = requestId(1)}});
    const QString link = folder.path(u"link.log"_s);
    QVERIFY(QFile::link(path, link));
    Monitor monitor;
    MainWindow window(monitor);
    window.openFiles({path}, true);
    window.openFiles({link}, true);
    QCOMPARE(monitor.sources().size(), 1u);
    QCOMPARE(window.statusBar()->currentMessage(), u"%1 is already open as %2"_s.arg(link, path));
}

void OpenLogsTest::theTitleNamesAFewOfManyLogs() {
    const LogFolder folder;
    Monitor monitor;
    MainWindow window(monitor);
    for (int i = 0; i < 5; ++i)
        window.openFiles({folder.write(u"%1.log"_s.arg(i), QByteArray("x\n"))}, false);
    QTRY_VERIFY2(window.windowTitle().startsWith(u"0.log, 1.log, 2.log, …"_s),
                 qPrintable(window.windowTitle()));
}

void OpenLogsTest::aFolderHasNoFormatOfItsOwn() {
    const LogFolder folder;
    Monitor monitor;
    MainWindow window(monitor);
    window.openFiles({folder.path({})}, true);
    window.actions().format->trigger();
    QVERIFY(window.statusBar()->currentMessage().startsWith(u"Choose a source first"_s));
    QVERIFY(!window.findChild<QDialog*>());
}

QTEST_MAIN(OpenLogsTest)
#include "tst_openlogs.moc"
