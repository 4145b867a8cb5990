// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QProgressBar;
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

class ReportSaving;

/// Which report is being written, how much of it is, and a button that cancels it: for the status bar. Comes
/// when it takes longer than half a second.
class SavingProgress final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SavingProgress)

public:
    /// The saving must outlive it.
    explicit SavingProgress(ReportSaving& saving, QWidget* parent = nullptr);

    QToolButton* cancelButton() const { return m_cancel; }

private:
    void refresh();

    ReportSaving& m_saving;
    QProgressBar* m_bar;
    QToolButton* m_cancel;
    QTimer m_timer;
};

} // namespace derouter
