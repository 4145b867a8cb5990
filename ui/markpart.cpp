// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markpart.h"

#include "dialogparts.h"
#include "keytip.h"
#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int flagSide = 16;

} // namespace

MarkPart::MarkPart(QWidget* parent)
    : QWidget(parent)
    , m_flag(new QLabel)
    , m_text(selectableLabel())
    , m_mark(new QPushButton)
    , m_note(new QPushButton(tr("Note…"))) {
    KeyTip::of(*m_note).setText(tr("Write a note on this failure"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_flag, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    for (QPushButton* button : {m_mark, m_note}) {
        button->setAutoDefault(false);
        row->addWidget(button, 0, Qt::AlignTop);
    }
    show(false, {});
}

void MarkPart::show(bool isMarked, const QString& note) {
    m_isMarked = isMarked;
    m_flag->setVisible(isMarked);
    m_text->setText(!isMarked        ? tr("Not marked")
                    : note.isEmpty() ? tr("Marked")
                                     : tr("Marked: %1", "with a note").arg(note));
    m_mark->setText(isMarked ? tr("Unmark") : tr("Mark"));
    KeyTip::of(*m_mark).setText(isMarked ? tr("Take the mark off this failure")
                                         : tr("Mark this failure, to find it again"));
    restyle();
}

QString MarkPart::text() const {
    return m_text->text();
}

void MarkPart::restyle() {
    m_flag->setPixmap(theme::icon(u"mark"_s, palette()).pixmap(flagSide, flagSide));
    theme::setTextColor(*m_text,
                        m_isMarked ? palette().color(QPalette::WindowText) : theme::quietText(palette()));
}

void MarkPart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace derouter
