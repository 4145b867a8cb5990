// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataquality.h"

#include "chartmarks.h"
#include "core/shownnumber.h"
#include "logtext.h"
#include "models/sourcemodel.h"
#include "report/redactor.h"
#include "theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace derouter {

namespace {

enum Column { What, Bytes, columns };

QTreeWidgetItem* addRow(QTreeWidgetItem* parent, const QString& what, const QString& bytes) {
    auto* row = new QTreeWidgetItem(parent, {what, bytes});
    row->setTextAlignment(Bytes, Qt::AlignRight | Qt::AlignVCenter);
    row->setToolTip(What, tooltip(what));
    return row;
}

QString gapText(const Gap& gap) {
    return gap.from == 0 ? gap.cause
                         : DataQualityDialog::tr("At byte %1: %2", "place and cause of a gap")
                               .arg(shownNumber(gap.from), gap.cause);
}

/// What is there of it, in grey: it counts for nothing yet.
void addWaitingLine(QTreeWidgetItem* row, const QString& line) {
    if (line.isEmpty())
        return;
    QTreeWidgetItem* const text = addRow(row, oneLine(Redactor().redact(line).text().toStdString()), {});
    text->setForeground(What, theme::quietText(row->treeWidget()->palette()));
    row->setExpanded(true);
}

void addSource(QTreeWidget& tree, const SourceInfo& source) {
    auto* top =
        new QTreeWidgetItem(&tree, {redactedLine(source.name.toStdString()), shownNumber(source.bytes)});
    top->setTextAlignment(Bytes, Qt::AlignRight | Qt::AlignVCenter);
    const Ledger& ledger = source.ledger;
    const auto counted = [&](const QString& what, std::uint64_t count) {
        return addRow(top, what, shownNumber(count));
    };
    addRow(top, DataQualityDialog::tr("State: %1").arg(sourceStateText(source)), {});
    counted(DataQualityDialog::tr("In lines"), ledger.bytesInLines);
    if (ledger.bytesInPartial > 0)
        addWaitingLine(
            counted(DataQualityDialog::tr("In a line that is not finished yet"), ledger.bytesInPartial),
            source.waitingLine);
    if (ledger.bytesRepeated > 0)
        counted(DataQualityDialog::tr("Passed over: given before"), ledger.bytesRepeated);
    if (ledger.bytesOfZeros > 0)
        counted(DataQualityDialog::tr("Passed over: zeros"), ledger.bytesOfZeros);
    if (source.lag() > 0)
        counted(DataQualityDialog::tr("Still to be read"), source.lag());
    if (ledger.duplicatesSuppressed > 0)
        addRow(top,
               DataQualityDialog::tr("Lines that another file of the set has too, counted once: %1")
                   .arg(shownNumber(ledger.duplicatesSuppressed)),
               {});
    if (source.linesCut > 0)
        addRow(top,
               DataQualityDialog::tr("Lines too long to be kept whole: %1").arg(shownNumber(source.linesCut)),
               {});
    if (ledger.linesUnterminated > 0)
        addRow(top,
               DataQualityDialog::tr("Lines without an end, which may have been cut off: %1")
                   .arg(shownNumber(ledger.linesUnterminated)),
               {});
    for (const Turnover& turnover : ledger.turnovers)
        if (turnover.kind == Turnover::Kind::Resumption)
            addRow(top, chartmarks::turnoverText(turnover, redactedLine(source.name.toStdString())), {});
    for (const Gap& gap : ledger.gaps)
        addRow(top, gapText(gap),
               gap.bytes > 0 ? shownNumber(gap.bytes) : DataQualityDialog::tr("not known"));
    top->setExpanded(true);
}

} // namespace

DataQuality DataQuality::of(const std::vector<SourceInfo>& sources) {
    DataQuality quality;
    for (const SourceInfo& source : sources) {
        for (const Gap& gap : source.ledger.gaps)
            quality.bytesLost += gap.isLoss ? gap.bytes : 0;
        quality.gaps += static_cast<std::size_t>(std::ranges::count(source.ledger.gaps, true, &Gap::isLoss));
        // A file that was there is gone for a moment when it is rotated.
        quality.unreadable += waitsInVain(source) || source.state == SourceState::Failed ||
                                      source.state == SourceState::Unreadable
                                  ? 1
                                  : 0;
        quality.paused += source.state == SourceState::Paused ? 1 : 0;
        if (source.state == SourceState::Failed)
            quality.level = Level::Lost;
    }
    if (quality.bytesLost > 0)
        quality.level = Level::Lost;
    else if (quality.level == Level::Whole && quality.gaps + quality.unreadable + quality.paused > 0)
        quality.level = Level::Doubtful;
    return quality;
}

QString DataQuality::text() const {
    if (level == Level::Whole)
        return DataQualityDialog::tr("✓ Nothing lost");
    if (bytesLost > 0)
        return DataQualityDialog::tr("✕ Lost: %1 bytes, gaps: %2")
            .arg(shownNumber(bytesLost), shownNumber(gaps));
    if (unreadable > 0)
        return DataQualityDialog::tr("%1 Sources that cannot be read: %2", "a mark, and how many")
            .arg(level == Level::Lost ? QStringLiteral("✕") : QStringLiteral("!"), shownNumber(unreadable));
    if (paused > 0)
        return DataQualityDialog::tr("! Paused sources: %1").arg(shownNumber(paused));
    return DataQualityDialog::tr("! Gaps: %1").arg(shownNumber(gaps));
}

QString keptFailuresText(const Monitor& monitor) {
    const std::uint64_t all = monitor.totals().failures;
    const std::size_t kept = monitor.events().size();
    return kept == all ? QString()
                       : DataQualityDialog::tr("Newest %1 of %2 failures; older ones are kept as counts")
                             .arg(shownNumber(kept), shownNumber(all));
}

void showQuality(QToolButton& button, const DataQuality& quality) {
    button.setText(quality.text());
    switch (quality.level) {
    case DataQuality::Level::Whole:
        theme::setTextColor(button, theme::assuredText(button.parentWidget()->palette()));
        break;
    case DataQuality::Level::Doubtful:
        theme::setTextColor(button, theme::cautionText(button.parentWidget()->palette()));
        break;
    case DataQuality::Level::Lost:
        theme::setTextColor(button, theme::warningText(button.parentWidget()->palette()));
        break;
    }
}

DataQualityDialog::DataQualityDialog(Monitor& monitor, QWidget* parent)
    : QDialog(parent)
    , m_monitor(monitor)
    , m_summary(new QLabel)
    , m_tree(new QTreeWidget) {
    setWindowTitle(tr("Data Quality"));
    resize(760, 420);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_tree->setColumnCount(columns);
    m_tree->setHeaderLabels({tr("Account of each source"), tr("Bytes")});
    m_tree->headerItem()->setTextAlignment(Bytes, Qt::AlignRight | Qt::AlignVCenter);
    m_tree->setAccessibleName(tr("Account of each source"));
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(Bytes, QHeaderView::ResizeToContents);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // as in the other dialogs
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_summary);
    column->addWidget(m_tree, 1);
    column->addWidget(buttons);
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::milliseconds(500));
    connect(&m_timer, &QTimer::timeout, this, &DataQualityDialog::refresh);
    for (auto signal : {&Monitor::sourceAdded, &Monitor::sourceChanged, &Monitor::sourceRemoved})
        connect(&monitor, signal, &m_timer, [this] {
            if (!m_timer.isActive())
                m_timer.start();
        });
    refresh();
}

void DataQualityDialog::refresh() {
    const QString kept = keptFailuresText(m_monitor);
    m_summary->setText(
        DataQuality::of(m_monitor.sources()).text() + u'\n' +
        tr("Every byte that is read is in a line, in the line that is not finished yet, or passed over for a "
           "reason. What a log held and the program could not get is listed as a gap.") +
        (kept.isEmpty() ? kept : u'\n' + kept + u'.'));
    m_tree->clear();
    for (const SourceInfo& source : m_monitor.sources())
        if (source.spec.kind != SourceSpec::Kind::Folder) // its logs have theirs
            addSource(*m_tree, source);
}

} // namespace derouter
