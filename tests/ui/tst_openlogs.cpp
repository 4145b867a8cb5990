// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be opened as a log in the window: the clipboard, folders, and a file only once.

#include "actions.h"
#include "emptystate.h"
#include "filterbar.h"
#include "logfixture.h"
#include "mainwindow.h"
#include "rotatedoffer.h"
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
#include <QToolButton>

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
    void rotatedFilesAreOffered();
    void rotatedFilesOfSeveralLogsAreOfferedTogether();
    void whatIsReadOrRefusedIsNotOffered_data();
    void whatIsReadOrRefusedIsNotOffered();
    void anOfferEndsWithItsLog();

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
        QTest::keyClick(&window, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    else
        window.actions().pasteLog->trigger();
    QTRY_COMPARE(monitor.totals().failures, 1u);
    QCOMPARE(monitor.sources().size(), 1u);
    QCOMPARE(monitor.sources().front().name, u"pasted text"_s);
    QVERIFY2(window.windowTitle().startsWith(u"pasted text"_s), qPrintable(window.windowTitle()));
    QVERIFY(std::ranges::any_of(window.actions().shortcutLines(),
                                [](const auto& line) { return line.second == u"Paste as a Log"_s; }));
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
    window.actions().pasteLog->trigger();
    QVERIFY(window.statusBar()->currentMessage().isEmpty());
    window.actions().pasteLog->trigger();
    QCOMPARE(monitor.sources().size(), 1u);
    QCOMPARE(window.statusBar()->currentMessage(), u"This text is open already"_s);
    QApplication::clipboard()->setText(failure + failure);
    window.actions().pasteLog->trigger();
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

namespace {

/// A log and two files that were rotated away, each with one failure.
QString writeRotated(const LogFolder& folder, const QString& name) {
    folder.write(name + u".2"_s, QList<Logged>{{.second = 1, .status = 503, .id = requestId(1)}});
    folder.write(name + u".1"_s, QList<Logged>{{.second = 2, .status = 500, .id = requestId(2)}});
    return folder.write(name, QList<Logged>{{.second = 3, .id = requestId(3)}});
}

} // namespace

void OpenLogsTest::rotatedFilesAreOffered() {
    const LogFolder folder;
    Monitor monitor;
    MainWindow window(monitor);
    window.show();
    RotatedOffer& offer = *window.workspace().rotatedOffer();
    QVERIFY(!offer.isVisible());
    window.openFiles({writeRotated(folder, u"app.log"_s)}, true);
    QTRY_VERIFY(offer.isVisible());
    QVERIFY2(offer.text().startsWith(u"app.log has 2 rotated "_s), qPrintable(offer.text()));
    QTRY_COMPARE(monitor.totals().failures, 1u);
    offer.acceptButton()->click();
    QVERIFY(!offer.isVisible());
    QTRY_COMPARE(monitor.totals().failures, 3u);
    QCOMPARE(monitor.sources().size(), 1u);
    QCOMPARE(monitor.sources().front().spec.older.size(), 2);
    monitor.reload(monitor.sources().front().id);
    QTRY_COMPARE(monitor.totals().failures, 3u);
    QVERIFY(monitor.find({.path = folder.path(u"app.log.1"_s), .format = {}, .timeZone = {}}));
}

void OpenLogsTest::rotatedFilesOfSeveralLogsAreOfferedTogether() {
    const LogFolder folder;
    Monitor monitor;
    MainWindow window(monitor);
    window.show();
    const RotatedOffer& offer = *window.workspace().rotatedOffer();
    window.openFiles({writeRotated(folder, u"a.log"_s), writeRotated(folder, u"b.log"_s)}, true);
    QTRY_VERIFY(offer.isVisible());
    QVERIFY2(offer.text().startsWith(u"The open logs have 4 rotated "_s), qPrintable(offer.text()));
    offer.acceptButton()->click();
    QTRY_COMPARE(monitor.events().size(), 3u); // both hold the same requests
    QTRY_COMPARE(monitor.totals().sightings, 6u);
}

void OpenLogsTest::whatIsReadOrRefusedIsNotOffered_data() {
    QTest::addColumn<QStringList>("opened");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("the log alone") << QStringList{u"app.log"_s} << true;
    QTest::newRow("the log and one of two") << QStringList{u"app.log.1"_s, u"app.log"_s} << true;
    QTest::newRow("the whole set") << QStringList{u"app.log.2"_s, u"app.log.1"_s, u"app.log"_s} << false;
    QTest::newRow("a rotated file") << QStringList{u"app.log.1"_s} << false;
    QTest::newRow("a log without any") << QStringList{u"other.log"_s} << false;
}

void OpenLogsTest::whatIsReadOrRefusedIsNotOffered() {
    QFETCH(QStringList, opened);
    QFETCH(bool, isOffered);
    const LogFolder folder;
    writeRotated(folder, u"app.log"_s);
    folder.write(u"other.log"_s, QList<Logged>{{.id = requestId(4)}});
    QStringList paths;
    for (const QString& name : opened)
        paths << folder.path(name);
    Monitor monitor;
    MainWindow window(monitor);
    window.show();
    RotatedOffer& offer = *window.workspace().rotatedOffer();
    window.openFiles(paths, true);
    QTRY_VERIFY(monitor.totals().failures > 0); // after the offer, which does not wait for anything
    QCOMPARE(offer.isVisible(), isOffered);
    offer.declineButton()->click();
    QVERIFY(!offer.isVisible());
    monitor.reload(monitor.sources().front().id);
    QTRY_VERIFY(!monitor.isBusy());
    QVERIFY(!offer.isVisible());
}

void OpenLogsTest::anOfferEndsWithItsLog() {
    const LogFolder folder;
    Monitor monitor;
    MainWindow window(monitor);
    window.show();
    const RotatedOffer& offer = *window.workspace().rotatedOffer();
    window.openFiles({writeRotated(folder, u"app.log"_s)}, true);
    QTRY_VERIFY(offer.isVisible());
    monitor.removeSource(monitor.sources().front().id);
    QVERIFY(!offer.isVisible());
}

QTEST_MAIN(OpenLogsTest)
#include "tst_openlogs.moc"
