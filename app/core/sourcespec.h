// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint.h"
#include "core/ledger.h"
#include "core/result.h"
#include "core/timerange.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <cstdint>
#include <optional>

namespace derouter {

/// Number of a source within one Monitor, never used again; -1 is none.
using SourceId = int;

/// What the user asked to read, and how.
struct SourceSpec {
    enum class Kind {
        File,
        StandardInput,
        Command,
        Folder, ///< its logs become sources of their own, those that come later too
        Text,
        Address, ///< a port that is listened at, or a server that is asked
    };

    Kind kind = Kind::File;
    QString path;          ///< of a File or Folder; plain or compressed is found out by reading
    QStringList older{};   ///< of a File: its rotated files to be read before it, oldest first
    QStringList command{}; ///< of a Command: the program and its arguments, never a shell's text
    QString names{};       ///< of a Folder: which of its files, such as "*.log"; empty: all but hidden ones
    QByteArray text{};     ///< of a Text, in UTF-8
    QString address{};     ///< of an Address, as the user wrote it, without user and password
    QString credentials{}; ///< of an Address: user:password, percent-encoded; never shown, never kept
    bool follow = false;   ///< go on after the end: with the name's next file, with the program's next run
    QString format; ///< name of a format, or a log layout as it stands in a server's configuration; empty:
                    ///< detected
    std::optional<QTimeZone> timeZone; ///< for stamps that name none; empty: the system's
    /// Of a File: where an earlier reading left it. The files it was read from then, and those that
    /// came since, are read before it, whatever their names are now; `older` is not used.
    std::optional<Checkpoint> resume{};
};

enum class SourceState {
    Waiting,    ///< not begun, or the followed file does not exist yet
    Reading,    ///< behind the end
    Following,  ///< at the end, waiting for more
    Paused,     ///< the user let it rest; it goes on where it is
    Unreadable, ///< followed, but cannot be read now; `error` says why. It is tried again
    Ended,      ///< read to its end
    Cancelled,  ///< stopped by the user before its end
    Failed,     ///< could not be opened or read; `error` says why
};

/// Whether nothing more will come of a source in this state.
constexpr bool isFinal(SourceState state) {
    return state == SourceState::Ended || state == SourceState::Cancelled || state == SourceState::Failed;
}

/// A source as the user sees it.
struct SourceInfo {
    SourceId id = -1;
    SourceSpec spec;
    QString name;   ///< base name, for lists and reports
    QString format; ///< detected or forced; empty until known
    SourceState state = SourceState::Waiting;
    QString error;           ///< one sentence, empty when there is none
    QStringList files;       ///< what the stream was read from, by number; empty when there is but one
    std::uint64_t bytes = 0; ///< of the (decompressed) stream read so far
    std::uint64_t lines = 0;
    std::uint64_t linesNotUnderstood = 0;
    std::uint64_t linesCut = 0;  ///< longer than what is kept of a line
    std::uint64_t position = 0;  ///< bytes of the file itself consumed, for progress
    std::uint64_t size = 0;      ///< of the file itself; 0 when unknown
    std::uint64_t failures = 0;  ///< first sighted in this source
    std::uint64_t successes = 0; ///< requests that this source alone calls successful, whatever others say
    std::optional<Microseconds> lastSuccess; ///< the latest of them, by the log; to the second at least
    bool isCaughtUp = false; ///< what stood there when it was opened is read: what comes is news
    Ledger ledger;
    QString waitingLine; ///< the beginning of a line whose end has not come for 5 s, as decoded; not redacted
    Checkpoint checkpoint; ///< of a file that is followed or resumed, about a second old

    /// Bytes of the file itself that are still to be read; 0 when the size is not known.
    std::uint64_t lag() const { return size > position ? size - position : 0; }
    /// Whether it is followed, and more may come of it.
    bool isLive() const { return spec.follow && !isFinal(state); }
    /// What the file of this number was called when it was read: Sighted::file.
    QString nameOf(int file) const { return files.value(file, name); }
};

} // namespace derouter
