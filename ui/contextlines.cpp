// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contextlines.h"

#include "core/decodedtext.h"
#include "dialogparts.h"
#include "inbackground.h"
#include "logtext.h"
#include "monitor/monitor.h"
#include "report/redactor.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int fewLines = 5;
constexpr int mostLines = 80;
constexpr int timesMore = 4;
/// Far more than is shown, so that a secret is seen whole.
constexpr std::size_t mostBytes = std::size_t(128) * 1024;
constexpr qsizetype longestLine = 2000;
constexpr qsizetype mostOfRecord = 12; ///< lines; all of it stands in its own box
constexpr int mostInView = 14;

QStringList linesOf(const RedactedText& text) {
    QStringList lines = inert(text.text()).split(u'\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    for (QString& line : lines)
        line = shortened(line.endsWith(u'\r') ? line.chopped(1) : line, longestLine);
    return lines;
}

} // namespace

ContextLines::ContextLines(const Monitor& monitor, QWidget* parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_note(selectableLabel({}, this))
    , m_sentence(selectableLabel({}, this))
    , m_text(new QPlainTextEdit(this))
    , m_more(new QToolButton(this)) {
    auto* heading = headingLabel(tr("Lines around it"), this);
    heading->setWordWrap(false);
    m_note->setAlignment(Qt::AlignRight);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setAcceptDrops(false);
    m_text->setAccessibleName(tr("Lines around the record"));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_more->setText(tr("More Lines"));
    m_more->setToolTip(tr("Show more of the log before and after the record"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->addWidget(heading, 0, 0);
    grid->addWidget(m_note, 0, 1);
    grid->addWidget(m_sentence, 1, 0, 1, 2);
    grid->addWidget(m_text, 2, 0, 1, 2);
    grid->addWidget(m_more, 3, 0, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(std::chrono::milliseconds(150));
    connect(&m_delay, &QTimer::timeout, this, &ContextLines::begin);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &ContextLines::showFound);
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_request.lines *= timesMore;
        begin();
    });
    restyle();
}

void ContextLines::show(EventStore::Row row) {
    const EventStore& events = m_monitor.events();
    const EventStore::Record record = events.record(row);
    const Request request{.place = m_monitor.placeOf(row),
                          .record = record.bytes,
                          .isKept = record.state != EventStore::Record::State::NotKept,
                          .isInFile = events.isInFile(row),
                          .lines = fewLines};
    Request shown = m_request;
    shown.lines = fewLines;
    if (request == shown && m_request.lines > 0)
        return;
    m_request = request;
    m_reading.setFuture({});
    setVisible(request.isKept);
    showSentence(tr("Reading…"));
    m_delay.start();
}

/// A secret that goes over lines, or into the record, is hidden on all of them.
std::optional<ContextLines::Found> ContextLines::read(const Request& request) {
    const auto around = readSurroundings(*request.place, request.record, mostBytes);
    if (!around)
        return std::nullopt;
    const auto parts = Redactor().redactParts(
        {decodedText(around->before), decodedText(around->record), decodedText(around->after)});
    Found found{.before = linesOf(parts[0]), .record = linesOf(parts[1]), .after = linesOf(parts[2])};
    if (!around->record.ends_with('\n') && !found.after.isEmpty())
        found.after.removeFirst(); // the rest of the record's last line
    found.before = found.before.last(std::min<qsizetype>(request.lines, found.before.size()));
    found.after = found.after.first(std::min<qsizetype>(request.lines, found.after.size()));
    return found;
}

void ContextLines::begin() {
    if (!m_request.place)
        return showSentence(tr("What came through a pipe, a command or the network cannot be read again."));
    inBackground(m_reading, [request = m_request] { return read(request); });
}

void ContextLines::showFound() {
    const QFuture<std::optional<Found>> future = m_reading.future();
    if (future.resultCount() == 0)
        return;
    if (const auto found = future.result())
        fill(*found);
    else if (m_request.isInFile)
        showSentence(tr("The log does not hold this record any more where it stood."));
    else
        showSentence(
            tr("They cannot be read again: the log is compressed or encoded, or the record does not stand "
               "in it in one piece."));
}

void ContextLines::showSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    m_sentence->setVisible(true);
    m_note->clear();
    m_text->hide();
    m_more->hide();
}

void ContextLines::fill(const Found& found) {
    const auto lines = static_cast<qsizetype>(m_request.lines);
    QTextCharFormat quiet;
    quiet.setForeground(theme::quietText(palette()));
    QTextBlockFormat marked;
    marked.setBackground(theme::markGround(palette()));
    m_text->clear();
    QTextCursor cursor(m_text->document());
    const auto add = [&](const QString& line, const QTextBlockFormat& block, const QTextCharFormat& text) {
        if (cursor.position() > 0)
            cursor.insertBlock();
        cursor.setBlockFormat(block);
        cursor.insertText(line, text);
    };
    for (const QString& line : found.before)
        add(u"  "_s + line, {}, quiet);
    for (const QString& line : found.record.first(std::min(mostOfRecord, found.record.size())))
        add(u"▸ "_s + line, marked, {});
    if (found.record.size() > mostOfRecord)
        add(u"▸ …"_s, marked, {});
    for (const QString& line : found.after)
        add(u"  "_s + line, {}, quiet);
    fitHeight();
    const auto before = static_cast<int>(found.before.size());
    m_text->verticalScrollBar()->setValue(m_text->blockCount() > mostInView ? before - mostInView / 3 : 0);
    m_text->show();
    m_sentence->hide();
    m_note->setText(found.before.isEmpty() && found.after.isEmpty() ? tr("the log has no other lines")
                                                                    : tr("as the log is now"));
    m_more->setVisible(lines < mostLines && (found.before.size() == lines || found.after.size() == lines));
}

void ContextLines::fitHeight() {
    const bool fits = m_text->blockCount() <= mostInView;
    const int inView = std::min(mostInView, m_text->blockCount());
    const int margin = static_cast<int>(m_text->document()->documentMargin()) + m_text->frameWidth();
    m_text->setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_text->setFixedHeight(QFontMetrics(m_text->font()).lineSpacing() * inView + 2 * margin +
                           m_text->horizontalScrollBar()->sizeHint().height());
}

QString ContextLines::text() const {
    return m_text->isHidden() ? m_sentence->text() : m_text->toPlainText();
}

QString ContextLines::noteText() const {
    return m_note->text();
}

void ContextLines::restyle() {
    theme::setTextColor(*m_note, theme::quietText(palette()));
    theme::setTextColor(*m_sentence, theme::quietText(palette()));
    m_text->setFont(theme::fixedFont(font()));
}

void ContextLines::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    restyle();
    showFound();
}

} // namespace derouter
