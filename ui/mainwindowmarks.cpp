// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "actions.h"
#include "core/shownnumber.h"
#include "detailpane.h"
#include "eventview.h"
#include "keytip.h"
#include "markpart.h"
#include "monitor/marks.h"
#include "workspace.h"

#include <QAction>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>

#include <algorithm>
#include <iterator>
#include <utility>

// What the user marks and notes.

namespace derouter {

void MainWindow::connectMarks() {
    const auto chosen = [this] { return m_workspace->view()->selectedEvents(); };
    const auto shown = [this] {
        const auto row = m_workspace->detail()->row();
        return row ? std::vector{*row} : std::vector<EventStore::Row>();
    };
    connect(m_actions->mark, &QAction::triggered, this, [=, this] { toggleMarks(chosen()); });
    connect(m_actions->note, &QAction::triggered, this, [=, this] { writeNote(chosen()); });
    connect(m_actions->nextMark, &QAction::triggered, this, [this] { goToMark(1); });
    connect(m_actions->previousMark, &QAction::triggered, this, [this] { goToMark(-1); });
    MarkPart* const part = m_workspace->detail()->markPart();
    connect(part->markButton(), &QPushButton::clicked, this, [=, this] { toggleMarks(shown()); });
    connect(part->noteButton(), &QPushButton::clicked, this, [=, this] { writeNote(shown()); });
    m_workspace->setRowActions({m_actions->mark, m_actions->note, m_actions->copyRows,
                                m_actions->copies->menuAction(), m_actions->copyId, m_actions->ticket});
}

/// Marks those that are not yet; when all are, takes the marks off. A call is marked when an attempt of it
/// is.
void MainWindow::toggleMarks(std::vector<EventStore::Row> rows) {
    Marks& marks = m_monitor.marks();
    const bool byCall = m_filter.filter().calls;
    std::erase_if(rows, [this](EventStore::Row row) { return !m_monitor.events().isKept(row); });
    const auto isMarked = [this](EventStore::Row row) { return m_workspace->model().isFailureMarked(row); };
    const auto count = static_cast<int>(rows.size());
    if (rows.empty())
        return;
    if (std::ranges::all_of(rows, isMarked)) {
        for (const EventStore::Row row : byCall ? std::vector(rows) : std::vector<EventStore::Row>())
            std::ranges::copy(m_monitor.events().attempts(row), std::back_inserter(rows));
        marks.unmark(rows);
        return showNote(tr("%n failure(s) no longer marked", nullptr, count));
    }
    std::erase_if(rows, isMarked);
    const std::size_t marked = marks.mark(rows);
    tellMarked(marked, rows.size());
}

void MainWindow::tellMarked(std::size_t marked, std::size_t wanted) {
    showNote(marked == wanted ? tr("%n failure(s) marked", nullptr, static_cast<int>(marked))
                              : tr("Only %1 of %2 marked: there can be %3 marks at most")
                                    .arg(shownNumber(marked), shownNumber(wanted), shownNumber(Marks::most)));
}

/// Notes that differ are all replaced by one that is written, and stay when none is.
void MainWindow::writeNote(const std::vector<EventStore::Row>& rows) {
    if (rows.empty())
        return;
    const Marks& marks = m_monitor.marks();
    const QString first = marks.note(rows.front());
    const bool isCommon =
        std::ranges::all_of(rows, [&](EventStore::Row row) { return marks.note(row) == first; });
    const QString before = isCommon ? first : QString();
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Note"));
    dialog->setLabelText(tr("Your note on %n failure(s). Without words it is removed.", nullptr,
                            static_cast<int>(rows.size())));
    dialog->setTextValue(before);
    if (auto* field = dialog->findChild<QLineEdit*>())
        field->setMaxLength(Marks::longestNote);
    // Rows would be others'.
    connect(&m_monitor, &Monitor::eventsReset, dialog, &QDialog::reject);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, rows, before](const QString& text) {
        if (text == before)
            return;
        const std::size_t noted = m_monitor.marks().setNote(rows, text);
        if (!text.simplified().isEmpty())
            tellMarked(noted, rows.size());
    });
    dialog->open();
}

void MainWindow::goToMark(int step) {
    if (m_workspace->view()->selectMarked(step))
        return;
    const auto hidden = static_cast<int>(m_workspace->model().hiddenMarks());
    const QString key = KeyTip::of(*m_actions->mark).key();
    const QString none = key.isEmpty()
                             ? tr("Nothing is marked")
                             : tr("Nothing is marked; %1 marks the chosen failures", "a key").arg(key);
    showNote(m_monitor.marks().rows().empty() ? none
             : hidden > 0                     ? tr("%n mark(s) hidden by the filter", nullptr, hidden)
             : step > 0                       ? tr("No mark further down")
                                              : tr("No mark further up"));
}

} // namespace derouter
