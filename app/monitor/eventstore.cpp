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

std::uint8_t causeIndex(const guide::Cause* cause) {
    return static_cast<std::uint8_t>(cause - guide::causes().data());
}

} // namespace

EventStore::EventStore(EventStoreOptions options)
    : m_options(std::move(options))
    , m_spill(m_options.most, m_options.spillFolder) {}

ErrorEvent EventStore::event(Row row) const {
    const EventPage& page = pageOf(row);
    const EventRow& kept = page.row(inPage(row));
    const EventKind& kind = page.kind(inPage(row));
    const TextArena& texts = page.texts();
    const EventLinks* const links = page.links(inPage(row));
    return ErrorEvent{
        .time = time(row),
        .timeQuality = kind.timeQuality,
        .code = kind.code,
        .move = kind.move,
        .answeredBy = kind.answeredBy,
        .reportedStatus = kind.reportedStatus,
        .evidence = kind.evidence,
        .streamed = kind.streamed,
        .durationMicros = page.duration(inPage(row)),
        .cause = guide::causes()[kind.cause].id,
        .type = texts[kind.type],
        .errorCode = texts[kind.errorCode],
        .message = texts[kept.message],
        .requestId = texts[kept.requestId],
        .model = texts[kind.model],
        .method = texts[kind.method],
        .path = texts[kind.path],
        .source = kind.source,
        .file = kind.file,
        .line = std::uint64_t(kept.lineHigh) << 32 | kept.line,
        .sightings = 1 + (links ? links->furtherSightings : 0),
        .call = links ? links->call : 0,
        .attempt = kept.attempt,
    };
}

std::vector<Sighted> EventStore::sightings(Row row) const {
    return pageOf(row).sightings(inPage(row));
}

std::string_view EventStore::raw(Row row) const {
    return pageOf(row).raw(inPage(row));
}

std::optional<Microseconds> EventStore::time(Row row) const {
    const EventPage& page = pageOf(row);
    const bool has = page.kind(inPage(row)).timeQuality != TimeQuality::None;
    return has ? std::optional(page.row(inPage(row)).time) : std::nullopt;
}

std::string_view EventStore::requestId(Row row) const {
    const EventPage& page = pageOf(row);
    return page.texts()[page.row(inPage(row)).requestId];
}

EventPage& EventStore::pageForNext() {
    if (m_pages.empty() || m_pages.back()->isFull()) {
        if (!m_pages.empty())
            m_pages.back()->settle();
        m_pages.push_back(std::make_unique<EventPage>());
    }
    return *m_pages.back();
}

std::string_view EventStore::keepable(std::string_view text) const {
    return m_options.most > 0 ? text.substr(0, longestText) : text;
}

EventStore::Row EventStore::append(const Sighting& sighting) {
    EventPage& page = pageForNext();
    const std::size_t at = page.add();
    const Row row = m_end++;
    EventKind kind;
    kind.code = sighting.code;
    kind.answeredBy = sighting.answeredBy;
    kind.source = sighting.where.source;
    kind.file = sighting.where.file;
    setRequestId(row, sighting.requestId);
    fillGaps(row, kind, sighting);
    page.setWhere(at, sighting.where);
    page.row(at).isInFile = sighting.isInFile;
    if (!sighting.raw.empty())
        page.keepRaw(sighting.raw);
    return row;
}

void EventStore::merge(Row row, const Sighting& sighting) {
    EventPage& page = pageOf(row);
    page.addSighting(inPage(row), sighting.where);
    if (page.row(inPage(row)).requestId == 0)
        setRequestId(row, sighting.requestId);
    fillGaps(row, page.kind(inPage(row)), sighting);
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

void EventStore::setTime(Row row, Microseconds time, TimeQuality quality) {
    EventPage& page = pageOf(row);
    EventKind kind = page.kind(inPage(row));
    kind.timeQuality = quality;
    page.row(inPage(row)).time = time;
    page.setKind(inPage(row), kind);
}

void EventStore::setAnsweredBy(Row row, AnsweredBy answeredBy) {
    EventPage& page = pageOf(row);
    EventKind kind = page.kind(inPage(row));
    kind.answeredBy = answeredBy;
    readByGuide(page.texts(), kind, page.texts()[page.row(inPage(row)).message]);
    page.setKind(inPage(row), kind);
}

void EventStore::fillGaps(Row row, EventKind kind, const Sighting& sighting) {
    EventPage& page = pageOf(row);
    EventRow& kept = page.row(inPage(row));
    const auto fill = [&](Text& mine, const std::string& theirs) {
        if (mine == 0)
            mine = page.texts().intern(keepable(theirs));
    };
    fill(kind.type, sighting.type);
    fill(kind.errorCode, sighting.errorCode);
    fill(kept.message, sighting.message);
    fill(kind.model, sighting.model);
    fill(kind.method, sighting.method);
    fill(kind.path, sighting.path);
    if (kind.timeQuality == TimeQuality::None && sighting.time) {
        kept.time = *sighting.time;
        kind.timeQuality = sighting.timeQuality;
    }
    if (page.duration(inPage(row)) < 0)
        page.setDuration(inPage(row), sighting.durationMicros);
    if (!kind.streamed)
        kind.streamed = sighting.streamed;

    // The code a record of a plain status gives is overruled by a later one that says more: a 200 whose
    // stream failed is known by its status first.
    if (kind.code.isNoResponse() && !sighting.code.isNoResponse())
        kind.code = sighting.code;
    // So does the error inside a gateway's, whose own status the row may have begun with.
    if (sighting.reportedStatus > 0 && sighting.reportedStatus == kind.code.value &&
        sighting.code.status() > 0) {
        kind.reportedStatus = sighting.reportedStatus;
        kind.code = sighting.code;
    }
    // Any sighting that has the API's own answer overrules one that only missed it.
    if (!sighting.requestId.empty() || !sighting.type.empty())
        kind.answeredBy = AnsweredBy::Unstated;
    if (kind.reportedStatus == 0 && sighting.reportedStatus != kind.code.value)
        kind.reportedStatus = sighting.reportedStatus;
    readByGuide(page.texts(), kind, page.texts()[kept.message]);
    page.setKind(inPage(row), kind);
}

void EventStore::readByGuide(const TextArena& texts, EventKind& kind, std::string_view message) {
    const guide::Reading reading = guide::read({.code = kind.code,
                                                .type = texts[kind.type],
                                                .errorCode = texts[kind.errorCode],
                                                .message = message,
                                                .answeredBy = kind.answeredBy});
    kind.cause = causeIndex(reading.cause);
    kind.move = reading.move;
    kind.evidence = reading.evidence;
}

} // namespace derouter
