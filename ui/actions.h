// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keymap.h"
#include "theme.h"

#include <QObject>

#include <array>
#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
class QMenu;
QT_END_NAMESPACE

namespace derouter {

/// Every command of the window with its text, keys and icon, and the menus that hold them. What they do is
/// connected by the window.
class Actions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Actions)

public:
    explicit Actions(QMainWindow& window);

    QAction* open;
    QAction* folder;
    QAction* command;
    QAction* address;
    QAction* sample;
    QAction* explain;
    QAction* paste;
    QAction* pasteLog;
    QAction* reload;
    QAction* format;
    QAction* zone;
    QAction* cancel;
    QAction* saveReport;
    QAction* saveEverything;
    QAction* saveSlice;
    QAction* copyPicture;
    QAction* copySvg;
    QAction* copyFigures;
    QAction* saveChart;
    QAction* settings;
    QAction* quit;
    QAction* copyId;
    QAction* copyRows;
    QAction* copyMarkdown;
    QAction* copyJson;
    QAction* copyRecords;
    QAction* ticket;
    QAction* mark;
    QAction* note;
    QAction* find;
    QAction* follow;
    QAction* next;
    QAction* previous;
    QAction* nextMark;
    QAction* previousMark;
    QAction* nextPanel;
    QAction* previousPanel;
    QAction* undo;
    QAction* redo;
    QAction* filtersOff;
    QAction* saveFilters;
    QAction* backToAll;
    QAction* calls;
    QAction* groups;
    QAction* utc;
    QAction* sources;
    QAction* compare;
    std::array<QAction*, theme::schemeCount> looks; ///< by theme::Scheme
    QAction* largerText;
    QAction* smallerText;
    QAction* standardText;
    std::vector<QAction*> codeToggles; ///< by group of codes
    QAction* shortcuts;
    QAction* about;
    QMenu* recent;
    QMenu* copies;       ///< of the chosen rows, in other forms than theirs
    QMenu* chart;        ///< what can be done with the chart
    QMenu* savedFilters; ///< filled by the window
    QMenu* codes;        ///< of `codeToggles`
    /// To look at the last time of so long, which is each one's data as filters are written: "15m".
    std::vector<QAction*> lastTimes;
    QAction* allTimes;
    QMenu* columns;      ///< filled by the window

    /// What becomes of following the newest failure,
    /// as the follow button tells it.
    enum class Following { On, Paused, Missing, Ended };
    void showFollow(Following state);
    /// Colours the icons for the palette of the window.
    void recolor();
    /// The commands in the order of the menus, with the keys they have when none is chosen.
    const std::vector<KeyCommand>& keyCommands() const { return m_keys.commands(); }
    /// From now on the commands have these keys, and the others their standard ones.
    void setKeys(const KeyChoices& chosen);
    /// "Ctrl+O" and "Open", for the sheet of shortcuts.
    QList<std::pair<QString, QString>> shortcutLines() const;

private:
    QAction* add(const QString& id, const QString& text, const QString& icon = {});
    void addTimes();
    void addCodeToggles();
    void makeCheckable();
    void setTips();
    void fillMenus();
    void setStandardKeys();
    QAction* withId(const QString& id) const;
    bool haveCodesStandardKeys() const;

    QMainWindow& m_window;
    KeyMap m_keys;
};

} // namespace derouter
