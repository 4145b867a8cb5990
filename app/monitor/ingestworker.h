// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/blockahead.h"
#include "monitor/pipeline.h"
#include "source/logsource.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <latch>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <thread>

namespace derouter {

/// What a worker hands over: a batch and how the source stands.
struct Delivery {
    Batch batch;
    SourceState state = SourceState::Reading;
    QString error;
    std::uint64_t position = 0;
    std::uint64_t size = 0;
    QStringList files;                    ///< SourceInfo::files
    std::string waitingLine;              ///< SourceInfo::waitingLine
    std::optional<Checkpoint> checkpoint; ///< when it is time for a new one
    bool isAtRest = false;                ///< its end is reached, and no record waits there for more lines
};

/// Lets at most as many workers of a Monitor work at once as there are cores. Any thread.
class WorkPermits {
public:
    explicit WorkPermits(std::ptrdiff_t count)
        : m_permits(count) {}

    void acquire() { m_permits.acquire(); }
    bool acquireWithin(std::chrono::milliseconds time);
    /// Takes one that nobody waits for, for what would only be done sooner.
    bool acquireSpare() { return !isWaitedFor() && m_permits.try_acquire(); }
    bool isWaitedFor() const { return m_waiting > 0; }
    void release() { m_permits.release(); }

private:
    std::counting_semaphore<> m_permits;
    std::atomic<int> m_waiting = 0;
};

/// Reads one source through its pipeline on a thread of its own.
///
/// Hands over at most every 50 ms, sooner when 400 failures wait, and waits itself while two deliveries
/// have not been taken. The standard library's threads, so that the thread sanitizer sees how the values
/// cross.
class IngestWorker {
    Q_DISABLE_COPY_MOVE(IngestWorker)

public:
    /// Begins at once. `notify` is called on the worker's thread when there is a delivery to take; it must
    /// not block.
    IngestWorker(std::unique_ptr<LogSource> source, PipelineOptions options, WorkPermits& permits,
                 std::function<void()> notify);
    /// Stops and waits.
    ~IngestWorker();

    /// Of a source that does not end by itself: reads nothing, or reads on from where it was. Any thread.
    void pause(bool on);
    /// Ends the reading soon; the last delivery says how far it came. Any thread.
    void stop();
    /// After `stop()`: returns when nothing is read any more. The source may still have to end what it began.
    void waitForReading() { m_read.wait(); }
    /// Whether the thread has nothing left to do; told by a last `notify`. Any thread.
    bool isOver() const { return m_over; }
    /// The oldest delivery that was not taken yet. Any thread.
    std::optional<Delivery> take();

private:
    enum class Next { Go, Stop };

    void run();
    bool acquirePermit();
    void letGo();
    Next step();
    void readAll();
    void readRest();
    ReadResult readSome();
    ReadResult readBlock();
    void readAhead();
    bool isReadAhead() const { return m_ahead && m_ahead->isUnderWay(); }
    void passOver(const ReadResult& result);
    void turn(const ReadResult& result);
    void atEnd(SourceState state, const QString& trouble);
    void sleep(std::chrono::milliseconds time);
    void rest();
    void handOver(SourceState state, const QString& error = {});
    bool isDue() const;
    bool isCheckpointDue() const;
    std::optional<Checkpoint> newCheckpoint(SourceState state);

    /// How far the source was read.
    struct Standing {
        std::uint64_t position = 0;
        std::uint64_t size = 0;
        QStringList files;
    };
    Standing standing() const { return {m_source->position(), m_source->size(), m_source->files()}; }

    std::unique_ptr<LogSource> m_source; ///< lives and dies on the thread; m_mutex guards the pointer
    const bool m_ends;
    Pipeline m_pipeline;
    WorkPermits& m_permits;
    std::function<void()> m_notify;
    std::counting_semaphore<> m_room{2};
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_paused = false;
    std::counting_semaphore<> m_roused{0}; ///< ends a rest
    std::latch m_read{1};
    std::atomic<bool> m_over = false;
    std::mutex m_mutex;
    std::deque<Delivery> m_deliveries; ///< guarded by m_mutex
    std::optional<BlockAhead> m_ahead; ///< once it is worth a thread
    Standing m_standing;               ///< before what is read ahead
    std::uint64_t m_bytesRead = 0;
    std::map<int, Pipeline::Place> m_places;    ///< of the source's files that were left before their end
    int m_file = 0;                             ///< the one that is read
    std::int64_t m_lastHandOver = 0;            ///< milliseconds of the steady clock
    std::int64_t m_lastCheckpoint = 0;          ///< the same
    std::int64_t m_quietSince = 0;              ///< the same; 0 while bytes come
    SourceState m_state = SourceState::Reading; ///< as handed over last
    QString m_trouble;                          ///< the same
    bool m_flushed = true;                      ///< no record waits for more lines
    bool m_isHeldShown = false;                 ///< the unfinished line was handed over
    std::thread m_thread;                       ///< last: it uses everything above
};

} // namespace derouter
