// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/eventstore.h"

#include "guide/errorguide.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

/// What the store keeps of raw records altogether; later ones are read again from their file where that is
/// possible.
constexpr std::size_t maxRawTotal = 128 * 1024 * 1024;

std::uint8_t causeIndex(std::string_view id) {
    const auto all = guide::causes();
    const auto it = std::ranges::find(all, id, &guide::Cause::id);
    return static_cast<std::uint8_t>(it - all.begin());
}

} // namespace

ErrorEvent EventStore::event(Row row) const {
    const Compact& kept = m_rows[row];
    const auto more = m_more.find(row);
    return ErrorEvent{
        .time = time(row),
        .timeQuality = kept.timeQuality,
        .code = kept.code,
        .move = kept.move,
        .answeredBy = kept.answeredBy,
        .reportedStatus = kept.reportedStatus,
        .evidence = kept.evidence,
        .streamed = kept.streamed,
        .retryAfter = kept.retryAfter,
        .durationMicros = kept.durationMicros,
        .cause = kept.cause < guide::causes().size() ? guide::causes()[kept.cause].id : std::string_view(),
        .type = text(kept.type),
        .errorCode = text(kept.errorCode),
        .message = text(kept.message),
        .requestId = kept.requestId,
        .model = text(kept.model),
        .method = text(kept.method),
        .path = text(kept.path),
        .source = kept.where.source,
        .file = kept.where.file,
        .line = kept.where.line,
        .sightings = 1 + static_cast<std::uint32_t>(more == m_more.end() ? 0 : more->second.size()),
        .call = kept.call,
        .attempt = kept.attempt,
    };
}

std::vector<Sighted> EventStore::sightings(Row row) const {
    std::vector<Sighted> all{m_rows[row].where};
    if (const auto more = m_more.find(row); more != m_more.end())
        all.insert(all.end(), more->second.begin(), more->second.end());
    return all;
}

std::string_view EventStore::raw(Row row) const {
    const auto kept = m_raw.find(row);
    return kept == m_raw.end() ? std::string_view() : std::string_view(kept->second);
}

std::optional<Microseconds> EventStore::time(Row row) const {
    const Compact& kept = m_rows[row];
    return kept.timeQuality == TimeQuality::None ? std::nullopt : std::optional(kept.time);
}

const guide::Cause& EventStore::cause(Row row) const {
    return guide::causes()[m_rows[row].cause];
}

EventStore::Row EventStore::append(const Sighting& sighting) {
    const Row row = m_rows.size();
    Compact& kept = m_rows.emplace_back();
    kept.code = sighting.code;
    kept.where = sighting.where;
    kept.answeredBy = sighting.answeredBy;
    kept.requestId = sighting.requestId;
    fillGaps(kept, sighting);
    if (!kept.requestId.empty())
        m_byRequestId.emplace(kept.requestId, row);
    keepRaw(row, sighting.raw);
    return row;
}

void EventStore::merge(Row row, const Sighting& sighting) {
    m_more[row].push_back(sighting.where);
    if (Compact& kept = m_rows[row]; kept.requestId.empty() && !sighting.requestId.empty()) {
        kept.requestId = sighting.requestId;
        m_byRequestId.emplace(kept.requestId, row);
    }
    fillGaps(m_rows[row], sighting);
}

void EventStore::setCall(Row row, std::uint32_t call, std::uint16_t attempt) {
    leaveCall(row);
    m_rows[row].call = call;
    m_rows[row].attempt = attempt;
    joinCall(row);
}

void EventStore::joinCall(Row row) {
    if (m_rows[row].call == 0)
        return;
    const auto order = [this](Row kept) { return std::pair(m_rows[kept].attempt, kept); };
    std::vector<Row>& attempts = m_calls[m_rows[row].call];
    attempts.insert(std::ranges::upper_bound(attempts, order(row), {}, order), row);
    ++m_rowsInCalls;
}

void EventStore::leaveCall(Row row) {
    const auto call = m_calls.find(m_rows[row].call);
    if (call == m_calls.end())
        return;
    m_rowsInCalls -= std::erase(call->second, row);
    if (call->second.empty())
        m_calls.erase(call);
}

std::span<const EventStore::Row> EventStore::attempts(Row row) const {
    const auto call = m_calls.find(m_rows[row].call);
    return call == m_calls.end() ? std::span<const Row>() : std::span<const Row>(call->second);
}

EventStore::Row EventStore::lastAttempt(Row row) const {
    const auto all = attempts(row);
    return all.empty() ? row : all.back();
}

std::size_t EventStore::attemptCount(Row row) const {
    const auto all = attempts(row);
    return all.empty() ? 1 : std::max<std::size_t>(all.size(), m_rows[all.back()].attempt);
}

void EventStore::setTime(Row row, Microseconds time, TimeQuality quality) {
    m_rows[row].time = time;
    m_rows[row].timeQuality = quality;
}

void EventStore::setAnsweredBy(Row row, AnsweredBy answeredBy) {
    m_rows[row].answeredBy = answeredBy;
    readByGuide(m_rows[row]);
}

std::optional<EventStore::Row> EventStore::find(std::string_view requestId) const {
    const auto it = m_byRequestId.find(requestId);
    return it == m_byRequestId.end() ? std::nullopt : std::optional(it->second);
}

void EventStore::fillGaps(Compact& row, const Sighting& sighting) {
    const auto fill = [this](Text& mine, const std::string& theirs) {
        if (mine == 0 && !theirs.empty())
            mine = intern(theirs);
    };
    fill(row.type, sighting.type);
    fill(row.errorCode, sighting.errorCode);
    fill(row.message, sighting.message);
    fill(row.model, sighting.model);
    fill(row.method, sighting.method);
    fill(row.path, sighting.path);
    if (row.timeQuality == TimeQuality::None && sighting.time) {
        row.time = *sighting.time;
        row.timeQuality = sighting.timeQuality;
    }
    if (row.durationMicros < 0)
        row.durationMicros = sighting.durationMicros;
    if (!row.retryAfter.isStated())
        row.retryAfter = sighting.retryAfter;
    if (!row.streamed)
        row.streamed = sighting.streamed;

    // The code a record of a plain status gives is overruled by a later one that says more: a 200 whose
    // stream failed is known by its status first.
    if (row.code.isNoResponse() && !sighting.code.isNoResponse())
        row.code = sighting.code;
    // So does the error inside a gateway's, whose own status the row may have begun with.
    if (sighting.reportedStatus > 0 && sighting.reportedStatus == row.code.value &&
        sighting.code.status() > 0) {
        row.reportedStatus = sighting.reportedStatus;
        row.code = sighting.code;
    }
    // Any sighting that has the API's own answer overrules one that only missed it.
    if (!sighting.requestId.empty() || !sighting.type.empty())
        row.answeredBy = AnsweredBy::Unstated;
    if (row.reportedStatus == 0 && sighting.reportedStatus != row.code.value)
        row.reportedStatus = sighting.reportedStatus;
    readByGuide(row);
}

void EventStore::readByGuide(Compact& row) const {
    const guide::Reading reading = guide::read({.code = row.code,
                                                .type = text(row.type),
                                                .errorCode = text(row.errorCode),
                                                .message = text(row.message),
                                                .answeredBy = row.answeredBy});
    row.cause = causeIndex(reading.cause->id);
    row.move = reading.move;
    row.evidence = reading.evidence;
}

EventStore::Text EventStore::intern(std::string_view value) {
    if (value.empty())
        return 0;
    if (const auto known = m_textIndex.find(value); known != m_textIndex.end())
        return known->second;
    const Text index = static_cast<Text>(m_texts.size());
    m_textIndex.emplace(m_texts.emplace_back(value), index);
    return index;
}

void EventStore::keepRaw(Row row, const std::string& raw) {
    if (raw.empty() || m_rawBytes + raw.size() > maxRawTotal)
        return;
    m_rawBytes += raw.size();
    m_raw.emplace(row, raw);
}

std::vector<std::optional<EventStore::Row>> EventStore::removeSource(int source) {
    std::vector<std::optional<Row>> numbers(m_rows.size());
    std::deque<Compact> rows;
    std::unordered_map<Row, std::vector<Sighted>> more;
    std::unordered_map<Row, std::string> raw;
    for (Row row = 0; row < m_rows.size(); ++row) {
        std::vector<Sighted> left = sightings(row);
        std::erase_if(left, [source](const Sighted& where) { return where.source == source; });
        if (left.empty())
            continue;
        const Row moved = rows.size();
        numbers[row] = moved;
        if (auto kept = m_raw.find(row);
            kept != m_raw.end() && left.front().offset == m_rows[row].where.offset)
            raw.emplace(moved, std::move(kept->second));
        rows.emplace_back(std::move(m_rows[row])).where = left.front();
        if (left.size() > 1)
            more.emplace(moved, std::vector<Sighted>(left.begin() + 1, left.end()));
    }
    m_rows = std::move(rows);
    m_more = std::move(more);
    m_raw = std::move(raw);
    m_rawBytes = 0;
    for (const auto& [row, text] : m_raw)
        m_rawBytes += text.size();
    m_byRequestId.clear();
    m_calls.clear();
    m_rowsInCalls = 0;
    for (Row row = 0; row < m_rows.size(); ++row) {
        if (!m_rows[row].requestId.empty())
            m_byRequestId.emplace(m_rows[row].requestId, row);
        joinCall(row);
    }
    return numbers;
}

void EventStore::clear() {
    *this = EventStore();
}

} // namespace derouter
