// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/apirequests.h"

#include <algorithm>
#include <array>
#include <utility>

namespace derouter {

namespace {

constexpr std::array<std::string_view, 6> derouterHosts{"api.derouter.ai",      "api-direct.derouter.ai",
                                                        "api.derouter.network", "api-direct.derouter.network",
                                                        "api.apikey.cloud",     "api-direct.apikey.cloud"};

constexpr std::array<std::string_view, 3> apiPaths{"/v1/messages", "/v1/chat/completions", "/v1/responses"};

/// DeRouter's own path of Anthropic's format, on whatever host it is reached.
constexpr std::string_view ownPath = "/proxy/v1/messages";

/// Providers one reaches without DeRouter.
constexpr std::array<std::string_view, 10> otherProviders{
    "api.anthropic.com", "api.openai.com", "openai.azure.com", "amazonaws.com",    "googleapis.com",
    "openrouter.ai",     "api.mistral.ai", "api.deepseek.com", "api.together.xyz", "api.groq.com"};

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        return lower(x) == lower(y);
    });
}

std::string_view withoutPort(std::string_view host) {
    if (host.starts_with('['))
        return host.substr(0, host.find(']') + 1);
    return host.substr(0, host.find(':'));
}

bool isOneOf(std::string_view host, auto&& hosts) {
    return std::ranges::any_of(hosts,
                               [host](std::string_view known) { return equalsIgnoringCase(host, known); });
}

bool isOtherProvider(std::string_view host) {
    if (host.ends_with(".elb.amazonaws.com")) // a load balancer of the user's own
        return false;
    return std::ranges::any_of(otherProviders, [host](std::string_view known) {
        return host.size() >= known.size() &&
               equalsIgnoringCase(host.substr(host.size() - known.size()), known);
    });
}

/// Addresses and names that only exist inside the user's own network.
bool isPrivate(std::string_view host) {
    constexpr std::array<std::string_view, 7> suffixes{".local", ".internal",  ".lan", ".localhost",
                                                       ".test",  ".home.arpa", ".svc"};
    const bool address = host.find_first_not_of("0123456789.") == host.npos || host.starts_with('[');
    return address || host.find('.') == host.npos ||
           std::ranges::any_of(suffixes, [host](std::string_view suffix) { return host.ends_with(suffix); });
}

/// `part` stands in `path` and ends at a boundary: the next byte begins a query or a deeper path.
bool containsPath(std::string_view path, std::string_view part) {
    const std::size_t at = path.find(part);
    if (at == path.npos)
        return false;
    const std::size_t end = at + part.size();
    return end == path.size() || path[end] == '/' || path[end] == '?' || path[end] == '#';
}

/// What is asked of an API's host beside its models: which there are, whether it is well, what the account
/// has; and what browsers ask of every host.
bool isAside(std::string_view path) {
    constexpr std::array<std::string_view, 17> names{
        "",        "models", "balance", "dashboard", "health", "healthz",     "healthcheck",
        "livez",   "readyz", "metrics", "ping",      "status", "favicon.ico", "robots.txt",
        "version", "live",   "ready"};
    if (containsPath(path, "/models") || containsPath(path, "/dashboard"))
        return true;
    while (path.ends_with('/'))
        path.remove_suffix(1);
    return std::ranges::find(names, path.substr(path.rfind('/') + 1)) != names.end();
}

/// What AI APIs have beside the paths of completions.
bool isProvidersResource(std::string_view path) {
    constexpr std::array<std::string_view, 12> names{
        "/v1/embeddings",  "/v1/completions", "/v1/complete",    "/v1/files",
        "/v1/images",      "/v1/audio",       "/v1/moderations", "/v1/batches",
        "/v1/fine_tuning", "/v1/assistants",  "/v1/threads",     "/v1/vector_stores"};
    return std::ranges::any_of(names, [path](std::string_view name) { return containsPath(path, name); });
}

/// The parts of a logged target: a URL, a path, or "host:port" of CONNECT.
struct Target {
    std::string_view host; ///< without user and port; empty when the target is a path
    std::string_view path; ///< without query

    explicit Target(std::string_view text) {
        const std::size_t scheme = text.starts_with("http") ? text.find("://") : text.npos;
        if (scheme != text.npos) {
            text.remove_prefix(scheme + 3);
            const auto authority = text.substr(0, text.find_first_of("/?#"));
            host = withoutPort(authority.substr(authority.rfind('@') + 1));
            text.remove_prefix(authority.size());
        }
        path = text.substr(0, text.find('?'));
    }
};

} // namespace

ApiRequests::ApiRequests(std::vector<std::string> hosts, std::vector<std::string> paths)
    : m_hosts(std::move(hosts))
    , m_paths(std::move(paths)) {}

bool ApiRequests::matches(const LogRecord& record) const {
    if (record.method == "OPTIONS") // a browser's question whether it may call
        return false;
    // What goes through a tunnel is not seen; one that is not opened is the end of the request.
    if (record.method == "CONNECT")
        return (record.status >= 400 || record.outcome != Outcome::Unstated) &&
               isApiHost(withoutPort(record.path));
    const Target target(record.path);
    const auto host = target.host.empty() ? withoutPort(record.host) : target.host;
    // Of a connection that failed the host alone may be known.
    if (!target.host.empty() && target.path.empty() && record.outcome == Outcome::NoResponse)
        return isApiHost(host);
    if (!host.empty() && isApiHost(host))
        return !isAside(record.path.empty() ? "unknown" : target.path) || isUsersPath(target.path);
    if (!target.host.empty() && containsPath(target.path, ownPath) && !isOtherProvider(host))
        return true;
    const bool own = target.host.empty() || (record.served && record.reporter != Reporter::HttpClient);
    const bool mayBeOurs = own || isPrivate(host) || !record.requestId.empty(); // a name that is not known
    if (!host.empty() && (isOtherProvider(host) || !mayBeOurs))
        return false;
    if (record.path.empty())
        return record.reporter == Reporter::SdkLog || !record.requestId.empty() ||
               !record.errorType.empty() || !record.model.empty() || record.outcome != Outcome::Unstated;
    return matchesPath(target.path);
}

bool ApiRequests::mayBeServed(const LogRecord& record) const {
    const Target target(record.path);
    const auto host = target.host.empty() ? withoutPort(record.host) : target.host;
    if (record.method == "CONNECT" || isApiHost(host) || isOtherProvider(host))
        return false;
    if (!target.host.empty() && record.callError == CallError::Typed)
        return false; // other APIs' errors may have the type, and these be their addresses
    const bool aside = isAside(target.path) && target.path != "/" && !target.path.empty();
    return !aside && !matchesPath(target.path) && !isProvidersResource(target.path);
}

bool ApiRequests::isApiHost(std::string_view host) const {
    return isOneOf(host, derouterHosts) || isOneOf(host, m_hosts);
}

bool ApiRequests::isUsersPath(std::string_view path) const {
    return std::ranges::any_of(m_paths, [path](std::string_view part) { return containsPath(path, part); });
}

bool ApiRequests::matchesPath(std::string_view path) const {
    const auto contains = [path](std::string_view part) { return containsPath(path, part); };
    return std::ranges::any_of(apiPaths, contains) || isUsersPath(path) ||
           (contains("/openai/v1") && !isAside(path));
}

bool ApiRequests::isDeRouterHost(const LogRecord& record) {
    const Target target(record.path);
    return isOneOf(target.host.empty() ? withoutPort(record.host) : target.host, derouterHosts);
}

std::span<const std::string_view> ApiRequests::deRouterHosts() {
    return derouterHosts;
}

} // namespace derouter
