// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answeredby.h"
#include "format/fields.h"

#include <string_view>

namespace derouter {

/// Gathers what a proxy's record tells about the server behind it, and concludes who gave the answer.
///
/// By nginx's `$upstream_*` variables and the codes of its own, Envoy's response flags, HAProxy's termination
/// state and server name, the status details of Google's load balancers, the origin status of Traefik, AWS
/// and Cloudflare, and the absence of DeRouter's request-id where it would be shown.
class ProxyAnswer {
public:
    /// The status with which a proxy answers by itself in these words, 0 when they are none of a proxy's.
    static int statusOfText(std::string_view text);

    /// Takes a field of a proxy's record; others say nothing of the server.
    void take(Field field, std::string_view text);
    /// The same where the record states that the field has no value.
    void takeAbsent(Field field);
    /// The proxy states that no status was sent.
    void noteUnanswered() { m_unanswered = true; }
    /// The record is of the proxy's own error log.
    void noteOwnError() { m_byProxy = true; }
    /// The record shows DeRouter's answer headers, and there is no request-id among them.
    void noteNoRequestId() { m_noRequestId = true; }

    /// Who gave the answer `status` (0: none was given).
    AnsweredBy concluded(int status, bool hasRequestId) const;

private:
    void takeUpstreamStatus(std::string_view text);
    void takeResponseFlags(std::string_view flags);
    void takeResponseDetails(std::string_view details);
    void takeBalancerDetails(std::string_view details);
    void takeTerminationState(std::string_view state);

    bool m_clientLeft = false;
    bool m_unanswered = false;
    bool m_byProxy = false;
    bool m_noUpstream = false;
    bool m_noRequestId = false;
    bool m_head = false;             ///< of an answer came from the server
    bool m_noHead = false;           ///< none came
    bool m_noBody = false;           ///< came, or was fetched
    bool m_noneChosen = false;       ///< of a group of servers
    bool m_upstreamAnswered = false; ///< whatever the proxy did besides
};

} // namespace derouter
