// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "dataquality.h"
#include "situationtexts.h"
#include "timedisplay.h"

#include <QTimer>
#include <QWidget>

#include <array>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

class ElidedLabel;

/// The answer before the details: whose move it is now, how many failed, whether they become more, when to
/// retry, and whether the figures are whole. The counts filter on a click.
///
/// Ages and the countdown go on by themselves, once a second, as long as the latest failure's log is
/// followed.
class Headline final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Headline)

public:
    explicit Headline(QWidget* parent = nullptr);

    /// Of a whole second or two that a test lets pass in no time.
    void setClock(Clock clock);
    const Clock& clock() const { return m_clock; }

    /// `activeMoves` has one bit for each WhoseMove that is filtered for; 0 for none.
    void setSituation(const Situation& situation, const TimeDisplay& times, unsigned activeMoves,
                      Counted counted = Counted::Failures);
    void setQuality(const DataQuality& quality);

    QToolButton* moveButton(WhoseMove move) const { return m_moves[static_cast<std::size_t>(move)]; }
    QToolButton* qualityButton() const { return m_quality; }
    QString sentence() const;
    QString facts() const;
    QString retryText() const;

Q_SIGNALS:
    void moveToggled(derouter::WhoseMove move);
    void qualityRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* makeButton(WhoseMove move);
    void showMoves(unsigned activeMoves);
    void showSituation();
    std::optional<Microseconds> age() const;
    void restyle();
    void arrange();

    Clock m_clock;
    Situation m_situation;
    TimeDisplay m_times;
    Counted m_counted = Counted::Failures;
    DataQuality m_dataQuality;
    /// How old the latest failure was when it was first told of, and when that was by the steady clock.
    std::optional<Microseconds> m_ageThen;
    Microseconds m_then = 0;
    QTimer m_second;

    ElidedLabel* m_sentence;
    ElidedLabel* m_facts;
    ElidedLabel* m_retry;
    QToolButton* m_quality;
    QWidget* m_factsRow;
    QWidget* m_buttons;
    QGridLayout* m_grid;
    std::optional<bool> m_isWide; ///< sentence and counts stand side by side
    std::array<QToolButton*, whoseMoveCount> m_moves{};
};

} // namespace derouter
