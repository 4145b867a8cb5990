// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "headline.h"

#include "core/shownnumber.h"
#include "elidedlabel.h"
#include "guide/errorguide.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <chrono>

namespace derouter {

Headline::Headline(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new ElidedLabel(this))
    , m_facts(new ElidedLabel(this))
    , m_retry(new ElidedLabel(this))
    , m_quality(new QToolButton(this))
    , m_factsRow(new QWidget(this))
    , m_buttons(new QWidget(this))
    , m_grid(new QGridLayout(this)) {
    m_sentence->setAccessibleDescription(tr("Whose move it is now"));
    m_facts->setAccessibleDescription(tr("How many failed"));
    m_retry->setAccessibleDescription(tr("Whether to retry"));
    m_quality->setAutoRaise(true);
    m_quality->setFocusPolicy(Qt::TabFocus);
    m_quality->setToolTip(tr("Whether anything was lost: show the account of each source"));
    connect(m_quality, &QToolButton::clicked, this, &Headline::qualityRequested);
    auto* facts = new QHBoxLayout(m_factsRow);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(16);
    facts->addWidget(m_retry);
    facts->addWidget(m_facts, 1);
    auto* buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(6);
    for (int move = 0; move < whoseMoveCount; ++move) {
        m_moves[static_cast<std::size_t>(move)] = makeButton(static_cast<WhoseMove>(move));
        buttons->addWidget(m_moves[static_cast<std::size_t>(move)]);
    }
    m_grid->setContentsMargins(12, 6, 12, 6);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(0, 1);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &Headline::showSituation);
    arrange();
    restyle();
}

/// The counts stand beside the sentence where both have room, else below the facts.
void Headline::arrange() {
    constexpr int characters = 72; // of most sentences, so that another one moves nothing
    const int room =
        std::max(m_sentence->sizeHint().width(), characters * m_sentence->fontMetrics().averageCharWidth());
    const QMargins margins = m_grid->contentsMargins();
    const bool isWide = width() >= margins.left() + room + m_grid->horizontalSpacing() +
                                       m_buttons->sizeHint().width() + margins.right();
    if (m_isWide == isWide)
        return;
    m_isWide = isWide;
    m_grid->addWidget(m_factsRow, 1, 0, 1, 2);
    if (isWide) {
        m_grid->addWidget(m_sentence, 0, 0);
        m_grid->addWidget(m_buttons, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
        m_factsRow->layout()->addWidget(m_quality);
    } else {
        m_grid->addWidget(m_sentence, 0, 0, 1, 2);
        m_grid->addWidget(m_buttons, 2, 0, Qt::AlignLeft | Qt::AlignVCenter);
        m_grid->addWidget(m_quality, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void Headline::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
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

void Headline::setClock(Clock clock) {
    m_clock = std::move(clock);
    m_ageThen.reset();
}

void Headline::setSituation(const Situation& situation, const TimeDisplay& times, unsigned activeMoves,
                            Counted counted) {
    const bool isLive = situation.latest && situation.latest->isLive;
    const bool isKnown = m_ageThen && m_situation.latest && situation.latest &&
                         m_situation.latest->time == situation.latest->time;
    if (!isLive) {
        m_ageThen.reset();
        m_second.stop();
    } else if (!isKnown) {
        m_ageThen = std::max<Microseconds>(0, m_clock.wall() - situation.latest->time);
        m_then = m_clock.steady();
        m_second.start();
    }
    m_situation = situation;
    m_times = times;
    m_counted = counted;
    showMoves(activeMoves);
    showSituation();
}

/// By the steady clock: setting the computer's clock makes no failure older or younger.
std::optional<Microseconds> Headline::age() const {
    return m_ageThen ? std::optional(*m_ageThen + m_clock.steady() - m_then) : std::nullopt;
}

void Headline::showSituation() {
    const auto age = this->age();
    m_sentence->setText(situationtexts::sentence(m_situation, age));
    m_retry->setText(situationtexts::retry(m_situation, age, m_times));
    m_retry->setVisible(!m_retry->text().isEmpty());
    QStringList parts{situationtexts::since(m_situation, age, m_times),
                      situationtexts::latest(m_situation, age, m_times),
                      situationtexts::counts(m_situation, m_counted), situationtexts::trend(m_situation)};
    parts.removeAll(QString());
    m_facts->setText(parts.join(tr(" · ")));
    arrange();
}

void Headline::showMoves(unsigned activeMoves) {
    for (int move = 0; move < whoseMoveCount; ++move) {
        const QString name = guide::moveName(static_cast<WhoseMove>(move)).translated();
        const QString count = shownNumber(m_situation.byMove[static_cast<std::size_t>(move)]);
        const bool active = activeMoves & (1u << move);
        QToolButton* button = m_moves[static_cast<std::size_t>(move)];
        button->setText((active ? tr("✓ %1  %2", "chosen: whose move and how often")
                                : tr("%1  %2", "whose move and how often"))
                            .arg(name, count));
        button->setChecked(active);
        button->setToolTip(m_counted == Counted::Attempts
                               ? tr("Whose move it is; attempts are counted. Click to see only these calls.")
                               : tr("Whose move it is. Click to see only these failures."));
        button->setAccessibleName(tr("Whose move: %1, %2").arg(name, count));
    }
}

void Headline::setQuality(const DataQuality& quality) {
    m_dataQuality = quality;
    showQuality(*m_quality, m_dataQuality);
}

QString Headline::sentence() const {
    return m_sentence->text();
}

QString Headline::facts() const {
    return m_facts->text();
}

QString Headline::retryText() const {
    return m_retry->text();
}

void Headline::restyle() {
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_sentence->setFont(large);
    QFont weighty = font();
    weighty.setWeight(QFont::DemiBold);
    m_retry->setFont(weighty);
    theme::setTextColor(*m_facts, theme::quietText(palette()));
    showQuality(*m_quality, m_dataQuality);
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
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace derouter
