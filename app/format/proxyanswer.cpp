// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/proxyanswer.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace derouter {

namespace {

/// Of nginx's "502, 503 : 200" the last try of the last group: the one that was answered with.
std::string_view lastTry(std::string_view text) {
    return text.substr(text.find_last_of(", ") + 1);
}

/// The codes that nginx has for what it ends itself: 444 without an answer, 494 to 497 before it reads a
/// request.
bool isProxysOwn(int status) {
    return status == 444 || (status >= 494 && status <= 497);
}

bool passesAnswerOn(std::string_view flag) {
    constexpr std::string_view flags[] = {"URX",  "UpstreamRetryLimitExceeded", "DI", "DelayInjected",
                                          "RFCF", "ResponseFromCacheFilter"};
    return std::ranges::find(flags, flag) != std::end(flags);
}

} // namespace

void ProxyAnswer::take(Field field, std::string_view text) {
    switch (field) {
    case Field::UpstreamStatus:
        takeUpstreamStatus(text);
        break;
    case Field::UpstreamConnectTime:
        m_noHead = m_noHead || lastTry(text) == "-";
        break;
    case Field::UpstreamHeadTime:
        m_head = lastTry(text) != "-";
        m_noHead = m_noHead || !m_head;
        break;
    case Field::UpstreamLength:
        m_noBody = lastTry(text) == "0";
        break;
    case Field::UpstreamBytes:
        m_noHead = m_noHead || lastTry(text) == "0";
        break;
    case Field::UpstreamAddress: // neither an address, "unix:" nor a host
        m_noneChosen = lastTry(text).find_first_of(":.") == text.npos;
        break;
    case Field::ResponseFlags:
        takeResponseFlags(text);
        break;
    case Field::ResponseDetails:
        takeResponseDetails(text);
        break;
    case Field::BalancerDetails:
        takeBalancerDetails(text);
        break;
    case Field::TerminationState:
        takeTerminationState(text);
        break;
    case Field::BackendServer: // HAProxy's "be_der/<NOSRV>", Squid's "HIER_NONE"
        m_noUpstream = m_noUpstream || text == "HIER_NONE" || text.ends_with("<NOSRV>");
        break;
    case Field::ServerName: // of those that records name only HAProxy's missing one says something
        m_noUpstream = m_noUpstream || text.ends_with("<NOSRV>");
        break;
    default:
        break;
    }
}

void ProxyAnswer::takeAbsent(Field field) {
    if (field == Field::UpstreamStatus || field == Field::BackendServer || field == Field::UpstreamAddress)
        m_noUpstream = true;
    else if (field == Field::UpstreamConnectTime || field == Field::UpstreamHeadTime ||
             field == Field::UpstreamDuration)
        m_noHead = true;
    else if (field == Field::ResponseRequestId)
        m_noRequestId = true;
}

/// The server's status, or a list of tries ("502, 503 : 200"); 0 and the like mean that none answered.
void ProxyAnswer::takeUpstreamStatus(std::string_view text) {
    const auto last = text.substr(text.find_last_of(",: ") + 1);
    m_noUpstream = last.empty() || last == "-" || last == "0" || last == "null";
}

/// Envoy's documentation lists the flags, short and long; those of the client are DC, DPE and DR. Where the
/// retries are used up (URX) the last answer is passed on, unless another flag says that there was none; a
/// delay (DI) and a cache (RFCF) make none either. All others are Envoy's own.
void ProxyAnswer::takeResponseFlags(std::string_view flags) {
    while (!flags.empty()) {
        const std::size_t end = std::min(flags.find(','), flags.size());
        const auto flag = flags.substr(0, end);
        if (flag == "DC" || flag == "DPE" || flag == "DR" || flag.starts_with("Downstream"))
            m_clientLeft = true;
        else if (!flag.empty() && flag != "-" && !passesAnswerOn(flag))
            m_byProxy = true;
        flags.remove_prefix(std::min(end + 1, flags.size()));
    }
}

/// Envoy's details name the filter or the event that made an answer which is not the server's.
void ProxyAnswer::takeResponseDetails(std::string_view details) {
    if (details.starts_with("downstream_remote_disconnect"))
        m_clientLeft = true;
    else if (details == "via_upstream")
        m_upstreamAnswered = true;
    else if (!details.empty())
        m_byProxy = true;
}

/// Google's "statusDetails HTTP failure messages": what a backend sent, also from the cache or in part, is
/// its answer; all others are the balancer's own.
void ProxyAnswer::takeBalancerDetails(std::string_view details) {
    const auto tells = [details](std::string_view words) { return details.find(words) != details.npos; };
    if (details.starts_with("client_"))
        m_clientLeft = true;
    else if (tells("sent_by_backend") || tells("from_cache") || tells("byte_range_caching") ||
             tells("via_upstream") || tells("after_partial_response") || tells("backend_early_response"))
        m_upstreamAnswered = true;
    else if (details.find('_') != details.npos && details.find(' ') == details.npos)
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

int ProxyAnswer::statusOfText(std::string_view text) {
    constexpr std::pair<std::string_view, int> texts[] = {
        // Envoy
        {"no healthy upstream", 503},
        {"upstream connect error or disconnect/reset before headers", 503},
        {"upstream request timeout", 504},
        // Kong
        {"name resolution failed", 503},
        {"failure to get a peer from the ring-balancer", 503},
        {"An invalid response was received from the upstream server", 502},
        {"The upstream server is timing out", 504},
    };
    const auto found =
        std::ranges::find_if(texts, [text](const auto& known) { return text.starts_with(known.first); });
    return found == std::end(texts) ? 0 : found->second;
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
    // The body of an answer is not fetched either where the proxy puts a page of its own in its place.
    const bool noAnswer = (m_noBody && !m_head) || m_noneChosen;
    const bool nothingCame = m_noHead || (noAnswer && (status == 502 || status == 504));
    const bool byProxy = (m_byProxy && !m_upstreamAnswered) || m_noUpstream || nothingCame ||
                         isProxysOwn(status) || (m_noRequestId && gatewayStatus);
    return failed && !clientClosed && byProxy ? AnsweredBy::LocalProxy : AnsweredBy::Unstated;
}

} // namespace derouter
