// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/apirequests.h"
#include "core/errorevent.h"
#include "core/logrecord.h"

#include <optional>
#include <utility>

namespace derouter {

/// What a record is in the counts of a log.
enum class RecordKind : std::uint8_t {
    NoRequest, ///< speaks of no request
    Other,     ///< a request that is not DeRouter's
    Success,
    Failure,
};

/// Tells requests from other records, DeRouter's from others and failures from successes, and reads failures
/// by the guide.
///
/// A record without a status is a request when it carries a DeRouter request-id or states an error of an AI
/// API. Where a record's own request is not DeRouter's, a failed call that the program made while it served
/// that one counts. With an id and words of a failure that says no more it is none: whether it went well is
/// not known. Immutable; any thread.
class Classifier {
public:
    explicit Classifier(ApiRequests requests = {})
        : m_requests(std::move(requests)) {}

    RecordKind classify(const LogRecord& record) const;

    /// The failure a record of kind Failure reports, without place, time and raw text.
    Sighting sighting(const LogRecord& record) const;
    /// The same, of a sighting that says nothing yet.
    void describe(const LogRecord& record, Sighting& sighting) const;

private:
    std::optional<LogRecord> failedCall(const LogRecord& record) const;

    ApiRequests m_requests;
};

} // namespace derouter
