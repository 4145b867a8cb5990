// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/lokipages.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

QByteArray keyOf(const LokiEntry& entry) {
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(entry.labels);
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(entry.text.toUtf8());
    return hash.result();
}

} // namespace

LokiPages::LokiPages(std::int64_t from, const Limits& limits)
    : m_limits(limits)
    , m_start(from)
    , m_from(from)
    , m_to(from)
    , m_lines(limits.page) {}

void LokiPages::beginSweep(std::int64_t to) {
    m_from = m_newest ? std::max(m_start, *m_newest - m_limits.overlap) : m_start;
    m_to = to;
    m_lines = m_limits.page;
}

std::optional<LokiPages::Page> LokiPages::take(std::vector<LokiEntry> entries) {
    const auto isAskedFor = [this](const LokiEntry& entry) {
        return entry.nanoseconds >= m_from && entry.nanoseconds < m_to;
    };
    if (entries.size() > static_cast<std::size_t>(m_lines) || !std::ranges::all_of(entries, isAskedFor))
        return std::nullopt;
    std::ranges::stable_sort(entries, {}, &LokiEntry::nanoseconds);
    const bool isFull = entries.size() >= static_cast<std::size_t>(m_lines);
    Page page;
    std::map<std::int64_t, QHash<QByteArray, int>> here;
    for (LokiEntry& entry : entries) {
        m_newest = std::max(m_newest.value_or(entry.nanoseconds), entry.nanoseconds);
        if (isNew(entry, here))
            page.entries.push_back(std::move(entry));
    }
    if (isFull)
        page.mayLack = !goOn(entries.back().nanoseconds);
    else
        m_from = m_to;
    forget();
    return page;
}

/// The n-th such line of the page is new when fewer than n were given.
bool LokiPages::isNew(const LokiEntry& entry, std::map<std::int64_t, QHash<QByteArray, int>>& here) {
    const QByteArray key = keyOf(entry);
    int& given = m_given[entry.nanoseconds][key];
    if (++here[entry.nanoseconds][key] <= given)
        return false;
    ++given;
    return true;
}

/// Behind a full page. False when the rest of its last nanosecond is passed over.
bool LokiPages::goOn(std::int64_t last) {
    if (last > m_from) {
        m_from = last;
        m_lines = m_limits.page;
        return true;
    }
    if (m_lines < m_limits.most) {
        m_lines = std::min(m_lines * 2, m_limits.most);
        return true;
    }
    m_from = last + 1;
    m_lines = m_limits.page;
    return false;
}

bool LokiPages::askForLess(std::optional<int> most) {
    if (m_lines < 2)
        return false;
    m_limits.most = std::clamp(most.value_or(m_lines / 2), 1, m_lines - 1);
    m_limits.page = std::min(m_limits.page, m_limits.most);
    m_lines = m_limits.most;
    return true;
}

void LokiPages::forget() {
    const std::int64_t oldest = std::min(m_from, m_newest ? *m_newest - m_limits.overlap : m_from);
    m_given.erase(m_given.begin(), m_given.lower_bound(oldest));
}

} // namespace derouter
