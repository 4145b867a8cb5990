// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be opened as a log in the window: folders, and a file only once.

#include "actions.h"
#include "emptystate.h"
#include "logfixture.h"
#include "mainwindow.h"
#include "sourcepanel.h"
#include "workspace.h"

#include <QAction>
#include <QApplication>
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

    void aDroppedFolderIsWatched();
    void anEmptyFolderSaysSo();
    void aFileOfAnotherNameIsOpenAlready();
    void theTitleNamesAFewOfManyLogs();
    void aFolderHasNoFormatOfItsOwn();

private:
    QTemporaryDir m_settings;
};

namespace {

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
