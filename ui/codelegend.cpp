// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codelegend.h"

#include "core/shownnumber.h"
#include "flowlayout.h"
#include "logtext.h"
#include "theme.h"

#include <QEvent>
#include <QGuiApplication>
#include <QToolButton>

namespace derouter {

CodeLegend::CodeLegend(QWidget* parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this)) {
    m_flow->setContentsMargins(8, 2, 8, 4);
    m_flow->setSpacing(2);
    for (int group = 0; group < static_cast<int>(codegroups::all().size()); ++group) {
        m_buttons.push_back(makeButton(group));
        m_flow->addWidget(m_buttons.back());
    }
    colorMarkers();
}

QToolButton* CodeLegend::makeButton(int group) {
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize({12, 12});
    button->setFocusPolicy(Qt::TabFocus);
    button->hide();
    connect(button, &QToolButton::clicked, this, [this, group] {
        if (QGuiApplication::keyboardModifiers() & Qt::ControlModifier)
            Q_EMIT toggleRequested(group);
        else
            Q_EMIT isolateRequested(group);
    });
    return button;
}

void CodeLegend::setCounts(const std::vector<std::uint64_t>& counts, codegroups::Mask present,
                           codegroups::Mask shown) {
    for (int group = 0; group < static_cast<int>(m_buttons.size()); ++group) {
        QToolButton* own = button(group);
        const std::uint64_t count = counts[static_cast<std::size_t>(group)];
        const bool isShown = shown & codegroups::bit(group);
        const QString number = shownNumber(count);
        own->setText(tr("%1  %2", "a code and its count").arg(codegroups::label(group), number));
        own->setToolTip(tooltip(
            tr("%1\nClick: only this one. Ctrl + click: show or hide it.").arg(codegroups::meaning(group))));
        own->setAccessibleName(tr("%1, %2", "a code and its count").arg(codegroups::label(group), number));
        own->setAccessibleDescription(isShown ? codegroups::meaning(group)
                                              : tr("%1; hidden").arg(codegroups::meaning(group)));
        QFont font = this->font();
        font.setStrikeOut(!isShown);
        own->setFont(font);
        own->setForegroundRole(isShown ? QPalette::ButtonText : QPalette::PlaceholderText);
        own->setVisible(present & codegroups::bit(group));
    }
    fitHeight();
}

void CodeLegend::fitHeight() {
    setFixedHeight(m_flow->heightFor(width()));
}

void CodeLegend::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHeight();
}

void CodeLegend::colorMarkers() {
    for (int group = 0; group < static_cast<int>(m_buttons.size()); ++group)
        button(group)->setIcon(theme::marker(codegroups::all()[static_cast<std::size_t>(group)].move,
                                             theme::groupColor(group, palette())));
}

void CodeLegend::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colorMarkers();
}

} // namespace derouter
