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

} // namespace

ApiRequests::ApiRequests(std::vector<std::string> hosts, std::vector<std::string> paths)
    : m_hosts(std::move(hosts))
    , m_paths(std::move(paths)) {}

bool ApiRequests::matches(const LogRecord& record) const {
    if (!record.host.empty()) {
        const auto host = withoutPort(record.host);
        if (isOtherProvider(host) && !isOneOf(host, m_hosts))
            return false;
    }
    std::string_view path = record.path;
    const std::size_t scheme = path.find("://");
    if (scheme != path.npos && path.starts_with("http")) {
        const auto authority = path.substr(scheme + 3, path.find('/', scheme + 3) - scheme - 3);
        if (!matchesUrlHost(withoutPort(authority.substr(authority.rfind('@') + 1))))
            return false;
        path.remove_prefix(std::min(scheme + 3 + authority.size(), path.size()));
    }
    if (path.empty())
        return !record.requestId.empty() || !record.errorType.empty() || !record.model.empty() ||
               record.outcome != Outcome::Unstated;
    return matchesPath(path.substr(0, path.find('?')));
}

bool ApiRequests::matchesPath(std::string_view path) const {
    const auto contains = [path](std::string_view part) { return containsPath(path, part); };
    return std::ranges::any_of(apiPaths, contains) || std::ranges::any_of(m_paths, contains);
}

bool ApiRequests::matchesUrlHost(std::string_view host) const {
    return isOneOf(host, derouterHosts) || isOneOf(host, m_hosts) || isPrivate(host);
}

} // namespace derouter
