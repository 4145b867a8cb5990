// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/overview.h"
#include "timedisplay.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace derouter {

class ElidedButton;
class Monitor;

/// What the failures that are shown come down to, while none of them is chosen: each cause with whose move it
/// is and what to do, the keys that are refused, what the failures cost, and the logs that lack request-ids.
/// All of it can be copied as a few sentences for colleagues.
class OverviewPart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPart)

public:
    explicit OverviewPart(const Monitor& monitor, QWidget* parent = nullptr);

    /// `isPart`: some failures are hidden, or left out as there are too many of them.
    void show(const Overview& overview, const TimeDisplay& times, bool isPart);
    /// What the button copies.
    QString text() const;
    QPushButton* copyButton() const { return m_copy; }
    /// Of the causes that are shown, in their order.
    std::vector<QToolButton*> causeButtons() const;

Q_SIGNALS:
    /// The failures of this code and cause are wanted.
    void causeChosen(derouter::FailureCode code, const QString& cause);
    void copyRequested(const QString& name, const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct CauseRow {
        QWidget* box;
        ElidedButton* name;
        QLabel* count;
        QLabel* facts;
    };

    CauseRow makeCauseRow();
    std::size_t shownCauses() const;
    void showCauses();
    void restyle();

    const Monitor& m_monitor;
    QLabel* m_title;
    QVBoxLayout* m_list;
    std::vector<CauseRow> m_rows;
    QLabel* m_more;
    QLabel* m_notes;
    QLabel* m_hint;
    QPushButton* m_copy;
    Overview m_overview;
    TimeDisplay m_times;
};

} // namespace derouter
