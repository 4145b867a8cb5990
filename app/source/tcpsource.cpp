// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/tcpsource.h"

#include <QNetworkProxy>

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

constexpr qint64 atOnce = 64 * 1024;

} // namespace

TcpSource::TcpSource(const SourceSpec& spec, const TcpLimits& limits)
    : ListenerSource(spec, limits.tellEvery)
    , m_limits(limits) {}

/// The sockets go before what they live by.
TcpSource::~TcpSource() {
    m_senders.clear();
    m_server.reset();
}

Result<Done> TcpSource::open() {
    const auto opened = ListenerSource::open();
    if (!opened)
        return opened.error();
    m_wait.begin();
    m_server = std::make_unique<QTcpServer>();
    m_server->setProxy(QNetworkProxy::NoProxy);
    m_server->setMaxPendingConnections(static_cast<int>(m_limits.connections));
    QObject::connect(m_server.get(), &QTcpServer::newConnection, [this] { m_wait.rouse(); });
    return Done{};
}

ReadResult TcpSource::read(std::span<char> buffer) {
    for (;;) {
        if (const auto fault = nextFault())
            return *fault;
        if (const auto result = atHand(buffer))
            return *result;
        if (const auto result = listen())
            return *result;
        m_wait.poll();
        takeNew();
        const bool any = takeMessages();
        if (isConcluded() && (!any || Clock::now() >= m_stopsAt))
            endAll();
        if (m_lines.isEmpty() && !faults().isDue()) // whoever sends no whole line does not hold the reader
            return {.status = any ? ReadResult::Status::Data : ReadResult::Status::AtEnd};
    }
}

/// Whoever goes on sending is cut off after a while.
bool TcpSource::conclude() {
    m_wait.poll();
    takeNew();
    m_server->close();
    m_stopsAt = Clock::now() + m_limits.stopping;
    return ListenerSource::conclude();
}

/// Nothing more is taken before everything is given: it stays with the senders.
std::optional<ReadResult> TcpSource::atHand(std::span<char> buffer) {
    if (m_lines.isEmpty())
        return std::nullopt;
    return given(moveInto(buffer, m_lines));
}

std::optional<ReadResult> TcpSource::listen() {
    if (isConcluded() || m_server->isListening() || m_server->listen(host(), port()))
        return std::nullopt;
    return notListening(m_server->serverError(), m_server->errorString());
}

void TcpSource::takeNew() {
    if (!m_server->isListening())
        return;
    m_server->resumeAccepting(); // Qt pauses it where the system had no room
    while (std::unique_ptr<QTcpSocket> socket{m_server->nextPendingConnection()}) {
        if (m_senders.size() >= m_limits.connections && !makeRoom()) {
            faults().add(Faults::Kind::TooMany);
            continue;
        }
        socket->setParent(nullptr);
        socket->setReadBufferSize(m_limits.readAhead);
        QObject::connect(socket.get(), &QTcpSocket::readyRead, [this] { m_wait.rouse(); });
        QObject::connect(socket.get(), &QTcpSocket::disconnected, [this] { m_wait.rouse(); });
        m_senders.push_back({.socket = std::move(socket), .lastBytes = Clock::now(), .begun = {}});
    }
}

/// Whoever said nothing for long enough, the longest of them.
bool TcpSource::makeRoom() {
    const auto quietest = std::ranges::min_element(m_senders, {}, &Sender::lastBytes);
    const bool isQuiet = quietest != m_senders.end() && quietest->socket->bytesAvailable() == 0 &&
                         Clock::now() - quietest->lastBytes >= m_limits.quiet;
    if (!isQuiet)
        return false;
    end(*quietest);
    m_senders.erase(quietest);
    faults().add(Faults::Kind::TooMany);
    return true;
}

/// Some of each sender in turn. False when none has anything.
bool TcpSource::takeMessages() {
    bool any = false;
    for (auto sender = m_senders.begin(); sender != m_senders.end();) {
        const bool hasMore = sender->socket->bytesAvailable() > 0;
        any = any || hasMore;
        if (hasMore)
            take(*sender);
        if (!sender->isRefused && (sender->socket->bytesAvailable() > 0 || !isOver(*sender))) {
            ++sender;
            continue;
        }
        end(*sender);
        sender = m_senders.erase(sender);
    }
    return any;
}

void TcpSource::take(Sender& sender) {
    const QByteArray bytes = sender.socket->read(atOnce);
    const std::uint64_t before = sender.framing.messages();
    const bool wasInside = sender.framing.isInside();
    sender.lastBytes = Clock::now();
    sender.isRefused = !sender.framing.take(bytes, m_lines);
    if (!wasInside || sender.framing.messages() > before)
        sender.begun = sender.lastBytes;
    faults().add(Faults::Kind::Cut, sender.framing.takeCuts());
}

/// Whether it went away, or what it began to say takes too long.
bool TcpSource::isOver(const Sender& sender) const {
    if (sender.socket->state() == QAbstractSocket::UnconnectedState)
        return true;
    const auto granted = sender.framing.messages() == 0 ? m_limits.firstMessage : m_limits.message;
    return sender.framing.isInside() && Clock::now() - sender.begun >= granted;
}

void TcpSource::end(Sender& sender) {
    if (sender.isRefused)
        faults().add(Faults::Kind::WrongCount);
    else if (sender.framing.isInside())
        faults().add(Faults::Kind::BrokenOff);
    if (!sender.isRefused)
        m_lines += sender.framing.takeRest();
    sender.socket->disconnect();
    sender.socket->abort();
}

void TcpSource::endAll() {
    for (Sender& sender : m_senders) {
        if (sender.socket->bytesAvailable() > 0 && !sender.framing.isInside())
            faults().add(Faults::Kind::BrokenOff);
        end(sender);
    }
    m_senders.clear();
}

} // namespace derouter
