// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/eventpage.h"

#include "guide/errorguide.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace derouter {

namespace {

constexpr std::uint32_t greatest = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t notStated = greatest;
constexpr std::uint32_t longer = greatest - 1; ///< than the field holds
constexpr std::size_t bytesOfMapNode = 64;
constexpr std::uint64_t low16 = 0xffff;
constexpr std::uint64_t low24 = 0xff'ffff;
constexpr std::uint64_t low40 = 0xff'ffff'ffff;
constexpr std::uint64_t low48 = 0xffff'ffff'ffff;

std::uint32_t saturated(std::uint64_t value) {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(value, greatest));
}

std::size_t hashOf(const EventKind& kind) {
    std::size_t hash = 0;
    for (const std::size_t part :
         {std::size_t(kind.type), std::size_t(kind.errorCode), std::size_t(kind.key), std::size_t(kind.model),
          std::size_t(kind.method), std::size_t(kind.path), std::size_t(kind.source), std::size_t(kind.file),
          std::size_t(kind.code.value), std::size_t(kind.cause), std::size_t(kind.timeQuality)})
        hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 32);
}

std::uint64_t joined(std::uint16_t high, std::uint32_t low) {
    return std::uint64_t(high) << 32 | low;
}

} // namespace

std::size_t EventPage::add() {
    m_rows.emplace_back().duration = notStated;
    return m_rows.size() - 1;
}

void EventPage::settle() {
    m_texts.settle();
    m_kinds.shrink_to_fit();
    m_links.shrink_to_fit();
    m_sightings.shrink_to_fit();
    m_raw.shrink_to_fit();
}

void EventPage::setKind(std::size_t row, const EventKind& kind) {
    const std::size_t hash = hashOf(kind);
    const auto known = m_kindIndex.find(hash, [&](std::uint32_t at) { return m_kinds[at] == kind; });
    m_rows[row].kind = known.value_or(static_cast<std::uint32_t>(m_kinds.size())) & low16;
    if (known)
        return;
    m_kindIndex.add(hash, static_cast<std::uint32_t>(m_kinds.size()),
                    [this](std::uint32_t at) { return hashOf(m_kinds[at]); });
    m_kinds.push_back(kind);
}

std::int64_t EventPage::duration(std::size_t row) const {
    const std::uint32_t kept = m_rows[row].duration;
    if (kept == longer)
        return m_longDurations.at(static_cast<std::uint16_t>(row));
    return kept == notStated ? -1 : std::int64_t(kept);
}

void EventPage::setDuration(std::size_t row, std::int64_t micros) {
    const bool fits = micros < std::int64_t(longer);
    m_rows[row].duration = micros < 0 ? notStated : fits ? static_cast<std::uint32_t>(micros) : longer;
    if (micros >= 0 && !fits)
        m_longDurations[static_cast<std::uint16_t>(row)] = micros;
}

std::optional<Microseconds> EventPage::time(std::size_t row) const {
    return kind(row).timeQuality != TimeQuality::None ? std::optional(m_rows[row].time) : std::nullopt;
}

ErrorEvent EventPage::event(std::size_t row) const {
    const EventRow& kept = m_rows[row];
    const EventKind& its = kind(row);
    const EventLinks* const linked = links(row);
    return ErrorEvent{
        .time = time(row),
        .timeQuality = its.timeQuality,
        .code = its.code,
        .move = its.move,
        .answeredBy = its.answeredBy,
        .reportedStatus = its.reportedStatus,
        .evidence = its.evidence,
        .streamed = its.streamed,
        .retryAfter = its.retryAfter,
        .durationMicros = duration(row),
        .cause = guide::causes()[its.cause].id,
        .type = m_texts[its.type],
        .errorCode = m_texts[its.errorCode],
        .message = m_texts[kept.message],
        .requestId = m_texts[kept.requestId],
        .key = m_texts[its.key],
        .model = m_texts[its.model],
        .method = m_texts[its.method],
        .path = m_texts[its.path],
        .source = its.source,
        .file = its.file,
        .line = joined(kept.lineHigh, kept.line),
        .sightings = 1 + (linked ? linked->furtherSightings : 0),
        .call = linked ? linked->call : 0,
        .attempt = kept.attempt,
    };
}

Sighted EventPage::where(std::size_t row) const {
    const EventRow& kept = m_rows[row];
    const EventKind& its = kind(row);
    Sighted where{its.source, its.file, joined(kept.lineHigh, kept.line), kept.offset, kept.bytes};
    if (kept.ownTime == EventRow::OwnTime::Same)
        where.time = kept.time;
    else if (kept.ownTime == EventRow::OwnTime::Other)
        where.time = m_ownTimes.at(static_cast<std::uint16_t>(row));
    return where;
}

void EventPage::setWhere(std::size_t row, const Sighted& where) {
    EventRow& kept = m_rows[row];
    kept.offset = where.offset & low48;
    kept.line = static_cast<std::uint32_t>(where.line);
    kept.lineHigh = static_cast<std::uint16_t>(where.line >> 32);
    kept.bytes = saturated(where.bytes);
    const bool same = where.time == kept.time && kind(row).timeQuality != TimeQuality::None;
    kept.ownTime = !where.time ? EventRow::OwnTime::None
                   : same      ? EventRow::OwnTime::Same
                               : EventRow::OwnTime::Other;
    if (kept.ownTime == EventRow::OwnTime::Other)
        m_ownTimes[static_cast<std::uint16_t>(row)] = *where.time;
}

void EventPage::addSighting(std::size_t row, const Sighted& where, Order order) {
    EventLinks& links = makeLinks(row);
    const auto number = static_cast<std::uint32_t>(m_sightings.size());
    Sighting& added = m_sightings.emplace_back();
    added = {where.offset & low48,
             (where.line >> 32) & low16,
             static_cast<std::uint32_t>(where.line),
             saturated(where.bytes),
             where.source,
             where.file,
             where.time.value_or(0),
             number,
             where.time.has_value()};
    const bool isOnly = links.lastSighting == 0;
    if (!isOnly)
        std::swap(added.next, m_sightings[links.lastSighting - 1].next);
    if (isOnly || order == Order::Behind)
        links.lastSighting = number + 1;
    ++links.furtherSightings;
}

Sighted EventPage::sighted(const Sighting& sighting) {
    return {
        sighting.source, sighting.file,  joined(static_cast<std::uint16_t>(sighting.lineHigh), sighting.line),
        sighting.offset, sighting.bytes, sighting.hasTime ? std::optional(sighting.time) : std::nullopt};
}

std::vector<Sighted> EventPage::sightings(std::size_t row) const {
    std::vector<Sighted> all{where(row)};
    const EventLinks* const its = links(row);
    if (!its || its->lastSighting == 0)
        return all;
    std::uint32_t at = its->lastSighting - 1;
    for (std::uint32_t left = its->furtherSightings; left > 0; --left) {
        at = m_sightings[at].next;
        all.push_back(sighted(m_sightings[at]));
    }
    return all;
}

std::uint32_t EventPage::furtherSightings(std::size_t row) const {
    const EventLinks* const its = links(row);
    return its ? its->furtherSightings : 0;
}

void EventPage::makeTellers(std::size_t row) {
    const auto [at, isNew] = m_tellers.try_emplace(static_cast<std::uint16_t>(row));
    if (isNew)
        at->second.fill(kind(row).source);
}

bool EventPage::isKnown(std::size_t row, const EventKind& kind, Fact fact) const {
    switch (fact) {
    case Fact::Time:
        return kind.timeQuality != TimeQuality::None;
    case Fact::Type:
        return kind.type != 0;
    case Fact::ErrorCode:
        return kind.errorCode != 0;
    case Fact::Message:
        return m_rows[row].message != 0;
    case Fact::Key:
        return kind.key != 0;
    case Fact::Model:
        return kind.model != 0;
    case Fact::Method:
        return kind.method != 0;
    case Fact::Path:
        return kind.path != 0;
    case Fact::Duration:
        return duration(row) >= 0;
    case Fact::Streamed:
        return kind.streamed.has_value();
    case Fact::Retry:
        return kind.retryAfter.isStated();
    case Fact::Code:
        break;
    }
    return true;
}

void EventPage::settleTellers(std::size_t row) {
    const auto tellers = m_tellers.find(static_cast<std::uint16_t>(row));
    if (tellers == m_tellers.end())
        return;
    for (std::size_t fact = 0; fact < tellers->second.size(); ++fact)
        if (tellers->second[fact] != kind(row).source && isKnown(row, kind(row), static_cast<Fact>(fact)))
            return;
    m_tellers.erase(tellers);
}

bool EventPage::isToldBefore(std::size_t row, Fact fact, int source) const {
    const auto tellers = m_tellers.find(static_cast<std::uint16_t>(row));
    return tellers != m_tellers.end() && source < tellers->second[static_cast<std::size_t>(fact)];
}

void EventPage::setTeller(std::size_t row, Fact fact, int source) {
    if (const auto tellers = m_tellers.find(static_cast<std::uint16_t>(row)); tellers != m_tellers.end())
        tellers->second[static_cast<std::size_t>(fact)] = source;
}

void EventPage::copyTellers(const EventPage& from, std::size_t at, std::size_t to) {
    if (const auto tellers = from.m_tellers.find(static_cast<std::uint16_t>(at));
        tellers != from.m_tellers.end())
        m_tellers[static_cast<std::uint16_t>(to)] = tellers->second;
}

EventLinks* EventPage::links(std::size_t row) {
    return m_rows[row].links == 0 ? nullptr : &m_links[m_rows[row].links - 1U];
}

const EventLinks* EventPage::links(std::size_t row) const {
    return m_rows[row].links == 0 ? nullptr : &m_links[m_rows[row].links - 1U];
}

EventLinks& EventPage::makeLinks(std::size_t row) {
    if (m_rows[row].links == 0) {
        m_links.emplace_back();
        m_rows[row].links = static_cast<std::uint16_t>(m_links.size());
    }
    return *links(row);
}

void EventPage::keepRaw(std::string_view raw) {
    m_rawEnds.resize(m_rows.size() - 1, static_cast<std::uint32_t>(m_raw.size()));
    m_raw += raw;
    m_rawEnds.push_back(static_cast<std::uint32_t>(m_raw.size()));
}

std::string_view EventPage::raw(std::size_t row) const {
    if (row >= m_rawEnds.size() || m_rows[row].rawHash != 0)
        return {};
    const std::size_t begin = row == 0 ? 0 : m_rawEnds[row - 1];
    return std::string_view(m_raw).substr(begin, m_rawEnds[row] - begin);
}

std::size_t EventPage::rawBytes() const {
    static const std::size_t within = std::string().capacity(); // room of the string itself
    const std::size_t apart = m_raw.capacity() > within ? m_raw.capacity() : 0;
    return apart + m_rawEnds.capacity() * sizeof(std::uint32_t);
}

void EventPage::dropRaw() {
    std::string().swap(m_raw); // an assignment would keep the memory
    std::vector<std::uint32_t>().swap(m_rawEnds);
}

void EventPage::setSpilled(std::size_t row, std::uint64_t place, std::size_t bytes) {
    if (m_spilled.empty())
        m_spilled.resize(rows);
    m_spilled[row].place = place & low40;
    m_spilled[row].bytes = bytes & low24;
}

std::size_t EventPage::bytes() const {
    return sizeof(EventPage) + m_rows.capacity() * sizeof(EventRow) + m_kinds.capacity() * sizeof(EventKind) +
           m_kindIndex.bytes() + m_texts.bytes() + m_links.capacity() * sizeof(EventLinks) +
           m_sightings.capacity() * sizeof(Sighting) +
           (m_longDurations.size() + m_ownTimes.size()) * bytesOfMapNode +
           m_tellers.size() * (bytesOfMapNode + sizeof(Tellers)) + rawBytes() +
           m_spilled.capacity() * sizeof(Spilled);
}

} // namespace derouter
