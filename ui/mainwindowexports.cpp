// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "actions.h"
#include "chartpanel.h"
#include "chartpicture.h"
#include "clipboard.h"
#include "core/listed.h"
#include "core/prose.h"
#include "detailpane.h"
#include "eventview.h"
#include "filtertext.h"
#include "inbackground.h"
#include "logtext.h"
#include "monitor/monitor.h"
#include "report/logslice.h"
#include "report/redactor.h"
#include "reportsaving.h"
#include "savedialog.h"
#include "savingprogress.h"
#include "workspace.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>

#include <algorithm>
#include <iterator>
#include <utility>

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
    connect(m_actions->copyId, &QAction::triggered, this, &MainWindow::copyRequestIds);
    const auto onRows = [this](QAction* action, const Copying& copying) {
        connect(action, &QAction::triggered, this, [this, copying] { copyChosen(copying); });
    };
    const EventModel& model = m_workspace->model();
    onRows(m_actions->copyRows, [&](const auto& rows) { return clipboard::copyRows(model, rows); });
    onRows(m_actions->copyMarkdown, [&](const auto& rows) { return clipboard::copyMarkdown(model, rows); });
    onRows(m_actions->copyJson, [this](const auto& rows) { return clipboard::copyJson(m_monitor, rows); });
    connect(m_actions->copyRecords, &QAction::triggered, this, &MainWindow::copyRecords);
    connect(m_workspace, &Workspace::copyRequested, this, [this](const QString& name, const QString& text) {
        clipboard::put(Redactor::ownWords(text)); // it is on the screen, without its secrets
        statusBar()->showMessage(tr("Copied: %1", "what was copied").arg(name), messageTime);
    });
    connect(m_workspace->view(), &EventView::copyRequested, m_actions->copyRows, &QAction::trigger);
    connect(m_actions->saveReport, &QAction::triggered, this, [this] { saveReport(false); });
    connect(m_actions->saveEverything, &QAction::triggered, this, [this] { saveReport(true); });
    connect(m_actions->saveSlice, &QAction::triggered, this, &MainWindow::saveSlice);
    connect(m_actions->copyPicture, &QAction::triggered, this, [this] { copyChart(ChartForm::Png); });
    connect(m_actions->copySvg, &QAction::triggered, this, [this] { copyChart(ChartForm::Svg); });
    connect(m_actions->copyFigures, &QAction::triggered, this, [this] { copyChart(ChartForm::Figures); });
    connect(m_actions->saveChart, &QAction::triggered, this, &MainWindow::saveChart);
    ChartPanel* const panel = m_workspace->chartPanel();
    panel->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(panel, &QWidget::customContextMenuRequested, this,
            [this, panel](QPoint at) { m_actions->chart->popup(panel->mapToGlobal(at)); });
}

bool MainWindow::isFiltered() const {
    return !m_filter.filter().terms.empty();
}

/// All attempts that match, also where the table shows calls.
std::vector<EventStore::Row> MainWindow::shownRows() const {
    const EventModel& model = m_workspace->model();
    std::vector<EventStore::Row> rows(model.visible().begin(), model.visible().end());
    std::ranges::copy(model.earlier(), std::back_inserter(rows));
    return rows;
}

ReportScope MainWindow::reportScope(bool onEverything) const {
    if (onEverything || !isFiltered())
        return ReportScope(m_monitor);
    std::vector<EventStore::Row> rows = shownRows();
    const std::vector<FilterTerm>& terms = m_filter.filter().terms;
    const bool isTimeAlone = std::ranges::all_of(terms, [](const FilterTerm& term) {
        return term.field == FilterField::Time && !term.exclude && term.on;
    });
    return {m_monitor, std::move(rows), filterSentence(TimeDisplay()), // reports are in UTC
            isTimeAlone ? std::optional(m_filter.filter().range()) : std::nullopt};
}

QString MainWindow::filterSentence(const TimeDisplay& times) const {
    return filtertext::sentence(m_filter.filter().terms, times);
}

void MainWindow::saveReport(bool onEverything) {
    const bool onPart = isFiltered() && !onEverything;
    QList<SaveDialog::Form> forms;
    for (const ReportForm& form : reportForms)
        forms << SaveDialog::Form{tr(form.name), form.suffix};
    const EventModel& model = m_workspace->model();
    const auto count = static_cast<int>(onPart ? model.visible().size() + model.earlier().size()
                                               : m_monitor.events().size());
    auto* chooser = new SaveDialog(onPart ? tr("Save a Report on the %n Failure(s) Shown", nullptr, count)
                                          : tr("Save a Report on Everything: %n Failure(s)", nullptr, count),
                                   u"report"_s, forms, this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &SaveDialog::chosen, this, [this, onEverything](const QString& path, int form) {
        beginSaving(new ReportSaving(reportScope(onEverything), reportForms[form].format, path, this));
    });
    chooser->open();
}

void MainWindow::saveSlice() {
    auto* chooser = new SaveDialog(tr("Save the Lines around the Failures Shown"), u"slice"_s,
                                   {{tr("Log without secrets"), u"log"_s}}, this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &SaveDialog::chosen, this, [this](const QString& path) { writeSlice(path); });
    chooser->open();
}

/// The logs are read on another thread.
void MainWindow::writeSlice(const QString& path) {
    QStringList missing;
    const auto places = slicePlaces(m_monitor, shownRows(), missing);
    auto* reading = new QFutureWatcher<LogSlice>(this);
    connect(reading, &QFutureWatcherBase::finished, this, [this, reading, path, missing] {
        reading->deleteLater();
        const LogSlice slice = reading->result();
        QStringList sentences;
        if (slice.isCut)
            sentences << tr("It is cut, as there is more than it may hold.");
        if (const QStringList left = missing + slice.missing; !left.isEmpty())
            sentences << tr("Left out, as it cannot be read again: %1", "logs").arg(inert(listed(left)));
        if (slice.text.isEmpty())
            return showNote(joinedSentences(QStringList(tr("No slice was written.")) + sentences));
        const QString written = tr("%n line(s) written to %1.", nullptr, static_cast<int>(slice.lines))
                                    .arg(inert(QFileInfo(path).fileName()));
        tellSaved(saveFile(path, [&](QIODevice& device) { device.write(slice.text.utf8()); }),
                  joinedSentences(QStringList(written) + sentences));
    });
    inBackground(*reading, [places] { return readSlice(places); });
}

void MainWindow::beginSaving(ReportSaving* saving) {
    m_saving = saving;
    auto* progress = new SavingProgress(*saving);
    statusBar()->insertPermanentWidget(0, progress);
    connect(saving, &ReportSaving::ended, progress, &QObject::deleteLater);
    connect(saving, &ReportSaving::ended, this, &MainWindow::endSaving);
    showState();
}

void MainWindow::endSaving(const Result<Done>& result) {
    ReportSaving* const over = std::exchange(m_saving, nullptr);
    over->deleteLater();
    showState();
    if (over->isCancelled())
        return showNote(tr("Cancelled: no report was written"));
    tellSaved(result, tr("%n failure(s) written to %1", nullptr, static_cast<int>(over->failures()))
                          .arg(inert(QFileInfo(over->path()).fileName())));
}

/// Who only waits sees the window close when the report is complete.
void MainWindow::copyRequestIds() {
    const int count = clipboard::copyRequestIds(m_workspace->model(), m_workspace->view()->selectedEvents());
    if (count > 0)
        m_workspace->detail()->confirmCopied();
    statusBar()->showMessage(count > 0 ? tr("Copied %n request-id(s)", nullptr, count)
                                       : tr("The chosen rows have no request-id"),
                             messageTime);
}

void MainWindow::copyChosen(const Copying& copying) {
    const std::vector<EventStore::Row> rows = m_workspace->view()->selectedEvents();
    const int count = copying(rows);
    statusBar()->showMessage(std::cmp_less(count, rows.size())
                                 ? tr("Copied only the first %n row(s)", nullptr, count)
                                 : tr("Copied %n row(s)", nullptr, count),
                             messageTime);
}

/// A report's text may not be kept any more.
void MainWindow::copyRecords() {
    const std::vector<EventStore::Row> rows = m_workspace->view()->selectedEvents();
    const int count = clipboard::copyRecords(m_monitor, rows);
    const auto missing = static_cast<int>(rows.size()) - count;
    statusBar()->showMessage(count == 0 ? tr("The records of the chosen rows are no longer available")
                             : missing > 0
                                 ? tr("Copied %n record(s); others are no longer available", nullptr, count)
                                 : tr("Copied %n record(s)", nullptr, count),
                             messageTime);
}

void MainWindow::askBeforeClosing() {
    if (m_closing)
        return m_closing->raise();
    m_closing = new QMessageBox(
        QMessageBox::Question, windowTitle(),
        tr("%1 is not complete yet.", "a file").arg(inert(QFileInfo(m_saving->path()).fileName())),
        QMessageBox::NoButton, this);
    m_closing->setTextFormat(Qt::PlainText);
    m_closing->setInformativeText(tr("The window closes when it is."));
    m_closing->setAttribute(Qt::WA_DeleteOnClose);
    const auto* discard = m_closing->addButton(tr("&Discard It and Close"), QMessageBox::DestructiveRole);
    m_closing->setDefaultButton(m_closing->addButton(tr("&Stay Open"), QMessageBox::RejectRole));
    connect(discard, &QPushButton::clicked, m_saving, [this] {
        connect(m_saving, &ReportSaving::ended, this, &MainWindow::quit);
        m_saving->cancel();
    });
    connect(m_saving, &ReportSaving::ended, m_closing, [this](const Result<Done>& result) {
        m_closing->close();
        if (result)
            quit();
    });
    m_closing->open();
}

/// Nothing where the chart is empty, and says so.
std::optional<RateChartData> MainWindow::shownChart() {
    RateChartData shown = m_workspace->chartPanel()->chartData();
    if (!shown.buckets.empty())
        return shown;
    showNote(shown.summary());
    return std::nullopt;
}

ChartPicture MainWindow::pictureOf(const RateChartData& shown) const {
    return {shown, palette(), Redactor().redact(QStringView(filterSentence(m_workspace->timeDisplay())))};
}

void MainWindow::copyChart(ChartForm form) {
    const auto shown = shownChart();
    if (!shown)
        return;
    switch (form) {
    case ChartForm::Png:
        clipboard::putPicture(pictureOf(*shown).image());
        return showNote(tr("Chart copied as a picture"));
    case ChartForm::Svg:
        clipboard::putSvg(pictureOf(*shown).svg());
        return showNote(tr("Chart copied as SVG"));
    case ChartForm::Figures:
        clipboard::put(Redactor::ownWords(QString::fromUtf8(chartFigures(*shown))));
        return showNote(tr("Figures of the chart copied"));
    }
}

void MainWindow::saveChart() {
    if (!shownChart())
        return;
    auto* chooser = new SaveDialog(tr("Save the Chart"), u"chart"_s,
                                   {{tr("Picture"), u"png"_s},
                                    {tr("Drawing"), u"svg"_s},
                                    {tr("Figures for spreadsheets"), u"csv"_s}}, // by ChartForm
                                   this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &SaveDialog::chosen, this, [this](const QString& path, int chosen) {
        const auto form = static_cast<ChartForm>(chosen);
        const RateChartData shown = m_workspace->chartPanel()->chartData();
        const QByteArray bytes = form == ChartForm::Figures ? chartFigures(shown)
                                 : form == ChartForm::Svg   ? pictureOf(shown).svg()
                                                            : pictureOf(shown).png();
        tellSaved(saveFile(path, [&](QIODevice& device) { device.write(bytes); }),
                  tr("Chart written to %1").arg(inert(QFileInfo(path).fileName())));
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
