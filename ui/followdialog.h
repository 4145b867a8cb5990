// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sourcespec.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace derouter {

class Monitor;

/// Asks in one line what to follow. What was typed is judged as it is typed; nothing is run, listened at or
/// asked before the user says so.
///
/// The Monitor must outlive it.
class FollowDialog : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FollowDialog)

public:
    void accept() final;

protected:
    struct Words {
        QString title;
        QString note;    ///< above the line
        QString example; ///< in the line while it is empty
        QString name;    ///< of the line, for screen readers
    };
    struct Verdict {
        QString text;
        bool warns = false;
        bool mayFollow = false;
    };

    FollowDialog(Monitor& monitor, QWidget* parent);

    /// To be called once, at the end of the constructor. `meaning`: what shows below the line how it is
    /// taken.
    void build(const Words& words, QLayout* meaning = nullptr);

    virtual Verdict judge(const QString& line) = 0;
    virtual void follow(Monitor& monitor, const QString& line) = 0;

private:
    void check();

    Monitor& m_monitor;
    QLineEdit* m_line;
    QLabel* m_verdict;
    QPushButton* m_use = nullptr;
};

} // namespace derouter
