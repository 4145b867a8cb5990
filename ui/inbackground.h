// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace derouter {

/// Does `work` on another thread, which must not touch what belongs to this one, and lets `watcher` tell when
/// it is done. What the watcher waited for before is of no interest any more.
template <typename Found, typename Work> void inBackground(QFutureWatcher<Found>& watcher, Work work) {
    auto promise = std::make_shared<QPromise<Found>>();
    watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->start();
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace derouter
