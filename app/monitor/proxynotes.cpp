// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/proxynotes.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <limits>
#include <string_view>
#include <utility>

namespace derouter {

namespace {

constexpr Microseconds quarter = 15 * microsecondsPerMinute;
constexpr Microseconds slack = 2 * microsecondsPerSecond; // one second, which is cut off its fraction

/// Whether the address stands among the others, and not as a part of a longer one.
bool names(std::string_view addresses, std::string_view address) {
    const auto continues = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    for (std::size_t at = addresses.find(address); at != addresses.npos;
         at = addresses.find(address, at + 1)) {
        const std::size_t end = at + address.size();
        if ((at == 0 || !continues(addresses[at - 1])) &&
            (end == addresses.size() || !continues(addresses[end])))
            return true;
    }
    return false;
}

/// Of a URL or a target, without its query.
std::string_view pathOf(std::string_view target) {
    const std::size_t scheme = target.starts_with("http") ? target.find("://") : target.npos;
    if (scheme != target.npos)
        target.remove_prefix(std::min(target.find('/', scheme + 3), target.size()));
    return target.substr(0, target.find('?'));
}

std::size_t hashOfPath(std::string_view target) {
    return std::hash<std::string_view>()(pathOf(target));
}

/// A log that says local time without its zone may stand beside one that names it: zones differ by quarters
/// of an hour. What needs that is further away than anything else.
std::optional<Microseconds> distanceOf(Microseconds a, Microseconds b, bool zoned) {
    const Microseconds apart = std::abs(a - b);
    if (apart < slack)
        return apart;
    const Microseconds rest = std::min(apart % quarter, quarter - apart % quarter);
    return !zoned && apart < 100 * quarter && rest < slack ? std::optional(quarter + rest) : std::nullopt;
}

} // namespace

template <typename Entry> void ProxyNotes::Entries<Entry>::add(Microseconds time, Entry entry) {
    if (m_count >= most) {
        m_older = std::exchange(m_newer, {});
        m_count = 0;
    }
    if (m_newer.empty())
        m_newer.resize(seconds);
    const auto second = static_cast<std::size_t>(floorDivide(time, microsecondsPerSecond)) % seconds;
    m_newer[second].push_back(std::move(entry));
    ++m_count;
}

template <typename Entry> void ProxyNotes::Entries<Entry>::visitNear(Microseconds time, auto&& visit) {
    const auto second = static_cast<std::size_t>(floorDivide(time, microsecondsPerSecond)) % seconds;
    for (Table* const table : {&m_older, &m_newer})
        for (std::size_t near = 0; near < 5 && !table->empty(); ++near)
            for (Entry& entry : (*table)[(second + seconds - 2 + near) % seconds])
                visit(entry);
}

template <typename Entry> void ProxyNotes::Entries<Entry>::visitAll(auto&& visit) {
    for (Table* const table : {&m_older, &m_newer})
        for (std::vector<Entry>& entries : *table)
            std::ranges::for_each(entries, visit);
}

template <typename Entry> void ProxyNotes::Entries<Entry>::removeIf(auto&& isGone) {
    for (Table* const table : {&m_older, &m_newer})
        for (std::vector<Entry>& entries : *table)
            std::erase_if(entries, isGone);
}

/// The time of an access line is that of the request's end in one log and of its begin in another.
std::optional<Microseconds> ProxyNotes::distance(const Failure& failure, const Batch::ProxyRemark& remark) {
    const bool zoned = failure.zoned && remark.zoned;
    const auto one = distanceOf(failure.time, remark.time, zoned);
    const auto other = distanceOf(failure.otherTime, remark.time, zoned);
    return one && other ? std::min(*one, *other) : one ? one : other;
}

bool ProxyNotes::fits(const Failure& failure, const Batch::ProxyRemark& remark) {
    const int status = failure.status;
    const bool gateway = status == 500 || status == 502 || status == 503 || status == 504;
    const bool answer =
        remark.kind == ProxyNote::Kind::NoAnswer ? gateway : status != 502 && status != 504 && status != 499;
    return answer && (remark.path.empty() || hashOfPath(remark.path) == failure.path) &&
           names(failure.addresses, remark.client);
}

bool ProxyNotes::addFailure(Row row, const Sighting& sighting) {
    if (sighting.addresses.empty() || !sighting.where.time)
        return false;
    const Microseconds time = *sighting.where.time;
    Failure failure{.row = row,
                    .addresses = sighting.addresses,
                    .path = hashOfPath(sighting.path),
                    .time = time,
                    .otherTime = time + std::max<Microseconds>(sighting.durationMicros, 0),
                    .zoned = sighting.timeQuality == TimeQuality::Exact,
                    .status = sighting.code.status()};
    Remark* nearest = nullptr;
    Microseconds least = std::numeric_limits<Microseconds>::max();
    const auto visit = [&](Remark& remark) {
        const auto apart = remark.row ? std::nullopt : distance(failure, remark.said);
        if (apart && *apart < least && fits(failure, remark.said)) {
            nearest = &remark;
            least = *apart;
        }
    };
    m_remarks.visitNear(failure.time, visit);
    m_remarks.visitNear(failure.otherTime, visit);
    if (nearest) {
        nearest->row = row;
        m_explained.emplace(row, nearest->source);
    }
    if (failure.otherTime - failure.time >= slack)
        m_failures.add(failure.otherTime, failure);
    m_failures.add(failure.time, std::move(failure));
    return nearest;
}

std::optional<ProxyNotes::Row> ProxyNotes::addRemark(int source, const Batch::ProxyRemark& said,
                                                     const std::function<bool(Row)>& mayBe) {
    Remark remark{.source = source, .said = said, .row = {}};
    Microseconds least = std::numeric_limits<Microseconds>::max();
    m_failures.visitNear(said.time, [&](const Failure& failure) {
        const auto apart = distance(failure, said);
        if (apart && *apart < least && fits(failure, said) && mayBe(failure.row)) {
            remark.row = failure.row;
            least = *apart;
        }
    });
    const auto row = remark.row;
    if (row)
        m_explained.emplace(*row, source);
    m_remarks.add(said.time, std::move(remark));
    return row;
}

std::vector<ProxyNotes::Row> ProxyNotes::removeSource(int source, const Renumbering& moved) {
    m_remarks.removeIf([source](const Remark& remark) { return remark.source == source; });
    m_remarks.visitAll(
        [&](Remark& remark) { remark.row = remark.row ? moved.of(*remark.row) : std::nullopt; });
    m_failures.removeIf([&](const Failure& failure) { return !moved.of(failure.row); });
    m_failures.visitAll([&](Failure& failure) { failure.row = *moved.of(failure.row); });
    std::vector<Row> open;
    for (const auto& [row, by] : std::exchange(m_explained, {})) {
        const auto now = moved.of(row);
        if (!now)
            continue;
        if (by == source)
            open.push_back(*now);
        else
            m_explained.emplace(*now, by);
    }
    return open;
}

void ProxyNotes::forgetBefore(Row first) {
    std::erase_if(m_explained, [first](const auto& explained) { return explained.first < first; });
}

} // namespace derouter
