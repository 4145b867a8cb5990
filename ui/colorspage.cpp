// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "colorspage.h"

#include "codegroup.h"
#include "dialogparts.h"

#include <QApplication>
#include <QColorDialog>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int margin = 16;
constexpr int spacing = 8;
constexpr int markerSide = 16;

} // namespace

ColorsPage::ColorsPage(QWidget* parent)
    : QWidget(parent)
    , m_note(plainLabel(tr("The standard colours can be told apart by the colour-blind, too. Code and shape "
                           "stand beside the colour in any case."))) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(margin, spacing, margin, spacing);
    grid->setHorizontalSpacing(spacing);
    grid->setVerticalSpacing(spacing / 2);
    grid->setColumnStretch(1, 1);
    for (int group = 0; group < static_cast<int>(codegroups::all().size()); ++group) {
        m_rows.push_back(makeRow(group));
        const Row& row = m_rows.back();
        grid->addWidget(row.marker, group, 0);
        grid->addWidget(plainLabel(codegroups::title(group)), group, 1);
        grid->addWidget(row.change, group, 2);
        grid->addWidget(row.standard, group, 3);
    }
    const int below = grid->rowCount();
    grid->addWidget(m_note, below, 0, 1, 4);
    grid->setRowStretch(below + 1, 1);
    showRows();
}

ColorsPage::Row ColorsPage::makeRow(int group) {
    const QString code = codegroups::label(group);
    const Row row{new QLabel, new QPushButton(tr("Change…")), new QPushButton(tr("Reset"))};
    row.change->setAccessibleName(tr("Change the colour of %1", "a code").arg(code));
    row.standard->setAccessibleName(tr("Standard colour of %1", "a code").arg(code));
    for (QPushButton* button : {row.change, row.standard})
        button->setAutoDefault(false);
    connect(row.change, &QPushButton::clicked, this, [this, group] { choose(group); });
    connect(row.standard, &QPushButton::clicked, this, [this, group] {
        m_chosen.erase(codegroups::key(group));
        m_rows[static_cast<std::size_t>(group)].change->setFocus(); // the pressed one can no longer have it
        showRows();
    });
    return row;
}

void ColorsPage::show(const theme::CodeColors& chosen) {
    m_chosen = chosen;
    showRows();
}

QColor ColorsPage::colorOf(int group) const {
    const auto own = m_chosen.find(codegroups::key(group));
    return own == m_chosen.end() ? theme::standardColor(group, palette()) : own->second;
}

void ColorsPage::choose(int group) {
    auto* dialog = new QColorDialog(colorOf(group), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Colour of %1", "a code").arg(codegroups::label(group)));
    connect(dialog, &QColorDialog::colorSelected, this, [this, group](const QColor& color) {
        m_chosen[codegroups::key(group)] = color;
        showRows();
    });
    dialog->open();
}

void ColorsPage::showRows() {
    for (int group = 0; group < static_cast<int>(m_rows.size()); ++group) {
        const Row& row = m_rows[static_cast<std::size_t>(group)];
        const WhoseMove move = codegroups::all()[static_cast<std::size_t>(group)].move;
        row.marker->setPixmap(
            theme::marker(move, colorOf(group), markerSide).pixmap(QSize(markerSide, markerSide), devicePixelRatio()));
        row.standard->setEnabled(m_chosen.contains(codegroups::key(group)));
    }
    theme::setTextColor(*m_note, theme::quietText(palette()));
}

void ColorsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showRows();
}

} // namespace derouter
