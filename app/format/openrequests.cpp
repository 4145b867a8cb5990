// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/openrequests.h"

#include "format/httperrors.h"

#include <algorithm>
#include <functional>
#include <span>

namespace derouter {

/// A line that names a request and nothing of its end.
bool OpenRequests::begins(const LogRecord& record) {
    return record.status == 0 && record.outcome == Outcome::Unstated && record.requestId.empty() &&
           !record.path.empty() && !record.method.empty() && record.durationMicros < 0;
}

/// The failure of a request whose end is yet to be told.
bool OpenRequests::tellsOnTheWay(const LogRecord& record) {
    return record.status >= 400 && record.durationMicros < 0 && !record.method.empty() &&
           isApiAddress(record.path);
}

OpenRequests::Request* OpenRequests::find(std::string_view id, std::string_view process) {
    if (m_requests.empty())
        return nullptr;
    const std::size_t set = std::hash<std::string_view>()(id) % sets;
    const auto places = std::span(m_requests).subspan(set * ways, ways);
    const auto found = std::ranges::find_if(
        places, [&](const Request& request) { return request.id == id && request.process == process; });
    return found == places.end() ? nullptr : &*found;
}

void OpenRequests::open(std::string_view id, std::string_view process, const LogRecord& record) {
    m_requests.resize(sets * ways);
    Request* request = find(id, process);
    if (!request) {
        const std::size_t set = std::hash<std::string_view>()(id) % sets;
        request =
            &*std::ranges::min_element(std::span(m_requests).subspan(set * ways, ways), {}, &Request::age);
    }
    request->id = id;
    request->process = process;
    request->method = record.method;
    request->path = record.path;
    request->host = record.host;
    request->errorType.clear();
    request->requestId.clear();
    request->failure = 0;
    request->age = ++m_clock;
}

void OpenRequests::complete(std::string_view id, std::string_view process, LogRecord& record) {
    if (begins(record)) {
        open(id, process, record);
        return;
    }
    Request* const request = find(id, process);
    if (record.status == 0 && record.outcome == Outcome::Unstated)
        return;
    if (!request) {
        if (tellsOnTheWay(record)) {
            open(id, process, record);
            tellOnce(*find(id, process), record);
        }
        return;
    }
    const bool error = record.outcome != Outcome::Unstated;
    // What a program's own routes are called says nothing of the request it made.
    const bool api = isApiAddress(request->path);
    if (record.path.empty() && (!error || api)) {
        record.method = request->method;
        record.path = request->path;
        record.host = request->host;
    }
    if (!error && record.durationMicros >= 0) {
        record.reporter = Reporter::Request;
        record.message = {}; // "request completed"
    }
    if (api && (error || record.status >= 400))
        tellOnce(*request, record);
}

/// The end of a request repeats the error that was told before: its own facts say more.
void OpenRequests::tellOnce(Request& request, LogRecord& record) {
    if (request.failure == 0) {
        request.failure = record.status;
        request.errorType = record.errorType;
        request.requestId = record.requestId;
        return;
    }
    if (record.status >= 400 && record.status != request.failure) {
        record.reportedStatus = record.status;
        record.status = request.failure;
    }
    if (record.errorType.empty())
        record.errorType = request.errorType;
    if (record.requestId.empty())
        record.requestId = request.requestId;
}

} // namespace derouter
