// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsdialog.h"

#include "colorspage.h"
#include "core/listed.h"
#include "dialogparts.h"
#include "guide/guidefile.h"
#include "keyspage.h"
#include "language.h"
#include "logtext.h"
#include "savedialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QIODevice>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int margin = 16;
constexpr int spacing = 8;
constexpr qsizetype mostListed = 200; // letters of the names that are not known

} // namespace

SettingsDialog::SettingsDialog(const Preferences& now, const std::vector<KeyCommand>& commands,
                               QWidget* parent)
    : QDialog(parent)
    , m_look(new QComboBox)
    , m_language(new QComboBox)
    , m_utc(new QCheckBox(tr("Show times in &UTC")))
    , m_memory(new QSpinBox)
    , m_hosts(new QPlainTextEdit)
    , m_paths(new QPlainTextEdit)
    , m_guide(new QLineEdit)
    , m_alerts(new QCheckBox(tr("&Tell me of failures that matter")))
    , m_desktop(new QCheckBox(tr("On the &desktop too")))
    , m_inTray(new QCheckBox(tr("Go on in the &tray when the window is closed")))
    , m_perMinute(new QSpinBox)
    , m_silence(new QSpinBox)
    , m_repeats(new QSpinBox)
    , m_colors(new ColorsPage)
    , m_keys(new KeysPage(commands))
    , m_wrong(plainLabel()) {
    m_look->addItems({tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast")}); // by theme::Scheme
    m_language->addItem(tr("As the system"), QString());
    for (const Language& language : languages())
        m_language->addItem(language.ownName, language.name);
    m_memory->setRange(leastEventBudget, greatestEventBudget);
    m_memory->setSingleStep(64);
    m_memory->setSuffix(tr(" MiB"));
    m_memory->setGroupSeparatorShown(true);
    m_perMinute->setRange(0, mostFailuresPerMinute);
    m_perMinute->setGroupSeparatorShown(true);
    m_perMinute->setSuffix(tr(" failures"));
    m_silence->setRange(0, mostSilentMinutes);
    m_silence->setGroupSeparatorShown(true);
    m_silence->setSuffix(tr(" min"));
    m_repeats->setRange(1, mostRepeats);
    m_repeats->setSuffix(tr(" calls"));
    for (QSpinBox* number : {m_perMinute, m_silence})
        number->setSpecialValueText(tr("Never"));
    build();
    show(now);
    connect(m_alerts, &QCheckBox::toggled, this, &SettingsDialog::showAlerts);
    for (QPlainTextEdit* edit : {m_hosts, m_paths})
        connect(edit, &QPlainTextEdit::textChanged, this, &SettingsDialog::check);
    connect(m_guide, &QLineEdit::textChanged, this, &SettingsDialog::check);
    connect(m_keys, &KeysPage::changed, this, &SettingsDialog::check);
    check();
    restyle();
}

static QGridLayout* newGrid(QWidget* page) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(margin);
    grid->setVerticalSpacing(spacing / 2);
    grid->setColumnStretch(1, 1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(margin, spacing, margin, spacing);
    column->addLayout(grid);
    column->addStretch(1);
    return grid;
}

void SettingsDialog::build() {
    setWindowTitle(tr("Settings"));
    constexpr int least = 600; // pixels
    QWidget* const general = buildGeneral();
    QWidget* const alerts = buildAlerts();
    m_pages = new QTabWidget;
    m_pages->addTab(general, tr("&General"));
    m_pages->addTab(alerts, tr("Al&erts"));
    m_pages->addTab(m_colors, tr("Colours"));
    m_pages->addTab(m_keys, tr("&Keys"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(spacing);
    column->addWidget(m_pages, 1);
    column->addWidget(m_wrong);
    column->addLayout(buildButtons());
    const int width = std::max(least, minimumSizeHint().width());
    setMinimumWidth(width);
    for (QWidget* page : {general, alerts, static_cast<QWidget*>(m_colors)})
        // a QTabWidget does not ask how high the notes are
        page->setMinimumHeight(page->layout()->totalHeightForWidth(width - 3 * margin));
    resize(width, sizeHint().height());
}

void SettingsDialog::showKeys() {
    m_pages->setCurrentWidget(m_keys);
}

QWidget* SettingsDialog::buildGeneral() {
    auto* page = new QWidget;
    QGridLayout* const grid = newGrid(page);
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
    addRow(*grid, tr("Texts of the gu&ide:"), buildGuide(),
           tr("A JSON file whose texts stand in place of the built-in ones, from the next start on. Save a "
              "Copy writes those that are shown now."));
    return page;
}

/// Which texts of the guide are shown, in one row.
QWidget* SettingsDialog::buildGuide() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    m_guide->setPlaceholderText(tr("Built in, of %1", "the guide's edition").arg(guide::builtInEdition()));
    m_guide->setAccessibleName(tr("Texts of the guide"));
    addClearButton(*m_guide);
    box->setFocusProxy(m_guide);
    row->addWidget(m_guide, 1);
    connect(addButton(*row, tr("Choose…")), &QPushButton::clicked, this, &SettingsDialog::chooseGuide);
    connect(addButton(*row, tr("Save a Cop&y…")), &QPushButton::clicked, this, &SettingsDialog::saveGuide);
    return box;
}

void SettingsDialog::chooseGuide() {
    auto* chooser = new QFileDialog(this, tr("Texts of the Guide"), m_guide->text(), tr("JSON (*.json)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, m_guide, &QLineEdit::setText);
    chooser->open();
}

void SettingsDialog::saveGuide() {
    auto* chooser =
        new SaveDialog(tr("Save the Texts of the Guide"), u"guide"_s, {{tr("JSON"), u"json"_s}}, this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &SaveDialog::chosen, this, [this](const QString& path) {
        const auto saved = saveFile(path, [](QIODevice& file) { file.write(guide::textsInUse()); });
        m_wrong->setText(inert(saved ? QString() : saved.error().message));
    });
    chooser->open();
}

QWidget* SettingsDialog::buildAlerts() {
    auto* page = new QWidget;
    QGridLayout* const grid = newGrid(page);
    addRow(
        *grid, {}, m_alerts,
        tr("Of followed logs. 401 and 402 at once, and once for each key; 429, 503, 529 and what else heals "
           "by itself when it goes on for longer than the guide advises to wait; 502 when it comes again; "
           "400 when its message has a form that was not there before; and when it is over."));
    addRow(*grid, {}, m_desktop,
           tr("A notification while this window is not in front, and an icon in the tray where there is one. "
              "No text of a log is in it."));
    addRow(
        *grid, {}, m_inTray,
        tr("The icon brings the window back; Quit, there or in the window, ends the program. Where there is "
           "no tray, closing the window ends it."));
    addRow(*grid, tr("Too &many in a minute:"), m_perMinute,
           tr("So many failures in one minute, of those that no other alert tells of."));
    addRow(*grid, tr("Log &quiet for:"), m_silence,
           tr("A log that wrote regularly and then nothing for so long."));
    addRow(
        *grid, tr("&Repeated 502:"), m_repeats,
        tr("So many calls within ten minutes that fail with it. The guide says “contact support if repeated” "
           "and no number: this one is ours."));
    return page;
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
        grid.addWidget(field, row, 1, field->layout() ? Qt::Alignment() : Qt::AlignLeft);
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
    m_guide->setText(chosen.guideFile);
    m_colors->show(chosen.colors);
    m_alerts->setChecked(chosen.alerts.on);
    m_desktop->setChecked(chosen.alerts.desktop);
    m_inTray->setChecked(chosen.alerts.inTray);
    m_perMinute->setValue(chosen.alerts.failuresPerMinute);
    m_silence->setValue(chosen.alerts.silentMinutes);
    m_repeats->setValue(chosen.alerts.repeats);
    m_keys->show(chosen.keys);
    showAlerts();
}

Preferences SettingsDialog::preferences() const {
    const auto hosts = parseHosts(m_hosts->toPlainText());
    const auto paths = parsePaths(m_paths->toPlainText());
    return {.look = static_cast<theme::Scheme>(m_look->currentIndex()),
            .language = m_language->currentData().toString(),
            .utc = m_utc->isChecked(),
            .failuresMiB = m_memory->value(),
            .hosts = hosts ? hosts.value() : QStringList(),
            .paths = paths ? paths.value() : QStringList(),
            .guideFile = m_guide->text().trimmed(),
            .colors = m_colors->chosen(),
            .alerts = {.on = m_alerts->isChecked(),
                       .desktop = m_desktop->isChecked(),
                       .inTray = m_inTray->isChecked(),
                       .failuresPerMinute = m_perMinute->value(),
                       .silentMinutes = m_silence->value(),
                       .repeats = m_repeats->value()},
            .keys = m_keys->choices()};
}

void SettingsDialog::showAlerts() {
    for (QWidget* field : {static_cast<QWidget*>(m_desktop), static_cast<QWidget*>(m_inTray),
                           static_cast<QWidget*>(m_perMinute), static_cast<QWidget*>(m_silence),
                           static_cast<QWidget*>(m_repeats)})
        field->setEnabled(m_alerts->isChecked());
}

void SettingsDialog::check() {
    const auto hosts = parseHosts(m_hosts->toPlainText());
    const auto paths = parsePaths(m_paths->toPlainText());
    const QString file = m_guide->text().trimmed();
    const auto guide = file.isEmpty() ? guide::GuideFile() : guide::GuideFile::read(file);
    const QString extra = guide && !guide.value().unknown().isEmpty()
                              ? tr("This version has no place for these of its texts: %1.")
                                    .arg(shortened(listed(guide.value().unknown()), mostListed))
                              : QString();
    m_wrong->setText(inert(!hosts   ? hosts.error().message
                           : !paths ? paths.error().message
                           : !guide ? guide.error().message
                                    : extra));
    m_use->setEnabled(hosts && paths && guide && !m_keys->isContested());
}

void SettingsDialog::restyle() {
    for (QLabel* note : m_notes)
        theme::setTextColor(*note, theme::quietText(palette()));
    theme::setTextColor(*m_wrong, theme::warningText(palette()));
    for (QCheckBox* box : {m_utc, m_alerts, m_desktop, m_inTray})
        theme::showBox(*box);
}

void SettingsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace derouter
