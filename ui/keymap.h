// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <map>

QT_BEGIN_NAMESPACE
class QSettings;
class QWidget;
QT_END_NAMESPACE

namespace derouter {

/// The keys of commands that the user has changed, by the commands' ids; none where a command is to have
/// none.
using KeyMap = std::map<QString, QList<QKeySequence>>;

/// A command of the window, and what it is called by.
struct KeyCommand {
    QString id;   ///< the same in every language and version
    QString text; ///< without the mark of its key
    QList<QKeySequence> standard;
    QList<QKeySequence> keys; ///< now
};

namespace keymap {

/// What cannot be read is left out, so that the standard holds.
KeyMap load(QSettings& settings);
void save(const KeyMap& keys, QSettings& settings);

/// "Ctrl+O, F2"; empty without keys.
QString text(const QList<QKeySequence>& keys);

/// What a key does that no command can have, as a sentence; empty for all others.
QString fixedUse(const QKeySequence& key);

/// The tip of a widget, with the key of the command of this id behind it, whichever that is.
void setTip(QWidget& widget, const QString& tip, const QString& id);
/// Tells every such tip within the window the keys that hold now.
void showTips(QWidget& window);

} // namespace keymap

} // namespace derouter
