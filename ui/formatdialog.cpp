// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formatdialog.h"

#include "format/formatnames.h"
#include "format/savedformats.h"
#include "logtext.h"
#include "monitor/formattrial.h"
#include "monitor/monitor.h"
#include "theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

/// What an entry of the list stands for: a name, or one of these, which no name can be.
const QString detected;
const QString own = u"/"_s;

/// Of a cell that has nothing to show.
const QString nothing = u"–"_s;

bool isSaved(const QString& name) {
    const auto saved = savedformats::all();
    return std::ranges::find(saved, name, &SavedFormat::name) != saved.end();
}

} // namespace

FormatDialog::FormatDialog(Monitor& monitor, SourceId source, const TimeDisplay& times, QWidget* parent)
    : QDialog(parent)
    , m_monitor(monitor)
    , m_source(source)
    , m_times(times)
    , m_zone(QTimeZone::systemTimeZone())
    , m_lines(monitor.firstLines(source))
    , m_choice(new QComboBox)
    , m_own(new QPlainTextEdit)
    , m_verdict(new QLabel)
    , m_table(new QTableWidget(0, columns))
    , m_name(new QLineEdit)
    , m_save(new QPushButton(tr("&Save")))
    , m_remove(new QPushButton(tr("&Delete")))
    , m_pause(new QTimer(this)) {
    build();
    const SourceInfo* info = m_monitor.source(m_source);
    setWindowTitle(tr("Log Format of %1").arg(info ? inert(info->name) : QString()));
    if (info && info->spec.timeZone)
        m_zone = *info->spec.timeZone;
    const QString current = info ? info->spec.format : QString();
    const bool named = current.isEmpty() || m_choice->findData(current) >= 0;
    fillChoices(named ? current : own);
    if (!named)
        m_own->setPlainText(current);
    m_pause->setSingleShot(true);
    m_pause->setInterval(150);
    connect(m_pause, &QTimer::timeout, this, &FormatDialog::tryOut);
    connect(m_own, &QPlainTextEdit::textChanged, this, &FormatDialog::takeText);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &FormatDialog::showChoice);
    connect(m_name, &QLineEdit::textChanged, this, &FormatDialog::showButtons);
    connect(m_save, &QPushButton::clicked, this, &FormatDialog::save);
    connect(m_remove, &QPushButton::clicked, this, &FormatDialog::removeSaved);
    showButtons();
    tryOut();
    m_own->setFocus();
}

void FormatDialog::build() {
    resize(960, 560);
    fillChoices(detected);
    m_choice->setMaxVisibleItems(24);
    m_choice->setAccessibleName(tr("Format"));
    m_own->setFont(theme::fixedFont(font()));
    m_own->setTabChangesFocus(true);
    m_own->setFixedHeight(4 * m_own->fontMetrics().lineSpacing() + 12);
    m_own->setAccessibleName(tr("Own layout or expression"));
    m_own->setPlaceholderText(tr(
        "Paste it as it stands in the configuration: nginx log_format, Apache LogFormat, HAProxy log-format, "
        "Envoy, Squid, morgan; or a /regular expression/ with named groups such as (?<status>\\d{3})"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_table->setHorizontalHeaderLabels({tr("Line"), tr("Time"), tr("Status"), tr("Method"), tr("Path"),
                                        tr("Request-id"), tr("Duration"), tr("Text of the line")});
    m_table->setAccessibleName(tr("What is read in the first lines"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    auto* choice = new QHBoxLayout;
    auto* label = new QLabel(tr("&Format:"));
    label->setBuddy(m_choice);
    choice->addWidget(label);
    choice->addWidget(m_choice, 1);
    auto* saving = new QHBoxLayout;
    auto* nameLabel = new QLabel(tr("&Name:"));
    nameLabel->setBuddy(m_name);
    m_name->setPlaceholderText(tr("to know it by in later logs"));
    m_name->setAccessibleName(tr("Name"));
    saving->addWidget(nameLabel);
    saving->addWidget(m_name, 1);
    saving->addWidget(m_save);
    saving->addWidget(m_remove);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("&Use This Format"), QDialogButtonBox::AcceptRole);
    m_save->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(choice);
    column->addWidget(m_own);
    column->addLayout(saving);
    column->addWidget(m_verdict);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
}

void FormatDialog::fillChoices(const QString& chosen) {
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("Detect it, line by line"), detected);
    m_choice->addItem(tr("Own layout or regular expression"), own);
    const auto saved = savedformats::all();
    if (!saved.empty())
        m_choice->insertSeparator(m_choice->count());
    for (const SavedFormat& format : saved)
        m_choice->addItem(tr("%1 – saved").arg(format.name), format.name);
    m_choice->insertSeparator(m_choice->count());
    for (const FormatDescription& format : knownFormats())
        if (!isSaved(format.name))
            m_choice->addItem(
                tr("%1 – %2", "name and description of a format").arg(format.name, format.description),
                format.name);
    m_choice->setCurrentIndex(std::max(m_choice->findData(chosen), 0));
}

/// Whether the text is the format, not one of the program's own.
bool FormatDialog::isOwn() const {
    const QString choice = m_choice->currentData().toString();
    return choice == own || isSaved(choice);
}

/// As the Monitor takes it.
QString FormatDialog::format() const {
    return isOwn() ? m_own->toPlainText().trimmed() : m_choice->currentData().toString();
}

/// What is pasted is meant to be used.
void FormatDialog::takeText() {
    if (!isOwn()) {
        const QSignalBlocker blocker(m_choice);
        m_choice->setCurrentIndex(m_choice->findData(own));
        showButtons();
    }
    m_pause->start();
}

void FormatDialog::showChoice() {
    const QString choice = m_choice->currentData().toString();
    const auto saved = savedformats::all();
    const auto mine = std::ranges::find(saved, choice, &SavedFormat::name);
    const QSignalBlocker blocker(m_own);
    if (mine != saved.end())
        m_own->setPlainText(mine->format);
    else if (choice != own)
        m_own->clear();
    m_name->setText(mine != saved.end() ? mine->name : QString());
    showButtons();
    tryOut();
}

void FormatDialog::showButtons() {
    m_save->setEnabled(isOwn() && !m_name->text().isEmpty());
    m_remove->setEnabled(isSaved(m_choice->currentData().toString()));
}

void FormatDialog::tryOut() {
    const QString chosen = format();
    const bool missing = isOwn() && chosen.isEmpty();
    const auto tried = tryFormat(chosen, m_lines, m_zone);
    m_use->setEnabled(tried.ok() && !missing);
    m_table->setRowCount(tried.ok() && !missing ? static_cast<int>(m_lines.size()) : 0);
    theme::setTextColor(*m_verdict,
                        tried.ok() ? palette().color(QPalette::WindowText) : theme::warningText(palette()));
    if (!tried.ok()) {
        m_verdict->setText(tried.error().message);
        return;
    }
    int fitting = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const TriedLine& line = tried.value()[static_cast<std::size_t>(row)];
        fitting += line.fits ? 1 : 0;
        showLine(row, line);
    }
    for (int column = Line; column < Text; ++column)
        m_table->resizeColumnToContents(column);
    m_table->setColumnWidth(Path, std::min(m_table->columnWidth(Path), 240));
    m_verdict->setText(m_lines.isEmpty()
                           ? tr("The log has no lines to try it on yet; a JSON document has none.")
                       : missing ? tr("Nothing is pasted yet.")
                                 : tr("%1 of the first %n line(s) fit.", nullptr, int(m_lines.size()))
                                       .arg(locale().toString(fitting)));
}

void FormatDialog::showLine(int row, const TriedLine& line) {
    const auto orNothing = [&](const QString& text) {
        return text.isEmpty() ? nothing : redactedLine(text.toStdString());
    };
    const QString texts[columns] = {
        locale().toString(row + 1),
        line.time ? m_times.full(*line.time) : nothing,
        line.status > 0 ? QString::number(line.status) : nothing,
        orNothing(line.method),
        orNothing(line.path),
        orNothing(line.requestId),
        line.durationMicros >= 0 ? tr("%1 ms").arg(locale().toString(line.durationMicros / 1000)) : nothing,
        redactedLine(m_lines[row].toStdString()),
    };
    for (int column = 0; column < columns; ++column) {
        auto* cell =
            new QTableWidgetItem(line.fits || column == Line || column == Text ? texts[column] : QString());
        if (!line.fits) {
            cell->setForeground(theme::quietText(palette()));
            cell->setToolTip(tr("Does not fit"));
        }
        m_table->setItem(row, column, cell);
    }
    if (!line.fits)
        m_table->item(row, Time)->setText(tr("does not fit"));
}

void FormatDialog::save() {
    if (const auto wrong = savedformats::save({m_name->text(), format()})) {
        theme::setTextColor(*m_verdict, theme::warningText(palette()));
        m_verdict->setText(wrong->message);
        return;
    }
    fillChoices(m_name->text());
    showChoice();
    m_verdict->setText(
        tr("Saved. Logs with such lines are known from now on; on the command line it is --format %1.")
            .arg(m_name->text()));
}

void FormatDialog::removeSaved() {
    savedformats::remove(m_choice->currentData().toString());
    fillChoices(own);
    m_name->clear();
    showChoice();
}

void FormatDialog::accept() {
    const QString choice = m_choice->currentData().toString();
    const auto saved = savedformats::all();
    const auto mine = std::ranges::find(saved, choice, &SavedFormat::name);
    // A saved one that was not changed is chosen by its name.
    m_monitor.setFormat(m_source, mine != saved.end() && mine->format == format() ? choice : format());
    QDialog::accept();
}

} // namespace derouter
