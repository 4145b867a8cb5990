// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogparts.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

namespace derouter {

QLabel* plainLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel* selectableLabel(const QString& text, QWidget* parent) {
    QLabel* const label = plainLabel(text, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel* headingLabel(const QString& text, QWidget* parent) {
    QLabel* const label = selectableLabel(text, parent);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    return label;
}

QString plainName(QString text) {
    // Languages without Latin letters put the key in brackets behind the words.
    static const QRegularExpression marks(QStringLiteral("\\(&.\\)|&|[:\uFF1A…]"));
    return text.remove(marks);
}

QPushButton* addButton(QBoxLayout& row, const QString& text) {
    auto* button = new QPushButton(text);
    button->setAutoDefault(false);
    row.addWidget(button);
    return button;
}

void fitColumns(QHeaderView& header, const QFont& font, double& letter) {
    const double now = QFontMetricsF(font).averageCharWidth();
    for (int section = 0; section < header.count() && now != letter; ++section)
        if (header.sectionResizeMode(section) == QHeaderView::Interactive && !header.isSectionHidden(section))
            header.resizeSection(section, qRound(header.sectionSize(section) * now / letter));
    letter = now;
}

void addClearButton(QLineEdit& field) {
    field.setClearButtonEnabled(true);
    for (auto* button : field.findChildren<QToolButton*>())
        button->setAccessibleName(QCoreApplication::translate("DialogParts", "Empty the field"));
}

} // namespace derouter
