// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/repeatgroups.h"

#include "core/messageshape.h"
#include "guide/errorguide.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace derouter {

namespace {

/// The part of `items` from `middle` on goes to its places in what is before; both are in order.
template <typename Before>
void mergeTail(std::vector<std::uint32_t>& items, std::size_t middle, const Before& before) {
    if (middle == 0 || middle == items.size() || !before(items[middle], items[middle - 1]))
        return;
    const auto tail = items.begin() + static_cast<std::ptrdiff_t>(middle);
    std::inplace_merge(std::upper_bound(items.begin(), tail, *tail, before), tail, items.end(), before);
}

} // namespace

RepeatGroups::RepeatGroups(const EventStore& store, Order order)
    : m_store(store)
    , m_sorting(std::move(order))
    , m_firstRow(static_cast<Row>(store.firstRow())) {}

const RepeatGroups::RowState& RepeatGroups::state(Row row) const {
    static constexpr RowState none;
    const std::size_t at = row - m_firstRow;
    return row >= m_firstRow && at < m_states.size() ? m_states[at] : none;
}

RepeatGroups::RowState& RepeatGroups::stateFor(Row row) {
    const std::size_t at = row - m_firstRow;
    if (at >= m_states.size())
        m_states.resize(m_store.endRow() - m_firstRow);
    return m_states[at];
}

std::string RepeatGroups::keyOf(Row row, Shapes& shapes) const {
    const auto code = m_store.code(row).value;
    std::string key;
    key += static_cast<char>(&m_store.cause(row) - guide::causes().data());
    key += static_cast<char>(code >> 8);
    key += static_cast<char>(code & 0xff);
    const std::string_view message = m_store.event(row).message;
    const auto [shape, isNew] = shapes.try_emplace(message.data());
    if (isNew)
        shape->second = messageShape(message);
    return key + shape->second;
}

RepeatGroups::Repeats& RepeatGroups::groupFor(Row row, Shapes& shapes) {
    RowState& state = stateFor(row);
    if (state.group != unknown)
        return m_groups[state.group];
    const auto [known, isNew] = m_byKey.try_emplace(keyOf(row, shapes), Group(0));
    if (isNew) {
        if (m_free.empty()) {
            m_free.push_back(static_cast<Group>(m_groups.size()));
            m_groups.emplace_back();
        }
        known->second = m_free.back();
        m_free.pop_back();
        m_groups[known->second].key = &known->first;
    }
    state.group = known->second & unknown;
    ++m_groups[state.group].uses;
    return m_groups[state.group];
}

/// Failures without a time are older than all others.
bool RepeatGroups::isNewer(Row one, Row other) const {
    constexpr Microseconds never = std::numeric_limits<Microseconds>::min();
    const Microseconds left = m_store.time(one).value_or(never);
    const Microseconds right = m_store.time(other).value_or(never);
    return left != right ? left > right : one > other;
}

void RepeatGroups::findNewest(Repeats& group) const {
    if (!group.members.empty())
        group.newest = *std::ranges::max_element(group.members,
                                                 [this](Row one, Row other) { return isNewer(other, one); });
}

void RepeatGroups::join(Row row, Shapes& shapes) {
    Repeats& group = groupFor(row, shapes);
    if (group.members.empty() || isNewer(row, group.newest))
        group.newest = row;
    group.members.push_back(row);
    stateFor(row).isMember = 1;
}

void RepeatGroups::arrange(const std::vector<Row>& rows) {
    for (RowState& state : m_states)
        state.isMember = 0;
    for (Repeats& group : m_groups) {
        group.members.clear();
        group.isPlaced = false;
    }
    Shapes shapes;
    for (const Row row : rows)
        join(row, shapes);
    std::vector<Row> newest;
    for (Group group = 0; group < m_groups.size(); ++group)
        if (!m_groups[group].members.empty())
            newest.push_back(m_groups[group].newest);
        else if (m_groups[group].key)
            touch(group);
    m_sorting.sort(newest);
    m_order.clear();
    for (const Row row : newest) {
        m_order.push_back(groupOf(row));
        m_groups[m_order.back()].isPlaced = true;
    }
}

void RepeatGroups::add(std::vector<Row> rows) {
    std::ranges::sort(rows, m_sorting.before);
    Shapes shapes;
    std::unordered_map<Group, std::size_t> sizes; // before they grew
    for (const Row row : rows) {
        const Repeats& group = groupFor(row, shapes);
        sizes.try_emplace(groupOf(row), group.members.size());
        join(row, shapes);
    }
    for (const auto& [group, size] : sizes) {
        mergeTail(m_groups[group].members, size, m_sorting.before);
        touch(group);
    }
    placeTouched();
}

void RepeatGroups::remove(const std::set<Row>& rows) {
    std::set<Group> left;
    for (const Row row : rows) {
        if (state(row).group == unknown)
            continue;
        RowState& state = stateFor(row);
        const Group group = state.group;
        --m_groups[group].uses;
        touch(group);
        if (state.isMember)
            left.insert(group);
        state.group = unknown;
        state.isMember = 0;
    }
    for (const Group at : left) {
        Repeats& group = m_groups[at];
        std::erase_if(group.members, [this](Row row) { return !holds(row); });
        if (!holds(group.newest))
            findNewest(group);
    }
    placeTouched();
}

void RepeatGroups::letGo(Row firstKept) {
    const std::size_t gone = std::min<std::size_t>(firstKept - m_firstRow, m_states.size());
    const auto end = m_states.begin() + static_cast<std::ptrdiff_t>(gone);
    std::set<Group> left;
    for (auto state = m_states.begin(); state != end; ++state)
        if (state->group != unknown) {
            --m_groups[state->group].uses;
            left.insert(state->group);
        }
    m_states.erase(m_states.begin(), end);
    m_firstRow = firstKept;
    for (const Group at : left) {
        Repeats& group = m_groups[at];
        std::erase_if(group.members, [firstKept](Row row) { return row < firstKept; });
        if (group.newest < firstKept)
            findNewest(group);
        touch(at);
    }
    placeTouched();
}

void RepeatGroups::forgetRows() {
    m_states.clear();
    m_firstRow = static_cast<Row>(m_store.firstRow());
    for (Repeats& group : m_groups) {
        group.members.clear();
        group.uses = 0;
    }
}

void RepeatGroups::touch(Group group) {
    if (!std::exchange(m_groups[group].isTouched, true))
        m_touched.push_back(group);
}

void RepeatGroups::placeTouched() {
    std::vector<Group> placed;
    bool stood = false;
    for (const Group group : m_touched) {
        stood |= std::exchange(m_groups[group].isPlaced, !m_groups[group].members.empty());
        if (m_groups[group].isPlaced)
            placed.push_back(group);
    }
    if (stood)
        std::erase_if(m_order, [this](Group group) { return m_groups[group].isTouched; });
    const auto before = [this](Group one, Group other) {
        return m_sorting.before(m_groups[one].newest, m_groups[other].newest);
    };
    std::ranges::sort(placed, before);
    const std::size_t old = m_order.size();
    m_order.insert(m_order.end(), placed.begin(), placed.end());
    mergeTail(m_order, old, before);
}

std::vector<RepeatGroups::Line> RepeatGroups::lines() const {
    std::vector<Line> lines;
    lines.reserve(m_order.size());
    for (const Group at : m_order) {
        const Repeats& group = m_groups[at];
        lines.push_back({.row = group.newest, .group = at});
        if (showsMembers(group))
            for (const Row row : group.members)
                lines.push_back({.row = row, .group = at, .isMember = true});
    }
    return lines;
}

bool RepeatGroups::isWanted(const Line& line) const {
    return line.isMember ? holds(line.row) && showsMembers(m_groups[groupOf(line.row)])
                         : !m_groups[line.group].members.empty();
}

bool RepeatGroups::isShown(const Line& line) const {
    return line.isMember ? state(line.row).isShown : m_groups[line.group].isShown;
}

void RepeatGroups::setShown(const Line& line, bool on) {
    if (!line.isMember)
        m_groups[line.group].isShown = on;
    else if (line.row >= m_firstRow)
        stateFor(line.row).isShown = on ? 1 : 0;
}

void RepeatGroups::hideAll() {
    for (RowState& state : m_states)
        state.isShown = 0;
    for (Repeats& group : m_groups)
        group.isShown = false;
}

void RepeatGroups::settle() {
    for (const Group at : std::exchange(m_touched, {})) {
        Repeats& group = m_groups[at];
        group.isTouched = false;
        if (!group.members.empty() || group.uses > 0 || !group.key)
            continue;
        m_byKey.erase(*group.key);
        group = {};
        m_free.push_back(at);
    }
}

} // namespace derouter
