// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commanddialog.h"

#include "logtext.h"
#include "monitor/monitor.h"
#include "source/command.h"
#include "theme.h"

#include <QLabel>
#include <QListWidget>
#include <QProcess>
#include <QVBoxLayout>

namespace derouter {

CommandDialog::CommandDialog(Monitor& monitor, QWidget* parent)
    : FollowDialog(monitor, parent)
    , m_words(new QListWidget) {
    resize(560, 400);
    auto* label = new QLabel(tr("The program and its &arguments, a line each:"));
    label->setBuddy(m_words);
    m_words->setFont(theme::fixedFont(font()));
    m_words->setSelectionMode(QAbstractItemView::NoSelection);
    m_words->setAccessibleName(tr("Program and arguments"));
    auto* meaning = new QVBoxLayout;
    meaning->addWidget(label);
    meaning->addWidget(m_words, 1);
    build({.title = tr("Follow a Command"),
           .note = tr("What the program writes is read like a log; when it ends, it is started again. No "
                      "shell is used: pipes, redirections and variables are given to the program as they "
                      "stand."),
           .example = tr("such as docker logs -f api"),
           .name = tr("Command")},
          meaning);
}

FollowDialog::Verdict CommandDialog::judge(const QString& line) {
    const QStringList words = QProcess::splitCommand(line);
    m_words->clear();
    for (const QString& word : words)
        m_words->addItem(oneLine(word.toStdString()));
    if (words.isEmpty())
        return {};
    const auto program = findProgram(words);
    if (!program)
        return {.text = inert(program.error().message), .warns = true};
    const QString note = shellNote(words);
    return {.text = note.isEmpty() ? tr("%1 will be run.").arg(inert(program.value())) : inert(note),
            .warns = !note.isEmpty(),
            .mayFollow = true};
}

void CommandDialog::follow(Monitor& monitor, const QString& line) {
    SourceSpec spec;
    spec.kind = SourceSpec::Kind::Command;
    spec.command = QProcess::splitCommand(line);
    spec.follow = true;
    monitor.addSource(spec);
}

} // namespace derouter
