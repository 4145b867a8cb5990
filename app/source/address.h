// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sourcespec.h"
#include "core/timerange.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace derouter {

/// A place of the network that a log comes from, as it is written in the place of a file:
/// `tcp://127.0.0.1:5140`, `udp://[::1]:5140`, `loki+http://logs:3100/?query={app="api"}&since=2h`.
struct Address {
    enum class Kind {
        Tcp,  ///< syslog is sent there
        Udp,  ///< the same
        Loki, ///< a Grafana Loki answers there
    };

    Kind kind = Kind::Tcp;
    QString host; ///< without brackets
    std::uint16_t port = 0;
    bool isEncrypted = false;
    QString folder;                    ///< of Loki: the path before /loki/api, without its last slash
    QString query;                     ///< of Loki, in LogQL
    std::optional<Microseconds> since; ///< of Loki: a span before now

    /// Whether what is sent there stays on this computer.
    bool isHere() const;
    /// Scheme, host and port, as lists and sentences call it.
    QString place() const;
    /// The place and the query.
    QString name() const;
};

/// Whether a word of the user's is meant as an address.
bool isAddress(const QString& word);

/// The error is one sentence, and does not repeat what may be a password.
Result<Address> readAddress(const QString& text);

/// The source for what the user wrote. A user and password in the address are taken out of it: nothing shows
/// or keeps them.
SourceSpec addressSource(const QString& word, SourceSpec pattern);

/// How lists and sentences call the address of a source.
QString addressName(const QString& address);

} // namespace derouter
