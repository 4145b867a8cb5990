// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartlegend.h"

#include "core/shownnumber.h"
#include "flowlayout.h"
#include "logtext.h"
#include "theme.h"

#include <QEvent>
#include <QGuiApplication>
#include <QToolButton>

#include <utility>

namespace derouter {

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this)) {
    m_flow->setContentsMargins(8, 2, 8, 4);
    m_flow->setSpacing(2);
    setGroups({});
}

void ChartLegend::setGroups(const ChartGroups& groups) {
    for (QToolButton* button : m_buttons)
        button->deleteLater(); // it may be the one that was clicked
    m_buttons.clear();
    while (QLayoutItem* item = m_flow->takeAt(0))
        delete item;
    m_groups = groups;
    for (int group = 0; group < static_cast<int>(groups.size()); ++group) {
        m_buttons.push_back(makeButton(group));
        m_flow->addWidget(m_buttons.back());
    }
    QWidget* before = previousInFocusChain(); // else Tab would come to them last of all
    while (before != this && !(before->focusPolicy() & Qt::TabFocus))
        before = before->previousInFocusChain();
    for (QToolButton* button : m_buttons)
        setTabOrder(std::exchange(before, button), button);
    colorMarkers();
}

QToolButton* ChartLegend::makeButton(int group) {
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

void ChartLegend::show(const ChartGroups& groups, const std::vector<Entry>& entries) {
    if (groups != m_groups)
        setGroups(groups);
    for (std::size_t group = 0; group < m_buttons.size(); ++group) {
        QToolButton* own = m_buttons[group];
        const Entry& entry = entries[group];
        const QString number = shownNumber(entry.count);
        own->setText(tr("%1  %2", "a code and its count").arg(groups.label(group), number));
        own->setToolTip(tooltip(
            tr("%1\nClick: only this one. Ctrl + click: show or hide it.").arg(groups.meaning(group))));
        own->setAccessibleName(tr("%1, %2", "a code and its count").arg(groups.label(group), number));
        own->setAccessibleDescription(entry.isShown ? groups.meaning(group)
                                                    : tr("%1; hidden").arg(groups.meaning(group)));
        QFont font = this->font();
        font.setStrikeOut(!entry.isShown);
        own->setFont(font);
        own->setForegroundRole(entry.isShown ? QPalette::ButtonText : QPalette::PlaceholderText);
        own->setVisible(entry.isPresent);
    }
    fitHeight();
}

void ChartLegend::fitHeight() {
    setFixedHeight(m_flow->heightFor(width()));
}

void ChartLegend::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHeight();
}

void ChartLegend::colorMarkers() {
    for (std::size_t group = 0; group < m_buttons.size(); ++group)
        m_buttons[group]->setIcon(theme::marker(m_groups.move(group), m_groups.color(group, palette())));
}

void ChartLegend::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colorMarkers();
}

} // namespace derouter
