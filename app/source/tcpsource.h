// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/eventwait.h"
#include "source/listenersource.h"
#include "source/syslogframing.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <deque>
#include <list>
#include <memory>
#include <optional>

namespace derouter {

/// What a listener grants those who send.
struct TcpLimits {
    std::size_t connections = 64;
    std::chrono::milliseconds firstMessage{10'000}; ///< from its first byte to its end
    std::chrono::milliseconds message{30'000};      ///< of any other one
    std::chrono::milliseconds stopping{500};        ///< for reading what was sent before a stop
    /// After so long without a byte a sender makes room for another one.
    std::chrono::milliseconds quiet{30'000};
    std::chrono::milliseconds tellEvery{1000}; ///< ListenerFaults
    qint64 readAhead = 256 * 1024;             ///< bytes of each sender
};

/// What others send to a port of this computer, as syslog does: one stream of whole lines, whoever sends
/// them.
///
/// While its reader is behind it takes no more from the senders, and so they wait. A message that breaks off
/// is given as it is, and told. A sender is silent for as long as it likes; only where there is no place for
/// another one, the one that is silent longest loses its own.
class TcpSource final : public ListenerSource {
    Q_DISABLE_COPY_MOVE(TcpSource)

public:
    explicit TcpSource(const SourceSpec& spec, const TcpLimits& limits = {});
    ~TcpSource() override;

    Result<Done> open() override;
    ReadResult read(std::span<char> buffer) override;
    bool conclude() override;
    void wait(std::chrono::milliseconds timeout) override { m_wait.wait(timeout); }
    void wake() override { m_wait.wake(); }

private:
    using Clock = std::chrono::steady_clock;
    using Faults = ListenerFaults;

    struct Sender {
        std::unique_ptr<QTcpSocket> socket;
        SyslogFraming framing{};
        Clock::time_point lastBytes;
        Clock::time_point begun; ///< when the message that is not whole began
        bool isRefused = false;
    };

    std::optional<ReadResult> atHand(std::span<char> buffer);
    std::optional<ReadResult> listen();
    void takeNew();
    bool makeRoom();
    bool takeMessages();
    void take(Sender& sender);
    bool isOver(const Sender& sender) const;
    void end(Sender& sender);
    void endAll();

    const TcpLimits m_limits;
    EventWait m_wait;
    std::unique_ptr<QTcpServer> m_server;
    std::list<Sender> m_senders;
    QByteArray m_lines;            ///< taken and not given
    Clock::time_point m_stopsAt{}; ///< once it is concluded
};

} // namespace derouter
