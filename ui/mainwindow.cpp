// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "actions.h"
#include "alerts.h"
#include "announcer.h"
#include "chartpanel.h"
#include "clipboard.h"
#include "detailpane.h"
#include "detailtexts.h"
#include "emptystate.h"
#include "eventview.h"
#include "filterbar.h"
#include "headline.h"
#include "keytip.h"
#include "logtext.h"
#include "markpart.h"
#include "monitor/marks.h"
#include "monitor/monitor.h"
#include "preferences.h"
#include "recentfiles.h"
#include "reportsaving.h"
#include "settingsdialog.h"
#include "shortcutsheet.h"
#include "sourcepanel.h"
#include "statusline.h"
#include "theme.h"
#include "ticketdialog.h"
#include "workspace.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QItemSelectionModel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int standardTextSize = 100; // percent of the system's
constexpr std::array textSizes{80, 90, standardTextSize, 115, 130, 150, 175, 200};
constexpr auto textSizeKey = "window/textSize"_L1;

} // namespace

MainWindow::MainWindow(Monitor& monitor, QWidget* parent)
    : QMainWindow(parent)
    , m_monitor(monitor)
    , m_actions(new Actions(*this))
    , m_workspace(new Workspace(monitor, m_filter))
    , m_status(new StatusLine(monitor, *statusBar()))
    , m_alerts(std::make_unique<Alerts>(monitor, *m_workspace, m_filter, *this)) {
    setCentralWidget(m_workspace);
    setAcceptDrops(true);
    setWindowIcon(QIcon(u":/icons/derouter-monitor.svg"_s));
    resize(1280, 800);
    buildToolBar();
    connectCodes();
    connectActions();
    connectFilters();
    connectExports();
    connectLooks();
    connectTextSize();
    connectMarks();
    connectParts();
    tieKeyTips();
    setTextSize(QSettings().value(textSizeKey, standardTextSize).toInt());
    restore();
    showState();
    m_workspace->view()->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildToolBar() {
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({16, 16});
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addActions({m_actions->open, m_actions->follow});
    bar->addSeparator();
    bar->addActions({m_actions->utc, m_actions->copyId});
    m_actions->open->setIconText(tr("Open"));
    m_actions->copyId->setIconText(tr("Copy id"));
}

void MainWindow::connectCodes() {
    for (int group = 0; group < static_cast<int>(m_actions->codeToggles.size()); ++group)
        connect(m_actions->codeToggles[static_cast<std::size_t>(group)], &QAction::triggered, this,
                [this, group] {
                    m_filter.edit([group](ViewState& view) { view.toggleHidden(codeTerm(group)); });
                });
}

/// What buttons do is also a command's, whose key they tell.
void MainWindow::tieKeyTips() {
    const DetailPane& detail = *m_workspace->detail();
    const FilterBar& filters = *m_workspace->filterBar();
    const std::pair<QObject*, const QAction*> ties[] = {
        {detail.copyButton(), m_actions->copyId},
        {detail.ticketButton(), m_actions->ticket},
        {detail.markPart()->markButton(), m_actions->mark},
        {detail.markPart()->noteButton(), m_actions->note},
        {filters.offButton(), m_actions->filtersOff},
        {filters.showAllButton(), m_actions->backToAll},
        {m_workspace->emptyState()->explainButton(), m_actions->explain},
    };
    for (const auto& [button, command] : ties)
        KeyTip::of(*button).setCommand(*command);
}

void MainWindow::connectActions() {
    connect(m_actions->open, &QAction::triggered, this, &MainWindow::chooseFiles);
    connect(m_actions->folder, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(m_actions->command, &QAction::triggered, this, &MainWindow::chooseCommand);
    connect(m_actions->address, &QAction::triggered, this, &MainWindow::chooseAddress);
    connect(m_actions->sample, &QAction::triggered, this, &MainWindow::openSample);
    connect(m_actions->explain, &QAction::triggered, this, [this] { explainError({}); });
    connect(m_actions->paste, &QAction::triggered, this, &MainWindow::paste);
    connect(m_actions->pasteLog, &QAction::triggered, this, &MainWindow::openClipboard);
    connect(m_actions->reload, &QAction::triggered, m_workspace->sourcePanel(), &SourcePanel::reload);
    connect(m_actions->format, &QAction::triggered, this,
            [this] { chooseFormat(m_workspace->sourcePanel()->chosen()); });
    connect(m_actions->zone, &QAction::triggered, this,
            [this] { chooseZone(m_workspace->sourcePanel()->chosen()); });
    connect(m_workspace->sourcePanel(), &SourcePanel::formatRequested, this, &MainWindow::chooseFormat);
    connect(m_workspace->sourcePanel(), &SourcePanel::zoneRequested, this, &MainWindow::chooseZone);
    connect(m_actions->cancel, &QAction::triggered, &m_monitor, &Monitor::cancelAll);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quit);
    connect(m_alerts.get(), &Alerts::quitRequested, this, &MainWindow::quit);
    connect(m_actions->ticket, &QAction::triggered, this, &MainWindow::makeTicket);
    connect(m_actions->follow, &QAction::triggered, this, &MainWindow::toggleFollow);
    connect(m_actions->next, &QAction::triggered, this, [this] { m_workspace->view()->selectNext(1); });
    connect(m_actions->previous, &QAction::triggered, this, [this] { m_workspace->view()->selectNext(-1); });
    connect(m_actions->nextPanel, &QAction::triggered, this, [this] { m_workspace->goToPanel(1); });
    connect(m_actions->previousPanel, &QAction::triggered, this, [this] { m_workspace->goToPanel(-1); });
    connect(m_actions->groups, &QAction::toggled, m_workspace, &Workspace::setGrouping);
    connect(m_actions->utc, &QAction::toggled, this, &MainWindow::setUtc);
    connect(m_actions->sources, &QAction::toggled, m_workspace, &Workspace::setSourcesWanted);
    connect(m_actions->shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::openSettings);
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_actions->recent, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    connect(m_actions->columns, &QMenu::aboutToShow, this, [this] {
        m_actions->columns->clear();
        m_workspace->view()->fillColumnMenu(*m_actions->columns);
    });
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &MainWindow::stepBack);
}

void MainWindow::connectLooks() {
    for (int look = 0; look < theme::schemeCount; ++look)
        connect(m_actions->looks[static_cast<std::size_t>(look)], &QAction::triggered, this,
                [scheme = static_cast<theme::Scheme>(look)] {
                    theme::apply(scheme);
                    Preferences::saveLook(scheme);
                });
}

void MainWindow::connectTextSize() {
    const auto step = [this](QAction* action, auto next) {
        connect(action, &QAction::triggered, this, [this, next] {
            const auto now = std::ranges::lower_bound(textSizes, m_textSize);
            setTextSize(next(now));
            QSettings().setValue(textSizeKey, m_textSize);
            showNote(tr("Text size: %1 %").arg(m_textSize));
        });
    };
    using Size = decltype(textSizes.begin());
    step(m_actions->largerText,
         [](Size now) { return now < textSizes.end() - 1 ? now[1] : textSizes.back(); });
    step(m_actions->smallerText, [](Size now) { return now > textSizes.begin() ? now[-1] : *now; });
    step(m_actions->standardText, [](Size) { return standardTextSize; });
}

/// One that is kept may have been written by hand.
void MainWindow::setTextSize(int percent) {
    const auto known = std::ranges::find(textSizes, percent);
    m_textSize = known == textSizes.end() ? standardTextSize : percent;
    theme::scaleText(m_textSize);
}

void MainWindow::showLook(theme::Scheme scheme) {
    m_actions->looks[static_cast<std::size_t>(scheme)]->setChecked(true);
    theme::apply(scheme);
}

void MainWindow::connectParts() {
    EmptyState* empty = m_workspace->emptyState();
    connect(empty, &EmptyState::openRequested, this, &MainWindow::chooseFiles);
    connect(empty, &EmptyState::formatRequested, m_actions->format, &QAction::trigger);
    connect(empty, &EmptyState::sampleRequested, this, &MainWindow::openSample);
    connect(empty, &EmptyState::explainRequested, m_actions->explain, &QAction::trigger);
    connect(empty, &EmptyState::fileRequested, this,
            [this](const QString& path) { openFiles({path}, true); });
    connect(m_workspace->headline(), &Headline::qualityRequested, m_status, &StatusLine::showAccount);
    connect(m_workspace->view(), &EventView::followStateChanged, this, &MainWindow::showFollow);
    connect(m_workspace->view(), &EventView::currentEventChanged, this, &MainWindow::showState);
    connect(m_workspace->view()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MainWindow::showState);
    connect(m_workspace->detail(), &DetailPane::copyRequestIdRequested, this, &MainWindow::copyRequestIds);
    connect(m_workspace->detail(), &DetailPane::ticketRequested, this, &MainWindow::makeTicket);
    connect(&m_filter, &FilterState::changed, this, &MainWindow::showState);
    connect(&m_monitor, &Monitor::sourceAdded, this, &MainWindow::rememberFollow);
    for (auto signal : {&Monitor::sourceAdded, &Monitor::sourceChanged, &Monitor::sourceRemoved})
        connect(&m_monitor, signal, this, &MainWindow::showState);
    empty->setRecentFiles(recentfiles::load());
    new FailureAnnouncer(m_monitor, *this);
}

SettingsDialog* MainWindow::openSettings() {
    Preferences now = Preferences::load();
    now.utc = m_actions->utc->isChecked();
    auto* dialog = new SettingsDialog(now, m_actions->keyCommands(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { apply(dialog->preferences()); });
    dialog->open();
    return dialog;
}

void MainWindow::apply(const Preferences& chosen) {
    const Preferences before = Preferences::load();
    chosen.save();
    m_actions->setKeys(chosen.keys);
    showLook(chosen.look);
    theme::setCodeColors(chosen.colors);
    m_alerts->apply(chosen.alerts);
    m_actions->utc->setChecked(chosen.utc);
    if (chosen.hosts != before.hosts || chosen.paths != before.paths)
        m_monitor.setOwnRequests(chosen.hosts, chosen.paths);
    if (chosen.failuresMiB != before.failuresMiB)
        showNote(tr("The memory changes with the next start of the program"));
    if (chosen.guideFile != before.guideFile)
        showNote(tr("The guide’s texts change with the next start of the program"));
    if (chosen.language == before.language)
        return;
    if (m_saving)
        connect(m_saving, &ReportSaving::ended, this, &MainWindow::languageChosen, Qt::UniqueConnection);
    else
        Q_EMIT languageChosen();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_quitting && m_alerts->goesOnInTray() && !qApp->isSavingSession()) {
        save();
        event->ignore();
        hide();
    } else if (m_saving) {
        askBeforeClosing();
        event->ignore();
    } else {
        save();
        QMainWindow::closeEvent(event);
    }
}

/// Also where closing the window would not.
void MainWindow::quit() {
    const bool wasInTray = !isVisible();
    m_quitting = true;
    m_quitting = close();
    if (m_quitting && wasInTray) // where Qt does not take it for the last one that is closed
        QCoreApplication::quit();
}

void MainWindow::showNote(const QString& sentence) {
    constexpr int noteTime = 15000;
    if (!sentence.isEmpty())
        statusBar()->showMessage(sentence, noteTime);
}

void MainWindow::makeTicket() {
    const std::vector<EventStore::Row> rows = m_workspace->view()->selectedEvents();
    if (rows.empty())
        return;
    auto* dialog =
        new TicketDialog(m_monitor.events(), rows, m_filter.filter().calls, &m_monitor.marks(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::stepBack() {
    if (searchField().hasFocus())
        m_workspace->goToTable();
    else
        m_filter.undo();
}

/// While it is paused the button resumes; else it switches following on and off.
void MainWindow::showFollow() {
    const EventView* view = m_workspace->view();
    const auto& sources = m_monitor.sources();
    const bool isAny = std::ranges::any_of(sources, [](const auto& source) { return source.spec.follow; });
    const auto isThere = [](const SourceInfo& source) {
        return source.isLive() && (source.state != SourceState::Waiting || source.error.isEmpty());
    };
    using enum Actions::Following;
    m_actions->showFollow(isAny && !m_workspace->hasFollowedSource()        ? Ended
                          : isAny && std::ranges::none_of(sources, isThere) ? Missing
                          : view->isFollowing() && view->isPaused()         ? Paused
                                                                            : On);
    m_actions->follow->setEnabled(m_monitor.sources().empty() || m_workspace->hasFollowedSource());
}

void MainWindow::setUtc(bool on) {
    m_actions->utc->setIconText(on ? tr("UTC") : tr("Local"));
    m_workspace->setTimeZone(on ? QTimeZone::utc() : QTimeZone::systemTimeZone());
}

void MainWindow::showState() {
    const bool any = !m_monitor.sources().empty();
    for (QAction* action :
         {m_actions->copyId, m_actions->copyRows, m_actions->copyMarkdown, m_actions->copyJson,
          m_actions->copyRecords, m_actions->ticket, m_actions->mark, m_actions->note})
        action->setEnabled(m_workspace->view()->selectionModel()->hasSelection());
    m_actions->calls->setChecked(m_filter.filter().calls);
    m_actions->undo->setEnabled(m_filter.canUndo());
    m_actions->redo->setEnabled(m_filter.canRedo());
    m_actions->backToAll->setEnabled(m_filter.view() != ViewState());
    m_actions->filtersOff->setEnabled(m_filter.view().isFiltered());
    m_actions->filtersOff->setChecked(m_filter.view().off);
    m_actions->saveReport->setEnabled(any && !m_saving);
    m_actions->chart->setEnabled(!m_monitor.events().isEmpty());
    m_actions->saveSlice->setEnabled(!m_workspace->model().visible().empty());
    m_actions->saveEverything->setEnabled(any && isFiltered() && !m_saving);
    m_actions->saveFilters->setEnabled(!m_filter.view().terms.empty());
    m_actions->reload->setEnabled(any);
    m_actions->format->setEnabled(any);
    m_actions->zone->setEnabled(any);
    showFollow();
    m_actions->cancel->setEnabled(m_monitor.isBusy());
    constexpr std::size_t mostNamed = 3;
    QStringList names;
    for (const SourceInfo& source : m_monitor.sources() | std::views::take(mostNamed))
        names << redactedLine(source.name.toStdString());
    if (m_monitor.sources().size() > mostNamed)
        names << QStringLiteral("…");
    const QString program = tr("DeRouter Error Monitor");
    setWindowTitle(
        any ? tr("%1 – %2", "open logs and the program").arg(names.join(QLatin1String(", ")), program)
            : program);
}

void MainWindow::showShortcuts() {
    auto* sheet = new ShortcutSheet(m_actions->shortcutLines(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ShortcutSheet::changeRequested, this, [this] { openSettings()->showKeys(); });
    sheet->open();
}

void MainWindow::showAbout() {
    QMessageBox box(QMessageBox::NoIcon, tr("About DeRouter Error Monitor"),
                    tr("DeRouter Error Monitor %1").arg(QStringLiteral(DEROUTER_VERSION)), QMessageBox::Close,
                    this);
    box.setTextFormat(Qt::PlainText);
    box.setIconPixmap(windowIcon().pixmap(64, 64));
    box.setInformativeText(
        tr("Edition of the error guide: %1", "a date, or how a file calls it").arg(detailtexts::edition()) +
        u"\n\n"_s +
        tr("Reads logs and explains the DeRouter errors in them. Nothing leaves this computer.\n\n"
           "Free software under the GNU General Public License, version 3 or later "
           "(GPL-3.0-or-later). It uses Qt Charts, which is under version 3 alone: the program as a "
           "whole is under GPL-3.0. There is no warranty."));
    box.exec();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    theme::keepReadable();
    m_actions->recolor();
}

} // namespace derouter
