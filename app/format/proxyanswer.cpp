// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/proxyanswer.h"

#include <algorithm>

namespace derouter {

void ProxyAnswer::takeUpstreamStatus(std::string_view text) {
    // The last try of the last group is the one that was answered with.
    const std::size_t separator = text.find_last_of(",: ");
    const auto last = separator == text.npos ? text : text.substr(separator + 1);
    m_noUpstream = last.empty() || last == "-" || last == "0" || last == "null";
}

/// Envoy's documentation lists the flags; those of the client are DC, DPE and DR, all others are Envoy's own.
void ProxyAnswer::takeResponseFlags(std::string_view flags) {
    while (!flags.empty()) {
        const std::size_t end = std::min(flags.find(','), flags.size());
        const auto flag = flags.substr(0, end);
        if (flag == "DC" || flag == "DPE" || flag == "DR")
            m_clientLeft = true;
        else if (!flag.empty() && flag != "-")
            m_byProxy = true;
        flags.remove_prefix(std::min(end + 1, flags.size()));
    }
}

/// Envoy's details name the filter or the event that made an answer which is not the server's.
void ProxyAnswer::takeResponseDetails(std::string_view details) {
    if (details.starts_with("downstream_remote_disconnect"))
        m_clientLeft = true;
    else if (!details.empty() && details != "via_upstream")
        m_byProxy = true;
}

/// HAProxy's manual, 8.5: the first letter says who ended the session, `-` that it was complete.
void ProxyAnswer::takeTerminationState(std::string_view state) {
    const char first = state.empty() ? '-' : state.front();
    if (first == 'C' || first == 'c')
        m_clientLeft = true;
    else if (first != '-' && first != 'L')
        m_byProxy = true;
}

/// HAProxy's "be_der/<NOSRV>", Squid's "HIER_NONE", and nothing where the others name a server.
void ProxyAnswer::takeBackendServer(std::string_view server) {
    m_noUpstream = m_noUpstream || server.empty() || server == "HIER_NONE" || server.ends_with("<NOSRV>");
}

AnsweredBy ProxyAnswer::concluded(int status, bool hasRequestId) const {
    if (hasRequestId)
        return AnsweredBy::Unstated;
    if (m_clientLeft || (m_unanswered && status == 0 && !m_byProxy))
        return AnsweredBy::Nobody;
    if (m_unanswered && status == 0)
        return AnsweredBy::LocalProxy;
    const bool failed = status >= 400;
    const bool gatewayStatus = status == 502 || status == 503 || status == 504;
    const bool clientClosed = status == 499 || status == 460; // as nginx and AWS's load balancers say it
    if (failed && !clientClosed && (m_byProxy || m_noUpstream || (m_noRequestId && gatewayStatus)))
        return AnsweredBy::LocalProxy;
    return AnsweredBy::Unstated;
}

} // namespace derouter
