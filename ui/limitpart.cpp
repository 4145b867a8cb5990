// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "limitpart.h"

#include "core/prose.h"
#include "core/shownnumber.h"
#include "dialogparts.h"
#include "inbackground.h"
#include "monitor/monitor.h"
#include "monitor/pipeline.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr std::size_t mostRead = std::size_t(8) * 1024 * 1024; ///< bytes before the record and behind it

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

struct LimitPart::Request {
    RecordPlace place;
    std::string record;
    PipelineOptions reading;
    Microseconds time = 0;
};

LimitPart::LimitPart(const Monitor& monitor, QWidget* parent)
    : QWidget(parent)
    , m_monitor(monitor)
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
    m_delay.setSingleShot(true);
    m_delay.setInterval(std::chrono::milliseconds(150));
    connect(&m_delay, &QTimer::timeout, this, &LimitPart::begin);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &LimitPart::showFound);
    hide();
    restyle();
}

void LimitPart::show(std::optional<std::size_t> row) {
    setVisible(row.has_value());
    auto place = row ? m_monitor.placeOf(*row) : std::nullopt;
    if (row && row == m_row && place == m_place)
        return;
    m_row = row;
    m_place = std::move(place);
    m_reading.setFuture({});
    m_delay.stop();
    if (!row)
        return;
    m_body->setText(tr("Reading…"));
    m_delay.start();
}

LimitPart::Found LimitPart::read(const Request& request) {
    const auto around = readSurroundings(request.place, request.record, mostRead);
    if (!around)
        return std::nullopt;
    return limitEvidence({.lines = around->before + around->record + around->after,
                          .fromStart = request.place.offset <= mostRead},
                         request.reading, request.time);
}

void LimitPart::begin() {
    const EventStore& events = m_monitor.events();
    if (!m_row || !events.isKept(*m_row))
        return;
    const auto time = events.time(*m_row);
    const EventStore::Record record = events.record(*m_row);
    if (!m_place || !time || record.bytes.empty())
        return m_body->setText(tr("Cannot tell which of the two it was: the log cannot be read again."));
    inBackground(m_reading,
                 [request = Request{*m_place, record.bytes, m_monitor.readingOf(events.source(*m_row)),
                                    *time}] { return read(request); });
}

void LimitPart::showFound() {
    const QFuture<Found> future = m_reading.future();
    if (future.resultCount() == 0)
        return;
    const Found found = future.result();
    m_body->setText(found ? sentences(*found)
                          : tr("Cannot tell which of the two it was: the log cannot be read again."));
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
