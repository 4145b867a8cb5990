// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which failures of EventStore are tries of one call.
#include "monitor/eventstore.h"

#include <algorithm>
#include <utility>

namespace derouter {

std::uint32_t EventStore::call(Row row) const {
    const EventLinks* const links = pageOf(row).links(inPage(row));
    return links ? links->call : 0;
}

EventStore::Call* EventStore::callOf(Row row) {
    const std::uint32_t number = call(row);
    return number == 0 ? nullptr : &m_calls[number - m_firstCall];
}

const EventStore::Call* EventStore::callOf(Row row) const {
    const std::uint32_t number = call(row);
    return number == 0 ? nullptr : &m_calls[number - m_firstCall];
}

bool EventStore::isBefore(Row one, Row other) const {
    return std::pair(attempt(one), one) < std::pair(attempt(other), other);
}

void EventStore::setCall(Row row, std::uint32_t call, std::uint16_t attempt) {
    if (Call* const left = callOf(row)) {
        leaveCall(row);
        --left->all;
    }
    pageOf(row).row(inPage(row)).attempt = attempt;
    if (m_calls.empty())
        m_firstCall = call;
    const bool isForgotten = call < m_firstCall;
    if (call == 0 || isForgotten) {
        if (EventLinks* const links = pageOf(row).links(inPage(row)))
            links->call = 0;
        return;
    }
    pageOf(row).makeLinks(inPage(row)).call = call;
    joinCall(row);
}

void EventStore::joinCall(Row row) {
    const std::size_t place = this->call(row) - m_firstCall;
    if (place >= m_calls.size())
        m_calls.resize(place + 1);
    Call& call = m_calls[place];
    EventLinks& links = linksOf(row);
    if (call.kept == 0) {
        call.last = row;
        links.nextAttempt = static_cast<std::uint32_t>(row);
        ++m_liveCalls;
    } else {
        Row before = call.last;
        if (isBefore(row, call.last))
            while (isBefore(linksOf(before).nextAttempt, row))
                before = linksOf(before).nextAttempt;
        else
            call.last = row;
        links.nextAttempt = std::exchange(linksOf(before).nextAttempt, static_cast<std::uint32_t>(row));
    }
    ++call.kept;
    ++call.all;
    ++m_rowsInCalls;
}

/// It still counts as one of those there were.
void EventStore::leaveCall(Row row) {
    Call& call = *callOf(row);
    Row before = call.last;
    while (linksOf(before).nextAttempt != row)
        before = linksOf(before).nextAttempt;
    linksOf(before).nextAttempt = linksOf(row).nextAttempt;
    if (call.last == row)
        call.last = before;
    --m_rowsInCalls;
    if (--call.kept == 0)
        --m_liveCalls;
}

void EventStore::forgetFirstCalls() {
    while (!m_calls.empty() && m_calls.front().kept == 0) {
        m_calls.pop_front();
        ++m_firstCall;
    }
}

std::vector<EventStore::Row> EventStore::attempts(Row row) const {
    std::vector<Row> all;
    const Call* const call = callOf(row);
    Row at = call ? call->last : row;
    for (std::uint32_t left = call ? call->kept : 0; left > 0; --left) {
        at = linksOf(at).nextAttempt;
        all.push_back(at);
    }
    return all;
}

EventStore::Row EventStore::lastAttempt(Row row) const {
    const Call* const call = callOf(row);
    return call ? call->last : row;
}

std::size_t EventStore::failedAttempts(Row row) const {
    const Call* const call = callOf(row);
    return call ? call->all : 1;
}

std::size_t EventStore::attemptCount(Row row) const {
    const Call* const call = callOf(row);
    return call ? std::max<std::size_t>(call->all, attempt(call->last)) : 1;
}

} // namespace derouter
