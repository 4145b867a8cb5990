// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions.h"

#include "codegroup.h"
#include "dialogparts.h"
#include "keytip.h"
#include "theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr const char* iconName = "iconName";
constexpr std::size_t codesWithKey = 9; ///< 1 to 9

} // namespace

Actions::Actions(QMainWindow& window)
    : QObject(&window)
    , m_window(window) {
    open = add(u"open"_s, tr("&Open…"), u"open"_s);
    folder = add(u"open-folder"_s, tr("Open a &Folder…"));
    command = add(u"follow-command"_s, tr("Follow a Co&mmand…"));
    address = add(u"open-address"_s, tr("Open an &Address…"));
    sample = add(u"sample"_s, tr("&Try the Sample Log"));
    explain = add(u"explain"_s, tr("&Explain an Error…"));
    paste = add(u"paste"_s, tr("&Paste"));
    pasteLog = add(u"paste-log"_s, tr("Paste as a Lo&g"));
    reload = add(u"reload"_s, tr("&Reload"), u"reload"_s);
    format = add(u"format"_s, tr("&Log Format…"));
    zone = add(u"time-zone"_s, tr("Time &Zone…"));
    cancel = add(u"stop-reading"_s, tr("&Stop Reading"), u"cancel"_s);
    saveReport = add(u"save-report"_s, tr("Sa&ve a Report…"));
    saveEverything = add(u"save-report-on-everything"_s, tr("Save a Report on Ever&ything…"));
    saveSlice = add(u"save-log-slice"_s, tr("Save a Log S&lice…"));
    copyPicture = add(u"copy-chart-picture"_s, tr("Copy as a &Picture"));
    copySvg = add(u"copy-chart-svg"_s, tr("Copy as S&VG"));
    copyFigures = add(u"copy-chart-figures"_s, tr("Copy &Figures as CSV"));
    saveChart = add(u"save-chart"_s, tr("&Save the Chart…"));
    settings = add(u"settings"_s, tr("&Settings…"));
    quit = add(u"quit"_s, tr("&Quit"));
    copyId = add(u"copy-request-id"_s, tr("Copy Request-&id"), u"copy"_s);
    copyRows = add(u"copy-rows"_s, tr("&Copy Rows"));
    copyMarkdown = add(u"copy-markdown"_s, tr("&Markdown Table"));
    copyJson = add(u"copy-json"_s, tr("&JSON Lines"));
    copyRecords = add(u"copy-records"_s, tr("&Log Records"));
    ticket = add(u"ticket"_s, tr("Support Tic&ket…"));
    mark = add(u"mark"_s, tr("&Mark or Unmark"), u"mark"_s);
    note = add(u"note"_s, tr("&Note…"));
    find = add(u"find"_s, tr("&Find"), u"search"_s);
    follow = add(u"follow"_s, tr("&Follow"), u"follow"_s);
    next = add(u"next-failure"_s, tr("&Next Failure"), u"next"_s);
    previous = add(u"previous-failure"_s, tr("&Previous Failure"), u"previous"_s);
    nextMark = add(u"next-mark"_s, tr("Next Mar&k"));
    previousMark = add(u"previous-mark"_s, tr("Previous Ma&rk"));
    nextPanel = add(u"next-panel"_s, tr("Ne&xt Panel"));
    previousPanel = add(u"previous-panel"_s, tr("Pre&vious Panel"));
    undo = add(u"undo"_s, tr("One Step &Back"));
    redo = add(u"redo"_s, tr("One Step &Forward"));
    filtersOff = add(u"filters-off"_s, tr("Filters &Off for Now"));
    saveFilters = add(u"save-filters"_s, tr("&Save Filters…"));
    backToAll = add(u"back-to-all"_s, tr("Back to &All"), u"all"_s);
    calls = add(u"calls"_s, tr("One Row per &Call"));
    groups = add(u"groups"_s, tr("&Group Repeats"));
    utc = add(u"utc"_s, tr("Times in &UTC"), u"clock"_s);
    compare = add(u"what-changed"_s, tr("&What Changed…"));
    sources = add(u"sources"_s, tr("&Sources"), u"sources"_s);
    looks = {add(u"look-system"_s, tr("As the S&ystem")), add(u"look-light"_s, tr("&Light")),
             add(u"look-dark"_s, tr("&Dark")), add(u"look-high-contrast"_s, tr("&High Contrast"))};
    largerText = add(u"larger-text"_s, tr("L&arger Text"));
    smallerText = add(u"smaller-text"_s, tr("S&maller Text"));
    standardText = add(u"standard-text"_s, tr("S&tandard Text Size"));
    addCodeToggles();
    addTimes();
    shortcuts = add(u"shortcuts"_s, tr("&Keyboard Shortcuts"));
    about = add(u"about"_s, tr("&About DeRouter Error Monitor"));
    makeCheckable();
    setTips();
    fillMenus();
    setStandardKeys();
    recolor();
}

void Actions::makeCheckable() {
    for (QAction* action : {follow, calls, groups, filtersOff, utc, sources})
        action->setCheckable(true);
    auto* oneLook = new QActionGroup(this);
    for (QAction* action : looks) {
        action->setCheckable(true);
        oneLook->addAction(action);
    }
}

void Actions::setTips() {
    KeyTip::of(*follow).setText(tr("Keep the newest failure in view"));
    KeyTip::of(*calls).setText(tr("Show each call once, by its last failed attempt"));
    KeyTip::of(*groups).setText(tr("Show failures that differ in numbers and ids at most in one row"));
    KeyTip::of(*utc).setText(tr("Show times in UTC or in the zone of this computer"));
    KeyTip::of(*compare).setText(tr("Compare two times or two logs: what is new, more, fewer or gone"));
    KeyTip::of(*saveReport).setText(tr("On the failures that the window shows"));
    KeyTip::of(*saveEverything).setText(tr("On all failures, those that the filter hides too"));
    KeyTip::of(*saveSlice)
        .setText(tr("The lines of the logs around the failures that are shown, each secret as a placeholder "
                    "of its own"));
    for (QAction* action : {nextPanel, previousPanel})
        KeyTip::of(*action).setText(tr("Through filters, table, details, chart and sources"));
    KeyTip::of(*paste).setText(tr("A single error is explained, a longer text is read as a log"));
    KeyTip::of(*backToAll).setText(tr("Remove every filter and show the whole time"));
}

QAction* Actions::add(const QString& id, const QString& text, const QString& icon) {
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setProperty(iconName, icon);
    action->setIconText(plainName(text));
    KeyTip::of(*action).setText(plainName(text));
    KeyTip::of(*action).setCommand(*action);
    m_window.addAction(action);
    return action;
}

void Actions::addTimes() {
    for (const auto& [length, id, text] : {std::tuple(u"5m"_s, u"last-5-minutes"_s, tr("Last &5 Minutes")),
                                           {u"15m"_s, u"last-15-minutes"_s, tr("Last &15 Minutes")},
                                           {u"1h"_s, u"last-hour"_s, tr("Last &Hour")},
                                           {u"6h"_s, u"last-6-hours"_s, tr("Last &6 Hours")},
                                           {u"1d"_s, u"last-day"_s, tr("Last &Day")}}) {
        lastTimes.push_back(add(id, text));
        lastTimes.back()->setData(length);
        KeyTip::of(*lastTimes.back())
            .setText(tr("%1, and on with the clock while a log is followed").arg(plainName(text)));
    }
    allTimes = add(u"all-times"_s, tr("&All Times"));
}

void Actions::addCodeToggles() {
    for (int group = 0; group < static_cast<int>(codegroups::all().size()); ++group)
        codeToggles.push_back(add(u"code-"_s + codegroups::key(group), codegroups::title(group)));
}

/// The commands below a menu and its submenus, in their order.
static void collect(const QMenu& menu, const QString& title, const QString& path,
                    std::vector<KeyCommand>& commands) {
    for (const QAction* action : menu.actions()) {
        const QString name = plainName(action->text()).simplified();
        const QString full =
            path.isEmpty() ? name : Actions::tr("%1: %2", "a menu and a command in it").arg(path, name);
        if (action->menu())
            collect(*action->menu(), title, full, commands);
        else if (!action->objectName().isEmpty())
            commands.push_back(
                {.id = action->objectName(), .name = full, .menu = title, .standard = action->shortcuts()});
    }
}

void Actions::setStandardKeys() {
    open->setShortcut(QKeySequence::Open);
    command->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    explain->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    address->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    paste->setShortcut(QKeySequence::Paste);
    pasteLog->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    reload->setShortcut(Qt::Key_F5);
    format->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    saveReport->setShortcut(QKeySequence::Save);
    const QKeySequence everywhere(Qt::CTRL | Qt::Key_Comma);
    KeyList preferences = QKeySequence::keyBindings(QKeySequence::Preferences); // of this desktop
    if (!preferences.contains(everywhere))
        preferences << everywhere;
    settings->setShortcuts(preferences);
    settings->setMenuRole(QAction::PreferencesRole);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    copyId->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    ticket->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    find->setShortcut(QKeySequence::Find);
    follow->setShortcut(Qt::Key_F);
    next->setShortcuts({QKeySequence(Qt::Key_F8), QKeySequence(Qt::Key_E)});
    previous->setShortcuts({QKeySequence(Qt::SHIFT | Qt::Key_F8), QKeySequence(Qt::SHIFT | Qt::Key_E)});
    mark->setShortcut(Qt::Key_M);
    note->setShortcut(Qt::Key_N);
    // A bracket takes two keys on many keyboards.
    nextMark->setShortcuts({QKeySequence(Qt::Key_BracketRight), QKeySequence(Qt::Key_F2)});
    previousMark->setShortcuts({QKeySequence(Qt::Key_BracketLeft), QKeySequence(Qt::SHIFT | Qt::Key_F2)});
    nextPanel->setShortcut(Qt::Key_F6);
    previousPanel->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6));
    undo->setShortcuts({QKeySequence(QKeySequence::Undo), QKeySequence(Qt::ALT | Qt::Key_Left)});
    redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::ALT | Qt::Key_Right)});
    filtersOff->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    backToAll->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Home));
    calls->setShortcut(Qt::Key_C);
    groups->setShortcut(Qt::Key_G);
    utc->setShortcut(Qt::Key_U);
    sources->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    compare->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    // On many keyboards the plus is where the equals sign is.
    largerText->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    smallerText->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Minus));
    standardText->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    shortcuts->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
    for (std::size_t group = 0; group < std::min(codeToggles.size(), codesWithKey); ++group)
        codeToggles[group]->setShortcut(static_cast<Qt::Key>(Qt::Key_1 + group));
    std::vector<KeyCommand> commands;
    for (const QAction* menu : m_window.menuBar()->actions())
        collect(*menu->menu(), plainName(menu->text()), {}, commands);
    m_keys = KeyMap(std::move(commands));
}

QAction* Actions::withId(const QString& id) const {
    return findChild<QAction*>(id, Qt::FindDirectChildrenOnly);
}

void Actions::setKeys(const KeyChoices& chosen) {
    m_keys = KeyMap(keyCommands(), chosen);
    for (const KeyCommand& each : keyCommands())
        withId(each.id)->setShortcuts(m_keys.keys(each.id));
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
    file->addActions({saveReport, saveEverything, saveSlice, ticket});
    chart = file->addMenu(tr("C&hart"));
    chart->addActions({copyPicture, copySvg, copyFigures, saveChart});
    file->addSeparator();
    file->addAction(quit);

    QMenu* edit = bar->addMenu(tr("&Edit"));
    edit->addAction(copyRows);
    copies = edit->addMenu(tr("Copy &As"));
    copies->addActions({copyMarkdown, copyJson, copyRecords});
    edit->addAction(copyId);
    edit->addSeparator();
    edit->addActions({mark, note});
    edit->addSeparator();
    edit->addActions({paste, pasteLog});
    edit->addSeparator();
    edit->addAction(settings);

    QMenu* view = bar->addMenu(tr("&View"));
    view->addActions({follow, next, previous, nextMark, previousMark});
    view->addSeparator();
    view->addActions({nextPanel, previousPanel});
    view->addSeparator();
    view->addActions({calls, groups, utc, sources, compare});
    columns = view->addMenu(tr("C&olumns"));
    QMenu* look = view->addMenu(tr("&Appearance"));
    for (QAction* action : looks)
        look->addAction(action);
    look->addSeparator();
    look->addActions({largerText, smallerText, standardText});

    QMenu* filter = bar->addMenu(tr("Fi&lter"));
    filter->addAction(find);
    codes = filter->addMenu(tr("&Codes"));
    for (QAction* toggle : codeToggles)
        codes->addAction(toggle);
    QMenu* const times = filter->addMenu(tr("&Time"));
    for (QAction* last : lastTimes)
        times->addAction(last);
    times->addSeparator();
    times->addAction(allTimes);
    filter->addSeparator();
    filter->addActions({undo, redo, filtersOff, backToAll});
    filter->addSeparator();
    filter->addAction(saveFilters);
    savedFilters = filter->addMenu(tr("Sa&ved Filters"));

    QMenu* help = bar->addMenu(tr("&Help"));
    help->addActions({shortcuts, about});
}

void Actions::showFollow(Following state) {
    struct Shown {
        QString icon;
        QString text;
        QString tip;
    };
    const auto shown = [state]() -> Shown {
        switch (state) {
        case Following::On:
            break;
        case Following::Paused:
            return {u"pause"_s, tr("Paused"),
                    tr("Following is paused: go to the newest failure and stay there")};
        case Following::Missing:
            return {u"clock"_s, tr("Missing"),
                    tr("What is followed is not there, and is waited for: the sources say what it is")};
        case Following::Ended:
            return {u"cancel"_s, tr("Ended"), tr("Nothing is followed any more: the sources say why")};
        }
        return {u"follow"_s, tr("Follow"), tr("Keep the newest failure in view")};
    }();
    if (follow->iconText() == shown.text)
        return;
    follow->setIconText(shown.text);
    KeyTip::of(*follow).setText(shown.tip);
    const QString& icon = shown.icon;
    follow->setProperty(iconName, icon);
    follow->setIcon(theme::icon(icon, m_window.palette()));
}

void Actions::recolor() {
    for (QAction* action : findChildren<QAction*>())
        if (const QString icon = action->property(iconName).toString(); !icon.isEmpty())
            action->setIcon(theme::icon(icon, m_window.palette()));
}

bool Actions::haveCodesStandardKeys() const {
    return std::ranges::all_of(
        codeToggles, [this](const QAction* toggle) { return m_keys.isStandard(toggle->objectName()); });
}

QList<std::pair<QString, QString>> Actions::shortcutLines() const {
    QList<std::pair<QString, QString>> lines;
    const auto line = [&](const QString& keys, const QString& text) { lines.emplace_back(keys, text); };
    const bool areCodesOneLine = haveCodesStandardKeys();
    for (const KeyCommand& each : keyCommands())
        if (const KeyList keys = m_keys.keys(each.id);
            !keys.isEmpty() && !(areCodesOneLine && codes->actions().contains(withId(each.id))))
            line(shownKeys(keys), each.name);
    line(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText),
         tr("Copy the chosen rows, separated by tabs"));
    if (areCodesOneLine)
        line(u"1–9"_s, tr("Show or hide a code"));
    line(tr("End"), tr("Follow again"));
    line(tr("Esc"), tr("One step back"));
    line(tr("← → Enter"), tr("On a group of repeats: fold, unfold, either"));
    line(tr("Ctrl+Shift+← →"), tr("In the table: move the column of the chosen cell"));
    line(tr("Alt+Shift+← →"), tr("In the table: make it narrower or wider"));
    line(tr("Space − Del"), tr("On a filter: on or off, the opposite, remove"));
    line(tr("← → + − Home"), tr("In the chart: earlier, later, less time, more time, the whole time"));
    return lines;
}

} // namespace derouter
