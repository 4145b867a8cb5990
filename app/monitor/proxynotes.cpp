// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/proxynotes.h"

#include <algorithm>
#include <cstdlib>

namespace derouter {

namespace {

constexpr std::size_t maxNotes = 64;

/// The log may say local time without a zone where the access log says one: zones differ by quarters of an
/// hour.
bool sameSecond(Microseconds a, Microseconds b) {
    constexpr Microseconds quarter = 15 * microsecondsPerMinute;
    constexpr Microseconds slack = 2 * microsecondsPerSecond; // one second, which is cut off its fraction
    const Microseconds rest = std::abs(a - b) % quarter;
    return std::abs(a - b) < 100 * quarter && std::min(rest, quarter - rest) < slack;
}

/// Whether the text stands in the line, and not as a part of a longer number.
bool names(std::string_view line, std::string_view address) {
    const std::size_t at = line.find(address);
    if (at == line.npos)
        return false;
    const auto continues = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    const std::size_t end = at + address.size();
    return (at == 0 || !continues(line[at - 1])) && (end == line.size() || !continues(line[end]));
}

} // namespace

void ProxyNotes::add(const ProxyNote& note, std::optional<Microseconds> time) {
    if (!time || note.client.empty() || note.kind == ProxyNote::Kind::ClientLeft)
        return;
    // Of one request there may be several notes: each server that was tried, each part that gave up.
    std::erase_if(m_notes, [&](const Kept& kept) { return kept.connection == note.connection; });
    m_notes.push_back(
        {note.kind, std::string(note.client), std::string(note.path), std::string(note.connection), *time});
    if (m_notes.size() > maxNotes)
        m_notes.pop_front();
}

bool ProxyNotes::fits(const Kept& note, const LogRecord& failure, std::string_view line) {
    const bool gateway =
        failure.status == 500 || failure.status == 502 || failure.status == 503 || failure.status == 504;
    const bool status = note.kind == ProxyNote::Kind::NoAnswer
                            ? gateway
                            : failure.status != 502 && failure.status != 504 && failure.status != 499;
    return status && failure.time && sameSecond(note.time, *failure.time) &&
           (note.path.empty() || note.path == failure.path) && names(line, note.client);
}

bool ProxyNotes::explain(const LogRecord& failure, std::string_view line) {
    if (failure.status < 400 || failure.answeredBy != AnsweredBy::Unstated || !failure.requestId.empty() ||
        !failure.errorType.empty())
        return false;
    const auto found =
        std::ranges::find_if(m_notes, [&](const Kept& note) { return fits(note, failure, line); });
    if (found == m_notes.end())
        return false;
    m_notes.erase(found);
    return true;
}

} // namespace derouter
