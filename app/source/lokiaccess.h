// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/address.h"

#include <QByteArray>
#include <QNetworkRequest>
#include <QSslConfiguration>

namespace derouter {

/// Who asks a Loki: by user and password of the address, else by the variables that logcli knows
/// (LOKI_USERNAME, LOKI_PASSWORD, LOKI_BEARER_TOKEN, LOKI_ORG_ID, LOKI_CA_CERT_PATH). Where LOKI_ADDR names a
/// server, they are for no other.
class LokiAccess {
public:
    /// The error is one sentence: when a password would go through the network as it stands, or the
    /// certificates cannot be read.
    static Result<LokiAccess> of(const SourceSpec& spec, const Address& address);

    void apply(QNetworkRequest& request) const;

private:
    QByteArray m_authorization; ///< empty for none
    QByteArray m_organisation;
    QSslConfiguration m_encryption;
};

} // namespace derouter
