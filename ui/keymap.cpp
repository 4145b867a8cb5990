// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keymap.h"

#include <QAction>
#include <QCoreApplication>
#include <QSettings>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace derouter::keymap {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

constexpr const char* tipProperty = "keyTip";
constexpr const char* commandProperty = "keyCommand";

QString group() {
    return u"keys"_s;
}

/// A key that somebody wrote into the file by hand may be none.
bool isKey(const QKeySequence& sequence) {
    return sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown && sequence[0].key() != 0;
}

void showTip(QWidget& widget) {
    const QString tip = widget.property(tipProperty).toString();
    const QString id = widget.property(commandProperty).toString();
    const auto* action = id.isEmpty() ? nullptr : widget.window()->findChild<QAction*>(id);
    const QString keys = action && !tip.isEmpty() ? text(action->shortcuts().mid(0, 1)) : QString();
    widget.setToolTip(keys.isEmpty() ? tip
                                     : Text::tr("%1 (%2)", "what a button does and its key").arg(tip, keys));
}

} // namespace

KeyMap load(QSettings& settings) {
    KeyMap all;
    settings.beginGroup(group());
    for (const QString& id : settings.childKeys()) {
        const QStringList names = settings.value(id).toStringList();
        QList<QKeySequence> keys;
        for (const QString& name : names)
            if (!name.isEmpty())
                keys << QKeySequence(name, QKeySequence::PortableText);
        if (std::ranges::all_of(keys, isKey))
            all[id] = keys;
    }
    settings.endGroup();
    return all;
}

void save(const KeyMap& keys, QSettings& settings) {
    settings.remove(group());
    settings.beginGroup(group());
    for (const auto& [id, sequences] : keys) {
        QStringList names;
        for (const QKeySequence& each : sequences)
            names << each.toString(QKeySequence::PortableText);
        settings.setValue(id, names.isEmpty() ? QStringList{QString()} : names);
    }
    settings.endGroup();
}

QString text(const QList<QKeySequence>& keys) {
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

QString fixedUse(const QKeySequence& key) {
    if (!isKey(key))
        return {};
    const auto isOneOf = [&](std::initializer_list<QKeyCombination> keys) {
        return std::ranges::find(keys, key[0]) != keys.end();
    };
    if (isOneOf({Qt::Key_Escape}))
        return Text::tr("It goes one step back.");
    if (isOneOf({Qt::Key_End}))
        return Text::tr("It goes to the end of the table and follows again.");
    if (key == QKeySequence(QKeySequence::Copy))
        return Text::tr("It copies the chosen rows, or the text that is marked.");
    if (isOneOf({Qt::CTRL | Qt::SHIFT | Qt::Key_Left, Qt::CTRL | Qt::SHIFT | Qt::Key_Right,
                 Qt::ALT | Qt::SHIFT | Qt::Key_Left, Qt::ALT | Qt::SHIFT | Qt::Key_Right}))
        return Text::tr("It moves a column of the table or makes it wider.");
    if (isOneOf({Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_Tab, Qt::SHIFT | Qt::Key_Backtab,
                 Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_PageUp,
                 Qt::Key_PageDown, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Delete, Qt::Key_Backspace}))
        return Text::tr("It moves or does something within the table, the chart or a filter.");
    return {};
}

void setTip(QWidget& widget, const QString& tip, const QString& id) {
    widget.setProperty(tipProperty, tip);
    widget.setProperty(commandProperty, id);
    showTip(widget);
}

void showTips(QWidget& window) {
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (widget->property(commandProperty).isValid())
            showTip(*widget);
}

} // namespace derouter::keymap
