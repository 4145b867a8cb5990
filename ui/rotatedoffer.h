// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"

#include <QTimer>
#include <QWidget>

#include <map>
#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

/// Offers to read the rotated files that stand beside an opened log and belong to no source: one line, there
/// as long as there is something to offer. Follows the Monitor by itself.
///
/// A log that goes on where an earlier run of the program left it is not asked about again.
class RotatedOffer final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RotatedOffer)

public:
    explicit RotatedOffer(Monitor& monitor, QWidget* parent = nullptr);

    QString text() const;
    QToolButton* acceptButton() const { return m_accept; }
    QToolButton* declineButton() const { return m_decline; }

private:
    void note(SourceId id);
    void look();
    std::optional<SourceId> readBy(const QString& file) const;
    void withdraw(SourceId id);
    void accept();
    void decline();
    void showOffer();

    Monitor& m_monitor;
    QLabel* m_text;
    QToolButton* m_accept;
    QToolButton* m_decline;
    QTimer m_timer;
    std::vector<SourceId> m_new;      ///< not looked at yet
    std::map<SourceId, int> m_offers; ///< how many rotated files are not read
};

} // namespace derouter
