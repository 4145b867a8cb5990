// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "limitpart.h"

#include "core/prose.h"
#include "core/shownnumber.h"
#include "dialogparts.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

QString minuteText(const LimitEvidence& evidence) {
    return LimitPart::tr("In the minute before, %1 requests were taken, of at most %2 in this log.")
        .arg(shownNumber(evidence.minute.here), shownNumber(evidence.minute.most));
}

QString parallelText(const LimitEvidence& evidence) {
    return LimitPart::tr("%1 requests were in flight, of at most %2.")
        .arg(shownNumber(evidence.parallel->here), shownNumber(evidence.parallel->most));
}

QString atMost(const LimitEvidence& evidence, const LimitEvidence::Load& load) {
    return LimitPart::tr("This was at its highest, or nearly so, at %1 of %2 refusals.")
        .arg(shownNumber(load.nearMost), shownNumber(evidence.refusals));
}

QString unclearText(const LimitEvidence& evidence) {
    const QString unclear = LimitPart::tr("Cannot tell which of the two it was.");
    if (evidence.taken == 0)
        return joinedSentences({unclear, LimitPart::tr("The log shows no requests that were taken.")});
    if (evidence.refusals < LimitEvidence::fewest)
        return joinedSentences({unclear, LimitPart::tr("The log shows too few refusals around it.")});
    if (!evidence.parallel)
        return joinedSentences(
            {unclear,
             LimitPart::tr(
                 "The log does not tell how long requests took, so those in flight cannot be counted."),
             minuteText(evidence)});
    return joinedSentences({unclear, minuteText(evidence), parallelText(evidence)});
}

QString sentences(const LimitEvidence& evidence) {
    switch (evidence.limit) {
    case LimitEvidence::Limit::Parallel:
        return joinedSentences({LimitPart::tr("Probably the requests in parallel."), parallelText(evidence),
                                atMost(evidence, *evidence.parallel), minuteText(evidence)});
    case LimitEvidence::Limit::PerMinute:
        return joinedSentences({LimitPart::tr("Probably the requests per minute."), minuteText(evidence),
                                atMost(evidence, evidence.minute), parallelText(evidence)});
    case LimitEvidence::Limit::Unclear:
        break;
    }
    return unclearText(evidence);
}

} // namespace

LimitPart::LimitPart(const Monitor& monitor, QWidget* parent)
    : QWidget(parent)
    , m_reading(monitor, &limitEvidence, [this] { showFound(); })
    , m_origin(plainLabel(tr("inferred")))
    , m_body(selectableLabel()) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(headingLabel(tr("Which limit")), 0, 0);
    grid->addWidget(m_origin, 0, 1);
    grid->addWidget(m_body, 1, 0, 1, 2);
    m_origin->setAlignment(Qt::AlignRight);
    hide();
    restyle();
}

void LimitPart::show(std::optional<EventStore::Row> row) {
    setVisible(row.has_value());
    m_reading.show(row);
}

void LimitPart::showFound() {
    using State = decltype(m_reading)::State;
    switch (m_reading.state()) {
    case State::Idle:
        return m_body->clear();
    case State::Reading:
        return m_body->setText(tr("Reading…"));
    case State::Read:
        return m_body->setText(sentences(m_reading.found()));
    case State::Impossible:
        return m_body->setText(tr("Cannot tell which of the two it was: the log cannot be read again."));
    }
}

QString LimitPart::text() const {
    return m_body->text();
}

void LimitPart::restyle() {
    theme::setTextColor(*m_origin, theme::quietText(palette()));
}

void LimitPart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace derouter
