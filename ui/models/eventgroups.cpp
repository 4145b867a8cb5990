// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How EventModel shows repeats as groups.
#include "core/messageshape.h"
#include "core/shownnumber.h"
#include "logtext.h"
#include "models/eventmodel.h"

#include <algorithm>
#include <optional>
#include <ranges>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

using Line = RepeatGroups::Line;

bool isSame(const Line& one, const Line& other) {
    return one.isSame(other);
}

/// `count` lines from `from` on that come to stand before the line `at`.
struct Run {
    std::size_t at = 0;
    std::size_t from = 0;
    std::size_t count = 0;
};

/// Where the lines come that are not shown yet; nothing where the others change their order too.
std::optional<std::vector<Run>> insertions(const RepeatGroups& groups, const std::vector<Line>& shown,
                                           const std::vector<Line>& wanted) {
    std::vector<Run> runs;
    std::size_t at = 0;
    for (std::size_t next = 0; next < wanted.size();) {
        if (at < shown.size() && isSame(shown[at], wanted[next])) {
            ++at;
            ++next;
        } else if (!groups.isShown(wanted[next])) {
            if (runs.empty() || runs.back().at != at)
                runs.push_back({.at = at, .from = next});
            ++runs.back().count;
            ++next;
        } else if (at < shown.size() && !groups.isWanted(shown[at])) {
            ++at;
        } else {
            return std::nullopt;
        }
    }
    return runs;
}

} // namespace

void EventModel::setGrouping(bool on) {
    if (on == isGrouping())
        return;
    beginResetModel();
    m_lines.clear();
    if (on) {
        m_groups = std::make_unique<RepeatGroups>(
            m_monitor.events(), RepeatGroups::Order{[this](auto a, auto b) { return before(a, b); },
                                                    [this](auto& rows) { sortAll(rows); }});
        fillGroups();
    } else {
        m_groups.reset();
        sortAll(m_visible);
    }
    endResetModel();
}

/// Within a reset.
void EventModel::fillGroups() {
    m_groups->hideAll();
    m_groups->arrange(m_visible);
    m_lines = m_groups->lines();
    for (const Line& line : m_lines)
        m_groups->setShown(line, true);
    m_groups->settle();
}

/// Takes in rows that are new and to be seen, and rows of which something has changed.
void EventModel::regroup(const std::set<std::uint32_t>& changed, std::vector<std::uint32_t> rows) {
    const std::size_t before = m_visible.size();
    sortOutEarlier(changed);
    m_visible.insert(m_visible.end(), rows.begin(), rows.end());
    std::set<std::uint32_t> gone;
    for (const std::uint32_t row : changed) {
        const bool stood = m_groups->holds(row);
        if (m_matcher.matches(row)) {
            rows.push_back(row);
            if (!stood)
                m_visible.push_back(row);
        } else if (stood) {
            gone.insert(row);
        }
    }
    if (!gone.empty())
        std::erase_if(m_visible, [&](std::uint32_t row) { return gone.contains(row); });
    m_groups->remove(changed);
    m_groups->add(std::move(rows));
    showGroups(changed);
    if (m_visible.size() > before)
        Q_EMIT failuresCame(static_cast<int>(m_visible.size() - before));
}

/// What comes is there before anything goes, so that who looked at a line that goes finds its failure.
void EventModel::showGroups(const std::set<std::uint32_t>& changed) {
    followAttempts();
    const std::vector<Line> wanted = m_groups->lines();
    insertLines(wanted);
    removeLines();
    if (!std::ranges::equal(m_lines, wanted, isSame))
        changeLayout([&] { m_lines = wanted; });
    m_lines = wanted;
    tellGroups(changed);
    m_groups->settle();
}

/// The line of an attempt becomes that of the call's next one.
void EventModel::followAttempts() {
    const EventStore& store = m_monitor.events();
    if (!filter().calls)
        return;
    for (int at = 0; at < rowCount(); ++at) {
        Line& line = m_lines[static_cast<std::size_t>(at)];
        if (!line.isMember || m_groups->holds(line.row) || !store.isKept(line.row))
            continue;
        const Line next{.row = static_cast<std::uint32_t>(store.lastAttempt(line.row)),
                        .group = line.group,
                        .isMember = true};
        if (!m_groups->isWanted(next) || m_groups->isShown(next))
            continue;
        m_groups->setShown(line, false);
        m_groups->setShown(next, true);
        line = next;
        Q_EMIT dataChanged(index(at, 0), index(at, columns - 1));
    }
}

void EventModel::insertLines(const std::vector<Line>& wanted) {
    std::vector<Line> fresh;
    std::ranges::copy_if(wanted, std::back_inserter(fresh),
                         [this](const Line& line) { return !m_groups->isShown(line); });
    if (fresh.empty())
        return;
    auto runs = insertions(*m_groups, m_lines, wanted);
    const bool inPlace = runs && runs->size() <= mostRanges;
    const std::vector<Line>& lines = inPlace ? wanted : fresh;
    if (!inPlace) // at the end, until all are put in order
        runs = {{.at = m_lines.size(), .from = 0, .count = fresh.size()}};
    for (const Run& run : *runs | std::views::reverse) {
        const auto from = lines.begin() + static_cast<std::ptrdiff_t>(run.from);
        beginInsertRows({}, static_cast<int>(run.at), static_cast<int>(run.at + run.count) - 1);
        m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(run.at), from,
                       from + static_cast<std::ptrdiff_t>(run.count));
        endInsertRows();
    }
    for (const Line& line : fresh)
        m_groups->setShown(line, true);
}

void EventModel::tellGroups(const std::set<std::uint32_t>& changed) {
    for (int row = 0; row < rowCount(); ++row) {
        const Line& line = m_lines[static_cast<std::size_t>(row)];
        if (line.isMember ? changed.contains(line.row) : m_groups->isTouched(line.group))
            Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    }
}

EventModel::Fold EventModel::fold(int row) const {
    if (!m_groups)
        return Fold::None;
    const Line& line = m_lines[static_cast<std::size_t>(row)];
    if (line.isMember)
        return Fold::Member;
    if (m_groups->members(line.group).size() < 2)
        return Fold::None;
    return m_groups->isUnfolded(line.group) ? Fold::Unfolded : Fold::Folded;
}

void EventModel::setUnfolded(int row, bool on) {
    if (!isGroup(row))
        return;
    m_groups->setUnfolded(m_lines[static_cast<std::size_t>(row)].group, on);
    showGroups();
    Q_EMIT dataChanged(index(row, Time), index(row, Time), {FoldRole, Qt::AccessibleTextRole});
}

int EventModel::groupRow(int row) const {
    while (fold(row) == Fold::Member)
        --row;
    return row;
}

std::vector<EventStore::Row> EventModel::failures(int row) const {
    if (!isGroup(row))
        return {storeRow(row)};
    const auto& members = m_groups->members(m_lines[static_cast<std::size_t>(row)].group);
    return {members.begin(), members.end()};
}

bool EventModel::standsFor(int row, EventStore::Row storeRow) const {
    const auto failure = static_cast<std::uint32_t>(storeRow);
    if (!m_groups || fold(row) == Fold::Member)
        return this->storeRow(row) == storeRow;
    return m_groups->holds(failure) &&
           m_groups->groupOf(failure) == m_lines[static_cast<std::size_t>(row)].group;
}

int EventModel::rowOf(EventStore::Row storeRow) const {
    const auto row = static_cast<std::uint32_t>(storeRow);
    if (!m_groups) {
        const auto at = std::ranges::find(m_visible, row);
        return at == m_visible.end() ? -1 : static_cast<int>(at - m_visible.begin());
    }
    if (!m_groups->holds(row))
        return -1;
    const Line member{.row = row, .group = m_groups->groupOf(row), .isMember = true};
    const Line group{.row = row, .group = member.group};
    const bool byItself = m_groups->isWanted(member) && m_groups->isShown(member);
    const auto at = std::ranges::find_if(
        m_lines, [&](const Line& line) { return line.isSame(byItself ? member : group); });
    return at == m_lines.end() ? -1 : static_cast<int>(at - m_lines.begin());
}

QString EventModel::groupText(int row, int column) const {
    const EventStore::Row newest = storeRow(row);
    const QString shown = text(newest, column);
    switch (column) {
    case Time: {
        const auto count = m_groups->members(m_lines[static_cast<std::size_t>(row)].group).size();
        return tr("%1 ×%2", "the time of the newest of so many failures").arg(shown, shownNumber(count));
    }
    case Message: // what they have in common
        return QString::fromStdString(messageShape(shown.toStdString()));
    case Code:
    case Type:
    case Cause:
    case Move:
        return shown;
    default: // of each member its own
        return {};
    }
}

QString EventModel::groupToolTip(int row) const {
    const auto count =
        static_cast<int>(m_groups->members(m_lines[static_cast<std::size_t>(row)].group).size());
    return tr("%n failure(s) of one cause whose messages differ in numbers and ids at most", nullptr, count) +
           u'\n' + tr("The newest: %1").arg(toolTip(storeRow(row), Time));
}

QString EventModel::spokenGroup(int row) const {
    const auto count =
        static_cast<int>(m_groups->members(m_lines[static_cast<std::size_t>(row)].group).size());
    const QString newest = tr("The newest: %1").arg(text(storeRow(row), Time));
    const QString alike = tr("%n failure(s) alike", nullptr, count);
    return fold(row) == Fold::Unfolded ? tr("%1, unfolded. %2").arg(alike, newest)
                                       : tr("%1, folded. %2").arg(alike, newest);
}

} // namespace derouter
