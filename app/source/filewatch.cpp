// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/filewatch.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <QFile>
#include <QFileInfo>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>
#else
#include <condition_variable>
#include <mutex>
#endif

#include <algorithm>
#include <atomic>
#include <iterator>
#include <utility>

namespace derouter {

namespace {

std::atomic<bool> eventsUsed = true;

} // namespace

void FileWatch::useEvents(bool on) {
    eventsUsed = on;
}

#ifdef Q_OS_LINUX

namespace {

void drain(int descriptor) {
    alignas(inotify_event) char events[4096];
    while (read(descriptor, events, sizeof events) > 0) {
    }
}

} // namespace

struct FileWatch::Private {
    int notifications = -1; ///< made with the first wait: a file that is only read needs none
    bool isTried = false;
    int onFolder = -1; ///< watches as added last
    int onFile = -1;
    std::atomic<int> wakeUp = -1; ///< made with the first wait, too
    std::atomic<bool> isWoken = false;

    /// Adding a watch again is cheap, and follows the name to another file and the folder to another one.
    /// False where something cannot be watched.
    bool add(const QString& folder, const QString& path, bool& isNew) {
        const int folderNow = inotify_add_watch(notifications, QFile::encodeName(folder).constData(),
                                                IN_CREATE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM);
        const int fileNow = path.isEmpty()
                                ? folderNow
                                : inotify_add_watch(notifications, QFile::encodeName(path).constData(),
                                                    IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF);
        isNew = std::exchange(onFolder, folderNow) != folderNow;
        isNew = std::exchange(onFile, fileNow) != fileNow || isNew;
        return folderNow >= 0 && fileNow >= 0;
    }

    void wait(const QString& folder, const QString& path, std::chrono::milliseconds timeout,
              std::chrono::milliseconds withoutEvents) {
        bool isNew = false;
        if (!std::exchange(isTried, true) && eventsUsed)
            notifications = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        const bool watched = notifications >= 0 && add(folder, path, isNew);
        if (isNew)
            return; // what was written before a watch began it does not tell
        sleep(watched ? timeout : std::min(timeout, withoutEvents), notifications);
        if (notifications >= 0)
            drain(notifications);
    }

    void sleep(std::chrono::milliseconds timeout, int descriptor, int other = -1) {
        if (wakeUp < 0)
            wakeUp = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
        if (isWoken.exchange(false))
            return;
        pollfd watched[] = {{wakeUp, POLLIN, 0}, {descriptor, POLLIN, 0}, {other, POLLIN, 0}};
        poll(watched, std::size(watched), static_cast<int>(timeout.count()));
        drain(wakeUp);
        isWoken = false;
    }
};

FileWatch::FileWatch()
    : d(std::make_unique<Private>()) {}

FileWatch::~FileWatch() {
    if (d->notifications >= 0)
        close(d->notifications);
    if (d->wakeUp >= 0)
        close(d->wakeUp);
}

void FileWatch::wait(const QString& path, std::chrono::milliseconds timeout,
                     std::chrono::milliseconds withoutEvents) {
    d->wait(QFileInfo(path).absolutePath(), path, timeout, withoutEvents);
}

void FileWatch::waitInFolder(const QString& folder, std::chrono::milliseconds timeout,
                             std::chrono::milliseconds withoutEvents) {
    d->wait(folder, {}, timeout, withoutEvents);
}

void FileWatch::waitReadable(int descriptor, std::chrono::milliseconds timeout, int other) {
    d->sleep(timeout, descriptor, other);
}

void FileWatch::wake() {
    const std::uint64_t one = 1;
    d->isWoken = true;
    // Fails only when a wake-up is pending already, or nobody has slept yet.
    [[maybe_unused]] const auto written = write(d->wakeUp, &one, sizeof one);
}

#else

struct FileWatch::Private {
    std::mutex mutex;
    std::condition_variable condition;
    bool woken = false;

    void sleep(std::chrono::milliseconds timeout) {
        std::unique_lock lock(mutex);
        condition.wait_for(lock, timeout, [this] { return woken; });
        woken = false;
    }
};

FileWatch::FileWatch()
    : d(std::make_unique<Private>()) {}
FileWatch::~FileWatch() = default;

void FileWatch::wait(const QString&, std::chrono::milliseconds timeout,
                     std::chrono::milliseconds withoutEvents) {
    d->sleep(std::min(timeout, withoutEvents));
}

void FileWatch::waitInFolder(const QString&, std::chrono::milliseconds timeout,
                             std::chrono::milliseconds withoutEvents) {
    d->sleep(std::min(timeout, withoutEvents));
}

void FileWatch::waitReadable(int descriptor, std::chrono::milliseconds timeout, int other) {
    const bool asks = descriptor >= 0 || other >= 0;
    d->sleep(asks ? std::min(timeout, std::chrono::milliseconds(20)) : timeout);
}

void FileWatch::wake() {
    const std::lock_guard lock(d->mutex);
    d->woken = true;
    d->condition.notify_all();
}

#endif

} // namespace derouter
