// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "elidedbutton.h"

#include "logtext.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace derouter {

ElidedButton::ElidedButton(QWidget* parent)
    : QToolButton(parent) {
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ElidedButton::setTexts(const QString& text, const QString& purpose) {
    setText(labelText(text));
    setToolTip(tooltip(text + u'\n' + purpose));
    setAccessibleDescription(purpose); // not the tooltip's markup
}

QSize ElidedButton::minimumSizeHint() const {
    constexpr int letters = 6; // and the ellipsis
    return {iconSize().width() + letters * fontMetrics().averageCharWidth(), sizeHint().height()};
}

void ElidedButton::paintEvent(QPaintEvent*) {
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const int cut = std::max(0, sizeHint().width() - width());
    const int room = fontMetrics().size(Qt::TextShowMnemonic, option.text).width() - cut;
    if (cut > 0)
        option.text = fontMetrics().elidedText(option.text, Qt::ElideRight, room, Qt::TextShowMnemonic);
    QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace derouter
