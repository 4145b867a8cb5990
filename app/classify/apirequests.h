// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrecord.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

/// Decides which requests of a log are DeRouter's, by host and path.
///
/// Built in are DeRouter's hosts and the paths of both body formats, with any prefix a proxy puts before
/// them. On an API's host everything counts but lists of models, health checks and the account's own pages.
/// A host header or server name is the user's own proxy unless it is another AI provider's. A tunnel
/// (CONNECT) to an API's host counts when it was refused: what goes through it is not seen. Immutable; any
/// thread.
class ApiRequests {
public:
    ApiRequests() = default;
    ApiRequests(std::vector<std::string> hosts, std::vector<std::string> paths);

    bool matches(const LogRecord& record) const;

    /// Whether the record's request can be one that the program served, so that an error in the record is of
    /// a call it made meanwhile: to no API's host and for nothing that an AI's API has.
    bool mayBeServed(const LogRecord& record) const;

    /// Whether the request went to a host of DeRouter's itself, as far as the record tells.
    static bool isDeRouterHost(const LogRecord& record);

    /// DeRouter's own, in lower case.
    static std::span<const std::string_view> deRouterHosts();

private:
    bool matchesPath(std::string_view path) const;
    bool isUsersPath(std::string_view path) const;
    bool isApiHost(std::string_view host) const;

    std::vector<std::string> m_hosts;
    std::vector<std::string> m_paths;
};

} // namespace derouter
