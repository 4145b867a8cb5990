// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbackground.h"
#include "monitor/logpart.h"
#include "monitor/monitor.h"
#include "monitor/pipeline.h"
#include "monitor/recordplace.h"

#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace derouter {

/// Reads the log around a failure's record again, as it is now and on another thread, for what it tells of
/// that failure beside its record. What comes of it is told by `changed`.
template <typename Found> class LogReading {
    Q_DISABLE_COPY_MOVE(LogReading)

public:
    using Read = Found (*)(const LogPart&, const PipelineOptions&, Microseconds);
    enum class State { Idle, Reading, Read, Impossible };

    LogReading(const Monitor& monitor, Read read, std::function<void()> changed)
        : m_monitor(monitor)
        , m_read(read)
        , m_changed(std::move(changed)) {
        m_delay.setSingleShot(true);
        m_delay.setInterval(
            std::chrono::milliseconds(150)); // who steps through failures does not want them all
        QObject::connect(&m_delay, &QTimer::timeout, &m_delay, [this] { begin(); });
        QObject::connect(&m_reading, &QFutureWatcherBase::finished, &m_delay, [this] { finish(); });
    }

    /// Nothing: no failure is to be read about.
    void show(std::optional<EventStore::Row> row) {
        auto place = row ? m_monitor.placeOf(*row) : std::nullopt;
        if (row && row == m_row && place == m_place)
            return;
        m_row = row;
        m_place = std::move(place);
        m_found.reset();
        m_reading.setFuture({});
        row ? m_delay.start() : m_delay.stop();
        enter(row ? State::Reading : State::Idle);
    }

    State state() const { return m_state; }
    /// In the state `Read`.
    const Found& found() const { return *m_found; }

private:
    static constexpr std::size_t most =
        std::size_t(8) * 1024 * 1024; ///< bytes before the record and behind it

    void enter(State state) {
        m_state = state;
        m_changed();
    }

    void begin() {
        const EventStore& events = m_monitor.events();
        if (!m_row || !events.isKept(*m_row))
            return;
        const auto time = events.time(*m_row);
        std::string record = events.record(*m_row).bytes;
        if (!m_place || !time || record.empty())
            return enter(State::Impossible);
        inBackground(m_reading,
                     [read = m_read, place = *m_place, record = std::move(record), time = *time,
                      reading = m_monitor.readingOf(events.source(*m_row))]() -> std::optional<Found> {
                         const auto around = readSurroundings(place, record, most);
                         if (!around)
                             return std::nullopt;
                         const std::string lines = around->before + around->record + around->after;
                         return std::optional<Found>(
                             std::in_place,
                             read({.lines = lines, .fromStart = place.offset <= most}, reading, time));
                     });
    }

    void finish() {
        const auto future = m_reading.future();
        if (future.resultCount() == 0)
            return;
        m_found = future.result();
        enter(m_found ? State::Read : State::Impossible);
    }

    const Monitor& m_monitor;
    const Read m_read;
    const std::function<void()> m_changed;
    State m_state = State::Idle;
    std::optional<EventStore::Row> m_row;
    std::optional<RecordPlace> m_place; ///< its; nothing: it came as a stream
    std::optional<Found> m_found;
    QTimer m_delay;
    QFutureWatcher<std::optional<Found>> m_reading;
};

} // namespace derouter
