// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcepanel.h"

#include "core/shownnumber.h"
#include "dialogparts.h"
#include "logtext.h"
#include "monitor/batch.h"
#include "report/redactor.h"
#include "theme.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int mostRowsInView = 4;
constexpr int buttonRows = 3;

/// None narrower than its name, in whatever language.
void widenToNames(QHeaderView& header) {
    for (int section = 0; section < header.count(); ++section)
        if (const int needed = header.sectionSizeHint(section); header.sectionSize(section) < needed)
            header.resizeSection(section, needed);
}

bool isPaused(const SourceInfo* source) {
    return source && source->state == SourceState::Paused;
}

} // namespace

SourcePanel::SourcePanel(Monitor& monitor, QWidget* parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_model(monitor)
    , m_table(new QTableView(this))
    , m_reload(makeButton(tr("Reload"), tr("Read the chosen source again from its beginning"),
                          &SourcePanel::reload))
    , m_format(makeButton(tr("Format…"),
                          tr("Choose how the source is read, and see it tried on its first lines"),
                          &SourcePanel::chooseFormat))
    , m_zone(makeButton(tr("Time zone…"), tr("Choose the zone of time stamps that name none"),
                        &SourcePanel::chooseZone))
    , m_pause(makeButton(tr("Pause"), tr("Let the followed source rest; nothing of it is lost meanwhile"),
                         &SourcePanel::pauseChosen))
    , m_cancel(makeButton(tr("Stop"), tr("Stop reading; what was read stays"), &SourcePanel::cancelChosen))
    , m_remove(makeButton(tr("Close"), tr("Close the source and forget its failures"),
                          &SourcePanel::removeChosen)) {
    setUpTable();
    auto* buttons = new QGridLayout;
    buttons->setSpacing(2);
    buttons->addWidget(m_format, 0, 0);
    buttons->addWidget(m_zone, 1, 0);
    buttons->addWidget(m_pause, 2, 0);
    buttons->addWidget(m_reload, 0, 1);
    buttons->addWidget(m_cancel, 1, 1);
    buttons->addWidget(m_remove, 2, 1);
    buttons->setRowStretch(buttonRows, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 4, 0);
    row->setSpacing(4);
    row->addWidget(m_table, 1);
    row->addLayout(buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &SourcePanel::fitHeight);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &SourcePanel::fitHeight);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SourcePanel::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &SourcePanel::showState);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        const SourceInfo* source = m_monitor.source(m_model.sourceAt(index.row()));
        if (index.column() == SourceModel::NotUnderstood && source && source->linesNotUnderstood > 0)
            showNotUnderstood(source->id);
    });
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() == SourceModel::Format)
            Q_EMIT formatRequested(m_model.sourceAt(index.row()));
    });
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* open = new QShortcut(key, m_table);
        open->setContext(Qt::WidgetShortcut);
        connect(open, &QShortcut::activated, this, &SourcePanel::openChosen);
    }
    fitHeight();
}

/// By keys, what clicks on its cells open.
void SourcePanel::openChosen() {
    const SourceInfo* source = m_monitor.source(chosen());
    if (source && m_table->currentIndex().column() == SourceModel::Format)
        chooseFormat();
    else if (source && source->linesNotUnderstood > 0)
        showNotUnderstood(source->id);
}

QToolButton* SourcePanel::makeButton(const QString& text, const QString& toolTip,
                                     void (SourcePanel::*slot)()) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(button, &QToolButton::clicked, this, slot);
    return button;
}

void SourcePanel::setUpTable() {
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Sources"));
    m_table->setAccessibleDescription(
        tr("Enter shows the lines that were not understood; on the format it asks for another one."));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(SourceModel::State, QHeaderView::Stretch);
    m_letter = QFontMetricsF(font()).averageCharWidth();
    for (const auto& [section, letters] : {std::pair(SourceModel::Name, 28),
                                           {SourceModel::Format, 28},
                                           {SourceModel::NotUnderstood, 17},
                                           {SourceModel::Lines, 12},
                                           {SourceModel::Failures, 12}})
        header->resizeSection(section, qRound(letters * m_letter));
    widenToNames(*header);
}

/// As high as its rows, but never so high that the failures lose their place.
void SourcePanel::fitHeight() {
    const int rowHeight = fontMetrics().height() + 6;
    m_table->verticalHeader()->setMinimumSectionSize(rowHeight);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    const int rows = std::clamp(m_model.rowCount(), 1, mostRowsInView);
    const int table = m_table->horizontalHeader()->sizeHint().height() + rows * rowHeight + 4;
    setFixedHeight(std::max(table, buttonRows * (m_reload->sizeHint().height() + 2)));
    showState();
}

SourceId SourcePanel::chosen() const {
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        return m_model.sourceAt(current.row());
    return m_model.rowCount() == 1 ? m_model.sourceAt(0) : -1;
}

void SourcePanel::showState() {
    const SourceInfo* source = m_monitor.source(chosen());
    m_reload->setEnabled(m_model.rowCount() > 0);
    m_remove->setEnabled(source);
    const bool isLog = source && source->spec.kind != SourceSpec::Kind::Folder;
    m_format->setEnabled(isLog);
    m_zone->setEnabled(isLog);
    m_cancel->setEnabled(source && !isFinal(source->state));
    m_pause->setEnabled(m_monitor.canPause(chosen()));
    m_pause->setText(isPaused(source) ? tr("Resume") : tr("Pause"));
}

void SourcePanel::reload() {
    if (const SourceId id = chosen(); id >= 0)
        return m_monitor.reload(id);
    std::vector<SourceId> ids;
    for (const SourceInfo& source : m_monitor.sources())
        ids.push_back(source.id);
    for (const SourceId id : ids)
        m_monitor.reload(id);
}

void SourcePanel::chooseFormat() {
    if (const SourceId id = chosen(); id >= 0)
        Q_EMIT formatRequested(id);
}

void SourcePanel::chooseZone() {
    if (const SourceId id = chosen(); id >= 0)
        Q_EMIT zoneRequested(id);
}

void SourcePanel::pauseChosen() {
    if (const SourceInfo* source = m_monitor.source(chosen()))
        m_monitor.pause(source->id, !isPaused(source));
}

void SourcePanel::cancelChosen() {
    if (const SourceId id = chosen(); id >= 0)
        m_monitor.cancel(id);
}

void SourcePanel::removeChosen() {
    if (const SourceId id = chosen(); id >= 0)
        m_monitor.removeSource(id);
}

/// "17", or "app.log.1:17" when the source has several files.
QString SourcePanel::placeOf(const NotUnderstood& line, const SourceInfo& source) {
    const QString number = QString::number(line.line);
    return source.files.isEmpty() ? number : inert(source.nameOf(line.file)) + u':' + number;
}

/// Of a line that was kept whole: where a cut one goes wrong is not known.
QString SourcePanel::jsonFault(const QByteArray& text) const {
    QJsonParseError fault;
    QJsonDocument::fromJson(text, &fault);
    if (fault.error == QJsonParseError::NoError || std::size_t(text.size()) >= Batch::RejectedLine::mostBytes)
        return tr("begins like JSON and is none");
    return tr("not JSON: %1 at byte %2").arg(fault.errorString(), locale().toString(fault.offset));
}

QString SourcePanel::reasonText(const NotUnderstood& line) const {
    switch (line.why) {
    case Rejection::NotJson:
        return jsonFault(line.text.toUtf8());
    case Rejection::OtherLayout:
        return tr("does not fit the chosen format");
    case Rejection::NothingKnown:
        break;
    }
    return tr("no time stamp and nothing of a request");
}

void SourcePanel::showNotUnderstood(SourceId id) {
    const SourceInfo* source = m_monitor.source(id);
    if (!source)
        return;
    QStringList lines;
    for (const NotUnderstood& line : m_monitor.notUnderstood(id))
        lines << tr("%1 (%2): %3", "line number, why it was not understood, and text")
                     .arg(placeOf(line, *source), reasonText(line),
                          inert(Redactor().redact(QStringView(line.text)).text()));
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Lines not understood in %1").arg(inert(source->name)));
    dialog->resize(800, 480);
    auto* note = plainLabel(
        tr("The program could make nothing of these lines. They are counted and nothing is concluded "
           "from them. The first %1 of %2 are shown, each with the reason.")
            .arg(locale().toString(lines.size()))
            .arg(shownNumber(source->linesNotUnderstood)));
    auto* text = new QPlainTextEdit(lines.join(u'\n'));
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(theme::fixedFont(font()));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // as in the other dialogs
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(note);
    column->addWidget(text, 1);
    column->addWidget(buttons);
    dialog->show();
}

void SourcePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    fitColumns(*m_table->horizontalHeader(), font(), m_letter);
    widenToNames(*m_table->horizontalHeader());
    fitHeight();
}

} // namespace derouter
