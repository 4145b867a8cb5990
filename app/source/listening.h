// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/address.h"
#include "source/logsource.h"

#include <QAbstractSocket>
#include <QHostAddress>

namespace derouter {

/// The address that a followed source listens at; a listener has no end that could be read to.
Result<Address> listenerAddress(const SourceSpec& spec);

QHostAddress hostAddress(const Address& address);

/// Why it does not listen: for now, when somebody else does, or for good.
ReadResult notListening(const Address& address, QAbstractSocket::SocketError error, const QString& reason);

} // namespace derouter
