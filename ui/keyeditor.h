// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keymap.h"

#include <QKeySequenceEdit>
#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
QT_END_NAMESPACE

namespace derouter {

/// Where a key is pressed to be chosen. Tells it at once: nobody waits for a second one.
class KeyField final : public QKeySequenceEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyField)

public:
    using QKeySequenceEdit::QKeySequenceEdit;

Q_SIGNALS:
    void pressed(const QKeySequence& key);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

/// Lets the keys of commands be chosen. Nothing is changed by it: `keys()` is what was chosen.
///
/// A key that another command has is given to the chosen one only when the user takes it; one that is fixed
/// never is. Either way a sentence says whose it is.
class KeyEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyEditor)

public:
    explicit KeyEditor(std::vector<KeyCommand> commands, QWidget* parent = nullptr);

    /// What differs from the standard.
    KeyMap keys() const;
    /// Shows these changes of the standard.
    void show(const KeyMap& keys);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void fill();
    void search(const QString& words);
    KeyCommand* chosen();
    KeyCommand* ownerOf(const QKeySequence& key);
    void showChosen();
    void offer(const QKeySequence& key);
    void assign(const QList<QKeySequence>& keys);
    void take();
    void say(const QString& sentence, bool canTake = false);

    std::vector<KeyCommand> m_commands;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    KeyField* m_key;
    QPushButton* m_none;
    QPushButton* m_standard;
    QLabel* m_said;
    QPushButton* m_take;
    QKeySequence m_wanted; ///< of another command, while it may be taken
};

} // namespace derouter
