// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ticketfailure.h"

#include "classify/apirequests.h"
#include "monitor/marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace derouter {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Ticket)
};

bool isHostByte(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' || c == '.';
}

/// A host of DeRouter's that the text names; a longer name that holds one is another's.
std::string hostIn(std::string_view text) {
    for (const std::string_view host : ApiRequests::deRouterHosts())
        for (auto place = text.find(host); place != text.npos; place = text.find(host, place + 1)) {
            const auto behind = place + host.size();
            const bool begins = place == 0 || !isHostByte(text[place - 1]);
            if (begins && (behind == text.size() || !isHostByte(text[behind])))
                return std::string(host);
        }
    return {};
}

TicketFailure failureOf(const EventStore& events, EventStore::Row row) {
    const ErrorEvent event = events.event(row);
    const bool isUrl = event.path.find("://") != event.path.npos;
    return {.time = event.time,
            .timeQuality = event.timeQuality,
            .code = event.code,
            .answeredBy = event.answeredBy,
            .reportedStatus = event.reportedStatus,
            .streamed = event.streamed,
            .durationMicros = event.durationMicros,
            .attempt = event.attempt,
            .attempts = events.attemptCount(row),
            .others = {},
            .type = std::string(event.type),
            .errorCode = std::string(event.errorCode),
            .message = std::string(event.message),
            .requestId = std::string(event.requestId),
            .model = std::string(event.model),
            .method = std::string(event.method),
            .path = std::string(event.path),
            .note = {},
            .host = isUrl ? std::string() : hostIn(events.record(row).bytes)};
}

void removeRepeated(std::vector<EventStore::Row>& rows) {
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
}

std::vector<OtherAttempt> otherAttempts(const EventStore& events, EventStore::Row row,
                                        const std::vector<EventStore::Row>& sorted) {
    std::vector<OtherAttempt> others;
    for (const EventStore::Row attempt : events.attempts(row)) {
        if (std::ranges::binary_search(sorted, attempt))
            continue;
        const ErrorEvent event = events.event(attempt);
        others.push_back({event.attempt, event.time, event.code, std::string(event.requestId)});
    }
    return others;
}

} // namespace

std::vector<TicketFailure> ticketFailures(const EventStore& events, std::vector<EventStore::Row> rows,
                                          bool wholeCalls, const Marks* marks) {
    removeRepeated(rows);
    if (wholeCalls) {
        for (const EventStore::Row row : std::vector(rows))
            for (const EventStore::Row attempt : events.attempts(row))
                rows.push_back(attempt);
        removeRepeated(rows);
    }
    std::vector<TicketFailure> failures;
    for (const EventStore::Row row : rows) {
        failures.push_back(failureOf(events, row));
        if (marks)
            failures.back().note = marks->note(row).toStdString();
        failures.back().others = otherAttempts(events, row, rows);
    }
    std::ranges::stable_sort(failures, {}, [](const TicketFailure& failure) {
        return std::tuple(!failure.time, failure.time.value_or(0));
    });
    return failures;
}

bool haveOtherAttempts(const EventStore& events, std::vector<EventStore::Row> rows) {
    removeRepeated(rows);
    return std::ranges::any_of(rows, [&](EventStore::Row row) {
        return std::ranges::any_of(events.attempts(row), [&](EventStore::Row attempt) {
            return !std::ranges::binary_search(rows, attempt);
        });
    });
}

QStringList missingIdAdvice(const std::vector<TicketFailure>& failures) {
    int unanswered = 0;
    int notDeRouters = 0;
    int notLogged = 0;
    for (const TicketFailure& failure : failures) {
        if (!failure.requestId.empty())
            continue;
        ++(failure.code.isNoResponse()                  ? unanswered
           : failure.answeredBy != AnsweredBy::Unstated ? notDeRouters
                                                        : notLogged);
    }
    QStringList advice;
    if (notLogged > 0)
        advice << Text::tr("%n failure(s) without a request-id: support can hardly trace them.", nullptr,
                           notLogged)
               << Text::tr("For the next time, log the response header “request-id”: in nginx "
                           "$upstream_http_request_id; in Python error.response.headers[\"request-id\"]; in "
                           "Node.js that of error.headers. The request_id of OpenAI's SDKs stays empty: they "
                           "read x-request-id.");
    if (notDeRouters > 0)
        advice << Text::tr("%n failure(s) were not answered by DeRouter but on the way to it: there is no "
                           "request-id, and DeRouter may know nothing of them.",
                           nullptr, notDeRouters);
    if (unanswered > 0)
        advice << Text::tr("%n failure(s) got no answer at all, so there is no request-id: give the time as "
                           "exactly as you can.",
                           nullptr, unanswered);
    return advice;
}

} // namespace derouter
