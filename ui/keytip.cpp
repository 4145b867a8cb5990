// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keytip.h"

#include <QAction>
#include <QKeySequence>

namespace derouter {

KeyTip::KeyTip(QObject& owner)
    : QObject(&owner) {}

KeyTip& KeyTip::of(QObject& owner) {
    if (auto* const known = owner.findChild<KeyTip*>({}, Qt::FindDirectChildrenOnly))
        return *known;
    return *new KeyTip(owner);
}

void KeyTip::setText(const QString& text) {
    m_text = text;
    show();
}

void KeyTip::setCommand(const QAction& command) {
    if (m_command)
        disconnect(m_command, nullptr, this, nullptr);
    m_command = &command;
    connect(&command, &QAction::changed, this, &KeyTip::takeKey);
    takeKey();
}

void KeyTip::takeKey() {
    const QString key = m_command->shortcut().toString(QKeySequence::NativeText);
    if (key == m_key)
        return;
    m_key = key;
    show();
    Q_EMIT keyChanged();
}

/// By its property, which widgets and commands share.
void KeyTip::show() {
    if (!m_text.isEmpty())
        parent()->setProperty(
            "toolTip",
            m_key.isEmpty() ? m_text : tr("%1 (%2)", "what a button does, and its key").arg(m_text, m_key));
}

} // namespace derouter
