// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/eventstore.h"

#include "guide/errorguide.h"
#include "monitor/batch.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

/// So much of a text is kept where memory is bounded; a record's bytes tell the rest.
constexpr std::size_t longestText = Sighting::maxRawBytes;

} // namespace

EventStore::EventStore(EventStoreOptions options)
    : m_options(std::move(options))
    , m_spill(m_options.most, m_options.spillFolder) {}

std::vector<Sighted> EventStore::sightings(Row row) const {
    std::vector<Sighted> all = pageOf(row).sightings(inPage(row));
    std::ranges::stable_sort(all, {}, &Sighted::source);
    return all;
}

std::string_view EventStore::raw(Row row) const {
    return pageOf(row).raw(inPage(row));
}

std::string_view EventStore::requestId(Row row) const {
    return pageOf(row).requestId(inPage(row));
}

EventPage& EventStore::pageForNext() {
    if (m_pages.empty() || m_pages.back()->isFull()) {
        if (!m_pages.empty())
            m_pages.back().changed().settle();
        m_pages.emplace_back();
    }
    return m_pages.back().changed();
}

std::string_view EventStore::keepable(std::string_view text) const {
    return m_options.most > 0 ? text.substr(0, longestText) : text;
}

const guide::Cause& EventStore::cause(Row row) const {
    return guide::causes()[pageOf(row).kind(inPage(row)).cause];
}

EventStore::Row EventStore::append(const Sighting& sighting) {
    EventPage& page = pageForNext();
    const std::size_t at = page.add();
    const Row row = m_end++;
    EventKind kind;
    kind.answeredBy = sighting.answeredBy;
    kind.source = sighting.where.source;
    kind.file = sighting.where.file;
    setRequestId(row, sighting.requestId);
    takeFacts(row, kind, sighting);
    page.setWhere(at, sighting.where);
    page.row(at).isInFile = sighting.isInFile;
    if (!sighting.raw.empty())
        page.keepRaw(sighting.raw);
    return row;
}

void EventStore::merge(Row row, const Sighting& sighting) {
    EventPage& page = pageOf(row);
    const std::size_t at = inPage(row);
    EventKind kind = page.kind(at);
    Sighted first = page.where(at);
    if (sighting.where.source != first.source)
        page.makeTellers(at);
    if (sighting.where.source < first.source) {
        page.addSighting(at, std::exchange(first, sighting.where), EventPage::Order::Before);
        kind.source = first.source;
        kind.file = first.file;
        takeRecord(row, sighting);
    } else {
        page.addSighting(at, sighting.where);
    }
    if (page.row(at).requestId == 0)
        setRequestId(row, sighting.requestId);
    takeFacts(row, kind, sighting);
    page.setWhere(at, first);
    page.settleTellers(at);
}

/// In place of the one that a later source gave: it is read again when it is asked for.
void EventStore::takeRecord(Row row, const Sighting& sighting) {
    EventPage& page = pageOf(row);
    EventRow& kept = page.row(inPage(row));
    const bool none = sighting.raw.empty() && page.raw(inPage(row)).empty();
    kept.rawHash = none ? 0 : recordHash(sighting.raw);
    kept.isInFile = sighting.isInFile;
    const auto place = kept.rawHash == 0 || kept.isInFile ? std::nullopt : m_spill.put(sighting.raw);
    if (place || page.spilled(inPage(row)).place > 0)
        page.setSpilled(inPage(row), place.value_or(0), place ? sighting.raw.size() : 0);
}

void EventStore::setRequestId(Row row, std::string_view id) {
    if (id.empty())
        return;
    EventPage& page = pageOf(row);
    page.row(inPage(row)).requestId = page.texts().add(keepable(id));
    if (!find(id))
        m_byId.add(hashOfRequestId(keepable(id)), static_cast<std::uint32_t>(row));
}

std::optional<EventStore::Row> EventStore::find(std::string_view id) const {
    const auto wanted = keepable(id);
    const auto row =
        m_byId.find(hashOfRequestId(wanted), [&](std::uint32_t each) { return requestId(each) == wanted; });
    return row ? std::optional<Row>(*row) : std::nullopt;
}

bool EventStore::inheritTime(Row row, Microseconds time, int source) {
    EventPage& page = pageOf(row);
    EventKind kind = page.kind(inPage(row));
    const Sighted first = page.where(inPage(row));
    if (!takeTime(row, kind, time, TimeQuality::Inherited, source))
        return false;
    page.setKind(inPage(row), kind);
    page.setWhere(inPage(row), first);
    return true;
}

void EventStore::setAnsweredBy(Row row, AnsweredBy answeredBy) {
    EventPage& page = pageOf(row);
    EventKind kind = page.kind(inPage(row));
    kind.answeredBy = answeredBy;
    readByGuide(page.texts(), kind, page.texts()[page.row(inPage(row)).message]);
    page.setKind(inPage(row), kind);
}

void EventStore::takeFacts(Row row, EventKind kind, const Sighting& sighting) {
    using Fact = EventPage::Fact;
    EventPage& page = pageOf(row);
    const std::size_t at = inPage(row);
    EventRow& kept = page.row(at);
    const int source = sighting.where.source;
    const auto take = [&](Fact fact, bool isTold, auto set) {
        if (!isTold || (page.isKnown(at, kind, fact) && !page.isToldBefore(at, fact, source)))
            return;
        set();
        page.setTeller(at, fact, source);
    };
    const auto takeText = [&](Fact fact, Text& mine, const std::string& theirs) {
        take(fact, !theirs.empty(), [&] { mine = page.texts().intern(keepable(theirs)); });
    };
    takeText(Fact::Type, kind.type, sighting.type);
    takeText(Fact::ErrorCode, kind.errorCode, sighting.errorCode);
    takeText(Fact::Message, kept.message, sighting.message);
    takeText(Fact::Key, kind.key, sighting.key);
    takeText(Fact::Model, kind.model, sighting.model);
    takeText(Fact::Method, kind.method, sighting.method);
    takeText(Fact::Path, kind.path, sighting.path);
    take(Fact::Duration, sighting.durationMicros >= 0,
         [&] { page.setDuration(at, sighting.durationMicros); });
    take(Fact::Streamed, sighting.streamed.has_value(), [&] { kind.streamed = sighting.streamed; });
    take(Fact::Retry, sighting.retryAfter.isStated(), [&] { kind.retryAfter = sighting.retryAfter; });
    if (sighting.time)
        takeTime(row, kind, *sighting.time, sighting.timeQuality, source);
    takeCode(row, kind, sighting);
    // Any sighting that has the API's own answer overrules one that only missed it.
    if (!sighting.requestId.empty() || !sighting.type.empty())
        kind.answeredBy = AnsweredBy::Unstated;
    readByGuide(page.texts(), kind, page.texts()[kept.message]);
    page.setKind(at, kind);
}

/// The better known stamp is believed: a clock that names its zone before one that does not, and either
/// before what a record took from its neighbours.
bool EventStore::takeTime(Row row, EventKind& kind, Microseconds time, TimeQuality quality, int source) {
    EventPage& page = pageOf(row);
    const bool isEqual =
        quality == kind.timeQuality && page.isToldBefore(inPage(row), EventPage::Fact::Time, source);
    if (kind.timeQuality != TimeQuality::None && quality >= kind.timeQuality && !isEqual)
        return false;
    page.row(inPage(row)).time = time;
    kind.timeQuality = quality;
    page.setTeller(inPage(row), EventPage::Fact::Time, source);
    return true;
}

/// A plain status is believed before that no response came, and the error inside a gateway's answer before
/// any plain status: that may be the gateway's own.
void EventStore::takeCode(Row row, EventKind& kind, const Sighting& sighting) {
    const auto saysMore = [](FailureCode code, std::uint16_t reportedStatus) {
        return code.isNoResponse() ? 0 : reportedStatus == 0 || reportedStatus == code.value ? 1 : 2;
    };
    EventPage& page = pageOf(row);
    const int source = sighting.where.source;
    const int mine = saysMore(kind.code, kind.reportedStatus);
    const int theirs = saysMore(sighting.code, sighting.reportedStatus);
    if (theirs < mine || (theirs == mine && !page.isToldBefore(inPage(row), EventPage::Fact::Code, source)))
        return;
    kind.code = sighting.code;
    kind.reportedStatus = theirs == 2 ? sighting.reportedStatus : std::uint16_t(0);
    page.setTeller(inPage(row), EventPage::Fact::Code, source);
}

void EventStore::readByGuide(const TextArena& texts, EventKind& kind, std::string_view message) {
    const guide::Reading reading = guide::read({.code = kind.code,
                                                .type = texts[kind.type],
                                                .errorCode = texts[kind.errorCode],
                                                .message = message,
                                                .answeredBy = kind.answeredBy});
    kind.cause = guide::indexOf(*reading.cause);
    kind.move = reading.move;
    kind.evidence = reading.evidence;
}

} // namespace derouter
