// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertwatch.h"

#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>

namespace derouter {

namespace {

std::string folderOf(const SourceSpec& spec) {
    return spec.kind == SourceSpec::Kind::File ? QFileInfo(spec.path).absolutePath().toStdString()
                                               : std::string();
}

} // namespace

AlertWatch::AlertWatch(const Monitor& monitor, QObject* parent)
    : QObject(parent)
    , m_monitor(monitor) {
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &AlertWatch::pass);
}

void AlertWatch::start(const AlertRules::Options& options) {
    if (m_rules)
        return m_rules->setOptions(options);
    m_rules.emplace(options);
    connect(&m_monitor, &Monitor::eventsAdded, this, &AlertWatch::noteEvents);
    connect(&m_monitor, &Monitor::sourceAdded, this, &AlertWatch::addSource);
    connect(&m_monitor, &Monitor::sourceChanged, this, &AlertWatch::noteSource);
    connect(&m_monitor, &Monitor::sourceRemoved, this, &AlertWatch::removeSource);
    knowAll();
    for (const SourceInfo& source : m_monitor.sources())
        addSource(source.id);
    m_timer.start();
}

void AlertWatch::stop() {
    m_timer.stop();
    disconnect(&m_monitor, nullptr, this, nullptr);
    m_rules.reset();
    m_waiting.clear();
    m_sources.clear();
    Q_EMIT changed();
}

void AlertWatch::takeOver(AlertWatch& former) {
    if (!isOn() || !former.isOn())
        return;
    m_clock = former.m_clock;
    m_rules = std::move(former.m_rules);
    m_waiting = std::move(former.m_waiting);
    m_sources = std::move(former.m_sources);
    former.stop();
    Q_EMIT changed();
}

/// What is there already is no news.
void AlertWatch::knowAll() {
    const EventStore& store = m_monitor.events();
    for (const EventStore::Row row : store.rows())
        if (alertRule(store.cause(row)) == Alert::Rule::NewShape)
            m_rules->know(AlertFailure::of(store.event(row), store.cause(row)));
}

void AlertWatch::addSource(SourceId id) {
    const SourceInfo* const source = m_monitor.source(id);
    if (!source)
        return;
    m_sources[id] = {.bytes = source->bytes, .successes = source->successes, .isWatched = source->isLive()};
    if (source->successes > 0)
        m_rules->knowSuccesses(id);
    if (source->isLive())
        m_rules->addLog(id, folderOf(source->spec), now());
}

/// They wait until it is known what else came with them.
void AlertWatch::noteEvents(qsizetype first, qsizetype count) {
    const EventStore& store = m_monitor.events();
    const auto begin = static_cast<EventStore::Row>(first);
    for (EventStore::Row row = begin; row < begin + static_cast<EventStore::Row>(count); ++row) {
        const SourceInfo* const source = m_monitor.source(store.source(row));
        const guide::Cause& cause = store.cause(row);
        if (source && source->isLive() && source->isCaughtUp)
            m_waiting.push_back(AlertFailure::of(store.event(row), cause));
        else if (alertRule(cause) == Alert::Rule::NewShape)
            m_rules->know(AlertFailure::of(store.event(row), cause));
    }
}

/// The end of a batch.
void AlertWatch::noteSource(SourceId id) {
    const SourceInfo* const source = m_monitor.source(id);
    if (!source)
        return;
    takeWaiting(*source);
    Known& known = m_sources[id];
    if (source->bytes > known.bytes && source->isCaughtUp)
        m_rules->wrote(id, now());
    known.bytes = source->bytes;
    known.successes = source->successes;
    if (std::exchange(known.isWatched, source->isLive()) && !source->isLive())
        m_rules->endLog(id, now());
}

/// A success stands behind the failures that came with it only where the log's times say so.
void AlertWatch::takeWaiting(const SourceInfo& source) {
    if (source.successes > 0)
        m_rules->knowSuccesses(source.id);
    const bool succeeded = source.isCaughtUp && source.successes > m_sources[source.id].successes;
    const bool isLater = succeeded && std::ranges::all_of(m_waiting, [&](const AlertFailure& failure) {
                             return failure.time && source.lastSuccess &&
                                    *source.lastSuccess >= *failure.time + microsecondsPerSecond;
                         });
    if (succeeded && !isLater)
        m_rules->succeed(source.id, now());
    const bool any = !m_waiting.empty();
    for (const AlertFailure& failure : std::exchange(m_waiting, {}))
        m_rules->fail(failure, now());
    if (isLater)
        m_rules->succeed(source.id, now());
    if (any)
        tell();
}

void AlertWatch::removeSource(SourceId id) {
    m_sources.erase(id);
    m_rules->removeLog(id, now());
    tell();
}

void AlertWatch::snooze(std::uint32_t alert, AlertRules::Snooze snooze) {
    if (m_rules)
        m_rules->snooze(alert, snooze, now());
    Q_EMIT changed();
}

void AlertWatch::dismiss(std::uint32_t alert) {
    if (m_rules)
        m_rules->dismiss(alert);
    Q_EMIT changed();
}

void AlertWatch::pass() {
    m_rules->pass(now());
    tell();
}

void AlertWatch::tell() {
    for (const Alert& notice : m_rules->takeNotices())
        Q_EMIT noticed(notice);
    Q_EMIT changed();
}

} // namespace derouter
