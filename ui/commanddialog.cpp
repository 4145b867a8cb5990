// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commanddialog.h"

#include "logtext.h"
#include "monitor/monitor.h"
#include "source/command.h"
#include "theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QVBoxLayout>

namespace derouter {

CommandDialog::CommandDialog(Monitor& monitor, QWidget* parent)
    : QDialog(parent)
    , m_monitor(monitor)
    , m_line(new QLineEdit)
    , m_words(new QListWidget)
    , m_verdict(new QLabel) {
    build();
    connect(m_line, &QLineEdit::textChanged, this, &CommandDialog::preview);
    preview();
    m_line->setFocus();
}

void CommandDialog::build() {
    setWindowTitle(tr("Follow a Command"));
    resize(560, 400);
    auto* note = new QLabel(
        tr("What the program writes is read like a log; when it ends, it is started again. No shell is used: "
           "pipes, redirections and variables are given to the program as they stand."));
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    m_line->setPlaceholderText(tr("such as docker logs -f api"));
    m_line->setClearButtonEnabled(true);
    m_line->setFont(theme::fixedFont(font()));
    m_line->setAccessibleName(tr("Command"));
    auto* label = new QLabel(tr("The program and its &arguments, a line each:"));
    label->setBuddy(m_words);
    m_words->setFont(theme::fixedFont(font()));
    m_words->setSelectionMode(QAbstractItemView::NoSelection);
    m_words->setAccessibleName(tr("Program and arguments"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("&Follow"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(note);
    column->addWidget(m_line);
    column->addWidget(label);
    column->addWidget(m_words, 1);
    column->addWidget(m_verdict);
    column->addWidget(buttons);
}

QStringList CommandDialog::command() const {
    return QProcess::splitCommand(m_line->text());
}

void CommandDialog::preview() {
    const QStringList words = command();
    m_words->clear();
    for (const QString& word : words)
        m_words->addItem(oneLine(word.toStdString()));
    const auto program = findProgram(words);
    const QString note = shellNote(words);
    const bool isWrong = !words.isEmpty() && (!program || !note.isEmpty());
    theme::setTextColor(*m_verdict,
                        isWrong ? theme::warningText(palette()) : palette().color(QPalette::WindowText));
    m_verdict->setText(words.isEmpty()   ? QString()
                       : !program        ? inert(program.error().message)
                       : !note.isEmpty() ? inert(note)
                                         : tr("%1 will be run.").arg(inert(program.value())));
    m_use->setEnabled(program.ok());
}

void CommandDialog::accept() {
    if (!m_use->isEnabled())
        return;
    SourceSpec spec;
    spec.kind = SourceSpec::Kind::Command;
    spec.command = command();
    spec.follow = true;
    m_monitor.addSource(spec);
    QDialog::accept();
}

} // namespace derouter
