// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitorprivate.h"

#include "source/address.h"
#include "source/command.h"
#include "source/logsource.h"
#include "source/rotatedset.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMetaObject>

#include <algorithm>
#include <memory>
#include <utility>

// Which sources there are, and how they begin and end.

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr int openedAtOnce = 50;

QString nameOf(const SourceSpec& spec) {
    switch (spec.kind) {
    case SourceSpec::Kind::StandardInput:
        return Monitor::tr("standard input");
    case SourceSpec::Kind::Command:
        return commandName(spec.command);
    case SourceSpec::Kind::Address:
        return addressName(spec.address);
    case SourceSpec::Kind::Text:
        return Monitor::tr("pasted text");
    case SourceSpec::Kind::Folder:
        return QDir(QFileInfo(spec.path).absoluteFilePath()).dirName() + u'/' + spec.names;
    case SourceSpec::Kind::File:
        break;
    }
    const QString name = QFileInfo(spec.path).fileName();
    return name.isEmpty() ? spec.path : name;
}

QString withoutLogs(const SourceSpec& folder, bool exists) {
    return exists ? Monitor::tr("There are no logs in %1; they are read as soon as there are.")
                        .arg(QDir(folder.path).filePath(folder.names))
                  : Monitor::tr("The folder %1 does not exist; its logs are read as soon as it does.")
                        .arg(folder.path);
}

/// Of sources that are no files.
bool isSame(const SourceSpec& a, const SourceSpec& b) {
    if (a.kind != b.kind)
        return false;
    if (a.kind == SourceSpec::Kind::Folder)
        return a.names == b.names && QFileInfo(a.path) == QFileInfo(b.path);
    return a.command == b.command && a.address == b.address && a.text == b.text;
}

} // namespace

std::optional<SourceId> Monitor::Private::openAlready(const SourceSpec& spec) const {
    if (spec.kind == SourceSpec::Kind::File)
        return openFiles.find(spec.path);
    const auto same =
        std::ranges::find_if(infos, [&](const SourceInfo& info) { return isSame(info.spec, spec); });
    return same == infos.end() ? std::nullopt : std::optional(same->id);
}

std::optional<SourceId> Monitor::find(const SourceSpec& spec) const {
    return d->openAlready(spec);
}

SourceId Monitor::addSource(const SourceSpec& spec) {
    if (const auto open = d->openAlready(spec))
        return *open;
    const SourceId id = d->nextId++;
    SourceInfo& info = d->infos.emplace_back();
    info.id = id;
    info.spec = spec;
    info.name = nameOf(spec);
    if (spec.kind == SourceSpec::Kind::File)
        d->openFiles.add(id, spec);
    d->start(id);
    Q_EMIT sourceAdded(id);
    return id;
}

void Monitor::Private::start(SourceId id) {
    SourceInfo& info = *find(id);
    wasBusy = true;
    if (info.spec.kind == SourceSpec::Kind::Folder)
        return watchFolder(info);
    const bool follows = info.spec.follow || mayPause(info.spec);
    info.state = SourceState::Waiting;
    if (follows)
        info.error = Monitor::tr("Too many logs are followed at once; this one waits for a place.");
    queue.add(id, follows);
    startNext(id);
}

/// As many as have a place; `added` is not announced yet.
void Monitor::Private::startNext(SourceId added) {
    while (const auto id = queue.next()) {
        begin(*find(*id));
        if (*id != added)
            Q_EMIT q->sourceChanged(*id);
    }
}

std::function<void()> Monitor::Private::notifier(QEvent::Type event) {
    return [this, event] {
        auto posted = std::make_unique<QEvent>(event);
        announced.exchange(true,
                           std::memory_order_release); // a plain store would hide those of other threads
        QCoreApplication::postEvent(q, posted.release());
    };
}

PipelineOptions Monitor::Private::readingOf(const SourceInfo& info, ChosenFormat format) const {
    return {.source = info.id,
            .format = std::move(format),
            .zone = info.spec.timeZone.value_or(QTimeZone::systemTimeZone()),
            .requests = requests,
            .range = options.range,
            .keepRaw = options.keepRaw};
}

PipelineOptions Monitor::readingOf(SourceId id) const {
    const SourceInfo* const known = source(id);
    const SourceInfo info = known ? *known : SourceInfo();
    auto format = FormatCatalog::current()->choose(info.spec.format);
    return d->readingOf(info, format ? std::move(format).value() : ChosenFormat());
}

void Monitor::Private::begin(SourceInfo& info) {
    info.state = SourceState::Reading;
    info.error.clear();
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
    PipelineOptions pipeline = readingOf(info, std::move(format).value());
    Running& run = running[info.id];
    run.notUnderstood.clear();
    run.firstLines.clear();
    run.worker = std::make_unique<IngestWorker>(makeSource(info.spec, options.range), std::move(pipeline),
                                                permits, notifier(deliveryEvent));
}

void Monitor::Private::stop(SourceId id) {
    if (const auto at = running.find(id); at != running.end() && at->second.worker)
        return at->second.worker->stop();
    SourceInfo* const info = find(id);
    const bool isWatched = folders.erase(id) > 0;
    if (!isWatched && !queue.isWaiting(id))
        return;
    queue.remove(id);
    const bool inVain = !info->error.isEmpty(); // it waited for a place
    info->state = isWatched ? SourceState::Ended : inVain ? SourceState::Failed : SourceState::Cancelled;
    Q_EMIT q->sourceChanged(id);
}

/// Nothing more will come of it: its place is given up, and its thread and its buffers as soon as it is over.
void Monitor::Private::end(SourceId id) {
    if (const auto at = running.find(id); at != running.end() && at->second.worker)
        leaving.push_back(std::move(at->second.worker));
    queue.remove(id);
    startNext();
}

void Monitor::Private::forget(SourceId id) {
    if (const auto at = running.find(id); at != running.end()) {
        if (at->second.worker) {
            at->second.worker->stop();
            at->second.worker->waitForReading();
            leaving.push_back(std::move(at->second.worker));
        }
        running.erase(at);
    }
    folders.erase(id);
    queue.remove(id);
    joiner.removeSource(id);
    for (SourceInfo& each : infos)
        each.failures = joiner.failuresOf(each.id);
    Q_EMIT q->eventsReset();
    Q_EMIT q->ratesChanged();
}

void Monitor::Private::fail(SourceInfo& info, const QString& sentence) {
    const SourceId id = info.id;
    info.state = SourceState::Failed;
    info.error = sentence;
    end(id);
    Q_EMIT q->sourceChanged(id);
    announceIdle();
}

void Monitor::removeSource(SourceId id) {
    const auto at = std::ranges::find(d->infos, id, &SourceInfo::id);
    if (at == d->infos.end())
        return;
    d->infos.erase(at);
    d->openFiles.remove(id);
    d->forget(id);
    Q_EMIT sourceRemoved(id);
    d->startNext();
    d->announceIdle();
}

void Monitor::reload(SourceId id) {
    if (!d->find(id) || d->folders.contains(id))
        return;
    d->forget(id);
    SourceInfo* const info = d->find(id);
    SourceInfo fresh;
    fresh.id = info->id;
    fresh.spec = info->spec;
    fresh.name = info->name;
    fresh.checkpoint = info->checkpoint;
    if (fresh.checkpoint != Checkpoint())
        fresh.spec.resume = fresh.checkpoint;
    *info = std::move(fresh);
    d->start(id);
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

void Monitor::setOlder(SourceId id, const QStringList& older) {
    SourceInfo* const info = d->find(id);
    if (!info)
        return;
    info->spec.older = older;
    info->spec.resume.reset(); // in it they were passed over
    info->checkpoint = {};
    d->openFiles.remove(id);
    d->openFiles.add(id, info->spec);
    reload(id);
}

bool Monitor::canPause(SourceId id) const {
    const SourceInfo* const info = d->find(id);
    return info && !isFinal(info->state) && (info->spec.follow || mayPause(info->spec)) &&
           info->spec.kind != SourceSpec::Kind::Folder;
}

void Monitor::pause(SourceId id, bool on) {
    if (const auto at = d->running.find(id); at != d->running.end() && at->second.worker)
        at->second.worker->pause(on);
}

void Monitor::cancel(SourceId id) {
    d->stop(id);
    d->announceIdle();
}

void Monitor::cancelAll() {
    std::vector<SourceId> ids;
    for (const SourceInfo& info : d->infos)
        ids.push_back(info.id);
    for (const SourceId id : ids)
        d->stop(id);
    d->announceIdle();
}

void Monitor::Private::watchFolder(SourceInfo& info) {
    info.state = SourceState::Reading; // until its logs are known
    folders[info.id].watch = std::make_unique<FolderWatch>(info.spec.path, info.spec.names, options.ignored,
                                                           notifier(folderEvent));
}

void Monitor::Private::takeListings() {
    std::vector<SourceId> ids;
    for (const auto& [id, folder] : folders)
        ids.push_back(id);
    for (const SourceId id : ids) {
        const auto folder = folders.find(id);
        if (folder == folders.end())
            continue;
        if (const auto listing = folder->second.watch->take())
            take(id, *listing);
        openFound(id);
    }
    announceIdle();
}

/// Finds out what of it is new, and no part of a log that is open.
void Monitor::Private::take(SourceId id, const FolderWatch::Listing& listing) {
    Watched& folder = folders[id];
    folder.listing = listing;
    const QSet<QString> offered(folder.offered.begin(), folder.offered.end());
    QStringList found;
    std::ranges::copy_if(listing.logs, std::back_inserter(found),
                         [&](const QString& path) { return !offered.contains(path); });
    QStringList known = folder.offered;
    for (const SourceInfo& info : infos)
        if (info.spec.kind == SourceSpec::Kind::File)
            known << info.spec.path;
    for (QStringList& log : unreadLogs(found, known)) {
        SourceSpec spec = find(id)->spec;
        spec.kind = SourceSpec::Kind::File;
        spec.names.clear();
        spec.path = log.takeLast();
        spec.older = log;
        folder.pending.push_back(spec);
    }
    folder.offered << found;
}

/// A few at a time: there may be thousands, and the window goes on meanwhile.
void Monitor::Private::openFound(SourceId id) {
    for (int opened = 0; opened < openedAtOnce; ++opened) {
        const auto folder = folders.find(id);
        if (folder == folders.end())
            return;
        if (folder->second.pending.empty())
            return showFolder(*find(id), folder->second);
        const SourceSpec spec = std::move(folder->second.pending.front());
        folder->second.pending.pop_front();
        q->addSource(spec);
    }
    notifier(folderEvent)();
}

void Monitor::Private::showFolder(SourceInfo& info, const Watched& folder) {
    const bool any = !folder.listing.logs.isEmpty();
    const auto state = any ? SourceState::Following : SourceState::Waiting;
    const QString error = any ? QString() : withoutLogs(info.spec, folder.listing.exists);
    if (info.state == state && info.error == error)
        return;
    info.state = state;
    info.error = error;
    Q_EMIT q->sourceChanged(info.id);
}

} // namespace derouter
