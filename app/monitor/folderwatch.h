// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/filewatch.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHash>
#include <QString>
#include <QStringList>

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace derouter {

/// Looks which logs stand in a folder, again and again, on a thread of its own: about every second, and
/// sooner where the kernel tells of a change. A folder that is not there may come (back).
///
/// Images, programs and the like are no logs. An archive is one when it has stopped growing, an empty file
/// when it stays so.
class FolderWatch {
    Q_DISABLE_COPY_MOVE(FolderWatch)

public:
    struct Listing {
        bool exists = false;
        QStringList logs; ///< by name

        friend bool operator==(const Listing&, const Listing&) = default;
    };

    /// What is known of a file.
    enum class Verdict : std::uint8_t { Log, NoLog, NotYet };

    /// Begins at once. `names`: a pattern such as "*.log", empty for all but hidden ones. Files of `ignored`
    /// are no logs, nor are those with something behind the same name, such as a file's lock. `notify` is
    /// called on the watch's thread when there is a listing to take; it must not block.
    FolderWatch(QString folder, QString names, QStringList ignored, std::function<void()> notify);
    /// Stops and waits.
    ~FolderWatch();

    /// The newest listing, if it was not taken yet. Any thread.
    std::optional<Listing> take();

private:
    struct Seen {
        qint64 size = -1;
        QDateTime modified;
        Verdict verdict = Verdict::NotYet;
    };

    void run();
    void list();
    bool isIgnored(const QFileInfo& file) const;
    bool leadsToListed(const QFileInfo& file) const;

    QString m_folder;
    QString m_names;
    QStringList m_ignored;
    std::function<void()> m_notify;
    QHash<QString, Seen> m_seen;
    QDateTime m_changed;           ///< the folder itself, at the last listing
    bool m_isSettled = false;      ///< nothing more was to be expected of it then
    std::optional<Listing> m_last; ///< as it was handed over
    std::atomic<bool> m_stopping = false;
    FileWatch m_watch;
    std::mutex m_mutex;
    std::optional<Listing> m_listing; ///< to be taken; guarded by m_mutex
    std::thread m_thread;             ///< last: it uses everything above
};

} // namespace derouter
