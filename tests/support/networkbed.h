// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/address.h"
#include "sourcereading.h"

#include <QTcpServer>
#include <QUdpSocket>

namespace derouter {

inline SourceSpec addressSpec(const QString& address, bool follow = true) {
    SourceSpec spec;
    spec.follow = follow;
    return addressSource(address, spec);
}

/// A port of this computer that nobody uses now.
inline quint16 freePort() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

inline quint16 freeUdpPort() {
    QUdpSocket socket;
    socket.bind(QHostAddress::LocalHost);
    return socket.localPort();
}

} // namespace derouter
