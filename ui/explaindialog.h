// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/explanation.h"

#include <QDialog>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QLayout;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace derouter {

/// Explains what is pasted into it, as --explain does: whose move it is, what the guide says, the request-id
/// to copy. Texts of logs are shown without their secrets; what was pasted stays as the user gave it.
class ExplainDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExplainDialog)

public:
    explicit ExplainDialog(const QString& pasted, QWidget* parent = nullptr);

    /// Whether a pasted text is rather to be explained than to be opened as a log: it is short and tells of
    /// one request at most.
    static bool isOneError(const QString& pasted);

Q_SIGNALS:
    /// The text is to be opened as a log.
    void logRequested(const QByteArray& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QLayout* buildButtons();
    void explain();
    void showAnswer();
    QWidget* failureBox(const Explained::Failure& failure);
    QLayout* titleRow(const Explained::Failure& failure);
    QLayout* idRow(const RedactedText& id);
    void copy(const RedactedText& text, const QString& said);
    void openAsLog();

    Explained m_explained;
    bool m_isCut = false; ///< only the beginning of the text is explained
    QTimer m_typing;
    QPlainTextEdit* m_text;
    QScrollArea* m_answer;
    QLabel* m_said;
    QPushButton* m_copy = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace derouter
