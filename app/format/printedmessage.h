// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

class RecordBuilder;

/// Records in which HTTP clients of the JVM print a request, or an answer, as a whole, its parts below one
/// another: Ktor's plugin Logging (`RESPONSE: 529 `, `FROM: https://…`, `-> request-id: req_…`, `BODY START`)
/// and LangChain4j (`HTTP response:`, `- status code: 529`, `- body: {…}`); and the spans that .NET's
/// OpenTelemetry writes to the console (`Activity.TraceId:`, `    http.response.status_code: 529`).

/// Whether a line goes on with such a record.
bool goesOnPrintedMessage(std::string_view record, std::string_view line);

/// Reads a whole record; false where it is none of these.
bool minePrintedMessage(std::string_view record, RecordBuilder& builder);

} // namespace derouter
