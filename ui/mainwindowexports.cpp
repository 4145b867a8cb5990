// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "actions.h"
#include "filtertext.h"
#include "logtext.h"
#include "monitor/monitor.h"
#include "report/report.h"
#include "savedialog.h"
#include "workspace.h"

#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>

#include <algorithm>
#include <iterator>

// What leaves the window as files.

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

struct ReportForm {
    ReportFormat format;
    const char* name;
    QLatin1StringView suffix;
};

constexpr ReportForm reportForms[] = {
    {ReportFormat::Html, QT_TRANSLATE_NOOP("derouter::MainWindow", "Web page"), "html"_L1},
    {ReportFormat::Markdown, QT_TRANSLATE_NOOP("derouter::MainWindow", "Markdown"), "md"_L1},
    {ReportFormat::Text, QT_TRANSLATE_NOOP("derouter::MainWindow", "Text"), "txt"_L1},
    {ReportFormat::Csv, QT_TRANSLATE_NOOP("derouter::MainWindow", "Table for spreadsheets"), "csv"_L1},
    {ReportFormat::Json, QT_TRANSLATE_NOOP("derouter::MainWindow", "JSON"), "json"_L1},
    {ReportFormat::Jsonl, QT_TRANSLATE_NOOP("derouter::MainWindow", "JSON lines"), "jsonl"_L1},
};

} // namespace

void MainWindow::connectExports() {
    connect(m_actions->saveReport, &QAction::triggered, this, [this] { saveReport(false); });
    connect(m_actions->saveEverything, &QAction::triggered, this, [this] { saveReport(true); });
}

bool MainWindow::isFiltered() const {
    return std::ranges::any_of(m_filter.filter().terms, &FilterTerm::on);
}

/// All attempts that match, also where the table shows calls.
ReportScope MainWindow::reportScope(bool onEverything) const {
    if (onEverything || !isFiltered())
        return ReportScope(m_monitor);
    const EventModel& model = m_workspace->model();
    std::vector<EventStore::Row> rows(model.visible().begin(), model.visible().end());
    std::ranges::copy(model.earlier(), std::back_inserter(rows));
    std::vector<FilterTerm> terms;
    std::ranges::copy_if(m_filter.filter().terms, std::back_inserter(terms), &FilterTerm::on);
    return {m_monitor, std::move(rows), filtertext::sentence(terms, m_workspace->timeDisplay())};
}

void MainWindow::saveReport(bool onEverything) {
    const bool onPart = isFiltered() && !onEverything;
    QList<SaveDialog::Form> forms;
    for (const ReportForm& form : reportForms)
        forms << SaveDialog::Form{tr(form.name), form.suffix};
    const auto count = static_cast<int>(reportScope(onEverything).rows().size());
    auto* chooser = new SaveDialog(onPart ? tr("Save a Report on the %n Failure(s) Shown", nullptr, count)
                                          : tr("Save a Report on Everything: %n Failure(s)", nullptr, count),
                                   u"report"_s, forms, this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &SaveDialog::chosen, this, [this, onEverything](const QString& path, int form) {
        const ReportScope scope = reportScope(onEverything);
        QApplication::setOverrideCursor(Qt::WaitCursor);
        const auto saved =
            saveFile(path, [&](QIODevice& device) { writeReport(reportForms[form].format, scope, device); });
        QApplication::restoreOverrideCursor();
        tellSaved(saved, tr("%n failure(s) written to %1", nullptr, static_cast<int>(scope.rows().size()))
                             .arg(inert(QFileInfo(path).fileName())));
    });
    chooser->open();
}

void MainWindow::tellSaved(const Result<Done>& saved, const QString& sentence) {
    if (saved)
        return showNote(sentence);
    auto* box = new QMessageBox(QMessageBox::Warning, windowTitle(), inert(saved.error().message),
                                QMessageBox::Close, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace derouter
