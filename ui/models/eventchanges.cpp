// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How EventModel's rows come, change and go while logs are read.
#include "models/eventmodel.h"

#include <algorithm>
#include <utility>

namespace derouter {

void EventModel::addRows(qsizetype first, qsizetype count) {
    std::vector<std::uint32_t> rows;
    for (qsizetype row = first; row < first + count; ++row)
        if (m_matcher.matches(static_cast<EventStore::Row>(row)))
            rows.push_back(static_cast<std::uint32_t>(row));
    insert(std::move(rows));
}

/// Adds the rows at the end, where views take them cheaply, then moves them to their places if the end is not
/// theirs.
void EventModel::insert(std::vector<std::uint32_t> rows) {
    if (rows.empty())
        return;
    std::ranges::sort(rows, [this](std::uint32_t a, std::uint32_t b) { return before(a, b); });
    const std::size_t oldSize = m_visible.size();
    beginInsertRows({}, static_cast<int>(oldSize), static_cast<int>(oldSize + rows.size()) - 1);
    m_visible.insert(m_visible.end(), rows.begin(), rows.end());
    endInsertRows();
    if (oldSize > 0 && before(m_visible[oldSize], m_visible[oldSize - 1]))
        mergeTail(oldSize);
}

void EventModel::mergeTail(std::size_t oldSize) {
    const auto less = [this](std::uint32_t a, std::uint32_t b) { return before(a, b); };
    const auto middle = m_visible.begin() + static_cast<std::ptrdiff_t>(oldSize);
    const auto from = std::upper_bound(m_visible.begin(), middle, *middle, less);
    changeLayout([&] { std::inplace_merge(from, middle, m_visible.end(), less); });
}

void EventModel::noteChange(qsizetype row) {
    m_changed.insert(static_cast<std::uint32_t>(row));
    if (!m_changeTimer.isActive())
        m_changeTimer.start();
}

/// Shows what changed, and takes along that a row's place or its right to be seen may be another now.
void EventModel::applyChanges() {
    const std::set<std::uint32_t> changed = std::exchange(m_changed, {});
    std::set<std::uint32_t> unseen = changed;
    std::set<std::uint32_t> misplaced;
    std::vector<int> gone;
    for (std::size_t at = 0; at < m_visible.size(); ++at) {
        const std::uint32_t row = m_visible[at];
        if (!changed.contains(row))
            continue;
        unseen.erase(row);
        const int here = static_cast<int>(at);
        if (!m_matcher.matches(row))
            gone.push_back(here);
        else if (!isInPlace(at, changed))
            misplaced.insert(row);
        Q_EMIT dataChanged(index(here, 0), index(here, columns - 1));
    }
    removeAt(gone);
    moveToPlace(misplaced);
    std::erase_if(unseen, [this](std::uint32_t row) { return !m_matcher.matches(row); });
    insert({unseen.begin(), unseen.end()});
}

/// Next to another changed row the question cannot be answered by looking at neighbours: then it is no.
bool EventModel::isInPlace(std::size_t at, const std::set<std::uint32_t>& changed) const {
    const std::uint32_t row = m_visible[at];
    const bool hasNext = at + 1 < m_visible.size();
    if (at > 0 && (changed.contains(m_visible[at - 1]) || before(row, m_visible[at - 1])))
        return false;
    return !hasNext || (!changed.contains(m_visible[at + 1]) && !before(m_visible[at + 1], row));
}

void EventModel::moveToPlace(const std::set<std::uint32_t>& rows) {
    if (rows.empty())
        return;
    changeLayout([&] {
        const auto less = [this](std::uint32_t a, std::uint32_t b) { return before(a, b); };
        const auto moving = std::stable_partition(m_visible.begin(), m_visible.end(),
                                                  [&](std::uint32_t row) { return !rows.contains(row); });
        std::sort(moving, m_visible.end(), less);
        std::inplace_merge(m_visible.begin(), moving, m_visible.end(), less);
    });
}

void EventModel::removeAt(const std::vector<int>& positions) {
    for (auto at = positions.rbegin(); at != positions.rend(); ++at) {
        beginRemoveRows({}, *at, *at);
        m_visible.erase(m_visible.begin() + *at);
        endRemoveRows();
    }
}

} // namespace derouter
