// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the keyboard goes from one part of Workspace to the next.
#include "chartpanel.h"
#include "detailpane.h"
#include "emptystate.h"
#include "eventview.h"
#include "filterbar.h"
#include "ratechart.h"
#include "sourcepanel.h"
#include "workspace.h"

#include <QApplication>
#include <QStackedWidget>

#include <algorithm>

namespace derouter {

namespace {

/// What Tab would come to first within the panel; null where there is nothing.
QWidget* firstStop(QWidget* panel) {
    QWidget* at = panel;
    do {
        const bool isStop = (at->focusPolicy() & Qt::TabFocus) && !at->focusProxy();
        if (isStop && at->isVisible() && at->isEnabled() && (at == panel || panel->isAncestorOf(at)))
            return at;
        at = at->nextInFocusChain();
    } while (at != panel);
    return nullptr;
}

} // namespace

/// In the order that Tab takes; a panel stands for all that is in it, and begins with its second.
std::vector<std::pair<QWidget*, QWidget*>> Workspace::panels() const {
    std::vector<std::pair<QWidget*, QWidget*>> all{
        {m_filterBar, &m_filterBar->field()}, {m_tablePages, firstStop(m_tablePages)},
        {m_detail, firstStop(m_detail)},      {m_chartPanel, m_chartPanel->chart()},
        {m_empty, firstStop(m_empty)},        {m_sources, firstStop(m_sources)}};
    std::erase_if(all, [](const auto& panel) { return !panel.second || !panel.second->isVisible(); });
    return all;
}

void Workspace::goToPanel(int step) {
    const auto all = panels();
    const auto count = static_cast<int>(all.size());
    if (count == 0)
        return;
    const QWidget* focus = QApplication::focusWidget();
    const auto here = std::ranges::find_if(all, [focus](const auto& panel) {
        return focus && (panel.first == focus || panel.first->isAncestorOf(focus));
    });
    int next = step > 0 ? 0 : count - 1;
    if (here != all.end())
        next = (static_cast<int>(here - all.begin()) + step + count) % count;
    enter(*all[static_cast<std::size_t>(next)].second);
}

void Workspace::goToTable() {
    if (QWidget* first = firstStop(m_tablePages))
        enter(*first);
}

void Workspace::enter(QWidget& widget) {
    window()->setAttribute(Qt::WA_KeyboardFocusChange); // the focus is to be seen
    widget.setFocus(Qt::ShortcutFocusReason);
    if (m_detail->isAncestorOf(&widget))
        m_detail->ensureWidgetVisible(&widget);
}

} // namespace derouter
