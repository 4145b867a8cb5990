// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences.h"

#include <QDialog>

#include <vector>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;
QT_END_NAMESPACE

namespace derouter {

class ColorsPage;
class KeysPage;

/// Asks for the preferences. Nothing is changed by the dialog itself: whoever opens it takes them when it is
/// accepted. What cannot be right keeps it from being accepted, and it says why.
class SettingsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    /// The commands whose keys are chosen, in the order in which they are to be shown.
    SettingsDialog(const Preferences& now, const std::vector<KeyCommand>& commands,
                   QWidget* parent = nullptr);

    /// Turns to the page of the keys.
    void showKeys();

    /// What is chosen; hosts and paths as long as they are right.
    Preferences preferences() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* buildGeneral();
    QWidget* buildAlerts();
    void addRow(QGridLayout& grid, const QString& label, QWidget* field, const QString& note);
    QLayout* buildButtons();
    void show(const Preferences& chosen);
    QWidget* buildGuide();
    void chooseGuide();
    void saveGuide();
    void check();
    void showAlerts();
    void restyle();

    QComboBox* m_look;
    QComboBox* m_language;
    QCheckBox* m_utc;
    QSpinBox* m_memory;
    QPlainTextEdit* m_hosts;
    QPlainTextEdit* m_paths;
    QLineEdit* m_guide;
    QCheckBox* m_alerts;
    QCheckBox* m_desktop;
    QCheckBox* m_inTray;
    QSpinBox* m_perMinute;
    QSpinBox* m_silence;
    QSpinBox* m_repeats;
    ColorsPage* m_colors;
    KeysPage* m_keys;
    QLabel* m_wrong;
    QTabWidget* m_pages = nullptr;
    QPushButton* m_use = nullptr;
    QList<QLabel*> m_notes;
};

} // namespace derouter
