// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace derouter {

/// The name of the log that `path` is a rotated file of, plain or compressed: `app.log` for `app.log.1`,
/// `app.log.2.gz`, `app.log-20261103.xz`, `app.log.2026-11-03_09`, `app.1.log`,
/// `app-2026-11-03T09-14-07.532.log.gz`, `app.old.log`. Nothing when it looks like none.
///
/// These are the names of logrotate, newsyslog, Python's and Log4j's rotating handlers, lumberjack, pino-roll
/// and winston.
std::optional<QString> logOfRotated(const QString& path);

/// The rotated files of a log that are there now, oldest first.
QStringList rotatedFiles(const QString& path);

/// The given paths, each log's files together and the oldest first; logs in the order in which they are
/// named.
QList<QStringList> groupedByLog(const QStringList& paths);

/// Of the files that were found in a folder, those that no source reads, grouped as above: not what belongs
/// to a log that is read under its own name, and of logs whose present file has a date in its name those that
/// are newer than what is read. `read`: the paths of the sources.
QList<QStringList> unreadLogs(const QStringList& found, const QStringList& read);

} // namespace derouter
