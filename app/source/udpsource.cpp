// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/udpsource.h"

#include "source/syslogframing.h"

#include <QNetworkProxy>

#ifdef Q_OS_LINUX
#include <linux/sock_diag.h>
#include <sys/socket.h>
#endif

#include <algorithm>
#include <array>
#include <utility>

namespace derouter {

namespace {

/// Datagrams that the system dropped since the socket was made; it wraps round.
std::uint32_t droppedBy([[maybe_unused]] qintptr descriptor) {
#ifdef SO_MEMINFO
    std::array<std::uint32_t, SK_MEMINFO_VARS> counts{};
    socklen_t size = sizeof counts;
    if (getsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_MEMINFO, counts.data(), &size) == 0)
        return counts[SK_MEMINFO_DROPS];
#endif
    return 0;
}

} // namespace

UdpSource::UdpSource(const SourceSpec& spec, const UdpLimits& limits)
    : ListenerSource(spec, limits.tellEvery)
    , m_limits(limits) {}

UdpSource::~UdpSource() = default;

ReadResult UdpSource::read(std::span<char> buffer) {
    if (const auto result = listen())
        return *result;
    countDropped();
    if (const auto fault = nextFault())
        return *fault;
    const std::size_t count = takeDatagrams(buffer);
    return count > 0 || faults().isDue() ? given(count) : ReadResult{.status = ReadResult::Status::AtEnd};
}

/// As much as the system keeps can have come by now; senders that go on would be listened to for ever.
bool UdpSource::conclude() {
    if (m_socket)
        m_toTake = m_socket->socketOption(QAbstractSocket::ReceiveBufferSizeSocketOption).toLongLong();
    return ListenerSource::conclude();
}

std::optional<ReadResult> UdpSource::listen() {
    if (m_socket)
        return std::nullopt;
    if (isConcluded())
        return ReadResult{.status = ReadResult::Status::AtEnd};
    auto socket = std::make_unique<QUdpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    if (!socket->bind(host(), port(), QAbstractSocket::DontShareAddress))
        return notListening(socket->error(), socket->errorString());
    socket->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, m_limits.systemBuffer);
    m_socket = std::move(socket);
    m_dropped = droppedBy(m_socket->socketDescriptor());
    return std::nullopt;
}

/// As many as there are and find room.
std::size_t UdpSource::takeDatagrams(std::span<char> buffer) {
    constexpr int datagramsAtOnce = 4096; // empty ones fill nothing
    std::size_t used = 0;
    for (int taken = 0; used < buffer.size() && taken < datagramsAtOnce;) {
        if (m_held.isEmpty()) {
            const qint64 size = m_socket->pendingDatagramSize();
            if (size < 0 || m_toTake <= 0)
                break;
            m_toTake -= size;
            m_held = takeDatagram(size);
            ++taken;
        }
        used += moveInto(buffer.subspan(used), m_held);
    }
    return used;
}

/// Only as much of it as is taken of one.
QByteArray UdpSource::takeDatagram(qint64 size) {
    QByteArray bytes(std::min<qsizetype>(size, m_limits.datagram), Qt::Uninitialized);
    const qint64 count = m_socket->readDatagram(bytes.data(), bytes.size());
    bytes.truncate(std::max<qint64>(count, 0));
    if (size > m_limits.datagram)
        faults().add(ListenerFaults::Kind::CutDatagram);
    return syslogLines(bytes);
}

void UdpSource::countDropped() {
    const std::uint32_t dropped = droppedBy(m_socket->socketDescriptor());
    faults().add(ListenerFaults::Kind::Dropped, dropped - std::exchange(m_dropped, dropped));
}

void UdpSource::wait(std::chrono::milliseconds timeout) {
    m_watch.waitReadable(m_socket ? static_cast<int>(m_socket->socketDescriptor()) : -1, timeout);
}

} // namespace derouter
