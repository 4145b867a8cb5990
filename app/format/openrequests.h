// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrecord.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

/// The requests that a server has logged when they came in and whose end it logs in another line, joined by
/// the server's own number: Fastify's `reqId`, and the same of other loggers that split them.
///
/// Keeps the last few thousand; forgets the oldest of those that share a place. Allocates nothing once its
/// texts have their size.
class OpenRequests {
public:
    /// Completes a record of the request `id` of `process` by what other lines told of that request. `id` is
    /// not empty. Texts of the record are good until the next call.
    void complete(std::string_view id, std::string_view process, LogRecord& record);

private:
    struct Request {
        std::string id; ///< empty: none stands here
        std::string process;
        std::string method;
        std::string path;
        std::string host;
        std::string errorType;
        std::string requestId;
        int failure = 0; ///< the status of an error that was told
        std::uint64_t age = 0;
    };

    static constexpr std::size_t sets = 1024;
    static constexpr std::size_t ways = 4;

    static bool begins(const LogRecord& record);
    static bool tellsOnTheWay(const LogRecord& record);
    static void tellOnce(Request& request, LogRecord& record);
    Request* find(std::string_view id, std::string_view process);
    void open(std::string_view id, std::string_view process, const LogRecord& record);

    std::vector<Request> m_requests; ///< `ways` neighbours for each set; empty before the first
    std::uint64_t m_clock = 0;
};

} // namespace derouter
