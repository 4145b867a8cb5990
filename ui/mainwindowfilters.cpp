// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "actions.h"
#include "comparisondialog.h"
#include "eventview.h"
#include "filterbar.h"
#include "logtext.h"
#include "savedfilters.h"
#include "workspace.h"

#include <QAction>
#include <QDateTime>
#include <QInputDialog>
#include <QMenu>

// What is shown of the failures.

namespace derouter {

SearchField& MainWindow::searchField() {
    return m_workspace->filterBar()->field();
}

void MainWindow::connectFilters() {
    connect(m_actions->find, &QAction::triggered, this, [this] {
        searchField().setFocus(Qt::ShortcutFocusReason);
        searchField().selectAll();
    });
    searchField().setHistory({m_actions->undo, m_actions->redo});
    connect(m_actions->undo, &QAction::triggered, &m_filter, &FilterState::undo);
    connect(m_actions->redo, &QAction::triggered, &m_filter, &FilterState::redo);
    connect(m_actions->filtersOff, &QAction::triggered, &m_filter, &FilterState::setOff);
    connect(m_actions->backToAll, &QAction::triggered, &m_filter, &FilterState::clear);
    connect(m_actions->calls, &QAction::triggered, &m_filter, &FilterState::setCalls);
    for (QAction* last : m_actions->lastTimes)
        connect(last, &QAction::triggered, &m_filter, [this, length = last->data().toString()] {
            m_filter.add({.field = FilterField::Time, .value = length});
        });
    connect(m_actions->allTimes, &QAction::triggered, &m_filter, [this] { m_filter.setRange({}); });
    m_filter.setNow([this] { return lastMoment(); });
    const EventView* const view = m_workspace->view();
    connect(view, &EventView::followStateChanged, &m_filter,
            [this, view] { m_filter.hold(view->isFollowing() && view->isPaused()); });
    connect(m_actions->compare, &QAction::triggered, this, &MainWindow::compare);
    connect(m_actions->saveFilters, &QAction::triggered, this, &MainWindow::saveFilters);
    connect(m_actions->savedFilters, &QMenu::aboutToShow, this, &MainWindow::fillSavedFilters);
}

/// Now, where something is followed; else when the logs end.
Microseconds MainWindow::lastMoment() const {
    const auto last = m_monitor.totals().lastTime;
    return m_workspace->hasFollowedSource() || !last ? QDateTime::currentMSecsSinceEpoch() * 1000
                                                     : *last + microsecondsPerSecond;
}

void MainWindow::saveFilters() {
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save Filters"));
    dialog->setLabelText(tr("Name of these filters:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        if (name.trimmed().isEmpty())
            return;
        const std::vector<FilterTerm>& terms = m_filter.view().terms;
        const std::size_t kept = savedfilters::save(name.trimmed(), terms);
        showNote(kept == terms.size() ? tr("%n filter(s) saved", nullptr, static_cast<int>(kept))
                                      : tr("%n filter(s) saved; one that holds a secret is not kept", nullptr,
                                           static_cast<int>(kept)));
    });
    dialog->open();
}

/// These filters in the place of all others, in one step.
void MainWindow::showOnly(const std::vector<FilterTerm>& terms) {
    m_filter.edit([&terms](ViewState& view) {
        view = {.calls = view.calls};
        for (const FilterTerm& term : terms)
            view.add(term);
    });
}

/// Stays open beside the window, so that one can look at what each line stands for.
void MainWindow::compare() {
    auto* dialog =
        new ComparisonDialog(m_monitor, m_filter.filter().range(), m_workspace->timeDisplay(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ComparisonDialog::failuresChosen, this, &MainWindow::showOnly);
    connect(dialog, &ComparisonDialog::copyRequested, m_workspace, &Workspace::copyRequested);
    dialog->show();
}

void MainWindow::fillSavedFilters() {
    QMenu* menu = m_actions->savedFilters;
    menu->clear();
    const QList<savedfilters::Set> sets = savedfilters::load();
    for (const savedfilters::Set& set : sets)
        menu->addAction(labelText(inert(set.name)), this, [this, terms = set.terms] { showOnly(terms); });
    if (sets.isEmpty()) {
        menu->addAction(tr("None yet"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    QMenu* forget = menu->addMenu(tr("Forget"));
    for (const savedfilters::Set& set : sets)
        forget->addAction(labelText(inert(set.name)), this,
                          [name = set.name] { savedfilters::remove(name); });
}

} // namespace derouter
