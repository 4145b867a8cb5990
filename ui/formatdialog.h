// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sourcespec.h"
#include "timedisplay.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTimer;
QT_END_NAMESPACE

namespace derouter {

class Monitor;
struct TriedLine;

/// Chooses how a log is read: detected, a format by name, or a layout or regular expression the user pastes.
/// What it would read is shown on the log's first lines while it is typed; one's own can be saved by name.
///
/// The Monitor must outlive it; the source may be closed meanwhile.
class FormatDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormatDialog)

public:
    FormatDialog(Monitor& monitor, SourceId source, const TimeDisplay& times, QWidget* parent = nullptr);

    void accept() override;

private:
    enum Column { Line, Time, Status, Method, Path, RequestId, Duration, Text, columns };

    void build();
    void fillChoices(const QString& chosen);
    void showChoice();
    void showButtons();
    void takeText();
    bool isOwn() const;
    void tryOut();
    void showLine(int row, const TriedLine& line);
    void save();
    void removeSaved();
    QString format() const;

    Monitor& m_monitor;
    const SourceId m_source;
    const TimeDisplay m_times;
    QTimeZone m_zone; ///< of stamps that name none
    QStringList m_lines;
    QComboBox* m_choice;
    QPlainTextEdit* m_own;
    QLabel* m_verdict;
    QTableWidget* m_table;
    QLineEdit* m_name;
    QPushButton* m_save;
    QPushButton* m_remove;
    QPushButton* m_use = nullptr;
    QTimer* m_pause; ///< between the last key and the trial
};

} // namespace derouter
