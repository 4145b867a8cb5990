// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusline.h"

#include "core/shownnumber.h"
#include "dataquality.h"
#include "theme.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>
#include <chrono>

namespace derouter {

StatusLine::StatusLine(Monitor& monitor, QStatusBar& bar)
    : QObject(&bar)
    , m_monitor(monitor)
    , m_lines(new QLabel)
    , m_kept(new QLabel)
    , m_quality(new QToolButton)
    , m_progress(new QProgressBar)
    , m_cancel(new QToolButton) {
    for (QLabel* label : {m_lines, m_kept}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(8, 0, 8, 0);
    }
    m_kept->setToolTip(tr("There is no room in memory for more. Totals and chart count them all."));
    m_quality->setAutoRaise(true);
    m_quality->setToolTip(tr("Whether anything was lost: show the account of each source"));
    m_progress->setFixedWidth(140);
    m_progress->setMaximumHeight(14);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of reading"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop reading; what was read stays"));
    m_cancel->setAutoRaise(true);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_progress, m_cancel, m_kept, m_lines, m_quality})
        bar.addPermanentWidget(widget);
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::milliseconds(100));
    const auto request = [this] {
        if (!m_timer.isActive())
            m_timer.start();
    };
    connect(&m_timer, &QTimer::timeout, this, &StatusLine::refresh);
    for (auto signal : {&Monitor::sourceAdded, &Monitor::sourceChanged, &Monitor::sourceRemoved})
        connect(&monitor, signal, this, request);
    connect(&monitor, &Monitor::idle, this, request);
    connect(m_cancel, &QToolButton::clicked, &monitor, &Monitor::cancelAll);
    connect(m_quality, &QToolButton::clicked, this, &StatusLine::showAccount);
    bar.installEventFilter(this);
    refresh();
}

/// Its colours are those of the bar's ground.
bool StatusLine::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        showQuality(*m_quality, DataQuality::of(m_monitor.sources()));
    return QObject::eventFilter(watched, event);
}

void StatusLine::refresh() {
    std::uint64_t lines = 0;
    std::uint64_t notUnderstood = 0;
    for (const SourceInfo& source : m_monitor.sources()) {
        lines += source.lines;
        notUnderstood += source.linesNotUnderstood;
    }
    const bool any = !m_monitor.sources().empty();
    m_lines->setVisible(any);
    m_quality->setVisible(any);
    m_lines->setText(
        lines == 0 && m_monitor.totals().apiRequests > 0 // a recording has requests alone
            ? tr("Requests: %1").arg(shownNumber(m_monitor.totals().apiRequests))
            : notUnderstood == 0
                  ? tr("Lines: %1, all understood").arg(shownNumber(lines))
                  : tr("Lines: %1, not understood: %2").arg(shownNumber(lines), shownNumber(notUnderstood)));
    const QString kept = keptFailuresText(m_monitor);
    m_kept->setText(kept);
    m_kept->setVisible(!kept.isEmpty());
    showQuality(*m_quality, DataQuality::of(m_monitor.sources()));
    showProgress();
}

void StatusLine::showAccount() {
    auto* dialog = new DataQualityDialog(m_monitor, m_lines->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void StatusLine::showProgress() {
    const bool busy = m_monitor.isBusy();
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
    std::uint64_t read = 0;
    std::uint64_t size = 0;
    for (const SourceInfo& source : m_monitor.sources())
        if (source.state == SourceState::Reading) {
            read += std::min(source.position, source.size);
            size += source.size;
        }
    constexpr int full = 1000;
    m_progress->setRange(0, size == 0 ? 0 : full);
    m_progress->setValue(size == 0 ? 0 : static_cast<int>(read * full / size));
}

QString StatusLine::text() const {
    const QString kept = m_kept->text();
    return (kept.isEmpty() ? kept : kept + u' ') + m_lines->text() + u' ' + m_quality->text();
}

} // namespace derouter
