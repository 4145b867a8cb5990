// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"

#include "core/decodedtext.h"
#include "monitor/monitorprivate.h"
#include "monitor/recordplace.h"
#include "source/logsource.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

constexpr std::size_t maxNotUnderstood = 1000;
/// Rows are numbers of 32 bits in many places; a program that runs for weeks may have let go as many.
constexpr EventStore::Row mostRows = 4'000'000'000;

int cores() {
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

std::vector<std::string> toStrings(const QStringList& list) {
    std::vector<std::string> strings;
    for (const QString& text : list)
        strings.push_back(text.toStdString());
    return strings;
}

void countSuccesses(SourceInfo& info, const Batch& batch) {
    info.successes += batch.undatedSuccesses + batch.identified.size();
    for (const Batch::SecondCount& second : batch.successes)
        info.successes += second.count;
    if (!batch.successes.empty())
        extend(info.lastSuccess, info.lastSuccess, {}, batch.successes.back().second * microsecondsPerSecond);
    if (!batch.identified.empty())
        extend(info.lastSuccess, info.lastSuccess, {}, batch.identified.back().time);
}

} // namespace

Monitor::Private::Private(Monitor* monitor, MonitorOptions given)
    : q(monitor)
    , options(std::move(given))
    , requests(toStrings(options.hosts), toStrings(options.paths))
    , joiner(options.range,
             {.most = options.mostBytes,
              .readAgain = [this](const Sighted& where,
                                  const EventStoreOptions::IsRecord& is) { return readAgain(where, is); }})
    , permits(cores())
    , queue(2 * static_cast<std::size_t>(cores()), options.mostFollowed)
    , marks(*q) {
    QObject::connect(&marks, &Marks::rowChanged, q, &Monitor::eventChanged);
}

SourceInfo* Monitor::Private::find(SourceId id) {
    const auto at = std::ranges::find(infos, id, &SourceInfo::id);
    return at == infos.end() ? nullptr : &*at;
}

/// What stands there now may be another record: EventStore knows its own.
std::string Monitor::Private::readAgain(const Sighted& where, const EventStoreOptions::IsRecord& is) const {
    const auto source = std::ranges::find(infos, where.source, &SourceInfo::id);
    return source == infos.end() ? std::string() : readRecord({*source, where}, is);
}

Monitor::Monitor(MonitorOptions options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options))) {}

void Monitor::setOwnRequests(const QStringList& hosts, const QStringList& paths) {
    if (const Private::OwnRequests own{hosts, paths}; std::exchange(d->own, own) == own)
        return;
    d->requests = ApiRequests(toStrings(d->options.hosts + hosts), toStrings(d->options.paths + paths));
    std::vector<SourceId> ids;
    for (const SourceInfo& info : d->infos)
        if (canReadAgain(info.spec))
            ids.push_back(info.id);
    for (const SourceId id : ids)
        reload(id);
}

/// All at once: one of them may take a while.
Monitor::~Monitor() {
    for (auto& [id, run] : d->running)
        if (run.worker)
            run.worker->stop();
}

void Monitor::customEvent(QEvent* event) {
    d->announced.load(std::memory_order_acquire);
    if (event->type() == Private::deliveryEvent)
        d->takeDeliveries();
    else if (event->type() == Private::folderEvent)
        d->takeListings();
}

// One of each source an event: there are as many events as deliveries, and other events get their turn
// between. By id, as what is connected to the signals may remove sources.
void Monitor::Private::takeDeliveries() {
    std::erase_if(leaving, [](const auto& worker) { return worker->isOver(); });
    for (const SourceId id : queue.running()) {
        const auto run = running.find(id);
        if (run == running.end() || !run->second.worker)
            continue;
        auto delivery = run->second.worker->take();
        if (!delivery)
            continue;
        const bool isLast = isFinal(delivery->state);
        receive(id, run->second, std::move(*delivery));
        if (isLast)
            end(id);
    }
    announceIdle();
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
    info->failures = joiner.failuresOf(id);
    if (changes.added > 0)
        Q_EMIT q->eventsAdded(static_cast<qsizetype>(changes.firstNew),
                              static_cast<qsizetype>(changes.added));
    for (const EventStore::Row row : changes.changed)
        Q_EMIT q->eventChanged(static_cast<qsizetype>(row));
    makeRoom();
    if (ratesTouched)
        Q_EMIT q->ratesChanged();
    if (SourceInfo* const known = find(id); known && delivery.isAtRest)
        known->isCaughtUp = true;
    Q_EMIT q->sourceChanged(id);
}

/// Who shows failures takes leave of them while they are still there.
void Monitor::Private::makeRoom() {
    const EventStore::Row firstKept = joiner.makeRoom();
    if (firstKept == joiner.events().firstRow())
        return;
    Q_EMIT q->eventsLeaving(static_cast<qsizetype>(firstKept));
    for (const EventStore::Row row : joiner.letGo(firstKept))
        Q_EMIT q->eventChanged(static_cast<qsizetype>(row));
    if (joiner.events().endRow() < mostRows)
        return;
    joiner.renumber();
    Q_EMIT q->eventsReset();
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
    info.waitingLine = decodedText(delivery.waitingLine);
    countSuccesses(info, batch);
    if (delivery.checkpoint)
        info.checkpoint = *delivery.checkpoint;
    info.position = delivery.position;
    info.size = delivery.size;
}

void Monitor::Private::announceIdle() {
    const bool isBusy = q->isBusy();
    if (wasBusy && !isBusy)
        Q_EMIT q->idle();
    wasBusy = isBusy;
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

Marks& Monitor::marks() {
    return d->marks;
}

const Marks& Monitor::marks() const {
    return d->marks;
}

const std::vector<SourceInfo>& Monitor::sources() const {
    return d->infos;
}

const SourceInfo* Monitor::source(SourceId id) const {
    return d->find(id);
}

std::optional<RecordPlace> Monitor::placeOf(EventStore::Row row) const {
    const std::vector<Sighted> sightings = events().sightings(row);
    const SourceInfo* const info = source(sightings.front().source);
    const bool isStream =
        info && info->spec.kind != SourceSpec::Kind::File && info->spec.kind != SourceSpec::Kind::Text;
    return info && !isStream ? std::optional(RecordPlace(*info, sightings.front())) : std::nullopt;
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
        const bool waits = info.state == SourceState::Unreadable || info.state == SourceState::Waiting;
        return info.state == SourceState::Reading || (waits && !info.spec.follow);
    });
}

} // namespace derouter
