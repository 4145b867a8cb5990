// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
QT_END_NAMESPACE

namespace derouter {

class Monitor;

/// Asks for a command and follows its output. What was typed is shown as the program and its arguments, a
/// line each, as they will be given to the system; nothing runs before the user says so.
///
/// The Monitor must outlive it.
class CommandDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandDialog)

public:
    explicit CommandDialog(Monitor& monitor, QWidget* parent = nullptr);

    void accept() override;

private:
    void build();
    void preview();
    QStringList command() const;

    Monitor& m_monitor;
    QLineEdit* m_line;
    QListWidget* m_words;
    QLabel* m_verdict;
    QPushButton* m_use = nullptr;
};

} // namespace derouter
