// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace derouter {

/// Whether a failure is marked, the note on it, and what can be done about both.
class MarkPart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkPart)

public:
    explicit MarkPart(QWidget* parent = nullptr);

    /// The note as it may be seen.
    void show(bool isMarked, const QString& note);

    QPushButton* markButton() const { return m_mark; }
    QPushButton* noteButton() const { return m_note; }
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    QLabel* m_flag;
    QLabel* m_text;
    QPushButton* m_mark;
    QPushButton* m_note;
    bool m_isMarked = false;
};

} // namespace derouter
