// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// A request and how it ended, as middlewares of web servers print it without quotation marks: `POST
/// /v1/messages 529 412ms`, `--> POST /v1/messages 529 412ms 142b` of Hono and Koa, ` POST /v1/messages 529
/// in 412ms` of Next.js, `192.0.2.7 | POST | /v1/messages | 529` in columns.
struct PrintedRequest {
    std::string_view before; ///< the method: a stamp, a level, an arrow
    std::string_view method;
    std::string_view target;
    int status = 0;
    std::string_view duration; ///< with its unit; empty where there is none
    std::string_view behind;   ///< the status
};

/// Such a request in a line, or Newman's with the outcome in a box. Behind the status stand at most how long
/// it took, how large the answer was, and `key=value` pairs or ids, or an error's body; before the method
/// nothing that makes a sentence or a list of it. The status may stand right before the method, too, behind a
/// stamp, or be the only one of the columns.
std::optional<PrintedRequest> printedRequest(std::string_view line);

/// Whether a line names a method, a path of an API and a number that may be a failing status, wherever and
/// between whatever delimiters they stand.
bool mayPrintFailure(std::string_view line);

/// Whether the line tells that a request came in, `<-- POST /v1/messages`, of which another will tell the
/// end.
bool isIncomingRequest(std::string_view line);

/// Reads a line that is such a request as a whole. False, with nothing in the builder, when it is none, or
/// when an object stands behind it: then readRequestBeforeObject() gives the builder what the request tells.
bool readPrintedRequest(std::string_view line, RecordBuilder& builder);
void readRequestBeforeObject(std::string_view line, RecordBuilder& builder);

} // namespace derouter
