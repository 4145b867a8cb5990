// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcutsheet.h"

#include "dialogparts.h"
#include "theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace derouter {

ShortcutSheet::ShortcutSheet(const Lines& lines, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto* table = new QWidget;
    auto* grid = new QGridLayout(table);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    const auto inColumn = static_cast<int>((lines.size() + 1) / 2);
    for (int at = 0; at < static_cast<int>(lines.size()); ++at) {
        const auto& [keys, text] = lines[at];
        auto* shown = plainLabel(keys);
        shown->setWordWrap(false);
        shown->setAlignment(Qt::AlignRight | Qt::AlignTop);
        theme::setTextColor(*shown, theme::quietText(palette()));
        const int column = at / inColumn * 3;
        grid->addWidget(shown, at % inColumn, column);
        grid->addWidget(plainLabel(text), at % inColumn, column + 1, Qt::AlignTop);
    }
    grid->setColumnMinimumWidth(2, 24);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(4, 1);
    grid->setRowStretch(inColumn, 1);
    auto* scrolled = new QScrollArea;
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setWidgetResizable(true);
    scrolled->setWidget(table);
    scrolled->setAccessibleName(windowTitle());
    auto* buttons = new QHBoxLayout;
    QPushButton* const change = addButton(*buttons, tr("C&hange Keys…"));
    buttons->addStretch(1);
    QPushButton* const close = addButton(*buttons, tr("&Close"));
    close->setDefault(true);
    close->setFocus();
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(change, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT changeRequested();
    });
    auto* column = new QVBoxLayout(this);
    column->addWidget(scrolled, 1);
    column->addLayout(buttons);
    resize(900, qMin(640, table->sizeHint().height() + 80));
}

} // namespace derouter
