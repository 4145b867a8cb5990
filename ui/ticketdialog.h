// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/ticket.h"

#include <QDialog>

#include <vector>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QLayout;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace derouter {

/// The ticket for DeRouter's support on the chosen failures, as it will leave: every hidden part is marked.
/// From here it is copied, saved or given to the mail program; nothing is sent by the program itself.
///
/// Tells of the failures as they are when it is made, whatever the log brings meanwhile. Keeps the last
/// format in QSettings().
class TicketDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TicketDialog)

public:
    /// More of the rows are left out, and the dialog says so.
    static constexpr std::size_t mostFailures = 1000;

    /// `wholeCalls`: a row stands for all attempts of its call. `marks` has the notes that may be added.
    TicketDialog(const EventStore& events, std::vector<EventStore::Row> rows, bool wholeCalls,
                 const Marks* marks = nullptr, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* buildChoices();
    QLayout* buildButtons();
    void restore();
    void remember() const;
    void compose();
    void showMarks();
    void showAdvice();
    void restyle();
    void selectNextMark();
    void copy();
    void save();
    void saveAs(const QString& path);
    void openMail();
    void say(const QString& sentence, bool isWarning = false);
    const std::vector<TicketFailure>& failures() const;
    TicketOptions options() const;
    QString suggestedName() const;

    std::vector<TicketFailure> m_chosen;
    std::vector<TicketFailure> m_calls; ///< with the other attempts of their calls
    std::size_t m_leftOut = 0;
    RedactedText m_ticket;
    QComboBox* m_format;
    QCheckBox* m_wholeCalls;
    QCheckBox* m_persons;
    QCheckBox* m_notes; ///< never ticked by itself
    QPlainTextEdit* m_preview;
    QLabel* m_hidden;
    QLabel* m_advice;
    QLabel* m_result;
};

} // namespace derouter
