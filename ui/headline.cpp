// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "headline.h"

#include "elidedlabel.h"
#include "guide/errorguide.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace derouter {

namespace {

QString number(std::uint64_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString countOf(const Totals& totals, Counted counted) {
    const auto failures = static_cast<int>(totals.failures);
    return counted == Counted::Attempts ? Headline::tr("%n failed attempt(s)", nullptr, failures)
                                        : Headline::tr("%n failure(s)", nullptr, failures);
}

} // namespace

QString headlineText(const Totals& totals, Counted counted) {
    if (totals.failures == 0)
        return Headline::tr("No failures");
    const auto top =
        std::ranges::max_element(totals.failuresByCause, {}, [](const auto& entry) { return entry.second; });
    const guide::Cause* cause = top == totals.failuresByCause.end() ? nullptr : guide::causeById(top->first);
    if (!cause)
        return countOf(totals, counted);
    if (top->second == totals.failures)
        return Headline::tr("Every failure is “%1”").arg(cause->name.translated());
    const QString most = counted == Counted::Attempts
                             ? Headline::tr("Most often “%1”: %2 of %3 failed attempts")
                             : Headline::tr("Most often “%1”: %2 of %3 failures");
    return most.arg(cause->name.translated(), number(top->second), number(totals.failures));
}

QString countsText(const Totals& totals, const TimeDisplay& times, Counted counted) {
    QStringList parts;
    if (totals.showsShare) {
        const double share =
            100.0 * static_cast<double>(totals.failures) / static_cast<double>(totals.apiRequests);
        parts << Headline::tr("%1 of %2 requests failed (%3 %)")
                     .arg(number(totals.failures), number(totals.apiRequests),
                          QLocale().toString(share, 'f', 1));
        if (counted == Counted::Attempts)
            parts << Headline::tr("each attempt is a request");
    } else {
        parts << countOf(totals, counted)
              << (totals.apiSuccesses > 0 ? Headline::tr("successes are not in every log")
                                          : Headline::tr("successes are not in this log"));
    }
    if (totals.firstTime && totals.lastTime)
        parts << times.range(*totals.firstTime, *totals.lastTime) + u' ' + times.zoneName(*totals.lastTime);
    return parts.join(Headline::tr(" · "));
}

Headline::Headline(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new ElidedLabel(this))
    , m_counts(new ElidedLabel(this))
    , m_buttons(new QWidget(this))
    , m_grid(new QGridLayout(this)) {
    m_sentence->setAccessibleName(tr("Summary"));
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (int move = 0; move < whoseMoveCount; ++move) {
        m_moves[static_cast<std::size_t>(move)] = makeButton(static_cast<WhoseMove>(move));
        row->addWidget(m_moves[static_cast<std::size_t>(move)]);
    }
    m_grid->setContentsMargins(12, 8, 12, 8);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(0, 1);
    m_grid->addWidget(m_counts, 1, 0);
    arrange(true);
    restyle();
}

/// The buttons stand beside both lines, or beside the second only, so that the sentence is not cut.
void Headline::arrange(bool wide) {
    m_grid->addWidget(m_sentence, 0, 0, 1, wide ? 1 : 2);
    m_grid->addWidget(m_buttons, wide ? 0 : 1, 1, wide ? 2 : 1, 1, Qt::AlignVCenter);
}

void Headline::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    constexpr int wide = 1000;
    arrange(width() >= wide);
}

QToolButton* Headline::makeButton(WhoseMove move) {
    auto* button = new QToolButton(this);
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize({12, 12});
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, move] { Q_EMIT moveToggled(move); });
    return button;
}

void Headline::setTotals(const Totals& totals, const TimeDisplay& times, unsigned activeMoves,
                         Counted counted) {
    m_sentence->setText(headlineText(totals, counted));
    m_counts->setText(countsText(totals, times, counted));
    for (int move = 0; move < whoseMoveCount; ++move) {
        const QString name = guide::moveName(static_cast<WhoseMove>(move)).translated();
        const QString count = number(totals.failuresByMove[move]);
        const bool active = activeMoves & (1u << move);
        QToolButton* button = m_moves[static_cast<std::size_t>(move)];
        button->setText((active ? tr("✓ %1  %2", "chosen: whose move and how often")
                                : tr("%1  %2", "whose move and how often"))
                            .arg(name, count));
        button->setChecked(active);
        button->setToolTip(counted == Counted::Attempts
                               ? tr("Whose move it is; attempts are counted. Click to see only these calls.")
                               : tr("Whose move it is. Click to see only these failures."));
        button->setAccessibleName(tr("Whose move: %1, %2").arg(name, count));
    }
}

void Headline::restyle() {
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_sentence->setFont(large);
    theme::setTextColor(*m_counts, theme::quietText(palette()));
    for (int move = 0; move < whoseMoveCount; ++move) {
        const auto whose = static_cast<WhoseMove>(move);
        m_moves[static_cast<std::size_t>(move)]->setIcon(
            theme::marker(whose, theme::moveColor(whose, palette())));
    }
}

void Headline::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

} // namespace derouter
