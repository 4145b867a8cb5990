// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace derouter {

// What is known of a command before it runs: a program and its arguments, as they are given to the system.
// No shell reads them.

/// How lists and sentences call it: "docker logs api" for /usr/bin/docker logs -f api.
QString commandName(const QStringList& command);

/// The absolute path of the command's program: looked for in the absolute folders of PATH, never in the
/// current one. The error is one sentence.
Result<QString> findProgram(const QStringList& command);

/// One sentence when an argument looks as if a shell should read it; else empty.
QString shellNote(const QStringList& command);

/// Programs that hand on a log which somebody else keeps, such as `docker logs`.
struct LogRelay {
    /// It writes what the container wrote to standard error to its own.
    bool mixesErrors = false;
    /// It may stop without ending when the log is rotated.
    bool stalls = false;

    static LogRelay of(const QStringList& command);
};

/// The command that gives the last lines only, of a program that keeps them; else the same.
QStringList withLastLines(const QStringList& command);

/// Whether the command is journalctl, whose output may carry a cursor for each entry.
bool hasCursors(const QStringList& command);
/// journalctl, beginning behind the cursor.
QStringList behindCursor(const QStringList& command, const QByteArray& cursor);

/// The cursor of the last complete entry in the journal's JSON or export format.
class JournalCursor {
public:
    void take(QByteArrayView bytes);
    /// Empty while there is none.
    const QByteArray& last() const { return m_last; }

private:
    void takeLine();

    QByteArray m_line;
    QByteArray m_open; ///< of an entry that is not complete
    QByteArray m_last;
};

} // namespace derouter
