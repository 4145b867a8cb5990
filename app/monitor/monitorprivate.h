// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/failurejoiner.h"
#include "monitor/folderwatch.h"
#include "monitor/ingestworker.h"
#include "monitor/marks.h"
#include "monitor/monitor.h"
#include "monitor/openfiles.h"
#include "monitor/sourcequeue.h"

#include <QEvent>

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace derouter {

struct Monitor::Private {
    /// A source that has begun.
    struct Running {
        std::unique_ptr<IngestWorker> worker; ///< while it is read
        std::vector<NotUnderstood> notUnderstood;
        QStringList firstLines;
    };

    /// A folder whose logs are opened as they come.
    struct Watched {
        std::unique_ptr<FolderWatch> watch;
        FolderWatch::Listing listing;
        QStringList offered;            ///< paths that were opened, or belong to such: never again
        std::deque<SourceSpec> pending; ///< to be opened, a few at a time
    };

    struct OwnRequests {
        QStringList hosts{};
        QStringList paths{};

        friend bool operator==(const OwnRequests&, const OwnRequests&) = default;
    };

    /// Some worker, or some folder, has something to take.
    static constexpr QEvent::Type deliveryEvent = QEvent::User;
    static constexpr auto folderEvent = static_cast<QEvent::Type>(QEvent::User + 1);

    Private(Monitor* monitor, MonitorOptions given);

    SourceInfo* find(SourceId id);

    // monitorsources.cpp
    std::optional<SourceId> openAlready(const SourceSpec& spec) const;
    void start(SourceId id);
    void startNext(SourceId added = -1);
    void begin(SourceInfo& info);
    PipelineOptions readingOf(const SourceInfo& info, ChosenFormat format) const;
    void stop(SourceId id);
    void end(SourceId id);
    void forget(SourceId id);
    void fail(SourceInfo& info, const QString& sentence);
    void watchFolder(SourceInfo& info);
    void takeListings();
    void take(SourceId id, const FolderWatch::Listing& listing);
    void openFound(SourceId id);
    void showFolder(SourceInfo& info, const Watched& folder);
    std::function<void()> notifier(QEvent::Type event);

    void takeDeliveries();
    void receive(SourceId id, Running& run, Delivery&& delivery);
    void update(SourceInfo& info, const Delivery& delivery);
    void makeRoom();
    std::string readAgain(const Sighted& where, const EventStoreOptions::IsRecord& is) const;
    void announceIdle();

    Monitor* q;
    MonitorOptions options;
    ApiRequests requests;
    OwnRequests own; ///< what setOwnRequests() added to them
    FailureJoiner joiner;
    WorkPermits permits;
    /// An event was posted. It orders nothing that Qt's queue does not: but a thread sanitizer can see it.
    std::atomic<bool> announced = false;
    std::vector<SourceInfo> infos;
    std::map<SourceId, Running> running;
    std::vector<std::unique_ptr<IngestWorker>> leaving; ///< nothing more will come of them, but they end yet
    std::map<SourceId, Watched> folders;
    OpenFiles openFiles;
    SourceQueue queue;
    Marks marks; ///< hears of the failures before anybody else
    SourceId nextId = 0;
    bool wasBusy = false;
};

} // namespace derouter
