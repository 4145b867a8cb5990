// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsdialog.h"

#include "dialogparts.h"
#include "language.h"
#include "logtext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int margin = 16;
constexpr int spacing = 8;

} // namespace

SettingsDialog::SettingsDialog(const Preferences& now, QWidget* parent)
    : QDialog(parent)
    , m_look(new QComboBox)
    , m_language(new QComboBox)
    , m_utc(new QCheckBox(tr("Show times in &UTC")))
    , m_memory(new QSpinBox)
    , m_hosts(new QPlainTextEdit)
    , m_paths(new QPlainTextEdit)
    , m_wrong(plainLabel()) {
    m_look->addItems({tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast")}); // by theme::Scheme
    m_language->addItem(tr("As the system"), QString());
    for (const Language& language : languages())
        m_language->addItem(language.ownName, language.name);
    m_memory->setRange(leastEventBudget, greatestEventBudget);
    m_memory->setSingleStep(64);
    m_memory->setSuffix(tr(" MiB"));
    m_memory->setGroupSeparatorShown(true);
    build();
    show(now);
    for (QPlainTextEdit* edit : {m_hosts, m_paths})
        connect(edit, &QPlainTextEdit::textChanged, this, &SettingsDialog::check);
    check();
    restyle();
}

void SettingsDialog::build() {
    setWindowTitle(tr("Settings"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(margin);
    grid->setVerticalSpacing(spacing / 2);
    grid->setColumnStretch(1, 1);
    addRow(*grid, tr("&Appearance:"), m_look, {});
    addRow(*grid, tr("&Language:"), m_language, {});
    addRow(*grid, {}, m_utc, tr("Else in the time zone of this computer. Reports are always in UTC."));
    addRow(
        *grid, tr("&Memory for failures:"), m_memory,
        tr("The newest failures are kept up to this size; older ones still count. From the next start on."));
    addRow(*grid, tr("Additional &hosts:"), m_hosts,
           tr("One a line, such as llm.example.com: requests to them count as DeRouter's, too. Open logs are "
              "read again. Reports without a window take --host and --path."));
    addRow(*grid, tr("Additional &paths:"), m_paths, tr("One a line, such as /llm/v1/messages."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(spacing);
    column->addLayout(grid);
    column->addWidget(m_wrong);
    column->addStretch(1);
    column->addLayout(buildButtons());
    resize(560, sizeHint().height());
}

/// The field with its label beside it and what there is to know of it below.
void SettingsDialog::addRow(QGridLayout& grid, const QString& label, QWidget* field, const QString& note) {
    constexpr int lines = 3;
    const int row = grid.rowCount();
    if (!label.isEmpty()) {
        auto* name = new QLabel(label);
        name->setBuddy(field);
        const bool isHigh = qobject_cast<QPlainTextEdit*>(field) != nullptr;
        grid.addWidget(name, row, 0, isHigh ? Qt::AlignTop : Qt::AlignVCenter);
        field->setAccessibleName(plainName(label));
    }
    field->setAccessibleDescription(note);
    if (auto* edit = qobject_cast<QPlainTextEdit*>(field)) {
        edit->setTabChangesFocus(true);
        edit->setFont(theme::fixedFont(font()));
        edit->setFixedHeight(QFontMetrics(edit->font()).lineSpacing() * lines + 2 * spacing);
        grid.addWidget(field, row, 1);
    } else {
        grid.addWidget(field, row, 1, Qt::AlignLeft);
    }
    if (!note.isEmpty()) {
        m_notes << plainLabel(note);
        grid.addWidget(m_notes.last(), row + 1, 1);
    }
    grid.setRowMinimumHeight(row + 2, spacing);
}

QLayout* SettingsDialog::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    QPushButton* const standard = addButton(*row, tr("&Restore Defaults"));
    row->addStretch(1);
    m_use = addButton(*row, tr("&OK"));
    m_use->setDefault(true);
    QPushButton* const cancel = addButton(*row, tr("&Cancel"));
    connect(standard, &QPushButton::clicked, this, [this] { show(Preferences()); });
    connect(m_use, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    return row;
}

void SettingsDialog::show(const Preferences& chosen) {
    m_look->setCurrentIndex(static_cast<int>(chosen.look));
    m_language->setCurrentIndex(std::max(0, m_language->findData(chosen.language)));
    m_utc->setChecked(chosen.utc);
    m_memory->setValue(chosen.failuresMiB);
    m_hosts->setPlainText(chosen.hosts.join(u'\n'));
    m_paths->setPlainText(chosen.paths.join(u'\n'));
}

Preferences SettingsDialog::preferences() const {
    const auto hosts = parseHosts(m_hosts->toPlainText());
    const auto paths = parsePaths(m_paths->toPlainText());
    return {.look = static_cast<theme::Scheme>(m_look->currentIndex()),
            .language = m_language->currentData().toString(),
            .utc = m_utc->isChecked(),
            .failuresMiB = m_memory->value(),
            .hosts = hosts ? hosts.value() : QStringList(),
            .paths = paths ? paths.value() : QStringList()};
}

void SettingsDialog::check() {
    const auto hosts = parseHosts(m_hosts->toPlainText());
    const auto paths = parsePaths(m_paths->toPlainText());
    m_wrong->setText(inert(!hosts ? hosts.error().message : !paths ? paths.error().message : QString()));
    m_use->setEnabled(hosts && paths);
}

void SettingsDialog::restyle() {
    for (QLabel* note : m_notes)
        theme::setTextColor(*note, theme::quietText(palette()));
    theme::setTextColor(*m_wrong, theme::warningText(palette()));
    theme::showBox(*m_utc);
}

void SettingsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace derouter
