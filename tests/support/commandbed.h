// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linereading.h"
#include "logfolder.h"
#include "source/commandsource.h"

#include <QDir>
#include <QFile>

#include <atomic>
#include <mutex>
#include <thread>

namespace derouter {

/// A folder of small programs that play the parts of docker, journalctl and others. `$here` is the folder.
class StubFolder : public LogFolder {
public:
    /// The path of a program that does what the shell script says.
    QString program(const QString& name, const QByteArray& script) const {
        const QString made = write(name, "#!/bin/sh\nhere=${0%/*}\n" + script);
        QFile::setPermissions(made, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return made;
    }
    QByteArray read(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool has(const QString& name) const { return QFile::exists(path(name)); }
};

inline SourceSpec commandSpec(const QStringList& command, bool follow) {
    return {.kind = SourceSpec::Kind::Command,
            .path = {},
            .command = command,
            .follow = follow,
            .format = {},
            .timeZone = {}};
}

/// Times for tests: what takes seconds takes hundredths.
inline RestartTimes quickly() {
    using namespace std::chrono_literals;
    return {
        .first = 20ms, .longest = 80ms, .well = 60s, .silence = 60s, .longestSilence = 60s, .pause = 150ms};
}

/// Whether the process still runs; one that ended and waits for its parent does not.
inline bool isRunning(qint64 process) {
    QFile status(QStringLiteral("/proc/%1/stat").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = status.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1) != "Z";
}

/// The letter the system gives the state of a process: S while it waits.
inline char stateOf(qint64 process) {
    QFile status(QStringLiteral("/proc/%1/stat").arg(process));
    const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    return text.isEmpty() ? '-' : text[text.lastIndexOf(')') + 2];
}

/// Reads a command on a thread of its own, as the ingest worker does, into lines.
class CommandReading {
public:
    explicit CommandReading(const SourceSpec& spec, const RestartTimes& times = quickly())
        : m_source(std::make_unique<CommandSource>(spec, times))
        , m_reading(*m_source)
        , m_thread([this] { run(); }) {}
    ~CommandReading() { stop(); }
    CommandReading(const CommandReading&) = delete;
    CommandReading& operator=(const CommandReading&) = delete;

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
            setTexts(status == Status::Failed ? m_reading.error : trouble, {});
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
