// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace derouter {

using KeyList = QList<QKeySequence>;

/// The keys the user gave to commands, by the commands' ids. An empty list: no key.
using KeyChoices = QMap<QString, KeyList>;

/// A command of the window that can have keys.
struct KeyCommand {
    QString id;   ///< the same in every language and version
    QString name; ///< as its menu says it
    QString menu;
    KeyList standard;
};

/// Which command has which keys: the standard ones with the user's choices above them.
///
/// No key is ever that of two commands, since Qt then gives it to none. Where choices and standard keys meet,
/// as after an edit of the settings by hand or with a later version of the program, the choice wins and the
/// other command is without the key. Choices for commands that are not known stay as they are; one with a key
/// that is not to be had is none.
class KeyMap final {
public:
    static constexpr int most = 2; ///< keys of one command

    explicit KeyMap(std::vector<KeyCommand> commands = {}, const KeyChoices& chosen = {});

    const std::vector<KeyCommand>& commands() const { return m_commands; }
    const KeyCommand& command(const QString& id) const; ///< a known one
    KeyList keys(const QString& id) const { return m_keys.value(id); }
    bool isStandard(const QString& id) const { return keys(id) == command(id).standard; }

    /// The ids of the commands that the key would be taken from when this one gets it.
    QStringList holders(const QKeySequence& key, const QString& id) const;
    /// Takes the keys from whichever commands have them.
    void set(const QString& id, const KeyList& keys);

    /// What differs from the standard.
    KeyChoices choices() const;

private:
    std::vector<KeyCommand> m_commands;
    KeyChoices m_keys;    ///< of every command
    KeyChoices m_unknown; ///< choices for commands that there are not
};

/// Whether they cannot be two commands' keys: they are the same, or one is the beginning of the other.
bool areInTheWay(const QKeySequence& one, const QKeySequence& other);

/// One sentence why a key is to be had by no command; empty where it is.
QString keyRefusal(const QKeySequence& key);

/// As the user knows the keys: "Ctrl+Z; Alt+Left".
QString shownKeys(const KeyList& keys);

/// The same for the settings, in no language.
QString writtenKeys(const KeyList& keys);
/// Nothing for a text that is none of keys.
std::optional<KeyList> readKeys(const QString& written);

} // namespace derouter
