// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/ingestworker.h"

#include <QtGlobal>

#include <chrono>
#include <ctime>
#include <utility>

namespace derouter {

namespace {

constexpr std::int64_t handOverEvery = 50;
constexpr std::int64_t checkpointEvery = 1000;
/// A record of several lines is complete when its log was quiet for so long.
constexpr std::int64_t recordPause = 300;
constexpr std::chrono::milliseconds shortWait{100};
constexpr std::chrono::milliseconds longWait{1000};
constexpr std::chrono::milliseconds permitWait{50};
/// So much of a file is read before it is worth another thread.
constexpr std::uint64_t readAheadFrom = std::uint64_t(4) << 20;
/// An unfinished line is shown after so long.
constexpr std::int64_t heldShownAfter = 5000;
/// Of a sleep that took longer than it should have; loaded machines take a second or two.
constexpr std::chrono::seconds longestOversleep{5};

std::int64_t now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// Goes on while the computer sleeps, as Linux's steady clock does not.
std::chrono::milliseconds wakingAndSleeping() {
#ifdef Q_OS_LINUX
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::milliseconds(time.tv_sec * 1000 + time.tv_nsec / 1'000'000);
#else
    return std::chrono::milliseconds(now());
#endif
}

} // namespace

bool WorkPermits::acquireWithin(std::chrono::milliseconds time) {
    ++m_waiting;
    const bool acquired = m_permits.try_acquire_for(time);
    --m_waiting;
    return acquired;
}

IngestWorker::IngestWorker(std::unique_ptr<LogSource> source, PipelineOptions options, WorkPermits& permits,
                           std::function<void()> notify)
    : m_source(std::move(source))
    , m_ends(m_source->ends())
    , m_pipeline(std::move(options))
    , m_permits(permits)
    , m_notify(std::move(notify))
    , m_thread([this] { run(); }) {}

IngestWorker::~IngestWorker() {
    stop();
    m_thread.join();
}

void IngestWorker::pause(bool on) {
    m_paused = on && !m_ends;
    m_roused.release();
    const std::lock_guard lock(m_mutex);
    if (m_source)
        m_source->wake();
}

void IngestWorker::stop() {
    m_stopping = true;
    m_roused.release();
    {
        const std::lock_guard lock(m_mutex);
        if (m_source)
            m_source->wake();
    }
    // The Monitor may be waiting for this thread and take nothing any more: room for what is still handed
    // over.
    m_room.release(4);
}

std::optional<Delivery> IngestWorker::take() {
    const std::lock_guard lock(m_mutex);
    if (m_deliveries.empty())
        return std::nullopt;
    Delivery delivery = std::move(m_deliveries.front());
    m_deliveries.pop_front();
    m_room.release();
    return delivery;
}

/// A source that ends keeps its permit as long as it is read: thousands of files are not open at once.
void IngestWorker::run() {
    const bool isPermitted = m_ends && acquirePermit();
    readAll();
    if (isPermitted)
        m_permits.release();
    m_read.count_down();
    letGo();
    m_over = true;
    m_notify();
}

/// False: it was stopped. Who holds the permits may himself wait for the Monitor, and that for this worker's
/// end.
bool IngestWorker::acquirePermit() {
    while (!m_permits.acquireWithin(permitWait))
        if (m_stopping)
            return false;
    return true;
}

/// What a source began on this thread, such as a child, it ends here too, and that may take a while.
void IngestWorker::letGo() {
    m_ahead.reset();
    std::unique_ptr<LogSource> source;
    const std::lock_guard lock(m_mutex);
    source.swap(m_source);
}

void IngestWorker::readAll() {
    m_lastHandOver = now();
    if (const auto opened = m_source->open(); !opened) {
        handOver(SourceState::Failed, opened.error().message);
        return;
    }
    m_pipeline.setReference(m_source->lastModified());
    if (!m_ends)
        handOver(SourceState::Reading); // with the place it begins at, for a session
    while (!m_stopping) {
        if (m_paused)
            rest();
        else if (step() == Next::Stop)
            return;
    }
    if (isReadAhead())
        readBlock();
    readRest();
    m_pipeline.finish();
    const bool followed = m_state == SourceState::Following || m_state == SourceState::Waiting ||
                          m_state == SourceState::Unreadable;
    const QString trouble = m_source->trouble();
    const bool failed =
        !trouble.isEmpty() && (m_state == SourceState::Unreadable || m_source->position() == 0);
    handOver(!followed ? SourceState::Cancelled : failed ? SourceState::Failed : SourceState::Ended, trouble);
}

/// What a source that is stopped has still to give. In one delivery: nobody may take any more.
void IngestWorker::readRest() {
    if (!m_source->conclude())
        return;
    for (;;) {
        const ReadResult result = readBlock();
        if (result.status == ReadResult::Status::Skipped)
            passOver(result);
        else if (result.status != ReadResult::Status::Data)
            return;
    }
}

/// Reads a block and, while the permit is held, everything in it.
ReadResult IngestWorker::readSome() {
    if (m_ends)
        return readBlock();
    const bool isPermitted = acquirePermit();
    ReadResult result = readBlock();
    if (isPermitted)
        m_permits.release();
    return result;
}

ReadResult IngestWorker::readBlock() {
    const bool wasReadAhead = isReadAhead();
    ReadResult result = wasReadAhead ? m_ahead->finish() : m_source->read(m_pipeline.writable());
    if (wasReadAhead)
        m_permits.release();
    if (result.status == ReadResult::Status::Data) {
        m_bytesRead += result.bytes;
        m_pipeline.setIsFile(m_source->isFile());
        if (wasReadAhead)
            m_pipeline.takeSpare(result.bytes);
        readAhead();
        m_pipeline.commit(wasReadAhead ? 0 : result.bytes);
    }
    return result;
}

/// Begins to read the block behind the one that is about to be worked on, where a core is free for it. What
/// is not data is told in its turn, and nothing is read beyond it before.
void IngestWorker::readAhead() {
    const bool isWorthIt =
        m_ends && m_bytesRead >= readAheadFrom && m_source->isFile() && !m_stopping && !isCheckpointDue();
    const auto room = isWorthIt ? m_pipeline.spare() : std::span<char>();
    if (room.empty() || !m_permits.acquireSpare())
        return;
    m_standing = standing();
    if (!m_ahead)
        m_ahead.emplace(*m_source);
    m_ahead->begin(room);
}

IngestWorker::Next IngestWorker::step() {
    const ReadResult result = readSome();
    switch (result.status) {
    case ReadResult::Status::Data:
        m_quietSince = 0;
        m_flushed = m_isHeldShown = false;
        if (isDue())
            handOver(SourceState::Reading);
        return Next::Go;
    case ReadResult::Status::Skipped:
        passOver(result);
        return Next::Go;
    case ReadResult::Status::Turn:
        turn(result);
        return Next::Go;
    case ReadResult::Status::AtEnd:
        atEnd(SourceState::Following, m_source->trouble());
        return Next::Go;
    case ReadResult::Status::Missing:
        atEnd(SourceState::Waiting,
              m_source->trouble().isEmpty() ? result.error.message : m_source->trouble());
        return Next::Go;
    case ReadResult::Status::Unreadable:
        atEnd(SourceState::Unreadable, result.error.message);
        return Next::Go;
    case ReadResult::Status::Ended:
        m_pipeline.finish();
        handOver(SourceState::Ended, m_source->trouble());
        return Next::Stop;
    case ReadResult::Status::Failed:
        m_pipeline.finish();
        handOver(SourceState::Failed, result.error.message);
        return Next::Stop;
    }
    return Next::Stop;
}

void IngestWorker::passOver(const ReadResult& result) {
    m_pipeline.skip(result.bytes, result.duplicates);
    if (result.gap)
        m_pipeline.noteGap(*result.gap);
    if (result.isRestart)
        m_pipeline.noteTurnover(Turnover::Kind::Restart);
}

/// Leaves the file that was read for another one of the source.
void IngestWorker::turn(const ReadResult& result) {
    if (result.over)
        m_pipeline.finish();
    if (result.isOtherLog) {
        handOver(SourceState::Reading);
        m_file = result.file;
        m_pipeline.beginLog(m_file);
        m_pipeline.setReference(m_source->lastModified());
        return;
    }
    m_places[m_file] = m_pipeline.suspend();
    if (!m_places.contains(result.file))
        m_pipeline.noteTurnover(Turnover::Kind::Rotation);
    m_file = result.file;
    m_pipeline.setReference(m_source->lastModified());
    m_pipeline.resume(m_file, m_places[m_file]);
}

/// Hands over what there is, ends a waiting record after a pause, and sleeps.
void IngestWorker::atEnd(SourceState state, const QString& trouble) {
    const bool quietBegins = m_quietSince == 0;
    if (quietBegins)
        m_quietSince = now();
    bool due = quietBegins || m_state != state || m_trouble != trouble;
    if (!m_flushed && now() - m_quietSince >= recordPause) {
        m_pipeline.flush();
        m_flushed = due = true;
    }
    if (!m_isHeldShown && now() - m_quietSince >= heldShownAfter)
        m_isHeldShown = due = true;
    if (due)
        handOver(state, trouble);
    sleep(m_flushed ? longWait : shortWait);
}

/// A computer that was suspended, or a program that was halted, wakes late.
void IngestWorker::sleep(std::chrono::milliseconds time) {
    const auto before = wakingAndSleeping();
    m_source->wait(time);
    const auto slept = wakingAndSleeping() - before;
    if (slept >= time + longestOversleep)
        m_pipeline.noteTurnover(Turnover::Kind::Resumption, duration_cast<std::chrono::seconds>(slept));
}

/// The user wants nothing of it now. How much waits is told all the same.
void IngestWorker::rest() {
    handOver(SourceState::Paused);
    (void)m_roused.try_acquire_for(longWait);
}

bool IngestWorker::isDue() const {
    return now() - m_lastHandOver >= handOverEvery || m_pipeline.waitingFailures() >= 400;
}

bool IngestWorker::isCheckpointDue() const {
    return now() - m_lastCheckpoint >= checkpointEvery;
}

/// Marks cost a few hashes: once a second will do, and whenever the source comes to rest.
std::optional<Checkpoint> IngestWorker::newCheckpoint(SourceState state) {
    if ((state == m_state && !isCheckpointDue()) || isReadAhead())
        return std::nullopt;
    m_lastCheckpoint = now();
    return m_source->checkpoint();
}

void IngestWorker::handOver(SourceState state, const QString& error) {
    m_room.acquire();
    auto checkpoint = newCheckpoint(state);
    m_state = state;
    m_trouble = error;
    m_lastHandOver = now();
    Standing reached = isReadAhead() ? m_standing : standing();
    Delivery delivery{.batch = m_pipeline.take(),
                      .state = state,
                      .error = error,
                      .position = reached.position,
                      .size = reached.size,
                      .files = std::move(reached.files),
                      .waitingLine = std::string(m_isHeldShown ? m_pipeline.waitingLine() : ""),
                      .checkpoint = std::move(checkpoint),
                      .isAtRest = state != SourceState::Reading && m_flushed};
    {
        const std::lock_guard lock(m_mutex);
        m_deliveries.push_back(std::move(delivery));
    }
    m_notify();
}

} // namespace derouter
