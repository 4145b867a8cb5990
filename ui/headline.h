// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/totals.h"
#include "timedisplay.h"

#include <QWidget>

#include <array>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

class ElidedLabel;

/// How the failures are called: by attempts where a row of the table is a call, as the numbers are not of
/// calls.
enum class Counted { Failures, Attempts };

/// The answer before the details: what fails most, how often, and whose move it is. The four counts filter on
/// a click.
class Headline final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Headline)

public:
    explicit Headline(QWidget* parent = nullptr);

    /// `activeMoves` has one bit for each WhoseMove that is filtered for; 0 for none.
    void setTotals(const Totals& totals, const TimeDisplay& times, unsigned activeMoves,
                   Counted counted = Counted::Failures);
    QToolButton* moveButton(WhoseMove move) const { return m_moves[static_cast<std::size_t>(move)]; }

Q_SIGNALS:
    void moveToggled(derouter::WhoseMove move);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* makeButton(WhoseMove move);
    void restyle();

    void arrange(bool wide);

    ElidedLabel* m_sentence;
    ElidedLabel* m_counts;
    QWidget* m_buttons;
    QGridLayout* m_grid;
    std::array<QToolButton*, whoseMoveCount> m_moves{};
};

/// "AI provider overloaded is the most frequent: 77 of 249 failures".
QString headlineText(const Totals& totals, Counted counted = Counted::Failures);

/// "249 failures, 26.7 % of 932 requests · 2026-11-22 22:32 – 23:59"; no percent where the log shows no
/// success.
QString countsText(const Totals& totals, const TimeDisplay& times, Counted counted = Counted::Failures);

} // namespace derouter
