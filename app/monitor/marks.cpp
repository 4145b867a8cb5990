// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/marks.h"

#include "monitor/monitor.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

QString noteFrom(const QString& text) {
    QString note = text.simplified();
    if (note.size() > Marks::longestNote)
        note.truncate(note[Marks::longestNote - 1].isHighSurrogate() ? Marks::longestNote - 1
                                                                     : Marks::longestNote);
    return note;
}

std::uint64_t slotOf(const FailureKey& key) {
    return key.offset.value_or(0);
}

} // namespace

Marks::Marks(const Monitor& monitor)
    : m_monitor(monitor) {
    connect(&monitor, &Monitor::eventsAdded, this, &Marks::takeRows);
    connect(&monitor, &Monitor::eventChanged, this, &Marks::takeChange);
    connect(&monitor, &Monitor::eventsLeaving, this, &Marks::letGo);
    connect(&monitor, &Monitor::eventsReset, this, &Marks::findAll);
}

bool Marks::isCallMarked(Row row) const {
    if (m_marked.empty())
        return false;
    const std::vector<Row> attempts = m_monitor.events().attempts(row);
    return isMarked(row) || std::ranges::any_of(attempts, [this](Row attempt) { return isMarked(attempt); });
}

QString Marks::note(Row row) const {
    const auto known = m_byRow.find(row);
    return known != m_byRow.end() && isMarked(row) ? m_entries.at(known->second).mark.note : QString();
}

Marks::Entry* Marks::entryOf(Row row) {
    const auto known = m_byRow.find(row);
    return known == m_byRow.end() ? nullptr : &m_entries.at(known->second);
}

bool Marks::markOne(Row row) {
    if (Entry* const known = entryOf(row)) {
        known->isOn = true;
        m_marked.insert(row);
        return true;
    }
    const EventStore& events = m_monitor.events();
    const SourceInfo* const source = events.isKept(row) ? m_monitor.source(events.source(row)) : nullptr;
    if (!source || !makeRoom())
        return false;
    bind(add({keyOf(events, row, source->spec), {}}), row);
    return true;
}

std::size_t Marks::mark(const std::vector<Row>& rows) {
    std::size_t marked = 0;
    for (const Row row : rows) {
        const bool was = isMarked(row);
        marked += was || markOne(row) ? 1 : 0;
        if (!was)
            tell(row);
    }
    Q_EMIT changed();
    return marked;
}

void Marks::unmark(const std::vector<Row>& rows) {
    for (const Row row : rows) {
        if (m_marked.erase(row) == 0)
            continue;
        if (Entry* const entry = entryOf(row); entry->mark.note.isEmpty())
            remove(m_byRow.at(row));
        else
            entry->isOn = false;
        tell(row);
    }
    Q_EMIT changed();
}

std::size_t Marks::setNote(const std::vector<Row>& rows, const QString& text) {
    std::size_t noted = 0;
    const QString note = noteFrom(text);
    for (const Row row : rows) {
        const bool isNothing = note.isEmpty() && !isMarked(row);
        if (!isNothing && !markOne(row))
            continue;
        ++noted;
        if (isNothing)
            continue;
        entryOf(row)->mark.note = note;
        tell(row);
    }
    Q_EMIT changed();
    return noted;
}

std::vector<Mark> Marks::all() const {
    std::vector<Mark> marks;
    for (const auto& [number, entry] : m_entries)
        if (entry.isOn)
            marks.push_back(entry.mark);
    return marks;
}

void Marks::restore(const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) {
        if (!isKnown(mark.key) && makeRoom())
            add({mark.key, noteFrom(mark.note)});
    }
    findAll();
}

bool Marks::isKnown(const FailureKey& key) const {
    if (key.isById())
        return m_byId.contains(key.id);
    const auto [first, last] = m_byOffset.equal_range(slotOf(key));
    return std::any_of(first, last,
                       [&](const auto& each) { return m_entries.at(each.second).mark.key == key; });
}

/// By giving up the oldest mark of a failure that is not there.
bool Marks::makeRoom() {
    if (m_entries.size() < most)
        return true;
    const auto waiting = std::ranges::find_if(
        m_entries, [](const auto& each) { return !each.second.row || !each.second.isOn; });
    if (waiting == m_entries.end())
        return false;
    remove(waiting->first);
    return true;
}

Marks::Number Marks::add(Mark mark) {
    const Number number = m_next++;
    if (mark.key.isById())
        m_byId.insert(mark.key.id, number);
    else
        m_byOffset.emplace(slotOf(mark.key), number);
    m_entries.emplace(number, Entry{.mark = std::move(mark)});
    return number;
}

void Marks::remove(Number number) {
    const Entry& entry = m_entries.at(number);
    const FailureKey& key = entry.mark.key;
    if (key.isById() && m_byId.value(key.id, number) == number)
        m_byId.remove(key.id);
    const auto [first, last] = m_byOffset.equal_range(slotOf(key));
    if (const auto at = std::find_if(first, last, [&](const auto& each) { return each.second == number; });
        at != last)
        m_byOffset.erase(at);
    if (entry.row)
        m_byRow.erase(*entry.row);
    m_entries.erase(number);
}

void Marks::bind(Number number, Row row) {
    Entry& entry = m_entries.at(number);
    entry.row = row;
    m_byRow[row] = number;
    if (entry.isOn)
        m_marked.insert(row);
}

/// Where calls are the rows, it is the last attempt that shows it.
void Marks::tell(Row row) {
    const EventStore& events = m_monitor.events();
    if (!events.isKept(row))
        return;
    Q_EMIT rowChanged(static_cast<qsizetype>(row));
    if (const Row last = events.lastAttempt(row); last != row)
        Q_EMIT rowChanged(static_cast<qsizetype>(last));
}

std::optional<Marks::Number> Marks::waitingFor(Row row) const {
    const EventStore& events = m_monitor.events();
    const auto waits = [this](Number number) { return !m_entries.at(number).row; };
    if (const auto id = events.event(row).requestId; !id.empty()) {
        const auto known = m_byId.isEmpty() ? m_byId.cend() : m_byId.constFind(keyHash(id));
        return known != m_byId.cend() && waits(*known) ? std::optional(*known) : std::nullopt;
    }
    const SourceInfo* const source = m_byOffset.empty() ? nullptr : m_monitor.source(events.source(row));
    if (!source)
        return std::nullopt;
    for (const std::uint64_t slot : {events.sightings(row).front().offset, std::uint64_t(0)}) {
        const auto [first, last] = m_byOffset.equal_range(slot);
        for (auto at = first; at != last; ++at)
            if (waits(at->second) && standsAt(m_entries.at(at->second).mark.key, events, row, source->spec))
                return at->second;
    }
    return std::nullopt;
}

void Marks::find(Row row) {
    if (m_byRow.size() < m_entries.size())
        if (const auto number = waitingFor(row))
            bind(*number, row);
}

void Marks::takeRows(qsizetype first, qsizetype count) {
    for (qsizetype row = first; row < first + count; ++row)
        find(static_cast<Row>(row));
}

/// What was told by its place may have an id now: by that it is found wherever it is told of.
void Marks::takeChange(qsizetype changed) {
    const auto row = static_cast<Row>(changed);
    const auto known = m_byRow.find(row);
    if (known == m_byRow.end()) {
        find(row);
        return;
    }
    const auto id = m_monitor.events().event(row).requestId;
    Entry entry = m_entries.at(known->second);
    if (id.empty() || entry.mark.key.isById())
        return;
    remove(known->second);
    entry.mark.key = {.id = keyHash(id), .source = {}, .record = {}};
    const Number number = add(entry.mark);
    m_entries.at(number).isOn = entry.isOn;
    bind(number, row);
    Q_EMIT this->changed();
}

/// Their marks wait for them to be read again.
void Marks::letGo(qsizetype firstKept) {
    const auto end = m_byRow.lower_bound(static_cast<Row>(firstKept));
    for (auto at = m_byRow.begin(); at != end; ++at)
        m_entries.at(at->second).row.reset();
    m_byRow.erase(m_byRow.begin(), end);
    m_marked.erase(m_marked.begin(), m_marked.lower_bound(static_cast<Row>(firstKept)));
}

void Marks::findAll() {
    m_byRow.clear();
    m_marked.clear();
    for (auto& [number, entry] : m_entries)
        entry.row.reset();
    for (const Row row : m_monitor.events().rows())
        find(row);
}

} // namespace derouter
