// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "core/ledger.h"
#include "core/rejection.h"
#include "format/proxynote.h"

#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace derouter {

/// What a pipeline found since its last batch: failures in full, everything else counted.
///
/// A value: it crosses from the ingest thread to the Monitor's.
struct Batch {
    /// Successful requests of one second.
    struct SecondCount {
        std::int64_t second = 0; ///< since the epoch
        std::uint32_t count = 0;
    };

    /// A successful request that named its request-id; another record may still report its failure.
    struct IdentifiedSuccess {
        std::uint64_t id = 0; ///< hash of the request-id
        std::optional<Microseconds> time;
    };

    /// What a proxy's error log says of one request, which the access log of the same proxy shows, perhaps
    /// in another source.
    struct ProxyRemark {
        ProxyNote::Kind kind = ProxyNote::Kind::NoAnswer;
        std::string client;
        std::string path; ///< empty where the log does not name it
        Microseconds time = 0;
        bool zoned = false;           ///< the time names its zone
        std::size_t afterFailure = 0; ///< how many failures of the batch stood before it
    };

    /// A success by an HTTP client's log, which says nothing of what the answer held: a stream may have ended
    /// in an error, which the program tells by itself.
    struct Answer {
        Microseconds time = 0;
        std::size_t afterFailure = 0; ///< how many failures of the batch stood before it
    };

    struct RejectedLine {
        int file = 0; ///< Sighted::file
        std::uint64_t number = 0;
        Rejection why = Rejection::NothingKnown;
        std::string text; ///< the first `mostBytes`

        static constexpr std::size_t mostBytes = 500;
    };

    /// The file with which the log began that all of this is of: a source may hold several, one after
    /// another.
    int log = 0;

    std::vector<Sighting> failures;
    std::vector<ProxyRemark> proxyRemarks;
    std::vector<Answer> answers; ///< counted among the successes, too
    std::vector<IdentifiedSuccess> identified;
    std::vector<SecondCount> successes; ///< without a request-id, in the order of the log
    std::uint64_t undatedSuccesses = 0;
    std::uint64_t otherRequests = 0;
    std::map<int, std::uint64_t> otherErrorsByStatus;
    std::optional<Microseconds> firstTime; ///< of the requests in this batch
    std::optional<Microseconds> lastTime;

    /// The first time in the log: that of every undated record before it.
    std::optional<Microseconds> leadingTime;

    // The source as it stands at the end of the batch.
    QString format;
    std::uint64_t lines = 0;
    std::uint64_t linesNotUnderstood = 0;
    std::uint64_t linesCut = 0;
    Ledger ledger;
    std::vector<RejectedLine> rejected; ///< new ones
    std::vector<std::string>
        firstLines; ///< of the source's first 50, new ones; the first 2,000 bytes of each

    bool isEmpty() const {
        return failures.empty() && proxyRemarks.empty() && identified.empty() && successes.empty() &&
               undatedSuccesses == 0 && otherRequests == 0 && rejected.empty();
    }
};

/// The hash that stands for a request-id in `Batch::IdentifiedSuccess`.
std::uint64_t hashOfRequestId(std::string_view id);

} // namespace derouter
