// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the values that Workspace shows.
#include "detailpane.h"
#include "filtermenu.h"
#include "filtertext.h"
#include "filtervalues.h"
#include "workspace.h"

#include <QAction>
#include <QLabel>
#include <QMenu>

namespace derouter {

/// Cells of a group that are each member's own have no value.
void Workspace::showCellMenu(const QModelIndex& index, QPoint at) {
    const auto field = EventModel::fieldOf(index.column());
    auto term = field && !index.data().toString().isEmpty()
                    ? FilterValues::termOf(m_monitor, m_model.storeRow(index.row()), *field)
                    : std::nullopt;
    if (index.data(EventModel::MarkRole).toBool())
        term = markTerm();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (term)
        addFilterActions(*menu, m_state, *term, m_times);
    menu->addSeparator();
    const QString shown = index.data().toString();
    if (!shown.isEmpty())
        connect(menu->addAction(tr("Copy Cell")), &QAction::triggered, this,
                [this, shown, column = index.column()] {
                    Q_EMIT copyRequested(EventModel::columnName(column), shown);
                });
    menu->addActions(m_rowActions);
    menu->popup(at);
}

void Workspace::showValueMenu(EventStore::Row row, FilterField field, QPoint at) {
    const auto term = FilterValues::termOf(m_monitor, row, field);
    const QLabel* const label = m_detail->valueLabel(field);
    if (!term || !label)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addFilterActions(*menu, m_state, *term, m_times);
    menu->addSeparator();
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this,
            [this, field, text = label->text()] { Q_EMIT copyRequested(filtertext::name(field), text); });
    menu->popup(at);
}

void Workspace::fillFilterMenu() {
    QMenu* menu = m_detail->filterMenu();
    menu->clear();
    for (int at = 0; at < filterFieldCount && m_detail->row(); ++at)
        if (const auto term =
                FilterValues::termOf(m_monitor, *m_detail->row(), static_cast<FilterField>(at))) {
            menu->addSeparator();
            addFilterActions(*menu, m_state, *term, m_times);
        }
}

} // namespace derouter
