// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keymap.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(KeyMap)
};

constexpr qsizetype longestWritten = 200; // characters

/// What the keyboard did before anybody chose keys: going about and choosing, in every table and field.
bool isMovement(int key) {
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        return true;
    default:
        return false;
    }
}

bool isBoundTo(QKeyCombination stroke, QKeySequence::StandardKey standard) {
    return QKeySequence::keyBindings(standard).contains(QKeySequence(stroke));
}

/// Alt with a letter is for menus and buttons, with other letters in every language.
bool isMnemonic(QKeyCombination stroke) {
    const Qt::KeyboardModifiers with = stroke.keyboardModifiers() & ~Qt::KeyboardModifiers(Qt::ShiftModifier);
    return with == Qt::AltModifier && stroke.key() < Qt::Key_Escape;
}

/// What this stroke of a key is for in any case; empty where it is for nothing.
QString fixedUse(QKeyCombination pressed) {
    const Qt::KeyboardModifiers with =
        pressed.keyboardModifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    const QKeyCombination stroke(with, pressed.key());
    const bool isPlain = with == Qt::NoModifier;
    const bool isChoosing = !(with & ~(Qt::ShiftModifier | Qt::ControlModifier));
    const bool isAcross = stroke.key() == Qt::Key_Left || stroke.key() == Qt::Key_Right;
    if (isPlain && stroke.key() == Qt::Key_Escape)
        return Text::tr("it goes one step back.");
    if (isChoosing && isMovement(stroke.key()))
        return Text::tr("it moves and chooses in tables and fields.");
    if (isBoundTo(stroke, QKeySequence::Copy))
        return Text::tr("it copies what is chosen.");
    if (isBoundTo(stroke, QKeySequence::SelectAll))
        return Text::tr("it chooses everything.");
    if (isPlain && (stroke.key() == Qt::Key_Plus || stroke.key() == Qt::Key_Minus))
        return Text::tr("it belongs to the chart and the filters.");
    if (isAcross && with == (Qt::AltModifier | Qt::ShiftModifier))
        return Text::tr("it sizes the columns of the table.");
    if (stroke.key() == Qt::Key_Menu || (stroke.key() == Qt::Key_F10 && with == Qt::ShiftModifier))
        return Text::tr("it opens the menu of what is chosen.");
    return isMnemonic(stroke) ? Text::tr("Alt with a letter opens menus and presses buttons.") : QString();
}

bool isKept(const QKeySequence& key) {
    return readKeys(writtenKeys({key})) == KeyList{key};
}

} // namespace

KeyMap::KeyMap(std::vector<KeyCommand> commands, const KeyChoices& chosen)
    : m_commands(std::move(commands))
    , m_unknown(chosen) {
    const auto isUsable = [](const KeyList& keys) {
        return keys.size() <= most && std::ranges::all_of(keys, &QString::isEmpty, keyRefusal);
    };
    for (const bool areChosen : {true, false}) // the choices first, so that they win
        for (const KeyCommand& command : m_commands) {
            m_unknown.remove(command.id);
            const auto choice = chosen.find(command.id);
            if ((choice != chosen.end() && isUsable(*choice)) != areChosen)
                continue;
            for (const QKeySequence& key : areChosen ? *choice : command.standard)
                if (holders(key, {}).isEmpty())
                    m_keys[command.id] << key;
        }
}

const KeyCommand& KeyMap::command(const QString& id) const {
    return *std::ranges::find(m_commands, id, &KeyCommand::id);
}

QStringList KeyMap::holders(const QKeySequence& key, const QString& id) const {
    QStringList found;
    for (const KeyCommand& other : m_commands)
        if (other.id != id && std::ranges::any_of(keys(other.id), [&](const QKeySequence& each) {
                return areInTheWay(each, key);
            }))
            found << other.id;
    return found;
}

void KeyMap::set(const QString& id, const KeyList& keys) {
    for (const QKeySequence& key : keys)
        for (const QString& holder : holders(key, id))
            m_keys[holder].removeIf([&](const QKeySequence& each) { return areInTheWay(each, key); });
    m_keys[id] = keys;
}

KeyChoices KeyMap::choices() const {
    KeyChoices chosen = m_unknown;
    for (const KeyCommand& command : m_commands)
        if (!isStandard(command.id))
            chosen[command.id] = keys(command.id);
    return chosen;
}

bool areInTheWay(const QKeySequence& one, const QKeySequence& other) {
    if (one.isEmpty() || other.isEmpty()) // which Qt takes for the beginning of any
        return false;
    return one.matches(other) != QKeySequence::NoMatch || other.matches(one) != QKeySequence::NoMatch;
}

QString keyRefusal(const QKeySequence& key) {
    if (!isKept(key))
        return Text::tr("This key has no name and cannot be kept.");
    for (int at = 0; at < key.count(); ++at)
        if (const QString use = fixedUse(key[static_cast<uint>(at)]); !use.isEmpty())
            return Text::tr("%1 cannot be taken: %2", "a key, and what it does")
                .arg(QKeySequence(key[static_cast<uint>(at)]).toString(QKeySequence::NativeText), use);
    return {};
}

QString shownKeys(const KeyList& keys) {
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

QString writtenKeys(const KeyList& keys) {
    return QKeySequence::listToString(keys, QKeySequence::PortableText);
}

std::optional<KeyList> readKeys(const QString& written) {
    if (written.size() > longestWritten)
        return std::nullopt;
    if (written.trimmed().isEmpty())
        return KeyList();
    const KeyList keys = QKeySequence::listFromString(written, QKeySequence::PortableText);
    for (const QKeySequence& key : keys) {
        for (int at = 0; at < key.count(); ++at)
            if (key[static_cast<uint>(at)].key() == Qt::Key_unknown || key[static_cast<uint>(at)].key() == 0)
                return std::nullopt;
        if (key.isEmpty())
            return std::nullopt;
    }
    return keys;
}

} // namespace derouter
