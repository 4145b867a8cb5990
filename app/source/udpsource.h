// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/address.h"
#include "source/filewatch.h"
#include "source/listenerfaults.h"
#include "source/logsource.h"

#include <QUdpSocket>

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
class UdpSource final : public LogSource {
    Q_DISABLE_COPY_MOVE(UdpSource)

public:
    explicit UdpSource(const SourceSpec& spec, const UdpLimits& limits = {});
    ~UdpSource() override;

    bool ends() const override { return false; }
    Result<Done> open() override;
    ReadResult read(std::span<char> buffer) override;
    void wait(std::chrono::milliseconds timeout) override;
    void wake() override { m_watch.wake(); }
    std::uint64_t position() const override { return m_position; }
    std::uint64_t size() const override { return 0; }
    std::optional<Microseconds> lastModified() const override;

private:
    std::optional<ReadResult> listen();
    std::size_t takeDatagrams(std::span<char> buffer);
    QByteArray takeDatagram(qint64 size);
    void countDropped();

    const SourceSpec m_spec;
    const UdpLimits m_limits;
    Address m_address;
    FileWatch m_watch;
    std::unique_ptr<QUdpSocket> m_socket;
    std::optional<ListenerFaults> m_faults;
    QByteArray m_held;           ///< lines that found no room in the reader's buffer
    std::uint32_t m_dropped = 0; ///< as the system counted last
    std::uint64_t m_position = 0;
};

} // namespace derouter
