// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace derouter {

class Monitor;

/// Asks for an address and follows what comes from there. What was typed is checked as it is typed; nothing
/// is listened at and nobody is asked before the user says so.
///
/// The Monitor must outlive it.
class AddressDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressDialog)

public:
    explicit AddressDialog(Monitor& monitor, QWidget* parent = nullptr);

    void accept() override;

private:
    void build();
    void check();

    Monitor& m_monitor;
    QLineEdit* m_line;
    QLabel* m_verdict;
    QPushButton* m_use = nullptr;
};

} // namespace derouter
