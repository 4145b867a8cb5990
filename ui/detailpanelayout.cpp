// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets of DetailPane and where they stand.
#include "detailpane.h"
#include "dialogparts.h"
#include "keytip.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

namespace derouter {

namespace {

constexpr int factCount = 11;

} // namespace

QWidget* DetailPane::buildHead() {
    auto* box = new QWidget;
    m_marker = new QLabel(box);
    m_code = selectableLabel({}, box);
    m_code->setWordWrap(false);
    m_meaning = selectableLabel({}, box);
    m_verdict = selectableLabel({}, box);
    m_notInGuide = selectableLabel({}, box);
    m_notInGuide->setText(tr("Not in the guide"));
    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_marker);
    first->addWidget(m_code);
    first->addWidget(m_meaning, 1);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(first);
    column->addWidget(m_verdict);
    column->addWidget(m_notInGuide);
    offerFilter(m_code, FilterField::Code);
    offerFilter(m_meaning, FilterField::Cause);
    offerFilter(m_verdict, FilterField::Move);
    return box;
}

QWidget* DetailPane::buildIdRow() {
    auto* box = new QWidget;
    m_requestId = selectableLabel({}, box);
    m_requestId->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_requestId->setAccessibleDescription(tr("Request-id"));
    m_copy = new QPushButton(tr("Copy"), box);
    m_copy->setAccessibleName(tr("Copy request-id"));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &DetailPane::copyRequestIdRequested);
    m_ticket = new QPushButton(tr("Support Ticket…"), box);
    KeyTip::of(*m_ticket).setText(tr("What DeRouter's support asks for, to be copied, saved or mailed"));
    m_ticket->setAutoDefault(false);
    connect(m_ticket, &QPushButton::clicked, this, &DetailPane::ticketRequested);
    auto* filter = new QPushButton(tr("Filter"), box);
    filter->setToolTip(tr("Show only failures like this one in some way, or all others"));
    filter->setAutoDefault(false);
    m_filterMenu = new QMenu(filter);
    filter->setMenu(m_filterMenu);
    auto* copy = new QPushButton(tr("Copy"), box);
    copy->setToolTip(tr("Copy one of the values that are shown"));
    copy->setAccessibleName(tr("Copy a value"));
    copy->setAutoDefault(false);
    m_copyMenu = new QMenu(copy);
    copy->setMenu(m_copyMenu);
    connect(m_copyMenu, &QMenu::aboutToShow, this, &DetailPane::fillCopyMenu);
    m_idAdvice = selectableLabel({}, box);
    m_idAdvice->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_quiet.push_back(m_idAdvice);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_ticket);
    buttons->addWidget(filter);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_requestId, 0, 0);
    grid->addWidget(m_copy, 0, 1);
    grid->addWidget(m_idAdvice, 1, 0, 1, 2);
    grid->addLayout(buttons, 2, 0, 1, 2);
    offerFilter(m_requestId, FilterField::RequestId);
    return box;
}

DetailPane::Paragraph DetailPane::makeParagraph(const QString& heading) {
    auto* box = new QWidget;
    auto* head = headingLabel(heading, box);
    auto* origin = selectableLabel({}, box);
    origin->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_quiet.push_back(origin);
    auto* body = selectableLabel({}, box);
    body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    body->setFocusPolicy(Qt::StrongFocus); // the pane scrolls to what the keys go to
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->addWidget(head, 0, 0);
    grid->addWidget(origin, 0, 1);
    grid->addWidget(body, 1, 0, 1, 2);
    origin->setWordWrap(false);
    return {box, head, origin, body};
}

QWidget* DetailPane::buildFacts() {
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < factCount; ++row) {
        QLabel* name = selectableLabel({}, box);
        name->setWordWrap(false);
        m_quiet.push_back(name);
        m_facts.emplace_back(name, selectableLabel({}, box));
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(m_facts.back().second, row, 1);
    }
    return box;
}

QWidget* DetailPane::buildRaw() {
    auto* box = new QWidget;
    auto* heading = headingLabel(tr("Raw record"), box);
    m_rawNote = selectableLabel({}, box);
    m_rawNote->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_quiet.push_back(m_rawNote);
    m_formatted = new QPushButton(tr("Formatted"), box);
    m_formatted->setToolTip(tr("Shows each member of the record on a line of its own"));
    m_formatted->setCheckable(true);
    m_formatted->setAutoDefault(false);
    connect(m_formatted, &QPushButton::toggled, this, &DetailPane::showRecord);
    m_raw = new QPlainTextEdit(box);
    m_raw->setReadOnly(true);
    m_raw->setTabChangesFocus(true);
    m_raw->setMinimumHeight(96);
    m_raw->setAcceptDrops(false);
    m_raw->setAccessibleName(tr("Raw record"));
    m_raw->setWordWrapMode(QTextOption::WrapAnywhere);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->addWidget(heading, 0, 0);
    grid->addWidget(m_rawNote, 0, 1);
    grid->addWidget(m_formatted, 0, 2);
    grid->addWidget(m_raw, 1, 0, 1, 3);
    grid->setRowStretch(1, 1);
    return box;
}

} // namespace derouter
