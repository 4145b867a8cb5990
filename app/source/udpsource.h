// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/filewatch.h"
#include "source/listenersource.h"

#include <QUdpSocket>

#include <limits>
#include <memory>
#include <optional>

namespace derouter {

struct UdpLimits {
    qsizetype datagram = 64 * 1024;            ///< bytes that are taken of one: all there may be
    int systemBuffer = 4 * 1024 * 1024;        ///< bytes that the system is asked to keep until they are read
    std::chrono::milliseconds tellEvery{1000}; ///< ListenerFaults
};

/// The datagrams that come to a port of this computer, each one message of syslog and so a line.
///
/// Who sends datagrams does not wait: what the system has no room for is gone. On Linux the system counts it,
/// and so it is told.
class UdpSource final : public ListenerSource {
    Q_DISABLE_COPY_MOVE(UdpSource)

public:
    explicit UdpSource(const SourceSpec& spec, const UdpLimits& limits = {});
    ~UdpSource() override;

    ReadResult read(std::span<char> buffer) override;
    bool conclude() override;
    void wait(std::chrono::milliseconds timeout) override;
    void wake() override { m_watch.wake(); }

private:
    std::optional<ReadResult> listen();
    std::size_t takeDatagrams(std::span<char> buffer);
    QByteArray takeDatagram(qint64 size);
    void countDropped();

    const UdpLimits m_limits;
    FileWatch m_watch;
    std::unique_ptr<QUdpSocket> m_socket;
    QByteArray m_held;                                    ///< lines that found no room in the reader's buffer
    std::uint32_t m_dropped = 0;                          ///< as the system counted last
    qint64 m_toTake = std::numeric_limits<qint64>::max(); ///< bytes of datagrams that are still taken
};

} // namespace derouter
