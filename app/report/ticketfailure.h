// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/eventstore.h"

#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace derouter {

class Marks;

/// Another failed attempt of a ticket's call.
struct OtherAttempt {
    std::uint16_t attempt = 0; ///< counted from 1; 0: not known
    std::optional<Microseconds> time;
    FailureCode code;
    std::string requestId;
};

/// A failure as it was when a ticket was asked for. The texts are the log's, nothing is redacted yet.
struct TicketFailure {
    std::optional<Microseconds> time;
    TimeQuality timeQuality = TimeQuality::None;
    FailureCode code;
    AnsweredBy answeredBy = AnsweredBy::Unstated;
    int reportedStatus = 0; ///< what a program in between made of the code; 0: nothing
    std::optional<bool> streamed;
    std::int64_t durationMicros = -1; ///< -1: not known
    std::uint16_t attempt = 0;        ///< of its call, counted from 1; 0: not known
    std::size_t attempts = 1;         ///< of its call, as far as the logs tell
    std::vector<OtherAttempt> others; ///< failed ones of its call that are not in the ticket themselves
    std::string type;
    std::string errorCode;
    std::string message;
    std::string requestId;
    std::string model;
    std::string method;
    std::string path;      ///< or the absolute URL, as logged
    std::string note = {}; ///< the user's own, not the log's; empty: none
    std::string host;      ///< of DeRouter's, where the record names one and `path` does not
};

/// The failures of these rows, by time, the undated ones last; with `wholeCalls` all failed attempts of their
/// calls. A row that is named twice is told of once. Notes come from `marks`.
std::vector<TicketFailure> ticketFailures(const EventStore& events, std::vector<EventStore::Row> rows,
                                          bool wholeCalls, const Marks* marks = nullptr);

/// Whether the calls of these rows have failed attempts that are not among them.
bool haveOtherAttempts(const EventStore& events, std::vector<EventStore::Row> rows);

/// What to tell the user about failures without a request-id: how many they are, why there is none, and what
/// to log to have it the next time; a sentence or two each. Empty when every failure has one.
QStringList missingIdAdvice(const std::vector<TicketFailure>& failures);

} // namespace derouter
