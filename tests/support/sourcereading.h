// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linereading.h"

#include <QStringList>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

namespace derouter {

/// Reads a source on a thread of its own, as the ingest worker does, into lines.
class SourceReading {
public:
    explicit SourceReading(std::unique_ptr<LogSource> source)
        : m_source(std::move(source))
        , m_reading(*m_source)
        , m_thread([this] { run(); }) {}
    ~SourceReading() { stop(); }
    SourceReading(const SourceReading&) = delete;
    SourceReading& operator=(const SourceReading&) = delete;

    void stop() {
        if (!m_thread.joinable())
            return;
        m_stopping = true;
        {
            const std::lock_guard lock(m_mutex);
            if (m_source)
                m_source->wake();
        }
        m_thread.join();
    }

    bool isOver() const { return m_over; }
    std::vector<std::string> lines() { return locked(m_reading.lines); }
    std::size_t lineCount() {
        const std::lock_guard lock(m_mutex);
        return m_reading.lines.size();
    }
    std::vector<std::string> unterminated() { return locked(m_reading.unterminated); }
    std::size_t gapCount() { return locked(m_reading.gaps).size(); }
    QString gap() { return locked(m_reading.gaps).at(0).cause; }
    QStringList gaps() {
        QStringList causes;
        for (const Gap& gap : locked(m_reading.gaps))
            causes << gap.cause;
        return causes;
    }
    std::uint64_t duplicates() { return locked(m_reading.duplicates); }
    /// The last sentence on why it failed or cannot be read now, and what was wrong although it was read.
    QString error() { return QString::fromStdString(locked(m_error)); }
    QString trouble() { return QString::fromStdString(locked(m_trouble)); }
    /// How often it could not be read for a while.
    int interruptions() const { return m_interruptions; }

private:
    template <typename T> T locked(const T& value) {
        const std::lock_guard lock(m_mutex);
        return value;
    }

    void run() {
        if (const auto opened = m_source->open(); !opened)
            setTexts(opened.error().message, {});
        else
            while (!m_stopping && step()) {
            }
        std::unique_ptr<LogSource> source;
        const std::lock_guard lock(m_mutex);
        m_reading.finish();
        m_over = true;
        source.swap(m_source);
    }

    bool step() {
        using Status = ReadResult::Status;
        Status status;
        {
            const std::lock_guard lock(m_mutex);
            status = m_reading.step();
        }
        const QString trouble = m_source->trouble();
        if (status == Status::Unreadable && m_last != Status::Unreadable)
            ++m_interruptions;
        m_last = status;
        if (status == Status::Unreadable || status == Status::Failed)
            setTexts(m_reading.error, {});
        if (status == Status::AtEnd)
            setTexts({}, trouble);
        if (status == Status::AtEnd || status == Status::Unreadable)
            m_source->wait(std::chrono::milliseconds(1000));
        return status != Status::Ended && status != Status::Failed;
    }

    /// Plain strings: what Qt does to its own on another thread the sanitizer does not see.
    void setTexts(const QString& error, const QString& trouble) {
        const std::lock_guard lock(m_mutex);
        if (!error.isEmpty())
            m_error = error.toStdString();
        m_trouble = trouble.toStdString();
    }

    std::unique_ptr<LogSource> m_source;
    std::mutex m_mutex;
    LineReading m_reading;
    std::string m_error;
    std::string m_trouble;
    ReadResult::Status m_last = ReadResult::Status::Data;
    std::atomic<int> m_interruptions = 0;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_over = false;
    std::thread m_thread;
};

} // namespace derouter
