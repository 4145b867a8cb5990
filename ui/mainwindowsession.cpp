// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What MainWindow keeps for the next run, and for the window that takes its place.
#include "actions.h"
#include "alerts.h"
#include "core/decodedtext.h"
#include "eventview.h"
#include "filtertext.h"
#include "mainwindow.h"
#include "monitor/failurekey.h"
#include "monitor/monitor.h"
#include "preferences.h"
#include "savedfilters.h"
#include "workspace.h"

#include <QAction>
#include <QSettings>

#include <optional>
#include <set>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

// The chosen failure by its request-id, else by its source's hash and its line.
constexpr auto chosenId = "window/chosenId"_L1;
constexpr auto chosenSource = "window/chosenSource"_L1;
constexpr auto chosenLine = "window/chosenLine"_L1;

} // namespace

void MainWindow::restore() {
    QSettings settings;
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    m_workspace->restore(settings);
    const Preferences chosen = Preferences::load();
    m_actions->setKeys(chosen.keys);
    showLook(chosen.look);
    theme::setCodeColors(chosen.colors);
    m_alerts->apply(chosen.alerts);
    if (!chosen.hosts.isEmpty() || !chosen.paths.isEmpty())
        m_monitor.setOwnRequests(chosen.hosts, chosen.paths);
    m_actions->follow->setChecked(settings.value(u"window/follow"_s, true).toBool());
    m_workspace->setFollowWanted(m_actions->follow->isChecked());
    m_actions->sources->setChecked(settings.value(u"window/sources"_s, true).toBool());
    m_filter.begin({.calls = settings.value(u"window/calls"_s, false).toBool()});
    m_actions->groups->setChecked(settings.value(u"window/groups"_s, false).toBool());
    m_actions->utc->setChecked(chosen.utc);
    setUtc(m_actions->utc->isChecked());
}

void MainWindow::resumeView() {
    ViewState view = savedfilters::last();
    view.calls = m_filter.view().calls;
    m_filter.begin(view);
    if (view.isFiltered() && !view.off)
        showNote(
            tr("The filters of the last time are on: %1").arg(filterSentence(m_workspace->timeDisplay())));
    connect(
        &m_monitor, &Monitor::idle, this, [this] { chooseAgain(); }, Qt::SingleShotConnection);
}

void MainWindow::keepChosen() const {
    QSettings settings;
    for (const QLatin1String key : {chosenId, chosenSource, chosenLine})
        settings.remove(key);
    const auto row = m_workspace->view()->currentEvent();
    if (!row || !m_monitor.events().isKept(*row))
        return;
    const ErrorEvent event = m_monitor.events().event(*row);
    const SourceInfo* const source = m_monitor.source(event.source);
    if (!event.requestId.empty()) {
        settings.setValue(chosenId, decodedText(event.requestId));
    } else if (source) {
        settings.setValue(chosenSource, QString::fromLatin1(hashOfSource(source->spec).toHex()));
        settings.setValue(chosenLine, QVariant::fromValue(event.line));
    }
}

/// The failure that was chosen last, if the logs still tell it.
void MainWindow::chooseAgain() {
    const QSettings settings;
    const EventStore& store = m_monitor.events();
    std::optional<EventStore::Row> row;
    if (const QString id = settings.value(chosenId).toString(); !id.isEmpty()) {
        row = store.find(id.toStdString());
    } else if (const QString wanted = settings.value(chosenSource).toString(); !wanted.isEmpty()) {
        std::set<SourceId> sources;
        for (const SourceInfo& source : m_monitor.sources())
            if (QString::fromLatin1(hashOfSource(source.spec).toHex()) == wanted)
                sources.insert(source.id);
        const std::uint64_t line = settings.value(chosenLine).toULongLong();
        for (const EventStore::Row each : store.rows())
            if (sources.contains(store.source(each)) && store.event(each).line == line)
                row = each;
    }
    EventModel& model = m_workspace->model();
    if (const int at = row ? model.rowStandingFor(*row) : -1; at >= 0)
        m_workspace->view()->choose(model.index(at, 0));
}

std::unique_ptr<MainWindow> MainWindow::successor() {
    save();
    auto next = std::make_unique<MainWindow>(m_monitor);
    next->m_filter.begin(m_filter.view());
    next->m_alerts->takeOver(*m_alerts);
    if (const auto row = m_workspace->view()->currentEvent())
        next->m_workspace->view()->choose(
            next->m_workspace->model().index(next->m_workspace->model().rowStandingFor(*row), 0));
    return next;
}

void MainWindow::save() const {
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/follow"_s, m_actions->follow->isChecked());
    settings.setValue(u"window/sources"_s, m_actions->sources->isChecked());
    settings.setValue(u"window/calls"_s, m_filter.filter().calls);
    settings.setValue(u"window/groups"_s, m_actions->groups->isChecked());
    settings.setValue(u"window/utc"_s, m_actions->utc->isChecked());
    m_workspace->save(settings);
    savedfilters::keepLast(m_filter.view());
    keepChosen();
}

} // namespace derouter
