// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"

#include <QObject>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QStatusBar;
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

/// The account at the lower edge: lines read, not understood, whether anything was lost, and progress while
/// reading.
class StatusLine final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    StatusLine(Monitor& monitor, QStatusBar& bar);

    QToolButton* cancelButton() const { return m_cancel; }
    /// Whether anything was lost; pressed, it shows the account of each source.
    QToolButton* qualityButton() const { return m_quality; }
    QString text() const;

    /// Opens the account of each source.
    void showAccount();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void showProgress();

    Monitor& m_monitor;
    QLabel* m_lines;
    QLabel* m_kept; ///< that the newest failures only are shown
    QToolButton* m_quality;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QTimer m_timer;
};

} // namespace derouter
