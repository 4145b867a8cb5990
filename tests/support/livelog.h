// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QString>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>

namespace derouter {

/// A line of a gateway's access log, with the stamp and the status, and an id of its own.
inline QByteArray liveLine(const QByteArray& stamp, const char* status, std::uint64_t number) {
    return "192.0.2.7 - - [" + stamp + "] \"POST /proxy/v1/messages HTTP/1.1\" " + status +
           " 512 rid=\"req_" + QByteArray::number(qulonglong(number + (1ULL << 60)), 16) + "\"\n";
}

inline QByteArray liveStamp() {
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
}

/// Writes whole pieces of a log, one every 50 ms, on a thread of its own.
class BusyWriter {
public:
    BusyWriter(QString path, std::chrono::seconds seconds)
        : m_path(std::move(path))
        , m_thread([this, seconds] { write(seconds); }) {}
    ~BusyWriter() { m_thread.join(); }

    bool isOver() const { return m_over; }
    bool failed() const { return m_failed; }
    std::uint64_t lines() const { return m_lines; }
    std::uint64_t failures() const { return m_failures; }

private:
    static constexpr std::chrono::milliseconds pause{50};
    static constexpr int linesInPiece = 5000; // 100,000 a second
    static constexpr int piecesInFile = 37;

    void write(std::chrono::seconds seconds) {
        const auto begin = std::chrono::steady_clock::now();
        QFile file(m_path);
        for (int piece = 0; piece * pause < seconds && !m_failed; ++piece) {
            const bool isOpen = piece % piecesInFile > 0 || reopen(file);
            m_failed = !isOpen || file.write(textOf(piece)) < 0 || !file.flush();
            std::this_thread::sleep_until(begin + (piece + 1) * pause);
        }
        m_over = true;
    }

    /// As rotators do: the file gets another name, and a new one takes its place.
    bool reopen(QFile& file) {
        if (file.isOpen()) {
            file.close();
            QFile::remove(m_path + QStringLiteral(".1"));
            if (!QFile::rename(m_path, m_path + QStringLiteral(".1")))
                return false;
        }
        return file.open(QIODevice::WriteOnly | QIODevice::Append);
    }

    QByteArray textOf(int piece) {
        QByteArray text;
        text.reserve(linesInPiece * 110);
        const QByteArray stamp = liveStamp();
        for (int line = 0; line < linesInPiece; ++line) {
            const bool fails = line % 100 == 7;
            m_failures += fails ? 1 : 0;
            text += liveLine(stamp, fails ? "529" : "200",
                             std::uint64_t(piece) * linesInPiece + std::uint64_t(line));
        }
        m_lines += linesInPiece;
        return text;
    }

    const QString m_path;
    std::atomic<std::uint64_t> m_lines = 0;
    std::atomic<std::uint64_t> m_failures = 0;
    std::atomic<bool> m_failed = false;
    std::atomic<bool> m_over = false;
    std::thread m_thread;
};

/// The longest time between two beats of the window's thread.
class Heartbeat {
public:
    Heartbeat() {
        m_clock.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.start(1);
    }
    qint64 longest() const { return m_longest; } ///< milliseconds

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace derouter
