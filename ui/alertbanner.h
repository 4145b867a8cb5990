// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/alertrules.h"

#include <QWidget>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QMenu;
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

class ElidedLabel;

/// The most pressing alert in one line below the headline, with what can be done about it. Hidden without
/// one.
class AlertBanner final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertBanner)

public:
    explicit AlertBanner(QWidget* parent = nullptr);

    struct Further {
        std::uint32_t alert = 0;
        QString sentence;
    };
    /// The further ones can be asked for, and come when this one is dismissed or snoozed.
    void show(const Alert& alert, const QString& sentence, const std::vector<Further>& further);
    void clear();

    QString text() const;
    QToolButton* showButton() const { return m_show; }
    QToolButton* snoozeButton() const { return m_snooze; }
    QToolButton* dismissButton() const { return m_dismiss; }
    QMenu* snoozeMenu() const { return m_menu; }
    QToolButton* furtherButton() const { return m_further; }

Q_SIGNALS:
    void showRequested(const derouter::Alert& alert);
    void snoozed(std::uint32_t alert, derouter::AlertRules::Snooze snooze);
    void dismissed(std::uint32_t alert);
    void askedFor(std::uint32_t alert);

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* addButton(const QString& text, const QString& tip);
    void fillMenu();
    void restyle();

    std::optional<Alert> m_alert;
    QLabel* m_marker;
    ElidedLabel* m_text;
    QMenu* m_menu;
    QMenu* m_furtherMenu;
    QToolButton* m_further = nullptr;
    QToolButton* m_show = nullptr;
    QToolButton* m_snooze = nullptr;
    QToolButton* m_dismiss = nullptr;
    QAction* m_untilRecovered = nullptr;
};

} // namespace derouter
