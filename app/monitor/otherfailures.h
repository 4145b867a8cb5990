// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/classifier.h"
#include "format/recordreader.h"

#include <cstdint>
#include <deque>
#include <optional>

namespace derouter {

/// Failed requests to other services, which a log names by their address: what the program says of such a
/// failure below, without the address, tells of no request of DeRouter's.
///
/// Keeps the latest few of a log.
class OtherFailures {
public:
    /// Whether a failure is one of those that were told: it has the same request-id, or is the very next that
    /// is told of any request, right behind and with the same status. `order`: of the record among those of
    /// requests.
    bool isToldAgain(const LogRecord& record, const Origin& origin, std::optional<Microseconds> time,
                     std::uint64_t order);
    /// Takes note of a request to another service.
    void note(const LogRecord& record, const Origin& origin, std::optional<Microseconds> time,
              std::uint64_t order);

private:
    struct Last {
        int status = 0; ///< 0: none, or it was told again
        std::optional<Microseconds> time;
        std::uint64_t order = 0;
        std::uint64_t endLine = 0;
    };

    std::deque<std::uint64_t> m_ids; ///< hashes of request-ids
    Last m_last;
};

} // namespace derouter
