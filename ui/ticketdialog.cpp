// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticketdialog.h"

#include "clipboard.h"
#include "core/shownnumber.h"
#include "dialogparts.h"
#include "guide/errorguide.h"
#include "logtext.h"
#include "savedialog.h"
#include "theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QTextBlock>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int margin = 16;
constexpr int spacing = 8;

QString key(TicketFormat format) {
    return format == TicketFormat::Markdown ? u"markdown"_s
           : format == TicketFormat::Mail   ? u"mail"_s
                                            : u"text"_s;
}

} // namespace

TicketDialog::TicketDialog(const EventStore& events, std::vector<EventStore::Row> rows, bool wholeCalls,
                           const Marks* marks, QWidget* parent)
    : QDialog(parent)
    , m_leftOut(rows.size() - std::min(rows.size(), mostFailures))
    , m_format(new QComboBox)
    , m_wholeCalls(new QCheckBox(tr("With all &attempts of the call")))
    , m_persons(new QCheckBox(tr("Hide a&ddresses, users and folder owners")))
    , m_notes(new QCheckBox(tr("With your &notes")))
    , m_preview(new QPlainTextEdit)
    , m_hidden(plainLabel())
    , m_advice(plainLabel())
    , m_result(plainLabel()) {
    rows.resize(rows.size() - m_leftOut);
    m_chosen = ticketFailures(events, rows, false, marks);
    m_calls = ticketFailures(events, rows, true, marks);
    m_notes->setVisible(
        std::ranges::any_of(m_calls, [](const TicketFailure& failure) { return !failure.note.empty(); }));
    m_wholeCalls->setVisible(m_calls.size() > m_chosen.size());
    m_wholeCalls->setChecked(wholeCalls);
    build();
    restore();
    connect(m_format, &QComboBox::currentIndexChanged, this, &TicketDialog::compose);
    connect(m_wholeCalls, &QCheckBox::toggled, this, &TicketDialog::compose);
    connect(m_persons, &QCheckBox::toggled, this, &TicketDialog::compose);
    connect(m_notes, &QCheckBox::toggled, this, &TicketDialog::compose);
    connect(new QShortcut(Qt::Key_F3, this), &QShortcut::activated, this, &TicketDialog::selectNextMark);
    restyle();
    compose();
    m_preview->setFocus();
}

void TicketDialog::build() {
    setWindowTitle(tr("Support Ticket"));
    resize(760, 560);
    QLabel* intro = plainLabel();
    intro->setText(
        tr("What DeRouter's support asks for, as it will leave: look it through. Nothing is sent by "
           "this program."));
    m_preview->setReadOnly(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_preview->setTabChangesFocus(true);
    m_preview->setAccessibleName(tr("Ticket"));
    m_preview->setMinimumHeight(120);
    m_preview->document()->setDocumentMargin(spacing);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(spacing);
    column->addWidget(intro);
    column->addWidget(buildChoices());
    column->addWidget(m_preview, 1);
    column->addWidget(m_hidden);
    column->addWidget(m_advice);
    column->addWidget(m_result);
    column->addLayout(buildButtons());
}

QWidget* TicketDialog::buildChoices() {
    auto* box = new QWidget;
    auto* label = new QLabel(tr("&Format:"));
    label->setBuddy(m_format);
    m_format->setAccessibleName(tr("Format"));
    m_format->addItem(tr("Plain text"), key(TicketFormat::Text));
    m_format->addItem(tr("Markdown"), key(TicketFormat::Markdown));
    m_format->addItem(tr("Mail"), key(TicketFormat::Mail));
    m_persons->setToolTip(tr("Addresses of the network, names of users, and whose home folder a path is in"));
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    row->addWidget(label);
    row->addWidget(m_format);
    row->addSpacing(spacing);
    row->addWidget(m_persons);
    row->addWidget(m_wholeCalls);
    row->addWidget(m_notes);
    row->addStretch(1);
    return box;
}

QLayout* TicketDialog::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    row->addStretch(1);
    const auto add = [&](const QString& text, auto slot) {
        QPushButton* const button = addButton(*row, text);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    add(tr("Cop&y"), &TicketDialog::copy)->setDefault(true);
    add(tr("&Save…"), &TicketDialog::save);
    add(tr("Open in &Mail"), &TicketDialog::openMail)
        ->setToolTip(
            tr("Opens a draft to %1 in your mail program").arg(QLatin1StringView(guide::supportAddress)));
    add(tr("&Close"), &QDialog::reject);
    return row;
}

void TicketDialog::restore() {
    const QSettings settings;
    const int last = m_format->findData(settings.value(u"ticket/format"_s).toString());
    m_format->setCurrentIndex(std::max(0, last));
    m_persons->setChecked(settings.value(u"ticket/hidePersons"_s, true).toBool());
}

void TicketDialog::remember() const {
    QSettings settings;
    settings.setValue(u"ticket/format"_s, m_format->currentData());
    settings.setValue(u"ticket/hidePersons"_s, m_persons->isChecked());
}

const std::vector<TicketFailure>& TicketDialog::failures() const {
    return m_wholeCalls->isChecked() ? m_calls : m_chosen;
}

TicketOptions TicketDialog::options() const {
    return {.format = static_cast<TicketFormat>(m_format->currentIndex()),
            .zone = QTimeZone::systemTimeZone(),
            .withNotes = m_notes->isChecked(),
            .hidePersons = m_persons->isChecked()};
}

void TicketDialog::compose() {
    m_ticket = ticketText(failures(), options());
    m_preview->setPlainText(m_ticket.text());
    showMarks();
    showAdvice();
    say({});
    remember();
}

/// On a ground of their own, underlined, and in words: colour alone tells nothing.
void TicketDialog::showMarks() {
    QList<QTextEdit::ExtraSelection> marks;
    for (const RedactedText::Placeholder& placeholder : m_ticket.placeholders()) {
        QTextEdit::ExtraSelection mark;
        mark.format.setBackground(theme::markGround(palette()));
        mark.format.setForeground(theme::cautionText(palette()));
        mark.format.setFontUnderline(true);
        mark.cursor = QTextCursor(m_preview->document());
        mark.cursor.setPosition(static_cast<int>(placeholder.begin));
        mark.cursor.setPosition(static_cast<int>(placeholder.begin + placeholder.length),
                                QTextCursor::KeepAnchor);
        marks << mark;
    }
    m_preview->setExtraSelections(marks);
    const int hidden = m_ticket.replaced();
    m_hidden->setText(hidden == 0
                          ? tr("Nothing had to be hidden.")
                          : tr("%n part(s) hidden and marked; F3 goes to the next.", nullptr, hidden));
}

void TicketDialog::showAdvice() {
    QStringList advice = missingIdAdvice(failures());
    if (m_leftOut > 0)
        advice << tr("Only the first %1 of %2 chosen failures are in the ticket.")
                      .arg(shownNumber(mostFailures), shownNumber(mostFailures + m_leftOut));
    m_advice->setText(advice.join(u'\n'));
    m_advice->setVisible(!advice.isEmpty());
}

void TicketDialog::selectNextMark() {
    const QTextCursor cursor = m_preview->textCursor();
    const auto marks = m_preview->extraSelections();
    if (marks.isEmpty())
        return;
    const auto next = std::ranges::find_if(marks, [&](const QTextEdit::ExtraSelection& mark) {
        return mark.cursor.selectionStart() >= cursor.selectionEnd() &&
               mark.cursor.selectionEnd() > cursor.position();
    });
    m_preview->setTextCursor(next == marks.end() ? marks.first().cursor : next->cursor);
    m_preview->setFocus();
}

void TicketDialog::say(const QString& sentence, bool isWarning) {
    theme::setTextColor(*m_result,
                        isWarning ? theme::warningText(palette()) : palette().color(QPalette::WindowText));
    m_result->setText(sentence);
}

void TicketDialog::copy() {
    clipboard::put(m_ticket);
    say(tr("Copied. Paste it into a mail to %1.").arg(QLatin1StringView(guide::supportAddress)));
}

QString TicketDialog::suggestedName() const {
    const bool markdown = options().format == TicketFormat::Markdown;
    return QDateTime::currentDateTimeUtc().toString(u"'derouter-ticket-'yyyyMMdd'T'HHmmss'Z'"_s) +
           (markdown ? u".md"_s : u".txt"_s);
}

void TicketDialog::save() {
    auto* chooser = new QFileDialog(this, tr("Save Ticket"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setFileMode(QFileDialog::AnyFile);
    if (const QString folder = QSettings().value(u"ticket/folder"_s).toString(); !folder.isEmpty())
        chooser->setDirectory(folder);
    chooser->selectFile(suggestedName());
    connect(chooser, &QFileDialog::fileSelected, this, &TicketDialog::saveAs);
    chooser->open();
}

void TicketDialog::saveAs(const QString& path) {
    const auto saved = saveFile(path, [this](QIODevice& device) { device.write(m_ticket.utf8()); });
    if (!saved)
        return say(inert(saved.error().message), true);
    QSettings().setValue(u"ticket/folder"_s, QFileInfo(path).absolutePath());
    say(tr("Saved in %1.").arg(inert(path)));
}

/// Shows what the draft holds, so that nothing leaves that was not seen.
void TicketDialog::openMail() {
    m_format->setCurrentIndex(static_cast<int>(TicketFormat::Mail));
    const MailDraft draft = ticketMail(failures(), options());
    if (draft.isCut)
        clipboard::put(draft.body);
    if (!QDesktopServices::openUrl(QUrl::fromEncoded(draft.link, QUrl::StrictMode))) {
        clipboard::put(m_ticket);
        say(tr("No mail program could be opened. The ticket is on the clipboard: paste it into a mail to %1.")
                .arg(QLatin1StringView(guide::supportAddress)),
            true);
    } else if (draft.isCut) {
        say(tr("The ticket is longer than a mail link can hold: the draft has its beginning. The whole "
               "ticket is on "
               "the clipboard: paste it into the draft."),
            true);
    } else {
        say(tr("The draft was given to your mail program; you send it yourself."));
    }
}

void TicketDialog::restyle() {
    m_preview->setFont(theme::fixedFont(font()));
    theme::setTextColor(*m_hidden, theme::quietText(palette()));
    theme::setTextColor(*m_advice, theme::cautionText(palette()));
    for (QCheckBox* box : {m_persons, m_wholeCalls, m_notes})
        theme::showBox(*box);
}

void TicketDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    restyle();
    showMarks();
}

} // namespace derouter
