// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/eventstore.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace derouter {

/// Failures put together by what they repeat: cause, code and the shape of the message.
///
/// What a failure repeats is found out once, when it first comes, and kept with its row until `remove()`,
/// `letGo()` or `forgetRows()`. Every failure has a group; most of a busy log's have one in common. Groups
/// stand in the order of their newest members, members in the order of the table.
class RepeatGroups {
public:
    using Row = std::uint32_t; ///< of the store
    using Group = std::uint32_t;

    /// The order of the table.
    struct Order {
        std::function<bool(Row, Row)> before;
        std::function<void(std::vector<Row>&)> sort; ///< the same, cheaper for many
    };

    /// A line of the table: a group, or one of its members below it.
    struct Line {
        Row row = 0; ///< the member, or the newest one of the group
        Group group = 0;
        bool isMember = false;

        /// Whether it is the same line, whatever became of it.
        bool isSame(const Line& other) const {
            return isMember == other.isMember && (isMember ? row == other.row : group == other.group);
        }
    };

    RepeatGroups(const EventStore& store, Order order);

    /// These rows and no others; they are in the order of the table. What is unfolded stays so.
    void arrange(const std::vector<Row>& rows);
    void add(std::vector<Row> rows);
    /// Forgets also what they repeat: it may be another now.
    void remove(const std::set<Row>& rows);
    void letGo(Row firstKept);
    /// The store has given its rows new numbers.
    void forgetRows();

    bool holds(Row row) const { return state(row).isMember; }
    /// Of a row that it holds.
    Group groupOf(Row row) const { return state(row).group; }
    const std::vector<Row>& members(Group group) const { return m_groups[group].members; }
    std::size_t count() const { return m_order.size(); }

    bool isUnfolded(Group group) const { return m_groups[group].isUnfolded; }
    void setUnfolded(Group group, bool on) { m_groups[group].isUnfolded = on; }

    /// What the table is to show.
    std::vector<Line> lines() const;
    bool isWanted(const Line& line) const;
    /// What it does show, as it has told.
    bool isShown(const Line& line) const;
    void setShown(const Line& line, bool on);
    void hideAll();
    /// Whether members of the group have come, changed or gone since `settle()`.
    bool isTouched(Group group) const { return m_groups[group].isTouched; }
    /// The table shows what is wanted: forgets groups that are no more.
    void settle();

private:
    static constexpr std::uint32_t unknown = (1u << 30) - 1;

    struct RowState {
        std::uint32_t group : 30 = unknown;
        std::uint32_t isMember : 1 = 0;
        std::uint32_t isShown : 1 = 0; ///< in a line of its own
    };

    struct Repeats {
        const std::string* key = nullptr; ///< null: the number is free
        std::vector<Row> members;
        Row newest = 0;
        std::uint32_t uses = 0; ///< rows that are known to be of it, members or not
        bool isUnfolded = false;
        bool isShown = false;
        bool isPlaced = false; ///< in m_order
        bool isTouched = false;
    };

    /// Of messages that the store keeps once for several failures, while it does not change.
    using Shapes = std::unordered_map<const char*, std::string>;

    const RowState& state(Row row) const;
    RowState& stateFor(Row row);
    Repeats& groupFor(Row row, Shapes& shapes);
    std::string keyOf(Row row, Shapes& shapes) const;
    void join(Row row, Shapes& shapes);
    bool showsMembers(const Repeats& group) const { return group.isUnfolded && group.members.size() > 1; }
    bool isNewer(Row one, Row other) const;
    void findNewest(Repeats& group) const;
    void touch(Group group);
    void placeTouched();

    const EventStore& m_store;
    Order m_sorting;
    std::unordered_map<std::string, Group> m_byKey;
    std::vector<Repeats> m_groups;
    std::vector<Group> m_free;
    std::vector<Group> m_order; ///< those with members
    std::vector<Group> m_touched;
    std::vector<RowState> m_states; ///< from m_firstRow on
    Row m_firstRow = 0;
};

} // namespace derouter
