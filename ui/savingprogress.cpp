// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "savingprogress.h"

#include "logtext.h"
#include "reportsaving.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <chrono>

using namespace std::chrono_literals;

namespace derouter {

namespace {

constexpr int full = 1000;

} // namespace

SavingProgress::SavingProgress(ReportSaving& saving, QWidget* parent)
    : QWidget(parent)
    , m_saving(saving)
    , m_bar(new QProgressBar)
    , m_cancel(new QToolButton) {
    auto* name = new QLabel(tr("Writing %1", "a file").arg(inert(QFileInfo(saving.path()).fileName())));
    name->setTextFormat(Qt::PlainText);
    m_bar->setRange(0, full);
    m_bar->setFixedWidth(140);
    m_bar->setMaximumHeight(14);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of writing"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel writing"));
    m_cancel->setToolTip(tr("Stop writing; nothing is left of the report"));
    m_cancel->setAutoRaise(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 0, 0);
    for (QWidget* part : std::initializer_list<QWidget*>{name, m_bar, m_cancel})
        row->addWidget(part);
    connect(m_cancel, &QToolButton::clicked, &saving, &ReportSaving::cancel);
    connect(&m_timer, &QTimer::timeout, this, &SavingProgress::refresh);
    m_timer.start(100ms);
    hide();
    QTimer::singleShot(500ms, this, &QWidget::show);
    refresh();
}

void SavingProgress::refresh() {
    m_bar->setValue(static_cast<int>(m_saving.share() * full));
}

} // namespace derouter
