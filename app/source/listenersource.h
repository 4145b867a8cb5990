// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/address.h"
#include "source/listenerfaults.h"
#include "source/livesource.h"

#include <QAbstractSocket>
#include <QHostAddress>

#include <chrono>
#include <optional>

namespace derouter {

/// What others send to a port of this computer. It has no end that could be read to, so it has to be
/// followed. When it is stopped, what had come by then is given, and all is told that was lost.
class ListenerSource : public LiveSource {
public:
    Result<Done> open() override;
    bool conclude() override;

protected:
    ListenerSource(const SourceSpec& spec, std::chrono::milliseconds tellEvery)
        : m_spec(spec)
        , m_tellEvery(tellEvery) {}

    // All of these only once it is open.
    QHostAddress host() const;
    quint16 port() const { return m_address.port; }
    ListenerFaults& faults() { return *m_faults; }
    bool isConcluded() const { return m_isConcluded; }
    /// The next fault that is due.
    std::optional<ReadResult> nextFault();
    /// Why it does not listen: for now, when somebody else does, or for good. A port that is taken may become
    /// free: one who listened there before may still be on his way out.
    ReadResult notListening(QAbstractSocket::SocketError error, const QString& reason) const;

private:
    const SourceSpec m_spec;
    const std::chrono::milliseconds m_tellEvery;
    Address m_address;
    std::optional<ListenerFaults> m_faults;
    bool m_isConcluded = false;
};

} // namespace derouter
