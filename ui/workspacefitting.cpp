// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What has room in the window, and how much.

#include "chartpanel.h"
#include "detailpane.h"
#include "sourcepanel.h"
#include "workspace.h"

#include <QSplitter>

#include <algorithm>

namespace derouter {

namespace {

constexpr int narrow = 1000; ///< below this width the detail pane goes under the table
constexpr int low = 580;     ///< below this height the sources are shown on demand only
constexpr int strip = 700;   ///< below this width the chart is a strip
constexpr int stripHeight = 80;

} // namespace

/// In a low window the failures come first; the status line still tells what was read.
bool Workspace::areSourcesShown() const {
    if (!m_sourcesWanted || m_monitor.sources().empty())
        return false;
    const int needed = heightWithout() + heightOfChart() + m_sources->sizeHint().height();
    return m_sourcesForced || isEmptyStateShown() || height() >= std::max(low, needed);
}

/// The least height of everything but chart and sources.
int Workspace::heightWithout() const {
    const int chart = m_isStrip ? m_chartPanel->minimumSizeHint().height() : heightOfChart();
    const int sources = m_sources->isHidden() ? 0 : m_sources->minimumSizeHint().height();
    return QWidget::minimumSizeHint().height() - chart - sources;
}

int Workspace::heightOfChart() const {
    return m_isStrip ? m_chartHeight : m_chartPanel->minimumSizeHint().height();
}

QSize Workspace::minimumSizeHint() const {
    const bool keepsSources = m_sourcesForced && !m_sources->isHidden();
    return {QWidget::minimumSizeHint().width(),
            heightWithout() + stripHeight + (keepsSources ? m_sources->minimumSizeHint().height() : 0)};
}

/// Behind what else changes by now, and once more when the first failure shows what there is to tell.
void Workspace::fitDetailsSoon() {
    m_fitsNoDetails = !m_detail->row();
    QMetaObject::invokeMethod(this, &Workspace::fitDetails, Qt::QueuedConnection);
}

/// Gives the details the width that larger texts need, up to half of the window.
void Workspace::fitDetails() {
    m_fitIsDue = !m_detail->isVisible(); // what is not laid out has no width yet
    if (m_fitIsDue)
        return;
    const int needed = std::min(m_detail->neededWidth(), width() / 2);
    if (m_across->orientation() == Qt::Horizontal && m_detail->width() < needed)
        m_across->setSizes({width() - needed, needed});
}

void Workspace::fitChart() {
    const bool isStrip = width() < strip || height() < heightWithout() + heightOfChart();
    if (!m_isStrip)
        m_chartHeight = heightOfChart();
    if (isStrip == m_isStrip)
        return;
    m_isStrip = isStrip;
    m_chartPanel->setStrip(isStrip);
    m_down->setSizes(isStrip ? QList<int>{stripHeight, height()}
                             : QList<int>{height() * 2 / 5, height() * 3 / 5});
}

void Workspace::fitWidth() {
    const auto orientation = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    fitChart();
    if (m_across->orientation() == orientation)
        return;
    m_across->setOrientation(orientation);
    m_detail->setWide(orientation == Qt::Vertical);
    if (orientation == Qt::Vertical)
        m_across->setSizes({height() * 2 / 3, height() / 3});
    else
        m_across->setSizes({width() * 7 / 10, width() * 3 / 10});
}

} // namespace derouter
