// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/retryaudit.h"
#include "timedisplay.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace derouter {

/// The failed attempts of a call along a line of time, with the spans in which a retry was advised, and in
/// words: how long the program waited after each, and whether that was too short. Hidden where there is but
/// one.
class AttemptsPart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttemptsPart)

public:
    explicit AttemptsPart(QWidget* parent = nullptr);

    /// `chosen` is one of them.
    void show(const std::vector<AuditedAttempt>& attempts, EventStore::Row chosen, const TimeDisplay& times);

    /// What is drawn, in words.
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    class Line;

    void restyle();

    Line* m_line;
    QLabel* m_verdict;
    QLabel* m_list;
};

} // namespace derouter
