// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterchip.h"

#include "logtext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>

namespace derouter {

namespace {

constexpr int longestLabel = 40;

} // namespace

FilterChip::FilterChip(const FilterTerm& term, const QString& label, bool isOn, QWidget* parent)
    : QFrame(parent)
    , m_term(term)
    , m_body(new QToolButton(this))
    , m_cross(new QToolButton(this)) {
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(isOn ? QPalette::Button : QPalette::Base);
    m_body->setAutoRaise(true);
    m_body->setFocusPolicy(Qt::StrongFocus);
    m_body->setText(labelText(shortened(label, longestLabel)));
    m_body->setToolTip(tooltip(isOn ? tr("%1\nClick to switch it off for now; more in its menu.").arg(label)
                                    : tr("%1\nSwitched off. Click to switch it on again.").arg(label)));
    m_body->setAccessibleName(isOn ? tr("Filter %1").arg(label) : tr("Filter %1, off").arg(label));
    m_body->setAccessibleDescription(
        tr("Space switches it on or off, the minus sign makes the opposite of it, Delete removes it."));
    QFont font = this->font();
    font.setStrikeOut(!isOn);
    m_body->setFont(font);
    m_body->setForegroundRole(isOn ? QPalette::ButtonText : QPalette::PlaceholderText);
    m_body->setContextMenuPolicy(Qt::CustomContextMenu);
    m_body->installEventFilter(this);
    m_cross->setAutoRaise(true);
    m_cross->setFocusPolicy(Qt::NoFocus);
    m_cross->setText(QStringLiteral("×"));
    m_cross->setFixedWidth(m_cross->fontMetrics().horizontalAdvance(QStringLiteral("××")) + 8);
    m_cross->setToolTip(tooltip(tr("Remove this filter: %1").arg(label)));
    m_cross->setAccessibleName(tr("Remove filter %1").arg(label));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_body);
    row->addWidget(m_cross);
    setFocusProxy(m_body);
    connect(m_body, &QToolButton::clicked, this, &FilterChip::toggle);
    connect(m_body, &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { showMenu(m_body->mapToGlobal(at)); });
    connect(m_cross, &QToolButton::clicked, this, &FilterChip::removeRequested);
}

void FilterChip::toggle() {
    FilterTerm next = m_term;
    next.on = !next.on;
    Q_EMIT changeRequested(next);
}

void FilterChip::invert() {
    FilterTerm next = m_term;
    next.exclude = !next.exclude;
    next.on = true;
    Q_EMIT changeRequested(next);
}

void FilterChip::showMenu(QPoint at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* on = menu->addAction(tr("On"), this, &FilterChip::toggle);
    on->setCheckable(true);
    on->setChecked(m_term.on);
    menu->addAction(m_term.exclude ? tr("Only This Instead") : tr("Exclude This Instead"), this,
                    &FilterChip::invert);
    menu->addSeparator();
    menu->addAction(tr("Remove"), this, &FilterChip::removeRequested);
    menu->popup(at);
}

bool FilterChip::eventFilter(QObject* watched, QEvent* event) {
    const auto* pressed = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    const bool isPlainKey = pressed && !(pressed->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    return (isPlainKey && takeKey(pressed->key())) || QFrame::eventFilter(watched, event);
}

bool FilterChip::takeKey(int key) {
    switch (key) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT removeRequested();
        return true;
    case Qt::Key_Minus:
        invert();
        return true;
    case Qt::Key_Left:
        Q_EMIT neighbourRequested(-1);
        return true;
    case Qt::Key_Right:
        Q_EMIT neighbourRequested(1);
        return true;
    default:
        return false;
    }
}

} // namespace derouter
