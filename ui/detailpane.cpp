// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detailpane.h"

#include "attemptspart.h"
#include "codegroup.h"
#include "contextlines.h"
#include "core/decodedtext.h"
#include "detailtexts.h"
#include "keytip.h"
#include "limitpart.h"
#include "logtext.h"
#include "markpart.h"
#include "monitor/marks.h"
#include "overviewpart.h"
#include "recordtext.h"
#include "report/explanation.h"
#include "report/redactor.h"
#include "sidebyside.h"
#include "spendingpart.h"
#include "theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

#include <chrono>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int margin = 16;

QString utf8(std::string_view text) {
    return inert(decodedText(text));
}

/// A text of the log that can be selected and copied.
QString redacted(std::string_view text) {
    return inert(Redactor().redact(text).text());
}

} // namespace

DetailPane::DetailPane(const Monitor& monitor, QWidget* parent)
    : QScrollArea(parent)
    , m_monitor(monitor)
    , m_overview(new OverviewPart(monitor))
    , m_content(new QWidget)
    , m_columns(new QBoxLayout(QBoxLayout::TopToBottom, m_content)) {
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Details"));

    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    for (QVBoxLayout* column : {left, right})
        column->setSpacing(12);
    left->addWidget(buildHead());
    left->addWidget(buildIdRow());
    m_mark = new MarkPart;
    left->addWidget(m_mark);
    m_sides = new SideBySide;
    for (auto [paragraph, heading] : {std::pair(&m_what, tr("What it is")),
                                      {&m_do, tr("What to do")},
                                      {&m_retry, tr("Retry?")},
                                      {&m_repeated, tr("Repeated")},
                                      {&m_key, tr("The key")},
                                      {&m_note, tr("Good to know")},
                                      {&m_readings, tr("The guide says both")},
                                      {&m_evidence, tr("How we know")},
                                      {&m_chapter, tr("In the guide")}}) {
        *paragraph = makeParagraph(heading);
        left->addWidget(paragraph->box);
        if (paragraph == &m_note)
            left->addWidget(m_sides);
    }
    m_limit = new LimitPart(monitor);
    left->addWidget(m_limit);
    m_spending = new SpendingPart(monitor);
    left->addWidget(m_spending);
    left->addStretch(0);
    m_message = makeParagraph(tr("Message"));
    m_attempts = new AttemptsPart;
    right->addWidget(m_message.box);
    right->addWidget(m_attempts);
    right->addWidget(buildFacts());
    m_headers = makeParagraph(tr("Response headers"));
    right->addWidget(m_headers.box);
    right->addWidget(buildRaw(), 1);
    m_context = new ContextLines(monitor);
    right->addWidget(m_context);
    m_columns->setContentsMargins(margin, margin, margin, margin);
    m_columns->setSpacing(12);
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right, 1);

    auto* pages = new QWidget;
    auto* stack = new QVBoxLayout(pages);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->addWidget(m_overview);
    stack->addWidget(m_content);
    setWidget(pages);

    m_copiedTimer.setSingleShot(true);
    m_copiedTimer.setInterval(std::chrono::milliseconds(1500));
    connect(&m_copiedTimer, &QTimer::timeout, this, [this] { m_copy->setText(tr("Copy")); });
    connect(&monitor, &Monitor::eventChanged, this, [this](qsizetype row) {
        if (m_row == static_cast<EventStore::Row>(row))
            refresh();
    });
    setBackgroundRole(QPalette::Base);
    restyle();
    refresh();
}

void DetailPane::show(std::optional<EventStore::Row> row) {
    if (m_row != row)
        verticalScrollBar()->setValue(0); // what it is and what to do come first
    m_row = row;
    m_copiedTimer.stop();
    m_copy->setText(tr("Copy"));
    refresh();
}

void DetailPane::setTimeDisplay(const TimeDisplay& display) {
    m_times = display;
    m_times.setWithDate(true);
    refresh();
}

void DetailPane::setWide(bool on) {
    m_columns->setDirection(on ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(on ? 2 * margin : 12);
}

void DetailPane::refresh() {
    const bool has = !isOverviewShown();
    m_overview->setVisible(!has);
    m_content->setVisible(has);
    if (!has)
        return;
    const ErrorEvent event = m_monitor.events().event(*m_row);
    showHead(event, *guide::read(guide::statementOf(event)).cause);
    m_mark->show(m_monitor.marks().isMarked(*m_row), redacted(m_monitor.marks().note(*m_row).toStdString()));
    showParagraphs(event);
    m_attempts->show(auditRetries(m_monitor.events(), *m_row), *m_row, m_times);
    showFacts(event, *m_row);
    showRaw(*m_row);
    m_context->show(*m_row);
}

void DetailPane::showHead(const ErrorEvent& event, const guide::Cause& cause) {
    const int group = codegroups::indexOf(event.code);
    m_marker->setPixmap(theme::groupMarker(group, palette(), 20).pixmap(20, 20));
    m_code->setText(codeText(event.code));
    const bool byCause = event.code.status() == 0 || event.answeredBy != AnsweredBy::Unstated;
    const QString meaning = byCause ? cause.name.translated() : codeMeaning(event.code);
    const bool saysMore = meaning.compare(m_code->text(), Qt::CaseInsensitive) != 0;
    m_meaning->setText(saysMore ? meaning : QString());
    m_verdict->setText(detailtexts::verdict(event, cause));
    // A cause of the guide can come with a code that its tables do not list, such as a 404 that is passed
    // through.
    const bool listed = event.code.status() == 0 || guide::codeRow(event.code.status()) ||
                        !codegroups::all()[static_cast<std::size_t>(group)].pooled;
    m_notInGuide->setVisible(!cause.inGuide || !listed);
    const bool hasId = !event.requestId.empty();
    m_requestId->setText(hasId ? utf8(event.requestId) : tr("No request-id in this record"));
    m_copy->setEnabled(hasId);
    KeyTip::of(*m_copy).setText(hasId ? tr("Copy the request-id") : QString());
    const SourceInfo* const source = m_monitor.source(event.source);
    m_idAdvice->setVisible(!hasId && !event.code.isNoResponse());
    m_idAdvice->setText(detailtexts::howToLogId(source ? source->format : QString()));
}

void DetailPane::showParagraphs(const ErrorEvent& event) {
    const guide::Reading reading = guide::read(guide::statementOf(event));
    const guide::Cause& cause = *reading.cause;
    set(m_what,
        tr("%1. %2", "the name of a cause and when it happens")
            .arg(cause.name.translated(), cause.when.translated()),
        detailtexts::origin(cause.when.origin));
    const RetryAfter& asked = event.retryAfter;
    const bool byAnswer = cause.retry.retry && asked.isStated();
    set(m_do, fixWords(cause, asked, cause.fix.translated()), detailtexts::origin(cause.fix.origin));
    set(m_retry, retryWords(cause, asked, cause.retry.words.translated(), m_times.full(asked.value)),
        byAnswer ? tr("by the answer") : detailtexts::origin(cause.retry.words.origin));
    set(m_repeated, detailtexts::repeated(m_monitor.events(), *m_row),
        detailtexts::origin(guide::Origin::Ours));
    set(m_key, detailtexts::ofKey(m_monitor.events(), *m_row, m_times),
        detailtexts::origin(guide::Origin::Ours));
    m_sides->show(cause.status);
    set(m_note, m_sides->isHidden() ? cause.note : guide::Text());
    set(m_readings, detailtexts::bothReadings(reading));
    set(m_evidence, detailtexts::evidence(event));
    set(m_chapter, detailtexts::chapter(cause.section),
        cause.inGuide ? tr("edition %1").arg(detailtexts::edition())
                      : detailtexts::origin(guide::Origin::Ours));
    m_limit->show(cause.id == "rate.unspecified" ? m_row : std::nullopt);
    m_spending->show(cause.section == guide::Section::OutOfCredits ? m_row : std::nullopt);
    set(m_message, redacted(event.message));
}

void DetailPane::set(const Paragraph& paragraph, const QString& body, const QString& origin) {
    paragraph.body->setText(body);
    paragraph.origin->setText(origin);
    paragraph.box->setVisible(!body.isEmpty());
}

void DetailPane::set(const Paragraph& paragraph, const guide::Text& text) {
    set(paragraph, text.translated(), detailtexts::origin(text.origin));
}

void DetailPane::showFacts(const ErrorEvent& event, EventStore::Row row) {
    const auto facts = detailtexts::facts(event, row, m_monitor, m_times);
    for (std::size_t at = 0; at < m_facts.size(); ++at) {
        const auto& [name, value, field] = facts[static_cast<qsizetype>(at)];
        m_facts[at].first->setText(name);
        m_facts[at].second->setText(value);
        if (field)
            offerFilter(m_facts[at].second, *field);
        m_facts[at].first->setVisible(!value.isEmpty());
        m_facts[at].second->setVisible(!value.isEmpty());
    }
}

void DetailPane::offerFilter(QLabel* label, FilterField field) {
    if (!m_valueLabels.emplace(field, label).second)
        return;
    label->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(label, &QWidget::customContextMenuRequested, this,
            [this, label, field](QPoint at) { Q_EMIT valueMenuRequested(field, label->mapToGlobal(at)); });
}

QLabel* DetailPane::valueLabel(FilterField field) const {
    const auto known = m_valueLabels.find(field);
    return known == m_valueLabels.end() ? nullptr : known->second;
}

void DetailPane::showRaw(EventStore::Row row) {
    using State = EventStore::Record::State;
    const EventStore::Record record = m_monitor.events().record(row);
    const RedactedText clean = Redactor().redact(record.bytes);
    m_record = inert(clean.text());
    showRecord();
    QStringList headers;
    for (const auto& [name, value] : recordtext::responseHeaders(m_record))
        headers << inert(Redactor().redact(QStringView(name + u": "_s + value)).text());
    set(m_headers, headers.join(u'\n'));
    m_rawNote->setText(record.state == State::NotKept ? tr("not kept")
                       : record.state == State::Gone  ? tr("no longer available")
                       : clean.replaced() == 0        ? tr("no secrets found")
                                                      : tr("%n secret(s) hidden", nullptr, clean.replaced()));
}

/// Set out where there is something to be set out.
void DetailPane::showRecord() {
    const QString formatted = inert(recordtext::formatted(m_record));
    m_formatted->setVisible(formatted != m_record);
    const QString& text = m_formatted->isChecked() ? formatted : m_record;
    if (m_raw->toPlainText() != text)
        m_raw->setPlainText(text);
}

void DetailPane::fillCopyMenu() {
    constexpr qsizetype longest = 60;
    m_copyMenu->clear();
    const auto offer = [this](const QString& name, const QString& text) {
        if (text.isEmpty())
            return;
        const QString shown = tr("%1: %2", "what is copied").arg(name, shortened(text.simplified(), longest));
        connect(m_copyMenu->addAction(labelText(shown)), &QAction::triggered, this,
                [this, name, text] { Q_EMIT copyRequested(name, text); });
    };
    offer(tr("Code"), m_code->text());
    for (const auto& [name, value] : m_facts)
        offer(name->text(), value->text());
    for (const Paragraph* paragraph :
         {&m_message, &m_what, &m_do, &m_retry, &m_repeated, &m_note, &m_readings, &m_evidence, &m_headers})
        offer(paragraph->heading->text(), paragraph->body->text());
    offer(tr("Raw record"), m_raw->toPlainText());
}

bool DetailPane::isOverviewShown() const {
    return !m_row || !m_monitor.events().isKept(*m_row);
}

QString DetailPane::requestId() const {
    if (isOverviewShown())
        return {};
    return utf8(m_monitor.events().event(*m_row).requestId);
}

QString DetailPane::rawText() const {
    return m_record;
}

QString DetailPane::spokenText() const {
    QStringList lines;
    for (const QLabel* label : m_content->findChildren<QLabel*>())
        if (label->isVisibleTo(m_content) && !label->text().isEmpty())
            lines << label->text();
    return lines.join(u'\n');
}

void DetailPane::confirmCopied() {
    m_copy->setText(tr("Copied"));
    m_copiedTimer.start();
}

void DetailPane::restyle() {
    for (QLabel* label : m_quiet)
        theme::setTextColor(*label, theme::quietText(palette()));
    theme::setTextColor(*m_notInGuide, theme::quietText(palette()));
    QFont mark = font();
    mark.setWeight(QFont::DemiBold);
    m_notInGuide->setFont(mark);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.9);
    large.setWeight(QFont::DemiBold);
    m_code->setFont(large);
    large.setPointSizeF(font().pointSizeF() * 1.25);
    m_meaning->setFont(large);
    QFont id = theme::fixedFont(font());
    id.setPointSizeF(font().pointSizeF() * 1.15);
    m_requestId->setFont(id);
    m_raw->setFont(theme::fixedFont(font()));
    m_headers.body->setFont(theme::fixedFont(font()));
}

int DetailPane::neededWidth() const {
    return m_content->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
}

void DetailPane::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    restyle();
    refresh();
}

} // namespace derouter
