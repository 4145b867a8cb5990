// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewpart.h"

#include "codegroup.h"
#include "core/decodedtext.h"
#include "core/prose.h"
#include "core/shownnumber.h"
#include "dialogparts.h"
#include "elidedbutton.h"
#include "guide/errorguide.h"
#include "logtext.h"
#include "monitor/monitor.h"
#include "situationtexts.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr std::size_t mostCauses = 8;
constexpr std::size_t mostKeys = 4;
constexpr std::size_t mostSources = 4;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(derouter::OverviewPart)
};

QString causeTitle(const Overview::Cause& cause) {
    const QString code = codeText(cause.code);
    const QString name = cause.cause->name.translated();
    return name.compare(code, Qt::CaseInsensitive) == 0 ? name : code + u' ' + name;
}

QString spanText(const Overview::Span& span, const TimeDisplay& times) {
    if (!span.first)
        return Text::tr("without a time");
    return *span.first == *span.last ? times.cell(*span.first) : times.range(*span.first, *span.last);
}

QString causeFacts(const Overview::Cause& cause, const TimeDisplay& times) {
    return Text::tr("%1 · %2", "whose move, when")
        .arg(guide::moveName(cause.move).translated(), spanText(cause.span, times));
}

QString title(const Overview& overview) {
    const QString failures = Text::tr("%n failure(s)", nullptr, static_cast<int>(overview.failures));
    return overview.calls == overview.failures
               ? failures
               : Text::tr("%1 in %2", "failures in calls")
                     .arg(failures, Text::tr("%n call(s)", nullptr, static_cast<int>(overview.calls)));
}

QString keyText(const Overview::Key& key, const TimeDisplay& times) {
    const QString refused =
        Text::tr("The key %1 was refused %n time(s): %2.", nullptr, static_cast<int>(key.failures))
            .arg(oneLine(key.key), spanText(key.span, times));
    QStringList sentences{refused};
    if (key.calls < key.failures)
        sentences << Text::tr("%n call(s) were lost.", nullptr, static_cast<int>(key.calls));
    if (key.lastTaken > key.span.last)
        sentences << Text::tr("It works again: it was taken at %1.").arg(times.cell(*key.lastTaken));
    else if (key.others > 0)
        sentences << Text::tr("It was taken %n time(s) when something else failed.", nullptr,
                              static_cast<int>(key.others));
    else
        sentences << Text::tr("Nothing shows that it works again.");
    return joinedSentences(sentences);
}

/// "12 × prompt is too long"; the messages that came most often, a line each.
QStringList messageTexts(const Overview::Cause& cause) {
    constexpr qsizetype most = 120; // letters
    QStringList texts;
    for (const Overview::Message& message : cause.messages)
        texts << Text::tr("%1 × %2", "how often, a message")
                     .arg(shownNumber(message.failures), shortened(redactedLine(message.text), most));
    return texts;
}

QString sourceText(const Overview::Source& source, const Monitor& monitor) {
    const SourceInfo* const info = monitor.source(source.source);
    return Text::tr("%1 names no request-id in %2 of %3 failures.")
        .arg(info ? redactedLine(info->name.toStdString()) : Text::tr("A closed source"),
             shownNumber(source.withoutId), shownNumber(source.failures));
}

/// What is to be known beside the causes, a paragraph each.
QStringList notes(const Overview& overview, const Monitor& monitor, const TimeDisplay& times) {
    QStringList texts;
    for (const Overview::Key& key : overview.keys | std::views::take(mostKeys))
        texts << keyText(key, times);
    if (overview.waited >= microsecondsPerSecond)
        texts << Text::tr("Between the first and the last attempt of a call %1 passed, in all.")
                     .arg(situationtexts::span(overview.waited));
    if (overview.unfixed > 0)
        texts << Text::tr("%n retry(ies) of what only a change helps against.", nullptr,
                          static_cast<int>(overview.unfixed));
    if (overview.tooEarly > 0)
        texts << Text::tr("%n retry(ies) came sooner than advised.", nullptr,
                          static_cast<int>(overview.tooEarly));
    for (const Overview::Source& source : overview.sources | std::views::take(mostSources))
        texts << sourceText(source, monitor);
    return texts;
}

QString sentence(const Overview::Cause& cause, const TimeDisplay& times) {
    QString text = Text::tr("%1: %2, %3. Whose move: %4. %5.", "cause, count, when, whose move, what to do")
                       .arg(causeTitle(cause), shownNumber(cause.failures), spanText(cause.span, times),
                            guide::moveName(cause.move).translated(),
                            situationtexts::shortAdvice(cause.code, *cause.cause));
    text.replace(u".."_s, u"."_s);
    if (!cause.requestId.empty())
        text += u' ' + Text::tr("Request-id: %1").arg(oneLine(cause.requestId));
    for (const QString& message : messageTexts(cause))
        text += u"\n  "_s + message;
    return text;
}

} // namespace

OverviewPart::OverviewPart(const Monitor& monitor, QWidget* parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_title(headingLabel({}))
    , m_list(new QVBoxLayout)
    , m_more(selectableLabel())
    , m_notes(selectableLabel())
    , m_hint(plainLabel(tr("Choose a failure to see what it is and what to do.")))
    , m_copy(new QPushButton(tr("Copy Summary"))) {
    m_copy->setToolTip(tr("A few sentences for colleagues: when, how many, whose move, what to do"));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(tr("Summary"), text()); });
    m_list->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(m_hint);
    column->addLayout(m_list);
    column->addWidget(m_more);
    column->addWidget(m_notes);
    column->addStretch(1);
    setAccessibleName(tr("Summary"));
    restyle();
}

OverviewPart::CauseRow OverviewPart::makeCauseRow() {
    CauseRow row{new QWidget, new ElidedButton, plainLabel(), selectableLabel()};
    row.name->setAutoRaise(true);
    row.name->setCursor(Qt::PointingHandCursor);
    row.name->setFocusPolicy(Qt::StrongFocus);
    row.facts->setIndent(4); // below the marker
    row.count->setWordWrap(false);
    row.count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* grid = new QGridLayout(row.box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->addWidget(row.name, 0, 0, Qt::AlignLeft);
    grid->addWidget(row.count, 0, 1);
    grid->addWidget(row.facts, 1, 0, 1, 2);
    m_list->addWidget(row.box);
    const std::size_t at = m_rows.size();
    connect(row.name, &QToolButton::clicked, this, [this, at] {
        const Overview::Cause& cause = m_overview.causes[at];
        Q_EMIT causeChosen(cause.code, QString::fromUtf8(cause.cause->id));
    });
    return row;
}

void OverviewPart::show(const Overview& overview, const TimeDisplay& times, bool isPart) {
    m_overview = overview;
    m_times = times;
    const QString count = title(overview);
    m_title->setText(isPart ? tr("Shown: %1", "so many failures").arg(count) : count);
    showCauses();
    const QStringList paragraphs = notes(overview, m_monitor, times);
    m_notes->setText(paragraphs.join(u"\n\n"_s));
    m_notes->setVisible(!paragraphs.isEmpty());
    m_copy->setEnabled(overview.failures > 0);
    m_hint->setVisible(overview.failures > 0);
}

QString OverviewPart::text() const {
    TimeDisplay times = m_times;
    times.setWithDate(true); // who reads it elsewhere does not see the log
    const Overview::Span& span = m_overview.span;
    const QString zone = span.last ? u' ' + times.zoneNames(*span.first, *span.last) : QString();
    QStringList lines{tr("DeRouter failures, %1: %2", "when, how many")
                          .arg(spanText(span, times) + zone, title(m_overview))};
    for (const Overview::Cause& cause : m_overview.causes)
        lines << sentence(cause, times);
    return (lines + notes(m_overview, m_monitor, times)).join(u'\n');
}

std::size_t OverviewPart::shownCauses() const {
    return std::min(mostCauses, m_overview.causes.size());
}

std::vector<QToolButton*> OverviewPart::causeButtons() const {
    std::vector<QToolButton*> buttons;
    for (const CauseRow& row : m_rows | std::views::take(shownCauses()))
        buttons.push_back(row.name);
    return buttons;
}

void OverviewPart::showCauses() {
    while (m_rows.size() < shownCauses())
        m_rows.push_back(makeCauseRow());
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        m_rows[at].box->setVisible(at < shownCauses());
        if (at >= shownCauses())
            continue;
        const Overview::Cause& cause = m_overview.causes[at];
        m_rows[at].name->setTexts(causeTitle(cause), tr("Show only these"));
        m_rows[at].count->setText(shownNumber(cause.failures));
        const QStringList facts{causeFacts(cause, m_times),
                                situationtexts::shortAdvice(cause.code, *cause.cause)};
        m_rows[at].facts->setText((facts + messageTexts(cause)).join(u'\n'));
    }
    const auto more = static_cast<int>(m_overview.causes.size() - shownCauses());
    m_more->setVisible(more > 0);
    m_more->setText(tr("and %n more cause(s)", nullptr, more));
    restyle();
}

void OverviewPart::restyle() {
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        m_rows[at].name->setFont(strong);
        m_rows[at].count->setFont(strong);
        theme::setTextColor(*m_rows[at].facts, theme::quietText(palette()));
        if (at < m_overview.causes.size()) {
            const Overview::Cause& cause = m_overview.causes[at];
            m_rows[at].name->setIcon(theme::groupMarker(codegroups::indexOf(cause.code), palette()));
        }
    }
    for (QLabel* label : {m_hint, m_more})
        theme::setTextColor(*label, theme::quietText(palette()));
    strong.setPointSizeF(font().pointSizeF() * 1.25);
    m_title->setFont(strong);
}

void OverviewPart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

} // namespace derouter
