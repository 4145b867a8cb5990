// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "followdialog.h"

#include "dialogparts.h"
#include "theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace derouter {

FollowDialog::FollowDialog(Monitor& monitor, QWidget* parent)
    : QDialog(parent)
    , m_monitor(monitor)
    , m_line(new QLineEdit)
    , m_verdict(plainLabel()) {}

void FollowDialog::build(const Words& words, QLayout* meaning) {
    setWindowTitle(words.title);
    m_line->setPlaceholderText(words.example);
    addClearButton(*m_line);
    m_line->setFont(theme::fixedFont(font()));
    m_line->setAccessibleName(words.name);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("&Follow"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(plainLabel(words.note));
    column->addWidget(m_line);
    if (meaning)
        column->addLayout(meaning, 1);
    column->addWidget(m_verdict, meaning ? 0 : 1);
    column->addWidget(buttons);
    connect(m_line, &QLineEdit::textChanged, this, &FollowDialog::check);
    check();
    m_line->setFocus();
}

void FollowDialog::check() {
    const Verdict verdict = judge(m_line->text().trimmed());
    theme::setTextColor(*m_verdict, verdict.warns ? theme::warningText(palette())
                                                  : palette().color(QPalette::WindowText));
    m_verdict->setText(verdict.text);
    m_use->setEnabled(verdict.mayFollow);
}

void FollowDialog::accept() {
    if (!m_use->isEnabled())
        return;
    follow(m_monitor, m_line->text().trimmed());
    QDialog::accept();
}

} // namespace derouter
