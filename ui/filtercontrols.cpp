// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filtercontrols.h"

#include "guide/errorguide.h"
#include "theme.h"

#include <QMenu>

#include <bit>
#include <chrono>

namespace derouter {

SearchField::SearchField(FilterState& state, QWidget* parent)
    : QLineEdit(parent)
    , m_state(state) {
    setPlaceholderText(tr("Search message, request-id, model …"));
    setClearButtonEnabled(true);
    setAcceptDrops(false);
    setAccessibleName(tr("Search"));
    setAccessibleDescription(
        tr("Shows only failures whose code, type, cause, message, model, request-id, source or path "
           "contains this text."));
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(150));
    connect(this, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] { m_state.changeText(text()); });
    connect(this, &QLineEdit::returnPressed, this, [this] {
        m_pause.stop();
        m_state.changeText(text());
    });
    connect(&state, &FilterState::changed, this, [this] {
        if (!m_pause.isActive() && text() != m_state.filter().text)
            setText(m_state.filter().text);
    });
}

CodeMenuButton::CodeMenuButton(FilterState& state, QWidget* parent)
    : QToolButton(parent)
    , m_state(state) {
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setToolTip(tr("Show only some codes, or only one side's failures"));
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &CodeMenuButton::fill);
    connect(&state, &FilterState::changed, this, &CodeMenuButton::showState);
    fill();
    showState();
}

void CodeMenuButton::fill() {
    menu()->clear();
    menu()->addSection(tr("Whose move"));
    for (int move = 0; move < whoseMoveCount; ++move) {
        const auto whose = static_cast<WhoseMove>(move);
        QAction* action = menu()->addAction(guide::moveName(whose).translated());
        action->setCheckable(true);
        action->setChecked(m_state.filter().moves & bit(whose));
        connect(action, &QAction::triggered, this, [this, whose] { m_state.toggleMove(whose); });
    }
    menu()->addSection(tr("Code"));
    for (int group = 0; group < static_cast<int>(codegroups::all().size()); ++group) {
        QAction* action = menu()->addAction(codegroups::title(group));
        action->setCheckable(true);
        action->setChecked(m_state.filter().groups & codegroups::bit(group));
        connect(action, &QAction::triggered, this, [this, group] {
            EventFilter next = m_state.filter();
            next.groups ^= codegroups::bit(group);
            m_state.change(next);
        });
    }
}

void CodeMenuButton::showState() {
    const int chosen = std::popcount(m_state.filter().groups) + std::popcount(m_state.filter().moves);
    setText(chosen == 0 ? tr("All codes") : tr("Codes (%1)").arg(chosen));
}

} // namespace derouter
