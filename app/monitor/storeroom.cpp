// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What EventStore lets go, and how it finds records again.
#include "monitor/eventstore.h"

#include "monitor/batch.h"
#include "monitor/recordplace.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace derouter {

namespace {

/// So much of the room stays with the records of the newest failures, however many failures there are.
constexpr std::size_t shareOfRecords = 16;
/// So much is let go at once: neither after each batch, nor so much that the window stands still.
constexpr std::size_t shareAtOnce = 256;

bool isSamePlace(const Sighted& one, const Sighted& other) {
    return one.source == other.source && one.file == other.file && one.offset == other.offset;
}

} // namespace

std::size_t EventStore::bytes() const {
    std::size_t bytes = m_byId.bytes() + m_calls.size() * sizeof(Call);
    for (const auto& page : m_pages)
        bytes += page->bytes();
    return bytes;
}

std::size_t EventStore::rawBytes() const {
    std::size_t bytes = 0;
    for (const auto& page : m_pages)
        bytes += page->rawBytes();
    return bytes;
}

EventStore::Row EventStore::makeRoom() {
    const std::size_t before = bytes();
    if (m_options.most == 0 || before <= m_options.most)
        return m_first;
    letRecordsGo(before - m_options.most);
    const std::size_t after = bytes();
    if (after <= m_options.most)
        return m_first;
    const std::size_t excess = after - m_options.most + m_options.most / shareAtOnce;
    std::size_t freed = 0;
    std::size_t pages = 0;
    while (freed < excess && pages + 1 < m_pages.size())
        freed += m_pages[pages++]->bytes();
    return m_first + pages * EventPage::rows;
}

/// The oldest first, and never those of the newest page.
void EventStore::letRecordsGo(std::size_t excess) {
    const std::size_t all = rawBytes();
    const std::size_t stay = m_options.most / shareOfRecords;
    const std::size_t most = std::min(excess, all - std::min(all, stay));
    std::size_t freed = 0;
    for (std::size_t at = 0; at + 1 < m_pages.size() && freed < most; ++at) {
        if (m_pages[at]->rawBytes() == 0)
            continue;
        EventPage& page = m_pages[at].changed();
        freed += page.rawBytes();
        spillRecords(page);
        page.dropRaw();
    }
}

void EventStore::spillRecords(EventPage& page) {
    for (std::size_t at = 0; at < page.size(); ++at) {
        const auto record = page.raw(at);
        if (record.empty())
            continue;
        page.row(at).rawHash = recordHash(record);
        if (page.row(at).isInFile)
            continue;
        if (const auto place = m_spill.put(record))
            page.setSpilled(at, *place, record.size());
    }
}

EventStore::Record EventStore::record(Row row) const {
    using State = Record::State;
    const EventPage& page = pageOf(row);
    const std::size_t at = inPage(row);
    if (const auto raw = page.raw(at); !raw.empty())
        return {State::There, std::string(raw)};
    const EventRow& kept = page.row(at);
    if (kept.rawHash == 0)
        return {};
    std::string found;
    if (const auto [place, bytes] = page.spilled(at); place > 0)
        found = m_spill.read(place, bytes);
    else if (kept.isInFile && m_options.readAgain)
        found = plainRecord(m_options.readAgain(page.where(at), [&](std::string_view read) {
            return recordHash(plainRecord(read)) == kept.rawHash;
        }));
    if (recordHash(found) != kept.rawHash)
        return {State::Gone, {}};
    return {State::There, std::move(found)};
}

std::vector<EventStore::Row> EventStore::letGo(Row firstKept) {
    std::vector<Row> standing;
    for (Row row = m_first; row < firstKept; ++row) {
        if (const auto id = requestId(row); !id.empty() && find(id) == row)
            m_byId.remove(hashOfRequestId(id), static_cast<std::uint32_t>(row));
        const Call* const call = callOf(row);
        if (!call)
            continue;
        const bool stood = call->last == row;
        leaveCall(row);
        if (stood && call->kept > 0)
            standing.push_back(call->last);
    }
    while (m_first < firstKept) {
        m_pages.pop_front();
        m_first += EventPage::rows;
    }
    forgetFirstCalls();
    std::erase_if(standing, [this](Row row) { return !isKept(row); });
    std::ranges::sort(standing);
    standing.erase(std::ranges::unique(standing).begin(), standing.end());
    return standing;
}

Renumbering EventStore::removeSource(int source) {
    Renumbering moved(m_first);
    m_first = m_end = 0;
    m_byId = {};
    std::ranges::fill(m_calls, Call());
    m_liveCalls = m_rowsInCalls = 0;
    auto pages = std::exchange(m_pages, {});
    while (!pages.empty()) {
        const Shared<EventPage> page = std::move(pages.front());
        pages.pop_front(); // there is not room for all of it twice
        for (std::size_t at = 0; at < page->size(); ++at) {
            std::vector<Sighted> left = page->sightings(at);
            std::erase_if(left, [source](const Sighted& where) { return where.source == source; });
            moved.add(left.empty() ? std::nullopt : std::optional(m_end));
            if (!left.empty())
                adopt(*page, at, left);
        }
    }
    forgetFirstCalls();
    return moved;
}

void EventStore::adopt(const EventPage& from, std::size_t at, const std::vector<Sighted>& left) {
    EventPage& page = pageForNext();
    const std::size_t to = page.add();
    const Row row = m_end++;
    const auto again = [&](Text text) { return page.texts().intern(from.texts()[text]); };
    EventKind kind = from.kind(at);
    for (Text* const text : {&kind.type, &kind.errorCode, &kind.key, &kind.model, &kind.method, &kind.path})
        *text = again(*text);
    kind.source = left.front().source;
    kind.file = left.front().file;
    page.setKind(to, kind);
    page.row(to).time = from.row(at).time;
    page.row(to).message = again(from.row(at).message);
    page.row(to).attempt = from.row(at).attempt;
    page.setDuration(to, from.duration(at));
    setRequestId(row, from.texts()[from.row(at).requestId]);
    page.setWhere(to, left.front());
    page.copyTellers(from, at, to);
    for (const Sighted& further : left | std::views::drop(1))
        page.addSighting(to, further);
    if (isSamePlace(left.front(), from.where(at)))
        adoptRecord(from, at, page, to);
    if (const EventLinks* const links = from.links(at); links && links->call != 0) {
        page.makeLinks(to).call = links->call;
        joinCall(row);
    }
}

void EventStore::adoptRecord(const EventPage& from, std::size_t at, EventPage& page, std::size_t to) {
    page.row(to).isInFile = from.row(at).isInFile;
    page.row(to).rawHash = from.row(at).rawHash;
    if (const auto raw = from.raw(at); !raw.empty())
        page.keepRaw(raw);
    if (const auto [place, bytes] = from.spilled(at); place > 0)
        page.setSpilled(to, place, bytes);
}

} // namespace derouter
