// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions.h"

#include "dialogparts.h"

#include "theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr const char* iconName = "iconName";

} // namespace

Actions::Actions(QMainWindow& window)
    : QObject(&window)
    , m_window(window) {
    open = add(tr("&Open…"), u"open"_s);
    folder = add(tr("Open a &Folder…"));
    command = add(tr("Follow a Co&mmand…"));
    address = add(tr("Open an &Address…"));
    sample = add(tr("&Try the Sample Log"));
    explain = add(tr("&Explain an Error…"));
    paste = add(tr("&Paste"));
    pasteLog = add(tr("Paste as a Lo&g"));
    reload = add(tr("&Reload"), u"reload"_s);
    format = add(tr("&Log Format…"));
    zone = add(tr("Time &Zone…"));
    cancel = add(tr("&Stop Reading"), u"cancel"_s);
    saveReport = add(tr("Sa&ve a Report…"));
    saveEverything = add(tr("Save a Report on Ever&ything…"));
    copyPicture = add(tr("Copy as a &Picture"));
    copySvg = add(tr("Copy as S&VG"));
    copyFigures = add(tr("Copy &Figures as CSV"));
    saveChart = add(tr("&Save the Chart…"));
    settings = add(tr("&Settings…"));
    quit = add(tr("&Quit"));
    copyId = add(tr("Copy Request-&id"), u"copy"_s);
    copyRows = add(tr("&Copy Rows"));
    ticket = add(tr("Support Tic&ket…"));
    mark = add(tr("&Mark or Unmark"), u"mark"_s);
    note = add(tr("&Note…"));
    find = add(tr("&Find"), u"search"_s);
    follow = add(tr("&Follow"), u"follow"_s);
    next = add(tr("&Next Failure"), u"next"_s);
    previous = add(tr("&Previous Failure"), u"previous"_s);
    nextMark = add(tr("Next Mar&k"));
    previousMark = add(tr("Previous Ma&rk"));
    undo = add(tr("One Step &Back"));
    redo = add(tr("One Step &Forward"));
    filtersOff = add(tr("Filters &Off for Now"));
    saveFilters = add(tr("&Save Filters…"));
    backToAll = add(tr("Back to &All"), u"all"_s);
    calls = add(tr("One Row per &Call"));
    groups = add(tr("&Group Repeats"));
    utc = add(tr("Times in &UTC"), u"clock"_s);
    sources = add(tr("&Sources"), u"sources"_s);
    looks = {add(tr("As the S&ystem")), add(tr("&Light")), add(tr("&Dark")), add(tr("&High Contrast"))};
    shortcuts = add(tr("&Keyboard Shortcuts"));
    about = add(tr("&About DeRouter Error Monitor"));
    for (QAction* action : {follow, calls, groups, filtersOff, utc, sources})
        action->setCheckable(true);
    auto* oneLook = new QActionGroup(this);
    for (QAction* action : looks) {
        action->setCheckable(true);
        oneLook->addAction(action);
    }
    follow->setToolTip(tr("Keep the newest failure in view (F)"));
    calls->setToolTip(tr("Show each call once, by its last failed attempt (C)"));
    groups->setToolTip(tr("Show failures that differ in numbers and ids at most in one row (G)"));
    utc->setToolTip(tr("Show times in UTC or in the zone of this computer (U)"));
    saveReport->setToolTip(tr("On the failures that the window shows"));
    saveEverything->setToolTip(tr("On all failures, those that the filter hides too"));
    paste->setToolTip(tr("A single error is explained, a longer text is read as a log"));
    backToAll->setToolTip(tr("Remove every filter and show the whole time (Alt+Home)"));
    setShortcuts();
    fillMenus();
    recolor();
}

QAction* Actions::add(const QString& text, const QString& icon) {
    auto* action = new QAction(text, this);
    action->setProperty(iconName, icon);
    action->setIconText(plainName(text));
    action->setToolTip(plainName(text));
    m_window.addAction(action);
    return action;
}

void Actions::setShortcuts() {
    open->setShortcut(QKeySequence::Open);
    command->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    explain->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    address->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    paste->setShortcut(QKeySequence::Paste);
    pasteLog->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    reload->setShortcut(Qt::Key_F5);
    format->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    saveReport->setShortcut(QKeySequence::Save);
    settings->setShortcuts(QKeySequence::keyBindings(QKeySequence::Preferences) +
                           QList{QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    settings->setMenuRole(QAction::PreferencesRole);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    copyId->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    ticket->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    find->setShortcut(QKeySequence::Find);
    follow->setShortcut(Qt::Key_F);
    next->setShortcut(Qt::Key_F8);
    previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F8));
    mark->setShortcut(Qt::Key_M);
    note->setShortcut(Qt::Key_N);
    // A bracket takes two keys on many keyboards.
    nextMark->setShortcuts({QKeySequence(Qt::Key_BracketRight), QKeySequence(Qt::Key_F2)});
    previousMark->setShortcuts({QKeySequence(Qt::Key_BracketLeft), QKeySequence(Qt::SHIFT | Qt::Key_F2)});
    undo->setShortcuts({QKeySequence(QKeySequence::Undo), QKeySequence(Qt::ALT | Qt::Key_Left)});
    redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::ALT | Qt::Key_Right)});
    filtersOff->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    backToAll->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Home));
    calls->setShortcut(Qt::Key_C);
    groups->setShortcut(Qt::Key_G);
    utc->setShortcut(Qt::Key_U);
    sources->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    shortcuts->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
}

void Actions::fillMenus() {
    QMenuBar* bar = m_window.menuBar();
    QMenu* file = bar->addMenu(tr("&File"));
    file->addActions({open, folder, command, address});
    recent = file->addMenu(tr("Open &Recent"));
    file->addActions({explain, sample});
    file->addSeparator();
    file->addActions({reload, format, zone, cancel});
    file->addSeparator();
    file->addActions({saveReport, saveEverything, ticket});
    chart = file->addMenu(tr("C&hart"));
    chart->addActions({copyPicture, copySvg, copyFigures, saveChart});
    file->addSeparator();
    file->addAction(quit);

    QMenu* edit = bar->addMenu(tr("&Edit"));
    edit->addActions({copyRows, copyId});
    edit->addSeparator();
    edit->addActions({mark, note});
    edit->addSeparator();
    edit->addActions({paste, pasteLog});
    edit->addSeparator();
    edit->addAction(settings);

    QMenu* view = bar->addMenu(tr("&View"));
    view->addActions({follow, next, previous, nextMark, previousMark});
    view->addSeparator();
    view->addActions({calls, groups, utc, sources});
    columns = view->addMenu(tr("C&olumns"));
    QMenu* look = view->addMenu(tr("&Appearance"));
    for (QAction* action : looks)
        look->addAction(action);

    QMenu* filter = bar->addMenu(tr("Fi&lter"));
    filter->addAction(find);
    codes = filter->addMenu(tr("&Codes"));
    filter->addSeparator();
    filter->addActions({undo, redo, filtersOff, backToAll});
    filter->addSeparator();
    filter->addAction(saveFilters);
    savedFilters = filter->addMenu(tr("Sa&ved Filters"));

    QMenu* help = bar->addMenu(tr("&Help"));
    help->addActions({shortcuts, about});
}

void Actions::showFollow(bool paused) {
    const QString icon = paused ? u"pause"_s : u"follow"_s;
    if (follow->property(iconName).toString() == icon)
        return;
    follow->setIconText(paused ? tr("Paused") : tr("Follow"));
    follow->setToolTip(paused ? tr("Following is paused: go to the newest failure and stay there (F)")
                              : tr("Keep the newest failure in view (F)"));
    follow->setProperty(iconName, icon);
    follow->setIcon(theme::icon(icon, m_window.palette()));
}

void Actions::recolor() {
    for (QAction* action : findChildren<QAction*>())
        if (const QString icon = action->property(iconName).toString(); !icon.isEmpty())
            action->setIcon(theme::icon(icon, m_window.palette()));
}

QString Actions::shortcutList() const {
    QStringList lines;
    const auto line = [&](const QString& keys, const QString& text) {
        lines << tr("%1 – %2", "keys and what they do").arg(keys, text);
    };
    for (const QAction* action : findChildren<QAction*>())
        if (!action->shortcut().isEmpty())
            line(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText),
                 plainName(action->text()));
    line(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText),
         tr("Copy the chosen rows, separated by tabs"));
    line(u"1–9"_s, tr("Show or hide a code"));
    line(tr("End"), tr("Follow again"));
    line(tr("Esc"), tr("One step back"));
    line(tr("← → Enter"), tr("On a group of repeats: fold, unfold, either"));
    line(tr("Ctrl+Shift+← →"), tr("In the table: move the column of the chosen cell"));
    line(tr("Alt+Shift+← →"), tr("In the table: make it narrower or wider"));
    line(tr("Space − Del"), tr("On a filter: on or off, the opposite, remove"));
    line(tr("← → + − Home"), tr("In the chart: earlier, later, less time, more time, the whole time"));
    return lines.join(u'\n');
}

} // namespace derouter
