// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"

#include "core/decodedtext.h"
#include "monitor/failurejoiner.h"
#include "monitor/ingestworker.h"
#include "source/command.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFileInfo>
#include <QMetaObject>

#include <algorithm>
#include <map>
#include <utility>

namespace derouter {

namespace {

constexpr std::size_t maxNotUnderstood = 1000;
constexpr QEvent::Type deliveryEvent = QEvent::User;

std::vector<std::string> toStrings(const QStringList& list) {
    std::vector<std::string> strings;
    for (const QString& text : list)
        strings.push_back(text.toStdString());
    return strings;
}

QString nameOf(const SourceSpec& spec) {
    switch (spec.kind) {
    case SourceSpec::Kind::StandardInput:
        return Monitor::tr("standard input");
    case SourceSpec::Kind::Command:
        return commandName(spec.command);
    case SourceSpec::Kind::File:
        break;
    }
    return QFileInfo(spec.path).fileName();
}

bool isSame(const SourceSpec& a, const SourceSpec& b) {
    if (a.kind != b.kind || a.kind == SourceSpec::Kind::StandardInput)
        return a.kind == b.kind;
    if (a.kind == SourceSpec::Kind::Command)
        return a.command == b.command;
    const QString canonical = QFileInfo(a.path).canonicalFilePath();
    return canonical.isEmpty() ? a.path == b.path : canonical == QFileInfo(b.path).canonicalFilePath();
}

} // namespace

struct Monitor::Private {
    struct Running {
        std::unique_ptr<IngestWorker> worker;
        std::vector<NotUnderstood> notUnderstood;
        QStringList firstLines;
    };

    Private(Monitor* monitor, MonitorOptions given)
        : q(monitor)
        , options(std::move(given))
        , requests(toStrings(options.hosts), toStrings(options.paths))
        , joiner(options.range)
        , permits(std::max(1u, std::thread::hardware_concurrency())) {}

    SourceInfo* find(SourceId id) {
        const auto at = std::ranges::find(infos, id, &SourceInfo::id);
        return at == infos.end() ? nullptr : &*at;
    }

    void start(SourceInfo& info);
    void stop(SourceId id);
    void forget(SourceId id);
    void receive(SourceId id, Running& run, Delivery&& delivery);
    void update(SourceInfo& info, const Delivery& delivery);
    void fail(SourceInfo& info, const QString& sentence);
    void announceIdle();

    Monitor* q;
    MonitorOptions options;
    ApiRequests requests;
    FailureJoiner joiner;
    WorkPermits permits;
    std::vector<SourceInfo> infos;
    std::map<SourceId, Running> running;
    std::vector<std::unique_ptr<IngestWorker>> leaving; ///< of sources that were forgotten
    SourceId nextId = 0;
    bool wasBusy = false;
};

Monitor::Monitor(MonitorOptions options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options))) {}

/// All at once: one of them may take a while.
Monitor::~Monitor() {
    cancelAll();
}

SourceId Monitor::addSource(const SourceSpec& spec) {
    for (const SourceInfo& info : d->infos)
        if (isSame(info.spec, spec))
            return info.id;
    SourceInfo& info = d->infos.emplace_back();
    info.id = d->nextId++;
    info.spec = spec;
    info.name = nameOf(spec);
    const SourceId id = info.id;
    d->start(info);
    Q_EMIT sourceAdded(id);
    return id;
}

void Monitor::Private::start(SourceInfo& info) {
    info.state = SourceState::Reading;
    wasBusy = true;
    auto format = FormatCatalog::current()->choose(info.spec.format);
    if (!format) {
        const SourceId id = info.id;
        QMetaObject::invokeMethod(
            q,
            [this, id, sentence = format.error().message] {
                if (SourceInfo* known = find(id))
                    fail(*known, sentence);
            },
            Qt::QueuedConnection);
        return;
    }
    PipelineOptions pipeline{.source = info.id,
                             .format = std::move(format).value(),
                             .zone = info.spec.timeZone.value_or(QTimeZone::systemTimeZone()),
                             .requests = requests,
                             .range = options.range,
                             .keepRaw = options.keepRaw};
    Running& run = running[info.id];
    run.notUnderstood.clear();
    run.firstLines.clear();
    run.worker =
        std::make_unique<IngestWorker>(makeSource(info.spec), std::move(pipeline), permits, [monitor = q] {
            QCoreApplication::postEvent(monitor, new QEvent(deliveryEvent));
        });
}

void Monitor::customEvent(QEvent* event) {
    if (event->type() != deliveryEvent)
        return;
    std::erase_if(d->leaving, [](const auto& worker) { return worker->isOver(); });
    // One of each source an event: there are as many events as deliveries, and other events get their turn
    // between. By id, as what is connected to the signals may remove sources.
    std::vector<SourceId> ids;
    for (const auto& [id, run] : d->running)
        ids.push_back(id);
    for (const SourceId id : ids) {
        const auto run = d->running.find(id);
        if (run == d->running.end())
            continue;
        if (auto delivery = run->second.worker->take())
            d->receive(id, run->second, std::move(*delivery));
    }
    d->announceIdle();
}

void Monitor::Private::stop(SourceId id) {
    if (const auto at = running.find(id); at != running.end() && at->second.worker)
        at->second.worker->stop();
}

void Monitor::Private::forget(SourceId id) {
    if (const auto at = running.find(id); at != running.end()) {
        at->second.worker->stop();
        at->second.worker->waitForReading();
        leaving.push_back(std::move(at->second.worker));
        running.erase(at);
    }
    joiner.removeSource(id);
    Q_EMIT q->eventsReset();
    Q_EMIT q->ratesChanged();
}

void Monitor::Private::receive(SourceId id, Running& run, Delivery&& delivery) {
    SourceInfo* const info = find(id);
    for (const Batch::RejectedLine& line : delivery.batch.rejected)
        if (run.notUnderstood.size() < maxNotUnderstood)
            run.notUnderstood.push_back({line.file, line.number, line.why, decodedText(line.text)});
    for (const std::string& line : delivery.batch.firstLines)
        run.firstLines << decodedText(line);
    update(*info, delivery);
    const bool ratesTouched = !delivery.batch.isEmpty() || delivery.batch.leadingTime;
    const auto changes = joiner.take(id, std::move(delivery.batch));
    for (SourceInfo& each : infos)
        each.failures = joiner.failuresOf(each.id);
    if (changes.added > 0)
        Q_EMIT q->eventsAdded(static_cast<qsizetype>(changes.firstNew),
                              static_cast<qsizetype>(changes.added));
    for (const EventStore::Row row : changes.changed)
        Q_EMIT q->eventChanged(static_cast<qsizetype>(row));
    if (ratesTouched)
        Q_EMIT q->ratesChanged();
    Q_EMIT q->sourceChanged(id);
}

void Monitor::Private::update(SourceInfo& info, const Delivery& delivery) {
    const Batch& batch = delivery.batch;
    info.state = delivery.state;
    info.error = delivery.error;
    info.format = batch.format;
    info.lines = batch.lines;
    info.linesNotUnderstood = batch.linesNotUnderstood;
    info.linesCut = batch.linesCut;
    info.ledger = batch.ledger;
    info.bytes = batch.ledger.bytesRead();
    info.files = delivery.files;
    if (delivery.checkpoint)
        info.checkpoint = *delivery.checkpoint;
    info.position = delivery.position;
    info.size = delivery.size;
}

void Monitor::Private::fail(SourceInfo& info, const QString& sentence) {
    info.state = SourceState::Failed;
    info.error = sentence;
    Q_EMIT q->sourceChanged(info.id);
    announceIdle();
}

void Monitor::Private::announceIdle() {
    const bool isBusy = q->isBusy();
    if (wasBusy && !isBusy)
        Q_EMIT q->idle();
    wasBusy = isBusy;
}

void Monitor::removeSource(SourceId id) {
    const auto at = std::ranges::find(d->infos, id, &SourceInfo::id);
    if (at == d->infos.end())
        return;
    d->infos.erase(at);
    d->forget(id);
    Q_EMIT sourceRemoved(id);
    d->announceIdle();
}

void Monitor::reload(SourceId id) {
    SourceInfo* const info = d->find(id);
    if (!info)
        return;
    d->forget(id);
    SourceInfo fresh;
    fresh.id = info->id;
    fresh.spec = info->spec;
    fresh.name = info->name;
    fresh.checkpoint = info->checkpoint;
    if (fresh.checkpoint != Checkpoint())
        fresh.spec.resume = fresh.checkpoint;
    *info = std::move(fresh);
    d->start(*info);
    Q_EMIT sourceChanged(id);
}

void Monitor::setFormat(SourceId id, const QString& format) {
    if (SourceInfo* const info = d->find(id)) {
        info->spec.format = format;
        reload(id);
    }
}

void Monitor::setTimeZone(SourceId id, const std::optional<QTimeZone>& zone) {
    if (SourceInfo* const info = d->find(id)) {
        info->spec.timeZone = zone;
        reload(id);
    }
}

void Monitor::cancel(SourceId id) {
    d->stop(id);
}

void Monitor::cancelAll() {
    for (const SourceInfo& info : d->infos)
        d->stop(info.id);
}

const EventStore& Monitor::events() const {
    return d->joiner.events();
}

const RateSeries& Monitor::rates() const {
    return d->joiner.rates();
}

const Totals& Monitor::totals() const {
    return d->joiner.totals();
}

const std::vector<SourceInfo>& Monitor::sources() const {
    return d->infos;
}

const SourceInfo* Monitor::source(SourceId id) const {
    return d->find(id);
}

std::vector<NotUnderstood> Monitor::notUnderstood(SourceId id) const {
    const auto run = d->running.find(id);
    return run == d->running.end() ? std::vector<NotUnderstood>() : run->second.notUnderstood;
}

QStringList Monitor::firstLines(SourceId id) const {
    const auto run = d->running.find(id);
    return run == d->running.end() ? QStringList() : run->second.firstLines;
}

bool Monitor::isBusy() const {
    return std::ranges::any_of(d->infos, [](const SourceInfo& info) {
        return info.state == SourceState::Reading ||
               (info.state == SourceState::Unreadable && !info.spec.follow);
    });
}

} // namespace derouter
