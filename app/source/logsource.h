// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint.h"
#include "core/ledger.h"
#include "core/result.h"
#include "core/sourcespec.h"
#include "core/timerange.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <span>

namespace derouter {

/// What one read of a source gave.
struct ReadResult {
    enum class Status {
        Data,       ///< `bytes` were written
        Skipped,    ///< `bytes` were passed over, for the reason in `gap` or because they are `duplicates`
        Turn,       ///< what follows is of file `file`, at the place where that was left. Read again
        AtEnd,      ///< nothing now; more may come later (only of a followed source)
        Missing,    ///< the followed file is not there now; it may come (back); `error` says so
        Unreadable, ///< it is there and cannot be read now, `error` says why; it is tried again
        Ended,      ///< nothing, and never more
        Failed,     ///< `error` says why; nothing more will come
    };
    Status status = Status::Data;
    std::uint64_t bytes = 0;
    std::uint64_t duplicates = 0; ///< of Skipped: lines that were given before
    int file = 0;                 ///< of Turn
    /// Of Turn: nothing will follow the unfinished line of the file that is left. If not, it will be given
    /// again.
    bool over = false;
    /// Of Turn: the file is a log of its own, and nothing goes over to it from those before. It is never
    /// turned back to another one.
    bool isOtherLog = false;
    bool isRestart = false;      ///< of Skipped: what gives the bytes was started again
    std::optional<Gap> gap = {}; ///< of Skipped, when something was lost or passed over
    Error error = {};
};

/// Bytes of one log, whatever carries them. A source moves bytes and knows nothing of their format.
///
/// A source may give the bytes of several files as one stream: those of a rotated set, those of an archive.
/// It begins with file 0; a Turn leads to another one.
///
/// Opened, read and destroyed on one ingest thread; only `wake()` may be called from another. `read()` never
/// blocks for longer than a disk read; `wait()` is where a follower sleeps.
class LogSource {
public:
    virtual ~LogSource() = default;

    /// Whether it is read to an end that stands already: it never waits for somebody to write.
    virtual bool ends() const = 0;

    /// Opens the source. A followed file that does not exist yet is no error: `read()` gives Missing until it
    /// appears.
    virtual Result<Done> open() = 0;

    /// Fills the beginning of `buffer`.
    virtual ReadResult read(std::span<char> buffer) = 0;

    /// Sleeps until there may be more, `wake()` was called or `timeout` is over, whichever is first.
    virtual void wait(std::chrono::milliseconds timeout) = 0;

    /// Ends a `wait()` at once, from any thread.
    virtual void wake() = 0;

    /// Nothing is wanted of what comes from now on. True: what had come by now would be gone with the source,
    /// so it is still to be read, and what was lost of it, until nothing of either is left.
    virtual bool conclude() { return false; }

    /// Bytes of the underlying file consumed and its size, for progress; size 0 when unknown.
    virtual std::uint64_t position() const = 0;
    virtual std::uint64_t size() const = 0;

    /// When the file that is being read was last written, for stamps without a date; nothing when it is not
    /// known.
    virtual std::optional<Microseconds> lastModified() const = 0;

    /// The names of the files it was read from, by their numbers; empty when there is but one.
    virtual QStringList files() const { return {}; }
    /// What a later run needs to go on with a file that is followed or resumed: SourceSpec::resume.
    virtual Checkpoint checkpoint() const { return {}; }
    /// Whether the bytes that were given last stand in a file of the disk where they stand in the stream, and
    /// so can be read again there.
    virtual bool isFile() const { return false; }
    /// What is wrong although the reading goes on, as a sentence; empty when nothing is.
    virtual QString trouble() const { return {}; }
};

/// The source for a spec: a log, plain or compressed, or an archive, by what the file holds; a pipe; a
/// command's output; what comes through the network. The one table of source kinds.
///
/// A source that chooses from a history gives what lies in `range`, others everything.
std::unique_ptr<LogSource> makeSource(const SourceSpec& spec, const TimeRange& range = {});

/// Whether reading it anew gives what it gave before, as far as that still stands somewhere.
bool canReadAgain(const SourceSpec& spec);

/// Whether its end may be long in coming although it is not followed: somebody else decides when he writes.
bool mayPause(const SourceSpec& spec);

} // namespace derouter
