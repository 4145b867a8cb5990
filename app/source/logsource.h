// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
        Data,    ///< `bytes` were written
        AtEnd,   ///< nothing now; more may come later (only of a followed source)
        Ended,   ///< nothing, and never more
        Reset,   ///< what follows is another file or begins anew: the unfinished line is over. Read again
        Missing, ///< the followed file is not there now; it may come (back)
        Failed,  ///< `error` says why; nothing more will come
    };
    Status status = Status::Data;
    std::size_t bytes = 0;
    Error error; ///< of Failed; of Reset the gap's cause when bytes were lost, else empty
};

/// Bytes of one log, whatever carries them. A source moves bytes and knows nothing of their format.
///
/// Lives on one ingest thread; only `wake()` may be called from another. `read()` never blocks for longer
/// than a disk read; `wait()` is where a follower sleeps.
class LogSource {
public:
    virtual ~LogSource() = default;

    /// Opens the source. A followed file that does not exist yet is no error: `read()` gives Missing until it
    /// appears.
    virtual Result<Done> open() = 0;

    /// Fills the beginning of `buffer`.
    virtual ReadResult read(std::span<char> buffer) = 0;

    /// Sleeps until there may be more, `wake()` was called or `timeout` is over, whichever is first.
    virtual void wait(std::chrono::milliseconds timeout) = 0;

    /// Ends a `wait()` at once, from any thread.
    virtual void wake() = 0;

    /// Bytes of the underlying file consumed and its size, for progress; size 0 when unknown.
    virtual std::uint64_t position() const = 0;
    virtual std::uint64_t size() const = 0;

    /// When the file was last written, for stamps without a date; nothing when it is not known.
    virtual std::optional<Microseconds> lastModified() const = 0;
};

/// The source for a spec: a plain or compressed file, or standard input. The one table of source kinds.
std::unique_ptr<LogSource> makeSource(const SourceSpec& spec);

} // namespace derouter
