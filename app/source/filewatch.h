// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <chrono>
#include <memory>

namespace derouter {

/// Sleeps until a file may have changed. On Linux inotify tells of the file and its folder; everywhere, and
/// when the kernel has no watches left, the timeout does. A hint only: the caller looks for itself.
///
/// Used on one thread; `wake()` on any.
class FileWatch {
    Q_DISABLE_COPY_MOVE(FileWatch)

public:
    FileWatch();
    ~FileWatch();

    /// Whether watches made from now on ask the kernel; without, they poll, as on network folders. For tests.
    static void useEvents(bool on);

    /// `withoutEvents`: the longest sleep where the kernel tells nothing.
    void wait(const QString& path, std::chrono::milliseconds timeout,
              std::chrono::milliseconds withoutEvents);
    /// The same for what is in a folder: files that come, go or are renamed.
    void waitInFolder(const QString& folder, std::chrono::milliseconds timeout,
                      std::chrono::milliseconds withoutEvents);
    /// Sleeps until one of the descriptors can be read, `wake()` was called or the time is over; -1 is none.
    /// Where descriptors cannot be polled it sleeps for a moment only.
    void waitReadable(int descriptor, std::chrono::milliseconds timeout, int other = -1);
    void wake();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace derouter
