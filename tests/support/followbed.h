// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linereading.h"
#include "logfolder.h"
#include "source/logsource.h"

#include <QTest>

#include <atomic>
#include <cstdio>
#include <map>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace derouter {

/// Follows a source on a thread of its own, as the program does, into numbered lines.
class Follower {
public:
    explicit Follower(const SourceSpec& spec)
        : m_source(makeSource(spec))
        , m_reading(*m_source)
        , m_thread([this] { run(); }) {}
    ~Follower() { stop(); }
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

    /// Ends the following; the unfinished line is a line.
    void stop() {
        if (!m_thread.joinable())
            return;
        m_stopping = true;
        m_source->wake();
        m_thread.join();
        m_reading.finish();
    }

    /// Stops reading without ending, as a suspended machine does.
    void suspend(bool on) { m_suspended = on; }

    std::size_t lineCount() {
        const std::lock_guard lock(m_mutex);
        return m_reading.lines.size();
    }

    /// After `stop()`.
    const LineReading& reading() const { return m_reading; }

private:
    void run() {
        if (!m_source->open())
            return;
        while (!m_stopping) {
            while (m_suspended && !m_stopping)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            ReadResult::Status status;
            {
                const std::lock_guard lock(m_mutex);
                status = m_reading.step();
            }
            if (status == ReadResult::Status::Ended || status == ReadResult::Status::Failed)
                return;
            if (status == ReadResult::Status::AtEnd || status == ReadResult::Status::Missing ||
                status == ReadResult::Status::Unreadable)
                m_source->wait(std::chrono::milliseconds(1000));
        }
        const std::lock_guard lock(m_mutex);
        using Status = ReadResult::Status;
        for (bool more = m_source->conclude(); more;) {
            const Status status = m_reading.step();
            more = status == Status::Data || status == Status::Skipped;
        }
    }

    std::unique_ptr<LogSource> m_source;
    std::mutex m_mutex;
    LineReading m_reading;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_suspended = false;
    std::thread m_thread;
};

/// Writes unique lines into a file by a descriptor of its own, which goes on with its file whatever name that
/// has.
class LineWriter {
public:
    explicit LineWriter(const QString& path, int flags = O_APPEND) { reopen(path, flags); }
    ~LineWriter() { ::close(m_descriptor); }
    LineWriter(const LineWriter&) = delete;
    LineWriter& operator=(const LineWriter&) = delete;

    void reopen(const QString& path, int flags = O_APPEND) {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        m_descriptor =
            ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0644);
    }

    void write(int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            written.push_back(next());
            text += written.back() + '\n';
        }
        put(text);
    }

    void put(std::string_view text) {
        [[maybe_unused]] const auto done = ::write(m_descriptor, text.data(), text.size());
    }

    std::string next() {
        char line[64];
        std::snprintf(line, sizeof line, "L%07d of the log that is written", m_next++);
        return line;
    }

    int descriptor() const { return m_descriptor; }

    std::vector<std::string> written;

private:
    int m_descriptor = -1;
    int m_next = 0;
};

/// What a follower got against what was written.
struct Verdict {
    std::size_t lost = 0;
    std::size_t doubled = 0;
    std::size_t torn = 0;
    bool inOrder = true;

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

inline Verdict verdictOn(const std::vector<std::string>& got, const std::vector<std::string>& written) {
    Verdict verdict;
    std::map<std::string, std::size_t> places;
    for (const std::string& line : written)
        places.emplace(line, places.size());
    std::map<std::string, int> count;
    std::size_t last = 0;
    for (const std::string& line : got) {
        ++count[line];
        const auto at = places.find(line);
        verdict.torn += at == places.end() ? 1 : 0;
        if (at == places.end())
            continue;
        verdict.inOrder = verdict.inOrder && at->second >= last;
        last = at->second;
    }
    for (const std::string& line : written) {
        verdict.lost += count[line] == 0 ? 1 : 0;
        verdict.doubled += count[line] > 1 ? static_cast<std::size_t>(count[line] - 1) : 0;
    }
    return verdict;
}

inline char* toString(const Verdict& verdict) {
    return qstrdup(
        qPrintable(QStringLiteral("%1 lost, %2 doubled, %3 torn, %4")
                       .arg(verdict.lost)
                       .arg(verdict.doubled)
                       .arg(verdict.torn)
                       .arg(verdict.inOrder ? QStringLiteral("in order") : QStringLiteral("out of order"))));
}

} // namespace derouter
