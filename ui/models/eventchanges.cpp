// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How EventModel's rows come, change and go while logs are read.
#include "models/eventmodel.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

namespace derouter {

void EventModel::addRows(qsizetype first, qsizetype count) {
    m_matcher.forget(); // texts have moved
    std::vector<std::uint32_t> rows;
    for (auto row = static_cast<std::uint32_t>(first); row < static_cast<std::uint32_t>(first + count); ++row)
        if (m_matcher.matchesAttempt(row))
            (m_matcher.stands(row) ? rows : m_earlier).push_back(row);
    std::set<std::uint32_t> older = olderAttempts(first, count);
    if (m_groups) {
        older.merge(std::exchange(m_changed, {}));
        regroup(older, std::move(rows));
        return;
    }
    if (filter().calls)
        supersede(older, rows);
    if (m_column == Mark && !m_changed.empty())
        applyChanges();
    if (m_column == Attempt && !older.empty()) {
        // What they are sorted by has changed: nothing can be put between them before they are in order
        // again.
        m_changed.insert(older.begin(), older.end());
        applyChanges();
    }
    insert(std::move(rows));
}

/// What was there before of the calls that the new rows are attempts of.
std::set<std::uint32_t> EventModel::olderAttempts(qsizetype first, qsizetype count) const {
    const EventStore& store = m_monitor.events();
    std::set<std::uint32_t> calls;
    std::set<std::uint32_t> older;
    for (auto row = static_cast<EventStore::Row>(first); row < static_cast<EventStore::Row>(first + count);
         ++row)
        if (calls.insert(store.call(row)).second)
            for (const EventStore::Row attempt : store.attempts(row))
                if (attempt < static_cast<EventStore::Row>(first))
                    older.insert(static_cast<std::uint32_t>(attempt));
    return older;
}

/// In the place of an attempt that is no longer its call's last stands the one that is. `rows`, by rising
/// number, loses those that found their place so.
void EventModel::supersede(const std::set<std::uint32_t>& older, std::vector<std::uint32_t>& rows) {
    if (older.empty())
        return;
    std::vector<int> gone;
    std::set<std::uint32_t> placed;
    for (std::size_t at = 0; at < m_visible.size(); ++at) {
        const std::uint32_t row = m_visible[at];
        if (!older.contains(row) || m_matcher.stands(row))
            continue;
        m_earlier.push_back(row);
        const int here = static_cast<int>(at);
        const auto last = static_cast<std::uint32_t>(m_monitor.events().lastAttempt(row));
        if (!std::ranges::binary_search(rows, last) || !placed.insert(last).second) {
            gone.push_back(here);
            continue;
        }
        m_visible[at] = last;
        Q_EMIT dataChanged(index(here, 0), index(here, columns - 1));
    }
    std::erase_if(rows, [&](std::uint32_t row) { return placed.contains(row); });
    removeAt(gone);
    moveToPlace(placed);
}

void EventModel::sortOutEarlier(const std::set<std::uint32_t>& changed) {
    if (!filter().calls)
        return;
    std::erase_if(m_earlier, [&](std::uint32_t row) { return changed.contains(row); });
    std::ranges::copy_if(changed, std::back_inserter(m_earlier), [this](std::uint32_t row) {
        return !m_matcher.stands(row) && m_matcher.matchesAttempt(row);
    });
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
    Q_EMIT failuresCame(static_cast<int>(rows.size()));
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
    m_matcher.forget();
    if (m_groups)
        return regroup(changed, {});
    sortOutEarlier(changed);
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

/// They are still there, and not for long.
void EventModel::letGo(qsizetype firstKept) {
    const auto leaves = [first = static_cast<std::uint32_t>(firstKept)](std::uint32_t row) {
        return row < first;
    };
    m_matcher.forget();
    m_changed.erase(m_changed.begin(), m_changed.lower_bound(static_cast<std::uint32_t>(firstKept)));
    std::erase_if(m_earlier, leaves);
    const QScopedValueRollback lettingGo(m_lettingGo, true);
    if (m_groups) {
        std::erase_if(m_visible, leaves);
        m_groups->letGo(static_cast<std::uint32_t>(firstKept));
        return showGroups();
    }
    removeWhere(m_visible, leaves);
}

/// Lines that are no longer wanted.
void EventModel::removeLines() {
    const auto leaves = [this](const Line& line) { return !m_groups->isWanted(line); };
    for (const Line& line : m_lines)
        if (leaves(line))
            m_groups->setShown(line, false);
    removeWhere(m_lines, leaves);
}

template <typename Item, typename Leaves>
void EventModel::removeWhere(std::vector<Item>& items, const Leaves& leaves) {
    std::vector<std::pair<int, int>> ranges; // first and last
    for (auto at = items.begin(); ranges.size() <= mostRanges;) {
        const auto begin = std::find_if(at, items.end(), leaves);
        if (begin == items.end())
            break;
        at = std::find_if_not(begin, items.end(), leaves);
        ranges.emplace_back(begin - items.begin(), at - items.begin() - 1);
    }
    if (ranges.size() > mostRanges) { // scattered: at one end they leave together
        changeLayout([&] { std::ranges::stable_partition(items, leaves); });
        const auto end = std::ranges::find_if_not(items, leaves);
        ranges = {{0, static_cast<int>(end - items.begin()) - 1}};
    }
    for (const auto& [first, last] : ranges | std::views::reverse) {
        beginRemoveRows({}, first, last);
        items.erase(items.begin() + first, items.begin() + last + 1);
        endRemoveRows();
    }
}

void EventModel::removeAt(const std::vector<int>& positions) {
    for (auto at = positions.rbegin(); at != positions.rend(); ++at) {
        beginRemoveRows({}, *at, *at);
        m_visible.erase(m_visible.begin() + *at);
        endRemoveRows();
    }
}

} // namespace derouter
