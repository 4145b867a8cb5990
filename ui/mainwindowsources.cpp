// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "actions.h"
#include "addressdialog.h"
#include "commanddialog.h"
#include "emptystate.h"
#include "eventview.h"
#include "explaindialog.h"
#include "followmemory.h"
#include "formatdialog.h"
#include "logtext.h"
#include "monitor/monitor.h"
#include "recentfiles.h"
#include "source/rotatedset.h"
#include "workspace.h"
#include "zonedialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>

// What is opened, and how it is read.

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

QStringList localFiles(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace

void MainWindow::openFiles(const QStringList& paths, bool follow) {
    QStringList files;
    for (const QString& path : paths) {
        if (QFileInfo(path).isDir())
            openSpec({.kind = SourceSpec::Kind::Folder,
                      .path = path,
                      .follow = true,
                      .format = {},
                      .timeZone = {}});
        else
            files << path;
    }
    for (QStringList& log : groupedByLog(files)) {
        SourceSpec spec;
        spec.path = log.takeLast();
        spec.older = log;
        spec.follow = follow && !spec.path.startsWith(QLatin1String(":/"));
        openSpec(spec);
    }
}

void MainWindow::openSpec(const SourceSpec& spec) {
    const SourceInfo* const known = m_monitor.source(m_monitor.find(spec).value_or(-1));
    if (known && known->spec.path != spec.path)
        statusBar()->showMessage(
            tr("%1 is already open as %2").arg(inert(spec.path), inert(known->spec.path)), messageTime);
    m_monitor.addSource(spec);
    recentfiles::add(spec.path);
    m_workspace->emptyState()->setRecentFiles(recentfiles::load());
}

void MainWindow::takeOver(const std::vector<SourceSpec>& sources) {
    for (const SourceSpec& spec : sources)
        openSpec(spec);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::openSample() {
    openFiles({u":/sample/derouter-sample.log"_s}, false);
}

/// Says so when there is none.
QString MainWindow::clipboardText() {
    const QString text = QGuiApplication::clipboard()->text();
    if (!text.trimmed().isEmpty())
        return text;
    statusBar()->showMessage(tr("There is no text in the clipboard"), messageTime);
    return {};
}

/// A text field in focus takes the keys for itself.
void MainWindow::paste() {
    const QString text = clipboardText();
    if (text.isEmpty())
        return;
    if (ExplainDialog::isOneError(text))
        explainError(text);
    else
        openText(text.toUtf8());
}

void MainWindow::openClipboard() {
    if (const QString text = clipboardText(); !text.isEmpty())
        openText(text.toUtf8());
}

void MainWindow::openText(const QByteArray& text) {
    const SourceSpec spec{
        .kind = SourceSpec::Kind::Text, .path = {}, .text = text, .format = {}, .timeZone = {}};
    if (m_monitor.find(spec))
        statusBar()->showMessage(tr("This text is open already"), messageTime);
    openSpec(spec);
}

void MainWindow::explainError(const QString& pasted) {
    auto* dialog = new ExplainDialog(pasted, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExplainDialog::logRequested, this, &MainWindow::openText);
    dialog->open();
}

void MainWindow::chooseFiles() {
    const QStringList known = recentfiles::load();
    const QString folder = known.isEmpty() ? QString() : QFileInfo(known.first()).path();
    openFiles(QFileDialog::getOpenFileNames(this, tr("Open Logs"), folder), true);
}

void MainWindow::chooseFolder() {
    const QStringList known = recentfiles::load();
    const QString near = known.isEmpty() ? QString() : QFileInfo(known.first()).path();
    if (const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a Folder of Logs"), near);
        !folder.isEmpty())
        openFiles({folder}, true);
}

void MainWindow::chooseCommand() {
    auto* dialog = new CommandDialog(m_monitor, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::chooseAddress() {
    auto* dialog = new AddressDialog(m_monitor, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::chooseFormat(SourceId id) {
    if (!isOpen(id))
        return;
    auto* dialog = new FormatDialog(m_monitor, id, m_workspace->timeDisplay(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::chooseZone(SourceId id) {
    if (!isOpen(id))
        return;
    auto* dialog = new ZoneDialog(m_monitor, id, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// Tells the user when no source is chosen. A folder is none: its logs are read as they are.
bool MainWindow::isOpen(SourceId id) {
    const SourceInfo* const source = m_monitor.source(id);
    const bool open = source && source->spec.kind != SourceSpec::Kind::Folder;
    if (!open)
        statusBar()->showMessage(tr("Choose a source first: its row in the list of sources"), messageTime);
    return open;
}

void MainWindow::fillRecent() {
    m_actions->recent->clear();
    for (const QString& path : recentfiles::load())
        m_actions->recent->addAction(labelText(inert(path)), this, [this, path] { openFiles({path}, true); });
    if (m_actions->recent->isEmpty())
        m_actions->recent->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    openFiles(localFiles(event->mimeData()), true);
    event->acceptProposedAction();
}

void MainWindow::toggleFollow() {
    EventView* view = m_workspace->view();
    if (view->isFollowing() && view->isPaused()) {
        m_actions->follow->setChecked(true);
        view->resume();
    } else {
        const bool on = m_actions->follow->isChecked();
        m_workspace->setFollowWanted(on);
        QStringList followed;
        for (const SourceInfo& source : m_monitor.sources())
            if (source.spec.kind == SourceSpec::Kind::File && source.spec.follow)
                followed << source.spec.path;
        followmemory::keep(followed, !on);
    }
}

/// The log that a window begins with is followed, or not, as it was the last time.
void MainWindow::rememberFollow(SourceId id) {
    const SourceInfo* const source = m_monitor.source(id);
    if (!source || m_monitor.sources().size() > 1 || source->spec.kind != SourceSpec::Kind::File)
        return;
    const bool on = !followmemory::isOff(source->spec.path);
    m_actions->follow->setChecked(on);
    m_workspace->setFollowWanted(on);
}

} // namespace derouter
