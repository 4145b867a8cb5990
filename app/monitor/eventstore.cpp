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
    std::ranges::stable_sort(all, {}, &Sighted::source);
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

EventStore::Row EventStore::append(const Sighting& sighting) {
    const Row row = m_rows.size();
    Compact& kept = m_rows.emplace_back();
    kept.where = sighting.where;
    kept.answeredBy = sighting.answeredBy;
    kept.requestId = sighting.requestId;
    takeFacts(row, sighting);
    if (!kept.requestId.empty())
        m_byRequestId.emplace(kept.requestId, row);
    keepRaw(row, sighting.raw);
    return row;
}

void EventStore::merge(Row row, const Sighting& sighting) {
    Compact& kept = m_rows[row];
    if (sighting.where.source != kept.where.source && !m_tellers.contains(row))
        m_tellers[row].fill(kept.where.source);
    std::vector<Sighted>& more = m_more[row];
    if (sighting.where.source < kept.where.source) {
        more.insert(more.begin(), std::exchange(kept.where, sighting.where));
        letRawGo(row);
        keepRaw(row, sighting.raw);
    } else {
        more.push_back(sighting.where);
    }
    if (kept.requestId.empty() && !sighting.requestId.empty()) {
        kept.requestId = sighting.requestId;
        m_byRequestId.emplace(kept.requestId, row);
    }
    takeFacts(row, sighting);
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

bool EventStore::inheritTime(Row row, Microseconds time, int source) {
    const Microseconds before = m_rows[row].time;
    const TimeQuality quality = m_rows[row].timeQuality;
    takeTime(row, time, TimeQuality::Inherited, source);
    return before != m_rows[row].time || quality != m_rows[row].timeQuality;
}

void EventStore::setAnsweredBy(Row row, AnsweredBy answeredBy) {
    m_rows[row].answeredBy = answeredBy;
    readByGuide(m_rows[row]);
}

std::optional<EventStore::Row> EventStore::find(std::string_view requestId) const {
    const auto it = m_byRequestId.find(requestId);
    return it == m_byRequestId.end() ? std::nullopt : std::optional(it->second);
}

/// Whether a source comes before the one that told the fact.
bool EventStore::isToldBefore(Row row, Fact fact, int source) const {
    const auto tellers = m_tellers.find(row);
    return tellers != m_tellers.end() && source < tellers->second[fact];
}

void EventStore::setTeller(Row row, Fact fact, int source) {
    if (const auto tellers = m_tellers.find(row); tellers != m_tellers.end())
        tellers->second[fact] = source;
}

void EventStore::takeFacts(Row row, const Sighting& sighting) {
    Compact& kept = m_rows[row];
    const int source = sighting.where.source;
    const auto take = [&](Fact fact, bool isKnown, bool isTold, auto set) {
        if (!isTold || (isKnown && !isToldBefore(row, fact, source)))
            return;
        set();
        setTeller(row, fact, source);
    };
    const auto takeText = [&](Fact fact, Text& mine, const std::string& theirs) {
        take(fact, mine != 0, !theirs.empty(), [&] { mine = intern(theirs); });
    };
    takeText(Type, kept.type, sighting.type);
    takeText(ErrorCode, kept.errorCode, sighting.errorCode);
    takeText(Message, kept.message, sighting.message);
    takeText(Model, kept.model, sighting.model);
    takeText(Method, kept.method, sighting.method);
    takeText(Path, kept.path, sighting.path);
    take(Duration, kept.durationMicros >= 0, sighting.durationMicros >= 0,
         [&] { kept.durationMicros = sighting.durationMicros; });
    take(Streamed, kept.streamed.has_value(), sighting.streamed.has_value(),
         [&] { kept.streamed = sighting.streamed; });
    if (sighting.time)
        takeTime(row, *sighting.time, sighting.timeQuality, source);
    takeCode(row, sighting);
    // Any sighting that has the API's own answer overrules one that only missed it.
    if (!sighting.requestId.empty() || !sighting.type.empty())
        kept.answeredBy = AnsweredBy::Unstated;
    readByGuide(kept);
}

/// The better known stamp is believed: a clock that names its zone before one that does not, and either
/// before what a record took from its neighbours.
void EventStore::takeTime(Row row, Microseconds time, TimeQuality quality, int source) {
    Compact& kept = m_rows[row];
    const bool isEqual = quality == kept.timeQuality && isToldBefore(row, Time, source);
    if (kept.timeQuality != TimeQuality::None && quality >= kept.timeQuality && !isEqual)
        return;
    kept.time = time;
    kept.timeQuality = quality;
    setTeller(row, Time, source);
}

/// A plain status is believed before that no response came, and the error inside a gateway's answer before
/// any plain status: that may be the gateway's own.
void EventStore::takeCode(Row row, const Sighting& sighting) {
    const auto saysMore = [](FailureCode code, std::uint16_t reportedStatus) {
        return code.isNoResponse() ? 0 : reportedStatus == 0 || reportedStatus == code.value ? 1 : 2;
    };
    Compact& kept = m_rows[row];
    const int source = sighting.where.source;
    const int mine = saysMore(kept.code, kept.reportedStatus);
    const int theirs = saysMore(sighting.code, sighting.reportedStatus);
    if (theirs < mine || (theirs == mine && !isToldBefore(row, Code, source)))
        return;
    kept.code = sighting.code;
    kept.reportedStatus = theirs == 2 ? sighting.reportedStatus : std::uint16_t(0);
    setTeller(row, Code, source);
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

void EventStore::letRawGo(Row row) {
    if (const auto kept = m_raw.find(row); kept != m_raw.end()) {
        m_rawBytes -= kept->second.size();
        m_raw.erase(kept);
    }
}

std::vector<std::optional<EventStore::Row>> EventStore::removeSource(int source) {
    std::vector<std::optional<Row>> numbers(m_rows.size());
    std::deque<Compact> rows;
    std::unordered_map<Row, std::vector<Sighted>> more;
    std::unordered_map<Row, Tellers> tellers;
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
        if (const auto told = m_tellers.find(row); told != m_tellers.end())
            tellers.emplace(moved, told->second);
        rows.emplace_back(std::move(m_rows[row])).where = left.front();
        if (left.size() > 1)
            more.emplace(moved, std::vector<Sighted>(left.begin() + 1, left.end()));
    }
    m_rows = std::move(rows);
    m_more = std::move(more);
    m_tellers = std::move(tellers);
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
