// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keymap.h"
#include "theme.h"

#include <QObject>

#include <array>
#include <map>
#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
class QMenu;
QT_END_NAMESPACE

namespace derouter {

/// Every command of the window with its text, shortcut and icon, and the menus that hold them. What they do
/// is connected by the window.
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
    QAction* copyPicture;
    QAction* copySvg;
    QAction* copyFigures;
    QAction* saveChart;
    QAction* settings;
    QAction* quit;
    QAction* copyId;
    QAction* copyRows;
    QAction* ticket;
    QAction* mark;
    QAction* note;
    QAction* find;
    QAction* follow;
    QAction* next;
    QAction* previous;
    QAction* nextMark;
    QAction* previousMark;
    QAction* undo;
    QAction* redo;
    QAction* filtersOff;
    QAction* saveFilters;
    QAction* backToAll;
    QAction* calls;
    QAction* groups;
    QAction* utc;
    QAction* sources;
    std::array<QAction*, theme::schemeCount> looks; ///< by theme::Scheme
    QAction* shortcuts;
    QAction* about;
    QMenu* recent;
    QMenu* chart;        ///< what can be done with the chart
    QMenu* savedFilters; ///< filled by the window
    QMenu* codes;        ///< filled by the window, one entry a code
    QMenu* columns;      ///< filled by the window

    /// Shows or hides a code of this group; the first nine have a digit.
    QAction* addCode(int group, const QString& title);

    /// In the order of their menus.
    std::vector<KeyCommand> commands() const;
    /// What the user changed of the standard keys, and all tips that name one. No key calls two commands: one
    /// that is fixed stays what it is, and of two commands the one that was changed has it.
    void setKeys(const KeyMap& keys);

    /// The follow button tells that following is paused.
    void showFollow(bool paused);
    /// Colours the icons for the palette of the window.
    void recolor();
    /// "Ctrl+O – Open a log", a line each, for the list of shortcuts.
    QString shortcutList() const;

private:
    QAction* add(const QString& id, const QString& text, const QString& icon = {});
    static void setTip(QAction& action, const QString& tip);
    static void showTip(QAction& action);
    void fillMenus();
    void setShortcuts();

    QMainWindow& m_window;
    std::map<QString, QList<QKeySequence>> m_standard; ///< by id
};

} // namespace derouter
