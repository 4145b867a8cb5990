// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "explaindialog.h"

#include "clipboard.h"
#include "dialogparts.h"
#include "guide/errorguide.h"
#include "logtext.h"
#include "report/redactor.h"
#include "theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

#include <chrono>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int margin = 16;
constexpr int spacing = 8;
constexpr qsizetype longestError = 16 * 1024;      // characters
constexpr qsizetype longestExplained = 128 * 1024; // characters: explained while one types
constexpr std::chrono::milliseconds pause{150};

QFont weighty(QFont font, double size = 1) {
    font.setPointSizeF(font.pointSizeF() * size);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ExplainDialog::ExplainDialog(const QString& pasted, QWidget* parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit)
    , m_answer(new QScrollArea)
    , m_said(selectableLabel()) {
    build();
    m_text->setPlainText(pasted);
    m_typing.setSingleShot(true);
    m_typing.setInterval(pause);
    connect(&m_typing, &QTimer::timeout, this, &ExplainDialog::explain);
    connect(m_text, &QPlainTextEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    explain();
    m_text->setFocus();
}

bool ExplainDialog::isOneError(const QString& pasted) {
    return pasted.size() <= longestError && !explainText(pasted.toUtf8()).isLog;
}

void ExplainDialog::build() {
    setWindowTitle(tr("Explain an Error"));
    resize(720, 640);
    auto* label = new QLabel(tr("&Paste an error body, an exception, a log line or what curl -i printed:"));
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Error to explain"));
    m_text->setTabChangesFocus(true);
    m_text->setFont(theme::fixedFont(font()));
    m_text->document()->setDocumentMargin(spacing);
    m_text->setMinimumHeight(90);
    m_answer->setWidgetResizable(true);
    m_answer->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_answer->setAccessibleName(tr("Explanation"));
    m_answer->setBackgroundRole(QPalette::Base);
    m_said->setAccessibleDescription(tr("What was done"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(spacing);
    column->addWidget(label);
    column->addWidget(m_text, 1);
    column->addWidget(m_answer, 3);
    column->addLayout(buildButtons());
}

QLayout* ExplainDialog::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    row->addWidget(m_said, 1);
    m_copy = addButton(*row, tr("&Copy Explanation"));
    m_open = addButton(*row, tr("Open as a &Log"));
    m_open->setToolTip(tr("Read the text as a log in the window"));
    QPushButton* const close = addButton(*row, tr("Cl&ose"));
    connect(m_copy, &QPushButton::clicked, this,
            [this] { copy(m_explained.text(), tr("Explanation copied.")); });
    connect(m_open, &QPushButton::clicked, this, &ExplainDialog::openAsLog);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return row;
}

void ExplainDialog::explain() {
    const QString text = m_text->toPlainText();
    m_isCut = text.size() > longestExplained;
    m_explained = explainText(text.first(std::min(text.size(), longestExplained)).toUtf8());
    m_copy->setEnabled(!m_explained.failures.empty());
    m_open->setEnabled(!text.trimmed().isEmpty());
    m_said->clear();
    showAnswer();
}

void ExplainDialog::showAnswer() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    QStringList notes;
    if (m_text->document()->isEmpty())
        notes << tr("The explanation appears here. Nothing leaves this computer.");
    else if (m_explained.failures.empty())
        notes << Explained::notRecognised() << inert(m_explained.facts.text());
    notes << m_explained.more;
    if (m_isCut)
        notes << tr("The text is long: only its beginning is explained. Open it as a log to see all of it.");
    for (const Explained::Failure& failure : m_explained.failures)
        column->addWidget(failureBox(failure));
    notes.removeAll(QString());
    for (const QString& note : notes) {
        QLabel* const label = selectableLabel(note);
        theme::setTextColor(*label, theme::quietText(palette()));
        column->addWidget(label);
    }
    column->addStretch(1);
    m_answer->setWidget(content); // deletes the one before
}

QWidget* ExplainDialog::failureBox(const Explained::Failure& failure) {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addLayout(titleRow(failure));
    if (!failure.requestId.isEmpty())
        column->addLayout(idRow(failure.requestId));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(margin);
    grid->setVerticalSpacing(spacing);
    grid->setColumnStretch(1, 1);
    for (const Explained::Fact& fact : failure.facts) {
        if (fact.isInTitle)
            continue;
        const int row = grid->rowCount();
        QLabel* const name = selectableLabel(fact.name);
        name->setWordWrap(false);
        theme::setTextColor(*name, theme::quietText(palette()));
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(selectableLabel(inert(fact.value.text())), row, 1, Qt::AlignTop);
    }
    column->addLayout(grid);
    return box;
}

QLayout* ExplainDialog::titleRow(const Explained::Failure& failure) {
    constexpr int side = 14;
    const QColor color = theme::moveColor(failure.move, palette());
    auto* marker = new QLabel;
    marker->setPixmap(theme::marker(failure.move, color, side).pixmap(side, side));
    QLabel* const title = selectableLabel(failure.title);
    title->setFont(weighty(font(), 1.3));
    QLabel* const move =
        selectableLabel(tr("Whose move: %1").arg(guide::moveName(failure.move).translated()));
    move->setFont(weighty(font()));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing);
    grid->setVerticalSpacing(spacing / 2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(marker, 0, 0);
    grid->addWidget(title, 0, 1);
    grid->addWidget(move, 1, 0, 1, 2);
    return grid;
}

QLayout* ExplainDialog::idRow(const RedactedText& id) {
    QLabel* const label = selectableLabel(id.text());
    label->setAccessibleDescription(tr("Request-id"));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFont(theme::fixedFont(font()));
    auto* button = new QPushButton(tr("Copy Request-&id"));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, id] { copy(id, tr("Request-id copied.")); });
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    row->addWidget(label, 1);
    row->addWidget(button);
    return row;
}

void ExplainDialog::copy(const RedactedText& text, const QString& said) {
    clipboard::put(text);
    m_said->setText(said);
}

void ExplainDialog::openAsLog() {
    Q_EMIT logRequested(m_text->toPlainText().toUtf8());
    accept();
}

void ExplainDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showAnswer();
}

} // namespace derouter
