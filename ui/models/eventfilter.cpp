// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventfilter.h"

#include "core/decodedtext.h"
#include "guide/errorguide.h"
#include "logtext.h"

#include <algorithm>

namespace derouter {

namespace {

/// A log may have as many texts as failures: then to remember them is worth nothing.
constexpr std::size_t mostKnown = 64 * 1024;

char folded(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isAscii(const QByteArray& text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

EventMatcher::EventMatcher(const Monitor& monitor)
    : m_monitor(monitor) {}

void EventMatcher::setFilter(const EventFilter& filter) {
    m_filter = filter;
    m_needle = filter.text.toUtf8();
    m_asciiNeedle = isAscii(m_needle);
    std::ranges::transform(m_needle, m_needle.begin(), folded);
    forget();
}

void EventMatcher::forget() {
    m_known.clear();
    m_knownDerived.clear();
}

bool EventMatcher::stands(EventStore::Row row) const {
    return !m_filter.calls || m_monitor.events().isLastAttempt(row);
}

bool EventMatcher::matchesAttempt(EventStore::Row row) {
    const EventStore& store = m_monitor.events();
    if (m_filter.groups != 0 && !(m_filter.groups & codegroups::bit(codegroups::indexOf(store.code(row)))))
        return false;
    if (!m_filter.range.isAll()) {
        const auto time = store.time(row);
        if (!time || !m_filter.range.contains(*time))
            return false;
    }
    if (m_filter.moves == 0 && m_filter.text.isEmpty())
        return true;
    const ErrorEvent event = store.event(row);
    if (m_filter.moves != 0 && !(m_filter.moves & bit(event.move)))
        return false;
    return m_filter.text.isEmpty() || matchesText(event);
}

bool EventMatcher::matchesText(const ErrorEvent& event) {
    return containsShared(event.message) || containsShared(event.type) || containsShared(event.model) ||
           containsShared(event.path) || contains(event.requestId) || containsDerived(event);
}

/// The cause's name, the code and the source's name: few of them, so each is searched once.
bool EventMatcher::containsDerived(const ErrorEvent& event) {
    const std::uint64_t key =
        std::uint64_t(event.code.value) << 32 | static_cast<std::uint32_t>(event.source);
    const auto [known, isNew] = m_knownDerived.try_emplace(key, false);
    if (isNew) {
        const SourceInfo* source = m_monitor.source(event.source);
        known->second = codeText(event.code).contains(m_filter.text, Qt::CaseInsensitive) ||
                        (source && source->name.contains(m_filter.text, Qt::CaseInsensitive));
    }
    if (known->second)
        return true;
    const auto [cause, isNewCause] = m_known.try_emplace(event.cause.data(), false);
    if (isNewCause)
        if (const guide::Cause* row = guide::causeById(event.cause))
            cause->second = row->name.translated().contains(m_filter.text, Qt::CaseInsensitive);
    return cause->second;
}

bool EventMatcher::containsShared(std::string_view text) {
    if (text.empty())
        return false;
    if (m_known.size() > mostKnown)
        m_known.clear();
    const auto [known, isNew] = m_known.try_emplace(text.data(), false);
    if (isNew)
        known->second = contains(text);
    return known->second;
}

bool EventMatcher::contains(std::string_view text) const {
    if (!m_asciiNeedle)
        return decodedText(text).contains(m_filter.text, Qt::CaseInsensitive);
    const auto same = [](char hay, char needle) { return folded(hay) == needle; };
    return !std::ranges::search(text, std::string_view(m_needle.constData(), std::size_t(m_needle.size())),
                                same)
                .empty();
}

} // namespace derouter
