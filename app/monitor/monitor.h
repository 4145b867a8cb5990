// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rejection.h"
#include "core/sourcespec.h"
#include "core/timerange.h"
#include "monitor/eventstore.h"
#include "monitor/rateseries.h"
#include "monitor/recordplace.h"
#include "monitor/totals.h"
#include "source/openlimit.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace derouter {

class Marks;
struct PipelineOptions;

inline constexpr std::size_t defaultEventBytes = std::size_t(256) * 1024 * 1024;

/// What holds for all sources of a Monitor.
struct MonitorOptions {
    QStringList hosts{}; ///< count as DeRouter's, beside the built-in ones
    QStringList paths{}; ///< the same, for paths
    TimeRange range{};   ///< only records of this time are counted; undated ones only when it is open
    bool keepRaw = true; ///< keep the records' bytes for the detail pane
    /// Bytes that failures and their records may take in memory; 0: as many as there are.
    std::size_t mostBytes = defaultEventBytes;
    QStringList ignored{}; ///< files that the program writes and which are no logs: FolderWatch
    std::size_t mostFollowed = derouter::mostFollowed(); ///< sources at once; the others wait
};

/// A line the program could not make anything of.
struct NotUnderstood {
    int file = 0; ///< of SourceInfo::files
    std::uint64_t line = 0;
    Rejection why = Rejection::NothingKnown;
    QString text; ///< at most 500 characters, as decoded; not redacted
};

/// The only door of the window and the command line to everything below: sources go in, failures and rates
/// come out.
///
/// All methods and signals belong to the thread the Monitor was made in; every source is read on a thread of
/// its own. Nothing blocks: batches arrive through the event loop, at most every 50 ms per source, and a
/// source that is read faster than they are taken waits.
class Monitor final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Monitor)

public:
    explicit Monitor(MonitorOptions options = {}, QObject* parent = nullptr);
    ~Monitor() override;

    /// Begins to read as soon as there is a place for it: of many sources a few are read at once, the others
    /// wait. What is open already is not opened again: its id is given. Of a folder all logs become sources,
    /// those that are there and those that come later; their own rotated files belong to them.
    SourceId addSource(const SourceSpec& spec);
    /// The source that has this open already, also under another name of the same file.
    std::optional<SourceId> find(const SourceSpec& spec) const;
    /// Forgets the source and what only it spoke of.
    void removeSource(SourceId id);
    /// Forgets what it gave and reads it again from the beginning. A folder that is watched has given nothing
    /// but sources, which are read again by themselves.
    void reload(SourceId id);
    /// Reads it again in this format: SourceSpec::format.
    void setFormat(SourceId id, const QString& format);
    /// Reads it again with this zone for stamps that name none; nothing: the system's.
    void setTimeZone(SourceId id, const std::optional<QTimeZone>& zone);
    /// Reads it again with these rotated files before it, oldest first: SourceSpec::older.
    void setOlder(SourceId id, const QStringList& older);
    /// From now on requests to these count as DeRouter's too, beside those of MonitorOptions; all is read
    /// again but what cannot be: standard input, named pipes, what listens at a port. The same as before
    /// change nothing.
    void setOwnRequests(const QStringList& hosts, const QStringList& paths);
    /// Lets a source that does not end by itself rest, or go on from where it rested. What comes meanwhile
    /// waits where it is: in the file, or with who sends it.
    void pause(SourceId id, bool on);
    bool canPause(SourceId id) const;
    /// Stops reading; what was read stays.
    void cancel(SourceId id);
    void cancelAll();

    /// The newest failures, as many as there is room for; the counts below are of all.
    const EventStore& events() const;
    /// Rates of all sources together.
    const RateSeries& rates() const;
    const Totals& totals() const;
    /// What the user marked of the failures.
    Marks& marks();
    const Marks& marks() const;
    const std::vector<SourceInfo>& sources() const;
    /// Null when there is no such source.
    const SourceInfo* source(SourceId id) const;
    /// Where the record of EventStore::record() stands; nothing when it came as a stream that is gone.
    std::optional<RecordPlace> placeOf(EventStore::Row row) const;
    /// How a source is read, for reading a part of it again. By the standard rules where there is no such
    /// source, or no such format any more.
    PipelineOptions readingOf(SourceId id) const;
    /// The first lines of a source that were not understood (at most 1,000 are kept; SourceInfo has the
    /// count).
    std::vector<NotUnderstood> notUnderstood(SourceId id) const;

    /// The first lines of a source, as decoded, at most 50 and of each the first 2,000 bytes; a JSON document
    /// has none. Not redacted.
    QStringList firstLines(SourceId id) const;

    /// Whether some source still has bytes to read (a follower that waits at its end has none).
    bool isBusy() const;

Q_SIGNALS:
    /// Rows [first, first + count) are new.
    void eventsAdded(qsizetype first, qsizetype count);
    /// Rows before `firstKept` are let go when this returns. There is no room for them; they still count.
    void eventsLeaving(qsizetype firstKept);
    /// A row was sighted again, learned something, or was marked.
    void eventChanged(qsizetype row);
    /// All rows may have changed: a source was removed.
    void eventsReset();
    /// Rates and totals changed; at most once per batch.
    void ratesChanged();
    void sourceAdded(derouter::SourceId id);
    void sourceChanged(derouter::SourceId id);
    void sourceRemoved(derouter::SourceId id);
    /// No source has anything left to read: all ended, failed, were cancelled or wait at their end.
    void idle();

protected:
    /// A worker has something to hand over.
    void customEvent(QEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace derouter
