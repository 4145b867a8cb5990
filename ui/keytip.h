// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace derouter {

/// The tool tip of a widget or a command with the key that does the same: "Write a note (N)".
///
/// It changes with the key, and is the text alone where the command has none. As long as there is no text
/// the tool tip is left as it is.
class KeyTip final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyTip)

public:
    /// That of the widget or the QAction.
    static KeyTip& of(QObject& owner);

    void setText(const QString& text);
    /// What does the same by a key.
    void setCommand(const QAction& command);
    /// The command's first key, in the user's words; empty without one.
    QString key() const { return m_key; }

Q_SIGNALS:
    void keyChanged();

private:
    explicit KeyTip(QObject& owner);
    void takeKey();
    void show();

    QPointer<const QAction> m_command;
    QString m_text;
    QString m_key;
};

} // namespace derouter
