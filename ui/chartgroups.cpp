// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartgroups.h"

#include "guide/errorguide.h"
#include "monitor/totals.h"
#include "theme.h"
#include "viewstate.h"

#include <QCoreApplication>

#include <algorithm>

namespace derouter {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ChartGroups)
};

/// From the darkest to the lightest colour that the codes of a move have; `place` is between 0 and 1.
QColor colorOfFamily(WhoseMove move, double place, const QPalette& palette) {
    const auto codes = codegroups::all();
    std::vector<QColor> family;
    for (int group = 0; group < static_cast<int>(codes.size()); ++group)
        if (codes[static_cast<std::size_t>(group)].move == move)
            family.push_back(theme::groupColor(group, palette));
    if (family.size() < 3)
        family = {theme::moveColor(move, palette).darker(160), theme::moveColor(move, palette),
                  theme::moveColor(move, palette).lighter(150)};
    std::ranges::sort(family, {}, &QColor::lightness);
    const double at = place * static_cast<double>(family.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(at), family.size() - 2);
    const double share = at - static_cast<double>(below);
    const auto mix = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    const QColor& a = family[below];
    const QColor& b = family[below + 1];
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

} // namespace

FailureKind kindOf(const EventStore& events, EventStore::Row row) {
    return {events.code(row), guide::indexOf(events.cause(row)), events.move(row)};
}

ChartGroups::ChartGroups() {
    addCodes();
}

ChartGroups::ChartGroups(ChartSplit split, const Totals& totals)
    : m_split(split) {
    switch (split) {
    case ChartSplit::Code:
        addCodes();
        break;
    case ChartSplit::Cause:
        addCauses(totals);
        break;
    case ChartSplit::Move:
        addMoves();
        break;
    }
}

void ChartGroups::addCodes() {
    const auto codes = codegroups::all();
    for (int group = 0; group < static_cast<int>(codes.size()); ++group)
        m_groups.push_back({.label = codegroups::label(group),
                            .meaning = codegroups::meaning(group),
                            .move = codes[static_cast<std::size_t>(group)].move,
                            .term = codeTerm(group),
                            .code = group});
}

void ChartGroups::addMoves() {
    for (int move = 0; move < whoseMoveCount; ++move) {
        const auto whose = static_cast<WhoseMove>(move);
        m_groups.push_back({.label = guide::moveName(whose).translated(),
                            .meaning = Text::tr("Whose move: %1").arg(guide::moveName(whose).translated()),
                            .move = whose,
                            .term = moveTerm(whose)});
    }
}

void ChartGroups::addCauses(const Totals& totals) {
    std::vector<std::pair<std::uint64_t, const guide::Cause*>> causes;
    for (const auto& [id, count] : totals.failuresByCause)
        if (const guide::Cause* cause = guide::causeById(id); cause && count > 0)
            causes.emplace_back(count, cause);
    std::ranges::stable_sort(causes, std::ranges::greater(), [](const auto& each) { return each.first; });
    const bool more = causes.size() > mostCauses;
    causes.resize(std::min(causes.size(), mostCauses));
    std::ranges::stable_sort(causes, {}, [](const auto& each) {
        return std::pair(each.second->move, guide::indexOf(*each.second)); // as codes are ordered
    });
    for (const auto& [count, cause] : causes) {
        const auto sameMove = [move = cause->move](const auto& other) { return other.second->move == move; };
        const auto firstOfMove = std::ranges::find_if(causes, sameMove);
        m_ofCause.emplace(guide::indexOf(*cause), m_groups.size());
        m_groups.push_back(
            {.label = cause->name.translated(),
             .meaning = cause->when.translated(),
             .move = cause->move,
             .term = FilterTerm{.field = FilterField::Cause, .value = QString::fromUtf8(cause->id)},
             .rank = static_cast<int>(m_groups.size()) - static_cast<int>(firstOfMove - causes.begin()),
             .ofMove = static_cast<int>(std::ranges::count_if(causes, sameMove))});
    }
    if (more)
        m_groups.push_back({.label = Text::tr("other causes"),
                            .meaning = Text::tr("All other causes together"),
                            .code = static_cast<int>(codegroups::all().size()) - 1});
}

std::size_t ChartGroups::indexOf(const FailureKind& kind) const {
    switch (m_split) {
    case ChartSplit::Code:
        break;
    case ChartSplit::Cause: {
        const auto known = m_ofCause.find(kind.cause);
        return known == m_ofCause.end() ? m_groups.size() - 1 : known->second;
    }
    case ChartSplit::Move:
        return static_cast<std::size_t>(kind.move);
    }
    return static_cast<std::size_t>(codegroups::indexOf(kind.code));
}

QString ChartGroups::title(std::size_t group) const {
    return m_split == ChartSplit::Code ? codegroups::title(static_cast<int>(group)) : label(group);
}

QString ChartGroups::key(std::size_t group) const {
    const auto& term = m_groups[group].term;
    return term ? term->value : QStringLiteral("other");
}

QColor ChartGroups::color(std::size_t group, const QPalette& palette) const {
    const Group& row = m_groups[group];
    return row.code >= 0     ? theme::groupColor(row.code, palette)
           : row.ofMove == 1 ? theme::moveColor(row.move, palette)
                             : colorOfFamily(row.move, row.rank / (row.ofMove - 1.0), palette);
}

FilterField ChartGroups::field() const {
    switch (m_split) {
    case ChartSplit::Code:
        break;
    case ChartSplit::Cause:
        return FilterField::Cause;
    case ChartSplit::Move:
        return FilterField::Move;
    }
    return FilterField::Code;
}

} // namespace derouter
