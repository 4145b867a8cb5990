// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codegroup.h"
#include "models/eventfilter.h"
#include "monitor/eventstore.h"
#include "monitor/rateseries.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace derouter {

struct Totals;

/// What the bars of the chart and the rows of its legend tell apart.
enum class ChartSplit { Code, Cause, Move };
inline constexpr int chartSplitCount = 3;

FailureKind kindOf(const EventStore& events, EventStore::Row row);

/// The groups of the chart, from the bottom of a bar to its top.
///
/// By code they are codegroups::all(), by whose move the four of it, both in their order whether something
/// failed or not. By cause they are the most frequent ones, by whose move, and the rest together: more
/// colours than that cannot be told apart.
class ChartGroups {
public:
    static constexpr std::size_t mostCauses = 9;

    /// By code.
    ChartGroups();
    ChartGroups(ChartSplit split, const Totals& totals);

    std::size_t size() const { return m_groups.size(); }
    ChartSplit split() const { return m_split; }
    std::size_t indexOf(const FailureKind& kind) const;
    QString label(std::size_t group) const { return m_groups[group].label; }
    /// Both of it, for a legend away from the window.
    QString title(std::size_t group) const;
    /// "529", "upstream.overloaded", "provider", "other": as filters are written, in no language.
    QString key(std::size_t group) const;
    /// Of more words, for tooltips and screen readers.
    QString meaning(std::size_t group) const { return m_groups[group].meaning; }
    WhoseMove move(std::size_t group) const { return m_groups[group].move; }
    QColor color(std::size_t group, const QPalette& palette) const;
    /// What to filter for to see it alone; the rest of the causes cannot be asked for.
    std::optional<FilterTerm> term(std::size_t group) const { return m_groups[group].term; }
    /// The field that the terms are of.
    FilterField field() const;

    friend bool operator==(const ChartGroups& a, const ChartGroups& b) {
        return a.m_split == b.m_split && a.m_groups == b.m_groups;
    }

private:
    struct Group {
        QString label;
        QString meaning{};
        WhoseMove move = WhoseMove::Unknown;
        std::optional<FilterTerm> term{};
        int code = -1; ///< whose colour it has, in codegroups::all(); -1: one of its move's
        int rank = 0;  ///< among the groups of its move, and how many those are
        int ofMove = 1;

        friend bool operator==(const Group&, const Group&) = default;
    };

    void addCodes();
    void addMoves();
    void addCauses(const Totals& totals);

    ChartSplit m_split = ChartSplit::Code;
    std::vector<Group> m_groups;
    std::map<std::uint8_t, std::size_t> m_ofCause; ///< by the cause's index in the guide
};

} // namespace derouter
